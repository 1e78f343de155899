"""What verdicts mean, how they are measured, and how far they may move the thresholds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.domain.judging.rate import Rate
from monitor.domain.judging.review import (
    FURTHEST,
    LEAST,
    OF_NOVELTY,
    VERDICTS,
    Adjustment,
    Answers,
    Decided,
    Reviewed,
    adjust,
    answers,
    measure,
    objection,
    pull,
)
from monitor.domain.judging.storyline import Rules

ALERT = Decided(True, 0.8, "development", "push", "yard", "yard#1")
REPEAT = Decided(True, 0.8, "repeat", "store", "yard", "yard#1")
OFF = Decided(False, 0.1, "none", "none")


def reviewed(decided, *verdicts, article=1, language="en"):
    return Reviewed(article, language, decided, decided, answers(verdicts))


@pytest.mark.parametrize(
    ("verdicts", "expected"),
    [
        ([], Answers()),
        (["relevant"], Answers(relevant=True)),
        (["not-relevant"], Answers(relevant=False)),
        (["new"], Answers(True, True)),
        (["not-new"], Answers(True, False)),
        (["same-as"], Answers(True, False)),
        (["wrong-storyline"], Answers(True, astray=True)),
        (["not-new", "new"], Answers(True, True)),
        (["new", "relevant"], Answers(True, True)),
        (["new", "wrong-storyline"], Answers(True, True, True)),
        (["opens-storyline"], Answers(True, astray=True)),
        (["wrong-date"], Answers()),
        (["new", "not-relevant"], Answers(False, None)),
    ],
)
def test_the_last_answer_to_each_question_counts(verdicts, expected):
    assert answers(verdicts) == expected


@pytest.mark.parametrize(
    ("verdict", "decided", "given", "names"),
    [
        pytest.param("relevant", OFF, {}, None, id="what was passed over may be called relevant"),
        pytest.param("not-relevant", OFF, {}, None, id="and its silence may be confirmed"),
        pytest.param("new", OFF, {}, "relevant first", id="no development comes of what is no match"),
        pytest.param("not-new", Decided(True, 0.8), {}, "not been placed", id="what was not placed cannot be moved"),
        pytest.param("same-as", ALERT, {}, "--of", id="same as what?"),
        pytest.param("new", ALERT, {"of": "5"}, "same-as", id="--of belongs to same-as alone"),
        pytest.param("wrong-storyline", ALERT, {}, "--storyline", id="which is the right one?"),
        pytest.param("new", ALERT, {"storyline": "yard"}, "wrong-storyline", id="--storyline belongs to wrong-storyline alone"),
        pytest.param("not-relevant", ALERT, {"seed": True}, "seed", id="seeds are the user's own"),
        pytest.param("same-as", ALERT, {"of": "5"}, None, id="same as that"),
        pytest.param("wrong-storyline", REPEAT, {"storyline": "dock"}, None, id="it belongs there"),
        pytest.param("wrong-storyline", REPEAT, {"storyline": "yard"}, "already", id="it cannot be wrong and right at once"),
    ],
)
def test_a_verdict_that_cannot_be_given_says_why(verdict, decided, given, names):
    seed = given.pop("seed", False)
    why = objection(verdict, decided, seed=seed, named=given)
    assert why is None if names is None else names in why


# ── thresholds ────────────────────────────────────────────────────────────────


def many(decided, verdict, count):
    return [reviewed(decided, verdict, article=n) for n in range(count)]


@pytest.mark.parametrize(
    ("said", "relevance", "novelty"),
    [
        pytest.param([], 1, 1, id="nobody said anything"),
        pytest.param(many(ALERT, "not-new", LEAST - 1), 1, 1, id="too few to go by"),
        pytest.param(many(ALERT, "not-new", LEAST), 1, 1.2, id="all alerts were old: the most there is"),
        pytest.param(many(ALERT, "same-as", 200), 1, 1.2, id="and more of them move it no further"),
        pytest.param(many(REPEAT, "new", 200), 1, 0.8, id="all that was held was new"),
        pytest.param(many(ALERT, "not-new", 50) + many(REPEAT, "new", 50), 1, 1, id="wrong both ways: no threshold helps"),
        pytest.param(many(ALERT, "new", 92) + many(ALERT, "not-new", 8), 1, 1, id="so many false alerts are borne"),
        pytest.param(many(ALERT, "not-relevant", 40), 1.2, 1, id="matches that are none: of relevance, not of novelty"),
        pytest.param(many(OFF, "relevant", 40), 0.8, 1, id="matches that were missed"),
        pytest.param(many(ALERT, "relevant", 100), 1, 1, id="praise moves nothing"),
    ],
)
def test_thresholds_move_by_a_bounded_rule(said, relevance, novelty):
    moved = adjust(said)
    assert (moved.relevance, moved.novelty) == (relevance, novelty)
    assert len(moved.reasons) == (relevance != 1) + (novelty != 1)


def test_more_wrong_alerts_move_the_threshold_further_in_small_steps():
    moved = [adjust(many(ALERT, "not-new", wrong) + many(ALERT, "new", 100 - wrong)).novelty for wrong in range(0, 101, 10)]
    assert moved == sorted(moved)
    assert len(set(moved)) > 4
    assert (moved[0], moved[-1]) == (1.0, 1.2)


@given(st.lists(st.tuples(st.sampled_from([ALERT, REPEAT, OFF]), st.sampled_from(VERDICTS)), max_size=300))
def test_no_threshold_ever_leaves_its_bounds(said):
    moved = adjust([reviewed(decided, verdict, article=n) for n, (decided, verdict) in enumerate(said)])
    assert 1 - FURTHEST <= moved.relevance <= 1 + FURTHEST
    assert 1 - FURTHEST <= moved.novelty <= 1 + FURTHEST
    if len(said) < LEAST:
        assert moved == Adjustment()


@given(st.integers(0, 500), st.integers(0, 500), st.floats(0, 0.4))
def test_a_pull_is_a_share(right, wrong, borne):
    assert 0 <= pull(Rate(wrong, right + wrong), borne) <= 1


def test_an_adjustment_touches_nothing_but_the_thresholds_of_relevance_and_novelty():
    moved = Adjustment(1.2, 0.8)
    rules = moved.rules(Rules())
    assert {name: getattr(rules, name) for name in OF_NOVELTY} == {name: round(getattr(Rules(), name) * 0.8, 3) for name in OF_NOVELTY}
    assert (rules.copy_from, rules.kin_from, rules.route_from) == (Rules().copy_from, Rules().kin_from, Rules().route_from)
    assert (moved.relevant_from(0.5), moved.relevant_from(0.95)) == (0.6, 1.0)
    assert Adjustment().rules(Rules()) == Rules()


def test_thresholds_are_told_as_shipped_and_as_they_are():
    told = adjust(many(ALERT, "not-new", 40)).told(0.5, Rules())
    assert told["relevant_from"] == {"shipped": 0.5, "now": 0.5}
    assert told["news_from"]["now"] == round(told["news_from"]["shipped"] * 1.2, 3)
    assert told["because"] == ["novelty × 1.2: 40 of 40 reviewed developments were not new, 0 of 0 reviewed held as told were"]
    assert str(LEAST) in Adjustment().told(0.5, Rules())["because"][0]


# ── measuring ─────────────────────────────────────────────────────────────────


def test_decisions_are_compared_with_what_was_said_of_them_beside_the_counts():
    other = Decided(True, 0.7, "development", "digest", "dock", "dock#1")
    said = [
        reviewed(ALERT, "new", article=1),
        reviewed(ALERT, "not-new", article=2),
        reviewed(other, "not-relevant", article=3, language="ru"),
        reviewed(other, "relevant", article=4, language="ru"),
        reviewed(REPEAT, "new", article=5),
        reviewed(REPEAT, "same-as", article=6),
        reviewed(OFF, "relevant", article=7, language="kk"),
        reviewed(REPEAT, "wrong-storyline", article=8),
    ]
    counts = {
        "all": {"all": {"articles": 90}},
        "language": {"en": {"articles": 80}, "de": {"articles": 10}},
        "storyline": {"yard": {"articles": 9}},
    }
    told = measure(said, counts)

    def pair(part, name):
        return part[name]["right"], part[name]["of"]

    assert told["all"]["articles"] == 90
    assert pair(told["all"], "alerts that were new") == (1, 3)
    assert pair(told["all"], "held though new") == (1, 2)
    assert pair(told["all"], "matches on the topic") == (6, 7)
    assert pair(told["all"], "passed over though on the topic") == (1, 1)
    assert pair(told["all"], "in the right storyline") == (5, 6)
    assert set(told["by language"]) == {"de", "en", "kk", "ru"}
    assert (told["by language"]["en"]["articles"], told["by language"]["de"]["reviewed"]) == (80, 0)
    assert pair(told["by language"]["ru"], "alerts that were new") == (0, 1)
    assert told["by language"]["ru"]["held though new"]["value"] is None
    assert set(told["by storyline"]) == {"dock", "none", "yard"}
    assert pair(told["by storyline"]["yard"], "alerts that were new") == (1, 2)
