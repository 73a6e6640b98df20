"""The JSON Schemas of the reports and of the settings: what is printed keeps to them, and what is not so does not."""

import json
import tomllib
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest
from jsonschema import Draft7Validator  # type: ignore[import-untyped]
from msgspec.structs import asdict, fields, replace

from hpdirective import answering, catalogue, fixing
from hpdirective import library as disk
from hpdirective.baselining import without
from hpdirective.checking import Examined, check, examine, is_data, terms
from hpdirective.choices import BeforeDay, FailOn, Severity
from hpdirective.cli.schema import WRITTEN, schema
from hpdirective.coverage import State
from hpdirective.finding import Assessment, Checked, NotRunReason, SuppressedBy, Suppression
from hpdirective.fixing import What as FixKind
from hpdirective.library import Library, open_annexes, open_document
from hpdirective.measuring import measure
from hpdirective.model.baseline import Baseline
from hpdirective.model.directive import Basis, DueBasis, Kind, MarkKind, MetBy, Role, Scope
from hpdirective.model.period import Relation
from hpdirective.model.target import Op, Trend
from hpdirective.model.unit import Submits
from hpdirective.reading import read, understand
from hpdirective.reporters import assessment, config, coverage, fixes, reading, rules, tasks, trace
from hpdirective.reporters import units as unit_reports
from hpdirective.reporters.schema import settings
from hpdirective.settings import Settings, SettingsError, read_settings
from hpdirective.source import yaml
from hpdirective.source.document import MOST, Limits
from hpdirective.source.standing import LineKind
from hpdirective.supplying import supply
from hpdirective.tracing.back import trace_line
from hpdirective.tracing.forward import View, trace_clauses
from hpdirective.tracing.line import line_at
from hpdirective.tracing.values import What, Why
from hpdirective.words import Lang
from tests.conftest import TODAY
from tests.plans import clean_plan, write
from tests.reporters.sample import EMPTY, ERROR, FULL, GAP, INFO

ROOT = Path(__file__).parents[2]
GOLDEN = ROOT / "tests/golden/trace"
PLANS = sorted((ROOT / "examples/plans").glob("*.yaml"))
FAULTS = sorted((ROOT / "examples/faults").glob("*.yaml"))
DATA = [
    ROOT / name
    for name in (
        "data/directive_2023.yaml", "data/groups.yaml", "data/units/SoTC.yaml", "examples/annexes/PL1-press.yaml",
    )
]  # fmt: skip
RULES = tuple(check.RULE for check in catalogue.ALL)
REPORTS = [
    "findings", "coverage", "tasks", "read", "units", "rules", "trace", "fixes", "config-report",
]  # fmt: skip
BROKEN = {
    "empty": b"",
    "blank": b"\n \n# only a comment\n",
    "binary": bytes(range(256)) * 4,
    "no-mapping": b"- a\n- b\n",
    "a-word": b"ke hoach",
    "nothing-in-it": b"format: 1\n",
    "no-unit": b"format: 1\ndirective: hai-phong/2023/02-CT-UBND\nactions: []\n",
    "unknown-unit": "format: 1\nunit: Sở Không Có\n".encode(),
    "unknown-kind": "kind: báo cáo\n".encode(),
    "kind-of-a-number": b"kind: 12\n",
    "broken-directive": b"kind: directive\nparts: 3\n",
    "broken-unit": b"kind: unit\nid: X\nsubmits: perhaps\n",
    "broken-annex": b"kind: annex\nindicators: x\n",
    "broken-yaml": b"format: 1\nunit: 'SoTC\nactions: [\n",
    "utf-16": "unit: SoTC\n".encode("utf-16"),
    "lists-in-lists": b"format: 1\nunit: [[[x]]]\nactions: {a: {b: [c]}}\ndocument: 3\n",
    "two-documents": b"format: 1\nunit: SoTC\n---\nunit: SoTC\n",
    "controls": b"unit: \"a\\u0001\\ud800\"\ntitle: \x07\n",
}  # fmt: skip


def text_of(kind: str) -> str:
    """Give a schema as `hpd schema` prints it."""
    text = (files("hpdirective") / "schemas" / f"{kind}.json").read_text(encoding="utf-8")
    return settings.render(text, RULES) if kind == "config" else text


