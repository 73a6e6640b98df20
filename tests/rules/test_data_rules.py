"""The rules of data on the shipped directive: each small damage is found, by the rule that is meant."""

import re
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest
from msgspec.structs import replace

from hpdirective.checking import examine, examine_data
from hpdirective.choices import Severity
from hpdirective.cli.opening import Desk
from hpdirective.disk import NotUsable, data_folder, find_settings
from hpdirective.drafting.tree import draft
from hpdirective.library import Library, folder_of, open_document, open_library, open_register
from hpdirective.model import official
from hpdirective.model.directive import Directive
from hpdirective.reading import read
from hpdirective.rules.check import DataContext
from hpdirective.settings import Settings
from hpdirective.source import yaml
from hpdirective.tracing.forward import View, traced
from hpdirective.words import Lang, Text
from tests.conftest import TODAY
from tests.directives import WHOLE
from tests.plans import clean_plan, write

DIRECTIVE = data_folder() / "directive_2023.yaml"


def rules_on(text: str, library: Library) -> set[str]:
    document = yaml.read("directive.yaml", text.encode())
    found = examine_data(document, library.register, Settings()).checked.findings
    return {f.rule.name for f in found}


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "Tập trung nguồn lực triển khai",
            "Tập trung mọi nguồn lực triển khai",
            {"text-not-whole"},
        ),
        ("id: II.4.2.4\n", "id: II.4.2.9\n", {"id-out-of-order", "unknown-clause"}),
        ("id: II.4.2.4\n", "id: II.4.9.4\n", {"id-outside-its-parent", "unknown-clause"}),
        ("id: II.4.2.4\n", "id: II.4.2.4.1\n", {"id-outside-its-parent", "unknown-clause"}),
        ("id: II.4.2.4\n", "id: x\n", {"id-outside-its-parent", "unknown-clause"}),
        ("id: II.4.2\n", "id: II.4.22\n", {"id-out-of-order", "id-outside-its-parent"}),
        ("      - id: II.4\n", "      - id: IV\n", {"id-outside-its-parent"}),
        ("  - id: II\n", "  - id: II.a\n", {"id-outside-its-parent"}),
        ("kind: orient\n", "kind: sustain\n", {"task-without-lead", "realised-task"}),
        ("    realised_by: [", "    realised_by: [II.99.1.1, ", {"unknown-clause"}),
        (
            "unit: SoNNPTNT\n",
            "unit: SoNNPTNN\n",
            {"unknown-unit-in-data"},
        ),
        (
            "{unit: VPUBND, text: Văn phòng",
            "{unit: SoTC, text: Văn phòng",
            {"mention-not-in-words"},
        ),
        ("shares: {HuyenCatHai: 5}", "shares: {HuyenCatHai: 36}", {"shares-above-total"}),
        ("annexes: [PL1, PL2, PL3]", "annexes: [PL1, PL2, PL4]", {"unknown-annex"}),
        ("report: III.1.4.2}", "report: III.1.4.3}", {"unknown-clause"}),
        ("text: trên 85%", "text: 85%", set()),
    ],
)
def test_damage_is_found(old: str, new: str, expected: set[str], library: Library) -> None:
    text = DIRECTIVE.read_text(encoding="utf-8")
    assert old in text
    assert rules_on(text.replace(old, new, 1), library) == expected


