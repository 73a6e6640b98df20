"""Rules where one bad example does not show all: each small case tells what its golden file tells, no line more."""

from pathlib import Path
from textwrap import dedent, indent
from unicodedata import normalize

import pytest

from hpdirective.answering import duties
from hpdirective.library import Library
from tests.conftest import CheckText, Golden
from tests.plans import clean_plan, write
from tests.rules.test_examples import told

GOLDEN = Path(__file__).parents[1] / "golden/cases"

DOCUMENT = """\
document:
  number: 15/KH-UBND
  issued: 10/02/2023
  sent_to:
  - VPUBND
  sent_on: 10/02/2023
"""

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
    "shares-of-a-whole": """
        - id: II.1.1.1
          text: Tăng tỷ lệ bao phủ bảo hiểm y tế toàn dân.
          indicators:
            - {id: a, text: tỷ lệ bao phủ, trend: up, share: {of: toàn dân, reason: Một phần của dân số}}
            - {id: b, text: tỷ lệ bao phủ, trend: up, share: {of: cả nước, reason: Một phần của dân số}}
            - {id: c, text: tỷ lệ bao phủ, trend: up, share: {of: toàn dân}}
            - {id: d, text: tỷ lệ bao phủ, trend: up, share: toàn dân}
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
    "units-and-groups-that-are-none": """
        - id: II.1.1.1
          text: Hoàn thành 35 xã, có cầu Rào.
          assign:
            - {unit: SoKHDT, role: lead, basis: reading, reason: Đầu tư}
            - {group: quan-huyenn, role: support, basis: reading, reason: Địa bàn}
            - {unit: XYZXYZ, role: support, basis: reading, reason: Không rõ}
          mentions:
            - {group: quan-huyenn, text: xã}
            - {unit: SoKHDX, text: xã}
          items:
            - {id: cau, text: cầu Rào, units: [SoYT, SoKHDX]}
          indicators:
            - {id: xa, text: 35 xã, units: [SoKHDX, SoYT], scope: total, shares: {HuyenCatHaj: 5, SoYT: 1}, target: {op: '>=', value: 35}}
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
    "a-group-of-unknown-members": "kind: groups\ngroups:\n  - {id: a, name: {vi: A, en: A}, members: [SoYT, SoYTT, XYZXYZ]}\n",
    "valid-for-a-day": "kind: unit\nid: SoABC\nvalid_from: 2023-01-01\nvalid_to: 2023-01-01\n",
    "a-group-repeats-its-id": "kind: groups\ngroups:\n  - {id: a, name: {vi: A, en: A}, members: [SoYT]}\n  - {id: a, name: {vi: B, en: B}, members: [SoTC]}\n",
    "a-unit-of-the-register": "kind: unit\nid: SoYT\nname: {vi: Sở Y tế, en: Department of Health}\n",
}


ROWS = """
kind: annex
format: 1
directive: hai-phong/2023/02-CT-UBND
annex: PL1
title: {vi: Phụ lục 1, en: Annex 1}
complete: 'yes'
source: UBND thành phố
indicators:
  - {id: Mot, name: {vi: A, en: A}, source: official}
  - {id: hai, name: {vi: A, en: A}, source: press}
  - {id: hai, name: {vi: A, en: A}, source: official, target: {op: '>=', value: 5}}
  - {id: ba, name: {vi: A, en: A}, source: official, trend: up}
  - {id: bon, name: {vi: A, en: A}, source: official, text: 5 xã, counts: items, unit: xã}
  - {id: nam, name: {vi: A, en: A}, source: official, text: 5 xã, target: {op: '=', value: 5}, trend: up, unit: xã}
  - {id: sau, name: {vi: A, en: A}, source: official, text: 5 xã, target: {op: '=', value: 5}, unit: xã, shares: {HuyenCatHai: 2}}
  - {id: bay, name: {vi: A, en: A}, source: official, text: vài xã, target: {op: '='}, unit: xã}
  - {id: tam, name: {vi: A, en: A}, source: official, text: từ 5 đến 7 xã, target: {op: range, value: 5}, unit: xã}
  - {id: chin, name: {vi: A, en: A}, source: official, text: 5 xã, target: {op: '=', value: 5, high: 7}, unit: xã}
  - {id: muoi, name: {vi: A, en: A}, source: official, text: từ 5 đến 7 xã, target: {op: range, value: 5, high: 4}, unit: xã}
  - {id: muoi-mot, name: {vi: A, en: A}, source: official, text: 5 xã, target: {op: '=', value: 5}, unit: '%'}
  - {id: muoi-hai, name: {vi: A, en: A}, source: official, text: 5 xã, target: {op: '=', value: 6}, unit: xã}
  - {id: muoi-ba, name: {vi: A, en: A}, source: official, text: trên 5 xã, target: {op: '<', value: 5}, unit: xã}
  - {id: muoi-bon, name: {vi: A, en: A}, source: official, text: từ 5 đến 7 xã, target: {op: range, value: 5, high: 8}, unit: xã}
  - {id: muoi-lam, name: {vi: A, en: A}, source: official, text: từ 5 đến 7 xã, target: {op: range, value: 5, high: 7}, unit: xã}
  - {id: muoi-sau, name: {vi: A, en: A}, source: official, text: 1.500 triệu đồng, target: {op: '=', value: 1.5}, unit: tỷ đồng}
  - {id: muoi-bay, name: {vi: A, en: A}, source: official, text: từ 5 đến 7 xã, target: {op: range, value: 5, high: 5}, unit: xã}
"""
FILES |= {
    "rows-of-an-annex": ROWS,
    "an-annex-without-rows": ROWS.partition("indicators")[0],
    "an-annex-not-whole": ROWS.replace("complete: yes", "complete: no").partition("  - {id: Mot")[
        0
    ]
    + "  - {id: hai, name: {vi: A, en: A}, source: press, cited: báo}\n",
    "an-annex-from-the-press-is-not-whole": ROWS.partition("  - {id: Mot")[0]
    + "  - {id: hai, name: {vi: A, en: A}, source: press, cited: báo}\n",
    "an-annex-neither-whole-nor-not": ROWS.replace("complete: yes", "complete: có").partition(
        "  - {id: hai"
    )[0],
    "scalars-of-other-kinds": """
kind: directive
format: 1
id: an-van/2023/01-CT-UBND
number: 01/CT-UBND
issued: 05/01/2023
year: "23456789012"
issuer: {UBND: thành phố}
title: Chỉ thị
sha256: [a]
head: {a: b}
parts:
  id: II
nummber: 1
deadline: a
topics: [a]
contents: [{a: }, {b: c}, [d], "", e]
annexes:
  - {id: PL1, title: {vi: A, en: A}, supplied: yes}
  - PL2
""",
    "values-of-a-clause-of-other-kinds": HEAD
    + """\
              - id: II.1.1.1
                text: Hoàn thành 08 dự án.
                kind: finish
                open: maybe
                met_by: [action, plan]
                due: {by: 31/12/2023, basis: year, at: 1}
                assign:
                  - {unit: SoKHDT, role: chief, basis: law}
                indicators:
                  - {id: du-an, text: 08 dự án, target: {op: '>>', value: 1e9}, trend: rising, scope: some}
                  - {id: du-an-hai, target: {op: '>=', value: -5.50}, shares: {HuyenCatHai: nhiều}}
                marks: [{text: "08", kind: thing}]
                horizons: [{text: "08", year: 2o25}]
""",
}


# Directives whose parts the case labels or divides itself.
NAMED = "{unit: SoYT, role: lead, basis: named}"
FILES |= {
    "numbers-and-letters-that-the-text-prints": """
kind: directive
parts:
  - id: II
    sections:
      - id: II.3
        label: "3."
        paragraphs:
          - {id: II.3.1, label: a), clauses: [{id: II.3.1.1, text: Một.}]}
          - {id: II.3.b, label: b), clauses: [{id: II.3.b.1, text: Hai.}]}
          - {id: II.3.9, label: 3.9., clauses: [{id: II.3.9.1, text: Ba.}]}
          - {id: II.3.5, label: "-", clauses: [{id: II.3.5.1, text: Bốn.}]}
      - id: II.5
        label: 2.5)
        paragraphs:
          - {id: II.5.1, clauses: [{id: II.5.1.1, text: Năm.}]}
      - id: II.X
        label: "6."
        paragraphs:
          - {id: II.X.1, clauses: [{id: II.X.1.XXXX, text: Năm.}]}
""",
    "the-doer-in-the-heading-or-the-words-before": f"""
kind: directive
parts:
  - id: II
    sections:
      - id: II.1
        heading: Sở Y tế
        paragraphs:
          - {{id: II.1.1, label: a), clauses: [{{id: II.1.1.1, text: Một., assign: [{NAMED}]}}]}}
      - id: II.2
        heading: Văn hóa
        paragraphs:
          - id: II.2.1
            label: a)
            clauses:
              - {{id: II.2.1.1, text: "Sở Y tế chủ trì:"}}
              - {{id: II.2.1.2, text: rà soát, assign: [{NAMED}]}}
              - {{id: II.2.1.3, text: báo cáo., assign: [{NAMED}]}}
              - {{id: II.2.1.4, text: kiểm tra., assign: [{NAMED}]}}
          - id: II.2.2
            label: b)
            clauses:
              - {{id: II.2.2.1, text: "Sở Y"}}
              - {{id: II.2.2.2, text: tế rà soát., assign: [{NAMED}]}}
          - {{id: II.2.3, label: "-", clauses: [{{id: II.2.3.1, text: tế báo cáo., assign: [{NAMED}]}}]}}
      - id: II.3
        heading: Y tế
        paragraphs:
          - {{id: II.3.1, label: "-", clauses: [{{id: II.3.1.1, text: Một., assign: [{NAMED}]}}]}}
          - {{id: II.3.2, label: a), clauses: [{{id: II.3.2.1, text: "Sở Y"}}, {{id: II.3.2.2, text: "tế chủ trì:"}}]}}
          - {{id: II.3.3, label: "-", clauses: [{{id: II.3.3.1, text: Hai., assign: [{NAMED}]}}]}}
          - {{id: II.3.4, label: "+", clauses: [{{id: II.3.4.1, text: Ba., assign: [{NAMED}]}}]}}
          - {{id: II.3.5, label: b), clauses: [{{id: II.3.5.1, text: Bốn., assign: [{NAMED}]}}]}}
          - {{id: II.3.6, label: "-", clauses: [{{id: II.3.6.1, text: Năm., assign: [{NAMED}]}}]}}
""",
}  # fmt: skip


