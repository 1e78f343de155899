"""One message of every kind, for tests of how messages look."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from monitor.domain.alerts.alert import Earlier
from monitor.domain.alerts.channel import Channel, Words
from monitor.domain.alerts.digest import Amended, BaselineSummary, Dated, Period, Quiet, Unseen
from monitor.domain.alerts.feedback import ANSWERS
from monitor.domain.alerts.message import Links, Message
from monitor.domain.alerts.operations import Matter, Pulse, Report
from monitor.domain.alerts.rendering.alerts import render
from monitor.domain.alerts.rendering.digests import render_baseline, render_digest, render_released
from monitor.domain.alerts.rendering.operations import render_given_up, render_heartbeat, render_report
from monitor.domain.alerts.rendering.retractions import render_retraction
from monitor.domain.alerts.rendering.samples import render_sample
from monitor.domain.judging.storyline import Novelty, Teller
from tests.alerts import CONTEXT, DAY, MINUTE, NOON, alert

LANGUAGES: tuple[Words, ...] = ("en", "ru", "kk")
LINKS = Links(
    "https://monitor.example/developments/baiterek%232026-03-10-1",
    "https://monitor.example/storylines/baiterek",
    {
        answer: f"https://monitor.example/answers/{number}.7.1799999999.desk~0123456789abcdefghijklmn"
        for number, answer in enumerate(ANSWERS)
        if answer not in ("mute", "taken")
    },
    "https://monitor.example/answers/6.7.1799999999.desk~0123456789abcdefghijklmn",
)
MOVED = Novelty(
    "date",
    "Soyuz-5 debut moved to the first quarter of 2026",
    "Deputy prime minister Zhaslan Madiyev gave the first quarter of 2026 for the debut of Soyuz-5.",
    "end of 2025",
    "Interfax",
    NOON - 118 * DAY,
    3,
)
SUM = Novelty(
    "money",
    "Ғимараттың жөндеуі 90,8 млрд теңгеге бағаланды",
    "Ғимараттың жөндеуі 90,8 млрд теңгеге бағаланды, деп хабарлады министрлік баспасөз қызметі.",
)
TELLERS = (
    Teller("Interfax", None, NOON - 20 * MINUTE, "ru", "https://interfax.example/1"),
    Teller("TASS", None, NOON, "en", "https://tass.example/1"),
    Teller("Kazinform", "TASS", NOON + 45 * MINUTE, "kk", "https://kazinform.example/1"),
    *(Teller(f"Portal {number}", "Interfax", NOON + 60 * MINUTE, "ru", "https://p.example/1") for number in range(9)),
)
TOLD = alert(
    context=replace(CONTEXT, tellers=TELLERS),
    novelties=(MOVED, SUM),
    evidence={"changed": [["end of 2025", "first quarter of 2026"]], "new": [["money", "90,8 млрд теңгеге", 1.0]]},
)
PLAIN = alert(context=replace(CONTEXT, tellers=TELLERS[:1]), novelties=(SUM,), development="city#2026-03-10-1", level="digest")
RIGHTED = (replace(MOVED, kind="correction"), SUM)
EARLIER = Earlier("baiterek#2026-03-09-1", "Soyuz-5 debut stays in 2025 [baiterek#2026-03-09-1]", NOON - DAY, {"desk": "0" * 32})
PERIOD = Period(
    since=NOON - DAY,
    until=NOON,
    alerts=(
        TOLD,
        PLAIN,
        replace(PLAIN, key="city#2", updates=EARLIER),
        replace(TOLD, key="rent#1", rumour=True, storyline_title="Lease and rent"),
    ),
    held={"repeat": 33, "copy": 6, "background": 2},
    articles=57,
    feeds=33,
    unseen=(Unseen("timesca", "answered 403", NOON - timedelta(days=2)),),
    unusual=(("azattyq", "nothing new for 9 days; it used to bring something every 5 hours"),),
    dead=2,
    last_alert=12,
    topic="baikonur",
    moved={PLAIN.key: "over the budget of 3 pushes a day"},
    snoozed={"Gagarin's Start": NOON + 2 * DAY},
    amended=(
        Amended("Two Czechs fined [city#2026-03-08-1]", "wrong-storyline", ("it lies in city_tourism",), NOON, "https://a.example/1"),
    ),
    calendar=(
        Dated(date(2026, 3, 22), "The first launch from the repaired pad is set for 22 March.", "Site 31", "TASS", "https://t.example/2"),
    ),
    quiet=(
        Quiet("sary", "Sary-Shagan and the other leased ranges", NOON - 300 * DAY),
        Quiet("gagarin", "Gagarin's Start", NOON - 61 * DAY),
        Quiet("telecom", "Telecommunication satellites", NOON - 34 * DAY),
    ),
)
MATTERS = (
    Matter("feed", "timesca", "dead, no good answer for 26 hours: answered 403", NOON - DAY),
    Matter("disk", "data", "only 120 MB are free: make room before nothing can be kept", NOON),
)
REPORT = Report(
    NOON, MATTERS, (Matter("channel", "phone", "4 messages wait, 1 given up; its target says: chat not found", NOON - 2 * DAY),), (), 33, 3
)
PULSE = Pulse(NOON, NOON - DAY, 33, 3, 410, 57, 4, 9, 1, 0, NOON - timedelta(hours=5), MATTERS[:1])

KINDS: Mapping[str, Callable[[Channel], Message]] = {
    "alert": lambda to: render(TOLD, to, LINKS),
    "plain": lambda to: render(PLAIN, to),
    "opening": lambda to: render(replace(PLAIN, opening=True, last_moved=None, last_summary=None), to),
    "correction": lambda to: render(replace(TOLD, kind="correction", novelties=RIGHTED, corrects=EARLIER), to, LINKS),
    "update": lambda to: render(replace(TOLD, updates=EARLIER), to),
    "denial": lambda to: render(replace(PLAIN, kind="denial"), to),
    "versions": lambda to: render(replace(PLAIN, kind="conflict"), to),
    "rumour": lambda to: render(replace(TOLD, rumour=True), to),
    "critical": lambda to: render(replace(PLAIN, critical=True), to),
    "released": lambda to: render_released((TOLD, PLAIN), ("1" * 32, "2" * 32), to),
    "together": lambda to: render_released((TOLD, PLAIN), ("1" * 32, "2" * 32), to, quiet=False),
    "digest": lambda to: render_digest(PERIOD, to),
    "empty": lambda to: render_digest(
        replace(PERIOD, alerts=(), held={}, unseen=(), unusual=(), dead=0, amended=(), calendar=(), quiet=(), snoozed={}), to
    ),
    "baseline": lambda to: render_baseline(BaselineSummary(3, 57, 4, {"Baiterek": 2, "Proton": 1}, {"baseline": 3, "copy": 1}, NOON), to),
    "operations": lambda to: render_report(REPORT, to),
    "recovery": lambda to: render_report(replace(REPORT, new=(), lasting=MATTERS), to),
    "undelivered": lambda to: render_given_up("3" * 32, "phone", KINDS["alert"](to), 9, "chat not found", to, NOON),
    "heartbeat": lambda to: render_heartbeat(PULSE, to),
    "retraction": lambda to: render_retraction(TOLD, to, 5, {"verdict": "not new", "note": "known since May"}, NOON, "0" * 32),
    "sample": lambda to: render_sample(to, NOON, LINKS),
}


def to(language: Words) -> Channel:
    """A channel of a reader in Almaty."""
    return Channel("desk", language=language, zone=ZoneInfo("Asia/Almaty"))


def message(kind: str, language: Words) -> Message:
    """Make a message of a kind in a language."""
    return KINDS[kind](to(language))
