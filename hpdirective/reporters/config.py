"""The settings of a run, each with its value and where it came from."""

from collections.abc import Iterator, Mapping
from typing import Any

from msgspec.structs import fields

from hpdirective.reporters.envelope import TOOL, dump
from hpdirective.settings import Settings
from hpdirective.words import Lang, Text

_DEFAULT = Text(vi="mặc định", en="default")


def text(settings: Settings, file: str | None, given: Mapping[str, Any], lang: Lang) -> str:
    """Say every setting; `given` are those that the file sets, all others are defaults."""
    found = Text(
        vi=f"Tệp cấu hình: {file or 'không có; đã tìm hpd.toml và [tool.hpd] của pyproject.toml từ thư mục này trở lên'}",
        en=f"Settings file: {file or 'none; looked for hpd.toml and [tool.hpd] of pyproject.toml from this folder upward'}",
    )
    lines = [found.said(lang)]
    for name, value in _values(settings):
        origin = file if name in given and file else _DEFAULT.said(lang)
        lines.append(f"  {name:<20}{_said(value):<30}  ({origin})")
    return "\n".join(lines) + "\n"


def json(settings: Settings, file: str | None, given: Mapping[str, Any], lang: Lang) -> str:
    """Give every setting with its origin, `file` or `default`."""
    rows = {
        name: {"value": value, "origin": "file" if name in given else "default"}
        for name, value in _values(settings)
    }
    return dump(
        {
            "format": "hpd-config/1",
            "tool": TOOL,
            "lang": lang,
            "file": file,
            "settings": rows,
            "sha256": settings.digest,
        }
    )


REPORTERS = {"text": text, "json": json}


def _values(settings: Settings) -> Iterator[tuple[str, Any]]:
    for field in fields(settings):
        value = getattr(settings, field.name)
        if isinstance(value, Mapping):
            value = {key: _plain(part) for key, part in value.items()}
        yield field.name, list(value) if isinstance(value, tuple) else value


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _plain(part) for key, part in value.items()}
    return list(value) if isinstance(value, tuple) else value


def _said(value: Any) -> str:
    match value:
        case None:
            return "-"
        case bool():
            return "true" if value else "false"
        case list():
            return ", ".join(map(str, value)) or "-"
        case dict():
            return ", ".join(f"{key} = {_said(part)}" for key, part in value.items()) or "-"
        case _:
            return str(value)
