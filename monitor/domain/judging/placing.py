"""Where a match belongs: the same text? the same happening? anything new? The one decision that alerts rest on."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from monitor.domain.facts.facts import NAMES, Fact, Reading
from monitor.domain.facts.lines import Line
from monitor.domain.judging.background import is_background, looks_back, plans
from monitor.domain.judging.before import stated_before
from monitor.domain.judging.copying import RUMOUR, Subject, Twin, copied, is_short_and_other
from monitor.domain.judging.earlier import KnownFact
from monitor.domain.judging.kinship import Kin, Neighbour, kin_of, measure
from monitor.domain.judging.levels import is_critical, level_of, watched_in
from monitor.domain.judging.novelty import News, news_of
from monitor.domain.judging.predecessor import predecessor
from monitor.domain.judging.routing import choose
from monitor.domain.judging.storyline import Decision, Kind, Novelty, Route, Rules
from monitor.domain.judging.telling import answer, quotes, tell

EVERY_MATCH = "every match was asked for"
OTHER = "other"  # where an article on the topic belongs to no storyline of the user's
_SHOWN = 5
DEFAULT = Rules()
# Without storylines of the user's an article is told again only by one that is much like it.
_BARE = Rules(kin_from=0.44, news_from=0.5, sureness=0.0, fresh_from=0.0)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What placing goes by beside the articles: the user's storylines, and how rare each feature is."""

    routes: Mapping[str, Route] = field(default_factory=dict)
    fitting: Sequence[tuple[str, float]] = ()  # how well the article fits each route, the best first
    rarity: Mapping[str, float] = field(default_factory=dict)
    rules: Rules = DEFAULT


@dataclass(frozen=True, slots=True)
class Known:
    """What the archive knows of the storyline that a match belongs to."""

    facts: Sequence[KnownFact] = ()
    opened: bool = False  # an article or main seed belongs to it already


NOTHING_KNOWN = Known()


@dataclass(frozen=True, slots=True)
class Findings:
    """What the comparison found, for the verdict to weigh."""

    subject: Subject
    kins: tuple[Kin, ...]
    ranked: tuple[tuple[str, float], ...]
    around: Surroundings
    slug: str | None  # the storyline that it belongs to
    bond: Kin | None  # the earlier article that tells of the same happening
    rules: Rules
    known: Known = NOTHING_KNOWN
    news: tuple[News, ...] = ()

    @property
    def weight(self) -> float:
        """Sum up what is new; many small things do not make a big one."""
        return sum(news.weight * 0.75**n for n, news in enumerate(self.news[:8]))


def compare(subject: Subject, near: Sequence[Neighbour], around: Surroundings) -> Findings:
    """Compare a match with earlier articles, and find the storyline and the happening that it tells of."""
    rules = around.rules if around.routes else _bare(around.rules)
    measured = measure(subject.reading, around.rarity)
    kins = sorted((kin_of(measured, subject.at, n) for n in near), key=lambda kin: (-kin.score, kin.neighbour.article))
    ranked = choose(around.fitting, kins)
    slug = _storyline(ranked, around.routes, kins, rules)
    return Findings(subject, tuple(kins), tuple(ranked), around, slug, _bond(kins, ranked, rules), rules)


def place(found: Findings, twins: Sequence[Twin], known: Known) -> Decision:
    """Say where a match that was compared belongs, and what that rests on."""
    subject = found.subject
    decision = copied(subject, twins, found.around.rules) or _verdict(_with_news(found, known))
    if subject.every_match and not _is_same_article(subject, twins):
        return replace(decision, level="push", held=None, reasons=(EVERY_MATCH, *decision.reasons))
    return decision


def _with_news(found: Findings, known: Known) -> Findings:
    """Add what is new: against the articles like it, and against all that its storyline knows."""
    told = [kin.neighbour.reading for kin in found.kins[:8] if kin.neighbour.storyline == found.slug or kin is found.bond]
    return replace(found, known=known, news=tuple(news_of(found.subject.reading, told, known.facts, found.slug)))


def retold(reading: Reading, at: datetime, near: Sequence[Neighbour], around: Surroundings) -> Neighbour | None:
    """Find the article of the topic that a text surely retells which names nothing of the topic itself."""
    measured = measure(reading, around.rarity)
    kins = [kin_of(measured, at, neighbour) for neighbour in near]
    ranked = choose(around.fitting, kins)
    akin = [kin for kin in kins if _shares_what_happened(kin)]
    best = max(akin, key=lambda kin: (strength(kin, ranked), -kin.neighbour.article), default=None)
    return best.neighbour if best and strength(best, ranked) >= around.rules.retold_from else None


