"""A rule told without a finding."""

import re
from string import Formatter

import pytest

from hpdirective import catalogue
from hpdirective.reporters.rules.text import explain, unfilled
from hpdirective.rules.check import Check
from hpdirective.words import Lang

each_rule = pytest.mark.parametrize("check", catalogue.ALL, ids=lambda check: check.RULE.id)
HOLE_IN_A_WORD = re.compile(r"\w…|”…|…\w|\{\w+\}")


@each_rule
@pytest.mark.parametrize("lang", Lang)
def test_no_sentence_is_left_open(check: Check, lang: Lang) -> None:
    rule = check.RULE
    for text in (rule.message, rule.help):
        said = unfilled(rule, text, lang)
        assert not HOLE_IN_A_WORD.search(said), said
        assert not re.fullmatch(r"(?:ghi |write )?…", said), said
        assert not re.search(r"^…[;,]|…$(?<!: …)(?<! …)|\s$", said), said
        assert said in explain(rule, lang)


@each_rule
def test_usual_words_are_those_of_holes(check: Check) -> None:
    rule = check.RULE
    texts = (rule.message.vi, rule.message.en, rule.help.vi, rule.help.en)
    holes = {hole for text in texts for _, hole, _, _ in Formatter().parse(text) if hole}
    assert rule.usual.keys() <= holes


def test_what_a_help_may_go_on_with_is_told() -> None:
    rule = catalogue.BY_ID["HPD404"].RULE
    assert unfilled(rule, rule.help, Lang.VI).endswith(
        "…, hoặc nêu văn bản gia hạn ở “extensions”"
    )
    near = catalogue.BY_ID["HPD301"].RULE
    assert unfilled(near, near.message, Lang.EN) == "the directive has no task “…”"
