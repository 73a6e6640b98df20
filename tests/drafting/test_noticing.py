"""Numbers, days and laws in the words of a clause."""

import re
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hpdirective.drafting.held import Held, Times
from hpdirective.drafting.noticing import notice
from hpdirective.library import Library
from hpdirective.model.directive import Kind

TIMES = Times(2024, date(2024, 1, 20))


def kept(text: str, key: str, kind: Kind = Kind.DELIVER, times: Times = TIMES) -> list[Held]:
    return [held for held in notice(text, times, kind) if held.key == key]


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("Hoàn thành trước ngày 15/02/2024.", {"before": date(2024, 2, 15)}),
        ("Hoàn thành trước 30/6/2024;", {"before": date(2024, 6, 30)}),
        ("Báo cáo trước ngày 15 tháng 3 năm 2024", {"before": date(2024, 3, 15)}),
        ("Nộp trước ngày 15.3.2024", {"before": date(2024, 3, 15)}),
        ("Ban hành kế hoạch trước ngày 15/3", {"before": date(2024, 3, 15)}),
        ("Hoàn thành trước 17h00 ngày 20/3/2024", {"by": date(2024, 3, 20)}),
        ("Khởi công trong quý II/2024", {"by": date(2024, 6, 30)}),
        ("Tổ chức trong tháng 6/2024", {"by": date(2024, 6, 30)}),
        ("Trong quý I và quý II năm 2024 tổ chức", {"by": date(2024, 6, 30)}),
        ("Hoàn thành trong năm 2024", {"by": date(2024, 12, 31)}),
        ("Báo cáo chậm nhất ngày 15/11/2024", {"by": date(2024, 11, 15)}),
        ("Báo cáo trước ngày 31/01/2025", {"before": date(2025, 1, 31)}),
        ("Đến hết ngày 31/12/2024 giải ngân xong", {"by": date(2024, 12, 31)}),
        ("Thời gian hoàn thành: Quý II/2024.", {"by": date(2024, 6, 30)}),
        ("Lập báo cáo (trước 31/3/2024)", {"before": date(2024, 3, 31)}),
        ("Trong 6 tháng đầu năm 2024 hoàn thành", {"by": date(2024, 6, 30)}),
    ],
)
def test_due_dates(text: str, due: dict[str, date]) -> None:
    (held,) = kept(text, "due")
    assert {key: held.row[key] for key in due} == due
    assert held.row["basis"] == "text"
    assert held.row["text"] == text[held.start : held.end]


@pytest.mark.parametrize(
    "text",
    [
        "Báo cáo định kỳ trước ngày 20 hằng tháng",
        "Báo cáo trước ngày 15/12 hằng năm",
        "Hằng năm, trước ngày 15/12, báo cáo kết quả",
        "Rà soát dự án phê duyệt trước ngày 01/7/2023",
        "Hoàn thành đến năm 2030",
        "Thực hiện giai đoạn 2021-2025",
        "Tăng 10% so với tháng 6/2024",
        "Trong vòng 15 ngày kể từ ngày ký",
        "Triển khai trong năm 2024 và những năm tiếp theo",
    ],
)
def test_times_that_set_no_last_day(text: str) -> None:
    assert kept(text, "due") == []


def test_year_of_a_standing_duty_is_no_due_date() -> None:
    assert kept("Tăng cường kiểm tra trong năm 2024", "due", Kind.SUSTAIN) == []
    assert kept("Tăng cường kiểm tra đến hết năm 2024", "due", Kind.SUSTAIN) != []


def test_text_without_a_year_of_its_own_sets_no_due_date() -> None:
    unsure = Times(2000, None, sure=False)
    assert kept("Báo cáo trước ngày 15/3", "due", times=unsure) == []


def test_second_due_date_is_a_mark() -> None:
    text = "Báo cáo trước ngày 15/6/2024 (6 tháng), trước ngày 15/12/2024 (cả năm)"
    assert [held.row["text"] for held in kept(text, "due")] == ["trước ngày 15/6/2024"]
    assert "trước ngày 15/12/2024" in [held.row["text"] for held in kept(text, "marks")]


