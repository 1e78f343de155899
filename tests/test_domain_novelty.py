"""The earlier value beside a new one: named by the article, known to the storyline."""

from datetime import UTC, date, datetime

import pytest

from monitor.domain.facts import read
from monitor.domain.novelty import KnownFact, News, news_of, quoted

BEFORE, NOW = date(2026, 3, 2), date(2026, 3, 9)


def known(text: str, language: str, storyline: str = "depot") -> list[KnownFact]:
    earlier = read("Plan for the depot", text, language, BEFORE)
    return [KnownFact(fact, storyline, datetime(2026, 3, 2, tzinfo=UTC), "The Herald", 7) for fact in earlier.facts]


def replaced(text: str, language: str, memory: list[KnownFact]) -> list[tuple[str, str]]:
    found: list[News] = news_of(read("News of the depot", text, language, NOW), (), memory, "depot")
    return [(news.text, news.old.fact.text) for news in found if news.old]


@pytest.mark.parametrize(
    ("language", "earlier", "now", "expected"),
    [
        pytest.param(
            "en", "The depot will open on 4 May 2026.", "The depot will open on 20 June 2026. It was due on 4 May 2026.",
            [("20 June 2026", "4 May 2026")], id="a day",
        ),
        pytest.param(
            "en", "The roof will cost $40 million.", "The roof will cost $52 million, up from $40 million.",
            [("$52 million", "$40 million")], id="a sum",
        ),
        pytest.param(
            "ru", "Пожар охватил 120 гектаров.", "Огонь уничтожил 310 гектаров. Ранее речь шла о 120 гектарах.",
            [("310 гектаров", "120 гектарах")], id="an area, in the words of the article",
        ),
        pytest.param("en", "The roof will cost $40 million.", "The roof will cost $52 million.", [], id="the article names no other value"),
        pytest.param(
            "en", "The depot has a roof.", "The roof will cost $52 million, up from $40 million.",
            [("$52 million", "$40 million")], id="the sentence itself says what was replaced",
        ),
        pytest.param(
            "en", "The depot has a roof.", "The roof will cost $52 million. A bridge nearby takes $40 million.", [],
            id="nobody knew the other",
        ),
        pytest.param(
            "en", "The roof will cost $40 million.", "The roof will cost $52 million, up from $40 million. Paint takes another $3 million.",
            [("$52 million", "$40 million")], id="an old value is replaced once, by the weightier",
        ),
    ],
)  # fmt: skip
def test_a_new_value_is_shown_against_the_one_it_replaces(language, earlier, now, expected):
    assert replaced(now, language, known(earlier, language)) == expected


def test_what_another_storyline_knows_is_not_what_was_known_before():
    memory = known("The roof will cost $40 million.", "en", storyline="bridge")
    assert replaced("The roof will cost $52 million. Somebody mentioned $40 million.", "en", memory) == []


def test_a_value_that_the_sentence_alone_says_was_replaced_has_no_source_in_the_archive():
    memory = known("The roof will cost $40 million.", "en", storyline="bridge")
    article = read("News of the depot", "The roof will cost $52 million, up from $40 million.", "en", NOW)
    news = next(news for news in news_of(article, (), memory, "depot") if news.old)
    told = quoted(article, news)
    assert (told.old, told.old_source, told.old_article) == ("$40 million", None, None)
