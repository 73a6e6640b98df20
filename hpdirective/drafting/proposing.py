"""What a clause seems to ask, and of whom: kind, title, doers, topics. Proposals for a person to confirm."""

import re
from collections.abc import Sequence

from msgspec import Struct

from hpdirective.drafting.cutting import opening, verbs
from hpdirective.drafting.verbs import ADVERB, KINDS, LIGHT, VERB, lower, one_of
from hpdirective.model.directive import Kind
from hpdirective.model.names import Place, Units, looks_like_body
from hpdirective.patterns import pattern
from hpdirective.words import shorten

_TITLE = 100  # characters of a clause's short name
# Adverbs that leave the kind to the verb after them; "tăng cường rà soát" is standing, whatever follows.
_PASSED = one_of(
    (
        "tiếp tục", "chủ động", "kịp thời", "khẩn trương", "tích cực", "quyết liệt", "từng bước", "kiên quyết", "nghiêm túc", "tập trung",
        "tập trung nguồn lực", "phấn đấu", "nỗ lực", "ngay", "sớm", "đồng thời", "trọng tâm là", "trọng tâm", "cần", "phải", "và", "trong đó",
        "tập trung chỉ đạo", "nhanh chóng", "cơ bản",
    )
)  # fmt: skip
_FIRST = pattern(
    rf"(?:(?:{_PASSED},?|triển khai(?= hoàn thành| khởi công)) ){{0,6}}(?P<verb>{VERB})"
)
_NEXT = pattern(rf", (?P<verb>{VERB})")
_STANDING = pattern(
    r"triển khai (?:thực hiện )?(?:có hiệu quả|hiệu quả|đồng bộ|nghiêm túc|tốt|quyết liệt các giải pháp|kịp thời)"
)
_AS_IT_ARISES = pattern(
    r"kịp thời báo cáo|báo cáo[^.;]{0,120}(?:vướng mắc|phát sinh|vượt thẩm quyền)"
)
_IN_FORCE = pattern(r"[^,;.]{0,60}? này (?:thay thế|có hiệu lực)(?!\w)")
_LEAD_IN = pattern(r"(?:như sau|sau đây|sau|gồm|cụ thể|trong đó|là):$")
# A label that no space parts from its text.
_LABEL = pattern(r"^(?:[-–+•*]|\(?(?:[0-9]{1,2}(?:\.[0-9]{1,2})*|[a-zđIVX])[.)]) ?(?=[^\W\d_])")
_ASKED = pattern(
    rf"(?:{_LABEL.pattern})?"
    r"(?:(?:Giao(?: cho)?|Yêu cầu|Đề nghị|Phân công|Các đồng chí|Đồng chí|(?:Nhiệm vụ, )?Trách nhiệm của|Nhiệm vụ của|Đối với|Về phía|Riêng(?: đối với)?)\s+)?"
    r"(?:(?:Giám đốc|Thủ trưởng|Chánh|Chủ tịch|Cục trưởng|Trưởng|Người đứng đầu|Lãnh đạo|Thường trực) (?:các )?)?",
    re.IGNORECASE,
)
_ASKS = pattern(r"(?:giao(?: cho)?|yêu cầu|đề nghị) ", re.IGNORECASE)
_GAP = pattern(
    r"\s*(?:,|;|và|cùng|, và|;? ?và)?\s*(?:(?:Giám đốc|Thủ trưởng|Chủ tịch|Chánh|các) )?",
    re.IGNORECASE,
)
_DOES = pattern(
    rf"\s*(?:[:.;]?$|:|(?:có trách nhiệm|chịu trách nhiệm|là cơ quan|theo chức năng|theo |căn cứ |,? ?trong |,? ?trước |{ADVERB}|{VERB}))"
)
_WITH = pattern(r"phối hợp(?: chặt chẽ)?(?: (?:với|cùng))?(?: các (?=Sở))?")
_LEADS = pattern(r"(?:đơn vị|cơ quan) (?:chủ trì|đầu mối)(?: thực hiện)?(?: ?:| là) ?$")
_DEFENCE = pattern(
    r"quân sự|(?:giao|tuyển|gọi) (?:nhập ngũ|quân)|phòng thủ|dân quân|bí mật nhà nước|mật mã|sẵn sàng chiến đấu|(?:nhiệm vụ|công trình|thế trận) quốc phòng",
    re.IGNORECASE,
)

