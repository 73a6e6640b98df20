"""Every finding that counts, and every check that could not be run."""

from collections.abc import Iterator

from hpdirective.finding import Finding, NotRun
from hpdirective.model.directive import Directive
from hpdirective.model.names import Units
from hpdirective.reporters.labels import SEVERITIES
from hpdirective.reporters.sheet import (
    Anchor,
    Cell,
    Column,
    Link,
    Row,
    Sheet,
    Table,
    Tone,
    severity_tones,
)
from hpdirective.surveying import Survey
from hpdirective.words import Lang, Text, one_line

KEY = "findings"


def sheet(survey: Survey, directive: Directive, units: Units, lang: Lang) -> Sheet:
    """Make the sheet of findings."""
    heaviest = list(SEVERITIES)
    found = sorted(survey.findings, key=lambda f: heaviest.index(f.severity))
    gaps = survey.coverage.not_run
    counts = "; ".join(
        f"{label.said(lang)}: {sum(1 for f in found if f.severity is severity)}"
        for severity, label in SEVERITIES.items()
    )
    return Sheet(
        KEY,
        Text(vi="Lỗi", en="Findings").said(lang),
        Text(vi="LỖI VÀ CÁC PHÁT HIỆN KHÁC", en="FINDINGS").said(lang),
        Text(
            vi=f"Tổng số {len(found)} phát hiện được tính. {counts}",
            en=f"{len(found)} findings that count. {counts}",
        ).said(lang),
        (
            Table(_columns(lang), tuple(_row(one, directive, units, lang) for one in found)),
            Table(
                _columns(lang),
                tuple(_not_run(one, directive, units, lang) for one in gaps),
                Text(vi=f"CHƯA KIỂM TRA: {len(gaps)}", en=f"CHECKS NOT RUN: {len(gaps)}").said(
                    lang
                ),
            ),
        ),
    )


def _columns(lang: Lang) -> tuple[Column, ...]:
    tones = severity_tones(lang) | {_NOT_RUN.said(lang): Tone.UNKNOWN}
    return (
        Column(Text(vi="Mức độ", en="Severity").said(lang), 12, tones),
        Column(Text(vi="Quy tắc", en="Rule").said(lang), 18),
        Column(Text(vi="Tệp", en="File").said(lang), 28),
        Column(Text(vi="Dòng", en="Line").said(lang), 7),
        Column(Text(vi="Cột", en="Column").said(lang), 8),
        Column(Text(vi="Đơn vị", en="Unit").said(lang), 40),
        Column(Text(vi="Nhiệm vụ", en="Task").said(lang), 11),
        Column(Text(vi="Vị trí trong Chỉ thị", en="Place in the directive").said(lang), 26),
        Column(Text(vi="Nội dung phát hiện", en="Message").said(lang), 54),
        Column(Text(vi="Đề nghị", en="Help").said(lang), 40),
    )


def _row(one: Finding, directive: Directive, units: Units, lang: Lang) -> Row:
    place, cited = one.place, one.citation
    line: Cell = place.cell or (place.span.line if place.span else None)
    return Row(
        (
            SEVERITIES[one.severity].said(lang),
            f"{one.rule.id} {one.rule.name}",
            one_line(place.file) if place.file else None,
            line,
            place.span.column if place.span and not place.cell else None,
            _unit(one.unit, units, lang),
            _task(one.tasks, one.unit),
            _address(cited.address.said(lang)) if cited else _of(one.task, directive, lang),
            one_line(one.message(lang)),
            one_line(one.help(lang)),
        )
    )


def _not_run(one: NotRun, directive: Directive, units: Units, lang: Lang) -> Row:
    return Row(
        (
            _NOT_RUN.said(lang),
            one.rule,
            one_line(one.file) if one.file else None,
            None,
            None,
            _unit(one.unit, units, lang),
            _task((one.task,) if one.task else (), one.unit),
            _of(one.task, directive, lang),
            one_line(one.message.said(lang)),
            None,
        )
    )


def _unit(unit: str | None, units: Units, lang: Lang) -> Cell:
    return Link(units.named(unit).name.said(lang), (("unit", unit),)) if unit else None


def _task(tasks: tuple[str, ...], unit: str | None) -> Cell:
    """Lead to the row of the open duty, else of the duty, else of what nobody leads, else of the unit."""
    return Link(", ".join(tasks), tuple(_rows_of(tasks, unit))) if tasks else None


def _rows_of(tasks: tuple[str, ...], unit: str | None) -> Iterator[Anchor]:
    for what in ("gap", "duty"):
        if unit:
            yield from ((what, unit, task) for task in tasks)
    yield from (("nobody", task) for task in tasks)
    if unit:
        yield ("unit", unit)


def _of(task: str | None, directive: Directive, lang: Lang) -> str | None:
    clause = directive.clauses.get(task or "")
    return _address(directive.address(clause).said(lang)) if clause else None


def _address(said: str) -> str:
    return said[:1].upper() + said[1:]


_NOT_RUN = Text(vi="chưa kiểm tra", en="not run")