def _is_same_article(subject: Subject, twins: Sequence[Twin]) -> bool:
    """Title and text word for word: the same article under another address."""
    mine = [line.words for line in subject.reading.lines]
    return any([line.words for line in twin.reading.lines] == mine for twin in twins)


def _bare(rules: Rules) -> Rules:
    """The rules where the user has no storylines, moved as far from theirs as these are."""
    return replace(_BARE, news_from=round(_BARE.news_from * rules.news_from / DEFAULT.news_from, 3))


# ── storyline and happening ───────────────────────────────────────────────────


def _storyline(ranked: Sequence[tuple[str, float]], routes: Mapping[str, Route], kins: Sequence[Kin], rules: Rules) -> str | None:
    if routes:
        return ranked[0][0] if ranked and ranked[0][1] >= rules.route_from else OTHER
    # Without storylines of the user's a thread is what its articles are about; it may be loose, for nothing but grouping hangs on it.
    close = max((kin for kin in kins if kin.neighbour.storyline), key=lambda kin: (kin.likeness, -kin.neighbour.article), default=None)
    return close.neighbour.storyline if close and close.likeness >= _THREAD else None


_THREAD = 0.24


def _bond(kins: Sequence[Kin], ranked: Sequence[tuple[str, float]], rules: Rules) -> Kin | None:
    """Find the earlier article that tells of the same happening; of several about as alike, the one with the newest development."""
    strong = [(strength(kin, ranked), kin) for kin in kins if _shares_what_happened(kin)]
    best = max((found for found, _ in strong), default=0.0)
    if best < rules.kin_from:
        return None
    close = [(found, kin) for found, kin in strong if found >= max(best - _CLOSE, rules.kin_from)]
    return max(close, key=lambda pair: (pair[1].neighbour.first, pair[0], -pair[1].neighbour.article))[1]


def _shares_what_happened(kin: Kin) -> bool:
    """Ask for more than the people and places that two happenings of one storyline share on one day: words, figures, or what was done."""
    return sum(kin.parts[name] for name in ("facts", "terms", "head", "ideas")) >= _HAPPENING


_CLOSE = 0.07
_HAPPENING = 0.35


def strength(kin: Kin, ranked: Sequence[tuple[str, float]]) -> float:
    """Weigh likeness with nearness in time: a happening is retold for hours, seldom for weeks; and with the storyline it belongs to."""
    scores = dict(ranked)
    best = ranked[0][1] if ranked else 0.0
    behind = best - scores.get(kin.neighbour.storyline or "", 0.0) if ranked else 0.0
    nearness = 0.2 * math.exp(-kin.days / 1.5)
    belongs = (0.08 if behind <= 0 else -min(0.2 * behind, 0.2)) if ranked else 0.0
    # What gives the same figures and dates is the same happening a week later, too.
    distance = 0.14 * math.log1p(max(kin.days - 2.0 - 8.0 * kin.parts["facts"], 0.0))
    return kin.likeness + nearness + belongs - distance


# ── verdict ───────────────────────────────────────────────────────────────────


def _verdict(found: Findings) -> Decision:
    reading = found.subject.reading
    if "correction" in reading.marks and found.bond and not _is_corrected(found):
        return _development(_continuing(found), "a correction of what was told before", "correction")
    if is_background(reading, found.news, found.weight, found.rules.fresh_from, is_bound=found.bond is not None):
        return _background(found)
    if not found.bond:
        first = f"nothing like it was told in {found.slug}" if found.slug else "the first of its storyline"
        return _development(found, first, "denial" if "denial" in reading.marks else None)
    turned = _turn(found, found.bond)
    if turned:
        return _development(_continuing(found), turned[1], turned[0])
    changed = _changed_value(found)
    if changed:
        return _development(found, changed)
    if found.weight >= _needed(found, found.bond) or (
        not found.around.routes and is_short_and_other(found.subject, found.bond.neighbour.reading)
    ):
        return _development(found, f"tells more than article {found.bond.neighbour.article}: {_listed(found.news)}")
    side = _side(found, found.bond)
    if side:
        return _development(_continuing(found), side)
    return _repeat(found)


def _is_corrected(found: Findings) -> bool:
    """Ask whether another has told the same correction, in whatever language; one that gives yet another value is news."""
    told = any("correction" in kin.neighbour.reading.marks and strength(kin, found.ranked) >= found.rules.kin_from for kin in found.kins)
    return told and _changed_value(found) is None