BROKEN = {"scalars-of-other-kinds"}  # nothing can be filled in


@pytest.mark.parametrize("name", FILES)
def test_files(name: str, check_text: CheckText, golden: Golden) -> None:
    found = check_text(FILES[name], filled=name not in BROKEN).checked.findings
    golden(GOLDEN / f"{name}.txt", "".join(map(told, found)))


# Actions of a plan, by what the case shows; what they leave out is filled in.
PLANS = {
    "targets-of-another-measure-then-a-weaker": """
        actions:
          - tasks: [II.7.3.3]
            indicators:
              - {id: giai-quyet-khieu-nai-to-cao, target: 90 vụ việc}
              - {id: giai-quyet-khieu-nai-to-cao, target: 85%}
        """,
    "indicators-unreadable": """
        actions:
          - tasks: [II.3.4.2]
            indicators: nhiều
        """,
    "tasks-unreadable": """
        actions:
          - tasks: {II.3.4.2: {a: b}}
          - tasks: [II.3.4.2]
        """,
    "indicator-misspelt": """
        actions:
          - tasks: [II.3.4.2]
            indicators:
              - {id: du-an-hoan-thanhh, target: 8 dự án}
        """,
    "an-indicator-of-none-beside-a-missing-one": """
        actions:
          - tasks: [II.3.4.2]
            indicators:
              - {id: giai-quyet, target: 8 dự án}
        """,
    "a-missing-indicator-where-another-action-has-some": """
        actions:
          - tasks: [II.3.4.2]
            indicators:
          - tasks: [II.3.4.2, II.7.3.3]
            indicators:
              - {id: giai-quyet-khieu-nai-to-cao, target: trên 85%}
        """,
    "baselines-in-words-then-a-worse": """
        unit: SoTTTT
        actions:
          - tasks: [II.4.5.1]
            indicators:
              - {id: dti, baseline: khá, target: hạng 5}
              - {id: dti, baseline: 10%, target: hạng 5}
              - {id: dti, baseline: hạng 10, target: hạng 10}
              - {id: dti, baseline: hạng 10, target: hạng 9}
              - {id: dti, baseline: hạng 10, target: giảm}
              - {id: dti, baseline: hạng 10, target: hạng 11}
        """,
    "as-much-as-the-city": """
        unit: HuyenVinhBao
        actions:
          - tasks: [II.4.4.1]
            indicators:
              - {id: xa-ntm-chuyen-tiep, target: 35 xã}
              - {id: xa-ntm-chuyen-tiep, target: 40%}
              - {id: xa-ntm-chuyen-tiep, target: 36 xã}
        """,
    "an-indicator-without-id-nor-target": """
        actions:
          - tasks: [II.3.4.2]
            indicators:
              - {id: du-an-hoan-thanh, target: 8 dự án}
              - {baseline: 4 dự án}
        """,
    "a-title-of-five-words-copied": """
        actions:
          - tasks: [II.3.4.2]
            title: Tập trung nguồn lực triển khai
            steps:
          - tasks: [II.3.4.2]
            title: Tập trung nguồn lực triển khai hoàn thành 08 dự án
            steps: {a: {b: c}}
          - tasks: [II.3.4.2]
            title: Tập trung nguồn lực triển khai hoàn thành 08 dự án
            steps:
          - tasks: [II.3.4.2, II.3.4.2]
            title: Tập trung nguồn lực triển khai hoàn thành 08 dự án
            steps:
        """,
    "own-office-leads-and-supports": """
        actions:
          - tasks: [II.3.4.2]
            lead: Phòng Tổng hợp, Phòng Đấu thầu
            support: [Phòng Tổng hợp]
          - tasks: [II.3.4.2]
            lead: Phòng Tổng hợp
            support: [Sở Tài chính, Phòng Đấu thầu, phòng tổng hợp]
          - tasks: [II.3.4.2]
            lead: Sở Kế hoạch và Đầu tư
            support: [Phòng Đấu thầu, Sở Kế hoạch và Đầu tư]
        """,
    "leads-with-partners-and-leads-of-nobody": """
        actions:
          - {tasks: [II.3.4.2], support: [Sở Y tế], lead: "Sở Kế hoạch và Đầu tư chủ trì, phối hợp với Sở Xây dựng, Sở Tài chính"}
          - {tasks: [II.3.4.2], support: [Sở Y tế], lead: "Sở Kế hoạch và Đầu tư (chủ trì), Sở Xây dựng (phối hợp)"}
          - {tasks: [II.3.4.2], support: [Sở Y tế], lead: "Sở Kế hoạch và Đầu tư chủ trì; Sở Xây dựng phối hợp"}
          - {tasks: [II.3.4.2], support: [Sở Y tế], lead: "Chủ trì: Phòng Tổng hợp\nPhối hợp: Sở Xây dựng"}
          - {tasks: [II.3.4.2], support: [Sở Y tế], lead: "Phối hợp với Sở Xây dựng"}
          - {tasks: [II.3.4.2], support: [Sở Y tế], lead: "các sở, ngành liên quan"}
          - {tasks: [II.3.4.2], support: [Sở Y tế], lead: "UBND các quận, huyện có dự án"}
          - {tasks: [II.3.4.2], support: [Sở Y tế], lead: "Thủ trưởng các đơn vị"}
          - {tasks: [II.3.4.2], support: [Sở Y tế], lead: "Các phòng chuyên môn"}
          - {tasks: [II.3.4.2], support: [Sở Y tế], lead: "Chủ đầu tư"}
          - {tasks: [II.3.4.2], support: [Sở Y tế], lead: "Sở Kế hoạch và Đầu tư; Sở Xây dựng"}
        """,
    "a-letterhead-as-unit": """
        unit: |
          UBND THÀNH PHỐ HẢI PHÒNG
          SỞ TÀI CHÍNH
        """,
    "a-list-that-denies-its-number": """
        unit: HuyenCatHai
        actions:
          - tasks: [II.4.4.1]
            indicators:
              - {id: xa-ntm-chuyen-tiep, target: "05 xã (Xuân Đám, Trân Châu, Hiền Hào, Gia Luận)"}
              - {id: xa-ntm-chuyen-tiep, target: 05 xã thuộc huyện Cát Hải}
        """,
    "leads-that-are-nobody-in-particular": """
        actions:
          - {tasks: [II.3.4.2], support: [Sở Y tế], lead: "Đơn vị trúng thầu"}
          - {tasks: [II.3.4.2], support: [Sở Y tế], lead: "Chủ đầu tư các dự án"}
          - {tasks: [II.3.4.2], support: [Sở Y tế], lead: "Cơ quan chức năng liên quan"}
          - {tasks: [II.3.4.2], support: [Sở Y tế], lead: "Theo phân công"}
          - {tasks: [II.3.4.2], support: [Sở Y tế], lead: "Tất cả các đơn vị"}
          - {tasks: [II.3.4.2], support: [Sở Y tế], lead: "Sở"}
          - {tasks: [II.3.4.2], support: [Sở Y tế], lead: "Sở Kế hoạch và Đầu tư (CT), Sở Xây dựng (PH)"}
          - {tasks: [II.3.4.2], support: [Sở Y tế], lead: "Sở Kế hoạch và Đầu tư - Phòng Tổng hợp"}
          - {tasks: [II.3.4.2], support: [Sở Y tế], lead: "Sở Xây dựng - Phòng Tổng hợp"}
          - {tasks: [II.3.4.2], support: [Sở Y tế], lead: "Sở Kế hoạch và Đầu tư hoặc Sở Xây dựng"}
        """,
    "titles-that-say-nothing-or-that-another-leads": """
        actions:
          - {tasks: [II.3.4.2], title: Thực hiện, steps: null}
          - {tasks: [II.3.4.2], title: Theo dõi và đôn đốc thực hiện nhiệm vụ được giao, steps: null}
          - {tasks: [II.3.4.2], title: Theo dõi, steps: [Họp giao ban 08 dự án hằng tháng]}
          - {tasks: [II.3.4.2], title: Theo dõi tiến độ 08 dự án, steps: null}
          - {tasks: [II.3.4.2], title: Phối hợp với Sở Xây dựng hoàn thành 08 dự án}
          - {tasks: [II.3.4.2], title: "Tham gia phối hợp cùng UBND các huyện, UBND quận Lê Chân"}
          - {tasks: [II.3.4.2], title: "Chủ trì, phối hợp với Sở Xây dựng hoàn thành 08 dự án"}
          - {tasks: [II.3.4.2], title: Phối hợp với Sở Xây dựng; Phòng Tổng hợp chủ trì}
          - {tasks: [II.3.4.2], title: Phối hợp với các nhà thầu hoàn thành 08 dự án}
          - {tasks: [III.2.1.2], title: Phối hợp với Văn phòng UBND thành phố theo dõi}
        """,
    "a-share-as-a-spreadsheet-saves-it": """
        actions:
          - tasks: [II.7.3.3]
            indicators:
              - {id: giai-quyet-khieu-nai-to-cao, target: 0.95}
              - {id: giai-quyet-khieu-nai-to-cao, target: "0,855"}
              - {id: giai-quyet-khieu-nai-to-cao, target: "0,95%"}
              - {id: giai-quyet-khieu-nai-to-cao, target: 95}
              - {id: giai-quyet-khieu-nai-to-cao, target: 82}
        """,
    "divisions-of-other-units-beside-the-own": """
        document:
          number: 15/KH-SKHĐT
          issued: 10/02/2023
          sent_to: ["Phòng Tổng hợp, Văn phòng UBND thành phố"]
          sent_on: 10/02/2023
        actions:
          - tasks: [II.3.4.2]
            lead: Phòng Tổng hợp
            support: ["Phòng Tổng hợp, Sở Tài chính", Phòng Tổng hợp - Sở Xây dựng]
          - tasks: [II.3.4.2]
            lead: "Phòng Ngân sách, Sở Tài chính"
            support: [Phòng Ngân sách, Phòng Giá - Sở Tài chính, Sở Tài chính]
        """,
    "shares-above-the-whole": """
        unit: BHXH
        actions:
          - tasks: [II.5.2.3]
            indicators:
              - {id: bao-phu-bao-hiem-y-te, baseline: 92%, target: 102%}
              - {id: bao-phu-bao-hiem-y-te, baseline: 92%, target: 95 - 102%}
              - {id: bao-phu-bao-hiem-y-te, baseline: 92%, target: 95%}
              - {id: bao-phu-bao-hiem-y-te, baseline: 92%, target: tăng 102%}
              - {id: bao-phu-bao-hiem-y-te, baseline: 92%, target: không quá 102%}
              - {id: bao-phu-bao-hiem-y-te, baseline: 92%, target: 102% kế hoạch}
              - {id: bao-phu-bao-hiem-y-te, baseline: 92%, target: 1.200.000 người}
        """,
    "contests-one-after-another": """
        unit: SoCT
        contests:
          - {task: II.99.1.1, reason: Không rõ}
          - {reason: Không rõ, owner: Sở Y tế}
          - {task: II.7.3.3, reason: a, owner: {b: {c: d}}}
          - {task: II.5.1.1, reason: Thuộc đơn vị khác, owner: Sở Y tế}
          - {task: II.2.1.6, reason: Thuộc đơn vị khác}
          - {task: II.2.1.6, owner: Sở Công Thương}
          - {task: III.1, reason: Thuộc đơn vị khác}
          - {task: II.7.3.3, reason: Thuộc đơn vị khác}
          - {task: III.1.4.1, reason: Thuộc đơn vị khác}
        """,
    "waivers-one-after-another": """
        unit: SoKHDT
        waivers:
          - {task: II.3.4.2, reason: a, approved_by: {b: {c: d}}}
          - {task: II.3.4.2, approved_by: 150/UBND-TH}
          - {task: II.3.4.2, reason: Chuyển chủ đầu tư}
          - {task: II.3.4.2, reason: Chuyển chủ đầu tư, approved_by: 150/UBND-TH, until: 28/02/2023}
          - {task: II.3.4.2, reason: Chuyển chủ đầu tư, approved_by: 150/UBND-TH, until: 01/03/2023}
          - {task: II.3.4.2, reason: Chuyển chủ đầu tư, approved_by: 150/UBND-TH}
          - {reason: Chuyển chủ đầu tư, approved_by: 21/SKHĐT-TH}
          - {task: II.3.4.1, reason: Chuyển chủ đầu tư, approved_by: 150/UBND-TH}
          - {task: II.3.4.1, reason: Chuyển chủ đầu tư, approved_by: 150/UBND-TH}
        actions:
          - tasks: [II.3.4.2, II.3.4.1]
        """,
    "extensions-one-after-another": """
        unit: SoKHDT
        extensions:
          - {task: II.3.4.2, to: {a: {b: c}}, approved_by: 150/UBND-TH}
          - {task: II.3.4.2, to: 30/06/2024}
          - {task: II.3.4.2, approved_by: 150/UBND-TH}
          - {task: II.3.4.2, to: Thường xuyên, approved_by: 150/UBND-TH}
          - {task: II.3.4.2, to: 30/06/2024, approved_by: 150/UBND-TH}
          - {task: II.3.4.2, to: 30/07/2024, approved_by: 151/UBND-TH}
          - {to: 30/07/2024, approved_by: Sở Tài chính}
        actions:
          - tasks: [II.3.4.2]
            due: 01/07/2024
        """,
    "indicators-under-other-tasks": """
        actions:
          - title: Việc chung
            tasks:
            indicators:
              - {id: giai-quyet-khieu-nai-to-cao, target: trên 85%}
          - tasks: {II.3.4.2: {a: b}}
            indicators:
              - {id: giai-quyet-khieu-nai-to-cao, target: trên 85%}
          - tasks: [II.3.4.2]
            indicators:
              - {target: 9 dự án}
              - {id: du-an-hoan-thanh, target: 8 dự án}
              - {id: giai-quyet-khieu-nai-to-cao, target: trên 85%}
              - {id: xa-ntm-chuyen-tiep, target: 5 xã}
        """,
    "items-unreadable": """
        actions:
          - tasks: [II.2.1.3]
            items: {a: {b: c}}
        """,
    "items-none": """
        actions:
          - tasks: [II.2.1.3]
            items:
        """,
    "items-in-the-second-action": """
        actions:
          - tasks: [II.2.1.3]
            items:
          - tasks: [II.2.1.3]
            items:
              - KCN Nam Tràng Cát
              - KCN Thủy Nguyên
              - KCN Tràng Duệ 3
        """,
    "items-of-which-one-is-misspelt": """
        actions:
          - tasks: [II.2.1.3]
            items:
              - KCN Nam Tràng Cát
              - KCN Thủy Nguyên
              - KCN Tràng Duệ 3
              - KCN Giang Bien II
        """,
    "items-of-which-two-are-missing-and-one-misspelt": """
        actions:
          - tasks: [II.2.1.3]
            items:
              - KCN Nam Tràng Cát
              - KCN Thủy Nguyên
              - KCN Giang Bien II
        """,
    "ids-repeated-and-none": """
        actions:
          - {id: , tasks: [II.3.4.2]}
          - {id: A7, tasks: [II.3.4.2]}
          - {id: A7, tasks: [II.3.4.2]}
          - {id: A7, tasks: [II.3.4.2]}
        """,
    "ids-that-are-none": """
        actions:
          - tasks:
              - II.3.4.22
              - II.3.4
              - II.3.4.2 II.3.4.1
              - II.12
              - "99"
              - II.5.1.9
              - II.1.3.9
              - I.3.4.2.
              - III.1.2.l
        """,
    "bodies-no-longer-there": """
        document:
          issued: 01/01/2025
          sent_to: [VPUBND, UBND huyện Thủy Nguyên]
        actions:
          - {tasks: [II.3.4.2], support: [Sở Y tế, UBND huyện Thủy Nguyên]}
        """,
    "indicators-that-are-none": """
        actions:
          - tasks: [III.1.3.1]
            indicators:
              - {id: mot-chi-tieu-cua-phu-luc, target: 5 xã}
          - tasks: [II.3.4.2]
            indicators:
              - {id: du-an-hoan-thanh, target: 8 dự án}
              - {id: mot-chi-tieu-xa-la, target: 5 xã}
        """,
    "items-under-two-tasks": """
        actions:
          - tasks: [II.3.4.2]
            items: [KCN Giang Biên 2]
          - tasks: [II.2.1.3, II.3.4.2]
            items: [KCN Nam Tràng Cát, KCN Thủy Nguyên, KCN Tràng Duệ 3, KCN Giang Biên 2, 08 dự án, KCN Một]
        """,
    "years-of-starts-and-ends": """
        actions:
          - {tasks: [II.3.4.2], start: 11/2022, due: 12/2023}
          - {tasks: [II.3.4.2], start: 01/2023, due: 31/12/2022}
          - {tasks: [II.3.4.2], start: 10/2023, due: 09/2023}
          - {tasks: [II.3.4.2], start: 05/2023, due: 31/05/2023}
          - {tasks: [II.3.4.2], start: Hằng quý, due: Hằng quý}
          - {tasks: [II.3.4.2], start: 05/2023, due: khi có hướng dẫn}
          - {tasks: [II.3.4.2], start: 05/2023, due: từ tháng 6/2023}
        """,
    "a-start-in-a-year-that-the-clause-names": """
        unit: HuyenVinhBao
        actions:
          - {tasks: [II.4.4.1], start: 11/2022, due: 12/2023}
        """,
    "milestones-one-after-another": """
        actions:
          - tasks: [II.3.4.2]
            start: 15/03/2023
            due: 30/11/2023
            milestones:
              - {what: Một, due: 14/03/2023}
              - {what: Hai, due: 15/03/2023}
              - {what: Ba, due: 03/2023}
              - {what: Bốn, due: Quý IV/2023}
              - {what: Năm, due: 30/11/2023}
              - {what: Sáu, due: 01/12/2023}
              - {what: Bảy}
          - tasks: [II.3.4.2]
            start: 15/12/2023
            due: 30/11/2023
            milestones:
              - {what: Tám, due: 14/03/2024}
          - tasks: [II.3.4.2]
            start: 15/03/2023
            due: Hằng quý
            milestones:
              - {what: Chín, due: 14/03/2024}
        """,
    "years-to-come-with-and-without-milestones": """
        unit: BQLKKT
        actions:
          - {tasks: [II.2.2.1], due: 31/12/2024}
          - {tasks: [II.2.2.1], due: 31/12/2023}
          - {tasks: [II.2.2.1], due: 31/12/2024, milestones: [{what: Một, due: 31/12/2023}]}
          - {tasks: [II.2.2.1], due: 31/12/2024, milestones: [{what: Một, due: 31/01/2024}]}
          - {tasks: [II.2.2.1], due: Thường xuyên}
        """,
    "leads-of-one-and-of-two": """
        actions:
          - {tasks: [II.3.4.2], lead: "Phòng Tổng hợp, Sở Kế hoạch và Đầu tư"}
          - {tasks: [II.3.4.2], lead: "Sở Kế hoạch và Đầu tư, Sở Kế hoạch và Đầu tư"}
          - {tasks: [II.3.4.2], lead: các quận}
          - {tasks: [II.3.4.2], lead: "Phòng Tổng hợp; Phòng Đấu thầu; Sở Kế hoạch và Đầu tư"}
        """,
    "addressees-that-are-none": """
        document:
          sent_to: [Văn phòng UBND, "Lưu: VT", Như trên, Các nhà đầu tư, Sở Y te]
        actions:
          - {tasks: [II.3.4.2], support: [Sở Y te, Các nhà đầu tư, Sở Tài chinh]}
        """,
    "office-unreadable": """
        document:
          sent_to: {a: {b: c}}
        """,
    "papers-without-their-keys": """
        unit: SoKHDT
        waivers: [{reason: a, approved_by: 150/UBND-TH}]
        extensions: [{to: 30/06/2024, approved_by: 150/UBND-TH}]
        contests: [{owner: Sở Y tế}]
        """,
    "references-of-the-open": """
        unit: SoKHDT
        actions:
          - {tasks: [II.3.4.2], reference: 15/KH-SKHĐT}
          - {tasks: [], reference: 15/KH-SKHĐT}
        """,
    "colons-on-one-line-and-on-two": """
        actions:
          - tasks: [II.3.4.2]
            title: "Việc"
            steps:
              - Bước một: rà soát
              - Bước hai: báo cáo
            result: "Báo cáo"
        """,
    "a-list-of-lists": """
        objectives:
          - [Một]
          - [Hai]
          - Ba
          - [Bốn]
        organisation:
          - [Năm]
        actions:
          - tasks: [II.3.4.2]
            steps: [a, [b], [c], d, [e]]
            result: [f]
            due: [g]
        """,
    "a-bracket-left-open": """
        actions:
          - tasks: [II.3.4.2]
            steps: [Rà soát
            title: [Một]
            result: [Hai]
          - tasks: [II.3.4.2]
            due: [30/11/2023
            title: [Một]
        """,
    "the-directive-by-a-short-date": """
        directive: 02/CT-UBND ngày 31/01/23
        """,
    "baselines-that-are-no-figure": """
        unit: SoTTTT
        actions:
          - tasks: [II.4.5.1]
            indicators:
              - {id: dti, baseline: "hạng 1,2,3", target: hạng 5}
              - {id: dti, baseline: "hạng 10", target: "hạng 1,2,3"}
              - {id: dti, baseline: năm 2022, target: hạng 5}
              - {id: dti, baseline: năm 2022 đạt hạng 4, target: hạng 5}
              - {id: dti, baseline: {a: b}, target: hạng 5}
              - {id: dti, baseline: {a: {b: c}}, target: {a: {b: c}}}
        """,
    "baselines-that-may-be-read-twice": """
        unit: BHXH
        actions:
          - tasks: [II.5.2.3]
            indicators:
              - {id: bao-phu-bao-hiem-y-te, baseline: "90.125%", target: 95%}
              - {id: bao-phu-bao-hiem-y-te, baseline: "90%", target: "95.125%"}
              - {id: bao-phu-bao-hiem-y-te, baseline: "90%", target: 89%}
              - {id: bao-phu-bao-hiem-y-te, baseline: "90%", target: 90%}
              - {id: bao-phu-bao-hiem-y-te, baseline: "90%", target: tăng}
              - {id: bao-phu-bao-hiem-y-te, baseline: "90%", target: 40 xã}
              - {id: bao-phu-bao-hiem-y-te, baseline: "90%", target: hạng 5}
              - {id: bao-phu-bao-hiem-y-te, baseline: "hạng 5", target: hạng 6}
              - {id: bao-phu-bao-hiem-y-te, baseline: "hạng 5", target: hạng 4}
              - {id: bao-phu-bao-hiem-y-te, baseline: "1.500 triệu đồng", target: 1 tỷ đồng}
              - {id: bao-phu-bao-hiem-y-te, baseline: "1.500 triệu đồng", target: 2 tỷ đồng}
          - tasks: [II.5.6.4]
            indicators:
              - {id: chi-tieu-bao-hiem-xa-hoi, baseline: "1.234", target: 0}
              - {id: chi-tieu-bao-hiem-xa-hoi, baseline: "5%", target: 4%}
        """,
    "dates-that-hang-on-a-condition": """
        actions:
          - {tasks: [II.3.4.2], start: Sau khi được phê duyệt, due: 12/2023}
          - tasks: [II.3.4.2]
            start: 03/2023
            due: 12/2023
            milestones:
              - {what: Một, due: Sau khi được phê duyệt}
              - {what: Hai, due: 06/2023}
        """,
    "dates-on-the-bounds": """
        document:
          issued: 19/01/2023
          sent_on: 19/01/2023
          received_on: 19/01/2023
        actions:
          - {tasks: [II.3.4.2], start: 30/11/2023, due: 30/11/2023, milestones: [{what: Một, due: 01/12/2023}]}
          - {tasks: [II.3.4.2], start: 30/11/2023, due: 01/11/2023, milestones: [{what: Một, due: 01/12/2023}]}
          - {tasks: [II.3.4.2], start: 01/11/2023, due: 30/11/2023, milestones: [{what: Hai, due: 01/12/2023}]}
        """,
    "received-before-it-was-sent": """
        document:
          issued: 30/01/2023
          sent_on: 11/02/2023
          received_on: 10/02/2023
        """,
    "a-district-on-its-last-day": """
        unit: HuyenThuyNguyen
        document:
          issued: 31/12/2024
          sent_on: 31/12/2024
        """,
    "a-late-plan-of-nobody": """
        unit: Sở Không Rõ
        document: {issued: 16/02/2023, sent_on: 16/02/2023}
        contests:
          - {task: II.3.4.2, reason: Thuộc đơn vị khác, owner: Sở Y tế}
        waivers:
          - {task: II.3.4.2, reason: Một, approved_by: 150/UBND-TH}
        extensions:
          - {task: II.3.4.2, to: 30/11/2023, approved_by: 150/UBND-TH}
        """,
    "a-plan-of-nobody-on-the-day": """
        unit: Sở Không Rõ
        document: {issued: 15/02/2023, sent_on: 14/02/2023}
        """,
    "extensions-that-extend-nothing": """
        unit: SoKHDT
        extensions:
          - {task: II.3.4.2, to: 30/12/2023, approved_by: 150/UBND-TH}
          - {task: II.3.4.3, to: 31/12/2023, approved_by: 150/UBND-TH}
          - {task: II.1.1.3, to: 01/01/2024, approved_by: 150/UBND-TH}
          - {task: II.5.2.3, to: 01/01/2024, approved_by: 150/UBND-TH}
          - {task: II.3.3.2, to: 01/01/2024, approved_by: 150/UBND-TH}
          - {task: II.5.3, to: 01/01/2024, approved_by: 150/UBND-TH}
          - {task: II.5.2, to: 01/01/2024, approved_by: 150/UBND-TH}
          - {task: II.77.1.1, to: 01/01/2024, approved_by: 150/UBND-TH}
          - {to: 01/01/2024, approved_by: 150/UBND-TH}
        """,
    "several-tasks-in-one-late-action": """
        unit: KhoBac
        actions:
          - {tasks: [III.1.4.1, III.1.4.2], due: 15/01/2024}
          - {tasks: [III.1.4.1, III.1.4.2, III.1.2.3], due: 15/12/2023}
          - {tasks: [III.1.4.2, III.1.2.3], due: 15/12/2023}
          - {tasks: [III.1.4.2, III.1.4.1], due: 20/11/2023}
        """,
    "several-tasks-on-one-day": """
        unit: KhoBac
        extensions:
          - {task: III.1.4.2, to: 30/11/2023, approved_by: 150/UBND-TH}
          - {task: III.1.2.3, to: 30/11/2023, approved_by: 150/UBND-TH}
        actions:
          - {tasks: [III.1.4.1, III.1.4.2, III.1.2.3], due: 01/12/2023}
        """,
    "several-tasks-of-the-year": """
        unit: SoKHDT
        actions:
          - {tasks: [II.3.4.2, II.3.4.3, II.3.4.1], due: 15/01/2024}
          - {tasks: [II.4.1.1, II.1.1.3], due: Thường xuyên}
        """,
    "several-tasks-without-an-end": """
        unit: KhoBac
        actions:
          - {tasks: [III.1.4.1, III.1.4.2], due: Thường xuyên}
        """,
    "several-tasks-without-an-end-and-a-dated-action": """
        unit: KhoBac
        actions:
          - {tasks: [III.1.4.1, III.1.4.2], due: Thường xuyên}
          - {tasks: [III.1.4.2], due: 01/11/2023}
        """,
    "several-tasks-of-another-lead": """
        unit: BHXH
        contests:
          - {task: II.5.6.4, reason: Thuộc đơn vị khác, owner: Sở Y tế}
        actions:
          - {tasks: [II.5.2.3, III.1.4.1], lead: Sở Y tế}
          - {tasks: [III.1.4.2, II.5.2.3], lead: các quận}
          - {tasks: [II.5.6.4], lead: Sở Y tế}
          - {tasks: [II.5.2.3, II.5.6.4], lead: "Sở Y tế, Sở Tài chính"}
        """,
    "two-tasks-put-off": """
        unit: BQLKKT
        actions:
          - {tasks: [II.2.2.1, II.2.2.2, II.2.1.1, II.2.1.2, II.2.1.4, II.2.1.5, II.2.1.6], due: 31/12/2024}
        """,
    "parts-of-a-total-that-add-up": """
        unit: SoKHDT
        actions:
          - tasks: [II.3.4.2]
            indicators: [{id: du-an-hoan-thanh, target: 4 dự án}]
          - tasks: [II.3.4.2]
            indicators: [{id: du-an-hoan-thanh, target: ít nhất 4 dự án}]
          - tasks: [II.3.4.3]
            indicators: [{id: du-an-khoi-cong, target: 5 dự án}]
          - tasks: [II.3.4.3]
            indicators: [{id: du-an-khoi-cong, target: 3 dự án}]
          - tasks: [II.3.4.3, II.3.4.2]
            indicators: [{id: du-an-khoi-cong, target: 2 dự án}]
        """,
    "parts-of-a-total-that-fall-short": """
        unit: SoKHDT
        actions:
          - tasks: [II.3.4.2]
            indicators: [{id: du-an-hoan-thanh, target: 4 dự án}, {id: du-an-hoan-thanh, target: 50%}]
          - tasks: [II.3.4.2]
            indicators: [{id: du-an-hoan-thanh, target: 3 dự án}]
          - tasks: [II.3.4.3]
            indicators: [{id: du-an-khoi-cong, target: 9 dự án}]
          - tasks: [II.3.4.3]
            indicators: [{id: du-an-khoi-cong, target: dưới 3 dự án}]
        """,
    "parts-of-a-district": """
        unit: HuyenCatHai
        actions:
          - tasks: [II.4.4.1]
            indicators: [{id: xa-ntm-chuyen-tiep, target: 2 xã}]
          - tasks: [II.4.4.1]
            indicators: [{id: xa-ntm-chuyen-tiep, target: 2 xã}]
          - tasks: [II.4.4.2]
            indicators: [{id: xa-ntm-tiep-theo, target: 2 xã}]
        """,
    "parts-that-are-nothing": """
        unit: HuyenVinhBao
        actions:
          - tasks: [II.4.4.1]
            indicators:
              - {id: xa-ntm-chuyen-tiep, target: 1 xã}
              - {id: xa-ntm-chuyen-tiep, target: 0 xã}
              - {id: xa-ntm-chuyen-tiep, target: không quá 5 xã}
              - {id: xa-ntm-chuyen-tiep, target: dưới 5 xã}
              - {id: xa-ntm-chuyen-tiep, target: tăng}
        """,
    "nothing-where-no-level-is-asked": """
        unit: BHXH
        actions:
          - tasks: [II.5.6.4]
            indicators:
              - {id: chi-tieu-bao-hiem-xa-hoi, target: 0%}
              - {id: chi-tieu-bao-hiem-xa-hoi, target: dưới 5%}
        """,
    "the-total-of-who-adds-up": """
        unit: SoNNPTNT
        actions:
          - tasks: [II.4.4.1]
            indicators: [{id: xa-ntm-chuyen-tiep, target: 34 xã}]
          - tasks: [II.4.4.2]
            indicators: [{id: xa-ntm-tiep-theo, target: 36 xã}]
        """,
    "targets-unreadable-and-indicators-of-none": """
        actions:
          - tasks: [II.3.4.2]
            indicators:
              - {id: du-an-hoan-thanh, target: {a: {b: c}}}
              - {id: {a: {b: c}}, target: 8 dự án}
              - {id: khong-co-chi-tieu-nay, target: Đạt mức cao}
              - {id: du-an-hoan-thanh, target: Đạt mức cao}
              - {target: Đạt mức cao}
              - {id: du-an-hoan-thanh, target: 1.234 dự án}
        """,
    "restricted-tasks-by-a-paper": """
        unit: BCHQS
        actions:
          - {tasks: [II.8.3.1], reference: 12/KH-BCH, title: , objective: , steps: , start: , due: , result: , indicators: }
          - {tasks: [II.8.3.3], reference: , title: , objective: , steps: , start: , due: , result: }
          - {tasks: [II.8.3.4], reference: {a: {b: c}}, title: , objective: , steps: , start: , due: , result: }
          - {tasks: [II.8.3.7], title: , objective: , steps: , start: , due: , result: }
          - {tasks: [II.8.3.10], reference: 12/KH-BCH, title: , objective: , steps: , start: , due: , result: }
          - {tasks: [II.8.2.1, II.8.3.10], reference: 12/KH-BCH, title: , objective: , steps: , start: , due: , result: }
          - {id: , tasks: [II.8.2.1], reference: 13/KH-BCH, title: , lead: , support: , due: Thường xuyên}
          - {tasks: , reference: 13/KH-BCH, title: Việc}
        """,
    "restricted-tasks-alone": """
        unit: BDBP
        actions:
          - {tasks: [II.8.3.8], reference: 12/KH-BĐBP, title: , objective: , steps: , start: , due: , result: , support: }
          - {tasks: [III.1.4.1], steps: , support: }
          - {tasks: [III.1.4.2], steps: , support: }
        """,
    "no-action-has-steps-or-partners": """
        unit: KhoBac
        actions:
          - {tasks: [III.1.4.1], steps: , support: }
          - {tasks: [III.1.4.2], steps: , support: }
        """,
    "one-action-has-unreadable-steps": """
        unit: KhoBac
        actions:
          - {tasks: [III.1.4.1], steps: {a: {b: c}}, support: {a: {b: c}}}
          - {tasks: [III.1.4.2], steps: , support: }
        """,
    "what-a-waiver-takes-away": """
        unit: SoKHDT
        waivers:
          - {task: II.3.4.2, reason: Chuyển chủ đầu tư, approved_by: 150/UBND-TH}
          - {task: II.3.4.2, reason: Chuyển chủ đầu tư, approved_by: 150/UBND-TH}
        extensions:
          - {task: II.3.4.2, to: 30/11/2023, approved_by: 150/UBND-TH}
        contests:
          - {task: II.3.4.2, owner: Sở Y tế}
          - {task: II.3.4.2, reason: Thuộc đơn vị khác, owner: Sở Kế hoạch và Đầu tư}
        actions:
          - {tasks: [II.3.4.2, II.3.4.3], due: 15/01/2024}
          - {tasks: [II.3.4.2], due: 15/01/2024, result: }
        """,
    "waivers-that-hold-and-that-are-unsure": """
        unit: SoKHDT
        waivers:
          - {task: II.3.4.1, reason: Chuyển chủ đầu tư, approved_by: 150/UBND-TH}
          - {task: II.3.4.2, reason: Chuyển chủ đầu tư, approved_by: 150/UBND-TH, until: 31/02/2023}
          - {task: II.3.4, reason: Chuyển chủ đầu tư, approved_by: 150/UBND-TH, until: Thường xuyên}
          - {task: II.4, reason: Chuyển chủ đầu tư, approved_by: 150/UBND-TH}
          - {task: II.3.3.2, reason: Chuyển chủ đầu tư, approved_by: 21/SKHĐT-TH}
        """,
    "waivers-of-the-unknown": """
        unit: Sở Không Rõ
        waivers:
          - {task: II.3.4.2, reason: a, approved_by: 150/UBND-TH, until: Thường xuyên}
          - {task: II.3.4.2, reason: a, approved_by: 150/UBND-TH, until: 28/02/2023}
          - {task: II.3.4.2, reason: a, approved_by: 150/UBND-TH}
          - {task: II.5.2.3, reason: a, approved_by: 150/UBND-TH}
        """,
    "a-district-waives-itself": """
        unit: HuyenVinhBao
        waivers:
          - {task: II.4.4.1, reason: Một, approved_by: 150/UBND-TH}
          - {task: II.4.4.2, reason: Một, approved_by: 150/UBND-TH của UBND thành phố}
        extensions:
          - {task: II.4.4.1, to: 30/06/2024, approved_by: 150/UBND-TH}
        """,
    "ids-on-lines-that-broke": """
        unit: SoKHDT
        actions:
          - tasks: ["II.3.4.22" và II.3.4.2]
          - tasks:
              - "II.3.4.23" và
              - II.3.4.24
          - tasks: [II.3.4.25]
        """,
    "an-indicator-of-one-task-under-unreadable-others": """
        unit: SoKHDT
        actions:
          - tasks: [II.3.4.3, [a]]
            indicators:
              - {id: du-an-khoi-cong, target: 10 dự án}
              - {id: du-an-hoan-thanh, target: 8 dự án}
          - tasks: [III.1.2.1, [a]]
          - tasks: [III.1.2.1]
          - tasks:
          - tasks: [III.1.2.1, III.1.2.3]
        """,
    "colons-in-one-list": """
        actions:
          - tasks: [II.3.4.2]
            steps: [a: b, c: d]
            support: [e: f]
        """,
    "ids-misspelt-beside-sound-ones": """
        unit: SoKHDT
        actions:
          - tasks: [II.3.4.2, II.4.1.11]
          - tasks: [II.3.4.2, II.1.1.33]
          - tasks: [II.3.4.2, "II.3.4.1; II.5.1.9"]
        """,
    "indicators-of-the-second-task": """
        unit: SoKHDT
        actions:
          - tasks: [II.3.4.2, II.3.4.3]
            indicators:
              - {id: du-an-khoi-cong, target: 9 dự án}
              - {id: du-an-hoan-thanh, target: 7 dự án}
        """,
    "indicators-of-which-one-is-misspelt": """
        unit: SoNV
        actions:
          - tasks: [II.3.3.2]
            indicators:
              - {id: par-indexx, baseline: 85%, target: 86%}
              - {id: sipas, baseline: 85%, target: 86%}
        """,
    "two-actions-without-an-end": """
        unit: KhoBac
        actions:
          - {tasks: [III.1.4.1], due: Thường xuyên}
          - {tasks: [III.1.4.2], due: Hằng quý}
        """,
    "names-one-after-another": """
        actions:
          - {tasks: [II.3.4.2], support: [Sở Lao động, Thương binh và Xã hội, Sở Y tế]}
          - {tasks: [II.3.4.2], support: [Sở Y te, Sở Lao động, Thương binh và Xã hội, Sở Tài chinh]}
        contests:
          - {task: II.3.4.1, reason: Một, owner: Sở Y te}
          - {task: II.3.4.3, reason: Một, owner: UBND thành phố Hải Phòng}
        """,
    "indicators-with-the-first-one-missing": """
        unit: SoNV
        actions:
          - tasks: [II.3.3.2]
            indicators:
              - {id: par-indexx, baseline: 85%, target: 86%}
              - {id: sipas, baseline: 85%, target: 84%}
              - {id: papi, baseline: "90", target: 89%}
              - {id: papi, baseline: 85%, target: 90 điểm}
        """,
    "a-waiver-of-another-unit's-task": """
        unit: SoKHDT
        waivers:
          - {task: II.5.2.3, reason: a, approved_by: 150/UBND-TH}
          - {task: II.99.1.1, reason: a, approved_by: 150/UBND-TH}
          - {task: II.99.1.1, reason: a, approved_by: 150/UBND-TH}
          - {task: II.3.4.2, reason: a, approved_by: 150/UBND-TH, until: Hằng quý}
          - {task: II.3.4.3, reason: a, approved_by: 150/UBND-TH, until: 31/01/2023}
        """,
    "several-plan-level-tasks-in-an-action": """
        unit: KhoBac
        actions:
          - {tasks: [III.1.4.2, III.1.4.1], due: 20/11/2023}
          - {tasks: [II.5.2.3, II.5.2.1, III.1.4.1]}
        """,
    "ids-like-others": """
        unit: SoKHDT
        actions:
          - tasks:
              - "4.2"
              - "3.4.2"
              - II.34.2
              - II,3,4,2
              - IX.1.2.3
              - Nhiệm vụ một
              - 3.4.2.1
        """,
    "misspelt-ids-stand-for-their-duties": """
        unit: SoKHDT
        actions:
          - {tasks: [II.3.4.22]}
          - {tasks: [II,3,4,1]}
          - {tasks: ["II.4.1.1; II.1.1.3"]}
        """,
    "one-action-without-a-task-and-two-paragraphs": """
        unit: SoKHDT
        actions:
          - {tasks: }
        """,
    "one-action-without-a-task-stands-for-one-paragraph": """
        unit: SoKHDT
        actions:
          - {tasks: }
        """,
    "entries-without-dashes": """
        actions:
          - tasks:
              -II.3.4.2
              -II.3.4.1
            steps:
              -Rà soát
              -Giao ban
              -Báo cáo
              - Tổng kết
              -Khen thưởng
            result: Báo cáo
        """,
    "names-cut-by-a-comma": """
        document:
          sent_to: [VPUBND, Sở Lao động, Thương binh và Xã hội]
        actions:
          - {tasks: [II.3.4.2], support: [Sở Tài chính, Sở Lao động, Thương binh và Xã hội, Sở Y te, Sở Lao động, Thương binh và Xã hội]}
          - tasks: [II.3.4.2]
            lead: [Sở Lao động, Thương binh và Xã hội]
            support:
              - Sở Lao động
              - Thương binh và Xã hội
          - {id: , tasks: [II.3.4.2], lead: Sở Kế hoạch và Đầu tư và Sở Tài chính}
        """,
    "own-office-writes-no-letter-to-itself": """
        unit: VPUBND
        document:
          sent_to: [Sở Tài chính]
        """,
    "office-not-among-the-addressees": """
        document:
          sent_to: [Sở Tài chính, "Lưu: VT"]
        """,
    "an-addressee-unreadable": """
        document:
          sent_to: [Sở Tài chính, [a, b]]
        """,
    "no-addressee": """
        document:
          sent_to:
        """,
    "numbers-without-symbols": """
        unit: KhoBac
        document:
          number: "15"
        """,
    "a-number-with-its-date": """
        document:
          number: 15/KH-SYT ngày 10/02/2023
        """,
    "a-number-of-ones-own-with-its-date": """
        document:
          number: 15/KH-SKHĐT, NGÀY 10/02/2023
        """,
    "ids-in-block-style": """
        actions:
          - tasks: [II.3.4.2]
            id: A7
          - tasks: [II.3.4.2]
            id: A7
        """,
    "odd-letters-in-keys-and-values": """
        actions:
          - id: А1
            tasks: [II.3.4.2]
            tіtle: Việc một
            result: Báo​cáo
        """,
    "two-colons-on-a-line": """
        objectives:
          - Giao ban: ngày 25: hằng tháng
        actions:
          - tasks: [II.3.4.2]
            title: Việc: một: hai
            result: Báo cáo: quý
        """,
    "bodies-named-twice": """
        actions:
          - {tasks: [II.3.4.2], support: [Tập đoàn Một, Tập đoàn Hai, Sở Tài chính, tập đoàn một, Tập đoàn Một]}
          - {tasks: [II.3.4.2], support: ["Lưu: VT", Tập đoàn Ba]}
        """,
    "steps-of-ones-own-under-a-copied-title": """
        actions:
          - tasks: [II.3.4.2]
            title: Tập trung nguồn lực triển khai hoàn thành 08 dự án
            steps: [Giao ban hằng tuần]
          - tasks: [II.3.4.2]
            title: Tập trung nguồn lực triển khai hoàn thành 08 dự án
            steps: [hoàn thành 08 dự án]
          - tasks: [II.3.4.2]
            title: Tập trung nguồn lực triển khai hoàn thành 08 dự án
            steps: [Giao ban hằng tuần, hoàn thành 08 dự án]
        """,
    "falls-in-a-ranking": """
        unit: SoKHDT
        actions:
          - tasks: [II.3.3.2]
            indicators:
              - {id: pci, baseline: hạng 3, target: giảm 2 bậc}
              - {id: pci, baseline: hạng 3, target: giảm thứ hạng}
              - {id: pci, baseline: hạng 3, target: giảm 3 hạng}
              - {id: pci, baseline: hạng 3, target: tăng 2 bậc}
              - {id: pci, baseline: hạng 3, target: tăng 2 hạng}
              - {id: pci, baseline: hạng 3, target: tăng 0 bậc}
              - {id: pci, baseline: hạng 3, target: hạng 5}
              - {id: pci, baseline: hạng 3, target: hạng 2}
              - {id: pci, baseline: hạng 3, target: "70,5"}
              - {id: pci, baseline: "70,5", target: hạng 3}
              - {id: pci, baseline: "70", target: "70,5"}
        """,
    "the-first-place-held-and-lost": """
        unit: SoNV
        actions:
          - tasks: [II.3.3.2]
            indicators:
              - {id: par-index, baseline: hạng 1, target: Giữ vững vị trí thứ 1}
              - {id: par-index, baseline: hạng 1, target: Hạng 1}
              - {id: par-index, baseline: hạng 1, target: Đứng đầu cả nước}
              - {id: par-index, baseline: hạng 1, target: hạng 2}
              - {id: par-index, baseline: hạng 1, target: top 3}
              - {id: par-index, baseline: hạng 2, target: hạng 2}
        """,
    "scores-for-a-rank": """
        unit: SoTTTT
        actions:
          - tasks: [II.4.5.1]
            indicators:
              - {id: dti, baseline: "0,60 điểm", target: "0,65 điểm"}
              - {id: dti, baseline: "0,60", target: "≥ 0,65"}
              - {id: dti, baseline: hạng 3, target: "tăng 0,05 điểm"}
              - {id: dti, baseline: hạng 3, target: giảm 2 hạng}
              - {id: dti, baseline: hạng 3, target: giảm 2 bậc}
              - {id: dti, baseline: hạng 3, target: "2"}
              - {id: dti, baseline: hạng 3, target: "4"}
        """,
    "changes-of-nothing": """
        unit: SoGTVT
        actions:
          - tasks: [II.8.2.4]
            indicators:
              - {id: tai-nan-giao-thong, baseline: 100 vụ, target: giảm 0%}
              - {id: tai-nan-giao-thong, baseline: 100 vụ, target: giảm tối đa 5%}
              - {id: tai-nan-giao-thong, baseline: 100 vụ, target: giảm 0-5%}
              - {id: tai-nan-giao-thong, baseline: 100 vụ, target: tăng 0 vụ}
              - {id: tai-nan-giao-thong, baseline: 100 vụ, target: giảm trên 0%}
              - {id: tai-nan-giao-thong, baseline: 100 vụ, target: giảm ít nhất 5%}
              - {id: tai-nan-giao-thong, baseline: 100 vụ, target: dưới 100 vụ}
        """,
    "more-than-a-number-of-wholes": """
        unit: HuyenCatHai
        actions:
          - tasks: [II.4.4.1]
            indicators:
              - {id: xa-ntm-chuyen-tiep, target: trên 4 xã}
              - {id: xa-ntm-chuyen-tiep, target: trên 4}
              - {id: xa-ntm-chuyen-tiep, target: 5 xã/năm}
    """,
    "fewer-than-wholes": """
        unit: HuyenCatHai
        actions:
          - tasks: [II.4.4.1]
            indicators:
              - {id: xa-ntm-chuyen-tiep, target: trên 3 xã}
        """,
    "more-than-wholes-add-up": """
        unit: HuyenCatHai
        actions:
          - tasks: [II.4.4.1]
            indicators:
              - {id: xa-ntm-chuyen-tiep, target: trên 2 xã}
          - tasks: [II.4.4.1]
            indicators:
              - {id: xa-ntm-chuyen-tiep, target: 2 xã}
        """,
    "a-district-that-may-build-nothing": """
        unit: QuanLeChan
        actions:
          - tasks: [II.4.2.4]
            indicators:
              - {id: cong-vien-hoan-thanh, target: dưới 3 công viên}
              - {id: cong-vien-hoan-thanh, target: 0 công viên}
              - {id: cong-vien-hoan-thanh, target: trên 0 công viên}
        """,
    "names-of-indicators-before-their-values": """
        unit: TTTP
        actions:
          - tasks: [II.7.3.3]
            indicators:
              - {id: giai-quyet-khieu-nai-to-cao, target: "Tỷ lệ giải quyết khiếu nại, tố cáo thuộc thẩm quyền đạt trên 85%"}
              - {id: giai-quyet-khieu-nai-to-cao, target: "tỉ lệ giải quyết khiếu nại, tố cáo thuộc thẩm quyền: 90%"}
              - {id: giai-quyet-khieu-nai-to-cao, target: "Tỷ lệ giải quyết khiếu nại, tố cáo thuộc thẩm quyền đạt 85%"}
              - {id: giai-quyet-khieu-nai-to-cao, target: Tỷ lệ giải quyết tố cáo đạt trên 90%}
              - {id: giai-quyet-khieu-nai-to-cao, target: Tỷ lệ bao phủ bảo hiểm y tế đạt 95%}
        """,
    "notes-beside-a-value": """
        unit: HuyenCatHai
        actions:
          - tasks: [II.4.4.1]
            indicators:
              - {id: xa-ntm-chuyen-tiep, target: 05 xã (chuyển tiếp từ năm 2022)}
              - {id: xa-ntm-chuyen-tiep, target: "05 xã (Gia Luận, Xuân Đám)"}
              - {id: xa-ntm-chuyen-tiep, target: 05 (năm) xã đạt chuẩn nông thôn mới kiểu mẫu}
              - {id: xa-ntm-chuyen-tiep, target: 05 (trong 7) xã}
              - {id: xa-ntm-chuyen-tiep, target: 05 xã (chuyển tiếp sang năm 2024)}
              - {id: xa-ntm-chuyen-tiep, target: 05 xã (nếu đủ vốn)}
              - {id: xa-ntm-chuyen-tiep, target: 05 xã (từ năm 2024)}
        """,
    "trends-in-other-measures": """
        unit: SoTTTT
        actions:
          - tasks: [II.4.5.1]
            indicators:
              - {id: dti, baseline: hạng 10, target: giảm 2 bậc}
              - {id: dti, baseline: hạng 10, target: 5 bậc}
              - {id: dti, baseline: hạng 10, target: 80%}
              - {id: dti, baseline: hạng 10, target: giảm}
          - tasks: [II.7.3.3]
            indicators:
              - {id: giai-quyet-khieu-nai-to-cao, target: tăng}
              - {id: giai-quyet-khieu-nai-to-cao, target: tăng 5 vụ}
        """,
    "indicators-left-out-beside-other-slips": """
        unit: SoKHDT
        actions:
          - tasks: [II.3.4.2, II.3.4.3, II.3.3.2]
            indicators:
              - {id: du-an-hoan-thanhh, target: 8 dự án}
        """,
    "indicators-without-id-elsewhere": """
        unit: SoKHDT
        actions:
          - tasks: [II.3.4.2]
            indicators:
              - {target: 8 dự án}
          - tasks: [II.3.4.3]
            indicators:
          - tasks: [II.3.3.2]
            indicators: {a: {b: c}}
          - tasks: [II.7.3.3]
            indicators:
        """,
}  # fmt: skip


