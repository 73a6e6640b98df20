"""The verbs with which administrative language starts a duty, and the words that may stand before them.

From what follows the verb the kind of a duty is only guessed; the file of the directive says so.
"""

import re

from hpdirective.model.directive import Kind

# A thing that is there at the end, or a deed done on a day.
DELIVER = """
    hoàn thành; hoàn thiện; khởi công; khánh thành; thành lập; lập; ban hành; hình thành; phê duyệt; trình; nghiệm thu;
    bàn giao; công bố; công khai; ký kết; thông qua; phân bổ; giao chỉ tiêu; giao kế hoạch; gửi; cung cấp; đưa vào; thông xe;
    kiện toàn; sắp xếp; sáp nhập; giải thể; bố trí; công nhận; cấp; chi trả; quyết toán; thanh toán; bồi thường; di dời; chuyển giao;
    nộp; hoàn trả; ký; lựa chọn; thẩm định; thẩm tra; xác định; sửa đổi; bổ sung; bãi bỏ; thay thế; điều chỉnh; giao;
    phân công; cử; bổ nhiệm; tuyển dụng; mua sắm; lắp đặt; trang bị; đăng tải; niêm yết; thông báo; trả lời; có văn bản; cập nhật;
    xây dựng kế hoạch; xây dựng và ban hành; xây dựng, ban hành; xây dựng và triển khai; xây dựng chương trình; xây dựng đề án;
    xây dựng phương án; xây dựng và trình; xây dựng, trình; xây dựng quy chế; xây dựng quy định; xây dựng dự toán;
    tổ chức tổng kết; tổ chức hội nghị; tổ chức diễn tập; tổ chức lễ; tổ chức ngày; tổ chức tuần; tổ chức tháng; diễn tập;
    cụ thể hóa
"""
# Something moved on within the year, not necessarily finished.
ADVANCE = """
    đẩy nhanh; đẩy nhanh tiến độ; triển khai; tổ chức triển khai; thúc đẩy; khởi động; thu hút; xúc tiến; giải ngân;
    giải phóng mặt bằng; đầu tư; cải tạo; nâng cấp; mở rộng; xây dựng; sửa chữa; chỉnh trang; tháo gỡ; xử lý; giải quyết; khắc phục;
    thu hồi; xóa; xoá; số hóa; chuyển đổi; hỗ trợ; trồng; đào tạo; bồi dưỡng; tập huấn; huy động; kêu gọi; vận động; tuyên truyền vận động;
    bảo đảm hoàn thành; ứng dụng; áp dụng; kết nối; tích hợp; nhân rộng; thí điểm; mời gọi; hiện đại hóa; tái cơ cấu; cơ cấu lại;
    rút ngắn; cắt giảm; đơn giản hóa; phân cấp; ủy quyền; đấu giá; đấu thầu; tạo; đưa; cụ thể; phấn đấu; nỗ lực đưa; khôi phục
"""
# A standing duty.
SUSTAIN = """
    tăng cường; nâng cao; duy trì; bảo đảm; đảm bảo; giữ vững; giữ gìn; phát huy; phát triển; đẩy mạnh; củng cố; bảo vệ; quản lý;
    kiểm soát; giám sát; kiểm tra; thanh tra; kiểm toán; theo dõi; đôn đốc; nắm chắc; nắm bắt; chỉ đạo; lãnh đạo; điều hành; hướng dẫn;
    thực hiện; tổ chức thực hiện; tổ chức; quán triệt; bám sát; tuyên truyền; phổ biến; giáo dục; truyền thông; phối hợp; chủ trì;
    chịu trách nhiệm; chăm lo; chăm sóc; quan tâm; chú trọng; khuyến khích; động viên; khai thác; sử dụng; vận hành; phòng ngừa;
    phòng, chống; phòng chống; đấu tranh; ngăn chặn; trấn áp; phát hiện; xử phạt; hạn chế; giảm; giảm thiểu; tăng; tăng tốc; cải thiện;
    đổi mới; chấp hành; tuân thủ; thực hành; tiết kiệm; chống; tham gia; hợp tác; phản bác; triệt phá; gỡ bỏ; đáp ứng;
    siết chặt; gắn; lồng ghép; tiếp nhận; tiếp thu; lưu ý; ưu tiên; tích cực; chủ động; sẵn sàng; ứng phó; thích ứng;
    phục hồi; phục vụ; tôn vinh; khen thưởng; biểu dương; nhắc nhở; chấn chỉnh; kiểm điểm; phê bình; yêu cầu; tạo điều kiện; tạo thuận lợi;
    bình ổn; điều tiết; cân đối; ổn định; kiềm chế; đối thoại; tiếp xúc; tiếp công dân; hòa giải; trực; tuần tra; dự báo; cảnh báo;
    làm tốt; làm rõ; làm việc; nghiêm cấm; nghiêm túc; thường xuyên; liên hệ; tổng hợp; tiếp tục; đa dạng hóa; xã hội hóa; nhân rộng mô hình;
    bảo tồn; tôn tạo; trùng tu; quảng bá; giới thiệu; liên kết; định hướng; dẫn dắt; lan tỏa; khơi dậy; quyết tâm; phân tích; thống kê;
    lấy; coi; xem; dành; tránh; không để; không được; không ban hành; không bố trí; không tổ chức; tạo niềm tin; tạo chuyển biến; thu; chi;
    khẩn trương; kịp thời; đồng hành; tranh thủ; tận dụng; mở; mở ra; giảm nghèo; điều phối; đồng bộ; có giải pháp; có biện pháp; có kế hoạch;
    có cơ chế; có trách nhiệm
"""
STUDY = """
    nghiên cứu; rà soát; đề xuất; tham mưu; khảo sát; đánh giá; kiến nghị; xem xét; tổng rà soát; điều tra; kiểm kê; tính toán; góp ý;
    tham gia ý kiến; xin ý kiến; lấy ý kiến
"""
REPORT = "báo cáo; tổng kết; sơ kết; tổng hợp, báo cáo; tổng hợp báo cáo; tổng hợp kết quả"

