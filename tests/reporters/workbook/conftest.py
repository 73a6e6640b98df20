"""A small city with every sort of gap, and hostile words in its plans."""

from typing import Any

import pytest

from hpdirective.checking import Examined, examine
from hpdirective.library import Library
from hpdirective.settings import Settings
from hpdirective.source import yaml
from hpdirective.surveying import Survey, survey
from tests.conftest import TODAY
from tests.plans import clean_plan, write

HOSTILE = (
    '=HYPERLINK("http://example.org","x")',
    "+1+1",
    "-2+3",
    "@SUM(1,2)",
    "{=1+1}",
    "=cmd|' /C calc'!A0",
    "_x0041_ <b>&amp;</b>",
)
BELL = "bell \x07 and \x1b[31m"


@pytest.fixture(scope="session")
def settings() -> Settings:
    return Settings(roster=True)


@pytest.fixture(scope="session")
def city(library: Library, settings: Settings) -> Survey:
    plans = {f"{unit}.yaml": write(plan) for unit, plan in _plans(library).items()}
    plans["=1+1.yaml"] = plans.pop("SoYT.yaml")
    plans["SoNV.yaml"] = "unit: SoNV\nactions: [\n"
    older = clean_plan("SoKHDT", library)
    older["document"] = {**older["document"], "number": "9/KH-SKHĐT", "issued": "01/02/2023"}
    plans["SoKHDT-cu.yaml"] = write(older)
    return _survey(plans, library, settings)


@pytest.fixture(scope="session")
def empty(library: Library, settings: Settings) -> Survey:
    return _survey({}, library, settings)


def _survey(plans: dict[str, str], library: Library, settings: Settings) -> Survey:
    examined: list[Examined] = [
        examine(yaml.read(name, text.encode()), library, settings, TODAY)
        for name, text in sorted(plans.items())
    ]
    return survey(examined, library, settings, TODAY)


def _plans(library: Library) -> dict[str, dict[str, Any]]:
    units = ("SoTC", "SoCT", "SoXD", "SoTP", "SoYT", "SoVHTT", "SoKHDT", "CATP", "QuanHaiAn")
    districts = [u for u in library.units.members("quan-huyen") if u not in units]
    plans = {unit: clean_plan(unit, library) for unit in (*units, *districts)}
    del plans["QuanLeChan"]  # so that no sum of the districts' parts can be told
    plans["SoTC"]["document"] |= {"issued": "16/02/2023", "sent_on": "17/02/2023"}
    plans["SoYT"]["document"] |= {"issued": "15/02/2023"}
    plans["SoVHTT"]["directive"] = "hai-phong/2022/02-CT-UBND"
    plans["SoXD"]["actions"][0]["due"] = "30/06/2024"
    contested = "II.2.1.6"
    plans["SoCT"]["actions"] = [a for a in plans["SoCT"]["actions"] if contested not in a["tasks"]]
    plans["SoCT"]["contests"] = [
        {
            "task": contested,
            "reason": "Thuộc chức năng của đơn vị khác",
            "owner": "Ban Quản lý Khu kinh tế Hải Phòng",
        }
    ]
    for action, words in zip(plans["SoTP"]["actions"], (*HOSTILE, BELL), strict=False):
        action |= {"title": words, "result": words}
    plans["SoTP"]["document"]["number"] = HOSTILE[0]
    return plans
