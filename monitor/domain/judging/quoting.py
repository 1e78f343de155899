"""How a new fact is put into words: quoted from the article, and never generated."""

import re

from monitor.domain.facts.facts import Line, Reading
from monitor.domain.judging.novelty import News
from monitor.domain.judging.storyline import Novelty
from monitor.domain.words.negation import NEGATION, negates
from monitor.domain.words.text import CAPITALS

LONGEST_TEXT = 110


def quoted(reading: Reading, news: News) -> Novelty:
    """Say a new fact in the words of the article, with the earlier value where there is one."""
    line: Line = reading.lines[min(news.line, len(reading.lines) - 1)]
    kind = {"name": "person"}.get(news.kind, news.kind)
    old = news.old
    known = old if old and old.storyline else None  # a value that only the sentence itself names has no source in the archive
    return Novelty(
        kind,
        shortened(_without_label(line.text), news.text),
        _sentence_of(reading, news),
        old.fact.text if old else None,
        known.source if known else None,
        known.at if known else None,
        known.article if known else None,
    )


_LABEL = re.compile(
    r"^\W*(?:correction|corrected|clarification|denial|update|breaking|urgent|уточнение|поправка|исправлено|опровержение|срочно|түзету|жедел)\W{1,3}(?=\w)",
    re.IGNORECASE,
)


_SPEAKER = re.compile(rf"^\s*[\[(][{CAPITALS}][{CAPITALS} .:]{{2,30}}[\])]:?\s*(?=\w)")


def _without_label(text: str) -> str:
    """Cut what the alert says itself, or who reads it out: CORRECTION, [PRESENTER]."""
    rest = _LABEL.sub("", _SPEAKER.sub("", text))
    return rest[:1].upper() + rest[1:] if rest != text else text


def _sentence_of(reading: Reading, news: News) -> str:
    """Quote a full sentence: for a fact of the headline, the one of the lead that gives it too."""
    line = reading.lines[min(news.line, len(reading.lines) - 1)]
    if line.where != "title" or news.fact is None:
        return line.text
    for fact in reading.facts:
        if fact.line != news.line and set(fact.keys) & set(news.fact.keys) and reading.lines[fact.line].where in ("lead", "body"):
            return reading.lines[fact.line].text
    return line.text


def shortened(sentence: str, around: str) -> str:
    """Cut a sentence to the clause that holds the fact, short enough for a subject line."""
    sentence = " ".join(sentence.split())
    if len(sentence) <= LONGEST_TEXT:
        return sentence
    if negates(sentence):
        return sentence if len(sentence) <= _LONGEST_NEGATED else _until_clause(sentence)
    at = max(sentence.find(around), 0)
    start = 0
    if at + len(around) > LONGEST_TEXT - 1:
        start = max(at - max((LONGEST_TEXT - len(around)) // 2, 0), 0)
        start = sentence.find(" ", start) + 1 if start else 0
    cut = sentence[start : start + LONGEST_TEXT - 2]
    cut = cut[: cut.rfind(" ")] if start + len(cut) < len(sentence) and " " in cut else cut
    return ("…" if start else "") + cut.rstrip(" ,;:—–-") + ("…" if start + len(cut) < len(sentence) else "")


# A sentence that denies something is told whole: half of it may say the opposite.
_LONGEST_NEGATED = 200


def _until_clause(sentence: str) -> str:
    """Cut a very long sentence behind its last negation, where a clause ends."""
    last = [found.end() for found in NEGATION.finditer(sentence)][-1]
    end = re.compile(r"[,;:—–]\s").search(sentence, max(last + 40, LONGEST_TEXT))
    return sentence[: end.start()].rstrip() + "…" if end else sentence
