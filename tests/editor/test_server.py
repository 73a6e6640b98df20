"""The server end to end: a real client, a real process, what an editor asks from opening to leaving."""

import asyncio
import json
import os
import re
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from lsprotocol import types as lsp
from pytest_lsp import LanguageClient, client_capabilities, make_test_lsp_client

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "examples" / "faults" / "late-for-the-year.yaml"
SECONDS = 120.0  # a limit for a machine that hangs; nothing waits that long

HALF = """\
format: 1
directive: hai-phong/2023/02-CT-UBND
unit: HuyenCatHai
actions:
  - id: A1
    tasks:
      - II.4.4.1
    title: "Xây dựng 😀 nông thôn: mới
    lead: Phòng Kinh tế
    indicators:
      - id:\x20
"""


@asynccontextmanager
async def editor(
    folder: Path, *arguments: str, encodings: tuple[str, ...] = ("utf-16",)
) -> AsyncIterator[LanguageClient]:
    """Start `hpd lsp` in a folder, and leave it as an editor does."""
    client = make_test_lsp_client()
    environment = {**os.environ, "HPD_LANG": "vi", "PYTHONPATH": str(ROOT)}
    command = ("-m", "hpdirective", "lsp", "--as-of", "2023-03-01", *arguments)
    await client.start_io(sys.executable, *command, env=environment, cwd=folder)
    capabilities = client_capabilities("visual-studio-code")
    assert capabilities.general
    capabilities.general.position_encodings = [lsp.PositionEncodingKind(e) for e in encodings]
    params = lsp.InitializeParams(capabilities=capabilities, root_uri=folder.as_uri())
    await client.initialize_session(params)
    try:
        yield client
    finally:
        await asyncio.wait_for(client.shutdown_session(), SECONDS)
        await client.stop()  # type: ignore[no-untyped-call]


def run(scenario: Callable[[], Awaitable[None]]) -> None:
    async def limited() -> None:
        await asyncio.wait_for(scenario(), SECONDS)

    asyncio.run(limited())


