"""The words for how a unit stands on an indicator."""

from hpdirective.surveying import Verdict
from hpdirective.words import Text

VERDICTS = {
    Verdict.MET: Text(vi="đạt yêu cầu", en="met"),
    Verdict.NOT_MET: Text(vi="chưa đạt yêu cầu", en="not met"),
    Verdict.STATED: Text(vi="đã nêu mức phấn đấu", en="stated"),
    Verdict.MISSING: Text(vi="chưa có trong kế hoạch", en="missing"),
    Verdict.UNKNOWN: Text(vi="chưa đủ căn cứ kết luận", en="unknown"),
    Verdict.NO_PLAN: Text(vi="chưa có kế hoạch", en="no plan"),
    Verdict.BY_REFERENCE: Text(vi="theo kế hoạch riêng", en="in a plan of its own"),
    Verdict.SET_ASIDE: Text(
        vi="được cho phép hoặc đang đề nghị xác định lại", en="waived or contested"
    ),
}
