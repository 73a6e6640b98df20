"""What a command works on: settings, library, plans. Opened here, once, in the order in which they depend on each other."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec import Struct, field
from msgspec.structs import replace

from hpdirective import disk
from hpdirective.cli import shelving
from hpdirective.cli.caching import Cache, stamp, stamp_of_files, stamp_of_program, usual_folder
from hpdirective.cli.output import complain, followed
from hpdirective.cli.speech import LANG
from hpdirective.disk import NotUsable, SettingsFile
from hpdirective.settings import OF_RULES, Settings, SettingsError, chosen_rules, read_settings
from hpdirective.source.document import Document, Limits
from hpdirective.words import Lang, Text, nearest, one_line

# The models, the rules and the parser are loaded where the library is opened: help, settings and a run whose results are known do without.
if TYPE_CHECKING:
    from datetime import date

    from hpdirective.checking import Examined
    from hpdirective.coverage import Part
    from hpdirective.finding import Assessment, Rule, Terms
    from hpdirective.library import Library, Register
    from hpdirective.model.directive import Clause, Directive

STDIN = "-"


class Asked(Struct, frozen=True):
    """What `hpd validate` was asked to look at, and what to do with what it finds."""

    plans: tuple[str, ...]
    stdin: str = "<stdin>"
    baseline: str | None = None
    write_baseline: bool = False
    force: bool = False
    jobs: int | None = None
    cached: bool = True
    executor: str | None = None  # the address of a scheduler


class Desk(Struct, frozen=True, dict=True):
    """All that a command needs; the library is opened when it is first asked for."""

    settings: Settings
    found: SettingsFile
    today: date
    lang: Lang
    directive: str | None
    data: str | None
    annexes: tuple[str, ...] = ()
    cached: bool = False
    _registers: dict[Path, Register] = field(default_factory=dict)

    @cached_property
    def library(self) -> Library:
        """The directive, its annexes and the units. Raises NotUsable where they are broken."""
        shelf = self._recalled
        cache = self._cache()
        if shelf is None:
            shelf = self._open()
            if cache and self._data_stamp == self._stamp():
                shelving.remember(cache, self._data_stamp, shelf)
        if cache:
            shelving.remember_models(cache)
        if not gc.get_freeze_count():
            gc.freeze()  # what is here now stays, and need not be looked through again
            gc.set_threshold(50_000)  # plans leave little behind
        return shelf

    @cached_property
    def _recalled(self) -> Library | None:
        """The library as an earlier run has kept it, of the very bytes that `rests_on` says."""
        cache = self._cache()
        return shelving.recall(cache, self._data_stamp) if cache else None

    def _cache(self) -> Cache | None:
        """Open the cache, where the data can be read and this command may use what earlier runs left."""
        try:
            return Cache(usual_folder()) if self.cached and self._data_stamp else None
        except (OSError, NotUsable):
            return None

    def _open(self) -> Library:
        from hpdirective import library
        from hpdirective.checking import contradictions
        from hpdirective.supplying import supply

        with self.blaming(*self._keys_in_use()):
            shelf = library.open_library(self.directive, self.data)
        findings = contradictions(shelf)
        if findings:
            files = (found.place.file or "" for found in findings)
            raise NotUsable(library.broken_data(files), findings=findings)
        if not self.annexes:
            return shelf
        usual = tuple(map(self.found.beside, self.settings.annexes))
        with self.blaming(*(["annexes"] if self.annexes == usual else [])):
            annexes = library.open_annexes(self.annexes)
        return supply(shelf, annexes)

    @property
    def text(self) -> Directive:
        """The directive by itself, whatever its units are. Raises NotUsable where it is broken."""
        from hpdirective import library

        with self.blaming(*self._keys_in_use()):
            return library.open_directive(self.directive, self.data)

    def _keys_in_use(self) -> tuple[str, ...]:
        """Give the keys of the settings that say where the data lies, none where an option says it."""
        data, directive = self.settings.data, self.settings.directive
        held = {
            "data": data and self.found.beside(data) == self.data,
            "directive": directive and _path_beside(self.found, directive) == self.directive,
        }
        return tuple(key for key, used in held.items() if used)

    @contextmanager
    def blaming(self, *keys: str) -> Iterator[None]:
        """Name the settings and their keys where what these name cannot be opened; a file that is broken is named itself."""
        try:
            yield
        except NotUsable as error:
            if not keys or self.found.path is None or error.reads or error.findings:
                raise
            file, said = disk.shown(self.found.path), ", ".join(keys)
            raise NotUsable(
                Text(
                    vi=f"{error.text.vi}; xem khóa {said} trong {file}",
                    en=f"{error.text.en}; see the key {said} in {file}",
                )
            ) from None

    @cached_property
    def rests_on(self) -> str:
        """The digest of all that findings rest on besides the plans: data, settings, day, program. Raises OSError, NotUsable where data cannot be read."""
        said = (repr(self.settings), self.today.isoformat())
        return stamp(self._data_stamp, *said)

    @cached_property
    def unchanged(self) -> bool:
        """Whether the data, once opened, is still what `rests_on` says."""
        try:
            return self._recalled is not None or self._stamp() == self._data_stamp
        except (OSError, NotUsable):
            return False

    @cached_property
    def _data_stamp(self) -> str:
        return self._stamp()

    def _stamp(self) -> str:
        """Give the digest of the program, and of every file that the library is read from."""
        folder = Path(self.data) if self.data else disk.data_folder()
        named = Path(self.directive or "")
        data = [
            *([named] if named.is_file() else []),
            *sorted(folder.glob("*.y*ml")),
            *sorted(folder.glob("units/*.y*ml")),
        ]
        annexes = disk.find_plans(self.annexes)
        # by name too: one that is not there has no bytes, and is to be said each time
        names = str((self.directive, *self.annexes))
        return stamp(stamp_of_program(), stamp_of_files([*data, *annexes]), names)

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

    def folder_of(self, file: str) -> Path:
        """Give the folder of data that a file of data belongs to."""
        from hpdirective import library

        return library.folder_of(Path(file)) or Path(self.data or disk.data_folder())

    def register(self, file: str) -> Register:
        """Give the units that a file of data is held against: those of its own folder, else those in use."""
        from hpdirective import library

        folder = self.folder_of(file)
        if folder not in self._registers:
            self._registers[folder] = library.open_folder(folder)
        return self._registers[folder]

    def plans(self, arguments: list[str] | None) -> tuple[str, ...]:
        """Give where plans are looked for: arguments, the settings, else ./plans."""
        if arguments:
            return tuple(arguments)
        if self.settings.plans:
            return tuple(self.found.beside(name) for name in self.settings.plans)
        return (disk.PLANS_FOLDER,)

    def examined(self, files: list[Path], stdin: str | None = None) -> Iterator[Examined]:
        """Open and examine file after file, so that memory does not grow with their number.

        Data files are held against themselves alone, so that broken data can be looked at.
        """
        from hpdirective import library
        from hpdirective.source import yaml

        if stdin is not None:
            yield self.examine(
                yaml.read(stdin, read_stdin(self.settings.bounds), self.settings.bounds)
            )
        for file in followed(files):
            yield self.examine(library.open_document(file, self.settings.bounds))

    def examine(self, document: Document) -> Examined:
        """Examine one opened file."""
        from hpdirective.checking import examine, examine_data, is_data

        if is_data(document):
            return examine_data(document, self.register(document.file), self.settings)
        return examine(document, self.decided, self.settings, self.today)

    def assess(self, examined: Iterable[Examined]) -> Assessment:
        """Gather what was found, by the roster where the settings say that these are the plans of a city; a run on data alone names no directive."""
        from hpdirective.checking import check, gathered, terms
        from hpdirective.gathering import gather, with_city, without_city
        from hpdirective.packing import hold
        from hpdirective.reading import KINDS

        if self.settings.roster:
            whole = list(examined)
            found = check(whole, terms(self.decided.directive, *self._said), self.settings)
            return with_city(found, gather(whole, self.decided, *self._said))
        files, seen = hold(examined, self.settings)
        only_data = all(one.checked.kind in KINDS and one.checked.kind != "plan" for one in seen)
        directive = None if only_data else self.library.directive
        found = gathered(files, seen, terms(directive, *self._said), self.settings)
        return without_city(found, seen, self.settings)

    @property
    def terms(self) -> Terms:
        """What the reports of a run on plans rest on."""
        from hpdirective.checking import terms

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
    cached: bool = True,
    **options: Any,
) -> Desk:
    """Read the settings and lay out what a command works on. Raises SettingsError.

    No annexes are taken in where `annexes` is None; those of the settings where it is empty. `cached` lets it take up what an earlier run has left: the compiled models, and the library, all but where in its files things stand.
    """
    if cached:
        shelving.offer_models()
    found = disk.find_settings()
    settings = _settle(found, options)
    if directive is None and settings.directive:
        directive = _path_beside(found, settings.directive)
    folder = data or (settings.data and found.beside(settings.data)) or _folder_of(directive)
    usual = () if annexes is None else tuple(found.beside(name) for name in settings.annexes)
    named = tuple(annexes or ()) or usual
    today = as_of or disk.today()
    return Desk(settings, found, today, lang or LANG, directive, folder, named, cached)


def find_files(
    desk: Desk, arguments: list[str] | None, *, required: bool, told: bool = True
) -> tuple[list[Path], tuple[str, ...]]:
    """Give the plans to read, and where they were looked for; what there is not read is `told` on standard error.

    Raises NotUsable where an argument cannot be opened, or nothing was found and something is required.
    """
    places = desk.plans(arguments)
    named = bool(arguments or desk.settings.plans)
    usual = [place for place in places if place != STDIN and (named or Path(place).is_dir())]
    with desk.blaming(*([] if arguments or not desk.settings.plans else ["plans"])):
        files = disk.find_plans(usual)
        others = disk.passed_over(usual) if told else []
    if others:
        complain(f"hpd: {_not_read(others).said(desk.lang)}\n")
    if required and not files and STDIN not in places:
        where = ", ".join(places)
        raise NotUsable(
            Text(
                vi=f"không tìm thấy kế hoạch nào; đã tìm trong: {where}",
                en=f"no plan was found; looked in: {where}",
            )
        )
    return files, places


def _not_read(files: list[Path]) -> Text:
    """Say which files lie among the plans and are no plans to this program: nobody is to think that they were looked at."""
    names = ", ".join(one_line(disk.shown(file)) for file in files[:_NAMED])
    rest = len(files) - _NAMED
    vi, en = (f" và {rest} tệp khác", f" and {rest} more") if rest > 0 else ("", "")
    return Text(
        vi=f"có {len(files)} tệp không được đọc vì không phải tệp YAML (.yaml, .yml): {names}{vi}; nội dung các tệp này không được tính",
        en=f"not read, being no YAML (.yaml, .yml): {names}{en}; what stands in them was not counted",
    )


_NAMED = 10  # files that a person still reads one by one


def find_part(desk: Desk, basis: str | None, section: str | None) -> Part:
    """Give the part of the duties that a measurement is confined to; raises NotUsable for a section that does not exist."""
    from hpdirective.answering import task_id
    from hpdirective.coverage import Part

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
        found.append((stdin, None, read_stdin(desk.settings.bounds)))
    for file in files:
        found.append((disk.shown(file), file, disk.open_bytes(file, desk.settings.bounds)))
    return found


def find_rule(wanted: str) -> Rule:
    """Give a rule by id or name; raises NotUsable with the nearest."""
    from hpdirective import catalogue

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
    rules: tuple[Rule, ...] = ()
    if any(found.table.get(key) or options.get(key) for key in OF_RULES):
        from hpdirective import catalogue

        rules = tuple(check.RULE for check in catalogue.ALL)
    try:
        table = read_settings(found.table, rules)
    except SettingsError as error:
        file = disk.shown(found.path) if found.path else disk.SETTINGS_FILE
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


def _folder_of(directive: str | None) -> str | None:
    """Give the folder of data that a directive named by its file lies in: the units beside it are those that it speaks to."""
    file = Path(directive or "")
    if not file.is_file():
        return None
    from hpdirective import library

    folder = library.folder_of(file)
    return str(folder) if folder else None


def _path_beside(found: SettingsFile, directive: str) -> str:
    """Take a directive of the settings as a path beside them, where there is such a file; else as an id."""
    beside = found.beside(directive)
    return beside if Path(beside).is_file() else directive


def find_task(desk: Desk, wanted: str) -> tuple[Clause, ...]:
    """Give a clause, or those of a paragraph; raises NotUsable with the nearest."""
    from hpdirective.answering import task_id

    directive = desk.library.directive
    id = task_id(wanted)
    found = directive.expand(id)
    if found:
        return found
    raise no_task(directive, wanted)


def no_task(directive: Directive, wanted: str) -> NotUsable:
    """Say that the directive has no such task, and which are nearest."""
    from hpdirective.answering import task_id

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
