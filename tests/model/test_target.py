"""Targets: every spelling known, every refusal by its reason, and when a promise meets a demand."""

import pickle
import re
import time
import unicodedata
from collections.abc import Callable
from contextlib import suppress
from decimal import Decimal
from itertools import product

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from hpdirective.model.target import (
    Op,
    Target,
    TargetFault,
    Trend,
    UnreadableTarget,
    meets,
    read_target,
    same_measure,
    scaled,
)

# op value unit: spellings; "-" is no unit
VALUES = """
>= 55 -: ≥ 55 | >= 55 | => 55 | > = 55 | ≧ 55 | ⩾55 | ＞＝ 55 | tối thiểu 55 | Tối thiểu: 55
>= 30 -: ít nhất 30 | không dưới 30 | từ 30 trở lên | 30 trở lên | không ít hơn 30
>= 30 -: không thấp hơn 30 | đạt ít nhất 30 | đạt tối thiểu 30 | không nhỏ hơn 30
>= 35 xã: tối thiểu 35 xã | từ 35 xã trở lên | 35 xã trở lên | ít nhất 35 xã | toi thieu 35 xa
>= 35 xã: Đạt từ 35 xã trở lên | ít nhất từ 35 xã trở lên | có ít nhất 35 xã | từ 35 xã
>= 35 xã: phấn đấu đạt tối thiểu 35 xã | hoàn thành tối thiểu 35 xã | it nhat 35 xã | tối thiểu đạt 35 xã | tối thiểu là 35 xã
>= 85 %: đạt và vượt 85% | không dưới 85% | đạt từ 85% trở lên | từ 85% | lớn hơn hoặc bằng 85%
>= 85 %: bằng hoặc cao hơn 85% | 85% hoặc cao hơn | đạt hoặc vượt 85% | duy trì từ 85% trở lên
> 0.7 -: > 0,7 | >0,7 | trên 0,7 | lớn hơn 0,7 | ＞ 0,7
> 85 %: trên 85% | trên 85 % | hơn 85% | lớn hơn 85% | cao hơn 85% | tren 85% | >85%
> 85 %: đạt trên 85% | Đạt tỷ lệ trên 85% | phấn đấu đạt trên 85% | nhiều hơn 85％ | trên mức 85%
> 85 %: TRÊN 85% | Phấn đấu trên 85%. | tỷ lệ đạt trên 85% | vượt mức 85% | vượt trên 85%
<= 5 %: không quá 5% | tối đa 5% | không vượt quá 5% | không cao hơn 5% | từ 5% trở xuống | ≤ 5%
<= 5 %: 5% trở xuống | <= 5% | =< 5% | ≦5% | tối đa không quá 5% | không lớn hơn 5% | toi da 5%
<= 5 %: nhỏ hơn hoặc bằng 5% | không nhiều hơn 5%
< 5 %: dưới 5% | thấp hơn 5% | nhỏ hơn 5% | ít hơn 5% | < 5% | <5% | duoi 5%
= 100 %: 100% | đạt 100% | 100 % | bằng 100% | là 100% | = 100% | Phấn đấu đạt 100% | 100％ | 100%.
= 100 %: phấn đấu 100% | hoàn thành 100% | duy trì 100% | đạt tỷ lệ 100% | “100%” | bảo đảm 100%
= 85 phần trăm: 85 phần trăm | đạt 85 phần trăm
= 9 -: 09 | 9 | = 9 | số lượng 9
= 8 dự án: 08 dự án | 8 dự án | hoàn thành 08 dự án | 08  dự án | đạt 8 dự án | 08 dự án;
= 5 xã: 05 xã | 5 xã | có 5 xã
= 35 xã đạt chuẩn: 35 xã đạt chuẩn
= 5 xã đạt chuẩn nông thôn mới kiểu mẫu: 05 xã đạt chuẩn nông thôn mới kiểu mẫu
= 8 dự án đầu tư công trọng điểm hoàn thành: 08 dự án đầu tư công trọng điểm hoàn thành
> 85 % số đơn thuộc thẩm quyền: trên 85% số đơn thuộc thẩm quyền | trên 85% (số đơn thuộc thẩm quyền) | > 85% (tính trên số đơn thuộc thẩm quyền)
= 5 xã: 05 xã (chuyển tiếp từ năm 2022) | 05 xã (chuyển tiếp) | 05 xã (từ năm 2022 chuyển sang) | 5 (năm) xã
= 8 dự án: 08 (tám) dự án
>= 21 công viên: tối thiểu 21 (hai mươi mốt) công viên
= 100 %: 100% (25/25 người) | 100% (25/25)
= 85 %: 85% (17/20 xã)
= 35 xã nông thôn mới kiểu mẫu: 35 xã nông thôn mới kiểu mẫu
= 90 % số xã: 90% số xã
= 90 % số hồ sơ đúng hạn: 90% số hồ sơ đúng hạn
= 100 % kế hoạch vốn: 100% kế hoạch vốn
= 5 %/năm: 5%/năm | 5% / năm
= 14.3 bác sĩ/1 vạn dân: 14,3 bác sĩ/1 vạn dân | 14,3 bác sĩ/ 1 vạn dân
= 48.5 giường bệnh/10.000 dân: 48,5 giường bệnh/10.000 dân
= 1200 m2: 1200 m2
= 63 triệu đồng/người: 63 triệu đồng/người
= 85.1 %: 85,1% | 85.1% | 85,1 %
= 85.12 -: 85,12 | 85.12
= 0.123 -: 0,123 | 0.123
= 1234.5 tỷ đồng: 1.234,5 tỷ đồng | 1234,5 tỷ đồng | 1 234,5 tỷ đồng
= 116442.134 tỷ đồng: 116.442,134 tỷ đồng
= 1234567 -: 1.234.567 | 1 234 567 | 1234567
= 1234567 đồng: 1.234.567 đồng | 1 234 567 đồng
= 42500 tỷ đồng: 42500 tỷ đồng | 42 500 tỷ đồng | 42.500,0 tỷ đồng
= 7.3 triệu lượt: 7,3 triệu lượt
= 5 sao: 5 sao
> 7.3 triệu lượt khách du lịch: Trên 7,3 triệu lượt khách du lịch
= 42500 tỷ đồng: 42.500 tỷ đồng | đạt 42.500 tỷ đồng | giải ngân 42.500 tỷ đồng
>= 42500 tỷ đồng: tối thiểu 42.500 tỷ đồng | từ 42.500 tỷ đồng trở lên
= 15000 lao động: 15.000 lao động | Giải quyết 15.000 lao động | - 15.000 lao động
= 15000 lượt khách: 15.000 lượt khách
= 1234 người: 1.234 người
= 1234 tr.đ: 1.234 tr.đ
= 100 % cơ quan, đơn vị: 100% cơ quan, đơn vị | đạt 100 % cơ quan, đơn vị
= 100 % hồ sơ được giải quyết đúng hạn: 100% hồ sơ được giải quyết đúng hạn
> 85 % hồ sơ khiếu nại, tố cáo: trên 85% hồ sơ khiếu nại, tố cáo
= 85 %/tổng số hộ: 85%/tổng số hộ
= 5 xã: 5/5 xã | 05/05 xã | đạt 5/5 xã | hoàn thành 5/12 xã
= 15 quận, huyện: 15/15 quận, huyện
= 35 xã: 35/70 xã
= 8 dự án: 8/10 dự án | Khởi công 08 dự án | phấn đấu khởi công 8 dự án
>= 35 xã: tối thiểu 35/70 xã
= 5 trường: Xây dựng 5 trường | Xây dựng mới 05 trường | Cải tạo 5 trường | Thành lập mới 5 trường
= 5 trường: Thành lập 5 trường
= 2 hội nghị: Tổ chức 02 hội nghị | tổ chức 2 hội nghị
= 3 nghị quyết: Ban hành 03 nghị quyết
= 5 ha rừng: Trồng 5 ha rừng | Trồng mới 5 ha rừng | phấn đấu trồng 5 ha rừng
> 2.5 tỷ USD: Thu hút trên 2,5 tỷ USD | phấn đấu thu hút trên 2,5 tỷ USD
= 95 %: Giải ngân 95% | Giải ngân đạt 95% | Giải quyết đạt 95% | (95%) | - 95% | – 95% | • 95%
= 0.5 %: Giảm còn 0,5% | Còn 0,5% | giảm xuống còn 0,5% | giảm xuống 0,5% | phấn đấu còn 0,5%
= 90 %: Tăng lên 90% | tăng lên mức 90% | Năm 2023: 90% | Năm 2023 đạt 90% | 90% (năm 2023)
= 90 %: năm 2023, đạt 90% | Năm 2023 phấn đấu đạt 90% | trong năm 2023 đạt 90% | 90% trong năm 2023 | 90% năm 2023
= 90 %: đến hết năm 2023: 90% | đến cuối năm 2023 đạt 90% | 90% (2023) | 90%, năm 2023 | 90% - năm 2023 | 90% (đến năm 2023)
= 90 %: 90% (kế hoạch năm 2023) | 90% (đến 31/12/2023) | 90% (cả năm) | cả năm: 90% | 90% vào cuối năm | den nam 2023: 90%
= 90 %: Chỉ tiêu năm 2023: 90% | Kế hoạch năm 2023 đạt 90% | tính đến hết năm 2023 đạt 90% | 90% trong năm
= 8 dự án: Năm 2023 hoàn thành 08 dự án | 08 dự án trong năm | 08 dự án (trong năm 2023) | Trong năm khởi công 08 dự án
> 85 % số đơn: trên 85% (năm 2023) số đơn | Năm 2023 trên 85% số đơn
> 85 %: trên 85% theo Chỉ thị | trên 85% theo yêu cầu của Chỉ thị | trên 85% theo Chỉ thị số 02/CT-UBND | trên 85% (theo quy định)
> 85 %: 1. Trên 85% | a) Trên 85% | trên 85%% | trên 85% (*) | trên 85% * | Đến 31/12/2023 đạt trên 85% | đến hết quý IV/2023 đạt trên 85%
= 90 %: 90% (chín mươi) | 90% (chín mươi phần trăm) | Tháng 12/2023: 90% | 90% (quý IV) | ở mức 90% | duy trì ở mức 90%
= 90 %: tăng từ 85% lên 90% | từ 85% lên 90% | tăng từ 85% (năm 2022) lên 90% | tăng từ 85% năm 2022 lên mức 90% | nâng từ 85 lên 90%
= 90 %: 90%, tăng 5% so với năm 2022 | đạt 90% (tăng 5% so với năm 2022) | 90% (tăng 5%) | 90% (tăng 5 điểm % so với cùng kỳ)
= 5 %: giảm từ 10 xuống 5% | giảm từ 10% xuống còn 5% | từ 10% xuống 5% | khống chế 5%
= 5 hạng: từ hạng 6 lên hạng 5 | tăng từ thứ 6 lên thứ 5 | vị trí thứ 5/63 tỉnh, thành
= 5 xã: 05 xã (năm xã) | Cả 05 xã | toàn bộ 05 xã | Đạt chuẩn 05 xã | 05 xã trên địa bàn huyện | 05 xã của huyện
= 5 xã: 05 xã chuyển tiếp từ năm 2022 | 05 xã từ năm 2022 chuyển sang | 05 xã chuyển tiếp năm 2022
= 2 công viên: 02 công viên, đưa vào sử dụng
= 5 xã: 05 xã (năm 2022 chuyển sang) | 05 xã từ 2022 chuyển sang | Tổng số 05 xã | Tổng cộng: 05 xã | 05 (xã)
= 2 dự án: 02 dự án (100%) | 2/2 dự án (100%)
= 85 %: 85 (%) | 85% [1] | 85%² | KH: 85% | 2023: 85% | 85% (KH năm 2023)
= 85 %: từ 82% (năm 2022) lên 85% (năm 2023) | nâng tỷ lệ lên 85% | 85% theo Chỉ thị số 02/CT-UBND ngày 19/01/2023
= 5 m³: 5 m³
= 5 xã được công nhận đạt chuẩn NTM kiểu mẫu: 05 xã được công nhận đạt chuẩn NTM kiểu mẫu
= 8 dự án: 08 dự án theo danh mục | 08 dự án (theo danh mục dự án trọng điểm) | 08 dự án thuộc danh mục trọng điểm năm 2023
= 8 dự án: Quý IV/2023: 08 dự án | 08 dự án đến 31/12/2023 | 08 dự án vào quý IV | 08 dự án đưa vào khai thác
= 8 dự án hoàn thành: 08 dự án hoàn thành đưa vào sử dụng | 08 dự án hoàn thành, đưa vào khai thác | khởi công mới 08 dự án hoàn thành
= 100 % kế hoạch vốn: 100% kế hoạch vốn năm 2023
< 1 %: Giảm xuống dưới 1% | còn dưới 1% | giảm còn dưới 1%
> 90 %: tăng lên trên 90%
= 1 hạng: Đứng đầu cả nước | đứng đầu toàn quốc | Xếp thứ nhất | thứ nhất | đứng thứ nhất cả nước
<= 5 hạng: Đứng trong Top 5 | Duy trì vị trí Top 5 | xếp trong nhóm 5 | giữ vững vị trí top 5
<= 5 hạng: Trong 5 địa phương dẫn đầu cả nước | thuộc 5 tỉnh, thành phố dẫn đầu
= 5 hạng: hạng 5 | thứ 5 | xếp thứ 5 | vị trí thứ 5 | xếp hạng 5 | đứng thứ 5 | Hạng 05 | vị trí 5
= 5 hạng: đạt hạng 5 | xếp hạng thứ 5 | đứng thứ 5 cả nước | thứ 5/63 | hạng 5/63 tỉnh, thành phố
<= 10 hạng: top 3-10 | top 10 | Top 10 | trong nhóm 10 | trong top 10 | nhóm 10 | thuộc nhóm 10 | trong tốp 10
<= 10 hạng: nằm trong top 10 cả nước | nhóm 10 địa phương dẫn đầu | nhóm 10 tỉnh, thành phố dẫn đầu
"""

