"""The subject of an alert: the new fact in one line, old → new first, with the development's tag at its end."""

import re
from collections.abc import Sequence

from monitor.domain.alerts.wording import IN
from monitor.domain.alerts.wording.words import Words
from monitor.domain.judging.storyline import Novelty
from monitor.domain.words.likeness import stems_of, words_of
from monitor.domain.words.negation import negates
from monitor.domain.words.text import CAPITALS, clean_line

SUBJECT_LIMIT = 110  # what a phone shows of a push
TAG_LIMIT = 48  # a longer tag would leave too little room for the fact
_FACT_LIMIT = 300
_LEAST_WORDS = 6  # fewer tell nothing by themselves, unless a value is among them
_CLAUSE_FROM = 0.6  # of the room: a clause that ends earlier leaves too much of it empty

# What a reader must know before the fact itself, the weightiest first. Other kinds speak for themselves.
WARNED = ("correction", "denial", "conflict", "quote-claim")


def subject_for(fact: str, kind: str, key: str, words: Words = IN["en"], *, rumour: bool = False, critical: bool = False) -> str:
    """Put the new fact into one line of at most 110 characters, with the development's tag wherever that leaves the fact its room."""
    prefix = words.unconfirmed if rumour else _prefix(kind, words, critical)
    tag = f" [{clean_line(key, 100)}]"
    room = SUBJECT_LIMIT - len(prefix) - (len(tag) if len(tag) <= TAG_LIMIT else 0)
    fit = righted if kind == "correction" else fitted
    line = prefix + (fit(clean_line(fact, _FACT_LIMIT), room) or words.no_fact)
    return line + tag if len(line) + len(tag) <= SUBJECT_LIMIT else line


def without_tag(subject: str) -> str:
    """Take the tag off a subject."""
    return subject.rsplit(" [", 1)[0]


def _prefix(kind: str, words: Words, critical: bool) -> str:
    told = {"correction": words.correction, "denial": words.denial, "conflict": words.conflict, "quote-claim": words.claim}
    return told.get(kind, words.critical if critical else "")


def fact_of(novelties: Sequence[Novelty], values: Sequence[str], title: str, language: str = "") -> str:
    """Say the new fact: what became of a known value, else the first sentence that tells something.

    The headline stands for a sentence only where it is the fact itself: a happening, told by the quoted sentences in the same words,
    of which a subject has room for the beginning alone.
    """
    told = [(novelty, value, bare(_whole(novelty))) for novelty, value in zip(novelties, values, strict=True)]
    for number, (novelty, value, said) in enumerate(told):
        old, new = plain_value(novelty.old or ""), plain_value(value)
        main = number == 0 or (novelty.kind in ("date", "money") and value.casefold() in title.casefold())
        if main and old and new and old.casefold() != new.casefold():
            old = old if novelty.kind in ("date", "money") else _without_unit(old, new, language)
            # A headline that names the new value is the fact, and shorter than a sentence of which there is room for the beginning alone.
            named = value.casefold() in title.casefold() and len(said) > _SHOWN >= len(bare(title))
            return _changed(old, new, bare(title) if named else said)
    if told and _is_the_fact(title, told[0][0], told[0][2], novelties, language):
        return bare(title)
    telling = (_with_value(said, value) for _, value, said in told if value or len(said.split()) >= _LEAST_WORDS)
    return next(telling, "") or next((said for *_, said in told if said), title)


def _is_the_fact(title: str, first: Novelty, said: str, novelties: Sequence[Novelty], language: str) -> bool:
    if first.kind not in ("event", "status") or len(said) <= _SHOWN or len(bare(title)) > _LONGEST_HEADLINE or title.endswith("?"):
        return False
    named = set(stems_of(words_of(title), language))
    quoted = set(stems_of([word for novelty in novelties for word in words_of(novelty.quote)], language))
    return len(named) >= _LEAST_WORDS - 2 and len(named & quoted) >= _TOLD_SHARE * len(named)


def plain_value(value: str) -> str:
    """Take the preposition off a value: "to early March" stands beside "February 24"."""
    return re.sub(rf"^(?:{_LEADS_TO})\s+(?=\S)", "", value, flags=re.IGNORECASE)


_COMPARES = re.compile(r"\b(?:than|before|after|least|most|чем|чем на|ранее|раньше|позднее|позже|менее|более)$", re.IGNORECASE)
_LEADS_TO = "to|in|on|by|at|for|from|until|the|в|во|на|к|ко|с|со|до|из"


def _changed(old: str, new: str, said: str) -> str:
    """Write old → new and what it is of; a sentence that ends with the new value need not say it twice."""
    without = re.sub(rf"(?:\s+(?:{_LEADS_TO})){{0,2}}\s+{re.escape(new)}[.!]?$", "", said, flags=re.IGNORECASE)
    whole = len(without.split()) < 2 or _COMPARES.search(without)  # "no earlier than" says nothing without it
    rest = said if whole else without.rstrip(" ,;:–—-")
    return f"{old} → {new}: {rest}"


def _without_unit(old: str, new: str, language: str) -> str:
    """Leave out a unit that the new value names as well, whose ending a figure alone would not bear: "147 → 174 километрах"."""
    figure, _, unit = old.rpartition(" ")
    same = figure[-1:].isdigit() and stems_of([unit], language) == stems_of([new.rpartition(" ")[2]], language)
    return figure if same else old


def _with_value(said: str, value: str) -> str:
    """Put a value before a sentence that holds it where a phone would not show it."""
    return f"{plain_value(value)}: {said}" if value and said.casefold().find(value.casefold()) > _SHOWN - len(value) else said


