"""The sentences of an article: where each stands, what dates it, and whether it tells what was known before."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from itertools import groupby

from monitor.domain.articles.passages import GAP, Where, go_by_the_clock, split
from monitor.domain.facts.dates import When, dates_in
from monitor.domain.words.likeness import words_of
from monitor.domain.words.marks import SAYS, read_marks
from monitor.domain.words.phrases import Spoken
from monitor.domain.words.text import CAPITALS

MAX_SENTENCES = 80
OLD_AFTER = timedelta(days=45)  # a sentence whose dates lie further back tells history


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence of an article."""

    text: str
    where: Where
    paragraph: int
    words: Sequence[str] = field(compare=False, repr=False)  # case-folded
    says: Spoken = field(compare=False, repr=False)  # the marks that it has the words of
    recalled: bool = False  # told as known before
    dates: tuple[When, ...] = ()


def lines_of(title: str, text: str, language: str, published: date) -> list[Line]:
    """Part an article into its sentences, the empty ones too, because mentions count them all."""
    whole = title + GAP + text
    found: list[Line] = []
    named: int | None = None  # the year that was named last
    dateline = False  # the sentence before was nothing else
    sentences = split(title, text).sentences[:MAX_SENTENCES]
    for sentence in sentences:
        told = whole[sentence.start : sentence.end].strip()
        if sentence.paragraph > 0 and len(found) <= _DATELINE_WITHIN:
            told = _DATELINE.sub("", told)
        says = read_marks(told, language)
        signs = dateline and len(told.split()) <= _SIGNATURE and sentence is not sentences[-1]
        where: Where = "tail" if sentence.paragraph > 0 and (signs or _is_aside(told, says, first=len(found) == 1)) else sentence.where
        dateline = sentence.paragraph > 0 and not told
        dates = dates_in(told, language, published, named)
        named = next((when.first.year for when in reversed(dates) if when.stated_year), named)
        found.append(Line(told, where, sentence.paragraph, words_of(told), says, dates=dates))
    return _mark_recalled(found, published)


def _is_aside(sentence: str, says: Spoken, *, first: bool) -> bool:
    """Ask whether a sentence is no part of what the article tells."""
    return bool(not sentence or "boilerplate" in says or _LISTED.match(sentence) or (first and _SIGNED.match(sentence)))


_DATELINE_WITHIN = 3  # sentences
_SIGNATURE = 3  # words, behind a dateline: those of the agency
# MOSCOW, Jan 24 (Steppe Wire) - | АСТАНА, 13 ноября. /Степной телеграф/. | МОСКВА. | /Steppe Wire/.
_DATELINE = re.compile(
    rf"^(?:[{CAPITALS}][{CAPITALS} '’-]{{2,30}}(?:[,.]\s[\w .,]{{3,24}}?)?"
    r"(?:\s*[-–—]\s+|[.,]?\s*(?:[(/][^()/]{2,40}[)/])\.?\s*(?:[-–—]\s*)?|\.$)|/[^/]{2,40}/\.?\s*)+"
)
# The paper's name or town, day and paper, before the news: «Вестник Побережья.», «ГОРОД, 7 сентября, Вестник.»
_SIGNED = re.compile(rf"^(?:[{CAPITALS}][\w’'-]*,?\s?){{1,3}}(?:,? ?\d{{1,2}} [^\W\d]{{3,9}},?\s?(?:[{CAPITALS}][\w’'-]*,?\s?){{1,3}})?\.$")
_LISTED = re.compile(r"^(?:[^;|·•]{1,30}[;|·•]\s*){3,}[^;|·•]{0,40}$")  # the site's sections, not a sentence


def is_buried(lines: Sequence[Line], topical: set[int]) -> bool:
    """Ask whether the topic stands only far down in an article on something else, in no more than half of its paragraphs."""
    told = {line.paragraph for line in lines if line.where in ("lead", "body")}
    shown = [lines[number] for number in topical if number < len(lines)]
    return {line.where for line in shown} == {"body"} and 2 * len({line.paragraph for line in shown}) <= len(told)


