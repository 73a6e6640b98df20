"""The whole draft: complete, readable, every number held, every doubt named."""

import re
import unicodedata
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hpdirective.disk import NotUsable
from hpdirective.drafting.clause import Shared, draft_clause
from hpdirective.drafting.held import Times
from hpdirective.drafting.tree import Drafted, draft
from hpdirective.library import Library
from hpdirective.model.directive import Basis, Clause, Directive, Kind, Role
from hpdirective.model.names import Units
from hpdirective.model.official import difference, normal
from hpdirective.reading import read
from hpdirective.source import yaml
from tests.drafting import texts

each_shape = pytest.mark.parametrize("text", texts.SHAPES.values(), ids=list(texts.SHAPES))


def check_holds(drafted: Drafted, text: str) -> None:
    """Read the written file with the project's own reader: no fault, the same words, ids of four parts."""
    back = read(yaml.read("draft.yaml", drafted.text.encode()), Directive, 0)
    assert [fault for fault in back.faults if fault.code != "odd-letters"] == []
    assert back.value is not None
    assert difference(back.value, text) is None
    ids = [c.id for paragraph in back.value.paragraphs for c in paragraph.clauses]
    assert len(ids) == len(set(ids)) > 0
    assert all(re.fullmatch(r"(?:[A-Y]|0|[IVX]+)(?:\.\d+){3}", id) for id in ids), ids
    assert all(clause.todo for clause in back.value.clauses.values())


def check_numbers(clause: Clause) -> None:
    words = [i.text or "" for i in clause.indicators] + [r.text for r in clause.references]
    words += [h.text for h in clause.horizons] + [m.text for m in clause.marks]
    words += [x.text for x in (clause.due, clause.start) if x and x.text]
    taken: list[tuple[int, int]] = []
    for word in sorted(words, key=len, reverse=True):
        found = re.finditer(rf"(?<!\w){re.escape(word)}(?!\w)", clause.text)
        spans = (m.span() for m in found)
        free = (s for s in spans if not any(s[0] < e and b < s[1] for b, e in taken))
        taken.append(next(free))
    for token in re.finditer(r"\d+", clause.text):
        assert sum(b <= token.start() and token.end() <= e for b, e in taken) == 1, clause.id


@each_shape
def test_draft_holds_its_text(text: str, library: Library) -> None:
    drafted = draft(text, library.units)
    check_holds(drafted, text)
    for clause in drafted.directive.clauses.values():
        check_numbers(clause)


@each_shape
def test_draft_holds_its_text_however_it_was_saved(text: str, library: Library) -> None:
    plain = draft(text, library.units).directive
    for other in (
        text.replace("\n", "\r\n"),
        unicodedata.normalize("NFD", text),
        text.replace(" - ", "\u00a0- "),
        text.rstrip("\n"),
    ):
        found = draft(other, library.units).directive
        assert difference(found, other) is None
        assert list(found.clauses) == list(plain.clauses)


def test_units_may_be_unknown() -> None:
    drafted = draft(texts.PROVINCE, Units([], []))
    check_holds(drafted, texts.PROVINCE)
    assert all(not c.assign and not c.mentions for c in drafted.directive.clauses.values())


def test_shipped_directive_is_drafted_as_it_is(library: Library) -> None:
    text = texts.printed(library.directive)
    found = draft(text, library.units).directive
    check_holds(draft(text, library.units), text)
    assert (found.id, found.number, found.issued) == (
        library.directive.id,
        library.directive.number,
        library.directive.issued,
    )
    assert found.sha256 == library.directive.sha256
    assert [a.id for a in found.annexes] == ["PL1", "PL2", "PL3"]
    assert not any(annex.supplied for annex in found.annexes)
    due = {id: c.due for id, c in found.clauses.items() if c.due and c.due.basis == "text"}
    for id in ("III.1.2.1", "III.1.4.2"):
        assert due.pop(id) == library.directive.clauses[id].due
    assert list(due) == ["II.4.2.4"]
    same = {c.text for c in found.clauses.values()} & {
        c.text for c in library.directive.clauses.values()
    }
    assert len(same) >= 184


