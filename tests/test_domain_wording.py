"""The fixed words, in every language whole: plural forms, dates, reasons."""

import re
import string
from dataclasses import fields, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
import sqlalchemy as sa

from monitor.domain.alerts.alert import alert_from_dict
from monitor.domain.alerts.upkeep import Refusing, Vitals, matters
from monitor.domain.alerts.wording import IN, clock, counted, day, held_kind, moment, reason
from monitor.domain.alerts.wording.words import Words
from monitor.domain.feeds.coverage import History, look_at
from monitor.domain.feeds.feed import Day, Feed, FeedSettings, FeedState
from monitor.domain.words.concepts import _CONCEPTS
from monitor.store import feedback
from monitor.store.migrate import open_archive
from monitor.store.tables import alerts, reviews
from monitor.web.answers import ANSWERED, SAID

AT = datetime(2025, 12, 26, 12, 10, tzinfo=UTC)
TEMPLATES = [field.name for field in fields(Words) if field.type is str or field.type == "str"]


@pytest.mark.parametrize(
    ("language", "number", "said"),
    [
        ("en", 0, "0 outlets"),
        ("en", 1, "1 outlet"),
        ("en", 2, "2 outlets"),
        ("ru", 0, "0 изданий"),
        ("ru", 1, "1 издание"),
        ("ru", 2, "2 издания"),
        ("ru", 4, "4 издания"),
        ("ru", 5, "5 изданий"),
        ("ru", 11, "11 изданий"),
        ("ru", 12, "12 изданий"),
        ("ru", 14, "14 изданий"),
        ("ru", 21, "21 издание"),
        ("ru", 22, "22 издания"),
        ("ru", 111, "111 изданий"),
        ("kk", 1, "1 басылым"),
        ("kk", 5, "5 басылым"),
    ],
)
def test_a_noun_has_the_form_that_its_number_asks_for(language, number, said):
    words = IN[language]
    assert counted(words, number, words.outlets) == said


@pytest.mark.parametrize(
    ("language", "zone", "said"),
    [
        ("en", "UTC", "26 Dec 2025 12:10 UTC"),
        ("en", "Europe/Moscow", "26 Dec 2025 15:10 MSK"),
        ("en", "Asia/Almaty", "26 Dec 2025 17:10 UTC+5"),
        ("ru", "Asia/Almaty", "26 дек. 2025, 17:10 UTC+5"),
        ("kk", "Asia/Almaty", "2025 ж. 26 жел., 17:10 UTC+5"),
        ("kk", "Pacific/Kiritimati", "2025 ж. 27 жел., 02:10 UTC+14"),
    ],
)
def test_a_moment_is_told_by_the_clock_and_in_the_language_of_the_channel(language, zone, said):
    assert moment(IN[language], AT, ZoneInfo(zone)) == said


def test_days_and_hours_of_these_days_are_told_short():
    assert day(IN["kk"], date(2026, 3, 1)) == "2026 ж. 1 наурыз"
    assert clock(IN["ru"], AT, UTC) == "26 дек. 12:10"


@pytest.mark.parametrize("language", ["ru", "kk"])
@pytest.mark.parametrize("name", TEMPLATES)
def test_every_language_fills_its_sentences_with_the_same_things(language, name):
    """A sentence may leave a number or its noun out, but asks for nothing that the English one is not given."""
    asked = [{part[1] for part in string.Formatter().parse(getattr(IN[one], name)) if part[1]} for one in ("en", language)]
    either = [{"number", "feeds", "attempts"}]
    assert asked[1] - asked[0] <= either[0], name
    assert asked[0] - asked[1] <= either[0], name


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_every_language_has_all_forms_and_kinds(language):
    words, english = IN[language], IN["en"]
    forms = 1 + max(words.form_of(number) for number in range(200))
    for name in (field.name for field in fields(Words) if str(field.type) in ("Forms", "tuple[str, ...]") and field.name != "months"):
        assert len(getattr(words, name)) == forms, name
    assert len(words.months) == 12
    for name in ("held_kinds", "troubles", "levels", "feedback"):
        assert set(getattr(words, name)) == set(getattr(english, name)), name
    assert {len(form) for form in words.held_kinds.values()} == {forms}


def test_no_word_lies_about_unused():
    source = "".join(path.read_text(encoding="utf-8") for path in (Path(__file__).parents[1] / "monitor" / "domain").rglob("*.py"))
    unused = [field.name for field in fields(Words) if not re.search(rf"\bwords\.{field.name}\b|\]\.{field.name}\b", source)]
    assert unused == []


