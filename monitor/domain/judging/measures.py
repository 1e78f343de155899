"""What is measured of an article that may tell something new: numbers, each under the reason for or against news that it belongs to."""

import math
from collections.abc import Iterable, Mapping, Sequence

from monitor.domain.facts.facts import Reading
from monitor.domain.judging.answering import brings_a_value, is_corrected
from monitor.domain.judging.background import is_routine, looks_back, plans, speaks_of_it
from monitor.domain.judging.comparing import Findings, age_of, reports_to
from monitor.domain.judging.kinship import Kin, stands_out
from monitor.domain.judging.naming import LIKE_MOST
from monitor.domain.judging.novelty import gives_a_day
from monitor.domain.judging.ruling import Ruling, is_second_report
from monitor.domain.judging.steps import is_decided, newly_said
from monitor.domain.judging.weighing import Measures
from monitor.domain.judging.writing import writing_of
from monitor.domain.words.concepts import HARD, ideas_in

_PARTS = ("terms", "ideas", "head", "entities", "names", "facts")
_WINDOWS = {"like one of the last day": 1.0, "like one of the last week": 7.0}  # days
_FITS_AT_MOST, _AHEAD_AT_MOST = 1.5, 1.5  # of score
_STANDS_OUT_AT_MOST, _SHARED_AT_MOST, _HARD_AT_MOST, _SAID_AT_MOST = 1.5, 4, 3, 2
_OF_MOST = {"named": 0.7, "names": 1.4}  # what most articles name: where the topic is words, and in a flash, which has no room for more
_FLASH = 200  # letters
_ANSWER_FITS = 1.0  # in however few words
_HOURS = 0.25  # days: what comes so soon is a retelling as a rule
_AKIN = 0.12  # likeness
_FADES = 8.0  # days, after which a third of likeness counts
_MOST_LIKE = 3
_TRANSLATING = frozenset({"kk"})  # whose newsrooms mostly translate


def measured(found: Findings, ruling: Ruling | None, *, by_names: bool = True) -> Measures:
    """Measure an article; `ruling`: what the rule makes of it; `by_names`: the topic is known by names, and not by words alone.

    What goes beyond an earlier article must be like it, and is not to be doubted for that.
    """
    reading, beyond = found.subject.reading, _goes_beyond(found, ruling)
    kins = () if beyond else tuple(kin for kin in found.kins if reports_to(reading, kin))
    told = [(strength, kin) for strength, kin in found.strong if reports_to(reading, kin)]
    return {
        "the rule": _of_rule(found, ruling),
        "how it fits its storyline": _of_storyline(found, ruling),
        "what it names of the topic": _of_topic(reading) if by_names else _OF_MOST,
        "where it names the topic": found.subject.naming if by_names else LIKE_MOST,
        "what kind of text it is": _of_kind(found),
        "how its lead speaks": _of_lead(reading),
        "what its headline speaks of": _of_headline(reading),
        "how it is written": writing_of(reading),
        "how long it is": _of_length(reading),
        "what is new in it": _of_news(found),
        **{reason: _of_days(kins, days) for reason, days in _WINDOWS.items()},
        "its happening was told": {} if beyond else _of_bond(found),
        "what is most like it": _of_likest(reading, told if kins else ()),
        "its outlet told the like before": {"told": _own_outlet(found, told)},
    }


# ── what the rule says, and where it belongs ──────────────────────────────────


def _of_rule(found: Findings, ruling: Ruling | None) -> Mapping[str, float]:
    return {
        "news": ruling is not None,
        "goes beyond": (ruling is not None and ruling.beyond) or brings_a_value(found) or bool(newly_said(found)),
        "denies": ruling is not None and ruling.kind == "denial",
        "disputes": ruling is not None and ruling.kind == "conflict",
        "second report": is_second_report(found),
    }


def _goes_beyond(found: Findings, ruling: Ruling | None) -> bool:
    """Ask whether it denies, disputes or corrects (a correction, once), changes a value, takes a further step, or is headed by a day."""
    if "correction" in found.subject.reading.marks and not is_corrected(found):
        return True
    return ruling is not None and (ruling.beyond or ruling.kind is not None or gives_a_day(found.news, heads=True))


def _of_storyline(found: Findings, ruling: Ruling | None) -> Mapping[str, float]:
    fits = _fit_of(found, ruling)
    next_best = found.ranked[1][1] if len(found.ranked) > 1 else 0.0
    return {"fits": min(fits, _FITS_AT_MOST), "fits by": fits, "ahead of the next": min(fits - next_best, _AHEAD_AT_MOST)}


def _fit_of(found: Findings, ruling: Ruling | None) -> float:
    """How well an article fits its storyline; a denial, or a decision, belongs where that stands which it denies or decides."""
    fits = found.ranked[0][1] if found.ranked else 0.0
    bond = found.bond
    if ruling is None or bond is None or bond.neighbour.storyline not in found.around.routes:
        return fits
    return max(fits, _ANSWER_FITS) if ruling.kind == "denial" or is_decided(found) else fits


