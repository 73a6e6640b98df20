"""The two streams between an editor and the server: heads are read in any spelling, and nothing more is written once the editor is gone."""

import asyncio
import re
from collections.abc import Callable
from concurrent.futures import Executor
from typing import BinaryIO

from hpdirective.disk import NotUsable
from hpdirective.words import Text

LONGEST = 100_000_000  # bytes of one message
_LENGTH = re.compile(rb"content-length[ \t]*:[ \t]*([0-9]{1,18})[ \t]*\r?\n", re.IGNORECASE)


class Reader:
    """What the editor says, read in a thread of its own."""

    def __init__(self, stream: BinaryIO, threads: Executor) -> None:
        self._stream, self._threads = stream, threads

    async def readline(self) -> bytes:
        """Give a line of the head of a message, the one with its length as pygls spells it."""
        line = await self._within(self._stream.readline)
        found = _LENGTH.fullmatch(line)
        return b"Content-Length: %s\r\n" % found[1] if found else line

    async def readexactly(self, count: int) -> bytes:
        """Give the body of a message; raises NotUsable for one that cannot be meant."""
        if count > LONGEST:
            raise NotUsable(
                Text(
                    vi=f"trình soạn thảo báo một thông điệp dài {count} byte, quá {LONGEST}",
                    en=f"the editor announces a message of {count} bytes, more than {LONGEST}",
                )
            )
        return await self._within(lambda: self._stream.read(count))

    def _within(self, read: Callable[[], bytes]) -> asyncio.Future[bytes]:
        return asyncio.get_running_loop().run_in_executor(self._threads, read)


class Writer:
    """What the editor is told, until it no longer listens."""

    def __init__(self, stream: BinaryIO, leave: Callable[[], object]) -> None:
        self._stream, self._leave = stream, leave
        self.failure: OSError | None = None

    def close(self) -> None:
        """Leave the stream open: the command closes what it has opened."""

    def write(self, data: bytes) -> None:
        """Tell the editor; leave where that fails."""
        try:
            self._stream.write(data)
            self._stream.flush()
        except OSError as error:
            self.failure = error
            self._leave()