RANGES = """
3 5 hạng: xếp thứ 3-5 | hạng 3 - 5 | thứ hạng 3 đến 5 | hạng 3 đến hạng 5
40 50 -: 40 - 50 | 40-50 | 40 – 50 | từ 40 đến 50 | 40 đến 50 | đạt 40 - 50 | 40—50 | 40 tới 50
12.7 13 %: 12,7%-13% | 12,7% - 13% | 12,7-13% | đạt 12,7%-13% | từ 12,7 đến 13% | 12.7 - 13%
90 95 %: 90-95% | từ 90% đến 95% | 90% đến 95% | tu 90% den 95% | Phấn đấu đạt 90 – 95% | từ 90-95%
35 40 xã: 35 - 40 xã | 35 xã - 40 xã | 35 đến 40 xã
8 8 -: 8 - 8
12.7 13 %: 12,7 ÷ 13% | 12,7÷13% | 12,7~13% | 12,7 ~ 13%
42500 43000 tỷ đồng: 42.500 - 43.000 tỷ đồng
40 42500 tỷ đồng: 40 - 42.500 tỷ đồng
"""

TRENDS = """
up: tăng | Tăng | tăng so với năm 2022 | cao hơn năm 2022 | cải thiện so với năm 2022 | tang | cải thiện
up: tăng so với cùng kỳ | cao hơn năm trước | tăng hơn năm 2022 | cải thiện thứ hạng | tăng hạng
up: nâng hạng | nâng cao thứ hạng | nâng bậc
down: giảm cả ba tiêu chí | kéo giảm | giảm cả 3 mặt
up: cao hơn so với năm 2022 | cao hơn cùng kỳ | TĂNG | tăng so với cùng kỳ năm 2022 | tăng bậc
down: giảm cả 3 tiêu chí | giảm cả 3 tiêu chí so với năm 2022
down: giảm | Giảm so với năm 2022 | thấp hơn năm 2022 | giam | giảm so với năm trước
"""

