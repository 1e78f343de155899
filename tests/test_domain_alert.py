"""What an alert says, and when it may go out."""

import json
from dataclasses import replace
from datetime import UTC, datetime, time
from zoneinfo import ZoneInfo

import pytest

from monitor.domain.alerts.alert import alert_from_dict, alert_to_dict, origins
from monitor.domain.alerts.channel import Channel, QuietHours
from monitor.domain.alerts.delivery import (
    Verdict,
    day_start,
    delivery_key,
    next_try,
    quiet_until,
    rest_after,
    when_to_send,
)
from monitor.domain.judging.storyline import Novelty
from tests.alerts import ARTICLE, DAY, MINUTE, MOVED, NOON, alert

ALMATY = ZoneInfo("Asia/Almaty")
BERLIN = ZoneInfo("Europe/Berlin")
NIGHT = QuietHours(time(23), time(7))


def test_the_subject_is_the_new_fact_with_the_tag_of_its_development():
    assert alert().subject == "first launch in March 2026 [baiterek#2026-03-10-1]"


@pytest.mark.parametrize(
    ("kind", "rumour", "start"),
    [
        pytest.param("date", False, "first launch", id="plain news needs no word before it"),
        pytest.param("correction", False, "CORRECTION: first", id="a correction says so"),
        pytest.param("denial", False, "Denied: first", id="so does a denial"),
        pytest.param("conflict", False, "Two versions: first", id="and a contradiction"),
        pytest.param("date", True, "UNCONFIRMED: first", id="what no trusted source tells"),
    ],
)
def test_a_subject_warns_of_news_that_is_not_plain(kind, rumour, start):
    told = alert(novelties=(MOVED, replace(MOVED, kind=kind)), rumour=rumour)
    assert told.subject.startswith(start)
    assert told.kind == kind


def test_an_alert_without_novelty_has_the_title_and_quotes_the_first_sentence():
    told = alert(novelties=())
    assert told.subject.startswith("Soyuz-5 is put off again [")
    assert told.quote == "The first launch of Soyuz-5 moves to March 2026."


def test_an_alert_says_since_when_the_storyline_stood_still_and_who_told_first():
    told = alert()
    assert told.days_quiet == 214
    assert [t.publisher for t in told.tellers] == ["Example News", "Second"]
    assert origins(told.tellers) == ("Example News",)
    assert told.seed_title == "Foot-dragging"
    assert told.reasons == ("names Baiterek", "word launch")


def test_without_a_storyline_the_article_itself_is_the_teller():
    told = alert(context=None, storyline=None, storyline_title=None)
    assert [(t.publisher, t.url) for t in told.tellers] == [("Example News", ARTICLE.url)]
    assert told.days_quiet is None


@pytest.mark.parametrize(
    ("evidence", "value"),
    [
        pytest.param({"changed": [["December 2025", "March 2026"]]}, "March 2026", id="what a changed copy has become"),
        pytest.param({"new": [["money", "4 million", 1.0], ["date", "March 2026", 0.9]]}, "March 2026", id="a new value of its kind"),
        pytest.param({"new": [["date", "May 2031", 0.9]]}, "", id="not one that the sentence does not hold"),
        pytest.param({}, "", id="none"),
    ],
)
def test_the_bare_value_is_told_where_placing_compared_one(evidence, value):
    assert alert(evidence=evidence).values == (value,)


def test_a_sentence_that_stands_for_another_is_told_whole():
    was, now = "The cause of death is not yet known.", "The cause of death was dehydration."
    told = alert(novelties=(Novelty("status", now, now, was),), evidence={"changed": [[was, now]]})
    assert (told.values, told.subject) == (("",), "The cause of death was dehydration [baiterek#2026-03-10-1]")


def test_controls_and_direction_marks_from_outside_are_gone():
    wild = replace(ARTICLE, title="Evil\x00\x1b[31m \u202eeltit\r\nBcc: all@x", publisher="A\nB")
    told = alert(wild, novelties=(replace(MOVED, text="fact\r\nSubject: x\x07", quote="q\u2028r"),))
    assert told.article_title == "Evil[31m eltit Bcc: all@x"
    assert told.publisher == "A B"
    assert told.subject.startswith("fact Subject: x [")
    assert told.novelties[0].quote == "q r"


