"""Work for many machines: jobs in PostgreSQL, put there by the very transaction that makes them needed. On SQLite there are none.

A job is a nudge under a name (`feed:7`, `pages:tass.com`, `articles:3`, `matches`, `channel:desk`). Of one name one waits at most, and
of one lock one is worked on at a time, over all machines. What there is to do the stage reads from the tables when it begins; so a job
too many does no harm, and one too few is made up for by the sweep (store/sweep.py).
"""

import json
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import sqlalchemy as sa

from monitor.store.tables import entries

ANYWHERE = "work"  # the queue of what every worker can do
SHARES = 8  # into how many the articles to be matched are divided
TRIES = 3  # workers that may die of one job before it is left alone until its leases end


_WORKS_ON = {"poll": "feed", "read": "pages", "match": "articles", "place": "matches", "deliver": "channel"}


@dataclass(frozen=True, slots=True)
class Job:
    """What is to be done: a stage, and what part of its work."""

    stage: str  # poll, read, match, place, deliver
    key: str = ""  # a feed's id, a host, a share of the articles, a channel
    host: str | None = None  # whose web server it asks: one job at a time does
    taken_over: int = 0  # from so many workers that died or fell silent

    @property
    def name(self) -> str:
        """The name that one waiting job bears at most."""
        what = _WORKS_ON[self.stage]
        return f"{what}:{self.key}" if self.key else what

    @property
    def queue(self) -> str:
        """The queue that it waits in: only who knows a channel's address can send to it."""
        return queue_of(self.key) if self.stage == "deliver" else ANYWHERE

    @property
    def lock(self) -> str:
        """What it keeps others from while it is worked on."""
        return f"host:{self.host}" if self.host is not None else self.name


def queue_of(channel: str) -> str:
    """Name the queue of the messages to a channel."""
    return f"channel {channel}"


def put(tx: sa.Connection, jobs: Iterable[Job]) -> None:
    """Put jobs into the queue; one that waits there under its name already is enough."""
    if tx.dialect.name == "postgresql" and (rows := [_row(job) for job in sorted(set(jobs), key=lambda job: job.name)]):
        tx.execute(_PUT, rows)  # in the order of their names, so that two transactions never wait for each other


def _row(job: Job) -> dict[str, Any]:
    args = {"key": job.key, "host": job.host, "taken_over": job.taken_over}
    return {"queue": job.queue, "task": job.stage, "lock": job.lock, "name": job.name, "args": json.dumps(args)}


# procrastinate's own call fails as a whole where one job waits already, and would take our transaction with it.
_PUT = sa.text(
    "INSERT INTO procrastinate_jobs (queue_name, task_name, lock, queueing_lock, args)"
    " VALUES (:queue, :task, :lock, :name, CAST(:args AS jsonb)) ON CONFLICT DO NOTHING"
)


# ── who hands on to whom ──────────────────────────────────────────────────────


def for_reading(tx: sa.Connection, entry_ids: Collection[int]) -> None:
    """Have entries looked at, host by host."""
    if tx.dialect.name == "postgresql" and entry_ids:
        hosts = tx.execute(sa.select(entries.c.host).where(entries.c.id.in_(entry_ids)).distinct()).scalars()
        put(tx, [reading(host) for host in hosts])


def for_matching(tx: sa.Connection, article_id: int) -> None:
    """Have an article matched."""
    put(tx, [matching(article_id % SHARES)])


def for_placing(tx: sa.Connection) -> None:
    """Have the matches placed that wait."""
    put(tx, [Job("place")])


def for_delivering(tx: sa.Connection, channels: Iterable[str]) -> None:
    """Have the messages to some channels sent."""
    put(tx, [delivering(channel) for channel in channels])


def polling(feed_id: int, host: str) -> Job:
    """The job that asks a feed."""
    return Job("poll", str(feed_id), host)


def reading(host: str) -> Job:
    """The job that looks at the entries whose pages lie on a host."""
    return Job("read", host, host)


def matching(share: int) -> Job:
    """The job that matches one share of the articles."""
    return Job("match", str(share))


def delivering(channel: str) -> Job:
    """The job that sends the messages to a channel."""
    return Job("deliver", channel)


# ── when a worker dies ────────────────────────────────────────────────────────


def take_over(tx: sa.Connection, silent: timedelta) -> list[Job]:
    """Put the jobs of workers that were silent for so long back into the queue, and answer them; one that kills its workers is left.

    A worker that was stopped and goes on may begin a job before its heart beats again: what was begun since is its own.
    """
    rows = tx.execute(_TAKE_OVER, {"silent": silent}).all()
    jobs = [Job(row.task_name, row.args["key"], row.args["host"], row.args["taken_over"] + 1) for row in rows]
    put(tx, [job for job in jobs if job.taken_over < TRIES])
    return jobs


_TAKE_OVER = sa.text(
    "DELETE FROM procrastinate_jobs AS job WHERE status = 'doing'"
    " AND NOT EXISTS (SELECT FROM procrastinate_workers WHERE id = job.worker_id AND last_heartbeat > now() - :silent)"
    " AND NOT EXISTS (SELECT FROM procrastinate_events WHERE job_id = job.id AND type = 'started' AND at > now() - :silent)"
    " RETURNING task_name, args"
).bindparams(sa.bindparam("silent", type_=sa.Interval))


# ── its tables ────────────────────────────────────────────────────────────────


def prepare(tx: sa.Connection) -> None:
    """Make procrastinate's tables; a later form of them needs a migration of ours that runs theirs."""
    from procrastinate.schema import SchemaManager

    tx.exec_driver_sql(SchemaManager.get_schema().replace("%", "%%"))
