"""Which sentences tell what is new: chosen by what they hold and where they stand, and quoted as they are."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import date

from monitor.domain.facts.facts import NAMES, Reading, telling_line
from monitor.domain.facts.lines import OLD_AFTER, Line
from monitor.domain.judging.novelty import News, quoted, shortened
from monitor.domain.judging.storyline import Novelty
from monitor.domain.words.concepts import HARD, ideas_of
from monitor.domain.words.likeness import stems_of, words_of

_MOST = 5
_STRONG = 0.95
_WORTH_TELLING = 0.55
_LEAD, _BODY, _FURTHER = 0.35, 0.25, 0.015  # for standing in the lead, or in the body: less with each sentence
_IDEA, _IDEAS_AT_MOST = 0.25, 3
_FACT, _FACTS_AT_MOST = 0.7, 1.2
_COLOUR = ("age", "hours", "degrees", "time")  # dimensions that are seldom the news
_TITLED, _SOFT = 0.6, 0.05
_SHORT = 4  # words


def tell(reading: Reading, found: Sequence[News], heard: Collection[str]) -> tuple[Novelty, ...]:
    """Put into words what is new: a fact of title or lead first, else the lead itself; then what else is worth a sentence.

    `heard`: the ideas that the earlier article on the same happening speaks of.
    """
    facts = [news for news in found if _tells(news)]
    heads = [news for news in facts if _leads(reading, news)]
    heads = sorted(heads, key=lambda news: (news.old is None, -news.weight))
    first = telling_line(reading)
    event = News("event", reading.lines[first].text, first, 0.0)
    return quotes(reading, [*heads, event, *_others(reading, facts, heard)])


def quotes(reading: Reading, ordered: Iterable[News]) -> tuple[Novelty, ...]:
    """Quote the sentence of each, every sentence once."""
    chosen: dict[str, Novelty] = {}
    for news in ordered:
        novelty = quoted(reading, news)
        if any(novelty.text == other.text for other in chosen.values()):
            novelty = replace(novelty, text=shortened(novelty.quote, news.text))
        chosen.setdefault(novelty.quote, novelty)
    return tuple(chosen.values())[:_MOST]


def _leads(reading: Reading, news: News) -> bool:
    where = reading.lines[news.line].where
    return where == "title" or (where == "lead" and (news.weight >= _STRONG or news.old is not None))


def _others(reading: Reading, facts: Sequence[News], heard: Collection[str]) -> list[News]:
    """List the sentences that hold news of their own, the weightiest first: each by its weightiest fact, or as a happening."""
    told = []
    for number, line in enumerate(reading.lines):
        if line.where in ("title", "tail") or line.recalled:
            continue
        held = sorted((news for news in facts if news.line == number), key=lambda news: -news.weight)
        if _is_past(line, reading.published) and all(news.kind == "date" for news in held):
            continue
        worth = _worth(reading, number, held, heard)
        if worth >= _WORTH_TELLING:
            told.append((worth, -number, held[0] if held else News("status", line.text, number, 0.0)))
    return [news for _, _, news in sorted(told, key=lambda one: one[:2], reverse=True)]


def _is_past(line: Line, published: date) -> bool:
    """Ask whether all that a sentence dates lies far back: the first flight was on 30 April."""
    return bool(line.dates) and all(when.last < published - OLD_AFTER for when in line.dates)


def _worth(reading: Reading, number: int, held: Sequence[News], heard: Collection[str]) -> float:
    """Weigh a sentence: by its place, by the hard things in it that nobody spoke of, and by its new facts."""
    line = reading.lines[number]
    words = words_of(line.text)
    if len(words) < _SHORT:
        return 0.0
    ideas = {idea for word in words for idea in ideas_of(word, reading.language) if idea not in heard}
    hard = ideas & HARD
    title = set(stems_of(words_of(reading.title), reading.language))
    named = len(title.intersection(stems_of(words, reading.language))) / max(len(title), 1)
    place = (_LEAD if line.where == "lead" else _BODY) - _FURTHER * number
    return (
        place
        + _TITLED * named
        + _SOFT * min(len(ideas - hard), 3)
        + _IDEA * min(len(hard), _IDEAS_AT_MOST)
        + min(_FACT * sum(news.weight for news in held), _FACTS_AT_MOST)
    )


def _tells(news: News) -> bool:
    if news.fact is None or news.kind in NAMES:
        return False
    figure = news.fact.figure
    colour = figure and (figure.dimension in _COLOUR or (figure.dimension == "count" and figure.value <= 3))
    return not colour or news.fact.where == "title"
