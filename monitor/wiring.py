"""Joins everything, once: settings, archive, topic, network, children and channels become one Monitor."""

import logging
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import sqlalchemy as sa

from monitor import supervisor
from monitor.adapters.channels import Channels
from monitor.adapters.children import Children
from monitor.adapters.http import Pace, Web
from monitor.adapters.machine import room
from monitor.adapters.opml import Outline, read_opml, write_opml
from monitor.adapters.robots import Robots
from monitor.domain.alerts.channel import Channel
from monitor.domain.alerts.message import Message
from monitor.domain.alerts.rendering.samples import render_sample
from monitor.domain.alerts.sample import sample_alert
from monitor.domain.feeds.address import mask_url
from monitor.domain.feeds.feed import FeedSettings
from monitor.domain.judging.storyline import Dossier, Level, Rules
from monitor.domain.matching.topic import Topic, compile_topic
from monitor.errors import HeldError, SettingsError
from monitor.pipeline import baseline, copying, coverage, deliver, digest, let_go, match, poll, read, seed, upkeep
from monitor.pipeline.place import Placer
from monitor.pipeline.poll import Tools as PollTools
from monitor.pipeline.probe import Finding, probe_feeds
from monitor.pipeline.read import Tools as ReadTools
from monitor.pipeline.upkeep import Tools as UpkeepTools
from monitor.settings import Settings
from monitor.settings.published import documents_of, kept_back, load_published
from monitor.settings.values import near
from monitor.store import alerts, clock, entries, feeds, health, lock, migrate, notes, outbox, published, reviews, vitals
from monitor.store.database import reading
from monitor.store.queue import Job
from monitor.store.unwritten import Unwritten

log = logging.getLogger(__name__)

BATCH = 30  # entries looked at in one go