def test_an_alert_survives_the_way_through_a_json_column():
    assert alert_from_dict(json.loads(json.dumps(alert_to_dict(alert())))) == alert()
    bare = alert(context=None, novelties=())
    assert alert_from_dict(json.loads(json.dumps(alert_to_dict(bare)))) == bare


# ── when ──────────────────────────────────────────────────────────────────────


def at(hour, minute=0, day=10, zone=UTC):
    return datetime(2026, 3, day, hour, minute, tzinfo=zone).astimezone(UTC)


SHY = Channel("desk", burst=3)
BUSY = Channel("desk", quiet=replace(NIGHT, but=frozenset({"critical"})), budget=3)
PUSHED = replace(BUSY, levels=frozenset({"push"}))  # it has no digest
TOMORROW = at(7, day=11)  # its first minute is quiet


@pytest.mark.parametrize(
    ("channel", "now", "sent", "kinds", "snoozed", "expected"),
    [
        pytest.param(BUSY, NOON, 0, (), None, ("pending", NOON), id="by day a push goes at once"),
        pytest.param(BUSY, at(23), 0, (), None, ("waiting", at(7, day=11)), id="the first minute of quiet hours waits for their end"),
        pytest.param(BUSY, at(6, 59), 0, (), None, ("waiting", at(7)), id="the last minute too"),
        pytest.param(BUSY, at(7), 0, (), None, ("pending", at(7)), id="the end itself is not quiet"),
        pytest.param(BUSY, at(3), 0, ("date", "critical"), None, ("pending", at(3)), id="what is critical wakes a person"),
        pytest.param(BUSY, NOON, 2, (), None, ("pending", NOON), id="the last of the budget goes"),
        pytest.param(BUSY, NOON, 3, (), None, ("moved", NOON), id="the one after goes to the digest"),
        pytest.param(BUSY, NOON, 3, ("critical",), None, ("pending", NOON), id="what is critical has no budget"),
        pytest.param(PUSHED, NOON, 3, (), None, ("waiting", TOMORROW), id="without a digest it waits for the next day, when that is awake"),
        pytest.param(BUSY, NOON, 0, ("critical",), NOON + DAY, ("moved", NOON), id="a snoozed storyline stands in the digest"),
        pytest.param(PUSHED, NOON, 0, (), NOON + DAY, ("waiting", NOON + DAY), id="without a digest it waits for the end of the snooze"),
        pytest.param(BUSY, NOON, 0, (), NOON, ("pending", NOON), id="a snooze that is over is none"),
    ],
)
def test_when_a_push_goes_to_a_channel(channel, now, sent, kinds, snoozed, expected):
    timing = when_to_send(channel, now, sent, frozenset(kinds), snoozed)
    assert (timing.state, timing.due_at) == expected
    assert (timing.reason is None) == (timing.state == "pending")


@pytest.mark.parametrize(
    ("channel", "now", "at_once", "kinds", "expected"),
    [
        pytest.param(SHY, NOON, 2, (), ("pending", NOON), id="the last that comes singly"),
        pytest.param(SHY, at(12, 7), 3, (), ("waiting", at(12, 8)), id="the one after waits for the next minute"),
        pytest.param(SHY, at(12, 0) + MINUTE * 59 / 60, 300, (), ("waiting", at(12, 1)), id="of hundreds each waits for the next minute"),
        pytest.param(SHY, NOON, 300, ("critical",), ("pending", NOON), id="what is critical does not wait"),
        pytest.param(replace(SHY, burst=None), NOON, 300, (), ("pending", NOON), id="who has no burst gets each singly"),
        pytest.param(replace(SHY, quiet=NIGHT), at(3), 300, (), ("waiting", at(7)), id="by night it waits for the morning"),
    ],
)
def test_of_many_at_once_a_push_waits_for_the_others(channel, now, at_once, kinds, expected):
    timing = when_to_send(channel, now, 0, frozenset(kinds), None, at_once)
    assert (timing.state, timing.due_at) == expected


@pytest.mark.parametrize(
    ("now", "end"),
    [
        pytest.param(at(2, zone=ALMATY), at(7, zone=ALMATY), id="hours are the user's"),
        pytest.param(at(12, zone=ALMATY), None, id="noon there is not quiet"),
        pytest.param(datetime(2026, 3, 29, 0, 30, tzinfo=UTC), datetime(2026, 3, 29, 5, tzinfo=UTC), id="the night that loses an hour"),
        pytest.param(datetime(2026, 10, 25, 0, 30, tzinfo=UTC), datetime(2026, 10, 25, 6, tzinfo=UTC), id="the night that gains one"),
    ],
)
def test_quiet_hours_go_by_the_clock_of_the_user(now, end):
    zone = BERLIN if now.hour == 0 and now.minute == 30 else ALMATY
    assert quiet_until(NIGHT, now, zone) == end