@cache
def validator(kind: str) -> Any:
    return Draft7Validator(
        json.loads(text_of(kind)), format_checker=Draft7Validator.FORMAT_CHECKER
    )


def faults(kind: str, value: Any) -> list[str]:
    return [f"{error.json_path}: {error.message[:200]}" for error in validator(kind).iter_errors(value)]  # fmt: skip


def keeps(kind: str, text: str) -> Any:
    """Hold a report to its schema, and give what it says."""
    said = json.loads(text)
    assert faults(kind, said) == []
    return said


@pytest.fixture(autouse=True)
def _in_the_root(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)  # reports name files as seen from here


@pytest.fixture(scope="module")
def plans(library: Library) -> list[Examined]:
    return [examine(open_document(path), library, Settings(), TODAY) for path in PLANS]


# The schemas themselves.


def inside(whole: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any]]:
    """Give every schema within a schema, with its route."""
    if isinstance(whole, list):
        for at, one in enumerate(whole):
            yield from inside(one, (*path, str(at)))
    elif isinstance(whole, dict):
        yield path, whole
        for key, one in whole.items():
            if key in ("properties", "definitions"):
                for name, part in one.items():
                    yield from inside(part, (*path, key, name))
            elif key in ("items", "anyOf", "additionalProperties", "propertyNames"):
                yield from inside(one, (*path, key))


@pytest.mark.parametrize("kind", WRITTEN)
def test_schema_is_one(kind: str) -> None:
    said = json.loads(text_of(kind))
    Draft7Validator.check_schema(said)
    assert said["$schema"] == "http://json-schema.org/draft-07/schema#"


@pytest.mark.parametrize("kind", WRITTEN)
def test_command_prints_it(kind: str, capsys: pytest.CaptureFixture[str]) -> None:
    schema(kind)
    assert capsys.readouterr().out == text_of(kind)


def test_settings_schema_as_shipped_is_one_too() -> None:
    text = (files("hpdirective") / "schemas/config.json").read_text(encoding="utf-8")
    Draft7Validator.check_schema(json.loads(text))
    assert Draft7Validator(json.loads(text)).is_valid({"severity": {"HPD404": "error"}})
    limits = json.loads(text)["properties"]["limits"]["properties"]
    assert {name: part["maximum"] for name, part in limits.items()} == asdict(MOST)


@pytest.mark.parametrize("kind", [*REPORTS, "config"])
def test_every_property_is_described_in_both_languages(kind: str) -> None:
    whole = json.loads(text_of(kind))
    vi, _, en = whole["description"].partition("\n")
    assert vi
    assert en
    assert " · " in whole["title"]
    for path, one in inside(whole):
        for name, part in one.get("properties", {}).items():
            if path[-2:] in (("properties", "by_basis"), ("properties", "by_role")):
                continue  # the key says all
            said = part.get("description", "").split("\n")
            assert len(said) == 2, (*path, name)
            assert all(said), (*path, name)


SPARSE = {"by_basis", "by_role"}


@pytest.mark.parametrize("kind", REPORTS)
def test_every_key_is_required_and_no_other_allowed(kind: str) -> None:
    for path, one in inside(json.loads(text_of(kind))):
        if one.get("type") != "object":
            continue
        if "properties" not in one:  # a map: its values have a shape of their own
            assert isinstance(one["additionalProperties"], dict)
            assert path[-1] in ("shares", "facts", "value", "additionalProperties"), path
            continue
        assert one["additionalProperties"] is False, path
        if path and path[-1] in SPARSE:
            assert one["required"] == []
        else:
            assert one["required"] == list(one["properties"]), path


ENUMS: dict[str, Iterable[str]] = {
    "severity": Severity,
    "not_run_reason": NotRunReason,
    "suppressed_by": SuppressedBy,
    "state": State,
    "before_day": BeforeDay,
    "fail_on": FailOn,
    "lang": Lang,
    "kind": Kind,
    "role": Role,
    "basis": Basis,
    "met_by": MetBy,
    "due_basis": DueBasis,
    "scope": Scope,
    "mark_kind": MarkKind,
    "op": Op,
    "trend": Trend,
    "relation": Relation,
    "submits": Submits,
    "what": What,
    "why": Why,
    "line_kind": LineKind,
    "fix_kind": FixKind,
    "claim_kind": ("waiver", "extension", "contest"),
    "uncounted_kind": ("action", "waiver", "extension", "contest"),
    "origin": ("file", "default"),
}


