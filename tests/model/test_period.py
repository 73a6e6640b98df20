"""Deadlines: every spelling known, every refusal by its reason, and what holds for any text."""

import pickle
import re
import time
import unicodedata
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from hpdirective.model import period
from hpdirective.model.period import Period, PeriodFault, Relation, UnreadablePeriod, read_period

YEAR = 2023
NEW_YEAR, YEAR_END = "2023-01-01", "2023-12-31"


def day(iso: str | None) -> date | None:
    return date.fromisoformat(iso) if iso else None


def dates(text: str) -> tuple[date | None, date | None]:
    period = read_period(text, YEAR)
    return period.start, period.end


# ---- one day -----------------------------------------------------------------------------------

DAYS = """
2023-06-30: 2023-06-30 | 2023/6/30 | 30/6/2023 | 30/06/2023 | 30-06-2023 | 30.06.2023 | 30.6.2023
2023-06-30: ngày 30/06/2023 | ngày 30 tháng 06 năm 2023 | 30 tháng 6 | 30/6 | ngày 30/6 | Ngày 30/6
2023-06-30: ngày 30 tháng 6 | ngày 30 tháng 06/2023 | ngày 30/6 năm 2023 | 30 tháng sáu năm 2023
2023-06-30: 30 / 6 / 2023 | 30/ 6/ 2023 | ngay 30 thang 6 nam 2023 | vào ngày 30/6/2023
2023-06-30: Hoàn thành 30/6/2023 | Thời hạn: 30/6/2023 | Thời gian hoàn thành: 30/6/2023 | Xong 30/6
2023-06-30: Dự kiến 30/6 | Thời gian: 30/6/2023 | Thực hiện ngày 30/6/2023 | - 30/6/2023 | (30/6/2023)
2023-06-30: giữa năm | giữa năm 2023 | cuối tháng 6/2023 | cuối tháng 6 | cuối tháng 6 năm 2023
2023-06-30: cuối quý II/2023 | cuối quý II | cuối Quý 2 năm 2023 | vào cuối tháng 6 | giua nam 2023
2023-01-01: đầu năm 2023 | đầu năm | đầu quý I | đầu tháng 1/2023 | đầu quý I/2023 | Đầu năm
2023-06-01: đầu tháng 6/2023 | đầu tháng 6 | đầu T6/2023
2023-06-15: giữa tháng 6/2023 | giữa tháng 6
2023-12-31: cuối năm 2023 | cuối năm | 31/12 | cuối tháng 12 | cuoi nam | Cuối năm 2023. | cuối 2023
2023-06-30: Thứ Sáu, 30/6/2023 | thứ 6 ngày 30/6/2023 | 30/6/2023 (thứ Sáu) | 30/6/2023 (*) | 30/6/2023 [1]
2023-06-30: 2023-06-30 00:00:00 | 2023-06-30T00:00 | 17h00 ngày 30/6/2023 | Ngày hoàn thành: 30/6/2023
2023-06-30: 30/06/2023 00:00:00 | 30/6/2023 0:00 | 30-06-2023 00:00
2023-06-30: Kết thúc 30/6/2023 | Phải hoàn thành 30/6/2023 | Triển khai ngày 30/6/2023 | 30/6/2023[1]
2023-06-28: 28/6/2023 (thứ Tư) | thứ Tư, ngày 28/6/2023
2023-07-02: Chủ nhật, 2/7/2023
2023-11-20: 20 - 11 - 2023
2023-06-30: Quý II (30/6/2023) | Tháng 6 (30/6)
2023-01-02: 2/1/2023 | 02/01/2023 | 2.1.2023 | 2-1-2023 | 2/1
2024-02-29: 29/02/2024 | cuối tháng 2/2024
"""

# ---- spans: month, quarter, part of a year, year -------------------------------------------------

