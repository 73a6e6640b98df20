"""What the report rests on, and how to see whether another rests on the same."""

from msgspec import Struct

from hpdirective.reporters.evidence import rows
from hpdirective.reporters.html import Desk
from hpdirective.words import Text, one_line


class Page(Struct, frozen=True):
    rows: tuple[tuple[str, str], ...]
    mark: str


def prepare(desk: Desk, mark: str) -> Page:
    """Prepare the values of the page."""
    said = rows(desk.survey, desk.lang)
    return Page(tuple((label, one_line(value)) for label, value in said), mark)


WORDS = {
    "title": Text(vi="Căn cứ", en="Evidence"),
    "heading": Text(vi="Căn cứ của báo cáo", en="What this report rests on"),
    "intro": Text(
        vi="Báo cáo được lập từ các tệp dưới đây. Cùng các tệp, cấu hình và ngày tính cho cùng một báo cáo; mã kiểm chứng giống nhau nghĩa là căn cứ giống nhau.",
        en="The report is made from the files below. The same files, settings and day give the same report; two with one digest rest on the same.",
    ),
    "caption": Text(vi="Công cụ, dữ liệu và tệp đã dùng", en="Tool, data and files"),
    "what": Text(vi="Nội dung", en="What"),
    "value": Text(vi="Giá trị", en="Value"),
    "mark": Text(
        vi="Dấu của báo cáo (tệp hpd-report.json)", en="Mark of the report (file hpd-report.json)"
    ),
}
