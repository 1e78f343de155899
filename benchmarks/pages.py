"""How fast every page of the archive answers, and how much it sends.

python benchmarks/pages.py [--articles 100000] [--rounds 5]

An archive is filled as for benchmarks/search.py, with the developments, facts, feeds, entries and messages that belong to it, and served on
loopback; every page and export is asked for in turn. Told are the median and the slowest time of a whole answer, the processor time of both
ends, and its bytes as they go over the wire.
"""

import argparse
import tempfile
import time
from collections import defaultdict
from dataclasses import replace
from datetime import timedelta
from http.client import HTTPConnection
from pathlib import Path
from statistics import median
from urllib.parse import quote, urlsplit

import sqlalchemy as sa
from measuring import ROOT
from search import BEGIN, fill

from monitor.domain.facts.facts import pack_fact, read
from monitor.domain.feeds.feed import FeedSettings, settings_to_dict
from monitor.domain.matching.topic import compile_topic
from monitor.settings import load
from monitor.store import migrate, tables
from monitor.store.database import open_database
from monitor.web.desk import make_desk
from monitor.web.server import served
from monitor.wiring import utc_now

PAGES = (
    *("/", "/?day=2026-11-20", "/storylines", "/storylines/line-7", "/storylines/line-7?as_of=2024-01-01", "/developments/line-7%23{last}"),
    *("/articles/{last}", "/search?q=Baikonur", "/search?q=Байконур+запуск&order=date", "/held", "/held?reason=repeat&storyline=line-7"),
    *(
        "/held?sample=1",
        "/feeds",
        "/feeds/3",
        "/deliveries",
        "/reviews",
        "/about",
        "/export/developments.atom",
        "/export/articles.atom?q=Союз",
    ),
    *("/api/status", "/api/held?limit=200", "/api/developments?limit=200", "/api/articles?q=rocket"),
)
_NEW = tables.placements.c.placement.in_(("development", "opening"))


def fill_around(db: sa.Engine, articles: int) -> None:
    """Add what lies around the articles: developments with their tellers, facts, feeds with entries, messages."""
    shelved, placed, told = tables.articles, tables.placements, tables.developments
    with db.begin() as tx:
        new = sa.select(
            shelved.c.id,
            sa.literal("line-").concat(sa.cast(placed.c.storyline_id, sa.Text)).concat("#").concat(sa.cast(shelved.c.id, sa.Text)),
            placed.c.storyline_id,
            shelved.c.id,
            shelved.c.title,
            shelved.c.first_seen_at,
        )
        new = new.join(placed, placed.c.article_id == shelved.c.id).where(_NEW, placed.c.storyline_id.is_not(None))
        tx.execute(told.insert().from_select(["id", "key", "storyline_id", "article_id", "summary", "known_at"], new))
        last = sa.select(sa.func.max(told.c.id)).where(told.c.storyline_id == placed.c.storyline_id, told.c.id <= placed.c.article_id)
        tx.execute(placed.update().where(placed.c.storyline_id.is_not(None)).values(development_id=last.scalar_subquery()))
        tx.execute(placed.update().where(placed.c.level == "store").values(held="nothing new"))
        facts = read("Rent", "The rent is $115 million until 25 February 2027.", "en", BEGIN.date()).facts
        rows = [
            {"storyline_id": 7, "key": fact.keys[0], "slot": fact.slot, "text": f"{fact.text} {n}", "fact": pack_fact(fact)}
            | {"article_id": None, "source": "Wire", "at": BEGIN + timedelta(hours=9 * n)}
            for n in range(10_000)
            for fact in facts
        ]
        tx.execute(tables.facts.insert(), rows)
        _fill_feeds(tx, articles)


def _fill_feeds(tx: sa.Connection, articles: int) -> None:
    now = utc_now()
    plain = {"settings": settings_to_dict(FeedSettings("https://a.example/", "feed", "A")), "due_at": now}
    tx.execute(tables.feeds.insert(), [{"id": n, "url": f"u{n}", "name": f"feed-{n}", "state": "ok", **plain} for n in range(1, 101)])
    seen = [now - timedelta(minutes=30 * (articles - n)) for n in range(articles)]
    empty = {"summary": "", "content": "", "state": "read"}
    rows = [
        {"feed_id": 1 + n % 100, "title": f"Entry {n}", "first_seen_at": at, "last_seen_at": at, "due_at": at, **empty}
        for n, at in enumerate(seen)
    ]
    tx.execute(tables.entries.insert(), rows)
    message = {"message": {"subject": "Rent", "text": "Rent"}, "kind": "alert", "state": "sent", "channel": "desk", "attempts": 1}
    tx.execute(tables.deliveries.insert(), [{"key": str(n), "made_at": at, "due_at": at, **message} for n, at in enumerate(seen[:20_000])])


def measure(address: str, last: int, rounds: int) -> None:
    """Ask for every page some rounds, and print what it took."""
    took: dict[str, list[float]] = defaultdict(list)
    busy: dict[str, list[float]] = defaultdict(list)
    sizes: dict[str, int] = {}
    connection = HTTPConnection(urlsplit(address).netloc, timeout=60)
    for _ in range(rounds + 1):
        for page in PAGES:
            begun, worked = time.perf_counter(), time.process_time()
            connection.request("GET", quote(page.format(last=last), safe="/?&=+%#"), headers={"Accept-Encoding": "gzip"})
            answer = connection.getresponse()
            sizes[page] = len(answer.read())
            took[page].append(time.perf_counter() - begun)
            busy[page].append(time.process_time() - worked)
            assert answer.status == 200, f"{page}: {answer.status}"
    for page, times in sorted(took.items(), key=lambda one: -median(one[1][1:])):
        whole, cpu = f"{median(times[1:]) * 1000:6.0f} ms, slowest {max(times[1:]) * 1000:6.0f}", f"{median(busy[page][1:]) * 1000:6.0f} ms"
        print(f"{whole}, CPU {cpu}  {sizes[page]:9,} bytes  {page}", flush=True)


def main() -> None:
    """Fill, serve, measure."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--articles", type=int, default=100_000)
    options.add_argument("--rounds", type=int, default=5)
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        db = open_database(f"sqlite:///{Path(folder) / 'monitor.db'}")
        migrate.upgrade(db)
        fill(db, given.articles, print)
        fill_around(db, given.articles)
        with db.begin() as tx:
            line = tables.developments.c.storyline_id == 7
            last = tx.execute(sa.select(sa.func.max(tables.developments.c.id)).where(line)).scalar_one()
        settings = load(ROOT / "config", Path(folder), {})
        settings = replace(settings, web=replace(settings.web, port=0))
        with served(make_desk(settings, db, compile_topic(settings.topic), utc_now)) as address:
            assert address is not None
            measure(address, last, given.rounds)
        db.dispose()


if __name__ == "__main__":
    main()
