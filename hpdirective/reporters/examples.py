"""How the examples of a rule are shown."""

from textwrap import dedent


def dedented(example: str | bytes) -> str:
    """Give an example as text: bytes that no text can hold are escaped, a very long line is cut."""
    text = (
        example.decode("utf-8", "backslashreplace")
        if isinstance(example, bytes)
        else dedent(example)
    )
    lines = (line if len(line) <= 100 else line[:99] + "…" for line in text.splitlines())
    return "\n".join(lines) + "\n"
