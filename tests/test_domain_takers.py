"""Who takes an alert, and what a further fact of the same development is worth."""

from dataclasses import replace
from datetime import timedelta

import pytest

from monitor.domain.alerts.alert import Earlier
from monitor.domain.alerts.channel import Channel, ChannelRoute, DeliveryRules
from monitor.domain.alerts.takers import takers, takings
from monitor.domain.alerts.updates import placed_among
from tests.alerts import ARTICLE, DESK, MINUTE, MOVED, NOON, PHONE, alert

HOUR = timedelta(hours=1)
PUSHES, DIGESTS = replace(PHONE, levels=frozenset({"push"})), Channel("weekly", frozenset({"digest"}))


def route(*to, **wanted):
    return ChannelRoute(to, **{name: one if name == "storylines" else frozenset(one) for name, one in wanted.items()})


@pytest.mark.parametrize(
    ("level", "expected"),
    [
        pytest.param("push", {"desk": "push", "phone": "push", "weekly": "digest"}, id="who takes no pushes has it in the digest"),
        pytest.param("digest", {"desk": "digest", "weekly": "digest"}, id="who takes pushes alone hears of nothing else"),
        pytest.param("store", {}, id="what is only kept goes nowhere"),
    ],
)
def test_without_routes_each_channel_takes_what_its_levels_allow(level, expected):
    assert takers(alert(level=level), DeliveryRules(channels=(DESK, PUSHES, DIGESTS))) == expected


@pytest.mark.parametrize(
    ("wanted", "why"),
    [
        pytest.param({}, None, id="a route that wants nothing leads everything"),
        pytest.param({"topics": ["baikonur"]}, None, id="the topic"),
        pytest.param(
            {"topics": ["uranium", "baikonur"], "storylines": ("leo",)}, "storyline leo, not baiterek", id="one of several topics"
        ),
        pytest.param({"topics": ["uranium"]}, "topic uranium, not baikonur", id="another topic"),
        pytest.param({"storylines": ("baiterek",)}, None, id="a storyline"),
        pytest.param({"storylines": ("leo", "bai*")}, None, id="a pattern"),
        pytest.param({"storylines": ("leo",)}, "storyline leo, not baiterek", id="another storyline"),
        pytest.param({"levels": ["push"], "kinds": ["date", "money"], "languages": ["en"]}, None, id="all that it wants"),
        pytest.param({"levels": ["push"], "kinds": ["money"]}, "kind money, not date", id="not all that it wants"),
        pytest.param({"entities": ["baiterek"]}, None, id="an entity"),
        pytest.param({"entities": ["proton_m"]}, "entity proton_m, not baiterek", id="another entity"),
        pytest.param({"trust": ["official"]}, "trust official, not agency", id="a source that is trusted less"),
        pytest.param({"languages": ["kk", "ru"]}, "language kk or ru, not en", id="another language"),
    ],
)
def test_a_route_leads_what_fits_all_that_it_says(wanted, why):
    told = alert(replace(ARTICLE, trust="agency"))
    [taking, _] = takings(told, DeliveryRules(channels=(DESK, PHONE), routes=(route("desk", **wanted),), topic="baikonur"))
    assert (taking.level, taking.why) == ("push" if why is None else None, f"route 1 wants {why}" if why else "route 1 leads it there")


def test_a_channel_that_no_route_names_takes_everything_and_one_route_of_several_is_enough():
    rules = DeliveryRules(channels=(DESK, PHONE), routes=(route("desk", storylines=("leo",)), route("desk", levels=["push"])))
    assert takers(alert(), rules) == {"desk": "push", "phone": "push"}
    assert [one.why for one in takings(alert(), rules)] == ["route 2 leads it there", "no route names it, so it takes everything"]


def test_a_channel_may_take_articles_of_some_languages_only():
    rules = DeliveryRules(channels=(replace(DESK, languages=frozenset({"kk", "ru"})), PHONE))
    assert takers(alert(), rules) == {"phone": "push"}
    assert takers(alert(replace(ARTICLE, language="kk")), rules) == {"desk": "push", "phone": "push"}
    assert takings(alert(), rules)[0].why == "it takes articles in kk, ru, and this one is in en"


def test_what_is_led_nowhere_goes_to_the_fallback():
    rules = DeliveryRules(channels=(DESK, PHONE), routes=(route("desk", "phone", storylines=("leo",)),), fallback="phone")
    assert takers(alert(), rules) == {"phone": "push"}
    assert takings(alert(), rules)[1].why.startswith("the fallback")
    assert takers(alert(), replace(rules, fallback="terminal")) == {"terminal": "push"}
    assert takers(alert(level="digest"), replace(rules, fallback="terminal")) == {"terminal": "push"}, "it has no digest"