def _of_topic(reading: Reading) -> Mapping[str, float]:
    total = math.log1p(sum(math.log1p(weight) for weight in reading.entities.values()))
    is_flash = reading.entities and sum(len(line.text) for line in reading.lines) <= _FLASH
    return {"named": max(total, _OF_MOST["named"]) if is_flash else total, "names": math.log1p(len(reading.entities))}


# ── how it speaks ─────────────────────────────────────────────────────────────


def _of_kind(found: Findings) -> Mapping[str, float]:
    reading = found.subject.reading
    marks = dict.fromkeys(sorted(reading.marks), 1.0)
    looks = looks_back(reading) and not plans(reading, found.news)
    of_kind = {"looks back": looks, "routine step": is_routine(reading), "speaks of it": speaks_of_it(reading)}
    recalled = sum(line.recalled for line in reading.lines) / max(len(reading.lines), 1)
    return {**marks, **of_kind, "recalled": recalled}


def _of_lead(reading: Reading) -> Mapping[str, float]:
    counted: dict[str, float] = {}
    for line in reading.lines:
        for mark in line.says if line.where == "lead" else ():
            counted[mark] = min(counted.get(mark, 0.0) + 1.0, _SAID_AT_MOST)
    return {**counted, "hard": min(len(reading.head & HARD), _HARD_AT_MOST)}


def _of_headline(reading: Reading) -> Mapping[str, float]:
    return dict.fromkeys(sorted(set(ideas_in(reading.lines[0].words, reading.language))), 1.0) if reading.lines else {}


def _of_length(reading: Reading) -> Mapping[str, float]:
    words = sum(len(line.words) for line in reading.lines)
    paragraphs = max((line.paragraph for line in reading.lines), default=0)
    headline = len(reading.lines[0].words) if reading.lines else 0
    return {"words": math.log1p(words), "paragraphs": paragraphs, "headline": headline, "names": math.log1p(len(reading.names))}


# ── what is new ───────────────────────────────────────────────────────────────


def _of_news(found: Findings) -> Mapping[str, float]:
    lines, news = found.subject.reading.lines, found.news
    weights = {f"weightiest {kind}": max((one.weight for one in news if one.kind == kind), default=0.0) for kind in _KINDS}
    counts = {f"{kind} in {place}": sum(one.kind == kind and lines[one.line].where == place for one in news) for kind, place in _COUNTED}
    return {
        "all": found.weight,
        "all, seen from afar": math.log1p(found.weight),
        "weightiest": max((one.weight for one in news), default=0.0),
        **weights,
        **counts,
        "replaces": sum(one.old is not None for one in news),
    }


_KINDS = ("date", "status")
_COUNTED = (("person", "lead"), ("name", "title"), ("date", "title"), ("date", "lead"), ("date", "body"))


# ── what it is like ───────────────────────────────────────────────────────────


def _of_days(kins: Iterable[Kin], days: float) -> Mapping[str, float]:
    """In each way of being alike, what is most like it among what was told so lately."""
    lately = [kin for kin in kins if kin.days <= days]
    parts = {part: max((kin.parts[part] for kin in lately), default=0.0) for part in _PARTS}
    return {"likeness": max((kin.likeness for kin in lately), default=0.0), **parts}


def _of_bond(found: Findings) -> Mapping[str, float]:
    bond = found.bond
    if bond is None:
        return {}
    return {
        "told": True,
        "in its storyline": bond.neighbour.storyline == found.slug,
        "by a seed": bond.neighbour.given,
        "days ago": math.log1p(bond.days),
        "hours ago": age_of(bond) < _HOURS,
        "figures": min(len(bond.shared), _SHARED_AT_MOST),
    }


def _of_likest(reading: Reading, told: Sequence[tuple[float, Kin]]) -> Mapping[str, float]:
    kins = [kin for _, kin in told]
    today = max((kin.likeness for kin in kins if kin.days <= 1.0), default=0.0)
    others = (kin for kin in kins if kin.neighbour.reading.language != reading.language)
    return {
        "stands out": min(max(stands_out(told), 0.0), _STANDS_OUT_AT_MOST),
        "in another language": max((kin.likeness * math.exp(-kin.days / _FADES) for kin in others), default=0.0),
        "of the day, where newsrooms translate": today * (reading.language in _TRANSLATING),
    }


def _own_outlet(found: Findings, told: Sequence[tuple[float, Kin]]) -> bool:
    """Ask whether one of those most like it is of its own outlet, in its language: an outlet seldom tells twice what it told."""
    subject = found.subject
    akin = (kin.neighbour for _, kin in told[:_MOST_LIKE] if kin.likeness >= _AKIN)
    return any(one.publisher == subject.publisher and one.reading.language == subject.reading.language for one in akin)