SPANS = """
2023-02-01 2023-02-28: 02/2023 | 2/2023 | 2-2023 | 02.2023 | T2/2023 | tháng 2 | Tháng 2/2023
2023-02-01 2023-02-28: tháng 02 năm 2023 | tháng hai năm 2023 | Tháng Hai | tháng 2 2023 | 2023-02
2023-02-01 2023-02-28: tháng 2, năm 2023 | tháng 2-2023 | thang 2/2023 | thang 02 nam 2023 | T2 năm 2023
2023-01-01 2023-01-31: tháng một | tháng 1
2023-04-01 2023-04-30: tháng tư | tháng tư năm 2023 | tháng bốn năm 2023
2023-05-01 2023-05-31: tháng năm năm 2023 | tháng 5
2023-07-01 2023-07-31: tháng bảy năm 2023 | tháng bẩy
2023-10-01 2023-10-31: tháng mười năm 2023
2023-11-01 2023-11-30: tháng mười một năm 2023 | tháng 11
2023-12-01 2023-12-31: tháng mười hai năm 2023 | tháng mười hai
2023-04-01 2023-06-30: Quý II/2023 | quý 2 năm 2023 | Quí II/2023 | Q2/2023 | QII/2023 | Q.II/2023
2023-04-01 2023-06-30: quý II-2023 | Quý II | quý 2 | Quý II năm 2023 | Quý II 2023 | Quý II (2023)
2023-04-01 2023-06-30: Qúy II/2023 | QUÝ II/2023 | quy II/2023 | quý hai năm 2023 | Quý 02/2023
2023-04-01 2023-06-30: Quý II, năm 2023 | Quý II /2023 | Thực hiện quý II/2023 | QuýII/2023 | quý ii/2023
2023-10-01 2023-12-31: Quý IV/2023 | quý 4 | Q4/2023 | quý tư năm 2023 | 3 tháng cuối năm | Quý Ⅳ/2023
2023-01-01 2023-06-30: 6 tháng đầu năm | 6 tháng đầu năm 2023 | 6 tháng đầu năm (2023)
2023-01-01 2023-06-30: sáu tháng đầu năm | nửa đầu năm 2023 | 06 tháng đầu năm | nửa đầu năm
2023-01-01 2023-06-30: 6 tháng đầu 2023 | 6 thang dau nam 2023 | Sáu tháng đầu năm 2023
2023-07-01 2023-12-31: 06 tháng cuối năm | 6 tháng cuối năm 2023 | nửa cuối năm 2023
2023-01-01 2023-09-30: 9 tháng đầu năm | chín tháng đầu năm 2023 | 9 tháng đầu năm 2023
2023-01-01 2023-12-31: 2023 | năm 2023 | cả năm | cả năm 2023 | Năm 2023. | nam 2023 | Cả năm
2024-01-01 2024-12-31: 2024 | năm 2024
2021-01-01 2025-12-31: 2021-2025 | giai đoạn 2021-2025 | 2021 - 2025 | Giai đoạn 2021 – 2025
2021-01-01 2025-12-31: giai đoạn 2021 đến 2025 | từ năm 2021 đến năm 2025 | năm 2021 - năm 2025
2021-01-01 2025-12-31: từ 2021 đến 2025 | giai đoạn từ năm 2021 đến năm 2025 | 2021—2025
2023-01-01 2024-12-31: 2023, 2024 | năm 2023 và năm 2024 | năm 2023 và 2024
2023-03-01 2023-06-30: tháng 3 - 6/2023 | tháng 3-6/2023 | Tháng 3 - tháng 6/2023 | 3 - 6/2023 | T3-T6/2023
2023-03-01 2023-06-30: từ 01/3 đến 30/6/2023 | từ tháng 3 đến tháng 6 | tháng 3 đến tháng 6 năm 2023
2023-03-01 2023-06-30: 01/3 - 30/6/2023 | 01/3-30/6 | 01/3/2023-30/6/2023 | từ ngày 01/3 đến hết 30/6/2023
2023-03-01 2023-06-30: 01-03-2023 - 30-06-2023 | từ 01/3/2023 đến 30/6 | 3/2023 - 6/2023 | 3/2023-6/2023
2023-03-01 2023-06-30: từ tháng 3 đến 6/2023 | T3 - 6/2023 | từ tháng 3 đến hết tháng 6/2023
2023-03-01 2023-06-30: tháng 3, 4, 5, 6/2023 | tháng 3, tháng 4, tháng 5 và tháng 6 năm 2023
2023-03-01 2023-06-30: từ tháng 3 đến hết quý II/2023 | Từ ngày 01 tháng 3 đến ngày 30 tháng 6 năm 2023
2023-03-01 2023-06-30: Tháng 3 ‒ 6 | từ tháng 3/2023 đến tháng 6 | tháng 3-tháng 6
2023-02-15 2023-02-20: 15 - 20/2/2023 | 15-20/2/2023 | từ ngày 15 đến ngày 20/2/2023 | từ 15 đến 20/2
2023-02-15 2023-02-20: ngày 15 - 20/02 | từ ngày 15 đến 20 tháng 2 năm 2023 | Từ 15/2 đến 20/2
2023-02-15 2023-12-31: từ ngày 15/02/2023 đến hết năm 2023 | từ 15/02/2023 đến cuối năm 2023
2023-02-15 2023-12-31: Từ 15/02 đến 31/12/2023 | từ 15/02 đến hết năm | từ 15/2 đến hết năm 2023
2023-01-01 2023-12-31: Quý I - IV/2023 | quý I, II, III, IV | từ đầu năm đến cuối năm 2023
2023-01-01 2023-09-30: Quý I - III/2023 | Quý I-III/2023 | từ quý I đến quý III/2023 | Quý 1-3/2023
2023-01-01 2023-09-30: Quý I đến Quý III năm 2023 | Quý I/2023 - Quý III/2023 | Q1-Q3/2023 | Q1 - 3/2023
2023-07-01 2023-12-31: Quý III và Quý IV/2023 | Quý III, IV/2023 | Quý III và IV năm 2023 | Quý 3, 4/2023
2023-07-01 2023-12-31: Quý III, Quý IV | Quý III/2023 và Quý IV/2023 | Quý III+IV/2023 | Quý III & IV/2023
2023-04-01 2023-09-30: Quý II, III/2023 | quý II,III/2023
2023-10-01 2024-03-31: Quý IV/2023 - Quý I/2024 | Quý IV/2023, quý I/2024
2023-03-01 2023-03-31: Tháng 3 - 2023 | tháng 3.2023 | Quý I (tháng 3/2023) | Năm 2023 (tháng 3 năm 2023)
2025-03-01 2025-03-31: tháng 3 - 2025
2023-04-01 2023-06-30: Quý II - 2023 | Quý II.2023 | Quý II. 2023 | Triển khai quý II | Kết thúc quý II/2023
2023-06-01 2023-06-30: Quý II/2023 (tháng 6/2023) | Quý II (tháng 6)
2023-10-01 2023-12-31: Năm 2023 (Quý IV) | tháng 10, 11, 12 năm 2023 | Quý IV.2023
2024-10-01 2024-12-31: Năm 2024 (Quý IV)
2023-12-01 2023-12-31: Tháng 12.2023
2023-03-15 2023-03-20: 15.3 - 20.3.2023 | 15.3-20.3.2023 | từ 15.3 đến 20.3.2023
2023-01-01 2023-06-30: Quý I; Quý II/2023 | Quý I; quý II
2023-01-01 2023-12-31: Quý I → IV/2023 | Tháng 1 đến 12 năm 2023 | từ tháng 1 đến 12 năm 2023 | tháng 1-12 năm 2023
2023-01-01 2023-12-31: Quý I; II; III; IV/2023 | Quý I/2023 → Quý IV/2023
2021-01-01 2025-12-31: 5 năm 2021-2025 | 05 năm (2021-2025) | Cả giai đoạn 2021-2025 | Suốt giai đoạn 2021 - 2025
2023-01-01 2025-12-31: 3 năm (2023-2025)
2022-11-15 2023-01-31: 15/11/2022 - 31/01/2023 | từ 15/11/2022 đến hết tháng 1/2023
"""

