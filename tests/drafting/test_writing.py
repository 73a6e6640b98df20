"""YAML that the project's own reader takes without a fault."""

from datetime import date
from decimal import Decimal
from typing import Any

from hypothesis import assume, given
from hypothesis import strategies as st

from hpdirective.drafting.writing import Value, write
from hpdirective.source import yaml
from hpdirective.source.encoding import decode


def back(text: str) -> Any:
    document = yaml.read("x.yaml", text.encode())
    assert [fault for fault in document.faults if fault.code != "odd-letters"] == []
    return document.data


def test_shapes_as_in_the_shipped_data() -> None:
    tree: dict[str, Value] = {
        "format": 1,
        "id": "hai-phong/2023/02-CT-UBND",
        "issued": date(2023, 1, 19),
        "title": {"vi": "Chỉ thị: “A”"},
        "annexes": [],
        "todo": ["id", "title"],
        "parts": [
            {
                "id": "I",
                "label": "I.",
                "clauses": [{"id": "I.1.1.1", "text": "a", "due": {"by": date(2023, 12, 31)}}],
            }
        ],
        "tail": ["- Lưu: VT."],
    }
    assert write(tree, "một\ntwo") == (
        "# một\n# two\n"
        "format: 1\n"
        "id: hai-phong/2023/02-CT-UBND\n"
        "issued: 2023-01-19\n"
        'title: {vi: "Chỉ thị: “A”"}\n'
        "annexes: []\n"
        "todo: [id, title]\n"
        "parts:\n"
        "  - id: I\n"
        '    label: "I."\n'
        "    clauses:\n"
        '      - {id: I.1.1.1, text: "a", due: {by: 2023-12-31}}\n'
        "tail:\n"
        '  - "- Lưu: VT."\n'
    )


def test_values() -> None:
    tree: dict[str, Value] = {
        "a": None,
        "b": True,
        "c": Decimal("12.70"),
        "d": [{"x": "y", "z": [1]}],
    }
    assert back(write(tree, "")) == {
        "a": None,
        "b": "true",
        "c": "12.70",
        "d": [{"x": "y", "z": ["1"]}],
    }


# None that together look like an old font: that is another fault's business.
LETTERS = (
    "aeouăđơưạẹĐƠZ 0123456789.,;:()[]{}<>“”‘’\"'-–+/%#&*!|>@`~^_=?\\"
    "\u00a0\u00ad\u061c\u200b\u200e\u202e\u2028\u2060\ufeff\ue000\ufffd\U0001f600\U000e0041中б"
)
TEXTS = st.text(st.sampled_from(LETTERS), min_size=1).filter(str.strip)


def _looks_like_legacy_font(written: str) -> bool:
    return any(f.code == "legacy-font-text" for f in decode(written.encode())[1])


@given(TEXTS)
def test_any_words_read_back(text: str) -> None:
    said = text.strip()
    tree: dict[str, Value] = {
        "id": said,
        "text": said,
        "list": [said],
        "map": {"vi": said, "text": said},
    }
    written = write({**tree, "deep": [{"list": [said], "map": {"vi": said}}]}, "")
    assume(not _looks_like_legacy_font(written))  # such text is refused before it is drafted
    data = back(written)
    assert data["id"] == data["text"] == data["map"]["vi"] == data["map"]["text"] == said
    assert data["list"] == data["deep"][0]["list"] == [said]


def test_reserved_words_are_quoted() -> None:
    assert back(write({"a": "null", "b": "~", "c": "no", "d": "1e3"}, "")) == {
        "a": "null",
        "b": "~",
        "c": "no",
        "d": "1e3",
    }
