"""What is asked for instead where no article has all that was asked for."""

from datetime import date

import pytest

from monitor.domain.search.easier import easier
from monitor.domain.search.query import Query, parse
from monitor.domain.search.seek import holds

TEXTS = (" proton angara ", " proton soiuz ", " kosmodrom ")


def stands(query: Query) -> bool:
    return any(all(holds(text, clause.seek) is not clause.negative for clause in query.clauses) for text in TEXTS)


@pytest.mark.parametrize(
    ("typed", "asked", "note"),
    [
        ("angara zzyzx", ["angara"], "no article has zzyzx; found without"),
        ("ang", ["ang*"], "no article has ang; found what begins so"),
        ("ang proton zzyzx", ["ang*", "proton"], "no article has ang; found what begins so; no article has zzyzx; found without"),
        ("angara soyuz", ["angara OR soyuz"], "no article has all of these words; these have some of them"),
        (
            "angara kosmo zzyzx",
            ["angara OR kosmo*"],
            "no article has kosmo; found what begins so; no article has zzyzx; found without; "
            "no article has all of these words; these have some of them",
        ),
        ("ang -angara", None, None),
        ("zzyzx", None, None),
        ("zzyzx qwrt", None, None),
        ("-proton", None, None),
        ("115", None, None),
    ],
)
def test_less_is_asked_for(typed, asked, note):
    found = easier(parse(typed, date(2026, 11, 28)), stands)
    assert (found and [clause.typed for clause in found.asked.words], found and found.note) == (asked, note)


def test_what_is_not_wanted_stays_unwanted():
    query = parse("angara zzyzx -soyuz lang:ru", date(2026, 11, 28))
    found = easier(query, lambda one: not any(clause.typed.startswith("zzyzx") for clause in one.clauses))
    assert [clause.typed for clause in found.asked.clauses] == ["angara", "soyuz", "lang:ru"]