# ---- start or end under a word -------------------------------------------------------------------

BEFORE = """
2023-02-14: trước ngày 15/02/2023 | Trước ngày 15 tháng 02 năm 2023 | trước 15/2/2023 | trước 15/02
2023-02-14: truoc ngay 15/02/2023 | Hoàn thành trước 15/02/2023 | chậm nhất trước ngày 15/02/2023
2023-02-14: Trước ngày 15-02-2023 | đến trước ngày 15/02/2023 | TRƯỚC NGÀY 15/02/2023 | Xong trước 15/2
2023-06-29: Trước 30/6/2023 (quý II) | Quý II (trước 30/6/2023) | Phải hoàn thành trước 30/6/2023
2023-06-29: Trước ngày 30/6/2023 (thứ Sáu)
2023-05-31: trước tháng 6/2023 | trước tháng 6 | trước tháng 06 năm 2023
2023-06-30: trước quý III/2023 | Trước Quý III
2022-12-31: trước năm 2023 | trước 2023
2023-12-31: trước 01/01/2024
"""

BY = """
2023-06-30: đến hết ngày 30/6/2023 | đến ngày 30/6/2023 | đến 30/6 | đến hết 30/6/2023 | hết ngày 30/6
2023-06-30: chậm nhất ngày 30/6/2023 | chậm nhất là ngày 30/6/2023 | muộn nhất 30/6 | Chậm nhất đến 30/6
2023-06-30: không muộn hơn 30/6/2023 | hết quý II | hết quý II/2023 | đến hết quý II/2023 | hết tháng 6
2023-06-30: đến hết tháng 6 | chậm nhất trong quý II/2023 | chậm nhất vào ngày 30/6/2023 | đến tháng 6/2023
2023-06-30: từ nay đến 30/6/2023 | từ nay đến hết tháng 6 | hết 6 tháng đầu năm | đến giữa năm 2023
2023-06-30: trước 17h00 ngày 30/6/2023 | trước 17 giờ 00 ngày 30/6/2023 | Trước 16h30 ngày 30/6
2023-06-30: trước 11 giờ 30 phút ngày 30/6/2023 | chậm nhất 17:00 ngày 30/6/2023 | trước 17h ngày 30/6
2023-06-30: không quá ngày 30/6/2023 | cham nhat 30/6/2023 | Hoàn thành đến 30/6/2023 | muộn nhất là cuối quý II
2023-06-30: hạn cuối 30/6/2023 | Hạn chót: 30/6/2023 | hạn cuối cùng 30/6 | không chậm hơn quý II
2023-06-30: Hết quý II (30/6/2023) | Kết thúc trước 17h00 ngày 30/6/2023
2025-12-31: đến năm 2025 | đến hết năm 2025 | đến cuối năm 2025 | den nam 2025
2023-12-31: hết năm | hết năm 2023 | đến hết năm | chậm nhất cuối năm 2023 | Đến cuối năm
"""

WITHIN = """
2023-01-01 2023-12-31: trong năm 2023 | trong năm | trong cả năm 2023 | hoàn thành trong năm 2023
2023-06-01 2023-06-30: trong tháng 6 | xong trong tháng 6/2023 | ngay trong tháng 6/2023
2023-04-01 2023-06-30: trong quý II/2023 | hoàn thành trong quý II | Hoàn thành xong trong Quý II/2023
2023-01-01 2023-06-30: trong 6 tháng đầu năm 2023
2021-01-01 2025-12-31: trong giai đoạn 2021-2025 | trong 5 năm 2021-2025 | trong suốt giai đoạn 2021-2025
"""

FROM = """
2023-01-01: ngay từ đầu năm 2023 | ngay từ đầu năm | từ đầu năm 2023 | từ năm 2023 | từ năm 2023 trở đi
2023-02-15: từ ngày 15/02/2023 | từ 15/2 | bắt đầu từ ngày 15/02/2023 | kể từ ngày 15/02/2023
2023-03-01: Bắt đầu thực hiện từ 01/3/2023 | Triển khai từ tháng 3/2023 | bắt đầu triển khai từ 01/3
2023-04-01: từ quý II/2023 | từ tháng 4/2023 | tu thang 4
"""

STANDING = """
thường xuyên | Thường xuyên | Nhiệm vụ thường xuyên | Thường xuyên trong năm 2023 | liên tục | Liên tục
thường xuyên, cả năm | Thực hiện thường xuyên trong cả năm | Thực hiện thường xuyên, năm 2023 | Thường xuyên trong năm | thường xuyên, liên tục | Thường xuyên năm 2023
Cả năm (thường xuyên) | Năm 2023 (thường xuyên) | Thực hiện thường xuyên | thuong xuyen | THƯỜNG XUYÊN
Thường xuyên giai đoạn 2021-2025 | thường xuyên, 2023 | Thường xuyên. | Cả năm; thường xuyên
Thường xuyên từ Quý I/2023 | Thường xuyên đến hết năm 2023 | Thường xuyên từ tháng 3/2023 | Thường xuyên đến cuối năm
"""

