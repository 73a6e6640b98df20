"""Every rule on its own examples: the bad one is caught on the marked line and nothing else is said, the good one is clean."""

import re
from datetime import date
from functools import lru_cache
from pathlib import Path
from textwrap import dedent

import pytest
from msgspec.structs import replace

from hpdirective import catalogue
from hpdirective import library as disk
from hpdirective.baselining import without
from hpdirective.catalogue import ALL
from hpdirective.checking import Examined, examine
from hpdirective.checking import check as gathered
from hpdirective.choices import Severity
from hpdirective.finding import Assessment, Checked, Finding, Rule
from hpdirective.gathering import gather
from hpdirective.library import Library
from hpdirective.model.baseline import Baseline
from hpdirective.model.plan import number_key
from hpdirective.model.unit import Submits
from hpdirective.reading import read
from hpdirective.rules.check import Check
from hpdirective.settings import Settings
from hpdirective.source import yaml
from hpdirective.words import Lang, say
from tests.conftest import TODAY, CheckText, Golden
from tests.plans import clean_plan, fill, write
from tests.reporters.sample import TERMS

# A file that cannot be opened, or is over a limit, is no text: tests/source and tests/test_library.py hold these.
NO_TEXT = {"HPD101", "HPD113", "HPD115", "HPD137"}
CHECKS = [check for check in ALL if check.RULE.id not in NO_TEXT]
GOLDEN = Path(__file__).parents[1] / "golden/rules"
each_rule = pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.RULE.id)


def text_of(example: str | bytes) -> str | bytes:
    return example if isinstance(example, bytes) else dedent(example)


def marks(rule: Rule) -> list[tuple[int, str]]:
    """Give the lines that the bad example marks with `# HPDxxx`, or that the rule names."""
    text = text_of(rule.bad)
    lines = text.splitlines() if isinstance(text, str) else []
    marked = [
        (n, id)
        for n, line in enumerate(lines, 1)
        for id in re.findall(r"HPD\d{3}", line.partition(" # ")[2])
    ]
    return [(line, rule.id) for line in rule.at] + marked


def named(example: str | bytes) -> frozenset[str]:
    text = example if isinstance(example, str) else ""
    return frozenset(re.findall(r"\bI{1,3}(?:\.\d+){3}\b|\b[a-z_]+(?=:)", text))


def line_of(finding: Finding) -> int:
    return finding.place.span.line if finding.place.span else 0


@lru_cache
def city() -> tuple[Examined, ...]:
    """Give a clean plan of every unit that must send one."""
    library = disk.open_library()
    required = [unit.id for unit in library.units if unit.submits is Submits.REQUIRED]
    return tuple(
        examine(
            yaml.read(f"{id}.yaml", write(clean_plan(id, library)).encode()),
            library,
            Settings(),
            TODAY,
        )
        for id in required
    )


ABSENT = {"HPD702": "SoTC"}  # the unit of which the bad example has no plan


def in_a_city(check: Check, examined: Examined) -> tuple[Finding, ...]:
    """Give what a rule on a whole city finds where its example is one of the plans, beside the other that it names."""
    rule, library = check.RULE, disk.open_library()
    plans = {one.checked.unit: one for one in city()}
    if rule.beside:
        document = yaml.read("beside.yaml", dedent(rule.beside).encode())
        assert document.data is not None
        fill(document.data, library)
        other = examine(document, library, Settings(), TODAY)
        assert [f.rule.id for f in other.checked.findings if f.severity is not Severity.INFO] == []
        plans[other.checked.unit] = other
    if examined.checked.unit != ABSENT.get(rule.id):
        plans.pop(ABSENT.get(rule.id), None)
    plans[examined.checked.unit] = examined
    found = gather(plans.values(), library, Settings(), TODAY).between
    said = (dedent(str(rule.bad)), dedent(str(rule.good)))
    return tuple(
        f
        for f in found
        if f.rule is rule and (f.task is None or any(f.task in text for text in said))
        if f.facts.get("file", "beside.yaml") == "beside.yaml"  # not that of the plans filled in
        if f.place.file in (None, "plan.yaml")
    )


def beside_another(check: Check, examined: Examined) -> tuple[Finding, ...]:
    """Give what a rule between plans finds in its example beside an earlier plan of the same unit, or in a city."""
    if check in catalogue.OF_CITY:
        return in_a_city(check, examined)
    if check not in catalogue.BETWEEN:
        return ()
    assert examined.sent
    number = disk.open_library().units.by_id[examined.sent.unit.id].symbols[0]
    earlier = replace(
        examined.sent,
        file="earlier.yaml",
        number=number_key(f"15/KH-{number}"),
        issued=date(2023, 2, 10),
        earlier=(),
    )
    return gathered(
        [Examined(examined.checked, sent=examined.sent), Examined(examined.checked, sent=earlier)],
        TERMS,
        Settings(),
    ).between


