"""Each format of an assessment against its golden file, in both languages, full and empty."""

import json
from pathlib import Path

import pytest

from hpdirective.finding import Assessment
from hpdirective.reporters.assessment import REPORTERS
from hpdirective.words import Lang
from tests.conftest import Golden
from tests.reporters.sample import EMPTY, FULL

GOLDEN = Path(__file__).parent / "golden"
ENDING = {
    "json": "json",
    "jsonl": "jsonl",
    "sarif": "sarif",
    "junit": "xml",
    "gitlab": "json",
    "markdown": "md",
}


def rendered(format: str, report: Assessment, lang: Lang) -> str:
    """Render a report; of the rules that SARIF declares only those that are used, or every new rule would change it."""
    text = REPORTERS[format](report, lang)
    if format != "sarif":
        return text
    said = json.loads(text)
    (run,) = said["runs"]
    used = {result["ruleId"] for result in run["results"]}
    driver = run["tool"]["driver"]
    driver["rules"] = [rule for rule in driver["rules"] if rule["id"] in used]
    for result in run["results"]:
        del result["ruleIndex"]
    return json.dumps(said, ensure_ascii=False, indent=2) + "\n"


@pytest.mark.parametrize("lang", [*Lang])
@pytest.mark.parametrize("format", REPORTERS)
def test_format_equals_its_golden_file(format: str, lang: Lang, golden: Golden) -> None:
    ending = ENDING.get(format, "txt")
    golden(GOLDEN / f"{format}.{lang}.{ending}", rendered(format, FULL, lang))
    golden(GOLDEN / f"{format}.empty.{lang}.{ending}", rendered(format, EMPTY, lang))


FINDING = {
    "rule", "name", "severity", "unit", "file", "line", "column", "end_line", "end_column", "cell", "path",
    "task", "clause", "message", "help", "quote", "facts", "suppressed",
}  # fmt: skip


def test_json_keeps_its_fixed_shape() -> None:
    said = json.loads(REPORTERS["json"](FULL, Lang.VI))
    assert list(said) == [
        "format",
        "tool",
        "directive",
        "as_of",
        "lang",
        "settings",
        "plans",
        "between",
        "summary",
    ]
    assert set(said["settings"]) == {"before_day", "fail_on", "sha256"}
    assert said["summary"] == {"error": 1, "warning": 1, "info": 1, "suppressed": 1}
    for plan in said["plans"]:
        assert set(plan) == {"file", "kind", "unit", "sha256", "findings", "not_run"}
        for finding in plan["findings"]:
            assert set(finding) == FINDING
        for gap in plan["not_run"]:
            assert set(gap) == {"rule", "reason", "file", "unit", "task", "path", "message"}
    facts = said["plans"][0]["findings"][1]["facts"]
    assert facts == {"planned": "2024-01-15", "limit": "2023-12-31", "task": "II.4.2.4"}
    assert said["plans"][0]["findings"][0]["facts"] == {
        "task": "II.5.2.1",
        "unit": "QuanHongBang",
        "n": "12.5",
    }