RECURRING = """
hằng năm | hàng năm | hằng quý | hằng tháng | hàng tuần | hằng ngày | định kỳ | Định kì | định kỳ hằng quý
Thường xuyên, hằng quý | hằng tháng, hằng quý | hằng tháng, quý, năm | Thường xuyên, định kỳ | Hang nam
hằng quý/năm | Hằng năm trong giai đoạn 2021-2025 | hằng tháng trong năm 2023 | Thường xuyên/hằng năm | thường xuyên hằng năm
định kỳ 6 tháng | định kỳ 6 tháng, năm | 6 tháng/lần | 6 tháng một lần | 02 lần/năm | mỗi quý | hang quy
Định kỳ hằng tháng, quý và năm | mỗi quý một lần | định kỳ hàng tháng, hàng quý, 6 tháng và năm
Theo quý | Theo tháng | Theo năm | Quý/lần | Từng quý | Theo từng quý | Tháng, quý, 6 tháng, năm | Quý, năm
Ít nhất 02 lần/năm | Cuối mỗi quý | vào cuối mỗi quý | Mỗi năm 02 lần | mỗi quý ít nhất 1 lần | một năm 02 lần | 6 tháng và năm
Trước 15/12 hằng năm | Trước ngày 15/12 hàng năm | Quý IV hằng năm | Hằng năm, trước 15/12 | 29/2 hằng năm
Trước ngày 20 hằng tháng | Hằng tháng (trước ngày 20) | ngày 15 hằng tháng | ngày 15, 30 hằng tháng
tháng 6 và tháng 12 hằng năm | Hằng năm từ 2023 | Hằng năm (từ 2023) | Trước ngày 20 của tháng cuối quý | ngày 20 tháng cuối mỗi quý | Trước ngày 15 tháng cuối của quý | tháng cuối hằng quý | Trước 15/6 và 15/12 hằng năm | Hằng tháng đến hết năm 2025
"""

THEN_EVERY_YEAR = """
2023-01-01 2023-12-31: 2023 và những năm tiếp theo | năm 2023 và các năm tiếp theo
2023-01-01 2023-12-31: Năm 2023 và những năm sau | 2023 và các năm tiếp theo.
2023-10-01 2023-12-31: Quý IV/2023 và các năm tiếp theo
2023-01-01 2023-12-31: Năm 2023, các năm tiếp theo
"""

CONDITIONAL = (
    "sau khi được phê duyệt",
    "theo tiến độ dự án",
    "theo tiến độ được duyệt",
    "khi có hướng dẫn của Trung ương",
    "khi có hướng dẫn của Trung ương, Bộ, ngành",
    "sau 30 ngày kể từ ngày ban hành",
    "Sau 15 ngày làm việc kể từ ngày nhận được hồ sơ",
    "trong vòng 30 ngày kể từ khi được phê duyệt",
    "ngay sau khi có kết quả",
    "theo kế hoạch của UBND thành phố",
    "theo kế hoạch hằng năm",
    "theo yêu cầu",
    "theo quy định",
    "theo Quyết định 15/QĐ-UBND",
    "khi có yêu cầu",
    "10 ngày sau khi có văn bản",
    "trước khi trình Hội đồng nhân dân thành phố",
    "theo Kế hoạch số 15/KH-UBND ngày 10/02/2023 của UBND thành phố",
    "Đột xuất",
    "Theo kế hoạch năm 2023",
    "Theo kế hoạch năm 2023 (của UBND thành phố)",
    "Theo Chương trình công tác năm 2023",
    "15 ngày kể từ ngày ban hành",
    "chậm nhất 15 ngày làm việc kể từ ngày nhận được hồ sơ",
    "Trong thời hạn 15 ngày kể từ ngày ban hành",
    "Trong quá trình thực hiện",
    "theo từng dự án",
)

DATED_AND_CONDITIONAL = (
    ("Quý IV/2023, sau khi được phê duyệt", "2023-10-01", YEAR_END, "sau khi được phê duyệt"),
    ("Quý IV/2023 (sau khi được phê duyệt)", "2023-10-01", YEAR_END, "sau khi được phê duyệt"),
    ("Theo tiến độ dự án (năm 2023)", NEW_YEAR, YEAR_END, "Theo tiến độ dự án"),
    ("Năm 2023 theo tiến độ dự án", NEW_YEAR, YEAR_END, "theo tiến độ dự án"),
    ("Sau khi được phê duyệt, trước 30/6/2023", None, "2023-06-29", "Sau khi được phê duyệt"),
    ("Sau khi được phê duyệt; quý II/2023", "2023-04-01", "2023-06-30", "Sau khi được phê duyệt"),
    ("Theo kế hoạch năm 2023, quý II", "2023-04-01", "2023-06-30", "Theo kế hoạch năm 2023"),
    ("Theo tiến độ dự án, chậm nhất cuối năm", None, YEAR_END, "Theo tiến độ dự án"),
)

