"""Which entry holds which stretch of a clause's text, and which numbers none holds."""

from hpdirective.model.directive import Clause
from hpdirective.model.holding import holdings, numbers_not_held
from hpdirective.reading import read
from hpdirective.source import yaml


def clause(text: str, entries: str) -> Clause:
    said = f'id: A.1.1.1\ntext: "{text}"\n{entries}'
    value = read(yaml.read("clause.yaml", said.encode()), Clause, 0).value
    assert value is not None
    return value


def held(of: Clause) -> list[tuple[str, str | None, bool]]:
    """Give each entry's key with the stretch that it holds."""
    return [
        (".".join(map(str, h.path)), of.text[slice(*h.span)] if h.span else None, h.taken)
        for h in holdings(of)
    ]


def test_words_of_an_item_stand_where_its_text_says_more() -> None:
    given = clause(
        "Hoàn thành 2 cầu, 3 đường.",
        "items: [{id: a, text: hai cầu qua sông, words: 2 cầu}, {id: b, text: 3 đường}]\n",
    )
    assert held(given) == [("items.1.text", "3 đường", False), ("items.0.words", "2 cầu", False)]
    assert numbers_not_held(given) == ()


def test_every_sort_of_entry_holds_its_words() -> None:
    given = clause(
        "Từ 01/02, theo Luật 12, đạt 85% trước 15/11; đến 2030, Đề án 06; Sở A 30/6.",
        """\
start: {text: Từ 01/02}
due: {text: trước 15/11}
assign: [{unit: SoA, role: lead, basis: named, due: {text: 30/6}}]
references: [{text: Luật 12}]
indicators: [{id: a, text: đạt 85%}]
horizons: [{text: đến 2030}]
marks: [{text: Đề án 06}]
""",
    )
    assert held(given) == [
        ("due.text", "trước 15/11", False),
        ("start.text", "Từ 01/02", False),
        ("horizons.0.text", "đến 2030", False),
        ("marks.0.text", "Đề án 06", False),
        ("indicators.0.text", "đạt 85%", False),
        ("references.0.text", "Luật 12", False),
        ("assign.0.due.text", "30/6", False),
    ]
    assert numbers_not_held(given) == ()


def test_the_longest_words_are_laid_first_and_each_stretch_is_held_once() -> None:
    given = clause(
        "Đạt 100% hồ sơ, 100% xã.",
        'marks: [{text: "100"}, {text: "100% hồ sơ"}, {text: "100"}, {text: "99%"}]\n',
    )
    assert held(given) == [
        ("marks.1.text", "100% hồ sơ", False),
        ("marks.0.text", "100", False),
        ("marks.2.text", None, True),
        ("marks.3.text", None, False),
    ]


def test_stretches_side_by_side_do_not_meet() -> None:
    given = clause("có (12)(34)(12)", "marks: [{text: (34)}, {text: (12)}, {text: (12)}]\n")
    spans = [h.span for h in holdings(given)]
    assert spans == [(7, 11), (3, 7), (11, 15)]
    assert numbers_not_held(given) == ()


def test_numbers_that_no_entry_holds_are_told_in_the_order_of_the_text() -> None:
    given = clause("Có 7 cầu, 12 đường, 7 bến, 5 ga.", "marks: [{text: 12 đường}]\n")
    assert numbers_not_held(given) == ("7", "7", "5")
    assert numbers_not_held(clause("Không có số.", "")) == ()


def test_words_count_only_where_they_stand_whole() -> None:
    given = clause("Có 120 cầu và 12 đường.", "marks: [{text: '12'}]\n")
    assert holdings(given)[0].span == (14, 16)
    assert numbers_not_held(given) == ("120",)