# They say how, not what: the verb that counts comes after them.
ADVERBS = """
    tiếp tục; chủ động; kịp thời; khẩn trương; tích cực; quyết liệt; thường xuyên; từng bước; kiên quyết; kiên trì; nghiêm túc; trực tiếp;
    phấn đấu; nỗ lực; ưu tiên; chú trọng; quan tâm; không ngừng; tiến tới; hằng năm; hàng năm; hằng quý; hàng quý; hằng tháng; hàng tháng; hằng tuần;
    hàng tuần; định kỳ; cơ bản; ngay; sớm; đồng bộ; phải; cần; tập trung; tập trung nguồn lực; tập trung cao độ; tập trung mọi nguồn lực;
    tập trung chỉ đạo; tập trung lãnh đạo; chỉ đạo; lãnh đạo; lãnh đạo, chỉ đạo; thực sự; mạnh mẽ; chặt chẽ; có hiệu quả; hiệu quả; nhanh chóng;
    trước mắt; cũng như; đặc biệt; trọng tâm là; trọng tâm; đồng thời; tổ chức; tham gia; có trách nhiệm; chịu trách nhiệm; thống nhất; kịp thời và;
    nghiêm; tốt; tuyệt đối; quyết tâm; xem xét; bảo đảm; đảm bảo; tăng cường; đẩy mạnh; cùng; cùng với; chung tay; linh hoạt; sát sao; toàn diện
"""
# They may open a clause and bind it to the one before.
CONNECTORS = """
    và; đồng thời; trong đó; qua đó; từ đó; trên cơ sở đó; đồng gửi; riêng; ngoài ra; bên cạnh đó; theo đó; nhất là; đặc biệt là; sau đó;
    song song với đó; theo chức năng, nhiệm vụ được giao; theo chức năng, nhiệm vụ; theo thẩm quyền; căn cứ chức năng, nhiệm vụ; căn cứ tình hình thực tế;
    trên cơ sở chức năng, nhiệm vụ; theo quy định; trong phạm vi chức năng, nhiệm vụ được giao; hoặc
"""
# After a comma only these start a duty of their own: the rest go on with the verb before.
AFTER_COMMA = """
    hoàn thành; khởi công; triển khai; xây dựng; phát triển; thu hút; thực hiện; tập trung; hướng dẫn; báo cáo; ban hành; tổ chức; thành lập;
    gửi; đề xuất; tham mưu; lập; rà soát; tổng hợp, báo cáo; định kỳ; đẩy nhanh; phê duyệt; công bố; giải ngân; trồng; nghiên cứu; tổng kết; sơ kết
"""
# Verbs that only say with whom: the duty is the verb after them.
LIGHT = frozenset({"chủ trì", "phối hợp", "chịu trách nhiệm", "có trách nhiệm"})


def _words(table: str) -> tuple[str, ...]:
    return tuple(
        dict.fromkeys(" ".join(word.split()) for word in table.split(";") if word.strip())
    )


KINDS: dict[str, Kind] = {
    verb: kind
    for kind, table in (
        (Kind.SUSTAIN, SUSTAIN),
        (Kind.ADVANCE, ADVANCE),
        (Kind.DELIVER, DELIVER),
        (Kind.STUDY, STUDY),
        (Kind.REPORT, REPORT),
    )
    for verb in _words(table)
}


def lower(text: str) -> str:
    """Give a text in lower case, letter for letter as long."""
    low = text.lower()
    return (
        low
        if len(low) == len(text)
        else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    )


def one_of(words: tuple[str, ...]) -> str:
    """Give a pattern that takes the longest of some words, whole."""
    longest = sorted(words, key=lambda word: (-len(word), word))
    return rf"(?:{'|'.join(map(re.escape, longest))})(?!\w)"


VERB = one_of(tuple(KINDS))
ADVERB = one_of(_words(ADVERBS))
CONNECTOR = one_of(_words(CONNECTORS))
STRONG = one_of(_words(AFTER_COMMA))
