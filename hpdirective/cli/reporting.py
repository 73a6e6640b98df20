"""What `hpd report` does once its options are read: survey the plans, and write the reports or hold one against them."""

import os
import re
import zipfile
from collections.abc import Callable
from html import unescape
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from hpdirective.cli.exits import Exit
from hpdirective.cli.opening import STDIN, Desk, find_files
from hpdirective.cli.output import save, save_folder, write
from hpdirective.disk import NotUsable, cause, shown
from hpdirective.patterns import pattern
from hpdirective.reporters import evidence
from hpdirective.reporters.envelope import TOOL
from hpdirective.reporters.evidence import Mark
from hpdirective.surveying import Survey, survey
from hpdirective.words import Lang, Text

SITE = "hpd-report.json"  # the file that makes a folder known as a report
_LARGEST = 200_000_000  # bytes of a report that is read back


class Wanted(Struct, frozen=True):
    """The reports that were asked for."""

    html: Path | None
    xlsx: Path | None
    docx: Path | None
    letters: Path | None

    @property
    def paths(self) -> tuple[Path, ...]:
        found = (self.html, self.xlsx, self.docx, self.letters)
        return tuple(path for path in found if path is not None)


def reported(desk: Desk, plans: list[str] | None, wanted: Wanted, *, force: bool) -> None:
    """Write every report that is wanted. Raises NotUsable where none is, and where one cannot be written."""
    if not wanted.paths:
        raise NotUsable(
            Text(
                vi="cần ít nhất một trong --html THƯ MỤC, --xlsx TỆP, --docx TỆP, --letters THƯ MỤC, --check TỆP",
                en="one of --html DIR, --xlsx FILE, --docx FILE, --letters DIR, --check FILE is needed",
            )
        )
    _spare_plans(desk, plans, wanted)
    seen = _survey(desk, plans)
    _write_all(desk, seen, wanted, force=force)
    written = ", ".join(shown(path) for path in wanted.paths)
    plans_read = sum(file.kind == "plan" for file in seen.assessment.files)
    said = Text(
        vi=f"Đã ghi {written}, từ {plans_read} tệp kế hoạch; mã kiểm chứng {seen.evidence[:12]}",
        en=f"Wrote {written}, from {plans_read} plans; evidence {seen.evidence[:12]}",
    )
    write(f"{said.said(desk.lang)}\n")


def _write_all(desk: Desk, seen: Survey, wanted: Wanted, *, force: bool) -> None:
    if wanted.html:
        save_folder(_site(desk, seen), wanted.html, _is("html"), force=force)
    if wanted.xlsx:
        save(_workbook(desk, seen), wanted.xlsx, force=force)
    if wanted.docx:
        save(_paper(desk, seen), wanted.docx, force=force)
    if wanted.letters:
        files = {f"{unit}.docx": data for unit, data in _letters(desk, seen).items()}
        whole = {**files, SITE: _mark(desk, seen, "letters")}
        save_folder(whole, wanted.letters, _is("letters"), force=force)


_OURS = {
    "html": re.compile(r"(?:units/)?[\w-]+\.html|style\.css|filter\.js|hpd-report\.json"),
    "letters": re.compile(r"[\w-]+\.docx|hpd-report\.json"),
}
"""The files of a report that is a folder, by its kind."""


def _is(kind: str) -> Callable[[Path], bool]:
    """Give what tells whether a folder holds a report of a kind, and nothing else."""

    def holds(folder: Path) -> bool:
        try:
            mark = evidence.read_mark((folder / SITE).read_text(encoding="utf-8"))
            names = [f.relative_to(folder).as_posix() for f in folder.rglob("*") if not f.is_dir()]
        except (OSError, UnicodeDecodeError):
            return False
        return bool(mark and mark.kind == kind and all(map(_OURS[kind].fullmatch, names)))

    return holds


def _spare_plans(desk: Desk, plans: list[str] | None, wanted: Wanted) -> None:
    """Refuse to write a report onto a plan that it is made from."""
    files, _ = find_files(desk, plans, required=False, told=False)
    read = {os.path.realpath(file) for file in files}
    for path in wanted.paths:
        if os.path.realpath(path) in read:
            name = shown(path)
            raise NotUsable(
                Text(
                    vi=f"“{name}” là một kế hoạch đang đọc, không ghi báo cáo vào đó",
                    en=f"“{name}” is one of the plans that are read; no report is written there",
                )
            )


