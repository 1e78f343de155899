"""Place new matches, oldest first: gather what is near, decide, and keep decision, memory and alert together."""

import logging
import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime

import sqlalchemy as sa

from monitor.domain.articles.article import Article
from monitor.domain.facts.facts import Reading, read
from monitor.domain.judging.background import is_roundup
from monitor.domain.judging.comparing import Findings, Known, Surroundings, compare, retold
from monitor.domain.judging.copying import Subject, Twin
from monitor.domain.judging.kinship import Neighbour
from monitor.domain.judging.naming import naming_of
from monitor.domain.judging.placing import place as decide
from monitor.domain.judging.routing import NO_SIGNS, by_kind, fits, leanings, routes_of, signs_of
from monitor.domain.judging.storyline import Decision, Dossier, Route, Rules
from monitor.domain.matching.mentions import read as read_mentions
from monitor.domain.matching.topic import Match, Topic, is_known_by_likeness
from monitor.domain.words.likeness import containment
from monitor.store import memory, reviews, storylines
from monitor.store.articles import find
from monitor.store.database import take_turn
from monitor.store.dossiers import dossiers_stamp, every_dossier, is_opened
from monitor.store.matches import next_unplaced, note_placed, recognise

log = logging.getLogger(__name__)

Queue = Callable[[sa.Connection, Article, Match, Decision, datetime], None]
_LONGEST_REASON = 300
_RETELLS = "tells of the same happening as article "
_NEAREST = 8
_LIKELY = 3  # storylines whose newest developments are compared in any case


