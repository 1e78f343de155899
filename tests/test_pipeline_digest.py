"""Digests: everything since the last one, exactly once, whatever became of it."""

from dataclasses import replace
from datetime import timedelta

import pytest
import sqlalchemy as sa

from monitor.domain.alerts.channel import Channel, ChannelRoute, DeliveryRules
from monitor.domain.alerts.delivery import Verdict
from monitor.domain.alerts.message import message_from_dict
from monitor.domain.alerts.rendering.digests import render_digest
from monitor.domain.facts.facts import Fact, pack_fact
from monitor.domain.feeds.feed import Answer, FeedSettings, FeedState
from monitor.pipeline.deliver import deliver
from monitor.pipeline.digest import build_digest, preview_digest, queue_due
from monitor.store import baselines, digests, feeds, reviews, snoozes
from monitor.store.tables import deliveries, developments, facts, placements, storylines
from tests.alerts import ARTICLE, DAY, MINUTE, MOVED, NOON
from tests.archive import alert_of, place

HOUR = timedelta(hours=1)
DESK = Channel("desk", frozenset({"digest"}))
RULES = DeliveryRules(channels=(DESK, Channel("phone", frozenset({"push"}))))
SENT = Verdict(True, "accepted")
NEVER = Verdict(False, "550 no", refusal="final")


def tell(db, key, at=NOON, **changes):
    with db.begin() as tx:
        alert_of(tx, RULES, key, at=at, **({"level": "digest"} | changes))


def send_all(db, verdict, now):
    while deliver(db, lambda *_: verdict, RULES, lambda: now):
        pass


def told(message):
    return [one["development"] for one in message.data["developments"]]


def digests_of(db):
    with db.begin() as tx:
        return tx.execute(sa.select(deliveries).where(deliveries.c.kind == "digest").order_by(deliveries.c.id)).all()


def test_each_development_stands_in_exactly_one_digest(db):
    tell(db, "baiterek#1")
    tell(db, "baiterek#2", level="push")
    first = build_digest(db, RULES, DESK, NOON + HOUR)
    send_all(db, SENT, NOON + HOUR)
    tell(db, "baiterek#3", at=NOON + 2 * HOUR)
    second = build_digest(db, RULES, DESK, NOON + DAY)
    assert sorted(told(first)) == ["baiterek#1", "baiterek#2"]
    assert told(second) == ["baiterek#3"]


def test_a_development_names_all_who_have_told_it_by_the_time_of_the_digest(db):
    tell(db, "baiterek#1")
    with db.begin() as tx:
        again, _ = place(tx, "baiterek#2", article=replace(ARTICLE, publisher="TASS"), at=NOON + 20 * MINUTE, placement="repeat")
        first = sa.select(developments.c.id).where(developments.c.key == "baiterek#1").scalar_subquery()
        tx.execute(sa.update(placements).where(placements.c.article_id == again.id).values(development_id=first))
    said = preview(db, NOON + HOUR)
    assert [(one.publisher, one.at) for one in said.alerts[0].tellers] == [("Example News", NOON), ("TASS", NOON + 20 * MINUTE)]
    row = "Example News (en) 12:00, TASS (en) +0:20; 2 outlets, 2 origins: Example News, TASS"
    assert row in " ".join(render_digest(said, DESK).text.split())


def test_while_a_digest_is_on_its_way_no_other_is_made(db):
    tell(db, "baiterek#1")
    build_digest(db, RULES, DESK, NOON)
    send_all(db, Verdict(False, "error=503"), NOON)
    tell(db, "baiterek#2", at=NOON + HOUR)
    assert build_digest(db, RULES, DESK, NOON + DAY) is None
    send_all(db, SENT, NOON + DAY)
    assert told(build_digest(db, RULES, DESK, NOON + DAY)) == ["baiterek#2"]


