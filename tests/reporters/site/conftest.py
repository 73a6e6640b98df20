"""A city with seeded gaps, surveyed once, and its site."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from hpdirective.checking import examine
from hpdirective.library import Library
from hpdirective.reporters import evidence, site
from hpdirective.settings import Settings
from hpdirective.source import yaml
from hpdirective.surveying import Survey, survey
from hpdirective.words import Lang
from tests.plans import clean_plan, write

TODAY = date(2023, 3, 1)
HOSTILE = """<script>alert(1)</script><img src=x onerror=alert(2)> =1+1 "q" 'p' & {{ 7*7 }}"""
SECRET = "Hầm chỉ huy số 7"
ODD = (
    "kế hoạch %41 'x' \"y\"\n<b>\u202e\udc80.yaml"  # half a letter, as of a name that is not UTF-8
)
Render = Callable[[Survey, Library, Lang], dict[str, bytes]]


def plans(library: Library) -> dict[str, bytes]:
    """Make the plans of a small part of the city, each with its own gap; what is not here has not sent one."""
    made = {
        unit: clean_plan(unit, library)
        for unit in ("SoKHDT", "SoTP", "SoTC", "SoYT", "SoVHTT", "QuanHongBang", "CATP", "SoXD")
    }
    _action(made["SoTP"])["title"] = HOSTILE
    _action(made["SoTP"])["result"] = HOSTILE
    made["SoTP"]["document"]["number"] = f"15/KH-STP {HOSTILE}"
    made["SoTC"]["document"] |= {"issued": "16/02/2023", "sent_on": "17/02/2023"}
    made["SoYT"]["document"] |= {"issued": "15/02/2023", "sent_on": "15/02/2023"}
    made["SoVHTT"]["directive"] = "hai-phong/2022/02-CT-UBND"
    made["SoKHDT"]["actions"] = made["SoKHDT"]["actions"][3:]
    _action(made["SoXD"])["due"] = "Quý I/2024"
    secret = next(a for a in made["QuanHongBang"]["actions"] if a["tasks"] == ["II.8.3.2"])
    secret |= {"title": SECRET, "result": SECRET, "due": SECRET, "support": [SECRET]}
    written = {f"plans/{unit}.yaml": write(plan).encode() for unit, plan in made.items()}
    written[ODD] = written.pop("plans/SoTP.yaml")
    return {**written, "plans/SoNV.yaml": b"unit: SoNV\nactions: [\n"}


def _action(plan: dict[str, Any]) -> dict[str, Any]:
    action: dict[str, Any] = plan["actions"][0]
    return action


def surveyed(files: dict[str, bytes], library: Library, today: date = TODAY) -> Survey:
    settings = Settings(roster=True)
    examined = [
        examine(yaml.read(name, raw), library, settings, today) for name, raw in files.items()
    ]
    return survey(examined, library, settings, today)


def rendered(one: Survey, library: Library, lang: Lang) -> dict[str, bytes]:
    mark = evidence.mark(one, lang, "html")
    return site.render(one, library.directive, library.units, lang, mark)


@pytest.fixture(scope="session")
def city(library: Library) -> Survey:
    return surveyed(plans(library), library)


@pytest.fixture(scope="session")
def sites(city: Survey, library: Library) -> dict[Lang, dict[str, bytes]]:
    return {lang: rendered(city, library, lang) for lang in Lang}


@pytest.fixture(scope="session")
def empty(library: Library) -> dict[str, bytes]:
    """Make the site of a city that has sent nothing."""
    return rendered(surveyed({}, library), library, Lang.VI)
