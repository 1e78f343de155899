"""The sentences of an article: where each stands, what dates it, whether it tells what was known before, and the genre they show."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from itertools import groupby, pairwise

from monitor.domain.articles.passages import GAP, Where, split
from monitor.domain.facts.dates import When, dates_in
from monitor.domain.words.likeness import words_of
from monitor.domain.words.marks import MARKS
from monitor.domain.words.phrases import Phrases, Spoken

MAX_SENTENCES = 80
OLD_AFTER = timedelta(days=45)  # a sentence whose dates lie further back tells history
_MARKS = Phrases(MARKS)  # for case-folded text: three times as fast


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
    for sentence in split(title, text).sentences[:MAX_SENTENCES]:
        told = whole[sentence.start : sentence.end].strip()
        if sentence.paragraph > 0 and len(found) <= _DATELINE_WITHIN:
            told = _DATELINE.sub("", told)
        says = _MARKS.of(told.casefold())
        where: Where = "tail" if sentence.paragraph > 0 and _is_aside(told, says, first=len(found) == 1) else sentence.where
        dates = dates_in(told, language, published, named)
        named = next((when.first.year for when in reversed(dates) if when.stated_year), named)
        found.append(Line(told, where, sentence.paragraph, words_of(told), says, dates=dates))
    return _mark_recalled(found, published)


def _is_aside(sentence: str, says: Spoken, *, first: bool) -> bool:
    """Ask whether a sentence is no part of what the article tells."""
    return bool(not sentence or "boilerplate" in says or _LISTED.match(sentence) or (first and _SIGNED.match(sentence)))


_UPPER = "A-ZА-ЯЁӘҒҚҢӨҰҮҺІ"
_DATELINE_WITHIN = 3  # sentences
# MOSCOW, Jan 24 (Steppe Wire) - | АСТАНА, 13 ноября. /Степной телеграф/. | МОСКВА. | /Steppe Wire/.
_DATELINE = re.compile(
    rf"^(?:[{_UPPER}][{_UPPER} '’-]{{2,30}}(?:[,.]\s[\w .,]{{3,24}}?)?"
    r"(?:\s*[-–—]\s+|[.,]?\s*(?:[(/][^()/]{2,40}[)/])\.?\s*(?:[-–—]\s*)?|\.$)|/[^/]{2,40}/\.?\s*)+"
)
# The paper's name or town, day and paper, before the news: «Вестник Побережья.», «ГОРОД, 7 сентября, Вестник.»
_SIGNED = re.compile(rf"^(?:[{_UPPER}][\w’'-]*,?\s?){{1,3}}(?:,? ?\d{{1,2}} [^\W\d]{{3,9}},?\s?(?:[{_UPPER}][\w’'-]*,?\s?){{1,3}})?\.$")
_LISTED = re.compile(r"^(?:[^;|·•]{1,30}[;|·•]\s*){3,}[^;|·•]{0,40}$")  # the site's sections, not a sentence


def is_buried(lines: Sequence[Line], topical: set[int]) -> bool:
    """Ask whether the topic stands only far down in an article on something else, in no more than half of its paragraphs."""
    told = {line.paragraph for line in lines if line.where in ("lead", "body")}
    shown = [lines[number] for number in topical if number < len(lines)]
    return {line.where for line in shown} == {"body"} and 2 * len({line.paragraph for line in shown}) <= len(told)


def as_a_point(marks: frozenset[str], lines: Sequence[Line], published: date) -> frozenset[str]:
    """Read what stands far down in an article as a point of a round-up: how the article begins says nothing of it."""
    remembers = "anniversary" in lines[0].says or (published.month, published.day) in _REMEMBERED
    return (marks | {"roundup"}) - ({"feature"} if remembers else {"feature", "anniversary"})


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


def _plans(line: Line, published: date) -> bool:
    """Ask whether a sentence names a day to come that somebody means: new even in a paragraph of history."""
    return any(when.stated_year and when.is_ahead(published) for when in line.dates) and "planned" in line.says


def _recalls(line: Line, published: date) -> bool:
    if any(mark in line.says for mark in ("since", "yearly", "unchanged")) or _looks_back(line):
        return True
    stated = [when for when in line.dates if when.stated_year]
    return bool(stated) and all(when.last < published - OLD_AFTER for when in stated)


def _looks_back(line: Line) -> bool:
    """Ask whether a sentence goes back to what was before, and not only in a clause that says which thing it means."""
    if "recalled" not in line.says and "had_been" not in line.says:
        return False
    main = _WHICH.sub(" ", line.text)
    said = line.says if main == line.text else _MARKS.of(main.casefold())
    return "recalled" in said or ("had_been" in said and not _REPORTED.search(main))


_WHICH = re.compile(r",\s(?:\w+\s)?(?:which|whom?|whose|where|котор\w+)\b[^,]*(?:,|$)", re.IGNORECASE)
# Who said that something had been done tells of it now.
_REPORTED = re.compile(
    r"\b(?:said|told|acknowledged|admitted|announced|added|reported|confirmed|wrote|stated|argued|insisted)\b.{0,80}?\bthat\b.*\bhad\b",
    re.IGNORECASE,
)


def negates(sentence: str) -> bool:
    """Ask whether a sentence says that something is not so."""
    return bool(NEGATION.search(sentence))


def refuses(headline: str) -> bool:
    """Ask whether a headline says that something is not so, or not done: more than that a thing is lacking (schools without internet)."""
    return negates(_LACKS.sub("", headline))


_LACKS = re.compile(
    r"\b(?:without|без|with no(?:body|\s+one)?|(?:no|nobody|no\s+one) (?:casualties|injuries|victims|hurt|injured|aboard|on board)"
    r"|(?:пострадавших|жертв) нет)\b",
    re.IGNORECASE,
)
NEGATION = re.compile(  # in Kazakh "не" asks what
    r"\b(?:not|no|nobody|(?<!heard )(?<!saw )(?<!felt )nothing|never|nor|neither|without|cannot|den(?:y|ies|ied)"
    r"|reject(?:s|ed)?|refus(?:e[sd]?|ing)|dismiss(?:es|ed))\b|n['’]t\b"
    r"|\b(?:не(?!\s+(?:\w*[әғқңөұүһі]|бол))|нет|ни|без|никогда|ничего|никто|никак\w+|опроверг\w*|отказал\w*|отверг\w*|отрица\w*)\b"
    r"|\b(?:емес|жоқ|жоққа|ештеңе|ешкім|ешқандай)\b|\w{2,}(?:май|мей|пай|пей|бай|бей)(?:ды|ді|тын|тін|мыз|міз)\b"
    r"|\w{2,}(?:ма|ме|па|пе|ба|бе)(?:ды|ді|ған|ген|йтын|йтін)\b",
    re.IGNORECASE,
)


def marks_of(headline: str, text: str, lines: Sequence[Line], published: date) -> frozenset[str]:
    """Name the genre that an article shows, and what its title and lead say of it."""
    told = " ".join(line.text for line in lines if line.where == "lead")
    title, head, lead = (_MARKS.of(part.casefold()) for part in (headline, f"{headline} {told}", told))
    first = lines[1].says if len(lines) > 1 else _MARKS.of("")
    marks = {name for name in ("correction", "explainer", "anniversary", "roundup") if name in title or name in first}
    remembered = (published.month, published.day) in _REMEMBERED
    marks |= {"anniversary"} if remembered and ("anniversary" in lead or "each_year" in first) else set()
    marks |= {"anniversary", "roundup"} if "year_gone" in title and _ends_a_year(published) else set()
    marks |= {"anniversary"} if "years_ago" in title or ("years_ago" in first and "told" not in lead) else set()
    marks -= set() if "explainer" in _MARKS.of(_told_by(headline.casefold())) else {"explainer"}
    interviewed = "interview" in title or _answered(lines) >= _QUESTIONS
    reports = interviewed or "told" in lead
    marks |= {"feature"} if not reports and (_begins_long_ago(lines, published) or _is_personal(lines)) else set()
    states = interviewed or "told" in title or "office" in title or _STATED_BY.match(headline)
    marks |= {"explainer"} if _asks(lines) and not states else set()
    marks |= {"explainer"} if any("reprinted" in line.says for line in lines) else set()
    marks |= {"roundup"} if _is_of_parts(lines) else set()
    marks |= {"advert"} if "advert" in head else set()
    marks |= {"opinion"} if "opinion" in _MARKS.of(_QUOTED.sub(" ", text).casefold()) or "asked" in title or "asked" in first else set()
    marks |= {"flight"} if _flies(title) or (_flies(first) and not _runs(title) and "roundup" not in marks) else set()
    marks |= {name for name in ("correction", "denial", "conflict", "told") if name in lead} | ({"told"} if interviewed else set())
    marks -= {"denial"} if _denied_before(lines) else set()
    marks |= {name for name in ("denial", "conflict") if name in title}
    marks |= {name for name in ("wished", "together", "appeals", "confirmed") if name in head}
    marks |= {"conflict"} if _RATHER.search(headline) and "told" in marks else set()
    refused = "told" in marks and refuses(headline.casefold()) and ("wished" in title or _answers(lines))
    marks |= {"denial"} if "no_grounds" in title or refused else set()
    marks |= {name for name in ("office", "milestone") if name in title or name in first}
    # A flight in honour of something is a flight.
    remembers = "anniversary" in title or any("years_ago" in said for said in (title, first))
    flies = {"flight", "told"} <= marks and (not remembers or "milestone" in title or "milestone" in first)
    marks -= {"anniversary"} if flies else set()
    marks |= {"lifted"} if any("lifted" in line.says for line in lines if line.where != "tail") else set()
    marks |= {"by_hand"} if "by_hand" in title or "by_hand" in lead else set()
    marks |= {"on_plan"} if "on_plan" in head else set()
    marks |= {"unchanged"} if "unchanged" in title or "unchanged" in first or "no_result" in lead else set()
    # Who tells of a flight when it has docked tells of one that went as planned.
    arrived = "docked" in head and "launched" in head and marks.isdisjoint({"milestone", "roundup", "by_hand"})
    marks -= {"flight"} if arrived else set()
    runs = arrived or ((_runs(head) or "docked" in title) and "by_hand" not in head)
    if runs and marks.isdisjoint({"flight", "milestone", "roundup"}):
        marks |= {"routine"} if arrived or "docked" in title or _runs(title) or _runs(first) else {"routine_below"}
    marks |= {"customary"} if "customary" in lead else set()
    return frozenset(marks)


def _ends_a_year(day: date) -> bool:
    """Ask whether papers look back on a year: before Christmas, and until the Orthodox one."""
    return (day.month, day.day) >= (12, 15) or (day.month, day.day) <= (1, 7)


_REMEMBERED = frozenset({(4, 11), (4, 12), (4, 13)})  # the days about that of the first flight, when papers look back


def _denied_before(lines: Sequence[Line]) -> bool:
    """Ask whether a lead tells only of what somebody denied earlier: three days ago the line denied this."""
    denials = [line.text for line in lines if line.where == "lead" and "denial" in line.says]
    return bool(denials) and all(_DENIED_BEFORE.match(text) for text in denials)


_DENIED_BEFORE = re.compile(
    r"\W*(?:(?:[\w-]+ ){0,3}(?:ago|earlier|before|назад|бұрын)|previously|ранее|прежде|накануне|бұған дейін),? (?:[\w-]+ ){1,4}"
    r"(?:denied|опроверг|отрица|жоққа)",
    re.IGNORECASE,
)
# "Holm: the quay will be ready by spring": what somebody states, told by his name alone.
_STATED_BY = re.compile(
    rf"(?!.*\b(?:questions|answers|things|facts|вопрос|ответ|факт|сұрақ|жауап))"
    rf"[{_UPPER}][\w.’'-]+(?: [{_UPPER}][\w.’'-]+){{0,2}}: [^?]+ [^?]+ [^?]+$"
)
# Lightning, not a rocket, burned it; гроза, а не ракета; зымыран емес, найзағай.
_RATHER = re.compile(
    r"^[^,]{3,50}, not (?:an? |the |by )?[^,]{2,40}, \w|, [^,]{3,40} (?:says?|said|finds?), not [^,]{2,40}$|^not (?:[\w-]+ ){1,3}but "
    r"|, а не [^\W\d]|^не [^,:]{2,40}, а |\w емес, \w",
    re.IGNORECASE,
)


def _flies(said: Spoken) -> bool:
    return "launched" in said or "landed" in said


def _runs(said: Spoken) -> bool:
    return "routine" in said or "on_plan" in said


def _answers(lines: Sequence[Line]) -> bool:
    """Ask whether an article says what somebody else had said before."""
    return any("said_before" in line.says for line in lines if line.where != "tail")


def _told_by(title: str) -> str:
    """What a title tells: where a statement follows its question, or what somebody says in an interview, that."""
    _, mark, statement = title.rpartition("?")
    if mark and len(statement.split()) >= _STATED:
        return statement
    _, mark, said = title.partition(":")
    return said if mark and ("told" in _MARKS.of(said) or _QUOTED.match(said.strip())) else title


def _is_personal(lines: Sequence[Line]) -> bool:
    """Ask whether the writer speaks of himself, outside of what is quoted: a column or a traveller's tale."""
    told = [line.text for line in lines if line.where != "tail" and not _SPOKEN.match(line.text)]
    if len(_MYSELF.findall(" ".join(told))) < _OFTEN:
        return False  # nor without what is quoted
    return len(_MYSELF.findall(" ".join(_QUOTED.sub(" ", text) for text in told))) >= _OFTEN


