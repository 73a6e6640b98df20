"""`hpd trace` by real processes: where it looks, what it refuses, names and numbers that nobody expects."""

import json
import os
import pty
import re
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from hpdirective.cli.following import Spot, find_spot
from tests.cli.conftest import ROOT, Hpd

PLAN = ROOT / "examples/plans/HuyenCatHai.yaml"


def test_clause_is_traced_over_the_plans_of_the_settings(hpd: Hpd) -> None:
    done = hpd("trace", "II.4.4.1", "--as-of", "2023-03-01", cwd=ROOT)
    assert done.returncode == 0
    assert done.stderr == b""
    out = done.stdout.decode()
    assert "“«Hoàn thành xây dựng 35 xã" in out
    assert "← A1 (examples/plans/HuyenCatHai.yaml:20) " in out
    assert "examples/plans/HuyenCatHai.yaml:55:10: cảnh báo HPD404" in out
    assert "Đã xem 4 kế hoạch, tính đến ngày 01/03/2023" in out


def test_what_is_printed_forward_leads_back(hpd: Hpd) -> None:
    done = hpd("trace", "II.4.4.1", "--format", "json", cwd=ROOT)
    (clause,) = json.loads(done.stdout)["clauses"]
    places = [a for answer in clause["answers"] for a in answer["actions"]]
    assert len(places) == 2
    for place in places:
        spot = f"{place['file']}:{place['line']}"
        again = json.loads(hpd("trace", spot, "--format", "json", cwd=ROOT).stdout)
        assert again["at"]["action"] == place["id"]
        assert [c["id"] for c in again["clauses"]] == ["II.4.4.1"]
        (state,) = [a["state"] for a in again["clauses"][0]["answers"]]
        assert state == "partial"


def test_without_plans_the_directive_still_speaks(hpd: Hpd) -> None:
    done = hpd("trace", "II.7.3.3")
    assert done.returncode == 0
    out = done.stdout.decode()
    assert "«Phấn đấu tỷ lệ giải quyết" in out
    assert "chưa có kế hoạch (35)" in out
    assert "đã tìm trong: plans" in out
    said = json.loads(hpd("trace", "II.7.3.3", "--format", "json").stdout)
    assert (said["plans"], said["looked_in"]) == ([], ["plans"])


