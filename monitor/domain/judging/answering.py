"""How an article goes beyond what was told: an answer or correction, a changed or further value at its head."""

import math
import re

from monitor.domain.facts.facts import NAMES, Fact, Reading, is_live
from monitor.domain.facts.lines import Line
from monitor.domain.judging.background import is_roundup
from monitor.domain.judging.comparing import Findings, age_of, strength
from monitor.domain.judging.kinship import Kin, shares_key
from monitor.domain.judging.novelty import News
from monitor.domain.judging.replaced import moves
from monitor.domain.judging.steps import AKIN, AUTHORITIES, IN_TITLE, LATELY, RETOLD, WEEK
from monitor.domain.words.concepts import ideas_in
from monitor.domain.words.likeness import words_of
from monitor.domain.words.negation import refuses

_FIRST = 3  # sentences: so early says what an article is about
_FLIGHTS = frozenset({"launch", "land", "crew"})
_BROKEN = frozenset({"failure", "suspend", "ban"})
_PUT_OFF = frozenset({"cancel", "postpone"})
_CALLED_OFF = _PUT_OFF | {"suspend", "failure"}


def turn_of(found: Findings) -> tuple[str, str] | None:
    """Recognise a denial or another version of what the article on the same happening told, or that what was broken off goes on."""
    bond = found.bond
    if bond is None:
        return None
    reading, heard = found.subject.reading, bond.neighbour.reading.marks
    # What gives the same figures and dates retells, even where somebody in it denies something else; that it will not come may be told.
    retold, refused = bond.parts["facts"] >= RETOLD, refuses(bond.neighbour.reading.title, bond.neighbour.reading.language)
    calls_untrue = any("untrue" in line.says for line in reading.lines[: _FIRST + 1])
    denies = _denies(reading.lines[0]) or calls_untrue or not (refused or (retold and not refuses(reading.title, reading.language)))
    denies = denies or _answers_no(reading)
    corrected = retold and "correction" in heard  # who calls untrue what was corrected tells the correction
    if "denial" in reading.marks and "denial" not in heard and denies and not corrected and not _was_denied(found):
        return "denial", f"denies what article {bond.neighbour.article} told"
    if not retold and "denial" not in heard and _says_no(reading, bond.neighbour.reading):
        return "denial", f"denies what article {bond.neighbour.article} told"
    if heard.isdisjoint({"denial", *_AT_ODDS}) and not refused and _answers_no(reading) and not _was_refused(found):
        return "denial", f"says no to what article {bond.neighbour.article} told"
    answered = not heard.isdisjoint(_AT_ODDS) or (bond.days < LATELY and ("denial" in heard or refused))
    against = not retold or any(_rivals(news, bond) for news in found.news if not _is_span(news))
    disputes = "conflict" in reading.lines[0].says or (against and not is_live(reading))  # in a live blog many speak
    if "conflict" in reading.marks and not answered and disputes:
        return "conflict", f"gives another version than article {bond.neighbour.article}"
    wished = {name for name in ("wished", "together") if name in reading.lines[0].says}
    if wished - heard and _CALLED_OFF & (reading.head | bond.neighbour.reading.head):
        return "conflict", f"says who wanted what article {bond.neighbour.article} told"
    if bond.days >= LATELY and _has_not_come(reading, bond.neighbour.reading):
        return "status", f"the day that article {bond.neighbour.article} named has gone by without it"
    if _goes_on(reading, bond, retold=retold and bond.days < LATELY) and not _has_gone_on(found):
        return "status", f"works again, against article {bond.neighbour.article}"
    return None


def _was_denied(found: Findings) -> bool:
    """Ask whether another article, less like it, told the denial in the last days already."""
    lately = (kin.neighbour for strength, kin in found.strong if strength >= found.rules.kin_from and kin.days <= _DENIED_FOR)
    return any(one.told_new and "denial" in one.reading.marks for one in lately)


_DENIED_FOR = 3.0  # days
_AT_ODDS = frozenset({"conflict", "appeals"})


def _says_no(reading: Reading, before: Reading) -> bool:
    """Ask whether somebody says in a headline that what was told there is not so: nobody bans it."""
    if "told" not in reading.marks or not refuses(reading.title, reading.language) or refuses(before.title, before.language):
        return False
    ideas = set(ideas_in(words_of(reading.title), reading.language))
    stopped = _STOPPED if ideas & _STOPPED else frozenset()  # who stops a thing bans it for a while
    return not (ideas | stopped).isdisjoint(before.head & _DONE)


