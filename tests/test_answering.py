"""Who owes what, and what answers it: papers of the city, names of the directive, items."""

import time

import pytest

from hpdirective import answering
from hpdirective.answering import Naming
from hpdirective.library import Library
from hpdirective.words import Lang
from tests.conftest import CheckText
from tests.plans import clean_plan, write


@pytest.mark.parametrize(
    ("text", "naming"),
    [
        ("hai-phong/2023/02-CT-UBND", Naming.SURE),
        ("02/CT-UBND ngày 19/01/2023", Naming.SURE),
        ("Chỉ thị số 02/CT-UBND ngày 19 tháng 01 năm 2023", Naming.SURE),
        ("Chỉ thị 2/CT-UBND ngày 19/1/2023 của UBND thành phố", Naming.SURE),
        ("02/CT-UBND ngày 19/01/2023 của Ủy ban nhân dân thành phố Hải Phòng", Naming.SURE),
        ("02/CT-UBND ngày 19/01/2023 của Chủ tịch UBND TP về nhiệm vụ năm 2023", Naming.SURE),
        ("02/CT-UBND", Naming.UNDATED),
        ("02/CT-UBND năm 2023", Naming.UNDATED),
        ("02/CT-UBND ngày 12/01/2022", Naming.OTHER_YEAR),
        ("02/CT-UBND năm 2022", Naming.OTHER_YEAR),
        ("hai-phong/2022/02-CT-UBND", Naming.OTHER_YEAR),
        ("02/CT-UBND ngày 20/01/2023", Naming.OTHER),
        ("03/CT-UBND ngày 19/01/2023", Naming.OTHER),
        ("02/CT-UBND ngày 19/01/2023 của UBND tỉnh Quảng Ninh", Naming.OTHER),
        ("02/CT-UBND ngày 19/01/2023 của UBND thành phố Hà Nội", Naming.OTHER),
        ("ha-noi/2023/02-CT-UBND", Naming.OTHER),
        ("Nghị quyết 01/NQ-CP ngày 06/01/2023", Naming.OTHER),
        ("một văn bản", Naming.OTHER),
    ],
)
def test_how_a_plan_names_the_directive(text: str, naming: Naming, library: Library) -> None:
    assert answering.names_directive(text, library.directive) is naming


@pytest.mark.parametrize(
    "number", ["²/CT-UBND", "9" * 5000 + "/CT-UBND", "٢/CT-UBND", "CT-UBND", ""]
)
def test_a_number_that_counts_nothing_is_only_a_name(number: str, library: Library) -> None:
    odd = library.directive.model_copy(update={"number": number})
    assert answering.names_directive("02/CT-UBND ngày 19/01/2023", odd) is Naming.OTHER
    assert answering.names_directive(odd.id, odd) is Naming.SURE


@pytest.mark.parametrize(
    ("approver", "unit", "holds"),
    [
        ("150/UBND-TH", "SoKHDT", True),
        ("Công văn 150/UBND-TH ngày 01/6/2023", "SoKHDT", True),
        ("21/SKHĐT-TH", "SoKHDT", False),
        ("150/UBND-TH", "HuyenCatHai", False),
        ("Công văn 150/UBND-TH của UBND thành phố", "HuyenCatHai", True),
        ("Chủ tịch UBND TP", "HuyenCatHai", True),
        ("UBND huyện Cát Hải", "HuyenCatHai", False),
        ("Giám đốc Sở", "SoKHDT", False),
        ("", "SoKHDT", False),
    ],
)
def test_papers_of_the_city(approver: str, unit: str, holds: bool, library: Library) -> None:
    assert (
        answering.approved_by_issuer(approver, library.units.by_id[unit], library.directive)
        is holds
    )


def test_a_committee_below_has_the_symbol_of_the_one_above(library: Library) -> None:
    """Not the sort of unit says so, which the data are free to name, but its name or its symbol."""
    ward = library.units.by_id["QuanLeChan"].model_copy(update={"type": "phuong"})
    bare = ward.model_copy(update={"symbols": ()})
    marked = bare.model_copy(update={"name": None, "symbols": ("UBND",)})
    for unit in (ward, bare, marked):
        assert not answering.approved_by_issuer("150/UBND-TH", unit, library.directive)
        assert answering.approved_by_issuer("UBND thành phố", unit, library.directive)


def test_finding_and_limit_agree_on_extensions(library: Library, check_text: CheckText) -> None:
    def rules(extensions: list[dict[str, str]], due: str) -> list[str]:
        plan = clean_plan("SoKHDT", library)
        plan["extensions"] = extensions
        action = next(a for a in plan["actions"] if a["tasks"] == ["II.3.4.2"])
        action["due"] = due
        return [f.rule.id for f in check_text(write(plan)).checked.findings]

    refused = {"task": "II.3.4.2", "to": "30/6/2024", "approved_by": "21/SKHĐT-TH"}
    held = {"task": "II.3.4.2", "to": "31/3/2024", "approved_by": "150/UBND-TH"}
    assert sorted(rules([refused, held], "31/3/2024")) == ["HPD414"]
    assert sorted(rules([held, {**held, "to": "30/6/2024"}], "30/6/2024")) == ["HPD404", "HPD414"]
    assert rules([held], "1/4/2024") == ["HPD404"]
    assert rules([{**held, "task": "II.3.4", "to": "31/3/2023"}], "31/12/2023") == ["HPD414"]