def beside_plans(check: Check, text: str | bytes) -> tuple[Finding, ...]:
    """Give what a rule on baselines finds in its example beside a plan without findings."""
    if check not in catalogue.OF_BASELINE or isinstance(text, bytes):
        return ()
    known = read(yaml.read("baseline.yaml", text.encode()), Baseline, 0)
    plan = Checked("plan.yaml", "plan", "SoKHDT", "")
    return without(Assessment(TERMS, (plan,)), known, Settings()).findings


@each_rule
def test_bad_example_is_caught_on_the_marked_line(check: Check, check_text: CheckText) -> None:
    rule = check.RULE
    assert marks(rule), "the bad example marks no line"
    left_out = named(rule.good) - named(rule.bad)  # what good has and bad lacks is not filled in
    annex = dedent(rule.annex)
    examined = check_text(text_of(rule.bad), filled=True, missing=left_out, annex=annex)
    more = (*beside_another(check, examined), *beside_plans(check, text_of(rule.bad)))
    findings = sorted((*examined.checked.findings, *more), key=line_of)
    found = [(line_of(f), f.rule.id) for f in findings]
    assert found == marks(rule), [f.message(Lang.VI) for f in findings]


@each_rule
def test_bad_example_is_caught_behind_sound_actions(check: Check, check_text: CheckText) -> None:
    rule = check.RULE
    left_out = named(rule.good) - named(rule.bad)
    annex = dedent(rule.annex)
    examined = check_text(
        text_of(rule.bad), filled=True, behind=True, missing=left_out, annex=annex
    )
    more = (*beside_another(check, examined), *beside_plans(check, text_of(rule.bad)))
    findings = sorted((*examined.checked.findings, *more), key=line_of)
    assert [(line_of(f), f.rule.id) for f in findings] == marks(rule)


def told(finding: Finding) -> str:
    """Give all that a finding tells: its place, its clause, its sentences, and the facts that reports hand on."""
    span = finding.place.span
    spot = f"{span.line}:{span.column}-{span.end_line}:{span.end_column}" if span else "-"
    clause = finding.citation.clause if finding.citation else "-"
    key = ".".join(map(str, finding.path)) or "-"
    tasks = ", ".join(finding.tasks) or "-"
    lines = [f"{spot} {finding.rule.id} key {key}, task {tasks}, clause {clause}"]
    if finding.suppressed:
        lines.append(f"   left out by a {finding.suppressed.by}: {finding.suppressed.reason}")
    for lang in Lang:
        lines += [finding.message(lang), f"   = {finding.help(lang)}"]
    lines += [f"   {name}: {say(fact, Lang.EN)}" for name, fact in finding.facts.items()]
    return "".join(f"{line}\n" for line in lines)


@each_rule
def test_bad_example_tells_what_its_golden_file_tells(
    check: Check, check_text: CheckText, golden: Golden
) -> None:
    rule = check.RULE
    left_out = named(rule.good) - named(rule.bad)
    annex = dedent(rule.annex)
    examined = check_text(text_of(rule.bad), filled=True, missing=left_out, annex=annex)
    findings = sorted((*examined.checked.findings, *beside_another(check, examined)), key=line_of)
    golden(GOLDEN / f"{rule.id}.txt", "".join(map(told, findings)))


NAMELESS = [
    check
    for check in CHECKS
    if any("{action}" in text.vi for text in (check.RULE.message, check.RULE.help))
]


@pytest.mark.parametrize("check", NAMELESS, ids=lambda check: check.RULE.id)
def test_an_action_without_id_is_told_by_a_question_mark(check: Check, library: Library) -> None:
    rule = check.RULE
    document = yaml.read("plan.yaml", dedent(str(rule.bad)).encode())
    assert document.data is not None
    fill(document.data, library, named(rule.good) - named(rule.bad))
    for action in document.data["actions"]:
        action.pop("id", None)
    found = examine(document, library, Settings(), TODAY).checked.findings
    assert {f.facts["action"] for f in found if f.rule.id == rule.id} == {"?"}


@each_rule
def test_good_example_is_clean(check: Check, check_text: CheckText) -> None:
    annex = dedent(check.RULE.annex)
    examined = check_text(text_of(check.RULE.good), filled=True, annex=annex)
    assert examined.checked.readable
    more = (*beside_another(check, examined), *beside_plans(check, text_of(check.RULE.good)))
    findings = (*examined.checked.findings, *more)
    assert [(f.rule.id, f.facts) for f in findings if not f.suppressed] == []
