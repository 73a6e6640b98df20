"""What a command works on: settings, library, plans. Opened here, once, in the order in which they depend on each other."""

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from hpdirective import catalogue, library
from hpdirective.answering import task_id
from hpdirective.checking import (
    Examined,
    check,
    contradictions,
    examine,
    examine_data,
    is_data,
    terms,
)
from hpdirective.cli.output import followed
from hpdirective.cli.speech import LANG
from hpdirective.finding import Assessment, Part, Rule, Terms
from hpdirective.gathering import gather, with_city, without_city
from hpdirective.library import Library, NotUsable, Register, SettingsFile
from hpdirective.model.directive import Clause, Directive
from hpdirective.reading import KINDS
from hpdirective.settings import Settings, SettingsError, chosen_rules, read_settings
from hpdirective.source import yaml
from hpdirective.source.document import Document, Limits
from hpdirective.supplying import supply
from hpdirective.words import Lang, Text, nearest

STDIN = "-"


@dataclass(frozen=True, slots=True)
class Asked:
    """What `hpd validate` was asked to look at, and what to do with what it finds."""

    plans: tuple[str, ...]
    stdin: str
    baseline: str | None
    write_baseline: bool
    force: bool
    jobs: int | None = None
    cached: bool = True
    executor: str | None = None  # the address of a scheduler


@dataclass(frozen=True)
class Desk:
    """All that a command needs; the library is opened when it is first asked for."""

    settings: Settings
    found: SettingsFile
    today: date
    lang: Lang
    directive: str | None
    data: str | None
    annexes: tuple[str, ...] = ()
    _registers: dict[Path, Register] = field(default_factory=dict)

    @cached_property
    def library(self) -> Library:
        """The directive, its annexes and the units. Raises NotUsable where they are broken."""
        shelf = library.open_library(self.directive, self.data)
        findings = contradictions(shelf)
        if findings:
            files = (found.place.file or "" for found in findings)
            raise NotUsable(library.broken_data(files), findings=findings)
        return supply(shelf, library.open_annexes(self.annexes)) if self.annexes else shelf

    @cached_property
    def decided(self) -> Library:
        """The library, to hold plans against. Raises NotUsable where a draft leaves something to decide."""
        drafted = self.library.directive
        left = sum(len(clause.todo) for clause in drafted.clauses.values()) + len(drafted.todo)
        if left:
            file = self.library.read.document.file
            raise NotUsable(
                Text(
                    vi=f"{file} còn {left} chỗ chưa quyết định (todo), chưa dùng để đối chiếu kế hoạch được; `hpd validate {file}` liệt kê từng chỗ",
                    en=f"{file} leaves {left} places to decide (todo), so no plan can be checked by it yet; `hpd validate {file}` lists them",
                )
            )
        return self.library

    def baseline(self, named: str | None, *, required: bool) -> str | None:
        """Give the file of the baseline: the one that is named, else that of the settings. Raises NotUsable where one is required and there is none."""
        usual = self.settings.baseline and self.found.beside(self.settings.baseline)
        if required and not (named or usual):
            raise NotUsable(
                Text(
                    vi="--write-baseline cần --baseline TỆP, hoặc khóa “baseline” trong cấu hình, để biết ghi vào đâu",
                    en="--write-baseline needs --baseline FILE, or the key “baseline” in the settings, to know where to write",
                )
            )
        return named or usual or None

    def register(self, file: str) -> Register:
        """Give the units that a file of data is held against: those of its own folder, else those in use."""
        folder = library.folder_of(Path(file)) or Path(self.data or library.data_folder())
        if folder not in self._registers:
            self._registers[folder] = library.open_register(folder)
        return self._registers[folder]

    def plans(self, arguments: list[str] | None) -> tuple[str, ...]:
        """Give where plans are looked for: arguments, the settings, else ./plans."""
        if arguments:
            return tuple(arguments)
        if self.settings.plans:
            return tuple(self.found.beside(name) for name in self.settings.plans)
        return (library.PLANS_FOLDER,)

    def examined(self, files: list[Path], stdin: str | None = None) -> Iterator[Examined]:
        """Open and examine file after file, so that memory does not grow with their number.

        Data files are held against themselves alone, so that broken data can be looked at.
        """
        if stdin is not None:
            yield self.examine(
                yaml.read(stdin, read_stdin(self.settings.bounds), self.settings.bounds)
            )
        for file in followed(files):
            yield self.examine(library.open_document(file, self.settings.bounds))

    def examine(self, document: Document) -> Examined:
        """Examine one opened file."""
        if is_data(document):
            return examine_data(document, self.register(document.file), self.settings)
        return examine(document, self.decided, self.settings, self.today)

    def assess(self, examined: Iterable[Examined]) -> Assessment:
        """Gather what was found, by the roster where the settings say that these are the plans of a city; a run on data alone names no directive."""
        if self.settings.roster:
            whole = list(examined)
            found = check(whole, terms(self.decided.directive, *self._said), self.settings)
            return with_city(found, gather(whole, self.decided, *self._said))
        seen = list(map(without_context, examined))
        only_data = all(one.checked.kind in KINDS and one.checked.kind != "plan" for one in seen)
        directive = None if only_data else self.library.directive
        found = check(seen, terms(directive, *self._said), self.settings)
        return without_city(found, self.settings)

    @property
    def terms(self) -> Terms:
        """What the reports of a run on plans rest on."""
        return terms(self.decided.directive, *self._said)

    @property
    def _said(self) -> tuple[Settings, date]:
        return self.settings, self.today


