"""Plans named by URL: opened by fsspec, checked as any other, named without what a URL may hold in secret."""

import sys
import zipfile
from pathlib import Path

import pytest

from hpdirective.cli import fetching
from hpdirective.disk import NotUsable
from hpdirective.source.document import Document, Limits
from tests.cli.conftest import ROOT, Hpd

fsspec = pytest.importorskip("fsspec")

LATE = (ROOT / "examples/faults/late-due-date.yaml").read_bytes()
DAY = ("--as-of", "2023-03-01")


@pytest.fixture
def plans(tmp_path: Path) -> Path:
    folder = tmp_path / "plans"
    (folder / ".hidden").mkdir(parents=True)
    for name in ("a.yaml", "b c.yml", "note.txt", ".hidden/d.yaml"):
        (folder / name).write_bytes(LATE)
    return folder


def names(plans: list[fetching.Remote], folder: Path) -> list[str]:
    return [plan.name.removeprefix(f"file://{folder}/") for plan in plans]


@pytest.mark.parametrize(
    ("urls", "found"),
    [
        (["/a.yaml"], ["a.yaml"]),
        (["/note.txt"], ["note.txt"]),
        (["/b c.yml", "/a.yaml", "/b c.yml"], ["b c.yml", "a.yaml"]),
        ([""], ["a.yaml", "b c.yml"]),
        (["/*.y*ml"], ["a.yaml", "b c.yml"]),
    ],
)
def test_a_file_a_folder_or_a_pattern(urls: list[str], found: list[str], plans: Path) -> None:
    assert names(fetching.find_remote(f"file://{plans}{url}" for url in urls), plans) == found


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("file:///nowhere/plan.yaml", "there is no such file"),
        ("file://{plans}/*.json", "there is no plan in"),
        ("file://{plans}/.hidden/none", "there is no such file"),
        ("nosuch://bucket/plan.yaml", "nosuch"),
        ("s3://[broken/plan.yaml", "cannot open “s3://…”"),
    ],
)
def test_what_cannot_be_opened_is_refused(url: str, why: str, plans: Path) -> None:
    with pytest.raises(NotUsable) as refused:
        fetching.find_remote([url.format(plans=plans)])
    assert why in refused.value.text.en


def test_a_driver_that_is_missing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "s3fs", None)
    with pytest.raises(NotUsable) as refused:
        fetching.find_remote(["s3://bucket/plan.yaml"])
    assert "s3fs" in refused.value.text.en


def test_a_store_that_is_no_disk() -> None:
    memory = fsspec.filesystem("memory")
    memory.pipe({"/city/b.yaml": b"b", "/city/a.yaml": b"aaaa", "/city/x.txt": b""})
    found = fetching.find_remote(["memory://city"])
    assert [plan.name for plan in found] == ["memory:///city/a.yaml", "memory:///city/b.yaml"]
    limits = Limits(bytes=2)
    assert [fetching.open_remote(plan, limits) for plan in found] == [b"aaa", b"b"]  # one too many
    memory.rm("/city", recursive=True)
    gone = fetching.open_remote(found[0], limits)
    assert isinstance(gone, Document)
    assert [fault.code for fault in gone.faults] == ["unreadable-file"]


def test_plans_in_an_archive(tmp_path: Path) -> None:
    for name in ("one", "two"):
        with zipfile.ZipFile(tmp_path / f"{name}.zip", "w") as archive:
            archive.writestr("plan.yaml", name)
    urls = [f"zip://*.yaml::file://{tmp_path}/{name}.zip" for name in ("one", "two")]
    found = fetching.find_remote(urls)
    assert [plan.name for plan in found] == [url.replace("*", "plan") for url in urls]
    assert [fetching.open_remote(plan, Limits()) for plan in found] == [b"one", b"two"]


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("s3://bucket/đơn vị/a.yaml", "s3://bucket/đơn vị/a.yaml"),
        ("s3://bucket/a?b.yaml", "s3://bucket/a?b.yaml"),
        ("ftp://user:word@host:21/a.yaml", "ftp://host:21/a.yaml"),
        ("https://host/a.yaml?X-Amz-Signature=abc", "https://host/a.yaml"),
        ("zip://a.yaml::https://u:w@host/z.zip?sig=1", "zip://a.yaml::https://host/z.zip"),
    ],
)
def test_secrets_stay_out_of_names(url: str, said: str) -> None:
    assert fetching._without_secrets(url) == said


@pytest.mark.parametrize(
    ("name", "url"),
    [
        ("file:///a", True),
        ("S3://a", True),
        ("zip://a::b://c", True),
        ("simplecache::s3://a", True),
        ("a.yaml", False),
        ("C:\\plans\\a.yaml", False),
        ("plans/a::b.yaml", False),
        ("-", False),
    ],
)
def test_what_is_a_url(name: str, url: bool) -> None:
    assert fetching.is_url(name) is url


def test_a_url_is_checked_as_a_file_is(hpd: Hpd, plans: Path) -> None:
    here = hpd("validate", "plans/a.yaml", "plans/b c.yml", *DAY)
    there = hpd("validate", f"file://{plans}", *DAY)
    assert (there.returncode, there.stderr) == (1, b"")
    assert there.stdout.replace(f"file://{plans}".encode(), b"plans") == here.stdout
    both = hpd("validate", "plans/a.yaml", f"file://{plans}/b c.yml", *DAY, "--format", "concise")
    assert [line.partition(b":")[0] for line in both.stdout.splitlines() if b"HPD403" in line] == [
        b"file",
        b"plans/a.yaml",
    ]


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("--roster",), "URL không dùng được cùng với --roster"),
        (("--watch",), "--watch không dùng được cùng với URL"),
    ],
)
def test_where_urls_do_not_fit(words: tuple[str, ...], why: str, hpd: Hpd) -> None:
    done = hpd("validate", "file:///a.yaml", *words)
    assert (done.returncode, done.stderr.decode()) == (2, f"hpd: {why}\n")
