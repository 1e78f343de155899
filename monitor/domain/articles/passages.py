"""Where a sentence stands in an article: title, lead, body, or the lines around it that are no part of what it tells."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from monitor.domain.words.text import CAPITALS, sentence_spans

Where = Literal["title", "lead", "body", "tail"]

GAP = "\n\n"  # between title and text; offsets of mentions count in title + GAP + text
_LEAD_SENTENCES = 3  # belong to the lead wherever paragraphs end
_LEAD_LETTERS = (450, 700)  # so far the lead reaches in the first paragraph, and in the second; a text may have one only
_LONG_PARAGRAPH = 600  # letters after which a paragraph counts as another: pages lose their paragraphs on the way to us
_LONGEST_TAIL = 600

# A paragraph that begins like this speaks of the page, not of the news.
_BEGINNINGS = (
    r"(?:read|see|watch) (?:also|more|next)\b",
    r"also read\b",
    r"related(?: (?:stories|articles|news|posts))?\s*:",
    r"more (?:business|news|from|on this)\b[^.]{0,60}:",
    r"recommended\b[^.]{0,30}:",
    r"most read\b|you may also like|don'?t miss\s*:",
    r"subscribe\b|sign up\b|our newsletter\b|follow us\b|share this\b|join us on\b",
    r"support (?:us|our)\b|donate\b|did you find this",
    r"you are receiving this|reply to this (?:e-)?mail|copyright\b|©|all rights reserved",
    r"(?:file )?(?:photos?|picture|image|caption|credit)\s?(?:by\b|:|/)",
    r"this page is being updated|to continue reading|tags?\s*:",
    r"(?:читай|смотри)те (?:также|ещ[её])\b|читать также\b",
    r"(?:материалы |ещ[её] )?по теме\s*:|друг(?:ие|ая) новост[иь]\b[^.]{0,20}:",
    r"рекомендуем\b|самое (?:читаемое|популярное)|теги\s*:",
    r"подпи(?:шитесь|сывайтесь)\b|следите за (?:нами|нашими)|присылайте новости",
    r"поддерж(?:ите|ать) (?:нас|редакцию|проект)|понравился материал",
    r"если вы (?:заметили|нашли) (?:ошибку|опечатку)",
    r"на (?:фото|снимке)\s*:|фото(?:графия)?(?: автора| редакции)?\s?[:./]|иллюстрация\s*:|источник фото",
    r"(?:сондай-ақ|тағы)\s?(?:да)?\s?оқыңыз|оқи отырыңыз|тақырып бойынша\s*:|ұқсас (?:жаңалық|мақала)",
    r"жазылыңыз|жаңалықтарды (?:telegram|whatsapp|біздің)|біздің телеграм",
    r"пікіріңізді қалдырыңыз|мақала ұнаса|редакцияға хат",
    r"(?:сурет|фото)(?:те|да|ті түсірген)?\s*:",
)
_TAIL = re.compile(rf"\W*(?:{'|'.join(_BEGINNINGS)})", re.IGNORECASE)
_LINKS = re.compile(r"\s(?:[·|•▪►»]|[-–—])\s")
_ENDED = re.compile(r"[.!?…:»”\"')\]]\s*$")
_SHORT_LINE = 110


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of an article; `start` and `end` count in title + GAP + text, paragraph 0 is the title."""

    start: int
    end: int
    where: Where
    paragraph: int


@dataclass(frozen=True, slots=True)
class Passages:
    """All sentences of an article in order; number 0 is the title."""

    sentences: tuple[Sentence, ...]
    starts: tuple[int, ...]

    def at(self, offset: int) -> int:
        """Say the number of the sentence that holds a place of the text."""
        return max(bisect_right(self.starts, offset) - 1, 0)


