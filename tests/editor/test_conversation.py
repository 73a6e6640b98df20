"""What an editor says out of turn, in another spelling, or not at all: each is answered, and the server ends as the protocol wants."""

import asyncio
import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import heed_interrupts
from tests.editor.test_server import ROOT, answers, framed, start

HELLO = {
    "id": 1,
    "method": "initialize",
    "params": {"processId": None, "rootUri": None, "capabilities": {}},
}
LEAVE = ({"id": 99, "method": "shutdown"}, {"method": "exit"})


def hover(id: int, uri: str = "file:///nope.yaml") -> dict[str, Any]:
    params = {"textDocument": {"uri": uri}, "position": {"line": 0, "character": 0}}
    return {"id": id, "method": "textDocument/hover", "params": params}


def told(sent: bytes) -> tuple[int | None, bytes, str]:
    return asyncio.run(start(str(ROOT), sent))


def body(message: dict[str, Any]) -> bytes:
    return json.dumps({"jsonrpc": "2.0", **message}).encode()


@pytest.mark.parametrize(
    "head",
    [
        b"content-length: %d\r\n\r\n",
        b"CONTENT-LENGTH:%d \r\n\r\n",
        b"Content-Length: %d\n\n",
        b"Content-Type: application/vscode-jsonrpc; charset=utf-8\r\ncontent-length:  %d\r\n\r\n",
    ],
)
def test_a_head_may_be_spelled_otherwise(head: bytes) -> None:
    asked = body(hover(2))
    code, out, said = told(framed(HELLO) + head % len(asked) + asked + framed(*LEAVE))
    assert (code, said) == (0, "")
    assert "result" in answers(out)[2]


@pytest.mark.parametrize(
    ("sent", "id", "code"),
    [
        (b"abcde", None, -32700),
        (b"\xff\xfe", None, -32700),
        (b"[" * 100_000, None, -32700),
        (b"[]", None, -32600),
        (b"5", None, -32600),
        (b"{}", None, -32600),
        (b'{"id": 7, "method": "shutdown"}', 7, -32600),
        (b'{"jsonrpc": "2.0"}', None, -32600),
        (b'{"jsonrpc": "2.0", "id": 7, "method": 5}', 7, -32600),
    ],
    ids=lambda one: str(one)[:40],
)
def test_what_is_no_message_is_answered_with_an_error(
    sent: bytes, id: int | None, code: int
) -> None:
    broken = b"Content-Length: %d\r\n\r\n%s" % (len(sent), sent)
    left, out, said = told(framed(HELLO) + broken + framed(hover(2), *LEAVE))
    assert (left, said) == (0, "")
    error = {"code": code, "message": {-32700: "Parse Error", -32600: "Invalid Request"}[code]}
    assert body({"id": id, "error": error}) in out
    assert "result" in answers(out)[2]


def test_what_is_out_of_turn_or_at_no_address_is_refused_without_a_traceback() -> None:
    code, out, said = told(
        framed(
            hover(2),
            HELLO,
            {**HELLO, "id": 3},
            hover(4, "file://[::1"),
            hover(5),
            {"id": 6, "method": "shutdown"},
            hover(7),
            {"method": "exit"},
        )
    )
    found = answers(out)
    assert (code, said) == (0, "")
    refused = {id: one["error"]["code"] for id, one in found.items() if "error" in one}
    assert refused == {2: -32002, 3: -32600, 4: -32602, 7: -32600}
    assert not [one for one in found.values() if "data" in one.get("error", {})]
    assert b"raceback" not in out


def test_a_text_at_no_address_is_not_looked_at() -> None:
    item = {"uri": "file://[::1", "languageId": "yaml", "version": 1, "text": "unit: SoTC\n"}
    opened = {"method": "textDocument/didOpen", "params": {"textDocument": item}}
    code, out, said = told(framed(HELLO, opened, *LEAVE))
    assert (code, said) == (0, "")
    assert b"publishDiagnostics" not in out


def test_a_text_that_is_saved_but_not_open_has_no_findings() -> None:
    saved = {
        "method": "textDocument/didSave",
        "params": {"textDocument": {"uri": "file:///nope.yaml"}},
    }
    _, out, _ = told(framed(HELLO, saved, *LEAVE))
    assert b"publishDiagnostics" not in out


@pytest.mark.parametrize(
    ("sent", "code"),
    [(framed(HELLO, {"method": "exit"}), 1), (framed(HELLO, *LEAVE), 0), (framed(HELLO), 0)],
    ids=["exit", "shutdown and exit", "closed"],
)
def test_the_exit_code_tells_whether_it_was_shut_down(sent: bytes, code: int) -> None:
    left, _, said = told(sent)
    assert (left, said) == (code, "")


@pytest.mark.parametrize("length", [10**9, 10**12, 10**30])
def test_a_message_that_cannot_be_meant_ends_it_with_one_line(length: int) -> None:
    code, _, said = told(framed(HELLO) + b"Content-Length: %d\r\n\r\n{}" % length)
    assert (code, said.count("\n")) == (2, 1)
    assert str(length) in said


def running() -> subprocess.Popen[bytes]:
    """Start a server that waits for the next word."""
    process = subprocess.Popen(
        [sys.executable, "-m", "hpdirective", "lsp"],
        env={**os.environ, "HPD_LANG": "vi", "PYTHONPATH": str(ROOT)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        bufsize=0,
        preexec_fn=heed_interrupts,
    )
    assert process.stdin
    assert process.stdout
    process.stdin.write(framed(HELLO))
    assert b"Content-Length" in process.stdout.read(20)
    return process


def test_one_interrupt_ends_it() -> None:
    with running() as process:
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=30) == 130  # its input is still open
        assert process.stderr
        assert process.stderr.read() == b""


def test_it_ends_with_who_listens() -> None:
    with running() as process:
        assert process.stdin
        assert process.stdout
        process.stdout.close()
        process.stdin.write(framed(hover(2)))
        assert process.wait(timeout=30) == 0
        assert process.stderr
        assert process.stderr.read() == b""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full disk to write to")
def test_a_full_disk_is_said_in_one_line() -> None:
    with Path("/dev/full").open("wb") as full:
        command = [sys.executable, "-m", "hpdirective", "lsp"]
        done = subprocess.run(
            command,
            input=framed(HELLO),
            stdout=full,
            stderr=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            timeout=60,
            check=False,
        )
    assert (done.returncode, done.stderr.count(b"\n")) == (2, 1)
