"""The site in a real browser, opened from disk: it loads only its own files, works, and can be used by everybody."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from hpdirective import library as disk
from hpdirective.words import Lang
from tests.reporters.site.conftest import HOSTILE, rendered, surveyed
from tests.test_second_directive import DATA as SECOND
from tests.test_second_directive import DAY, FILES

if TYPE_CHECKING:
    from playwright.sync_api import Browser, ConsoleMessage, Dialog, Page, Request

KINDS = (
    *("index.html", "directive.html", "matrix.html", "findings.html"),
    *("tables.html", "evidence.html", "units/SoTP.html"),
)
NAMES = ("chromium", "chromium-browser", "google-chrome")
ARGUMENTS = [
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
]


def lacking(what: str) -> None:
    """Skip, or fail where nobody would see that the tests were skipped."""
    if os.environ.get("CI", "").lower() == "true":
        pytest.fail(what)
    pytest.skip(what)


@pytest.fixture(scope="module")
def browser() -> "Iterator[Browser]":
    program = next(filter(None, map(shutil.which, NAMES)), None)
    if program is None:
        lacking(f"no Chromium was found (looked for {', '.join(NAMES)})")
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        lacking("playwright is not installed")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def folder(sites: dict[Lang, dict[str, bytes]], tmp_path_factory: pytest.TempPathFactory) -> Path:
    return saved(sites[Lang.VI], tmp_path_factory.mktemp("báo cáo %41"))


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Save the site of a city of few units, with plans of every sort."""
    second = disk.open_library(data=str(SECOND))
    files = {file.name: file.read_bytes() for file in FILES}
    made = rendered(surveyed(files, second, DAY), second, Lang.VI)
    return saved(made, tmp_path_factory.mktemp("small"))


def saved(files: dict[str, bytes], root: Path) -> Path:
    for name, raw in files.items():
        (root / name).parent.mkdir(exist_ok=True)
        (root / name).write_bytes(raw)
    return root


@pytest.fixture
def page(browser: "Browser") -> "Iterator[Page]":
    """Open a page in which nothing may go wrong and nothing but files may be asked for."""
    context = browser.new_context(viewport={"width": 1400, "height": 900})
    page = context.new_page()
    troubles: list[str] = []

    def said(message: "ConsoleMessage") -> None:
        troubles.append(message.text)

    def asked(request: "Request") -> None:
        if not request.url.startswith("file:"):
            troubles.append(request.url)

    def opened(dialog: "Dialog") -> None:
        troubles.append("a dialog")
        dialog.dismiss()

    page.on("console", said)
    page.on("pageerror", lambda error: troubles.append(str(error)))
    page.on("dialog", opened)
    page.on("request", asked)
    page.on("requestfailed", lambda request: troubles.append(f"failed: {request.url}"))
    yield page
    context.close()
    assert troubles == []


@pytest.mark.parametrize("name", KINDS)
def test_no_width_cuts_a_page(page: "Page", folder: Path, name: str) -> None:
    page.goto((folder / name).as_uri())
    assert page.locator(".masthead").evaluate("e => getComputedStyle(e).borderTopStyle") == "solid"
    for width in (360, 800, 1400):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth") <= width


# Rows look alike: the first of every table stand for all, and the first paragraphs for the directive.
THIN = """
for (const table of document.querySelectorAll("table")) {
  [...table.tBodies].slice(8).forEach(body => body.remove());
  for (const body of table.tBodies) [...body.rows].slice(5).forEach(row => row.remove());
}
[...document.querySelectorAll(".paragraph")].slice(8).forEach(one => one.remove());
"""