def points_of(lines: Sequence[Line], mentioning: set[int], published: date) -> list[Line]:
    """Keep of a round-up the paragraphs that name the topic, each as a lead of its own: the others are other stories."""
    points = {line.paragraph for number, line in enumerate(lines) if number in mentioning and line.where != "tail"}
    placed = [
        line if line.where == "title" else replace(line, where="lead" if line.paragraph in points and line.where != "tail" else "tail")
        for line in lines
    ]
    # What one point recalls says nothing of the next.
    parts = (list(part) for _, part in groupby(placed, key=lambda line: line.paragraph))
    return [line for part in parts for line in _mark_recalled([replace(line, recalled=False) for line in part], published)]


def _mark_recalled(lines: Sequence[Line], published: date) -> list[Line]:
    """Mark the sentences that tell what was known before: by their words, or by the age of their dates."""
    marked: list[Line] = []
    paragraph, whole_paragraph, led = -1, False, False
    for line in lines:
        begins = line.paragraph != paragraph
        paragraph, whole_paragraph = line.paragraph, whole_paragraph and not begins
        recalls = line.where != "title" and (led or line.where != "lead") and _recalls(line, published)
        whole_paragraph = whole_paragraph or (recalls and begins and line.where == "body")
        known = recalls or (whole_paragraph and not _plans(line, published))
        led = led or line.where == "lead"
        if not line.dates and "unchanged" in line.says:
            _let_stand(marked, line.paragraph)
        marked.append(replace(line, recalled=True) if known else line)
    return marked


def _let_stand(lines: list[Line], paragraph: int) -> None:
    """Mark the last date of a paragraph as known: it goes on to say that nothing has changed."""
    for number, line in reversed(list(enumerate(lines))):
        if line.paragraph != paragraph:
            return
        if line.dates:
            lines[number] = replace(line, recalled=True)
            return


def is_by_the_clock(lines: Sequence[Line]) -> bool:
    """Ask whether an article is a live blog, the newest often first."""
    return go_by_the_clock([line.text for line in lines if line.where in ("lead", "body")])


def _plans(line: Line, published: date) -> bool:
    """Ask whether a sentence names a day to come that somebody means: new even in a paragraph of history."""
    return any(when.stated_year and when.is_ahead(published) for when in line.dates) and "planned" in line.says


def _recalls(line: Line, published: date) -> bool:
    if ("since" in line.says and _has_begun(line, published)) or "yearly" in line.says or "unchanged" in line.says or _looks_back(line):
        return True
    stated = [when for when in line.dates if when.stated_year]
    return bool(stated) and all(when.last < published - OLD_AFTER for when in stated)


def _has_begun(line: Line, published: date) -> bool:
    """Ask whether a year since which something holds has come: who promises three flights a year from 2028 tells of what will be."""
    return any(int(year) <= published.year for year in _YEAR.findall(line.text))


_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def _looks_back(line: Line) -> bool:
    """Ask whether a sentence goes back to what was before, and not only in a clause that says which thing it means."""
    if "recalled" not in line.says and "had_been" not in line.says:
        return False
    main = _WHAT_IT_WAS.sub("", _WHICH.sub(" ", line.text))
    said = line.says if main == line.text else SAYS.of(main.casefold())
    return "recalled" in said or ("had_been" in said and not _REPORTED.search(main))


_WHICH = re.compile(
    r",\s(?:\w+\s)?(?:which|whom?|whose|where|котор\w+)\b[^,]*(?:,|$)"
    r"|\b(?:signed|adopted|agreed|approved|passed|ratified|announced|mentioned) (?:(?:in|on) )?last \w+",
    re.IGNORECASE,
)
# Three launches a year; earlier it was two: the end of a sentence that says what its value was before.
_WHAT_IT_WAS = re.compile(
    r"[,;:(–—]\s*(?:(?:the )?(?:earlier|previous|former|old) \w+ (?:had|was|were|spoke|foresaw|gave)"
    r"|(?:earlier|previously|formerly|before),? (?:it|there|they)"
    r"|(?:ранее|раньше|прежде|до этого) (?:речь|был[оаи]?|их|его|её|это|они|он|она|говорил\w*|называл\w*)"
    r"|(?:бұрын|бұған дейін) \S+ (?:болатын|еді|болған))\b.*$",
    re.IGNORECASE,
)
# Who said that something had been done tells of it now.
_REPORTED = re.compile(
    r"\b(?:said|told|acknowledged|admitted|announced|added|reported|confirmed|wrote|stated|argued|insisted)\b.{0,80}?\bthat\b.*\bhad\b",
    re.IGNORECASE,
)
