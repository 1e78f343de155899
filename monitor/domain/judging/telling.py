"""Which sentences tell what is new: chosen by what they hold and where they stand, and quoted as they are."""

import math
import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from monitor.domain.facts.facts import NAMES, Reading, is_live, telling_line
from monitor.domain.facts.lines import OLD_AFTER, Line
from monitor.domain.judging.background import is_roundup
from monitor.domain.judging.novelty import News
from monitor.domain.judging.quoting import quoted, shortened
from monitor.domain.judging.storyline import Novelty
from monitor.domain.words.concepts import HARD, ideas_in
from monitor.domain.words.likeness import stems_of, words_of
from monitor.domain.words.negation import negates

_MOST = 6
_STRONG = 0.95
_SCENE = 1.3  # a leading sentence that is worth less, however long it is, only sets the scene
# What a sentence is worth for where it stands, what it holds and how it speaks, in log-odds: fitted to sentences that hold what people had
# named as new in five hundred developments. Above nothing, where one in twelve holds news, it is worth telling.
_PARAGRAPHS = (0.7, 0.7, 0.3, -0.3, -1.1, -1.8, -2.55, -3.55)  # news is told first: little is left of it behind the fourth
_FACT, _FACTS_AT_MOST, _AHEAD = 1.15, 1.75, 1.05
_HARD, _HARD_AT_MOST = 0.15, 3
_NUMBER = 0.6
_NAMED, _NAMES_AT_MOST = 0.1, 3  # for each name that nobody spoke of
_TITLED = 2.3  # for all the words of the title
_SAID, _MEANT, _SPOKEN = 0.35, 0.65, -0.55  # somebody says it now; somebody means to; it is said word for word
_ASKED, _SAID_SO, _APOLOGY = -2.3, -0.8, -2.0  # it asks; it only says whose word the sentence before was, or what was wrong
_LENGTH, _USUAL = 0.7, 100  # for each unit of ln(letters / usual): a short sentence tells little; less than fitted, for it may tell a fact
_COLOUR = ("age", "hours", "degrees", "time")  # dimensions that are seldom the news
_SHORT = 5  # words
_QUOTES = '«"“„–—'


@dataclass(frozen=True, slots=True)
class _Weighed:
    """A sentence that may be quoted, with what it is quoted for: its weightiest new fact, or that it happened."""

    worth: float
    news: News
    sets_scene: bool  # it holds too little to be what happened


def tell(reading: Reading, found: Sequence[News], heard: Collection[str]) -> tuple[Novelty, ...]:
    """Put into words what is new: a fact of title or lead first, else the lead itself; then what else is worth a sentence.

    `heard`: the ideas that the earlier article on the same happening speaks of.
    """
    facts = [news for news in found if _tells(news)]
    heads = [news for news in facts if _leads(reading, news)]
    heads = sorted(heads, key=lambda news: (news.old is None, -news.weight))
    named = Counter(news.line for news in found if news.fact and news.kind in NAMES)
    weighed = _weighed(reading, facts, heard, named)
    others = [one.news for one in sorted(weighed.values(), key=lambda one: -one.worth) if one.worth > 0]
    return quotes(reading, [*heads, _event(reading, weighed), *others])


def _event(reading: Reading, weighed: Mapping[int, _Weighed]) -> News:
    """Choose the sentence that tells what happened: the one that leads, unless it only sets the scene."""
    first = telling_line(reading)
    leading = weighed.get(first)
    best = max(weighed.values(), key=lambda one: one.worth, default=None)
    if best and leading and leading.sets_scene:
        return best.news if best.news.fact else replace(best.news, kind="event")
    return News("event", reading.lines[first].text, first, 0.0)


def answer(reading: Reading, kind: str, told: Sequence[Novelty]) -> tuple[Novelty, ...]:
    """Begin a denial or contradiction with a sentence that has the words of it, unless the first one has them."""
    first = told[0]
    denies = kind == "denial" and first.quote == reading.lines[telling_line(reading)].text  # in whatever words it begins
    if first.old or denies or _answers(reading, kind, first.quote):
        return tuple(told)
    saying = [number for number, line in enumerate(reading.lines) if line.where in ("lead", "title") and _answers(reading, kind, line.text)]
    if not saying:
        return tuple(told)
    number = max(saying, key=lambda n: (reading.lines[n].where == "lead", -n))
    (begun,) = quotes(reading, [News("event", reading.lines[number].text, number, 0.0)])
    return (begun, *(one for one in told if one.quote != begun.quote))[:_MOST]