def test_what_a_digest_held_that_was_given_up_stands_in_the_next(db):
    tell(db, "baiterek#1")
    build_digest(db, RULES, DESK, NOON)
    send_all(db, NEVER, NOON)
    tell(db, "baiterek#2", at=NOON + HOUR)
    after = build_digest(db, RULES, DESK, NOON + DAY)
    assert sorted(told(after)) == ["baiterek#1", "baiterek#2"]


def test_a_digest_says_how_many_messages_could_not_be_delivered(db):
    tell(db, "baiterek#1", level="push")
    deliver(db, lambda *_: NEVER, RULES, lambda: NOON)
    assert "1 message could not be delivered: monitor alerts failed" in build_digest(db, RULES, DESK, NOON + HOUR).text


def test_a_digest_counts_what_was_held_and_names_the_feeds_that_could_not_be_seen(db):
    with db.begin() as tx:
        feeds.sync(tx, [FeedSettings(f"https://example.org/{name}", name, name) for name in ("one", "two")], NOON - 2 * DAY)
        two = next(feed for feed in feeds.claim_due(tx, NOON - DAY, 10) if feed.settings.name == "two")
        feeds.save_polls(tx, [feeds.Poll(two, Answer(FeedState.ERROR, error="timed out"), NOON)], NOON)
    tell(db, "baiterek#1", level="store", placement="repeat", held="nothing new beside Interfax")
    tell(db, "baiterek#2", level="store", placement="repeat", held="nothing new beside TASS")
    tell(db, "baiterek#3", level="store", placement="copy", held="a copy of article 1")
    text = build_digest(db, RULES, DESK, NOON + HOUR).text
    assert "3: 2 repeats, 1 copy" in text
    assert "Feeds seen: 1 of 2.\nNot seen:  two: timed out, never seen" in text


def test_held_matches_are_counted_in_one_digest_only(db):
    tell(db, "baiterek#1", level="store", placement="repeat", held="nothing new")
    build_digest(db, RULES, DESK, NOON + HOUR)
    send_all(db, SENT, NOON + HOUR)
    assert "repeat" not in build_digest(db, RULES, DESK, NOON + 2 * HOUR).text


def test_digests_come_by_the_clock_and_only_to_channels_that_take_them(db):
    assert queue_due(db, RULES, lambda: NOON) == 0, "the first one comes at the next time, not at once"
    tell(db, "baiterek#1")
    assert queue_due(db, RULES, lambda: NOON + 18 * HOUR) == 0, "06:00"
    assert queue_due(db, RULES, lambda: NOON + 19 * HOUR) == 1, "07:00"
    send_all(db, SENT, NOON + 19 * HOUR)
    assert queue_due(db, RULES, lambda: NOON + 20 * HOUR) == 0, "once a day"
    assert queue_due(db, RULES, lambda: NOON + 44 * HOUR) == 1, "an empty day too"
    assert [row.channel for row in digests_of(db)] == ["desk", "desk"]
    assert "no developments" in digests_of(db)[1].message["subject"]


def test_a_host_that_slept_over_several_times_makes_one_digest(db):
    queue_due(db, RULES, lambda: NOON)
    assert queue_due(db, RULES, lambda: NOON + 5 * DAY) == 1
    send_all(db, SENT, NOON + 5 * DAY)
    assert queue_due(db, RULES, lambda: NOON + 5 * DAY + MINUTE) == 0


@pytest.mark.parametrize(
    "rules", [replace(RULES, channels=(replace(DESK, digests=()),)), replace(RULES, channels=(Channel("phone", frozenset({"push"})),))]
)
def test_who_wants_no_digest_gets_none(db, rules):
    queue_due(db, rules, lambda: NOON)
    assert queue_due(db, rules, lambda: NOON + 5 * DAY) == 0


def test_a_preview_sends_nothing_and_takes_nothing_from_the_real_one(db):
    tell(db, "baiterek#1")
    seen = preview_digest(db, RULES, DESK, NOON)
    assert told(seen) == ["baiterek#1"]
    assert digests_of(db) == []
    assert told(build_digest(db, RULES, DESK, NOON)) == ["baiterek#1"]


