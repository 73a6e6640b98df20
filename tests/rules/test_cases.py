"""Rules where one bad example does not show all: each small case tells what its golden file tells, no line more."""

from pathlib import Path
from textwrap import dedent, indent

import pytest

from tests.conftest import CheckText, Golden
from tests.rules.test_examples import told

GOLDEN = Path(__file__).parents[1] / "golden/cases"

HEAD = """\
kind: directive
parts:
  - id: II
    sections:
      - id: II.1
        paragraphs:
          - id: II.1.1
            clauses:
"""

# The clauses of a directive, by what the case shows; a line at the margin is a key of the whole.
CLAUSES = {
    "unit-and-group-in-one-row": """
        - id: II.1.1.1
          text: Nâng cao hiệu quả đầu tư.
          assign:
            - {unit: SoKHDT, role: lead, basis: reading, reason: Lĩnh vực đầu tư}
            - {unit: SoTC, group: quan-huyen, role: support, basis: reading, reason: Ngân sách}
        """,
    "function-of-a-group-without-source": """
        - id: II.1.1.1
          text: Nâng cao hiệu quả đầu tư.
          assign:
            - {unit: SoKHDT, role: lead, basis: reading, reason: Lĩnh vực đầu tư}
            - {group: quan-huyen, role: support, basis: function}
        """,
    "reading-of-a-group-without-reason": """
        - id: II.1.1.1
          text: Nâng cao hiệu quả đầu tư.
          assign:
            - {unit: SoKHDT, role: lead, basis: reading, reason: Lĩnh vực đầu tư}
            - {group: quan-huyen, role: support, basis: reading}
        """,
    "leads-with-a-group-without-scope": """
        - id: II.1.1.1
          text: Nâng cao hiệu quả đầu tư.
          assign:
            - {unit: SoKHDT, role: lead, basis: reading, reason: Lĩnh vực đầu tư, scope: một}
            - {group: quan-huyen, role: lead, basis: reading, reason: Địa bàn}
        """,
    "focus-still-to-be-decided": """
        - id: II.1.1.1
          text: Tăng tốc đổi mới mô hình tăng trưởng.
          kind: orient
          todo: [realised_by]
        """,
    "due-date-still-to-be-decided": """
        - id: II.1.1.1
          text: Hoàn thành các cầu đang xây dựng.
          kind: deliver
          todo: [due, assign]
        """,
    "due-date-unreadable": """
        - id: II.1.1.1
          text: Hoàn thành các cầu đang xây dựng.
          kind: deliver
          due: hết năm
        """,
    "assignments-unreadable": """
        - id: II.1.1.1
          text: Hoàn thành các cầu đang xây dựng.
          kind: sustain
          assign: {SoKHDT: {role: lead}}
        """,
    "rows-still-to-be-decided": """
        - id: II.1.1.1
          text: Ban Tuyên giáo Thành ủy định hướng tuyên truyền.
          todo: [assign]
          assign:
            - {unit: BTGTU, role: lead, basis: named}
            - {unit: BTGTU, role: lead, basis: reading}
            - {unit: SoYT, role: lead, basis: function}
            - {unit: SoYT, role: lead, basis: named}
        """,
    "an-item-repeats-its-id": """
        - id: II.1.1.1
          text: Hoàn thành cầu Rào, cầu Bến.
          items:
            - {id: cau, text: cầu Rào}
            - {id: cau, text: cầu Bến}
        """,
    "a-clause-repeats-its-id": """
        - id: II.1.1.1
          text: Nâng cao hiệu quả đầu tư trong và ngoài nước,
        - id: II.1.1.1
          text: thu hút các dự án lớn.
        """,
    "an-item-has-the-id-of-an-indicator": """
        - id: II.1.1.1
          text: Hoàn thành 08 cầu, có cầu Rào.
          items:
            - {id: cau, text: cầu Rào}
          indicators:
            - {id: cau, text: 08 cầu}
        """,
    "an-annex-repeats-its-id": """
        - id: II.1.1.1
          text: Nâng cao hiệu quả đầu tư.
annexes:
  - {id: PL1, title: {vi: Phụ lục 1, en: Annex 1}}
  - {id: PL1, title: {vi: Phụ lục 2, en: Annex 2}}
        """,
    "the-whole-is-still-to-be-decided": """
        - id: II.1.1.1
          text: Nâng cao hiệu quả đầu tư.
todo: [number, title]
        """,
    "a-topic-names-no-clause": """
        - id: II.1.1.1
          text: Nâng cao hiệu quả đầu tư.
topics:
  plan.issued: II.1.1.2
  plan.sent: VII
  plan.contents: [II.1.1.1]
  report: II.1.1.1
        """,
    "a-focus-names-a-far-clause": """
        - id: II.1.1.1
          text: Tăng tốc đổi mới mô hình tăng trưởng.
          kind: orient
          realised_by: [XX]
        - id: II.1.1.2
          text: Nâng cao hiệu quả đầu tư.
        - id: II.1.1.3
          text: Rà soát.
        """,
    "mentions-of-the-unknown-then-the-wrong": """
        - id: II.1.1.1
          text: Hoàn thành cầu trên địa bàn huyện Cát Hải, quận Ngô Quyền.
          mentions:
            - {unit: HuyenXa, text: huyện Cát Hải}
            - {unit: QuanNgoQuyen, text: huyện Cát Hải}
            - {group: quan-huyen, text: huyện Cát Hải}
        """,
    "rows-of-readings-then-of-the-unnamed": """
        - id: II.1.1.1
          text: Sở Tài chính tham mưu dự toán.
          assign:
            - {unit: SoTC, role: lead, basis: named}
            - {unit: SoKHDT, role: support, basis: reading, reason: Đầu tư}
            - {unit: SoYT, role: support, basis: place}
        """,
    "three-words-are-shared": """
        - id: II.1.1.1
          text: Hoàn thành các công viên trong năm,
        - id: II.1.1.2
          text: viên trong năm, mở rộng các đô thị.
        """,
    "two-words-are-shared": """
        - id: II.1.1.1
          text: Hoàn thành các công viên trong năm,
        - id: II.1.1.2
          text: trong năm, mở rộng các đô thị.
        """,
    "shares-equal-the-total": """
        - id: II.1.1.1
          text: Hoàn thành 35 xã.
          indicators:
            - {id: xa, text: 35 xã, target: {op: '>=', value: 35}, scope: total, shares: {HuyenCatHai: 30, HuyenAnLao: 5}}
        """,
    "counting-starts-before-the-first-number": """
        - id: II.1.1.0
          text: Nâng cao hiệu quả đầu tư,
        - id: II.1.1.1
          text: thu hút các dự án lớn,
        - id: II.1.1.3
          text: mở rộng các đô thị.
        """,
}  # fmt: skip


