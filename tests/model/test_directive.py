"""Addresses of clauses, how they are cited and found, what they ask, and keys that a `todo` excuses."""

from datetime import date
from decimal import Decimal
from pathlib import Path
from unicodedata import normalize

import pytest

from hpdirective.drafting.tree import draft
from hpdirective.library import Library
from hpdirective.model.directive import Clause, Deadline, Directive, Indicator
from hpdirective.model.target import Op, Trend
from hpdirective.reading import Read, read
from hpdirective.source import yaml
from tests.annexes import annex, row, supplied
from tests.conftest import Golden

GOLDEN = Path(__file__).parents[1] / "golden/model"

TOP = "format: 1\nkind: directive\nid: a\nnumber: b\nissued: 2024-01-01\nyear: 2024\nissuer: c\nsha256: d\nhead: [e]\n"
PARTS = "parts: [{id: I, sections: [{id: I.1, paragraphs: [{id: I.1.1, clauses: [%s]}]}]}]\n"
CLAUSE = "{id: I.1.1.1, text: x, kind: deliver, title: {vi: x}%s}"


def directive(text: str) -> Read[Directive]:
    return read(yaml.read("d.yaml", text.encode()), Directive, 0)


def missing(text: str) -> list[tuple[object, ...]]:
    faults = directive(text).faults
    assert {fault.code for fault in faults} <= {"missing-data-key"}
    return [fault.path for fault in faults]


def test_key_that_todo_names_may_be_missing() -> None:
    whole = TOP + "title: {vi: x, en: x}\n"
    title = ("parts", 0, "sections", 0, "paragraphs", 0, "clauses", 0, "title", "en")
    assert missing(whole + PARTS % (CLAUSE % "")) == [title]
    assert missing(whole + PARTS % (CLAUSE % ", todo: [title]")) == []
    assert missing(whole + PARTS % (CLAUSE % ", todo: [assign]")) == [title]


def test_todo_of_the_whole_does_not_reach_a_clause() -> None:
    text = TOP.replace("number: b\n", "") + PARTS % (CLAUSE % ", todo: [title]")
    assert missing(text) == [("number",), ("title",)]
    assert missing(text + "todo: [number, title]\n") == []
    plain = TOP + "todo: [title]\n" + PARTS % (CLAUSE % "")
    assert len(missing(plain)) == 1


def test_labels_and_headings_may_be_missing() -> None:
    text = TOP + "title: {vi: x, en: x}\n" + PARTS % (CLAUSE % ", todo: [title]")
    stated = directive(text)
    assert stated.faults == ()
    assert stated.value is not None
    assert stated.value.parts[0].label == ""


ADDRESSES = [
    ("1. Rà soát.", "I.1.1.1", "mục 1", "section 1"),
    ("1. Sở Y tế:\na) Rà soát.\n- Báo cáo.\n- Tổng kết.", "I.1.3.1", "mục 1, điểm a, gạch đầu dòng thứ hai", "section 1, point a, dash 2"),
    ("Điều 2. Nhiệm vụ\n1. Rà soát.\na) Báo cáo.", "I.2.2.1", "điểm a, khoản 1, Điều 2", "Điều 2, clause 1, point a"),
    ("Điều 2. Nhiệm vụ\n1. Rà soát.\n2. Tổng kết.", "I.2.2.1", "khoản 2, Điều 2", "Điều 2, clause 2"),
    ("Điều 2. Nhiệm vụ\n1. Rà soát:\n- Tổng kết.", "I.2.2.1", "Điều 2, khoản 1, gạch đầu dòng thứ nhất", "Điều 2, clause 1, dash 1"),
    ("Điều 2. Nhiệm vụ\n1. Y tế\n1.1. Rà soát.", "I.2.2.1", "điểm 1.1, Điều 2", "Điều 2, point 1.1"),
    ("Điều 2. Nhiệm vụ\na) Rà soát.", "I.2.1.1", "điểm a, Điều 2", "Điều 2, point a"),
    ("A. CHUNG\nI. Y TẾ\n1. Rà soát.", "A.1.1.1", "điểm 1, mục I, phần A", "part A, section I, point 1"),
    ("Chương II QUY ĐỊNH\nĐiều 3. Nhiệm vụ\n- Rà soát.", "II.3.1.1", "Chương II, Điều 3, gạch đầu dòng thứ nhất", "Chương II, Điều 3, dash 1"),
    ("Phần thứ hai\nY TẾ\nI. Chung\n1. Rà soát.", "II.1.1.1", "điểm 1, mục I, phần II", "part II, section I, point 1"),
    ("Rà soát hồ sơ.", "I.1.1.1", "đoạn thứ nhất", "paragraph 1"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "id", "vi", "en"), ADDRESSES)