SECOND = Path(__file__).parents[1] / "second/data"
TARGET = "target: {op: '>', value: 70}"
WARD = "target: {op: '>=', value: 12}"
SLIPS: dict[str, tuple[str, str, str, str]] = {
    "a topic misspelt": ("plan.issued: C", "plan.isued: C", "HPD220", "plan.issued"),
    "a topic left out": ("plan.issued: C.2.b.1, ", "", "HPD228", "plan.issued"),
    "a topic of another clause": ("issued: C.2.b.1", "issued: B.1.a.1", "HPD226", "C.2.b.1"),
    "no day": ("{by: 2024-12-31, basis: year}", "{basis: year}", "HPD228", "by"),
    "two days": ("{before: 2024-02-20,", "{by: 2024-02-10, before: 2024-02-20,", "HPD226", "by"),
    "another value than the text": (WARD, "target: {op: '>=', value: 999}", "HPD226", "12"),
    "a digit lost": (TARGET, "target: {op: '>', value: 7}", "HPD226", "70"),
    "a weaker sign": (TARGET, "target: {op: '<', value: 70}", "HPD226", ">"),
    "no value": (TARGET, "target: {op: '>'}", "HPD228", "value"),
    "no upper end": ("value: 95, high: 98}", "value: 95}", "HPD228", "high"),
    "a span that runs back": ("high: 98}", "high: 9}", "HPD226", "95"),
    "an upper end of no span": ("op: range, value: 95", "op: '>=', value: 95", "HPD226", "range"),
    "a trend too": (TARGET, f"{TARGET}\n                    trend: down", "HPD226", "trend"),
    "a negative share": ("{HuyenVanLinh: 4}", "{HuyenVanLinh: -4}", "HPD226", "0"),
    "shares of no total": (
        "scope: total\n                    shares",
        "scope: each\n                    shares",
        "HPD226",
        "total",
    ),
    "a count of nothing known": (
        "scope: total\n                    shares",
        "scope: total\n                    counts: item\n                    shares",
        "HPD226",
        "items",
    ),
    "a format of another day": ("format: 1", "format: 99", "HPD225", "1"),
    "issued years later": ("issued: 2024-01-22", "issued: 2042-01-22", "HPD226", "2024-12-31"),
    "a horizon without a year": ("đến năm 2030, year: 2030", "đến năm 2030", "HPD228", "year"),
    "a horizon of another year": (
        "2030, year: 2030",
        "2030, year: 2024",
        "HPD226",
        "đến năm 2030",
    ),
    "a horizon without words": ("{text: đến năm 2030, ", "{", "HPD228", "text"),
    "a mention without words": (
        "{unit: SoKTQH, text: Sở Kinh tế và Quy hoạch}",
        "{unit: SoKTQH}",
        "HPD228",
        "text",
    ),
    "a mention of nobody": ("{unit: SoKTQH, text: Sở", "{text: Sở", "HPD926", "group"),
    "a mention of two": (
        "{unit: SoKTQH, text: Sở",
        "{unit: SoKTQH, group: so, text: Sở",
        "HPD926",
        "group",
    ),
    "a reference without words": ("{text: Nghị định số 998/2024/NĐ-CP, ", "{", "HPD228", "text"),
    "a row for nobody": (
        "{unit: SoKTQH, role: lead, basis: named}",
        "{role: lead, basis: named}",
        "HPD926",
        "unit",
    ),
    "a task that nobody leads": (
        "{unit: SoKTQH, role: lead, basis: named}",
        "{unit: SoKTQH, role: support, basis: named}",
        "HPD911",
        "lead",
    ),
    "a day of another year": (
        "due: {by: 2024-12-31, basis: year}",
        "due: {by: 2042-12-31, basis: year}",
        "HPD921",
        "horizons",
    ),
    "an annex that stands nowhere": ("supplied: false", "supplied: true", "HPD226", "false"),
}


def opened(data: Path) -> Library:
    """Open a folder of data to hold plans against, as every command does."""
    return Desk(Settings(), find_settings(data), TODAY, Lang.VI, None, str(data)).library


@pytest.mark.parametrize("name", SLIPS)
def test_data_that_would_be_misread_is_refused(name: str, tmp_path: Path) -> None:
    old, new, rule, cure = SLIPS[name]
    data = copytree(SECOND, tmp_path / "data")
    file = data / "directive_2024.yaml"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    document, register = open_document(file), open_register(data)
    found = examine_data(document, register, Settings()).checked.findings
    said = {f.rule.id: f.help(Lang.VI) for f in found if f.severity is Severity.ERROR}
    assert rule in said
    assert cure in said[rule]
    with pytest.raises(NotUsable):
        opened(data)


