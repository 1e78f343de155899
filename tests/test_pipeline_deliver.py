"""The deliver stage with a real archive, a real web-hook receiver and a real mail server."""

import json
import logging
import signal
import subprocess
import sys
import threading
from collections import Counter
from datetime import timedelta
from functools import partial
from itertools import pairwise
from pathlib import Path

import pytest
import sqlalchemy as sa

from monitor.adapters.channels import Channels
from monitor.domain.alerts.channel import Channel, DeliveryRules
from monitor.domain.alerts.delivery import Verdict
from monitor.pipeline.deliver import deliver
from monitor.store import outbox
from monitor.store.leases import LEASE
from monitor.store.tables import deliveries
from tests.alerts import DAY, MINUTE, NOON
from tests.archive import alert_of
from tests.local_mail import LocalMail

DESK = DeliveryRules(channels=(Channel("desk"),), fallback="terminal")
BOTH = DeliveryRules(channels=(Channel("desk"), Channel("phone")))
SENT = Verdict(True, "accepted")


def queue(db, rules, *keys):
    with db.begin() as tx:
        for key in keys:
            alert_of(tx, rules, key)


def states(db):
    with db.begin() as tx:
        return tx.execute(sa.select(deliveries.c.channel, deliveries.c.state).order_by(deliveries.c.id)).all()


def hook(web, path="/hook"):
    return web.url.replace("http://", "json://") + path


def sent_keys(web, path="/hook"):
    return [json.loads(asked.body)["key"] for asked in web.asked if asked.path == path]


def at(moment):
    return lambda: moment


class Recorder:
    """A target that answers as told, and remembers what it was sent."""

    def __init__(self, *answers):
        self.answers, self.sent = list(answers), []

    def __call__(self, channel, message):
        self.sent.append((channel, message.data.get("development", message.subject)))
        answer = self.answers.pop(0) if self.answers else SENT
        if isinstance(answer, Exception):
            raise answer
        return answer


def test_what_is_due_is_sent_once_and_counted(db, local_web):
    local_web.serve("/hook", "{}")
    queue(db, DESK, "baiterek#1", "baiterek#2")
    channels = Channels({"desk": hook(local_web)})
    assert deliver(db, channels.send, DESK, at(NOON)) == 2
    assert deliver(db, channels.send, DESK, at(NOON + DAY)) == 0
    assert states(db) == [("desk", "sent"), ("desk", "sent")]
    assert [json.loads(asked.body)["development"] for asked in local_web.asked] == ["baiterek#1", "baiterek#2"]


@pytest.mark.parametrize("status", [302, 404, 429, 500])
def test_nothing_counts_as_sent_that_was_not_accepted_and_every_try_has_the_same_key(db, local_web, status):
    local_web.serve("/hook", "{}", status, location="/elsewhere")
    local_web.serve("/elsewhere", "{}")
    queue(db, DESK, "baiterek#1")
    channels = Channels({"desk": hook(local_web)})
    deliver(db, channels.send, DESK, at(NOON))
    assert states(db) == [("desk", "pending")]
    local_web.serve("/hook", "{}")
    deliver(db, channels.send, DESK, at(NOON + 2 * MINUTE))
    assert states(db) == [("desk", "sent")]
    assert len(sent_keys(local_web)) == 2
    assert len(set(sent_keys(local_web))) == 1
    assert local_web.times("/elsewhere") == 0


def test_a_definite_refusal_is_given_up_and_told_on_the_fallback_channel(db, local_web):
    rules = DeliveryRules(channels=(Channel("desk"),), fallback="phone")
    local_web.serve("/hook", "what is this?", 400)
    local_web.serve("/phone", "{}")
    queue(db, rules, "baiterek#1")
    channels = Channels({"desk": hook(local_web), "phone": hook(local_web, "/phone")})
    deliver(db, channels.send, rules, at(NOON))
    deliver(db, channels.send, rules, at(NOON))
    assert states(db) == [("desk", "given up"), ("phone", "sent")]
    told = json.loads(local_web.asked[-1].body)
    assert told["title"].startswith("SYSTEM: messages to the channel desk cannot be delivered")
    assert "what is this?" in told["message"]


def test_one_bad_target_stops_no_other(db, local_web):
    with LocalMail() as mail:
        mail.refusals["reader@inbox.example"] = "451 come back"
        local_web.serve("/hook", "{}")
        queue(db, BOTH, "baiterek#1", "baiterek#2")
        channels = Channels({"desk": mail.url(), "phone": hook(local_web)})
        deliver(db, channels.send, BOTH, at(NOON))
        assert Counter(states(db)) == {("desk", "pending"): 2, ("phone", "sent"): 2}
        mail.refusals.clear()
        while deliver(db, channels.send, BOTH, at(NOON + 10 * MINUTE)):
            pass
        assert Counter(states(db)) == {("desk", "sent"): 2, ("phone", "sent"): 2}
        assert len(mail.mails) == 2


def test_a_slow_target_keeps_no_other_waiting(db):
    queue(db, BOTH, "baiterek#1")
    phone_was_served = threading.Event()

    def send(channel, _message):
        if channel == "phone":
            phone_was_served.set()
            return SENT
        return Verdict(phone_was_served.wait(20), "after the phone")

    deliver(db, send, BOTH, at(NOON))
    assert Counter(states(db)) == {("desk", "sent"): 1, ("phone", "sent"): 1}


