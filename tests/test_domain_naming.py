"""How a match names the topic."""

import pytest

from monitor.domain.facts.lines import lines_of
from monitor.domain.judging.naming import naming_of
from tests.placed import NOON

ROLES = {"pad": "core", "quay": "core", "port": "partner", "rival": "rival"}
LINES = lines_of("Pad ready", "The port opened it. It cost 4 million.\n\nThe quay is next.\n\nThe rival waits.", "en", NOON.date())


@pytest.mark.parametrize(
    ("mentions", "named"),
    [
        pytest.param([("pad", 0)], {"core in title": 1}, id="the topic in the title"),
        pytest.param([("port", 1)], {"partner in lead": 1}, id="a partner in the lead"),
        pytest.param([("pad", 1), ("pad", 2)], {"core in lead": 1}, id="the same thing twice counts once"),
        pytest.param([("pad", 0), ("quay", 0)], {"core in title": 2}, id="two things"),
        pytest.param([("pad", 99)], {"core in body": 1}, id="below the last line that was read"),
        pytest.param([("rival", 4), ("stranger", 0)], {}, id="others do not count"),
    ],
)
def test_what_of_the_topic_and_its_partners_stands_where_is_counted(mentions, named):
    assert naming_of(mentions, ROLES, LINES, 0.5) == {"score": 0.5, "in full": False, **named}


def test_many_things_of_one_kind_say_no_more_than_three():
    roles = {f"pad {number}": "core" for number in range(9)}
    assert naming_of([(pad, 0) for pad in roles], roles, LINES, 1.0) == {"score": 1.0, "in full": True, "core in title": 3}
