"""What `hpd lsp` gives the server: a desk turned into a bench, and the server itself where it is installed."""

import logging
import os
import sys
from collections.abc import Callable
from pathlib import Path

from msgspec.structs import replace

from hpdirective import baselining, disk, library
from hpdirective.cli.opening import Desk
from hpdirective.disk import NotUsable
from hpdirective.editor.bench import Bench, Seen
from hpdirective.source.document import Document
from hpdirective.words import Text


def open_server() -> Callable[[Bench], int]:
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


def open_bench(desk: Desk) -> Bench:
    """Lay out what the server works with. Raises NotUsable where the data is broken."""
    # the compiled library does not know where in its files things stand
    desk = replace(desk, cached=False)
    shelf = desk.decided
    record = desk.baseline(None, required=False)
    known = library.open_baseline(record, shelf.directive) if record else None

    def examine(document: Document) -> Seen:
        one = desk.examine(document)
        assessment = desk.assess([one])
        if known is not None:
            assessment = baselining.without(assessment, known, desk.settings)
        here = (f for f in assessment.findings if f.place.file == document.file)
        return Seen(tuple(here), ignorable=one.context is not None)

    return Bench(shelf, desk.lang, examine, _name, _locate)


def _name(path: str) -> str:
    return disk.shown(Path(path))


def _locate(file: str) -> str:
    return Path(file).absolute().as_uri()
