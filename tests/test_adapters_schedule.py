"""When a schedule comes next, also in the two nights in which the clocks are changed."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.adapters.schedule import next_time

BERLIN = ZoneInfo("Europe/Berlin")
GAINS, LOSES = datetime(2026, 10, 24, 22, tzinfo=UTC), datetime(2026, 3, 28, 22, tzinfo=UTC)  # the evenings before


def times(schedule, after, count):
    found = []
    for _ in range(count):
        after = next_time(schedule, after, BERLIN)
        found.append(f"{after.astimezone(UTC):%d %H:%M}")
    return found


@pytest.mark.parametrize(
    ("schedule", "evening", "expected"),
    [
        pytest.param("30 2 * * *", GAINS, ["25 00:30", "26 01:30", "27 01:30"], id="a time that the clock shows twice comes once"),
        pytest.param("30 2,3 * * *", GAINS, ["25 00:30", "25 02:30", "26 01:30"], id="and the next one is not lost"),
        pytest.param("0 * * * *", GAINS, ["24 23:00", "25 00:00", "25 02:00", "25 03:00"], id="an hour that the clock shows twice too"),
        pytest.param("0 7 * * *", GAINS, ["25 06:00", "26 06:00"], id="the morning after"),
        pytest.param("30 2 * * *", LOSES, ["29 01:30", "30 00:30"], id="a time that the clock does not show comes all the same"),
        pytest.param("0 7 * * *", LOSES, ["29 05:00", "30 05:00"], id="the morning of a short night"),
    ],
)
def test_a_schedule_comes_next(schedule, evening, expected):
    assert times(schedule, evening, len(expected)) == expected


@given(
    st.sampled_from(["30 2 * * *", "*/15 * * * *", "0 * * * *", "15 3 * * sun", "59 23 31 12 *"]),
    st.datetimes(datetime(2026, 1, 1), datetime(2027, 1, 1)),  # noqa: DTZ001 (the zone is given below)
)
def test_the_next_time_always_lies_ahead(schedule, moment):
    after = moment.replace(tzinfo=UTC)
    assert next_time(schedule, after, BERLIN) > after


def test_a_day_that_never_comes_is_none():
    assert next_time("0 7 30 2 *", GAINS, BERLIN) is None
    assert next_time("0 7 * * *", GAINS + timedelta(days=1), BERLIN) is not None
