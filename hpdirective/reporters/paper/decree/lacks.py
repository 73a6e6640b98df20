"""The tables of a letter: the tasks that a plan lacks, and what in it is to be corrected, with the directive's own words."""

import re
from collections.abc import Iterator

from hpdirective.coverage import DutyState
from hpdirective.finding import Finding
from hpdirective.model.directive import MetBy
from hpdirective.patterns import pattern
from hpdirective.reporters.paper.decree.annexes import City
from hpdirective.reporters.paper.decree.binding import ROOM
from hpdirective.reporters.paper.decree.duties import GIVEN, asked_of, due_of, quoted
from hpdirective.reporters.paper.decree.frame import framed, text
from hpdirective.reporters.paper.decree.gaps import WITHOUT, Gaps
from hpdirective.reporters.paper.decree.markup import plain
from hpdirective.reporters.paper.decree.table import Column, Group, Row, table
from hpdirective.words import Text, one_line

Part = tuple[str, list[str]]
"""A title and what stands below it, nothing where there is nothing to say."""


def missing(gaps: Gaps, city: City) -> Part:
    """List the tasks that the plan must answer and does not, by what they rest on."""
    title = city.say("Nhiệm vụ chưa có trong kế hoạch", "Tasks missing from the plan")
    if gaps.row.standing in WITHOUT:
        title = city.say(
            "Nhiệm vụ cần thể hiện trong kế hoạch", "Tasks that the plan is to answer"
        )
    columns = (
        Column(city.say("TT", "No"), 10, "center"),
        Column(city.say("Nội dung của Chỉ thị", "In the directive"), ROOM - 84),
        Column(city.say("Thời hạn", "Deadline"), 30),
        Column(city.say("Đề nghị bổ sung", "To be added"), 44),
    )
    rows = list(_missing_rows(gaps, city))
    if not rows:
        return title, []
    contents = _contents(city)
    intro = [text(contents, keep=True)] if contents else []
    return title, [*intro, framed(table(columns, rows))]


def _missing_rows(gaps: Gaps, city: City) -> Iterator[Row]:
    number = 0
    for basis, given in GIVEN.items():
        duties = [duty for duty in gaps.missing if duty.basis == basis]
        if duties:
            yield Group("", given.said(city.lang))
        for duty in duties:
            number += 1
            clause = city.directive.clauses[duty.task]
            yield (
                str(number),
                quoted(clause, city.directive, city.lang),
                due_of(duty, city.directive, city.lang),
                _to_add(duty, city),
            )


def _contents(city: City) -> str:
    """Say once what the directive wants a plan to state."""
    contents = ", ".join(one_line(words) for words in city.directive.contents)
    if not contents:
        return ""
    return city.say(
        f"Theo Chỉ thị, kế hoạch cần xác định: {contents}.",
        f"By the directive a plan states: {contents}.",
    )


def _to_add(duty: DutyState, city: City) -> str:
    """Say what in the plan answers a task, and what of it must be named there."""
    clause = city.directive.clauses[duty.task]
    own = (row.met_by for row in clause.assign if row.unit == duty.unit and row.met_by)
    keys = next(own, clause.met_by)
    said = city.say(" hoặc ", " or ").join(
        _ANSWERS[key].said(city.lang).format(office=city.office.name) for key in keys
    )
    asked = asked_of(clause, duty.unit or "", city.lang)
    return _large(f"{said}; {asked}" if asked else said)


_ANSWERS = {
    MetBy.ACTION: Text(vi="bổ sung đầu việc đáp ứng nhiệm vụ", en="add an action that answers it"),
    MetBy.ISSUED: Text(
        vi="ban hành kế hoạch, ghi ngày ban hành", en="issue the plan and state the day"
    ),
    MetBy.CONTENTS: Text(
        vi="nêu mục tiêu và các đầu việc của đơn vị", en="state objectives and actions"
    ),
    MetBy.SENT: Text(vi="gửi kế hoạch, ghi nơi nhận là {office}", en="send it to the {office}"),
    MetBy.ORGANISATION: Text(
        vi="nêu tại phần Tổ chức thực hiện", en="state it under how the plan is carried out"
    ),
}


def wrong(gaps: Gaps, city: City) -> Part:
    """List what else is wrong, with the words that it rests on and what to write."""
    title = city.say("Nội dung cần chỉnh sửa, làm rõ", "What is to be corrected")
    columns = (
        Column(city.say("TT", "No"), 10, "center"),
        Column(city.say("Nội dung", "Finding"), 46),
        Column(city.say("Căn cứ trong Chỉ thị", "In the directive"), ROOM - 112),
        Column(city.say("Thời hạn", "Deadline"), 24),
        Column(city.say("Đề nghị", "To be written"), 32),
    )
    rows = [
        (str(number), *_finding(finding, gaps, city))
        for number, finding in enumerate(gaps.findings, 1)
    ]
    return title, [framed(table(columns, rows))] if rows else []


def _finding(finding: Finding, gaps: Gaps, city: City) -> tuple[str, ...]:
    lang, cite = city.lang, finding.citation
    said = f"{plain(finding.message(lang), 500)}{_where(finding, city)}"
    if finding.withheld:
        said += city.say(" (nội dung hạn chế)", " (restricted)")
    basis = f"{cite.address.said(lang)} ({cite.clause}):\n“{one_line(cite.quote)}”" if cite else ""
    duties = city.survey.by_task.get(finding.task or "", ())
    own = next((duty for duty in duties if duty.unit == gaps.row.unit.id), None)
    due = due_of(own, city.directive, lang) if own else ""
    return _large(said), _large(basis), due, _large(_advice(finding, city))


def _advice(finding: Finding, city: City) -> str:
    """Say what to write; words for whoever edits the file are none for a letter."""
    said = plain(finding.help(city.lang), 400)
    kept = [part for part in _ALTERNATIVES.split(said) if not _OF_THE_FILE.search(part)]
    return "; ".join(kept) or city.say(
        "chỉnh sửa theo nội dung và căn cứ đã nêu", "mend it as said beside"
    )


_ALTERNATIVES = pattern(r"; |, hoặc |, or ")
_OF_THE_FILE = pattern(r"`|\bhpd\b|[a-z_]{2,}:(?:\s|$)|[“\"][a-z_]+[”\"]|[“\"][a-z_]+:")


def _where(finding: Finding, city: City) -> str:
    """Say where in the unit's own file it stands."""
    place = finding.place
    name = plain(re.split(r"[\\/]", place.file)[-1], 80) if place.file else ""
    if place.cell and name:
        return city.say(f" (tệp {name}, ô {place.cell})", f" ({name}, cell {place.cell})")
    if place.span and name:
        line = place.span.line
        return city.say(f" (tệp {name}, dòng {line})", f" ({name}, line {line})")
    return ""


def _large(words: str) -> str:
    return words[:1].upper() + words[1:]