CHANGES = """
up = 5 %: tăng 5% | tăng thêm 5% | tăng 5% so với năm 2022 | +5% | tăng 5% so với cùng kỳ
up >= 2 bậc: tăng ít nhất 2 bậc | tăng tối thiểu 02 bậc | tăng từ 2 bậc trở lên | cải thiện ít nhất 2 bậc
up = 2 bậc: tăng 2 bậc | cải thiện 2 bậc | tăng 02 bậc so với năm 2022
up > 13 %: tăng trên 13%
up = 1 bậc: nâng 01 bậc
down = 5 %: kéo giảm 5%
up = 0.5 %: tăng 0,5% so năm 2022 | tăng 0,5% so cùng kỳ | tăng 0,5% so với thực hiện năm 2022
down = 5 % số vụ, số người chết, số người bị thương: giảm 5% số vụ, số người chết và số người bị thương
down = 0.5 điểm %: giảm 0,5 điểm %
down = 0.5 điểm phần trăm: giảm 0,5 điểm phần trăm
down = 5 %: giảm 5% cả 3 tiêu chí | giảm cả 3 tiêu chí 5%
down >= 5 %: giảm ít nhất 5% cả 3 tiêu chí so với năm 2022 | giảm cả 3 tiêu chí từ 5% trở lên
down >= 0.5 %: giảm từ 0,5% trở lên | giảm ít nhất 0,5%
"""

RANGED_CHANGES = """
down 5 10 %: Giảm từ 5-10% | giảm 5-10% | giảm từ 5% - 10% | giảm từ 5% đến 10% | giảm từ 5 đến 10%
down 5 10 %: giảm 5-10% cả 3 tiêu chí | giảm từ 5% đến 10% cả 3 tiêu chí | giảm cả 3 tiêu chí từ 5% đến 10% | giảm 5-10% trên cả 03 tiêu chí
down 5 10 % số vụ: giảm từ 5% đến 10% số vụ | giảm 5% - 10% số vụ | giảm từ 5% số vụ đến 10%
up 1 2 bậc: Tăng 1-2 bậc | tăng từ 1-2 bậc | tăng từ 1 đến 2 bậc
"""

AMBIGUOUS = """
= -: 1.234 | 12.345 | 123.456 | 1,234 | 10,000
= tỷ đồng: 42,500 tỷ đồng | 195,855 tỷ đồng | đạt 42,500 tỷ đồng
= ha: 2,500 ha | 2.500 ha
= %: 12.345% | 12,345%
= dự án: 1.234 dự án
= người: 1,000 người
= triệu lượt: 7.345 triệu lượt
= triệu đồng/người: 63.123 triệu đồng/người
>= km: tối thiểu 1.234 km | từ 1.234 km trở lên
range nghìn tỷ đồng: 42.500 - 43.000 nghìn tỷ đồng | 40 - 42.500 nghìn tỷ đồng
"""

FAULTS = {
    "empty": " |\u00a0|.|-|\u200b|;|...",
    "no-number": "≥|Đạt mức tiên tiến|đứng đầu|Hoàn thành|%|không|Tăng cường kiểm tra|Giảm nghèo bền vững"
    "|đạt|trên|cao|Có|năm xã|ba dự án|x|dẫn đầu cả nước|toàn bộ|không tăng|không giảm|xã|tăng trở lên",
    "several-targets": "85% (riêng năm 2024: 90%)|giảm từ 10% đến 5%|tăng từ 3% đến 5% số vụ|1 triệu đồng - 2 tỷ đồng|100% (trừ 3 xã)|5 (trong 7) xã|08 dự án; 10 dự án|85% và 90%|35 xã, trong đó 5 xã kiểu mẫu|85%, 90%"
    "|35 xã\n10 phường|từ 35 xã đến 40%"
    "|35 xã nông thôn mới và 5 phường|35\t100|08 dự án hoàn thành, 10 dự án khởi công|30 - 40 - 50"
    "|trên 85%; dưới 90%|trên 85% và dưới 90%|35\n100|tăng từ 3 đến 5%|- 35 xã\n- 10 phường|35 xã / 10 phường|35 xã\n- 40 xã",
    "backwards": "50 - 40|từ 95% đến 90%|13%-12,7%|1.234.567 - 5",
    "part-unread": "khoảng 85%|gần 85%|xấp xỉ 85%|~85|≈ 85%|trên 85% (nếu có)"
    "|08 dự án hoàn thành trước 30/6|08 dự án hoàn thành trước ngày 30/6/2023|1/3 xã|2/3 số hộ|70/35 xã|8/10|35/70 - 40/70 xã|tăng 5/10 xã"
    "|85% so với năm 2022|105% so với kế hoạch|tăng lên 2 bậc|tăng lên từ 90%|Vượt 5%|vượt 35 xã|cao hơn 2022"
    "|trên 85% trở lên|100% (trừ xã An Sơn)|02 công viên (trừ An Biên)|Tỷ lệ không đạt 85%|số xã, vượt 85%|05 xã (dự kiến)|02 công viên (nếu An Biên xong)"
    "|84% (17/20 xã)|5 xã (5/6 huyện)|08 (bảy) dự án|02 CÔNG VIÊN (XONG THỦ TỤC)|10 (mười một) xã|05 xã (trong đó có An Sơn)|5 xã (lập hồ sơ)|100% (hồ sơ trực tuyến)|5 xã (một phần An Sơn)|5 ha (An Biên)|5 (An Biên) công viên"
    "|trên 85-90%|≥ 90 - 95%|tối thiểu trên 85%|08 dự án chưa hoàn thành|không 85%"
    "|08 dự án nếu được bố trí vốn|mức độ 4|không đạt 85%|chưa đạt 85%|±5%|85%?"
    "|nhóm 10 địa phương thấp nhất|hạng 5 trở lên|tối thiểu hạng 5|không tăng 5%"
    "|35 xã thuộc các huyện An Dương và Tiên Lãng|mỗi huyện 5 xã|thêm 5 xã|bình quân 5%/năm|02/2023|.5|,5%|85,|5...|vượt 5% kế hoạch|tăng 5% kế hoạch|giảm 3% dự toán"
    "|tăng 5% so với kế hoạch|Thu 500 tỷ đồng|Tầng 5|Đất 5 ha|hàng 5|thu 500|bằng 105% năm 2022|30/6/2023|năm 2023|85% hồ sơ đúng hạn trở thành"
    "|1/3|giảm 5% xuống|trên dưới 85%|hơn kém 5%|dưới trên 5%|mỗi 5%|-5|−5%|− 5%|năm 2023 85%|xã, vượt 85%|85%, vượt kế hoạch|85% hồ sơ, vượt kế hoạch|85% hồ sơ quý II|5% hàng năm|35 xã, phường|trong 5 xã|+ 5 xã|5-|quá 5%",
    "bad-number": "1234.567|1.2345|1,234,567|1,234.5|1.2.3|1.23,4|1.234.56|85,1,2%|012.345|1 234.5|12.34.567 đồng"
    "|9" + "9" * 40,
}


