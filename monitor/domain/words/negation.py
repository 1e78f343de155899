"""Whether a sentence says that something is not so, or not done."""

import re


def negates(sentence: str) -> bool:
    """Ask whether a sentence says that something is not so."""
    return bool(NEGATION.search(sentence))


def refuses(headline: str) -> bool:
    """Ask whether a headline says that something is not so, or not done: more than that a thing is lacking (schools without internet).

    Before a colon stands who says so; where that part tells something itself, what follows is what comes of it (senate clears sale: no job
    is lost).
    """
    told = _LACKS.sub("", headline)
    speaker, colon, _ = told.partition(": ")
    return negates(speaker if colon and len(speaker.split()) > _SPEAKER else told)


_SPEAKER = 4  # words


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
