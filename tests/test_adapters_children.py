"""A child that dies, hangs or misbehaves costs one item, and nothing of ours is within its reach."""

import ctypes
import os
import pickle
import signal
import socket
import subprocess
import time
from datetime import timedelta
from pathlib import Path
from threading import Thread

import pytest

from monitor.adapters.children import MEMORY, Children, run_here
from monitor.errors import ChildError, FeedError, FetchError, OutsideError, PageError, SendError, StoppedError


def double(number):
    return 2 * number


def hang():
    while True:
        pass


def work(seconds):
    end = time.process_time() + seconds
    while time.process_time() < end:
        pass


def die(number):
    os.kill(number, signal.SIGKILL)


def crash():
    ctypes.string_at(0)


def odd_ones_hang(number):
    if number == 3:
        time.sleep(60)
    if number == 5:
        os._exit(7)
    return number


def leave():
    os._exit(3)


def eat():
    return len(bytearray(3 << 30))


def recurse(depth=0):
    return recurse(depth + 1)


def refuse():
    raise FetchError("10.0.0.1: not allowed", "refused")


def fail():
    raise KeyError("a bug of ours")


def environment():
    return dict(os.environ)


def dial(port):
    with socket.create_connection(("127.0.0.1", port), timeout=1):
        return "connected"


def write(path):
    Path(path).write_text("x", encoding="utf-8")


def start_program():
    return subprocess.run(["/bin/true"], check=False).returncode


def pid():
    return os.getpid()


def unpicklable():
    return lambda: None


@pytest.fixture(scope="module")
def children():
    with Children(workers=1, wall=timedelta(seconds=20)) as pool:
        yield pool


def test_a_child_returns_what_the_function_returns(children):
    assert children.run(double, 21) == 42


@pytest.mark.parametrize(
    ("function", "args", "message"),
    [
        pytest.param(leave, (), "died with exit code 3", id="it leaves"),
        pytest.param(crash, (), "died with exit code", id="it crashes in C"),
        pytest.param(eat, (), "too little memory", id="it wants all memory"),
        pytest.param(recurse, (), "nested too deeply", id="it recurses"),
        pytest.param(fail, (), "KeyError", id="it meets a bug of ours"),
        pytest.param(unpicklable, (), "unpicklable", id="its result cannot travel"),
        pytest.param(start_program, (), "not allowed in a child", id="it starts a program"),
        pytest.param(die, (1,), "not allowed in a child", id="it sends a signal"),
    ],
)
def test_one_bad_item_costs_one_item(children, function, args, message):
    with pytest.raises(ChildError, match=message):
        children.run(function, *args)
    assert children.run(double, 2) == 4


def test_a_child_that_overruns_is_ended():
    with Children(workers=1, wall=timedelta(seconds=1)) as pool:
        with pytest.raises(ChildError, match="hang: not done after 1 s, too complex"):
            pool.run(hang)
        assert pool.run(double, 2) == 4


def test_a_child_that_works_for_too_long_is_ended_and_work_is_counted_for_each_task():
    with Children(workers=1, wall=timedelta(seconds=60), cpu=1) as pool:
        for _ in range(3):
            pool.run(work, 0.4)
        with pytest.raises(ChildError, match="work: not done after 1 s of work, too complex"):
            pool.run(work, 30)
        assert pool.run(double, 2) == 4


def test_an_error_of_the_world_comes_out_as_it_is(children):
    with pytest.raises(FetchError, match=r"10\.0\.0\.1: not allowed") as caught:
        children.run(refuse)
    assert caught.value.kind == "refused"


@pytest.mark.parametrize("error", [FetchError("a", "timeout"), FeedError("b"), PageError("c"), ChildError("d"), SendError("e")])
def test_every_error_of_the_world_can_travel(error):
    back = pickle.loads(pickle.dumps(error))
    assert (type(back), str(back), vars(back)) == (type(error), str(error), vars(error))


def test_secrets_stay_outside(monkeypatch):
    monkeypatch.setenv("MONITOR_MAIL_PASSWORD", "canary")
    with Children(workers=1) as pool:
        seen = pool.run(environment)
    assert "canary" not in seen.values()
    assert seen["PATH"] == os.environ["PATH"]


def test_a_child_reaches_no_network_and_writes_no_file(children, tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as server, pytest.raises(ChildError, match="not allowed in a child"):
        children.run(dial, server.getsockname()[1])
    with pytest.raises(ChildError, match="not allowed in a child"):
        children.run(write, str(tmp_path / "x"))
    assert not (tmp_path / "x").exists()


def test_rows_are_answered_in_order_and_errors_take_their_place():
    with Children(workers=2) as pool:
        answers = list(pool.run_all(double, [(n,) for n in range(20)]))
        assert answers == [2 * n for n in range(20)]
        (error,) = pool.run_all(refuse, [()])
    assert isinstance(error, OutsideError)


def test_a_row_that_hangs_or_dies_takes_its_batch_along_but_no_other_row():
    with Children(workers=2, wall=timedelta(seconds=3)) as pool:
        answers = list(pool.run_all(odd_ones_hang, [(n,) for n in range(12)]))
    assert [n for n in range(12) if answers[n] == n] == [0, 1, 2, 4, *range(6, 12)]
    assert "not done after 3 s" in str(answers[3])
    assert "died" in str(answers[5])


def fill(share, give_back):
    """Take a share of what a child may take; much of it is not given back to the system where small things lie between large ones."""
    taken = [bytes(1000) for _ in range(int(share * MEMORY) // 1033)]
    kept = taken[::4]
    del taken
    if not give_back:
        fill.kept = kept
    return os.getpid()


def test_a_child_that_an_earlier_task_left_too_large_hands_the_next_one_to_a_new_one():
    with Children(1) as children:
        large = children.run(fill, 0.55, False)
        assert children.run(os.getpid) != large
        with pytest.raises(ChildError, match="too little memory"):
            children.run(fill, 2, True)
        assert list(children.run_all(double, [(1,), (2,), (3,)])) == [2, 4, 6]


def test_children_are_replaced_after_their_tasks():
    with Children(workers=1, tasks=2) as pool:
        assert len({pool.run(pid) for _ in range(6)}) == 3


def test_closing_does_not_wait_for_a_child_that_hangs():
    pool = Children(workers=1, wall=timedelta(seconds=60))
    assert pool.run(double, 1) == 2
    errors = []

    def ask():
        try:
            pool.run(hang)
        except StoppedError as error:
            errors.append(str(error))

    waiting = Thread(target=ask)
    waiting.start()
    began = time.monotonic()
    pool.close()
    waiting.join(5)
    assert time.monotonic() - began < 2
    assert errors
    assert "hang" in errors[0]
    with pytest.raises(StoppedError, match="have been stopped"):
        pool.run(double, 1)
    pool.close()


def test_the_door_without_processes_behaves_the_same():
    assert run_here(double, 4) == 8
    with pytest.raises(FetchError):
        run_here(refuse)
    with pytest.raises(ChildError, match="KeyError"):
        run_here(fail)
