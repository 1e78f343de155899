"""Run articles from a file through the real match and place, in order, on a fresh archive that holds the seeds."""

import json
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from monitor.domain.articles.article import Article
from monitor.domain.articles.seed import Seed
from monitor.domain.judging.storyline import Decision, Dossier
from monitor.domain.matching.topic import Match, Topic
from monitor.domain.words.text import clean, clean_line
from monitor.errors import SettingsError
from monitor.pipeline import match, seed
from monitor.pipeline.place import Placer
from monitor.store import articles, migrate
from monitor.store.database import open_database, reading
from monitor.store.tables import articles as archived

KNOWN_FROM = time(6)  # a seed, or a dossier's development, is known from this hour of its day
_TITLE, _TEXT = 500, 200_000


@dataclass(frozen=True, slots=True)
class Item:
    """One article of the file."""

    id: str
    published: datetime
    source: str
    language: str | None
    title: str
    body: str
    labels: dict[str, Any]  # every key of the line, for `evaluate`


def read_items(lines: Iterable[str], name: str = "the file") -> Iterator[Item]:
    """Read JSON lines; SettingsError names the line that cannot be used."""
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield _item(line, f"{name}, line {number}")


def _item(line: str, where: str) -> Item:
    try:
        row = json.loads(line)
        published = datetime.fromisoformat(row["published"])
        published = published if published.tzinfo else published.replace(tzinfo=UTC)
        title, body = clean_line(str(row.get("title") or ""), _TITLE), clean(str(row.get("body") or ""), _TEXT)
        return Item(str(row["id"]), published, str(row.get("source") or "unknown"), row.get("language"), title, body, row)
    except json.JSONDecodeError as error:
        raise SettingsError(f"{where}: no JSON ({error.msg}); each line is one object with id, published, title, body") from error
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise SettingsError(f"{where}: {error!r}; an item needs id, published (ISO 8601), title and body") from error


def judge(
    items: Iterable[Item], topic: Topic, seeds: Sequence[Seed], dossiers: Sequence[Dossier], *, with_dossiers: bool = True
) -> Iterator[dict[str, Any]]:
    """Judge items in order; one decision for each, in the form of the documentation."""
    with tempfile.TemporaryDirectory(prefix="monitor-judge-") as folder:
        court = Court(Path(folder) / "archive.sqlite", topic, seeds, dossiers if with_dossiers else [_definition(d) for d in dossiers])
        try:
            for item in items:
                yield court.judge(item)
        finally:
            court.close()


def _definition(dossier: Dossier) -> Dossier:
    """Leave of a dossier what says which articles belong to it: nothing that happened."""
    return replace(dossier, chronology=())


class Court:
    """A fresh archive, with what is known at the time of each item."""

    def __init__(self, path: Path, topic: Topic, seeds: Sequence[Seed], dossiers: Sequence[Dossier]) -> None:
        self._db = open_database(f"sqlite:///{path}")
        # The archive lives as long as the command: nothing is lost if the machine stops.
        sa.event.listen(self._db, "connect", lambda connection, _record: connection.execute("PRAGMA synchronous=OFF"))
        migrate.upgrade(self._db)
        self._topic, self._seeds, self._dossiers = topic, seeds, dossiers
        self._placer = Placer(topic)
        self._known = -1
        self._names: dict[int, str] = {}
        self._decided: list[tuple[int, Match, Decision]] = []

    def close(self) -> None:
        """Let the archive go."""
        self._db.dispose()

    def judge(self, item: Item) -> dict[str, Any]:
        """Judge one item after all that came before it."""
        self._learn(item.published)
        with self._db.begin() as tx:
            article = articles.save(tx, _article(item, len(self._names)))
        self._names[article] = item.id
        self._decided.clear()
        match.match(self._db, self._topic, lambda: item.published)
        self._placer.place(self._db, lambda: item.published, self._note)
        _, matched, decision = next(found for found in self._decided if found[0] == article)
        return self._told(item, matched, decision)

    def _learn(self, at: datetime) -> None:
        """Take in the seeds and past developments whose day has come."""
        due = [one for one in self._seeds if one.date and datetime.combine(one.date, KNOWN_FROM, UTC) <= at]
        past = [_until(dossier, at) for dossier in self._dossiers]
        known = len(due) + sum(len(dossier.chronology) for dossier in past)
        if known != self._known:
            seed.take_in(self._db, due, past, self._topic, lambda: at)
            self._known = known
            self._name_seeds()

    def _name_seeds(self) -> None:
        with reading(self._db).begin() as tx:
            for row in tx.execute(sa.select(archived.c.id, archived.c.seed).where(archived.c.seed.is_not(None))):
                self._names[row.id] = f"seed:{row.seed}"

    def _note(self, _tx: sa.Connection, article: Article, matched: Match, decision: Decision, _now: datetime) -> None:
        self._decided.append((article.id, matched, decision))

    def _told(self, item: Item, matched: Match, decision: Decision) -> dict[str, Any]:
        return {
            "id": item.id,
            "relevant": matched.relevant,
            "score": matched.score,
            "reasons": [*matched.reasons, *(decision.reasons if matched.relevant else ())],
            "storyline": decision.storyline,
            "development": decision.development,
            "placement": decision.placement,
            "of": self._names.get(decision.of) if decision.of else None,
            "novelties": list(_novelties(decision)),
            "level": decision.level,
            "evidence": dict(decision.evidence),
        }


def _novelties(decision: Decision) -> Iterator[dict[str, Any]]:
    """Write what is new; where its first sentence replaces no value, what the archive last said of the matter is what was before."""
    stated = decision.before.text if decision.before else None
    for number, one in enumerate(decision.novelties):
        yield {"kind": one.kind, "text": one.text, "old": one.old or (stated if number == 0 else None), "quote": one.quote}


def _until(dossier: Dossier, at: datetime) -> Dossier:
    return replace(dossier, chronology=tuple(p for p in dossier.chronology if datetime.combine(p.date, KNOWN_FROM, UTC) <= at))


def _article(item: Item, number: int) -> Article:
    # The address of an item proves nothing and may stand twice; the archive wants one for each article.
    return Article(
        id=0,
        url=f"item:{number}:{item.id}",
        title=item.title,
        text=item.body,
        publisher=item.source,
        first_seen=item.published,
        trust="press",
        language=item.language,
        stated=item.published,
    )