# Duties that no action of the case answers, and that are not filled in either.
UNANSWERED = {
    "misspelt-ids-stand-for-their-duties": frozenset(
        {"II.3.4.1", "II.3.4.2", "II.4.1.1", "II.1.1.3", "II.3.4.3"}
    ),
    "ids-misspelt-beside-sound-ones": frozenset({"II.4.1.1", "II.1.1.3", "II.3.4.1", "II.3.4.3"}),
    "ids-like-others": frozenset({"II.3.4.2", "II.2.4.2"}),
    "one-action-without-a-task-stands-for-one-paragraph": frozenset({"II.3.4.2", "II.3.4.3"}),
    "one-action-without-a-task-and-two-paragraphs": frozenset({"II.3.4.2", "II.1.1.3"}),
    "waivers-that-hold-and-that-are-unsure": frozenset(
        {"II.3.4.1", "II.3.4.2", "II.3.4.3", "II.4.1.1", "II.3.3.2"}
    ),
}


@pytest.mark.parametrize("name", PLANS)
def test_plans(name: str, check_text: CheckText, golden: Golden) -> None:
    missing = UNANSWERED.get(name, frozenset())
    found = check_text(dedent(PLANS[name]), filled=True, missing=missing).checked.findings
    golden(GOLDEN / f"{name}.txt", "".join(map(told, found)))


