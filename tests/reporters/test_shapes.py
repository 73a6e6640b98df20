"""The fixed JSON shapes that outsiders read."""

import json
import re
from pathlib import Path

import pytest

from hpdirective import answering
from hpdirective.checking import examine
from hpdirective.library import Library, open_document
from hpdirective.measuring import measure
from hpdirective.reading import understand
from hpdirective.reporters import coverage, reading, tasks
from hpdirective.settings import Settings
from hpdirective.words import Lang
from tests.conftest import TODAY

ROOT = Path(__file__).parents[2]
TOTALS = {"required", "covered", "partial", "waived", "contested", "missing", "unknown", "percent"}


def test_coverage_keeps_its_shape(library: Library) -> None:
    plan = examine(open_document(ROOT / "examples/plans/SoTTTT.yaml"), library, Settings(), TODAY)
    unit = library.units.by_id["SoTTTT"]
    measured = measure([plan], library, Settings(), TODAY, unit)
    said = json.loads(coverage.json.render(measured, library.directive, library.units, Lang.VI))
    assert list(said) == [
        "format", "tool", "directive", "as_of", "lang", "settings", "unit", "totals", "by_basis", "by_role",
        "by_section", "by_unit", "tasks", "not_run",
    ]  # fmt: skip
    assert said["format"] == "hpd-coverage/1"
    assert set(said["totals"]) == TOTALS
    assert all(set(t) == TOTALS for t in (*said["by_basis"].values(), *said["by_role"].values()))
    assert all(set(row) == {"section", *TOTALS} for row in said["by_section"])
    assert all(set(row) == {"unit", "plan", *TOTALS} for row in said["by_unit"])
    for task in said["tasks"]:
        assert set(task) == {
            "task",
            "unit",
            "section",
            "title",
            "state",
            "role",
            "basis",
            "reasons",
            "actions",
        }
        assert all(set(r) == {"rule", "message", "file", "line"} for r in task["reasons"])
        assert all(set(a) == {"file", "line", "id"} for a in task["actions"])
    totals = said["totals"]
    assert totals["required"] == sum(totals[state] for state in TOTALS - {"required", "percent"})
    assert totals["percent"] <= 100 * totals["covered"] / totals["required"]
    lead = [t for t in said["tasks"] if t["role"] == "lead"]
    assert len(lead) == totals["required"]


def test_tasks_keep_their_shape_and_give_the_paragraphs_back(library: Library) -> None:
    clauses = library.directive.clauses.values()
    said = json.loads(tasks.json.render(clauses, library.directive, library.units, Lang.VI))
    assert set(said) == {"format", "tool", "directive", "tasks"}
    for task in said["tasks"]:
        assert list(task) == [
            "id", "part", "section", "paragraph", "kind", "text", "title", "met_by", "assignments", "due",
            "start", "items", "open", "indicators", "references", "mentions", "horizons", "marks", "restricted",
            "realised_by",
        ]  # fmt: skip
        for row in task["assignments"]:
            assert list(row) == [
                "unit",
                "group",
                "role",
                "basis",
                "source",
                "reason",
                "scope",
                "met_by",
                "due",
            ]
        for indicator in task["indicators"]:
            assert list(indicator) == [
                "id", "name", "op", "value", "high", "trend", "unit", "scope", "shares", "counts",
            ]  # fmt: skip
        for due in filter(None, (task["due"], *(row["due"] for row in task["assignments"]))):
            assert set(due) == {"date", "relation", "basis"}
            assert re.fullmatch(r"2023-\d\d-\d\d", due["date"])
    by_paragraph: dict[str, list[str]] = {}
    for task in said["tasks"]:
        by_paragraph.setdefault(task["paragraph"], []).append(task["text"])
    built = {p.id: " ".join(c.text for c in p.clauses) for p in library.directive.paragraphs}
    assert {id: " ".join(texts) for id, texts in by_paragraph.items()} == built


def test_tasks_of_a_unit_are_its_duties(library: Library) -> None:
    unit = library.units.by_id["HuyenCatHai"]
    given = answering.duties(library.directive, library.units, unit)
    text = tasks.text.render(
        [d.clause for d in given],
        library.directive,
        library.units,
        Lang.VI,
        {d.id: d for d in given},
    )
    assert "II.4.4.1    [chủ trì; nêu tên địa bàn] " in text


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Trước ngày 15/02/2023",
            {"period": {"start": None, "end": "2023-02-14", "relation": "before", "standing": False, "recurring": False, "condition": None}, "target": None, "units": None, "faults": []},
        ),
        (
            "trên 85%",
            {"period": None, "target": {"op": ">", "value": 85, "high": None, "unit": "%", "trend": None}, "units": None, "faults": []},
        ),
        (
            "Sở Tài chính",
            {"period": None, "target": None, "units": [{"text": "Sở Tài chính", "id": "SoTC", "group": None, "division": False, "suggestions": []}], "faults": []},
        ),
    ],
)  # fmt: skip
def test_a_cell_as_understood(text: str, wanted: dict[str, object], library: Library) -> None:
    understood = understand(text, library.units, 2023)
    said = json.loads(reading.json.render(understood, library.units, Lang.VI))
    assert list(said) == ["format", "text", "period", "target", "units", "faults"]
    assert said == {"format": "hpd-read/1", "text": text, **wanted}


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("", ["HPD222"]),
        ("vào dịp thích hợp", ["HPD222"]),
        ("31/11/2023", ["HPD222"]),
        ("Tháng 9 - 3/2023", ["HPD411"]),
        ("sau khi được phê duyệt", ["HPD408"]),
        ("1.234", ["HPD224"]),
        ("Năm 2025: 85%", ["HPD223"]),
        ("90% (năm 2022)", ["HPD223"]),
        ("08 dự án; 10 dự án", ["HPD223"]),
        ("Sở Kế hoạch Đầu tư", ["HPD304"]),
        ("Sở Tài chính, các đơn vị liên quan", ["HPD305"]),
        ("Công ty Cấp nước", ["HPD305"]),
    ],
)
def test_doubts_about_a_cell_name_their_rule(
    text: str, rules: list[str], library: Library
) -> None:
    understood = understand(text, library.units, 2023)
    said = json.loads(reading.json.render(understood, library.units, Lang.EN))
    assert [fault["rule"] for fault in said["faults"]] == rules


def test_a_division_is_said_to_be_its_units(library: Library) -> None:
    understood = understand("Chi cục Thuế quận Lê Chân; Phòng Tổng hợp", library.units, 2023)
    text = reading.text.render(understood, library.units, Lang.VI)
    assert "“Chi cục Thuế quận Lê Chân”: bộ phận của Cục Thuế" in text
    assert "UBND quận Lê Chân (CucThue, QuanLeChan)\n" in text
    assert "“Phòng Tổng hợp”: bộ phận của đơn vị lập kế hoạch" in text
    said = json.loads(reading.json.render(understood, library.units, Lang.VI))["units"]
    assert [(body["id"], body["division"]) for body in said] == [("CucThue", False), (None, True)]
