"""Jobs are put by the transaction that makes them needed, one of each name waits, and none is lost with its worker."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
import sqlalchemy as sa

from monitor.domain.alerts.message import Message
from monitor.domain.feeds.feed import Entry, FeedSettings
from monitor.domain.feeds.identity import usable_keys
from monitor.store import articles, entries, feeds, matches, outbox, queue, sweep
from monitor.store.queue import Job
from monitor.store.tables import entries as entries_table
from tests.alerts import ARTICLE, MATCH

NOON = datetime(2026, 11, 9, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)
FEED = FeedSettings("https://wire.example/feed", "wire", "Wire", every=HOUR)
NOBODY = timedelta(0)  # so silent is everybody


@pytest.fixture
def tx(postgresql):
    with postgresql.begin() as transaction:
        feeds.sync(transaction, [FEED], NOON)
        yield transaction


def waiting(tx):
    """The names of the jobs that wait, and what each keeps others from."""
    return dict(tx.exec_driver_sql("SELECT queueing_lock, lock FROM procrastinate_jobs WHERE status = 'todo' ORDER BY id").all())


def begin(tx, name, *, alive=True, just_now=False):
    """Let a worker begin a job, long ago or just now."""
    beat = NOON if not alive else datetime.now(UTC) + HOUR
    statement = "INSERT INTO procrastinate_workers (last_heartbeat) VALUES (%(beat)s) RETURNING id"
    worker = tx.exec_driver_sql(statement, {"beat": beat}).scalar()
    tx.exec_driver_sql(
        "UPDATE procrastinate_jobs SET status = 'doing', worker_id = %(worker)s WHERE queueing_lock = %(name)s",
        {"worker": worker, "name": name},
    )
    if not just_now:
        tx.exec_driver_sql("UPDATE procrastinate_events SET at = %(noon)s", {"noon": NOON})


def list_entry(tx, number, link):
    entry = Entry(f"guid {number}", link, f"Story {number}", "")
    (kept,) = entries.save(tx, [entries.Listed(feeds.list_feeds(tx)[0], usable_keys(FEED.url, [entry]))], NOON)
    return kept


def test_of_one_name_one_job_waits_and_another_may_while_it_is_worked_on(tx):
    queue.put(tx, [queue.polling(7, "wire.example"), queue.polling(7, "wire.example"), queue.polling(8, "wire.example")])
    queue.put(tx, [queue.polling(7, "wire.example")])
    assert waiting(tx) == {"feed:7": "host:wire.example", "feed:8": "host:wire.example"}
    begin(tx, "feed:7")
    queue.put(tx, [queue.polling(7, "wire.example")])
    assert sorted(waiting(tx)) == ["feed:7", "feed:8"]


def test_a_job_is_put_with_the_rows_that_it_is_about_or_not_at_all(postgresql):
    with postgresql.connect() as tx:
        feeds.sync(tx, [FEED], NOON)
        list_entry(tx, 1, "https://wire.example/1")
        assert waiting(tx) == {"pages:wire.example": "host:wire.example"}
        tx.rollback()
    with postgresql.begin() as tx:
        assert waiting(tx) == {}


def test_each_stage_hands_on_to_the_next(tx):
    list_entry(tx, 1, "https://paper.example/1")
    list_entry(tx, 2, None)
    assert waiting(tx) == {"pages:paper.example": "host:paper.example", "pages:wire.example": "host:wire.example"}
    article = articles.save(tx, ARTICLE)
    share = f"articles:{article % queue.SHARES}"
    assert waiting(tx)[share] == share
    found = articles.find(tx, article)
    assert matches.save_match(tx, found, MATCH, NOON)
    assert waiting(tx)["matches"] == "matches"
    outbox.queue_message(tx, "desk", "digest", Message("key", "Subject", "text", "<p>text</p>"), NOON)
    assert waiting(tx)["channel:desk"] == "channel:desk"


def test_the_sweep_finds_what_is_due_whoever_wrote_it(tx):
    list_entry(tx, 1, "https://paper.example/1")
    list_entry(tx, 2, "https://paper.example/2")
    article = articles.save(tx, ARTICLE)
    assert matches.save_match(tx, articles.find(tx, article), MATCH, NOON)
    outbox.queue_message(tx, "desk", "digest", Message("key", "Subject", "text", "<p>text</p>"), NOON)
    later = articles.save(tx, replace(ARTICLE, url="https://news.example/later"))
    tx.exec_driver_sql("DELETE FROM procrastinate_jobs")
    sweep.sweep(tx, NOON)
    every = {"feed:1", "pages:paper.example", f"articles:{later % queue.SHARES}", "matches", "channel:desk"}
    assert set(waiting(tx)) == every
    sweep.sweep(tx, NOON)
    assert set(waiting(tx)) == every


def test_the_sweep_leaves_what_is_held_and_what_is_not_due(tx):
    list_entry(tx, 1, "https://paper.example/1")
    tx.exec_driver_sql("DELETE FROM procrastinate_jobs")
    assert feeds.claim_due(tx, NOON, 10)
    assert entries.claim_unread(tx, NOON, 10)
    sweep.sweep(tx, NOON)
    assert waiting(tx) == {}
    sweep.sweep(tx, NOON + HOUR)
    assert set(waiting(tx)) == {"feed:1", "pages:paper.example"}, "the leases have ended"


def test_a_host_with_many_feeds_does_not_fill_the_queue(tx):
    listed = [FeedSettings(f"https://many.example/{n}", f"many {n}", "Many") for n in range(3 * sweep.OF_A_HOST)]
    feeds.sync(tx, [FEED, *listed], NOON)
    sweep.sweep(tx, NOON)
    assert list(waiting(tx).values()).count("host:many.example") == sweep.OF_A_HOST
    assert list(waiting(tx).values()).count("host:wire.example") == 1


def test_a_job_takes_over_what_was_held_under_its_name_and_nothing_else(tx):
    list_entry(tx, 1, "https://paper.example/1")
    list_entry(tx, 2, "https://wire.example/2")
    (dead,) = entries.claim_unread(tx, NOON, 10, queue.reading("paper.example"))
    (other,) = entries.claim_unread(tx, NOON, 10)
    (taken,) = entries.claim_unread(tx, NOON, 10, queue.reading("paper.example"))
    assert (taken.id, taken.id == other.id) == (dead.id, False)
    assert not entries.settle(tx, dead, "read", note=None, due_at=NOON), "who was given up for dead writes nothing any more"
    assert entries.settle(tx, taken, "read", note=None, due_at=NOON)


def test_a_feed_whose_asker_died_is_asked_by_the_next_one_at_once(tx):
    (dead,) = feeds.claim_due(tx, NOON, 10, job=Job("poll", "1", "wire.example"))
    assert feeds.claim_due(tx, NOON, 10) == []
    (taken,) = feeds.claim_due(tx, NOON, 10, job=Job("poll", "1", "wire.example"))
    assert (taken.id, taken.lease == dead.lease) == (dead.id, False)


def test_the_jobs_of_the_dead_go_back_into_the_queue_and_those_of_the_living_stay(tx):
    queue.put(tx, [queue.polling(7, "dead.example"), queue.polling(8, "living.example")])
    begin(tx, "feed:7", alive=False)
    begin(tx, "feed:8")
    assert [job.name for job in queue.take_over(tx, HOUR)] == ["feed:7"]
    assert waiting(tx) == {"feed:7": "host:dead.example"}


def test_a_worker_that_wakes_keeps_the_job_it_begins_before_its_heart_beats_again(tx):
    queue.put(tx, [queue.delivering("desk")])
    begin(tx, "channel:desk", alive=False, just_now=True)
    assert queue.take_over(tx, HOUR) == []


def test_a_job_that_is_there_again_already_is_not_put_twice(tx):
    queue.put(tx, [queue.polling(7, "dead.example")])
    begin(tx, "feed:7", alive=False)
    queue.put(tx, [queue.polling(7, "dead.example")])
    queue.take_over(tx, HOUR)
    assert waiting(tx) == {"feed:7": "host:dead.example"}


def test_a_job_that_kills_its_workers_is_left_alone_in_the_end(tx):
    queue.put(tx, [queue.polling(7, "deadly.example")])
    for _ in range(queue.TRIES - 1):
        begin(tx, "feed:7", alive=False)
        queue.take_over(tx, HOUR)
        assert waiting(tx)
    begin(tx, "feed:7", alive=False)
    assert queue.take_over(tx, HOUR)
    assert waiting(tx) == {}


def test_who_keeps_the_clock_keeps_it_until_its_lease_ends(tx):
    assert sweep.keep_clock(tx, "first", HOUR)
    assert not sweep.keep_clock(tx, "second", HOUR)
    assert sweep.keep_clock(tx, "first", NOBODY)
    assert sweep.keep_clock(tx, "second", HOUR), "the first has not renewed it"
    assert not sweep.keep_clock(tx, "first", HOUR)


def test_only_who_knows_a_channel_takes_its_messages(tx):
    queue.put(tx, [queue.delivering("desk"), queue.matching(3)])
    queues = tx.exec_driver_sql("SELECT queueing_lock, queue_name FROM procrastinate_jobs").all()
    assert dict(queues) == {"channel:desk": "channel desk", "articles:3": "work"}


def test_a_job_comes_out_of_the_queue_as_it_was_put_in(tx):
    job = Job("poll", "7", "wire.example", taken_over=2)
    queue.put(tx, [job])
    row = tx.exec_driver_sql("SELECT task_name, args::text FROM procrastinate_jobs").one()
    assert Job(row[0], **json.loads(row[1])) == job


def test_on_sqlite_nothing_is_put(sqlite):
    with sqlite.begin() as tx:
        feeds.sync(tx, [FEED], NOON)
        list_entry(tx, 1, "https://paper.example/1")
        assert tx.execute(sa.select(entries_table.c.host)).scalar() == "paper.example"