def utc_now() -> datetime:
    """The clock that everything but the demo goes by."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Monitor:
    """Everything joined: each stage is a call that says how much it did."""

    settings: Settings
    db: sa.Engine
    topic: Topic
    web: Web
    children: Children
    channels: Channels
    robots: Robots
    now: Callable[[], datetime]
    tuning: reviews.Tuning
    unwritten: Unwritten
    placer: Placer

    def check_channels(self) -> None:
        """SettingsError for channels that cannot work as they are set: better before the first alert than with it."""
        if mistakes := self.channels.check():
            raise SettingsError(mistakes)

    def start(self, *, thorough: bool = False) -> None:
        """Make the archive ready: feeds in line with the settings, seeds and dossiers taken in. May be called at every start.

        Whoever published the settings has done that for those who go by them.
        StoreError where the archive is damaged; `thorough` looks at all of it, however large it is.
        """
        health.check(self.db, self.now(), at_once=thorough)
        self.watch()
        if self.settings.number is not None:
            return
        with self.db.begin() as tx:
            feeds.sync(tx, self.settings.feeds, self.now())
        seed.take_in(self.db, self.settings.seeds, self.settings.dossiers, self.topic, self.now)

    def publish(self) -> tuple[int, Mapping[str, str]]:
        """Hand the settings to workers that have none; say their number, and which channels go without address."""
        documents = documents_of(self.settings)
        with self.db.begin() as tx:
            return published.publish(tx, documents, self.now()), kept_back(documents)

    def is_outdated(self) -> bool:
        """Say whether other settings were published than those that we go by."""
        with reading(self.db).begin() as tx:
            return self.settings.number not in (None, published.newest_number(tx))

    def watch(self) -> None:
        """See whether the clock was set back, and what can be seen of each feed; to be called now and then."""
        with self.db.begin() as tx:
            ahead = clock.set_right(tx, self.now())
        if ahead:
            log.warning("the clock was ahead by %s and was set back: what it had put off is due now", ahead)
            with self.db.begin() as tx:
                vitals.note_set_back(tx, ahead, self.now())
        if coverage.is_due(self.db, self.now()):
            self.look_over()

    def beat(self) -> None:
        """Look whether all is well, and note that somebody sets off the stages, for `monitor status` and health checks."""
        self.watch()
        self.look_after()
        with self.db.begin() as tx:
            notes.write(tx, "pulse", {"at": self.now().isoformat()}, self.now())
        supervisor.tell("WATCHDOG=1")  # only once it could be written: who cannot is as good as dead

    def look_after(self) -> int:
        """Look at the monitor itself, send the heartbeat, and ping; for whoever works all the time: else all work is late."""
        return upkeep.look_after(self.db, self.settings.delivery, self._upkeep_tools(), self.now)

    def _upkeep_tools(self) -> UpkeepTools:
        ping = self.settings.ping
        room_there = partial(room, self.settings.data)
        return UpkeepTools(self.web.get, room_there, ping.url.reveal(), ping.every) if ping else UpkeepTools(self.web.get, room_there)

    def let_go(self) -> int:
        """Let go of texts that are older than the settings want them kept, once a day, and say of how many."""
        return let_go.let_go(self.db, self.settings.keep_texts, self.now)

    def copy(self, stopped: Callable[[], bool] = lambda: False) -> int:
        """Copy the archive where the settings want that and its time has come, and say how many copies were made."""
        own = self.settings.backup
        if own is None:
            return 0
        plan = copying.Plan(own.schedule, self.settings.delivery.zone, own.folder, own.keep)
        return copying.copy_daily(self.db, plan, self.now, stopped)

    def release(self) -> None:
        """Give back what a process that died was working on; only for the sole process on this database."""
        with self.db.begin() as tx:
            feeds.release_all(tx)
            entries.release_all(tx)
            outbox.release_all(tx)

    def poll(self, only: Collection[str] = ()) -> int:
        """Poll the feeds that are due, or those named."""
        return poll.poll(self.db, self._poll_tools(), self.now, only=only)

    def read(self) -> int:
        """Read the pages of new entries."""
        return read.read(self.db, self.topic, self._read_tools(), self.now)

    def take_polls(self) -> Callable[[], None] | None:
        """Claim the feeds that are due, and answer the work that asks them; None where none is due."""
        due = poll.claim(self.db, self.now())
        return partial(poll.ask, self.db, self._poll_tools(), self.now, due) if due else None

    def take_reads(self) -> Callable[[], None] | None:
        """Claim the entries that wait, and answer the work that looks at them; None where none waits."""
        waiting = read.claim(self.db, self.now(), limit=BATCH)
        return partial(read.look_at, self.db, self.topic, self._read_tools(), self.now, waiting) if waiting else None

    def _poll_tools(self) -> PollTools:
        return PollTools(self.web.fetch, self.children.run_all, self.settings.pace.fastest, self.settings.workers, self.unwritten)

    def _read_tools(self) -> ReadTools:
        return ReadTools(self.web.fetch, self.children.run, self._allowed, self.settings.workers, self.unwritten)

    def match(self, job: Job | None = None) -> int:
        """Match new articles against the topic, or a job's share of them."""
        topic = replace(self.topic, relevant_from=self.tuning.now().relevant_from(self.topic.relevant_from))
        return match.match(self.db, topic, self.now, job=job)

    def place(self) -> int:
        """Place new matches, queue the alerts, and sum up a baseline that is complete."""
        queue, rules = alerts.make_queue(self.settings.delivery), self.tuning.now().rules(Rules())
        placed = self.placer.place(self.db, self.now, queue, rules=rules)
        return placed + self.sum_up()

    def deliver(self, job: Job | None = None) -> int:
        """Send what is due, or what is due to a job's channel."""
        return deliver.deliver(self.db, self.channels.send, self.settings.delivery, self.now, job=job, unwritten=self.unwritten)

    def make_up(self) -> int:
        """Write what could not be written before; StoreError where it still cannot be."""
        return self.unwritten.make_up()

    def do(self, job: Job) -> bool:
        """Do what waits under the name of a job, and say whether there may be more of it."""
        if job.stage == "poll":
            poll.ask(self.db, self._poll_tools(), self.now, poll.claim(self.db, self.now(), job=job))
            return False
        if job.stage == "read":
            waiting = read.claim(self.db, self.now(), limit=BATCH, job=job)
            read.look_at(self.db, self.topic, self._read_tools(), self.now, waiting)
            return len(waiting) == BATCH
        rest: dict[str, Callable[[], int]] = {"match": partial(self.match, job), "place": self.place, "deliver": partial(self.deliver, job)}
        return rest[job.stage]() > 0

    def sum_up(self) -> int:
        """Sum up a baseline that is complete."""
        return baseline.sum_up(self.db, self.settings.delivery, self.now)

    def digest_now(self, only: str | None = None) -> Iterator[str]:
        """Send the digest of each channel now, whatever its schedule says, or of one; say what became of each."""
        for channel in self._with_digest(only):
            message = digest.build_digest(self.db, self.settings.delivery, channel, self.now())
            self.deliver()
            late = "the last digest has yet to be sent; see `monitor alerts failed`"
            yield f"{channel.name}: {message.subject if message else late}"

    def previews(self, only: str | None = None) -> Iterator[tuple[str, Message]]:
        """Write the digest of each channel, or of one, as it would be sent now."""
        for channel in self._with_digest(only):
            yield channel.name, digest.preview_digest(self.db, self.settings.delivery, channel, self.now())

    def _with_digest(self, only: str | None) -> list[Channel]:
        return [one for one in self.settings.delivery.own_channels if one.takes("digest") and only in (None, one.name)]

    def probe(self, *, offline: bool = False) -> Iterator[Finding]:
        """Ask every feed, a page of each, and look at every channel; nothing is kept."""
        for mistake in self.channels.check():
            yield Finding("channel", mistake.split(":")[0].removeprefix("channel "), False, mistake)
        if not offline:
            yield from probe_feeds(self.settings.feeds, self.web.fetch, self.children.run)

    def probe_routes(self, storyline: str | None = None, level: Level = "push") -> Iterator[Finding]:
        """Say which channels a sample alert would reach now, and why; of the first storyline, if none is named."""
        dossiers = {one.slug: one for one in self.settings.dossiers}
        if storyline is not None and storyline not in dossiers:
            raise SettingsError(f"{storyline} is no storyline{near(storyline, list(dossiers))}; see seeds/storylines.yaml")
        chosen = dossiers.get(storyline or next(iter(dossiers), ""), Dossier("sample", "Sample storyline"))
        told = sample_alert(
            self.now(), level=level, storyline=chosen.slug, storyline_title=chosen.title, entities=chosen.key_entities
        )  # fmt: skip
        with reading(self.db).begin() as tx:
            yield from (Finding("route", *found) for found in alerts.where_to(tx, told, self.settings.delivery, self.now()))

    def add_seed(self, source: str, said: seed.Said) -> seed.Added:
        """Take in a document from a file or an address as a seed."""
        return seed.add(self.db, source, said, self.topic, self.web.get, self.children.run, self.now)

    def look_over(self) -> int:
        """Look at what can be seen of each feed, and queue a word on what has changed."""
        return coverage.look_over(self.db, self.settings.delivery, self.now)

    def digest(self) -> int:
        """Queue the digests that are due."""
        return digest.queue_due(self.db, self.settings.delivery, self.now)

    def river(self, only: Collection[str] = ()) -> int:
        """Let everything that is due flow through all stages, and say how many feeds were polled."""
        polled = self.poll(only)
        self.look_over()
        for stage in (self.read, self.match, self.place, self.digest, self.deliver):
            while stage():
                pass
        self.make_up()
        return polled

    def _allowed(self, url: str, user_agent: str | None) -> bool:
        return self.robots.allowed(url, user_agent or self.settings.network.user_agent, self.web.get, self.now())


