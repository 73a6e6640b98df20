"""Invented official texts of several shapes, and the shipped directive as it was printed."""

from hpdirective.model.directive import Directive


def printed(directive: Directive) -> str:
    """Give the text of a directive as it stands on paper: a line a heading, an item, a paragraph."""
    lines = list(directive.head)
    for part in directive.parts:
        lines.append(f"{part.label} {part.heading}")
        for section in part.sections:
            opening = [section.label, section.heading]
            for paragraph in section.paragraphs:
                words = " ".join(clause.text for clause in paragraph.clauses)
                if opening[1] or paragraph.label:
                    lines.append(" ".join(filter(None, opening)))
                    opening = ["", ""]
                lines.append(" ".join(filter(None, (*opening, paragraph.label, words))))
                opening = ["", ""]
    return "\n\n".join(filter(None, (*lines, *directive.tail)))


# Two columns made one, lines broken at seventy characters, indents, the number of a page.
PROVINCE = """\
ỦY BAN NHÂN DÂN                  CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
  TỈNH BÌNH AN                        Độc lập - Tự do - Hạnh phúc
   Số: 15/CT-UBND                  Bình An, ngày 05 tháng 3 năm 2024

                                CHỈ THỊ
     Về việc tăng cường kỷ luật, kỷ cương và đẩy nhanh giải ngân
                      vốn đầu tư công năm 2024

     Thời gian qua, công tác giải ngân vốn đầu tư công trên địa bàn tỉnh đã
có chuyển biến tích cực. Để khắc phục tồn tại, góp phần phát triển kinh tế
- xã hội, Chủ tịch Ủy ban nhân dân tỉnh yêu cầu:

     1. Thủ trưởng các sở, ban, ngành; Chủ tịch Ủy ban nhân dân các huyện,
thành phố:
     a) Xây dựng kế hoạch giải ngân chi tiết từng dự án, gửi Sở Kế hoạch và
Đầu tư trước ngày 15/3/2024; phấn đấu đến hết quý II/2024 giải ngân đạt
trên 50%, đến hết ngày 31/01/2025 giải ngân 100% kế hoạch vốn.
     b) Đẩy nhanh tiến độ giải phóng mặt bằng; xử lý nghiêm các nhà thầu
chậm tiến độ (nếu có; trừ bất khả kháng).
     c) Định kỳ trước ngày 20 hằng tháng báo cáo kết quả về Sở Tài chính.
     2. Sở Kế hoạch và Đầu tư
     - Chủ trì, phối hợp với Sở Tài chính, Kho bạc Nhà nước tỉnh theo dõi,
đôn đốc tiến độ giải ngân; tham mưu điều chuyển vốn từ các dự án chậm sang
dự án có khả năng hấp thụ vốn trước ngày 30 tháng 6 năm 2024.
     - Tổng hợp, báo cáo Ủy ban nhân dân tỉnh trước ngày 25 hằng tháng và
                                     2

khi có yêu cầu.
     3. Sở Tài chính: bảo đảm nguồn vốn; hướng dẫn thủ tục thanh toán, quyết
toán theo Nghị định số 99/2021/NĐ-CP ngày 11/11/2021 của Chính phủ.
     4. Giao Sở Nội vụ chủ trì, phối hợp với Thanh tra tỉnh kiểm tra việc
chấp hành kỷ luật, kỷ cương; hoàn thành trong quý III/2024.
     Yêu cầu các đơn vị nghiêm túc thực hiện Chỉ thị này./.

Nơi nhận:                                    KT. CHỦ TỊCH
- Thủ tướng Chính phủ (b/c);                 PHÓ CHỦ TỊCH
- Các sở, ban, ngành;
- Lưu: VT, TH.
                                           Nguyễn Văn Bình
"""

# Articles with numbered points and letters, an annex after the signature.
RESOLUTION = """\
HỘI ĐỒNG NHÂN DÂN
TỈNH BÌNH AN

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Số 123/NQ-HĐND

Bình An, ngày 08/12/2023

NGHỊ QUYẾT
Về kế hoạch phát triển kinh tế - xã hội năm 2024

HỘI ĐỒNG NHÂN DÂN TỈNH BÌNH AN
KHÓA XV, KỲ HỌP THỨ 12

Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;
Xét Tờ trình số 456/TTr-UBND ngày 20/11/2023 của Ủy ban nhân dân tỉnh.

QUYẾT NGHỊ:

Điều 1. Mục tiêu và chỉ tiêu chủ yếu

1. Mục tiêu tổng quát: Phát huy tiềm năng, lợi thế; đẩy nhanh tốc độ tăng trưởng.

2. Các chỉ tiêu chủ yếu (Phụ lục I):

a) Tốc độ tăng trưởng GRDP đạt 8,5 - 9%.

b) Tỷ lệ hộ nghèo giảm xuống dưới 1,5%; có thêm 05 xã đạt chuẩn nông thôn mới.

Điều 2. Nhiệm vụ, giải pháp

1. Tập trung hoàn thành Quy hoạch tỉnh thời kỳ 2021 - 2030, tầm nhìn đến năm 2050. Khởi công 03 dự án trọng điểm trong quý I/2024; hoàn thành 12 công trình trước ngày 31/12/2024.

2. Nâng cao chất lượng giáo dục và đào tạo.

Điều 3. Tổ chức thực hiện

Ủy ban nhân dân tỉnh tổ chức thực hiện Nghị quyết; báo cáo Hội đồng nhân dân tỉnh tại kỳ họp cuối năm 2024./.

CHỦ TỊCH

Trần Thị Cúc

PHỤ LỤC I
CHỈ TIÊU
1. GRDP 8,5%
"""