@pytest.mark.parametrize("kind", [*REPORTS, "config"])
def test_lists_of_words_are_those_of_the_code(kind: str) -> None:
    definitions = json.loads(text_of(kind))["definitions"]
    listed = {name: one["enum"] for name, one in definitions.items() if "enum" in one}
    listed.pop("some_rules", None)
    assert listed == {name: [str(word) for word in ENUMS[name]] for name in listed}


def test_schemas_say_the_same_of_the_same_thing() -> None:
    said: dict[str, Any] = {}
    for kind in (*REPORTS, "config"):
        for name, one in json.loads(text_of(kind)).get("definitions", {}).items():
            if name != "plan":
                assert said.setdefault(name, one) == one, (kind, name)


def test_totals_are_counted_by_every_state() -> None:
    totals = json.loads(text_of("coverage"))["definitions"]["totals"]
    assert totals["required"] == ["required", *State, "percent"]


# The reports.


def assess(examined: Iterable[Examined], library: Library, settings: Settings) -> Assessment:
    seen = list(examined)
    return check(seen, terms(library.directive, settings, TODAY), settings)


def test_findings_of_every_example(library: Library) -> None:
    settings = replace(Settings(), fail_on=FailOn.WARNING, before_day=BeforeDay.OK)
    examined = [
        examine(open_document(p), library, settings, TODAY) for p in (*PLANS, *FAULTS, *DATA)
    ]
    for lang in Lang:
        said = keeps(
            "findings", assessment.REPORTERS["json"](assess(examined, library, settings), lang)
        )
        assert len(said["plans"]) == len(examined)
    assert {plan["kind"] for plan in said["plans"]} == {"plan", "directive", "annex", "groups", "unit"}  # fmt: skip


def test_findings_of_every_rule_on_its_own_example(library: Library) -> None:
    examined = []
    for rule in RULES:
        raw = rule.bad if isinstance(rule.bad, bytes) else dedent(rule.bad).encode()
        annex = [yaml.read("annex.yaml", rule.annex.encode())] if rule.annex else []
        shelf = supply(library, annex) if annex else library
        one = examine(yaml.read(f"{rule.id}.yaml", raw), shelf, Settings(), TODAY).checked
        own = tuple(f for f in one.findings if f.rule is rule)  # the rest is said by others, often
        examined.append(Examined(replace(one, findings=own, not_run=one.not_run[:1])))
    for lang in Lang:
        report = assessment.REPORTERS["json"](assess(examined, library, Settings()), lang)
        said = keeps("findings", report)
    found = {f["rule"] for plan in said["plans"] for f in plan["findings"]}
    alone = len(RULES) - len(catalogue.OF_CITY)
    assert len(found) > alone * 0.85  # some need a folder of data, or a second plan


@pytest.mark.parametrize("lang", Lang)
def test_findings_of_what_is_broken(lang: Lang, library: Library, tmp_path: Path) -> None:
    big, folder, gone = tmp_path / "big.yaml", tmp_path / "folder.yaml", tmp_path / "gone.yaml"
    big.write_bytes(b"x" * 1000)
    folder.mkdir()
    documents = [yaml.read(f"{name}.yaml", raw) for name, raw in BROKEN.items()]
    documents += [open_document(path) for path in (folder, gone)]
    documents.append(open_document(big, Limits(bytes=100)))
    examined = [examine(document, library, Settings(), TODAY) for document in documents]
    report = assessment.REPORTERS["json"](assess(examined, library, Settings()), lang)
    said = keeps("findings", report)
    assert {plan["file"] for plan in said["plans"] if not plan["sha256"]} == {
        path.as_posix() for path in (big, folder, gone)
    }
    assert any(plan["not_run"] for plan in said["plans"])


@pytest.mark.parametrize("lang", Lang)
@pytest.mark.parametrize("what", ["empty", "full"])
def test_findings_of_the_sample(lang: Lang, what: str) -> None:
    keeps("findings", assessment.REPORTERS["json"](EMPTY if what == "empty" else FULL, lang))
    for golden in (ROOT / "tests/reporters/golden").glob("json*.json"):
        keeps("findings", golden.read_text(encoding="utf-8"))


