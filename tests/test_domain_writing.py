"""How an article is written: measured against what is usual in its language."""

from datetime import date

import pytest

from monitor.domain.facts.facts import read
from monitor.domain.judging.writing import writing_of
from monitor.domain.words.registers import COLLOQUIAL, OFFICIAL, REPORTING, SPELLED_NUMBERS

DAY = date(2026, 3, 14)
REPORTS = {
    "en": "The port authority said on Saturday that the commission had approved the agreement on 14 cranes.",
    "ru": "Администрация порта сообщила, что комиссия утвердила соглашение о поставке 14 кранов.",
    "kk": "Порт әкімдігі 14 кран жөніндегі келісімді комиссия мақұлдағанын хабарлады.",
}
TALES = {
    "en": "So there they are again, all fourteen of them, and nobody knows what to do with a thing like that.",
    "ru": "Вот и стоят они там, все четырнадцать, и никто так и не знает, что же теперь с ними делать.",
    "kk": "Олар әлі сонда тұр, бәрі он төрт, енді не істерін ешкім білмейді.",
}
BELOW = "\n\nThe port has another one. It lifts forty tonnes.\n\nNobody was hurt. Work goes on."


def written(text: str, language: str = "en", title: str = "Cranes of Nordhavn"):
    return writing_of(read(title, text, language, DAY))


@pytest.mark.parametrize("language", REPORTS)
@pytest.mark.parametrize(
    ("measure", "of_a_report"),
    [("letters of the text", 1), ("official words", 1), ("who said it", 1), ("colloquial words", -1), ("spelled numbers", -1)],
)
def test_a_report_is_told_from_a_tale_by_its_words(language, measure, of_a_report):
    report, tale = written(REPORTS[language], language), written(TALES[language], language)
    assert of_a_report * report[measure] > of_a_report * tale[measure]


@pytest.mark.parametrize(
    ("measure", "text", "other"),
    [
        pytest.param("asks", "The crane fell. Whose fault is it?", "The crane fell. It is old.", id="a question"),
        pytest.param("asks", "The crane fell. Why?", "The crane fell. “Why?” he said.", id="a question that is quoted is another's"),
        pytest.param("calls you", "You will see the crane.", "All will see the crane.", id="its readers"),
        pytest.param("of years ago", "The crane of 1987 fell.", "The crane of 2026 fell.", id="a year long gone"),
        pytest.param(
            "opens with years ago", "It stood there since 1987." + BELOW, "It fell on Friday." + BELOW + " It stood there since 1987.",
            id="where it begins with it",
        ),
        pytest.param("words in a paragraph", "It fell. It lies.", "It fell.\n\nIt lies.", id="all in one paragraph"),
        pytest.param("words in a sentence of the text", "The crane fell and lies there.", "The crane fell. It lies.", id="a long sentence"),
        pytest.param("figures of the text", "It has 4 legs and 2 arms.", "It has some legs and arms.", id="figures"),
        pytest.param("small words of the text", "It is of the port.", "Port cranes work.", id="small words"),
    ],
)  # fmt: skip
def test_how_it_turns_to_its_readers_and_how_it_is_laid_out(measure, text, other):
    assert written(text)[measure] > written(other)[measure]


def test_a_flash_says_so():
    assert written("It fell.", title="URGENT: crane falls")["urgent"]
    assert not written("It fell.", title="Crane is urgently needed")["urgent"]


def test_few_words_say_little_of_how_it_is_written():
    once, often = written("Nobody knows."), written("Nobody knows. " * 20)
    assert 0 < once["colloquial words"] < often["colloquial words"]


def test_kazakh_is_measured_alike_in_latin_letters():
    cyrillic, latin = written("Порт әкімдігі бұл туралы хабарлады.", "kk"), written("Port äkımdıgı būl turaly habarlady.", "kk")
    assert latin["who said it"] == cyrillic["who said it"] > 0


@pytest.mark.parametrize("text", ["", " ", "…"])
def test_what_has_no_words_is_written_in_no_way(text):
    assert "letters of the text" not in written(text)


def test_another_language_is_not_measured_by_what_is_usual_in_ours():
    assert "letters of the text" not in written("De kraan is gevallen.", "nl")


@pytest.mark.parametrize("words", [COLLOQUIAL, OFFICIAL, REPORTING, SPELLED_NUMBERS])
@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_words_stand_there_as_texts_are_parted_into_them(words, language):
    assert all(word == word.casefold() and word.isalpha() for word in words[language]), [w for w in words[language] if not w.isalpha()]


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_no_word_is_of_reports_and_of_talk(language):
    assert COLLOQUIAL[language].isdisjoint(OFFICIAL[language] | REPORTING[language] | SPELLED_NUMBERS[language])
