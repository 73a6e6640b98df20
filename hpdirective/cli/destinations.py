"""Where the reports of a run go: a format each, to standard output or into a file."""

from collections.abc import Callable, Iterable
from pathlib import Path

from msgspec import Struct

from hpdirective.cli.output import write
from hpdirective.disk import NotUsable
from hpdirective.words import Text, nearest

PAINTED = ("text", "concise", "quiet", "statistics")
"""The formats for people: colour would break the others for the programs that read them."""


class Destination(Struct, frozen=True):
    """One report: its format, and its file, None for standard output."""

    format: str
    file: Path | None


def destinations(
    wanted: Iterable[str], output: Path | None, known: Iterable[str]
) -> tuple[Destination, ...]:
    """Read FORMAT or FORMAT:FILE, each; text where none is given. `output` is the file of the one that names none.

    Raises NotUsable for an unknown format, and where two reports would go to one place.
    """
    names = tuple(known)
    found = []
    for said in wanted or ("text",):
        format, _, file = said.partition(":")
        if format not in names:
            raise NotUsable(_unknown(format, names))
        found.append(Destination(format, Path(file) if file else output))
    if output is not None and all(one.file != output for one in found):
        raise NotUsable(_nothing_for(output))
    places = [one.file for one in found]
    for place in places:
        if places.count(place) > 1:
            raise NotUsable(_twice(place))
    return tuple(found)


def put(
    render: Callable[[str], str | Iterable[str]],
    reports: Iterable[Destination],
    *,
    force: bool = False,
) -> None:
    """Render each report and write it; what goes to standard output comes last."""
    for one in sorted(reports, key=lambda one: one.file is None):
        write(render(one.format), one.file, force=force, painted=one.format in PAINTED)


def _unknown(format: str, names: tuple[str, ...]) -> Text:
    close = nearest(format, names)
    vi = f"; gần nhất là {', '.join(close)}" if close else ""
    en = f"; did you mean {', '.join(close)}?" if close else ""
    listed = ", ".join(names)
    return Text(
        vi=f"không có dạng kết quả “{format}”{vi}; có: {listed}",
        en=f"there is no format “{format}”{en}; there are: {listed}",
    )


def _nothing_for(output: Path) -> Text:
    return Text(
        vi=f"không có gì để ghi vào “{output}”: mỗi dạng kết quả đã có tệp riêng",
        en=f"there is nothing to write into “{output}”: every format has a file of its own",
    )


def _twice(place: Path | None) -> Text:
    where = Text(vi=f"“{place}”", en=f"“{place}”")
    if place is None:
        where = Text(vi="đầu ra chuẩn", en="standard output")
    return Text(
        vi=f"hai dạng kết quả cùng ghi ra {where.vi}; ghi mỗi dạng vào một tệp, ví dụ --format sarif:hpd.sarif --format text",
        en=f"two formats would go to {where.en}; give each its own file, such as --format sarif:hpd.sarif --format text",
    )