@lru_cache(maxsize=16)  # placing asks for what matching has just asked for
def split(title: str, text: str) -> Passages:
    """Part an article into sentences, and say of each where it stands."""
    shift = len(title) + len(GAP)
    paragraphs = _paragraphs(text)
    spelled = [text[a:b] for a, b in paragraphs]
    tails, entries = _tails(spelled), _entries(spelled)
    sentences = [Sentence(0, len(title), "title", 0)]
    told = leads = number = 0  # paragraphs that tell something, sentences of the lead, paragraphs; so far
    for (start, end), tail, entry in zip(paragraphs, tails, entries, strict=True):
        number, begun = number + 1, start
        for a, b in sentence_spans(text[start:end]) or [(0, end - start)]:
            if start + a - begun > _LONG_PARAGRAPH:
                number, begun = number + 1, start + a
            where: Where = "tail" if tail else "lead" if entry or _leads(told, leads, start + a) else "body"
            leads += where == "lead"
            sentences.append(Sentence(shift + start + a, shift + start + b, where, number))
        told += not tail
    return Passages(tuple(sentences), tuple(s.start for s in sentences))


def _entries(paragraphs: Sequence[str]) -> list[bool]:
    """Say which paragraphs are entries of a live blog, each of which leads: 12:40 - Lift-off."""
    timed = [bool(_TIMED.match(paragraph)) for paragraph in paragraphs]
    return timed if sum(timed) >= _LIVE_FROM else [False] * len(timed)


def go_by_the_clock(told: Sequence[str]) -> bool:
    """Ask whether the first sentence that a text tells begins with the time of the clock, or several do: a live blog."""
    timed = [bool(_TIMED.match(sentence)) for sentence in told]
    return any(timed[:1]) or sum(timed) >= _LIVE_FROM


def is_headed(first: str) -> bool:
    """Ask whether the first sentence of a paragraph is, or begins with, a heading: three such make a text of parts (`PARTS`)."""
    return bool(_HEADED.match(first))


PARTS = 3
# **Rockets** …; 1. Rockets. …; ROCKETS. …; Cyprus. …: a number or bullet alone may begin a point of one decision.
_HEADED = re.compile(
    r"(?:\*\*|__)(?!\d{1,2}[:.]\d\d)[^*_]{2,60}(?:\*\*|__)|(?:\d{1,2}[.)]|[•▪▸►])\s+\S+(?:\s\S+){0,4}?[.:!?](?:\s|$)"
    rf"|[{CAPITALS}][\w’-]{{2,20}}\.$"
)
_TIMED = re.compile(r"[\W_]*\d{1,2}[:.]\d\d\b")
_LIVE_FROM = 3


def _leads(paragraphs: int, sentences: int, letters: int) -> bool:
    return sentences < _LEAD_SENTENCES or (paragraphs < len(_LEAD_LETTERS) and letters < _LEAD_LETTERS[paragraphs])


def _paragraphs(text: str) -> list[tuple[int, int]]:
    return [line.span() for line in re.finditer(r"[^\n]+", text) if not line.group().isspace()]


def _tails(paragraphs: Sequence[str]) -> list[bool]:
    tails = [is_tail(paragraph) for paragraph in paragraphs]
    # Titles of other articles, one a line, close many a page: at least two, and never the whole text.
    last = len(paragraphs)
    while last > 2 and (tails[last - 1] or _is_bare_line(paragraphs[last - 1])):
        last -= 1
    if len(paragraphs) - last >= 2:
        tails[last:] = [True] * (len(paragraphs) - last)
    return tails


def _is_bare_line(paragraph: str) -> bool:
    return len(paragraph) < _SHORT_LINE and not _ENDED.search(paragraph)


def is_tail(paragraph: str) -> bool:
    """Say whether a paragraph is a list of links, a caption or an appeal."""
    if len(paragraph) > _LONGEST_TAIL:
        return False
    return bool(_TAIL.match(paragraph)) or (len(_LINKS.findall(paragraph)) >= 2 and not re.search(r"[.!?…]\s", paragraph + " "))
