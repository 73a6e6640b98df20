"""Annexes into a library: each file is held against the directive and the units first, for a broken one would blame plans for its own faults."""

from collections.abc import Iterable

from msgspec.structs import replace

from hpdirective.answering import Naming, names_directive
from hpdirective.disk import NotUsable
from hpdirective.library import Library, sound
from hpdirective.model.annex import AnnexFile, with_annexes
from hpdirective.model.directive import Directive
from hpdirective.model.names import Units
from hpdirective.reading import Read, read
from hpdirective.source.document import Document
from hpdirective.words import Text, nearest

_DIRECTIVE = {
    Naming.UNDATED: Text(
        vi="chỉ ghi số của chỉ thị, số này năm nào cũng dùng lại; cần ghi mã, hoặc số kèm ngày",
        en="names the directive by its number alone, which is used again every year; its id is needed, or the number with its date",
    ),
    Naming.OTHER_YEAR: Text(
        vi="là phụ lục của chỉ thị năm khác", en="is an annex of another year's directive"
    ),
    Naming.OTHER: Text(vi="là phụ lục của chỉ thị khác", en="is an annex of another directive"),
}


def supply(shelf: Library, documents: Iterable[Document]) -> Library:
    """Give the library with annexes taken into its directive.

    Raises NotUsable for a file that is broken, that is no annex of this directive, or that says again what is said elsewhere.
    """
    taken: dict[str, tuple[Document, AnnexFile]] = {}
    for document in documents:
        file = _read(document)
        _must_belong(document, file, shelf.directive)
        if file.annex in taken:
            earlier = taken[file.annex][0].file
            raise _refused(
                document,
                f"phụ lục {file.annex} đã có ở “{earlier}”",
                f"annex {file.annex} is already given by “{earlier}”",
            )
        _must_be_new(document, file, shelf.directive, taken.values())
        _must_name_units(document, file, shelf.units)
        taken[file.annex] = document, file
    files = [file for _, file in taken.values()]
    return replace(shelf, directive=with_annexes(shelf.directive, files))


def _refused(document: Document, vi: str, en: str) -> NotUsable:
    return NotUsable(Text(vi=f"“{document.file}”: {vi}", en=f"“{document.file}”: {en}"))


def _read(document: Document) -> AnnexFile:
    if document.data is not None and document.kind != "annex":
        raise _refused(
            document, "không phải tệp phụ lục (kind: annex)", "it is no annex (kind: annex)"
        )
    stated: Read[AnnexFile] = read(document, AnnexFile, 0)
    if stated.value is None or not sound(stated):
        said = Text(
            vi=f"tệp phụ lục có lỗi: {document.file}",
            en=f"the annex is broken: {document.file}",
        )
        raise NotUsable(said, (stated,))
    return stated.value


def _must_belong(document: Document, file: AnnexFile, directive: Directive) -> None:
    naming = names_directive(file.directive, directive)
    if naming is not Naming.SURE:
        why = _DIRECTIVE[naming]
        raise _refused(
            document,
            f"{why.vi} (“{file.directive}”; đang đối chiếu với {directive.id})",
            f"it {why.en} (“{file.directive}”; the one in use is {directive.id})",
        )
    declared = [annex.id for annex in directive.annexes]
    if file.annex not in declared:
        known = ", ".join(nearest(file.annex, declared) or declared)
        raise _refused(
            document,
            f"chỉ thị không có phụ lục “{file.annex}”" + (f"; có: {known}" if known else ""),
            f"the directive has no annex “{file.annex}”"
            + (f"; there is: {known}" if known else ""),
        )
    if not any(file.annex in clause.annexes for clause in directive.clauses.values()):
        raise _refused(
            document,
            f"không nhiệm vụ nào của chỉ thị cần phụ lục {file.annex}",
            f"no task of the directive needs annex {file.annex}",
        )


def _must_be_new(
    document: Document,
    file: AnnexFile,
    directive: Directive,
    earlier: Iterable[tuple[Document, AnnexFile]],
) -> None:
    held = {
        id: Text(vi=f"nhiệm vụ {clause.id}", en=f"task {clause.id}")
        for id, (clause, _) in directive.indicators.items()
    }
    for other, stated in earlier:
        held |= {row.id: Text(f"“{other.file}”", f"“{other.file}”") for row in stated.indicators}
    for row in file.indicators:
        if row.id in held:
            where = held[row.id]
            raise _refused(
                document,
                f"mã chỉ tiêu “{row.id}” đã dùng ở {where.vi}",
                f"the id “{row.id}” is already an indicator of {where.en}",
            )


def _must_name_units(document: Document, file: AnnexFile, units: Units) -> None:
    for row in file.indicators:
        for id in (*row.units, *row.parts):
            if id not in units.by_id:
                close = ", ".join(nearest(id, units.by_id))
                raise _refused(
                    document,
                    f"chỉ tiêu “{row.id}” ghi đơn vị “{id}”, không có trong danh mục"
                    + (f"; gần nhất là {close}" if close else ""),
                    f"indicator “{row.id}” names “{id}”, which is not in the list of units"
                    + (f"; did you mean {close}?" if close else ""),
                )