def test_a_directive_may_be_issued_at_the_end_of_the_year_before(tmp_path: Path) -> None:
    text = (SECOND / "directive_2024.yaml").read_text(encoding="utf-8")
    early = text.replace("issued: 2024-01-22", "issued: 2023-12-29")
    document = yaml.read("directive.yaml", early.encode())
    found = examine_data(document, open_register(SECOND), Settings()).checked.findings
    assert "HPD226" not in {f.rule.id for f in found}


def test_an_annex_whose_rows_stand_in_the_directive_is_supplied() -> None:
    text = (SECOND / "directive_2024.yaml").read_text(encoding="utf-8")
    row = "- {id: tang-truong, name: {vi: A, en: A}, text: 8%, target: {op: '=', value: 8}, unit: '%'}"
    needs = "annexes: [PLI]\n"
    held = text.replace("supplied: false", "supplied: true", 1).replace(
        needs, f"{needs}                indicators:\n                  {row}\n", 1
    )
    assert held.count(row) == 1
    document = yaml.read("directive.yaml", held.encode())
    found = examine_data(document, open_register(SECOND), Settings()).checked.findings
    assert {f.rule.id for f in found} <= {"HPD910"}  # the row's words stand in the annex


@pytest.mark.parametrize("members", ["members: []", "members:"])
def test_a_group_without_members_says_why(members: str) -> None:
    text = f"format: 1\nkind: groups\ngroups:\n  - id: quan\n    name: {{vi: A, en: A}}\n    {members}\n"
    register = open_register(SECOND)

    def found(text: str) -> list[str]:
        document = yaml.read("elsewhere/groups.yaml", text.encode())
        return [f.rule.id for f in examine_data(document, register, Settings()).checked.findings]

    assert found(text) == ["HPD228"]
    reading = f"{text}    reading: Văn bản không liệt kê\n"
    assert found(reading) == []
    assert found(reading.replace("id: quan\n", "id: all\n")) == ["HPD228"]


def test_a_group_without_members_leads_nothing(tmp_path: Path) -> None:
    """Else what it leads is nobody's, and the city covers more than it does."""
    data = copytree(SECOND, tmp_path / "data")
    groups = data / "groups.yaml"
    text = groups.read_text(encoding="utf-8")
    members = "members: [QuanBinhSa, QuanDongMac, HuyenVanLinh, HuyenThachGiang]\n"
    reading = "reading: Văn bản không liệt kê\n"
    assert text.count(members) == 1
    groups.write_text(text.replace(members, f"members: []\n    {reading}"), encoding="utf-8")
    file = data / "directive_2024.yaml"
    led = [
        n
        for n, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1)
        if "group: quan-huyen" in line and ("role: lead" in line or "role: monitor" in line)
    ]
    assert led
    found = examine_data(open_document(file), open_register(data), Settings()).checked.findings
    said = [f.place.span.line for f in found if f.rule.id == "HPD930" and f.place.span]
    assert said == led
    with pytest.raises(NotUsable):
        opened(data)


DUE = "before: 2024-06-30, basis: text, text: trước ngày 30/6/2024"
SAID = "trước ngày 30/6/2024"


