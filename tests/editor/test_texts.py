"""The texts that an editor holds: under which address and in which version each is published, and what is said of one that is not open."""

import asyncio
import gc
import tracemalloc

import pytest

from hpdirective.editor import texts
from hpdirective.editor.bench import Bench
from tests.editor.talking import Talk, messages, published

PLAIN, ESCAPED = "file:///tmp/kế hoạch.yaml", "file:///tmp/k%E1%BA%BF%20ho%E1%BA%A1ch.yaml"
TEXT = "unit: SoTC\n"


async def _pause(talk: Talk) -> list[tuple[str, int | None, set[str]]]:
    """Wait as long as a writer has to pause, and a little more."""
    await asyncio.sleep(texts._PAUSE * 3)
    return published(talk.told())


@pytest.mark.parametrize(("opened", "other"), [(PLAIN, ESCAPED), (ESCAPED, PLAIN)])
def test_a_text_is_published_as_it_was_opened(bench: Bench, opened: str, other: str) -> None:
    async def scenario() -> None:
        talk = Talk(bench)
        [(uri, version, rules)] = published(talk.open(opened, TEXT))
        assert (uri, version) == (opened, 1)
        assert rules
        talk.change(other, 2, "unit: SởKhôngCó\n")
        [(uri, version, changed)] = await _pause(talk)
        assert (uri, version) == (opened, 2)
        assert changed != rules
        assert published(talk.save(other)) == [(opened, 2, changed)]
        assert talk.at("hover", other, 0, 0) == talk.at("hover", opened, 0, 0) is not None
        again = published(talk.open(other, TEXT, 7))
        assert again == [(opened, None, set()), (other, 7, rules)]
        assert published(talk.close_text(opened)) == [(other, None, set())]
        assert published(talk.close_text(other)) == []

    asyncio.run(scenario())


def test_a_version_without_a_change_is_published_too(bench: Bench) -> None:
    async def scenario() -> None:
        talk = Talk(bench)
        [(_, _, rules)] = published(talk.open(PLAIN, TEXT))
        sheet = talk.server.sheet(PLAIN)
        talk.change(PLAIN, 2)
        assert await _pause(talk) == [(PLAIN, 2, rules)]
        assert talk.server.sheet(PLAIN) is sheet  # not read again

    asyncio.run(scenario())


def test_of_many_changes_the_last_one_is_looked_at(bench: Bench) -> None:
    async def scenario() -> None:
        talk = Talk(bench)
        talk.open(PLAIN, TEXT)
        for version in range(2, 50):
            talk.change(PLAIN, version, "", f"# {version}\n{TEXT}")
        [(_, last, _)] = await _pause(talk)
        assert last == 49
        assert talk.server.sheet(PLAIN).page.text == f"# 49\n{TEXT}"
        talk.change(PLAIN, 50, "x")
        talk.close_text(PLAIN)
        assert await _pause(talk) == []

    asyncio.run(scenario())


def test_a_change_of_no_open_text_is_said_plainly(bench: Bench) -> None:
    talk = Talk(bench)
    told = talk.change(PLAIN, 2, TEXT)
    assert messages(told, "logMessage") == [f"hpd: textDocument/didChange: {PLAIN} is not open"]
    assert published(told) == []
    assert published(talk.open(PLAIN, TEXT))[0][1] == 1


@pytest.mark.parametrize("able", [True, False])
def test_an_editor_that_can_is_asked_to_tell_of_files(bench: Bench, able: bool) -> None:
    watching = {"didChangeWatchedFiles": {"dynamicRegistration": able}}
    talk = Talk(bench, capabilities={"workspace": watching})
    told = talk.say("initialized", {})
    assert [one["method"] for one in told] == ["client/registerCapability"] * able
    for one in told:
        [wanted] = one["params"]["registrations"]
        assert wanted["method"] == "workspace/didChangeWatchedFiles"
        patterns = [watcher["globPattern"] for watcher in wanted["registerOptions"]["watchers"]]
        assert "**/hpd.toml" in patterns
        assert talk.answer(one) == []


def test_what_is_answered_is_not_logged(bench: Bench) -> None:
    talk = Talk(bench)
    for method, params, code in (
        ("textDocument/rename", {}, -32602),
        ("textDocument/hover", {}, -32602),
        ("hpd/nothing", {}, -32601),
        ("workspace/executeCommand", {"command": "nothing"}, -32602),
    ):
        error = talk.ask(method, params)["error"]
        assert (error["code"], "data" in error) == (code, False), method
        assert talk.told() == []


def test_a_look_that_fails_later_is_logged(bench: Bench) -> None:
    def renew() -> None:
        raise ZeroDivisionError("x")

    async def scenario() -> None:
        talk = Talk(bench, renew)
        talk.open(PLAIN, TEXT)
        talk.change(PLAIN, 2, "")
        await asyncio.sleep(texts._PAUSE * 3)
        assert messages(talk.told(), "logMessage") == ["hpd: ZeroDivisionError: x"]

    asyncio.run(scenario())


def test_changes_leave_nothing_behind(bench: Bench) -> None:
    def held() -> int:
        gc.collect()
        return tracemalloc.get_traced_memory()[0]

    async def scenario() -> int:
        talk = Talk(bench)
        talk.open(PLAIN, TEXT)
        await type_on(talk, range(2, 202))
        before = held()
        await type_on(talk, range(202, 1202))
        return held() - before

    async def type_on(talk: Talk, versions: range) -> None:
        for version in versions:
            talk.change(PLAIN, version, TEXT)
            await asyncio.sleep(0)

    tracemalloc.start()
    try:
        assert asyncio.run(scenario()) < 50 * 1000  # bytes of a thousand changes
    finally:
        tracemalloc.stop()
