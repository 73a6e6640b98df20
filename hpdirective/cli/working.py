"""Many plans looked at: results of earlier runs where they still hold, and several processes where they pay."""

import multiprocessing
import os
import signal
import threading
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace
from pathlib import Path

from hpdirective.checking import Examined
from hpdirective.cli.caching import Cache, stamp, usual_folder
from hpdirective.cli.opening import Desk, read_stdin, without_context
from hpdirective.cli.output import followed
from hpdirective.library import NotUsable, open_raw, shown
from hpdirective.packing import pack, unpack
from hpdirective.source import yaml
from hpdirective.source.document import Document

_PAYS = 100  # plans below which processes cost more than they save
_CHUNK = 32  # plans handed to a process at once, at most


def looked_at(
    desk: Desk, files: list[Path], stdin: str | None, *, jobs: int | None, cached: bool
) -> Iterator[Examined]:
    """Give what was found in file after file, their contexts left behind, in the order of the files, however many processes work.

    `jobs` is the number of processes; as many as there are processors, where the files are many, unless it is given.
    """
    if stdin is not None:
        yield without_context(
            desk.examine(yaml.read(stdin, read_stdin(desk.settings.bounds), desk.settings.bounds))
        )
    cache = _open_cache(desk) if cached else None
    several = min(jobs or _usual_jobs(len(files)), max(1, len(files)))
    if several > 1:
        yield from _together(desk, files, several, cache)
    else:
        yield from (_look_at(desk, file, cache) for file in followed(files))
    if cache:
        cache.prune()


def _usual_jobs(count: int) -> int:
    if count < _PAYS:
        return 1
    # os.process_cpu_count came with Python 3.13
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity else os.cpu_count() or 1


def _open_cache(desk: Desk) -> Cache | None:
    """Open the cache for all that the findings of a plan rest on besides its own bytes; none where that cannot be used, as a plan would say."""
    try:
        library, settings = desk.decided, desk.settings
    except NotUsable:
        return None
    data = [library.read.document.sha256, *(r.document.sha256 for r in library.register.reads)]
    terms = (
        desk.terms.settings,
        str(settings.include_restricted),
        desk.today.isoformat(),
    )
    return Cache(usual_folder(), stamp(*data, *terms))


def _look_at(desk: Desk, file: Path, cache: Cache | None) -> Examined:
    limits = desk.settings.bounds
    raw = open_raw(file, limits)
    if isinstance(raw, Document):
        return without_context(desk.examine(raw))
    name = shown(file)

    def found() -> Examined:
        return without_context(desk.examine(yaml.read(name, raw, limits)))

    return cache.examined(name, raw, found) if cache else found()


# --- several processes

_work: tuple[Desk, Cache | None] | None = None  # of a process that works for another


def _together(desk: Desk, files: list[Path], jobs: int, cache: Cache | None) -> Iterator[Examined]:
    """Share the files out to processes; what a process that died has left undone is done here."""
    size = max(1, min(_CHUNK, len(files) // (4 * jobs)))
    chunks = [files[at : at + size] for at in range(0, len(files), size)]
    done = 0
    pool = _pool(desk, jobs, cache)
    try:
        for chunk, found in zip(followed(chunks), pool.map(_look_at_all, chunks), strict=True):
            yield from map(unpack, found)
            done += len(chunk)
    except BrokenProcessPool:
        pass
    finally:
        pool.shutdown(cancel_futures=True)
    yield from (_look_at(desk, file, cache) for file in files[done:])


def _pool(desk: Desk, jobs: int, cache: Cache | None) -> ProcessPoolExecutor:
    global _work
    methods = multiprocessing.get_all_start_methods()
    if "fork" in methods and os.name == "posix" and os.uname().sysname == "Linux":
        _work = (desk, cache)  # handed on as it is, with all that is loaded
        context = multiprocessing.get_context("fork")
        return ProcessPoolExecutor(jobs, context, _serve)
    bare = replace(desk, _registers={})
    return ProcessPoolExecutor(jobs, None, _start, (bare, cache))


def _serve() -> None:
    """Leave ^C to the process that shares the work out, and end with it: one that is killed cannot say that nothing more will come."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    assert parent is not None
    parent.join()
    os._exit(1)


def _start(desk: Desk, cache: Cache | None) -> None:
    global _work
    _serve()
    _work = (desk, cache)


def _look_at_all(files: list[Path]) -> list[bytes]:
    assert _work is not None
    desk, cache = _work
    return [pack(_look_at(desk, file, cache)) for file in files]
