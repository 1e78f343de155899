"""What the measuring scripts share: the labelled data, the topic, scratch archives, and intervals by resampling whole groups.

Every measure is a formula over counts that are summed over groups (developments, topics, documents). The bootstrap draws groups, never
articles: articles that tell one development are no independent witnesses.
"""

import gzip
import json
import random
import re
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import sqlalchemy as sa
import yaml

from monitor.domain.matching.gazetteer import TopicDefinition
from monitor.domain.matching.topic import Topic, compile_topic
from monitor.domain.words.likeness import words_of
from monitor.evaluation import Rate
from monitor.settings.topic import TopicFile, to_definition
from monitor.store import migrate
from monitor.store.database import open_database

ROOT = Path(__file__).parents[1]
DATA = ROOT.parent / "shared" / "data"
ROUNDS = 1000
SEED = 20261121  # the same numbers at every run

Counts = tuple[float, ...]
Formula = Callable[[Sequence[float]], float | None]


# ── figures with intervals ────────────────────────────────────────────────────


def share(sums: Sequence[float]) -> float | None:
    """So many of so many."""
    return sums[0] / sums[1] if sums[1] else None


def f1(sums: Sequence[float]) -> float | None:
    """Of right ones, found ones and true ones."""
    return 2 * sums[0] / (sums[1] + sums[2]) if sums[1] + sums[2] else None


def harmonic(sums: Sequence[float]) -> float | None:
    """Of sums of precisions and recalls, and the count of items."""
    precision, recall = sums[0] / sums[2], sums[1] / sums[2]
    return 2 * precision * recall / (precision + recall) if precision + recall else None


@dataclass(frozen=True, slots=True)
class Figure:
    """A measured value with its 95 % interval."""

    value: float | None
    low: float | None = None
    high: float | None = None

    def told(self) -> str:
        """Write it for a table."""
        if self.value is None:
            return "–"
        bounds = "" if self.low is None or self.high is None else f" ({_short(self.low)}–{_short(self.high)})"
        return f"{self.value:.3f}{bounds}"


def _short(value: float) -> str:
    return f"{value:.2f}"


def figure(groups: Iterable[Counts], formula: Formula, rounds: int = ROUNDS) -> Figure:
    """Measure, and draw the groups again and again to see how far chance goes."""
    counts = list(groups)
    if not counts:
        return Figure(None)
    drawn = random.Random(SEED)
    again = [formula(_sum(drawn.choices(counts, k=len(counts)))) for _ in range(rounds)]
    values = sorted(value for value in again if value is not None)
    if not values:
        return Figure(formula(_sum(counts)))
    value, low, high = formula(_sum(counts)), values[int(0.025 * len(values))], values[min(int(0.975 * len(values)), len(values) - 1)]
    if low == high and value in (0.0, 1.0) and formula is share:
        return Figure(value, *_of_groups(counts, value))
    return Figure(value, low, high)


def _of_groups(counts: Sequence[Counts], value: float) -> tuple[float, float]:
    """Where no group differs, drawing them again cannot tell how far chance goes: then the interval of Wilson over the groups does."""
    groups = sum(1 for group in counts if group[1])
    return Rate(round(value * groups), groups).interval or (value, value)


def _sum(counts: Iterable[Counts]) -> list[float]:
    return [sum(column) for column in zip(*counts, strict=True)]


def by_group(rows: Iterable[tuple[str, Counts]]) -> list[Counts]:
    """Sum up counts within each group."""
    groups: dict[str, list[Counts]] = {}
    for name, counts in rows:
        groups.setdefault(name, []).append(counts)
    return [tuple(_sum(group)) for group in groups.values()]


# ── rows of the table ─────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table; `target` is written with its comparison, such as "≥ 0.95"."""

    name: str
    figure: Figure
    target: str = ""
    note: str = ""

    @property
    def missed(self) -> bool:
        """Say whether there is a target, and the value does not reach it."""
        if not self.target or self.figure.value is None:
            return False
        bound = float(re.sub(r"[^\d.]", "", self.target))
        value = round(self.figure.value, 3)
        return value > bound if self.target.startswith("≤") else value < bound


def table(heading: str, rows: Sequence[Row]) -> str:
    """Write rows as Markdown; a missed target is said in words."""
    lines = [f"## {heading}", "", "| measure | value (95 % interval) | target | |", "|---|---|---|---|"]
    for row in rows:
        note = "; ".join(part for part in ("missed" if row.missed else "", row.note) if part)
        lines.append(f"| {row.name} | {row.figure.told()} | {row.target} | {note} |")
    return "\n".join(lines) + "\n"


# ── what is measured on ───────────────────────────────────────────────────────


def lines_of(path: Path) -> Iterator[dict[str, Any]]:
    """Read JSON lines, packed or not."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as file:
        yield from map(json.loads, file)


def thin(rows: Sequence[Any], most: int | None) -> list[Any]:
    """Take at most so many rows, spread evenly; None takes all."""
    if most is None or len(rows) <= most:
        return list(rows)
    return [rows[n * len(rows) // most] for n in range(most)]


def topic_of(config: Path = ROOT / "config") -> Topic:
    """Compile the project's own topic."""
    file = TopicFile.model_validate(yaml.safe_load((config / "topic.yaml").read_text(encoding="utf-8")))
    return compile_topic(to_definition(file, config))


def no_topic() -> Topic:
    """A topic that names nothing: placing then goes by the texts alone."""
    return compile_topic(TopicDefinition())


@contextmanager
def scratch_archive(folder: Path | None = None) -> Iterator[sa.Engine]:
    """A fresh archive in a file, gone afterwards; it need not survive a power cut."""
    with tempfile.TemporaryDirectory(prefix="monitor-measure-", dir=folder) as scratch:
        db = open_database(f"sqlite:///{Path(scratch) / 'archive.sqlite'}")
        sa.event.listen(db, "connect", lambda connection, _record: connection.execute("PRAGMA synchronous=OFF"))
        migrate.upgrade(db)
        try:
            yield db
        finally:
            db.dispose()


NOON = datetime(2018, 11, 1, 12, tzinfo=UTC)  # one moment for collections without dates


# ── what others would do ──────────────────────────────────────────────────────

OVERLAP, TITLE_OVERLAP = 0.85, 0.5
Bag = frozenset[str]


def bag_of(text: str) -> Bag:
    """The different words of a text."""
    return frozenset(words_of(text))


def overlaps(one: Bag, other: Bag, least: float) -> bool:
    """Ask whether so much of the shorter text's words stand in the other."""
    return bool(one) and bool(other) and len(one & other) >= least * min(len(one), len(other))


def baseline_clusters(texts: Sequence[tuple[str, str]]) -> Mapping[str, list[int]]:
    """Cluster articles (title, body) in one pass, as simple monitors do: each joins the first that it overlaps with."""
    whole, titles = [bag_of(f"{title} {body}") for title, body in texts], [bag_of(title) for title, _ in texts]
    return {
        "each article its own": list(range(len(texts))),
        "all one": [0] * len(texts),
        "85 % word overlap": _joined(whole, OVERLAP),
        "title overlap": _joined(titles, TITLE_OVERLAP),
    }


def _joined(bags: Sequence[Bag], least: float) -> list[int]:
    found: list[int] = []
    for number, bag in enumerate(bags):
        first = next((n for n in range(number) if overlaps(bag, bags[n], least)), None)
        found.append(number if first is None else found[first])
    return found
