"""Findings for a pull-request comment or a step summary, short enough for both."""

from hpdirective.choices import Severity
from hpdirective.finding import Assessment, Finding
from hpdirective.reporters.labels import SEVERITIES, SUPPRESSIONS
from hpdirective.reporters.markdown import plain, table
from hpdirective.words import Lang, Text, shorten

_LONGEST = 60_000  # characters; GitHub refuses a comment over 65,536
_WIDTH = 400  # characters of a cell
_HEADS = (
    Text(vi="Dòng", en="Line"),
    Text(vi="Mức độ", en="Severity"),
    Text(vi="Quy tắc", en="Rule"),
    Text(vi="Phát hiện", en="Finding"),
    Text(vi="Căn cứ", en="Basis"),
    Text(vi="Đề nghị", en="Help"),
)


def render(assessment: Assessment, lang: Lang) -> str:
    lines = [f"## {_title(assessment, lang)}", "", _summary(assessment, lang)]
    groups: dict[str, list[Finding]] = {}
    for finding in assessment.findings:
        if not finding.suppressed:
            groups.setdefault(finding.place.file or "-", []).append(finding)
    left = 0
    size = sum(map(len, lines))
    for file, found in groups.items():
        rows = []
        for finding in found:
            row = _row(finding, lang)
            size += sum(map(len, row)) + 20
            if size > _LONGEST:
                left += 1
            else:
                rows.append(row)
        if rows:
            heads = [head.said(lang) for head in _HEADS]
            lines += ["", f"### {plain(file)}", "", *table(heads, rows)]
    if left:
        more = Text(
            vi=f"Còn {left} phát hiện không đủ chỗ hiển thị ở đây.",
            en=f"{left} more findings have no room here.",
        )
        lines += ["", more.said(lang)]
    lines += _gaps(assessment, lang)
    return "\n".join(lines) + "\n"


def _title(assessment: Assessment, lang: Lang) -> str:
    if assessment.count(Severity.ERROR):
        return Text(vi="Kế hoạch có lỗi", en="The plans have errors").said(lang)
    if assessment.count(Severity.WARNING):
        return Text(vi="Kế hoạch có điểm cần xem lại", en="The plans have warnings").said(lang)
    return Text(vi="Kế hoạch không có lỗi", en="The plans have no errors").said(lang)


def _summary(assessment: Assessment, lang: Lang) -> str:
    counts = [f"{assessment.count(s)} {SEVERITIES[s].said(lang)}" for s in Severity]
    apart = [f"{n} {SUPPRESSIONS[by].said(lang)}" for by, n in assessment.suppressed.items()]
    files = Text(vi=f"trong {len(assessment.files)} tệp", en=f"in {len(assessment.files)} files")
    without = Text(vi="; không tính: ", en="; not counted: ").said(lang) if apart else ""
    return f"{', '.join(counts)} {files.said(lang)}{without}{', '.join(apart)}"


def _row(finding: Finding, lang: Lang) -> list[str]:
    span, cited = finding.place.span, finding.citation
    quote = f"{cited.address.said(lang)}: “{cited.quote}”" if cited else ""
    cells = (finding.message(lang), quote, finding.help(lang))
    message, basis, help = (plain(shorten(cell, _WIDTH)) for cell in cells)
    severity = SEVERITIES[finding.severity].said(lang)
    rule = f"{finding.rule.id} {finding.rule.name}"
    return [str(span.line) if span else "", severity, rule, message, basis, help]


def _gaps(assessment: Assessment, lang: Lang) -> list[str]:
    gaps = [gap for file in assessment.files for gap in file.not_run]
    said = dict.fromkeys(gap.message.said(lang) for gap in (*gaps, *assessment.not_run))
    if not said:
        return []
    title = Text(vi=f"Chưa kiểm tra ({len(said)})", en=f"Not run ({len(said)})").said(lang)
    items = [f"- {plain(shorten(text, _WIDTH))}" for text in list(said)[:_GAPS]]
    items += ["- …"] if len(said) > _GAPS else []
    return ["", f"<details><summary>{title}</summary>", "", *items, "", "</details>"]


_GAPS = 20