def rows(table: str) -> list[tuple[list[str], str]]:
    found = []
    for line in filter(None, table.splitlines()):
        wanted, _, spellings = line.partition(": ")
        found += [(wanted.split(" "), spelling) for spelling in spellings.split(" | ")]
    return found


def unit_of(words: list[str]) -> str | None:
    return None if words == ["-"] else " ".join(words)


def plain(text: str | None) -> str | None:
    """Fold what a table's other spellings may change in a unit: case, marks and spacing."""
    if text is None:
        return None
    letters = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return re.sub(r"\s|[\u0300-\u036f]", "", letters)


@pytest.mark.parametrize(("wanted", "text"), rows(VALUES))
def test_value_is_read_with_its_operator(wanted: list[str], text: str) -> None:
    op, value, *unit = wanted
    target = read_target(text)
    assert (target.op, target.value, target.high) == (Op(op), Decimal(value), None)
    assert plain(target.unit) == plain(unit_of(unit))
    assert (target.text, target.trend, target.ambiguous) == (text, None, False)


@pytest.mark.parametrize(("wanted", "text"), rows(RANGES))
def test_range_is_read_with_both_ends(wanted: list[str], text: str) -> None:
    low, high, *unit = wanted
    target = read_target(text)
    assert (target.op, target.value, target.high) == (Op.RANGE, Decimal(low), Decimal(high))
    assert plain(target.unit) == plain(unit_of(unit))


@pytest.mark.parametrize(("wanted", "text"), rows(TRENDS))
def test_bare_trend_has_no_value(wanted: list[str], text: str) -> None:
    target = read_target(text)
    assert (target.op, target.value, target.trend) == (None, None, Trend(wanted[0]))


@pytest.mark.parametrize(("wanted", "text"), rows(CHANGES))
def test_change_keeps_its_trend(wanted: list[str], text: str) -> None:
    trend, op, value, *unit = wanted
    target = read_target(text)
    assert (target.trend, target.op, target.value) == (Trend(trend), Op(op), Decimal(value))
    assert target.unit == unit_of(unit)


@pytest.mark.parametrize(("wanted", "text"), rows(RANGED_CHANGES))
def test_change_may_be_a_range(wanted: list[str], text: str) -> None:
    trend, low, high, *unit = wanted
    wanted_target = Target(
        text, Op.RANGE, Decimal(low), Decimal(high), unit_of(unit), Trend(trend)
    )
    assert read_target(text) == wanted_target


@pytest.mark.parametrize(("wanted", "text"), rows(AMBIGUOUS))
def test_number_that_reads_two_ways_has_no_value(wanted: list[str], text: str) -> None:
    op, *unit = wanted
    assert read_target(text) == Target(text, Op(op), unit=unit_of(unit), ambiguous=True)


@pytest.mark.parametrize(
    ("reason", "text"), [(key, text) for key, row in FAULTS.items() for text in row.split("|")]
)
def test_unsure_text_is_refused_by_reason(reason: str, text: str) -> None:
    with pytest.raises(UnreadableTarget) as caught:
        read_target(text)
    assert caught.value.reason == reason


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("khoảng 85%", "khoảng"),
        ("08 dự án (theo phân bổ)", "(theo phân bổ)"),
        ("100% (trừ 3 xã)", "100%; 3 xã"),
        ("1,234,567 đồng", "1,234,567"),
    ],
)
def test_refusal_names_the_words_left_over(text: str, rest: str) -> None:
    with pytest.raises(UnreadableTarget) as caught:
        read_target(text)
    assert caught.value.rest == rest


REFUSED = [
    ("05 xã (An Sơn, Tam Bạc, Hải Sơn, Rế)", "list-differs", "An Sơn, Tam Bạc, Hải Sơn, Rế"),
    ("05 xã: An Sơn, Tam Bạc, Hải Sơn và Rế", "list-differs", "An Sơn, Tam Bạc, Hải Sơn và Rế"),
    ("03 xã (An Lão, Kiến Thụy)", "list-differs", "An Lão, Kiến Thụy"),
    ("02 xã (An Sơn, Tam Bạc, ...)", "list-differs", "An Sơn, Tam Bạc, ..."),
    ("01 công viên (An Biên, Tam Bạc)", "list-differs", "An Biên, Tam Bạc"),
    ("05 xã (An Lão 3, Kiến Thụy 2)", "several-targets", "05 xã; 3; 2"),
    ("08 (hoàn thành)", "part-unread", "(hoàn thành)"),
    ("90% (số vụ không thuộc thẩm quyền)", "part-unread", "% số vụ không thuộc thẩm quyền"),
    ("90% (ước)", "part-unread", "(ước)"),
    ("05 xã thuộc huyện quản lý", "part-unread", "xã thuộc huyện quản lý"),
    ("05 XÃ THUỘC HUYỆN CHƯA XONG", "part-unread", "XÃ THUỘC HUYỆN CHƯA XONG"),
    ("1OO%", "bad-number", "1OO%"),
    ("85²", "part-unread", "²"),
    ("tăng 2022", "part-unread", "tăng 2022"),
    ("giảm số 3", "part-unread", "giảm số"),
    ("2023: 2024", "several-targets", "2023; 2024"),
    ("giảm tỷ lệ thất nghiệp không đáng kể", "no-number", "giảm tỷ lệ thất nghiệp không đáng kể"),
    ("5" * 601, "part-unread", "5" * 600),
    ("tăng từ 3 đến 5%", "several-targets", "3; 5%"),
    ("từ 7 đến 5 xã", "backwards", "từ 7 đến 5 xã"),
    ("5 xã đến 7 %", "several-targets", "5 xã; 7 %"),
    ("cao hơn 2022", "part-unread", "cao hơn 2022"),
    ("vượt trên 5% kế hoạch", "part-unread", "vượt trên 5% kế hoạch"),
    ("trên 5 đến 7 xã", "part-unread", "trên 5 đến 7 xã"),
    ("giảm từ 5%", "part-unread", "giảm từ 5%"),
    ("tốt", "no-number", "tốt"),
    ("5 xã, 7 huyện", "several-targets", "5 xã; 7 huyện"),
    ("08 dự án hoàn thành,\n10 dự án khởi công", "several-targets", "08 dự án hoàn thành; 10 dự án khởi công"),
    ("35 xã, trong đó 5 xã kiểu mẫu", "several-targets", "35 xã; 5 xã kiểu mẫu"),
    ("năm 2022: 80%; năm 2023: 90%", "several-targets", "80%; 90%"),
    ("trên 85% và dưới 90%", "several-targets", "85%; 90%"),
    ("1 234 ha / 1.500,5 ha", "several-targets", "1 234 ha; 1.500,5 ha"),
    ("85% (riêng quý IV/2024: 90%)", "several-targets", "85%; 90%"),
    ("đạt 12% vào năm 2035, 2040", "part-unread", "đạt … vào năm 2035, 2040"),
    ("1; 2; 3; 4; 5; 6; 7", "several-targets", "1; 2; 3; 4; 5; ..."),
    ("90% (quý II/2022)", "part-unread", "(quý II/2022)"),
    ("khoảng 88-90%", "part-unread", "khoảng"),
    ("6 tháng đầu năm 50%, cả năm 90%", "several-targets", "6 tháng đầu năm; 50%; 90%"),
    ("trên 85% theo Công văn 02/UBND-TH", "part-unread", "trên … theo Công văn 02/UBND-TH"),
    ("5 xã hoàn thành trước 30/11/2023", "part-unread", "xã hoàn thành trước 30/11/2023"),
    ("xếp thứ 5-3", "backwards", "xếp thứ 5-3"),
    ("90% (năm học 2022-2023)", "part-unread", "(năm học 2022-2023)"),
    ("90% (thực hiện 2022)", "part-unread", "(thực hiện 2022)"),
    ("90% (cùng kỳ 2021, 2022)", "part-unread", "(cùng kỳ 2021, 2022)"),
    ("5 xã và khác", "part-unread", "xã và khác"),
    ("5 xa va huyen", "part-unread", "xa va huyen"),
    ("5 một hai ba bốn năm", "part-unread", "một hai ba bốn năm"),
    ("85%, hộ", "part-unread", "%, hộ"),
    ("1234567890123456789012345", "bad-number", "1234567890123456789012345"),
    ("0/7 xã", "part-unread", "0/7 xã"),
    ("3/4 xã", "part-unread", "3/4 xã"),
    ("7/1000 xã", "part-unread", "7/1000 xã"),
    ("85...", "part-unread", "..."),
]  # fmt: skip