def test_quiet_hours_may_lie_within_a_day_or_be_none():
    siesta = QuietHours(time(12), time(14))
    assert quiet_until(siesta, at(13), UTC) == at(14)
    assert quiet_until(siesta, at(15), UTC) is None
    assert quiet_until(QuietHours(time(7), time(7)), at(7), UTC) is None
    assert quiet_until(None, at(3), UTC) is None


def test_a_day_begins_at_the_users_midnight():
    assert day_start(at(20, zone=UTC), ALMATY) == datetime(2026, 3, 10, 19, tzinfo=UTC)


# ── again ─────────────────────────────────────────────────────────────────────

LATER = Verdict(False, "try later")
SENT = Verdict(True, "accepted")
A, B, C, D = (f"{n:08}" for n in range(4))


def waits(attempts, verdict=LATER, made_at=NOON, key="0" * 32):
    due = next_try(key, attempts, made_at, verdict, NOON, 7 * DAY)
    return due and due - NOON


def test_the_wait_doubles_from_a_minute_to_an_hour():
    assert [waits(n) for n in (1, 2, 3, 6, 7, 50)] == [n * MINUTE for n in (1, 2, 4, 32, 60, 60)]


def test_what_failed_together_does_not_come_back_together():
    assert len({waits(3, key=delivery_key(str(n))) for n in range(20)}) == 20
    assert all(3.6 * MINUTE <= waits(3, key=delivery_key(str(n))) <= 4 * MINUTE for n in range(20))


@pytest.mark.parametrize(
    ("verdict", "age", "expected"),
    [
        pytest.param(replace(LATER, retry_after=10 * MINUTE), 0 * DAY, 10 * MINUTE, id="a target that asks for more time gets it"),
        pytest.param(replace(LATER, retry_after=90 * DAY), 0 * DAY, DAY, id="up to a day"),
        pytest.param(LATER, 8 * DAY, None, id="after a week it is given up"),
        pytest.param(replace(LATER, refusal="final"), 0 * DAY, None, id="a final refusal is given up at once"),
        pytest.param(replace(LATER, refusal="likely"), 0 * DAY, MINUTE, id="what looks like a wrong setting is tried"),
        pytest.param(replace(LATER, refusal="likely"), DAY, None, id="for a day"),
    ],
)
def test_when_a_refused_message_is_tried_again(verdict, age, expected):
    assert waits(1, verdict, NOON - age) == expected


@pytest.mark.parametrize(
    ("said", "rests"),
    [
        pytest.param([(A, SENT)], [None], id="a target that takes all has none"),
        pytest.param([(A, LATER), (B, LATER), (C, LATER)], [1, 2, 4], id="it doubles with each message that is not taken"),
        pytest.param([(f"{n:08}", LATER) for n in range(7)], [1, 2, 4, 8, 15, 15, 15], id="up to a quarter of an hour"),
        pytest.param([(A, LATER), (A, LATER), (B, SENT)], [1, 1, None], id="one that is wrong itself costs the others a minute"),
        pytest.param([(A, LATER), (B, LATER), (C, SENT), (D, LATER)], [1, 2, None, 1], id="once one is taken it begins anew"),
        pytest.param([(A, replace(LATER, retry_after=10 * MINUTE))], [10], id="who asks for more time gets it"),
        pytest.param([(A, replace(LATER, retry_after=90 * DAY))], [24 * 60], id="a day at most"),
        pytest.param([(A, replace(LATER, refusal="final"))], [None], id="a final refusal says nothing of the next message"),
    ],
)
def test_how_long_a_target_that_fails_is_left_alone(said, rests):
    rest, told = None, []
    for key, verdict in said:
        rest = rest_after(rest, key, verdict, NOON)
        told.append(rest and (rest.until - NOON) / MINUTE)
    assert told == pytest.approx(rests)


def test_a_key_is_the_same_for_ever_and_its_parts_cannot_run_together():
    assert delivery_key("baiterek#1", "push", "desk") == "669b378d12db0027bf761ea0e9541ddb"
    assert delivery_key("a", "b") != delivery_key("ab")