def checked(desk: Desk, plans: list[str] | None, path: Path, wanted: Wanted) -> Exit:
    """Make a report again from the plans as they are now, say whether it still holds, and give the exit code.

    Raises NotUsable where the path is no report.
    """
    if wanted.paths:
        raise NotUsable(
            Text(
                vi="--check đọc một báo cáo đã có, không đi cùng --html, --xlsx, --docx, --letters",
                en="--check reads a report that is there and does not go with --html, --xlsx, --docx, --letters",
            )
        )
    held, mark = _held(path)
    settings = replace(desk.settings, include_restricted=mark.restricted)
    again = replace(desk, today=mark.as_of, lang=mark.lang, settings=settings)
    seen = _survey(again, plans)
    same = held in _again(again, seen, mark)
    lines = [] if same else _differences(held, mark, seen)
    verdict = Text(vi="còn đúng", en="still holds") if same else _NOT
    write(
        f"{shown(path)}: {verdict.said(desk.lang)}\n"
        + "".join(f"  {line.said(desk.lang)}\n" for line in lines)
    )
    return Exit.CLEAN if same else Exit.FOUND


_NOT = Text(vi="không còn đúng", en="does not hold any more")


def _survey(desk: Desk, plans: list[str] | None) -> Survey:
    files, places = find_files(desk, plans, required=False)
    examined = desk.examined(files, "<stdin>" if STDIN in places else None)
    looked_in = () if files or STDIN in places else places
    return survey(examined, desk.decided, desk.settings, desk.today, looked_in)


def _mark(desk: Desk, seen: Survey, kind: str) -> bytes:
    return f"{_said(desk, seen, kind)}\n".encode()


def _said(desk: Desk, seen: Survey, kind: str) -> str:
    restricted = desk.settings.include_restricted
    return evidence.mark(seen, desk.lang, kind, restricted=restricted)


def _site(desk: Desk, seen: Survey) -> dict[str, bytes]:
    from hpdirective.reporters import site

    shelf = desk.decided
    return site.render(seen, shelf.directive, shelf.units, desk.lang, _said(desk, seen, "html"))


def _workbook(desk: Desk, seen: Survey) -> bytes:
    _must_be_installed("xlsxwriter")
    from hpdirective.reporters import workbook

    shelf = desk.decided
    mark = _said(desk, seen, "xlsx")
    return workbook.render(seen, shelf.directive, shelf.units, desk.lang, mark)


def _paper(desk: Desk, seen: Survey) -> bytes:
    _must_be_installed("docx")
    from hpdirective.reporters import paper

    shelf = desk.decided
    mark = _said(desk, seen, "docx")
    return paper.render(seen, shelf.directive, shelf.units, desk.lang, mark)


def _letters(desk: Desk, seen: Survey) -> dict[str, bytes]:
    _must_be_installed("docx")
    from hpdirective.reporters import paper

    shelf = desk.decided
    mark = _said(desk, seen, "letter")
    return paper.letters(seen, shelf.directive, shelf.units, desk.lang, mark)


def _must_be_installed(module: str) -> None:
    from importlib.util import find_spec

    if find_spec(module) is None:
        raise NotUsable(
            Text(
                vi="báo cáo Word và Excel cần gói bổ sung: pip install 'hpdirective[office]'",
                en="Word and Excel reports need an extra: pip install 'hpdirective[office]'",
            )
        )


Held = dict[str, bytes]
"""A report as its files, by their names within it; of a single file the name is empty."""


def _held(path: Path) -> tuple[Held, Mark]:
    """Read a report back. Raises NotUsable where the path is none, or cannot be read."""
    try:
        found = _read_back(path)
    except OSError as error:
        why = cause(error)
        name = shown(path)
        raise NotUsable(
            Text(vi=f"không mở được “{name}”: {why.vi}", en=f"cannot open “{name}”: {why.en}")
        ) from None
    if found:
        return found
    raise NotUsable(
        Text(
            vi=f"“{shown(path)}” không phải báo cáo do `hpd report` lập",
            en=f"“{shown(path)}” is no report that `hpd report` has made",
        )
    )


def _read_back(path: Path) -> tuple[Held, Mark] | None:
    folder = path.parent if path.name in (SITE, "index.html") else path
    if (folder / SITE).is_file():
        files = {
            file.relative_to(folder).as_posix(): file.read_bytes()
            for file in sorted(folder.rglob("*"))
            if file.is_file()
        }
        mark = evidence.read_mark(files[SITE].decode(errors="replace"))
        if mark:
            return files, mark
    elif path.is_file():
        data = path.read_bytes()
        mark = evidence.read_mark(_description(path))
        if mark:
            return {"": data}, mark
    elif not path.exists():
        path.stat()  # says why
    return None