@pytest.mark.parametrize(("text", "reason", "rest"), REFUSED)
def test_refusal_with_its_reason_and_words(text: str, reason: str, rest: str) -> None:
    with pytest.raises(UnreadableTarget) as caught:
        read_target(text)
    assert (caught.value.reason, caught.value.rest) == (reason, rest)
    assert caught.value.args == (reason, rest)


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("1/5 xã", "1", "xã"),
        ("1/999 xã", "1", "xã"),
        ("999/999 xã", "999", "xã"),
        ("4/4 xã", "4", "xã"),
        ("0" * 23 + "9", "9", None),
        ("5 triệu một hai ba bốn", "5", "triệu một hai ba bốn"),
        ("85% hộ, xã", "85", "% hộ, xã"),
        ("“85 xã", "85", "xã"),
    ],
)
def test_values_at_the_edge(text: str, value: str, unit: str | None) -> None:
    assert read_target(text) == Target(text, Op.EQUAL, Decimal(value), unit=unit)


@pytest.mark.parametrize(
    "note",
    [
        "An Biên, Tam Bạc",
        "gồm: An Biên và Tam Bạc",
        "bao gồm An Biên; Tam Bạc",
        "công viên An Biên; công viên Tam Bạc",
        "An Biên",
        "VSIP",
    ],
)
def test_names_of_what_is_counted_change_nothing(note: str) -> None:
    for text in (f"02 công viên ({note})", f"02 công viên: {note.removeprefix('gồm: ')}"):
        assert read_target(text) == replace(read_target("02 công viên"), text=text)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("95% (18/19 đơn)", "94.73", "95"),
        ("86% (19/22)", "86", "86.37"),
        ("94,7% (18/19 đơn)", "94.7", "94.74"),
    ],
)
def test_a_share_shown_rounded_is_all_that_it_may_be(text: str, low: str, high: str) -> None:
    assert read_target(text) == Target(text, Op.RANGE, Decimal(low), Decimal(high), "%")


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("05 xã (An Sơn, Tam Bạc, ...)", "05 xã"),
        ("05 xã (An Sơn, v.v.)", "05 xã"),
        ("05 xã (An Lão, Kiến Thụy)", "05 xã"),
        ("03 xã (huyện An Lão, huyện Vĩnh Bảo)", "03 xã"),
        ("tối thiểu 05 xã (An Sơn, Tam Bạc, Hải Sơn, Rế)", "tối thiểu 05 xã"),
        ("02 dự án (cầu Rào 3, đường Hồ Sen - Cầu Rào 2)", "02 dự án"),
        ("02 xã (An Lão 1, Kiến Thụy 1)", "02 xã"),
    ],
)
def test_names_may_be_open_fewer_or_numbered(text: str, read: str) -> None:
    assert read_target(text) == replace(read_target(read), text=text)


@pytest.mark.parametrize("place", ["thuộc huyện Cát Hải", "của huyện Cát Hải", "tại quận Đồ Sơn"])
def test_a_place_stays_with_what_is_counted(place: str) -> None:
    assert read_target(f"05 xã {place}").unit == f"xã {place}"


def test_a_list_on_lines_is_a_list() -> None:
    text = "05 xã:\n- An Sơn\n- Hải Sơn\n- Rế\n- Tam Bạc\n- Gia Luận"
    assert read_target(text) == replace(read_target("05 xã"), text=text)


def test_names_may_follow_without_brackets() -> None:
    text = "02 công viên gồm An Biên và Tam Bạc"
    assert read_target(text) == replace(read_target("02 công viên"), text=text)


@given(st.integers(1, 99), st.integers(1, 99))
def test_number_in_letters_is_that_number(number: int, other: int) -> None:
    digits = ["_", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"]
    tens, ones = divmod(number, 10)
    parts = [f"{digits[tens]} mươi" if tens > 1 else "mười"] if tens else []
    parts += [digits[ones]] if ones else []
    words = " ".join(parts).replace("mươi năm", "mươi lăm").replace("mươi một", "mươi mốt")
    words = words.replace("mười năm", "mười lăm")
    text = f"{other:02} ({words}) dự án"
    if number == other:
        assert read_target(text) == replace(read_target(f"{other} dự án"), text=text)
    else:
        with pytest.raises(UnreadableTarget):
            read_target(text)


@pytest.mark.parametrize(
    ("text", "of", "read"),
    [
        (
            "Tỷ lệ giải quyết khiếu nại, tố cáo thuộc thẩm quyền đạt trên 85%",
            "Tỷ lệ giải quyết khiếu nại, tố cáo thuộc thẩm quyền",
            "đạt trên 85%",
        ),
        ("Tỷ lệ thất nghiệp giảm 0,1%", "Tỷ lệ thất nghiệp", "giảm 0,1%"),
        ("Số dự án khởi công: 10 dự án", "Số dự án khởi công", "10 dự án"),
        ("tỉ lệ bao phủ bảo hiểm y tế: 95%", "tỉ lệ bao phủ bảo hiểm y tế", "95%"),
        ("Tai nạn giao thông giảm từ 5% đến 10%", "Tai nạn giao thông", "giảm từ 5% đến 10%"),
        ("giảm tai nạn giao thông 5%", "tai nạn giao thông", "giảm 5%"),
        ("Giảm TNGT từ 5-10% cả 3 tiêu chí", "tai nạn giao thông", "giảm từ 5-10% cả 3 tiêu chí"),
        ("giảm tỷ lệ thất nghiệp", "tỷ lệ thất nghiệp", "giảm"),
        ("giảm tỷ lệ thất nghiệp so với năm 2022", "tỷ lệ thất nghiệp", "giảm so với năm 2022"),
        ("giảm tỷ lệ hộ nghèo xuống còn 0,5%", "tỷ lệ hộ nghèo", "còn 0,5%"),
        ("Giảm tỷ lệ hộ nghèo từ 3% xuống 2,5%", "tỷ lệ hộ nghèo", "2,5%"),
        ("nâng tỷ lệ bao phủ BHYT lên trên 95%", "tỷ lệ bao phủ BHYT", "trên 95%"),
    ],
)
def test_words_for_what_is_measured_are_kept_apart(text: str, of: str, read: str) -> None:
    assert read_target(text) == replace(read_target(read), text=text, of=of)


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("90%", None),
        ("90% (cả năm)", None),
        ("90% (năm 2022)", (2022, 2022)),
        ("năm 2022: 90%", (2022, 2022)),
        ("90% vào năm 2025", (2025, 2025)),
        ("giai đoạn 2021-2025 đạt 90%", (2021, 2025)),
        ("90% (thời kỳ 2021 - 2030)", (2021, 2030)),
        ("Tỷ lệ hộ nghèo năm 2022: 1%", (2022, 2022)),
        ("tăng (năm 2022)", (2022, 2022)),
        ("hạng 5 (năm 2022)", (2022, 2022)),
        ("1.234 (năm 2022)", (2022, 2022)),
        # not the year of the value
        ("tăng 5% so với năm 2022", None),
        ("05 xã (chuyển tiếp từ năm 2022)", None),
        ("cao hơn năm 2022", None),
    ],
)
def test_the_years_that_a_value_is_of(text: str, years: tuple[int, int] | None) -> None:
    assert read_target(text).years == years


