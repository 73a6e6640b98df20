"""Many plans looked at: results of earlier runs where they still hold, and several processes where they pay."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from hpdirective.checking import Examined
from hpdirective.cli.caching import Cache, usual_folder
from hpdirective.cli.fetching import Remote
from hpdirective.cli.looking import Place, Results, look_at
from hpdirective.cli.opening import Asked, Desk, read_stdin, without_context
from hpdirective.cli.output import followed
from hpdirective.disk import NotUsable
from hpdirective.packing import pack, unpack
from hpdirective.source import yaml

if TYPE_CHECKING:
    from concurrent.futures import ProcessPoolExecutor

_PAYS = 100  # plans below which processes cost more than they save
_CHUNK = 32  # plans handed to a process at once, at most


def looked_at(
    desk: Desk, files: list[Path], urls: list[Remote], stdin: str | None, asked: Asked
) -> Iterator[Examined]:
    """Give what was found in file after file, their contexts left behind, in the order of the files, however many processes work.

    Those are as many as are asked for, else as there are processors where the files are many; of a cluster, its workers.
    """
    if stdin is not None:
        yield without_context(
            desk.examine(yaml.read(stdin, read_stdin(desk.settings.bounds), desk.settings.bounds))
        )
    results = _open_results(desk) if asked.cached else None
    places: list[Place] = [*files, *urls]
    # what opens URLs has threads of its own, and a process with threads may not be forked
    several = 1 if urls else min(asked.jobs or _usual_jobs(len(files)), max(1, len(files)))
    if asked.executor and _usable(desk):
        from hpdirective.cli.clustering import looked_at_afar

        yield from looked_at_afar(desk, places, results, asked.executor)
    elif several > 1:
        yield from _together(desk, files, several, results)
    else:
        yield from (look_at(desk, place, results) for place in followed(places))
    if results:
        results.cache.prune(os.urandom(1)[0])


def _usual_jobs(count: int) -> int:
    if count < _PAYS:
        return 1
    # os.process_cpu_count came with Python 3.13
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity else os.cpu_count() or 1


def _usable(desk: Desk) -> bool:
    """Tell whether there is a library to hold plans against; the first plan would say why not."""
    try:
        return bool(desk.decided)
    except NotUsable:
        return False


def _open_results(desk: Desk) -> Results | None:
    """Open what was found in plans before; nothing where the data cannot be read, as a plan would say."""
    try:
        return Results(desk, Cache(usual_folder())) if desk.rests_on else None
    except (OSError, NotUsable):
        return None


# --- several processes

_work: tuple[Desk, Results | None] | None = None  # of a process that works for another


def _together(
    desk: Desk, files: list[Path], jobs: int, results: Results | None
) -> Iterator[Examined]:
    """Share the files out to processes; what one that died has left undone, or none could be started for, is done here."""
    from concurrent.futures.process import BrokenProcessPool

    size = max(1, min(_CHUNK, len(files) // (4 * jobs)))
    chunks = [files[at : at + size] for at in range(0, len(files), size)]
    done = 0
    pool = None
    try:
        pool = _pool(desk, jobs, results)
        for chunk, found in zip(followed(chunks), pool.map(_look_at_all, chunks), strict=True):
            yield from map(unpack, found)
            done += len(chunk)
    except (BrokenProcessPool, OSError):  # killed; or no more processes, open files, /dev/shm
        pass
    finally:
        if pool is not None:
            pool.shutdown(cancel_futures=True)
    yield from (look_at(desk, file, results) for file in files[done:])


def _pool(desk: Desk, jobs: int, results: Results | None) -> ProcessPoolExecutor:
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor

    global _work
    with suppress(NotUsable):  # what keeps it from being opened, the first plan says
        desk.decided  # noqa: B018  (once, for all of them)
    methods = multiprocessing.get_all_start_methods()
    if "fork" in methods and os.name == "posix" and os.uname().sysname == "Linux":
        _work = (desk, results)  # handed on as it is, with all that is loaded
        context = multiprocessing.get_context("fork")
        return ProcessPoolExecutor(jobs, context, _serve)
    bare = replace(desk, _registers={})
    return ProcessPoolExecutor(
        jobs, None, _start, (bare, results and Results(bare, results.cache))
    )


def _serve() -> None:
    """Leave ^C to the process that shares the work out, and end with it: one that is killed cannot say that nothing more will come."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    import multiprocessing

    parent = multiprocessing.parent_process()
    assert parent is not None
    parent.join()
    os._exit(1)


def _start(desk: Desk, results: Results | None) -> None:
    global _work
    _serve()
    _work = (desk, results)


def _look_at_all(files: list[Path]) -> list[bytes]:
    assert _work is not None
    desk, results = _work
    return [pack(look_at(desk, file, results)) for file in files]
