"""The outbox: alerts and deliveries are written with the placement, claimed with a lease, settled by the target's verdict."""

from dataclasses import replace
from datetime import time, timedelta

import pytest
import sqlalchemy as sa

from monitor.domain.alerts.channel import Channel, DeliveryRules, QuietHours
from monitor.domain.alerts.delivery import Verdict, delivery_key
from monitor.domain.feeds.feed import FeedSettings
from monitor.domain.judging.placing import EVERY_MATCH
from monitor.store import alerts as store
from monitor.store import baselines, feeds, outbox, snoozes
from monitor.store.tables import alerts, deliveries, entries, placements, storylines
from tests.alerts import ARTICLE, DAY, MATCH, MINUTE, MOVED, NOON, alert
from tests.archive import alert_of, place

HOUR = timedelta(hours=1)
RULES = DeliveryRules(
    channels=(Channel("desk"), Channel("phone", frozenset({"push"})), Channel("weekly", frozenset({"digest"}))), instance="desk.example"
)
SENT = Verdict(True, "accepted")
LATER = Verdict(False, "error=503")
NEVER = Verdict(False, "550 no such user", refusal="final")
NIGHT = replace(RULES, channels=(Channel("desk", quiet=QuietHours(time(11), time(13))),))


@pytest.fixture
def tx(db):
    with db.begin() as transaction:
        yield transaction


def rows(tx, table=deliveries):
    return tx.execute(sa.select(table).order_by(table.c.id)).all()


def held(tx, article):
    return tx.execute(sa.select(placements.c.held).where(placements.c.article_id == article.id)).scalar()


def claimed(tx, now=NOON):
    return [outbox.begin_attempt(tx, delivery, now) for delivery in outbox.claim_due(tx, now, 50)]


# ── writing ───────────────────────────────────────────────────────────────────


def test_a_push_is_one_alert_with_a_delivery_for_each_channel_that_takes_it(tx):
    told = alert_of(tx, RULES, "baiterek#1")
    [alert] = rows(tx, alerts)
    assert (alert.level, alert.article_id, alert.key, alert.alert["key"]) == ("push", told.id, "baiterek#1", "baiterek#1")
    assert [(r.channel, r.kind, r.state, r.alert_id) for r in rows(tx)] == [
        ("desk", "alert", "pending", 1),
        ("phone", "alert", "pending", 1),
    ]
    assert [r.key for r in rows(tx)] == [delivery_key("baiterek#1", "push", name, told.url) for name in ("desk", "phone")]
    assert {r.message["key"] for r in rows(tx)} == {r.key for r in rows(tx)}
    assert held(tx, told) is None


def test_a_digest_alert_waits_for_the_digest(tx):
    alert_of(tx, RULES, "baiterek#1", level="digest")
    assert [row.level for row in rows(tx, alerts)] == ["digest"]
    assert rows(tx) == []


def test_without_channels_the_terminal_takes_everything(tx):
    alert_of(tx, replace(RULES, channels=()), "baiterek#1")
    assert [row.channel for row in rows(tx)] == ["terminal"]


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        pytest.param({"article": replace(ARTICLE, baseline=True)}, "baseline", id="a first look"),
        pytest.param({"article": replace(ARTICLE, seed="s1")}, "seed", id="a seed"),
        pytest.param({"level": "store", "held": "routine"}, "routine", id="what is only kept"),
        pytest.param({"held": "snoozed"}, "snoozed", id="what placing holds back"),
    ],
)
def test_what_does_not_alert_is_held_with_its_reason(tx, changes, reason):
    told = alert_of(tx, RULES, "baiterek#1", **changes)
    assert (rows(tx, alerts), rows(tx), held(tx, told)) == ([], [], reason)


@pytest.mark.parametrize("second", ["push", "digest"])
def test_a_development_that_pushed_alerts_no_more(tx, second):
    alert_of(tx, RULES, "baiterek#1")
    other, decision = place(tx, "baiterek#2")
    store.make_queue(RULES)(tx, other, MATCH, replace(decision, development="baiterek#1", level=second), NOON)
    assert len(rows(tx, alerts)) == 1
    assert len(rows(tx)) == 2
    assert held(tx, other) == "its development has alerted already"


