"""What one article costs as the archive grows: CPU for match and place of a 3 KB article, and bytes on disk.

python benchmarks/growth.py [--full] [--sizes 1000,10000] [--articles 60] [--folder DIR]

Grows one archive to 1,000, 10,000 and 100,000 remembered articles (with --full to 1,000,000: an hour and about 15 GB), whose
words, names and facts are spread as in real texts: a few stand in every second article, most in one. Filling writes what `remember` itself
would write, in bulk. What is measured is the program as it runs: fresh articles are saved, matched and placed one by one.
"""

import argparse
import itertools
import math
import random
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median
from typing import Any

import sqlalchemy as sa
from measuring import ROOT, SEED, scratch_archive, topic_of
from sqlalchemy.dialects import sqlite

from monitor.domain.articles.article import Article
from monitor.domain.facts.facts import Fact, Reading, read
from monitor.domain.matching.topic import Topic
from monitor.domain.words.likeness import Sketch, sketch, stem, words_of
from monitor.pipeline import match, seed
from monitor.pipeline.place import Placer
from monitor.settings.seeds import load_seeds
from monitor.store import articles, memory, tables

SIZES = (1_000, 10_000, 100_000)
FULL = (*SIZES, 1_000_000)
BATCH = 5_000
LETTERS = 3_000
WARM_UP = 8
BEGIN = datetime(2016, 1, 1, tzinfo=UTC)
APART = timedelta(minutes=5)  # between two articles of the archive

_SPELLED, _VOCABULARY, _NAMES, _CLAIMS, _STANDING = 150_000, 30_000, 20_000, 4_000, 200
_SUBJECTS = ("Baikonur", "Roscosmos", "Kazcosmos", "Baiterek", "Proton-M", "Soyuz-2.1a", "Gagarin's Start", "Sunkar", "KazSat-2", "Ghalam")
_SYLLABLES = tuple(re.findall("..[nrlmx]?", "banacorodenifilugansahurejelokomulatimerynosapirequarodiselutinavamewexizol"))


# ── a language of our own ─────────────────────────────────────────────────────


class Language:
    """Words, names, claims and standing paragraphs, each drawn as often as its rank says."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        spelled = list(dict.fromkeys("".join(chance.choices(_SYLLABLES, k=chance.choice((2, 3, 3, 4)))) for _ in range(_SPELLED)))
        self.words, names = spelled[:_VOCABULARY], spelled[_VOCABULARY : _VOCABULARY + _NAMES]
        self.names = [name.capitalize() + "ov" for name in names]
        self.claims = [self._claim() for _ in range(_CLAIMS)]
        self.standing = [" ".join(self.sentence() for _ in range(3)) for _ in range(_STANDING)]

    def draw(self, of: Sequence[Any], count: int) -> list[Any]:
        """Draw by Zipf's law: the n-th as often as 1 / n."""
        return [of[int(len(of) ** self._chance.random()) - 1] for _ in range(count)]

    def sentence(self) -> str:
        """Write about a line and a half."""
        name = f" {self.draw(self.names, 1)[0]}" if self._chance.random() < 0.5 else ""
        return f"{' '.join(self.draw(self.words, 16)).capitalize()}{name}."

    def _claim(self) -> str:
        kind, number = self._chance.randrange(4), self._chance.randrange(2, 900)
        told = (
            f"paid {number} million dollars", f"counted {number} tonnes of fuel", f"named {1 + number % 28} March {2016 + number % 12}",

            f"asked for {number * 1000} tenge",
        )  # fmt: skip
        return f"The {self.draw(self.words, 1)[0]} {told[kind]} for {self.draw(self.words, 1)[0]}."

    def article(self) -> tuple[str, str]:
        """Write title and text of about 3 KB."""
        subjects = self.draw(_SUBJECTS, 2)
        title = f"{subjects[0]} {' '.join(self.draw(self.words, 5))} at Baikonur"
        parts = [f"{subjects[1]} said at Baikonur that the launch of the rocket {' '.join(self.draw(self.words, 8))}."]
        if self._chance.random() < 0.2:
            parts += [self.draw(self.standing, 1)[0]]
        while sum(map(len, parts)) < LETTERS:
            parts += [f"{self.sentence()} {self.draw(self.claims, 1)[0] if self._chance.random() < 0.4 else self.sentence()}"]
        return title, "\n\n".join(parts)


