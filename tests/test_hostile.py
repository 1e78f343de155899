"""Hundreds of hostile inputs, each answered as it must be; what they cost is measured by benchmarks/hostile.py."""

import re
from collections import Counter

import pytest

from tests.hostile.all_kinds import KINDS
from tests.hostile.stand import Stand

QUICK = [kind for kind in KINDS if not kind.slow]


@pytest.fixture(scope="module")
def stand(tmp_path_factory):
    with Stand(tmp_path_factory.mktemp("stand")) as ready:
        yield ready


def test_there_are_hundreds_of_kinds_and_each_has_a_name_of_its_own():
    assert len(KINDS) >= 250
    assert [name for name, times in Counter(map(str, KINDS)).items() if times > 1] == []


@pytest.mark.parametrize("group", sorted({kind.group for kind in KINDS}))
def test_hostile_input_is_answered_as_it_must_be_and_reaches_nothing_inside(stand, group):
    wrong = {}
    for kind in QUICK:
        if kind.group == group and not re.fullmatch(kind.right, outcome := kind.play(stand)):
            wrong[kind.name] = f"{outcome}, not {kind.right}"
    assert wrong == {}
    assert stand.trapped == 0