def test_who_asked_for_every_match_hears_of_one_that_repeats_and_of_one_that_tells_nothing(tx):
    first = alert_of(tx, RULES, "baiterek#1")
    repeat, decision = place(tx, "baiterek#2", placement="repeat", novelties=())
    background, _ = place(tx, "baiterek#3", placement="background", novelties=())
    queue = store.make_queue(RULES)
    for _ in range(2):
        queue(tx, repeat, MATCH, replace(decision, development="baiterek#1"), NOON)
        queue(tx, background, MATCH, replace(decision, placement="background", development=None), NOON)
    told = [(row.article_id, row.key, row.development_id) for row in rows(tx, alerts)]
    assert told == [
        (first.id, "baiterek#1", 1),
        (repeat.id, f"baiterek#1~{repeat.id}", 1),
        (background.id, f"article#{background.id}", None),
    ]
    assert [row.message["data"]["development"] for row in rows(tx)][::2] == ["baiterek#1", "baiterek#1", None]
    assert len({row.key for row in rows(tx)}) == 6
    assert [one["development"] for one in store.list_alerts(tx)] == [None, "baiterek#1", "baiterek#1"]


def test_placement_alert_and_deliveries_are_kept_together_or_not_at_all(db):
    with db.connect() as connection:
        power_fails = connection.begin()
        alert_of(connection, RULES, "baiterek#1")
        power_fails.rollback()
    with db.begin() as tx:
        assert (rows(tx, alerts), rows(tx), tx.execute(sa.select(placements)).all()) == ([], [], [])


def test_a_push_in_quiet_hours_is_due_at_their_end_and_says_so(tx):
    alert_of(tx, NIGHT, "baiterek#1")
    [row] = rows(tx)
    assert (row.due_at, row.reason) == (NOON + HOUR, "held in quiet hours until 13:00")
    assert row.reason in row.message["text"]
    assert outbox.claim_due(tx, NOON, 10) == []


def test_a_single_push_that_waited_goes_as_it_is(tx):
    alert_of(tx, NIGHT, "baiterek#1")
    assert [row.state for row in rows(tx)] == ["waiting"]
    assert outbox.release_waiting(tx, NIGHT, NOON + HOUR - MINUTE) == 0
    assert outbox.release_waiting(tx, NIGHT, NOON + HOUR) == 1
    [delivery] = outbox.claim_due(tx, NOON + HOUR, 10)
    assert delivery.message.data["development"] == "baiterek#1"


@pytest.mark.parametrize(("verdict", "state"), [(SENT, "sent"), (NEVER, "given up")])
def test_several_pushes_that_waited_go_as_one_message_and_share_its_fate(tx, verdict, state):
    for n in range(3):
        alert_of(tx, NIGHT, f"baiterek#{n}")
    for _ in range(2):
        outbox.release_waiting(tx, NIGHT, NOON + HOUR)
    [delivery] = claimed(tx, NOON + HOUR)
    assert delivery.kind == "released"
    assert delivery.message.subject == "3 alerts from quiet hours: first launch in March 2026"
    assert [told["development"] for told in delivery.message.data["developments"]] == ["baiterek#0", "baiterek#1", "baiterek#2"]
    assert [row.state for row in rows(tx)] == ["joined", "joined", "joined", "pending"]
    outbox.settle(tx, delivery, verdict, NIGHT, NOON + HOUR)
    assert [row.state for row in rows(tx)][:4] == [state] * 4


