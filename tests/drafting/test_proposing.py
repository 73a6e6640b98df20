"""Kinds, titles, doers and topics."""

import pytest

from hpdirective.drafting.proposing import Doer, Spoken, doers, kind_of, title_of, topics_of
from hpdirective.library import Library
from hpdirective.model.directive import Kind

# Measured on the 166 clauses of the shipped directive that are not `orient` and are not cut elsewhere: 150.
RIGHT = 0.87


def test_kinds_of_the_shipped_directive(library: Library) -> None:
    clauses = [c for c in library.directive.clauses.values() if c.kind is not Kind.ORIENT]
    right = sum(kind_of(clause.text)[0] is clause.kind for clause in clauses)
    assert right / len(clauses) >= RIGHT, f"{right} of {len(clauses)}"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Hoàn thành 08 dự án.", Kind.DELIVER),
        ("tập trung nguồn lực triển khai hoàn thành dự án", Kind.DELIVER),
        ("Sở Y tế chủ trì, phối hợp với Sở Kế hoạch và Đầu tư ban hành quy chế", Kind.DELIVER),
        ("-Tổ chức hội nghị xúc tiến", Kind.DELIVER),
        ("Đẩy nhanh tiến độ dự án", Kind.ADVANCE),
        ("Tiếp tục cải tạo đường", Kind.ADVANCE),
        ("Tăng cường rà soát các dự án", Kind.SUSTAIN),
        ("kịp thời báo cáo những vướng mắc phát sinh", Kind.SUSTAIN),
        ("Nghiên cứu, đề xuất giải pháp", Kind.STUDY),
        ("Báo cáo kết quả thực hiện", Kind.REPORT),
        ("Tổng kết tình hình thực hiện Chỉ thị", Kind.REPORT),
        ("Bộ Công Thương:", Kind.CONTEXT),
        ("Ngân hàng Nhà nước Việt Nam", Kind.CONTEXT),
        ("2", Kind.CONTEXT),
        ("Giao Sở Y tế duy trì 100% trạm y tế có bác sĩ.", Kind.SUSTAIN),
        ("Giao Sở Nội vụ chủ trì, phối hợp với Sở Tài chính kiểm tra công vụ.", Kind.SUSTAIN),
        ("Giao UBND các xã đẩy nhanh giải phóng mặt bằng.", Kind.ADVANCE),
        ("Giao cho Sở Tài chính bố trí vốn.", Kind.DELIVER),
        ("Yêu cầu các sở báo cáo kết quả.", Kind.REPORT),
        ("Giao chỉ tiêu cho các xã.", Kind.DELIVER),
        ("Giao đất cho nhà đầu tư.", Kind.DELIVER),
        ("Phân công lãnh đạo phụ trách.", Kind.DELIVER),
        ("Chỉ thị này có hiệu lực kể từ ngày ký và thay thế Chỉ thị số 11/CT-UBND.", Kind.CONTEXT),
        ("Quyết định này có hiệu lực thi hành kể từ ngày ký.", Kind.CONTEXT),
        ("Trình ban hành Quyết định có hiệu lực từ quý II.", Kind.DELIVER),
    ],
)
def test_kind_by_the_verb(text: str, kind: Kind) -> None:
    assert kind_of(text)[0] is kind


def test_guess_without_a_verb_at_the_start_is_no_clear_one() -> None:
    assert not kind_of("Việc đánh giá phải huy động sự phối hợp của các sở")[1]


def test_titles() -> None:
    assert title_of("và triển khai xây dựng;") == "Triển khai xây dựng"
    assert title_of("-Tổ chức tập huấn.") == "Tổ chức tập huấn"
    assert len(title_of("Tăng cường " + "công tác kiểm tra " * 20)) <= 101
    assert title_of("...") == "..."


@pytest.mark.parametrize(
    ("text", "leads", "partners"),
    [
        ("Sở Tài chính:", ["SoTC"], []),
        ("Sở Kế hoạch và Đầu tư", ["SoKHDT"], []),
        ("Giao Sở Nội vụ chủ trì, phối hợp với Sở Tài chính kiểm tra việc chấp hành.", ["SoNV"], ["SoTC"]),
        ("Sở Y tế chủ trì, phối hợp với Sở Kế hoạch và Đầu tư và các cơ quan đôn đốc.", ["SoYT"], ["SoKHDT"]),
        ("Giám đốc Sở Y tế có trách nhiệm báo cáo.", ["SoYT"], []),
        ("Sở Tài chính, Sở Y tế rà soát kinh phí.", ["SoTC", "SoYT"], []),
        ("Chủ trì, phối hợp với Sở Tài chính theo dõi tiến độ.", [], ["SoTC"]),
        ("Thủ trưởng các Sở, ngành, đơn vị và Chủ tịch Ủy ban nhân dân các quận, huyện:", ["all"], []),
        ("Báo cáo gửi Sở Tài chính tổng hợp.", [], []),
        ("Ủy ban nhân dân thành phố giao nhiệm vụ.", [], []),
        ("Ban Tuyên giáo Thành ủy chỉ đạo tuyên truyền.", [], ["BTGTU"]),
        ("Rà soát các dự án của Sở Y tế.", [], []),
        ("Riêng Sở Y tế, Sở Tài chính hoàn thành trước.", ["SoYT", "SoTC"], []),
        ("Riêng đối với UBND các quận, huyện: rà soát quỹ đất.", ["quan-huyen"], []),
    ],
)  # fmt: skip
def test_doers(text: str, leads: list[str], partners: list[str], library: Library) -> None:
    found = doers(text, library.units.within(text), library.units)

    def names(lead: bool) -> list[str | None]:
        return [doer.unit or doer.group for doer in found if doer.lead is lead]

    assert (names(True), names(False)) == (leads, partners)


def test_doer_is_a_unit_or_a_group(library: Library) -> None:
    text = "UBND các quận, huyện tổ chức thực hiện."
    assert doers(text, library.units.within(text), library.units) == (
        Doer(None, "quan-huyen", lead=True),
    )


def test_topics() -> None:
    clauses = [
        Spoken("I.1.1.1", "Hoàn thành đường trước ngày 01/3/2024.", dated=True),
        Spoken("I.2.1.1", "Trước ngày 15/3/2024 ban hành kế hoạch thực hiện Chỉ thị này;", dated=True),
        Spoken("I.2.1.2", "trong đó xác định rõ nhiệm vụ, tiến độ;", dated=False),
        Spoken("I.2.1.3", "gửi Sở Kế hoạch và Đầu tư tổng hợp.", dated=False),
        Spoken("I.3.1.1", "Báo cáo kết quả thực hiện trước ngày 15/12/2024.", dated=True),
    ]  # fmt: skip
    assert topics_of(clauses) == {
        "plan.issued": "I.2.1.1",
        "plan.contents": "I.2.1.2",
        "plan.sent": "I.2.1.3",
        "report": "I.3.1.1",
    }
    assert topics_of(clauses[:1]) == {}


def test_topics_of_the_shipped_directive(library: Library) -> None:
    directive = library.directive
    spoken = [
        Spoken(c.id, c.text, bool(c.due and c.due.basis == "text"))
        for c in directive.clauses.values()
    ]
    found = topics_of(spoken)
    assert found.items() <= directive.topic_ids.items()
    assert len(found) == 4
