"""Models made of what an earlier run kept of them are those that pydantic makes."""

import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest
from pydantic import AfterValidator, BaseModel, BeforeValidator

from hpdirective.model import compiled
from hpdirective.reading import KINDS
from tests.model.states import ROOT


def states(*words: Path) -> tuple[bytes, bytes]:
    command = [sys.executable, "-m", "tests.model.states", *map(str, words)]
    done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    return done.stdout, done.stderr


def test_both_read_every_file_alike(tmp_path: Path) -> None:
    kept = tmp_path / "schemas"
    kept.write_bytes(compiled.encode(KINDS.values()))
    usual, with_pydantic = states()
    ready, without = states(kept)
    assert (with_pydantic.strip(), without.strip()) == (b"True", b"False")
    assert usual.count(b"\n") > 1000
    assert ready == usual


def test_schemas_name_the_models_own_functions_alone() -> None:
    for name in ("os:system", "builtins:eval", "hpdirective.disk:open_raw", "hpdirective.model"):
        with pytest.raises((TypeError, ValueError, AttributeError)):
            compiled._named(name)


@pytest.mark.parametrize("odd", [lambda value: value, partial(int, base=2), str.strip, object()])
def test_what_cannot_be_named_is_not_written(odd: object) -> None:
    with pytest.raises((TypeError, AttributeError)):
        compiled._said({"function": odd})


def test_a_field_called_as_a_note_of_pydantic_is_kept() -> None:
    said = compiled._said({"fields": {"metadata": {"metadata": {}, "type": "model-field"}}})
    assert said == {"fields": {"metadata": {"type": "model-field"}}}


def test_a_changed_schema_is_said_to_be_one(monkeypatch: pytest.MonkeyPatch) -> None:
    name = "hpdirective.model.plan:Plan"
    for body in (b"null", b"{}", b'{"type": "nothing"}', b'{"$": "os:system"}'):
        monkeypatch.setattr(compiled, "found", lambda body=body: {name: body})
        with pytest.raises(compiled.Changed):
            compiled._validator.__wrapped__(name)


def test_the_base_has_what_is_asked_of_it() -> None:
    """Both marks keep their function, as get_type_hints shows it to what writes the JSON Schemas."""
    assert compiled.BeforeValidator(len).func == BeforeValidator(len).func
    assert compiled.AfterValidator(len).func == AfterValidator(len).func
    asked = {"model_validate", "model_construct", "model_copy", "model_dump_json"}
    assert asked <= set(dir(compiled.BaseModel)) & set(dir(BaseModel))
