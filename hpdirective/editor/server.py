"""The language server: the protocol's questions in, our values out. It and `protocol.py` alone know pygls and lsprotocol."""

import asyncio
import sys
import threading
from collections.abc import Callable, Iterable, Sequence
from urllib.parse import unquote

from lsprotocol import types as lsp
from msgspec import Struct
from pygls.exceptions import (
    FeatureNotificationError,
    FeatureRequestError,
    JsonRpcInvalidParams,
    JsonRpcMethodNotFound,
    JsonRpcParseError,
)
from pygls.io_ import run_async
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path

from hpdirective import __version__
from hpdirective.choices import Severity
from hpdirective.editor import acting, completing, markdown
from hpdirective.editor.acting import Offer
from hpdirective.editor.bench import Bench, Renewed, Sheet, open_sheet
from hpdirective.editor.completing import Completion
from hpdirective.editor.diagnosing import Diagnostic
from hpdirective.editor.positions import Encoding, Point, Position, Ruler
from hpdirective.editor.protocol import Protocol
from hpdirective.editor.stream import Reader, Writer
from hpdirective.source.edit import Edit
from hpdirective.source.place import Span

SEVERITIES = {
    Severity.ERROR: lsp.DiagnosticSeverity.Error,
    Severity.WARNING: lsp.DiagnosticSeverity.Warning,
    Severity.INFO: lsp.DiagnosticSeverity.Information,
}
KINDS = {
    completing.Sort.TASK: lsp.CompletionItemKind.Reference,
    completing.Sort.UNIT: lsp.CompletionItemKind.Class,
    completing.Sort.GROUP: lsp.CompletionItemKind.Module,
    completing.Sort.INDICATOR: lsp.CompletionItemKind.Unit,
    completing.Sort.ITEM: lsp.CompletionItemKind.EnumMember,
    completing.Sort.DIRECTIVE: lsp.CompletionItemKind.Value,
    completing.Sort.KEY: lsp.CompletionItemKind.Property,
}
ACTIONS: dict[acting.Sort, str] = {
    acting.Sort.FIX: lsp.CodeActionKind.QuickFix.value,
    acting.Sort.IGNORE: lsp.CodeActionKind.QuickFix.value,
    acting.Sort.FIX_ALL: lsp.CodeActionKind.SourceFixAll.value,
}
KEPT = (
    lsp.TEXT_DOCUMENT_DID_OPEN,
    lsp.TEXT_DOCUMENT_DID_CHANGE,
    lsp.TEXT_DOCUMENT_DID_CLOSE,
)
"""What pygls would keep texts by: it cannot take a version without a change, nor tell two spellings of an address, and remembers each change for good."""

WATCHED = ("**/hpd.toml", "**/pyproject.toml", "**/*.yaml", "**/*.yml")
SOURCE = "hpd"
_PAUSE = 0.15  # seconds without a keystroke after which a text is looked at


class _Text(Struct):
    """A text that is open: its address as it was opened, its version, its words, and all that is known of them once it was asked for."""

    uri: str
    version: int
    words: str
    sheet: Sheet | None = None
    waiting: asyncio.TimerHandle | None = None


