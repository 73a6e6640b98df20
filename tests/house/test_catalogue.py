"""The catalogue keeps its form: what is in rules/ is listed, ids never repeat, both languages say the same."""

import re
from pathlib import Path
from string import Formatter

import pytest

from hpdirective import catalogue
from hpdirective.library import Library
from hpdirective.model.directive import MetBy
from hpdirective.rules.check import Check
from hpdirective.words import Text

RULES = Path(catalogue.__file__).parent / "rules"
each_rule = pytest.mark.parametrize("check", catalogue.ALL, ids=lambda check: check.RULE.id)


def test_every_file_of_a_rule_is_listed() -> None:
    files = {path.stem for path in RULES.glob("*/*.py") if path.stem != "__init__"}
    assert files == {check.RULE.name.replace("-", "_") for check in catalogue.ALL}


def test_ids_and_names_never_repeat() -> None:
    rules = [check.RULE for check in catalogue.ALL]
    assert len({rule.id for rule in rules}) == len({rule.name for rule in rules}) == len(rules)


@pytest.mark.parametrize(
    "listed", [catalogue.OF_FILE, catalogue.OF_PLAN, catalogue.OF_DATA, catalogue.ALL]
)
def test_rules_are_listed_in_id_order(listed: tuple[Check, ...]) -> None:
    ids = [check.RULE.id for check in listed]
    assert ids == sorted(ids)


@each_rule
def test_rule_keeps_its_form(check: Check) -> None:
    rule = check.RULE
    file = str(getattr(check, "__file__", ""))
    assert Path(file).stem == rule.name.replace("-", "_")
    assert re.fullmatch(r"HPD[1-9]\d\d", rule.id)
    assert (check.__doc__ or "").startswith(f"{rule.id} {rule.name}: ")
    families = {
        "file": "1",
        "shape": "2",
        "reference": "3",
        "time": "4",
        "indicator": "5",
        "clarity": "6",
        "between": "7",
        "data": "9",
    }
    assert rule.id[3] == families[Path(file).parent.name]


@each_rule
@pytest.mark.parametrize("part", ["title", "message", "help", "why"])
def test_both_languages_say_the_same(check: Check, part: str) -> None:
    text: Text = getattr(check.RULE, part)
    assert text.vi.strip()
    assert text.en.strip()
    assert _holes(text.vi) == _holes(text.en)


@each_rule
def test_vietnamese_is_formal(check: Check) -> None:
    rule = check.RULE
    said = " ".join((rule.title.vi, rule.message.vi, rule.help.vi, rule.why.vi)).casefold()
    for word in ("bạn ", "hãy ", "vui lòng", "vi phạm", "sai phạm", "không chấp hành"):
        assert word not in said
    assert not re.search(r"\w!", said)
    for text in (rule.title.vi, rule.message.vi, rule.help.vi):
        assert not text.endswith((".", "!"))
    assert rule.title.vi[0].isupper()


def test_topics_that_rules_cite_are_mapped(library: Library) -> None:
    directive = library.directive
    cited = {check.RULE.cites for check in catalogue.ALL} - {None, "task"}
    assert cited <= set(directive.topic_ids)
    assert set(directive.topic_ids.values()) <= set(directive.clauses)
    plan_keys = {str(key) for key in MetBy if key is not MetBy.ACTION}
    assert plan_keys <= set(directive.topic_ids), "a key that answers clauses has no topic"


def _holes(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name}