@pytest.mark.parametrize(
    ("said", "russian", "kazakh"),
    [
        ("a known value changed", "изменилось известное значение", "белгілі мән өзгерді"),
        ("Baiterek in the title (“Baiterek”)", "Baiterek в заголовке (“Baiterek”)", "Baiterek тақырыпта (“Baiterek”)"),
        (
            "news of the kind asked for: crash, hand_over",
            "новость того рода, о котором вы просили: падение, передача",
            "сіз сұраған түрдегі жаңалық: құлау, тапсыру",
        ),
        (
            "an authority answers article 7: Ministry",
            "ведомство отвечает на статью 7: Ministry",
            "7 мақалаға ведомство жауап берді: Ministry",
        ),
        (
            "the day that article 7 named has gone by without it",
            "день, названный в статье 7, прошёл, а этого не случилось",
            "7 мақалада аталған күн өтті, бірақ ол болған жоқ",
        ),
        (
            "says no to what article 7 told",
            "отвечает «нет» на сказанное в статье 7",
            "7 мақалада айтылғанға «жоқ» деп жауап береді",
        ),
        (
            "goes on by the clock after article 7",
            "ведёт хронику по часам после статьи 7",
            "7 мақаладан кейін сағат сайын жалғасады",
        ),
        ("the second to tell it, within a day", "второе сообщение об этом за сутки", "бір тәулік ішіндегі екінші хабар"),
        ("against: it is an advertisement", "против: это реклама", "қарсы: бұл жарнама"),
        ("something that nobody translated", "something that nobody translated", "something that nobody translated"),
    ],
)
def test_a_reason_is_said_in_the_readers_language_where_it_is_known_there(said, russian, kazakh):
    assert [reason(IN[language], said) for language in ("en", "ru", "kk")] == [said.replace("hand_over", "hand-over"), russian, kazakh]


@pytest.mark.parametrize(
    ("said", "russian"),
    [
        ("dead, no good answer for 26 hours: answered 403", "не отвечает: уже 26 ч нет нормального ответа: ответ 403"),
        (
            "4 messages wait, 1 given up; its target says: chat not found",
            "ждёт сообщений: 4, не доставлено: 1; адресат отвечает: chat not found",
        ),
        ("it is a repeat in baiterek#1; it was development", "это повтор в baiterek#1; было: событие"),
    ],
)
def test_each_part_of_a_reason_is_said_in_its_turn_and_what_others_said_stays(said, russian):
    assert reason(IN["ru"], said) == russian


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_every_answer_from_a_message_is_asked_for_in_the_readers_language(language):
    said = [*SAID.values(), ANSWERED, "Confirm", "It belongs to", *feedback._SAID.values()]
    assert [one for one in said if reason(IN[language], one) == one] == []
    several = "Noted, thank you: it counts as no match; the development baiterek#1 is retracted."
    assert "it counts" not in reason(IN[language], several)
    assert "is retracted" not in reason(IN[language], several)


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_every_idea_has_a_name(language):
    ideas = {idea for stems in _CONCEPTS.values() for named in stems.values() for idea in named}
    assert ideas <= set(IN[language].ideas)


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_every_reason_that_a_week_brought_is_said_in_the_readers_language(language, played_week):
    with open_archive(f"sqlite:///{played_week / 'monitor.db'}").begin() as tx:
        told = [alert_from_dict(one) for one in tx.execute(sa.select(alerts.c.alert)).scalars()]
        effects = [one for row in tx.execute(sa.select(reviews.c.effects)).scalars() for one in row]
    said = {one for alert in told for one in (*alert.reasons, *alert.why)} | set(effects)
    assert len(said) > 20
    assert {one for one in said if reason(IN[language], one) == one} == set()


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_every_trouble_of_a_feed_and_of_the_monitor_is_said_in_the_readers_language(language):
    history = History(
        arrivals=[AT - timedelta(days=30, hours=n) for n in range(10)],
        days=[Day((AT - timedelta(days=n)).date(), listed=0 if n == 1 else 20, new=1, apart=n < 2) for n in reversed(range(12))],
        stubs=[True] * 10 + [False] * 10,
        texts=["\ufffd\ufffd"] * 10,
    )
    feed = Feed(1, FeedSettings("https://a.example/", "a", "A"), FeedState.OK, succeeded_at=AT)
    failing = [
        replace(feed, failures=9, succeeded_at=at, state=state, last_error="https://a.example/: answered 403")
        for at, state in ((None, FeedState.ERROR), (AT - timedelta(days=9), FeedState.ERROR), (None, FeedState.GONE))
    ]
    variants = [replace(history, stubs=()), replace(history, texts=()), replace(history, texts=(), stubs=())]
    troubles = [one for each in variants for one in look_at(feed, each, {}, AT)]
    troubles += [one for each in failing for one in look_at(each, history, {}, AT)]
    vitals = Vitals(
        AT, 1, 10**12, {"place": AT - timedelta(days=1)}, [Refusing("desk", AT, 2, 1, "no")], (AT, timedelta(hours=2)), (AT, "no room")
    )
    said = {one.told for one in troubles} | {one.told for one in matters(vitals)}
    assert len(said) == 13
    assert {one for one in said if reason(IN[language], one) == one} == set()


@pytest.mark.parametrize(
    ("held", "kind"),
    [
        ("nothing new beside TASS", "repeat"),
        ("the text was here before", "copy"),
        ("background", "background"),
        ("its development has alerted already", "alerted"),
        ("a person said so", "other"),
    ],
)
def test_reasons_for_silence_are_counted_by_kind(held, kind):
    assert held_kind(held) == kind
