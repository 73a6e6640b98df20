"""What a report of the city rests on, and the mark by which it can be made again and compared, byte for byte."""

import hashlib
import json
from datetime import date
from typing import Any

from msgspec import Struct

from hpdirective.reporters.envelope import TOOL
from hpdirective.surveying import Source, Survey
from hpdirective.words import Lang, Text, say

FORMAT = "hpd-report/1"
SHORT = 10  # characters of a digest where there is little room

_BEFORE_DAY = {
    "warning": Text(
        vi="đúng ngày mốc là cảnh báo, sau ngày mốc là chậm",
        en="the day itself is a warning, later is late",
    ),
    "error": Text(vi="đúng ngày mốc là chậm", en="the day itself is late"),
    "ok": Text(vi="đúng ngày mốc là trong hạn", en="the day itself is in time"),
}
_WHATS = {
    "directive": Text(vi="Tệp dữ liệu chỉ thị", en="File of the directive"),
    "units": Text(vi="Danh mục đơn vị", en="Register of units"),
    "annex": Text(vi="Phụ lục", en="Annex"),
    "plan": Text(vi="Kế hoạch", en="Plan"),
}


class Mark(Struct, frozen=True):
    """What a report says of itself: enough to make it again from the same plans, and to see whether they are the same."""

    kind: str
    as_of: date
    lang: Lang
    restricted: bool
    version: str
    evidence: str
    data: str
    settings: str
    plans: int


def rows(survey: Survey, lang: Lang) -> list[tuple[str, str]]:
    """Give what a report rests on, a label and a value a row; digests are SHA-256."""
    terms = survey.terms
    said = [
        (Text(vi="Công cụ", en="Tool"), f"{TOOL['name']} {TOOL['version']}"),
        (Text(vi="Chỉ thị", en="Directive"), f"{terms.directive} (SHA-256 {terms.sha256})"),
        (Text(vi="Tính đến ngày", en="As of"), say(terms.as_of, lang)),
        (Text(vi="Cách đọc “trước ngày”", en="“Before” a day"), _before_day(survey, lang)),
        (Text(vi="Cấu hình", en="Settings"), f"SHA-256 {terms.settings}"),
        (Text(vi="Mã kiểm chứng", en="Evidence"), f"SHA-256 {survey.evidence}"),
    ]
    said += [(_WHATS[source.what], _source(source)) for source in survey.sources]
    return [(label.said(lang), value) for label, value in said]


def _before_day(survey: Survey, lang: Lang) -> str:
    return _BEFORE_DAY[survey.terms.before_day].said(lang)


def source_of(source: Source, lang: Lang) -> str:
    """Say what a source is, and which."""
    return f"{_WHATS[source.what].said(lang)} {source.name}"


def _source(source: Source) -> str:
    return f"{source.name} (SHA-256 {source.sha256})"


def data_of(survey: Survey) -> str:
    """Give a short digest of the directive, the units and the annexes that a report was made from."""
    said = "\n".join(s.sha256 for s in survey.sources if s.what != "plan")
    return hashlib.sha256(said.encode()).hexdigest()[:SHORT]


def mark(survey: Survey, lang: Lang, kind: str, *, restricted: bool = False) -> str:
    """Write the mark of a report as one line of JSON, less than 255 characters; `kind` is html, xlsx or docx."""
    said = {
        "format": FORMAT,
        "kind": kind,
        "as_of": survey.terms.as_of.isoformat(),
        "lang": str(lang),
        "restricted": restricted,
        "version": TOOL["version"],
        "evidence": survey.evidence[:32],
        "data": data_of(survey),
        "settings": survey.terms.settings[:SHORT],
        "plans": sum(source.what == "plan" for source in survey.sources),
    }
    return json.dumps(said, separators=(",", ":"))


def read_mark(text: str) -> Mark | None:
    """Read a mark; None where the text is none."""
    try:
        said: Any = json.loads(text)
        if said["format"] != FORMAT:
            return None
        return Mark(
            str(said["kind"]),
            date.fromisoformat(said["as_of"]),
            Lang(said["lang"]),
            said["restricted"] is True,
            str(said["version"]),
            str(said["evidence"]),
            str(said["data"]),
            str(said["settings"]),
            int(said["plans"]),
        )
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