@contextmanager
def build(settings: Settings, now: Callable[[], datetime] = utc_now) -> Iterator[Monitor]:
    """Join everything for as long as the block runs."""
    db = migrate.open_archive(settings.database_url)
    web = Web(pace_from(settings), settings.network.allow_addresses, settings.network.user_agent)
    children = Children(settings.workers)
    channels, topic = channels_from(settings), compile_topic(settings.topic)
    try:
        yield Monitor(settings, db, topic, web, children, channels, Robots(), now, reviews.Tuning(db), Unwritten(), Placer(topic))
    finally:
        web.close()
        children.close()
        db.dispose()


def published_settings(url: str, data: Path | None, environ: Mapping[str, str]) -> Settings | None:
    """Take the settings that were published in a database; None where none were."""
    db = migrate.open_archive(url)
    try:
        with reading(db).begin() as tx:
            found = published.newest(tx)
    finally:
        db.dispose()
    return load_published(*found, data, environ) if found else None


def channels_from(settings: Settings) -> Channels:
    """The channels of the settings, each with its secret address."""
    return Channels({one.name: one.url.reveal() for one in settings.channels}, settings.delivery.instance)


def test_channels(settings: Settings, only: str | None) -> list[dict[str, object]]:
    """Send a test message to each channel, or to one, and answer what its target said."""
    channels = channels_from(settings)
    names = [one.name for one in settings.channels]
    if only is not None and only not in names:
        raise SettingsError(f"{only} is not among the channels: {', '.join(names) or 'there are none'}; see channels.yaml")
    told = []
    for name in [only] if only else names:
        verdict = channels.send(name, render_sample(settings.delivery.channel(name), utc_now()))
        told.append({"channel": name, "accepted": verdict.accepted, "answer": verdict.text})
    return told


def probe_new(settings: Settings, url: str) -> Finding:
    """Ask an address once whether it is a feed."""
    new = FeedSettings(url=url, name=url, publisher=url)
    with Web(pace_from(settings), settings.network.allow_addresses, settings.network.user_agent) as web, Children(1) as children:
        return next(iter(probe_feeds([new], web.fetch, children.run)))


def import_opml(file: Path) -> list[Outline]:
    """Read the feeds of an OPML file."""
    return read_opml(file.read_bytes())


def export_opml(settings: Settings) -> tuple[bytes, list[str]]:
    """Write the feeds of the settings as OPML; name those that are left out because a key stands in their address."""
    keyed = [one.name for one in settings.feeds if mask_url(one.url) != one.url]
    return write_opml(Outline(one.url, one.publisher) for one in settings.feeds if one.name not in keyed), keyed


def pace_from(settings: Settings) -> Pace:
    """The network's pace, as the settings have it."""
    own = settings.pace
    return Pace(per_host=own.per_host, gap=own.gap, at_once=own.at_once, connect=own.connect, total=own.total)


@contextmanager
def sole(monitor: Monitor) -> Iterator[None]:
    """Work as the only process on the archive; StoreError where another does."""
    with lock.only_one(monitor.db):
        with lock.undisturbed(monitor.db) as alone:
            if alone:
                monitor.release()
        yield


@contextmanager
def beside(monitor: Monitor) -> Iterator[None]:
    """Work on the archive alone where that is possible, else beside the daemon: leases keep the two apart."""
    with ExitStack() as held:
        try:
            held.enter_context(sole(monitor))
        except HeldError as error:
            log.info("working beside another process: %s", error)
            held.enter_context(lock.beside(monitor.db))
        yield
