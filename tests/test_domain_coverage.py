"""What can be seen of a feed is learnt from its own history."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.domain.feeds.coverage import Ailment, History, is_garbled, look_at, span
from monitor.domain.feeds.feed import DAYS_KEPT, Day, Feed, FeedSettings, FeedState, count_poll

NOW = datetime(2026, 11, 27, 12, tzinfo=UTC)  # a Friday
DAY, HOUR, MINUTE = timedelta(days=1), timedelta(hours=1), timedelta(minutes=1)
SETTINGS = FeedSettings("https://news.example/feed", "wire", "Wire", every=30 * MINUTE)
DAILY = replace(SETTINGS, every=DAY)
GOOD = Feed(1, SETTINGS, state=FeedState.OK, succeeded_at=NOW, polled_at=NOW)
FAILING = replace(GOOD, state=FeedState.ERROR, failures=5, last_error="answered 500")


def found(history, feed=GOOD, standing=()):
    return [
        one.ailment.value for one in look_at(feed, history, dict.fromkeys(standing) if not isinstance(standing, dict) else standing, NOW)
    ]


@pytest.mark.parametrize(
    ("feed", "expected"),
    [
        pytest.param(GOOD, [], id="it answers"),
        pytest.param(replace(FAILING, succeeded_at=NOW - 23 * HOUR), [], id="it fails for less than a day"),
        pytest.param(replace(FAILING, succeeded_at=NOW - DAY), ["dead"], id="it fails for a day"),
        pytest.param(replace(FAILING, settings=DAILY, succeeded_at=NOW - 2 * DAY), [], id="asked once a day, it fails twice"),
        pytest.param(replace(FAILING, settings=DAILY, succeeded_at=NOW - 3 * DAY), ["dead"], id="asked once a day, it fails thrice"),
        pytest.param(replace(FAILING, state=FeedState.REFUSED, succeeded_at=NOW - 4 * DAY), ["dead"], id="it lets us in no more"),
        pytest.param(replace(FAILING, state=FeedState.THROTTLED, succeeded_at=NOW - 4 * DAY), ["dead"], id="it throttles us for days"),
        pytest.param(replace(FAILING, state=FeedState.GONE, failures=2, succeeded_at=NOW - HOUR), [], id="it said twice that it is gone"),
        pytest.param(replace(FAILING, state=FeedState.GONE, failures=3, succeeded_at=NOW - HOUR), ["dead"], id="it said so three times"),
        pytest.param(replace(FAILING, succeeded_at=None, failures=2), [], id="new, and failed twice"),
        pytest.param(replace(FAILING, succeeded_at=None, failures=3), ["dead"], id="new, and failed three times"),
        pytest.param(Feed(1, SETTINGS), [], id="not asked yet"),
    ],
)
def test_a_feed_without_a_good_answer_for_days_is_dead(feed, expected):
    assert found(History(), feed) == expected


def every(gap, last, count=20):
    return [NOW - last - number * gap for number in range(count)]


WEEKDAYS = [NOW - timedelta(days=back, hours=hour) for back in range(4, 32) if (NOW - back * DAY).weekday() < 5 for hour in (0, 3)]


@pytest.mark.parametrize(
    ("arrivals", "expected"),
    [
        pytest.param([], [], id="nothing ever came"),
        pytest.param(every(HOUR, 20 * DAY, count=5), [], id="too few came to know a rhythm"),
        pytest.param([NOW - 20 * DAY] * 40, [], id="all came at once"),
        pytest.param(every(HOUR, DAY), [], id="an hourly feed rests for a day"),
        pytest.param(every(HOUR, 3 * DAY), ["silent"], id="an hourly feed rests for three days"),
        pytest.param(every(7 * DAY, 20 * DAY), [], id="a weekly feed rests for twenty days"),
        pytest.param(every(7 * DAY, 60 * DAY), ["silent"], id="a weekly feed rests for two months"),
        pytest.param(WEEKDAYS, [], id="a feed that rests on weekends rests for four days"),
        pytest.param([*every(HOUR, 3 * DAY), NOW + DAY], ["silent"], id="a date in the future is no news"),
    ],
)
def test_a_feed_is_silent_when_it_rests_for_far_longer_than_it_ever_did(arrivals, expected):
    assert found(History(arrivals=arrivals)) == expected


def days(listed, new=(), apart=()):
    """Days up to today; the newest number stands last."""
    first = NOW.date() - timedelta(days=len(listed) - 1)
    return [
        Day(first + timedelta(days=n), size, dict(enumerate(new)).get(n, 0), dict(enumerate(apart)).get(n, 0))
        for n, size in enumerate(listed)
    ]


@pytest.mark.parametrize(
    ("history", "expected"),
    [
        pytest.param(days([40] * 10), [], id="as ever"),
        pytest.param(days([40] * 8 + [5, 5]), ["degraded"], id="a day with an eighth of the usual"),
        pytest.param(days([40] * 8 + [0, 0]), ["degraded"], id="a day with nothing"),
        pytest.param(days([40] * 8 + [40, 0]), [], id="the day is not over"),
        pytest.param(days([40, 40, 6, 6, 40, 40, 40, 40, 5, 5]), [], id="weekends were always so"),
        pytest.param(days([40] * 4 + [5, 5]), [], id="too few days to know a habit"),
        pytest.param(days([5] * 8 + [1, 1]), [], id="a feed that never listed much"),
        pytest.param(days([40] * 10, new=[3] * 8 + [60, 0]), ["degraded"], id="a flood"),
        pytest.param(days([40] * 10, new=[30] * 8 + [60, 0]), [], id="a busy day"),
        pytest.param(days([40] * 10, apart=[0] * 9 + [1]), ["gapped"], id="a gap today"),
        pytest.param(days([40] * 10, apart=[0] * 8 + [2, 0]), ["gapped"], id="gaps yesterday"),
        pytest.param(days([40] * 10, apart=[0] * 7 + [9, 0, 0]), [], id="gaps long ago"),
    ],
)
def test_a_feed_is_measured_by_its_own_days(history, expected):
    assert found(History(days=history)) == expected


def test_a_habit_that_was_lost_is_remembered_as_long_as_the_trouble_stands():
    low = History(days=days([40] * 2 + [5] * 10))
    assert found(low, standing={Ailment.DEGRADED: 40.0}) == ["degraded"]
    assert found(History(days=days([5] * 9 + [38, 38])), standing={Ailment.DEGRADED: 40.0}) == []


@pytest.mark.parametrize(
    ("stubs", "standing", "expected"),
    [
        pytest.param([False] * 40, (), [], id="pages are read"),
        pytest.param([True] * 10 + [False] * 20, (), ["degraded"], id="pages have become walls"),
        pytest.param([True] * 40, (), [], id="pages were always walls"),
        pytest.param([True] * 10, (), [], id="nothing is known of before"),
        pytest.param([True] * 6 + [False] * 34, (), [], id="some walls"),
        pytest.param([True] * 6 + [False] * 4, (Ailment.DEGRADED,), ["degraded"], id="walls stand, and are not clearly over"),
        pytest.param([True] * 40, (Ailment.DEGRADED,), ["degraded"], id="one does not get used to walls"),
        pytest.param([True] * 3 + [False] * 7, (Ailment.DEGRADED,), [], id="walls are gone"),
    ],
)
def test_a_feed_whose_pages_have_become_walls_is_degraded(stubs, standing, expected):
    assert found(History(stubs=stubs), standing=standing) == expected


RUSSIAN = "На Байконуре завершены испытания ракеты «Союз-5»"
KAZAKH = "Байқоңыр ғарыш айлағында жаңа зымыран сыналды"
ENGLISH = "Kazakhstan’s Baiterek pad is ready, says Roscosmos – naïve façade"


def misread(text, wrote, read):
    return text.encode(wrote, "replace").decode(read, "replace")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(misread(RUSSIAN, "utf-8", "windows-1251"), id="Russian in UTF-8 read as windows-1251"),
        pytest.param(misread(RUSSIAN, "utf-8", "latin-1"), id="Russian in UTF-8 read as latin-1"),
        pytest.param(misread(RUSSIAN, "utf-8", "windows-1252"), id="Russian in UTF-8 read as windows-1252"),
        pytest.param(misread(KAZAKH, "utf-8", "windows-1251"), id="Kazakh in UTF-8 read as windows-1251"),
        pytest.param(misread(KAZAKH, "utf-8", "latin-1"), id="Kazakh in UTF-8 read as latin-1"),
        pytest.param(misread(RUSSIAN, "koi8-r", "windows-1251"), id="KOI8 read as windows-1251"),
        pytest.param(misread(RUSSIAN, "windows-1251", "koi8-r"), id="windows-1251 read as KOI8"),
        pytest.param(misread(RUSSIAN, "windows-1251", "utf-8"), id="windows-1251 read as UTF-8"),
        pytest.param(misread(RUSSIAN, "ascii", "ascii"), id="question marks"),
        pytest.param(misread(ENGLISH, "utf-8", "windows-1252"), id="English in UTF-8 read as windows-1252"),
        pytest.param(misread(ENGLISH, "utf-8", "latin-1"), id="English in UTF-8 read as latin-1"),
    ],
)
def test_text_in_the_wrong_charset_is_noticed(text):
    assert is_garbled(text)
    assert found(History(texts=[text] * 4 + [RUSSIAN] * 6)) == ["degraded"]
    assert found(History(texts=[text] * 2 + [RUSSIAN] * 8)) == []


@pytest.mark.parametrize(
    "text",
    [
        RUSSIAN, RUSSIAN.upper(), KAZAKH, KAZAKH.upper(), ENGLISH, "СССР, США и РФ: ТАСС", "РСМД: СТРАТЕГИЯ", "Ñandú", "Why?!", "Ётүн",
        "iPhone, eSIM и МКС", "Что? Где? Когда?", "Spécial: Ã l'été", "ISS-74", "", "УТРО РОССИИ: РОСТ СТАВОК",
        "Россия и США: СНВ-III, ПРО, РСМД",
    ],
)  # fmt: skip
def test_text_in_its_own_charset_is_left_in_peace(text):
    assert not is_garbled(text)


@given(st.text())
def test_any_text_can_be_looked_at(text):
    assert is_garbled(text) in (True, False)


def test_the_polls_of_a_day_are_counted_together():
    today, tomorrow = date(2026, 11, 9), date(2026, 11, 10)
    counted = count_poll((), today, listed=20, new=3, apart=False)
    counted = count_poll(counted, today, listed=None, new=0, apart=False)
    counted = count_poll(counted, today, listed=18, new=2, apart=True)
    assert counted == (Day(today, 20, 5, 1),)
    assert count_poll(counted, tomorrow, listed=None, new=0, apart=False)[-1] == Day(tomorrow, 20, 0, 0)


def test_no_more_days_are_kept_than_are_looked_at():
    counted = ()
    for number in range(40):
        counted = count_poll(counted, NOW.date() + timedelta(days=number), listed=number, new=0, apart=False)
    assert len(counted) == DAYS_KEPT


@pytest.mark.parametrize(
    ("time", "said"),
    [(3 * DAY, "3 days"), (DAY, "24 hours"), (90 * MINUTE, "90 minutes"), (timedelta(0), "1 minute"), (5 * HOUR, "5 hours")],
)
def test_a_span_is_said_in_words(time, said):
    assert span(time) == said
