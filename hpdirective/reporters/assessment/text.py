"""Findings for people: the place, what is wrong, the line, the clause it rests on, and what to do."""

from collections import Counter
from collections.abc import Iterable, Iterator

from hpdirective.choices import Severity
from hpdirective.finding import Assessment, Finding, NotRun, NotRunReason, SuppressedBy
from hpdirective.reporters.excerpt import excerpt
from hpdirective.reporters.finding import headline
from hpdirective.reporters.labels import SUPPRESSIONS
from hpdirective.reporters.roster import lines_of
from hpdirective.words import Lang, Text, one_line, shorten

_BASIS = Text(vi="Căn cứ", en="Basis")
_HELP = Text(vi="Đề nghị", en="Help")
_WITHHELD = Text(
    vi="(nội dung về nhiệm vụ hạn chế, không hiển thị; --include-restricted để hiện)",
    en="(on a restricted task, not shown; --include-restricted shows it)",
)
_QUOTE = 160  # characters of the clause that a terminal can bear; JSON gives it whole


def parts(assessment: Assessment, lang: Lang) -> Iterator[str]:
    counted: Counter[Severity | SuppressedBy] = Counter()
    gaps: dict[str, None] = {}
    plans = 0
    for file in assessment.files:
        yield from _blocks(file.findings, counted, lang)
        gaps |= dict.fromkeys(_gap(gap, lang) for gap in file.not_run)
        plans += file.kind == "plan"
    yield from _blocks(assessment.between, counted, lang)
    # one plan alone is no city, and nobody takes it for one
    said = (g for g in assessment.not_run if g.reason is not NotRunReason.NO_ROSTER or plans > 1)
    gaps |= dict.fromkeys(_gap(gap, lang) for gap in said)
    if gaps:
        title = Text(vi="Chưa kiểm tra:", en="Not run:").said(lang)
        yield "\n".join((title, *gaps)) + "\n\n"
    if assessment.roster:
        yield "\n".join(lines_of(assessment.roster, lang)) + "\n\n"
    yield _summary(counted, len(assessment.files), lang)


def _blocks(
    found: Iterable[Finding], counted: Counter[Severity | SuppressedBy], lang: Lang
) -> Iterator[str]:
    """Give the findings that count, and count them all."""
    for finding in found:
        counted[finding.suppressed.by if finding.suppressed else finding.severity] += 1
        if not finding.suppressed:
            yield _block(finding, lang) + "\n"


def quiet(assessment: Assessment, lang: Lang) -> Iterator[str]:
    """Say the findings that count, and nothing else."""
    between = ""
    for finding in assessment.each():
        if not finding.suppressed:
            yield between + _block(finding, lang)
            between = "\n"


def findings(found: tuple[Finding, ...], lang: Lang) -> str:
    """Say findings alone, without a summary."""
    return "\n".join(_block(f, lang) for f in found)


def _block(finding: Finding, lang: Lang) -> str:
    lines = [headline(finding, lang), *excerpt(finding.place.span, finding.place.line)]
    if finding.withheld:
        lines.append(f"   | {_WITHHELD.said(lang)}")
    if finding.citation:
        cited = finding.citation
        quote = shorten(one_line(cited.quote), _QUOTE)
        lines.append(f"   = {_BASIS.said(lang)}: {cited.address.said(lang)}: “{quote}”")
    lines.append(f"   = {_HELP.said(lang)}: {one_line(finding.help(lang))}")
    return "\n".join(lines) + "\n"


def _gap(gap: NotRun, lang: Lang) -> str:
    where = f"{one_line(gap.file)}: " if gap.file else ""
    path = shorten(one_line(".".join(str(step) for step in gap.path)), 80)
    return f"  {where}{f'{path}: ' if path else ''}{gap.message.said(lang)}"


def _summary(counted: Counter[Severity | SuppressedBy], files: int, lang: Lang) -> str:
    errors, warnings, infos = (counted[severity] for severity in Severity)
    what = f"{files} tệp" if lang is Lang.VI else _many(files, "file")
    total = Text(
        vi=f"Tổng số: {errors} lỗi, {warnings} cảnh báo, {infos} lưu ý trong {what}",
        en=f"Total: {_many(errors, 'error')}, {_many(warnings, 'warning')}, {infos} info in {what}",
    )
    if not errors and not warnings and not infos:
        total = Text(vi=f"Không có phát hiện nào trong {what}", en=f"nothing found in {what}")
    apart = ", ".join(
        f"{counted[by]} {SUPPRESSIONS[by].said(lang)}" for by in SuppressedBy if counted[by]
    )
    title = Text(vi="; không tính: ", en="; not counted: ").said(lang) if apart else ""
    return f"{total.said(lang)}{title}{apart}\n"


def _many(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"