@pytest.mark.parametrize(
    ("words", "due", "told"),
    [
        ("trước ngày 30/6/2024", "before: 2024-07-30", True),
        ("trước ngày 30/6/2024", "by: 2024-06-30", True),
        ("trước ngày 30/6/2024", "by: 2024-06-29", False),
        ("trước ngày 30/6", "before: 2025-06-30", False),  # the year may stand above it
        ("trước ngày 30/6", "before: 2024-07-30", True),
        ("trong quý III", "by: 2024-09-30", False),
        ("trong quý III", "by: 2024-12-31", True),
        ("Quý IV/2024 và quý I/2025", "by: 2025-03-31", False),
        ("giai đoạn 2024-2025", "by: 2025-12-31", False),
        ("trước 17 giờ ngày 15/3/2024", "by: 2024-03-15", False),
        ("từ ngày 01/3 đến ngày 30/4/2024", "by: 2024-04-30", False),
        ("trước năm 2025", "before: 2025-01-01", False),
        ("trong 6 tháng đầu năm 2024", "by: 2024-06-30", False),
        ("trong 6 tháng đầu năm 2024", "by: 2024-12-31", True),
        # what has no single day, or comes again, is not held against any
        ("đầu năm 2025", "by: 2025-03-31", False),
        ("trước Tết Nguyên đán Giáp Thìn", "before: 2024-02-10", False),
        ("hằng quý", "by: 2024-12-31", False),
        ("trước ngày 20 hằng tháng", "by: 2024-12-31", False),
        ("năm học 2024 - 2025", "by: 2025-05-31", False),
        ("6 tháng trước ngày 15/6, năm trước ngày 15/12", "before: 2024-12-15", False),
        ("chậm nhất 10 ngày sau khi ban hành", "by: 2024-02-01", False),
        ("từ quý II/2024", "by: 2024-12-31", False),
        ("nhiệm kỳ 2021-2026", "by: 2026-06-30", False),
        ("tháng 02/2024 (trước Tết)", "by: 2024-02-09", False),
    ],
)
def test_a_last_day_is_that_of_its_words(words: str, due: str, told: bool) -> None:
    text = (SECOND / "directive_2024.yaml").read_text(encoding="utf-8")
    assert DUE in text
    stated = text.replace(DUE, f'{due}, basis: text, text: "{words}"', 1).replace(SAID, words)
    document = yaml.read("directive.yaml", stated.encode())
    found = examine_data(document, open_register(SECOND), Settings()).checked.findings
    assert ("HPD931" in {f.rule.id for f in found}) is told


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("kind: deliver", "kind: context", "HPD932"),
        ("issued: 2024-01-22", "issued: 2024-01-12", "HPD934"),
        ("number: 07/CT-UBND", "number: 70/CT-UBND", "HPD934"),
        ("number: 07/CT-UBND", "number: 7/CT-UBND", None),
        ("issued: 2024-01-22", "issued: 22/01/2024", "HPD226"),
        # a head that has no number or day of its own, or more than one
        ('"Số: 07/CT-UBND"', '"Số:    /CT-UBND"', None),
        ('"Số: 07/CT-UBND"', '"Số: 07/CT-UBND"\n  - "Số: 15/SY-VP"', None),
        ('"An Vân, ngày 22 tháng', '"Căn cứ Kết luận của Hội đồng nhân dân, ngày 12 tháng', None),
        ('"An Vân, ngày 22 tháng', '"An Vân, ngày … tháng', None),
        (
            '"An Vân, ngày 22 tháng 01 năm 2024"',
            '"An Vân, ngày 22 tháng 01 năm 2024"\n  - "An Vân, ngày 25 tháng 01 năm 2024"',
            None,
        ),
    ],
)
def test_a_slip_that_the_text_itself_shows_is_told(
    old: str, new: str, rule: str | None, tmp_path: Path
) -> None:
    data = copytree(SECOND, tmp_path / "data")
    file = data / "directive_2024.yaml"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    found = examine_data(open_document(file), open_register(data), Settings()).checked.findings
    slips = {"HPD226", "HPD931", "HPD932", "HPD933", "HPD934"}
    assert {f.rule.id for f in found} & slips == ({rule} if rule else set())
    if rule != "HPD226":
        opened(data)  # it is told, and the data stay in use


