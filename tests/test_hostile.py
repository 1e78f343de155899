"""Hundreds of hostile inputs, each answered as it must be; what they cost is measured by benchmarks/hostile.py."""

import os
import re
import signal
import sys
import threading
from collections import Counter

import pytest

from tests.hostile.all_kinds import KINDS
from tests.hostile.stand import Stand, wait_until_own, words_of_process

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


@pytest.mark.skipif(sys.platform != "linux", reason="what a process is called stands in /proc")
def test_a_new_child_is_measured_once_it_is_a_program_and_no_copy_of_ours():
    told, tell = os.pipe()
    child = os.fork()
    if not child:
        os.read(told, 1)
        os.execvp("sleep", ["sleep", "60"])
    try:
        assert words_of_process(child) == words_of_process(os.getpid())
        threading.Thread(target=os.write, args=(tell, b"!")).start()
        wait_until_own([child])
        assert words_of_process(child) != words_of_process(os.getpid())
    finally:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        os.close(told)
        os.close(tell)
