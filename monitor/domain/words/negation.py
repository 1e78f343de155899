"""Whether a sentence says that something is not so, or not done."""

import re

from monitor.domain.words.concepts import HARD, ideas_in
from monitor.domain.words.kazakh_latin import in_cyrillic
from monitor.domain.words.likeness import words_of


def negates(sentence: str) -> bool:
    """Ask whether a sentence says that something is not so."""
    return bool(NEGATION.search(sentence))


def refuses(headline: str, language: str) -> bool:
    """Ask whether a headline says that something is not so, or not done: more than that a thing is lacking, or the bound of a number.

    Schools without internet, a launch not before May and no more than four ferries refuse nothing.

    Before a colon stands who says so, at whatever length; where that part tells something hard itself, what follows is what comes of it
    (senate clears law on sale: no job is lost).
    """
    told = _LACKS.sub("", in_cyrillic(headline.casefold()) if language == "kk" else headline)
    first, colon, _ = told.partition(": ")
    tells = colon and len(first.split()) > _SPEAKER and not HARD.isdisjoint(ideas_in(words_of(first), language))
    return negates(first if tells else told)


_SPEAKER = 4  # words: who is called by more of them may have told something as well


_LACKS = re.compile(
    r"\b(?:without|без|with no(?:body|\s+one)?|(?:no|nobody|no\s+one) (?:casualties|injuries|victims|hurt|injured|aboard|on board)"
    r"|(?:пострадавших|жертв) нет|(?:not|no) (?:before|(?:earlier|later|sooner|more|less|fewer) than)"
    r"|не (?:раньше|ранее|позже|позднее|более|больше|менее|меньше))\b",
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