def test_a_unit_that_a_group_lists_twice_is_told(tmp_path: Path) -> None:
    data = copytree(SECOND, tmp_path / "data")
    groups = data / "groups.yaml"
    text = groups.read_text(encoding="utf-8")
    twice = "members: [SoKTQH, SoHTDT, SoKTQH, SoSHTT]"
    groups.write_text(text.replace("members: [SoKTQH, SoHTDT, SoDSGD, SoSHTT]", twice), "utf-8")
    found = examine_data(open_document(groups), open_register(data), Settings()).checked.findings
    (said,) = [f for f in found if f.rule.id == "HPD933"]
    assert said.facts["group"] == "so"
    opened(data)


@pytest.mark.parametrize(
    ("text", "id", "known"),
    [
        ("1. Sở Y tế\n1.1. Rà soát hồ sơ.\n1.2. Báo cáo.\n2. Sở Tài chính\n2.1. Bố trí vốn.", "I.1.2.1", "SoYT"),
        ("A. CHUNG\nI. Phân công\n1. Sở Y tế\n1.1. Rà soát.\n1.2. Báo cáo.", "A.1.3.1", "SoYT"),
        ("A. CHUNG\nI. Phân công\n1. Sở Y tế\n1.1. Rà soát.\n2. Sở Tài chính\n2.1. Bố trí vốn.", "A.1.4.1", "SoTC"),
        ("A. CHUNG\nI. Phân công\n1. Sở Y tế\na) Rà soát:\n- Hồ sơ.\n+ Bản sao.", "A.1.4.1", "SoYT"),
        ("A. SỞ Y TẾ\n1. Rà soát.\n2. Báo cáo.", "A.2.1.1", "SoYT"),
    ],
)  # fmt: skip
def test_who_acts_may_be_named_in_what_a_clause_stands_under(
    text: str, id: str, known: str, library: Library
) -> None:
    drafted = draft(text, library.units)
    document = yaml.read("directive.yaml", drafted.text.encode())
    context = DataContext(document, (), drafted.directive, library.register)
    words = context.lead_in(drafted.directive.clauses[id])
    assert {u for u in ("SoYT", "SoTC") if u in library.units.standing(words)} == {known}


def test_every_number_that_loses_its_holder_is_found(library: Library) -> None:
    text = DIRECTIVE.read_text(encoding="utf-8")
    marks = list(
        re.finditer(r"^ +- \{text: .*, kind: (?:year|name|ordinal|period|count)\}\n", text, re.M)
    )
    assert len(marks) > 15
    for mark in marks[::4]:
        found = rules_on(text[: mark.start()] + text[mark.end() :], library)
        assert found == {"number-not-held"}, mark[0]
        twice = text[: mark.end()] + mark[0] + text[mark.end() :]
        assert "number-held-twice" in rules_on(twice, library), mark[0]


def test_a_name_of_two_units_is_found_in_both_files(tmp_path: Path) -> None:
    copytree(data_folder(), tmp_path / "data")
    file = tmp_path / "data/units/SoYT.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("aliases:\n", "aliases:\n  - sở  TÀI CHÍNH\n"), encoding="utf-8")
    folder = folder_of(file)
    assert folder == tmp_path / "data"
    register = open_register(folder)
    for name in ("SoYT", "SoTC"):
        document = open_document(tmp_path / f"data/units/{name}.yaml")
        found = examine_data(document, register, Settings()).checked.findings
        assert {f.rule.name for f in found} == {"name-of-two-units"}


def test_an_id_of_two_units_is_found_in_the_later_file(tmp_path: Path) -> None:
    copytree(data_folder(), tmp_path / "data")
    text = (data_folder() / "units/SoYT.yaml").read_text(encoding="utf-8")
    later = tmp_path / "data/units/SoYT2.yaml"
    later.write_text(text, encoding="utf-8")
    register = open_register(tmp_path / "data")
    earlier = tmp_path / "data/units/SoYT.yaml"
    found = {
        file.name: [
            (f.rule.id, f.place.span.line if f.place.span else 0, f.message(Lang.VI))
            for f in examine_data(open_document(file), register, Settings()).checked.findings
            if f.rule.id == "HPD904"
        ]
        for file in (earlier, later)
    }
    line = text[: text.index("\nid: ") + 1].count("\n") + 1
    said = f"Mã “SoYT” đã dùng ở {earlier}"
    assert found == {"SoYT.yaml": [], "SoYT2.yaml": [("HPD904", line, said)]}


