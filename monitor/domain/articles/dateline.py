"""Datelines: the place, day and agency that open a wire report."""

import re
from dataclasses import dataclass

from monitor.domain.articles.printed_date import PrintedDay, find_day
from monitor.domain.words.text import CAPITALS

_KNOWN = (
    r"Reuters|AP|Associated Press|AFP|DPA|UPI|Bloomberg|Xinhua|Sputnik|Trend|AKIpress|24\.kg|BNews|Tengrinews(?:\.kz)?|"
    r"(?:Itar-|ITAR-)?TASS|RIA Novosti|Interfax(?:-\w+)?|Kaz[Ii]nform|KAZINFORM|Qazinform|QAZINFORM|KazTAG|"
    r"(?:ИТАР-)?ТАСС|РИА Новости|Интерфакс(?:-\w+)?|Казинформ|КАЗИНФОРМ|КазТАГ|Синьхуа|Спутник|ҚазАқпарат|ҚАЗАҚПАРАТ"
)
_PLACE = rf"[{CAPITALS}][{CAPITALS}'’-]+(?: [{CAPITALS}][{CAPITALS}'’-]+){{0,2}}"
_REGION = rf"[{CAPITALS}][\w.’'-]+(?: [{CAPITALS}][\w.’'-]+)?"
_DAY = r"(?:\d{1,2} \w{3,12}\.?|\w{3,9}\.? \d{1,2})(?:,? (?:19|20)\d\d)?(?: г(?=\.))?"  # find_day decides whether it is one
_BRACKETED = r"[(/\[][^()/\[\]]{2,40}[)/\]]"
# МОСКВА, 25 января. /ТАСС/. | MOSCOW, January 25 (Itar-Tass) — | АСТАНА, 6 фев — РИА Новости. | АСТАНА. KAZINFORM –
_DATELINE = re.compile(
    rf"(?P<place>{_PLACE})(?:, (?P<region>{_REGION}))??(?:[,.] (?P<day>{_DAY}))?"
    rf"(?P<mark>[.,]?\s*(?:{_BRACKETED}|(?:[-–—]\s*)?(?:{_KNOWN})(?:, {_REGION})?))?"
    r"(?P<stop>\.?\s*[-–—]{1,2}\s+|\.\s+)(?=\S)"
)

# Астана. 14 марта. КазТАГ - : a place in small letters counts only together with a day and a known agency.
_SOFT_DATELINE = re.compile(
    rf"(?P<place>[{CAPITALS}][\w'’-]+)[,.] (?P<day>{_DAY})(?P<mark>[.,]?\s*(?:[-–—]\s*)?(?:{_KNOWN})(?:, {_REGION})?)"
    r"(?P<stop>\.?\s*[-–—]{1,2}\s+|\.\s+)(?=\S)"
)


@dataclass(frozen=True, slots=True)
class Dateline:
    """What the opening of a wire report says."""

    agency: str | None
    day: PrintedDay | None
    rest: str  # the paragraph without the agency's mark

    @property
    def sure(self) -> bool:
        """Whether it is more than a place and a dash, which any sentence in capitals may have."""
        return self.agency is not None or self.day is not None


def read_dateline(paragraph: str) -> Dateline | None:
    """Read the dateline that a paragraph opens with, if it has one."""
    found = _DATELINE.match(paragraph[:160]) or _SOFT_DATELINE.match(paragraph[:160])
    if not found:
        return None
    day = find_day(found["day"]) if found["day"] else None
    mark = found["mark"]
    if (found["day"] and not day) or not (mark or day or "-" in found["stop"] or "–" in found["stop"] or "—" in found["stop"]):
        return None
    agency = mark.strip(" .,/()[]-–—").split(",")[0] if mark else None  # a reporter's name may follow
    return Dateline(agency, day, _without(paragraph, found.span("mark")) if mark else paragraph)


def _without(paragraph: str, span: tuple[int, int]) -> str:
    before, after = paragraph[: span[0]], paragraph[span[1] :]
    # One stop between the place and the report is enough: "МОСКВА, 25 января. Ракета …".
    if before.endswith("."):
        return before + after[1:] if after.startswith(".") else before.rstrip(".") + after
    return before + after
