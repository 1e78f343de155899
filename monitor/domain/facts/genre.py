"""The genre that an article shows, and what its title and lead say of it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from monitor.domain.articles.passages import PARTS, is_headed
from monitor.domain.facts.lines import OLD_AFTER, Line, is_by_the_clock
from monitor.domain.words.concepts import HARD, ideas_in
from monitor.domain.words.marks import read_marks
from monitor.domain.words.marks.stages import STAGES
from monitor.domain.words.negation import refuses
from monitor.domain.words.phrases import Spoken
from monitor.domain.words.text import CAPITALS


@dataclass(frozen=True, slots=True)
class _Opening:
    """An article, and what its title, its first sentence, its lead, and title and lead together have the words of."""

    headline: str
    text: str
    lines: Sequence[Line]
    language: str
    published: date
    title: Spoken
    first: Spoken
    lead: Spoken
    head: Spoken

    def begins(self, mark: str) -> bool:
        """Ask whether the title or the first sentence says so."""
        return mark in self.title or mark in self.first


def marks_of(headline: str, text: str, lines: Sequence[Line], language: str, published: date) -> frozenset[str]:
    """Name the genre that an article shows, and what its title and lead say of it."""
    told = " ".join(line.text for line in lines if line.where == "lead")
    title, head, lead = (read_marks(part, language) for part in (headline, f"{headline} {told}", told))
    first = next((line.says for line in lines if line.where == "lead"), read_marks("", language))
    opening = _Opening(headline, text, lines, language, published, title, first, lead, head)
    interviewed = "interview" in title or _answered(lines) >= _QUESTIONS
    genres = _genres(opening, interviewed=interviewed)
    flights = _flights(opening, in_parts="roundup" in genres)
    disputes = _disputes(opening, told=interviewed or "told" in lead)
    # A flight in honour of something is a flight.
    if {"flight", "told"} <= flights | disputes and ("milestone" in flights or not _remembers(opening)):
        genres.discard("anniversary")
    return frozenset(genres | flights | disputes | _others(opening))


def _genres(it: _Opening, *, interviewed: bool) -> set[str]:
    """Ask what kind of text it is: one that looks back, explains, argues, sells, or tells of many things."""
    reports = interviewed or "told" in it.lead
    states = interviewed or "told" in it.title or "office" in it.title or bool(_STATED_BY.match(it.headline))
    explains = it.begins("explainer") and "explainer" in read_marks(_told_by(it), it.language) and "denial" not in it.title
    year_gone = "year_gone" in it.title and _ends_a_year(it.published)
    shown = {
        # What goes by the clock reports, whatever its headline says is known.
        "explainer": ((explains or (_asks(it.lines) and not states and not _orders(it))) and not is_by_the_clock(it.lines))
        or any("reprinted" in line.says for line in it.lines if line.where != "tail"),
        "anniversary": _is_of_a_jubilee(it) or year_gone or _is_of_a_day_remembered(it) or _tells_of_years_ago(it),
        "roundup": it.begins("roundup") or year_gone or _is_of_parts(it.lines),
        "feature": "visit" in it.title or (not reports and (_begins_long_ago(it.lines, it.published) or _is_personal(it.lines))),
        "advert": "advert" in it.head,
        "opinion": "opinion" in read_marks(_QUOTED.sub(" ", it.text), it.language) or it.begins("asked"),
    }
    return {genre for genre, shows in shown.items() if shows}


def _disputes(it: _Opening, *, told: bool) -> set[str]:
    """Ask whether somebody says something, and whether it goes against what was said before."""
    refused = told and refuses(it.headline, it.language) and ("wished" in it.title or _answers(it.lines))
    denied = ("denial" in it.lead and not _denied_before(it.lines)) or ("no_grounds" in it.lead and _answers(it.lines))
    shown = {
        "told": told,
        "correction": it.begins("correction") or "correction" in it.lead,
        "denial": denied or refused or "denial" in it.title or "no_grounds" in it.title,
        "conflict": "conflict" in it.lead or "conflict" in it.title or (told and bool(_RATHER.search(it.headline))),
    }
    said = {mark for mark in ("wished", "together", "appeals", "confirmed") if mark in it.head}
    return said | {mark for mark, shows in shown.items() if shows}


def _flights(it: _Opening, *, in_parts: bool) -> set[str]:
    """Ask whether a flight is told of, and whether as a step that is always taken."""
    milestone, by_hand = it.begins("milestone"), "by_hand" in it.title or "by_hand" in it.lead
    # Who tells of a flight when it has docked tells of one that went as planned.
    arrived = "docked" in it.head and "launched" in it.head and not (milestone or by_hand or in_parts)
    flight = not arrived and (_takes_off(it) or (_flies(it.first) and not _runs(it.title) and not in_parts))
    runs = arrived or ((_runs(it.head) or "docked" in it.title) and "by_hand" not in it.head)
    routine = runs and not (flight or milestone or in_parts)
    at_once = arrived or "docked" in it.title or _runs(it.title) or _runs(it.first)
    shown = {
        "flight": flight,
        "milestone": milestone,
        "by_hand": by_hand,
        "on_plan": "on_plan" in it.head and "empty" not in it.title,
        "routine": routine and at_once,
        "routine_below": routine and not at_once and any(_is_of_a_flight(line, it.language) for line in it.lines if _runs(line.says)),
    }
    return {mark for mark, shows in shown.items() if shows}


def _others(it: _Opening) -> set[str]:
    """Ask for what else decides: offices, what is free again, what stays as it was or is done each time."""
    shown = {
        "office": it.begins("office"),
        "lifted": any("lifted" in line.says for line in it.lines if line.where != "tail"),
        "unchanged": it.begins("unchanged") or "no_result" in it.lead or _met_without_result(it),
        "customary": "customary" in it.lead,
        "live": is_by_the_clock(it.lines),
        **{told: told in it.head for told in ("another_dead", "cause_named", "instalment")},
        **{stage: stage in it.head for stage in STAGES},
    }
    return {mark for mark, shows in shown.items() if shows}


def _met_without_result(it: _Opening) -> bool:
    """Ask whether all that a meeting of the headline decided is to meet again."""
    return "meeting" in it.title and any("no_result" in line.says for line in it.lines if line.where != "tail")


def _remembers(it: _Opening) -> bool:
    return "anniversary" in it.title or it.begins("years_ago")


def _is_of_a_jubilee(it: _Opening) -> bool:
    """Ask whether title or first sentence speak of a jubilee, and not of what is to be done by it."""
    if "anniversary" in it.title or "anniversary" not in it.first:
        return "anniversary" in it.title
    first = next(line.text for line in it.lines if line.where == "lead")
    return "anniversary" in read_marks(_BY_A_JUBILEE.sub(" ", first), it.language)


_BY_A_JUBILEE = re.compile(
    r"\b(?:in time for|by|on the eve of|ahead of) (?:the|its|their) [\w’'-]+ (?:anniversary|jubilee|birthday)\b"
    r"|\b(?:к \S*(?:летию|годовщине|юбилею)|накануне \S*(?:летия|годовщины|юбилея))\b"
    r"|\S*жылдығына (?:дейін|қарай)",
    re.IGNORECASE,
)


def _is_of_a_day_remembered(it: _Opening) -> bool:
    happened = not HARD.isdisjoint(ideas_in(it.lines[0].words, it.language)) or bool(_A_SUM.search(it.headline))
    remembers = "anniversary" in it.lead or "each_year" in it.first or bool(_ITS_DAY.search(it.headline))
    return _is_remembered(it.published) and not happened and remembers


_A_SUM = re.compile(r"[$€£₽₸]|\b(?:million|billion|миллион|миллиард|млн|млрд)", re.IGNORECASE)
_ITS_DAY = re.compile(r"\b(?:april 12|12 april|12 апреля|12 сәуір)", re.IGNORECASE)


def _tells_of_years_ago(it: _Opening) -> bool:
    return "years_ago" in it.title or ("years_ago" in it.first and "planned" not in it.first and "told" not in it.lead)


def as_a_point(marks: frozenset[str], lines: Sequence[Line], published: date) -> frozenset[str]:
    """Read what stands far down in an article as a point of a round-up: how the article begins says nothing of it."""
    remembers = "anniversary" in lines[0].says or _is_remembered(published)
    return (marks | {"roundup"}) - ({"feature"} if remembers else {"feature", "anniversary"})


def _is_remembered(day: date) -> bool:
    """Ask whether papers look back that day: to the first flight, of 12 April."""
    return (day.month, day.day) in ((4, 11), (4, 12), (4, 13))


def _ends_a_year(day: date) -> bool:
    """Ask whether papers look back on a year: before Christmas, and until the Orthodox one."""
    return (day.month, day.day) >= (12, 15) or (day.month, day.day) <= (1, 7)


def _denied_before(lines: Sequence[Line]) -> bool:
    """Ask whether a lead tells only of what somebody denied earlier: three days ago the line denied this."""
    denials = [line.text for line in lines if line.where == "lead" and "denial" in line.says]
    return bool(denials) and all(_DENIED_BEFORE.match(text) for text in denials)


_DENIED_BEFORE = re.compile(
    r"\W*(?:(?:[\w-]+ ){0,3}(?:ago|earlier|before|назад|бұрын)|previously|ранее|прежде|накануне|бұған дейін),? "
    r"(?:(?!жариялан|шыққан|тараған)[\w-]+ ){1,4}"
    r"(?:denied|опроверг|отрица|жоққа)",
    re.IGNORECASE,
)
# "Holm: the quay will be ready by spring": what somebody states, told by his name alone.
_STATED_BY = re.compile(
    rf"(?!.*\b(?:questions|answers|things|facts|вопрос|ответ|факт|сұрақ|жауап))"
    rf"[{CAPITALS}][\w.’'-]+(?: [{CAPITALS}][\w.’'-]+){{0,2}}: [^?]+ [^?]+ [^?]+$"
)
# Lightning, not a rocket, burned it; гроза, а не ракета; зымыран емес, найзағай.
_RATHER = re.compile(
    r"^[^,]{3,50}, not (?:an? |the |by )?[^,]{2,40}, \w|, [^,]{3,40} (?:says?|said|finds?), not [^,]{2,40}$|^not (?:[\w-]+ ){1,3}but "
    r"|, а не [^\W\d]|^не [^,:]{2,40}, а |\w емес, \w",
    re.IGNORECASE,
)


def _takes_off(it: _Opening) -> bool:
    """Ask whether a headline tells of a flight, and not only of the place where one began."""
    return _flies(it.title) and _flies(read_marks(_WHERE.sub(" ", it.headline), it.language))


_WHERE = re.compile(r"\b(?:where|from which|откуда|с котор\w+)\b.*", re.IGNORECASE)


def _flies(said: Spoken) -> bool:
    return "launched" in said or "landed" in said


def _runs(said: Spoken) -> bool:
    return "routine" in said or "on_plan" in said


def _is_of_a_flight(line: Line, language: str) -> bool:
    """Ask whether a sentence of title or lead on what went as planned speaks of a flight; what somebody is quoted with may be anything."""
    if line.where not in ("title", "lead"):
        return False
    return not _FLIGHT.isdisjoint(ideas_in(line.words, language)) or _runs(read_marks(_QUOTED.sub(" ", line.text), language))


_FLIGHT = frozenset({"launch", "land", "dock", "capsule", "cargo", "rocket", "satellite", "station"})


def _answers(lines: Sequence[Line]) -> bool:
    """Ask whether an article says what somebody else had said before."""
    return any("said_before" in line.says for line in lines if line.where != "tail")


def _told_by(it: _Opening) -> str:
    """What a headline tells: where a statement follows its question, or what somebody says in an interview, that."""
    _, mark, statement = it.headline.rpartition("?")
    if mark and len(statement.split()) >= _STATED:
        return statement
    _, mark, said = it.headline.partition(":")
    return said if mark and ("told" in read_marks(said, it.language) or _QUOTED.match(said.strip())) else it.headline


def _is_personal(lines: Sequence[Line]) -> bool:
    """Ask whether the writer speaks of himself, outside of what is quoted: a column or a traveller's tale."""
    told = [line.text for line in lines if line.where != "tail" and not _SPOKEN.match(line.text)]
    if len(_MYSELF.findall(" ".join(told))) < _OFTEN:
        return False  # nor without what is quoted
    return len(_MYSELF.findall(" ".join(_QUOTED.sub(" ", text) for text in told))) >= _OFTEN