MISSING = {"the-whole-is-still-to-be-decided": frozenset({"number", "title"})}


@pytest.mark.parametrize("name", CLAUSES)
def test_clauses(name: str, check_text: CheckText, golden: Golden) -> None:
    lines = CLAUSES[name].strip("\n").splitlines()
    top = next((n for n, line in enumerate(lines) if line and line[0] != " "), len(lines))
    clauses = indent(dedent("\n".join(lines[:top])), " " * 14)
    text = HEAD + clauses + "\n" + dedent("\n".join(lines[top:])) + "\n"
    found = check_text(text, filled=True, missing=MISSING.get(name, frozenset()))
    golden(GOLDEN / f"{name}.txt", "".join(map(told, found.checked.findings)))


FILES = {
    "valid-for-a-day": "kind: unit\nid: SoABC\nvalid_from: 2023-01-01\nvalid_to: 2023-01-01\n",
    "a-group-repeats-its-id": "kind: groups\ngroups:\n  - {id: a, name: {vi: A, en: A}, members: [SoYT]}\n  - {id: a, name: {vi: B, en: B}, members: [SoTC]}\n",
    "a-unit-of-the-register": "kind: unit\nid: SoYT\nname: {vi: Sở Y tế, en: Department of Health}\n",
}


@pytest.mark.parametrize("name", FILES)
def test_files(name: str, check_text: CheckText, golden: Golden) -> None:
    found = check_text(FILES[name], filled=True).checked.findings
    golden(GOLDEN / f"{name}.txt", "".join(map(told, found)))
