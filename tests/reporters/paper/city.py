"""A city whose plans have gaps that are known, and what its papers say, read back with python-docx."""

import io
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from docx import Document
from docx.document import Document as Paper
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph

from hpdirective.checking import Examined, examine
from hpdirective.library import Library
from hpdirective.settings import Settings
from hpdirective.source import yaml
from hpdirective.surveying import Survey, survey
from tests.plans import clean_plan, write

DAY = date(2023, 3, 1)
HOSTILE = "<w:b/>&amp;<script>alert(1)</script> =1+1 {{7*7}} “x” \u202e]]> \U0001f600"
LEFT_OUT, WAIVED = "II.2.1.6", "II.2.1.7"  # of SoCT
GAPPED = {"SoCT", "SoTC", "SoNgV", "SoNV", "SoVHTT", "SoXD"}


def plans(library: Library) -> dict[str, str]:
    """Write the plan of every unit that must send one, with gaps in some."""
    found = {
        unit.id: clean_plan(unit.id, library)
        for unit in library.units
        if unit.submits == "required"
    }
    del found["SoNgV"]
    _without(found["SoCT"], LEFT_OUT, WAIVED)
    found["SoCT"]["waivers"] = [
        {"task": WAIVED, "reason": "Chưa có quy hoạch", "approved_by": "150/UBND-TH"}
    ]
    found["SoTC"]["document"] |= {"issued": "16/02/2023", "sent_on": "17/02/2023"}
    found["SoVHTT"]["directive"] = "02/CT-UBND ngày 10/01/2022"
    found["SoXD"]["actions"][0]["due"] = "30/06/2024"
    found["SoTP"]["actions"][0]["title"] = HOSTILE
    texts = {unit: write(plan) for unit, plan in found.items()}
    texts["SoNV"] = texts["SoNV"].replace("  title: ", "  title: [\t{ ", 1)
    return texts


def _without(plan: dict[str, Any], *tasks: str) -> None:
    plan["actions"] = [a for a in plan["actions"] if not {*a["tasks"]} & {*tasks}]


def surveyed(texts: dict[str, str], library: Library, day: date = DAY) -> Survey:
    """Survey plans as those of a whole city."""
    settings = Settings(roster=True)
    examined: list[Examined] = [
        examine(yaml.read(f"plans/{unit}.yaml", text.encode()), library, settings, day)
        for unit, text in texts.items()
    ]
    return survey(examined, library, settings, day)


def opened(raw: bytes) -> Paper:
    return Document(io.BytesIO(raw))


def sheets(paper: Paper) -> list[list[Any]]:
    """Give the blocks of each section."""
    found: list[list[Any]] = [[]]
    for block in paper.element.body:
        found[-1].append(block)
        if block.tag == qn("w:p") and block.find(f"{qn('w:pPr')}/{qn('w:sectPr')}") is not None:
            found.append([])
    return found


def words(blocks: Iterable[Any]) -> Iterator[str]:
    """Give the words of each paragraph, those in tables too."""
    for block in blocks:
        for paragraph in block.iter(qn("w:p")):
            text = "".join(t.text or "" for t in paragraph.iter(qn("w:t")))
            if text.strip():
                yield text


def tables(paper: Paper) -> list[list[list[str]]]:
    """Give the cells of every table, row by row."""
    return [_cells(table) for table in paper.tables]


def _cells(table: Table) -> list[list[str]]:
    return [
        [
            "\n".join(Paragraph(p, table).text for p in cell.iter(qn("w:p")))
            for cell in row.findall(qn("w:tc"))
        ]
        for row in table._tbl.findall(qn("w:tr"))
    ]