FAULTS = {
    "other-calendar": "Tết Nguyên đán|trước Tết Nguyên đán|trước Tết 2024|tháng chạp|tháng giêng năm 2023|Năm học 2023 - 2024|năm học 2023"
    "|Học kỳ I năm học 2022-2023|10/3 âm lịch|10/3 (ÂL)|sau Tết 2023|hết năm học|30/6/2023 âm lịch|rằm tháng 7|Vụ Đông Xuân 2022-2023|Hè 2023|Mùa hè năm 2023",
    "empty": " |\u00a0|.|-|\u200b|;|...",
    "not-a-date": "Sớm|sớm nhất|15|ngày 15|tháng|quý|năm|đầu tháng|cuối quý|trong tháng"
    "|giữa quý|tuần 2|15/2/202|30/6/2150|30/6/1899|năm 2500|6 tháng|6 tháng đầu|đến"
    "|tháng năm|T6|T2 - T6|ngay|từ ngày 15|15/02/20233|15-2|15.2|0|trong 3 tháng|trong vòng 30 ngày"
    "|Tháng, năm|Ngày, tháng, năm|trước 15.3|trước 15 hằng tháng|trong quý|cuối tuần|cả|1/2/3|chưa xác định|?|n/a|TBD|năm nay|quỹ II/2023|II/2023|kỳ họp cuối",
    "impossible-date": "32/01/2023|29/02/2023|31/02/2023|06/30/2023|0/2023|13/2023|00/06/2023|31/4|30/2"
    "|tháng 13|tháng 0|quý 5|quý V/2023|Quý 0/2023|2023-02-30|2023-30-06|ngày 31 tháng 6 năm 2023"
    "|trước ngày 31/6/2023|15 tháng 13|15/23|trước 31/2 hằng năm|13 tháng đầu năm|Q5/2023",
    "two-digit-year": "15/02/23|Quý II/23|tháng 6/23|T6/23|năm 23|2/23|15-02-23|15.02.23|2021-25"
    "|trước ngày 15 tháng 02 năm 23|2021 - 25",
    "several-dates": "Thường xuyên; báo cáo trước 20/11/2023|15/3/2023; 30/6/2023|15/3 và 30/6/2023"
    "|Quý I, III/2023|Quý I và Quý IV|tháng 3, tháng 6, tháng 9|tháng 3, 6, 9, 12|15, 16/02/2023"
    "|Quý II/2023\nQuý III/2023|- Quý II/2023\n- Quý III/2023|30/6, 31/12|Quý II/2023; Quý III/2023"
    "|thường xuyên, quý II/2023|Cuối năm 2023, đầu năm 2024|Cuối quý III, đầu quý IV/2023|Quý II/2023 (tháng 7/2023)|Hết quý II (15/6/2023)|Trước 30/6/2023 (trước 15/6)|Từ năm 2023 (quý IV)|Quý I; quý III/2023|- Quý I\n- Quý II/2023|Quý I, theo tiến độ; Quý II/2023|Hằng năm, trước 15/12/2023|hằng tháng, 15/12|hằng quý, quý II"
    "|Thường xuyên đến 30/6/2023|Thường xuyên, chậm nhất 31/12/2023|Thường xuyên, trước 20/11|6 tháng đầu năm và 6 tháng cuối năm|Quý II (2023) và 30/6"
    "|Trước 30/6/2023 và trước 31/12/2023|Quý III, Quý II/2023|Quý II hoặc Quý III/2023"
    "|Quý II, năm 2024 và 30/6/2025|tháng 3, quý II|- 15/3/2023\n- 30/6/2023|2021, 2023"
    "|Báo cáo 6 tháng trước 15/6, báo cáo năm trước 15/12",
    "backwards": "từ 30/6 đến 01/3/2023|2025-2023|Quý III - I/2023|tháng 6 - 3/2023|Quý IV - Quý I/2024"
    "|từ tháng 11 đến tháng 2/2024|từ ngày 28 đến ngày 05/3/2023|30/6/2023-01/3/2023",
    "part-unread": "... tháng 6/2023|Quý I, II,...|Quý II...|30/6/2023 (nếu có)|Quý II/2023 (tạm tính)|khoảng tháng 6/2023|sau ngày 15/02/2023"
    "|Ban hành trước 15/3/2023|tuần 2 tháng 6/2023|giữa quý II/2023|ngày 15 hằng năm"
    "|ngày 32 hằng tháng|4 năm 2021-2025|30/6/2023 (thứ Tư)|thứ Năm năm 2023|35h ngày 15/02/2023|3 - 6 - 2023|10 - 12 - 2023|không thường xuyên|Cập nhật thường xuyên"
    "|ngày … tháng … năm 2023|ngày     tháng    năm 2023|tháng năm 2023|Tháng …/2023"
    "|cơ bản hoàn thành 30/6/2023|gần cuối năm 2023|trước cuối năm 2023|không trước 30/6/2023"
    "|15 ngày kể từ ngày 01/6/2023|Quý I/2023 - 2025|2023-06-30 17:00:00|30/06/2023 17:00:00|thứ Hai ngày 30/6/2023|nếu kịp, 30/6/2023"
    "|15/02-2023|ngày 5-6/2023|Quý I - 3/2023|30/6/2023?|đến khoảng 30/6|trước, sau 30/6/2023"
    "|trước 0h ngày 30/6/2023|từ 15/11/2022 đến 30/6|từ tháng 3 đến năm 2025|tuần cuối tháng 6"
    "|theo kế hoạch hoàn thành trước 30/6/2023|những tháng cuối năm|trong và sau năm 2023|quý cuối năm"
    "|Quý II và|Khởi công quý II/2023|chưa xong trong quý II",
}


def rows(table: str) -> list[tuple[str, list[str]]]:
    found = []
    for line in filter(None, table.splitlines()):
        days, _, spellings = line.partition(": ")
        found += [(spelling, days.split()) for spelling in spellings.split(" | ")]
    return found


def words(table: str) -> list[str]:
    return [each for line in filter(None, table.splitlines()) for each in line.split(" | ")]


