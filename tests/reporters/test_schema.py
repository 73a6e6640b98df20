"""The JSON Schema of plans: it takes what the reader takes, and refuses the listed faults that the reader finds.

The list is in `listed`; everything else that `hpd validate` says, the schema leaves to it.
"""

import json
import re
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
import yaml as pyyaml
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft7Validator  # type: ignore[import-untyped]

from hpdirective.checking import examine
from hpdirective.finding import Finding, Severity
from hpdirective.library import open_document, open_library
from hpdirective.model.located import Located
from hpdirective.model.period import UnreadablePeriod, read_period
from hpdirective.model.plan import Plan
from hpdirective.model.target import read_target
from hpdirective.model.unit import Submits
from hpdirective.reporters.schema import plan as schema
from hpdirective.settings import Settings
from hpdirective.source import yaml
from hpdirective.source.document import Document
from tests.conftest import TODAY
from tests.editor import Plain, typed, written

ROOT = Path(__file__).parents[2]
LIBRARY = open_library()
TEXT = schema.render(LIBRARY.directive, LIBRARY.units)
SCHEMA = json.loads(TEXT)
VALIDATOR = Draft7Validator(SCHEMA)
Data = dict[str, Any]


def found(document: Document) -> tuple[Finding, ...]:
    return examine(document, LIBRARY, Settings(), TODAY).checked.findings


def fits(text: str) -> bool:
    return bool(VALIDATOR.is_valid(typed(text)))


# ---- the list -----------------------------------------------------------------------------------

ALWAYS = {
    "unknown-key",
    "wrong-type",
    "unquoted-colon",  # a mapping of one text where a text is asked for
    "comma-splits-value",  # in { }: its second half is a key that plans do not have
    "unsupported-format",
    "unknown-kind",
    "no-issue-date",
    "no-objectives",
    "no-actions",
    "action-without-task",
    "action-without-lead",
    "section-as-task",
}
UNLESS_REFERENCE = {"action-without-due-date", "action-without-result"}
ID = re.compile(r"[A-Za-z0-9]+(\.[A-Za-z0-9]+)+[.,;]*")
LONE_DAY = re.compile(r"[0-9]{1,2}([/.-])[0-9]{1,2}\1([0-9]{2}|[0-9]{4})")


def listed(finding: Finding, document: Document) -> bool:
    """Tell whether a finding is one that the schema must give too."""
    name, facts = finding.rule.name, finding.facts
    if finding.severity is not Severity.ERROR:
        return False
    if name in UNLESS_REFERENCE or (name == "missing-key" and facts["key"] == "title"):
        return not document.value((*finding.path[:2], "reference"))
    if name == "missing-key":
        return facts["key"] != "reference"
    if name == "unknown-task":
        return bool(ID.fullmatch(str(facts["id"])))
    if name == "unreadable-date":
        alone = LONE_DAY.fullmatch(str(facts["value"]))
        return bool(alone) and facts["kind"] in ("two-digit-year", "impossible-date")
    return name in ALWAYS


def shape_faults(document: Document) -> list[str]:
    return [f.rule.name for f in found(document) if listed(f, document)]


def compare(data: Data) -> tuple[list[str], bool]:
    text = written(data)
    return shape_faults(yaml.read("plan.yaml", text.encode())), fits(text)


# ---- random plans in every form that is read ------------------------------------------------------

BLANKS = [None, "", "  ", [], {}, "…", "...", "chưa xác định", "KHÔNG", "n/a", "(Để trống)", "?"]
DUES = [
    "15/11/2023", "15-11-2023", "15.11.2023", "2023-11-15", "5/3/2023", "Quý IV/2023",
    "quý 4 năm 2023", "Q.IV/2023", "11/2023", "12.2023", "Tháng 11/2023", "2023", "Năm 2023",
    "Thường xuyên", "Hằng tháng", "Trước ngày 15 tháng 02 năm 2023", "Trong quý II",
    "6 tháng đầu năm 2023", "Cuối năm 2023", "Từ 01/3 đến 30/6/2023", "29/02/2024",
    "Sau khi được phê duyệt", " 15/11/2023 ", "Quý I, Quý II/2023", "30/4", "hết tháng 6",
]  # fmt: skip
DAYS = [
    "10/02/2023", "10-02-2023", "2023-02-10", "10.2.2023", "ngày 10 tháng 02 năm 2023",
    "Hải Phòng, ngày 10 tháng 02 năm 2023", "ngày 10/2/2023", "10/2",
]  # fmt: skip
TARGETS = [
    "trên 85%", "85,1%", "≥ 86%", "90-95%", "08 dự án", "tăng", "12", "3.10", "1e3", "-5",
    "tối thiểu 5 xã", "đứng thứ 3",
]  # fmt: skip
WORDS = [
    "Rà soát", "Báo cáo", "2023", "3.10", "true", "no", "0x1F", "1_000", "2023-02-10", "12:30",
    "Tiếp dân: hằng tuần", "a\nb", "15/02/23", "II.9", ".inf", "1.5.2",
]  # fmt: skip
UNITS = LIBRARY.units
NAMES = [
    *(name for unit in UNITS for name in (unit.id, unit.named.name.vi, *unit.aliases[:2])),
    *(name for group in UNITS.groups.values() for name in (group.id, *group.aliases[:2])),
]
BODIES = [*NAMES, "Phòng Tổng hợp", "Sở Tài chính và Sở Xây dựng", "Nhà thầu", "sokhdt", "5"]
SENDERS = [
    name
    for unit in UNITS
    if unit.submits is not Submits.NO
    for name in (unit.id, unit.id.lower(), unit.named.name.vi, *unit.aliases)
]
IDS = [*LIBRARY.directive.clauses, *(p.id for p in LIBRARY.directive.paragraphs)]
INDICATORS = [*LIBRARY.directive.indicators, "chi-tieu-cua-phu-luc", "12"]