class Server(LanguageServer):
    """The server with the texts that are open."""

    protocol: Protocol

    def __init__(self, bench: Bench, renew: Callable[[], Renewed]) -> None:
        sync = lsp.TextDocumentSyncKind.Full
        super().__init__(SOURCE, __version__, protocol_cls=Protocol, text_document_sync_kind=sync)
        self.bench = bench
        self._renew = renew
        self._open: dict[str, _Text] = {}  # by the one spelling of their addresses

    def report_server_error(self, error: Exception, source: object) -> None:
        """Log what went wrong, and go on: no window of the editor opens for it."""
        wrong = isinstance(error, JsonRpcMethodNotFound | JsonRpcInvalidParams)
        if wrong and source is FeatureRequestError:
            return  # who asked has the answer
        self.log(f"{type(error).__name__}: {error}")

    def log(self, message: str) -> None:
        self.window_log_message(lsp.LogMessageParams(lsp.MessageType.Error, f"hpd: {message}"))

    def report_unread(self, error: Exception, source: object) -> None:
        """Answer what is no JSON, and log what was wrong with it."""
        if isinstance(error, ValueError | RecursionError):
            self.protocol.refuse(None, JsonRpcParseError())
        self.report_server_error(error, source)

    def sheet(self, uri: str) -> Sheet:
        """Give an open text as it stands; read again only where it has changed. Of a text that is not open there is nothing to tell."""
        text = self._open.get(unquote(uri)) or _Text(uri, 0, "")
        if text.sheet is None:
            text.sheet = open_sheet(self.bench, to_fs_path(text.uri) or text.uri, text.words)
        return text.sheet

    def asked(self, uri: str) -> Sheet:
        """Give an open text, to be answered for by what now lies on disk."""
        self.renew()
        return self.sheet(uri)

    def ruler(self, sheet: Sheet) -> Ruler:
        return sheet.page.ruler(self.encoding)

    @property
    def encoding(self) -> Encoding:
        """The code units that this editor counts in."""
        return Encoding(self.workspace.position_encoding or Encoding.UTF16)

    @property
    def hover_formats(self) -> Sequence[lsp.MarkupKind] | None:
        asked = self.client_capabilities.text_document
        return asked.hover.content_format if asked and asked.hover else None

    @property
    def documentation_formats(self) -> Sequence[lsp.MarkupKind] | None:
        asked = self.client_capabilities.text_document
        item = asked.completion.completion_item if asked and asked.completion else None
        return item.documentation_format if item else None

    def point(self, sheet: Sheet, position: lsp.Position) -> Point:
        return self.ruler(sheet).point(Position(position.line, position.character))

    def renew(self) -> bool:
        """Take up what has changed on disk, and say where it cannot be used; tell whether all texts were published by it."""
        found = self._renew()
        if isinstance(found, str):
            self.window_show_message(lsp.ShowMessageParams(lsp.MessageType.Error, found))
        if not isinstance(found, Bench):
            return False
        self.bench = found
        for text in self._open.values():
            text.sheet = None
            self._publish(text)
        return True

    def take(self, item: lsp.TextDocumentItem) -> None:
        """Take a text that was opened; one that is open under another spelling of its address is no longer open there."""
        known = self._forget(item.uri)
        if known and known.uri != item.uri:
            self._clear(known)
        self._open[unquote(item.uri)] = _Text(item.uri, item.version, item.text)
        self.look(item.uri)

    def change(self, uri: str, version: int, words: str | None) -> None:
        """Take the next version of a text, and look at it once its writer pauses."""
        text = self._open.get(unquote(uri))
        if text is None:
            self.log(f"{lsp.TEXT_DOCUMENT_DID_CHANGE}: {uri} is not open")
            return
        text.version = version
        if words is not None and words != text.words:
            text.words, text.sheet = words, None
        if text.waiting:
            text.waiting.cancel()
        text.waiting = asyncio.get_running_loop().call_later(_PAUSE, self._look_later, uri)

    def look(self, uri: str) -> None:
        """Publish the findings of a text that is open, by what now lies on disk."""
        text = self._open.get(unquote(uri))
        if text and not self.renew():
            self._publish(text)

    def forget(self, uri: str) -> None:
        """Take back the findings of a text that was closed."""
        text = self._forget(uri)
        if text:
            self._clear(text)

    def _look_later(self, uri: str) -> None:
        try:
            self.look(uri)
        except Exception as error:  # else it is lost: nobody waits for what was to come later
            self.report_server_error(error, FeatureNotificationError)

    def _forget(self, uri: str) -> _Text | None:
        text = self._open.pop(unquote(uri), None)
        if text and text.waiting:
            text.waiting.cancel()
        return text

    def _publish(self, text: _Text) -> None:
        sheet = self.sheet(text.uri)
        ruler = self.ruler(sheet)
        found = [_diagnostic(one, ruler) for one in sheet.diagnostics()]
        params = lsp.PublishDiagnosticsParams(text.uri, found, text.version)
        self.text_document_publish_diagnostics(params)

    def _clear(self, text: _Text) -> None:
        self.text_document_publish_diagnostics(lsp.PublishDiagnosticsParams(text.uri, []))


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
    content = _markup(found.text, server.hover_formats)
    return lsp.Hover(content, _range(found.span, server.ruler(sheet)))


