"""The official text and the tree: the first place where they part, the words around it, and the clause it lies in."""

import pytest

from hpdirective.library import Library
from hpdirective.model.official import Difference, difference, digest, normal, rebuilt


def test_the_normal_form_folds_space_and_drops_rules() -> None:
    assert normal("  a\t b\n ---- \n\u00a0--\u00a0\n- c\n\n d-e ") == "a b - c d-e"
    assert normal("a\n-") == "a"
    assert normal("Ho\u0300a") == normal("Hòa") == "Hòa"


def test_the_digest_is_that_of_the_normal_form() -> None:
    empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    assert digest("") == digest(" \n--\n") == empty
    assert digest("a  b") == digest("a\nb") != digest("ab")


@pytest.fixture
def text(library: Library) -> str:
    return rebuilt(library.directive)


def test_the_shipped_text_is_its_tree(library: Library, text: str) -> None:
    assert difference(library.directive, text) is None


def test_the_first_difference_is_shown_with_its_clause(library: Library, text: str) -> None:
    clause = library.directive.clauses["II.4.4.1"]
    start = text.index(clause.text)
    for at in (start, start + len(clause.text) - 1):
        other = f"{text[:at]}#{text[at + 1 :]}"
        found = difference(library.directive, other)
        assert found == Difference(
            at, "II.4.4.1", other[at - 40 : at + 40], text[at - 40 : at + 40], 40
        )
    behind = start + len(clause.text)  # the space behind a clause is still its own
    found = difference(library.directive, f"{text[:behind]}#{text[behind + 1 :]}")
    assert found
    assert found.clause == "II.4.4.1"


def test_a_difference_at_the_start_and_at_the_end(library: Library, text: str) -> None:
    found = difference(library.directive, f"#{text[1:]}")
    assert found == Difference(0, None, f"#{text[1:40]}", text[:40], 0)
    short = difference(library.directive, text[:-1])
    assert short == Difference(len(text) - 1, None, text[-41:-1], text[-41:], 40)
    long = difference(library.directive, f"{text} thêm")
    assert long == Difference(len(text), None, f"{text[-40:]} thêm", text[-40:], 40)


def test_a_digest_alone_may_differ(library: Library, text: str) -> None:
    for held, shown in (("0" * 64, "0" * 64), ("", "-")):
        other = library.directive.model_copy(update={"sha256": held})
        found = difference(other, text)
        assert found == Difference(0, None, digest(text), shown, 0, only_digest=True)


def test_every_label_heading_and_clause_is_a_piece_of_its_own(library: Library) -> None:
    directive = library.directive
    assert rebuilt(directive).startswith(" ".join(directive.head))
    assert rebuilt(directive).endswith(" ".join(directive.tail))
    part = directive.parts[1]
    assert f" {part.label} {part.heading} {part.sections[0].label} " in rebuilt(directive)