def test_start() -> None:
    (held,) = kept("Đẩy nhanh giải ngân ngay từ đầu năm 2024", "start")
    assert held.row["from"] == date(2024, 1, 1)
    (held,) = kept("Tổ chức từ ngày 01/3/2024 đến ngày 30/6/2024", "start")
    assert held.row["from"] == date(2024, 3, 1)


@pytest.mark.parametrize(
    ("text", "reference", "number", "day"),
    [
        ("theo Nghị quyết số 35/2021/QH15 ngày 13/11/2021 của Quốc hội về", "Nghị quyết số 35/2021/QH15 ngày 13/11/2021 của Quốc hội", "35/2021/QH15", date(2021, 11, 13)),
        ("theo Nghị quyết số 45-NQ/TW của Bộ Chính trị", "Nghị quyết số 45-NQ/TW của Bộ Chính trị", "45-NQ/TW", None),
        ("tại Chỉ thị số 14/CT-TTg ngày 02 tháng 5 năm 2024", "Chỉ thị số 14/CT-TTg ngày 02 tháng 5 năm 2024", "14/CT-TTg", date(2024, 5, 2)),
        ("Chương trình hành động thực hiện Kết luận số 12-KL/TW", "Kết luận số 12-KL/TW", "12-KL/TW", None),
        ("Luật Đầu tư công số 39/2019/QH14", "Luật Đầu tư công số 39/2019/QH14", "39/2019/QH14", None),
        ("Công văn số 1234/UBND-KT ngày 31/02/2024", "Công văn số 1234/UBND-KT ngày 31/02/2024", "1234/UBND-KT", None),
        ("thi hành Luật Đất đai năm 2024", "Luật Đất đai năm 2024", None, None),
        ("Nghị quyết Trung ương 8 khóa XI", "Nghị quyết Trung ương 8 khóa XI", None, None),
    ],
)  # fmt: skip
def test_references(text: str, reference: str, number: str | None, day: date | None) -> None:
    (held,) = kept(text, "references")
    assert (held.row["text"], held.row["number"], held.row["date"]) == (reference, number, day)


def test_horizons_and_spans() -> None:
    text = "Lập Quy hoạch thời kỳ 2021 - 2030, tầm nhìn đến năm 2050, sơ kết giai đoạn 2016-2020"
    assert [(h.row["text"], h.row["year"]) for h in kept(text, "horizons")] == [
        ("thời kỳ 2021 - 2030", 2030),
        ("tầm nhìn đến năm 2050", 2050),
    ]
    assert [h.row["text"] for h in kept(text, "marks")] == ["giai đoạn 2016-2020"]


@pytest.mark.parametrize(
    ("text", "op", "value", "unit"),
    [
        ("Tỷ lệ giải quyết đạt trên 85%", ">", 85, "%"),
        ("Giải ngân tối thiểu 95% kế hoạch", ">=", 95, "%"),
        ("Khởi công 10 dự án trọng điểm", ">=", 10, "dự án"),
        ("Hoàn thành xây dựng 21 công viên", ">=", 21, "công viên"),
        ("Tỷ lệ hộ nghèo giảm xuống dưới 1,5%", "<", Decimal("1.5"), "%"),
        ("Tốc độ tăng trưởng đạt 8,5 - 9%", "range", Decimal("8.5"), "%"),
        ("Thu ngân sách đạt 15.000 tỷ đồng", ">=", 15000, "tỷ đồng"),
    ],
)
def test_indicators(text: str, op: str, value: int, unit: str) -> None:
    (held,) = kept(text, "indicators")
    target = held.row["target"]
    assert isinstance(target, dict)
    assert (target["op"], target["value"], held.row["unit"]) == (op, value, unit)