def beyond(subject: str, quote: str) -> str:
    """Take off a quoted sentence what a subject has told of it already: what is left may be nothing."""
    shown = subject.rstrip("…").rstrip()
    if bare(quote)[:_HEAD].casefold() not in shown.casefold():
        return quote
    # What the subject left out in its middle ("on Saturday") is not looked for: only the last words need be the same.
    ends = (shown[-size:] for size in (_HEAD, 12, 6) if shown[-size:].casefold() in quote.casefold())
    end = next(ends, quote)
    rest = quote[quote.casefold().rfind(end.casefold()) + len(end) :].lstrip(" .,;:–—-")
    return f"…{rest}" if len(rest.split()) >= _LEAST_REST else ""


_HEAD = 30  # characters by which a sentence is known again
_LEAST_REST = 4  # words


def _whole(novelty: Novelty) -> str:
    """Take the sentence itself where its text is only the beginning of it: it is cut once, where the line ends."""
    begun = novelty.text.removesuffix("…")
    return novelty.quote if begun != novelty.text and novelty.quote.startswith(begun) else novelty.text


_DATELINE = re.compile(
    r"^(?:\d{1,2}[:.]\d{2}\s*[-–—]\s*"  # 14:20 - of a live text
    r"|\d{1,2}[.)]\s+|[•●▪*]\s*"  # of a list
    r"|(?i:breaking|urgent|live|срочно|молния|жедел)[\s:.!|–—-]{1,3}"  # of a headline
    rf"|[{CAPITALS}][{CAPITALS} /,.’'-]{{2,40}}(?:,?\s[\w .]{{3,24}}?)?\s*(?:[(/][^()/]{{2,40}}[)/])?\.?\s*[-–—]\s+)"
)
_ATTRIBUTION = re.compile(
    r"^(?:According to|As reported by|По данным|По словам|По информации|Как (?:сообщ|заяв|передал|сказал)\w*)\s[^,]{2,70},\s+",
    re.IGNORECASE,
)
_LEAST_LEFT = 25
_LONGEST_HEADLINE = 100
_TOLD_SHARE = 0.5  # of the stems of a headline that the quoted sentences have to hold
_SHOWN = 78  # characters of a fact that stand before a usual tag
_CHANGE = re.compile(r"[^:→]{1,40} → [^:→]{1,40}: ")  # stays whole
_DAY_OF_WEEK = re.compile(
    r"(?: (?:early|late))? on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?: (?:morning|afternoon|evening|night))?\b(?=[ ,])"
    r"| (?:в|во) (?:понедельник|вторник|среду|четверг|пятницу|субботу|воскресенье)(?: (?:утром|дн[её]м|вечером))?\b(?=[ ,])"
)
_CLAUSE = re.compile(
    r"[,;:]\s|\s[–—-]\s|\s(?:because|that|which|who|after|while|so)\s|\s(?:что|чтобы|так как|который|после)\s", re.IGNORECASE
)


def bare(sentence: str) -> str:
    """Take off a sentence what comes before its news: place and date, a time, a bullet; its full stop as well."""
    sentence = clean_line(sentence, _FACT_LIMIT)
    said = _DATELINE.sub("", sentence)
    said = said if said == sentence else said[:1].upper() + said[1:]
    return re.sub(r"(?<![.…])\.$", "", said)


_RIGHT = re.compile(r"(?:\bnot|\bа не)(?:\s+[\w-]+){1,2}|[\w-]+\s+емес\b", re.IGNORECASE)


def righted(fact: str, room: int) -> str:
    """Fit a correction into a line: what is right, and what was wrong, must be in it."""
    found = _RIGHT.search(fact)
    return "…" + _end_of(fact[: found.end()], room - 1) if found and found.end() > room else fitted(fact, room)


def fitted(fact: str, room: int) -> str:
    """Fit a fact into a line: whole, without the day of the week or who said so, or cut where a clause ends."""
    if len(fact) <= room:
        return fact
    if changed := _CHANGE.match(fact):
        return changed[0] + fitted(fact[changed.end() :], room - changed.end())
    said = _DAY_OF_WEEK.sub("", _ATTRIBUTION.sub("", fact))
    if len(said) < len(fact) and len(said) >= _LEAST_LEFT:
        return fitted(said[:1].upper() + said[1:], room)
    cut = _cut(fact, room)
    rest = fact[len(cut) - 1 :]
    if negates(_CLAUSE.split(rest, maxsplit=1)[0]) and not negates(cut):  # what is cut off would turn the clause round
        return "…" + _end_of(fact[: len(fact) - len(rest)] + _CLAUSE.split(rest, maxsplit=1)[0], room - 1)
    return cut


def _cut(fact: str, room: int) -> str:
    ends = [found.start() for found in re.finditer(r"[,;:]\s|\s[–—-]\s", fact[:room])]
    return fact[: ends[-1]] + "…" if ends and ends[-1] >= _CLAUSE_FROM * room else shorten(fact, room)


def _end_of(fact: str, room: int) -> str:
    if len(fact) <= room:
        return fact
    return fact[-room:].partition(" ")[2] or fact[-room:]


def shorten(line: str, limit: int) -> str:
    """Cut a line at a word where there is one, and show that it was cut."""
    if len(line) <= limit:
        return line
    head = line[: limit - 1]
    whole_words = head.rsplit(" ", 1)[0] if " " in head[limit // 2 :] else head
    return re.sub(r"[\s,;:—–-]+$", "", whole_words) + "…"