def test_levels_are_a_wish_and_no_reason_for_the_fallback():
    assert takers(alert(level="digest"), DeliveryRules(channels=(PUSHES,))) == {}


@pytest.mark.parametrize(
    ("routes", "fallback", "own"),
    [
        pytest.param([route("desk", topics=["uranium"])], "terminal", ["phone"], id="one that routes of others alone name is theirs"),
        pytest.param(
            [route("desk", topics=["uranium"]), route("desk")], "terminal", ["desk", "phone"], id="one that any route names is ours"
        ),
        pytest.param([route("desk", topics=["uranium"])], "desk", ["desk", "phone"], id="so is the fallback"),
    ],
)
def test_what_is_no_alert_goes_to_the_channels_of_the_topic(routes, fallback, own):
    rules = DeliveryRules(channels=(DESK, PHONE), routes=tuple(routes), fallback=fallback, topic="baikonur")
    assert [channel.name for channel in rules.own_channels] == own


def test_two_people_with_different_storylines_hear_of_their_own():
    rules = DeliveryRules(channels=(DESK, PHONE), routes=(route("desk", storylines=("baiterek",)), route("phone", storylines=("proton*",))))
    assert takers(alert(), rules) == {"desk": "push"}
    assert takers(replace(alert(), storyline="proton_ban"), rules) == {"phone": "push"}


# ── update, do not repeat ─────────────────────────────────────────────────────

TOLD = alert(development="baiterek#0")
ADDED = replace(MOVED, old=None)
EARLIER = Earlier("baiterek#0", TOLD.subject, NOON, {"desk": "k" * 32})


@pytest.mark.parametrize(
    ("changes", "after", "level", "why"),
    [
        pytest.param({}, 2 * HOUR, "digest", "it adds to baiterek#0, which was pushed 2 h before", id="soon after: the digest tells it"),
        pytest.param({}, 20 * MINUTE, "digest", "it adds to baiterek#0, which was pushed 20 min before", id="very soon"),
        pytest.param({"watched": ("date",)}, 2 * HOUR, "push", "on the watch list: date", id="what the storyline watches for is pushed"),
        pytest.param({"level": "digest"}, 2 * HOUR, "digest", None, id="what is none for a push stays so"),
        pytest.param({"novelties": (MOVED,)}, 2 * HOUR, "push", None, id="a value that was told has changed"),
        pytest.param({}, 7 * HOUR, "push", None, id="later it is news of its own"),
    ],
)
def test_a_further_fact_of_a_development_that_was_pushed(changes, after, level, why):
    told = placed_among(replace(alert(**({"novelties": (ADDED,)} | changes)), made_at=NOON + after), (TOLD, EARLIER), 6 * HOUR)
    assert told.level == level
    assert told.why[1:] == ((why,) if why else ())
    assert told.updates == (EARLIER if after < 6 * HOUR else None)


def test_what_adds_to_an_update_adds_to_the_alert_that_was_pushed():
    update = replace(placed_among(replace(alert(novelties=(ADDED,)), made_at=NOON + 5 * HOUR), (TOLD, EARLIER), 6 * HOUR), key="baiterek#1")
    between = Earlier("baiterek#1", update.subject, update.made_at)
    soon = placed_among(replace(alert(novelties=(ADDED,)), made_at=NOON + 5.5 * HOUR), (update, between), 6 * HOUR)
    assert (soon.level, soon.updates) == ("digest", EARLIER)
    late = placed_among(replace(alert(novelties=(ADDED,)), made_at=NOON + 7 * HOUR), (update, between), 6 * HOUR)
    assert (late.level, late.updates) == ("push", None), "the clock runs from the push"


def test_a_correction_is_told_where_the_alert_was_that_it_corrects_however_old_that_is():
    wrong = replace(alert(novelties=(replace(MOVED, kind="correction"),), level="digest"), made_at=NOON + 90 * HOUR)
    told = placed_among(wrong, (TOLD, EARLIER), 6 * HOUR)
    assert (told.level, told.corrects, told.why[-1]) == ("push", EARLIER, "it corrects our alert of baiterek#0")


def test_what_continues_nothing_and_what_tells_the_same_stand_for_themselves():
    assert placed_among(alert(), None, 6 * HOUR) == alert()
    assert placed_among(alert(), (alert(), replace(EARLIER, key=alert().key)), 6 * HOUR) == alert()
