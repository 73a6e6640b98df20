"""The shipped data: the official text, the fixed cuts, and no finding of any rule, information included."""

import hashlib

from hpdirective import answering
from hpdirective.answering import Duty
from hpdirective.checking import examine_data
from hpdirective.disk import data_folder
from hpdirective.library import Library, open_document, open_register
from hpdirective.model import official
from hpdirective.model.directive import Basis, DueBasis, Kind, MetBy, Role
from hpdirective.settings import Settings
from hpdirective.words import bare, fold

# SHA-256 of the normal form of the official text, taken from the document itself.
OFFICIAL = "fb2c834f1bc70808b1180c2b0b61d918aa09ab3f828dcd2cab97ad61943fb49c"
CLAUSES = 186
# SHA-256 of the fixed cuts, "id<TAB>text" line by line: plans cite these ids.
CUTS = "98b464beac5a969b543f4197c17abbb2f0e8fa3f2658932643d99052654f1af2"


def test_data_is_clean() -> None:
    register = open_register(data_folder())
    files = sorted(data_folder().rglob("*.yaml"))
    assert len(files) > len(register.units)
    for file in files:
        found = examine_data(open_document(file), register, Settings()).checked
        assert found.readable
        assert [(f.rule.id, f.place.span) for f in found.findings] == [], file


def test_bare_names_fit_one_unit_only(library: Library) -> None:
    owners: dict[str, set[str]] = {}
    for key, ids in library.register.owners.items():
        owners.setdefault(bare(key), set()).update(ids)
    assert [names for names in owners.values() if len(names) > 1] == []


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


def test_groups_hold_known_units(library: Library) -> None:
    units = library.units
    assert set(units.members("all")) == {u.id for u in units if u.submits == "required"}


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
