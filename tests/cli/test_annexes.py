"""Annexes at the command line, by real processes."""

import json
import os
from pathlib import Path
from typing import Any

import pytest

from tests.annexes import annex, pressed, row
from tests.cli.conftest import ROOT, Hpd
from tests.plans import write

PLAN = ROOT / "examples/plans/SoKHDT.yaml"
PRESS = ROOT / "examples/annexes/PL1-press.yaml"
DAY = ("--as-of", "2023-03-01")


def put(folder: Path, *annexes: dict[str, Any]) -> list[str]:
    """Write annexes into a folder and give the options that name them."""
    named = []
    for one in annexes:
        file = folder / f"{one['annex']}.yaml"
        file.write_text(write(one), encoding="utf-8")
        named += ["--annex", file.name]
    return named


def promising(folder: Path, id: str, target: str) -> str:
    """Write the example plan with a promise on an annex's indicator."""
    text = PLAN.read_text(encoding="utf-8").replace(
        "    title: Cập nhật kịch bản tăng trưởng",
        f"    indicators:\n      - id: {id}\n        target: {target}\n    title: Cập nhật kịch bản tăng trưởng",
    )
    (folder / "plan.yaml").write_text(text, encoding="utf-8")
    return "plan.yaml"


def test_three_whole_annexes_cover_what_waited_for_them(hpd: Hpd, tmp_path: Path) -> None:
    options = put(tmp_path, annex("PL1"), annex("PL2"), annex("PL3"))
    done = hpd(
        "coverage", "--unit", "SoKHDT", "--plans", PLAN, *DAY, *options, "--fail-under", "100"
    )
    assert done.returncode == 0, done.stdout.decode()
    assert "35/35 (100%)" in done.stdout.decode()
    two = hpd(
        "coverage", "--unit", "SoKHDT", "--plans", PLAN, *DAY, *options[:4], "--fail-under", "100"
    )
    assert two.returncode == 1
    assert "33/35" in two.stdout.decode()
    assert "Chưa có Phụ lục số 3, nên chưa đối chiếu được" in two.stdout.decode()


def test_official_row_fails_a_weaker_promise_and_the_press_does_not(
    hpd: Hpd, tmp_path: Path
) -> None:
    plan = promising(tmp_path, "grdp", "12%")
    official = put(tmp_path, annex("PL1", row("grdp", "12.7")))
    failed = hpd("validate", plan, *DAY, *official)
    assert failed.returncode == 1
    assert "HPD502" in failed.stdout.decode()
    press = put(tmp_path, annex("PL1", pressed("grdp", "12.7"), complete="no"))
    noted = hpd("validate", plan, *DAY, *press)
    assert noted.returncode == 0
    assert "lưu ý HPD508 unlike-press-figure" in noted.stdout.decode()
    assert "HPD502" not in noted.stdout.decode()


def test_reports_differ_with_and_without(hpd: Hpd) -> None:
    def said(*options: str | Path) -> dict[str, Any]:
        done = hpd(
            "coverage", "--unit", "SoKHDT", "--plans", PLAN, *DAY, "--format", "json", *options
        )
        found: dict[str, Any] = json.loads(done.stdout)
        return found

    without, with_it = said(), said("--annex", PRESS)
    assert without["settings"]["sha256"] != with_it["settings"]["sha256"]
    assert without["totals"] == with_it["totals"]
    assert list(without) == list(with_it)
    reasons = {gap["message"] for gap in with_it["not_run"]}
    assert any("Phụ lục số 1 mới có 7 chỉ tiêu theo nguồn báo chí" in reason for reason in reasons)


def test_tasks_and_show_take_annexes(hpd: Hpd, tmp_path: Path) -> None:
    options = put(tmp_path, annex("PL1", row("grdp")), annex("PL2", pressed("kb"), complete="no"))
    listed = json.loads(hpd("tasks", "--format", "json", *options).stdout)
    by_id = {task["id"]: [i["id"] for i in task["indicators"]] for task in listed["tasks"]}
    assert by_id["III.1.3.1"] == by_id["III.1.3.2"] == ["grdp"]
    shown = hpd("show", "III.1.3.2", *options).stdout.decode()
    assert "Chỉ tiêu: grdp: Chỉ tiêu grdp: ít nhất 10%" in shown
    assert "(PL1): 1 chỉ tiêu, đầy đủ" in shown
    assert "(PL2): 1 chỉ tiêu theo nguồn báo chí, chưa đầy đủ" in shown
    assert "(PL3): chưa có" in shown
    assert "Báo chí nêu: kb: " in shown
    assert "PL1): not supplied" in hpd("show", "III.1.3.2", "--lang", "en").stdout.decode()


def test_settings_name_annexes_beside_themselves(hpd: Hpd, tmp_path: Path) -> None:
    (tmp_path / "in/deep").mkdir(parents=True)
    put(tmp_path / "in", annex("PL1"))
    (tmp_path / "in/hpd.toml").write_text('annexes = ["PL1.yaml"]\n', encoding="utf-8")
    shown = hpd("show", "III.1.3.2", cwd=tmp_path / "in/deep").stdout.decode()
    assert "(PL1): 1 chỉ tiêu, đầy đủ" in shown
    other = hpd("show", "III.1.3.2", "--annex", PRESS, cwd=tmp_path / "in/deep").stdout.decode()
    assert "(PL1): 7 chỉ tiêu theo nguồn báo chí, chưa đầy đủ" in other  # options win
    (tmp_path / "in/hpd.toml").write_text('annexes = ["gone.yaml"]\n', encoding="utf-8")
    assert hpd("show", "III.1.3.2", cwd=tmp_path / "in").returncode == 2
    assert hpd("units", "SoTC", cwd=tmp_path / "in").returncode == 0  # takes none
    (tmp_path / "in/hpd.toml").write_text('annex = ["PL1.yaml"]\n', encoding="utf-8")
    assert "annexes" in hpd("tasks", cwd=tmp_path / "in").stderr.decode()


