"""What `hpd lsp` gives the server: a desk turned into a bench, again where the disk has changed, and the server itself where it is installed."""

import logging
import os
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

from msgspec.structs import replace

from hpdirective import baselining, disk, library
from hpdirective.checking import is_data
from hpdirective.cli.opening import Desk
from hpdirective.cli.refusals import refusal
from hpdirective.cli.stamping import Stamps, files_of, stamp_of, stamps, stamps_of
from hpdirective.disk import NotUsable
from hpdirective.editor.bench import Bench, Renewed, Seen
from hpdirective.settings import SettingsError
from hpdirective.source.document import Document
from hpdirective.words import Text


def open_server() -> Callable[[Bench, Callable[[], Renewed]], int]:
    """Give what serves an editor. Raises NotUsable where the extra that it needs is not installed, or nothing can be said or heard."""
    if sys.stdin is None or sys.stdout is None:  # `hpd lsp <&-`
        raise NotUsable(
            Text(
                vi="máy chủ nói chuyện với trình soạn thảo qua đầu vào và đầu ra chuẩn, mà một trong hai đã bị đóng",
                en="the server speaks with an editor over standard input and output, of which one is closed",
            )
        )
    try:
        from hpdirective.editor.server import serve
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] == "hpdirective":
            raise
        raise NotUsable(
            Text(
                vi="máy chủ cho trình soạn thảo chưa được cài; cài bằng: pip install 'hpdirective[editor]'",
                en="the server for editors is not installed; install it with: pip install 'hpdirective[editor]'",
            )
        ) from None
    if not os.environ.get("HPD_TRACEBACK"):
        logging.getLogger().addHandler(
            logging.NullHandler()
        )  # what goes wrong is told to the editor
    return serve


class Renewal:
    """Opens the bench, and opens it anew where what it rests on has changed; what cannot be used is said once, and the bench before it stays."""

    def __init__(self, look: Callable[[], Desk], as_of: date | None) -> None:
        self._look, self._as_of = look, as_of
        self._before: Stamps | None = None
        self._said = ""
        self._beside: set[Path] = set()
        self._desk = look()

    def open(self) -> Bench:
        """Open the bench. Raises NotUsable where the data is broken, SettingsError where the settings are."""
        self._before = self._stamps()
        return open_bench(self._desk, self._also)

    def __call__(self) -> Renewed:
        """Give a bench of what has changed since the last look, or say why it cannot be used."""
        before, self._before = self._before, None  # what cannot be stamped is tried again
        try:
            self._before = self._stamps()
            if self._before == before:
                return None
            self._desk = self._look()
            bench = self.open()
        except (NotUsable, SettingsError, OSError) as error:
            said = refusal(error).rstrip("\n")
            found, self._said = None if said == self._said else said, said
            return found
        self._said = ""
        return bench

    def _also(self, folder: Path) -> None:
        """Look at a folder of data too that is not the one in use, before it is read: a file of it is open."""
        if folder not in self._beside:
            self._beside.add(folder)
            if self._before is not None:
                self._before |= stamps_of(files_of(folder))

    def _stamps(self) -> Stamps:
        record = self._desk.baseline(None, required=False)
        found = stamps(self._desk, record, self._as_of or disk.today())
        return found | stamps_of(file for folder in self._beside for file in files_of(folder))


def open_bench(desk: Desk, also: Callable[[Path], None] = lambda _: None) -> Bench:
    """Lay out what the server works with; `also` is told of each folder of data that an open file is held against. Raises NotUsable where the data is broken."""
    # the compiled library does not know where in its files things stand
    desk = replace(desk, cached=False)
    shelf = desk.decided
    record = desk.baseline(None, required=False)
    known = library.open_baseline(record, shelf.directive) if record else None
    folder = Path.cwd()  # it may be gone when an answer is wanted
    files = (one.document.file for one in (shelf.read, *shelf.register.reads))
    before = {file: stamp_of(folder / file) for file in files}

    def examine(document: Document) -> Seen:
        if is_data(document):
            also(desk.folder_of(document.file))
        one = desk.examine(document)
        assessment = desk.assess([one])
        if known is not None:
            assessment = baselining.without(assessment, known, desk.settings)
        here = (f for f in assessment.findings if f.place.file == document.file)
        return Seen(tuple(here), ignorable=one.context is not None)

    def locate(file: str) -> str | None:
        path = folder / file
        return path.as_uri() if stamp_of(path) == before[file] else None

    return Bench(shelf, desk.lang, examine, _name, locate, desk.settings.bounds)


def _name(path: str) -> str:
    return disk.shown(Path(path))