def _asks(lines: Sequence[Line]) -> bool:
    """Ask whether an article goes on by questions of its own: it explains."""
    return sum(line.where != "tail" and line.text.endswith("?") for line in lines) >= _QUESTIONS


def _answered(lines: Sequence[Line]) -> int:
    """Count the questions that somebody answers: in a dialogue, or in quotes."""
    told = [line.text for line in lines if line.where not in ("title", "tail")]
    return sum(asked.endswith("?") and bool(_SPOKEN.match(asked) or _ANSWER.match(answer)) for asked, answer in pairwise(told))


def _is_of_parts(lines: Sequence[Line]) -> bool:
    """Ask whether paragraph after paragraph has a heading, a number or a bullet of its own, and not a clock time: a round-up."""
    begun = {line.paragraph: line.text for line in reversed(lines) if line.where != "title"}
    return sum(bool(_HEADED.match(text)) for text in begun.values()) >= _PARTS


_QUOTED = re.compile(r"«[^»]*»|“[^”]*”|\"[^\"]*\"|„[^“”]*[“”]|‘[^’]{20,}’")
_ANSWER = re.compile(r"\s*(?:[–—-]\s|[\"“«„])")
_SPOKEN = re.compile(r"\s*[–—-]\s")  # a line of a dialogue
_MYSELF = re.compile(
    r"\b(?:I|I['’](?:m|ve|d|ll)|[Mm]y)\b|\b(?:[Яя]|[Мм]не|[Мм]еня|[Мм]о[йяеюи]|[Мм]оего|[Мм]оей)\b|\b(?:[Мм]енің|[Мм]аған|[Мм]еніңше)\b"
)
# **Rockets** …; 1. Rockets. …; ROCKETS. …; Cyprus. …: a number or bullet alone may begin a point of one decision.
_HEADED = re.compile(
    r"(?:\*\*|__)(?!\d{1,2}[:.]\d\d)[^*_]{2,60}(?:\*\*|__)|(?:\d{1,2}[.)]|[•▪▸►])\s+\S+(?:\s\S+){0,4}?[.:!?](?:\s|$)"
    rf"|[{_UPPER}][\w’-]{{2,20}}\.$"
)
_OFTEN, _QUESTIONS, _PARTS, _STATED = 2, 3, 3, 3


def _begins_long_ago(lines: Sequence[Line], published: date) -> bool:
    """Ask whether the first sentence tells history: then the article is a feature, whatever its date."""
    first = next((line for line in lines if line.where == "lead"), None)
    if first is None or any(when.last >= published - OLD_AFTER for when in first.dates):
        return False  # it dates what has just happened as well
    long_ago = any(when.last < published - _HISTORY for when in first.dates)
    return long_ago or "since" in first.says or bool(_LONG_AGO.search(first.text))


_HISTORY = timedelta(days=3650)
_LONG_AGO = re.compile(
    r"\b(?:in|since|from|в|с|со) (?:1[89]\d\d|200\d)\b|\b(?:1[89]\d\d|200\d) (?:год|жыл)|\b\w+ (?:years|decades) ago\b|лет назад|жыл бұрын",
    re.IGNORECASE,
)
