"""Settings: read, refused with the nearest name, and counted in the digest where they change a verdict."""

from typing import Any

import pytest

from hpdirective.catalogue import ALL, BY_NAME
from hpdirective.choices import Severity
from hpdirective.settings import Settings, SettingsError, chosen_rules, read_settings
from hpdirective.source import yaml
from hpdirective.source.document import MOST, Limits
from tests.conftest import CheckText

RULES = tuple(check.RULE for check in ALL)


def read(**table: Any) -> Settings:
    return Settings(**read_settings(table, RULES))


def test_settings_are_read() -> None:
    settings = read(plans="here", select=["HPD4"], severity={"HPD403": "info"}, before_day="ok")
    assert settings.plans == ("here",)
    assert settings.selects("HPD403")
    assert not settings.selects("HPD101")


@pytest.mark.parametrize("key", ["data", "directive", "baseline", "annexes", "plans"])
@pytest.mark.parametrize("blank", ["", "  "])
def test_a_name_that_is_empty_is_refused(key: str, blank: str) -> None:
    with pytest.raises(SettingsError) as refused:
        read(**{key: blank})
    assert refused.value.text.vi == f"giá trị của {key} để trống; ghi tên, hoặc bỏ khóa này"
    assert key in refused.value.text.en


def test_rules_are_named_by_id_or_name() -> None:
    settings = read(
        select=["late-due-date", "HPD6"],
        severity={"late-for-the-year": "error"},
        options={"copied-title": {"shortest": 4}},
    )
    assert settings.select == ("HPD403", "HPD6")
    assert settings.severity == {"HPD404": Severity.ERROR}
    assert settings.options == {"HPD602": {"shortest": 4}}
    assert chosen_rules("--select", ("HPD403",), RULES) == ("HPD403",)


@pytest.mark.parametrize(
    ("table", "near"),
    [
        ({"plan": 1}, "plans"),
        ({"select": ["HPD8"]}, "HPD8"),
        ({"select": ["late-due-dat"]}, "late-due-date"),
        ({"severity": {"HPD1": "info"}}, "HPD1"),
        ({"severity": ["HPD403"]}, 'HPD403 = "warning"'),
        ({"fail_on": "x"}, "never"),
        ({"annexes": [1]}, "annexes"),
        ({"options": {"HPD602": {"shortes": 4}}}, "shortest"),
        ({"options": {"HPD602": {"shortest": "4"}}}, "6"),
        ({"options": {"HPD602": {"shortest": True}}}, "6"),
        ({"options": {"HPD602": 4}}, "shortest"),
        ({"options": {"HPD601": {"vague": 4}}}, "vague"),
        ({"options": {"HPD403": {"x": 4}}}, "options.HPD403"),
        ({"options": {"HPD999": {}}}, "HPD999"),
    ],
)
def test_wrong_settings_are_refused_with_what_is_near(table: dict[str, Any], near: str) -> None:
    with pytest.raises(SettingsError) as refused:
        read_settings(table, RULES)
    assert near in refused.value.text.vi
    assert near in refused.value.text.en


def test_annexes_count_by_what_they_hold() -> None:
    settings = read(annexes="PL1.yaml")
    assert settings.annexes == ("PL1.yaml",)
    assert settings.digest == Settings().digest  # not where they lie


def test_digest_of_settings_follows_what_changes_a_verdict() -> None:
    assert Settings(plans=("x",)).digest == Settings().digest
    assert Settings(ignore=("HPD4",)).digest != Settings().digest


def test_the_digest_counts_options() -> None:
    assert read(options={"HPD602": {"shortest": 4}}).digest != Settings().digest


def test_an_option_has_its_default() -> None:
    rule = BY_NAME["copied-title"].RULE
    assert Settings().option(rule, "shortest") == 6
    assert read(options={"HPD602": {"shortest": 4}}).option(rule, "shortest") == 4


OBJECTIVE = "objectives:\n  - Nỗ lực vì sự phát triển của ngành\n  - Đẩy mạnh chuyển đổi\n"


def test_options_change_what_a_rule_finds(check_text: CheckText) -> None:
    def vague(settings: Settings) -> list[tuple[str | int, ...]]:
        found = check_text(OBJECTIVE, filled=True, settings=settings).checked.findings
        return [f.path for f in found if f.rule.name == "vague-objective"]

    assert vague(Settings()) == [("objectives", 1)]
    assert vague(read(options={"HPD601": {"vague": ["Nỗ lực"]}})) == [("objectives", 0)]
    assert vague(read(options={"HPD601": {"vague": []}})) == []
    assert vague(read(options={"HPD601": {"tangible": ["chuyển đổi"]}})) == []


def test_limits_are_whole_numbers_of_known_names() -> None:
    found = read(limits={"seconds": 5, "bytes": 10})
    assert found.bounds == Limits(bytes=10, seconds=5)
    assert found.digest != Settings().digest
    beyond = [{name: getattr(MOST, name) + 1} for name in MOST.__struct_fields__]
    for table in (*beyond, {"second": 1}, {"bytes": 0}, {"bytes": True}, {"depth": "x"}, 3):
        with pytest.raises(SettingsError):
            read(limits=table)


def test_limits_are_kept_to_while_a_file_is_read() -> None:
    text = "unit: SoTC\nobjectives:\n" + "  - x\n" * 3000
    for limits, code in (
        (Limits(bytes=100), "too-large"),
        (Limits(nodes=100), "too-many-nodes"),
        (Limits(depth=1), "too-deep"),
        (Limits(seconds=0), "too-slow"),
    ):
        document = yaml.read("plan.yaml", text.encode(), limits)
        assert [fault.code for fault in document.faults] == [code]
        assert document.data is None
