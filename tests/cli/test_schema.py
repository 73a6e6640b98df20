"""`hpd schema` by real processes: one schema a kind of file, of the data in use."""

import json
from pathlib import Path

import pytest
import yaml as pyyaml
from jsonschema import Draft7Validator  # type: ignore[import-untyped]

from hpdirective.cli.schema import KINDS
from tests.annexes import annex, row
from tests.cli.conftest import ROOT, Hpd
from tests.plans import write


@pytest.mark.parametrize("kind", ["directive", "unit", "annex"])  # one of each making
def test_schema_of_each_kind_is_printed_whole(kind: str, hpd: Hpd) -> None:
    done = hpd("schema", kind)
    assert (done.returncode, done.stderr) == (0, b"")
    schema = json.loads(done.stdout)
    Draft7Validator.check_schema(schema)
    vi, _, en = schema["description"].partition("\n")
    assert vi
    assert en


def test_the_form_names_the_schema_that_lies_beside_it(hpd: Hpd, tmp_path: Path) -> None:
    assert hpd("new", "--unit", "SoTP", "-o", "plan.yaml").returncode == 0
    assert hpd("schema", "plan", "-o", "plan.schema.json").returncode == 0
    assert hpd("schema", "plan", "-o", "plan.schema.json").returncode == 2  # never over a file
    text = (tmp_path / "plan.yaml").read_text(encoding="utf-8")
    assert text.splitlines()[0] == "# yaml-language-server: $schema=plan.schema.json"
    schema = json.loads((tmp_path / "plan.schema.json").read_text(encoding="utf-8"))
    errors = list(Draft7Validator(schema).iter_errors(pyyaml.safe_load(text)))
    assert {error.absolute_path[0] for error in errors} == {"document", "objectives", "actions"}


def test_schema_of_a_plan_follows_the_data_in_use(hpd: Hpd) -> None:
    data = ROOT / "tests/second/data"
    text = hpd("schema", "plan", "--data", data).stdout.decode()
    assert "an-van/2024/07-CT-UBND" in text
    assert "hai-phong" not in text


def test_indicators_of_an_annex_are_suggested_where_it_is_given(hpd: Hpd, tmp_path: Path) -> None:
    file = tmp_path / "annex.yaml"
    file.write_text(write(annex("PL1", row("thu-thuy-san"))), encoding="utf-8")
    assert b'"thu-thuy-san"' in hpd("schema", "plan", "--annex", file).stdout
    assert b'"thu-thuy-san"' not in hpd("schema", "plan").stdout


def test_an_unknown_kind_is_refused(hpd: Hpd) -> None:
    unknown = hpd("schema", "plans")
    assert unknown.returncode == 2
    said = f"hpd: không có lược đồ của loại tệp “plans”; có: {', '.join(KINDS)}\n"
    assert unknown.stderr.decode() == said
    assert hpd("schema", "plan", "--directive", "không-có.yaml").returncode == 2