def test_findings_of_data_alone_name_no_directive(library: Library) -> None:
    documents = [open_document(path) for path in DATA[1:]]
    assert all(map(is_data, documents))
    examined = [examine(document, library, Settings(), TODAY) for document in documents]
    report = check(examined, terms(None, Settings(), TODAY), Settings())
    said = keeps("findings", assessment.REPORTERS["json"](report, Lang.VI))
    assert said["directive"] == {"id": "", "sha256": ""}


def test_findings_that_do_not_count_and_those_between_plans(library: Library) -> None:
    plan = write(clean_plan("SoTC", library)).replace("lead:", "leed:", 1)
    ignored = plan.replace("leed:", "# hpd: ignore[HPD220] đã hỏi\n  leed:", 1)
    ignored = ignored.replace("15/KH", "16/KH").replace("10/02/2023", "11/02/2023")
    examined = [
        examine(yaml.read(f"{n}.yaml", text.encode()), library, Settings(), TODAY)
        for n, text in enumerate((plan, ignored))
    ]
    report = assess(examined, library, Settings())
    waived = replace(ERROR, suppressed=Suppression(SuppressedBy.WAIVER, "Công văn 12/UBND"))
    report = replace(
        report,
        files=(*report.files, Checked("c.yaml", "plan", None, "", (waived, INFO), (GAP,))),
        not_run=(replace(GAP, reason=NotRunReason.NO_ROSTER, file=None, unit=None),),
    )
    known = "format: 1\nkind: baseline\ndirective: hai-phong/2023/02-CT-UBND\nfindings:\n  - {unit: SoTC, rule: HPD701, path: unit}\n  - {unit: SoTC, rule: HPD220, path: x}\n"
    baseline = read(yaml.read("baseline.yaml", known.encode()), Baseline, 0)
    for one in (report, without(report, baseline, Settings())):
        said = keeps("findings", assessment.REPORTERS["json"](one, Lang.VI))
        assert said["between"]["findings"]
        assert said["between"]["not_run"]
        assert said["summary"]["suppressed"] >= 1


@pytest.mark.parametrize("unit", ["SoTTTT", "HuyenCatHai", None])
def test_coverage(unit: str | None, plans: list[Examined], library: Library) -> None:
    chosen = library.units.by_id[unit] if unit else None
    measured = measure(plans, library, Settings(), TODAY, chosen)
    shelf = (library.directive, library.units)
    for lang in Lang:
        said = keeps("coverage", coverage.json.render(measured, *shelf, lang))
        assert said["unit"] == unit


@pytest.mark.parametrize("lang", Lang)
def test_coverage_of_nothing_and_of_what_is_broken(lang: Lang, library: Library) -> None:
    shelf = (library.directive, library.units)
    nothing = measure([], library, Settings(), TODAY, library.units.by_id["SoTC"], ("plans",))
    keeps("coverage", coverage.json.render(nothing, *shelf, lang))
    examined = [
        examine(yaml.read(f"{name}.yaml", raw), library, Settings(), TODAY)
        for name, raw in BROKEN.items()
    ]
    unit = library.units.by_id["SoTC"]
    keeps("coverage", coverage.json.render(measure(examined, library, Settings(), TODAY, unit), *shelf, lang))  # fmt: skip


def test_tasks(library: Library) -> None:
    annexes = supply(library, open_annexes(["examples/annexes"]))
    for shelf in (library, annexes):
        clauses = tuple(shelf.directive.clauses.values())
        keeps("tasks", tasks.json.render(clauses, shelf.directive, shelf.units, Lang.VI))
    for id in ("SoTTTT", "HuyenCatHai"):
        unit = library.units.by_id[id]
        owed = answering.duties(library.directive, library.units, unit, submitted=True)
        given = {duty.id: duty for duty in owed}
        clauses = tuple(duty.clause for duty in owed)
        keeps(
            "tasks", tasks.json.render(clauses, library.directive, library.units, Lang.EN, given)
        )
    one = library.directive.expand("II.3.4")  # as `hpd show` does
    assert keeps("tasks", tasks.json.render(one, library.directive, library.units, Lang.VI))


