"""What `hpd validate` does once its options are read: check, put on record, write, and again where a file changes."""

import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NoReturn

from hpdirective import baselining, library
from hpdirective.cli.destinations import Destination, put
from hpdirective.cli.exits import Exit
from hpdirective.cli.fetching import find_remote, is_url
from hpdirective.cli.opening import STDIN, Asked, Desk, find_files
from hpdirective.cli.output import clear, complain, write
from hpdirective.cli.refusals import refusal
from hpdirective.cli.speech import said
from hpdirective.cli.working import looked_at
from hpdirective.finding import Assessment
from hpdirective.library import NotUsable, open_baseline
from hpdirective.reporters import baseline
from hpdirective.reporters.assessment import REPORTERS
from hpdirective.settings import SettingsError
from hpdirective.words import Text

_PAUSE = 0.5  # seconds between two looks at the files


def checked(desk: Desk, asked: Asked, reports: Iterable[Destination]) -> Exit:
    """Check the plans that were asked for, write the reports, and give the exit code."""
    _must_fit(asked, desk)
    urls = [name for name in asked.plans if is_url(name)]
    here = [name for name in asked.plans if not is_url(name)]
    files, places = find_files(desk, here, required=True) if here or not urls else ([], ())
    stdin = asked.stdin if STDIN in places else None
    if desk.settings.roster:  # the rules between plans need all of them at once
        examined = desk.examined(files, stdin)
    else:
        examined = looked_at(desk, files, find_remote(urls), stdin, asked)
    assessment = _without_known(desk.assess(examined), desk, asked)
    put(lambda kind: REPORTERS[kind](assessment, desk.lang), reports, force=asked.force)
    counted = (f for f in assessment.findings if not f.suppressed)
    failed = any(desk.settings.fails(f.severity) for f in counted)
    return Exit.FOUND if failed else Exit.CLEAN


def _must_fit(asked: Asked, desk: Desk) -> None:
    """Refuse options that cannot be had together."""
    remote = [name for name in asked.plans if is_url(name)]
    if asked.executor and asked.jobs:
        raise _not_with("--executor", "--jobs")
    if asked.executor and desk.settings.roster:
        raise _not_with("--executor", "--roster")  # all plans are held against each other
    if remote and desk.settings.roster:
        raise _not_with("URL", "--roster")


def _not_with(one: str, other: str) -> NotUsable:
    return NotUsable(
        Text(vi=f"{one} không dùng được cùng với {other}", en=f"{one} cannot be used with {other}")
    )


def _without_known(assessment: Assessment, desk: Desk, asked: Asked) -> Assessment:
    """Leave out what the baseline has on record, which is first written where that is asked for."""
    record = desk.baseline(asked.baseline, required=asked.write_baseline)
    if record is None:
        return assessment
    if asked.write_baseline:
        keys = baselining.keys(assessment)
        report = baseline.render(keys, desk.decided.directive.id, desk.lang)
        write(report, Path(record), force=asked.force)
        complain(baseline.recorded(len(keys), record, desk.lang))
    known = open_baseline(record, desk.decided.directive)
    return baselining.without(assessment, known, desk.settings)


def repeated(look: Callable[[], Desk], asked: Asked, reports: Iterable[Destination]) -> NoReturn:
    """Check again whenever a file that counts changes, until ^C; what cannot be used is said, and looked at again."""
    if STDIN in asked.plans:
        raise NotUsable(
            Text(
                vi="--watch không dùng được với đầu vào chuẩn (-)",
                en="--watch cannot be used with standard input (-)",
            )
        )
    if any(map(is_url, asked.plans)):
        raise _not_with("--watch", "URL")
    before: dict[Path, int] | str | None = None
    while True:
        found: dict[Path, int] | str
        try:
            desk = look()
            found = _stamps(desk, asked)
        except (NotUsable, SettingsError) as error:
            found = refusal(error)
        if found != before:
            clear()
            if isinstance(found, str):
                complain(found)
            else:
                _once(desk, asked, reports)
        before = found
        time.sleep(_PAUSE)


def _once(desk: Desk, asked: Asked, reports: Iterable[Destination]) -> None:
    try:
        checked(desk, asked, reports)
    except (NotUsable, SettingsError) as error:
        complain(refusal(error))
    complain(
        said("Đang chờ tệp thay đổi; ^C để dừng\n", "Waiting for a file to change; ^C ends it\n")
    )


def _stamps(desk: Desk, asked: Asked) -> dict[Path, int]:
    """Give the files that a run looks at, each with the time of its last change."""
    files, _ = find_files(desk, list(asked.plans), required=False)
    record = desk.baseline(asked.baseline, required=False)
    data = Path(desk.data or library.data_folder())
    named = [*map(Path, desk.annexes), *data.glob("*.y*ml"), *data.glob("units/*.y*ml")]
    named += [path for path in (desk.found.path, record and Path(record)) if path]
    stamps = {}
    for path in (*files, *named):
        try:
            stamps[path] = path.stat().st_mtime_ns
        except OSError:
            stamps[path] = 0  # gone since it was listed, or not there yet
    return stamps
