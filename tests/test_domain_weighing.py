"""What speaks for news and what against, added up."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.domain.facts.facts import read
from monitor.domain.judging.kinship import Kin, Neighbour, kin_of, measure, stands_out, stands_out_among_happenings
from monitor.domain.judging.novelty import news_of
from monitor.domain.judging.weighing import Judged, Likeness, Weighed, likeness_to, weigh

TODAY = date(2026, 3, 9)
NOON = datetime(2026, 3, 9, 12, tzinfo=UTC)
TEXT = "A crane of the Nordhavn yard fell on Sunday, the port said. Damage is put at $14 million; work resumes on 4 May 2026."
NOTHING_LIKE = Likeness()
NEWS = Judged(is_news=True, fits=1.5)
LIKE = Likeness(stands_out=1.0, names=0.8, shared=2, hours=True, today=0.6, translated=0.5)


def reading_of(text: str = TEXT, *, named: int = 2, language: str = "en", title: str = "Crane falls at Nordhavn"):
    return read(title, text, language, TODAY, [("yard", sentence) for sentence in range(named)])


def weighed(
    like: Likeness = NOTHING_LIKE, text: str = TEXT, judged: Judged = NEWS, *, named: int = 2, language: str = "en", **how
) -> Weighed:
    reading = reading_of(text, named=named, language=language)
    return weigh(reading, news_of(reading, (), (), None), like, judged, **how)


def test_each_reason_is_named_with_what_it_weighs():
    assert list(weighed(LIKE).reasons) == [
        "to begin with",
        "the rule",
        "fits its storyline",
        "what it names of the topic",
        "something hard happened",
        "the weightiest new thing",
        "said now",
        "one earlier article stands out",
        "names of an earlier article",
        "figures and dates of the earlier article",
        "told hours ago",
        "like one in another language",
    ]


def test_what_speaks_against_news_is_named_the_weightiest_first():
    assert weighed(Likeness(stands_out=1.0, hours=True, names=0.1)).against == (
        "one earlier article stands out",
        "told hours ago",
        "names of an earlier article",
    )


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        pytest.param(weighed(), weighed(judged=replace(NEWS, is_news=False)), id="the rule takes it for no news"),
        pytest.param(weighed(), weighed(judged=replace(NEWS, fits=0.4)), id="it hardly fits its storyline"),
        pytest.param(weighed(), weighed(Likeness(stands_out=0.6)), id="it is like one earlier article and no other"),
        pytest.param(weighed(), weighed(Likeness(names=0.9)), id="an earlier article has its names"),
        pytest.param(weighed(), weighed(Likeness(shared=3)), id="an earlier article has its figures"),
        pytest.param(weighed(), weighed(Likeness(hours=True)), id="its happening was told hours ago"),
        pytest.param(weighed(), weighed(Likeness(translated=0.6)), id="one in another language is like it"),
        pytest.param(weighed(Likeness(own_outlet=True)), weighed(), id="no other outlet told the like"),
        pytest.param(weighed(), weighed(named=0), id="it names nothing of the topic"),
        pytest.param(weighed(), weighed(text="A crane of the Nordhavn yard fell."), id="it has no facts, and nobody says so"),
        pytest.param(weighed(judged=replace(NEWS, corrects=True)), weighed(), id="it corrects what was told"),
    ],
)
def test_one_reason_makes_news_less_likely(better, worse):
    assert better.chance > worse.chance


@pytest.mark.parametrize(
    "how",
    [
        pytest.param({"beyond": True}, id="goes on"),
        pytest.param({"corrects": True}, id="corrects"),
        pytest.param({"answers": True}, id="answers"),
    ],
)
def test_what_answers_or_goes_on_is_not_doubted_for_being_like_what_it_answers(how):
    assert weighed(LIKE).chance < weighed(LIKE, judged=replace(NEWS, **how)).chance
    assert weighed(LIKE, judged=replace(NEWS, **how)).chance >= weighed(judged=NEWS).chance


def test_a_kazakh_text_like_one_of_the_day_is_its_translation_unless_it_answers():
    text = "Нордхавн верфінің краны жексенбіде құлады, деп хабарлады порт. Шығын 14 миллион доллар."
    said, alike, kazakh = Likeness(), Likeness(today=0.5), {"text": text, "language": "kk"}
    assert weighed(alike, **kazakh).chance < weighed(said, **kazakh).chance
    assert weighed(alike).chance == weighed(said).chance
    answers = replace(NEWS, beyond=True, answers=True)
    assert weighed(alike, judged=answers, **kazakh).chance == weighed(said, judged=answers, **kazakh).chance


def test_a_topic_of_words_alone_is_not_asked_for_names():
    assert weighed(named=0, by_names=False).chance > weighed(named=0).chance


def test_a_flash_is_not_asked_for_more_names_than_it_has_room_for():
    flash, longer = "The yard will close on 4 May 2026.", "The yard will close on 4 May 2026. " + "It has stood by the water for long. " * 6
    names = "what it names of the topic"
    assert weighed(text=flash, named=1).reasons[names] > weighed(text=longer, named=1).reasons[names]
    assert weighed(text=flash, named=0).reasons[names] == weighed(text=longer, named=0).reasons[names]


def kin(text: str, *, language: str = "en", days: float = 0.0, publisher: str = "Paper"):
    earlier = Neighbour(1, NOON - timedelta(days=days), publisher, reading_of(text, language=language))
    return kin_of(measure(reading_of(), {}), NOON, earlier)


def test_likeness_is_taken_from_the_strongest_the_newest_and_those_in_other_languages():
    same, far = kin(TEXT), kin("Fish was dear in April, buyers said.", days=40)
    like = likeness_to([(0.9, same), (-1.2, far)], (same, 0.1), reading_of(), "Paper")
    assert (like.stands_out, like.hours, like.own_outlet, like.translated) == (1.4, True, True, 0.0)
    assert like.names == 1.0
    assert like.today == same.likeness
    assert like.shared == len(same.shared) > 0


@pytest.mark.parametrize(
    ("publisher", "language", "own"),
    [
        pytest.param("Paper", "en", True, id="its own outlet"),
        pytest.param("Other", "en", False, id="another outlet"),
        pytest.param("Paper", "ru", False, id="its own outlet in another language, which translates"),
    ],
)
def test_an_outlet_is_its_own_in_its_own_language_alone(publisher, language, own):
    other = kin(TEXT, publisher=publisher, language=language)
    assert likeness_to([(0.5, other)], None, reading_of(), "Paper").own_outlet is own


def test_an_outlet_has_not_told_the_like_where_nothing_is_alike():
    unlike = replace(kin("Fish was dear in April, buyers said."), likeness=0.05)
    assert not likeness_to([(0.5, unlike)], None, reading_of(), "Paper").own_outlet


def test_what_is_told_by_many_stands_out_among_happenings_and_not_among_articles():
    def told(article: int, development: str | None, strength: float) -> tuple[float, Kin]:
        one = kin(TEXT)
        return strength, replace(one, neighbour=replace(one.neighbour, article=article, development=development))

    strong = [told(1, "a", 0.5), told(2, "a", 0.4), told(3, "b", 0.1)]
    assert round(stands_out(strong), 2) == 0.1
    assert round(stands_out_among_happenings(strong), 2) == 0.4
    assert stands_out_among_happenings(strong[:2]) == stands_out_among_happenings([]) == 0.0
    assert round(stands_out_among_happenings([told(1, None, 0.5), told(2, None, 0.4)]), 2) == 0.1


def test_nothing_is_like_the_first_article():
    assert likeness_to([], None, reading_of(), "Paper") == Likeness()


@given(
    st.builds(Likeness, *[st.floats(0, 2), st.floats(0, 1), st.integers(0, 99), st.booleans(), st.floats(0, 1), st.floats(0, 1)]),
    st.booleans(),
)
def test_a_chance_lies_between_nought_and_one(like, corrects):
    assert 0 < weighed(like, judged=replace(NEWS, corrects=corrects)).chance < 1