def _complete(server: Server, params: lsp.CompletionParams) -> lsp.CompletionList:
    sheet = server.asked(params.text_document.uri)
    ruler = server.ruler(sheet)
    formats = server.documentation_formats
    found = sheet.completions(server.point(sheet, params.position))
    items = [_item(one, ruler, formats) for one in found]
    # names are found by any part and without marks, which is not how editors narrow a list down
    return lsp.CompletionList(is_incomplete=True, items=items)


def _define(server: Server, params: lsp.DefinitionParams) -> list[lsp.Location]:
    sheet = server.asked(params.text_document.uri)
    found = sheet.definitions(server.point(sheet, params.position))
    return [
        lsp.Location(uri, _range(one.span, Ruler(one.document.lines, server.encoding)))
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
    return [_action(offer, uri, ruler, context.diagnostics) for offer in offers]


def _asked(kind: str, only: Iterable[str] | None) -> bool:
    """Tell whether actions of a kind are asked for: `only` names kinds, or kinds that hold them."""
    if only is None:
        return True
    names = [str(getattr(one, "value", one)) for one in only]
    return any(not name or kind == name or kind.startswith(f"{name}.") for name in names)


# --- our values as the protocol writes them


def _range(span: Span, ruler: Ruler) -> lsp.Range:
    found = ruler.range(span)
    start, end = found.start, found.end
    return lsp.Range(
        lsp.Position(start.line, start.character), lsp.Position(end.line, end.character)
    )


def _edit(edit: Edit, ruler: Ruler) -> lsp.TextEdit:
    return lsp.TextEdit(_range(edit.span, ruler), edit.text)


def _diagnostic(found: Diagnostic, ruler: Ruler) -> lsp.Diagnostic:
    return lsp.Diagnostic(
        _range(found.span, ruler),
        found.message,
        severity=SEVERITIES[found.severity],
        code=found.rule,
        source=SOURCE,
    )


def _markup(text: str, formats: Sequence[lsp.MarkupKind | str] | None) -> lsp.MarkupContent:
    """Give Markdown, or plain words to an editor that takes no other."""
    if formats is None or lsp.MarkupKind.Markdown in formats:
        return lsp.MarkupContent(lsp.MarkupKind.Markdown, text)
    return lsp.MarkupContent(lsp.MarkupKind.PlainText, markdown.plain(text))


def _item(
    found: Completion, ruler: Ruler, formats: Sequence[lsp.MarkupKind | str] | None
) -> lsp.CompletionItem:
    choice = found.choice
    return lsp.CompletionItem(
        choice.id,
        kind=KINDS[choice.sort],
        detail=choice.detail,
        documentation=_markup(choice.documentation, formats),
        sort_text=found.rank,
        filter_text=found.typed or choice.id,
        text_edit=_edit(found.edit, ruler),
    )


def _action(
    offer: Offer, uri: str, ruler: Ruler, shown: Iterable[lsp.Diagnostic]
) -> lsp.CodeAction:
    answered = [
        one
        for one in shown
        if offer.rule and one.code == offer.rule and one.range.start.line == offer.line - 1
    ]
    return lsp.CodeAction(
        offer.title,
        kind=ACTIONS[offer.sort],
        diagnostics=answered or None,
        is_preferred=True if offer.sort is acting.Sort.FIX and answered else None,
        edit=lsp.WorkspaceEdit({uri: [_edit(edit, ruler) for edit in offer.edits]}),
    )
