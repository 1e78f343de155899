"""An alert: what is new, against what the archive knew, who says so, and why you get it."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime
from typing import Any

from monitor.domain.alerts.subject import WARNED, fact_of, shorten, subject_for
from monitor.domain.alerts.wording import IN
from monitor.domain.alerts.wording.words import Words
from monitor.domain.articles.article import Article
from monitor.domain.judging.storyline import Decision, Level, Novelty, Statement, StorylineContext, Teller
from monitor.domain.matching.topic import Match
from monitor.domain.words.text import clean_line, sentences

QUOTE_LIMIT = 400
TELLERS_LIMIT = 50


@dataclass(frozen=True, slots=True)
class Earlier:
    """An alert of ours that a later one has to do with."""

    key: str
    subject: str
    made_at: datetime
    messages: Mapping[str, str] = field(default_factory=dict)  # channel → the key of the message that told it there


@dataclass(frozen=True, slots=True)
class Alert:
    """Our decision to tell the user of one development, with everything that the message says."""

    key: str  # of its development, "baiterek#2025-12-26-1"; of its article where that tells none first and the user asked for every match
    level: Level
    kind: str  # of its weightiest novelty; else its placement
    subject: str  # in English; a message has it in the language of its channel
    storyline: str  # slug
    storyline_title: str
    article_id: int
    article_url: str
    article_title: str
    publisher: str
    published: datetime
    made_at: datetime
    development: str | None = None
    novelties: tuple[Novelty, ...] = ()
    values: tuple[str, ...] = ()  # the bare new value of each novelty, "March 2028"; empty where none could be told from the sentence
    language: str | None = None
    quote: str = ""  # the article's first sentence, where no novelty could be quoted
    of: int | None = None  # the article that it continues
    opening: bool = False  # it starts the storyline
    last_moved: datetime | None = None  # the development before this one
    last_summary: str | None = None
    before: Statement | None = None  # what the archive last said of the matter that it moves on
    seed_title: str | None = None
    seed_url: str | None = None
    tellers: tuple[Teller, ...] = ()  # who has told it so far, the first one first
    reasons: tuple[str, ...] = ()  # why the article matched
    why: tuple[str, ...] = ()  # why it is a development, and one of this level
    rumour: bool = False
    critical: bool = False  # it may wake a person
    watched: tuple[str, ...] = ()  # what of the storyline's watch list its new facts name
    entities: tuple[str, ...] = ()  # ids from the gazetteer
    trust: str = "unlisted"  # of the feed that brought it
    corrects: Earlier | None = None  # the alert of ours that was wrong
    updates: Earlier | None = None  # the alert of ours that told this development a short while before

    @property
    def kinds(self) -> frozenset[str]:
        """What kinds of news it tells, for routes and quiet hours."""
        return frozenset({self.kind, *(novelty.kind for novelty in self.novelties), *(["critical"] if self.critical else [])})

    @property
    def days_quiet(self) -> int | None:
        """How many days the storyline stood still before."""
        return None if self.last_moved is None else max((self.published - self.last_moved).days, 0)


def make_alert(article: Article, match: Match, decision: Decision, context: StorylineContext | None, now: datetime) -> Alert:
    """Make the alert of a development; everything from outside is cleaned here, once."""
    novelties = tuple(_clean_novelty(novelty) for novelty in decision.novelties)
    title = clean_line(article.title, 300) or "(no title)"
    kind = kind_of(novelties) or decision.placement
    told = Alert(
        key=key_of(article, decision),
        level=decision.level,
        kind=kind,
        subject="",
        storyline=decision.storyline or "",
        storyline_title=clean_line((context.title if context else None) or decision.storyline_title or decision.storyline or "", 200),
        article_id=article.id,
        article_url=clean_line(article.address, 4096),
        article_title=title,
        publisher=clean_line(article.publisher, 120),
        published=article.published,
        made_at=now,
        development=decision.development,
        novelties=novelties,
        values=tuple(value_of(novelty.kind, novelty.old, novelty.quote, decision.evidence) for novelty in novelties),
        language=article.language,
        quote="" if any(novelty.quote for novelty in novelties) else _first_sentence(article),
        of=decision.of,
        opening=decision.placement == "opening",
        last_moved=context.last_moved if context else None,
        last_summary=clean_line(context.last_summary, QUOTE_LIMIT) if context and context.last_summary else None,
        before=_clean_statement(decision.before) if decision.before else None,
        seed_title=clean_line(context.seed_title, 200) if context and context.seed_title else None,
        seed_url=clean_line(context.seed_url, 4096) if context and context.seed_url else None,
        tellers=_tellers(article, context),
        reasons=tuple(clean_line(reason, 200) for reason in match.reasons[:8]),
        why=tuple(clean_line(reason, 200) for reason in decision.reasons[:8]),
        rumour=decision.rumour,
        critical=decision.critical,
        watched=decision.watched,
        entities=tuple(match.entities),
        trust=article.trust,
    )
    return replace(told, subject=subject_of(told))


def key_of(article: Article, decision: Decision) -> str:
    """Name what an alert is about: a development has one alert, and so has an article that only repeats one but was asked for."""
    if decision.development and decision.placement in ("development", "opening"):
        return decision.development
    return f"{decision.development}~{article.id}" if decision.development else f"article#{article.id}"


def kind_of(novelties: Sequence[Novelty]) -> str | None:
    """Say what kind of news several novelties make together: a correction or a denial outweighs the rest."""
    kinds = [novelty.kind for novelty in novelties]
    return next((kind for kind in WARNED if kind in kinds), kinds[0] if kinds else None)


def subject_of(alert: Alert, words: Words = IN["en"]) -> str:
    """Write the subject of an alert in a language: the new fact, in the words of who told it."""
    fact = fact_of(alert.novelties, alert.values, alert.article_title, alert.language or "")
    return subject_for(fact, alert.kind, alert.key, words, rumour=alert.rumour, critical=alert.critical)


def origins(tellers: Sequence[Teller]) -> tuple[str, ...]:
    """Name the independent sources of a telling: publishers that took it from another count as that one."""
    return tuple(dict.fromkeys(teller.origin or teller.publisher for teller in tellers))


def _clean_novelty(novelty: Novelty) -> Novelty:
    return replace(
        novelty,
        text=clean_line(novelty.text, 200),
        quote=clean_line(novelty.quote, QUOTE_LIMIT),
        old=clean_line(novelty.old, 200) if novelty.old else None,
        old_source=clean_line(novelty.old_source, 120) if novelty.old_source else None,
    )


def _clean_statement(said: Statement) -> Statement:
    return replace(said, text=clean_line(said.text, QUOTE_LIMIT), source=clean_line(said.source, 120))


def value_of(kind: str, old: str | None, quote: str, evidence: Mapping[str, Any]) -> str:
    """Find the bare value in what placing compared: a reader wants "2027 → 2028", not two sentences; empty where it cannot be told.

    A whole sentence is no value: what it says stands for itself.
    """
    pairs = [(before, new) for before, new in evidence.get("changed", ()) if before == old]
    # A correction, or another version, that replaces a value bears its own kind in place of that value's.
    kinds = ("date", "money", "figure") if kind in WARNED and old else (kind,)
    found = [new for _, new in pairs] or [text for is_kind, text, *_ in evidence.get("new", ()) if is_kind in kinds]
    return next((clean_line(value, 120) for value in found if value != quote and value.casefold() in quote.casefold()), "")


def with_tellers(alert: Alert, told: Sequence[Teller]) -> Alert:
    """Name those who have told a development by now, where there are any."""
    return replace(alert, tellers=_cleaned(told)) if told else alert


def _tellers(article: Article, context: StorylineContext | None) -> tuple[Teller, ...]:
    told = context.tellers if context else ()
    return _cleaned(told or (Teller(article.publisher, None, article.published, article.language, article.address),))


def _cleaned(tellers: Sequence[Teller]) -> tuple[Teller, ...]:
    told = sorted(tellers, key=lambda teller: teller.at)[:TELLERS_LIMIT]
    return tuple(replace(t, publisher=clean_line(t.publisher, 120), origin=clean_line(t.origin, 120) if t.origin else None) for t in told)


def _first_sentence(article: Article) -> str:
    said = sentences(article.text[:5000], article.language)
    return shorten(clean_line(said[0], 1000), QUOTE_LIMIT) if said else ""


def alert_to_dict(alert: Alert) -> dict[str, Any]:
    """Write an alert as plain values for a JSON column."""
    values: dict[str, Any] = _plain(asdict(alert))
    return values


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, dict):
        return {name: _plain(inner) for name, inner in value.items()}
    return [_plain(inner) for inner in value] if isinstance(value, (list, tuple)) else value


def alert_from_dict(values: Mapping[str, Any]) -> Alert:
    """Read back what `alert_to_dict` wrote."""
    return Alert(
        **{
            **values,
            "published": datetime.fromisoformat(values["published"]),
            "made_at": datetime.fromisoformat(values["made_at"]),
            "last_moved": _moment(values["last_moved"]),
            "novelties": tuple(Novelty(**{**n, "old_at": _moment(n["old_at"])}) for n in values["novelties"]),
            "tellers": tuple(Teller(**{**t, "at": datetime.fromisoformat(t["at"])}) for t in values["tellers"]),
            "values": tuple(values["values"]),
            "reasons": tuple(values["reasons"]),
            "why": tuple(values["why"]),
            "watched": tuple(values.get("watched", ())),
            "entities": tuple(values.get("entities", ())),
            "before": Statement(**{**values["before"], "at": _moment(values["before"]["at"])}) if values.get("before") else None,
            "corrects": _earlier(values.get("corrects")),
            "updates": _earlier(values.get("updates")),
        }
    )


def _earlier(values: Mapping[str, Any] | None) -> Earlier | None:
    return Earlier(**{**values, "made_at": datetime.fromisoformat(values["made_at"])}) if values else None


def _moment(value: str | None) -> datetime | None:
    return datetime.fromisoformat(value) if value else None