BAD: dict[str, dict[str, Any] | str] = {
    "of another directive": annex() | {"directive": "05/CT-UBND ngày 19/01/2023"},
    "of another year": annex() | {"directive": "hai-phong/2022/02-CT-UBND"},
    "not dated": annex() | {"directive": "02/CT-UBND"},
    "unknown annex": annex("PL7"),
    "id of the directive": annex("PL1", row("du-an-hoan-thanh")),
    "unknown unit": annex("PL1", row("a", units=["SoTCC"])),
    "two rows of one id": annex("PL1", row("a"), row("a")),
    "unreadable value": annex("PL1", row("a", target={"value": "nhiều"})),
    "no YAML": "a: [b\n",
    "empty": "",
    "a plan": PLAN.read_text(encoding="utf-8"),
    "a unit": "kind: unit\nid: X\n",
    "a list": "- a\n- b\n",
}


@pytest.mark.parametrize("name", BAD)
def test_annex_that_cannot_be_used_exits_2(name: str, hpd: Hpd, tmp_path: Path) -> None:
    bad = BAD[name]
    text = bad if isinstance(bad, str) else write(bad)
    (tmp_path / "x.yaml").write_text(text, encoding="utf-8")
    done = hpd("validate", PLAN, "--annex", "x.yaml")
    assert done.returncode == 2
    assert done.stdout == b""
    said = done.stderr.decode()
    assert said.splitlines()[-1].startswith("hpd: ")
    assert "x.yaml" in said
    assert "Traceback" not in said
    assert "lỗi nội bộ" not in said


@pytest.mark.parametrize(
    "arguments",
    [
        ["validate", str(PLAN), "--annex", "nope.yaml"],
        ["validate", str(PLAN), "--annex", ""],
        ["validate", str(PLAN), "--annex", "."],
        ["validate", str(PLAN), "--annex", "PL*.yml"],
        ["validate", str(PLAN), "--annex", str(PRESS), "--annex", str(PRESS)],
        ["validate", str(PLAN), "--annex"],
        ["coverage", "--annex", "nope.yaml"],
        ["tasks", "--annex", "nope.yaml"],
        ["show", "III.1.3.2", "--annex", "nope.yaml"],
    ],
)
def test_names_that_lead_to_no_annex_exit_2(arguments: list[str], hpd: Hpd) -> None:
    done = hpd(*arguments)
    assert done.returncode == 2, done.stdout.decode()
    assert done.stdout == b""
    said = done.stderr.decode()
    assert said.startswith("hpd: ")
    assert said.count("\n") == 1


def test_annex_given_to_validate_has_findings_with_lines(hpd: Hpd, tmp_path: Path) -> None:
    assert hpd("validate", PRESS).returncode == 0
    text = PRESS.read_text(encoding="utf-8").replace("value: 15\n", "value: 15%\n")
    (tmp_path / "x.yaml").write_text(text, encoding="utf-8")
    done = hpd("validate", "x.yaml")
    assert done.returncode == 1
    line = text.splitlines().index("      value: 15%") + 1
    assert done.stdout.decode().startswith(f"x.yaml:{line}:14: lỗi HPD226 wrong-value")
    refused = hpd("validate", PLAN, "--annex", "x.yaml").stderr.decode()
    assert refused.startswith(f"x.yaml:{line}:14: lỗi HPD226 wrong-value")
    assert refused.endswith("hpd: tệp phụ lục có lỗi: x.yaml\n")


def test_annex_among_the_plans_is_no_plan(hpd: Hpd, tmp_path: Path) -> None:
    put(tmp_path, annex("PL1"))
    (tmp_path / "plan.yaml").write_bytes(PLAN.read_bytes())
    done = hpd("coverage", "--unit", "SoKHDT", "--plans", ".", *DAY)
    assert done.returncode == 0
    assert "PL1.yaml" not in done.stdout.decode()
    assert "33/35" in done.stdout.decode()  # it was not named with --annex


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names")
def test_a_pipe_is_not_waited_for(hpd: Hpd, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "x.yaml")
    assert hpd("tasks", "--annex", "x.yaml").returncode == 2


def test_text_of_an_annex_is_data(hpd: Hpd, tmp_path: Path) -> None:
    plan = promising(tmp_path, "grdp", "12%")
    odd = pressed("grdp", "13", cited="{x} {promised} %s")
    options = put(tmp_path, annex("PL1", odd, complete="no"))
    assert "({x} {promised} %s)" in hpd("validate", plan, *options).stdout.decode()
    put(tmp_path, annex("PL1", odd | {"cited": "\x1b[31m"}, complete="no"))
    done = hpd("validate", plan, *options)
    assert done.returncode == 2
    assert b"\x1b" not in done.stderr


def test_schema_is_printed(hpd: Hpd, tmp_path: Path) -> None:
    done = hpd("schema", "annex")
    assert done.returncode == 0
    said = json.loads(done.stdout)
    assert said["properties"]["annex"]["description"].startswith("Mã phụ lục")
    assert hpd("schema", "annex", "-o", "annex.schema.json").returncode == 0
    assert json.loads((tmp_path / "annex.schema.json").read_text(encoding="utf-8")) == said