def rows(clause: Clause) -> list[tuple[str | None, Role, Basis]]:
    return [(row.unit or row.group, row.role, row.basis) for row in clause.assign]


def test_named_doers_are_proposed_and_left_to_confirm(library: Library) -> None:
    clauses = draft(texts.PROVINCE, library.units).directive.clauses
    lead, support, named = Role.LEAD, Role.SUPPORT, Basis.NAMED
    assert rows(clauses["I.2.1.1"]) == [
        ("SoKHDT", lead, named),
        ("SoTC", support, named),
        ("KhoBac", support, named),
    ]
    assert rows(clauses["I.2.1.2"]) == [("SoKHDT", lead, named)]
    assert rows(clauses["I.3.1.2"]) == [("SoTC", lead, named)]
    assert rows(clauses["I.4.1.1"])[0] == ("SoNV", lead, named)
    assert rows(clauses["I.4.2.1"]) == []
    assert all("assign" in c.todo for c in clauses.values() if c.kind is not Kind.CONTEXT)


def test_dated_duties_of_many_shapes(library: Library) -> None:
    def dated(text: str) -> list[str]:
        clauses = draft(text, library.units).directive.clauses.values()
        return [f"{c.due.last:%d/%m/%Y}" for c in clauses if c.due and c.due.basis == "text"]

    assert dated(texts.PROVINCE) == [
        "14/03/2024",
        "30/06/2024",
        "31/01/2025",
        "29/06/2024",
        "30/09/2024",
    ]
    assert dated(texts.RESOLUTION) == ["31/03/2024", "30/12/2024"]
    assert dated(texts.PROGRAMME) == ["30/06/2024", "30/05/2024"]
    assert dated(texts.DECISION) == ["29/09/2024", "15/11/2024"]
    assert dated(texts.GLUED) == ["29/04/2024", "31/12/2024"]
    assert dated(texts.LETTER) == ["19/06/2024"]
    assert dated(texts.PLAIN) == ["14/03/2024"]


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        ("Giải ngân đến hết quý II đạt 45%, đến hết ngày 31/01/2025 đạt 100%.", True),
        ("Phủ sóng 5G tại các khu công nghiệp trước ngày 31/12/2026.", True),
        ("Hoàn thành việc xóa bỏ thuế khoán chậm nhất trong năm 2025.", True),
        ("Hoàn thành kết nối trước ngày 30/9/2024.", False),
        ("Xây dựng Đề án đến năm 2030, tầm nhìn đến năm 2045.", False),
        ("Rà soát dự án phê duyệt trước ngày 01/7/2022.", False),
        ("Hằng năm, trước ngày 15/12, báo cáo kết quả thực hiện.", False),
    ],
)
def test_a_last_day_that_is_not_proposed_is_asked_about(
    words: str, asked: bool, library: Library
) -> None:
    """Of two last days, or one beyond the year, none may be lost without a word."""
    times = Times(2024, date(2024, 1, 9))
    clause = draft_clause("I.1.1.1", words, (), Shared(times, library.units))
    todo = clause["todo"]
    assert isinstance(todo, list)
    assert ("due" in todo) is asked


def test_annexes_are_named_and_stand_in_the_tail(library: Library) -> None:
    directive = draft(texts.RESOLUTION, library.units).directive
    assert [(a.id, a.supplied) for a in directive.annexes] == [("PLI", False)]
    assert directive.clauses["I.1.2.1"].annexes == ("PLI",)
    assert "PHỤ LỤC I" in directive.tail


