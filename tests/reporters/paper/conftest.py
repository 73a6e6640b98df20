"""The papers of one city with gaps, made once for all their tests."""

import pytest

from hpdirective.library import Library
from hpdirective.reporters import paper
from hpdirective.surveying import Survey
from hpdirective.words import Lang
from tests.reporters.paper.city import plans, surveyed

MARK = '{"format":"hpd-report/1","kind":"docx"}'


@pytest.fixture(scope="session")
def city(library: Library) -> Survey:
    return surveyed(plans(library), library)


@pytest.fixture(scope="session", params=list(Lang), ids=str)
def lang(request: pytest.FixtureRequest) -> Lang:
    return Lang(request.param)


@pytest.fixture(scope="session")
def raw(city: Survey, library: Library, lang: Lang) -> bytes:
    return paper.render(city, library.directive, library.units, lang, MARK)


@pytest.fixture(scope="session")
def apart(city: Survey, library: Library, lang: Lang) -> dict[str, bytes]:
    return paper.letters(city, library.directive, library.units, lang, MARK)