# A Party programme: dashes glued to numbers, headings alone and run in, no recitals.
PROGRAMME = """\
TỈNH ỦY BÌNH AN\tĐẢNG CỘNG SẢN VIỆT NAM
*
Số: 08-CTr/TU\tBình An, ngày 15 tháng 4 năm 2024

CHƯƠNG TRÌNH HÀNH ĐỘNG
thực hiện Nghị quyết số 29-NQ/TW, ngày 17/11/2022 của Ban Chấp hành Trung ương Đảng khóa XIII
-----

Thực hiện Nghị quyết số 29-NQ/TW, Ban Chấp hành Đảng bộ tỉnh ban hành Chương trình hành động như sau:

I- QUAN ĐIỂM, MỤC TIÊU

1- Quan điểm

- Công nghiệp hóa là nhiệm vụ trọng tâm.

- Phát huy nội lực.

2- Mục tiêu đến năm 2030

Phấn đấu tỷ trọng công nghiệp đạt trên 45%; có ít nhất 02 khu công nghiệp mới.

II- TỔ CHỨC THỰC HIỆN

1- Về tuyên truyền: Các cấp ủy quán triệt Nghị quyết trong quý II/2024.

2- Các huyện ủy, thành ủy xây dựng kế hoạch thực hiện Chương trình, hoàn thành trước ngày 31/5/2024.

3- Ban Tuyên giáo Tỉnh ủy chủ trì tuyên truyền.

Chương trình này phổ biến đến chi bộ.

Nơi nhận:
- Ban Bí thư (b/c),
- Lưu Văn phòng Tỉnh ủy.\tT/M BAN CHẤP HÀNH
\tBÍ THƯ
\t(Đã ký)
\tLê Văn Dũng
"""

# A decision and, after its signature, the plan that it issues.
DECISION = """\
ỦY BAN NHÂN DÂN
HUYỆN SÔNG THAO
Số: 789/QĐ-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Sông Thao, ngày 12 tháng 01 năm 2024

QUYẾT ĐỊNH
Về việc ban hành Kế hoạch cải cách hành chính năm 2024

CHỦ TỊCH ỦY BAN NHÂN DÂN HUYỆN
Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;
Theo đề nghị của Trưởng phòng Nội vụ.

QUYẾT ĐỊNH:

Điều 1. Ban hành kèm theo Quyết định này Kế hoạch cải cách hành chính năm 2024.
Điều 2. Quyết định này có hiệu lực kể từ ngày ký.
Điều 3. Trưởng các phòng, ban chịu trách nhiệm thi hành Quyết định này./.

Nơi nhận:
- Như Điều 3;
- Lưu: VT.

CHỦ TỊCH

Hoàng Văn Em

KẾ HOẠCH
Cải cách hành chính năm 2024
(Ban hành kèm theo Quyết định số 789/QĐ-UBND ngày 12/01/2024 của Chủ tịch UBND huyện)

PHẦN THỨ NHẤT
MỤC TIÊU, YÊU CẦU

I. Mục tiêu
1. Nâng cao chỉ số PAR INDEX.
2. 100% thủ tục hành chính được công khai.

PHẦN THỨ HAI
NHIỆM VỤ

I. Cải cách thể chế
1. Phòng Tư pháp rà soát văn bản, hoàn thành trước ngày 30/9/2024.
2. UBND các xã, thị trấn báo cáo kết quả chậm nhất ngày 15/11/2024.
II. Cải cách thủ tục
Văn phòng HĐND và UBND huyện niêm yết thủ tục.
"""

# No space after the labels, no date.
GLUED = """\
UBND TỈNH BÌNH AN
SỞ Y TẾ
Số:34/KH-SYT
KẾ HOẠCH
Phòng chống dịch năm 2024
I.MỤC ĐÍCH
1.Nâng cao nhận thức.
2.Giảm tỷ lệ mắc xuống dưới 5%.
II.NỘI DUNG
1.Bệnh viện tỉnh:
-Tổ chức tập huấn trước 30/4/2024;
-Báo cáo hằng quý.
2.Trung tâm Y tế:
+Triển khai tiêm chủng đạt 95% trở lên trong năm 2024.
GIÁM ĐỐC
Vũ Thị Phương
"""

# A letter: no title, addressees with dashes, plain paragraphs.
LETTER = """\
UBND THÀNH PHỐ BIỂN XANH
SỞ XÂY DỰNG
-------
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------
Số: 1234/SXD-QLN
V/v rà soát nhà ở xã hội
Biển Xanh, ngày 07 tháng 6 năm 2024

Kính gửi:
- UBND các quận, huyện;
- Các chủ đầu tư.

Thực hiện chỉ đạo của UBND thành phố, Sở Xây dựng đề nghị các đơn vị rà soát danh mục dự án nhà ở xã hội.

Báo cáo gửi về Sở Xây dựng trước ngày 20/6/2024 để tổng hợp, báo cáo UBND thành phố.

Nơi nhận:
- Như trên;
- Lưu: VT.
GIÁM ĐỐC
Đỗ Văn Giang
"""

PLAIN = "Đề nghị các đơn vị khẩn trương rà soát. Báo cáo kết quả trước ngày 15/3/2024."

SHAPES = {
    "province": PROVINCE,
    "resolution": RESOLUTION,
    "programme": PROGRAMME,
    "decision": DECISION,
    "glued": GLUED,
    "letter": LETTER,
    "plain": PLAIN,
}