class Text:
    """A text that an editor holds, and what the server says of it."""

    def __init__(self, client: LanguageClient, uri: str) -> None:
        self.client, self.uri, self.version = client, uri, 0

    async def open(self, text: str) -> list[lsp.Diagnostic]:
        self.version = 1
        item = lsp.TextDocumentItem(self.uri, "yaml", self.version, text)
        self.client.text_document_did_open(lsp.DidOpenTextDocumentParams(item))
        return await self.diagnostics()

    def change(self, text: str) -> None:
        self.version += 1
        which = lsp.VersionedTextDocumentIdentifier(self.version, self.uri)
        whole = lsp.TextDocumentContentChangeWholeDocument(text)
        self.client.text_document_did_change(lsp.DidChangeTextDocumentParams(which, [whole]))

    async def changed(self, text: str) -> list[lsp.Diagnostic]:
        self.change(text)
        return await self.diagnostics()

    async def diagnostics(self) -> list[lsp.Diagnostic]:
        """Wait for those of the version that was sent last."""
        while True:
            params = await self.client.wait_for_notification(lsp.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
            if params.uri == self.uri and params.version == self.version:
                return list(params.diagnostics)

    async def hover(self, line: int, character: int) -> str:
        found = await self.client.text_document_hover_async(
            lsp.HoverParams(self.id, lsp.Position(line, character))
        )
        if found is None:
            return ""
        assert isinstance(found.contents, lsp.MarkupContent)
        return found.contents.value

    async def complete(self, line: int, character: int) -> list[lsp.CompletionItem]:
        found = await self.client.text_document_completion_async(
            lsp.CompletionParams(self.id, lsp.Position(line, character))
        )
        assert isinstance(found, lsp.CompletionList)
        return list(found.items)

    async def define(self, line: int, character: int) -> list[lsp.Location]:
        found = await self.client.text_document_definition_async(
            lsp.DefinitionParams(self.id, lsp.Position(line, character))
        )
        assert isinstance(found, list | tuple)
        return [one for one in found if isinstance(one, lsp.Location)]

    async def act(
        self,
        first: int,
        last: int,
        diagnostics: list[lsp.Diagnostic],
        only: list[lsp.CodeActionKind] | None = None,
        trigger: lsp.CodeActionTriggerKind | None = None,
    ) -> list[lsp.CodeAction]:
        context = lsp.CodeActionContext(diagnostics, only=only, trigger_kind=trigger)
        where = lsp.Range(lsp.Position(first, 0), lsp.Position(last, 0))
        found = await self.client.text_document_code_action_async(
            lsp.CodeActionParams(self.id, where, context)
        )
        return [one for one in found or () if isinstance(one, lsp.CodeAction)]

    @property
    def id(self) -> lsp.TextDocumentIdentifier:
        return lsp.TextDocumentIdentifier(self.uri)


def made(text: str, action: lsp.CodeAction, uri: str) -> str:
    """Make an action's edits as an editor does, counting in UTF-16."""
    assert action.edit
    assert action.edit.changes
    raw = [line.encode("utf-16-le") for line in text.splitlines(keepends=True)]
    for edit in reversed(action.edit.changes[uri]):
        assert isinstance(edit, lsp.TextEdit)
        start, end = edit.range.start, edit.range.end
        before = b"".join(raw[: start.line]) + (b"".join(raw[start.line :])[: start.character * 2])
        after = b"".join(raw[end.line :])[end.character * 2 :]
        whole = before.decode("utf-16-le") + edit.new_text + after.decode("utf-16-le")
        raw = [line.encode("utf-16-le") for line in whole.splitlines(keepends=True)]
    return b"".join(raw).decode("utf-16-le")


def line_of(text: str, words: str) -> int:
    return text[: text.index(words)].count("\n")


def test_from_opening_to_leaving(tmp_path: Path) -> None:
    text = EXAMPLE.read_text(encoding="utf-8")
    late = line_of(text, "due: Quý I/2024")

    async def scenario() -> None:
        async with editor(tmp_path) as client:
            page = Text(client, (tmp_path / "kế hoạch.yaml").as_uri())
            found = await page.open(text)
            assert [(one.code, one.range.start.line) for one in found] == [("HPD404", late)]
            assert found[0].severity == lsp.DiagnosticSeverity.Warning
            assert found[0].source == "hpd"
            assert "31/12/2023" in found[0].message
            assert "Đề nghị: ghi thời hạn" in found[0].message
            assert found[0].code_description is None
            assert (found[0].range.start.character, found[0].range.end.character) == (9, 19)
            await _follow(page, text)
            await _leave_out(page, text, found)
            await _complete_half_typed(client, tmp_path)
            await _mend(client, tmp_path)
            client.text_document_did_save(lsp.DidSaveTextDocumentParams(page.id))
            await page.diagnostics()
            client.text_document_did_close(lsp.DidCloseTextDocumentParams(page.id))
            page.version = None  # type: ignore[assignment]
            assert await page.diagnostics() == []

    run(scenario)


async def _follow(page: Text, text: str) -> None:
    """Hover on a task and go to it, then to a unit."""
    line = line_of(text, "tasks: II.3.4.2")
    said = await page.hover(line, 12)
    assert "08 dự án" in said
    assert "Phần II, mục 3" in said
    [there] = await page.define(line, 12)
    assert there.uri == (ROOT / "data" / "directive_2023.yaml").as_uri()
    lines = (ROOT / "data" / "directive_2023.yaml").read_text(encoding="utf-8").splitlines()
    at = there.range
    assert lines[at.start.line][at.start.character : at.end.character].strip("\"'") == "II.3.4.2"
    [unit] = await page.define(line_of(text, "unit:"), 8)
    assert unit.uri.startswith((ROOT / "data" / "units").as_uri())


async def _leave_out(page: Text, text: str, found: list[lsp.Diagnostic]) -> None:
    """Take the offer to leave the finding out; it counts until a reason is given."""
    line = found[0].range.start.line
    actions = await page.act(line, line, found)
    [ignore] = [one for one in actions if "HPD404" in one.title]
    assert ignore.kind == lsp.CodeActionKind.QuickFix
    assert ignore.diagnostics
    after = made(text, ignore, page.uri)
    assert "# hpd: ignore[HPD404] lý do: \n" in after
    codes = {one.code for one in await page.changed(after)}
    assert codes == {"HPD131", "HPD404"}
    reasoned = after.replace("lý do: \n", "lý do: chờ vốn\n")
    assert await page.changed(reasoned) == []


async def _complete_half_typed(client: LanguageClient, folder: Path) -> None:
    page = Text(client, (folder / "half.yaml").as_uri())
    assert await page.open(HALF)
    ids = [item.label for item in await page.complete(10, 12)]
    assert ids == ["xa-ntm-chuyen-tiep"]
    await _point(page, 2)


async def _point(page: Text, width: int) -> None:
    """Point at a word after letters of so many units each."""
    text = HALF.replace('"Xây dựng 😀 nông thôn: mới', "😀😀 a # hpd: ignore[HPD601] lý do: b")
    await page.changed(text)
    start = len("    title: ") + 2 * width + len(" a # hpd: ignore[")
    assert "HPD601" in await page.hover(7, start)
    assert "HPD601" in await page.hover(7, start + 5)
    assert await page.hover(7, start - 2) == ""


DAMAGED = """\
unit: UBND huyện Cát Hải
objectives:
  - 😀 Rà soát: x
actions:
  - id: A1
    dua: 1
    lead: Sở Tài chính
"""


async def _mend(client: LanguageClient, folder: Path) -> None:
    """Take the fixes of a line, then all of them."""
    page = Text(client, (folder / "damaged.yaml").as_uri())
    found = await page.open(DAMAGED)
    [fix] = [a for a in await page.act(6, 6, found) if "SoTC" in a.title]
    assert made(DAMAGED, fix, page.uri) == DAMAGED.replace("Sở Tài chính", "SoTC")
    [quote] = [a for a in await page.act(2, 2, found) if '"' in a.title]
    assert '  - "😀 Rà soát: x"\n' in made(DAMAGED, quote, page.uri)
    assert quote.is_preferred
    kinds = [a.kind for a in await page.act(0, 0, found)]
    assert kinds[-1] == lsp.CodeActionKind.SourceFixAll
    passing = lsp.CodeActionTriggerKind.Automatic  # the pointer only came by
    assert [a.kind for a in await page.act(0, 0, found, None, passing)] == kinds[:-1]
    [every] = await page.act(0, 0, [], [lsp.CodeActionKind.Source])
    assert every.kind == lsp.CodeActionKind.SourceFixAll
    after = made(DAMAGED, every, page.uri)
    assert "unit: HuyenCatHai\n" in after
    assert "    due: 1\n" in after
    await page.changed(after)
    assert await page.act(0, 0, [], [lsp.CodeActionKind.SourceFixAll]) == []


BROKEN = [
    "",
    "\ufeffunit: SoTC\n",
    "\x00\x01\x02",
    "\ud83d unit: \udc00\n",
    "a: [[[[{{{{\n",
    '"',
    "- - - -",
    "[" * 5_000,
    "actions:\n  - " + "due: x\n    " * 60,
    "kind: directive\nparts: [a, b]\n",
    "kind: unit\n",
    "kind: không biết\n",
    "actions:\n\t- id: A1\n",
    "a\x85b\u2028c: d\r\ne: f\rg: h\n",
    "xin chào",
]


def test_broken_texts_never_end_the_server(tmp_path: Path) -> None:
    async def scenario() -> None:
        async with editor(tmp_path, "--lang", "en", encodings=("utf-8", "utf-16")) as client:
            page = Text(client, "untitled:Untitled-1")
            found = await page.open("unit: SoTC\n")
            assert any("\nHelp: " in one.message for one in found)
            await _point(page, 4)
            for text in BROKEN:
                assert await page.changed(text), text[:40]
                for line, character in ((0, 0), (0, 5), (1, 3), (99, 99)):
                    await page.hover(line, character)
                    await page.complete(line, character)
                    await page.define(line, character)
                await page.act(0, 99, [])
            for text in BROKEN:  # as fast as they can be sent: only the last one is looked at
                page.change(text)
            assert await page.diagnostics()
            assert not [m.message for m in client.log_messages]

    run(scenario)


def test_settings_that_change_are_taken_up_without_a_word_in_the_text(tmp_path: Path) -> None:
    async def scenario() -> None:
        async with editor(tmp_path) as client:
            page = Text(client, (tmp_path / "plan.yaml").as_uri())
            found = await page.open(EXAMPLE.read_text(encoding="utf-8"))
            assert [one.code for one in found] == ["HPD404"]
            settings = tmp_path / "hpd.toml"
            settings.write_text('ignore = ["HPD404"]\n', encoding="utf-8")
            told = lsp.FileEvent(settings.as_uri(), lsp.FileChangeType.Created)
            client.workspace_did_change_watched_files(lsp.DidChangeWatchedFilesParams([told]))
            assert await page.diagnostics() == []
            settings.write_text("[[[", encoding="utf-8")
            await page.hover(0, 0)
            assert [one.message for one in client.messages] == [
                "hpd: hpd.toml, dòng 1: không đúng cú pháp TOML"
            ]
            assert not [one.message for one in client.log_messages]

    run(scenario)


async def start(path: str, sent: bytes) -> tuple[int | None, bytes, str]:
    """Run `hpd lsp` on what is sent to it, and give its exit code and what it says."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        *("-m", "hpdirective", "lsp"),
        env={**os.environ, "HPD_LANG": "vi", "PYTHONPATH": path},
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    out, said = await process.communicate(sent)
    return process.returncode, out, said.decode()


def test_without_the_extra_it_says_what_to_install(tmp_path: Path) -> None:
    (tmp_path / "pygls.py").write_text("raise ModuleNotFoundError(name='pygls')\n")

    async def scenario() -> None:
        code, out, said = await start(os.pathsep.join((str(tmp_path), str(ROOT))), b"")
        assert (code, out, said.count("\n")) == (2, b"", 1)
        assert "pip install 'hpdirective[editor]'" in said

    run(scenario)


def test_what_is_no_message_is_logged_without_a_traceback() -> None:
    async def scenario() -> None:
        code, out, said = await start(str(ROOT), b"hello\n\nContent-Length: 5\r\n\r\nabcde")
        assert (code, said) == (0, "")
        assert b"window/logMessage" in out

    run(scenario)


def framed(*messages: dict[str, Any]) -> bytes:
    """Write messages as the protocol sends them."""
    bodies = [json.dumps({"jsonrpc": "2.0", **message}).encode() for message in messages]
    return b"".join(b"Content-Length: %d\r\n\r\n%s" % (len(body), body) for body in bodies)


def answers(out: bytes) -> dict[int, dict[str, Any]]:
    """Give the answers of a server by the id of their question."""
    found = {}
    while out:
        head, _, rest = out.partition(b"\r\n\r\n")
        length = int(re.search(rb"Content-Length: (\d+)", head)[1])  # type: ignore[index]
        message, out = json.loads(rest[:length]), rest[length:]
        if "id" in message and "method" not in message:
            found[message["id"]] = message
    return found


def test_questions_that_cannot_be_read_or_are_on_no_open_text_are_answered() -> None:
    closed = {
        "textDocument": {"uri": "file:///nope.yaml"},
        "position": {"line": 0, "character": 0},
    }
    asked: list[tuple[int, str, Any]] = [
        (2, "textDocument/hover", {}),
        (3, "textDocument/hover", {**closed, "position": {"line": "x", "character": 0}}),
        (4, "textDocument/hover", {**closed, "position": {"line": -1, "character": 0}}),
        (5, "textDocument/completion", [1]),
        (6, "textDocument/hover", closed),
        (7, "textDocument/completion", closed),
        (8, "textDocument/definition", closed),
    ]
    hello = {
        "id": 1,
        "method": "initialize",
        "params": {"processId": None, "rootUri": None, "capabilities": {}},
    }
    sent = framed(
        hello,
        {"method": "initialized", "params": {}},
        *({"id": id, "method": method, "params": params} for id, method, params in asked),
        {"id": 9, "method": "shutdown"},
        {"method": "exit"},
    )

    async def scenario() -> None:
        code, out, said = await start(str(ROOT), sent)
        found = answers(out)
        assert (code, said) == (0, "")
        assert [found[id]["error"]["code"] for id in (2, 3, 4, 5)] == [-32602] * 4
        assert all("result" in found[id] for id in (6, 7, 8))
        assert b"Traceback" not in out

    run(scenario)
