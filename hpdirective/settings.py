"""The settings of a run, and how a table of them is read; unknown keys and values are refused with a suggestion."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from enum import StrEnum
from typing import Any

from hpdirective.finding import Severity
from hpdirective.words import Text, nearest


class BeforeDay(StrEnum):
    """What the day itself counts as where the directive says "before" it."""

    WARNING = "warning"
    ERROR = "error"
    OK = "ok"


class FailOn(StrEnum):
    """The lightest severity that makes a run fail."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
    NEVER = "never"


class SettingsError(ValueError):
    """A settings file that cannot be used; `text` says why in both languages."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings with their defaults."""

    plans: tuple[str, ...] = ()
    annexes: tuple[str, ...] = ()
    directive: str | None = None
    data: str | None = None
    before_day: BeforeDay = BeforeDay.WARNING
    fail_on: FailOn = FailOn.ERROR
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = field(default_factory=dict)
    include_restricted: bool = False

    @property
    def digest(self) -> str:
        """SHA-256 of what changes a verdict: not the language, nor where plans lie."""
        return self.digest_with(())

    def digest_with(self, annexes: tuple[str, ...]) -> str:
        """Give the digest of the settings and of the annexes that a run took in, each by its own digest."""
        said: dict[str, object] = {
            "before_day": self.before_day,
            "fail_on": self.fail_on,
            "select": sorted(self.select),
            "ignore": sorted(self.ignore),
            "severity": dict(sorted(self.severity.items())),
        }
        if annexes:
            said["annexes"] = sorted(annexes)
        return hashlib.sha256(json.dumps(said, sort_keys=True).encode()).hexdigest()

    def selects(self, rule: str) -> bool:
        """Tell whether a rule's findings are shown: by id or by the start of it (HPD4)."""
        chosen = not self.select or rule.startswith(self.select)
        return chosen and not (self.ignore and rule.startswith(self.ignore))

    def fails(self, severity: Severity) -> bool:
        """Tell whether a finding of this severity makes the run fail."""
        weight = [*Severity]
        return self.fail_on is not FailOn.NEVER and weight.index(severity) <= weight.index(
            Severity(self.fail_on)
        )


def read_settings(table: Mapping[str, Any], rules: tuple[str, ...]) -> dict[str, Any]:
    """Read a settings table into the values it gives; `rules` are the ids that a severity may be set for.

    Raises SettingsError for an unknown key, rule or value.
    """
    known = {f.name: f for f in fields(Settings)}
    found: dict[str, Any] = {}
    for key, value in table.items():
        if key not in known:
            raise SettingsError(_unknown("khóa", "key", key, tuple(known)))
        found[key] = _value(key, value, rules)
    return found


def rule_names(key: str, names: tuple[str, ...], rules: tuple[str, ...]) -> tuple[str, ...]:
    """Take ids of rules, or the start of some ids; an unknown one is refused."""
    for name in names:
        if not any(rule.startswith(name) for rule in rules) or not name:
            raise SettingsError(_unknown(f"quy tắc trong {key}", f"rule in {key}", name, rules))
    return names


def _value(key: str, value: Any, rules: tuple[str, ...]) -> Any:
    match key:
        case "plans" | "annexes":
            return tuple(_strings(key, value))
        case "select" | "ignore":
            return rule_names(key, tuple(_strings(key, value)), rules)
        case "severity":
            if not isinstance(value, dict):
                raise SettingsError(_wrong(key, value, ('HPD403 = "warning"',)))
            for rule in value:
                if rule not in rules:
                    raise SettingsError(_unknown("quy tắc", "rule", rule, rules))
            return {
                rule: _one_of(f"severity.{rule}", said, Severity) for rule, said in value.items()
            }
        case "before_day":
            return _one_of(key, value, BeforeDay)
        case "fail_on":
            return _one_of(key, value, FailOn)
        case "include_restricted":
            return _of_type(key, value, bool, ("true", "false"))
        case _:
            return _of_type(key, value, str, ('"…"',))


def _of_type(key: str, value: Any, kind: type, allowed: tuple[str, ...]) -> Any:
    if isinstance(value, kind):
        return value
    raise SettingsError(_wrong(key, value, allowed))


def _strings(key: str, value: Any) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return value
    raise SettingsError(_wrong(key, value, ('["…"]',)))


def _one_of(key: str, value: Any, kind: type[StrEnum]) -> Any:
    if isinstance(value, str) and value in [one.value for one in kind]:
        return kind(value)
    raise SettingsError(_wrong(key, value, tuple(one.value for one in kind)))


def _wrong(key: str, value: Any, allowed: tuple[str, ...]) -> Text:
    choices = ", ".join(allowed)
    return Text(
        vi=f"giá trị của {key} không dùng được; có thể ghi: {choices}",
        en=f"the value of {key} cannot be used; it may be: {choices}",
    )


def _unknown(what_vi: str, what_en: str, name: str, known: tuple[str, ...]) -> Text:
    close = nearest(str(name), known)
    return Text(
        vi=f"không có {what_vi} “{name}”" + (f"; gần nhất là {', '.join(close)}" if close else ""),
        en=f"there is no {what_en} “{name}”"
        + (f"; did you mean {', '.join(close)}?" if close else ""),
    )