def test_over_the_budget_of_the_day_pushes_go_to_the_digest_of_that_channel_and_say_so(tx):
    tight = replace(RULES, channels=(Channel("desk", budget=2), Channel("phone")))
    for n, at in enumerate((NOON - DAY, NOON, NOON + MINUTE, NOON + 2 * MINUTE)):
        alert_of(tx, tight, f"baiterek#{n}", at=at)
    assert [(row.channel, row.state) for row in rows(tx)][:6] == [("desk", "pending"), ("phone", "pending")] * 3, "yesterday's is none"
    over, other = rows(tx)[6:]
    assert (over.channel, over.state, over.reason) == ("desk", "moved", "over the budget of 2 pushes a day")
    assert (other.channel, other.state) == ("phone", "pending")
    assert "desk" not in {delivery.channel for delivery in outbox.claim_due(tx, NOON + DAY, 10) if delivery.key == over.key}


@pytest.mark.parametrize("taken", [True, False], ids=["the target takes them", "the target takes nothing"])
def test_beyond_its_burst_pushes_to_a_channel_come_together_thirty_in_a_message_and_a_message_a_minute(tx, taken):
    shy = replace(RULES, channels=(Channel("desk", burst=2), Channel("hook")))
    at = NOON if taken else NOON - DAY  # what was refused for a day is as much in the way as what came just now
    for n in range(2):
        alert_of(tx, shy, f"baiterek#{n}", at=at)
    if taken:
        for delivery in outbox.claim_due(tx, NOON, 10):
            outbox.settle(tx, delivery, SENT, shy, NOON)
    for n in range(2, 34):
        alert_of(tx, shy, f"baiterek#{n}")
    waiting = [row for row in rows(tx) if row.state == "waiting"]
    assert {(row.channel, row.due_at, row.reason) for row in waiting} == {("desk", NOON + MINUTE, "one of more than 2 at once")}
    if not taken:
        outbox.release_waiting(tx, shy, NOON + MINUTE)
        assert not [row for row in rows(tx) if row.kind == "released"], "they wait for those before them"
        for delivery in outbox.claim_due(tx, NOON + MINUTE, 10):
            outbox.settle(tx, delivery, SENT, shy, NOON)
        tx.execute(sa.update(deliveries).where(deliveries.c.state == "waiting").values(due_at=NOON + MINUTE))
    assert outbox.release_waiting(tx, shy, NOON + MINUTE) == 32
    released = [row for row in rows(tx) if row.kind == "released"]
    assert [(len(row.message["data"]["joined"]), row.due_at) for row in released] == [(30, NOON + MINUTE), (2, NOON + 2 * MINUTE)]
    assert released[0].message["subject"].startswith("30 alerts together: ")
    alert_of(tx, shy, "baiterek#34")
    outbox.release_waiting(tx, shy, NOON + MINUTE)
    [late] = [row for row in rows(tx) if row.state == "waiting"]
    assert late.due_at == NOON + 3 * MINUTE, "behind the others"
    assert outbox.release_waiting(tx, shy, NOON + 6 * HOUR) == 1
    assert [row.state for row in rows(tx) if row.id == late.id] == ["pending"], "whatever is in its way"


def test_a_target_that_asks_for_time_is_left_alone_by_all_messages_to_it_until_a_person_says_otherwise(tx):
    for n in range(2):
        alert_of(tx, RULES, f"baiterek#{n}")
    for delivery in outbox.claim_due(tx, NOON, 1):
        busy = replace(LATER, retry_after=10 * MINUTE) if delivery.channel == "desk" else SENT
        outbox.settle(tx, delivery, busy, RULES, NOON)

    def takers(at):
        claimed_now = outbox.claim_due(tx, at, 10)
        outbox.put_back(tx, claimed_now)
        return [delivery.channel for delivery in claimed_now]

    assert "desk" not in takers(NOON + 9 * MINUTE)
    foretold = {name: told for name, _, told in store.where_to(tx, alert(), RULES, NOON + MINUTE)}
    assert foretold["desk"].endswith("takes everything; but its target failed, and is left alone until 2026-03-10 12:10")
    assert "left alone" not in foretold["phone"] + foretold["weekly"]
    assert takers(NOON + 10 * MINUTE).count("desk") == 2
    outbox.retry(tx, NOON)
    assert takers(NOON).count("desk") == 2