def test_a_name_is_told_without_the_year_of_its_value() -> None:
    assert read_target("Tỷ lệ hộ nghèo năm 2023 đạt 1%").of == "Tỷ lệ hộ nghèo"


@pytest.mark.parametrize(
    "text",
    [
        "năm 2022: 80%, năm 2023: 90%", "90% so với cùng kỳ năm 2022", "bằng 105% năm 2022",
        "90% (năm học 2022-2023)", "10%/năm 2023", "90% từ năm 2023", "90% trước năm 2023",
        "90% sau năm 2023", "năm 2023 90%", "90% (năm 2022, 2023)", "90% (đến 30/6/2023)",
    ],
)  # fmt: skip
def test_other_words_with_a_year_are_no_year_of_the_value(text: str) -> None:
    with pytest.raises(UnreadableTarget):
        read_target(text)


def test_what_an_earlier_year_reached_changes_nothing() -> None:
    text = "Trên 85% (năm 2022: 82%)"
    assert read_target(text, 2023) == Target(text, Op.MORE, Decimal(85), unit="%")
    assert read_target("Top 5 (năm 2022 đạt hạng 6)", 2023).value == 5
    assert read_target("90% (kết quả năm 2022: 85%)", 2023).value == 90
    assert read_target("90% (TH 2022: 85%)", 2023).value == 90
    assert read_target("90% (2022: 85%)", 2023).value == 90
    with pytest.raises(UnreadableTarget):
        read_target("95% (năm 2022: 92%, 2023: 90%)", 2023)
    for year in (None, 2021, 2022):  # else it may be this year's
        with pytest.raises(UnreadableTarget):
            read_target(text, year)


@pytest.mark.parametrize(
    "text",
    [
        "tăng từ 90% lên 85%", "từ hạng 5 lên hạng 6", "từ 5 xã lên 90%", "từ 85% xuống 90%",
        "tăng từ 1 lên 2 bậc", "tăng từ 85% lên 85%", "tăng từ 3% lên tăng 5%",
        "05 xã: An Sơn, trừ Tam Bạc", "02 công viên: An Biên, Tam Bạc, Rế",
        "85% trên địa bàn huyện An Dương", "90% (tăng 5 lần)",
    ],
)  # fmt: skip
def test_what_may_be_two_values_or_others_is_refused(text: str) -> None:
    with pytest.raises(UnreadableTarget):
        read_target(text)


def test_the_longest_text_is_still_read() -> None:
    text = "5 xã".ljust(600)
    assert read_target(text) == Target(text, Op.EQUAL, Decimal(5), unit="xã")


@pytest.mark.parametrize(
    ("text", "trend", "unit"),
    [("tăng bậc", "up", "bậc"), ("giảm hạng", "down", "bậc"), ("cải thiện", "up", None)],
)
def test_trends_in_steps(text: str, trend: str, unit: str | None) -> None:
    assert read_target(text) == Target(text, unit=unit, trend=Trend(trend))


def test_ambiguous_change_keeps_its_trend() -> None:
    text = "giảm 1.234 xã"
    wanted = Target(text, Op.EQUAL, unit="xã", trend=Trend.DOWN, ambiguous=True)
    assert read_target(text) == wanted


def test_rank_is_counted_in_ranks() -> None:
    assert read_target("hạng 3") == Target("hạng 3", Op.EQUAL, Decimal(3), unit="hạng")
    assert read_target("top 3") == Target("top 3", Op.AT_MOST, Decimal(3), unit="hạng")


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("% dự toán", "% dự toán giao", True),
        ("% dự toán", "% kế hoạch", False),
        ("% dự toán", "%", False),
        ("% chỉ tiêu", "%", False),
        ("% chỉ tiêu", "% kế hoạch", False),
        ("ĐIỂM", "diem", True),
        ("đường", "duong", True),
        ("xã / huyện", "xã/huyện", True),
        ("xã/ huyện", "xã /huyện", True),
        ("nghìn tỷ", "nghìn tỷ hộ", False),
        ("đồng", "triệu đồng", True),
        ("hộ nghèo", "hộ", True),
        ("thành phố lớn", "xã", False),
    ],
)
def test_units_of_measure_that_agree(a: str, b: str, same: bool) -> None:
    assert same_measure(a, b) is same
    assert same_measure(b, a) is same


def test_less_and_at_most_are_not_one() -> None:
    less, most = read_target("dưới 5 ha"), read_target("không quá 5 ha")
    assert meets(less, most) is True
    assert meets(most, less) is False
    assert meets(most, most) is True


def test_refusal_survives_pickling() -> None:
    fault = pickle.loads(pickle.dumps(UnreadableTarget(TargetFault.BACKWARDS, "x")))
    assert (fault.reason, fault.rest, str(fault)) == ("backwards", "x", "backwards: x")
    assert str(UnreadableTarget(TargetFault.EMPTY)) == "empty"


def test_unit_keeps_its_own_spelling() -> None:
    assert read_target("35  Xã\u00a0kiểu mẫu").unit == "Xã kiểu mẫu"


def vietnamese(number: Decimal) -> str:
    return f"{number:,f}".translate({ord(","): ".", ord("."): ","})


NUMBERS = st.decimals(0, 10**12, places=2) | st.integers(0, 999).map(Decimal)


# ---- a promise and a demand ----------------------------------------------------------------------