def _answers(reading: Reading, kind: str, sentence: str) -> bool:
    if kind == "denial" and negates(sentence):
        return True
    return any(kind in line.says for line in reading.lines if line.text == sentence)


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


def _weighed(reading: Reading, facts: Sequence[News], heard: Collection[str], named: Mapping[int, int]) -> Mapping[int, _Weighed]:
    """Weigh the sentences that may hold news of their own; `named`: how many new names each of them holds."""
    weighed: dict[int, _Weighed] = {}
    title = frozenset(stems_of(words_of(reading.title), reading.language))
    for number, line in enumerate(reading.lines):
        if line.where in ("title", "tail") or line.recalled:
            continue
        held = sorted((news for news in facts if news.line == number), key=lambda news: -news.weight)
        if _is_past(line, reading.published) and all(news.kind == "date" for news in held):
            continue
        event = News("status", line.text, number, 0.0)
        hard = HARD.intersection(ideas_in(line.words, reading.language)).difference(heard) if number in reading.hard else ()
        told = _of_place(reading, line) + _of_content(reading, line, held, len(hard), title) + _of_manner(reading, line)
        told += _NAMED * min(named.get(number, 0), _NAMES_AT_MOST)
        told = told if len(line.words) >= _SHORT else -math.inf
        worth = told + _LENGTH * math.log(len(line.text) / _USUAL)
        weighed[number] = _Weighed(worth, held[0] if held else event, told < _SCENE)
    return weighed


def _is_past(line: Line, published: date) -> bool:
    """Ask whether all that a sentence dates lies far back, and nobody says now what came of it: the first flight was on 30 April."""
    dated = bool(line.dates) and all(when.last < published - OLD_AFTER for when in line.dates)
    return dated and "told" not in line.says and not _HAS_COME.search(line.text)


_HAS_COME = re.compile(r"\bha(?:s|ve) (?:now |just |already )?(?:been|\w+ed)\b", re.IGNORECASE)


def _of_place(reading: Reading, line: Line) -> float:
    leads = is_live(reading) or (line.where == "lead" and is_roundup(reading))  # as each point of them does
    return _PARAGRAPHS[0 if leads else min(line.paragraph, len(_PARAGRAPHS) - 1)]


def _of_content(reading: Reading, line: Line, held: Sequence[News], hard: int, title: frozenset[str]) -> float:
    titled = len(title.intersection(stems_of(line.words, reading.language))) / max(len(title), 1)
    return (
        min(_FACT * sum(news.weight for news in held), _FACTS_AT_MOST)
        + _AHEAD * any(when.is_ahead(reading.published) for when in line.dates)
        + _NUMBER * bool(_DIGIT.search(line.text))
        + _HARD * min(hard, _HARD_AT_MOST)
        + _TITLED * titled
    )


_DIGIT = re.compile(r"\d")


def _of_manner(reading: Reading, line: Line) -> float:
    if "correction" in reading.marks and "own_item" in line.says:
        return _APOLOGY
    if _POINTS_BACK.match(line.text):
        return _SAID_SO
    if line.text.rstrip(_QUOTES + "”»").endswith("?"):
        return _ASKED
    return _SAID * ("told" in line.says) + _MEANT * ("planned" in line.says) + _SPOKEN * _is_spoken(line.text)


# Says no more than who said the sentence before: Об этом сообщила пресс-служба.
_POINTS_BACK = re.compile(
    r"об этом\b|бұл туралы\b|(?:this|that) (?:is|was) (?:announced|reported|said|stated|according to)\b", re.IGNORECASE
)


def _is_spoken(sentence: str) -> bool:
    """Ask whether it is somebody's speech: it begins with the mark of it, or ends what an earlier sentence began."""
    begun = sum(sentence.count(closing) > sentence.count(opening) for opening, closing in ("«»", "“”"))
    return sentence[:1] in _QUOTES or begun > 0 or sentence.count('"') % 2 == 1


def _tells(news: News) -> bool:
    if news.fact is None or news.kind in NAMES:
        return False
    figure = news.fact.figure
    colour = figure and (figure.dimension in _COLOUR or (figure.dimension == "count" and figure.value <= 3))
    return not colour or news.fact.where == "title"