def _answers_no(reading: Reading) -> bool:
    """Ask whether a headline gives somebody's own words, and they say no: the operator: we have paid nothing.

    Words that are quoted with no more beside them may be those that others have quoted.
    """
    own = _OWN_WORDS.match(reading.title)
    if own is None:
        return False
    asked = bool(_ANSWERS.search(" ".join(line.text for line in reading.lines[:_FIRST])))
    answers = own[2] or own[3] or "denial" in reading.marks or asked
    says_no = refuses(_NO_ANSWER.sub(" ", own[1] or own[2] or own[3]), reading.language)
    return (asked or "told" in reading.marks) and bool(answers) and says_no


_OWN_WORDS = re.compile(  # quoted, or beside who says them
    r"[«“\"„‘']([^»”\"\s]+\s[^»”\"]+?)[»”\"’'](?!\w)|(?!\w+ (?:seconds?|minutes?|hours?|days?|years?)\b)[^:]{2,40}: (.*)"
    r"|(.{8,}), (?:[\w-]+ ){1,4}(?:says?|said|explains?|insists?|stresses|stressed|пояснил|заявил|уточнил|подчеркнул)\w*\W*$"
)
_ANSWERS = re.compile(
    r"\b(?:answer|repl(?:y|ied|ies)|respon[ds]|react|(?:hit|fire)s? back)|\b(?:отве[чт]|отреагир|комментиру|прокомментир)"
    r"|\b(?:жауап|түсініктеме)",
    re.IGNORECASE,
)
_NO_ANSWER = re.compile(r"\b(?:no|without|refus\w*|reject\w*|den(?:y|ies|ied)|без|отказ\w*)\b", re.IGNORECASE)  # what a thing lacks or does


def _was_refused(found: Findings) -> bool:
    """Ask whether the headline of an article like it has said no in the last days."""
    lately = (kin.neighbour.reading for kin in found.kins if kin.likeness >= AKIN and kin.days <= _DENIED_FOR)
    return any(refuses(one.title, one.language) for one in lately)


def _has_not_come(reading: Reading, before: Reading) -> bool:
    """Ask whether a headline says no, after a day that was to come when the earlier article named it: the money due on 1 March."""
    if not refuses(reading.title, reading.language) or refuses(before.title, before.language) or _PUT_OFF & before.head:
        return False
    gone = {key for fact in reading.facts if fact.kind == "date" and not fact.ahead for key in fact.keys}
    return any(fact.ahead and not gone.isdisjoint(fact.keys) for fact in before.facts if fact.kind == "date")


_STOPPED = frozenset({"ban", "suspend"})
_DONE = frozenset({"ban", "permit", "sign", "appoint", "resign", "seize", "arrest", "hand_over", "cancel", "suspend", "merge", "strike"})


def _denies(headline: Line) -> bool:
    return "denial" in headline.says or "no_grounds" in headline.says


def _goes_on(reading: Reading, bond: Kin, *, retold: bool) -> bool:
    """Ask whether a headline says that what was broken off goes on, or that what was called off took off or landed after all."""
    before = bond.neighbour.reading
    # What an earlier lead hopes for has not happened yet; and that it will go on, on a day that was named, was told.
    named = any(fact.ahead and shares_key(fact, before) for fact in reading.facts if fact.kind == "date")
    goes_on = named or "lifted" in before.marks
    given = "hand_over" in before.head  # «вернули»: land that was given back, and nothing that works again
    resumes = reading.concepts.get("resume", 0.0) >= IN_TITLE > before.concepts.get("resume", 0.0) and not given
    resumed = resumes and _BROKEN & before.head and not goes_on
    # On the day that was named is as planned, but for a first flight, or one after long: that it happened is the news.
    first = "milestone" in reading.marks
    launched = "flight" in reading.marks - before.marks and (first or "on_plan" not in reading.marks)
    awaited = (_FLIGHTS | {"first"}) & before.head if first else _FLIGHTS & before.head and _CALLED_OFF & before.head
    flew = launched and awaited and bond.days >= _TURNAROUND
    return not retold and bool(resumed or flew)


_TURNAROUND = 0.25  # days: what was called off does not fly sooner


def _has_gone_on(found: Findings) -> bool:
    """Ask whether somebody told of the same flight already, if in words too few for a bond."""
    lately = (kin.neighbour.reading for kin in found.kins if kin.likeness >= AKIN and kin.days <= LATELY)
    return any(not other.marks.isdisjoint(_FLOWN) for other in lately)


_FLOWN = frozenset({"flight", "milestone"})