def _changed_value(found: Findings) -> str | None:
    """Name the value of title or lead that replaces a known one; a round-up recalls many."""
    if "roundup" in found.subject.reading.marks:
        return None
    lines = found.subject.reading.lines
    replacing = ((news.old, news.text) for news in found.news if lines[news.line].where in ("title", "lead"))
    return next((f"{old.fact.text} has become {new}" for old, new in replacing if old), None)


def _continuing(found: Findings) -> Findings:
    """An answer belongs where the statement that it answers stands."""
    slug = found.bond.neighbour.storyline if found.bond else None
    return replace(found, slug=slug or found.slug)


def _needed(found: Findings, bond: Kin) -> float:
    """Ask more of what is new the surer it is that the happening was told, and less the longer ago: retellings come soon, or seldom."""
    rules = found.rules
    sure = rules.news_from + rules.sureness * max(strength(bond, found.ranked) - rules.kin_from, 0.0)
    return sure * math.exp(-max(bond.days - 2.0, 0.0) / 30.0)


def _turn(found: Findings, bond: Kin) -> tuple[str, str] | None:
    """Recognise a denial or a contradicting version of what the kin article told."""
    reading, heard = found.subject.reading, bond.neighbour.reading.marks
    # What gives the same figures and dates retells, even where somebody in it denies something else.
    retold = bond.parts["facts"] >= _RETOLD
    if "denial" in reading.marks and "denial" not in heard and (not retold or _denies(reading.lines[0])):
        return "denial", f"denies what article {bond.neighbour.article} told"
    if "conflict" in reading.marks and "conflict" not in heard and (not retold or any(_rivals(news, bond) for news in found.news)):
        return "conflict", f"gives another version than article {bond.neighbour.article}"
    if not retold and _goes_on(reading, bond.neighbour.reading):
        return "status", f"works again, against article {bond.neighbour.article}"
    return None


def _denies(headline: Line) -> bool:
    return "denial" in headline.says or "no_grounds" in headline.says


def _goes_on(reading: Reading, before: Reading) -> bool:
    """Ask whether a headline says that what was broken off goes on, or that what was called off took off after all."""
    resumed = reading.concepts.get("resume", 0.0) >= _IN_TITLE and "resume" not in before.head and _BROKEN & before.head
    flew = "flight" in reading.marks - before.marks and "launch" in reading.head & before.head and _CALLED_OFF & before.head
    return bool(resumed or flew)


_RETOLD = 0.5


def _side(found: Findings, bond: Kin) -> str | None:
    """Recognise a follow-up: a step that nobody told of, or a value in the headline beside somebody nobody named."""
    reading, earlier = found.subject.reading, bond.neighbour
    steps = {idea for idea in reading.head & _STEPS if reading.concepts.get(idea, 0.0) >= _IN_TITLE}
    steps -= set() if "office" in reading.marks else _OF_OFFICE  # a satellite is replaced as well
    heard = {idea for kin in found.kins if kin is bond or kin.likeness >= _AKIN for idea in kin.neighbour.reading.concepts}
    taken = sorted(steps - heard) if bond.days >= _STEP_AFTER else []
    if taken:
        return f"a further step after article {earlier.article}: {', '.join(taken)}"
    speakers = [fact for fact in reading.facts if _is_speaker(fact) and fact.keys[0] not in earlier.reading.names]
    valued = [news for news in found.news if _is_value(news.fact) and news.text in reading.title]
    if speakers and valued and "told" in reading.marks and bond.parts["facts"] < _RETOLD:
        return f"another value from another side than article {earlier.article}: {valued[0].text}"
    return None


_STEPS = frozenset({"inspect", "appoint", "resign", "court", "fine", "seize"})
_OF_OFFICE = frozenset({"appoint", "resign"})
_STEP_AFTER = 0.25  # days
_AKIN = 0.15  # likeness: told of the step, if in words too few for a bond


def _is_value(fact: Fact | None) -> bool:
    """Tell a date, a sum or a measure from a mere count, which every retelling counts anew."""
    if fact is None or fact.kind in NAMES or fact.recalled:
        return False
    return fact.ahead if fact.figure is None else fact.figure.dimension not in ("count", "hours", "age", "times")


def _is_speaker(fact: Fact) -> bool:
    return fact.kind in NAMES and fact.keys[0].startswith("p:") and fact.where in ("title", "lead") and not fact.recalled


def _rivals(news: News, bond: Kin) -> bool:
    """Ask whether a new value stands against one of the same measure in the earlier article."""
    fact = news.fact
    if fact is None or fact.kind in NAMES or fact.where not in ("title", "lead"):
        return False
    others = [other for other in bond.neighbour.reading.facts if other.kind == fact.kind]
    if fact.figure:
        return any(other.figure and other.figure.dimension == fact.figure.dimension for other in others)
    return bool(others)


