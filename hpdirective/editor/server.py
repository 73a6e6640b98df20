"""The language server: the protocol's questions in, our values out. The one place that knows pygls and lsprotocol."""

import asyncio
import sys
import threading
from collections.abc import Iterable, Sequence
from typing import Any
from urllib.parse import urlsplit

from lsprotocol import types as lsp
from pygls.exceptions import (
    JsonRpcException,
    JsonRpcInvalidParams,
    JsonRpcInvalidRequest,
    JsonRpcParseError,
    JsonRpcServerNotInitialized,
)
from pygls.io_ import run_async
from pygls.lsp.server import LanguageServer
from pygls.protocol import LanguageServerProtocol
from pygls.uris import to_fs_path

from hpdirective import __version__
from hpdirective.choices import Severity
from hpdirective.editor import acting, completing, markdown
from hpdirective.editor.acting import Offer
from hpdirective.editor.bench import Bench, Sheet, open_sheet
from hpdirective.editor.completing import Completion
from hpdirective.editor.diagnosing import Diagnostic
from hpdirective.editor.positions import Encoding, Point, Position, Ruler
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
SOURCE = "hpd"
_PAUSE = 0.15  # seconds without a keystroke after which a text is looked at


class _Protocol(LanguageServerProtocol):
    """The protocol, which answers what cannot be read or is out of turn: pygls itself leaves who asked waiting."""

    _begun = False
    _ended = False

    def structure_message(self, data: dict[str, Any]) -> Any:
        """Give a message in its type, or as it came where it has none."""
        try:
            return super().structure_message(data)
        except JsonRpcException:
            return data

    def handle_message(self, message: Any) -> None:
        """Hand a message on; one that is none, or is out of turn, is answered where it asks."""
        method, id = _part(message, "method"), _part(message, "id")
        error = self._objection(message, method)
        if error is None:
            self._begun = self._begun or method == lsp.INITIALIZE
            self._ended = self._ended or method == lsp.SHUTDOWN
            super().handle_message(message)
        elif (id is not None and method) or _is_none(message, error):
            self.refuse(id, error)
        elif isinstance(error, JsonRpcInvalidParams):  # nobody waits for an answer: it is logged
            raise JsonRpcInvalidParams(f"{method}: {error.message}")

    def refuse(self, id: object, error: JsonRpcException) -> None:
        """Answer a message with an error, by its id where it has one."""
        asked = id if isinstance(id, int | str) else None
        said = {"code": error.code, "message": error.message}
        self._send_data({"jsonrpc": self.VERSION, "id": asked, "error": said})

    def _objection(self, message: object, method: object) -> JsonRpcException | None:
        """Give what keeps a message from being handed on."""
        if _part(message, "jsonrpc") != self.VERSION:
            return JsonRpcInvalidRequest()
        if isinstance(message, dict):  # it fits no type
            return JsonRpcInvalidParams() if isinstance(method, str) else JsonRpcInvalidRequest()
        if method == lsp.EXIT:
            return None
        if self._ended or (method == lsp.INITIALIZE and self._begun):
            return JsonRpcInvalidRequest()
        if not self._begun and method != lsp.INITIALIZE:
            return JsonRpcServerNotInitialized()
        return None if _readable(_part(message, "params")) else JsonRpcInvalidParams()

    def _send_response(
        self, msg_id: int | str, result: Any = None, error: lsp.ResponseError | None = None
    ) -> None:
        """Answer a question, with an error without the traceback that pygls adds to it."""
        if error is not None:
            error.data = None
        super()._send_response(msg_id, result, error)


def _is_none(message: object, error: JsonRpcException) -> bool:
    """Tell whether what was refused is no message at all."""
    return isinstance(error, JsonRpcInvalidRequest) and not hasattr(message, "jsonrpc")


def _part(message: object, name: str) -> Any:
    """Give a part of a message, in its type or as it came."""
    return message.get(name) if isinstance(message, dict) else getattr(message, name, None)


def _readable(params: object) -> bool:
    """Tell whether the addresses that a message names can be taken apart."""
    folders = getattr(params, "workspace_folders", None) or ()
    named = [params, getattr(params, "text_document", None), *folders]
    found = [getattr(one, name, None) for one in named for name in ("uri", "root_uri")]
    try:
        return all(urlsplit(uri) for uri in found if uri)
    except ValueError:
        return False


