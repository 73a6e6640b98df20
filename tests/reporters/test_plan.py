"""The form of a plan: nothing is promised that nobody wrote, every finding is a blank's, and filled in it is clean."""

import re

import pytest

from hpdirective import answering
from hpdirective.checking import Examined, examine
from hpdirective.choices import Severity
from hpdirective.coverage import State
from hpdirective.library import Library
from hpdirective.measuring import measure
from hpdirective.model.unit import Submits, Unit
from hpdirective.reporters import plan
from hpdirective.settings import Settings
from hpdirective.source import yaml
from hpdirective.words import Lang
from tests.conftest import TODAY

# What a blank gives: missing keys of the plan and of actions, and a promise without a value.
OF_BLANKS = re.compile(r"HPD20[1-9]|HPD21[0-8]|HPD501|HPD504|HPD506")
FILLED = {
    "number": "15/KH-{symbol}",
    "issued": "10/02/2023",
    "sent_to": "VPUBND",
    "sent_on": "10/02/2023",
    "objectives": "Hoàn thành 100% nhiệm vụ được giao",
    "organisation": "Văn phòng theo dõi, tổng hợp hằng quý",
    "title": "Việc của đơn vị",
    "objective": "Hoàn thành trong năm",
    "steps": "Xây dựng phương án",
    "start": "02/2023",
    "due": "Thường xuyên",
    "lead": "Phòng Tổng hợp",
    "support": "Sở Tài chính",
    "result": "Báo cáo kết quả",
    "baseline": "theo kết quả năm 2022",
}


def form(unit: Unit, library: Library, lang: Lang = Lang.VI) -> str:
    given = answering.duties(library.directive, library.units, unit, submitted=True)
    return plan.render(unit, given, library.directive, library.units, lang)


def examined(text: str, library: Library) -> Examined:
    return examine(yaml.read("plan.yaml", text.encode()), library, Settings(), TODAY)


def filled(text: str, unit: Unit) -> str:
    """Write plain values into the blanks; a target that only a person knows takes what the comment asks for."""

    def value(found: re.Match[str]) -> str:
        key, comment = found["key"], found["comment"] or ""
        if key == "target":
            return f"{found['lead']}target: {comment.lstrip(' #').strip() or '01'}"
        said = FILLED[key].format(symbol=unit.symbols[0] if unit.symbols else "UBND")
        said = "Sở Xây dựng" if (key, unit.id) == ("support", "SoTC") else said
        return f"{found['lead']}{key}: {said}"

    keys = "|".join([*FILLED, "target"])
    return re.sub(
        rf"^(?P<lead> *)(?P<key>{keys}):(?P<comment> #.*)?$", value, text, flags=re.MULTILINE
    )


def senders(library: Library) -> list[Unit]:
    return [u for u in library.units if u.submits in (Submits.REQUIRED, Submits.REQUESTED)]


@pytest.mark.parametrize("lang", Lang)
def test_every_finding_of_a_form_is_a_blanks(lang: Lang, library: Library) -> None:
    for unit in senders(library):
        one = examined(form(unit, library, lang), library)
        assert one.checked.readable
        found = {f.rule.id for f in one.checked.findings}
        assert all(OF_BLANKS.fullmatch(id) for id in found), (unit.id, found)
        states = {
            s.state
            for s in measure([one], library, Settings(), TODAY, unit).duties
            if s.role == "lead"
        }
        assert State.COVERED not in states, unit.id


def test_a_form_filled_in_is_clean_and_covers_all(library: Library) -> None:
    for unit in senders(library):
        one = examined(filled(form(unit, library), unit), library)
        found = [f.rule.id for f in one.checked.findings if f.severity is not Severity.INFO]
        assert [id for id in found if id not in ("HPD407",)] == [], unit.id
        measured = measure([one], library, Settings(), TODAY, unit)
        left = {
            s.task for s in measured.duties if s.role == "lead" and s.state is not State.COVERED
        }
        assert all(library.directive.clauses[id].annexes for id in left), (unit.id, left)


def test_restricted_duties_say_that_a_reference_will_do(library: Library) -> None:
    text = form(library.units.by_id["QuanNgoQuyen"], library)
    assert "# II.8.3.5" in text
    assert "reference: kế hoạch riêng số" in text
