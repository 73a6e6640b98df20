"""A word processor opens the papers and prints them."""

import os
import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest

from hpdirective import library as disk
from hpdirective.reporters import paper
from hpdirective.words import Lang
from tests.reporters.paper.city import surveyed

DATA = Path(__file__).parents[2] / "second" / "data"


def test_libreoffice_makes_a_pdf_of_it(tmp_path: Path) -> None:
    soffice = shutil.which("soffice") or shutil.which("libreoffice")
    if soffice is None:
        if os.environ.get("CI") == "true":
            pytest.fail("LibreOffice (soffice) is not installed, and CI must print the papers")
        pytest.skip("LibreOffice (soffice) is not installed: the papers are not printed here")
    other = disk.open_library(data=str(DATA))
    city = surveyed({}, other, date(2024, 3, 1))
    file = tmp_path / "papers.docx"
    file.write_bytes(paper.render(city, other.directive, other.units, Lang.VI, "m"))
    profile = (tmp_path / "profile").as_uri()
    subprocess.run(
        [
            soffice,
            f"-env:UserInstallation={profile}",
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            tmp_path,
            file,
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )
    printed = (tmp_path / "papers.pdf").read_bytes()
    assert printed.startswith(b"%PDF-")
    assert len(printed) > 20_000
