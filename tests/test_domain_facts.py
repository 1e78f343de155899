"""The reading of a whole article."""

import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.domain.facts.facts import NAMES, pack, pack_sketch, read, unpack

DAY = date(2024, 3, 10)


def test_a_reading_is_the_same_after_packing():
    reading = read("Craft MS-31 to fly on 4 May", "It costs $9 million, Ivan Petrov said.", "en", DAY, [("craft", 0)])
    again = unpack(pack(reading), pack_sketch(reading))
    assert [fact.keys for fact in again.facts] == [fact.keys for fact in reading.facts if fact.kind not in NAMES]
    assert [again.bag(name) for name in ("terms", "ideas", "entities", "names")] == [
        reading.bag(name) for name in ("terms", "ideas", "entities", "names")
    ]
    assert (again.head, again.marks, again.sketch) == (reading.head, reading.marks, reading.sketch)


@given(st.text(max_size=400), st.text(max_size=1500), st.sampled_from(["en", "ru", "kk", "de", None]))
def test_no_text_breaks_the_reading(title, text, language):
    reading = read(title, text, language, DAY)
    assert unpack(pack(reading)).words == reading.words


@pytest.mark.parametrize(
    "repeated",
    [
        "1 ",
        "12.5.",
        "1,000",
        "Ab ",
        "2024-",
        "4 May - ",
        "and a half ",
        "жылдың ",
        "the of ",
        "II ",
        "-",
        "$",
        "один ",
        "жүз ",
        "A.",
        "м/с ",
        "1-",
        "№1 ",
        "« ",
        "why тарихы",
        "а",
    ],
)
def test_no_text_takes_long_to_read(repeated):
    begun = time.process_time()
    for language in ("en", "ru", "kk"):
        read(repeated * 20, repeated * (14_000 // len(repeated)), language, DAY)
    assert time.process_time() - begun < 3  # seconds; what grows with the square of the length would take minutes