def test_a_task_that_was_extended_is_not_to_be_extended_again(
    library: Library, check_text: CheckText
) -> None:
    plan = clean_plan("SoKHDT", library)
    next(a for a in plan["actions"] if a["tasks"] == ["II.3.4.2"])["due"] = "1/4/2024"
    (late,) = check_text(write(plan)).checked.findings
    assert late.help(Lang.VI) == (
        "ghi thời hạn chậm nhất 31/12/2023, hoặc nêu văn bản gia hạn ở “extensions”"
    )
    plan["extensions"] = [{"task": "II.3.4.2", "to": "31/3/2024", "approved_by": "150/UBND-TH"}]
    (late,) = check_text(write(plan)).checked.findings
    assert late.help(Lang.VI) == (
        "ghi thời hạn chậm nhất 31/03/2024, ngày đã được gia hạn; một nhiệm vụ chỉ được gia hạn một lần"
    )
    assert "extensions" not in late.help(Lang.EN)


@pytest.mark.parametrize("marks", ["“{}”", "‘{}’", "'{}'"])
def test_words_quotation_marks_are_no_part_of_ids_names_and_days(
    marks: str, library: Library, check_text: CheckText
) -> None:
    plan = clean_plan("SoKHDT", library)
    plan["directive"], plan["unit"] = map(marks.format, (library.directive.id, "SoKHDT"))
    plan["document"] |= {"issued": marks.format("10/02/2023")}
    for action in plan["actions"]:
        action["id"] = marks.format(action["id"])
        action["tasks"] = [marks.format(id) for id in action["tasks"]]
        action["due"] = marks.format(action["due"])
        action["lead"] = marks.format(action["lead"])
        action["items"] = [marks.format(item) for item in action.get("items", [])]
        for promised in action.get("indicators", []):
            promised |= {key: marks.format(text) for key, text in promised.items()}
    one = check_text(write(plan))
    assert one.context is not None
    assert [f.rule.id for f in one.checked.findings] == []
    assert [a.id for a in one.context.plan.actions] == [
        a["id"] for a in clean_plan("SoKHDT", library)["actions"]
    ]


def test_papers_without_a_task_are_said(library: Library, check_text: CheckText) -> None:
    plan = clean_plan("SoKHDT", library)
    plan["waivers"] = [{"reason": "x", "approved_by": "150/UBND-TH"}]
    plan["contests"] = [{"task": "II.3.4.2"}]
    found = [(f.rule.id, f.facts["key"]) for f in check_text(write(plan)).checked.findings]
    assert found == [("HPD201", "task"), ("HPD201", "reason")]


@pytest.mark.parametrize(
    ("cell", "ids"),
    [
        ("kcn-nam-trang-cat", ["kcn-nam-trang-cat"]),
        ("KCN Nam Tràng Cát", ["kcn-nam-trang-cat"]),
        ("kcn nam tràng cát và KCN Thủy Nguyên", ["kcn-nam-trang-cat", "kcn-thuy-nguyen"]),
        ("Nam Tràng Cát", ["kcn-nam-trang-cat"]),
        ("KCN", []),
        ("KCN Giang Biên 3", []),
        ("KCN Giang Biên II", ["kcn-giang-bien-2"]),
        ("KCN Tràng Duệ giai đoạn 3", ["kcn-trang-due-3"]),
        # one that is there already
        ("KCN Tràng Duệ", []),
        ("KCN Giang Biên", []),
        ("Không triển khai KCN Tràng Duệ 3", []),
        ("KCN Giang Biên 2 (lùi sang năm 2024)", []),
        ("kcn-thuy-nguyen; kcn-giang-bien-2", ["kcn-thuy-nguyen", "kcn-giang-bien-2"]),
    ],
)
def test_items_are_known_by_id_words_or_a_part_that_fits_one(
    cell: str, ids: list[str], library: Library
) -> None:
    items = library.directive.clauses["II.2.1.3"].items
    assert [item.id for item in answering.items_named(cell, items)] == ids


@pytest.mark.parametrize(
    ("cell", "numbers"),
    [
        ("các bến container số 3, 4, 5, 6", [3, 4, 5, 6]),
        ("Bến container số 03, 04 và 05 thuộc Cảng cửa ngõ", [3, 4, 5]),
        ("bến số 3", [3]),
        ("bến container 4", [4]),
        ("bến 3, bến 6", [3, 6]),
        ("ben-3; ben-4", [3, 4]),
        ("4 bến container", []),
        ("04 bến", []),
        ("bến số 1, 2", []),
        ("bến số 3 chưa thực hiện", []),
        ("bến số 3 (chưa có nhà đầu tư)", []),
        ("bến container số 3 (chưa có nhà đầu tư)", [3]),
        ("bến ²", []),
    ],
)
def test_items_of_a_row_are_known_by_their_numbers(
    cell: str, numbers: list[int], library: Library
) -> None:
    items = library.directive.clauses["II.2.2.1"].items
    assert [i.id for i in answering.items_named(cell, items)] == [f"ben-{n}" for n in numbers]


def test_many_words_of_a_row_take_no_time(library: Library) -> None:
    items = library.directive.clauses["II.2.1.4"].items  # one stem has a word twice
    start = time.process_time()
    assert answering.items_named("khu " * 300 + "x", items) == ()
    assert answering.items_named("khu 1 và " * 300 + "x", items) == ()
    assert answering.items_named("khu " + "9" * 5000, items) == ()
    assert answering.items_named("KCN Nam Đình Vũ khu " + "9" * 5000, items) == ()
    assert time.process_time() - start < 1
