"""Which sentences an alert quotes."""

from datetime import date

import pytest

from monitor.domain.facts.facts import read
from monitor.domain.judging.novelty import news_of
from monitor.domain.judging.storyline import Novelty
from monitor.domain.judging.telling import answer, tell

TODAY = date(2026, 3, 9)
BODY = (
    "The harbour board met on Monday. {lead}\n\nThe quay is of grey stone and visitors like it.\n\n{body}\n\n"
    "Photo: the quay in spring. In 1998 the board sold 40 hectares for $3 million."
)


def told(lead: str, body: str, heard: tuple[str, ...] = ()) -> list[str]:
    reading = read("Harbour board decides on the quay", BODY.format(lead=lead, body=body), "en", TODAY)
    return [novelty.quote for novelty in tell(reading, news_of(reading, (), (), None), heard)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param("A contract over $31 million was signed with Holm Brothers.", True, id="a sum far down"),
        pytest.param("The board refused the ferry company a berth and banned night work.", True, id="hard news without a figure"),
        pytest.param("Gulls circled over the boats and somebody sold ice cream.", False, id="colour"),
        pytest.param("The board banned cranes and signed a pact on 3 November.", False, id="an old day, without its year"),
        pytest.param("A signed photograph hung there. Earlier, in 1998, the board sold land.", False, id="history"),
    ],
)
def test_a_sentence_far_down_is_quoted_where_it_holds_news(sentence, expected):
    first = sentence.split(". ")[0].rstrip(".")
    assert any(quote.startswith(first) for quote in told("The quay will close on 2 May 2026.", sentence)) is expected


def test_of_two_sentences_alike_the_one_with_new_names_is_quoted():
    unnamed, named = "The board refused a line its berth.", "The board refused Holm Brothers its berth."
    quotes = told("The quay will close on 2 May 2026.", f"{unnamed} {named}")
    assert (named in quotes, unnamed in quotes) == (True, False)


def test_of_two_sentences_alike_the_one_with_a_number_is_quoted():
    bare, counted = "The board refused a few of them a berth.", "The board refused 61 of them a berth."
    quotes = told("The quay will close on 2 May 2026.", f"{bare} {counted}")
    assert (counted in quotes, bare in quotes) == (True, False)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param("The board has refused every firm a berth since it met in December.", True, id="what has come of an old day"),
        pytest.param("“Will the board refuse 61 ferry firms a berth at its new quay?”", False, id="a question"),
    ],
)
def test_what_is_said_now_is_quoted_and_what_is_asked_is_not(sentence, expected):
    assert (sentence in told("The quay will close on 2 May 2026.", sentence)) is expected


def test_the_end_of_somebodys_speech_is_speech_as_well():
    quotes = told("The quay will close on 2 May 2026.", "“We had a long talk. The pilot will think it over,” he told a friend.")
    assert not any("think it over" in quote for quote in quotes)


@pytest.mark.parametrize(("language", "named"), [("ru", "Об этом сообщает пресс-служба порта."), ("kk", "Бұл туралы порт хабарлады.")])
def test_whose_word_it_is_is_not_told_as_news(language, named):
    reading = read("«Аврора»", f"«Аврора» 2 мая уходит в море. {named} Ремонт стоит 5 млн тенге.", language, TODAY)
    assert not any(novelty.quote == named for novelty in tell(reading, news_of(reading, (), (), None), ()))


def test_what_the_earlier_article_spoke_of_is_not_quoted_again():
    sentence = "The board refused the ferry company a berth and banned night work."
    assert sentence not in told("The quay will close on 2 May 2026.", sentence, heard=("refuse", "ban"))


def test_a_date_of_the_lead_comes_first_and_no_sentence_twice():
    quotes = told("The quay will close on 2 May 2026 and open on 3 July 2026.", "A contract over $31 million was signed.")
    assert quotes[0] == "The quay will close on 2 May 2026 and open on 3 July 2026."
    assert len(set(quotes)) == len(quotes)
    assert all("1998" not in quote for quote in quotes)


@pytest.mark.parametrize(
    ("title", "text", "first"),
    [
        pytest.param(
            "Correction: the captain is Danish",
            "In our report of 2 March we wrote that the captain was Dutch. He is a Dane, the harbour police said today.",
            "He is a Dane, the harbour police said today.",
            id="what is right, and not the apology",
        ),
        pytest.param(
            "Notes from the harbour",
            "The annual dinner lasts until the band goes home. Berth 9 will open to ferries on 3 June, the engineer said.",
            "Berth 9 will open to ferries on 3 June, the engineer said.",
            id="what happened, and not the scene",
        ),
        pytest.param(
            "Captain resigns",
            "The captain resigned on Friday. Nobody knows whether the party that was planned for the summer in his honour will be held.",
            "The captain resigned on Friday.",
            id="what happened, in however few words",
        ),
    ],
)
def test_an_alert_begins_with_what_happened(title, text, first):
    reading = read(title, text, "en", TODAY)
    assert tell(reading, news_of(reading, (), (), None), ())[0].quote == first


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Quay is closed. Ferries wait.", id="in very few words"),
        pytest.param(
            "The annual dinner lasts until the band goes home. The board has banned all ferries from the quay, it said.", id="after a scene"
        ),
    ],
)
def test_what_happened_is_an_event(text):
    reading = read("Notes from the harbour", text, "en", TODAY)
    assert tell(reading, news_of(reading, (), (), None), ())[0].kind == "event"


def test_a_denial_begins_with_the_sentence_that_denies():
    reading = read(
        "Harbour board: quay stays", "The board met on Monday. Reports of a sale are untrue, it said. It meets again on 2 May.", "en", TODAY
    )
    later = next(line.text for line in reading.lines if "2 May" in line.text)
    begun = answer(reading, "denial", (Novelty("date", later, later), Novelty("status", reading.lines[1].text, reading.lines[1].text)))
    assert [novelty.quote for novelty in begun] == ["Reports of a sale are untrue, it said.", later, "The board met on Monday."]


def test_a_value_that_was_replaced_stays_first_in_an_answer():
    reading = read("Harbour board denies sale", "Reports of a sale are untrue. The quay opens on 3 June.", "en", TODAY)
    moved = Novelty("date", "The quay opens on 3 June.", "The quay opens on 3 June.", old="2 May")
    assert answer(reading, "denial", (moved,)) == (moved,)
