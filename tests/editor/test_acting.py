"""Diagnostics of a text, and what is offered to do about them."""

import time

import pytest

from hpdirective.editor.acting import Offer, Sort
from hpdirective.editor.bench import Bench, Sheet, open_sheet
from hpdirective.source import yaml
from hpdirective.source.document import Document, Limits
from hpdirective.source.edit import apply

PLAN = """\
format: 1
directive: hai-phong/2023/02-CT-UBND
unit: HuyenCatHai
actions:
  - id: A1
    tasks:
      - II.4.4.1
    title: {title}
    due: Quý I/2024{comment}
    lead: Phòng Kinh tế
"""


def sheet(bench: Bench, text: str) -> Sheet:
    return open_sheet(bench, "plan.yaml", text)


def plan(title: str = "Xây dựng", comment: str = "") -> str:
    return PLAN.format(title=title, comment=comment)


def ignores(found: Sheet, line: int) -> dict[str, Offer]:
    offers = found.offers(range(line, line + 1))
    return {one.rule: one for one in offers if one.sort is Sort.IGNORE and one.rule}


def codes(found: Sheet, line: int) -> set[str]:
    return {one.rule for one in found.diagnostics() if one.span.line == line}


def test_diagnostics_stand_at_their_span(bench: Bench) -> None:
    found = sheet(bench, plan()).diagnostics()
    late = next(one for one in found if one.rule == "HPD404")
    assert (late.span.line, late.span.column, late.span.end_column) == (9, 10, 20)
    assert "\nĐề nghị: " in late.message
    assert all(one.span.line >= 1 for one in sheet(bench, "").diagnostics())


def test_what_is_left_out_is_no_diagnostic(bench: Bench) -> None:
    assert "HPD404" in codes(sheet(bench, plan()), 9)
    left = sheet(bench, plan(comment=" # hpd: ignore[HPD404] lý do: chờ vốn"))
    assert "HPD404" not in codes(left, 9)


@pytest.mark.parametrize("comment", ["", "  ", " # ghi chú 😀"])
def test_the_offered_comment_leaves_out_once_it_gives_a_reason(bench: Bench, comment: str) -> None:
    text = plan(comment=comment)
    offer = ignores(sheet(bench, text), 9)["HPD404"]
    after = apply(text, offer.edits)
    assert "# hpd: ignore[HPD404] lý do: \n" in after
    assert codes(sheet(bench, after), 9) == {"HPD131", "HPD404"}
    given = after.replace("lý do: \n", "lý do: chờ vốn\n")
    assert codes(sheet(bench, given), 9) == set()


def test_a_second_rule_joins_the_comment_that_is_there(bench: Bench) -> None:
    text = plan(comment=" # hpd: ignore[HPD403] lý do: x")
    offer = ignores(sheet(bench, text), 9)["HPD404"]
    assert "# hpd: ignore[HPD403, HPD404] lý do: x\n" in apply(text, offer.edits)


@pytest.mark.parametrize(
    ("title", "line"),
    [
        ("|\n      cyrillic \u0430\n      x", 9),
        ('"a \u0430\n      b\u200b c"', 8),
        ("a\u0430\n      b", 8),
    ],
)
def test_no_comment_is_offered_inside_a_value(bench: Bench, title: str, line: int) -> None:
    assert ignores(sheet(bench, plan(title)), line) == {}


def test_no_comment_is_offered_where_it_would_be_text(bench: Bench) -> None:
    for text in (plan('"Xây dựng'), plan("a: b: c"), "actions: [", "", "kind: unit\n"):
        found = sheet(bench, text)
        for line in range(1, text.count("\n") + 2):
            for rule, offer in ignores(found, line).items():
                after = apply(text, offer.edits)
                reasoned = after.replace("lý do: ", "lý do: x")
                assert rule not in codes(sheet(bench, reasoned), line), (text, line, rule)


def test_fixes_of_a_line_touch_nothing_else(bench: Bench) -> None:
    text = plan("a: 😀").replace("HuyenCatHai", "UBND huyện Cát Hải").replace("lead:", "leed:")
    found = sheet(bench, text)
    fixes = [one for line in (3, 8, 10) for one in found.offers(range(line, line + 1))]
    made = {one.line: apply(text, one.edits) for one in fixes if one.sort is Sort.FIX}
    assert made[3] == text.replace("UBND huyện Cát Hải", "HuyenCatHai")
    assert made[8] == text.replace("a: 😀", '"a: 😀"')
    assert made[10] == text.replace("leed:", "lead:")
    [every] = found.all_fixes()
    after = apply(text, every.edits)
    assert after == plan('"a: 😀"')
    assert sheet(bench, after).all_fixes() == ()


def test_what_might_be_mended_is_worked_out_once(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    reads: list[str] = []
    usual = yaml.read

    def read(file: str, raw: bytes, limits: Limits | None = None) -> Document:
        reads.append(file)
        return usual(file, raw, limits)

    monkeypatch.setattr(yaml, "read", read)
    found = sheet(bench, plan().replace("unit: HuyenCatHai", "unit: UBND huyện Cát Hải"))
    assert found.diagnostics()
    assert len(reads) == 1
    for line in range(4, 12):  # nothing to mend stands on these
        found.offers(range(line, line + 1))
    assert len(reads) == 1
    [every] = found.all_fixes()
    assert len(reads) == 2  # once with all of them made
    assert [fix.edits for fix in found.offers(range(3, 4)) if fix.sort is Sort.FIX] != []
    assert len(reads) == 3
    assert found.all_fixes() == (every,)
    assert len(reads) == 3


def test_what_only_holds_a_place_stays_in_the_text(bench: Bench) -> None:
    found = sheet(bench, plan().replace("lead: Phòng Kinh tế", "lead: …"))
    before = found.page.document.copy()
    assert found.diagnostics()
    found.all_fixes()
    assert found.page.document == before
    assert found.page.document.value(("actions", 0, "lead")) == "…"


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_all_fixes_are_one_edit_of_the_lines_that_differ(bench: Bench, end: str) -> None:
    text = plan().replace("unit: HuyenCatHai", "unit: UBND huyện Cát Hải").replace("\n", end)
    [offer] = sheet(bench, text).all_fixes()
    [edit] = offer.edits
    assert (edit.span.line, edit.span.end_line) == (3, 4)
    assert apply(text, offer.edits) == plan().replace("\n", end)


def test_an_id_is_put_in_above(bench: Bench) -> None:
    text = plan().replace("- id: A1\n    tasks", "- tasks")
    [offer] = sheet(bench, text).all_fixes()
    assert apply(text, offer.edits) == plan()


def test_other_kinds_of_files_get_their_own_rules_and_no_fixes(bench: Bench) -> None:
    found = sheet(bench, "kind: unit\nformat: 1\nid: SoX\nleed: x\n")
    assert found.diagnostics()
    assert found.offers(range(1, 9)) == ()
    assert found.all_fixes() == ()


def test_of_many_comments_the_first_ones_are_offered(bench: Bench) -> None:
    found = sheet(bench, "a: 1 # x\n" * 300)
    begun = time.process_time()
    offers = found.offers(range(1, 301))
    assert time.process_time() - begun < 5
    assert 0 < len([one for one in offers if one.sort is Sort.IGNORE]) <= 20
