"""What the disk comes to while the server runs: settings, data, the day, and the working folder itself."""

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from time import process_time

import pytest

from hpdirective import disk
from hpdirective.cli.opening import Desk, open_desk
from hpdirective.cli.serving import Renewal
from hpdirective.words import Lang
from tests.editor.talking import Talk, messages, published
from tests.editor.test_server import EXAMPLE, ROOT

DAY = date(2023, 3, 1)
NEW = """\
format: 1
kind: unit
id: SoMoi
name:
  vi: Sở Mới lập
  en: Department of New Things
type: so
symbols: []
aliases: []
functions: []
submits: no
valid_from: null
valid_to: null
source: thử
"""


class Room:
    """A working folder with data of its own, and a server that was started in it."""

    def __init__(self, folder: Path, as_of: date | None = DAY, annexes: tuple[str, ...] = ()):
        self.folder, self.data = folder, folder / "data"
        self.opened = 0

        def look() -> Desk:
            self.opened += 1
            return open_desk(annexes=list(annexes), as_of=as_of, lang=Lang.VI, cached=False)

        self.renewal = Renewal(look, as_of)
        self.talk = Talk(self.renewal.open(), self.renewal)
        self.uri = (folder / "plan.yaml").as_uri()
        self.text = EXAMPLE.read_text(encoding="utf-8")

    def open(self) -> set[str]:
        [(_, _, rules)] = published(self.talk.open(self.uri, self.text))
        return rules

    def edit(self, name: str, change: Callable[[str], str]) -> None:
        file = self.data / name
        file.write_text(change(file.read_text(encoding="utf-8")), encoding="utf-8")

    def define(self, words: str, character: int) -> list[tuple[str, str]]:
        """Give the file, and the line of it, that some words of the plan lead to."""
        line = self.text[: self.text.index(words)].count("\n")
        found = []
        for one in self.talk.at("definition", self.uri, line, character):
            file = Path(one["uri"].removeprefix("file://"))
            lines = file.read_text(encoding="utf-8").splitlines()
            found.append((file.name, lines[one["range"]["start"]["line"]]))
        return found


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a working folder with settings that name its own copy of the data."""
    shutil.copytree(ROOT / "data", tmp_path / "data")
    monkeypatch.chdir(tmp_path)
    settings("", tmp_path)
    return tmp_path


@pytest.fixture
def room(folder: Path) -> Room:
    return Room(folder)


def settings(more: str, folder: Path) -> None:
    (folder / "hpd.toml").write_text(f'data = "data"\n{more}', encoding="utf-8")


OFF = 'ignore = ["HPD404"]\n'


def test_settings_are_taken_up_broken_and_mended(room: Room) -> None:
    assert room.open() == {"HPD404"}
    settings(OFF, room.folder)
    assert published(room.talk.save(room.uri)) == [(room.uri, 1, set())]
    settings("[[[", room.folder)
    told = room.talk.save(room.uri)
    [said] = messages(told, "showMessage")
    assert said == "hpd: hpd.toml, dòng 2: không đúng cú pháp TOML"
    assert published(told) == [(room.uri, 1, set())]  # by what was good last
    settings("[[[[", room.folder)
    for _ in range(3):
        assert messages(room.talk.save(room.uri), "showMessage") == []  # said once
    settings("", room.folder)
    room.talk.open(f"{room.uri}2", room.text)
    settings("# mended\n", room.folder)
    told = room.talk.say("workspace/didChangeWatchedFiles", {"changes": []})
    assert published(told) == [(room.uri, 1, {"HPD404"}), (f"{room.uri}2", 1, {"HPD404"})]
    settings("[[[", room.folder)
    assert messages(room.talk.save(room.uri), "showMessage") == [said]  # broken anew


def test_texts_are_read_within_the_limits_of_the_settings(room: Room) -> None:
    assert room.open() == {"HPD404"}
    settings("[limits]\nbytes = 3000\n", room.folder)
    assert published(room.talk.save(room.uri)) == [(room.uri, 1, {"HPD113"})]
    settings("[limits]\nnodes = 50\n", room.folder)
    assert published(room.talk.save(room.uri)) == [(room.uri, 1, {"HPD115"})]
    settings("[limits]\nbytes = 3000000\n", room.folder)
    assert published(room.talk.save(room.uri)) == [(room.uri, 1, {"HPD404"})]
    long = room.text + f"# {'x' * 2_100_000}\n"
    assert published(room.talk.open(room.uri, long)) == [(room.uri, 1, {"HPD404"})]
    line = long[: long.index("due: Quý I/2024")].count("\n")
    there = {"start": {"line": line, "character": 0}, "end": {"line": line, "character": 0}}
    asked = {"textDocument": {"uri": room.uri}, "range": there, "context": {"diagnostics": []}}
    offered = room.talk.ask("textDocument/codeAction", asked)["result"]
    assert any("HPD404" in one["title"] for one in offered)


def test_a_unit_of_data_that_is_not_in_use_is_held_against_what_lies_beside_it(
    room: Room,
) -> None:
    other = room.folder / "other"
    shutil.copytree(room.data, other)
    text = NEW.replace("aliases: []", "aliases: [Sở Rất Mới]")
    uri = (other / "units" / "SoMoi.yaml").as_uri()
    room.open()
    assert published(room.talk.open(uri, text)) == [(uri, 1, set())]
    neighbour = other / "units" / "SoTC.yaml"
    plain = neighbour.read_text(encoding="utf-8")
    neighbour.write_text(
        plain.replace("aliases:\n", "aliases:\n  - Sở Rất Mới\n"), encoding="utf-8"
    )
    assert (uri, 1, {"HPD913"}) in published(room.talk.save(uri))
    neighbour.write_text(plain, encoding="utf-8")
    assert (uri, 1, set()) in published(room.talk.save(uri))
    opened = room.opened
    assert published(room.talk.save(uri)) == [(uri, 1, set())]
    assert room.opened == opened  # nothing has changed since


@pytest.mark.parametrize(
    "look",
    [
        lambda room: room.talk.say("workspace/didChangeConfiguration", {"settings": None}),
        lambda room: room.talk.say("workspace/didChangeWatchedFiles", {"changes": []}),
        lambda room: room.talk.save(room.uri),
        lambda room: room.talk.open(room.uri, room.text),
        lambda room: (room.talk.at("hover", room.uri, 0, 0), room.talk.told())[1],
        lambda room: (room.talk.at("completion", room.uri, 0, 0), room.talk.told())[1],
    ],
)
def test_each_look_is_by_what_lies_on_disk(
    room: Room, look: Callable[[Room], list[dict[str, object]]]
) -> None:
    assert room.open() == {"HPD404"}
    settings(OFF, room.folder)
    assert published(look(room)) == [(room.uri, 1, set())]
    assert room.opened == 2


def test_a_nearer_file_of_settings_is_found(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    below = folder / "below"
    below.mkdir()
    monkeypatch.chdir(below)
    room = Room(folder)
    assert room.open() == {"HPD404"}
    (below / "pyproject.toml").write_text("[tool.other]\n")
    room.talk.save(room.uri)
    (below / "pyproject.toml").write_text(f'[tool.hpd]\ndata = "../data"\n{OFF}')
    assert published(room.talk.save(room.uri)) == [(room.uri, 1, set())]


def test_definitions_are_by_what_lies_on_disk(room: Room) -> None:
    room.open()
    task, unit = ("tasks: II.3.4.2", 12), ("unit:", 8)
    [before] = room.define(*task)
    assert before[1].strip().strip("- ").startswith("id: II.3.4.2")
    [named] = room.define(*unit)
    room.edit("directive_2023.yaml", lambda text: "# one\n# two\n" + text)
    room.edit(f"units/{named[0]}", lambda text: "# one\n" + text)
    assert room.define(*task) == [before]
    assert room.define(*unit) == [named]
    room.edit("directive_2023.yaml", lambda text: "# three\n: [" + text)
    assert room.define(*task) == []  # it cannot be read: no line of it is known
    assert room.define(*unit) == [named]
    [said] = messages(room.talk.told(), "showMessage")
    assert said.endswith("hpd: dữ liệu dùng để đối chiếu có lỗi: data/directive_2023.yaml")
    room.edit("directive_2023.yaml", lambda text: text.replace(": [", "", 1))
    assert room.define(*task) == [before]


def test_a_unit_that_is_new_is_known(room: Room) -> None:
    room.text = room.text.replace("lead: ", "lead: SoMoi #", 1)
    assert "HPD305" in room.open()
    (room.data / "units/SoMoi.yaml").write_text(NEW, encoding="utf-8")
    [(_, _, rules)] = published(room.talk.save(room.uri))
    assert "HPD305" not in rules


def test_an_annex_that_is_missing_is_said_and_taken_up_again(folder: Path) -> None:
    annex = folder / "annex.yaml"
    shutil.copy(ROOT / "examples/annexes/PL1-press.yaml", annex)
    room = Room(folder, annexes=("annex.yaml",))
    room.open()
    text = annex.read_bytes()
    annex.unlink()
    told = room.talk.save(room.uri)
    assert messages(told, "showMessage") == ["hpd: không mở được “annex.yaml”: không có tệp này"]
    assert messages(room.talk.save(room.uri), "showMessage") == []
    annex.write_bytes(text)
    assert published(room.talk.save(room.uri))
    annex.unlink()
    assert messages(room.talk.save(room.uri), "showMessage")


@pytest.mark.parametrize("as_of", [None, DAY])
def test_a_new_day_is_judged_by(
    folder: Path, as_of: date | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(disk, "today", lambda: date(2023, 3, 1))
    room = Room(folder, as_of)
    room.open()
    monkeypatch.setattr(disk, "today", lambda: date(2023, 3, 2))
    room.talk.save(room.uri)
    assert room.opened == (1 if as_of else 2)
    assert room.renewal._desk.today == date(2023, 3, 1 if as_of else 2)


def test_a_working_folder_that_is_gone_is_said_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = tmp_path / "here"
    here.mkdir()
    monkeypatch.chdir(here)
    room = Room(here)
    assert room.open() == {"HPD404"}
    before = room.define("tasks: II.3.4.2", 12)
    here.rmdir()
    told = room.talk.save(room.uri)
    assert messages(told, "showMessage") == [
        "hpd: thư mục đang làm việc không còn nữa; hãy chuyển sang thư mục khác"
    ]
    assert published(told) == [(room.uri, 1, {"HPD404"})]
    told = room.talk.open(f"{room.uri}2", room.text)
    assert published(told) == [(f"{room.uri}2", 1, {"HPD404"})]
    assert room.define("tasks: II.3.4.2", 12) == before
    assert messages(room.talk.told(), "logMessage") == []


def test_looking_is_cheap(room: Room) -> None:
    room.open()
    start = process_time()
    for _ in range(20):
        assert room.renewal() is None
    assert (process_time() - start) / 20 < 0.05  # seconds; some milliseconds
    assert room.opened == 1
