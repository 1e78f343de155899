"""Subjects: the new fact in one line, whatever the sentence was."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from monitor.domain.alerts.subject import SUBJECT_LIMIT, bare, fact_of, fitted, plain_value, shorten, subject_for
from monitor.domain.alerts.wording import IN
from monitor.domain.judging.storyline import Novelty


def novelty(text, kind="event", quote=None, old=None):
    return Novelty(kind, text, quote or text, old)


@pytest.mark.parametrize(
    ("novelties", "values", "expected"),
    [
        pytest.param(
            [novelty("Aimbetov to lift off on September 2", "date", old="September 1")],
            ["September 2"],
            "September 1 → September 2: Aimbetov to lift off",
            id="old to new first, the value said once",
        ),
        pytest.param(
            [novelty("Soyuz MS-23 moved to February 24", "date", old="to early March")],
            ["February 24"],
            "early March → February 24: Soyuz MS-23 moved",
            id="without prepositions",
        ),
        pytest.param(
            [novelty("The rent is $115 million", "money", old="$115 million")],
            ["$115 million"],
            "The rent is $115 million",
            id="the same value",
        ),
        pytest.param(
            [novelty("That is where we pause"), novelty("Six hundred tonnes of fuel burned at the site", "figure")],
            ["", "Six hundred tonnes"],
            "Six hundred tonnes of fuel burned at the site",
            id="a sentence that tells nothing is passed over",
        ),
        pytest.param(
            [novelty("The Senate of Kazakhstan has approved, after a long debate on Thursday, a yearly payment of $460,000", "money")],
            ["$460,000"],
            "$460,000: The Senate of Kazakhstan has approved, after a long debate on Thursday, a yearly payment of $460,000",
            id="a value that no phone would show stands first",
        ),
        pytest.param(
            [novelty("Wind delays landing of Soyuz MS-29 by a day, to 14 November", "date", old="13 to 14 November")],
            ["14 November"],
            "13 to 14 November → 14 November: Wind delays landing of Soyuz MS-29 by a day",
            id="no comma is left where the new value stood",
        ),
        pytest.param(
            [novelty("В ЦЭНКИ назвали другую сумму: 8,7 млрд тенге", "money", old="9,4 млрд")],
            ["8,7 млрд тенге"],
            "9,4 млрд → 8,7 млрд тенге: В ЦЭНКИ назвали другую сумму",
            id="nor a colon",
        ),
        pytest.param(
            [novelty("Корабль приземлился в 174 километрах от Жезказгана", "figure", old="147 километрах")],
            ["174 километрах"],
            "147 → 174 километрах: Корабль приземлился в 174 километрах от Жезказгана",
            id="a unit in another case stands once",
        ),
        pytest.param(
            [novelty("The pit is 60 cm deep", "figure", old="2 metres")],
            ["60 cm"],
            "2 metres → 60 cm: The pit is 60 cm deep",
            id="another unit stays",
        ),
        pytest.param([], [], "The headline", id="nothing told: the headline"),
        pytest.param(
            [novelty("MOSCOW, Jan 24 (Steppe Wire) - Roscosmos named the crew of the next flight")],
            [""],
            "Roscosmos named the crew of the next flight",
            id="without place, date and agency",
        ),
        pytest.param(
            [novelty("Roscosmos named the crew…", quote="Roscosmos named the crew of the next flight to the station.")],
            [""],
            "Roscosmos named the crew of the next flight to the station",
            id="what was cut is told by its sentence",
        ),
    ],
)
def test_the_fact_is_what_changed_else_the_first_sentence_that_tells_something(novelties, values, expected):
    assert fact_of(novelties, values, "The headline") == expected


LONG = "The launch of the European weather satellite from Baikonur was grounded on Friday when Kazakhstan withheld the drop zone it needs"


@pytest.mark.parametrize(
    ("title", "kind", "expected"),
    [
        pytest.param(
            "European weather satellite grounded at Baikonur", "event", "European weather satellite grounded at Baikonur", id="is it"
        ),
        pytest.param("After the handshake, the argument looks for a table", "event", LONG, id="tells something else"),
        pytest.param("Will the weather satellite be grounded at Baikonur?", "event", LONG, id="asks"),
        pytest.param("European weather satellite grounded at Baikonur", "denial", LONG, id="the news is a denial, in its own words"),
    ],
)
def test_a_headline_is_the_subject_only_where_it_is_the_fact(title, kind, expected):
    assert fact_of([novelty(LONG, kind)], [""], title, "en") == expected


@pytest.mark.parametrize(
    ("fact", "expected"),
    [
        pytest.param(
            "The crew landed safely on Thursday near Zhezkazgan in central Kazakhstan",
            "The crew landed safely near Zhezkazgan in central Kazakhstan",
            id="day",
        ),
        pytest.param(
            "According to the regional department, boosters landed 20 kilometres from the town",
            "Boosters landed 20 kilometres from the town",
            id="who said so is in the message",
        ),
        pytest.param(
            "Roscosmos finished the repair of the pad at site 31, which a launch had damaged",
            "Roscosmos finished the repair of the pad at site 31…",
            id="clause",
        ),
        pytest.param(
            "Қазақстан жақын арада тағы бір ғарышкерді орбитаға жіберуді жоспарлап отырған жоқ",
            "…арада тағы бір ғарышкерді орбитаға жіберуді жоспарлап отырған жоқ",
            id="a negation at the end is never cut off",
        ),
        pytest.param(
            "March → 24 February: The ship leaves the yard in the far north of the country without a crew on board",
            "March → 24 February: …north of the country without a crew on board",
            id="nor what has changed, for its sake",
        ),
    ],
)
def test_a_long_fact_loses_what_a_reader_misses_least(fact, expected):
    assert fitted(fact, 68) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("PARIS/ASTANA, April 27 (Steppe Wire) - The launch slips.", "The launch slips"),
        ("14:20 - The engine failed.", "The engine failed"),
        ("1. Launch calendar.", "Launch calendar"),
        ("Срочно: «Протон-М» упал", "«Протон-М» упал"),
        ("Roscosmos - the state corporation - pays…", "Roscosmos - the state corporation - pays…"),
        ("iRocket files for a licence.", "iRocket files for a licence"),
    ],
)
def test_what_comes_before_the_news_is_taken_off(sentence, expected):
    assert bare(sentence) == expected


@pytest.mark.parametrize(
    ("value", "expected"), [("in March 2026", "March 2026"), ("до 2050 года", "2050 года"), ("$115 million", "$115 million"), ("to", "to")]
)
def test_a_value_stands_without_its_preposition(value, expected):
    assert plain_value(value) == expected


@settings(deadline=None)
@given(
    st.text(max_size=400),
    st.sampled_from(["date", "correction", "conflict", "quote-claim"]),
    st.text(max_size=120),
    st.sampled_from(["en", "ru", "kk"]),
    st.booleans(),
)
def test_any_subject_is_one_line_of_at_most_110_characters(fact, kind, key, language, rumour):
    subject = subject_for(fact, kind, key, IN[language], rumour=rumour)
    assert 0 < len(subject) <= SUBJECT_LIMIT
    assert len(subject.splitlines()) == 1
    assert all(not char.isspace() or char == " " for char in subject)


@pytest.mark.parametrize(
    ("key", "kept"),
    [
        pytest.param("baiterek#2026-03-10-1", True, id="a usual tag stays and the fact is cut"),
        pytest.param("a-very-long-slug-of-a-storyline-that-nobody-shortened#2026-03-10-1", False, id="a tag that takes half the line goes"),
    ],
)
def test_the_tag_stays_at_the_end(key, kept):
    subject = subject_for("the commission says that " * 8, "status", key)
    assert len(subject) <= SUBJECT_LIMIT
    assert "…" in subject
    assert subject.endswith(f"[{key}]") is kept


def test_a_headline_that_names_the_new_value_tells_a_change_in_fewer_words():
    moved = novelty(
        "Roscosmos will send the ship, which is to fetch a stranded crew, without anybody on board on May 4", "date", old="May 1"
    )
    assert fact_of([moved], ["May 4"], "Empty ship moved to May 4", "en") == "May 1 → May 4: Empty ship moved"
    assert fact_of([moved], ["May 4"], "Empty ship put off", "en").startswith("May 1 → May 4: Roscosmos will send")


def test_a_cut_shows_and_splits_no_word():
    assert shorten("one two three four", 12) == "one two…"
    assert shorten("short", 12) == "short"
    assert shorten("unbroken" * 5, 12) == "unbrokenunb…"


def test_a_novelty_that_begins_like_its_quote_is_the_same_fact():
    told = novelty("Roscosmos named the crew", quote="Roscosmos named the crew.")
    assert fact_of([replace(told, kind="person")], [""], "x") == "Roscosmos named the crew"