GROUP = "  - id: quan-huyen\n"


@pytest.mark.parametrize(
    ("name", "text", "where"),
    [
        ("groups.yaml", GROUP.replace("quan-huyen", "SoYT"), "units/SoYT.yaml"),
        ("groups.yml", GROUP, "groups.yaml"),
    ],
)
def test_a_groups_id_is_no_other_groups_and_no_units(
    name: str, text: str, where: str, tmp_path: Path
) -> None:
    data = copytree(data_folder(), tmp_path / "data")
    file = data / name
    groups = (data / "groups.yaml").read_text(encoding="utf-8")
    assert GROUP in groups
    said = groups.replace(GROUP, text)
    if name == "groups.yml":  # one group alone, under another name
        rest = "    name: {vi: các xã, en: communes}\n    members: [SoYT]\n"
        said = f"format: 1\nkind: groups\ngroups:\n{text}{rest}"
    file.write_text(said, encoding="utf-8")
    found = examine_data(open_document(file), open_register(data), Settings()).checked.findings
    told = [(f.message(Lang.EN)) for f in found if f.rule.id == "HPD904"]
    id = text.split()[-1]
    assert told == [f"id “{id}” is used already, in {data / where}"]


def test_a_task_that_realises_itself_is_traced_no_further(library: Library) -> None:
    text = DIRECTIVE.read_text(encoding="utf-8")
    old = "              - id: II.4.2.4\n"
    circle = f"{old}                realised_by: [II.4.2.4, II.4.2.3]\n"
    assert rules_on(text.replace(old, circle), library) == {"realised-task"}
    changed = read(yaml.read("directive.yaml", text.replace(old, circle).encode()), Directive, 0)
    assert changed.value is not None
    shelf = replace(library, directive=changed.value)
    clause = changed.value.clauses["II.4.2.4"]
    assert traced(View(shelf, Settings(), TODAY), clause).realised == ()


def test_a_unit_is_in_force_from_its_first_day_to_its_last(tmp_path: Path) -> None:
    copytree(data_folder(), tmp_path / "data")
    for name, key in (("SoYT", "valid_from"), ("SoTC", "valid_to")):
        file = tmp_path / f"data/units/{name}.yaml"
        text = file.read_text(encoding="utf-8")
        file.write_text(text.replace(f"{key}: null", f"{key}: 2023-02-10"), encoding="utf-8")
    library = open_library(data=str(tmp_path / "data"))

    def found(day: str) -> list[tuple[str, Text]]:
        plan = clean_plan("KhoBac", library)
        plan["document"] |= {"issued": day, "sent_on": day}
        plan["actions"][0]["support"] = ["Sở Y tế", "Sở Tài chính"]
        plan["actions"][1]["support"] = ["Sở Xây dựng"]
        document = yaml.read("plan.yaml", write(plan).encode())
        findings = examine(document, library, Settings(), TODAY).checked.findings
        return [(f.rule.id, f.sentence) for f in findings]

    assert found("10/02/2023") == []
    assert found("09/02/2023") == [
        (
            "HPD315",
            Text(
                vi="Ngày ban hành kế hoạch là 09/02/2023, trong khi Sở Y tế chỉ hoạt động từ ngày 10/02/2023",
                en="the plan was issued on 2023-02-09, while Department of Health exists only since 2023-02-10",
            ),
        )
    ]
    assert found("11/02/2023") == [
        (
            "HPD315",
            Text(
                vi="Ngày ban hành kế hoạch là 11/02/2023, trong khi Sở Tài chính chỉ hoạt động đến hết ngày 10/02/2023",
                en="the plan was issued on 2023-02-11, while Department of Finance existed only until 2023-02-10",
            ),
        )
    ]


