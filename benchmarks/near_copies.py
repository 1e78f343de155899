"""Copies that were touched: a standing text added, cut, or edited. Are they found, and nothing else?"""

import random
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import sqlalchemy as sa
from happenings import article_of
from measuring import NOON, SEED, Counts, Row, figure, scratch_archive, share

from monitor.domain.facts.facts import Reading, read
from monitor.domain.judging.comparing import DEFAULT, Known, Surroundings, compare
from monitor.domain.judging.copying import Subject, Twin
from monitor.domain.judging.placing import place
from monitor.domain.words.likeness import containment
from monitor.store import articles, memory

_AROUND = {
    "en": ("LONDON, November 1 (Our Agency) - ", "Subscribe to our newsletter.\nRead also: the week in pictures · weather · sport"),
    "ru": ("МОСКВА, 1 ноября. /Наше агентство/. ", "Подпишитесь на наш канал.\nЧитайте также: погода · спорт · неделя в снимках"),
    "kk": ("АСТАНА, 1 қараша. /Біздің агенттік/. ", "Біздің арнаға жазылыңыз.\nТағы оқыңыз: ауа райы · спорт · апта суреттері"),
}
_WORD = re.compile(r"[^\W\d_]{3,}")
_TARGETS = {"a standing text added": "≥ 1.00", "cut to 60 %": "≥ 1.00", "15 % of the words edited": "≥ 0.85"}


@dataclass(frozen=True, slots=True)
class Original:
    """An article with what it tells of; articles of one subject may be honest copies of each other."""

    title: str
    body: str
    language: str
    subject: str


def copy_rows(originals: Sequence[Original]) -> Iterator[Row]:
    """Measure how many touched copies find their original, how many are placed as copies, and what else is found."""
    with scratch_archive() as db, db.begin() as tx:
        ids, readings = _remembered(tx, originals)
        for name, touch in _touches(originals).items():
            tried = [_tried(tx, touch(one, number), readings, ids[number], one) for number, one in enumerate(originals)]
            yield Row(f"{name}: original found", figure([(found, 1) for found, _ in tried], share), _TARGETS.get(name, ""))
            yield Row(f"{name}: placed as a copy", figure([(placed, 1) for _, placed in tried], share))
        others = [(number, _others(tx, readings[ids[number]], ids[number], readings)) for number in range(len(originals))]
        yield Row("texts found that are the original or of its subject", figure(list(_precise(originals, ids, others)), share), "≥ 0.98")


def _remembered(tx: sa.Connection, originals: Sequence[Original]) -> tuple[list[int], dict[int, Reading]]:
    ids, readings = [], {}
    for number, one in enumerate(originals):
        kept = articles.save(tx, article_of(number, one.title, one.body, one.language))
        readings[kept] = read(one.title, one.body, one.language, NOON.date())
        memory.remember(tx, kept, NOON, "measured", readings[kept], None, None, True)
        ids.append(kept)
    return ids, readings


# ── touching ──────────────────────────────────────────────────────────────────


def _touches(originals: Sequence[Original]) -> Mapping[str, Callable[[Original, int], str]]:
    words = {la: sorted({w for o in originals if o.language == la for w in _WORD.findall(o.body)}) for la in _AROUND}
    return {
        "a standing text added": lambda one, _number: f"{_AROUND[one.language][0]}{one.body}\n\n{_AROUND[one.language][1]}",
        "cut to 60 %": lambda one, _number: one.body[: int(0.6 * len(one.body))].rsplit(" ", 1)[0],
        "cut to 30 %": lambda one, _number: one.body[: int(0.3 * len(one.body))].rsplit(" ", 1)[0],
        "7 % of the words edited": lambda one, number: _edited(one, number, 0.07, words[one.language]),
        "15 % of the words edited": lambda one, number: _edited(one, number, 0.15, words[one.language]),
    }


def _edited(one: Original, number: int, part: float, words: Sequence[str]) -> str:
    """Put other words of the language in the place of some; figures stay, for another figure would be news."""
    drawn = random.Random(SEED + number)
    return _WORD.sub(lambda word: drawn.choice(words) if drawn.random() < part else word.group(), one.body)


# ── finding ───────────────────────────────────────────────────────────────────


def _tried(tx: sa.Connection, text: str, readings: Mapping[int, Reading], mine: int, one: Original) -> tuple[bool, bool]:
    """Say whether a touched copy finds its original, and whether it is placed as a copy."""
    reading = read(one.title, text, one.language, NOON.date())
    twins = [Twin(n, readings[n.article]) for n in memory.load(tx, memory.twins(tx, reading), sketches=True)]
    alike = [t for t in twins if containment(reading.sketch, t.neighbour.reading.sketch) >= DEFAULT.copy_from]
    placed = place(compare(Subject(reading, NOON, "press"), [t.neighbour for t in twins], Surroundings()), alike, Known()).placement
    return any(t.neighbour.article == mine for t in alike), placed == "copy"


def _others(tx: sa.Connection, reading: Reading, mine: int, readings: Mapping[int, Reading]) -> list[int]:
    return [n for n in memory.twins(tx, reading) if n != mine and containment(reading.sketch, readings[n].sketch) >= DEFAULT.copy_from]


def _precise(originals: Sequence[Original], ids: Sequence[int], others: Sequence[tuple[int, Sequence[int]]]) -> Iterator[Counts]:
    subject = {article: one.subject for article, one in zip(ids, originals, strict=True)}
    for number, found in others:
        yield 1 + sum(subject[n] == originals[number].subject for n in found), 1 + len(found)