MEETS = """
> 85 %: yes: 85,1% | ≥ 86% | trên 85% | 90-95% | 86% | từ 90% | 100% | > 90% | 85,1-90%
> 85 %: no: 85% | ≥ 85% | 85-90% | ≤ 90% | dưới 90% | 80% | từ 80% trở lên
>= 8: yes: 08 | 9 | ≥ 8 | > 8 | 8 - 10 | 08 dự án
>= 8: no: 7 | < 10 | > 7 | 7 - 9 | ≤ 8
≥ 8 dự án: yes: trên 7 dự án | > 7 | trên 7,5 dự án | 8 dự án/năm | trên 07 dự án trọng điểm
≥ 8 dự án: no: trên 6 dự án | trên 6,9 dự án | 7 dự án/năm | từ 7 dự án
≥ 5 xã: yes: trên 4 xã | trên 4 xa | hơn 4 xã nông thôn mới kiểu mẫu
≥ 8 ha: no: trên 7 ha | trên 7,9
≥ 8 km: no: trên 7 km
≥ 8 tỷ đồng: no: trên 7 tỷ đồng
≥ 8 điểm: no: trên 7 điểm
≥ 8 dự án/huyện: no: trên 7 dự án/huyện
trên 7 dự án: yes: 8 dự án | trên 7 dự án | ≥ 8 dự án
dưới 5 vụ: yes: 4 vụ | không quá 4 vụ | dưới 5 vụ
dưới 5 vụ: no: 5 vụ | dưới 6 vụ
không quá 4 vụ: yes: dưới 5 vụ
không quá 4 %: no: dưới 5%
= 8: yes: 8 | 8 - 8 | 08
= 8: no: ≥ 8 | 9 | 7 - 9 | ≤ 8
<= 5: yes: 5 | 4 | < 5 | ≤ 5 | 3 - 5
<= 5: no: 6 | ≥ 5 | 4 - 6 | < 6
< 5: yes: 4,9 | < 5 | ≤ 4
< 5: no: 5 | ≤ 5 | 4-5
12,7%-13%: yes: 12,7%-13% | 13% | 12,8-12,9%
12,7%-13%: no: 12% | ≥ 13% | 12,7-13,1% | trên 12,7%
tăng: yes: tăng | tăng 5% | cao hơn năm 2022 | cải thiện so với năm 2022
tăng: no: giảm | giảm 2% | thấp hơn năm 2022
tăng: no: giảm 3 hạng | giảm thứ hạng | giảm 2 bậc | giảm từ 1-2 bậc | giảm 2 vị trí
tăng: yes: tăng 3 hạng | tăng thứ hạng | tăng 2 bậc | tăng từ 1-2 bậc | cải thiện 2 bậc
tăng: no: tăng 0% | tăng 0 bậc | tăng 0 điểm | tăng 0-5% | tăng tối đa 5% | tăng dưới 5% | tăng ít nhất 0% | cải thiện 0 bậc
tăng: yes: tăng trên 0% | tăng ít nhất 0,1%
tăng: unknown: 85% | ≥ 8
giảm: yes: giảm | giảm 0,5% | cải thiện so với năm 2022
giảm: no: tăng | tăng 2% | giảm 0% | giảm tối đa 5% | giảm không quá 5% | giảm 0-5% | giảm 0,0%
giảm: unknown: tăng 2 bậc | giảm 2 bậc | giảm thứ hạng
tăng ít nhất 2 bậc: yes: tăng 2 bậc | tăng từ 3 bậc trở lên
tăng ít nhất 2 bậc: no: tăng 1 bậc | giảm 2 bậc
tăng ít nhất 2 bậc: unknown: 2 bậc | tăng
> 85 %: no: tăng | tăng 5% | giảm | giảm 5% | cao hơn năm trước
> 85 %: unknown: 85.100 | 85,100 | tăng 90% | 90 xã | top 10
12,7%-13%: unknown: tăng 13%
≥ 500 triệu đồng: yes: 1 tỷ đồng | 500000 nghìn đồng | 0,5 tỷ đồng
≥ 500 triệu đồng: no: 0,4 tỷ đồng | 499 triệu đồng
≥ 500 triệu đồng: unknown: 600 xã
"""


def met(table: str) -> list[tuple[str, str, bool | None]]:
    known = {"yes": True, "no": False, "unknown": None}
    found = []
    for line in filter(None, table.splitlines()):
        required, answer, promises = line.split(": ")
        found += [(required, promise, known[answer]) for promise in promises.split(" | ")]
    return found


@pytest.mark.parametrize(("required", "promise", "answer"), met(MEETS))
def test_promise_meets_when_all_it_allows_is_allowed(
    required: str, promise: str, answer: bool | None
) -> None:
    assert meets(read_target(promise), read_target(required)) is answer


RANK_DOWN = Target("", unit="hạng", trend=Trend.DOWN)


@pytest.mark.parametrize(
    ("promise", "answer"),
    [
        ("giảm", None),
        ("tăng 3 hạng", True),
        ("tăng 0 bậc", False),
        ("cải thiện 2 bậc", True),
        ("cải thiện", True),
        ("giảm 2 hạng", False),
        ("giảm thứ hạng", False),
        ("tăng 2 điểm", None),  # another measure
        ("giảm 2 điểm", None),
        ("tăng 2 bậc", True),  # a step up is a smaller rank
        ("tăng hạng", True),
        ("cải thiện thứ hạng", True),
        ("giảm 2 bậc", False),
        ("tăng", None),  # the rank, or the number of it?
        ("hạng 5", None),
    ],
)
def test_step_up_makes_a_rank_smaller(promise: str, answer: bool | None) -> None:
    assert meets(read_target(promise), RANK_DOWN) is answer


@given(
    st.integers(0, 999),
    st.sampled_from(["dự án", "xã", "công viên", "khu công nghiệp", "vụ việc", "người"]),
)
def test_more_than_a_number_of_wholes_is_the_next_one(number: int, unit: str) -> None:
    more, least = read_target(f"trên {number} {unit}"), read_target(f"≥ {number + 1} {unit}")
    assert meets(more, least) is True
    assert meets(least, more) is True
    less, most = read_target(f"dưới {number + 1} {unit}"), read_target(f"≤ {number} {unit}")
    assert meets(less, most) is True
    assert meets(most, less) is True


@given(NUMBERS, st.sampled_from(["%", " điểm", " bậc", " hạng"]), st.sampled_from(list(Trend)))
def test_change_of_nothing_meets_no_trend(number: Decimal, unit: str, trend: Trend) -> None:
    way = {Trend.UP: "tăng", Trend.DOWN: "giảm"}[trend]
    required = Target("", trend=trend)
    said = vietnamese(number)
    assert meets(read_target(f"{way} tối đa {said}{unit}"), required) is not True
    assert meets(read_target(f"{way} 0{unit}"), required) is False


@given(st.integers(0, 63), st.sampled_from(["bậc", "hạng", "vị trí", "thứ hạng"]))
def test_fall_in_a_ranking_never_betters_a_rank(steps: int, unit: str) -> None:
    for required in (RANK_DOWN, Target("", trend=Trend.UP)):
        assert meets(read_target(f"giảm {steps} {unit}"), required) is False
        assert meets(read_target(f"tăng {steps} {unit}"), required) is (steps > 0)


def test_demand_without_a_value_is_not_compared() -> None:
    assert meets(read_target("85%"), Target("")) is None


@pytest.mark.parametrize(
    ("one", "other", "answer"),
    [
        ("%", "%", True),
        ("%", "phần trăm", True),
        ("%", "% số vụ việc", True),
        ("% số xã", "% số hộ", False),
        ("%", "điểm %", False),
        ("%", "%/năm", True),  # a plan is of one year
        ("dự án", "dự án/năm", True),
        ("dự án", "dự án / năm", True),
        ("dự án", "du an/nam", True),
        ("triệu đồng/người", "triệu đồng/người/năm", True),
        ("dự án", "dự án/quý", False),
        ("%", "%/quý", False),
        ("điểm %", "điểm phần trăm", True),
        ("điểm", "điểm %", False),
        ("xã", "Xã", True),
        ("xã", "xa\u0303", True),
        ("xã", "xã nông thôn mới kiểu mẫu", True),
        ("xã", "phường", False),
        ("xã kiểu mẫu", "xã nâng cao", False),
        ("dự án", "dự án hoàn thành", True),
        ("tỷ đồng", "triệu đồng", True),
        ("tỉ đồng", "tỷ đồng", True),
        ("nghìn đồng", "ngàn đồng", True),
        ("tỷ đồng", "nghìn tỷ đồng", True),
        ("triệu đồng", "triệu lượt", False),
        ("triệu", "triệu đồng", True),
        ("triệu", "triệu lượt", False),
        ("trđ", "tr.đ", True),
        ("trđ", "triệu", True),
        ("trđ/người", "triệu đồng/người", True),
        ("tỷ", "tỷ VNĐ", True),
        ("tỷ", "tỷ đồng", True),
        ("tỷ", "tỷ USD", False),
        ("nghìn tỷ", "nghìn tỷ đồng", True),
        ("đ", "VND", True),
        ("VNĐ", "đồng", True),
        ("tỷ đồng", "tỷ đồng vốn đầu tư", True),
        ("KCN", "khu công nghiệp", True),
        ("CCN", "cụm công nghiệp", True),
        ("KCN", "CCN", False),
        ("DA", "dự án", True),
        ("%", "%/tổng số hộ", True),
        ("% hộ", "%/tổng số hộ", True),
        ("%", "% cơ quan, đơn vị", True),
        ("triệu đồng/người", "triệu đồng", False),
        ("hòa", "hoà", True),
        ("bậc", "hạng", False),
        ("xa", "xã", True),
        ("ty dong", "triệu đồng", True),
        ("%", "% kế hoạch", False),
        ("%", "phan tram", True),
        ("%", "% số hồ sơ", True),
        ("% hồ sơ", "% số hồ sơ", True),
        (None, "xã", True),
        ("xã", None, True),
        (None, None, True),
    ],
)
def test_same_measure(one: str | None, other: str | None, answer: bool) -> None:
    assert same_measure(one, other) is answer
    assert same_measure(other, one) is answer