def test_what_is_unknown_is_left_out_and_named(library: Library) -> None:
    directive = draft(texts.PLAIN, library.units).directive
    assert {"id", "number", "issued", "issuer", "signer", "title"} <= set(directive.todo)
    assert (directive.id, directive.number) == ("", "")
    assert not {"id", "number", "issued"} & set(
        draft(texts.RESOLUTION, library.units).directive.todo
    )


def test_defence_is_asked_about(library: Library) -> None:
    text = (
        "1. Hoàn thành chỉ tiêu giao quân.\n2. Phát triển kinh tế - xã hội, quốc phòng - an ninh."
    )
    first, second = draft(text, library.units).directive.clauses.values()
    assert "restricted" in first.todo
    assert "restricted" not in second.todo


def test_pages_are_counted(library: Library) -> None:
    assert draft(texts.PROVINCE, library.units).page_numbers == 1


@pytest.mark.parametrize("text", ["", " \n", "-----\n\n---"])
def test_text_without_words_is_refused(text: str, library: Library) -> None:
    with pytest.raises(NotUsable):
        draft(text, library.units)


def test_text_whose_tree_no_data_file_could_hold_is_refused(library: Library) -> None:
    with pytest.raises(NotUsable, match="2000000"):
        draft("- a\n" * 12_000, library.units)


def test_text_of_an_old_font_is_refused(library: Library) -> None:
    with pytest.raises(NotUsable):
        draft("1. Uû ban nh©n d©n thµnh phè chØ ®¹o ®Èy m¹nh", library.units)


HEADS = [
    "ỦY BAN NHÂN DÂN", "CHỈ THỊ", "KẾ HOẠCH", "Số: 15/CT-UBND", "Hà Nội, ngày 05 tháng 3 năm 2024", "Căn cứ Luật;", "Kính gửi: Các sở", "QUYẾT ĐỊNH:",
    "Nơi nhận:", "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Nguyễn Văn A", "PHỤ LỤC", "-----", "___", "| a | b |", "2", "- 3 -", "", "\t",
]  # fmt: skip
LABELS = [
    "I.", "II.", "I -", "A.", "1.", "2.", "10.", "1.1.", "1.2", "1)", "a)", "đ)", "-", "–", "+", "•", "*", "Phần thứ nhất", "PHẦN II", "Chương I",
    "Điều 1.", "Điều 2", "Mục 1.", "(1)", "1.Sở", "-Lưu", "", "    ", "**3.**",
]  # fmt: skip
WORDS = [
    "Đẩy mạnh", "hoàn thành", "khởi công 10 dự án,", "Sở Tài chính", "chủ trì, phối hợp với", "trước ngày 15/3/2024", "trong quý II/2024;", "(bao gồm 05 xã)",
    "“Đẩy mạnh; xây dựng”", "[x; triển khai", "năm 2025.", "và triển khai", "TP. Hồ Chí Minh", "v.v.", "1.234,5 tỷ đồng", "đến năm 2030:", "Nghị quyết số 01/NQ-CP",
    "Căn cứ", "./.", "...", "A.", "Phụ lục số 2", "đạt trên 85%", "null", "~", "#", "\\", '"', "'", "{a: b}", "%", "&x", "e\u0301", "\u00a0", "\u200b", "5 5-5 5,5",
]  # fmt: skip
LETTERS = st.text(
    st.sampled_from("abcdđeghiklmnoơpqrstuưvxyăạẹĐƠ 0123456789.,;:()[]“”\"'-–+/%"),
    max_size=30,
)
LINES = st.one_of(
    st.sampled_from(HEADS),
    st.tuples(st.sampled_from(LABELS), st.lists(st.sampled_from(WORDS), max_size=8)).map(
        lambda line: " ".join([line[0], *line[1]])
    ),
    LETTERS,
)
ENDS = st.sampled_from(["\n", "\n\n", "\r\n", " \n", "\u2028", "\x0c"])