# ── beside the news ───────────────────────────────────────────────────────────


def fact_of(tx, article, day, text="22 March"):
    line = {"storyline_id": 1, "key": f"t:{day}", "slot": "date:launch", "text": text, "article_id": article.id, "at": article.first_seen}
    packed = pack_fact(Fact("date", (line["key"],), line["slot"], text, 1, "lead", False, True))
    tx.execute(sa.insert(facts).values(line | {"fact": packed, "source": article.publisher}))


def coming(db, now=NOON):
    return [(str(one.day), one.said, one.storyline_title) for one in preview(db, now).calendar]


def preview(db, now=NOON):
    with db.begin() as tx:
        return digests.period(tx, RULES, DESK, now)


def test_the_calendar_tells_what_was_said_of_the_next_fortnight(db):
    said = replace(ARTICLE, title="Progress waits", text="The launch is set for 22 March. More follows.")
    with db.begin() as tx:
        for key, day in (("baiterek#1", "2026-03-22"), ("baiterek#2", "2026-03-09"), ("baiterek#3", "2026-03-25")):
            fact_of(tx, alert_of(tx, RULES, key, article=said, level="digest"), day)
    assert coming(db) == [("2026-03-22", "The launch is set for 22 March.", "Baiterek")], "neither yesterday nor the 15th day"
    assert coming(db, NOON + DAY)[1][0] == "2026-03-25"


def test_of_two_days_in_one_sentence_the_later_one_holds(db):
    with db.begin() as tx:
        article = alert_of(tx, RULES, "baiterek#1", article=replace(ARTICLE, text="Put off from 20 March to 22 March."), level="digest")
        for day in ("2026-03-20", "2026-03-22"):
            fact_of(tx, article, day)
    assert [day for day, *_ in coming(db)] == ["2026-03-22"]


@pytest.mark.parametrize(
    ("old", "text", "kept"),
    [
        pytest.param("22 March", "It moves to April", [], id="a day"),
        pytest.param("21 to 22 March", "It moves to 21 March", [], id="one of two days"),
        pytest.param("21 to 22 March", "It moves to 22 March", ["2026-03-22"], id="not the one that stays"),
        pytest.param("22 марта", "It moves to April", [], id="in another language than that of the alert"),
        pytest.param("March", "It moves to April", ["2026-03-22"], id="a month is no day"),
    ],
)
def test_a_day_that_something_was_put_off_from_leaves_the_calendar(db, old, text, kept):
    with db.begin() as tx:
        fact_of(tx, alert_of(tx, RULES, "baiterek#1", level="digest"), "2026-03-22")
    assert len(coming(db)) == 1
    tell(db, "baiterek#2", novelties=(replace(MOVED, old=old, text=text),))
    assert [day for day, *_ in coming(db)] == kept


def test_storylines_that_stand_still_are_named(db):
    tell(db, "baiterek#1", at=NOON)
    with db.begin() as tx:
        tx.execute(sa.update(storylines).values(moved_at=NOON - 31 * DAY, dossier={"slug": "baiterek"}))
    assert [(one.slug, one.last_moved) for one in preview(db).quiet] == [("baiterek", NOON - 31 * DAY)]
    assert preview(db, NOON - 2 * DAY).quiet == []


def test_an_alert_that_a_person_found_wrong_is_told_once(db):
    with db.begin() as tx:
        wrong = alert_of(tx, RULES, "baiterek#1", level="digest")
    build_digest(db, RULES, DESK, NOON)
    send_all(db, SENT, NOON)
    with db.begin() as tx:
        reviews.give(tx, reviews.Given(wrong.id, "not-relevant"), NOON + HOUR)
    [told_wrong] = preview(db, NOON + 2 * HOUR).amended
    assert (told_wrong.verdict, told_wrong.url) == ("not-relevant", wrong.url)
    assert told_wrong.effects
    build_digest(db, RULES, DESK, NOON + 2 * HOUR)
    send_all(db, SENT, NOON + 2 * HOUR)
    assert preview(db, NOON + 3 * HOUR).amended == []


