"""The shipped data: the whole text, every number held once, every unit known."""

import hashlib
import re
from collections import Counter

import pytest

from hpdirective import answering
from hpdirective.answering import Duty
from hpdirective.library import Library
from hpdirective.model import official
from hpdirective.model.directive import Basis, Clause, DueBasis, Kind, MetBy, Role
from hpdirective.words import bare, fold

# SHA-256 of the normal form of the official text, taken from the document itself.
OFFICIAL = "fb2c834f1bc70808b1180c2b0b61d918aa09ab3f828dcd2cab97ad61943fb49c"
CLAUSES = 186
# SHA-256 of the fixed cuts, "id<TAB>text" line by line: plans cite these ids.
CUTS = "98b464beac5a969b543f4197c17abbb2f0e8fa3f2658932643d99052654f1af2"


def test_tree_rebuilds_the_official_text(library: Library) -> None:
    assert official.digest(official.rebuilt(library.directive)) == OFFICIAL
    assert library.directive.sha256 == OFFICIAL


def test_one_letter_changed_is_found(library: Library) -> None:
    text = official.rebuilt(library.directive)
    at = text.index("21 công viên")
    found = official.difference(library.directive, text[:at] + "22" + text[at + 2 :])
    assert found is not None
    assert found.clause == "II.4.2.4"
    assert "22 công viên" in found.official
    assert "21 công viên" in found.tree


def test_text_that_stops_short_differs(library: Library) -> None:
    text = official.rebuilt(library.directive)
    assert official.difference(library.directive, text[:-5]) is not None
    assert official.difference(library.directive, text + " thêm") is not None
    assert official.difference(library.directive, "") is not None


def test_ids_follow_the_text(library: Library) -> None:
    directive = library.directive
    for part in directive.parts:
        for at, section in enumerate(part.sections, 1):
            assert section.id == f"{part.id}.{at}"
            for number, paragraph in enumerate(section.paragraphs, 1):
                assert paragraph.id == f"{section.id}.{number}"
                ids = [clause.id for clause in paragraph.clauses]
                assert ids == [f"{paragraph.id}.{n}" for n in range(1, len(ids) + 1)]


def test_every_number_is_held_exactly_once(library: Library) -> None:
    for clause in library.directive.clauses.values():
        held = _held(clause)
        for token in re.finditer(r"\d+", clause.text):
            count = sum(1 for start, end in held if start <= token.start() and token.end() <= end)
            assert count == 1, f"{clause.id}: {token[0]!r} is held {count} times"


def _held(clause: Clause) -> list[tuple[int, int]]:
    """Give the stretches of the words that due, start, indicators, items, references, horizons and marks hold, each once."""
    words = [item.words or item.text for item in clause.items]
    words += [i.text or "" for i in clause.indicators]
    words += [r.text for r in clause.references] + [h.text for h in clause.horizons]
    words += [m.text for m in clause.marks]
    words += [x.text for x in (clause.due, clause.start) if x and x.text]
    words += [row.due.text for row in clause.assign if row.due and row.due.text]
    taken: list[tuple[int, int]] = []
    for word in sorted(words, key=len, reverse=True):
        for found in re.finditer(rf"(?<!\w){re.escape(word)}(?!\w)", clause.text):
            if not any(found.start() < end and start < found.end() for start, end in taken):
                taken.append(found.span())
                break
        else:
            pytest.fail(f"{clause.id}: “{word}” is not in the words, or is held twice")
    return taken


def test_assignments_name_known_units_and_say_what_they_rest_on(library: Library) -> None:
    units = library.units
    for clause in library.directive.clauses.values():
        for row in clause.assign:
            assert (row.unit is None) != (row.group is None), clause.id
            assert row.unit in units.by_id if row.unit else row.group in units.groups, (
                clause.id,
                row,
            )
            assert bool(row.source) == (row.basis is Basis.FUNCTION), (clause.id, row)
            assert bool(row.reason) == (row.basis is Basis.READING), (clause.id, row)
            if row.basis is Basis.FUNCTION:
                assert row.unit
                assert row.source in {f.source for f in units.by_id[row.unit].functions}
            if row.unit and units.by_id[row.unit].type == "doan-the":
                assert row.role is Role.SUPPORT
        twice = Counter(row.unit or row.group for row in clause.assign)
        assert max(twice.values(), default=1) == 1, clause.id