class Readings:
    """Makes readings such as those texts would give, hundreds of times as fast as reading them."""

    def __init__(self, language: Language, chance: random.Random) -> None:
        self._language, self._chance = language, chance
        sample = [read(*language.article(), "en", BEGIN.date(), [("cosmodrome:baikonur", 0)]) for _ in range(20)]
        self._concepts = sorted({idea for one in sample for idea in one.concepts})
        self._like = sample
        self._facts = [self._facts_of(claim) for claim in language.claims]
        self._standing = [sketch(words_of(text)).hashes for text in language.standing]

    def _facts_of(self, claim: str) -> tuple[Fact, ...]:
        return tuple(fact for fact in read("", claim, "en", BEGIN.date()).facts if fact.kind != "name")

    def reading(self, at: datetime) -> Reading:
        """Make one; its runs of words are its own, but for a standing paragraph now and then."""
        model, language = self._chance.choice(self._like), self._language
        counts = Counter(stem(word, "en") for word in language.draw(language.words, 300))
        hashes = {self._chance.getrandbits(60) for _ in range(len(model.sketch.hashes))}
        if self._chance.random() < 0.2:
            hashes |= language.draw(self._standing, 1)[0]
        facts = tuple(itertools.chain.from_iterable(language.draw(self._facts, max(1, sum(f.kind != "name" for f in model.facts)))))
        words = {word: float(times) for word, times in counts.most_common(60)}
        ideas = dict.fromkeys(language.draw(self._concepts, len(model.concepts)), 1.0)
        names = {f"p:{name[:6].casefold()}": 1.0 for name in language.draw(language.names, len(model.names))}
        own = Sketch(model.sketch.k, frozenset(hashes))
        return replace(model, published=at.date(), lines=(), facts=facts, terms=words, concepts=ideas, names=names, sketch=own)


# ── filling ───────────────────────────────────────────────────────────────────


@dataclass
class _Ids:
    ids: tuple[int, ...]

    def scalars(self) -> tuple[int, ...]:
        return self.ids


@dataclass
class Notepad:
    """Stands where `remember` expects a transaction, and notes what it would write."""

    dialect: sa.Dialect = field(default_factory=sqlite.dialect)
    remembered: list[dict[str, Any]] = field(default_factory=list)
    rows: dict[str, list[tuple[Any, ...]]] = field(default_factory=dict)  # by the insert that writes them

    def execute(self, _insert: sa.Insert, row: dict[str, Any]) -> _Ids:
        """Note the row of an article, which is new."""
        self.remembered.append(row)
        return _Ids((row["article_id"],))

    def exec_driver_sql(self, insert: str, rows: Sequence[tuple[Any, ...]]) -> None:
        """Note the rows of an insert of many."""
        self.rows.setdefault(insert, []).extend(rows)


def fill(db: sa.Engine, make: Readings, upto: int) -> None:
    """Grow the archive to so many articles."""
    with db.begin() as tx:
        at = tx.execute(sa.select(sa.func.coalesce(sa.func.max(tables.articles.c.id), 0))).scalar_one()
        slugs = list(tx.execute(sa.select(tables.storylines.c.id)).scalars())
    for start in range(at + 1, upto + 1, BATCH):
        _fill(db, make, range(start, min(start + BATCH, upto + 1)), slugs)


def _fill(db: sa.Engine, make: Readings, numbers: Sequence[int], storylines: Sequence[int]) -> None:
    pad, kept = Notepad(), []
    for number in numbers:
        at, storyline = BEGIN + number * APART, storylines[int(len(storylines) ** ((number * 0.618) % 1)) - 1]
        memory.remember(pad, number, at, "filled", make.reading(at), storyline, None, number % 5 == 0)  # type: ignore[arg-type]
        kept.append((number, at, storyline))
    with db.begin() as tx:
        tx.execute(tables.articles.insert(), [_article_row(number, at) for number, at, _ in kept])
        tx.execute(tables.matches.insert(), [_match_row(number, at) for number, at, _ in kept])
        tx.execute(tables.placements.insert(), [_placement_row(*one) for one in kept])
        write(tx, pad)


