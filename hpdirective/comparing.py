"""A measurement against an earlier one: which duties are answered now and were not, and which are not any more."""

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from hpdirective.coverage import Change, Comparison, Coverage, State
from hpdirective.disk import NotUsable
from hpdirective.words import Text

FORMAT = "hpd-coverage/1"


def compare(coverage: Coverage, file: str, text: str) -> Comparison:
    """Hold a measurement against the text of an earlier one, as `hpd coverage --format json` wrote it.

    Duties of units that only one of them measured are left out. Raises NotUsable for any other text, and for one of another directive.
    """
    said = _read(file, text, coverage)
    before = {_key(row): State(row["state"]) for row in said["tasks"] if row["role"] == "lead"}
    measured = {row["unit"] for row in said["by_unit"]}
    units = measured & {row.unit for row in coverage.by_unit}
    after = {
        (duty.task, duty.unit or ""): duty
        for duty in coverage.duties
        if duty.role == "lead" and duty.unit in units
    }
    titles = {row["task"]: row["title"] for row in said["tasks"]}
    changes = [
        Change(task, unit, duty.title, before.get((task, unit)), duty.state)
        for (task, unit), duty in after.items()
        if before.get((task, unit)) is not duty.state
    ]
    gone = [
        key for key in before if key not in after and key[1] in units and _asked(key[0], coverage)
    ]
    changes += [
        Change(task, unit, Text(titles[task], titles[task]), before[task, unit], None)
        for task, unit in gone
    ]
    return Comparison(date.fromisoformat(said["as_of"]), file, tuple(changes))


def _asked(task: str, coverage: Coverage) -> bool:
    """Tell whether a measurement of a part would hold a task that the directive no longer gives."""
    section = coverage.part.section
    return coverage.part.basis is None and (
        section is None or f"{task}.".startswith(f"{section}.")
    )


def _key(row: Mapping[str, Any]) -> tuple[str, str]:
    return row["task"], row["unit"]


def _read(file: str, text: str, coverage: Coverage) -> dict[str, Any]:
    try:
        said = json.loads(text)
    except (ValueError, RecursionError):
        said = None
    if not (isinstance(said, dict) and said.get("format") == FORMAT and _is_whole(said)):
        raise NotUsable(
            Text(
                vi=f"“{file}” không phải kết quả của `hpd coverage --format json` ({FORMAT})",
                en=f"“{file}” is no report of `hpd coverage --format json` ({FORMAT})",
            )
        )
    if said["directive"]["id"] != coverage.terms.directive:
        other = said["directive"]["id"]
        raise NotUsable(
            Text(
                vi=f"“{file}” là kết quả của chỉ thị “{other}”, không so sánh được",
                en=f"“{file}” is a report on directive “{other}” and cannot be compared",
            )
        )
    return said


def _is_whole(said: dict[str, Any]) -> bool:
    """Tell whether a report has what is compared, each of its kind."""
    try:
        date.fromisoformat(said["as_of"])
        rows = all(
            isinstance(row["task"], str)
            and isinstance(row["title"], str)
            and State(row["state"])
            and (row["role"] != "lead" or isinstance(row["unit"], str))
            for row in said["tasks"]
        )
        units = all(isinstance(row["unit"], str) for row in said["by_unit"])
        return rows and units and isinstance(said["directive"]["id"], str)
    except (KeyError, TypeError, ValueError):
        return False
