"""What is answered to a message before it is looked into: one that cannot be read, or comes out of turn."""

from typing import Any
from urllib.parse import urlsplit

from lsprotocol import types as lsp
from pygls.exceptions import (
    JsonRpcException,
    JsonRpcInvalidParams,
    JsonRpcInvalidRequest,
    JsonRpcServerNotInitialized,
)
from pygls.protocol import LanguageServerProtocol


class Protocol(LanguageServerProtocol):
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