def _is_span(news: News) -> bool:
    """Ask whether a value is a length of time, which says how long ago as a rule: for thirty years."""
    return news.fact is not None and news.fact.figure is not None and news.fact.figure.dimension == "time"


def _rivals(news: News, bond: Kin) -> bool:
    """Ask whether a new value stands against one of the same measure in the earlier article."""
    fact = news.fact
    if fact is None or fact.kind in NAMES or fact.where not in ("title", "lead"):
        return False
    others = [other for other in bond.neighbour.reading.facts if other.kind == fact.kind]
    if fact.figure:
        return any(other.figure and other.figure.dimension == fact.figure.dimension for other in others)
    return bool(others)


def is_corrected(found: Findings) -> bool:
    """Ask whether another has told the same correction, in whatever language; one that gives yet another value is news."""
    week = (kin for kin in found.kins if found.subject.at - kin.neighbour.at <= WEEK)
    told = any("correction" in kin.neighbour.reading.marks and strength(kin, found.ranked) >= found.rules.kin_from for kin in week)
    return told and changed_value(found) is None


def changed_value(found: Findings) -> str | None:
    """Name the value of title or lead that replaces a known one; a round-up recalls many."""
    if is_roundup(found.subject.reading):
        return None
    reading = found.subject.reading
    # What a ship that docks on time is to do later is another matter.
    where = ("title",) if "routine" in reading.marks else ("title", "lead")
    told = (news for news in found.news if reading.lines[news.line].where in where)
    replacing = ((news.old, news.text) for news in told if not _is_left(news.text, reading.lines[news.line].text))
    return next((f"{old.fact.text} has become {new}" for old, new in replacing if old), None) or _slipped_again(found)


def _is_left(value: str, sentence: str) -> bool:
    """Ask whether a sentence names a value as what was before: put off from 14 May to June."""
    return re.search(rf"\b(?:from|со?) {re.escape(value)} (?:to|until|на|до)\b", sentence) is not None


def _slipped_again(found: Findings) -> str | None:
    """Name the day to which an article moves what the article on the same happening had moved already."""
    bond = found.bond
    if bond is None or bond.neighbour.given or "postpone" not in bond.neighbour.reading.head:
        return None
    named = next((fact.text for fact in bond.neighbour.reading.facts if _leads_to(fact)), None)
    lines = found.subject.reading.lines
    moved = ((news.text, lines[news.line]) for news in found.news if news.fact and _leads_to(news.fact) and moves(lines[news.line]))
    return next((f"{named} has become {day}" for day, line in moved if named and not _is_left(day, line.text)), None)


def _leads_to(fact: Fact) -> bool:
    """Ask whether a fact is a day to come, in title or lead."""
    return fact.kind == "date" and fact.ahead and fact.where in ("title", "lead")


def office_answers(found: Findings, bond: Kin) -> str | None:
    """Recognise an authority that states in a headline what it makes of what others told, where none had spoken."""
    reading, before = found.subject.reading, bond.neighbour.reading
    states = _STATES.match(reading.title)
    if states is None or bond.parts["facts"] >= RETOLD or not AUTHORITIES.isdisjoint(before.concepts):
        return None
    who = set(ideas_in(words_of(states[1]), reading.language))
    return f"an authority answers article {bond.neighbour.article}: {states[1]}" if who & AUTHORITIES else None


# Under the name of its press service it publishes whatever it has to tell.
_STATES = re.compile(r"(?![^:]*(?:press (?:service|office)|пресс-служб|баспасөз))([^:]{4,40}): \S+ \S+ \S+", re.IGNORECASE)


def brings_a_value(found: Findings) -> bool:
    """Recognise a day to come in title or lead, or a sum in the title, that nobody told, in an article with nearly enough of its own."""
    if found.bond is None:
        return False
    lines = found.subject.reading.lines
    sums = any(news.kind == "money" and lines[news.line].where == "title" for news in found.news)
    days = any(news.fact and news.fact.ahead and lines[news.line].where in ("title", "lead") for news in found.news)
    return found.weight >= _NEARLY * needed(found, found.bond) and (sums or days)


_NEARLY = 0.7


def needed(found: Findings, bond: Kin) -> float:
    """Ask more of what is new the surer it is that the happening was told, and less the longer ago: retellings come soon, or seldom."""
    rules = found.rules
    sure = rules.news_from + rules.sureness * max(strength(bond, found.ranked) - rules.kin_from, 0.0)
    return sure * math.exp(-max(age_of(bond) - 2.0, 0.0) / 30.0)
