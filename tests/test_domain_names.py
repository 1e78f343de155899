"""Names and designators, as three languages spell them."""

from datetime import date

import pytest

from monitor.domain.facts.facts import NAMES, read
from monitor.domain.facts.names import designator, names_in, skeleton

DAY = date(2024, 3, 10)


@pytest.mark.parametrize(
    ("spellings"),
    [
        [("en", "Prokopyev"), ("ru", "Прокопьева"), ("kk", "Прокопьевтің")],
        [("en", "Zhezkazgan"), ("ru", "Жезказганом"), ("kk", "Жезқазғанның")],
        [("en", "Musin"), ("en", "Mussin"), ("ru", "Мусину"), ("kk", "Мусинге")],
        [("en", "Novitsky"), ("en", "Novitskiy"), ("ru", "Новицкий"), ("kk", "Новицкий")],
    ],
)
def test_a_name_has_one_key_in_all_letters(spellings):
    assert len({skeleton(word, language) for language, word in spellings}) == 1


@pytest.mark.parametrize(
    "spellings",
    [
        [("en", "Brighton"), ("ru", "Брайтона"), ("kk", "Брайтонда")],
        [("en", "Johnson"), ("ru", "Джонсону")],
        [("en", "Walton"), ("ru", "Уолтон")],
        [("en", "Matthews"), ("ru", "Мэтьюс")],
        [("en", "Facebook"), ("ru", "Facebook"), ("kk", "Facebook")],
        [("en", "Francisco"), ("ru", "Франсиско")],
    ],
)
def test_a_name_is_spelled_as_it_sounds(spellings):
    assert len({skeleton(word, language) for language, word in spellings}) == 1


@pytest.mark.parametrize(
    ("language", "sentence", "keys"),
    [
        ("en", "Meanwhile, Petrov left.", ["p:ptrv"]),
        ("en", "The talks with Greece and the U.S. failed.", ["p:greece", "p:us"]),
        ("ru", "Сорвались переговоры Греции с американцами.", ["p:greece", "p:us"]),
        ("kk", "Грекия АҚШ-пен келіспеді.", ["p:greece", "p:us"]),
        ("ru", "Запустили «Сункар» и ушли.", ["p:snkr"]),
        ("ru", "Премьер-министр Петров ушёл в 12-летний отпуск.", ["p:ptrv"]),
        ("ru", "Там Петров починил 31-ю площадку за 2-ой день.", ["p:ptrv"]),
    ],
)
def test_names_are_known_by_their_shape_and_states_by_name(language, sentence, keys):
    assert [name.key for name in names_in(sentence, language)] == keys


def test_a_state_is_no_news_by_itself():
    assert [fact.text for fact in read("Talks", "The talks with Greece failed.", "en", DAY).facts if fact.kind in NAMES] == []


@pytest.mark.parametrize(
    ("one", "other", "same"), [("МС-31", "MS-31", True), ("ТМА-18М", "TMA-18M", True), ("MS-31", "MS-32", False), ("Ю-24", "Yu-24", True)]
)
def test_designators_are_one_in_both_alphabets(one, other, same):
    assert (designator(one) == designator(other)) is same


def test_words_capitalised_by_custom_are_no_names():
    assert names_in("On Monday the chief met nobody in March.", "en") == []
    assert names_in("Бұл айлақ Қиыр Шығыста салынды.", "kk") == names_in("Порт строят на Дальнем берегу.", "ru") == []


@pytest.mark.parametrize("inflected", ["KazSat-3-tiń", "KazSat-3-pen", "КазСат-3-тің", "КазСат-3-ке"])
def test_a_case_of_kazakh_is_no_part_of_a_designator(inflected: str) -> None:
    assert [name.key for name in names_in(f"{inflected} ұшырылуы", "kk")] == [f"d:{designator('KazSat-3')}"]
