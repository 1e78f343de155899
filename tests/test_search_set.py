"""The search set: what a person would want is among the first ten."""

import sqlalchemy as sa

from monitor.domain.matching.topic import compile_topic
from monitor.domain.search.named import compile_names
from monitor.settings import load
from tests.search_set import QUERIES, TEXTS, recall_at_ten
from tests.test_packaging import ROOT


def test_the_set_is_in_three_languages_and_its_answers_exist():
    assert {language for language, *_ in TEXTS.values()} == {"en", "ru", "kk"}
    assert len(dict(QUERIES)) == len(QUERIES) >= 60
    assert {key for _, wanted in QUERIES for key in wanted.split()} <= set(TEXTS)


def test_what_a_person_would_want_is_among_the_first_ten(db: sa.Engine):
    settings = load(ROOT / "config", None, {})
    with db.begin() as tx:
        recall, missed = recall_at_ten(tx, compile_topic(settings.topic), compile_names(settings.topic.entities))
    assert recall >= 0.97, missed