def test_addresses(text: str, id: str, vi: str, en: str, library: Library) -> None:
    drafted = draft(text, library.units).directive
    said = drafted.address(drafted.clauses[id])
    assert (said.vi, said.en) == (vi, en)


def test_every_clause_has_the_address_of_the_golden_file(library: Library, golden: Golden) -> None:
    directive = library.directive
    said = []
    for id, clause in directive.clauses.items():
        where = directive.address(clause)
        said.append(f"{id}: {where.vi} | {where.en}\n")
    golden(GOLDEN / "addresses.txt", "".join(said))


def stated(text: str) -> Directive:
    value = directive(TOP + text).value
    assert value is not None
    return value


def paragraphs(*labels: str) -> str:
    listed = ", ".join(
        f'{{id: C.2.{n}, label: "{label}", clauses: [{{id: C.2.{n}.1, text: x}}]}}'
        for n, label in enumerate(labels, 1)
    )
    return f'{{id: C.2, label: "2.", paragraphs: [{listed}]}}'


WORDED = ["nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười", "11", "12"]


def test_dashes_are_counted_in_words() -> None:
    given = stated(f'parts: [{{id: C, label: "C.", sections: [{paragraphs(*"-" * 12)}]}}]\n')
    for n, word in enumerate(WORDED, 1):
        said = given.address(given.clauses[f"C.2.{n}.1"])
        assert said.vi == f"phần C, mục 2, gạch đầu dòng thứ {word}"
        assert said.en == f"part C, section 2, dash {n}"


def test_dashes_are_counted_below_their_point() -> None:
    labels = ("-", "a)", "-", "", "-", "+", "b)", "-")
    given = stated(f"parts: [{{id: C, sections: [{paragraphs(*labels)}]}}]\n")
    said = [given.address(c) for c in given.clauses.values()]
    assert [where.vi for where in said] == [
        "mục 2, gạch đầu dòng thứ nhất",
        "điểm a, mục 2",
        "mục 2, điểm a, gạch đầu dòng thứ nhất",
        "mục 2",
        "mục 2, điểm a, gạch đầu dòng thứ hai",
        "mục 2, điểm a, gạch đầu dòng thứ nhất",
        "điểm b, mục 2",
        "mục 2, điểm b, gạch đầu dòng thứ nhất",
    ]
    assert said[2].en == "section 2, point a, dash 1"
    assert said[1].en == "section 2, point a"


def test_a_clause_without_any_label_is_a_paragraph_by_its_place() -> None:
    given = stated(f"parts: [{{id: C, sections: [{paragraphs('', '')}]}}]\n".replace('"2."', '""'))
    said = [given.address(c) for c in given.clauses.values()]
    assert [(where.vi, where.en) for where in said] == [
        ("đoạn thứ nhất", "paragraph 1"),
        ("đoạn thứ hai", "paragraph 2"),
    ]


def test_a_clause_that_stands_elsewhere_still_has_an_address() -> None:
    given = stated(f'parts: [{{id: C, label: "C.", sections: [{paragraphs("-")}]}}]\n')
    strange = given.clauses["C.2.1.1"].model_copy(update={"id": "D.7.1.1"})
    assert given.address(strange).vi == "đoạn thứ nhất"
    strange = strange.model_copy(update={"id": "C.2.9.1"})
    assert given.address(strange).vi == "phần C, mục 2, gạch đầu dòng thứ nhất"


TREE = (
    'parts: [{id: C, label: "C.", sections: [{id: C.2, paragraphs: [{id: C.2.đ, clauses: ['
    "{id: C.2.đ.1, text: x}, {id: C.2.đ.2, text: y}]}, {id: C.2.e, clauses: [{id: C.2.e.1, text: z}]}]},"
    "{id: C.20, paragraphs: [{id: C.20.1, clauses: [{id: C.20.1.1, text: z}]}]}]}]\n"
    "topics: {report: C.2.e.1, other: C.9.9.9}\n"
)


def ids(clauses: tuple[Clause, ...]) -> list[str]:
    return [clause.id for clause in clauses]


def test_ids_are_found_in_any_case_and_form() -> None:
    given = stated(TREE)
    for written in ("C.2.đ.1", "c.2.Đ.1", normalize("NFD", "c.2.Đ.1")):
        assert given.spelled(written) == "C.2.đ.1"
        assert ids(given.expand(written)) == ["C.2.đ.1"]
    assert given.spelled("c") == "C"
    assert given.spelled("c.20") == "C.20"
    assert given.spelled("c.2.E") == "C.2.e"
    assert given.spelled("c.9.E") == "c.9.E"
    assert ids(given.expand("c.2.đ")) == ["C.2.đ.1", "C.2.đ.2"]
    assert given.expand("C.2") == given.expand("C.9") == given.expand("") == ()


