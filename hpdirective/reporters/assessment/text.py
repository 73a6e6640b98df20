"""Findings for people: the place, what is wrong, the line, the clause it rests on, and what to do."""

from hpdirective.choices import Severity
from hpdirective.finding import Assessment, Checked, Finding, NotRun, NotRunReason
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


def render(assessment: Assessment, lang: Lang) -> str:
    parts = [_block(f, lang) for f in assessment.findings if not f.suppressed]
    gaps = [_gap(gap, lang) for checked in assessment.files for gap in checked.not_run]
    gaps += [_gap(gap, lang) for gap in assessment.not_run if _worth_saying(gap, assessment)]
    if gaps:
        title = Text(vi="Chưa kiểm tra:", en="Not run:").said(lang)
        parts.append("\n".join((title, *dict.fromkeys(gaps))) + "\n")
    if assessment.roster:
        parts.append("\n".join(lines_of(assessment.roster, lang)) + "\n")
    return "\n".join((*parts, _summary(assessment, lang)))


def _worth_saying(gap: NotRun, assessment: Assessment) -> bool:
    """Tell whether people want to know: one plan alone is no city, and nobody takes it for one."""
    plans = sum(file.kind == "plan" for file in assessment.files)
    return gap.reason is not NotRunReason.NO_ROSTER or plans > 1


def quiet(assessment: Assessment, lang: Lang) -> str:
    """Say the findings that count, and nothing else."""
    return findings(tuple(f for f in assessment.findings if not f.suppressed), lang)


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


def _summary(assessment: Assessment, lang: Lang) -> str:
    errors, warnings, infos = (assessment.count(severity) for severity in Severity)
    what = _files(assessment.files, lang)
    total = Text(
        vi=f"Tổng số: {errors} lỗi, {warnings} cảnh báo, {infos} lưu ý trong {what}",
        en=f"Total: {_many(errors, 'error')}, {_many(warnings, 'warning')}, {infos} info in {what}",
    )
    if not errors and not warnings and not infos:
        total = Text(vi=f"Không có phát hiện nào trong {what}", en=f"nothing found in {what}")
    apart = ", ".join(
        f"{count} {SUPPRESSIONS[by].said(lang)}" for by, count in assessment.suppressed.items()
    )
    title = Text(vi="; không tính: ", en="; not counted: ").said(lang) if apart else ""
    return f"{total.said(lang)}{title}{apart}\n"


def _files(files: tuple[Checked, ...], lang: Lang) -> str:
    return f"{len(files)} tệp" if lang is Lang.VI else _many(len(files), "file")


def _many(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"
