"""Rules where one bad example does not show all: each small case tells what its golden file tells, no line more."""

from pathlib import Path
from textwrap import dedent, indent
from unicodedata import normalize

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
  - {id: bon, name: {vi: A, en: A}, source: official, text: 5 xã, counts: xa, unit: xã}
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
}  # fmt: skip


@pytest.mark.parametrize("name", PLANS)
def test_plans(name: str, check_text: CheckText, golden: Golden) -> None:
    found = check_text(dedent(PLANS[name]), filled=True).checked.findings
    golden(GOLDEN / f"{name}.txt", "".join(map(told, found)))


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
