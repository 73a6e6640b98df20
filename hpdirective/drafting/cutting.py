"""A paragraph into clauses: at sentences, and inside them where a new duty starts; never inside brackets or quotes.

Cuts are made at spaces alone, so that the clauses joined by one space give the paragraph back.
"""

import re

from hpdirective.drafting.verbs import ADVERB, CONNECTOR, LIGHT, STRONG, VERB, lower
from hpdirective.model.names import looks_like_body
from hpdirective.patterns import pattern

_PAIRS = {")": "(", "]": "[", "”": "“", "»": "«", "’": "‘"}
# What a full stop ends that is no sentence.
_SHORT = pattern(
    r"tp|t\.p|tx|tt|q|h|p|x|ths|ts|pgs|gs|bs|cn|ks|cv|st|mr|mrs|dr|đ/c|đc|v\.v|vv|tr|stt|tel|đt|no|vs|ctcp|tnhh",
    re.IGNORECASE,
)
_STOP = pattern(r"(?:[.!?…]+|\./\.)[”\"»’)\]]*(?= )")
_NUMBERED = pattern(r"(?:^|[:;.,] )\(?(?:[0-9]{1,2}|[a-zđ]|[ivx]{1,4})[.)]$")
_TIME = r"(?:(?:trước|trong|chậm nhất|từ|đến|vào) [^,;:.]{0,40}?[0-9][^,;:. ]*(?: (?:tháng|năm) [0-9]+)*,? )?"
_ADVERBS = rf"(?:{ADVERB}(?:,? (?:và )?)){{0,6}}?"
_DUTY = pattern(rf"(?:{CONNECTOR},? ){{0,3}}{_TIME}{_ADVERBS}{VERB}")
_CLEAR = pattern(
    rf"(?:(?:đồng thời|và),? )*{_TIME}(?:(?:kịp thời|khẩn trương|định kỳ|tiếp tục|chủ động) )?{STRONG}"
)
_ANY_VERB = pattern(rf"(?<!\w){VERB}")
# After one of these a verb only says what for, or what about.
_BOUND = pattern(
    r"(?<!\w)(?:để|nhằm|phục vụ|gắn với|kết hợp|góp phần|nếu|khi|như|gồm|bao gồm|về|nhà đầu tư|việc|công tác|hoạt động|giải pháp|nhiệm vụ"
    r"|các bước|theo hướng|hướng tới|kế hoạch|phương án|trong quá trình|tình hình|kết quả|quy định)(?!\w)"
)
_AIM = pattern(r"(?<!\w)(?:để|nhằm)(?!\w)")
_REPORTS = pattern(r"(?:(?:đồng thời|kịp thời|định kỳ),? )*(?:báo cáo|gửi)(?!\w)")
# "tham mưu, đề xuất" goes on, "tình hình thực hiện, báo cáo" does not.
_ENDS_IN_VERB = pattern(
    rf"(?<!\w)(?<!được )(?<!đã )(?<!tình hình )(?<!kết quả )(?<!tiến độ )(?<!tổ chức )(?<!trình ){VERB}$"
)
# "hoàn thành trước ngày 30/6" only says when.
_WHEN = pattern(
    r"(?:phải )?(?:hoàn thành|thực hiện|triển khai) (?:xong |ngay )?(?:trước|trong|chậm nhất|vào|từ|đến)(?!\w)"
)
_NO_BODY = pattern(r"hội (?:nghị|thảo|chợ|thi|diễn)\b")
_ITEM = pattern(r"\(?(?:[0-9]{1,2}|[a-zđ]|[ivx]{1,4})[.)] ")
_WORDS_BEFORE_COMMA = 6
_WORDS_BEFORE_AND = 8
_NEAR, _FAR = (
    400,
    1500,
)  # characters looked at after and before a mark: a sentence is never longer, and a list without end costs no time
_ONLY_WHEN = 60  # characters of a piece that says no more than when
_DOER = 14  # words within which a body that starts a clause must come to its verb


def cut(text: str) -> tuple[str, ...]:
    """Give the clauses of a paragraph in normal form."""
    shielded = _shielded(text)
    clauses: list[str] = []
    for start, end in _sentence_spans(text, shielded):
        clauses += _inside(text, start, end, shielded)
    return tuple(clauses)


def sentences(text: str) -> tuple[str, ...]:
    """Give the sentences of a text."""
    return tuple(text[start:end] for start, end in _sentence_spans(text, _shielded(text)))


def verbs(text: str, start: int = 0) -> tuple[re.Match[str], ...]:
    """Give the verbs of a text that may carry its duty, in order, those left out that say only with whom.

    In capitals inside a sentence they are a name: "Sở Kế hoạch và Đầu tư".
    """
    return tuple(
        m
        for m in _ANY_VERB.finditer(lower(text), start)
        if m[0] not in LIGHT and (m.start() == 0 or not text[m.start()].isupper())
    )


def opening(text: str) -> str | None:
    """Give the verb with which a clause starts its duty, past connectors, times and adverbs; None where it starts otherwise."""
    m = _DUTY.match(lower(text))
    if m is None:
        return None
    found = [verb for verb in _ANY_VERB.finditer(m[0]) if verb.end() == m.end()]
    return found[-1][0] if found else None


