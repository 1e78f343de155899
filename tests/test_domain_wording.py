"""The fixed words, in every language whole: plural forms, dates, reasons."""

import re
import string
from dataclasses import fields
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from monitor.domain.alerts.wording import IN, clock, counted, day, held_kind, moment, reason
from monitor.domain.alerts.wording.words import Words

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
        ("something that nobody translated", "something that nobody translated", "something that nobody translated"),
    ],
)
def test_a_reason_is_said_in_the_readers_language_where_it_is_known_there(said, russian, kazakh):
    assert [reason(IN[language], said) for language in ("en", "ru", "kk")] == [said, russian, kazakh]


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
