"""Small files of data made whole: what an example of a rule on data leaves out is filled in, so that only what it shows is wrong."""

from typing import Any

from hpdirective.model import official
from hpdirective.model.directive import Directive
from hpdirective.reading import read
from hpdirective.source.document import Document, Node
from tests.plans import complete

WHOLE: dict[str, dict[str, Any]] = {
    "directive": {
        "format": "1",
        "id": "an-van/2023/01-CT-UBND",
        "number": "01/CT-UBND",
        "issued": "2023-01-05",
        "year": "2023",
        "issuer": "UBND thành phố An Vân",
        "title": {"vi": "Chỉ thị", "en": "Directive"},
        "head": ["Chỉ thị"],
    },
    "unit": {"format": "1", "name": {"vi": "Sở ABC", "en": "ABC"}, "submits": "required"},
    "groups": {"format": "1"},
}
PART = {"label": "II.", "heading": "NHIỆM VỤ"}
CLAUSE = {
    "kind": "sustain",
    "title": {"vi": "Việc", "en": "Task"},
}
PARAGRAPH = {"id": "I.1.1", "clauses": [{"id": "I.1.1.1", "text": "Nâng cao hiệu quả."}]}
ASSIGN = [{"unit": "SoKHDT", "role": "lead", "basis": "reading", "reason": "Lĩnh vực đầu tư"}]


def fill_data(document: Document, missing: frozenset[str]) -> None:
    """Fill what an example of data leaves out: keys, `missing` apart, a lead for each task, and the digest of its own words."""
    data = document.data
    assert data is not None
    complete(
        data, {key: value for key, value in WHOLE[document.kind].items() if key not in missing}
    )
    if document.kind != "directive":
        return
    complete(
        data, {"parts": [{"id": "I", "sections": [{"id": "I.1", "paragraphs": [PARAGRAPH]}]}]}
    )
    for part in data["parts"]:
        complete(part, PART)
        for section in part["sections"]:
            complete(section, {"label": "1."})
            for paragraph in section["paragraphs"]:
                for clause in paragraph["clauses"]:
                    _fill_clause(clause)
    if "sha256" not in data:
        directive = read(document, Directive, 0).value
        assert directive is not None
        data["sha256"] = official.digest(official.rebuilt(directive))


def _fill_clause(clause: Node) -> None:
    complete(clause, CLAUSE)
    for indicator in clause.get("indicators") or ():
        complete(indicator, {"name": {"vi": "Số", "en": "Number"}})
    if clause["kind"] not in ("orient", "context") and "todo" not in clause:
        complete(clause, {"assign": ASSIGN})
