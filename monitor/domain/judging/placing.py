"""Where a match belongs: the same text? the same happening? anything new? The one decision that alerts rest on."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from monitor.domain.judging.answering import needed
from monitor.domain.judging.background import flies_as_usual, is_roundup, is_routine, looks_back, plans, speaks_of_it
from monitor.domain.judging.before import stated_before
from monitor.domain.judging.comparing import Findings, Known, likest, reports_to, strength
from monitor.domain.judging.copying import RUMOUR, Subject, Twin, copied
from monitor.domain.judging.kinship import Kin
from monitor.domain.judging.levels import is_critical, level_of, watched_in
from monitor.domain.judging.measures import measured
from monitor.domain.judging.novelty import gives_a_day, news_of
from monitor.domain.judging.predecessor import predecessor
from monitor.domain.judging.ruling import Ruling, is_second_report, ruled, told_first
from monitor.domain.judging.storyline import Decision, Kind, Novelty
from monitor.domain.judging.telling import answer, quotes, tell
from monitor.domain.judging.weighing import weigh
from monitor.domain.words.concepts import HARD

EVERY_MATCH = "every match was asked for"
_SHOWN = 5


def place(found: Findings, twins: Sequence[Twin], known: Known) -> Decision:
    """Say where a match that was compared belongs, and what that rests on."""
    subject = found.subject
    decision = copied(subject, twins, found.around.rules, known.facts) or _verdict(_with_news(found, known))
    if subject.every_match and not _is_same_article(subject, twins):
        return replace(decision, level="push", held=None, reasons=(EVERY_MATCH, *decision.reasons))
    return decision


def _with_news(found: Findings, known: Known) -> Findings:
    """Add what is new: against the articles like it, and against all that its storyline knows; a round-up retells several."""
    slug = None if is_roundup(found.subject.reading) else found.slug
    told = [kin.neighbour.reading for kin in found.kins[:8] if kin.neighbour.storyline == slug or kin is found.bond or slug is None]
    return replace(found, known=known, news=tuple(news_of(found.subject.reading, told, known.facts, slug)))


def _is_same_article(subject: Subject, twins: Sequence[Twin]) -> bool:
    """Title and text word for word: the same article under another address."""
    mine = [line.words for line in subject.reading.lines]
    return any([line.words for line in twin.reading.lines] == mine for twin in twins)


# ── verdict ───────────────────────────────────────────────────────────────────


def _verdict(found: Findings) -> Decision:
    """Go by all reasons weighed together, or without storylines by the rule; what is no news is a repeat, or background."""
    first = ruling = ruled(found)
    if found.around.routes:
        found = _weighed(found, first)
        ruling = _second(found, first)
    if ruling is None:
        retold = _retold(found)
        return _repeat(found, retold) if retold else _background(found, first)
    return _development(_continuing(found) if ruling.kind else found, ruling.reason, ruling.kind)


def _second(found: Findings, ruling: Ruling | None) -> Ruling | None:
    """Go by the chance that all reasons make, of which the rule is one; what is raised against the rule has something new to tell."""
    assert found.weighed is not None
    if found.weighed.chance < _least(found, ruling):
        return None
    route = found.around.routes.get(found.slug or "")
    beyond = ruling is not None and ruling.beyond
    dated = gives_a_day(found.news)
    if not beyond and (flies_as_usual(found.subject.reading, route, dated=dated) or (found.subject.retells and not dated)):
        return None  # what is of the topic for nothing but what it retells has to go beyond that
    return ruling or (told_first(found) if _may_be_raised(found) else None)


def _may_be_raised(found: Findings) -> bool:
    """Ask whether an article that the rule holds has something new to tell, and is not of a kind that never tells any."""
    reading = found.subject.reading
    assert found.weighed is not None
    # What a round-up explains is one of its points; and who looks back tells news of the day where all reasons together are sure of it.
    surely = found.weighed.chance >= _SURELY
    kinds = reading.marks - ({"explainer"} if surely or is_roundup(reading) else set()) - ({"anniversary"} if surely else set())
    of_such_a_kind = not _NEVER_RAISED.isdisjoint(kinds) and _DECIDED.isdisjoint(kinds)
    return found.weight >= found.rules.fresh_from and not of_such_a_kind


_SURELY = 0.7
_DECIDED = frozenset({"enacted", "lower_house", "ruled", "upper_house"})
_NEVER_RAISED = frozenset({"advert", "anniversary", "explainer", "opinion", "unchanged"})


def _least(found: Findings, ruling: Ruling | None) -> float:
    """The chance from which it is news; more is asked of what is of the topic for nothing but what it retells."""
    if ruling is None or found.subject.retells:
        return found.rules.raised_from
    return found.rules.beyond_from if ruling.beyond else found.rules.chance_from


def _weighed(found: Findings, ruling: Ruling | None) -> Findings:
    by_names = any(route.entities for route in found.around.routes.values())
    return replace(found, weighed=weigh(measured(found, ruling, by_names=by_names)))


def _continuing(found: Findings) -> Findings:
    """An answer belongs where the statement that it answers stands, unless it clearly speaks of another matter."""
    slug = found.bond.neighbour.storyline if found.bond else None
    fitting = dict(found.ranked)
    clearly = slug and found.slug and fitting.get(found.slug, 0.0) - fitting.get(slug, 0.0) >= _CLEARLY
    return found if clearly else replace(found, slug=slug or found.slug)


_CLEARLY = 1.0  # of how well an article fits a storyline


def _retold(found: Findings) -> Kin | None:
    """Find the earlier article whose happening is told again; what explains or remembers tells it where it gives its figures."""
    reading, bond = found.subject.reading, found.bond
    if bond:
        reports = reading.marks.isdisjoint(_NO_REPORT) and "anniversary" not in reading.lines[0].says
        surely = reports and bond.days <= _A_DAY and strength(bond, found.ranked) >= _SURELY_TOLD
        return bond if surely or not speaks_of_it(reading) or bond.parts["facts"] >= _ITS_FIGURES else None
    if speaks_of_it(reading) or is_routine(reading):
        return None
    best, kin = next(((like, kin) for like, kin in found.strong if kin.days <= _DAYS and reports_to(reading, kin)), (0.0, None))
    kin = kin if best >= found.rules.kin_from else likest(found.strong, found.rules)
    hard = reading.head & HARD
    if kin is None or kin.days > _DAYS or not reports_to(reading, kin):
        return None
    return None if hard and hard.isdisjoint(kin.neighbour.reading.concepts) else kin


_ITS_FIGURES = 0.5
_NO_REPORT = frozenset({"advert", "explainer", "opinion"})
_A_DAY, _SURELY_TOLD = 1.0, 0.45  # who looks back in a word tells yesterday's news all the same
_DAYS = 3.0  # what is alike by then, and silent on nothing hard that it tells, is hardly another happening


def _repeat(found: Findings, retold: Kin) -> Decision:
    earlier = retold.neighbour
    told = ", ".join(retold.shared[:4])
    same = f"tells of the same happening as article {earlier.article} ({earlier.publisher})" + (f"; both give {told}" if told else "")
    reasons = (same, "the second to tell it, within a day") if is_second_report(found) else (same,)
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


def _background(found: Findings, ruling: Ruling | None) -> Decision:
    """Hold what tells nothing new; what the rule took for news, and no doubt about it held, flew as usual."""
    doubted = found.weighed is not None and found.weighed.chance < _least(found, ruling)
    doubts = (found.weighed.against or ("too little speaks for news",)) if found.weighed and doubted else ()
    doubts = doubts or (("it flew as usual, and failures alone are asked for",) if ruling else ())
    why = ", ".join(doubts or sorted(found.subject.reading.marks)) or "no new fact"
    return Decision("background", "store", found.slug, reasons=(f"background: {why}",), held="no new fact", evidence=_evidence(found))


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
    first = replace(first, kind=kind or first.kind)
    # Whom somebody follows is what was before a happening, never before a day or a sum.
    former = predecessor(reading) if first.old is None and first.kind in ("event", "status") else None
    return (replace(first, kind="event", old=former) if former else first, *others)


_ANSWERS = ("denial", "conflict")  # a correction is told by its value; the words of it are an apology


def _evidence(found: Findings) -> Mapping[str, Any]:
    return {
        "compared": [
            {
                "article": kin.neighbour.article,
                "likeness": round(kin.likeness, 3),
                "strength": round(like, 3),
                "days": round(kin.days, 1),
                "parts": {name: round(part, 2) for name, part in kin.parts.items()},
                "shared": list(kin.shared[:_SHOWN]),
            }
            for like, kin in found.strong[:_SHOWN]
        ],
        "storylines": [[slug, round(score, 3)] for slug, score in found.leaned[:3]],
        "new": [[news.kind, news.text, round(news.weight, 2)] for news in found.news[:8]],
        "weight": round(found.weight, 2),
        **({"weighed": dict(found.weighed.reasons), "chance": round(found.weighed.chance, 2)} if found.weighed else {}),
        "thresholds": {
            "kin_from": found.rules.kin_from,
            "news_from": found.rules.news_from,
            "sureness": found.rules.sureness,
            **({"needed": round(needed(found, found.bond), 2)} if found.bond else {}),
            "fresh_from": found.rules.fresh_from,
            "chance_from": found.rules.chance_from,
            "beyond_from": found.rules.beyond_from,
            "raised_from": found.rules.raised_from,
            "copy_from": found.rules.copy_from,
        },
    }