class Server(LanguageServer):
    """The server with the texts that are open."""

    protocol: _Protocol

    def __init__(self, bench: Bench) -> None:
        sync = lsp.TextDocumentSyncKind.Full
        super().__init__(SOURCE, __version__, protocol_cls=_Protocol, text_document_sync_kind=sync)
        self.bench = bench
        self._open: set[str] = set()  # pygls keeps its own by another spelling of the URI
        self._sheets: dict[str, tuple[str, Sheet]] = {}

    def report_server_error(self, error: Exception, source: object) -> None:
        """Log what went wrong, and go on: no window of the editor opens for it."""
        message = f"hpd: {type(error).__name__}: {error}"
        self.window_log_message(lsp.LogMessageParams(lsp.MessageType.Error, message))

    def report_unread(self, error: Exception, source: object) -> None:
        """Answer what is no JSON, and log what was wrong with it."""
        if isinstance(error, ValueError | RecursionError):
            self.protocol.refuse(None, JsonRpcParseError())
        self.report_server_error(error, source)

    def sheet(self, uri: str) -> Sheet:
        """Give an open text as it stands; read again only where it has changed. Of a text that is not open there is nothing to tell."""
        if uri not in self._open:
            return open_sheet(self.bench, to_fs_path(uri) or uri, "")
        text = self.workspace.get_text_document(uri).source
        known = self._sheets.get(uri)
        if known is None or known[0] != text:
            known = (text, open_sheet(self.bench, to_fs_path(uri) or uri, text))
            self._sheets[uri] = known
        return known[1]

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

    def point(self, uri: str, position: lsp.Position) -> tuple[Sheet, Point]:
        sheet = self.sheet(uri)
        return sheet, self.ruler(sheet).point(Position(position.line, position.character))

    def edition(self, uri: str) -> int | None:
        return self.workspace.get_text_document(uri).version if uri in self._open else None

    def take(self, uri: str) -> None:
        """Take a text that was opened."""
        self._open.add(uri)
        self.publish(uri)

    def holds(self, uri: str, version: int) -> bool:
        """Tell whether a text is still open, in this version."""
        return uri in self._open and self.edition(uri) == version

    def publish(self, uri: str) -> None:
        """Send the diagnostics of an open text."""
        sheet = self.sheet(uri)
        ruler = self.ruler(sheet)
        found = [_diagnostic(one, ruler) for one in sheet.diagnostics()]
        params = lsp.PublishDiagnosticsParams(uri, found, self.edition(uri))
        self.text_document_publish_diagnostics(params)

    def forget(self, uri: str) -> None:
        """Take back the diagnostics of a text that was closed."""
        self._open.discard(uri)
        self._sheets.pop(uri, None)
        self.text_document_publish_diagnostics(lsp.PublishDiagnosticsParams(uri, []))


def serve(bench: Bench) -> int:
    """Serve an editor over standard input and output until it leaves, and give the exit code."""
    try:
        asyncio.run(_converse(make_server(bench)))
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


def make_server(bench: Bench) -> Server:
    """Give a server that answers for texts, not yet started."""
    server = Server(bench)
    options = lsp.CodeActionOptions(
        [lsp.CodeActionKind(kind) for kind in sorted(set(ACTIONS.values()))]
    )
    triggers = lsp.CompletionOptions(trigger_characters=[" ", "-", ":", "."])
    server.feature(lsp.TEXT_DOCUMENT_DID_OPEN)(_opened)
    server.feature(lsp.TEXT_DOCUMENT_DID_CHANGE)(_changed)
    server.feature(lsp.TEXT_DOCUMENT_DID_SAVE)(_saved)
    server.feature(lsp.TEXT_DOCUMENT_DID_CLOSE)(_closed)
    server.feature(lsp.TEXT_DOCUMENT_HOVER)(_hover)
    server.feature(lsp.TEXT_DOCUMENT_COMPLETION, triggers)(_complete)
    server.feature(lsp.TEXT_DOCUMENT_DEFINITION)(_define)
    server.feature(lsp.TEXT_DOCUMENT_CODE_ACTION, options)(_act)
    return server


# --- what the editor tells


def _opened(server: Server, params: lsp.DidOpenTextDocumentParams) -> None:
    server.take(params.text_document.uri)


async def _changed(server: Server, params: lsp.DidChangeTextDocumentParams) -> None:
    """Look at a text once its writer pauses; of several changes the last one is looked at."""
    uri, version = params.text_document.uri, params.text_document.version
    await asyncio.sleep(_PAUSE)
    if server.holds(uri, version):
        server.publish(uri)


def _saved(server: Server, params: lsp.DidSaveTextDocumentParams) -> None:
    if server.edition(params.text_document.uri) is not None:
        server.publish(params.text_document.uri)


def _closed(server: Server, params: lsp.DidCloseTextDocumentParams) -> None:
    server.forget(params.text_document.uri)


# --- what the editor asks


def _hover(server: Server, params: lsp.HoverParams) -> lsp.Hover | None:
    sheet, at = server.point(params.text_document.uri, params.position)
    found = sheet.hover(at)
    if found is None:
        return None
    content = _markup(found.text, server.hover_formats)
    return lsp.Hover(content, _range(found.span, server.ruler(sheet)))


def _complete(server: Server, params: lsp.CompletionParams) -> lsp.CompletionList:
    sheet, at = server.point(params.text_document.uri, params.position)
    ruler = server.ruler(sheet)
    formats = server.documentation_formats
    items = [_item(one, ruler, formats) for one in sheet.completions(at)]
    # names are found by any part and without marks, which is not how editors narrow a list down
    return lsp.CompletionList(is_incomplete=True, items=items)


def _define(server: Server, params: lsp.DefinitionParams) -> list[lsp.Location]:
    sheet, at = server.point(params.text_document.uri, params.position)
    return [
        lsp.Location(
            server.bench.locate(found.document.file),
            _range(found.span, Ruler(found.document.lines, server.encoding)),
        )
        for found in sheet.definitions(at)
    ]


def _act(server: Server, params: lsp.CodeActionParams) -> list[lsp.CodeAction]:
    uri, context = params.text_document.uri, params.context
    sheet, start = server.point(uri, params.range.start)
    _, end = server.point(uri, params.range.end)
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
