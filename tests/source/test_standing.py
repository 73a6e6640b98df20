"""What stands on a line: every form that YAML can be written in, and lines that hold nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hpdirective.source import yaml
from hpdirective.source.place import KeyPath
from hpdirective.source.standing import (
    LineKind,
    Standing,
    last_line,
    shared,
    standing,
    stretches,
)

PLAN = """\
# đầu tệp
unit: SoTP
document:
  number: 1/KH-STP   # ghi chú

  sent_to: [VPUBND, SoTC]
actions:

  # việc thứ nhất
  - id: A1
    tasks:
      - II.1.1.1
      # giữa các nhiệm vụ
      - II.1.1.2
    title: "một câu
      dài hai dòng"
    result: |
      # không phải chú thích

      - không phải danh sách

    # sau khối
    steps:
    - một
    - hai
      nối tiếp
  -
    # trước khóa đầu
    id: A2
    tasks: II.1.1.3
    tasks: II.1.1.1
    lead: x
  # cuối danh sách
waivers: [{task: II.1.1.1, reason: a}, {task: II.1.1.2,
  reason: b}
]
---
unit: SoTC
"""


def at(text: str, line: int, column: int | None = None) -> Standing:
    document = yaml.read("x.yaml", text.encode())
    return standing(document, stretches(document), line, column)


@pytest.mark.parametrize(
    ("words", "kind", "path"),
    [
        ("# đầu tệp", LineKind.COMMENT, ()),
        ("unit: SoTP", LineKind.CONTENT, ("unit",)),
        ("document:", LineKind.CONTENT, ("document",)),
        ("number:", LineKind.CONTENT, ("document", "number")),
        ("sent_to:", LineKind.CONTENT, ("document", "sent_to")),
        ("actions:", LineKind.CONTENT, ("actions",)),
        ("# việc thứ nhất", LineKind.COMMENT, ("actions",)),
        ("- id: A1", LineKind.CONTENT, ("actions", 0, "id")),
        ("- II.1.1.1", LineKind.CONTENT, ("actions", 0, "tasks", 0)),
        ("# giữa các", LineKind.COMMENT, ("actions", 0, "tasks")),
        ("- II.1.1.2", LineKind.CONTENT, ("actions", 0, "tasks", 1)),
        ("title:", LineKind.CONTENT, ("actions", 0, "title")),
        ("dài hai dòng", LineKind.CONTENT, ("actions", 0, "title")),
        ("result: |", LineKind.CONTENT, ("actions", 0, "result")),
        ("# không phải", LineKind.CONTENT, ("actions", 0, "result")),
        ("- không phải", LineKind.CONTENT, ("actions", 0, "result")),
        ("# sau khối", LineKind.COMMENT, ("actions", 0)),
        ("steps:", LineKind.CONTENT, ("actions", 0, "steps")),
        ("- hai", LineKind.CONTENT, ("actions", 0, "steps", 1)),
        ("nối tiếp", LineKind.CONTENT, ("actions", 0, "steps", 1)),
        ("# trước khóa", LineKind.COMMENT, ("actions", 1)),
        ("id: A2", LineKind.CONTENT, ("actions", 1, "id")),
        ("tasks: II.1.1.1", LineKind.UNREAD, ("actions", 1)),
        ("lead: x", LineKind.CONTENT, ("actions", 1, "lead")),
        ("# cuối danh sách", LineKind.COMMENT, ()),
        ("waivers:", LineKind.CONTENT, ("waivers",)),
        ("reason: b", LineKind.CONTENT, ("waivers", 1, "reason")),
        ("unit: SoTC", LineKind.UNREAD, ()),
    ],
)
def test_line_says_what_stands_there(words: str, kind: LineKind, path: KeyPath) -> None:
    number = next(n for n, line in enumerate(PLAN.splitlines(), 1) if words in line)
    found = at(PLAN, number)
    assert (found.kind, found.path) == (kind, path)
    crlf = at(PLAN.replace("\n", "\r\n"), number)
    assert (crlf.kind, crlf.path) == (kind, path)


def test_blank_lines_lie_in_what_runs_past_them() -> None:
    lines = PLAN.splitlines()
    blank = [n for n, line in enumerate(lines, 1) if not line]
    found = [at(PLAN, number) for number in blank]
    assert [(f.kind, f.path) for f in found] == [
        (LineKind.BLANK, ("document",)),
        (LineKind.BLANK, ("actions",)),
        (LineKind.CONTENT, ("actions", 0, "result")),  # inside the text
        (LineKind.BLANK, ("actions", 0)),
    ]


def test_dash_that_stands_alone_opens_its_entry() -> None:
    number = PLAN.splitlines().index("  -") + 1
    assert at(PLAN, number).path == ("actions", 1)


def test_closing_bracket_belongs_to_what_it_closes() -> None:
    number = PLAN.splitlines().index("]") + 1
    assert at(PLAN, number).kind is LineKind.CONTENT


def test_column_chooses_between_entries_on_one_line() -> None:
    number = next(n for n, line in enumerate(PLAN.splitlines(), 1) if line.startswith("waivers"))
    line = PLAN.splitlines()[number - 1]
    first = at(PLAN, number, line.index("II.1.1.1") + 1)
    second = at(PLAN, number, line.index("II.1.1.2") + 1)
    assert (first.path, second.path) == (("waivers", 0, "task"), ("waivers", 1, "task"))
    assert at(PLAN, number, 1).path == ("waivers", 0, "task")
    assert at(PLAN, number, 999).path == ("waivers", 1, "task")


def test_stretches_leave_out_what_comes_after() -> None:
    document = yaml.read("x.yaml", PLAN.encode())
    lines = PLAN.splitlines()
    runs = stretches(document)
    first = lines.index("  - id: A1") + 1
    assert runs["actions", 0] == (first, lines.index("      nối tiếp") + 1)
    assert runs["actions", 1] == (lines.index("  -") + 1, lines.index("    lead: x") + 1)


def test_last_line_is_not_the_nothing_after_it() -> None:
    for text, count in (("a: 1\n", 1), ("a: 1", 1), ("a: 1\n\n", 2), ("", 0)):
        assert last_line(yaml.read("x.yaml", text.encode())) == count


def test_shared_route() -> None:
    assert shared([("a", 0, "b"), ("a", 0, "c")]) == ("a", 0)
    assert shared([("a",), ("b",)]) == ()
    assert shared([("a", 1), ("a",)]) == ("a",)
    assert shared([]) == ()


BITS = ["a: 1", "b:", "  - x", "- y", "  c: [1, {d: 2}]", "# e", "", '"', "k: |", "    t", "}", "-", "a: >", "\t", "f: 'g"]  # fmt: skip


@given(st.lists(st.sampled_from(BITS), max_size=12))
def test_every_line_of_any_file_can_be_asked_for(bits: list[str]) -> None:
    document = yaml.read("x.yaml", "\n".join(bits).encode())
    runs = stretches(document)
    for line in range(1, last_line(document) + 1):
        found = standing(document, runs, line)
        assert found.path in {(), *runs}
        if found.paths:
            assert found.kind is LineKind.CONTENT
            assert all(runs[path][0] <= line <= runs[path][1] for path in found.paths)