def _asks(lines: Sequence[Line]) -> bool:
    """Ask whether an article goes on by questions of its own: it explains."""
    return sum(line.where != "tail" and line.text.endswith("?") for line in lines) >= _QUESTIONS


def _orders(it: _Opening) -> bool:
    """Ask whether a headline tells what somebody in office did, and asks nothing itself."""
    return "?" not in it.headline and not _BY_ORDER.isdisjoint(ideas_in(it.lines[0].words, it.language))


_BY_ORDER = frozenset({"appoint", "arrest", "ban", "fine", "ratify", "resign", "seize", "sign", "suspend"})


def _answered(lines: Sequence[Line]) -> int:
    """Count the questions that somebody answers: in a dialogue, or in quotes."""
    told = [line.text for line in lines if line.where not in ("title", "tail")]
    return sum(asked.endswith("?") and bool(_SPOKEN.match(asked) or _ANSWER.match(answer)) for asked, answer in pairwise(told))


def _is_of_parts(lines: Sequence[Line]) -> bool:
    """Ask whether paragraph after paragraph has a heading, a number or a bullet of its own, and not a clock time: a round-up."""
    begun = {line.paragraph: line.text for line in reversed(lines) if line.where != "title"}
    return sum(map(is_headed, begun.values())) >= PARTS


_QUOTED = re.compile(r"«[^»]*»|“[^”]*”|\"[^\"]*\"|„[^“”]*[“”]|‘[^’]{20,}’")
_ANSWER = re.compile(r"\s*(?:[–—-]\s|[\"“«„])")
_SPOKEN = re.compile(rf"\s*(?:[–—-]\s|[{CAPITALS}]\w{{2,20}}(?: \w{{1,20}})?: )")  # a line of a dialogue, or of a transcript
_MYSELF = re.compile(
    r"\b(?:I|I['’](?:m|ve|d|ll)|[Mm]y)\b|\b(?:[Яя]|[Мм]не|[Мм]еня|[Мм]о[йяеюи]|[Мм]оего|[Мм]оей)\b|\b(?:[Мм]енің|[Мм]аған|[Мм]еніңше)\b"
)
_OFTEN, _QUESTIONS, _STATED = 2, 3, 3


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
