"""Why a text is not read as a target, with the words that stand in the way."""

import re
from itertools import islice, takewhile

from hpdirective.model.target.measures import NUMBER, YEAR
from hpdirective.model.target.values import TargetFault, UnreadableTarget
from hpdirective.model.target.wording import TURNS, plain_key
from hpdirective.patterns import pattern

_NOT_VALUES = pattern(
    rf"[0-9]+(?:/[0-9]+)+|[0-9]+/[^\W\d_]+-[\w-]+|\bnam {YEAR}(?: ?[,-] ?{YEAR})*"
    rf"|\b(?:quý|tháng|ngày) (?:[0-9]+|[ivx]+(?=/))(?:/[0-9]+)*(?: ?[,-] ?{YEAR})*"
    rf"|(?<=[^\W\d_] ){YEAR}(?: ?[-,] ?{YEAR})*(?! ?[^\W\d_]| ?%)|(?<=\(){YEAR}(?=\))"
)

_VALUES = pattern(rf"{NUMBER} ?%?(?: ?- ?{NUMBER} ?%?)?")
_SPANS = pattern(rf"{NUMBER}(?: ?%?(?: ?- ?| den ){NUMBER})?")
_PART = pattern(rf"{NUMBER} ?[%‰]?(?: ?[^\W\d_]+){{0,6}}")
_SHOWN = 5  # parts of a cell that a message names


def several(clean: str) -> UnreadableTarget:
    """Refuse a text with several values, and name them, each with the words that it counts."""
    key = plain_key(clean)
    spans = [m.span() for m in _NOT_VALUES.finditer(key)]
    found = (m for m in _PART.finditer(clean) if not any(a <= m.start() < b for a, b in spans))
    parts = [
        " ".join(takewhile(lambda word: word.lower() not in TURNS, m[0].split())).replace("_", " ")
        for m in islice(found, _SHOWN + 1)
    ]
    told = [*parts[:_SHOWN], *(["..."] if len(parts) > _SHOWN else [])]
    return UnreadableTarget(TargetFault.SEVERAL_TARGETS, "; ".join(told))


def refusal(clean: str, key: str) -> UnreadableTarget:
    if not re.search("[0-9]", key):
        return UnreadableTarget(TargetFault.NO_NUMBER, clean)
    told = _NOT_VALUES.sub(lambda m: " " * len(m[0]), key)
    if len(_SPANS.findall(told)) > 1:
        return several(clean)
    values = [m.span() for m in _VALUES.finditer(told)]
    edges = [0, *(edge for span in values for edge in span), len(clean)]
    parts = (clean[a:b].strip() for a, b in zip(edges[::2], edges[1::2], strict=True))
    rest = " … ".join(filter(None, parts))
    return UnreadableTarget(TargetFault.PART_UNREAD, rest or clean)
