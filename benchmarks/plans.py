"""Plans for measuring: as large as real ones, each different, the same for the same seed; some with a planted fault of shape."""

import random
from collections.abc import Iterator
from dataclasses import dataclass

_UNITS = ("SoKHDT", "SoTC", "SoCT", "SoXD", "SoYT", "SoTNMT", "HuyenCatHai", "QuanHongBang")
_TASKS = ("II.1.1.1", "II.2.1.6", "II.3.4.2", "II.4.2.4", "II.6.3.7", "II.7.3.3", "II.9.2.1")
_VERBS = (
    "Rà soát",
    "Lập hồ sơ",
    "Hoàn thành",
    "Trình phê duyệt",
    "Kiểm tra",
    "Tổ chức",
    "Tổng hợp",
)
_THINGS = (
    "danh mục dự án đầu tư công", "quy hoạch phân khu", "thủ tục đất đai", "hạ tầng kỹ thuật cụm công nghiệp",
    "trạm y tế xã, phường", "chuyển đổi số trong cơ quan", "đơn thư khiếu nại, tố cáo", "công viên cây xanh",
)  # fmt: skip
_PLACES = (
    "trên địa bàn thành phố",
    "tại các quận, huyện",
    "theo Nghị quyết của Thành ủy",
    "giai đoạn 2021-2025",
)
_DUES = ("31/12/2023", "Quý IV/2023", "30/11/2023", "Tháng 10/2023", "Thường xuyên")
_BODIES = (
    "Sở Tài chính",
    "Sở Kế hoạch và Đầu tư",
    "Công an thành phố",
    "các quận, huyện",
    "Sở Xây dựng",
)
FAULTS = ("missing", "unknown", "type")


@dataclass(frozen=True, slots=True)
class Made:
    """One plan and the fault of shape that was planted in it, None where there is none."""

    name: str
    text: str
    fault: str | None


def make(count: int, seed: int = 2023, share: float = 0.05) -> Iterator[Made]:
    """Make plans of about 40 actions and 30 KB; `share` of them bear a fault that any schema of their shape finds."""
    choose = random.Random(seed)
    for number in range(count):
        fault = FAULTS[number % len(FAULTS)] if choose.random() < share else None
        yield Made(f"plan-{number:05}.yaml", _plan(number, fault, choose), fault)


def _plan(number: int, fault: str | None, choose: random.Random) -> str:
    lines = [
        "format: 1", "directive: hai-phong/2023/02-CT-UBND", f"unit: {_UNITS[number % len(_UNITS)]}",
        "document:", f"  number: {number % 300 + 1}/KH-SKHĐT", "  issued: 10/02/2023", "  sent_to:",
        "    - VPUBND", "  sent_on: 10/02/2023", "objectives:",
        *(f"  - Hoàn thành {choose.randint(5, 40)} {choose.choice(_THINGS)} trong năm 2023" for _ in range(3)),
        "actions:",
    ]  # fmt: skip
    faulty = choose.randrange(40)
    for at in range(40):
        lines += _action(at, fault if at == faulty else None, choose)
    lines += ["organisation:", "  - Văn phòng theo dõi, đôn đốc, tổng hợp, báo cáo hằng quý"]
    return "\n".join(lines) + "\n"


def _action(at: int, fault: str | None, choose: random.Random) -> list[str]:
    what = f"{choose.choice(_VERBS)} {choose.choice(_THINGS)} {choose.choice(_PLACES)}"
    steps = [
        f"{choose.choice(_VERBS)} {choose.choice(_THINGS)} {choose.choice(_PLACES)}"
        for _ in range(3)
    ]
    lines = [
        f"  - id: A{at + 1}", "    tasks:", f"      - {choose.choice(_TASKS)}", f"    title: {what} (việc {at + 1})",
        f"    objective: Đạt ít nhất {choose.randint(60, 100)}% khối lượng {choose.choice(_THINGS)}", "    steps:",
        *(f"      - {step}" for step in steps), "    start: 02/2023", f"    due: {choose.choice(_DUES)}",
        "    lead: Phòng Tổng hợp", "    support:", f"      - {choose.choice(_BODIES)}",
        f"    result: Báo cáo kết quả {choose.choice(_THINGS)}",
    ]  # fmt: skip
    if fault == "missing":
        lines = [line for line in lines if not line.startswith("    title:")]
    elif fault == "unknown":
        lines.append("    note_of_the_office: khóa không có")
    elif fault == "type":
        lines = [
            line if not line.startswith("    result:") else "    result: {a: b}" for line in lines
        ]
    return lines