def test_after_a_burst_a_push_goes_at_once_again(tx):
    shy = replace(RULES, channels=(Channel("desk", burst=2),))
    for n in range(2):
        alert_of(tx, shy, f"baiterek#{n}")
    for delivery in outbox.claim_due(tx, NOON, 10):
        outbox.settle(tx, delivery, SENT, shy, NOON)
    alert_of(tx, shy, "baiterek#3", at=NOON + 9 * MINUTE)
    alert_of(tx, shy, "baiterek#4", at=NOON + 10 * MINUTE)
    assert [row.state for row in rows(tx)] == ["sent", "sent", "waiting", "pending"]


# ── update, correct, snooze ───────────────────────────────────────────────────

DESK = replace(RULES, channels=(Channel("desk"),))
ADDED = (replace(MOVED, old=None),)


def continued(tx, rules, key, of, **changes):
    return alert_of(tx, rules, key, of=of.id, **({"at": NOON + 2 * HOUR, "novelties": ADDED} | changes))


def test_what_adds_to_a_development_that_was_pushed_stands_in_the_digest_and_names_it(tx):
    first = alert_of(tx, DESK, "baiterek#1")
    continued(tx, DESK, "baiterek#2", first)
    second = rows(tx, alerts)[1]
    assert (second.level, second.alert["updates"]["key"], len(rows(tx))) == ("digest", "baiterek#1", 1)
    continued(tx, DESK, "baiterek#3", first, watched=("ban",))
    third = rows(tx)[-1].message
    assert (third["data"]["updates"], third["parent"]) == ("baiterek#1", rows(tx)[0].key), "it answers the first in the mail program"
    continued(tx, DESK, "baiterek#4", first, at=NOON + 9 * HOUR)
    assert rows(tx, alerts)[-1].level == "push", "later it is news of its own"


def test_who_asked_for_every_match_gets_updates_too(tx):
    first = alert_of(tx, DESK, "baiterek#1")
    continued(tx, DESK, "baiterek#2", first, reasons=(EVERY_MATCH,))
    assert [row.level for row in rows(tx, alerts)] == ["push", "push"]


def test_a_correction_of_our_own_alert_says_so_and_answers_it(tx):
    first = alert_of(tx, DESK, "baiterek#1")
    wrong = (replace(MOVED, kind="correction", old_article=first.id),)
    alert_of(tx, DESK, "baiterek#2", at=NOON + 9 * DAY, level="digest", novelties=wrong)
    correction = rows(tx)[-1]
    assert (correction.kind, correction.message["data"]["message_kind"], correction.message["parent"]) == (
        "correction",
        "correction",
        rows(tx)[0].key,
    )
    assert correction.message["data"]["corrects"] == "baiterek#1"


def test_a_snoozed_storyline_waits_where_there_is_no_digest_and_goes_out_when_it_wakes(tx):
    pushes = replace(RULES, channels=(Channel("desk", frozenset({"push"})),))
    place(tx, "baiterek#0")
    snoozes.snooze(tx, "baiterek", NOON + 9 * DAY, NOON)
    for n in (1, 2):
        alert_of(tx, pushes, f"baiterek#{n}")
    assert [row.state for row in rows(tx)] == ["waiting"] * 2
    assert outbox.release_waiting(tx, pushes, NOON + DAY) == 0
    snoozes.wake(tx, "baiterek", NOON + DAY)
    assert outbox.release_waiting(tx, pushes, NOON + DAY) == 2
    assert [row.kind for row in rows(tx)] == ["alert", "alert", "released"]
    assert snoozes.until(tx, "baiterek", "desk") is None


def baseline_of(tx):
    feeds.sync(tx, [FeedSettings("https://example.org/1", "one", "One")], NOON)
    quiet = replace(ARTICLE, baseline=True)
    told = [
        alert_of(tx, RULES, "baiterek#1", article=quiet),
        alert_of(tx, RULES, "baiterek#2", article=quiet, level="store", held="repeat"),
    ]
    base = {"feed_id": 1, "title": "t", "summary": "", "content": "", "baseline": True, "state": "read", "attempts": 0}
    times = {"first_seen_at": NOON, "due_at": NOON}
    tx.execute(sa.update(storylines).values(dossier={"slug": "baiterek"}))
    tx.execute(sa.insert(entries), [{**base, **times, "article_id": one.id} for one in told] + [{**base, **times, "article_id": None}])