def write(tx: sa.Connection, pad: Notepad) -> None:
    """Write in bulk what was noted."""
    tx.execute(tables.remembered.insert(), pad.remembered)
    for insert, rows in pad.rows.items():
        tx.exec_driver_sql(insert, _in_order(insert, rows))


def _in_order(insert: str, rows: Sequence[tuple[Any, ...]]) -> Sequence[tuple[Any, ...]]:
    """Put rows of hashes into the order of their table, which then is written ten times as fast; count terms before."""
    if insert.startswith("INSERT INTO terms "):
        return sorted(Counter(value for value, _ in rows).items())
    return rows if insert.startswith("INSERT INTO facts ") else sorted(rows)


def _article_row(number: int, at: datetime) -> dict[str, Any]:
    same = f"{number:032x}"
    return {
        "id": number, "url": f"https://filled.example/{number}",
        "title": f"Filled {number}", "publisher": "filled", "trust": "press", "language": "en",
        "text": "", "text_hash": same, "body_hash": same, "host": "filled.example", "stated_at": at, "first_seen_at": at, "matched_at": at,
    }  # fmt: skip


def _match_row(number: int, at: datetime) -> dict[str, Any]:
    named = {"reasons": [], "entities": ["cosmodrome:baikonur"], "mentions": [["cosmodrome:baikonur", 0]]}
    return {"article_id": number, "relevant": True, "score": 0.9, **named, "matched_at": at, "placed_at": at}


def _placement_row(number: int, at: datetime, storyline: int) -> dict[str, Any]:
    told = {"level": "store", "novelties": [], "reasons": [], "evidence": {}, "placed_at": at}
    return {"article_id": number, "placement": "repeat", "storyline_id": storyline, **told}


# ── measuring ─────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Cost:
    """What one article took, in milliseconds of CPU."""

    matching: float
    placing: float

    @property
    def both(self) -> float:
        """Match and place together."""
        return self.matching + self.placing


class Bench:
    """Saves, matches and places fresh articles on an archive."""

    def __init__(self, db: sa.Engine, topic: Topic, language: Language) -> None:
        self._db, self._topic, self._language = db, topic, language
        self._placer = Placer(topic)
        self._number = 0

    def once(self, now: datetime) -> Cost:
        """Let one fresh article through, and say what it took."""
        self._number += 1
        title, text = self._language.article()
        url = f"https://fresh.example/{now:%s}/{self._number}"
        with self._db.begin() as tx:
            articles.save(tx, Article(0, url, title, text, "fresh", now, "press", language="en", stated=now))
        begun = time.process_time()
        match.match(self._db, self._topic, lambda: now)
        matched = time.process_time()
        if self._placer.place(self._db, lambda: now, lambda *_: None) != 1:
            raise RuntimeError("the fresh article was not placed alone: the archive holds others that wait")
        return Cost(1000 * (matched - begun), 1000 * (time.process_time() - matched))


def percentile(values: Sequence[float], part: float) -> float:
    """The value that so large a part of all lies at or below."""
    return sorted(values)[max(math.ceil(part * len(values)) - 1, 0)]


def measure(db: sa.Engine, bench: Bench, size: int, count: int) -> str:
    """Measure `count` fresh articles, and write a line of the table."""
    now = BEGIN + (size + 1) * APART
    for _ in range(WARM_UP):
        bench.once(now)
    costs = [bench.once(now) for _ in range(count)]
    both = [cost.both for cost in costs]
    parts = f"{median(c.matching for c in costs):.1f} + {median(c.placing for c in costs):.1f}"
    return f"| {size:,} | {parts} | {median(both):.1f} | {percentile(both, 0.99):.1f} | {_bytes(db) / size:,.0f} |"