@pytest.mark.parametrize(
    ("old", "new", "vi", "en"),
    [
        (
            "                    role: lead\n                    basis: named\n",
            "                    role: lead\n                    basis: reading\n",
            "nơi mà Chỉ thị nêu",
            "the body that the directive names",
        ),
        (
            "                  - unit: VPUBND\n                    role: lead\n",
            "                  - {unit: SoNV, role: support, basis: named}\n"
            "                  - unit: VPUBND\n                    role: lead\n",
            "Sở Nội vụ, Văn phòng Ủy ban nhân dân thành phố",
            "Department of Home Affairs, Office of the City People's Committee",
        ),
    ],
)
def test_a_late_plan_is_told_where_to_report(
    old: str, new: str, vi: str, en: str, tmp_path: Path
) -> None:
    copytree(data_folder(), tmp_path / "data")
    file = tmp_path / "data/directive_2023.yaml"
    text = file.read_text(encoding="utf-8")
    start = 0 if old in text[:2000] else text.index("id: III.1.2.3\n")
    assert old in text[start:]
    file.write_text(text[:start] + text[start:].replace(old, new, 1), encoding="utf-8")
    library = open_library(data=str(tmp_path / "data"))
    plan = clean_plan("KhoBac", library)
    plan["document"]["issued"] = "16/02/2023"
    document = yaml.read("plan.yaml", write(plan).encode())
    findings = examine(document, library, Settings(), TODAY).checked.findings
    late = next(f for f in findings if f.rule.id == "HPD401")
    assert late.help(Lang.VI).endswith(f"báo cáo lý do chậm với {vi}")
    assert f"report to {en} why" in late.help(Lang.EN)


def test_a_copy_of_a_unit_stands_for_it(library: Library) -> None:
    text = (data_folder() / "units/SoYT.yaml").read_text(encoding="utf-8")
    document = yaml.read("elsewhere/SoYT.yaml", text.encode())
    assert examine_data(document, library.register, Settings()).checked.findings == ()


@pytest.mark.parametrize("text", ["shipped", "second"])
def test_a_draft_lists_what_is_to_be_decided_and_nothing_else(text: str, library: Library) -> None:
    second = Path(__file__).parents[1] / "second/official.txt"
    words = {
        "shipped": official.rebuilt(library.directive),
        "second": second.read_text(encoding="utf-8"),
    }[text]
    assert rules_on(draft(words, library.units).text, library) == {"undecided"}


def test_the_doer_may_stand_above_a_dash(library: Library) -> None:
    def found(above: str, label: str) -> set[str]:
        def clause(id: str, text: str, row: dict[str, str]) -> dict[str, Any]:
            title = {"vi": "Việc", "en": "Task"}
            return {"id": id, "text": text, "kind": "sustain", "title": title, "assign": [row]}

        named = {"unit": "SoYT", "role": "lead", "basis": "named"}
        other = {"unit": "SoTC", "role": "lead", "basis": "reading", "reason": "Ngân sách"}
        paragraphs = [
            {"id": "I.1.1", "label": "a)", "clauses": [clause("I.1.1.1", above, other)]},
            {
                "id": "I.1.2",
                "label": label,
                "clauses": [clause("I.1.2.1", "Củng cố y tế cơ sở.", named)],
            },
        ]
        data = {**WHOLE["directive"], "kind": "directive", "sha256": "0"}
        data["parts"] = [
            {"id": "I", "sections": [{"id": "I.1", "label": "1.", "paragraphs": paragraphs}]}
        ]
        return rules_on(write(data), library) - {"text-not-whole"}

    assert found("Sở Y tế:", "-") == set()
    assert found("Sở Y tế:", "b)") == {"unit-not-in-words"}
    assert found("Sở Tài chính:", "-") == {"unit-not-in-words"}