@pytest.mark.parametrize("name", [*KINDS[:-1], "units/HuyenVanLinh.html"])
def test_a_page_is_open_to_all(page: "Page", small: Path, name: str) -> None:
    """Axe finds nothing that weighs, in light and in dark; every state and severity is in this city."""
    from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]

    page.goto((small / name).as_uri())
    page.evaluate(THIN)
    asked = {"resultTypes": ["violations"], "preload": False}
    for scheme, more in (("light", {}), ("dark", {"runOnly": ["color-contrast"]})):
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        found = Axe().run(page, options={**asked, **more}).response["violations"]
        heavy = [
            (one["id"], one["nodes"][0]["html"])
            for one in found
            if one["impact"] in ("serious", "critical")
        ]
        assert heavy == [], scheme


def test_findings_are_filtered_and_the_number_is_said(page: "Page", folder: Path) -> None:
    page.goto((folder / "findings.html").as_uri())
    rows = page.locator("#findings tbody tr")
    every, shown = rows.count(), page.locator("#findings tbody tr:visible")
    said = page.locator("#shown")
    assert shown.count() == every
    assert said.inner_text() == f"Đang hiển thị {every}/{every} phát hiện"
    page.select_option("#severity", "error")
    errors = page.locator('#findings tr[data-severity="error"]').count()
    assert 0 < shown.count() == errors < every
    assert said.inner_text() == f"Đang hiển thị {errors}/{every} phát hiện"
    page.select_option("#rule", "HPD401")
    assert shown.count() == 1
    page.select_option("#unit", "SoYT")
    assert shown.count() == 0
    page.click("button[type=reset]")
    page.wait_for_function(
        f"document.querySelectorAll('#findings tbody tr:not([hidden])').length == {every}"
    )
    page.fill("#search", "ban hanh ngay 16/02/2023")  # without marks
    assert shown.count() == 1
    page.fill("#search", "<script>")
    assert said.inner_text() == f"Đang hiển thị {shown.count()}/{every} phát hiện"
    page.keyboard.press("Enter")
    assert page.url.endswith("findings.html")


def test_without_javascript_the_whole_table_stands_there(browser: "Browser", folder: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((folder / "findings.html").as_uri())
    assert page.locator("#findings tbody tr:visible").count() > 5
    assert not page.locator("#filter").is_visible()
    context.close()


def test_hostile_text_is_seen_as_text(page: "Page", folder: Path) -> None:
    page.goto((folder / "units/SoTP.html").as_uri())
    assert page.get_by_text(HOSTILE).first.is_visible()
    assert page.locator("main script, main img").count() == 0


def test_answers_stand_beside_a_clause_or_fold_under_it(page: "Page", folder: Path) -> None:
    page.goto((folder / "directive.html").as_uri() + "#II.3.1.1")
    clause = page.locator('[id="II.3.1.1"]')
    answer, words = clause.locator(".answer").first, clause.locator(".words")
    assert answer.is_visible()
    beside, text = answer.bounding_box(), words.bounding_box()
    assert beside
    assert text
    assert beside["x"] > text["x"] + text["width"]
    page.set_viewport_size({"width": 360, "height": 800})
    assert not answer.is_visible()
    clause.locator("summary").click()
    assert answer.is_visible()


def test_the_keyboard_reaches_the_content(page: "Page", folder: Path) -> None:
    page.goto((folder / "index.html").as_uri())
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    box = page.locator(".skip").bounding_box()
    assert box
    assert box["y"] >= 0
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    outline = page.evaluate(
        "(() => { const a = document.querySelector('main a'); a.focus();"
        " return getComputedStyle(a).outlineStyle })()"
    )
    assert outline == "solid"


@pytest.mark.parametrize("name", ["index.html", "tables.html"])
def test_it_prints(page: "Page", folder: Path, name: str) -> None:
    page.goto((folder / name).as_uri())
    made = page.pdf(prefer_css_page_size=True)
    assert made.startswith(b"%PDF-")
    landscape = name == "tables.html"
    page.emulate_media(media="print")
    assert not page.locator("nav.menu").is_visible()
    width = 267 if landscape else 170  # millimetres between the margins of A4
    page.set_viewport_size({"width": round(width / 25.4 * 96), "height": 900})
    assert page.evaluate("document.documentElement.scrollWidth") <= round(width / 25.4 * 96)