@pytest.mark.parametrize(
    ("text", "op"),
    [
        ("giảm tỷ lệ hộ nghèo còn 2%", "<="),
        ("tỷ lệ hộ nghèo còn dưới 2%", "<"),
        ("tỷ lệ đô thị hóa đạt 45%", ">="),
    ],
)
def test_what_is_to_be_brought_down_is_at_most_its_figure(text: str, op: str) -> None:
    (held,) = kept(text, "indicators")
    target = held.row["target"]
    assert isinstance(target, dict)
    assert target["op"] == op


def test_figure_that_only_changes_or_counts_is_a_mark() -> None:
    assert kept("Giảm 5% số vụ tai nạn", "indicators") == []
    assert kept("Cơ cấu lại theo 03 trụ cột", "indicators") == []


@pytest.mark.parametrize(
    ("text", "mark", "kind"),
    [
        ("Kiểm soát dịch COVID-19", "COVID-19", "name"),
        ("ứng dụng công nghệ 4.0", "công nghệ 4.0", "name"),
        ("hạ tầng mạng 5G", "5G", "name"),
        ("KCN Tràng Duệ 3", "KCN Tràng Duệ 3", "name"),
        ("cập nhật Phụ lục số 2", "Phụ lục số 2", "ordinal"),
        ("theo 03 trụ cột", "03 trụ cột", "count"),
        ("kết quả năm 2023", "năm 2023", "year"),
        ("phiên họp cuối năm 2023", "cuối năm 2023", "period"),
        ("tổng kết 10 năm thực hiện", "10 năm", "period"),
    ],
)
def test_marks(text: str, mark: str, kind: str) -> None:
    (held,) = notice(text, TIMES, Kind.SUSTAIN)
    assert (held.key, held.row) == ("marks", {"text": mark, "kind": kind})


def check_each_number_is_held_once(text: str, held: tuple[Held, ...]) -> None:
    """Find the stretches again in the words, longest first, as the test of the shipped data does."""
    taken: list[tuple[int, int]] = []
    for words in sorted((str(h.row["text"]) for h in held), key=len, reverse=True):
        for m in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text):
            if not any(m.start() < end and start < m.end() for start, end in taken):
                taken.append(m.span())
                break
        else:
            pytest.fail(f"“{words}” is not in “{text}”, or is held twice")
    for token in re.finditer(r"\d+", text):
        count = sum(start <= token.start() and token.end() <= end for start, end in taken)
        assert count == 1, f"{token[0]} is held {count} times in “{text}”"


def test_each_number_of_the_shipped_directive_is_held_once(library: Library) -> None:
    times = Times(2023, date(2023, 1, 19))
    for clause in library.directive.clauses.values():
        check_each_number_is_held_once(clause.text, notice(clause.text, times, clause.kind))


PIECES = st.lists(
    st.sampled_from(
        ["5", "05", "1.234,5", "trước ngày 15/3/2024", "15/3", "năm 2024", "2021-2025", "giai đoạn 2021 - 2025,", "xã", "dự án", "đạt trên",
         "85%", "Nghị quyết số 01/NQ-CP ngày 05/01/2024", "COVID-19", "5G", "H2O", "quý II/2024;", "từ 3-5 năm", "(3)", "19,5N", "số 3, 4, 5",
         "²", "٣", "hoàn thành", "đến năm 2030", "tháng 6", "Phụ lục 2.", "1_000", "a1b2"]
    ),
    min_size=1,
    max_size=15,
)  # fmt: skip


@given(PIECES, st.sampled_from(list(Kind)))
def test_each_number_is_held_once(pieces: list[str], kind: Kind) -> None:
    text = " ".join(pieces)
    check_each_number_is_held_once(text, notice(text, TIMES, kind))


def test_table_in_one_clause_is_one_mark() -> None:
    text = "Bảng " + " ".join(str(n) for n in range(400))
    (held,) = notice(text, TIMES, Kind.CONTEXT)
    assert held.row["text"] == text.removeprefix("Bảng ")
