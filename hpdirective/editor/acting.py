"""What an editor offers to do: fixes of the lines chosen, all fixes at once, and a comment that leaves a finding out."""

import re
from collections.abc import Iterable
from enum import StrEnum

from msgspec import Struct

from hpdirective import catalogue, fixing, ignoring
from hpdirective.editor.page import Page
from hpdirective.finding import Finding
from hpdirective.fixing import Candidates, Fix
from hpdirective.library import Library
from hpdirective.patterns import pattern
from hpdirective.source import yaml
from hpdirective.source.edit import Edit, apply
from hpdirective.source.encoding import lines
from hpdirective.source.place import Span
from hpdirective.words import Lang, Text, one_line, shorten

_WIDTH = 60  # characters of the words of a fix
_MANY = 20  # broken lines of one text
_OFFERED = 20  # comments that leave a finding out, looked at for one selection
_LIST = pattern(r"#\s*hpd\s*:\s*ignore\[[^\]]*(?=\])", re.IGNORECASE)


class Sort(StrEnum):
    """The sorts of offers."""

    FIX = "fix"
    FIX_ALL = "fix-all"
    IGNORE = "ignore"


class Offer(Struct, frozen=True):
    """Something to do to the text, what it is called, and the finding that it answers: rule and line."""

    sort: Sort
    title: str
    edits: tuple[Edit, ...]
    rule: str | None = None
    line: int = 0


def find_fixes(page: Page, library: Library) -> Candidates | None:
    """Find what might be mended in a plan; None where nothing can be."""
    if not _is_mendable(page):
        return None
    return fixing.candidates(page.document.copy(), page.text, library, page.limits)


def offer_fixes(found: Candidates, chosen: range, lang: Lang) -> tuple[Offer, ...]:
    """Offer the fixes on some lines of a plan."""
    return tuple(_fix(fix, lang) for fix in fixing.offers(found, chosen))


def _is_mendable(page: Page) -> bool:
    """Tell whether a text is a plan that can be read, not over and over again: each broken line costs a reading more."""
    readable = page.kind == "plan" and page.document.data is not None
    return readable and sum(1 for fault in page.document.faults if fault.cure) <= _MANY


def _fix(fix: Fix, lang: Lang) -> Offer:
    old, new = (shorten(one_line(words), _WIDTH) for words in (fix.old, fix.new))
    title = Text(vi=f"Sửa “{old}” thành “{new}”", en=f"Change “{old}” into “{new}”")
    if not old:
        title = Text(vi=f"Thêm “{new}”", en=f"Put in “{new}”")
    elif not new:
        title = Text(vi=f"Bỏ “{old}”", en=f"Take out “{old}”")
    rule = catalogue.BY_NAME[fix.rule].RULE.id if fix.rule else None
    return Offer(Sort.FIX, title.said(lang), (fix.edit,), rule, fix.edit.span.line)


def offer_all(found: Candidates, lang: Lang) -> Offer | None:
    """Offer all fixes in one edit, None where there is nothing to mend."""
    after, fixes = fixing.mend(found)
    if after == found.text:
        return None
    count = len(fixes)
    title = Text(vi=f"Sửa cả {count} chỗ sửa được chắc chắn", en=f"Mend all {count} safe places")
    return Offer(Sort.FIX_ALL, title.said(lang), (_change(found.text, after),))


def _change(before: str, after: str) -> Edit:
    """Give the smallest stretch of whole lines that differs."""
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    same = next(
        (n for n, pair in enumerate(zip(old, new, strict=False)) if pair[0] != pair[1]),
        min(len(old), len(new)),
    )
    left = min(len(old), len(new)) - same
    pairs = zip(reversed(old), reversed(new), strict=False)
    tail = next((n for n, pair in enumerate(pairs) if n == left or pair[0] != pair[1]), left)
    start, end = (_place("".join(old[:count])) for count in (same, len(old) - tail))
    return Edit(Span(*start, *end), "".join(new[same : len(new) - tail]))


def _place(text: str) -> tuple[int, int]:
    """Give the line and the column just past a text."""
    above = lines(text)
    return len(above), len(above[-1]) + 1


def offer_ignores(
    page: Page, findings: Iterable[Finding], chosen: range, lang: Lang
) -> tuple[Offer, ...]:
    """Offer for each finding on some lines, of many the first ones, to leave it out with a comment, where one may stand."""
    found: dict[tuple[str, int], Offer | None] = {}
    for finding in findings:
        span = finding.place.span
        if finding.suppressed or span is None or span.line not in chosen:
            continue
        key = (finding.rule.id, span.line)
        if key not in found:
            found[key] = _ignore(page, *key, lang)
        if len(found) >= _OFFERED:
            break
    return tuple(offer for offer in found.values() if offer)


def _ignore(page: Page, rule: str, line: int, lang: Lang) -> Offer | None:
    text = page.lines[line - 1] if line <= len(page.lines) else ""
    there = _LIST.search(text)
    at = there.end() + 1 if there else len(text.rstrip()) + 1
    if not text.strip() or not ignoring.may_stand(page.document, line, at):
        return None
    comment = f", {rule}" if there else f" # hpd: ignore[{rule}] lý do: "
    edit = Edit(Span(line, at, line, at if there else len(text) + 1), comment)
    if not _keeps(page, edit, rule, line):
        return None
    title = Text(vi=f"Bỏ qua {rule} ở dòng này, có lý do", en=f"Leave out {rule} here, say why")
    return Offer(Sort.IGNORE, title.said(lang), (edit,), rule, line)


def _keeps(page: Page, edit: Edit, rule: str, line: int) -> bool:
    """Tell whether a comment on a line that could not be read as it stands is a comment, and all else reads as before."""
    broken = (fault.span for fault in page.document.faults if fault.span)
    if not any(span.line <= line <= span.end_line for span in broken):
        return True
    if not _is_mendable(page):
        return False
    before, after = (
        yaml.read("", text.encode(), page.limits) for text in (page.text, apply(page.text, [edit]))
    )
    stands = any(i.line == line and rule in i.rules for i in ignoring.ignores(after))
    return stands and before.data == after.data