@pytest.mark.parametrize(("verdict", "kept"), [("not-relevant", []), ("not-new", []), ("relevant", ["baiterek#1"])])
def test_what_a_person_withdrew_before_the_digest_is_no_development_of_it(db, verdict, kept):
    with db.begin() as tx:
        wrong = alert_of(tx, RULES, "baiterek#1", level="digest")
        reviews.give(tx, reviews.Given(wrong.id, verdict), NOON + HOUR)
    period = preview(db, NOON + 2 * HOUR)
    assert [one.key for one in period.alerts] == kept
    assert len(period.amended) == 1 - len(kept), "it is told as corrected"


def test_a_snoozed_storyline_stands_in_the_digest_and_is_named_there(db):
    both = replace(RULES, channels=(replace(DESK, levels=frozenset({"push", "digest"})),))
    with db.begin() as tx:
        alert_of(tx, both, "baiterek#1")
        snoozes.snooze(tx, "baiterek", NOON + DAY, NOON)
        alert_of(tx, both, "baiterek#2", at=NOON + MINUTE)
        alert_of(tx, both, "baiterek#3", at=NOON + DAY)
        states = tx.execute(sa.select(deliveries.c.state).order_by(deliveries.c.id)).scalars().all()
    assert states == ["pending", "moved", "pending"]
    period = preview(db, NOON + HOUR)
    assert dict(period.moved) == {"baiterek#2": "its storyline is snoozed until 2026-03-11 12:00"}
    assert dict(period.snoozed) == {"Baiterek": NOON + DAY}


def test_a_new_channel_hears_of_what_comes_and_not_of_years_past(db):
    tell(db, "baiterek#1")
    queue_due(db, RULES, lambda: NOON + MINUTE)
    tell(db, "baiterek#2", at=NOON + HOUR)
    assert queue_due(db, RULES, lambda: NOON + DAY) == 1
    assert told(message_from_dict(digests_of(db)[0].message)) == ["baiterek#2"]


def test_a_digest_holds_what_its_channel_is_led_to(db):
    routed = replace(RULES, routes=(ChannelRoute(("desk",), storylines=("proton",)),))
    tell(db, "baiterek#1")
    tell(db, "proton#1", storyline="proton", storyline_title="Proton")
    assert told(build_digest(db, routed, DESK, NOON)) == ["proton#1"]


def test_a_channel_of_another_topic_gets_no_digest_and_no_summary_of_a_first_look(db):
    shared = replace(RULES, routes=(ChannelRoute(("desk",), topics=frozenset({"uranium"})),), topic="baikonur")
    queue_due(db, RULES, lambda: NOON)
    assert queue_due(db, shared, lambda: NOON + 2 * DAY) == 0
    with db.begin() as tx:
        baselines.queue_summary(tx, shared, [], NOON)
        assert tx.execute(sa.select(deliveries.c.channel)).scalars().all() == ["phone"]
    assert queue_due(db, replace(shared, topic="uranium"), lambda: NOON + 2 * DAY) == 1, "from its own it does"


def test_another_schedule_loses_nothing_and_tells_nothing_twice(db):
    weekly = replace(RULES, channels=(replace(DESK, digests=("0 15 * * fri",)),))
    queue_due(db, RULES, lambda: NOON)
    tell(db, "baiterek#1")
    assert queue_due(db, RULES, lambda: NOON + 19 * HOUR) == 1
    send_all(db, SENT, NOON + 19 * HOUR)
    tell(db, "baiterek#2", at=NOON + 20 * HOUR)
    friday = NOON.replace(day=13, hour=15)
    assert queue_due(db, weekly, lambda: friday - MINUTE) == 0
    assert queue_due(db, weekly, lambda: friday) == 1
    assert [told(message_from_dict(row.message)) for row in digests_of(db)] == [["baiterek#1"], ["baiterek#2"]]
