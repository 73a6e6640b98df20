"""What the shell offers after an option: ids of units, tasks, sections and rules. Where the data cannot be read it offers nothing."""

from collections.abc import Callable, Iterable

Offers = list[tuple[str, str]]
"""Each id with what it stands for."""


def units(incomplete: str) -> Offers:
    """Give the units whose id starts so."""
    return _offered(incomplete, _units)


def tasks(incomplete: str) -> Offers:
    """Give the paragraphs and clauses whose id starts so."""
    return _offered(incomplete, _tasks)


def sections(incomplete: str) -> Offers:
    """Give the parts and sections whose id starts so."""
    return _offered(incomplete, _sections)


def rules(incomplete: str) -> Offers:
    """Give the rules whose id or name starts so."""
    return _offered(incomplete, _rules)


def _offered(incomplete: str, all: Callable[[], Iterable[tuple[str, str]]]) -> Offers:
    start = incomplete.casefold()
    try:
        return [(id, about) for id, about in all() if id.casefold().startswith(start)]
    except Exception:  # a shell shows whatever is written here in the middle of the line
        return []


def _units() -> Iterable[tuple[str, str]]:
    from hpdirective.cli.opening import open_desk
    from hpdirective.cli.speech import LANG

    return ((unit.id, unit.named.name.said(LANG)) for unit in open_desk().library.units)


def _tasks() -> Iterable[tuple[str, str]]:
    from hpdirective.cli.opening import open_desk
    from hpdirective.cli.speech import LANG

    directive = open_desk().library.directive
    yield from ((paragraph.id, "") for paragraph in directive.paragraphs)
    yield from ((clause.id, clause.name.said(LANG)) for clause in directive.clauses.values())


def _sections() -> Iterable[tuple[str, str]]:
    from hpdirective.cli.opening import open_desk

    directive = open_desk().library.directive
    yield from ((part.id, part.heading) for part in directive.parts)
    yield from ((section.id, section.heading) for section in directive.sections)


def _rules() -> Iterable[tuple[str, str]]:
    from hpdirective.catalogue import ALL
    from hpdirective.cli.speech import LANG

    for check in ALL:
        yield check.RULE.id, check.RULE.title.said(LANG)
        yield check.RULE.name, check.RULE.title.said(LANG)
