"""The texts that are open in an editor: each with its version, read and published as it changes, by what lies on disk."""

import asyncio
from collections.abc import Callable, Sequence
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
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path

from hpdirective import __version__
from hpdirective.editor.bench import Bench, Renewed, Sheet, open_sheet
from hpdirective.editor.positions import Encoding, Point, Position, Ruler
from hpdirective.editor.protocol import Protocol
from hpdirective.editor.rendering import SOURCE, diagnostic

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
        found = [diagnostic(one, ruler) for one in sheet.diagnostics()]
        params = lsp.PublishDiagnosticsParams(text.uri, found, text.version)
        self.text_document_publish_diagnostics(params)

    def _clear(self, text: _Text) -> None:
        self.text_document_publish_diagnostics(lsp.PublishDiagnosticsParams(text.uri, []))