_PLAN = pattern(
    r"(?:xây dựng|ban hành|lập|triển khai)[^.;]{0,60}?(?:kế hoạch|chương trình hành động|chương trình công tác)"
)
_OWN = pattern(
    r"(?:kế hoạch|chương trình)[^.;]{0,80}?(?:cụ thể|của (?:sở|ngành|cơ quan|đơn vị|địa phương|mình|các)|thực hiện (?:chỉ thị|nghị quyết|kế hoạch|chương trình|công điện)|hành động)"
)
_CONTENTS = pattern(r"trong đó,? (?:\w+ ){0,3}?(?:xác định|nêu|phân công|làm) rõ")
_SENDS = pattern(
    r"(?<!\w)(?:gửi|báo cáo)(?: kế hoạch)?[^.;]{0,60}?(?:văn phòng|ubnd|ủy ban nhân dân|uỷ ban nhân dân|sở|bộ|chính phủ|tỉnh ủy|thành ủy|về)"
)
_REPORTS = pattern(
    r"(?<!\w)báo cáo(?!\w)[^.;]{0,80}?(?:ubnd|ủy ban nhân dân|uỷ ban nhân dân|sở|bộ|chính phủ|thủ tướng|kết quả|tình hình|tỉnh ủy|thành ủy|hđnd|hội đồng)"
)


class Doer(Struct, frozen=True):
    """A unit or group that the words name as doing a duty; `lead` or only taking part."""

    unit: str | None
    group: str | None
    lead: bool


def kind_of(text: str) -> tuple[Kind, bool]:
    """Guess the kind of a clause by its verb, and tell whether the guess is a clear one. Orient is never guessed."""
    text = _LABEL.sub("", text)
    low = lower(text)
    if _LEAD_IN.search(low) and len(text.split()) < 40 and opening(text) is None:
        return Kind.CONTEXT, True
    if _IN_FORCE.match(low):
        return Kind.CONTEXT, False
    if _AS_IT_ARISES.search(low) or low.startswith("trong đó "):
        return Kind.SUSTAIN, True
    asked = _ASKS.match(text)
    if asked and looks_like_body(text[asked.end() :]) and verbs(text[asked.end() :]):
        text, low = text[asked.end() :], low[asked.end() :]  # the verb is that of who is asked
    m = _FIRST.match(low)
    found = [verb[0] for verb in verbs(text)]
    if m and m["verb"] in LIGHT and found:
        return KINDS[found[0]], True  # "chủ trì, phối hợp với Sở Tài chính xây dựng kế hoạch"
    if m:
        return _kind_at(low, m), True
    first = opening(text)
    if first:
        return KINDS[first], True
    if text.endswith(":") and len(text.split()) < 25:
        return Kind.CONTEXT, True
    if not found:
        return Kind.CONTEXT, len(text.split()) < 8
    return KINDS[found[0]], False


def _kind_at(low: str, first: re.Match[str]) -> Kind:
    """Give the kind of the verb that a clause starts with: "rà soát, xử lý" is to deal with it, not to study it."""
    kind = KINDS[first["verb"]]
    if _STANDING.match(low, first.start("verb")):
        return Kind.SUSTAIN
    after = _NEXT.match(low, first.end())
    if kind is Kind.STUDY and after and KINDS[after["verb"]] in (Kind.ADVANCE, Kind.SUSTAIN):
        return KINDS[after["verb"]]
    return kind


def title_of(text: str) -> str:
    """Give the words of a clause as a short name."""
    said = re.sub(r"^(?:và|đồng thời|trong đó),? ", "", _LABEL.sub("", text), flags=re.IGNORECASE)
    said = said.rstrip(" .,;:/…") or text.strip()
    return shorten(said[:1].upper() + said[1:], _TITLE)


def is_defence(text: str) -> bool:
    return bool(_DEFENCE.search(text))


# ---- who ----------------------------------------------------------------------------------------


def doers(text: str, places: Sequence[Place], units: Units) -> tuple[Doer, ...]:
    """Give the units that a clause or heading itself names as doing what it asks: first who leads, then who takes part."""
    leading = _leading(text, places) or [place for place in places if _leads(text, place)]
    found = [_doer(place, units, lead=True) for place in leading]
    found += [_doer(place, units, lead=False) for place in partners(text, places)]
    kept: dict[str, Doer] = {}
    for doer in found:
        if doer:
            kept.setdefault(doer.unit or doer.group or "", doer)
    return tuple(kept.values())


