"""Whom the archive knows: by first and last name, from articles of one storyline."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from monitor.domain.facts.facts import read
from monitor.domain.judging.acquaintance import acquainted
from monitor.domain.judging.kinship import Neighbour

NOON = datetime(2024, 3, 10, 12, tzinfo=UTC)
HIRED = ("Nordhavn hires a master", "The yard has hired Lars Holm as dock master, said Eva Strand on Monday.")


def told(article, storyline, title, text):
    at = NOON + timedelta(days=article)
    return Neighbour(article, at, "Paper", read(title, text, "en", at.date()), storyline)


def known_in(title, text, *near, language="en", gazetteer=()):
    found = acquainted(read(title, text, language, NOON.date()), near, lambda name: name in gazetteer)
    return found and (found[0], found[1].article)


YARD, AGAIN = told(1, "yard", *HIRED), told(2, "yard", "Cranes inspected", "Lars Holm let all cranes be looked at on Friday.")
FERRY = told(3, "ferry", "Ferry sold", "Lars Holm has bought the ferry of the line for 20 million kroner.")
BY_THE_WAY = told(4, "yard", "Cranes inspected", "All were looked at.\n\nIt took a day.\n\nThe rain did not help.\n\nLars Holm watched.")


@pytest.mark.parametrize(
    ("title", "near", "found"),
    [
        pytest.param("Lars Holm leaves", (YARD,), ("Lars Holm", 1), id="of whom one article told"),
        pytest.param("Lars Holm leaves", (YARD, AGAIN), ("Lars Holm", 2), id="the newest of several"),
        pytest.param("Lars Holm leaves", (YARD, FERRY), None, id="of whom two storylines told"),
        pytest.param("Lars Holm leaves", (BY_THE_WAY,), None, id="whom an article named by the way"),
        pytest.param("Holm leaves", (YARD,), None, id="a last name alone"),
        pytest.param("Lars and Holm leave", (YARD,), None, id="two names"),
        pytest.param("Old Lars Holm Yard closed", (YARD,), None, id="a body that bears the name"),
        pytest.param("Lars Holm leaves", (), None, id="of whom nobody told"),
    ],
)
def test_somebody_is_known_from_the_articles_of_one_storyline(title, near, found):
    assert known_in(title, "It was said on Friday.", *near) == found


def test_a_name_is_known_in_other_letters():
    assert known_in("Ларс Холм уходит", "Об этом сказали в пятницу.", YARD, language="ru") == ("Ларс Холм", 1)


def test_whom_the_gazetteer_knows_is_left_to_its_rules():
    assert known_in("Eva Strand resigns", "She said so on Friday.", YARD, gazetteer=("Eva Strand",)) is None


def test_a_paper_that_names_itself_is_nobody_to_be_known():
    paper = replace(told(1, "yard", "Nordhavn yard sold", "The yard was sold, Harbour Ledger reports."), publisher="Harbour Ledger")
    assert known_in("Harbour Ledger counts docks", "There are 66 in Uganda.", paper) is None