def test_every_task_has_its_leads(library: Library) -> None:
    for clause in library.directive.clauses.values():
        leads = [row for row in clause.assign if row.role is Role.LEAD]
        if clause.kind is Kind.ORIENT:
            assert clause.realised_by
            assert not clause.assign
            assert set(clause.realised_by) <= set(library.directive.clauses)
        elif clause.kind is not Kind.CONTEXT:
            assert leads, clause.id
            assert len(leads) == 1 or all(row.scope for row in leads), clause.id


def test_dates_are_where_the_design_puts_them(library: Library) -> None:
    clauses = library.directive.clauses
    issued, report = clauses["III.1.2.1"].due, clauses["III.1.4.2"].due
    assert issued
    assert report
    assert (issued.before, issued.basis) == (issued.day, DueBasis.TEXT)
    assert (issued.day.isoformat(), report.day.isoformat()) == ("2023-02-15", "2023-11-20")
    for clause in clauses.values():
        asks = clause.kind in (Kind.DELIVER, Kind.STUDY, Kind.REPORT)
        assert asks == bool(clause.due) or clause.id == "III.1.2.2", clause.id
        assert clause.title
        assert clause.title.vi
        assert clause.title.en
        assert clause.met_by


def test_clauses_are_all_there(library: Library) -> None:
    assert len(library.directive.clauses) == CLAUSES
    lines = "\n".join(f"{id}\t{c.text}" for id, c in library.directive.clauses.items())
    assert hashlib.sha256(lines.encode()).hexdigest() == CUTS
    assert len({fold(c.name.vi) for c in library.directive.clauses.values()}) >= CLAUSES - 2


def test_settlement_target_is_strict(library: Library) -> None:
    _, indicator = library.directive.indicators["giai-quyet-khieu-nai-to-cao"]
    assert indicator.required.op == ">"
    assert indicator.required.value == 85


def test_names_fit_one_unit_only(library: Library) -> None:
    units = library.units
    for fit in (fold, bare):
        owners: dict[str, str] = {}
        for unit in units:
            title = unit.name
            symbols = [s for s in unit.symbols if s != "UBND"]
            for name in {
                fit(n) for n in (unit.id, *unit.aliases, *symbols, title.vi if title else "")
            }:
                assert owners.setdefault(name, unit.id) == unit.id, name
        for group in units.groups.values():
            for name in {fit(n) for n in (*group.aliases, group.id)}:
                assert owners.setdefault(name, group.id) == group.id, name


def test_groups_hold_known_units(library: Library) -> None:
    units = library.units
    assert set(units.members("all")) == {u.id for u in units if u.submits == "required"}
    for id in units.groups:
        assert set(units.members(id)) <= set(units.by_id)


def test_mentions_stand_in_the_words(library: Library) -> None:
    for clause in library.directive.clauses.values():
        for mention in clause.mentions:
            assert mention.text in clause.text
            assert (mention.unit in library.units.by_id) or (mention.group in library.units.groups)


def test_strongest_row_wins(library: Library) -> None:
    def duty(unit: str, task: str) -> Duty:
        given = answering.duties(library.directive, library.units, library.units.by_id[unit])
        return next(d for d in given if d.id == task)

    assert duty("VPUBND", "III.1.2.3").basis is Basis.NAMED
    assert duty("VPUBND", "III.1.2.3").met_by == (MetBy.ACTION,)
    assert duty("SoTC", "III.1.2.3").basis is Basis.ALL
    assert duty("SoTTTT", "III.3.1.1").role is Role.LEAD
    assert duty("SoTC", "III.3.1.1").role is Role.SUPPORT
    assert duty("HuyenCatHai", "II.4.4.1").basis is Basis.PLACE
