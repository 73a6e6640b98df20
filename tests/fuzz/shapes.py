"""Shapes made to confuse a reader, for hypothesis: plans, cells, settings, entries of the cache and texts, nearly right or not at all."""

import json
from typing import Any

import yaml
from hypothesis import strategies as st

from hpdirective.model.plan import Action, Milestone, Paper, Plan, Promised
from hpdirective.settings import Settings

ODD_WORDS = """\
yes
85,1%
trên 85%
Quý IV/2023
31/02/2023
II.3.4.2
II.9
A1
Sở Tài chính
SoKHDT
HPD403
12:30
# x
- x
a: b
=1+1
::error::x
&a
*a
!!python/name:x
""".splitlines()
ODD_LETTERS = [
    "",
    "~",
    "{",
    "[",
    "\x1b[31m",
    "\u202e",
    "\ufeff",
    "\u0085",
    "１５/２/２０２３",
    "x" * 300,
]
MODELS = (Plan, Paper, Action, Milestone, Promised)
KEYS = sorted({key for model in MODELS for key in model.model_fields})

values = st.one_of(
    st.text(max_size=12),
    st.sampled_from([*ODD_WORDS, *ODD_LETTERS]),
    st.integers(-(10**20), 10**20),
    st.floats(),
    st.booleans(),
    st.none(),
    st.dates(),
)
keys = st.sampled_from([*KEYS, "kind", "note", "ACTIONS", "due ", "Due", "đơn vị"])
nodes = st.recursive(
    values,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(keys, inner, max_size=4),
    max_leaves=20,
)
styles: st.SearchStrategy[dict[str, Any]] = st.fixed_dictionaries(
    {
        "default_flow_style": st.sampled_from([True, False, None]),
        "default_style": st.sampled_from([None, '"', "'", "|", ">"]),
        "indent": st.integers(2, 5),
        "width": st.sampled_from([20, 80]),
        "allow_unicode": st.booleans(),
        "line_break": st.sampled_from(["\n", "\r\n", "\r"]),
        "explicit_start": st.booleans(),
    }
)
SIGNS = ["", " ", "\t", "-", "- ", ":", '"', "#", "|", "\x00", "\u00a0", "}", "\n"]
damages = st.lists(
    st.tuples(st.integers(0, 30), st.sampled_from(SIGNS), st.integers(0, 6)), max_size=4
)


@st.composite
def plans(draw: st.DrawFn) -> bytes:
    """Write a tree of known keys in any style of YAML, then put signs into some lines, in the place of a character."""
    tree = draw(st.dictionaries(keys, nodes, max_size=6))
    text: str = yaml.dump(tree, Dumper=yaml.SafeDumper, **draw(styles))
    rows = text.splitlines(keepends=True)
    for line, sign, at in draw(damages):
        row = rows[line % len(rows)]
        rows[line % len(rows)] = row[:at] + sign + row[at + 1 :]
    return encoded("".join(rows))


def encoded(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


@st.composite
def baselines(draw: st.DrawFn, head: bytes) -> bytes:
    names = st.sampled_from(["rule", "unit", "file", "task", "route", "x"])
    entry = draw(st.dictionaries(names, nodes))
    return head + encoded(yaml.safe_dump([entry]))


CELL_WORDS = """\
trước ngày trong quý tháng năm 2023 23 15/02 31/12/2023 IV II từ đến hết - ~ / . , đầu cuối nửa thường xuyên
ít nhất trên % 85 85,1 1.234 tỷ đồng xã dự án và hoặc sau khi tăng giảm ( ) ; ¦ #4 0 1e5 ∞ ½ ٣ hằng thứ hai
"""
cells = st.builds(
    lambda parts, between: between.join(parts).encode("utf-8", "replace"),
    st.lists(st.sampled_from(CELL_WORDS.split()) | st.text(max_size=3), max_size=60),
    st.sampled_from(["", " ", "\n"]),
)

TABLES = ["", "[severity]", "[options.HPD602]", "[limits]", "[tool.hpd]", "[[plans]]"]
SETTINGS = [*Settings.__struct_fields__, "HPD403", "bytes", "units", '""']
set_to = st.recursive(
    st.one_of(
        st.sampled_from(['"HPD403"', '"warning"', "true", "0", "-1", "1e400", "nan", "07:32:00"]),
        st.integers(-(10**25), 10**25).map(str),
        st.text(max_size=5).map(json.dumps),
    ),
    lambda inner: st.lists(inner, max_size=3).map(lambda parts: f"[{', '.join(parts)}]"),
    max_leaves=4,
)
settings = st.lists(
    st.builds(
        lambda table, key, value: f"{table}\n{key} = {value}\n",
        st.sampled_from(TABLES),
        st.sampled_from(SETTINGS),
        set_to,
    ),
    max_size=5,
).map(lambda parts: encoded("".join(parts)))

_plain = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=4),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=2)
    ),
    max_leaves=4,
)


@st.composite
def entries(draw: st.DrawFn, whole: list[bytes]) -> bytes:
    """Take an entry of the cache and make one part of it, somewhere, another."""
    raw = draw(st.sampled_from(whole))
    try:
        entry = json.loads(raw)
    except (ValueError, RecursionError):
        return raw  # a case that is there because it cannot be read
    return encoded(json.dumps(_replaced(entry, draw(_plain), draw)))


def _replaced(node: Any, other: Any, draw: st.DrawFn) -> Any:
    if not isinstance(node, list | dict) or not node or draw(st.integers(0, 5)) == 0:
        return other
    at = draw(st.sampled_from(sorted(node) if isinstance(node, dict) else range(len(node))))
    copy = node.copy()
    copy[at] = _replaced(node[at], other, draw)
    return copy


LINES = """\
I. MỤC TIÊU
II. NHIỆM VỤ
1. Giao các sở:
1.1. Trước ngày 15/02/2023 hoàn thành;
- Rà soát;
a) Trong năm 2023.
CHỈ THỊ
-----
Số: 02/CT-UBND

12
Hải Phòng, ngày 19 tháng 01 năm 2023
Điều 1. Phạm vi
Phụ lục 1
; và
Nơi nhận:
- Lưu: VT.
""".splitlines()
texts = st.lists(st.sampled_from([*LINES, "\x0c"]) | st.text(max_size=10), max_size=12).map(
    lambda rows: "\n".join(rows).encode("utf-8", "replace")
)
