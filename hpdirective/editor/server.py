"""The language server: the protocol's questions in, our values out."""

import asyncio
import sys
import threading
from collections.abc import Callable, Iterable

from lsprotocol import types as lsp
from pygls.io_ import run_async

from hpdirective.editor.acting import Offer
from hpdirective.editor.bench import Bench, Renewed
from hpdirective.editor.positions import Ruler
from hpdirective.editor.rendering import ACTIONS, SOURCE, action, item, markup, range_of
from hpdirective.editor.stream import Reader, Writer
from hpdirective.editor.texts import Server

KEPT = (
    lsp.TEXT_DOCUMENT_DID_OPEN,
    lsp.TEXT_DOCUMENT_DID_CHANGE,
    lsp.TEXT_DOCUMENT_DID_CLOSE,
)
"""What pygls would keep texts by: it cannot take a version without a change, nor tell two spellings of an address, and remembers each change for good."""

WATCHED = ("**/hpd.toml", "**/pyproject.toml", "**/*.yaml", "**/*.yml")


def serve(bench: Bench, renew: Callable[[], Renewed]) -> int:
    """Serve an editor over standard input and output until it leaves, and give the exit code; `renew` is asked before each look."""
    try:
        asyncio.run(_converse(make_server(bench, renew)))
    except SystemExit as left:
        return int(left.code or 0)
    return 0


async def _converse(server: Server) -> None:
    """Hear and answer until either side closes its stream: pygls would wait for one more word after ^C, and forget the exit code."""
    here = asyncio.current_task()
    assert here
    writer = Writer(sys.stdout.buffer, here.cancel)
    server.protocol.set_writer(writer)
    try:
        await run_async(
            threading.Event(),
            Reader(sys.stdin.buffer, server.thread_pool),
            server.protocol,
            error_handler=server.report_unread,
        )
    except asyncio.CancelledError:
        if writer.failure is None:
            raise  # ^C
        if not isinstance(writer.failure, BrokenPipeError):
            raise writer.failure from None


def make_server(bench: Bench, renew: Callable[[], Renewed]) -> Server:
    """Give a server that answers for texts, not yet started."""
    server = Server(bench, renew)
    for name in KEPT:
        del server.protocol.fm.builtin_features[name]
    options = lsp.CodeActionOptions(
        [lsp.CodeActionKind(kind) for kind in sorted(set(ACTIONS.values()))]
    )
    triggers = lsp.CompletionOptions(trigger_characters=[" ", "-", ":", "."])
    server.feature(lsp.INITIALIZED)(_greeted)
    server.feature(lsp.TEXT_DOCUMENT_DID_OPEN)(_opened)
    server.feature(lsp.TEXT_DOCUMENT_DID_CHANGE)(_changed)
    server.feature(lsp.TEXT_DOCUMENT_DID_SAVE)(_saved)
    server.feature(lsp.TEXT_DOCUMENT_DID_CLOSE)(_closed)
    server.feature(lsp.WORKSPACE_DID_CHANGE_WATCHED_FILES)(_moved)
    server.feature(lsp.WORKSPACE_DID_CHANGE_CONFIGURATION)(_moved)
    server.feature(lsp.TEXT_DOCUMENT_HOVER)(_hover)
    server.feature(lsp.TEXT_DOCUMENT_COMPLETION, triggers)(_complete)
    server.feature(lsp.TEXT_DOCUMENT_DEFINITION)(_define)
    server.feature(lsp.TEXT_DOCUMENT_CODE_ACTION, options)(_act)
    return server


# --- what the editor tells


def _greeted(server: Server, _: lsp.InitializedParams) -> None:
    """Ask to be told of files that change, of an editor that can tell."""
    workspace = server.client_capabilities.workspace
    told = workspace and workspace.did_change_watched_files
    if told and told.dynamic_registration:
        files = lsp.DidChangeWatchedFilesRegistrationOptions(
            [lsp.FileSystemWatcher(pattern) for pattern in WATCHED]
        )
        method = lsp.WORKSPACE_DID_CHANGE_WATCHED_FILES
        wanted = lsp.Registration(f"{SOURCE}-files", method, files)
        server.client_register_capability(lsp.RegistrationParams([wanted]))


def _opened(server: Server, params: lsp.DidOpenTextDocumentParams) -> None:
    server.take(params.text_document)


def _changed(server: Server, params: lsp.DidChangeTextDocumentParams) -> None:
    words = params.content_changes[-1].text if params.content_changes else None
    server.change(params.text_document.uri, params.text_document.version, words)


def _saved(server: Server, params: lsp.DidSaveTextDocumentParams) -> None:
    server.look(params.text_document.uri)


def _closed(server: Server, params: lsp.DidCloseTextDocumentParams) -> None:
    server.forget(params.text_document.uri)


def _moved(
    server: Server, _: lsp.DidChangeWatchedFilesParams | lsp.DidChangeConfigurationParams
) -> None:
    server.renew()


# --- what the editor asks


def _hover(server: Server, params: lsp.HoverParams) -> lsp.Hover | None:
    sheet = server.asked(params.text_document.uri)
    found = sheet.hover(server.point(sheet, params.position))
    if found is None:
        return None
    content = markup(found.text, server.hover_formats)
    return lsp.Hover(content, range_of(found.span, server.ruler(sheet)))


def _complete(server: Server, params: lsp.CompletionParams) -> lsp.CompletionList:
    sheet = server.asked(params.text_document.uri)
    ruler = server.ruler(sheet)
    formats = server.documentation_formats
    found = sheet.completions(server.point(sheet, params.position))
    items = [item(one, ruler, formats) for one in found]
    # names are found by any part and without marks, which is not how editors narrow a list down
    return lsp.CompletionList(is_incomplete=True, items=items)


def _define(server: Server, params: lsp.DefinitionParams) -> list[lsp.Location]:
    sheet = server.asked(params.text_document.uri)
    found = sheet.definitions(server.point(sheet, params.position))
    return [
        lsp.Location(uri, range_of(one.span, Ruler(one.document.lines, server.encoding)))
        for one in found
        if (uri := server.bench.locate(one.document.file))
    ]


def _act(server: Server, params: lsp.CodeActionParams) -> list[lsp.CodeAction]:
    uri, context = params.text_document.uri, params.context
    sheet = server.asked(uri)
    start, end = (server.point(sheet, one) for one in (params.range.start, params.range.end))
    offers: tuple[Offer, ...] = ()
    if _asked(lsp.CodeActionKind.QuickFix.value, context.only):
        offers += sheet.offers(range(start.line, end.line + 1))
    passing = context.trigger_kind is lsp.CodeActionTriggerKind.Automatic and not context.only
    if not passing and _asked(lsp.CodeActionKind.SourceFixAll.value, context.only):
        offers += sheet.all_fixes()
    ruler = server.ruler(sheet)
    return [action(offer, uri, ruler, context.diagnostics) for offer in offers]


def _asked(kind: str, only: Iterable[str] | None) -> bool:
    """Tell whether actions of a kind are asked for: `only` names kinds, or kinds that hold them."""
    if only is None:
        return True
    names = [str(getattr(one, "value", one)) for one in only]
    return any(not name or kind == name or kind.startswith(f"{name}.") for name in names)
