"""The days to come of a digest as a calendar file, read back by another's library."""

from datetime import date, timedelta

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.domain.alerts.digest import Dated
from monitor.domain.alerts.rendering.calendar import as_calendar
from tests.alerts import NOON

SAID = "Бірінші ұшыру; «Союз-5», 22 наурызда \\ сағат 10:00-де, деп хабарлады Роскосмос пен Қазақстан тарапы бірлескен мәлімдемесінде."
DAY = Dated(date(2026, 3, 22), SAID, "Baiterek, the pad", "Kazinform", "https://k.example/2?a=1,2;b")


def events(text):
    """Read a calendar, and answer its events."""
    return icalendar.Calendar.from_ical(text).walk("VEVENT")


def test_a_day_is_a_whole_day_with_what_was_said_and_where():
    [event] = events(as_calendar([DAY], NOON, 20_000))
    assert event["DTSTART"].dt == DAY.day
    assert event["DTSTAMP"].dt == NOON
    assert str(event["SUMMARY"]) == SAID[:109].rsplit(" ", 1)[0] + "…"
    assert str(event["DESCRIPTION"]) == f"“{SAID}” (Kazinform)\n{DAY.url}"
    assert event["CATEGORIES"].to_ical().decode() == "Baiterek\\, the pad"
    assert str(event["TRANSP"]) == "TRANSPARENT"


def test_a_day_has_the_same_id_in_the_next_digest_and_every_other_day_another():
    told = [DAY, Dated(DAY.day, SAID, "Proton", None, None), Dated(DAY.day + timedelta(days=1), SAID, "Baiterek, the pad", None, None)]
    first, again = events(as_calendar(told, NOON, 20_000)), events(as_calendar(told, NOON + timedelta(days=1), 20_000))
    assert [str(one["UID"]) for one in first] == [str(one["UID"]) for one in again]
    assert len({str(one["UID"]) for one in first}) == 3


def test_lines_are_short_and_end_as_the_format_wants():
    raw = as_calendar([DAY], NOON, 20_000).encode()
    assert raw.endswith(b"END:VCALENDAR\r\n")
    assert b"\n" not in raw.replace(b"\r\n", b"")
    assert max(map(len, raw.split(b"\r\n"))) <= 75
    raw.decode("utf-8")


@given(said=st.text(max_size=400), title=st.text(min_size=1, max_size=80))
def test_whatever_was_said_stays_in_its_place(said, title):
    [event] = events(as_calendar([Dated(DAY.day, said, title, title, title)], NOON, 20_000))
    assert {"UID", "DTSTAMP", "DTSTART", "SUMMARY", "DESCRIPTION", "CATEGORIES", "TRANSP"} == set(event)
    assert event["DTSTART"].dt == DAY.day


@pytest.mark.parametrize("room", [20_000, 5_000, 1_000])
def test_what_has_no_room_is_left_out_from_the_end(room):
    days = [Dated(DAY.day + timedelta(days=n), SAID, "Baiterek", None, None) for n in range(40)]
    text = as_calendar(days, NOON, room)
    kept = [one["DTSTART"].dt for one in events(text)]
    assert kept == [one.day for one in days[: len(kept)]]
    assert room - 1_000 < len(text.encode()) <= room


@pytest.mark.parametrize(("days", "room"), [([], 20_000), ([DAY], 400)], ids=["no days", "no room for one"])
def test_without_a_day_there_is_no_calendar(days, room):
    assert as_calendar(days, NOON, room) == ""