@pytest.mark.parametrize("folder", ["tests/second/data"])
def test_tasks_and_units_of_another_city(folder: str) -> None:
    other = disk.open_library(data=folder)
    clauses = other.directive.clauses.values()
    keeps("tasks", tasks.json.render(clauses, other.directive, other.units, Lang.VI))
    keeps("units", unit_reports.json.render(other.units, other.units, Lang.VI))


@pytest.mark.parametrize(
    "text",
    [
        "", "Quý IV/2023", "Trước ngày 15/02/2023", "Thường xuyên", "hằng quý", "sau khi được phê duyệt",
        "31/11/2023", "02/2023 - 11/2023", "trên 85%", "12,7%-13%", "tăng 13%", "giảm", "1.234", "08 dự án; 10 dự án",
        "Sở Tài chính", "Sở Kế hoạch Đầu tư", "các quận, huyện", "Phòng Tổng hợp, Sở Tài chính", "vào dịp thích hợp",
        "99999999999999999999999999999999 dự án", "0,000001%", "\x00", "x" * 3000,
    ],
)  # fmt: skip
def test_read(text: str, library: Library) -> None:
    understood = understand(text, library.units, 2023)
    for lang in Lang:
        said = keeps("read", reading.json.render(understood, library.units, lang))
        assert said["text"] == text


def test_units_and_rules(library: Library) -> None:
    said = keeps("units", unit_reports.json.render(library.units, library.units, Lang.VI))
    assert len(said["units"]) == len(list(library.units))
    said = keeps("rules", rules.json.render(RULES, Lang.EN))
    assert len(said["rules"]) == len(RULES)


@pytest.mark.parametrize("golden", sorted(GOLDEN.glob("*.json")), ids=lambda path: path.stem)
def test_trace_in_golden_files(golden: Path) -> None:
    keeps("trace", golden.read_text(encoding="utf-8"))


@pytest.mark.parametrize("query", ["I.3", "II.7.3.3", "II.8", "III.1"])
def test_trace_of_clauses(query: str, plans: list[Examined], library: Library) -> None:
    broken = [
        examine(yaml.read(f"{name}.yaml", raw), library, Settings(), TODAY)
        for name, raw in BROKEN.items()
        if name in ("empty", "no-unit", "binary")
    ]
    view = View(library, Settings(), TODAY, (*plans, *broken))
    found = trace_clauses(view, query, library.directive.under(query))
    keeps("trace", trace.REPORTERS["json"](found, library.units, Lang.VI))


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("examples/plans/HuyenCatHai.yaml", range(1, 60, 3)),
        ("examples/faults/unknown-task.yaml", range(1, 30, 3)),
        ("data/groups.yaml", (1, 6)),
        ("data/directive_2023.yaml", (1, 60)),
    ],
)
def test_trace_of_lines(name: str, lines: Iterable[int], library: Library) -> None:
    document = open_document(Path(name))
    examined = examine(document, library, Settings(), TODAY)
    view = View(library, Settings(), TODAY, (examined,))
    for number in lines:
        found = trace_line(view, line_at(f"{name}:{number}", document, number))
        keeps("trace", trace.REPORTERS["json"](found, library.units, Lang.VI))


@pytest.mark.parametrize("name", ["broken-yaml", "binary", "unknown-kind", "empty"])
def test_trace_of_a_line_of_what_is_broken(name: str, library: Library) -> None:
    document = yaml.read("plan.yaml", BROKEN[name])
    examined = examine(document, library, Settings(), TODAY)
    view = View(library, Settings(), TODAY, (examined,))
    found = trace_line(view, line_at("plan.yaml:1", document, 1))
    keeps("trace", trace.REPORTERS["json"](found, library.units, Lang.EN))


def test_fixes(library: Library) -> None:
    names = ("unquoted-value", "unknown-key", "near-unit", "windows-1258", "unreadable-date")
    raws = {f.name: f.read_bytes() for f in FAULTS if f.stem in names} | BROKEN
    raws["odd.yaml"] = "unit: Sở Tài chính\nactions:\n  - tasks: ii.3.4.2.\n".encode()
    fixed = [fixing.fix(name, raw, library) for name, raw in raws.items()]
    for written in (False, True):
        said = keeps("fixes", fixes.json.render(fixed, Lang.VI, written=written))
    kinds = {fix["what"] for plan in said["plans"] for fix in plan["fixes"]}
    assert len(kinds) >= 4