blanks = st.sampled_from(BLANKS)


def scalars(values: list[str]) -> st.SearchStrategy[Any]:
    """Write a value with or without quotes, so that YAML may take it for a number, a day or a truth value."""
    plain = [v for v in values if "\n" not in v and ": " not in v and v == v.strip()]
    return st.one_of(st.sampled_from(values), st.sampled_from([Plain(v) for v in plain]))


words = scalars(WORDS)
names = scalars(BODIES)
tasks = st.builds(
    lambda id, change: change(id),
    st.sampled_from(IDS),
    st.sampled_from([str, str.lower, str.swapcase, lambda i: f"{i}.", lambda i: f" {i} "]),
)


def maybe(values: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.one_of(values, values, blanks)


def one_or_more(values: st.SearchStrategy[Any], *, needed: bool = True) -> st.SearchStrategy[Any]:
    """Give a lone value, or a list of some among blank ones."""
    several = st.builds(
        lambda before, value, after: [*before, value, *after],
        st.lists(blanks, max_size=1),
        values,
        st.lists(maybe(values), max_size=2),
    )
    some = st.one_of(values, several)
    return some if needed else maybe(some)


def mappings(
    needed: dict[str, st.SearchStrategy[Any]], free: dict[str, st.SearchStrategy[Any]]
) -> st.SearchStrategy[Data]:
    optional = {key: maybe(values) for key, values in free.items()}
    return st.fixed_dictionaries(needed, optional=optional)


def entries(values: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return maybe(st.lists(st.one_of(values, blanks), min_size=1, max_size=2))


dues, days = scalars(DUES), scalars(DAYS)
ACTION = {
    "id": words,
    "tasks": one_or_more(tasks),
    "lead": one_or_more(names),
}
STATED = {"title": words, "due": dues, "result": words}
FREE = {
    "objective": words,
    "steps": one_or_more(words, needed=False),
    "start": dues,
    "milestones": entries(mappings({}, {"what": words, "due": dues})),
    "in_charge": words,
    "approver": words,
    "budget": words,
    "support": one_or_more(names, needed=False),
    "items": one_or_more(words, needed=False),
    "indicators": entries(
        mappings({"id": scalars(INDICATORS)}, {"target": scalars(TARGETS), "baseline": words})
    ),
}
actions = st.one_of(
    mappings({**ACTION, **STATED}, {**FREE, "reference": words}),
    mappings(
        {
            **ACTION,
            "tasks": one_or_more(st.sampled_from(["II.8.3.6", "ii.8.2.1"])),
            "reference": words,
        },
        {**FREE, **STATED},
    ),
)
one_task = st.sampled_from(IDS)
plans = mappings(
    {
        "directive": scalars(["hai-phong/2023/02-CT-UBND", "02/CT-UBND", "02/CT-UBND ngày 19/01/2023"]),
        "unit": scalars(SENDERS),
        "document": mappings(
            {"number": words, "issued": days},
            {
                "sent_to": one_or_more(names, needed=False),
                "sent_on": days,
                "received_on": days,
                "relation": mappings({"replaces": words}, {"amends": words, "corrects": words}),
                "bases": one_or_more(words, needed=False),
            },
        ),
        "objectives": one_or_more(words),
        "actions": st.builds(
            lambda before, action, after: [*before, action, *after],
            st.lists(blanks, max_size=1),
            actions,
            st.lists(actions, max_size=1),
        ),
    },
    {
        "format": st.sampled_from([1, "1", " 1 "]),
        "organisation": one_or_more(words, needed=False),
        "waivers": entries(
            mappings({"task": one_task}, {"reason": words, "approved_by": words, "until": dues})
        ),
        "extensions": entries(mappings({"task": one_task}, {"to": dues, "approved_by": words})),
        "contests": entries(
            mappings({"task": one_task, "reason": words}, {"owner": names, "document": words})
        ),
    },
)  # fmt: skip


def test_the_forms_are_read() -> None:
    for text in DUES:
        read_period(text, 2023)
    for text in TARGETS:
        if text not in ("1e3", "-5"):
            read_target(text)
    assert all(UNITS.one(name).id for name in SENDERS)


@settings(max_examples=200, deadline=None)
@given(plans)
def test_what_the_reader_takes_fits(data: Data) -> None:
    faults, fitting = compare(data)
    assert faults == []
    assert fitting, next(VALIDATOR.iter_errors(typed(written(data))))