def test_a_first_look_is_one_message_for_each_channel_however_often_it_is_queued(tx):
    baseline_of(tx)
    summary = baselines.queue_summary(tx, RULES, [1], NOON)
    baselines.queue_summary(tx, RULES, [1], NOON + MINUTE)
    assert (summary.feeds, summary.entries, summary.matches) == (1, 3, 2)
    assert (dict(summary.storylines), dict(summary.held)) == ({"Baiterek": 1}, {"baseline": 1, "repeat": 1})
    assert [(row.channel, row.kind) for row in rows(tx)] == [("desk", "baseline"), ("phone", "baseline"), ("weekly", "baseline")]
    assert "First look at 1 feed: 3 entries kept, 2 matches" in rows(tx)[0].message["subject"]


def test_a_first_look_names_no_storyline_that_bears_the_title_of_an_article(tx):
    baseline_of(tx)
    tx.execute(sa.update(storylines).values(dossier=None))
    assert dict(baselines.summary(tx, [1]).storylines) == {"storylines that no dossier tells of": 1}


# ── sending ───────────────────────────────────────────────────────────────────


def test_a_claimed_delivery_is_nobody_elses_until_its_lease_ends_and_keeps_its_key(tx):
    alert_of(tx, replace(RULES, channels=(Channel("desk"),)), "baiterek#1")
    [first] = outbox.claim_due(tx, NOON, 10)
    assert outbox.claim_due(tx, NOON + MINUTE, 10) == []
    [second] = outbox.claim_due(tx, NOON + HOUR, 10)
    assert (second.key, second.message) == (first.key, first.message)
    assert second.lease != first.lease


def test_a_late_finisher_without_the_lease_is_refused(tx):
    alert_of(tx, replace(RULES, channels=(Channel("desk"),)), "baiterek#1")
    [slow] = claimed(tx)
    [other] = claimed(tx, NOON + HOUR)
    assert outbox.settle(tx, slow, LATER, RULES, NOON + HOUR) == "lost"
    assert outbox.begin_attempt(tx, slow, NOON + HOUR) is None
    assert outbox.settle(tx, other, SENT, RULES, NOON + HOUR) == "sent"
    assert outbox.settle(tx, slow, SENT, RULES, NOON + HOUR) == "lost"


def test_what_was_accepted_is_sent_and_never_claimed_again(tx):
    alert_of(tx, RULES, "baiterek#1")
    for delivery in claimed(tx):
        assert outbox.settle(tx, delivery, SENT, RULES, NOON) == "sent"
    assert [(r.state, r.sent_at, r.verdict, r.attempts) for r in rows(tx)] == [("sent", NOON, "accepted", 1)] * 2
    assert outbox.claim_due(tx, NOON + DAY, 10) == []
    assert outbox.counts(tx) == {"sent": 2}


def test_a_refused_delivery_waits_longer_and_longer(tx):
    alert_of(tx, replace(RULES, channels=(Channel("desk"),)), "baiterek#1")
    now, waits = NOON, []
    for _ in range(8):
        [delivery] = claimed(tx, now)
        assert outbox.settle(tx, delivery, LATER, RULES, now) == "pending"
        due = rows(tx)[0].due_at
        waits.append((due - now) / MINUTE)
        now = due
    assert all(0.9 * n <= wait <= n for wait, n in zip(waits, (1, 2, 4, 8, 16, 32, 60, 60), strict=True))
    assert rows(tx)[0].attempts == 8