def test_config_report() -> None:
    table = {
        "plans": ["a"],
        "severity": {"HPD404": "info"},
        "options": {"vague-result": {"empty": ["báo cáo"]}, "HPD602": {"shortest": 8}},
    }
    given = read_settings(table, RULES)
    said = keeps("config-report", config.json(Settings(**given), "hpd.toml", given, Lang.VI))
    assert set(said["settings"]) == {field.name for field in fields(Settings)}
    keeps("config-report", config.json(Settings(), None, {}, Lang.EN))


# What is not so is refused.

Change = Callable[[Any], None]


@pytest.fixture(scope="module")
def whole(plans: list[Examined], library: Library) -> dict[str, str]:
    """Give a small report of each format."""
    shelf = (library.directive, library.units)
    unit = library.units.by_id["HuyenCatHai"]
    small = [p for p in plans if p.checked.unit == unit.id]
    understood = understand("Quý IV/2023", library.units, 2023)
    named = understand("Sở Tài chính, Sở Kế hoạch Đầu tư", library.units, 2023)
    reached = understand("trên 85%", library.units, 2023)
    read_all = replace(understood, units=named.units, target=reached.target, faults=named.faults)
    mended = fixing.fix("a.yaml", (ROOT / "examples/faults/unquoted-value.yaml").read_bytes(), library)  # fmt: skip
    return {
        "findings": assessment.REPORTERS["json"](
            replace(
                FULL,
                between=(replace(ERROR, suppressed=Suppression(SuppressedBy.BASELINE, "b.yaml")),),
                not_run=(GAP,),
            ),
            Lang.VI,
        ),
        "coverage": coverage.json.render(measure(small, library, Settings(), TODAY, unit), *shelf, Lang.VI),
        "tasks": tasks.json.render(library.directive.under("II.3"), *shelf, Lang.VI),
        "read": reading.json.render(read_all, library.units, Lang.VI),
        "units": unit_reports.json.render([unit, library.units.by_id["SoTC"]], library.units, Lang.VI),
        "rules": rules.json.render([r for r in RULES if r.options], Lang.VI),
        "trace": (GOLDEN / "line-with-findings.en.json").read_text(encoding="utf-8"),
        "fixes": fixes.json.render([mended], Lang.VI, written=False),
        "config-report": config.json(Settings(), None, {}, Lang.VI),
    }  # fmt: skip


def objects(value: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any]]:
    """Give every mapping of a document, with its route, numbers left out."""
    if isinstance(value, list):
        for one in value:
            yield from objects(one, (*path, "*"))
    elif isinstance(value, dict):
        yield path, value
        for key, one in value.items():
            yield from objects(one, (*path, key))


@pytest.mark.parametrize("kind", REPORTS)
def test_a_key_dropped_or_added_is_refused(kind: str, whole: dict[str, str]) -> None:
    document = keeps(kind, whole[kind])
    seen = set()
    for path, one in objects(document):
        if path in seen or (path and path[-1] in ("facts", "shares", "value")):
            continue
        seen.add(path)
        one["new_key"] = None
        assert not validator(kind).is_valid(document), (*path, "new_key")
        del one["new_key"]
        for key in () if path and path[-1] in SPARSE else tuple(one):
            taken = one.pop(key)
            assert not validator(kind).is_valid(document), (*path, key)
            one[key] = taken
    assert faults(kind, document) == []


def put(*route: str | int, value: Any) -> Change:
    def change(document: Any) -> None:
        for step in route[:-1]:
            document = document[step]
        document[route[-1]] = value

    return change


NO_TOTALS = {"required": 0, **dict.fromkeys(map(str, State), 0), "percent": None}