@pytest.mark.parametrize(("text", "days"), rows(DAYS))
def test_day_starts_and_ends_on_itself(text: str, days: list[str]) -> None:
    assert read_period(text, YEAR) == Period(text, day(days[0]), day(days[0]))


@pytest.mark.parametrize(("text", "days"), rows(SPANS))
def test_span_runs_from_first_to_last_day(text: str, days: list[str]) -> None:
    assert read_period(text, YEAR) == Period(text, day(days[0]), day(days[1]))


@pytest.mark.parametrize(("text", "days"), rows(BEFORE))
def test_before_ends_a_day_earlier(text: str, days: list[str]) -> None:
    assert read_period(text, YEAR) == Period(text, None, day(days[0]), Relation.BEFORE)


@pytest.mark.parametrize(("text", "days"), rows(BY))
def test_by_has_an_end_and_no_start(text: str, days: list[str]) -> None:
    assert read_period(text, YEAR) == Period(text, None, day(days[0]), Relation.BY)


@pytest.mark.parametrize(("text", "days"), rows(WITHIN))
def test_within_keeps_the_start_of_its_span(text: str, days: list[str]) -> None:
    assert read_period(text, YEAR) == Period(text, day(days[0]), day(days[1]), Relation.BY)


@pytest.mark.parametrize(("text", "days"), rows(FROM))
def test_from_is_a_start_and_no_end(text: str, days: list[str]) -> None:
    assert read_period(text, YEAR) == Period(text, day(days[0]))


@pytest.mark.parametrize("text", words(STANDING))
def test_standing_has_no_days(text: str) -> None:
    assert read_period(text, YEAR) == Period(text, standing=True)


@pytest.mark.parametrize("text", words(RECURRING))
def test_recurring_is_standing_too(text: str) -> None:
    assert read_period(text, YEAR) == Period(text, standing=True, recurring=True)


@pytest.mark.parametrize(("text", "days"), rows(THEN_EVERY_YEAR))
def test_following_years_recur_after_the_first(text: str, days: list[str]) -> None:
    assert read_period(text, YEAR) == Period(text, day(days[0]), day(days[1]), recurring=True)


def test_following_years_keep_the_relation() -> None:
    period = read_period("Trong năm 2023 và các năm tiếp theo", YEAR)
    assert (period.relation, period.recurring, period.end) == (Relation.BY, True, day(YEAR_END))


@pytest.mark.parametrize("text", CONDITIONAL)
def test_condition_alone_has_no_days(text: str) -> None:
    assert read_period(text, YEAR) == Period(text, condition=text)


@pytest.mark.parametrize(("text", "start", "end", "condition"), DATED_AND_CONDITIONAL)
def test_condition_stands_beside_a_date(
    text: str, start: str | None, end: str, condition: str
) -> None:
    period = read_period(text, YEAR)
    assert (period.start, period.end, period.condition) == (day(start), day(end), condition)


def test_condition_stands_beside_a_standing_word() -> None:
    text = "Định kỳ và khi có yêu cầu"
    assert read_period(text, YEAR) == Period(
        text, standing=True, recurring=True, condition="khi có yêu cầu"
    )


def test_lead_in_before_a_condition_is_skipped() -> None:
    assert read_period("Hoàn thành sau khi được duyệt", YEAR).condition == "sau khi được duyệt"


@pytest.mark.parametrize(
    ("reason", "text"), [(key, text) for key, row in FAULTS.items() for text in row.split("|")]
)
def test_unsure_text_is_refused_by_reason(reason: str, text: str) -> None:
    with pytest.raises(UnreadablePeriod) as caught:
        read_period(text, YEAR)
    assert caught.value.reason == reason


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("30/6/2023 (nếu có)", "(nếu có)"),
        ("Quý II/2023 (2 xã)", "(2 xã)"),
        ("Trước 30/6/2023 nếu có vốn thì xong", "Trước … nếu có vốn thì xong"),
        ("khoảng  tháng 6/2023", "khoảng"),
        ("giữa quý II/2023", "giữa quý II/2023"),
        ("Ban hành trước 15/3/2023", "Ban hành trước"),
    ],
)
def test_refusal_names_the_words_left_over(text: str, rest: str) -> None:
    with pytest.raises(UnreadablePeriod) as caught:
        read_period(text, YEAR)
    assert caught.value.rest == rest


@pytest.mark.parametrize(
    "note",
    [
        "báo cáo năm",
        "Báo cáo quý",
        "báo cáo 6 tháng",
        "dự thảo",
        "hồ sơ nghiệm thu",
        "báo cáo quý III",
        "kế hoạch năm",
    ],
)
def test_note_of_the_paper_that_is_due_says_nothing_of_the_time(note: str) -> None:
    text = f"Trước ngày 20/11/2023 ({note})"
    assert read_period(text, YEAR) == replace(
        read_period("Trước ngày 20/11/2023", YEAR), text=text
    )


@pytest.mark.parametrize(
    "note",
    [
        "báo cáo sau khi thanh tra",
        "báo cáo nếu có",
        "báo cáo hằng năm",
        "báo cáo lần 2",
        "trừ báo cáo năm",
        "báo cáo chưa xong",
        "không gồm báo cáo",
        "báo cáo 7 tháng",
    ],
)
def test_note_that_may_turn_the_time_is_refused(note: str) -> None:
    with pytest.raises(UnreadablePeriod):
        read_period(f"Trước ngày 20/11/2023 ({note})", YEAR)


def test_refusal_survives_pickling() -> None:
    fault = pickle.loads(pickle.dumps(UnreadablePeriod(PeriodFault.BACKWARDS, "x")))
    assert (fault.reason, fault.rest, str(fault)) == ("backwards", "x", "backwards: x")


