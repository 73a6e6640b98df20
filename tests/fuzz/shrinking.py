"""Bytes that break a target, made shorter as long as they break it in the same way."""

import time
import traceback
from collections.abc import Callable

_SECONDS = 60


def shrunk(raw: bytes, target: Callable[[bytes], None]) -> bytes:
    """Leave out stretch after stretch, halves first, single bytes last; give what still fails at the same line of code."""
    same = failure(target, raw)
    end = time.monotonic() + _SECONDS
    size = len(raw)
    while same and size:
        at = 0
        while at < len(raw) and time.monotonic() < end:
            shorter = raw[:at] + raw[at + size :]
            if failure(target, shorter) == same:
                raw = shorter
            else:
                at += size
        size //= 2
    return raw


def failure(target: Callable[[bytes], None], raw: bytes) -> tuple[str, str, int | None] | None:
    """Give the error and the line of code that a target fails with, None where it bears the bytes."""
    try:
        target(raw)
    except Exception as error:
        last = traceback.extract_tb(error.__traceback__)[-1]
        return type(error).__name__, last.filename, last.lineno
    return None