WRONG: list[tuple[str, Change]] = [
    ("findings", put("format", value="hpd-findings/2")),
    ("findings", put("tool", "name", value="other")),
    ("findings", put("directive", "sha256", value="ab")),
    ("findings", put("as_of", value="01/03/2023")),
    ("findings", put("as_of", value="2023-02-30")),
    ("findings", put("lang", value="fr")),
    ("findings", put("settings", "before_day", value="perhaps")),
    ("findings", put("settings", "fail_on", value="ok")),
    ("findings", put("settings", "sha256", value="")),
    ("findings", put("plans", 0, "findings", 0, "rule", value="late-due-date")),
    ("findings", put("plans", 0, "findings", 0, "name", value="HPD403")),
    ("findings", put("plans", 0, "findings", 0, "severity", value="lỗi")),
    ("findings", put("plans", 0, "findings", 0, "line", value=0)),
    ("findings", put("plans", 0, "findings", 0, "line", value="12")),
    ("findings", put("plans", 0, "findings", 0, "path", value="actions.0")),
    ("findings", put("plans", 0, "findings", 0, "path", value=[1.5])),
    ("findings", put("plans", 0, "findings", 0, "message", value=None)),
    ("findings", put("plans", 0, "findings", 0, "facts", "n", value=12.5)),
    ("findings", put("plans", 0, "findings", 0, "facts", "n", value={"vi": "a"})),
    ("findings", put("plans", 0, "findings", 0, "suppressed", value=False)),
    ("findings", put("between", "findings", 0, "suppressed", "by", value="luck")),
    ("findings", put("between", "findings", 0, "suppressed", "reason", value=None)),
    ("findings", put("plans", 0, "not_run", 0, "reason", value="too-long")),
    ("findings", put("plans", 0, "unit", value="")),
    ("findings", put("summary", "error", value=-1)),
    ("coverage", put("by_basis", "luck", value=NO_TOTALS)),
    ("coverage", put("by_role", "helper", value=NO_TOTALS)),
    ("coverage", put("by_basis", "all", "percent", value=100.5)),
    ("coverage", put("totals", "percent", value="80")),
    ("coverage", put("totals", "covered", value=1.5)),
    ("coverage", put("tasks", 0, "state", value="done")),
    ("coverage", put("tasks", 0, "role", value="helper")),
    ("coverage", put("tasks", 0, "basis", value="text")),
    ("coverage", put("not_run", 0, "reason", value="missing")),
    ("tasks", put("tasks", 0, "kind", value="task")),
    ("tasks", put("tasks", 0, "met_by", value=["plan"])),
    ("tasks", put("tasks", 0, "assignments", 0, "met_by", value=[])),
    ("tasks", put("tasks", 0, "title", value="Tên")),
    ("tasks", put("tasks", 0, "due", value={"date": "2023-12-31", "relation": "after", "basis": "text"})),
    ("tasks", put("tasks", 0, "due", value={"date": "31/12/2023", "relation": "by", "basis": "text"})),
    ("read", put("period", "end", value="31/12/2023")),
    ("read", put("period", "relation", value="after")),
    ("read", put("period", "standing", value=None)),
    ("read", put("target", "op", value="≥")),
    ("read", put("target", "value", value="85")),
    ("read", put("units", value={})),
    ("read", put("faults", 0, "rule", value="near-unit")),
    ("units", put("units", 0, "submits", value="yes")),
    ("units", put("units", 0, "valid_from", value="2023")),
    ("units", put("units", 0, "name", value="Huyện")),
    ("rules", put("rules", 0, "severity", value="fatal")),
    ("rules", put("rules", 0, "id", value="HPD1")),
    ("rules", put("rules", 0, "options", 0, "default", value="x")),
    ("trace", put("at", "what", value="line")),
    ("trace", put("at", "line_is", value="text")),
    ("trace", put("at", "line", value=None)),
    ("trace", put("clauses", 0, "answers", 0, "submits", value="maybe")),
    ("trace", put("clauses", 0, "answers", 0, "state", value=None)),
    ("trace", put("clauses", 0, "in_paragraph", "start", value=-1)),
    ("fixes", put("plans", 0, "fixes", 0, "what", value="promise")),
    ("fixes", put("plans", 0, "fixes", 0, "rule", value="unquoted-value")),
    ("fixes", put("written", value="no")),
    ("config-report", put("settings", "plans", "origin", value="environment")),
    ("config-report", put("settings", "fail_on", "value", value="always")),
    ("config-report", put("settings", "severity", "value", value={"near-unit": "error"})),
]  # fmt: skip


