"""A baseline as its file: one entry a finding, in an order that makes a small difference a small one."""

from collections.abc import Iterable

from msgspec.structs import fields

from hpdirective.baselining import Key
from hpdirective.drafting.writing import quoted
from hpdirective.words import Lang, Text

_HEAD = Text(
    vi="Danh sách phát hiện đã ghi nhận; `hpd validate --baseline` không tính lại những phát hiện này.",
    en="Findings on record; `hpd validate --baseline` does not count them again.",
)


def render(keys: Iterable[Key], directive: str, lang: Lang) -> str:
    lines = [f"# {_HEAD.said(lang)}", "format: 1", "kind: baseline", f"directive: {directive}"]
    entries = [_entry(key) for key in keys]
    lines += ["findings:", *entries] if entries else ["findings: []"]
    return "\n".join(lines) + "\n"


def recorded(count: int, file: str, lang: Lang) -> str:
    """Say how many findings were put on record, and where."""
    said = Text(
        vi=f"Đã ghi nhận {count} phát hiện vào {file}",
        en=f"{count} findings were put on record in {file}",
    )
    return f"{said.said(lang)}\n"


def _entry(key: Key) -> str:
    said = ((field.name, getattr(key, field.name)) for field in fields(key))
    rows = [
        f"{name}: {value if _plain(value) else quoted(value)}" for name, value in said if value
    ]
    return "  - " + "\n    ".join(rows)


def _plain(value: str) -> bool:
    return value.isascii() and value.replace(".", "").isalnum() and not value[0].isdigit()
