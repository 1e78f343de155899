"""What stood before a development: who held an office, and what the archive last said of the matter."""

from datetime import UTC, date, datetime, timedelta

import pytest

from monitor.domain.facts.facts import Reading, read
from monitor.domain.judging.before import stated_before
from monitor.domain.judging.kinship import Kin, Neighbour
from monitor.domain.judging.predecessor import predecessor

NOW = datetime(2026, 3, 9, tzinfo=UTC)


def article(title: str, text: str = "So the yard said on Monday.", language: str = "en") -> Reading:
    return read(title, text, language, NOW.date())


def kin(number: int, title: str, likeness: float, days: float = 10, **told) -> Kin:
    told = {"storyline": "depot", "development": f"depot#{number}", "told_new": True} | told
    neighbour = Neighbour(number, NOW - timedelta(days=days), f"Paper {number}", article(title), **told)
    return Kin(neighbour, likeness, likeness, days, (), {})


CALLED_OFF = kin(1, "Ferry F-5 stopped a minute before it cast off", 0.5, days=2)


@pytest.mark.parametrize(
    ("title", "bond", "kins", "expected"),
    [
        pytest.param("Ferry F-5 has crossed", CALLED_OFF, [kin(2, "A depot opens", 0.6), CALLED_OFF], 1, id="what it was compared with"),
        pytest.param("Depot sold", None, [kin(1, "Depot for sale", 0.5), kin(2, "Depot to let", 0.45, days=3)], 2, id="the newest alike"),
        pytest.param("Depot sold", None, [kin(1, "Depot for sale", 0.6), kin(2, "Depot to let", 0.45, days=3)], 1, id="unless less alike"),
        pytest.param("Depot sold", None, [kin(1, "A depot opens", 0.2)], None, id="nothing alike"),
        pytest.param("Depot sold", None, [kin(1, "Depot for sale", 0.6, storyline="bridge")], None, id="another storyline"),
        pytest.param("Ferry F-6 has crossed", None, [kin(1, "Ferry F-5 has crossed", 0.6)], None, id="another craft"),
    ],
)  # fmt: skip
def test_the_archive_says_how_a_matter_stood_before(title, bond, kins, expected):
    said = stated_before(article(title), bond, kins, "depot")
    assert (said.article if said else None) == expected


def test_who_told_it_first_is_quoted_rather_than_who_repeated_it():
    first = kin(1, "Depot for sale", 0.5)
    again = kin(2, "They sell the depot", 0.6, days=9, told_new=False, development="depot#1")
    said = stated_before(article("Depot sold"), again, [again, first], "depot")
    assert said is not None
    assert (said.text, said.source, said.at) == ("Depot for sale", "Paper 1", NOW - timedelta(days=10))


@pytest.mark.parametrize(
    ("language", "title", "text", "expected"),
    [
        ("en", "Mayor replaces harbour chief Holm with his deputy", "Anna Berg was appointed on Monday.", "Holm"),
        ("en", "Anna Berg appointed head of the port", "She succeeds Lars Holm, who stepped down.", "Lars Holm"),
        ("en", "Lars Holm steps down as head of the port", "Anna Berg was appointed head of it.", "Lars Holm"),
        ("ru", "Ларса Хольма сменила на посту главы порта Анна Берг", "Она назначена во вторник вместо Ларса Хольма.", "Ларса Хольма"),
        ("ru", "Хольм ушёл из порта", "Главой порта назначена Анна Берг.", "Хольм"),
        ("kk", "Порттың басшысы ауысты", "Ларс Хольмның орнына порт басшысы болып Анна Берг тағайындалды.", "Ларс Хольм"),
        ("en", "Anna Berg appointed head of the port", "She was born in Nordhavn.", None),
        ("en", "The new quay replaces Dock Seven", "Ships use it since Monday.", None),
    ],
)
def test_who_held_an_office_before_is_named(language, title, text, expected):
    assert predecessor(read(title, text, language, date(2026, 3, 9))) == expected