_DESCRIPTION = pattern(r"<dc:description>(.*?)</dc:description>", re.DOTALL)


def _description(path: Path) -> str:
    """Give the description that an office file keeps of itself, where the mark stands; nothing where it is no such file."""
    try:
        with zipfile.ZipFile(path) as whole:
            info = whole.getinfo("docProps/core.xml")
            text = whole.read(info).decode(errors="replace") if info.file_size < 100_000 else ""
    except (OSError, KeyError, zipfile.BadZipFile, NotImplementedError, RuntimeError):
        return ""
    found = _DESCRIPTION.search(text)
    return unescape(found[1]) if found else ""


def _again(desk: Desk, seen: Survey, mark: Mark) -> list[Held]:
    """Make a report of the same kind again; any letter may be the one."""
    match mark.kind:
        case "html":
            return [_site(desk, seen)]
        case "xlsx":
            return [{"": _workbook(desk, seen)}]
        case "docx":
            return [{"": _paper(desk, seen)}]
        case "letter":
            return [{"": data} for data in _letters(desk, seen).values()]
        case _:
            files = {f"{unit}.docx": data for unit, data in _letters(desk, seen).items()}
            return [{**files, SITE: _mark(desk, seen, "letters")}]


def _differences(held: Held, mark: Mark, seen: Survey) -> list[Text]:
    """Say what is not as it was: the tool, what the report was made from, or the report itself."""
    found = []
    if mark.version != TOOL["version"]:
        was, now = mark.version, TOOL["version"]
        found.append(
            Text(
                vi=f"lập bằng phiên bản {was}, nay là {now}",
                en=f"made by version {was}, now it is {now}",
            )
        )
    if mark.evidence != seen.evidence[: len(mark.evidence)]:
        found += _changed(held, mark, seen)
    elif not found:
        found.append(
            Text(
                vi="kế hoạch và dữ liệu như cũ, nhưng nội dung báo cáo đã bị sửa sau khi lập, hoặc được lập bằng phiên bản thư viện khác",
                en="plans and data are as they were, but the report was changed after it was made, or made with other versions of the libraries",
            )
        )
    return found


def _changed(held: Held, mark: Mark, seen: Survey) -> list[Text]:
    """Name what is not that of the report: data, settings, the number of plans; of changed plans those whose digests it lists."""
    found = []
    if mark.data != evidence.data_of(seen):
        found.append(
            Text(
                vi="dữ liệu chỉ thị, đơn vị hoặc phụ lục đã đổi",
                en="the data of the directive, the units or annexes has changed",
            )
        )
    if mark.settings != seen.terms.settings[: evidence.SHORT]:
        found.append(Text(vi="cấu hình đã đổi", en="the settings have changed"))
    plans = [source for source in seen.sources if source.what == "plan"]
    if mark.plans != len(plans):
        found.append(
            Text(
                vi=f"báo cáo lập từ {mark.plans} tệp kế hoạch, nay có {len(plans)}",
                en=f"the report was made from {mark.plans} plans, now there are {len(plans)}",
            )
        )
    known = set().union(*(_digests(data) for data in held.values()))
    lists_plans = any(source.sha256 in known for source in plans)
    new = [source for source in plans if lists_plans and source.sha256 not in known]
    found += [
        Text(
            vi=f"đã đổi hoặc mới có: {evidence.source_of(source, Lang.VI)}",
            en=f"changed or new: {evidence.source_of(source, Lang.EN)}",
        )
        for source in new
    ]
    if not found:
        found.append(
            Text(
                vi="có kế hoạch đã đổi, đổi tên hoặc bị thay bằng tệp khác, hoặc báo cáo được lập từ thư mục làm việc khác (tên tệp tính từ đó)",
                en="some plan has changed, was renamed or replaced, or the report was made from another working folder (files are named from there)",
            )
        )
    return found


_DIGEST = re.compile(rb"\b[0-9a-f]{64}\b")


def _digests(data: bytes) -> set[str]:
    """Give every digest that stands in a file, in an office file in any part of it."""
    parts = [data]
    if data.startswith(b"PK"):
        import io

        with zipfile.ZipFile(io.BytesIO(data)) as whole:
            infos = [info for info in whole.infolist() if info.file_size < _LARGEST]
            parts = [whole.read(info) for info in infos]
    return {found.decode() for part in parts for found in _DIGEST.findall(part)}
