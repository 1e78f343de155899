"""How alike texts are: stems, and sampled runs of words."""

import sys
from concurrent.futures import ThreadPoolExecutor
from itertools import product

import pytest

from monitor.domain.words.likeness import containment, sketch, stem, words_of

STORY = " ".join(
    f"On day {n} the committee of station {n * 7} wrote to office {n * 3} about crates, cables and {word} that had been left in hall {n}."
    for n, word in enumerate(
        ["pumps", "valves", "lamps", "chairs", "ropes", "tanks", "doors", "wheels", "boards", "panels", "pipes", "hoses"], 1
    )
)
OTHER = " ".join(
    f"Farmer {n} sold {n * 5} sheep at the market of village {n * 11} and bought {word} for the winter with what was left over."
    for n, word in enumerate(["hay", "coal", "flour", "boots", "lamps", "ropes", "tools", "seeds", "tea", "sugar", "salt", "wool"], 1)
)


def of(text):
    return sketch(words_of(text))


def with_changes(text, every):
    words = text.split()
    return " ".join("altered" if n % every == 0 else word for n, word in enumerate(words))


@pytest.mark.parametrize(
    ("copy", "at_least"),
    [
        pytest.param(STORY, 1.0, id="word for word"),
        pytest.param("Sign up for our letter today. " + STORY + " Read also: six more stories from here.", 0.9, id="boilerplate around it"),
        pytest.param(STORY[: int(len(STORY) * 0.6)], 0.9, id="cut to 60 %"),
        pytest.param(STORY.upper(), 1.0, id="typography"),
        pytest.param(with_changes(STORY, 14), 0.5, id="7 % of its words edited"),
    ],
)
def test_a_copy_is_contained(copy, at_least):
    assert containment(of(STORY), of(copy)) >= at_least


def test_another_story_is_not_contained():
    assert containment(of(STORY), of(OTHER)) < 0.1


def test_a_sketch_stays_what_archives_hold():
    held = {2000575834815243775, 963010504741608015, 1431585940183212742, 2080971458313353855}
    assert of("The rocket left the pad at dawn").hashes == held


def test_texts_too_short_to_sample_are_copies_only_when_equal():
    assert containment(of("two words"), of("two words")) == 1.0
    assert containment(of("two words"), of("other words")) == 0.0


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        ("en", ["launch", "launches", "launched"]),
        ("ru", ["ракета", "ракеты", "ракетой"]),
        ("kk", ["зымыран", "зымыранның", "зымыранды", "зымырандар"]),
        ("kk", ["жерсерік", "жерсеріктің", "jerserık"]),
    ],
)
def test_forms_of_a_word_have_one_stem(language, forms):
    assert len({stem(form, language) for form in forms}) == 1


def test_threads_may_stem_at_the_same_time():
    begun = ["".join(letters) for letters in product("bdlmrst", "aeiou", "lmnrt", "aeo")]
    words = [[beginning + ending for beginning in begun] for ending in ("ations", "ing", "fulness", "ed", "ically", "ements", "ies", "ous")]
    pause = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        with ThreadPoolExecutor(len(words)) as threads:
            told = list(threads.map(lambda own: [stem(word, "en") for word in own], words))
    finally:
        sys.setswitchinterval(pause)
    assert told == [[stem(word, "en") for word in own] for own in words]
