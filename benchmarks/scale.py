"""What more feeds and more years would need: a simulated fortnight of polls by the real rules, times the measured costs.

python benchmarks/scale.py [--feeds 100,10000,1000000] [--archived 100000000] [--costs costs.json]

Feeds are drawn as the press is: half of them bring less than six entries a day, one in a hundred more than two hundred. When each is asked
again is decided by the program's own rule, so that the number of polls and the delay of the news are those of the program. The costs are
those that the other scripts measured; `--costs` takes others, as JSON with the same names.
"""

import argparse
import json
import math
import random
import sys
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from monitor.domain.feeds.feed import Answer, Feed, FeedSettings, FeedState, next_poll

SEED = 20261128
SAMPLE = 400  # feeds that are simulated
DAYS = 14
BEGIN = datetime(2026, 1, 5, tzinfo=UTC)
FASTEST = timedelta(minutes=5)
DAY = 86_400.0
BUSY = 0.5  # how much of a core may be used on average, so that the news of a bad hour is not late


@dataclass(frozen=True, slots=True)
class Costs:
    """What one of each takes; CPU milliseconds of one core, bytes of the archive."""

    quiet_poll: float = 0.3  # 304, over a kept connection: polling.py
    tls: float = 1.0  # a new connection, for feeds are asked too seldom to keep one: what OpenSSL takes for a handshake
    changed_poll: float = 7.0  # one or two new entries of thirty: polling.py
    page: float = 17.6  # extraction.py
    match: float = 1.2  # growth.py
    place: float = 9.2  # growth.py
    entry_bytes: float = 4_000  # with keys, listing and the feed's own words
    article_bytes: float = 6_000  # a page, with its text and what finds it
    memory_bytes: float = 13_900  # of a relevant one besides: words, shingles, facts: growth.py
    candidates: float = 0.05  # of the entries: their page is read
    relevant: float = 0.2  # of the pages: they are placed
    commits: float = 300.0  # a second, on one SQLite file with its disk in step


@dataclass(frozen=True, slots=True)
class Fortnight:
    """What polling a feed is like, on average."""

    polls: float  # a day
    changed: float  # a day
    entries: float  # a day
    delay: float  # seconds between an entry and the poll that brings it, half of the entries sooner
    late: float  # the same, nineteen of twenty sooner
    missed: float  # part of the entries that were gone before they were seen


def simulate(sample: int = SAMPLE, days: int = DAYS) -> Fortnight:
    """Let feeds publish and be asked for some days."""
    chance = random.Random(SEED)
    polls = changed = seen = missed = 0
    delays: list[float] = []
    for _ in range(sample):
        told = _one_feed(chance, min(math.exp(chance.gauss(math.log(6), 1.5)), 500), days)
        polls += told.polls
        changed += told.changed
        seen += len(told.delays)
        missed += told.missed
        delays += told.delays
    delays.sort()
    per_day = sample * days
    return Fortnight(
        polls / per_day,
        changed / per_day,
        seen / per_day,
        delays[len(delays) // 2],
        delays[int(0.95 * len(delays))],
        missed / max(seen + missed, 1),
    )


@dataclass(slots=True)
class _Told:
    polls: int
    changed: int
    missed: int
    delays: list[float]


def _one_feed(chance: random.Random, daily: float, days: int, window: int = 30) -> _Told:
    """Simulate one feed that lists its newest `window` entries and brings so many a day."""
    feed = Feed(1, FeedSettings("https://news.example/", "news", "News"), FeedState.OK)
    told, now, end = _Told(0, 0, 0, []), 0.0, days * DAY
    upcoming = chance.expovariate(daily / DAY)
    recent: deque[float] = deque(maxlen=20)
    while now < end:
        new = []
        while upcoming <= now:
            new.append(upcoming)
            upcoming += chance.expovariate(daily / DAY)
        told.polls += 1
        told.changed += bool(new)
        told.missed += max(len(new) - window, 0)
        told.delays += [now - at for at in new[-window:]]
        recent.extend([now] * len(new[-window:]))
        gap = timedelta(seconds=(recent[-1] - recent[0]) / (len(recent) - 1)) if len(recent) >= 5 else None
        at = BEGIN + timedelta(seconds=now)
        due = next_poll(feed, Answer(FeedState.OK), timedelta(0) if len(new) > window else gap, at, FASTEST, chance.random())
        now = (due - BEGIN).total_seconds()
    return told


@dataclass(frozen=True, slots=True)
class Need:
    """What a number of feeds needs."""

    feeds: int
    requests: float  # a second
    cores: float  # on average, at most half busy
    writer: float  # part of one core's time that writing to one file takes
    placing: float  # part of the time that one placer of one topic is busy
    articles: float  # a day
    gigabytes: float  # a year


def need(feeds: int, fortnight: Fortnight, costs: Costs) -> Need:
    """Multiply."""
    polls, changed, entries = (feeds * value / DAY for value in (fortnight.polls, fortnight.changed, fortnight.entries))
    pages, placed = entries * costs.candidates, entries * costs.candidates * costs.relevant
    work = (polls - changed) * (costs.quiet_poll + costs.tls) + changed * (costs.changed_poll + costs.tls)
    work += pages * (costs.page + costs.match + costs.tls) + placed * costs.place
    stored = entries * costs.entry_bytes + pages * costs.article_bytes + placed * costs.memory_bytes
    return Need(
        feeds,
        polls + pages,
        work / 1000 / BUSY,
        (changed + pages * 2 + placed + (polls - changed) / 64) / costs.commits,
        placed * costs.place / 1000,
        pages * DAY,
        stored * DAY * 365 / 1e9,
    )


def report(sizes: Sequence[int], archived: int, costs: Costs, tell: Callable[[str], None]) -> None:
    """Tell what each size needs."""
    one = simulate()
    tell(f"A feed is asked {one.polls:.0f} times a day, {one.changed:.1f} of them bring something, {one.entries:.1f} entries in all.")
    tell(f"Half of the entries are seen within {one.delay / 60:.0f} minutes, 95 % within {one.late / 60:.0f}; {one.missed:.2%} never.\n")
    tell("| feeds | requests a second | cores | one SQLite file | one placer | pages read a day | archive a year |")
    tell("|---|---|---|---|---|---|---|")
    for size in sizes:
        needed = need(size, one, costs)
        parts = (f"{size:,}", f"{needed.requests:,.1f}", f"{needed.cores:,.2f}", f"{needed.writer:.1%} busy", f"{needed.placing:.2%} busy")
        tell(f"| {' | '.join(parts)} | {needed.articles:,.0f} | {needed.gigabytes:,.0f} GB |")
    whole = costs.article_bytes + costs.memory_bytes
    tell(f"\n{archived:,} archived articles, all of them relevant, take {archived * whole / 1e12:.1f} TB.")
    tell(f"Costs: {json.dumps(asdict(costs))}")


def main() -> int:
    """Print the table."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--feeds", default="100,10000,1000000", help="sizes, parted by commas")
    options.add_argument("--archived", type=int, default=100_000_000, help="articles of an archive, for its size")
    options.add_argument("--costs", type=Path, help="a JSON file with other costs")
    given = options.parse_args()
    costs = replace(Costs(), **json.loads(given.costs.read_text(encoding="utf-8"))) if given.costs else Costs()
    report([int(size) for size in given.feeds.split(",")], given.archived, costs, lambda line: print(line, flush=True))
    return 0


if __name__ == "__main__":
    sys.exit(main())