def _leads(text: str, place: Place) -> bool:
    """Tell whether the words next to a name say that it leads: "(Sở Y tế chủ trì)", "cơ quan chủ trì: Sở Y tế"."""
    low = lower(text)
    after = low[place.end : place.end + 12]
    return after.startswith((" chủ trì", " làm chủ trì")) or bool(
        _LEADS.search(low[: place.start])
    )


def _leading(text: str, places: Sequence[Place]) -> list[Place]:
    asked = _ASKED.match(text)
    at = asked.end() if asked else 0
    found: list[Place] = []
    for place in places:
        gap = text[at : place.start] if found else text[min(at, place.start) : place.start]
        if found and not _GAP.fullmatch(gap):
            break
        if not found and (place.start > at or place.end <= at):
            break
        found.append(place)
        at = place.end
    if not found:
        return []
    rest = lower(text[at:])
    others = re.match(r"(?:,| và) (?:các|những) [^:;.]{0,60}?(?=:|$)", rest)
    return found if _DOES.match(rest[others.end() :] if others else rest) or _doing(rest) else []


def _doing(rest: str) -> bool:
    """Tell whether a verb follows soon: other bodies, which no list knows, may stand between."""
    words = " ".join(rest.split()[:14])
    return (
        rest.startswith((",", " và", " phối hợp", " chủ trì"))
        and re.search(rf"(?<!\w){VERB}", words) is not None
    )


def partners(text: str, places: Sequence[Place]) -> list[Place]:
    """Give the units that stand between "phối hợp với" and the duty."""
    low = lower(text)
    m = _WITH.search(low)
    if m is None:
        return []
    after = next((v.start() for v in verbs(text, m.end())), len(text))
    return [place for place in places if m.end() <= place.start and place.end <= after]


def _doer(place: Place, units: Units, *, lead: bool) -> Doer | None:
    """Give what a unit does: a Party or front body, whom no committee commands, only takes part; the committee itself, nothing."""
    unit = units.by_id.get(place.id or "")
    if unit and unit.type == "uy-ban":
        return None
    return Doer(place.id, place.group, lead and not (unit and unit.type == "doan-the"))


def names_doer(text: str) -> bool:
    """Tell whether a clause starts with a body, known or not, that does what it says: "Phòng Y tế", but not "Phòng, chống dịch"."""
    asked = _ASKED.match(text)
    rest = text[asked.end() if asked else 0 :]
    return any(looks_like_body(t) and opening(t) is None for t in (rest, text))


# ---- topics -------------------------------------------------------------------------------------


class Spoken(Struct, frozen=True):
    """A clause as topics see it."""

    id: str
    text: str
    dated: bool


def topics_of(clauses: Sequence[Spoken]) -> dict[str, str]:
    """Map the topics of rules to the clauses that plainly speak of them: the plan, what it holds, where it goes; the report."""
    found: dict[str, str] = {}
    for at, clause in enumerate(clauses):
        beside = [c for c in clauses[at : at + 4] if _paragraph(c) == _paragraph(clause)]
        found = _plan_topics(clause, beside)
        if found:
            break
    reports = [
        c.id
        for c in clauses
        if c.dated and _REPORTS.search(lower(c.text)) and c.id not in found.values()
    ]
    return {**found, **({"report": reports[-1]} if reports else {})}


def _paragraph(clause: Spoken) -> str:
    return clause.id.rpartition(".")[0]


def _plan_topics(clause: Spoken, beside: Sequence[Spoken]) -> dict[str, str]:
    """Give what a clause that asks for plans says of them, with the clauses after it in its paragraph; the day may stand where they are sent."""
    low = lower(clause.text)
    if not (_PLAN.search(low) and _OWN.search(low)):
        return {}
    sent = [c for c in beside if _SENDS.search(lower(c.text)) and "báo cáo kết quả" not in c.text]
    if not (clause.dated or any(c.dated for c in sent)):
        return {}
    contents = [c.id for c in beside if _CONTENTS.search(lower(c.text))]
    found = {"plan.issued": clause.id}
    found |= {"plan.contents": contents[0]} if contents else {}
    return found | ({"plan.sent": sent[0].id} if sent else {})