def test_what_stands_under_an_id_of_any_depth() -> None:
    given = stated(TREE)
    assert ids(given.under("c")) == ["C.2.đ.1", "C.2.đ.2", "C.2.e.1", "C.20.1.1"]
    assert ids(given.under("c.2")) == ["C.2.đ.1", "C.2.đ.2", "C.2.e.1"]
    assert ids(given.under("C.2.đ")) == ["C.2.đ.1", "C.2.đ.2"]
    assert ids(given.under("C.2.đ.2")) == ["C.2.đ.2"]
    assert ids(given.under("")) == ids(given.under("D")) == []
    assert given.within("C.2") == given.within("c.2") == ("C.2.đ", "C.2.e")
    assert given.within("c") == ("C.2.đ", "C.2.e", "C.20.1")
    assert given.within("C.2.đ") == given.within("") == given.within("D") == ()


def test_an_empty_id_stands_for_nothing() -> None:
    nameless = stated(
        'parts: [{id: "", sections: [{id: .1, paragraphs: [{id: .1.1, clauses: [{id: .1.1.1, text: x}]}]}]}]\n'
    )
    assert (nameless.under(""), nameless.within("")) == ((), ())


def test_topics() -> None:
    given = stated(TREE)
    found = given.clause("report")
    assert found is not None
    assert found.id == "C.2.e.1"
    assert given.clause("other") is None
    assert given.clause("unknown") is None
    assert given.topic_ids == {"report": "C.2.e.1", "other": "C.9.9.9"}
    bare = stated(TREE.partition("topics")[0])
    assert bare.clause("report") is None
    assert bare.topic_ids == {}


def test_what_has_no_title_is_called_by_its_id() -> None:
    given = stated(
        TREE
        + 'annexes: [{id: PL1}, {id: PL2, title: {vi: "Phụ lục 2: Chỉ tiêu: xã", en: "Annex 2: Targets: x"}}]\n'
    )
    clause = given.clauses["C.2.e.1"]
    assert (clause.name.vi, clause.name.en) == ("C.2.e.1", "C.2.e.1")
    assert [(a.short.vi, a.short.en) for a in given.annexes] == [
        ("PL1", "PL1"),
        ("Phụ lục 2", "Annex 2"),
    ]


def test_a_clause_has_the_title_that_it_is_given(library: Library) -> None:
    for clause in library.directive.clauses.values():
        assert clause.title is not None
        assert (clause.name.vi, clause.name.en) == (clause.title.vi, clause.title.en)


def test_last_day() -> None:
    before, by = date(2023, 11, 15), date(2023, 10, 31)
    assert Deadline.model_construct(before=before).day == before
    assert Deadline.model_construct(before=before).last == date(2023, 11, 14)
    assert (Deadline.model_construct(by=by).day, Deadline.model_construct(by=by).last) == (by, by)
    assert Deadline.model_construct().last == date.max


def test_what_an_indicator_asks() -> None:
    listed = """\
parts: [{id: C, sections: [{id: C.1, paragraphs: [{id: C.1.1, clauses: [{id: C.1.1.1, text: x, indicators: [
  {id: a, text: trên 12%, target: {op: ">", value: 12}, unit: "%", units: [SoTC]},
  {id: b, text: tăng, trend: up, unit: xã},
  {id: c, target: {op: range, value: 1, high: 2}},
  {id: d, target: {op: "<="}, unit: ha},
  {id: e}]}]}]}]}]
"""
    said: dict[str, Indicator] = {i: found for i, (_, found) in stated(listed).indicators.items()}
    above, up, between, open_, none = (said[id].required for id in "abcde")
    assert (above.text, above.op, above.value, above.unit) == (
        "trên 12%",
        Op.MORE,
        Decimal(12),
        "%",
    )
    assert (up.text, up.value, up.unit, up.trend) == ("tăng", None, "xã", Trend.UP)
    assert (between.text, between.op) == ("", Op.RANGE)
    assert (between.value, between.high) == (Decimal(1), Decimal(2))
    assert (open_.text, open_.value, open_.unit, open_.trend) == ("", None, "ha", None)
    assert (none.text, none.value, none.unit, none.trend) == ("", None, None, None)
    assert [said["a"].owed_by(unit) for unit in ("SoTC", "SoYT")] == [True, False]
    assert said["b"].owed_by("SoYT")


def test_an_indicator_of_an_annex_is_held_by_each_clause_that_needs_it(library: Library) -> None:
    directive = supplied(library, annex("PL1", row("mot"))).directive
    needing = [c.id for c in directive.clauses.values() if "PL1" in c.annexes]
    assert ids(directive.holders["mot"]) == needing
    assert len(needing) > 1
