"""Digests and the summary of a first look."""

from dataclasses import replace
from datetime import date

import pytest

from monitor.domain.alerts.digest import BaselineSummary, Dated, Period, Quiet, Unseen
from monitor.domain.alerts.rendering.digests import render_baseline, render_digest
from tests.alerts import DAY, DESK, MINUTE, NOON, PHONE, alert

FULL = Period(
    since=NOON - DAY,
    until=NOON,
    alerts=(
        alert(),
        replace(alert(level="digest", development="proton#1"), storyline="proton", storyline_title="Proton", key="proton#1"),
    ),
    held={"copy": 6, "repeat": 33, "background": 2},
    articles=57,
    feeds=33,
    unseen=(Unseen("timesca", "answered 403", NOON - 2 * DAY),),
    dead=2,
    last_alert=12,
)
EMPTY = replace(FULL, alerts=(), held={}, unseen=(), dead=0)


def test_a_digest_has_counts_in_its_subject():
    message = render_digest(FULL, DESK)
    assert message.subject.startswith("10 Mar: 2 developments, 41 held back: first launch in March 2026")
    assert len(message.subject) <= 110


def test_a_topic_with_a_name_stands_first_in_the_subject():
    assert render_digest(replace(FULL, topic="baikonur"), DESK).subject.startswith("Baikonur 10 Mar: 2 developments, 41 held back: ")
    assert render_digest(replace(EMPTY, topic="baikonur"), DESK).subject.startswith("Baikonur 10 Mar: no developments; ")


def test_a_digest_tells_developments_by_storyline_then_what_was_held_then_what_could_not_be_seen():
    text = render_digest(FULL, DESK).text
    order = [
        "Since 9 Mar 2026 12:00 UTC: 2 developments; 57 articles kept.",
        "DEVELOPMENTS",
        "• first launch in March 2026 [baiterek#2026-03-10-1]",
        "December 2025 (Old News, 10 Dec 2025) → first launch in March 2026",
        "Example News (en) 12:00, Second (ru) +0:01; 2 outlets, 1 origin: Example",
        "https://news.example/launch",
        "ALSO NEW",
        "• first launch in March 2026 [proton#1]",
        "HELD BACK",
        "41: 33 repeats, 6 copies, 2 background",
        "COVERAGE",
        "Feeds seen: 32 of 33.",
        "timesca: answered 403",
        "2 messages could not be delivered",
    ]
    places = [text.index(said) for said in order]
    assert places == sorted(places)


def test_an_empty_day_is_one_line():
    message = render_digest(EMPTY, DESK)
    assert message.subject == "10 Mar: no developments; 57 articles kept; all 33 feeds healthy"
    told, mark = (part.replace("\n", " ") for part in message.text.split("\n\n"))
    assert told == "Since 9 Mar 2026 12:00 UTC: no developments; 57 articles kept; all 33 feeds healthy."
    assert mark == f"#{message.key[:8]}"


@pytest.mark.parametrize(
    ("period", "said"),
    [
        pytest.param(replace(EMPTY, since=None), "Since the beginning: no developments", id="the first one"),
        pytest.param(replace(EMPTY, feeds=0), "No feed is switched on.", id="no feeds"),
        pytest.param(replace(FULL, alerts=(alert(),) * 60), "30 developments more", id="more than can be read"),
        pytest.param(
            replace(EMPTY, unseen=(Unseen("a", "timeout", None),)), "1 of 33 feeds not seen", id="an empty day that was half blind"
        ),
    ],
)
def test_a_digest_says_what_is_special(period, said):
    message = render_digest(period, DESK)
    assert said in message.subject + " " + message.text.replace("\n", " ")


def test_a_full_digest_with_its_calendar_is_no_large_mail():
    long = replace(alert(), article_url="https://a.example/" + "x" * 1900, article_title="ұзақ " * 60)
    days = tuple(Dated(date(2026, 3, 11), "ұшыру " * 50, f"{n}", "Дереккөз", long.article_url) for n in range(20))
    message = render_digest(replace(FULL, alerts=(long,) * 60, calendar=days), DESK)
    assert len(message.text.encode()) + len(message.html.encode()) + len(message.calendar.encode()) <= 72_000
    usual = replace(FULL, calendar=tuple(replace(day, url="https://a.example/news/1234567") for day in days))
    assert render_digest(usual, DESK).calendar.count("BEGIN:VEVENT") == 20
    assert render_digest(replace(FULL, calendar=days), replace(DESK, format="text")).calendar == "", "plain text alone"


def test_the_key_of_a_digest_is_that_of_its_period_and_channel():
    assert render_digest(FULL, DESK).key == render_digest(FULL, DESK).key
    others = [render_digest(FULL, PHONE), render_digest(replace(FULL, until=NOON + MINUTE), DESK)]
    assert len({render_digest(FULL, DESK).key, *(other.key for other in others)}) == 3


def test_the_data_of_a_digest_says_where_the_next_one_begins():
    data = render_digest(FULL, DESK).data
    assert (data["message_kind"], data["until"], data["last_alert"]) == ("digest", "2026-03-10T12:00:00+00:00", 12)
    assert [told["development"] for told in data["developments"]] == ["baiterek#2026-03-10-1", "proton#1"]


SUMMARY = BaselineSummary(
    feeds=3, entries=57, matches=4, storylines={"Baiterek": 2, "Proton": 1}, held={"baseline": 3, "copy": 1}, until=NOON
)


def test_a_first_look_is_summed_up_without_single_titles():
    message = render_baseline(SUMMARY, DESK)
    assert message.subject == "First look at 3 feeds: 57 entries kept, 4 matches"
    assert "Baiterek: 2 developments would have alerted\nProton: 1 development would have alerted" in message.text
    assert "4: 3 from the first look, 1 copy" in message.text
    assert "monitor held" in message.text


def test_a_first_look_that_found_nothing_says_so():
    message = render_baseline(BaselineSummary(1, 1, 0, {}, {}), DESK)
    assert message.subject == "First look at 1 feed: 1 entry kept, 0 matches"
    assert "No development of a known storyline" in message.text


def test_storylines_that_stand_still_take_one_line_however_many_there_are():
    quiet = tuple(Quiet(f"line-{n}", f"Line {n}", NOON - (100 - n) * DAY) for n in range(20))
    (block,) = [block for block in render_digest(replace(FULL, quiet=quiet), DESK).blocks if block.heading == "No news of"]
    (said,) = block.lines
    assert said.text.startswith("Line 0 (100 days); Line 1 (99 days); ")
    assert said.text.endswith("Line 11 (89 days) (+8)")