@pytest.mark.parametrize(
    ("text", "unit", "value"),
    [
        ("1 tỷ đồng", "triệu đồng", "1000"),
        ("1,5 tỷ đồng", "nghìn đồng", "1500000"),
        ("1 tỉ đồng", "đồng", "1000000000"),
        ("250 triệu đồng", "tỷ đồng", "0.25"),
        ("2 nghìn tỷ đồng", "tỷ đồng", "2000"),
        ("2 ty dong", "triệu đồng", "2000"),
        ("2 tỷ", "trđ", "2000"),
        ("2 nghìn tỷ", "tỷ VNĐ", "2000"),
    ],
)
def test_money_is_brought_to_another_unit(text: str, unit: str, value: str) -> None:
    target = scaled(read_target(text), unit)
    assert (target.value, target.unit, target.text) == (Decimal(value), unit, text)


def test_both_ends_of_a_range_are_scaled() -> None:
    target = scaled(read_target("1 - 2 tỷ đồng"), "triệu đồng")
    assert (target.value, target.high) == (Decimal(1000), Decimal(2000))


@pytest.mark.parametrize("unit", ["xã", "%", None, "tỷ đồng"])
def test_what_does_not_convert_stays(unit: str | None) -> None:
    target = read_target("5 tỷ đồng")
    assert scaled(target, unit) == target


# ---- what holds for any text ---------------------------------------------------------------------

ALL_TEXTS = [
    text for _, text in rows(VALUES + RANGES + TRENDS + CHANGES + RANGED_CHANGES + AMBIGUOUS)
]
PIECE_TABLE = (
    "đạt trên dưới tối thiểu đa ít nhất không quá từ đến trở lên xuống và hoặc tăng giảm so với năm 2022"
    " hạng thứ top nhóm xã dự án tỷ đồng % điểm phần trăm - – > < = ≥ ( ) / ; , 85 85,1 1.234 1.234,5 234"
    " 0 08 . tang tren bậc cải thiện khoảng còn lên năm ~ xây dựng lao động"
)
PIECES = st.sampled_from(PIECE_TABLE.split())
SENTENCE = st.lists(
    st.tuples(PIECES, st.sampled_from(["", " ", "\n", "\u00a0"])), max_size=60
).map(lambda parts: "".join(word + gap for word, gap in parts)[:500])


@given(st.one_of(st.text(max_size=500), SENTENCE))
@example("1" * 500)
@example("1 " * 250)
@example("123 " * 125)
@example("1." * 250)
@example("đạt " * 120)
@example("a " * 250)
@example("tăng so với " * 40)
@example("x" * 100_000)
@settings(max_examples=400, deadline=None)
def test_any_text_is_read_or_refused_at_once(text: str) -> None:
    begun = time.process_time()
    try:
        target = read_target(text)
    except UnreadableTarget:
        pass
    else:
        assert target.text == text
        assert (target.op is None) == (target.value is None and not target.ambiguous)
        assert target.op or target.trend
        assert (target.high is not None) == (target.op is Op.RANGE and not target.ambiguous)
    assert time.process_time() - begun < 1  # a pattern that runs away takes many seconds


PARTS = (
    ("", "còn ", "tăng ", "giảm còn "),
    ("", "trên ", "ít nhất "),
    ("", "từ "),
    ("5", "85,5", "2023"),
    ("", "/8", "/70"),
    ("", "%", " xã", " bậc"),
    ("", " - 9", " đến 10 xã"),
    ("", " trở lên", " hoặc cao hơn"),
    ("", " so với cùng kỳ", " (năm 2023)"),
)
"""What a target is made of, in order; all that its grammar may let stand beside each other."""


def test_any_parts_in_order_are_read_or_refused() -> None:
    for parts in product(*PARTS):
        with suppress(UnreadableTarget):
            read_target("".join(parts))
    for text in (
        "5/8 trở lên",
        "đạt 5/8 trở xuống",
        "35/70 hoặc cao hơn",
        "5/8 ha",
        "từ 5/8 tỷ",
    ):  # so many of what?
        with pytest.raises(UnreadableTarget):
            read_target(text)


@given(
    NUMBERS, st.sampled_from(["{}", "{}%", "{} %", "đạt {} xã", "{} tỷ đồng", "≥ {}", "trên {}"])
)
def test_number_in_vietnamese_style_reads_back(number: Decimal, phrase: str) -> None:
    assert read_target(phrase.format(vietnamese(number))).value == number


@given(st.integers(1, 999), st.integers(0, 999))
def test_one_group_of_three_after_a_point_is_never_guessed(head: int, tail: int) -> None:
    target = read_target(f"{head}.{tail:03} ha")
    assert (target.value, target.ambiguous) == (None, True)


SAME: dict[str, Callable[[str], str]] = {
    "decomposed": lambda text: unicodedata.normalize("NFD", text),
    "upper case": str.upper,
    "no-break spaces": lambda text: text.replace(" ", "\u00a0"),
    "en dashes": lambda text: text.replace("-", "\u2013"),
    "soft hyphen": lambda text: text[:1] + "\u00ad" + text[1:],
    "full stop": lambda text: text + ".",
    "broken lines": lambda text: re.sub(r"(?<=[^\W\d]) (?=\w)", "\n", text),
}


@pytest.mark.parametrize("text", ALL_TEXTS)
def test_the_form_of_the_characters_does_not_matter(text: str) -> None:
    def meaning(text: str) -> Target:
        target = read_target(text)
        return replace(target, text="", unit=plain(target.unit))

    others = {name: meaning(change(text)) for name, change in SAME.items()}
    assert others == dict.fromkeys(SAME, meaning(text))


SAMPLES = [Decimal(n) / 2 for n in range(-2, 24)]
OPS = [">", ">=", "=", "<=", "<"]
ALLOWS: dict[Op, Callable[[Decimal, Target], bool]] = {
    Op.MORE: lambda x, t: x > (t.value or 0),
    Op.AT_LEAST: lambda x, t: x >= (t.value or 0),
    Op.EQUAL: lambda x, t: x == t.value,
    Op.AT_MOST: lambda x, t: x <= (t.value or 0),
    Op.LESS: lambda x, t: x < (t.value or 0),
    Op.RANGE: lambda x, t: (t.value or 0) <= x <= (t.high or 0),
}
INTERVALS = [
    *(Target("", Op(op), Decimal(n)) for op, n in product(OPS, range(11))),
    *(Target("", Op.RANGE, Decimal(n), Decimal(m)) for n in range(11) for m in range(n, 11)),
]


@given(st.sampled_from(INTERVALS), st.sampled_from(INTERVALS))
@settings(max_examples=1000)
def test_meeting_is_interval_within_interval(promise: Target, required: Target) -> None:
    assert promise.op is not None
    assert required.op is not None
    within = all(
        ALLOWS[required.op](x, required) for x in SAMPLES if ALLOWS[promise.op](x, promise)
    )
    assert meets(promise, required) is within


@pytest.mark.parametrize("text", ALL_TEXTS)
def test_promise_meets_itself(text: str) -> None:
    target = read_target(text)
    assert meets(target, target) is (None if target.ambiguous else True)