def test_year_of_the_directive_is_only_a_default() -> None:
    assert read_period("Quý I", 2024).start == date(2024, 1, 1)
    assert read_period("Quý I/2023", 2024).start == date(2023, 1, 1)


@pytest.mark.parametrize(
    "text",
    [
        "  Quý\u00a0II/2023  ",
        "Quý\nII/2023",
        "Qu\u00ady II/2023".replace("y", "ý"),
        "\u200bQuý II/2023.",
        "\ufeffQuý II／2023",
        "“Quý II/2023”",
        "Quý II/2023;",
    ],
)
def test_stray_characters_do_not_matter(text: str) -> None:
    assert dates(text) == (date(2023, 4, 1), date(2023, 6, 30))


# ---- what holds for any text ---------------------------------------------------------------------

DAY = st.dates(date(1900, 1, 1), date(2100, 12, 31))
SPELLINGS = (
    "{0:%Y-%m-%d}",
    "{0.day}/{0.month}/{0.year}",
    "{0:%d/%m/%Y}",
    "{0:%d-%m-%Y}",
    "{0:%d.%m.%Y}",
    "ngày {0:%d/%m/%Y}",
    "ngày {0:%d} tháng {0:%m} năm {0.year}",
    "{0.day} tháng {0.month} năm {0.year}",
    "ngày {0.day} tháng {0.month}/{0.year}",
)
ALL_TEXTS = [
    *(text for text, _ in rows(DAYS + SPANS + BEFORE + BY + WITHIN + FROM + THEN_EVERY_YEAR)),
    *words(STANDING + RECURRING),
    *CONDITIONAL,
    *(row[0] for row in DATED_AND_CONDITIONAL),
]
PIECE_TABLE = (
    "ngày tháng năm quý Quý II III IV I 6 3 15 30/6/2023 2023 2025 / - – . , ; ( ) : từ đến hết trước trong "
    "chậm nhất đầu giữa cuối nửa cả thường xuyên hằng định kỳ và các tiếp theo sau khi theo kể 17h T2 Q2 "
    "# ~ … không khoảng mười hai sáu tu nam ngay 0 99 2023-06-30 mỗi lần thứ 15.3 2021-2025 →"
)
PIECES = st.sampled_from(PIECE_TABLE.split())
SENTENCE = st.lists(
    st.tuples(PIECES, st.sampled_from(["", " ", "\n", "\u00a0"])), max_size=60
).map(lambda parts: "".join(word + gap for word, gap in parts)[:500])


@given(st.one_of(st.text(max_size=500), SENTENCE), st.sampled_from([1900, 2023, 2100]))
@example("1" * 500, YEAR)
@example("hoàn thành " * 45, YEAR)
@example("hằng năm, " * 50, YEAR)
@example("1/1" * 160, YEAR)
@example("1 - " * 120, YEAR)
@example("theo , 1" * 60, YEAR)
@example("tháng " * 80, YEAR)
@example("x" * 100_000, YEAR)
@settings(max_examples=400, deadline=None)
def test_any_text_is_read_or_refused_at_once(text: str, year: int) -> None:
    begun = time.process_time()
    try:
        period = read_period(text, year)
    except UnreadablePeriod:
        pass
    else:
        assert period.text == text
        assert not (period.start and period.end and period.end < period.start)
        assert period.start or period.end or period.standing or period.condition
    assert time.process_time() - begun < 1  # a pattern that runs away takes many seconds


@given(DAY, st.sampled_from(SPELLINGS))
def test_every_spelling_of_a_day_reads_back(when: date, spelling: str) -> None:
    text = spelling.format(when)
    assert read_period(text, YEAR) == Period(text, when, when)


@given(DAY, st.sampled_from(SPELLINGS), st.sampled_from(["trước {}", "Hoàn thành trước {}"]))
def test_before_any_day_ends_the_day_before(when: date, spelling: str, phrase: str) -> None:
    period = read_period(phrase.format(spelling.format(when)), YEAR)
    assert (period.start, period.end) == (None, when - timedelta(days=1))
    assert period.relation is Relation.BEFORE


@given(
    DAY,
    DAY,
    st.sampled_from(SPELLINGS),
    st.sampled_from(["từ {} đến {}", "{} - {}", "{} – {}", "{} đến {}"]),
)
def test_range_of_days_runs_from_first_to_last(
    one: date, other: date, spelling: str, phrase: str
) -> None:
    first, last = sorted((one, other))
    assert dates(phrase.format(spelling.format(first), spelling.format(last))) == (first, last)


@given(
    st.integers(1900, 2100),
    st.integers(1, 12),
    st.sampled_from(
        ["{m}/{y}", "tháng {m}/{y}", "T{m}/{y}", "tháng {m:02} năm {y}", "{m:02}-{y}"]
    ),
)
def test_every_month_runs_from_first_to_last_day(year: int, month: int, spelling: str) -> None:
    last = monthrange(year, month)[1]
    text = spelling.format(m=month, y=year)
    assert dates(text) == (date(year, month, 1), date(year, month, last))


@given(
    st.integers(1900, 2100),
    st.integers(1, 4),
    st.sampled_from(["Quý {r}/{y}", "quý {q} năm {y}", "Q{q}/{y}", "Q{r}/{y}", "Quý {r} năm {y}"]),
)
def test_every_quarter_runs_from_first_to_last_day(year: int, quarter: int, spelling: str) -> None:
    start, end = dates(spelling.format(q=quarter, r=("I", "II", "III", "IV")[quarter - 1], y=year))
    month = quarter * 3
    assert start == date(year, month - 2, 1)
    assert end == date(year, month, monthrange(year, month)[1])