def test_plans_and_unit_are_options(hpd: Hpd, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in/kế hoạch.yaml").write_bytes(PLAN.read_bytes())
    (tmp_path / "in/hỏng.yaml").write_bytes(b"unit: SoTC\nx: [a,\nb: c\n")
    done = hpd("trace", "II.4.4.1", "--plans", "in", "--unit", "huyện Cát Hải")
    assert done.returncode == 0
    assert "← A1 (in/kế hoạch.yaml:20)" in done.stdout.decode()
    assert "hỏng" not in done.stdout.decode()
    everything = hpd("trace", "II.4.4.1", "--plans", "in").stdout.decode()
    assert "in/hỏng.yaml: Tệp không đọc được" in everything
    piped = hpd("trace", "II.4.4.1", "--plans", "-", stdin=PLAN.read_bytes())
    assert "← A1 (<stdin>:20)" in piped.stdout.decode()
    assert hpd("trace", "II.4.4.1", "--plans", "nope").returncode == 2
    assert hpd("trace", "II.4.4.1", "--unit", "Sở Hỏa tinh").returncode == 2
    assert "SoTC" in hpd("trace", f"{PLAN}:20", "--unit", "SoTC").stderr.decode()
    assert hpd("trace", f"{PLAN}:20", "--unit", "HuyenCatHai").returncode == 0


def test_a_plan_among_others_says_when_another_counts(hpd: Hpd, tmp_path: Path) -> None:
    text = PLAN.read_text(encoding="utf-8")
    earlier = re.sub(r"issued: \S+", "issued: 20/01/2023", text, count=1)
    (tmp_path / "cu.yaml").write_text(earlier, encoding="utf-8")
    alone = hpd("trace", "cu.yaml:20").stdout.decode()
    assert "không được tính" not in alone
    among = hpd("trace", "cu.yaml:20", "--plans", str(PLAN)).stdout.decode()
    assert f"kế hoạch của đơn vị được tính là {PLAN}" in among
    roundabout = f"../{tmp_path.name}/cu.yaml:20"
    itself = hpd("trace", roundabout, "--plans", "cu.yaml").stdout.decode()
    assert "Đã xem 1 kế hoạch" in itself


def test_restricted_titles_show_on_request(hpd: Hpd) -> None:
    text = (ROOT / "examples/plans/SoKHDT.yaml").read_text(encoding="utf-8")
    start = text.index("reference: ", text.index("- II.8.3.6"))
    at, title = text[:start].count("\n") + 1, text[start:].partition("\n")[0].partition(": ")[2]
    for where in ("II.8.3.6", f"examples/plans/SoKHDT.yaml:{at}"):
        for format in ("text", "json"):
            shut = hpd("trace", where, "--format", format, cwd=ROOT).stdout.decode()
            assert title not in shut
            assert "A29" in shut
            shown = hpd(
                "trace", where, "--format", format, "--include-restricted", cwd=ROOT
            ).stdout.decode()
            assert title in shown


def test_line_of_another_directive_is_read_in_that_directive(hpd: Hpd, tmp_path: Path) -> None:
    data = (ROOT / "data/directive_2023.yaml").read_text(encoding="utf-8")
    changed = data.replace("id: hai-phong/2023/02-CT-UBND", "id: hai-phong/2024/02-CT-UBND", 1)
    changed = changed.replace("21 công viên", "22 công viên").replace("value: 21}", "value: 22}")
    (tmp_path / "d.yaml").write_text(changed, encoding="utf-8")
    line = changed[: changed.index("id: II.4.2.4")].count("\n") + 1
    said = json.loads(hpd("trace", f"d.yaml:{line}", "--format", "json").stdout)
    assert said["directive"]["id"] == "hai-phong/2024/02-CT-UBND"
    assert [c["id"] for c in said["clauses"]] == ["II.4.2.4"]
    assert "22 công viên" in said["clauses"][0]["text"]
    (tmp_path / "d.yaml").write_text(changed.replace("kind: deliver", "kind: x"), encoding="utf-8")
    broken = hpd("trace", f"d.yaml:{line}")
    assert broken.returncode == 2
    assert "HPD226" in broken.stderr.decode()


@pytest.mark.parametrize(
    "where",
    [
        "",
        ":",
        "::",
        ":1",
        "x:0",
        "x:-1",
        "x:99999999999",
        "x:" + "9" * 5000,
        "x:1:2:3",
        "II.99.1.1",
        "IV",
        "0",
        "..",
        "II.7.3.3:",
        "II.7.3.3:4",
        ".:1",
        "plan.yaml",
        "plan.yaml:0",
        "plan.yaml:-1",
        "plan.yaml:+0",
        "plan.yaml:9999",
        "plan.yaml:99999999999",
        "plan.yaml:3:0",
        "empty.yaml:1",
        "C:\\kế hoạch\\plan.yaml:42:7",
        "a\nb:1",
        "x" * 5000 + ":1",
        "-:1",
        "٣:٣",
    ],
    ids=lambda where: repr(where[:30]),
)
def test_what_is_not_there_exits_2_with_one_line(where: str, hpd: Hpd, tmp_path: Path) -> None:
    (tmp_path / "plan.yaml").write_bytes(PLAN.read_bytes())
    (tmp_path / "empty.yaml").write_bytes(b"")
    done = hpd("trace", where)
    assert done.returncode == 2, done.stdout.decode()
    assert done.stdout == b""
    said = done.stderr.decode()
    assert said.startswith("hpd: ")
    assert said.count("\n") == 1
    assert "Traceback" not in said
    assert "lỗi nội bộ" not in said


def test_nearest_ids_are_named(hpd: Hpd) -> None:
    assert "II.7.3.3" in hpd("trace", "II.7.3.33").stderr.decode()
    assert "thiếu số dòng" in hpd("trace", str(PLAN)).stderr.decode()
    count = len(PLAN.read_text(encoding="utf-8").splitlines())
    assert f"tệp có {count} dòng" in hpd("trace", f"{PLAN}:{count + 1}").stderr.decode()
    assert hpd("trace", f"{PLAN}:{count}").returncode == 0


@pytest.mark.parametrize(
    ("where", "first"),
    [
        ("ii.7.3.3.", "II.7.3.3"),
        ("II.7.3", "II.7.3.1"),
        ("II.7", "II.7.1.1"),
        ("I", "I.1.1.1"),
        ("II.", "II.1.1.1"),
    ],
)
def test_ids_of_every_depth(where: str, first: str, hpd: Hpd) -> None:
    done = hpd("trace", where)
    assert done.returncode == 0
    assert done.stdout.decode().startswith(f"{first}  ")


@pytest.mark.parametrize(
    "raw",
    [
        b"\x00\x01\xff\xfe",
        b"\xff\xfea\x00",
        b"\x7fELF" + bytes(range(256)) * 9,
        "kế hoạch".encode("utf-16"),
        b"[" * 200,
        b"- - - -",
        b"kind: foo\n",
        b"kind: unit\n",
        b"kind: unit\nid: {a: b}\n",
        b"kind: groups\ngroups: [a, {id: all, members: [x]}]\n",
        b"just words\n",
        b"? {a: b}\n: {c: 1,5}\n",
        b"actions: x\nwaivers: {a: b}\n",
        b"actions:\n  - x\n  - [1]\n  -\n  - tasks: {a: b}\n",
        b"unit: SoTP\nunit: SoTC\nactions:\n  - tasks: II.7.4.1\n    tasks: x\n",
        b"\xef\xbb\xbfunit: SoTP\r\nactions:\r\n- tasks: II.7.4.1\r\n",
        b"---\n---\n",
        b"x: 1" * 700_000,
    ],
    ids=lambda raw: repr(raw[:20]),
)
def test_any_file_gets_an_answer(raw: bytes, hpd: Hpd, tmp_path: Path) -> None:
    (tmp_path / "x.yaml").write_bytes(raw)
    for place, format in (("x.yaml:1", "text"), ("x.yaml:2:3", "json")):
        done = hpd("trace", place, "--format", format)
        assert done.returncode in (0, 2)
        assert b"Traceback" not in done.stderr
        assert "lỗi nội bộ" not in done.stderr.decode()
        assert bool(done.stdout) == (done.returncode == 0)
        if format == "json" and done.stdout:
            json.loads(done.stdout)


def test_strange_file_names(hpd: Hpd, tmp_path: Path) -> None:
    names = ["a:1.yaml", "a:12", "kế hoạch 2023.yaml", "a\nb.yaml", "a\x1b[31m.yaml", "--x.yaml"]
    for name in names:
        (tmp_path / name).write_bytes(PLAN.read_bytes())
        done = hpd("trace", "--", f"{name}:20:5")
        assert done.returncode == 0, (name, done.stderr.decode())
        assert b"\x1b" not in done.stdout
        assert "đầu việc A1" in done.stdout.decode().partition("\n")[0]
    odd = os.fsencode(str(tmp_path)) + b"/\xff.yaml"
    Path(os.fsdecode(odd)).write_bytes(PLAN.read_bytes())
    for format in ("text", "json"):
        done = hpd("trace", odd + b":20", "--format", format)
        assert done.returncode == 0
        assert b"\xff" not in done.stdout
        if format == "json":
            assert json.loads(done.stdout)["at"]["action"] == "A1"
    assert hpd("trace", odd + b"x:20").returncode == 2


def test_places_are_read_as_findings_print_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a:1").write_text("x")
    assert find_spot("b:1:2") == Spot(Path("b"), 1, 2)
    assert find_spot("b:1:2:") == Spot(Path("b"), 1, 2)
    assert find_spot("a:1:2") == Spot(Path("a:1"), 2)
    assert find_spot("a:1:2:3") == Spot(Path("a:1"), 2, 3)
    assert find_spot("C:\\x.yaml:4") == Spot(Path("C:\\x.yaml"), 4)
    assert find_spot("II.7.3.3") is None
    assert find_spot("a:b") is None


def test_report_goes_into_a_file_whole(hpd: Hpd, tmp_path: Path) -> None:
    assert hpd("trace", "II.7.3.3", "-o", "r.txt").returncode == 0
    assert hpd("trace", "II.7.3.3").stdout == (tmp_path / "r.txt").read_bytes()
    assert hpd("trace", "II.7.3.3", "-o", "r.txt").returncode == 2


def test_lines_are_folded_on_a_terminal_only(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "hpdirective", "--lang", "vi", "trace", "II.7.3.3"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": "60", "NO_COLOR": "1"}
    master, slave = pty.openpty()
    process = subprocess.Popen(command, stdout=slave, cwd=tmp_path, env=environment)
    os.close(slave)
    said = b""
    with suppress(OSError):  # the other end is closed
        while part := os.read(master, 65536):
            said += part
    process.wait(30)
    os.close(master)
    lines = said.decode().splitlines()
    assert max(map(len, lines)) <= 60
    assert any("«" in line for line in lines)
    piped = subprocess.run(
        command, capture_output=True, cwd=tmp_path, env=environment, check=True
    ).stdout.decode()
    assert piped.split() == said.decode().split()
    assert max(map(len, piped.splitlines())) > 300