def _shielded(text: str) -> list[bool]:
    """Tell of each character whether it stands inside brackets or quotes that are closed again."""
    inside = [False] * len(text)
    opened: list[tuple[str, int]] = []
    straight: int | None = None
    for at, char in enumerate(text):
        if char == '"':
            if straight is not None:
                inside[straight:at] = [True] * (at - straight)
            straight = at if straight is None else None
        elif char in "([“«‘":
            opened.append((char, at))
        elif char in _PAIRS:
            start = next(
                (n for n in range(len(opened) - 1, -1, -1) if opened[n][0] == _PAIRS[char]), None
            )
            if start is not None:
                begin = opened[start][1]
                inside[begin:at] = [True] * (at - begin)
                del opened[start:]
    return inside


def _sentence_spans(text: str, shielded: list[bool]) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    start = 0
    for m in _STOP.finditer(text):
        if shielded[m.end()] or not _ends(text, start, m):
            continue
        spans.append((start, m.end()))
        start = m.end() + 1
    if start < len(text):
        spans.append((start, len(text)))
    return spans


def _ends(text: str, start: int, stop: re.Match[str]) -> bool:
    """Tell whether a full stop ends a sentence here."""
    before = text[max(start, stop.start() - _NEAR) : stop.start()]
    after = text[stop.end() + 1 : stop.end() + _NEAR]
    if not before or not after:
        return False
    word = before.rsplit(" ", 1)[-1].lstrip("(“\"'")
    several = len(stop[0].rstrip('”"»’)]')) > 1
    duty = _DUTY.match(lower(after)) is not None
    if _NUMBERED.search(text[max(0, stop.start() - 8) : stop.start() + 1]):
        return False
    if not several and (_SHORT.fullmatch(word) or (len(word) == 1 and word.isalpha())):
        return duty and after[:1].isupper() and word.lower() not in ("tp", "tx", "ths", "ts")
    if after[:1].islower():
        return duty and not several
    return True


def _inside(text: str, start: int, end: int, shielded: list[bool]) -> list[str]:
    """Cut one sentence where a new duty starts."""
    pieces: list[str] = []
    here = start
    for m in re.compile(r"(?<=[;:,]) | (?=và )").finditer(text, start, end):
        if shielded[m.start()] or m.end() >= end:
            continue
        before = text[max(here, m.start() - _FAR) : m.start()]
        if _new_duty(before, text[m.end() : min(end, m.end() + _NEAR)]):
            pieces.append(text[here : m.start()])
            here = m.end()
    pieces.append(text[here:end])
    return pieces


def _new_duty(before: str, after: str) -> bool:
    """Tell whether a duty of its own starts after the mark at the end of `before`, or with the "và" of `after`."""
    low = lower(after)
    match before[-1]:
        case ";":
            return _starts_duty(low, after)
        case ":":
            return (
                low[:1] == after[:1]
                and _CLEAR.match(low) is not None
                and opening(before) is not None
            )
        case ",":
            return _parts_at_comma(before, low)
        case _:
            return _parts_at_and(before, low)


def _starts_duty(low: str, after: str) -> bool:
    item = _ITEM.match(after)
    if item:
        return _starts_duty(low[item.end() :], after[item.end() :])
    if _WHEN.match(low) and len(re.split(r"[;.](?: |$)", low)[0]) < _ONLY_WHEN:
        return False
    if _DUTY.match(low):
        return True
    if not (after[:1].isupper() and looks_like_body(after)) or _NO_BODY.match(low):
        return low.startswith(("trong đó ", "không ", "chưa ")) and bool(verbs(after[:60]))
    return _acts(after)


def _acts(text: str) -> bool:
    """Tell whether a body that starts a text comes to a verb soon."""
    words = " ".join(text.split(" ")[:_DOER])
    return bool(verbs(words)) or "chủ trì" in words or "phối hợp" in words


def _parts_at_comma(before: str, low: str) -> bool:
    """Tell whether a comma parts two duties: a whole one before it, and after it no verb that goes on with a list."""
    if _CLEAR.match(low) is None or low.startswith("và ") or _WHEN.match(low):
        return False
    head = lower(before.rstrip(","))
    last = re.split(r"[,;:] ", head)[-1]
    if (
        len(head.split()) < _WORDS_BEFORE_COMMA
        or len(last.split()) < 3
        or _ENDS_IN_VERB.search(head)
    ):
        return False
    if low.startswith("tổ chức") and head.endswith(("cơ quan", "đơn vị", "cá nhân", "đoàn thể")):
        return False
    if not verbs(before):
        return False
    if _REPORTS.match(low):
        return not _AIM.search(head[-60:])
    return not _BOUND.search(last) or any(char.isdigit() for char in last)


def _parts_at_and(before: str, low: str) -> bool:
    if _CLEAR.match(low) is None or len(before.split()) < _WORDS_BEFORE_AND:
        return False
    head = lower(before)
    if _ENDS_IN_VERB.search(head) or _BOUND.search(head[-40:]):
        return False
    return any(char.isdigit() for char in before)