@pytest.mark.parametrize(
    ("verdict", "after"),
    [
        pytest.param(NEVER, timedelta(0), id="a definite refusal is given up at once"),
        pytest.param(LATER, 7 * DAY, id="anything else after a week"),
    ],
)
def test_a_delivery_that_is_given_up_is_told_on_the_fallback_channel_once(tx, verdict, after):
    rules = replace(RULES, channels=(Channel("desk"),), fallback="phone")
    for n in range(3):
        alert_of(tx, rules, f"baiterek#{n}")
    for delivery in claimed(tx, NOON + after):
        assert outbox.settle(tx, delivery, verdict, rules, NOON + after) == "given up"
    told = [row for row in rows(tx) if row.kind == "operations"]
    assert [row.channel for row in told] == ["phone"]
    assert "messages to the channel desk cannot be delivered" in told[0].message["subject"]
    assert verdict.text in told[0].message["text"]
    assert outbox.counts(tx) == {"given up": 3, "pending": 1}


def test_trouble_with_the_fallback_channel_is_not_told_on_it(tx):
    rules = replace(RULES, channels=(Channel("desk"),), fallback="desk")
    alert_of(tx, rules, "baiterek#1")
    [delivery] = claimed(tx)
    outbox.settle(tx, delivery, NEVER, rules, NOON)
    assert [row.kind for row in rows(tx)] == ["alert"]


def test_what_was_not_tried_is_given_back_untouched(tx):
    alert_of(tx, RULES, "baiterek#1")
    outbox.put_back(tx, outbox.claim_due(tx, NOON, 10))
    assert [(row.attempts, row.lease) for row in rows(tx)] == [(0, None)] * 2
    assert len(outbox.claim_due(tx, NOON, 10)) == 2


def test_the_only_process_may_take_back_what_a_dead_one_held(tx):
    alert_of(tx, RULES, "baiterek#1")
    claimed(tx)
    outbox.release_all(tx)
    assert len(outbox.claim_due(tx, NOON, 10)) == 2


# ── looking ───────────────────────────────────────────────────────────────────


def test_alerts_are_listed_with_their_deliveries_the_newest_first(tx):
    alert_of(tx, RULES, "baiterek#1")
    alert_of(tx, RULES, "proton#1", storyline="proton", storyline_title="Proton")
    listed = store.list_alerts(tx)
    assert [(one["development"], one["storyline"]) for one in listed] == [("proton#1", "proton"), ("baiterek#1", "baiterek")]
    assert [one["channel"] for one in listed[0]["deliveries"]] == ["desk", "phone"]
    assert listed[1]["subject"].startswith("first launch in March 2026")
    assert [one["development"] for one in store.list_alerts(tx, storyline="baiterek")] == ["baiterek#1"]


def test_failed_deliveries_are_listed_and_tried_again_when_asked(tx):
    rules = replace(RULES, channels=(Channel("desk"),))
    for n in range(3):
        alert_of(tx, rules, f"baiterek#{n}")
    given_up, refused, fine = claimed(tx)
    outbox.settle(tx, given_up, NEVER, rules, NOON)
    outbox.settle(tx, refused, LATER, rules, NOON)
    outbox.settle(tx, fine, SENT, rules, NOON)
    failed = [one for one in outbox.list_failed(tx) if one["kind"] == "alert"]
    assert [(one["id"], one["state"], one["verdict"]) for one in failed] == [
        (given_up.id, "given up", "550 no such user"),
        (refused.id, "pending", "error=503"),
    ]
    later = NOON + 8 * DAY
    assert outbox.retry(tx, later, ids=[given_up.id]) == 1
    assert outbox.retry(tx, later) == 2
    again = [delivery for delivery in claimed(tx, later) if delivery.kind == "alert"]
    assert {delivery.key for delivery in again} == {given_up.key, refused.key}
    assert outbox.settle(tx, again[0], LATER, rules, later) == "pending", "the patience began anew"


def test_a_message_of_any_kind_is_queued_once(tx):
    alert_of(tx, replace(RULES, channels=(Channel("desk"),)), "baiterek#1")
    [delivery] = outbox.claim_due(tx, NOON, 1)
    message = replace(delivery.message, key="k" * 32)
    assert outbox.queue_message(tx, "phone", "operations", message, NOON)
    assert not outbox.queue_message(tx, "phone", "operations", message, NOON)
