"""What speaks for news and what against, measured and added up."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.domain.facts.facts import read
from monitor.domain.judging.comparing import DEFAULT, Findings, Surroundings, compare
from monitor.domain.judging.copying import Subject
from monitor.domain.judging.kinship import Kin, Neighbour, kin_of, measure, stands_out, stands_out_among_happenings
from monitor.domain.judging.measures import measured
from monitor.domain.judging.novelty import news_of
from monitor.domain.judging.ruling import Ruling
from monitor.domain.judging.storyline import Route
from monitor.domain.judging.weighing import Weighed, weigh
from monitor.domain.judging.weights import WEIGHTS
from monitor.domain.words import concepts
from monitor.domain.words.marks import MARKS

NOON = datetime(2026, 3, 9, 12, tzinfo=UTC)
YARD = Route("yard", "The yard", {"yard": 1.0}, {}, frozenset(), frozenset())
QUAY = replace(YARD, slug="quay")
TITLE = "Crane falls at Nordhavn"
TEXT = "A crane of the Nordhavn yard fell on Sunday, the port said. Damage is put at $14 million; work resumes on 4 May 2026."
OTHER = "Fish was dear in April, buyers said. The auction of Vesthavn sold 40 tonnes."
NEWS = Ruling("nothing like it was told")


def reading_of(text: str = TEXT, *, named: int = 2, language: str = "en", title: str = TITLE, day: datetime = NOON):
    return read(title, text, language, day.date(), [("yard", sentence) for sentence in range(named)])


def told(
    text: str = TEXT, *, title: str = TITLE, language: str = "en", days: float = 1 / 24, publisher: str = "Herald", **how
) -> Neighbour:
    at = NOON - timedelta(days=days)
    reading = reading_of(text, named=how.pop("named", 2), language=language, title=title, day=at)
    return Neighbour(how.pop("article", 1), at, publisher, reading, "yard", "yard#1", 1, told_new=True, **how)


def found(*near: Neighbour, text: str = TEXT, fits: float = 2.0, ahead: float = 2.0, publisher: str = "Paper", **how) -> Findings:
    reading = reading_of(text, **how)
    around = Surroundings({"yard": YARD, "quay": QUAY}, [("yard", fits), ("quay", fits - ahead)], rules=DEFAULT)
    findings = compare(Subject(reading, NOON, publisher=publisher), near, around)
    return replace(findings, news=tuple(news_of(reading, [one.reading for one in near], (), None)))


def weighed(*near: Neighbour, ruling: Ruling | None = NEWS, by_names: bool = True, **how) -> Weighed:
    return weigh(measured(found(*near, **how), ruling, by_names=by_names))


# ── the weights ───────────────────────────────────────────────────────────────


def test_every_weight_is_of_something_that_is_measured():
    reasons = measured(found(told()), NEWS)
    ideas = concepts.IDEAS
    whole = {"feature", "flight", "live", "routine_below"}  # marks of an article and of no single sentence
    words = {"what kind of text it is": {*MARKS, *whole}, "how its lead speaks": MARKS, "what its headline speaks of": ideas}
    words["how it is written"] = {"in en", "in ru", "in kk"}
    for reason, weights in WEIGHTS.items():
        assert weights.keys() <= reasons[reason].keys() | set(words.get(reason, ())), reason


def test_each_reason_is_named_with_what_it_weighs():
    reasons = dict(weighed(told()).reasons)
    assert reasons.pop("to begin with") < 0
    assert reasons.keys() <= WEIGHTS.keys()
    assert reasons["the rule"] > 0 > reasons["like one of the last day"]


def test_what_speaks_against_news_is_named_the_weightiest_first():
    weighing = Weighed({"to begin with": -5.0, "a": -0.1, "b": 2.0, "c": -0.7}, {"c": "on plan"})
    assert weighing.against == ("c (on plan)", "a")
    title, kind = "Why cranes fall: an explainer", "what kind of text it is"
    measures = measured(found(title=title), NEWS)[kind]
    worst = min(measures, key=lambda name: WEIGHTS[kind].get(name, 0.0) * measures[name])
    assert worst in ("explainer", "looks back", "speaks of it")
    assert f"{kind} ({worst})" in weighed(title=title).against


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        pytest.param(weighed(), weighed(ruling=None), id="the rule takes it for no news"),
        pytest.param(weighed(), weighed(fits=0.4), id="it hardly fits its storyline"),
        pytest.param(weighed(), weighed(ahead=0.0), id="another storyline fits as well"),
        pytest.param(weighed(), weighed(told()), id="it was told"),
        pytest.param(weighed(told(days=6)), weighed(told()), id="it was told today"),
        pytest.param(weighed(told(days=40)), weighed(told(days=6)), id="it was told this week"),
        pytest.param(weighed(told(publisher="Paper")), weighed(told()), id="another outlet told it"),
        pytest.param(weighed(), weighed(named=0), id="it names nothing of the topic"),
        pytest.param(weighed(), weighed(text="A crane of the Nordhavn yard fell."), id="it has no facts, and nobody says so"),
        pytest.param(weighed(), weighed(title="Why cranes fall: an explainer"), id="it explains"),
    ],
)
def test_one_reason_makes_news_less_likely(better, worse):
    assert better.chance > worse.chance


def test_what_answers_is_not_doubted_for_being_like_what_it_answers():
    text = "The Nordhavn yard denied on Sunday that a crane fell and that damage of $14 million was done."
    denial = Ruling("denies what article 1 told", "denial", beyond=True)
    reasons = weighed(told(), text=text, ruling=denial).reasons
    assert not {"like one of the last day", "like one of the last week", "what is most like it"} & reasons.keys()
    assert weighed(told(), text=text, ruling=denial).chance > weighed(told(), text=text).chance


@pytest.mark.parametrize(
    ("title", "text", "ruling", "doubted"),
    [
        pytest.param("Nordhavn work to go on on 9 June", "Work resumes on 9 June 2026, the port said.", NEWS, False, id="in the headline"),
        pytest.param("Nordhavn work put off", "Work resumes on 9 June 2026, the port said.", NEWS, True, id="below it"),
        pytest.param("Nordhavn work to go on on 4 May", "Work resumes on 4 May 2026, the port said.", NEWS, True, id="a day that was told"),
        pytest.param("Nordhavn work ended on 2 March", "Work ended on 2 March 2026, the port said.", NEWS, True, id="a day that is past"),
        pytest.param("Nordhavn work to go on on 9 June", "Work resumes on 9 June 2026.", None, True, id="the rule takes it for no news"),
    ],
)
def test_what_is_headed_by_a_day_that_nobody_gave_is_not_doubted_for_its_words(title, text, ruling, doubted):
    assert ("like one of the last day" in weighed(told(), title=title, text=text, ruling=ruling).reasons) is doubted


@pytest.mark.parametrize(("development", "doubted"), [("yard#1", True), (None, False)])
def test_who_says_what_nobody_was_told_is_not_doubted_for_it(development, doubted):
    before = replace(told(), development=development, told_new=development is not None)
    assert ("like one of the last day" in weighed(before).reasons) is doubted


def test_a_topic_of_words_alone_is_not_asked_for_names():
    assert weighed(named=0, by_names=False).chance > weighed(named=0).chance


def test_what_names_the_topic_far_down_and_hardly_is_doubted_for_it():
    where = "where it names the topic"
    foremost = weigh({where: {"score": 1.0, "in full": True, "core in title": 1}}).reasons[where]
    assert foremost > weigh({where: {"score": 0.5, "core in lead": 1}}).reasons[where]


def test_a_flash_is_not_asked_for_more_names_than_it_has_room_for():
    flash, longer = "The yard will close on 4 May 2026.", "The yard will close on 4 May 2026. " + "It has stood by the water for long. " * 6
    names = "what it names of the topic"
    assert weighed(text=flash, named=1).reasons[names] > weighed(text=longer, named=1).reasons[names]
    assert names not in weighed(text=flash, named=0).reasons


@given(st.lists(st.sampled_from([TEXT, OTHER]), max_size=3), st.floats(0, 9), st.booleans())
def test_a_chance_lies_between_nought_and_one(texts, days, is_news):
    near = [told(text, days=days, article=number) for number, text in enumerate(texts, 1)]
    assert 0 < weighed(*near, ruling=NEWS if is_news else None).chance < 1


# ── what is measured ──────────────────────────────────────────────────────────


def test_likeness_is_measured_among_what_was_told_of_late():
    measures = measured(found(told(OTHER, title="Fish was dear"), told(days=3, article=2), told(days=30, article=3)), NEWS)
    day, week = measures["like one of the last day"], measures["like one of the last week"]
    assert week["likeness"] > 0.5 > day["likeness"]
    assert week["facts"] > 0.0 == day["facts"]


def test_what_the_headline_speaks_of_and_how_the_lead_speaks_are_counted():
    measures = measured(found(title="Court fines the yard", text="The court said so. The port said nothing else."), NEWS)
    assert measures["what its headline speaks of"].keys() >= {"court", "fine"}
    assert measures["how its lead speaks"]["told"] == 2.0


def test_how_its_happening_was_told_is_measured_where_it_was():
    again = measured(found(told(), title="Crane falls at Nordhavn: harbour master resigns"), NEWS)["its happening was told"]
    assert (again["told"], again["in its storyline"], again["hours ago"], again["figures"] > 0) == (True, True, True, True)
    assert measured(found(), NEWS)["its happening was told"] == {}


@pytest.mark.parametrize(
    ("near", "own"),
    [
        pytest.param(told(publisher="Paper"), True, id="its own outlet"),
        pytest.param(told(publisher="Herald"), False, id="another outlet"),
        pytest.param(told(publisher="Paper", language="ru"), False, id="its own outlet in another language, which translates"),
        pytest.param(told(OTHER, title="Fish", publisher="Paper", named=0), False, id="its own outlet on something else"),
    ],
)
def test_an_outlet_is_its_own_in_its_own_language_where_it_told_the_like(near, own):
    assert measured(found(near), NEWS)["its outlet told the like before"]["told"] is own


def test_what_is_told_by_many_stands_out_among_happenings_and_not_among_articles():
    def kin(article: int, development: str | None, strength: float) -> tuple[float, Kin]:
        one = kin_of(measure(reading_of(), {}), NOON, told())
        return strength, replace(one, neighbour=replace(one.neighbour, article=article, development=development))

    strong = [kin(1, "a", 0.5), kin(2, "a", 0.4), kin(3, "b", 0.1)]
    assert round(stands_out(strong), 2) == 0.1
    assert round(stands_out_among_happenings(strong), 2) == 0.4
    assert stands_out_among_happenings(strong[:2]) == stands_out_among_happenings([]) == 0.0
    assert round(stands_out_among_happenings([kin(1, None, 0.5), kin(2, None, 0.4)]), 2) == 0.1