_BROKEN = frozenset({"failure", "suspend", "ban"})
_CALLED_OFF = frozenset({"cancel", "postpone", "suspend", "failure"})
_IN_TITLE = 3.0


def _listed(news: Sequence[News]) -> str:
    return ", ".join(n.text for n in news[:3])


def _repeat(found: Findings) -> Decision:
    assert found.bond is not None
    earlier = found.bond.neighbour
    told = ", ".join(found.bond.shared[:4])
    reasons = (f"tells of the same happening as article {earlier.article} ({earlier.publisher})" + (f"; both give {told}" if told else ""),)
    return Decision(
        "repeat",
        "store",
        earlier.storyline,
        development=earlier.development,
        of=earlier.first or earlier.article,
        reasons=reasons,
        held=f"nothing new beside {earlier.publisher}",
        evidence=_evidence(found),
    )


def _background(found: Findings) -> Decision:
    marks = sorted(found.subject.reading.marks) or ["no new fact"]
    return Decision(
        "background", "store", found.slug, reasons=(f"background: {', '.join(marks)}",), held="no new fact", evidence=_evidence(found)
    )


def _development(found: Findings, reason: str, kind: str | None = None) -> Decision:
    reading = found.subject.reading
    route = found.around.routes.get(found.slug or "")
    novelties = _novelties(found, kind)
    placement: Kind = "development" if _is_open(found) else "opening"
    level, why = level_of(reading, route, novelties) if found.around.routes else ("push", "no dossier says otherwise")
    rumour = found.subject.trust == "unlisted"  # who has no name to lose confirms nothing
    if level == "push" and rumour:
        level, why = "digest", "told by an unlisted source alone"
    continued = found.bond.neighbour if found.bond else None
    before = stated_before(reading, found.bond, found.kins, found.slug)
    return Decision(
        placement,
        level,
        found.slug,
        storyline_title=route.title if route else reading.title,
        of=continued.first if continued else None,
        novelties=novelties,
        before=before,
        reasons=(reason, why, *((RUMOUR,) if rumour and any(novelty.old for novelty in novelties) else ())),
        rumour=rumour,
        critical=level == "push" and is_critical(reading),
        watched=watched_in(novelties, reading, route, continued.reading if continued else None),
        evidence={**_evidence(found), **({"before": before.to_dict()} if before else {})},
    )


def _is_open(found: Findings) -> bool:
    return found.known.opened or (found.slug is not None and any(kin.neighbour.storyline == found.slug for kin in found.kins))


def _novelties(found: Findings, kind: str | None) -> tuple[Novelty, ...]:
    """Say what is new in the article's own sentences; the first of them bears the kind of the development."""
    reading = found.subject.reading
    planned = plans(reading, found.news) if looks_back(reading) else []
    heard = {idea for kin in found.kins if kin is found.bond for idea in kin.neighbour.reading.concepts}
    novelties = quotes(reading, planned) if planned else tell(reading, found.news, heard)
    first, *others = answer(reading, kind, novelties) if kind in _ANSWERS else novelties
    return (replace(first, kind=kind or first.kind, old=first.old or predecessor(reading)), *others)


_ANSWERS = ("denial", "conflict")  # a correction is told by its value; the words of it are an apology


def _evidence(found: Findings) -> Mapping[str, Any]:
    return {
        "compared": [
            {
                "article": kin.neighbour.article,
                "likeness": round(kin.likeness, 3),
                "strength": round(strength(kin, found.ranked), 3),
                "days": round(kin.days, 1),
                "parts": {name: round(part, 2) for name, part in kin.parts.items()},
                "shared": list(kin.shared[:_SHOWN]),
            }
            for kin in sorted(found.kins, key=lambda kin: -strength(kin, found.ranked))[:_SHOWN]
        ],
        "storylines": [[slug, round(score, 3)] for slug, score in found.ranked[:3]],
        "new": [[news.kind, news.text, round(news.weight, 2)] for news in found.news[:8]],
        "weight": round(found.weight, 2),
        "thresholds": {
            "kin_from": found.rules.kin_from,
            "news_from": found.rules.news_from,
            "sureness": found.rules.sureness,
            **({"needed": round(_needed(found, found.bond), 2)} if found.bond else {}),
            "fresh_from": found.rules.fresh_from,
            "copy_from": found.rules.copy_from,
        },
    }