@settings(max_examples=300, deadline=None)
@given(st.lists(st.tuples(LINES, ENDS), min_size=1, max_size=25))
def test_any_text_is_held_whole(library: Library, lines: list[tuple[str, str]]) -> None:
    text = "".join(line + end for line, end in lines)
    if normal(text):
        drafted = draft(text, library.units)
        check_holds(drafted, text)
        for clause in drafted.directive.clauses.values():
            check_numbers(clause)


PLAN = """\
KẾ HOẠCH
Hành động năm 2024

I. NHIỆM VỤ

1. Phát triển kinh tế

1.1. Về công nghiệp
- Thu hút tối thiểu 2 tỷ USD vốn FDI.
1.2. Về du lịch (Sở Du lịch chủ trì; hoàn thành trước ngày 30/6/2024)
- Tổ chức lễ hội.

2. Văn hóa - xã hội: Nâng cao chất lượng giáo dục.

II. TỔ CHỨC THỰC HIỆN

1. Trách nhiệm của Sở Kế hoạch và Đầu tư
Phòng, chống dàn trải trong đầu tư công. Ban hành hướng dẫn.

2. Các sở, ngành, quận, huyện, đơn vị xây dựng kế hoạch thực hiện của đơn vị mình, gửi về Sở Kế hoạch và Đầu tư trước ngày 15/3/2024.

3. Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam thành phố phối hợp tuyên truyền.

TS. Lê Minh Quý
"""


def test_lead_in_is_no_duty_unless_it_sets_a_day(library: Library) -> None:
    clauses = draft(PLAN, library.units).directive.clauses
    assert clauses["I.1.1.1"].kind is Kind.CONTEXT
    dated = clauses["I.1.3.1"]
    assert (dated.kind, dated.due and dated.due.last.isoformat()) == (Kind.DELIVER, "2024-06-29")


def test_doer_holds_for_what_stands_below_it(library: Library) -> None:
    clauses = draft(PLAN, library.units).directive.clauses
    lead = (Role.LEAD, Basis.NAMED)
    assert rows(clauses["I.1.3.1"]) == [("SoDL", *lead)]
    assert rows(clauses["I.1.4.1"]) == [("SoDL", *lead)]
    assert rows(clauses["I.2.1.1"]) == []
    assert rows(clauses["II.1.1.1"]) == rows(clauses["II.1.1.2"]) == [("SoKHDT", *lead)]
    assert rows(clauses["II.2.1.1"]) == [("all", Role.LEAD, Basis.ALL)]


def test_front_is_asked_and_never_given_a_duty(library: Library) -> None:
    clauses = draft(PLAN, library.units).directive.clauses
    assert rows(clauses["II.3.1.1"]) == [("UBMTTQ", Role.SUPPORT, Basis.NAMED)]


def test_topics_are_mapped_and_answered_by_the_plan(library: Library) -> None:
    directive = draft(PLAN, library.units).directive
    assert directive.topic_ids == {"plan.issued": "II.2.1.1", "plan.sent": "II.2.1.2"}
    assert "topics" in directive.todo
    issued = directive.clauses["II.2.1.1"]
    assert list(issued.met_by) == ["plan.issued"]
    assert "met_by" in issued.todo


def test_heading_before_a_colon(library: Library) -> None:
    sections = {s.id: s.heading for s in draft(PLAN, library.units).directive.sections}
    assert sections["I.2"] == "Văn hóa - xã hội:"


def test_indicators_have_a_name_and_an_id_of_their_own(library: Library) -> None:
    text = "1. Khởi công 10 dự án; khởi công 05 dự án giao thông.\n2. Thu hút 2 tỷ USD."
    found = [
        (i.id, i.name.vi if i.name else "")
        for c in draft(text, library.units).directive.clauses.values()
        for i in c.indicators
    ]
    assert found == [
        ("khoi-cong-du-an", "Khởi công dự án"),
        ("khoi-cong-du-an-2", "Khởi công dự án"),
        ("thu-hut", "Thu hút"),
    ]