@given(st.integers(1900, 2100), st.sampled_from(["{}", "năm {}", "cả năm {}", "trong năm {}"]))
def test_every_year_runs_from_first_to_last_day(year: int, spelling: str) -> None:
    assert dates(spelling.format(year)) == (date(year, 1, 1), date(year, 12, 31))


SAME: dict[str, Callable[[str], str]] = {
    "decomposed": lambda text: unicodedata.normalize("NFD", text),
    "upper case": str.upper,
    "no-break spaces": lambda text: text.replace(" ", "\u00a0"),
    "doubled spaces": lambda text: text.replace(" ", "  "),
    "broken lines": lambda text: re.sub(r"(?<!\W) (?!\W)", "\n", text),
    "en dashes": lambda text: text.replace("-", "–"),
    "soft hyphen": lambda text: text[:1] + "\u00ad" + text[1:],
    "full stop": lambda text: text + ".",
}


@pytest.mark.parametrize("text", ALL_TEXTS)
def test_the_form_of_the_characters_does_not_matter(text: str) -> None:
    def meaning(text: str) -> Period:
        period = read_period(text, YEAR)
        condition = period.condition and period.condition.casefold()
        return replace(period, text="", condition=condition)

    others = {name: meaning(change(text)) for name, change in SAME.items()}
    assert others == dict.fromkeys(SAME, meaning(text))


EDGES = [
    ("1 tháng đầu năm 2025", date(2025, 1, 1), date(2025, 1, 31)),
    ("11 tháng đầu năm 2025", date(2025, 1, 1), date(2025, 11, 30)),
    ("3 tháng đầu 2025", date(2025, 1, 1), date(2025, 3, 31)),
    ("6 tháng cuối năm 2025", date(2025, 7, 1), date(2025, 12, 31)),
    ("quý 2 năm 2025", date(2025, 4, 1), date(2025, 6, 30)),
    ("quý II, III năm 2024", date(2024, 4, 1), date(2024, 9, 30)),
    ("2035-12", date(2035, 12, 1), date(2035, 12, 31)),
    ("+ 15/02/2024", date(2024, 2, 15), date(2024, 2, 15)),
    ("* 15/02/2024", date(2024, 2, 15), date(2024, 2, 15)),
    ("• 15/02/2024", date(2024, 2, 15), date(2024, 2, 15)),
    ("“15/02/2024", date(2024, 2, 15), date(2024, 2, 15)),
    ("15-16/02/2024", date(2024, 2, 15), date(2024, 2, 16)),
    ("15/02/2024".ljust(600), date(2024, 2, 15), date(2024, 2, 15)),
]


@pytest.mark.parametrize(("text", "start", "end"), EDGES)
def test_years_of_their_own_and_bullets(text: str, start: date, end: date) -> None:
    period = read_period(text, 2023)
    assert (period.start, period.end) == (start, end)


REFUSED = [
    ("x" * 601, "not-a-date", "x" * 600),
    ("12 tháng đầu năm 2025", "impossible-date", "12 thang dau nam 2025"),
    ("9 tháng năm 2025", "part-unread", "tháng"),
    ("15/02/23", "two-digit-year", "23"),
    ("2021-25", "two-digit-year", "25"),
    ("12/23", "two-digit-year", "12/23"),
    ("2/13", "two-digit-year", "2/13"),
    ("31/13/2023", "impossible-date", "31/13/2023"),
    ("quý V/2023", "impossible-date", "quý V/2023"),
    ("năm 99", "two-digit-year", "99"),
    ("năm 20235", "not-a-date", "20235"),
    ("từ 15/02/2022 đến 15/03", "part-unread", "từ 15/02/2022 đến 15/03"),
]


@pytest.mark.parametrize(("text", "reason", "rest"), REFUSED)
def test_refusal_with_its_reason_and_words(text: str, reason: str, rest: str) -> None:
    with pytest.raises(UnreadablePeriod) as caught:
        read_period(text, 2023)
    assert (caught.value.reason, caught.value.rest) == (reason, rest)
    assert caught.value.args == (reason, rest)


def test_a_refusal_without_words_is_its_reason() -> None:
    assert str(UnreadablePeriod(PeriodFault.EMPTY)) == "empty"


def test_what_most_cells_hold_is_read_as_all_else_would_be(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    days = [f"{day}/{month}/{year}" for day in (0, 1, 9, 28, 29, 30, 31, 32) for month in range(14)
            for year in (1899, 1900, 2023, 2024, 2100, 2101)]  # fmt: skip
    zeros = ["01/02/2023", "00/2023", "09/9/2023", "012/2023", "1/1/02023", "１/2/2023"]
    months = [f"{head}{month}/2023" for head in ("", "Tháng ", "tháng ") for month in range(14)]
    quarters = [
        f"{head} {n}/2023"
        for head in ("Quý", "quý")
        for n in ("I", "II", "III", "IV", "V", "i", 4)
    ]
    texts = [*days, *zeros, *months, *quarters, "Thường xuyên", "thường xuyên", "Quý I/2023\n"]

    def told(text: str) -> object:
        try:
            return period._read.__wrapped__(text, 2023)
        except UnreadablePeriod as error:
            return error.reason, error.rest

    quick = {text: told(text) for text in texts}
    assert sum(period._plain(text, 2023) is not None for text in texts) > 300
    monkeypatch.setattr(period, "_plain", lambda text, year: None)
    assert {text: told(text) for text in texts} == quick
