"""The words for severities, states, bases, roles and kinds: one term for one thing in every report."""

from hpdirective.choices import Severity
from hpdirective.coverage import State
from hpdirective.finding import Standing, SuppressedBy
from hpdirective.model.directive import Basis, Kind, MetBy, Role
from hpdirective.model.unit import Submits
from hpdirective.words import Text

SEVERITIES = {
    Severity.ERROR: Text(vi="lỗi", en="error"),
    Severity.WARNING: Text(vi="cảnh báo", en="warning"),
    Severity.INFO: Text(vi="lưu ý", en="info"),
}

SUPPRESSIONS = {
    SuppressedBy.WAIVER: Text(vi="được cho phép không thực hiện", en="waived"),
    SuppressedBy.IGNORE: Text(vi="bỏ qua có lý do", en="ignored with a reason"),
    SuppressedBy.BASELINE: Text(vi="trong danh sách phát hiện đã ghi nhận", en="in the baseline"),
}

STATES = {
    State.COVERED: Text(vi="đã đáp ứng", en="covered"),
    State.PARTIAL: Text(vi="đáp ứng một phần", en="partly covered"),
    State.WAIVED: Text(vi="được cho phép không thực hiện", en="waived"),
    State.CONTESTED: Text(vi="đang đề nghị xác định lại đơn vị chủ trì", en="contested"),
    State.MISSING: Text(vi="chưa có trong kế hoạch", en="missing"),
    State.UNKNOWN: Text(vi="chưa đủ căn cứ kết luận", en="unknown"),
}

BASES = {
    Basis.NAMED: Text(vi="văn bản nêu đích danh", en="named by the text"),
    Basis.ALL: Text(vi="giao chung các đơn vị", en="given to all units"),
    Basis.FUNCTION: Text(vi="theo chức năng, nhiệm vụ", en="by function"),
    Basis.PLACE: Text(vi="nêu tên địa bàn", en="by place"),
    Basis.READING: Text(vi="cách hiểu của bộ dữ liệu", en="by our reading"),
}

ROLES = {
    Role.LEAD: Text(vi="chủ trì", en="lead"),
    Role.MONITOR: Text(vi="theo dõi, tổng hợp", en="monitor"),
    Role.SUPPORT: Text(vi="phối hợp", en="support"),
}

KINDS = {
    Kind.DELIVER: Text(vi="hoàn thành", en="deliver"),
    Kind.ADVANCE: Text(vi="đẩy nhanh, triển khai", en="advance"),
    Kind.SUSTAIN: Text(vi="thường xuyên", en="sustain"),
    Kind.STUDY: Text(vi="nghiên cứu", en="study"),
    Kind.REPORT: Text(vi="báo cáo", en="report"),
    Kind.ORIENT: Text(vi="trọng tâm chỉ đạo", en="focus"),
    Kind.CONTEXT: Text(vi="không giao nhiệm vụ", en="no duty"),
}

MET_BY = {
    MetBy.ACTION: Text(vi="đầu việc (actions)", en="an action"),
    MetBy.ISSUED: Text(vi="ngày ban hành kế hoạch (document.issued)", en="document.issued"),
    MetBy.CONTENTS: Text(
        vi="mục tiêu và đầu việc (objectives, actions)", en="objectives, actions"
    ),
    MetBy.SENT: Text(vi="nơi nhận kế hoạch (document.sent_to)", en="document.sent_to"),
    MetBy.ORGANISATION: Text(vi="phần Tổ chức thực hiện (organisation)", en="organisation"),
}

SUBMITS = {
    Submits.REQUIRED: Text(vi="phải gửi kế hoạch", en="must send a plan"),
    Submits.REQUESTED: Text(vi="được đề nghị gửi", en="is asked to send one"),
    Submits.NO: Text(vi="không phải gửi", en="sends none"),
    Submits.UNKNOWN: Text(vi="chưa rõ", en="unknown"),
}

CLAIMS = {
    "waiver": Text(vi="mục cho phép không thực hiện", en="waiver"),
    "extension": Text(vi="mục gia hạn", en="extension"),
    "contest": Text(vi="mục đề nghị xác định lại đơn vị chủ trì", en="contest"),
}

STANDINGS = {
    Standing.IN_TIME: Text(vi="ban hành trong hạn", en="issued in time"),
    Standing.ON_THE_DAY: Text(vi="ban hành đúng ngày mốc", en="issued on the very day"),
    Standing.LATE: Text(vi="ban hành chậm", en="issued late"),
    Standing.UNDATED: Text(vi="chưa rõ ngày ban hành", en="date of issue not known"),
    Standing.UNREADABLE: Text(vi="kế hoạch không đọc được", en="plan could not be read"),
    Standing.OTHER_DIRECTIVE: Text(
        vi="kế hoạch thực hiện chỉ thị khác", en="plan for another directive"
    ),
    Standing.FIRST_MISSING: Text(
        vi="chưa có kế hoạch được sửa đổi, thay thế",
        en="the plan that it changes or replaces is not there",
    ),
    Standing.NOT_DUE: Text(vi="chưa gửi, chưa đến hạn", en="not sent, not due yet"),
    Standing.NOT_SENT: Text(vi="chưa gửi", en="not sent"),
}
