"""The words for what a trace comes to."""

from hpdirective.reporters.labels import CLAIMS
from hpdirective.source.standing import LineKind
from hpdirective.tracing.values import What, Why
from hpdirective.words import Text

LINE_KINDS = {
    LineKind.COMMENT: Text(vi="dòng ghi chú", en="a comment"),
    LineKind.BLANK: Text(vi="dòng trống", en="a blank line"),
    LineKind.UNREAD: Text(vi="dòng không đọc được", en="a line that was not read"),
}

WHATS = {
    What.ACTION: Text(vi="đầu việc", en="action"),
    What.WAIVER: CLAIMS["waiver"],
    What.EXTENSION: CLAIMS["extension"],
    What.CONTEST: CLAIMS["contest"],
    What.KEY: Text(vi="khóa", en="key"),
    What.CLAUSE: Text(vi="ý", en="clause"),
    What.PARAGRAPH: Text(vi="đoạn", en="paragraph"),
    What.SECTION: Text(vi="mục", en="section"),
    What.PART: Text(vi="phần", en="part"),
    What.UNIT: Text(vi="đơn vị", en="unit"),
    What.GROUP: Text(vi="nhóm đơn vị", en="group"),
    What.SEVERAL: Text(vi="nhiều nội dung trên một dòng", en="several things on one line"),
    What.NOTHING: Text(vi="không có nội dung được truy vết", en="nothing that is traced"),
    What.UNREADABLE: Text(vi="tệp không đọc được", en="the file could not be read"),
}

WHYS = {
    Why.NOT_GIVEN: Text(
        vi="nhiệm vụ không giao cho đơn vị này", en="the task is not given to this unit"
    ),
    Why.NOT_BY_ACTION: Text(
        vi="ý này không được đáp ứng bằng đầu việc", en="it is not met by an action"
    ),
    Why.OTHER_PLAN: Text(
        vi="kế hoạch khác của đơn vị được tính: {file}",
        en="another plan of the unit counts: {file}",
    ),
    Why.OTHER_DIRECTIVE: Text(
        vi="kế hoạch ghi là thực hiện chỉ thị khác", en="the plan says it is for another directive"
    ),
    Why.UNKNOWN_UNIT: Text(
        vi="không rõ kế hoạch của đơn vị nào", en="whose plan it is could not be told"
    ),
}
