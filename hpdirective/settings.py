"""The settings of a run, and how a table of them is read; unknown keys and values are refused with a suggestion."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from msgspec import Struct, field
from msgspec.structs import fields

from hpdirective.choices import BeforeDay, FailOn, Severity
from hpdirective.source.document import MOST, Limits
from hpdirective.words import Text, nearest

if TYPE_CHECKING:
    from hpdirective.finding import Option, Rule

OF_RULES = ("select", "ignore", "severity", "options")
"""The keys that name rules; where none of them is set, no rule need be known."""


class SettingsError(ValueError):
    """A settings file that cannot be used; `text` says why in both languages."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text


class Settings(Struct, frozen=True):
    """All settings with their defaults."""

    plans: tuple[str, ...] = ()
    annexes: tuple[str, ...] = ()
    directive: str | None = None
    data: str | None = None
    baseline: str | None = None
    before_day: BeforeDay = BeforeDay.WARNING
    fail_on: FailOn = FailOn.ERROR
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = field(default_factory=dict)
    options: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    include_restricted: bool = False
    roster: bool = False
    limits: Mapping[str, int] = field(default_factory=dict)

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
        if self.roster:
            said["roster"] = True
        if self.limits:
            said["limits"] = dict(sorted(self.limits.items()))
        if self.options:
            said["options"] = self.options
        if annexes:
            said["annexes"] = sorted(annexes)
        return hashlib.sha256(json.dumps(said, sort_keys=True).encode()).hexdigest()

    @property
    def bounds(self) -> Limits:
        """How much of a file is read: the limits that are set, and the usual ones."""
        return Limits(**self.limits)

    def selects(self, rule: str) -> bool:
        """Tell whether a rule's findings are shown: by id or by the start of it (HPD4)."""
        chosen = not self.select or rule.startswith(self.select)
        return chosen and not (self.ignore and rule.startswith(self.ignore))

    def option(self, rule: Rule, name: str) -> Any:
        """Give what an option of a rule is set to: a tuple of words or a number, as its default is."""
        default = next(option.default for option in rule.options if option.name == name)
        return self.options.get(rule.id, {}).get(name, default)

    def fails(self, severity: Severity) -> bool:
        """Tell whether a finding of this severity makes the run fail."""
        weight = [*Severity]
        return self.fail_on is not FailOn.NEVER and weight.index(severity) <= weight.index(
            Severity(self.fail_on)
        )


def read_settings(table: Mapping[str, Any], rules: tuple[Rule, ...]) -> dict[str, Any]:
    """Read a settings table into the values it gives; rules are named by id or name, and come out by id.

    Raises SettingsError for an unknown key, rule, option or value.
    """
    known = {f.name: f for f in fields(Settings)}
    found: dict[str, Any] = {}
    for key, value in table.items():
        if key not in known:
            raise SettingsError(_unknown("khóa", "key", key, tuple(known)))
        found[key] = _value(key, value, rules)
    return found


def chosen_rules(key: str, names: tuple[str, ...], rules: tuple[Rule, ...]) -> tuple[str, ...]:
    """Take rules by id, name or the start of some ids, as ids or their start; an unknown one is refused."""
    found = []
    for name in names:
        ids = [rule.id for rule in rules if name in (rule.id, rule.name)]
        if not ids and not (name and any(rule.id.startswith(name) for rule in rules)):
            raise SettingsError(_no_rule(key, name, rules))
        found.append(ids[0] if ids else name)
    return tuple(found)


def _no_rule(key: str, name: str, rules: tuple[Rule, ...]) -> Text:
    names = (*(rule.id for rule in rules), *(rule.name for rule in rules))
    return _unknown(f"quy tắc trong {key}", f"rule in {key}", name, names)


def _value(key: str, value: Any, rules: tuple[Rule, ...]) -> Any:
    match key:
        case "plans" | "annexes":
            return tuple(_said(key, name) for name in _strings(key, value))
        case "select" | "ignore":
            return chosen_rules(key, tuple(_strings(key, value)), rules)
        case "severity":
            return {
                rule.id: _one_of(f"severity.{name}", said, Severity)
                for name, rule, said in _by_rule(key, value, 'HPD403 = "warning"', rules)
            }
        case "options":
            return {
                rule.id: _options(f"options.{name}", said, rule)
                for name, rule, said in _by_rule(key, value, "[options.HPD602]", rules)
            }
        case "limits":
            return _limits(value)
        case "before_day":
            return _one_of(key, value, BeforeDay)
        case "fail_on":
            return _one_of(key, value, FailOn)
        case "include_restricted" | "roster":
            return _of_type(key, value, bool, ("true", "false"))
        case _:
            return _said(key, _of_type(key, value, str, ('"…"',)))


def _by_rule(
    key: str, table: Any, sample: str, rules: tuple[Rule, ...]
) -> Iterator[tuple[str, Rule, Any]]:
    """Give each name of a rule in a table, the rule, and what is said of it."""
    if not isinstance(table, dict):
        raise SettingsError(_wrong(key, (sample,)))
    for name, value in table.items():
        rule = next((rule for rule in rules if name in (rule.id, rule.name)), None)
        if rule is None:
            raise SettingsError(_no_rule(key, name, rules))
        yield name, rule, value


def _limits(table: Any) -> dict[str, int]:
    """Read the table of limits: whole numbers from one to what is possible."""
    known = tuple(field.name for field in fields(Limits))
    if not isinstance(table, dict):
        raise SettingsError(_wrong("limits", tuple(f"{name} = …" for name in known)))
    for name, value in table.items():
        if name not in known:
            raise SettingsError(_unknown("khóa trong limits", "key in limits", name, known))
        most = getattr(MOST, name)
        if not isinstance(value, int) or isinstance(value, bool) or not 0 < value <= most:
            raise SettingsError(_wrong(f"limits.{name}", (f"1 … {most}",)))
    return dict(table)


def _options(key: str, table: Any, rule: Rule) -> dict[str, Any]:
    known = {option.name: option for option in rule.options}
    if not isinstance(table, dict):
        raise SettingsError(_wrong(key, tuple(f"{name} = …" for name in known) or ("—",)))
    found = {}
    for name, value in table.items():
        if name not in known:
            raise SettingsError(
                _unknown(f"tùy chọn trong {key}", f"option in {key}", name, tuple(known))
            )
        found[name] = _option(f"{key}.{name}", value, known[name])
    return found


_MOST = 1_000_000_000  # of a whole number: no text is as long


def _option(key: str, value: Any, option: Option) -> tuple[str, ...] | int:
    if isinstance(option.default, tuple):
        return tuple(_strings(key, value))
    if isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= _MOST:
        return value
    raise SettingsError(_wrong(key, (f"0 … {_MOST}",)))


def _of_type(key: str, value: Any, kind: type, allowed: tuple[str, ...]) -> Any:
    if isinstance(value, kind):
        return value
    raise SettingsError(_wrong(key, allowed))


def _strings(key: str, value: Any) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return value
    raise SettingsError(_wrong(key, ('["…"]',)))


def _said(key: str, name: str) -> str:
    if not name.strip():
        raise SettingsError(
            Text(
                vi=f"giá trị của {key} để trống; ghi tên, hoặc bỏ khóa này",
                en=f"the value of {key} is empty; write a name, or leave the key out",
            )
        )
    return name


def _one_of(key: str, value: Any, kind: type[StrEnum]) -> Any:
    if isinstance(value, str) and value in [one.value for one in kind]:
        return kind(value)
    raise SettingsError(_wrong(key, tuple(one.value for one in kind)))


def _wrong(key: str, allowed: tuple[str, ...]) -> Text:
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
