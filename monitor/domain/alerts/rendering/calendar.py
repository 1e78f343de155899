"""The days to come of a digest as a file for a calendar program, RFC 5545: whole days, for that is what was said."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime

from monitor.domain.alerts.delivery import delivery_key
from monitor.domain.alerts.digest import Dated
from monitor.domain.alerts.message import web_address
from monitor.domain.alerts.subject import SUBJECT_LIMIT, shorten
from monitor.domain.words.text import clean_line

_OCTETS = 75  # of a line; the rest goes on in the next one, behind a space
_HEAD = ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//monitor//digest//EN", "CALSCALE:GREGORIAN", "METHOD:PUBLISH")
_FOOT = ("END:VCALENDAR",)


def as_calendar(days: Sequence[Dated], stamp: datetime, room: int) -> str:
    """Write days as a calendar of at most `room` bytes, the nearest first; empty where there are none, or no room for one."""
    written, left = [], room - len(_lines(_HEAD) + _lines(_FOOT))
    for event in (_lines(_event(one, stamp)) for one in days):
        left -= len(event.encode())
        if left < 0:
            break
        written.append(event)
    return "".join((_lines(_HEAD), *written, _lines(_FOOT))) if written else ""


def _event(one: Dated, stamp: datetime) -> Iterator[str]:
    """Write one day. Its id is that of storyline and day, so a program that has it from an earlier digest shows it once."""
    source = f" ({one.source})" if one.source else ""
    url = web_address(one.url)
    yield "BEGIN:VEVENT"
    yield f"UID:{delivery_key('day to come', one.storyline_title, one.day.isoformat())}@monitor"
    yield f"DTSTAMP:{stamp.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    yield f"DTSTART;VALUE=DATE:{one.day:%Y%m%d}"
    yield f"SUMMARY:{_text(shorten(one.said, SUBJECT_LIMIT))}"
    yield f"DESCRIPTION:{_text(f'“{one.said}”{source}')}" + (f"\\n{_text(url)}" if url else "")
    yield f"CATEGORIES:{_text(one.storyline_title)}"
    yield "TRANSP:TRANSPARENT"  # it takes up nobody's time
    yield "END:VEVENT"


def _text(value: str) -> str:
    escaped = clean_line(value, 2100).replace("\\", "\\\\")
    return escaped.replace(";", "\\;").replace(",", "\\,")


def _lines(lines: Sequence[str] | Iterator[str]) -> str:
    return "".join(f"{part}\r\n" for line in lines for part in _folded(line))


def _folded(line: str) -> Iterator[str]:
    """Break a line where it would be longer than 75 octets, never within a letter."""
    part, size = "", 0
    for letter in line:
        octets = len(letter.encode())
        if size + octets > _OCTETS:
            yield part
            part, size = " ", 1
        part, size = part + letter, size + octets
    yield part
