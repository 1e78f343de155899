"""Patterns that are searched only where they may match: they find what they would find anyhow."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.domain.words.concepts import ideas_in, ideas_of
from monitor.domain.words.marks import MARKS
from monitor.domain.words.phrases import Phrases, texts_needed

PHRASES = Phrases(MARKS)
FRAGMENTS = sorted({text for pattern in MARKS.values() for text in (*texts_needed(pattern), *re.findall(r"[^\W_]{2,}", pattern))})


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        pytest.param("postponed", {"postponed"}, id="a word needs itself"),
        pytest.param(r"\bput off\b", {"put off"}, id="places need nothing"),
        pytest.param("launch(?:ed|es)?", {"launch"}, id="what may be missing is not needed"),
        pytest.param("signed|ratified", {"signed", "ratified"}, id="one of several ways"),
        pytest.param(r"(?:denies|rejects) (?:\w+ ){0,2}rumours?", {"rumour"}, id="of several parts the most telling"),
        pytest.param(r"till 20[3-9]\d", {"till 20"}, id="up to where it may be one or another"),
        pytest.param("(?:very ){2,}late", {"very "}, id="what stands there at least once"),
        pytest.param("(?!not )true", {"true"}, id="what must not stand there is not needed"),
        pytest.param("[0-3]|[xy]", {*"0123", "x", "y"}, id="one of a few letters"),
        pytest.param(r"[0-9\s]|[а-я]", set(), id="of many letters none is told"),
        pytest.param(r"\d+ tonnes|\d\d", set(), id="a way that needs no text"),
        pytest.param("(?i)Signed", set(), id="any case"),
        pytest.param("(?i:Signed) today", {" today"}, id="any case in a part of it"),
    ],
)
def test_a_pattern_needs_texts(pattern, expected):
    assert texts_needed(pattern) == expected


@given(st.lists(st.sampled_from([*FRAGMENTS, " ", ". ", "2031", "said", "-", "q"]), max_size=12).map("".join))
def test_what_a_text_says_is_what_searching_all_patterns_finds(text):
    said = PHRASES.of(text)
    assert {name for name in MARKS if name in said} == {name for name, pattern in MARKS.items() if re.search(pattern, text)}


def test_a_pattern_that_needs_no_text_is_searched_in_any():
    said = Phrases({"figures": r"\d\d|\d\.\d", "word": "word"}).of("12 words")
    assert "figures" in said
    assert "word" in said
    assert "other" not in said


@pytest.mark.parametrize(
    ("language", "word", "ideas"),
    [
        ("kk", "улы", {"poison"}),
        ("kk", "уланған", {"poison"}),
        ("kk", "отынның", {"poison"}),
        ("kk", "ұлытауда", set()),
        ("kk", "ұлытау", set()),
        ("kk", "ұланы", set()),
        ("kk", "өртенді", {"fire"}),
        ("kk", "орталығы", set()),
        ("kk", "құны", {"pay"}),
        ("kk", "күні", set()),
        ("kk", "сатысы", {"debris"}),
        ("kk", "сатылды", set()),
        ("kk", "орынбасары", set()),
        ("kk", "есептеді", set()),
        ("kk", "жалғасады", set()),
        ("kk", "қаласында", {"city"}),
        ("kk", "қалай", set()),
        ("kk", "емес", set()),
        ("kk", "тоқтатты", {"suspend"}),
        ("kk", "тоқтар", set()),
        ("ru", "недолёт", {"failure"}),
        ("ru", "долетел", set()),
        ("ru", "утрачен", {"failure"}),
        ("ru", "утра", set()),
        ("ru", "искам", {"court"}),
        ("ru", "искусственного", set()),
        ("ru", "назначены", {"appoint"}),
        ("ru", "назначенное", set()),
        ("ru", "опечатка", {"correct"}),
        ("ru", "опечатаны", set()),
        ("ru", "задержка", {"postpone"}),
        ("ru", "задержали", {"arrest"}),
        ("ru", "расходы", set()),
        ("ru", "согласно", set()),
        ("ru", "подписка", set()),
        ("ru", "раз", set()),
        ("en", "leasing", {"rent"}),
        ("en", "least", set()),
        ("en", "importer", {"export"}),
        ("en", "important", set()),
        ("en", "according", set()),
        ("en", "later", set()),
        ("en", "quite", set()),
    ],
)
def test_a_word_that_only_begins_like_another_does_not_say_its_idea(language: str, word: str, ideas: set[str]) -> None:
    assert set(ideas_of(word, language)) == ideas


@pytest.mark.parametrize(
    ("language", "sentence", "ideas"),
    [
        ("en", "the flight was put off", {"postpone"}),
        ("en", "the flight was called off", {"cancel"}),
        ("en", "a ferry called anna", set()),
        ("en", "he put it there", set()),
        ("en", "she steps down", {"resign"}),
        ("en", "off", set()),
        ("en", "", set()),
        ("ru", "рейс отложен", {"postpone"}),
    ],
)
def test_an_english_verb_is_read_with_the_particle_behind_it(language: str, sentence: str, ideas: set[str]) -> None:
    assert set(ideas_in(sentence.split(), language)) - {"launch", "land"} == ideas