def test_totals_of_nothing_are_allowed(whole: dict[str, str]) -> None:
    document = json.loads(whole["coverage"])
    put("by_basis", "named", value=NO_TOTALS)(document)
    put("by_role", "monitor", value=NO_TOTALS)(document)
    assert faults("coverage", document) == []


@pytest.mark.parametrize("at", range(len(WRONG)))
def test_a_wrong_value_is_refused(at: int, whole: dict[str, str]) -> None:
    kind, change = WRONG[at]
    document = json.loads(whole[kind])
    change(document)
    assert faults(kind, document)


# The settings.


def accepted(table: dict[str, Any]) -> bool:
    try:
        read_settings(table, RULES)
    except SettingsError:
        return False
    return True


def test_settings_schema_has_the_keys_of_the_code() -> None:
    said = json.loads(text_of("config"))
    assert list(said["properties"]) == [field.name for field in fields(Settings)]
    assert "required" not in said
    both = {name for rule in RULES for name in (rule.id, rule.name)}
    assert set(said["properties"]["severity"]["properties"]) == both
    options = said["properties"]["options"]["properties"]
    assert {name: set(one["properties"]) for name, one in options.items()} == {
        name: {option.name for option in rule.options}
        for rule in RULES
        if rule.options
        for name in (rule.id, rule.name)
    }


@pytest.mark.parametrize(
    "path", ["hpd.toml", "README.md"], ids=["of this checkout", "shown in README"]
)
def test_settings_files_keep_to_it(path: str) -> None:
    text = (ROOT / path).read_text(encoding="utf-8")
    if path == "README.md":
        text = text.partition("### Settings")[2].partition("```toml\n")[2].partition("```")[0]
    table = tomllib.loads(text)
    assert table
    assert faults("config", table) == []
    assert accepted(table)


@pytest.mark.parametrize("which", ["printed", "shipped"])
@pytest.mark.parametrize(
    "line",
    [
        "", 'plans = "a"', 'plans = ["a", "b"]', "annexes = []", 'directive = "02/CT-UBND"', 'data = "data"',
        'baseline = "known.yaml"', 'before_day = "ok"', 'fail_on = "never"', 'select = "HPD4"',
        'select = ["HPD", "late-due-date"]', 'ignore = ["HPD403", "HPD40"]', "include_restricted = true",
        '[severity]\nHPD404 = "info"\nnear-unit = "error"', "[severity]", "[options.HPD602]\nshortest = 0",
        '[options.vague-result]\nempty = "báo cáo"', "[options.HPD605]\nempty = []", "[options]",
    ],
)  # fmt: skip
def test_settings_that_are_read_are_valid(line: str, which: str) -> None:
    table = tomllib.loads(line)
    assert accepted(table)
    if which == "printed":
        assert faults("config", table) == []
    else:
        text = (files("hpdirective") / "schemas/config.json").read_text(encoding="utf-8")
        Draft7Validator(json.loads(text)).validate(table)


@pytest.mark.parametrize(
    "line",
    [
        "plans = 3", "plans = [3]", "plan = []", "directive = 2023", "directive = ['a']", 'before_day = "fail"',
        "before_day = true", 'fail_on = "ok"', 'select = ["HPD000"]', 'select = ["hpd404"]', 'select = [""]', "select = ''",
        'ignore = ["late"]', "include_restricted = 'yes'", "include_restricted = 1", '[severity]\nHPD000 = "error"',
        '[severity]\nHPD4 = "error"', '[severity]\nHPD404 = "off"', "severity = 'error'", "[options.HPD602]\nlongest = 1",
        "[options.HPD602]\nshortest = -1", "[options.HPD602]\nshortest = true", "[options.HPD602]\nshortest = ['a']",
        "[options.HPD605]\nempty = 3", "[options.HPD404]\nx = 1", "[options.no-such-rule]", "options = []",
        "lang = 'vi'", "rooster = true", "roster = 'yes'",
    ],
)  # fmt: skip
def test_settings_that_are_refused_are_invalid(line: str) -> None:
    table = tomllib.loads(line)
    assert not accepted(table)
    assert faults("config", table)
