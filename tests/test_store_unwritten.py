"""What could not be written waits, in order, until it can be."""

import pytest

from monitor.errors import StoreError
from monitor.store.leases import LEASE
from monitor.store.unwritten import Unwritten


class Disk:
    """A disk that is full for as long as a test wants; what was written stands in `written`."""

    def __init__(self):
        self.full, self.written = False, []

    def write(self, what):
        if self.full:
            raise StoreError("there is no room on the disk")
        self.written.append(what)
        return what


@pytest.fixture
def disk():
    return Disk()


def test_what_can_be_written_is_written_at_once(disk):
    unwritten = Unwritten()
    assert unwritten.write("a poll", lambda: disk.write("poll")) == "poll"
    assert unwritten.make_up() == 0
    assert disk.written == ["poll"]


def test_what_could_not_be_written_is_written_once_and_in_order_when_there_is_room_again(disk):
    unwritten = Unwritten()
    disk.full = True
    for what in ("one", "two"):
        assert unwritten.write(what, lambda what=what: disk.write(what)) is None
    with pytest.raises(StoreError):
        unwritten.make_up()
    disk.full = False
    assert unwritten.make_up() == 2
    assert unwritten.make_up() == 0
    assert disk.written == ["one", "two"]


def test_what_cannot_be_written_for_another_reason_holds_up_nothing(disk, caplog):
    def stumble():
        disk.write("begun")
        raise ValueError("a bad row")

    unwritten = Unwritten()
    disk.full = True
    unwritten.write("a bad row", stumble)
    unwritten.write("a good one", lambda: disk.write("good"))
    disk.full = False
    unwritten.make_up()
    assert disk.written == ["begun", "good"]
    assert "a bad row could not be written" in caplog.text


def test_what_another_may_have_taken_over_meanwhile_stands_in_nobodys_way(disk):
    """A disk with room for small things only: what is too large is tried for as long as its claim holds."""
    time = 0.0
    unwritten = Unwritten(lambda: time)

    def large():
        raise StoreError("there is no room on the disk")

    unwritten.write("a large poll", large)
    unwritten.write("a small one", lambda: disk.write("small"))
    disk.full = True
    unwritten.write("another", lambda: disk.write("another"))
    disk.full = False
    with pytest.raises(StoreError):
        unwritten.make_up()
    time = LEASE.total_seconds() + 1
    unwritten.make_up()
    assert disk.written == ["small", "another"]