def test_a_target_that_fails_is_left_alone_for_a_minute_and_loses_nothing(db):
    queue(db, BOTH, "baiterek#1", "baiterek#2", "baiterek#3")
    down = Recorder(Verdict(False, "error=503"))
    assert deliver(db, partial(_only, "desk", down), BOTH, at(NOON)) == 1 + 3
    assert down.sent == [("desk", "baiterek#1")]
    assert deliver(db, down, BOTH, at(NOON + MINUTE / 2)) == 0, "nor is it asked by the messages behind"
    assert deliver(db, down, BOTH, at(NOON + MINUTE)) == 3
    assert Counter(states(db)) == {("desk", "sent"): 3, ("phone", "sent"): 3}


def _only(name, target, channel, message):
    return target(channel, message) if channel == name else SENT


def test_fifty_messages_knock_at_a_dead_server_a_few_times_an_hour_and_go_out_once_it_is_back(db):
    queue(db, DESK, *(f"baiterek#{n}" for n in range(50)))
    down, knocks = Recorder(*[Verdict(False, "connection refused")] * 1000), []
    for minute in range(120):
        knocks += [minute] * deliver(db, down, DESK, at(NOON + minute * MINUTE))
    assert knocks[:5] == [0, 1, 3, 7, 15]
    assert {later - earlier for earlier, later in pairwise(knocks[4:])} <= {14, 15}
    down.answers.clear()
    assert deliver(db, down, DESK, at(NOON + 135 * MINUTE)) == 50


def test_a_heap_of_messages_for_a_target_that_is_down_keeps_no_other_waiting(db):
    queue(db, DESK, *(f"baiterek#{n}" for n in range(12)))
    queue(db, DeliveryRules(channels=(Channel("phone"),)), "proton#1")
    deliver(db, lambda channel, _: Verdict(channel == "phone", "so"), DESK, at(NOON), limit=5)
    assert Counter(states(db)) == {("desk", "pending"): 12, ("phone", "sent"): 1}


def test_a_message_that_is_refused_for_ever_holds_up_no_other(db):
    queue(db, DESK, "baiterek#1", "baiterek#2")
    picky = Recorder(Verdict(False, "554 spam", refusal="final"))
    assert deliver(db, picky, DESK, at(NOON)) == 2
    assert states(db)[:2] == [("desk", "given up"), ("desk", "sent")]


def test_a_fault_of_ours_costs_one_message_one_attempt(db, caplog):
    queue(db, BOTH, "baiterek#1")
    broken = Recorder(ZeroDivisionError("oops"))
    deliver(db, broken, BOTH, at(NOON))
    assert sorted(state for _, state in states(db)) == ["pending", "sent"]
    assert "could not be sent: ZeroDivisionError" in caplog.text


def test_a_crash_between_acceptance_and_commit_repeats_with_the_same_key(db, local_web):
    local_web.serve("/hook", "{}")
    queue(db, DESK, "baiterek#1")
    script = Path(__file__).with_name("deliver_and_die.py")
    arguments = [sys.executable, "-m", f"tests.{script.stem}", str(db.url), hook(local_web), NOON.isoformat()]
    died = subprocess.run(arguments, cwd=script.parents[1], timeout=60, check=False)
    assert died.returncode == -signal.SIGKILL
    assert states(db) == [("desk", "pending")]
    assert len(sent_keys(local_web)) == 1

    channels = Channels({"desk": hook(local_web)})
    assert deliver(db, channels.send, DESK, at(NOON + MINUTE)) == 0, "the lease of the dead one still holds"
    assert deliver(db, channels.send, DESK, at(NOON + LEASE)) == 1
    assert states(db) == [("desk", "sent")]
    assert len(sent_keys(local_web)) == 2
    assert len(set(sent_keys(local_web))) == 1


def test_two_deliverers_share_the_work_and_send_nothing_twice(db):
    queue(db, BOTH, *(f"baiterek#{n}" for n in range(20)))
    target = Recorder()
    threads = [threading.Thread(target=deliver, args=(db, target, BOTH, at(NOON)), kwargs={"limit": 15}) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    while deliver(db, target, BOTH, at(NOON)):
        pass
    assert len(target.sent) == len(set(target.sent)) == 40


def test_a_message_waits_for_its_time_and_after_a_week_of_trying_it_is_given_up(db):
    queue(db, DESK, "baiterek#1")
    now, tries = NOON, 0
    down = Recorder(*[Verdict(False, "connection refused")] * 1000)
    while now < NOON + timedelta(days=8):
        tries += deliver(db, down, DESK, at(now))
        now += timedelta(hours=1)
    assert ("desk", "given up") in states(db)
    assert 7 * 24 - 10 <= tries - 1 <= 7 * 24 + 30


def test_each_attempt_leaves_a_line_with_the_ids_in_the_log(db, caplog):
    caplog.set_level(logging.INFO)
    queue(db, DESK, "baiterek#1")
    with db.begin() as tx:
        [delivery] = outbox.claim_due(tx, NOON, 1)
        outbox.put_back(tx, [delivery])
    deliver(db, Recorder(Verdict(False, "error=503")), DESK, at(NOON))
    deliver(db, Recorder(), DESK, at(NOON + DAY))
    lines = [record.getMessage() for record in caplog.records if record.name == "monitor.pipeline.deliver"]
    assert lines == [
        f"pending delivery=1 key={delivery.key} channel=desk kind=alert development=baiterek#1 article=1 attempt=1: error=503",
        f"sent delivery=1 key={delivery.key} channel=desk kind=alert development=baiterek#1 article=1 attempt=2: accepted",
    ]
