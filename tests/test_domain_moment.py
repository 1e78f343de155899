"""Moments are read as the press prints them."""

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from monitor.domain.feeds.moment import parse_moment


def utc(*parts):
    return datetime(*parts, tzinfo=UTC)


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("2026-11-18", utc(2026, 11, 18)),
        ("2026-11-18T10:05:00Z", utc(2026, 11, 18, 10, 5)),
        ("2026-11-18T10:05:00+05:00", utc(2026, 11, 18, 5, 5)),
        ("2026-11-18 10:05:00.123456 +0300", utc(2026, 11, 18, 7, 5)),
        ("20261118T100500Z", utc(2026, 11, 18, 10, 5)),
        ("Wed, 18 Nov 2026 10:05:00 GMT", utc(2026, 11, 18, 10, 5)),
        ("Wed, 18 Nov 2026 10:05:00 MSK", utc(2026, 11, 18, 7, 5)),
        ("Wed, 18 Nov 2026 10:05:00 ALMT", utc(2026, 11, 18, 5, 5)),
        ("Wed, 22 Nov 2023 10:05:00 ALMT", utc(2023, 11, 22, 4, 5)),
        ("Wed, 18 Nov 26 10:05:00 EST", utc(2026, 11, 18, 15, 5)),
        ("Wed Nov 18 10:05:00 UTC 2026", utc(2026, 11, 18, 10, 5)),
        ("November 18, 2026 10:05 pm", utc(2026, 11, 18, 22, 5)),
        ("Опубликовано 18 ноября 2026, 10:05", utc(2026, 11, 18, 10, 5)),
        ("10:05, 18 ноября 2026 (мск)", utc(2026, 11, 18, 7, 5)),
        ("18 ноября 2026 г. 10:05 (мск)", utc(2026, 11, 18, 7, 5)),
        ("18 ноября 2026 в 10:05 по московскому времени", utc(2026, 11, 18, 7, 5)),
        ("18.11.2026 10:05 (время Астаны)", utc(2026, 11, 18, 5, 5)),
        ("2026 жылғы 18 қараша", utc(2026, 11, 18)),
        ("2026 ж. 3 желтоқсан, 09:15", utc(2026, 12, 3, 9, 15)),
        ("18 Қараша 2026, 10:05", utc(2026, 11, 18, 10, 5)),
        ("18 листопада 2026", utc(2026, 11, 18)),
        ("18/11/2026", utc(2026, 11, 18)),
        ("11/18/2026", utc(2026, 11, 18)),
        ("03/04/2026", None),
        ("18 Nov 1970 00:00:00 GMT", None),
        ("Fri, 31 Dec 9999 23:59:59 GMT", None),
        ("2026-02-31", None),
        ("© 2019-2026", None),
        ("yesterday", None),
        ("", None),
    ],
)
def test_a_moment_is_read(printed, expected):
    assert parse_moment(printed) == expected


YEARS = (datetime(1985, 1, 1), datetime(2105, 1, 1))  # noqa: DTZ001 (hypothesis wants them without a zone)
OFFSETS = st.sampled_from(["Z", "+00:00", "+05:00", "-03:30", "+19:59", "+25:00"])


@settings(deadline=None)
@given(st.datetimes(*YEARS), OFFSETS, st.booleans(), st.sampled_from([":00", ":59", ":60"]))
def test_what_nearly_all_print_is_read_as_it_is_amid_other_words(moment, offset, mail, seconds):
    zone = ("GMT" if offset == "Z" else offset.replace(":", "")) if mail else offset
    printed = f"{moment:%a, %d %b %Y %H:%M}{seconds} {zone}" if mail else f"{moment:%Y-%m-%dT%H:%M}{seconds}{zone}"
    assert parse_moment(printed) == parse_moment(f"Posted {printed}")


@settings(deadline=None)  # the machine may be busy
@given(st.text(max_size=80) | st.text(st.sampled_from("0123456789-:/. TZ+apm18ноя"), max_size=40))
def test_nothing_printed_makes_it_fail(printed):
    found = parse_moment(printed)
    assert found is None or (found.tzinfo and 1990 <= found.year <= 2100)


def test_the_day_stays_the_one_that_was_printed():
    assert parse_moment("2026-11-18T01:00:00+05:00").date().isoformat() == "2026-11-18"
