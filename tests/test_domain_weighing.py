"""What speaks for news and what against, added up."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.domain.facts.facts import read
from monitor.domain.judging.novelty import news_of
from monitor.domain.judging.weighing import Likeness, Weighed, weigh

TODAY = date(2026, 3, 9)
TEXT = "A crane of the Nordhavn yard fell on Sunday, the port said. Damage is put at $14 million; work resumes on 4 May 2026."


def weighed(like: Likeness = Likeness(), text: str = TEXT, *, named: int = 2, **how: bool) -> Weighed:  # noqa: B008 - a frozen value
    reading = read("Crane falls at Nordhavn", text, "en", TODAY, [("yard", sentence) for sentence in range(named)])
    return weigh(reading, news_of(reading, (), (), None), like, **{"beyond": False, "corrects": False} | how)


def test_each_reason_is_named_with_what_it_weighs():
    assert list(weighed(Likeness(held=0.8, translated=0.5)).reasons) == [
        "to begin with",
        "what it names of the topic",
        "something hard happened",
        "new facts",
        "said now",
        "held by an earlier article",
        "like one in another language",
    ]


def test_what_speaks_against_news_is_named_the_weightiest_first():
    assert weighed(Likeness(held=0.5, translated=0.5)).against == ("like one in another language", "held by an earlier article")


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        pytest.param(weighed(), weighed(Likeness(held=0.9)), id="an earlier article holds it"),
        pytest.param(weighed(), weighed(Likeness(translated=0.6)), id="one in another language is like it"),
        pytest.param(weighed(), weighed(Likeness(worded=0.7)), id="one in its own language is much like it"),
        pytest.param(weighed(), weighed(named=0), id="it names nothing of the topic"),
        pytest.param(weighed(), weighed(text="A crane of the Nordhavn yard fell."), id="it has no facts, and nobody says so"),
        pytest.param(weighed(), weighed(text="In my view cranes are old. " + TEXT), id="it is an opinion"),
        pytest.param(weighed(corrects=True), weighed(), id="it corrects what was told"),
    ],
)
def test_one_reason_makes_news_less_likely(better, worse):
    assert better.chance > worse.chance


def test_what_answers_or_goes_on_is_not_doubted_for_being_like_what_it_answers():
    alike = Likeness(0.9, 0.7, 0.7)
    assert weighed(alike).chance < 0.3 < weighed(alike, beyond=True).chance
    assert weighed(alike, corrects=True).chance > 0.9


def test_a_topic_of_words_alone_is_not_asked_for_names():
    assert weighed(named=0, by_names=False).chance > weighed(named=0).chance


@given(st.floats(0, 1), st.floats(0, 1), st.floats(0, 1), st.booleans(), st.booleans())
def test_a_chance_lies_between_nought_and_one(held, translated, worded, beyond, corrects):
    assert 0 < weighed(Likeness(held, translated, worded), beyond=beyond, corrects=corrects).chance < 1
