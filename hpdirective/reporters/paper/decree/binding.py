"""Sheets bound into one Word file: A4, the Decree's margins, a page number in the middle of the upper one but on no first page."""

import io
import zipfile
from collections.abc import Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING

from msgspec import Struct

from hpdirective.reporters.paper.decree.markup import FONTS, clean, twips
from hpdirective.words import Lang

if TYPE_CHECKING:
    from docx.document import Document

SHORT, LONG = 210.0, 297.0  # mm
TOP, BOTTOM, LEFT, RIGHT = 20.0, 20.0, 30.0, 15.0  # mm
ROOM, WIDE_ROOM = SHORT - LEFT - RIGHT, LONG - LEFT - RIGHT  # mm between the margins
_NUMBER = 13  # points
_HEADER = 10.0  # mm from the edge of the page
_ZIP_DAY = (1980, 1, 1, 0, 0, 0)  # the first that a zip file can say
_KEPT = ("/styles", "/settings", "/header", "/core-properties", "/officeDocument")
_LOCALES = {Lang.VI: "vi-VN", Lang.EN: "en-GB"}


class Sheet(Struct, frozen=True):
    """A paper, or an annex of one: it starts on a page of its own, and its pages count from 1."""

    blocks: tuple[str, ...]
    wide: bool = False


def bind(sheets: Sequence[Sheet], *, title: str, mark: str, day: date, lang: Lang) -> bytes:
    """Make a Word file of sheets; the same sheets give the same bytes, whenever they are bound."""
    from docx import Document

    document = Document()
    _strip(document)
    _restyle(document, lang)
    headers = _number_pages(document)
    _fill(document, sheets, headers)
    about = document.core_properties
    about.title, about.comments, about.language = clean(title)[:255], mark, _LOCALES[lang]
    about.author = about.last_modified_by = about.keywords = about.subject = ""
    about.created = about.modified = datetime(day.year, day.month, day.day)
    about.revision = 1
    written = io.BytesIO()
    document.save(written)
    return _repacked(written.getvalue())


def _strip(document: "Document") -> None:
    """Take out of the library's model what no paper needs: its fonts, themes, picture."""
    for part in (document.part, document.part.package):
        for id, relation in list(part.rels.items()):
            if not relation.reltype.endswith(_KEPT):
                del part.rels[id]


def _restyle(document: "Document", lang: Lang) -> None:
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    w = nsdecls("w")
    locale = _LOCALES[lang]
    styles = parse_xml(
        f'<w:styles {w}><w:docDefaults><w:rPrDefault><w:rPr>{FONTS}<w:color w:val="000000"/>'
        f'<w:sz w:val="28"/><w:szCs w:val="28"/><w:lang w:val="{locale}" w:eastAsia="{locale}" w:bidi="{locale}"/>'
        '</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>'
        "</w:pPr></w:pPrDefault></w:docDefaults>"
        f"{_style('Normal', 'Normal', default=True)}"
        f"{''.join(_style(f'Heading{n}', f'heading {n}') for n in (1, 2))}"
        f"{_style('Header', 'header')}</w:styles>"
    )
    settings = parse_xml(
        f'<w:settings {w}><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>'
        '<w:characterSpacingControl w:val="doNotCompress"/><w:compat>'
        '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
        f'</w:compat><w:themeFontLang w:val="{locale}"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>'
    )
    document.styles.element[:] = list(styles)
    document.settings.element[:] = list(settings)


def _style(id: str, name: str, *, default: bool = False) -> str:
    flag = ' w:default="1"' if default else ""
    based = "" if default else '<w:basedOn w:val="Normal"/>'
    return (
        f'<w:style w:type="paragraph"{flag} w:styleId="{id}"><w:name w:val="{name}"/>{based}'
        f"<w:qFormat/><w:rPr>{FONTS}</w:rPr></w:style>"
    )


def _number_pages(document: "Document") -> str:
    """Put the page number into a header, leave that of first pages empty, and give the references to both."""
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls, qn

    section = document.sections[0]
    look = f'<w:rPr>{FONTS}<w:sz w:val="{_NUMBER * 2}"/><w:szCs w:val="{_NUMBER * 2}"/></w:rPr>'
    field = "".join(
        f"<w:r>{look}{part}</w:r>"
        for part in (
            '<w:fldChar w:fldCharType="begin"/>',
            '<w:instrText xml:space="preserve"> PAGE </w:instrText>',
            '<w:fldChar w:fldCharType="separate"/>',
            "<w:t>2</w:t>",
            '<w:fldChar w:fldCharType="end"/>',
        )
    )
    for header, content in ((section.header, field), (section.first_page_header, "")):
        header.is_linked_to_previous = False
        header._element[:] = [
            parse_xml(
                f'<w:p {nsdecls("w")}><w:pPr><w:pStyle w:val="Header"/><w:jc w:val="center"/><w:rPr>{FONTS}</w:rPr></w:pPr>{content}</w:p>'
            )
        ]
    return "".join(
        f'<w:headerReference w:type="{reference.get(qn("w:type"))}" r:id="{reference.get(qn("r:id"))}"/>'
        for reference in section._sectPr.findall(qn("w:headerReference"))
    )


def _fill(document: "Document", sheets: Sequence[Sheet], headers: str) -> None:
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    *others, last = sheets
    parts = [f"{''.join(sheet.blocks)}{_turn(_section(sheet, headers))}" for sheet in others]
    parts.append(f"{''.join(last.blocks)}{_turn()}{_section(last, headers)}")
    body = parse_xml(f"<w:body {nsdecls('w', 'r')}>{''.join(parts)}</w:body>")
    document.element.replace(document.element.body, body)


def _turn(section: str = "") -> str:
    """Write the paragraph, too small to be seen, that ends a sheet: after a table there must be one."""
    return (
        f'<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
        f'<w:rPr>{FONTS}<w:sz w:val="2"/><w:szCs w:val="2"/></w:rPr>{section}</w:pPr></w:p>'
    )


def _section(sheet: Sheet, headers: str) -> str:
    width, height = (LONG, SHORT) if sheet.wide else (SHORT, LONG)
    turned = ' w:orient="landscape"' if sheet.wide else ""
    return (
        f'<w:sectPr>{headers}<w:type w:val="nextPage"/>'
        f'<w:pgSz w:w="{twips(width)}" w:h="{twips(height)}"{turned}/>'
        f'<w:pgMar w:top="{twips(TOP)}" w:right="{twips(RIGHT)}" w:bottom="{twips(BOTTOM)}" w:left="{twips(LEFT)}"'
        f' w:header="{twips(_HEADER)}" w:footer="{twips(_HEADER)}" w:gutter="0"/>'
        '<w:pgNumType w:fmt="decimal" w:start="1"/><w:titlePg/></w:sectPr>'
    )


def _repacked(raw: bytes) -> bytes:
    """Write the parts anew in the order of their names, all on one day: the library says the time of saving."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as old, zipfile.ZipFile(packed, "w") as new:
        names = sorted(old.namelist(), key=lambda name: (name != "[Content_Types].xml", name))
        for name in names:
            entry = zipfile.ZipInfo(name, _ZIP_DAY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            entry.create_system = 3
            new.writestr(entry, old.read(name))
    return packed.getvalue()
