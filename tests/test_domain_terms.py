"""Names in the forms of running text: Russian cases, Kazakh suffixes in four spellings, English plurals; and what is no form."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.domain.words.terms import Term, compile_terms, plain_fold


def found(name: str, text: str, case: str = "any") -> list[str]:
    terms = compile_terms([Term(name, "tag", case)])  # type: ignore[arg-type]
    return [text[one.start : one.end] for one in terms.find(text)]


FORMS = [
    ("Байконур", "на Байконуре, из байконура и байконурский музей", ["Байконуре", "байконура", "байконурский"]),
    ("Королёв", "Королева и Королёвым гордятся", ["Королева", "Королёвым"]),
    ("Аэрокосмический комитет", "от Аэрокосмического комитета", ["Аэрокосмического комитета"]),
    ("комиссия", "комиссией и комиссии", ["комиссией", "комиссии"]),
    ("комплекс «Байтерек»", "стоимость комплекса „Байтерек“ растёт", ["комплекса „Байтерек"]),
    ("площадка №31", "на площадке 31", ["площадке 31"]),
    ("Байқоңыр", "Байқоңырдың, Байқоңырдан, Байқоңырдағы, Байқоңырмен", ["Байқоңырдың", "Байқоңырдан", "Байқоңырдағы", "Байқоңырмен"]),
    ("Бәйтерек", "Бәйтеректің Бәйтерегі", ["Бәйтеректің", "Бәйтерегі"]),
    ("ғарыш айлағы", "ғарыш айлағынан ғарыш айлағында", ["ғарыш айлағынан", "ғарыш айлағында"]),
    ("Роскосмос", "Роскосмостың және Роскосмоса", ["Роскосмостың", "Роскосмоса"]),
    ("Baiqoñyr", "Baiqoñyrda Baiqońyrdan Baiqonyrdyñ", ["Baiqoñyrda", "Baiqońyrdan", "Baiqonyrdyñ"]),
    ("Starlink", "Starlink's dishes, Starlink-ке, Starlinks", ["Starlink", "Starlink", "Starlinks"]),
    ("Soyuz-5", "Soyuz 5, Soyuz-5 and SOYUZ–5", ["Soyuz 5", "Soyuz-5", "SOYUZ–5"]),
    ("Союз МС", "«Союз МС-28» и «Союза MC-29»", ["Союз МС", "Союза MC"]),
    ("KazSat-2", "KazSat-2, KazSаt-2", ["KazSat-2", "KazSаt-2"]),  # the second with a Cyrillic а
]

NO_FORMS = [
    ("ғалам", "ғаламтор"),
    ("Soyuz-5", "Soyuz-50 and Soyuz-2.1a"),
    ("KazSat-2", "KazSat-2R"),
    ("Протон", "протонотерапия"),
    ("Байқоңыр", "Байқоңырген"),  # back vowels take no front suffix
    ("city of Baikonur", "the city of Almaty. Baikonur waits"),
    ("Kazakh satellite", "Kazakh, satellite"),
    ("space agency", "space\n\nagency"),
]


@pytest.mark.parametrize(("name", "text", "expected"), FORMS)
def test_a_name_is_found_in_its_forms(name: str, text: str, expected: list[str]) -> None:
    assert found(name, text) == expected


@pytest.mark.parametrize(("name", "text"), NO_FORMS)
def test_other_words_are_no_forms_of_it(name: str, text: str) -> None:
    assert found(name, text) == []


def test_a_star_accepts_any_ending_and_a_dollar_none() -> None:
    assert found("ракет*", "ракетчик") == ["ракетчик"]
    assert found("пуск$", "пуска пуск") == ["пуск"]


def test_a_name_that_is_a_word_needs_its_capital() -> None:
    assert found("Союз", "союз писателей и Союз", "capital") == ["Союз"]
    assert found("ISS", "iss ISS Iss", "capitals") == ["ISS"]


def test_a_term_of_marks_alone_is_left_out() -> None:
    assert found("«»", "«»") == []


@given(st.text(max_size=200), st.text(max_size=20))
def test_what_is_found_stands_there(text: str, name: str) -> None:
    assert len(plain_fold(text)) == len(text)
    for one in compile_terms([Term(name, "tag")]).find(text):
        assert 0 <= one.start < one.end <= len(text)