def _bytes(db: sa.Engine) -> int:
    with db.connect() as tx:
        return int(tx.exec_driver_sql("PRAGMA page_count").scalar_one()) * int(tx.exec_driver_sql("PRAGMA page_size").scalar_one())


# ── which statements cost, and does one scan ──────────────────────────────────


class Listener:
    """Notes each statement with its arguments and time."""

    def __init__(self, db: sa.Engine) -> None:
        self.seen: dict[str, Any] = {}
        self.took: Counter[str] = Counter()
        self.times: Counter[str] = Counter()
        self._begun = 0.0
        sa.event.listen(db, "before_cursor_execute", self._before)
        sa.event.listen(db, "after_cursor_execute", self._after)

    def _before(self, *_: Any) -> None:
        self._begun = time.perf_counter()

    def _after(self, _connection: Any, _cursor: Any, statement: str, parameters: Any, _context: Any, many: bool) -> None:
        short = re.sub(r"\s+", " ", re.sub(r"(\?, )+\?", "…", statement))
        self.took[short] += time.perf_counter() - self._begun
        self.times[short] += 1
        if not many and statement.startswith("SELECT"):
            self.seen[short] = (statement, parameters)


def explained(db: sa.Engine, seen: dict[str, Any]) -> Iterator[tuple[str, list[str]]]:
    """Yield each statement with the steps that SQLite takes for it."""
    with db.connect() as tx:
        for short, (statement, parameters) in seen.items():
            yield short, [row[3] for row in tx.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters)]


def scans(steps: Sequence[str]) -> list[str]:
    """Name the steps that read a whole table that grows with the archive; storylines are few."""
    growing = "articles|matches|placements|remembered|postings|shingles|terms|facts|developments|entries"
    return [step for step in steps if re.match(rf"SCAN (?:{growing})\b", step)]


def look_closely(db: sa.Engine, bench: Bench, size: int, rounds: int = 10) -> Iterator[str]:
    """Place some more, and tell which statements take longest and which scan."""
    listener = Listener(db)
    for _ in range(rounds):
        bench.once(BEGIN + (size + 2) * APART)
    yield f"Statements that take longest at {size:,} articles, milliseconds an article:"
    for short, seconds in listener.took.most_common(6):
        yield f"- {1000 * seconds / rounds:.2f} ({listener.times[short] / rounds:.0f} times): {short[:230]}"
    found = [(short, scans(steps)) for short, steps in explained(db, listener.seen)]
    for short, steps in found:
        if steps:
            yield f"- SCANS: {'; '.join(steps)}: {short[:300]}"
    if not any(steps for _, steps in found):
        yield "- no statement scans a table that grows"


def run(sizes: Sequence[int], count: int, folder: Path | None, tell: Callable[[str], None]) -> None:
    """Grow, measure, and tell."""
    chance, topic, given = random.Random(SEED), topic_of(), load_seeds(ROOT / "seeds")
    language = Language(chance)
    make = Readings(language, chance)
    with scratch_archive(folder) as db:
        seed.take_in(db, given.seeds, given.dossiers, topic, lambda: BEGIN)
        tell("| articles | median: match + place, ms | both | p99 | bytes an article, without its text |\n|---|---|---|---|---|")
        bench = Bench(db, topic, language)
        for size in sizes:
            fill(db, make, size)
            tell(measure(db, bench, size, count))
        tell("\nThe target: at most 12 ms at 1,000 and 15 ms at 1,000,000.\n")
        for line in look_closely(db, bench, sizes[-1]):
            tell(line)


def main() -> int:
    """Print the table."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--full", action="store_true", help="grow to a million articles")
    options.add_argument("--sizes", help="other sizes, parted by commas")
    options.add_argument("--articles", type=int, default=60, help="how many are measured at each size")
    options.add_argument("--folder", type=Path, help="where the archive is made: a disk with room")
    given = options.parse_args()
    sizes = [int(size) for size in given.sizes.split(",")] if given.sizes else FULL if given.full else SIZES
    run(sizes, given.articles, given.folder, lambda line: print(line, flush=True))
    return 0


if __name__ == "__main__":
    sys.exit(main())
