"""The city's papers as Word files: the office's report with its annexes, and a letter to each unit whose plan lacks something."""

from hpdirective.model.directive import Directive
from hpdirective.model.names import Units
from hpdirective.reporters.paper.decree.annexes import City
from hpdirective.reporters.paper.decree.binding import bind
from hpdirective.reporters.paper.decree.gaps import UNHELD, Gaps, gaps_of
from hpdirective.reporters.paper.decree.letter import letter
from hpdirective.reporters.paper.decree.office import office_of
from hpdirective.reporters.paper.decree.report import report, subject
from hpdirective.surveying import Survey
from hpdirective.words import Lang


def render(survey: Survey, directive: Directive, units: Units, lang: Lang, mark: str) -> bytes:
    """Write the report and, behind it, every letter; `mark` is kept in the file's own properties."""
    city = City(survey, directive, units, office_of(directive, units, lang), lang)
    told = _told(city)
    sheets = [
        *report(city, sum(gaps.row.standing not in UNHELD for gaps in told)),
        *(letter(gaps, city) for gaps in told),
    ]
    return bind(sheets, title=subject(city), mark=mark, day=survey.terms.as_of, lang=lang)


def letters(
    survey: Survey, directive: Directive, units: Units, lang: Lang, mark: str
) -> dict[str, bytes]:
    """Write the letter of each unit whose plan lacks something as a file of its own, by the unit's id."""
    city = City(survey, directive, units, office_of(directive, units, lang), lang)
    day = survey.terms.as_of
    return {
        gaps.row.unit.id: bind(
            [letter(gaps, city)],
            title=gaps.row.unit.name.said(lang),
            mark=mark,
            day=day,
            lang=lang,
        )
        for gaps in _told(city)
    }


def _told(city: City) -> list[Gaps]:
    """Give what is missing of each unit that has something missing, in the order of their ids; the office writes none to itself."""
    others = (row for row in city.survey.roster.rows if row.unit.id != city.office.id)
    everything = (gaps_of(row, city) for row in others)
    return [gaps for gaps in everything if gaps.any]
