"""What is typed into the search: understood as far as possible, explained where not, and never an error."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.domain.matching.gazetteer import Entity
from monitor.domain.search.named import compile_names
from monitor.domain.search.query import Query, parse
from monitor.domain.search.seek import Mark, phrases_in

TODAY = date(2026, 11, 28)
NAMES = compile_names(
    [
        Entity("baikonur", "place", "Baikonur", ("Байконур", "Байқоңыр", "Baikonur cosmodrome")),
        Entity("musabayev", "person", "Talgat Musabayev", ("Мусабаев", "Мұсабаев")),
        Entity("baikonur_band", "band", "Baikonur (band)", ("Baikonur",), role="negative"),
    ]
)


def asked(typed: str) -> Query:
    return parse(typed, TODAY, NAMES)


@pytest.mark.parametrize(
    ("typed", "clauses"),
    [
        ("Байконур аренда", ["Байконур", "аренда"]),
        ("the rent of the pad", ["rent", "pad"]),
        ("to be or not", ["to", "be", "or", "not"]),
        ('"rent of the pad" price', ['"rent of the pad"', "price"]),
        ("«аренда Байконура»", ['"аренда Байконура"']),
        ("Proton OR Angara rocket", ["Proton OR Angara", "rocket"]),
        ("Протон ИЛИ Ангара", ["Протон OR Ангара"]),
        ("Baikonur cosmodrome rent", ["Baikonur cosmodrome", "rent"]),
        ("rent 115 million dollars a year", ["rent", "115 million dollars", "year"]),
        ("МС-28", ["МС-28"]),
        ("космо*", ["космо*"]),
        ("title:rent lang:ru,kk", ["title:rent", "lang:ru,kk"]),
        ('source:"РИА Новости"', ["source:РИА Новости"]),
        ("Lang: ru rent", ["lang:ru", "rent"]),
        ("", []),
        ("   ", []),
        ("(((", []),
        ('"', []),
    ],
)
def test_words_become_what_is_asked_for(typed, clauses):
    assert [clause.typed for clause in asked(typed).clauses] == clauses


@pytest.mark.parametrize("typed", ["Baikonur -Протон", "Baikonur –Протон", "-Протон Baikonur"])
def test_a_minus_takes_away(typed):
    assert {clause.typed: clause.negative for clause in asked(typed).clauses} == {"Baikonur": False, "Протон": True}


def test_a_hyphen_inside_a_word_takes_nothing_away():
    assert not any(clause.negative for clause in asked("Союз-5 Soyuz - rocket").clauses)


@pytest.mark.parametrize("typed", ["Baikonur", "байконуром", "Байқоңырдың", "BAIKONUR"])
def test_a_name_is_found_by_its_entity_too_and_by_no_namesake(typed):
    (clause,) = asked(typed).clauses
    marks = [node for node in clause.seek.nodes if isinstance(node, Mark)]
    assert marks == [Mark("0ebaikonur")]
    assert {("baikonur",), ("baikonir",)} <= {phrase.forms for phrase in phrases_in(clause.seek)}


def test_the_entities_that_may_be_meant_are_suggested():
    assert [one.query for one in NAMES.suggest(["Мусабаевым", "Baikonur"])] == ["entity:musabayev", "entity:baikonur"]
    assert NAMES.suggest(["Talgat"])[0].name == "Talgat Musabayev"


def test_a_name_that_is_misspelled_is_guessed_where_nothing_is_found():
    assert NAMES.suggest(["Mussabaejv"]) == ()
    assert [one.query for one in NAMES.suggest(["Mussabaejv"], guess=True)] == ["entity:musabayev"]
    assert NAMES.suggest(["zzyzx"], guess=True) == ()


@pytest.mark.parametrize(
    ("typed", "after", "before"),
    [
        ("after:2026-03-05", date(2026, 3, 5), None),
        ("before:05.03.2026", None, date(2026, 3, 5)),
        ("after:2026-03 before:2026-05", date(2026, 3, 1), date(2026, 5, 1)),
        ("on:2025", date(2025, 1, 1), date(2026, 1, 1)),
        ("on:2025-12", date(2025, 12, 1), date(2026, 1, 1)),
        ("after:30d", date(2026, 10, 29), None),
        ("since:2w", date(2026, 11, 14), None),
        ("on:yesterday", date(2026, 11, 27), date(2026, 11, 28)),
        ("после:вчера", date(2026, 11, 27), None),
        ("after:2026 after:2025", date(2026, 1, 1), None),
    ],
)
def test_days_are_read_in_the_ways_people_write_them(typed, after, before):
    assert (asked(typed).after, asked(typed).before, asked(typed).notes) == (after, before, ())


@pytest.mark.parametrize(
    ("typed", "note"),
    [
        ("after:soon", "after:soon is no date and was left out; write 2026-11-28, 2026-11, 2026 or 30d"),
        ("on:2026-02-30", "on:2026-02-30 is no date and was left out; write 2026-11-28, 2026-11, 2026 or 30d"),
        ("after:99999d", "after:99999d is no date and was left out; write 2026-11-28, 2026-11, 2026 or 30d"),
        ("after:2026 before:2025", "no day is on or after 2026-01-01 and before 2025-01-01"),
        ("level:pusch", "level:pusch is not known and was left out; did you mean push?"),
        ("placement:x", "placement:x is not known and was left out; it is one of copy, repeat, development, opening, background, none"),
        ("storylin:baiterek", "storylin: is not a field, so it was searched for as a word; did you mean storyline:?"),
        ("lang:", "lang: stands there without a value and was left out"),
        ("entity:musabayeff", "the gazetteer has no entity musabayeff; did you mean musabayev?"),
        ("entity:nobody", "the gazetteer has no entity nobody"),
        ("word " * 300, "only the first 1000 characters were looked at"),
        ("w1 x2 " * 60, "only the first 40 words were looked at"),
        ("-after:2026", "-after: was read as after:, for a date cannot be taken away"),
    ],
)
def test_what_is_not_understood_is_explained(typed, note):
    assert note in asked(typed).notes


@given(st.text() | st.text("ab -–\"'«»:*()|ORИЛИ$%115млн\u0301\0", max_size=60))
def test_no_text_is_an_error(typed):
    query = asked(typed)
    for clause in query.clauses:
        for one in phrases_in(clause.seek):
            assert all(form.isalnum() for form in one.forms)