# Plans beside an annex that is taken in: the rows of the annex, and the actions.
PRESS = """
kind: annex
format: 1
directive: hai-phong/2023/02-CT-UBND
annex: PL1
title: {vi: Phụ lục giả định, en: Invented annex}
complete: "no"
source: nội dung giả định để thử
indicators:
  - {id: thu, text: 100 tỷ đồng, target: {op: ">=", value: 100}, unit: tỷ đồng, scope: total, source: press, cited: "báo, 01/02/2023", name: {vi: Thu ngân sách, en: Revenue}}
  - {id: tang, text: "12,7%-13%", target: {op: range, value: 12.7, high: 13}, unit: "%", source: press, cited: "báo, 01/02/2023", name: {vi: Tăng trưởng, en: Growth}}
"""
OFFICIAL = """
kind: annex
format: 1
directive: hai-phong/2023/02-CT-UBND
annex: PL1
title: {vi: Phụ lục giả định, en: Invented annex}
complete: "yes"
source: nội dung giả định để thử
indicators:
  - {id: thu, text: 100 tỷ đồng, target: {op: ">=", value: 100}, unit: tỷ đồng, scope: total, units: [SoTC], source: official, name: {vi: Thu ngân sách, en: Revenue}}
  - {id: chi, text: 40 tỷ đồng, target: {op: ">=", value: 40}, unit: tỷ đồng, scope: total, shares: {SoTC: 15}, units: [SoTC, SoYT], source: official, name: {vi: Chi, en: Spending}}
  - {id: no, text: giảm, trend: down, unit: "%", units: [SoTC], source: official, name: {vi: Nợ, en: Debt}}
"""
BESIDE = {
    "targets-unlike-the-press": (
        PRESS,
        """
        unit: SoTC
        actions:
          - tasks: [III.1.3.2]
            indicators:
              - {target: 5%}
              - {id: la, target: 5%}
              - {id: thu, target: 90 tỷ đồng}
              - {id: thu, target: 100 tỷ đồng}
              - {id: tang, target: tăng}
              - {id: tang, target: }
              - {id: tang, target: 12%}
              - {id: tang, target: "12,8%"}
        """,
    ),
    "rows-of-an-annex-under-one-task-and-two": (
        OFFICIAL,
        """
        unit: SoTC
        actions:
          - tasks: [III.1.3.2]
            indicators:
              - {id: thu, target: Đạt mức cao}
              - {id: thu, target: 1.234 tỷ đồng}
          - tasks: [III.1.3.1, III.1.3.2]
            indicators:
              - {id: thu, target: Đạt mức cao}
          - tasks: [II.3.1.2]
            indicators:
              - {id: thu, target: Đạt mức cao}
        """,
    ),
    "rows-of-an-annex-that-nobody-promises": (OFFICIAL, "unit: SoTC\n"),
    "rows-of-an-annex-and-no-organisation": (OFFICIAL, "unit: SoTC\norganisation:\n"),
    "rows-of-an-annex-and-an-unreadable-organisation": (
        OFFICIAL,
        "unit: SoTC\norganisation: [[a]]\n",
    ),
    "rows-of-an-annex-and-unreadable-tasks": (
        OFFICIAL,
        "unit: SoTC\nactions:\n  - tasks: [[a]]\n    support: [Sở Xây dựng]\n",
    ),
    "rows-of-an-annex-promised-in-part": (
        OFFICIAL,
        """
        unit: SoTC
        actions:
          - tasks: [III.1.3.2]
            indicators:
              - {id: thu, target: 99.000 triệu đồng}
              - {id: chi, target: 14 tỷ đồng}
              - {id: no, baseline: 5%, target: 5%}
          - tasks: [III.1.3.2]
            indicators:
              - {id: chi, target: 41 tỷ đồng}
              - {id: no, baseline: 5%, target: tăng}
              - {id: no, baseline: 5%, target: 4%}
        """,
    ),
    "shares-of-an-annex-too-small": (
        OFFICIAL,
        """
        unit: SoTC
        actions:
          - tasks: [III.1.3.2]
            indicators:
              - {id: thu, target: 60.000 triệu đồng}
              - {id: chi, target: 14 tỷ đồng}
              - {id: no, baseline: 5%, target: 4%}
          - tasks: [III.1.3.2]
            indicators:
              - {id: thu, target: 39 tỷ đồng}
        """,
    ),
    "parts-in-two-measures-of-money": (
        OFFICIAL,
        """
        unit: SoTC
        actions:
          - tasks: [III.1.3.2]
            indicators:
              - {id: thu, target: 60.000 triệu đồng}
              - {id: chi, target: 15 tỷ đồng}
              - {id: no, baseline: 5%, target: 4%}
          - tasks: [III.1.3.2]
            indicators:
              - {id: thu, target: 40 tỷ đồng}
        """,
    ),
    "rows-of-an-annex-promised-by-another": (
        OFFICIAL,
        """
        unit: SoYT
        actions:
          - tasks: [III.1.3.2]
            indicators:
              - {id: thu, target: 10 tỷ đồng}
              - {id: chi, target: 10 tỷ đồng}
              - {id: chi, target: 0 tỷ đồng}
        """,
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", BESIDE)
def test_plans_beside_an_annex(name: str, check_text: CheckText, golden: Golden) -> None:
    annex, plan = BESIDE[name]
    found = check_text(dedent(plan), filled=True, annex=annex).checked.findings
    golden(GOLDEN / f"{name}.txt", "".join(map(told, found)))


# A small unit's whole plan, its words changed: what is left out is not filled in.
EDITS: dict[str, list[tuple[str | None, str]]] = {
    "neither-directive-nor-unit": [
        ("directive: hai-phong/2023/02-CT-UBND\n", ""),
        ("unit: KhoBac\n", ""),
    ],
    "no-document": [(DOCUMENT, "")],
    "a-document-without-number": [("  number: 15/KH-UBND\n", "")],
    "a-document-with-nothing-under-it": [(DOCUMENT, "document:\n")],
    "a-document-unreadable": [(DOCUMENT, "document: [a]\n")],
    "a-document-partly-unreadable": [
        (DOCUMENT, "document: {number: [a], issued: [b], sent_to: [c, [d]], sent_on: [e]}\n")
    ],
    "a-document-of-dates-that-are-none": [
        ("issued: 10/02/2023", "issued: 31/02/2023"),
        ("sent_on: 10/02/2023", "sent_on: 30/02/2023"),
    ],
    "keys-of-the-document-not-indented": [("  issued: ", "issued: "), ("  sent_on: ", "sent_on: ")],
    "keys-of-the-document-and-of-nothing": [
        ("  issued: ", "issued: "),
        ("  sent_on: ", "ngay_gui: "),
        ("  number: ", "number: "),
    ],
    "a-key-of-the-top-indented": [("organisation:\n-", "  organisation:\n  -")],
    "a-key-of-an-action-in-the-document": [("  number: 15", "  title: Một\n  number: 15")],
    "actions-under-another-key": [("actions:\n", "viec:\n")],
    "actions-under-no-key": [("actions:\n", "")],
    "no-actions": [(None, "")],
    "actions-that-are-no-groups": [(None, "actions: [a, b]\n")],
    "an-action-that-is-no-group": [("actions:\n", "actions:\n- Một\n"), ("  - III.1.4.1\n", "  - II.5.2.3\n")],
    "an-action-with-unreadable-tasks": [("  tasks:\n  - III.1.4.1\n", "  tasks: [[a]]\n")],
    "an-action-with-unreadable-steps": [
        ("  - III.1.4.1\n", "  - II.5.2.3\n"),
        ("  steps:\n  - Xây dựng phương án\n", "  steps:\n  - [a]\n"),
    ],
    "an-action-torn-by-a-line": [("  title: Việc A1\n", "  title Việc A1\n")],
    "an-action-torn-by-a-line-and-a-task-left-out": [
        ("  title: Việc A1\n", "  title Việc A1\n"),
        ("  - III.1.4.2\n", "  - II.5.2.3\n"),
    ],
    "an-action-without-tasks-torn-by-a-line": [
        ("  tasks:\n  - III.1.4.1\n  title: Việc A1\n", "  title Việc A1\n"),
    ],
    "a-second-document-below": [("organisation:\n", "---\norganisation:\n")],
    "a-second-document-before-an-action": [("- id: A2\n", "---\n- id: A2\n")],
    "a-line-at-the-top-that-is-no-key": [("objectives:\n- Hoàn thành 100% nhiệm vụ được giao năm 2023\n", "Mục tiêu\n")],
    "a-line-at-the-top-that-is-no-key-and-keys-left-out-below": [
        ("objectives:\n- Hoàn thành 100% nhiệm vụ được giao năm 2023\n", "Mục tiêu\n"),
        ("  number: 15/KH-UBND\n", ""),
        ("  lead: Phòng Tổng hợp\n", ""),
        ("- id: A2\n  tasks:\n  - III.1.4.2\n  title: Việc A2\n", "- id: A2\n  tasks:\n  - III.1.4.2\n"),
    ],
    "a-unit-with-nothing-under-it": [("unit: KhoBac\n", "unit:\n")],
    "a-task-misspelt-and-one-left-out": [
        ("  - III.1.4.1\n", "  - III.1.4.11\n"),
        ("  tasks:\n  - III.1.4.2\n", "  tasks:\n  - II.5.2.3\n"),
    ],
    "a-task-left-out-and-waived": [
        ("  - III.1.4.1\n", "  - II.5.2.3\n"),
        ("organisation:", "waivers:\n- {task: III.1.4.1, reason: a, approved_by: 150/UBND-TH}\norganisation:"),
    ],
    "a-task-left-out-and-a-waiver-that-does-not-hold": [
        ("  - III.1.4.1\n", "  - II.5.2.3\n"),
        ("organisation:", "waivers:\n- {task: III.1.4.1, reason: a, approved_by: Một}\norganisation:"),
    ],
    "a-task-left-out-and-a-waiver-half-read": [
        ("  - III.1.4.1\n", "  - II.5.2.3\n"),
        ("organisation:", "waivers:\n- {task: III.1.4.1, reason: a, approved_by: 150/UBND-TH, until: 31/02/2023}\norganisation:"),
    ],
    "tasks-left-out-and-a-waiver-of-a-section": [
        ("  - III.1.4.1\n", "  - II.5.2.3\n"),
        ("  - III.1.4.2\n", "  - II.5.2.3\n"),
        ("organisation:", "waivers:\n- {task: III.1, reason: a, approved_by: 150/UBND-TH}\norganisation:"),
    ],
    "a-task-left-out-and-contested": [
        ("  - III.1.4.1\n", "  - II.5.2.3\n"),
        ("organisation:", "contests:\n- {task: III.1.4.1, reason: a, owner: Sở Y tế}\norganisation:"),
    ],
    "two-tasks-contested-that-may-not-be": [
        ("organisation:", "contests:\n- {task: III.1.4, reason: a, owner: Sở Y tế}\n- {task: III.1.4.2, reason: a, owner: Sở Y tế}\norganisation:"),
    ],
    "an-action-without-tasks-and-two-duties-left-out": [
        ("  tasks:\n  - III.1.4.1\n", ""),
        ("  - III.1.4.2\n", "  - II.5.2.3\n"),
    ],
    "an-action-without-id": [("- id: A1\n  tasks:\n", "- tasks:\n")],
    "entries-without-their-keys": [
        ("organisation:", "waivers:\n- reason: {a: {b: c}}\nextensions:\n- task: {a: {b: c}}\ncontests:\n- task: {a: {b: c}}\n  reason: {a: {b: c}}\norganisation:"),
    ],
}  # fmt: skip


@pytest.mark.parametrize("name", EDITS)
def test_edited_plans(name: str, library: Library, check_text: CheckText, golden: Golden) -> None:
    text = write(clean_plan("KhoBac", library))
    actions = text[text.index("actions:") : text.index("organisation:")]
    for old, new in EDITS[name]:
        assert (old or actions) in text
        text = text.replace(old or actions, new, 1)
    golden(GOLDEN / f"{name}.txt", "".join(map(told, check_text(text).checked.findings)))


KEYS = (
    "id", "tasks", "title", "objective", "steps", "start", "due", "lead", "support",
    "result", "items", "indicators", "milestones", "reference",
)  # fmt: skip


@pytest.mark.parametrize("key", KEYS)
def test_an_unreadable_key_is_not_also_missing(key: str, check_text: CheckText) -> None:
    tasks = "    tasks: [II.3.4.2]\n" if key != "tasks" else ""
    text = f"actions:\n  - {key}: {{a: {{b: c}}}}\n{tasks}"
    found = check_text(text, filled=True).checked.findings
    path = ("actions", 0, key)
    assert {(f.path[:3], f.rule.family) for f in found} == {(path, 2)}, [f.rule.id for f in found]


TOP = ("directive", "document", "objectives", "actions", "organisation")


@pytest.mark.parametrize("key", [*TOP, "waivers", "extensions", "contests"])
def test_an_unreadable_key_at_the_top_is_not_also_missing(key: str, check_text: CheckText) -> None:
    found = check_text(f"{key}: [[a]]\n", filled=True).checked.findings
    assert {(f.path[:1], f.rule.family) for f in found} == {((key,), 2)}


def test_decomposed_names_are_said_once(check_text: CheckText, golden: Golden) -> None:
    lead, title = (normalize("NFD", text) for text in ("Phòng Tổng hợp", "Xây dựng phương án"))
    text = f"""\
        actions:
          - tasks: [II.3.4.2]
            title: {title}
            lead: {lead}
            support: [Sở Xây​ dựng, {lead} một, {lead} hai, "Sở Tài​ chính"]
            result: {title}
    """
    found = check_text(dedent(text), filled=True).checked.findings
    golden(GOLDEN / "decomposed-names.txt", "".join(map(told, found)))


@pytest.mark.parametrize(
    ("number", "rules"),
    [
        ("15/KH-SKHĐT", []),
        ("15/KH-SKH&ĐT", []),
        ("15 /KH – SKHĐT", []),
        ("15/KH-skhđt ngày 10/02/2023", []),
        ("15/KH-SKHĐT (dự thảo)", ["HPD606"]),
        ("15/KH-STC", ["HPD604"]),
        ("15/KH–STC", ["HPD604"]),
        ("…/KH-SKHĐT", ["HPD606"]),
    ],
)
def test_number_is_that_of_an_issued_paper_of_the_unit(
    number: str, rules: list[str], check_text: CheckText
) -> None:
    found = check_text(f"unit: SoKHDT\ndocument:\n  number: {number}\n").checked.findings
    assert [f.rule.id for f in found if f.path == ("document", "number")] == rules


@pytest.mark.parametrize(
    ("task", "title", "declined"),
    [
        ("II.3.4.2", "Không hoàn thành 08 dự án trọng điểm trong năm 2023", True),
        ("II.3.4.2", "Tạm thời chưa thực hiện được do thiếu vốn", True),
        ("II.3.4.2", "Chưa triển khai trong năm 2023", True),
        ("II.3.4.2", "KHÔNG THUỘC chức năng, nhiệm vụ của Sở", True),
        ("II.3.4.2", "Sở không có nhiệm vụ này", True),
        ("II.3.4.2", "Lùi sang năm 2024", True),
        ("II.3.4.2", '"Kh\\xADông thực hiện"', True),  # a letter that is not seen
        ("II.3.4.2", "Chuyển thực hiện sang giai đoạn 2024-2025", True),
        ("II.3.4.2", "Dừng thực hiện do chưa bố trí được kinh phí", True),
        ("II.3.4.2", "Đề nghị cho phép không thực hiện nhiệm vụ này", True),
        ("II.3.4.2", "Sở không được giao nhiệm vụ này", True),
        ("II.3.4.2", "Tạm dừng việc hoàn thành 08 dự án trọng điểm", True),
        # what is promised with a "not"
        ("II.3.4.2", "Chuyển hồ sơ sang năm 2024 trước 30/11", False),
        ("II.3.4.2", "Dừng thực hiện các dự án kém hiệu quả", False),
        ("II.3.4.2", "Tạm dừng giải ngân cho nhà thầu chậm tiến độ", False),
        ("II.3.4.2", "Đề nghị không bố trí vốn cho dự án chậm", False),
        ("II.3.4.2", "Không để dự án nào chậm tiến độ", False),
        ("II.3.4.2", "Chưa triển khai dự án mới khi chưa hoàn thành 08 dự án", False),
        ("II.3.4.2", "Không có dự án nào chậm", False),
        ("II.3.4.5", "Không triển khai các dự án kém hiệu quả", False),
        ("II.7.3.4", "Không có nội dung khiếu nại kéo dài", False),
        ("II.7.3.5", "Không thực hiện thanh tra, kiểm tra chồng chéo, trùng lặp", False),
        ("II.3.4.2", "Không ngừng đôn đốc các nhà thầu", False),
    ],
)
def test_only_what_denies_its_task_declines_it(
    task: str, title: str, declined: bool, check_text: CheckText
) -> None:
    plan = f"unit: SoKHDT\nactions:\n- id: A1\n  tasks: [{task}]\n  title: {title}\n"
    found = check_text(plan).checked.findings
    assert ("HPD326" in {f.rule.id for f in found}) is declined


@pytest.mark.parametrize(
    ("lines", "declined"),
    [
        ("steps: [Chưa thực hiện trong năm 2023]", [("steps", 0)]),
        ("steps: [Chưa thực hiện trong năm 2023, Lập danh mục]", []),
        ("steps: [Lập danh mục]", []),
        ("items: [KCN Thủy Nguyên, Không triển khai KCN Tràng Duệ 3]", [("items", 1)]),
        ("items: [KCN Giang Biên 2 - chưa thực hiện năm 2023]", [("items", 0)]),
        ("items: [KCN Giang Biên 2]", []),
    ],
)
def test_steps_and_items_may_decline_too(
    lines: str, declined: list[tuple[str, int]], check_text: CheckText
) -> None:
    plan = (
        f"unit: BQLKKT\nactions:\n- id: A1\n  tasks: [II.2.1.3]\n  title: Lập hồ sơ\n  {lines}\n"
    )
    found = check_text(plan).checked.findings
    assert [f.path[2:] for f in found if f.rule.id == "HPD326"] == declined
    assert "HPD311" not in {f.rule.id for f in found}


def test_the_directives_own_not_declines_nothing(library: Library, check_text: CheckText) -> None:
    held = 0
    for unit in ("SoYT", "CATP", "SoKHDT", "TTTP", "SoTC"):
        for duty in duties(library.directive, library.units, library.units.by_id[unit]):
            _, no, rest = duty.clause.text.lower().partition("không ")
            for more in ("", " trong năm 2023"):
                plan = f"unit: {unit}\nactions:\n- id: A1\n  tasks: [{duty.id}]\n  title: >-\n    {no}{rest.rstrip('.;')}{more}\n"
                found = check_text(plan).checked.findings if no else ()
                assert "HPD326" not in {f.rule.id for f in found}, duty.id
            held += bool(no)
    assert held


@pytest.mark.parametrize(
    ("task", "lines", "told"),
    [
        ("II.3.1.1", "start: 01/2024\n  due: 12/2025", True),
        ("II.7.3.3", "start: 01/2024\n  due: Thường xuyên", True),
        ("II.3.1.1", "start: 12/2023\n  due: 12/2025", False),
        ("II.3.1.1", "start: Từ quý I/2024", True),
        ("II.3.1.1", "start: Năm 2024\n  milestones:\n  - {what: Lập hồ sơ, due: 11/2023}", False),
        ("II.3.4.2", "start: 01/2024\n  due: 12/2024", False),  # late: HPD404
        ("II.9.9.9", "start: 01/2024", False),
    ],
)
def test_what_starts_after_the_year_answers_nothing_of_it(
    task: str, lines: str, told: bool, check_text: CheckText
) -> None:
    plan = f"unit: SoTC\nactions:\n- id: A1\n  tasks: [{task}]\n  title: Rà soát\n  {lines}\n"
    found = check_text(plan).checked.findings
    assert ("HPD421" in {f.rule.id for f in found}) is told