class Placer:
    """Places matches of one topic; keeps ready what the storylines' descriptions say, as long as they stay the same.

    To make that ready takes longer than to place an article, so one placer serves for as long as the topic is the same.
    """

    def __init__(self, topic: Topic) -> None:
        self._topic, self._rules = topic, Rules()
        self._roles = {entity.id: entity.role for entity in topic.entities.values()}
        self._asides = frozenset(entity for entity, role in self._roles.items() if role == "aside")
        self._stamp: tuple[str, ...] | None = None
        self._dossiers: list[Dossier] = []
        self._routes: tuple[Route, ...] = ()
        self._signs = NO_SIGNS

    def place(self, db: sa.Engine, now: Callable[[], datetime], queue: Queue, *, rules: Rules | None = None, limit: int = 100) -> int:
        """Place up to `limit` matches by `rules`, oldest first, and say how many there were."""
        placed, waits = 0, True
        while waits and placed < limit:
            # Choosing and placing are one transaction, and one placer works at a time: so no two
            # workers open two storylines for one happening.
            with db.begin() as tx:
                take_turn(tx, "place")
                found = next_unplaced(tx)
                if found is None:
                    break
                if placed == 0:
                    self._rules = rules or Rules()
                    self._look_at_dossiers(tx)
                article, match, waits = found
                match = match if match.relevant else self._recognised(tx, article, match)
                decision = self._place_one(tx, article, match, now())
                queue(tx, article, match, decision, now())
            log.info("placed article=%d as=%s storyline=%s level=%s", article.id, decision.placement, decision.storyline, decision.level)
            placed += 1
        return placed

    def _look_at_dossiers(self, tx: sa.Connection) -> None:
        stamp = dossiers_stamp(tx)
        if stamp != self._stamp:
            self._stamp = stamp
            self._dossiers = described = every_dossier(tx)
            self._routes = routes_of(described, self._named, self._telling)
            self._signs = signs_of(described)

    def _named(self, text: str) -> set[str]:
        """Name the entities of a dossier's text; one that lacks its context counts too, for the whole file is context."""
        found = read_mentions(self._topic.gazetteer, "", text)
        known = self._topic.entities
        return {m.entity for m in (*found.mentions, *found.doubtful) if m.entity in known and not known[m.entity].negative}

    def _telling(self, entity: str) -> float:
        return by_kind(self._topic.entities[entity].kind) if entity in self._topic.entities else 1.0

    def _place_one(self, tx: sa.Connection, article: Article, match: Match, now: datetime) -> Decision:
        """Place one match, and keep what was decided."""
        reading, decision = self._judge(tx, article, match)
        kept = storylines.save_placement(tx, article, decision, reading, now)
        note_placed(tx, article.id, now)
        return kept

    def _recognised(self, tx: sa.Connection, article: Article, match: Match) -> Match:
        """Take a text that names nothing of the topic for relevant where it retells what was told; what a person said of it goes before."""
        if self._topic.words.size:
            return match  # the user asked for words, not for a subject
        try:
            reading = storylines.read_article(article, match, self._asides)
            near, around = self._gather(tx, article, reading)
            told = retold(reading, article.published, near, around)
        except sa.exc.SQLAlchemyError:
            raise
        except Exception:
            log.exception("could not compare article=%d url=%s", article.id, article.url)
            return match
        if told is None or not is_known_by_likeness(self._topic, article.title, article.text, match.score, told.lacks):
            return match
        why = f"{_RETELLS}{told.teller.article} ({told.teller.publisher})"
        found = reviews.overrule(tx, article.id, article.title, article.text, replace(match, relevant=True, reasons=(why, *match.reasons)))
        if found.relevant:
            recognise(tx, article, found)
        return found

    def _judge(self, tx: sa.Connection, article: Article, match: Match) -> tuple[Reading | None, Decision]:
        """Read and decide; a text that trips either is kept and named, and holds up nobody."""
        if not match.relevant:
            return None, _off_topic(match)
        try:
            reading = storylines.read_article(article, match, self._asides)
            return reading, self._decide(tx, article, reading, match)
        except sa.exc.SQLAlchemyError:
            raise  # the archive is in trouble, not this article: it is placed when the archive is well again
        except Exception as error:
            log.exception("could not judge article=%d url=%s", article.id, article.url)
            return None, _unjudged(error)

    def _decide(self, tx: sa.Connection, article: Article, reading: Reading, match: Match) -> Decision:
        every_match = self._topic.definition.alert_on == "matches"
        naming = naming_of([(m.entity, m.sentence) for m in match.mentions], self._roles, reading.lines, match.score)
        subject = Subject(reading, article.published, article.trust, every_match, article.publisher, _retold_by(match), naming)
        near, around = self._gather(tx, article, reading)
        found = compare(subject, near, around)
        return decide(found, _twins(tx, article, reading, self._rules), self._known(tx, found, near))

    def _gather(self, tx: sa.Connection, article: Article, reading: Reading) -> tuple[list[Neighbour], Surroundings]:
        """Look up the earlier articles worth comparing, and how well the article fits each storyline."""
        features = memory.features_of(reading)
        rare = memory.rarity(tx, features)
        fitting = fits(reading, self._routes, self._signs)
        likely = [slug for slug, _ in fitting[:_LIKELY]]
        near = memory.load(tx, [other for other in memory.near(tx, features, rare, article.published, likely) if other != article.id])
        routes = {route.slug: route for route in self._routes}
        return near, Surroundings(routes, fitting, leanings(reading, self._routes), rare, self._rules)

    def _known(self, tx: sa.Connection, found: Findings, near: Sequence[Neighbour]) -> Known:
        """Look up what the storyline of an article knows; where it has none, or several, what those of the articles near it know."""
        alone = [found.slug] if found.slug and not is_roundup(found.subject.reading) else []
        slugs = alone or list(dict.fromkeys(slug for slug in (found.slug, *(n.storyline for n in near[:_NEAREST])) if slug))
        return Known(memory.known(tx, found.subject.reading, slugs), self._is_open(tx, found.slug, near))

    def _is_open(self, tx: sa.Connection, slug: str | None, near: Sequence[Neighbour]) -> bool:
        """Say whether a storyline has an article or main seed; nearly always one of those near the new one shows it."""
        if slug is None:
            return False
        shown = any(neighbour.storyline == slug for neighbour in near)
        return shown or any(is_opened(tx, dossier) for dossier in self._dossiers if dossier.slug == slug)


def _retold_by(match: Match) -> int | None:
    """Say by which article a text was known to be of the topic: its reasons keep it, so that it is placed alike once more."""
    return next((int(found[1]) for reason in match.reasons if (found := re.match(rf"{_RETELLS}(\d+)", reason))), None)


def _off_topic(match: Match) -> Decision:
    why = match.reasons[0] if match.reasons else "nothing of the topic is named"
    return Decision("none", "none", reasons=match.reasons, held=f"not on the topic: {why}")


def _unjudged(error: Exception) -> Decision:
    why = f"could not be judged: {type(error).__name__}: {error}"[:_LONGEST_REASON]
    return Decision("none", "none", reasons=(why,), held=why)


def _twins(tx: sa.Connection, article: Article, reading: Reading, rules: Rules) -> list[Twin]:
    """Read again, with their sentences, the articles that share runs of words."""
    found: list[Twin] = []
    for neighbour in memory.load(tx, [other for other in memory.twins(tx, reading) if other != article.id], sketches=True):
        alike = containment(reading.sketch, neighbour.reading.sketch) >= rules.copy_from
        other = find(tx, neighbour.article) if alike else None
        if other:
            again = read(other.title, other.text, other.language, other.published.date())
            found.append(Twin(neighbour, again))
    return found