def without_context(examined: Examined) -> Examined:
    """Leave the context of a plan behind, so that memory does not grow with the number of plans."""
    return replace(examined, context=None)


def read_stdin(limits: Limits | None = None) -> bytes:
    """Give what comes from standard input."""
    return sys.stdin.buffer.read((limits or Limits()).bytes + 1) if sys.stdin else b""


def open_desk(
    *,
    directive: str | None = None,
    data: str | None = None,
    annexes: list[str] | None = None,
    as_of: date | None = None,
    lang: Lang | None = None,
    **options: Any,
) -> Desk:
    """Read the settings and lay out what a command works on. Raises SettingsError.

    No annexes are taken in where `annexes` is None; those of the settings where it is empty.
    """
    found = library.find_settings()
    settings = _settle(found, options)
    if directive is None and settings.directive:
        directive = _path_beside(found, settings.directive)
    folder = data or (settings.data and found.beside(settings.data))
    usual = () if annexes is None else tuple(found.beside(name) for name in settings.annexes)
    named = tuple(annexes or ()) or usual
    return Desk(settings, found, as_of or library.today(), lang or LANG, directive, folder, named)


def find_files(
    desk: Desk, arguments: list[str] | None, *, required: bool
) -> tuple[list[Path], tuple[str, ...]]:
    """Give the plans to read, and where they were looked for.

    Raises NotUsable where an argument cannot be opened, or nothing was found and something is required.
    """
    places = desk.plans(arguments)
    named = bool(arguments or desk.settings.plans)
    usual = [place for place in places if place != STDIN and (named or Path(place).is_dir())]
    files = library.find_plans(usual)
    if required and not files and STDIN not in places:
        where = ", ".join(places)
        raise NotUsable(
            Text(
                vi=f"không tìm thấy kế hoạch nào; đã tìm trong: {where}",
                en=f"no plan was found; looked in: {where}",
            )
        )
    return files, places


def find_part(desk: Desk, basis: str | None, section: str | None) -> Part:
    """Give the part of the duties that a measurement is confined to; raises NotUsable for a section that does not exist."""
    if section is None:
        return Part(basis)
    directive = desk.library.directive
    id = task_id(section)
    if not directive.under(id):
        raise no_task(directive, section)
    return Part(basis, directive.spelled(id))


def find_raw(
    desk: Desk, arguments: list[str] | None, stdin: str
) -> list[tuple[str, Path | None, bytes]]:
    """Give the plans as bytes, each with its name and where it lies, None for standard input.

    Raises NotUsable where one cannot be opened, or none was found.
    """
    files, places = find_files(desk, arguments, required=True)
    found: list[tuple[str, Path | None, bytes]] = []
    if STDIN in places:
        found.append((stdin, None, read_stdin()))
    for file in files:
        found.append((library.shown(file), file, library.open_bytes(file)))
    return found


def find_rule(wanted: str) -> Rule:
    """Give a rule by id or name; raises NotUsable with the nearest."""
    rules = {rule.RULE.id: rule.RULE for rule in catalogue.ALL}
    by_name = {rule.name: rule for rule in rules.values()}
    found = rules.get(wanted.upper()) or by_name.get(wanted.lower())
    if found:
        return found
    close = ", ".join(nearest(wanted, [*rules, *by_name]))
    raise NotUsable(
        Text(
            vi=f"không có quy tắc “{wanted}”" + (f"; gần nhất là {close}" if close else ""),
            en=f"there is no rule “{wanted}”" + (f"; did you mean {close}?" if close else ""),
        )
    )


def _settle(found: SettingsFile, options: dict[str, Any]) -> Settings:
    rules = tuple(check.RULE for check in catalogue.ALL)
    try:
        table = read_settings(found.table, rules)
    except SettingsError as error:
        file = library.shown(found.path) if found.path else library.SETTINGS_FILE
        raise SettingsError(
            Text(vi=f"{file}: {error.text.vi}", en=f"{file}: {error.text.en}")
        ) from None
    given = merged(table, options)
    for name in ("select", "ignore"):
        given[name] = chosen_rules(f"--{name}", given.get(name, ()), rules)
    return Settings(**given)


def merged(table: dict[str, Any], options: dict[str, Any]) -> dict[str, Any]:
    """Let the options that were given take the place of the settings."""
    given = {name: value for name, value in options.items() if value not in (None, [], (), False)}
    for name in ("select", "ignore"):
        if name in given:
            given[name] = tuple(part for value in given[name] for part in value.split(",") if part)
    return {**table, **given}


def _path_beside(found: SettingsFile, directive: str) -> str:
    """Take a directive of the settings as a path beside them, where there is such a file; else as an id."""
    beside = found.beside(directive)
    return beside if Path(beside).is_file() else directive


def find_task(desk: Desk, wanted: str) -> tuple[Clause, ...]:
    """Give a clause, or those of a paragraph; raises NotUsable with the nearest."""
    directive = desk.library.directive
    id = task_id(wanted)
    found = directive.expand(id)
    if found:
        return found
    raise no_task(directive, wanted)


def no_task(directive: Directive, wanted: str) -> NotUsable:
    """Say that the directive has no such task, and which are nearest."""
    id = task_id(wanted)
    close = ", ".join(directive.within(id) or nearest(id, directive.clauses))
    return NotUsable(
        Text(
            vi=f"chỉ thị không có nhiệm vụ “{wanted}”"
            + (f"; gần nhất là {close}" if close else ""),
            en=f"the directive has no task “{wanted}”"
            + (f"; did you mean {close}?" if close else ""),
        )
    )
