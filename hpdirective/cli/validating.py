"""What `hpd validate` does once its options are read: check, put on record, write, and again where a file changes."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from hpdirective.cli.destinations import Destination, destinations, put
from hpdirective.cli.exits import Exit
from hpdirective.cli.fetching import Remote, find_remote, is_url
from hpdirective.cli.opening import STDIN, Asked, Desk, find_files, open_desk
from hpdirective.cli.output import clear, complain, is_read, write
from hpdirective.cli.refusals import refusal
from hpdirective.cli.repeating import ROOM, Copy, Told, key_of, recall, remember
from hpdirective.cli.speech import said
from hpdirective.cli.stamping import Stamps, stamps, stamps_of
from hpdirective.disk import NotUsable
from hpdirective.settings import SettingsError
from hpdirective.words import Text

if TYPE_CHECKING:
    from hpdirective.finding import Assessment

_PAUSE = 0.5  # seconds between two looks at the files
_WAITING = said(
    "Đang chờ tệp thay đổi; ^C để dừng\n", "Waiting for a file to change; ^C ends it\n"
)


def validated(plans: Iterable[str]) -> Exit:
    """Check plans as `hpd validate` does without an option: each as it is unless given."""
    from hpdirective.reporters.assessment import REPORTERS

    reports = destinations((), None, REPORTERS)
    return checked(open_desk(annexes=[]), Asked(tuple(plans)), reports)


def checked(desk: Desk, asked: Asked, reports: Iterable[Destination]) -> Exit:
    """Check the plans that were asked for, write the reports, and give the exit code."""
    _must_fit(asked, desk)
    urls = [name for name in asked.plans if is_url(name)]
    here = [name for name in asked.plans if not is_url(name)]
    files, places = find_files(desk, here, required=True) if here or not urls else ([], ())
    stdin = asked.stdin if STDIN in places else None
    formats = sorted({one.format for one in reports})
    key = None if stdin is not None or urls else key_of(desk, asked, files, formats)
    told = recall(key) if key else None
    if told:
        put(told.reports.__getitem__, reports, force=asked.force)
        return told.code
    copy = Copy(0 if key is None else ROOM)
    plans = _Plans(files, find_remote(urls), stdin)
    code, same = _told(desk, asked, plans, reports, copy)
    if key and same and copy.reports and key == key_of(desk, asked, files, formats):
        remember(key, Told(code, copy.reports))
    return code


class _Plans(NamedTuple):
    files: list[Path]
    remote: list[Remote]
    stdin: str | None  # its name


def _told(
    desk: Desk,
    asked: Asked,
    plans: _Plans,
    reports: Iterable[Destination],
    copy: Copy,
) -> tuple[Exit, bool]:
    """Check the plans and write the reports; tell whether the same run would surely say the same."""
    from hpdirective.cli.working import looked_at
    from hpdirective.packing import Files
    from hpdirective.reporters.assessment import parts

    if desk.settings.roster:  # the rules between plans need all of them at once
        examined = desk.examined(plans.files, plans.stdin)
    else:
        examined = looked_at(desk, *plans, asked)
    assessment = _without_known(desk.assess(examined), desk, asked)
    held = assessment.files
    seen = held if isinstance(held, Files) else Files(held)
    severities = seen.severities.union(f.severity for f in assessment.between if not f.suppressed)

    def said(kind: str) -> Iterator[str]:
        return copy.of(kind, parts(kind, assessment, desk.lang))

    put(said, reports, force=asked.force)
    failed = any(map(desk.settings.fails, severities))
    return Exit.FOUND if failed else Exit.CLEAN, seen.kinds == {"plan"} and desk.unchanged


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
    from hpdirective import baselining
    from hpdirective.library import open_baseline
    from hpdirective.reporters import baseline

    record = desk.baseline(asked.baseline, required=asked.write_baseline)
    if record is None:
        return assessment
    if asked.write_baseline:
        keys = baselining.keys(assessment)
        report = baseline.render(keys, desk.decided.directive.id, desk.lang)
        write(report, Path(record), force=asked.force)
        complain(baseline.recorded(len(keys), record, desk.lang))
    with desk.blaming(*([] if asked.baseline else ["baseline"])):
        known = open_baseline(record, desk.decided.directive)
    return baselining.without(assessment, known, desk.settings)


def repeated(look: Callable[[], Desk], asked: Asked, reports: Iterable[Destination]) -> Exit:
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
    before: Stamps | str | None = None
    while is_read():
        found: Stamps | str
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
            complain(_WAITING)
        before = found
        time.sleep(_PAUSE)
    return Exit.CLEAN


def _once(desk: Desk, asked: Asked, reports: Iterable[Destination]) -> None:
    try:
        checked(desk, asked, reports)
    except (NotUsable, SettingsError) as error:
        complain(refusal(error))


def _stamps(desk: Desk, asked: Asked) -> Stamps:
    """Stamp what a run looks at, and what it rests on."""
    files, _ = find_files(desk, list(asked.plans), required=False, told=False)
    # what each run writes anew is no reason for the next
    record = None if asked.write_baseline else desk.baseline(asked.baseline, required=False)
    return {**stamps_of(files), **stamps(desk, record, desk.today)}
