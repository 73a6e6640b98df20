"""A server spoken to within the test's own process: what an editor says, and what it is told."""

import json
from collections.abc import Callable
from typing import Any

from hpdirective.editor.bench import Bench, Renewed
from hpdirective.editor.server import make_server

Message = dict[str, Any]


class Talk:
    """A conversation with a server, from its first word."""

    def __init__(
        self,
        bench: Bench,
        renew: Callable[[], Renewed] = lambda: None,
        capabilities: Message | None = None,
    ) -> None:
        self.server = make_server(bench, renew)
        self._told: list[Message] = []
        self._asked = 0
        self.server.protocol.set_writer(self, include_headers=False)
        start = {"processId": None, "rootUri": None, "capabilities": capabilities or {}}
        self.ask("initialize", start)

    def write(self, data: bytes) -> None:
        self._told.append(json.loads(data))

    def close(self) -> None:
        raise AssertionError

    def say(self, method: str, params: Any) -> list[Message]:
        """Give what the editor is told upon a word of its own."""
        return self._send({"method": method, "params": params})

    def ask(self, method: str, params: Any) -> Message:
        """Give the answer to a question."""
        self._asked += 1
        told = self._send({"id": self._asked, "method": method, "params": params})
        [answer] = [one for one in told if one.get("id") == self._asked]
        self._told += [one for one in told if one is not answer]
        return answer

    def answer(self, question: Message) -> list[Message]:
        """Give what the editor is told once it has answered a question of the server's."""
        return self._send({"id": question["id"], "result": None})

    def told(self) -> list[Message]:
        """Give what the editor was told and has not read yet."""
        found, self._told = self._told, []
        return found

    def open(self, uri: str, text: str, version: int = 1) -> list[Message]:
        item = {"uri": uri, "languageId": "yaml", "version": version, "text": text}
        return self.say("textDocument/didOpen", {"textDocument": item})

    def change(self, uri: str, version: int, *texts: str) -> list[Message]:
        which = {"uri": uri, "version": version}
        changes = [{"text": text} for text in texts]
        params = {"textDocument": which, "contentChanges": changes}
        return self.say("textDocument/didChange", params)

    def save(self, uri: str) -> list[Message]:
        return self.say("textDocument/didSave", {"textDocument": {"uri": uri}})

    def close_text(self, uri: str) -> list[Message]:
        return self.say("textDocument/didClose", {"textDocument": {"uri": uri}})

    def at(self, question: str, uri: str, line: int, character: int) -> Any:
        position = {"line": line, "character": character}
        params = {"textDocument": {"uri": uri}, "position": position}
        return self.ask(f"textDocument/{question}", params)["result"]

    def _send(self, message: Message) -> list[Message]:
        protocol = self.server.protocol
        whole = json.dumps({"jsonrpc": "2.0", **message})
        protocol.handle_message(json.loads(whole, object_hook=protocol.structure_message))
        return self.told()


def published(told: list[Message]) -> list[tuple[str, int | None, set[str]]]:
    """Give the address, the version and the rules of what was published."""
    return [
        (one["params"]["uri"], one["params"].get("version"), _rules(one["params"]["diagnostics"]))
        for one in told
        if one.get("method") == "textDocument/publishDiagnostics"
    ]


def _rules(diagnostics: list[Message]) -> set[str]:
    return {one["code"] for one in diagnostics}


def messages(told: list[Message], method: str) -> list[str]:
    """Give the words of the messages that were shown, or logged."""
    return [one["params"]["message"] for one in told if one.get("method") == f"window/{method}"]
