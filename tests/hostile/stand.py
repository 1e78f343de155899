"""Where hostile inputs are played: a server that says what it is told, the real door and children, a trap at a forbidden address."""

import contextlib
import json
import os
import re
import resource
import socket
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from ipaddress import ip_network
from pathlib import Path
from types import TracebackType
from typing import Self

from monitor.adapters.children import Children
from monitor.adapters.feeds import parse_feed
from monitor.adapters.http import Pace, Request, Web
from monitor.adapters.pages import read_page
from monitor.domain.feeds.feed import Answer, Entry, Feed, FeedKind, FeedSettings
from monitor.errors import FetchError, OutsideError
from monitor.pipeline.poll import Body, Tools, hear, read_bodies
from tests.hostile_web import HostileWeb, reply

NOW = datetime(2026, 11, 9, 12, tzinfo=UTC)
GOOD = b"<?xml version='1.0'?><rss version='2.0'><channel><title>Good</title><item><guid>1</guid><title>Good news</title></item></channel></rss>"
TRAP = "127.6.6.6"  # loopback, and never allowed
DIRT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069\ufeff\U000e0000-\U000e007f]")


@dataclass(frozen=True)
class Kind:
    """One hostile input, and the outcomes that are right for it."""

    group: str
    name: str
    play: Callable[["Stand"], str]
    right: str  # a pattern that the outcome must match whole
    slow: bool = False  # left to the benchmark

    def __str__(self) -> str:
        return f"{self.group}: {self.name}"


@dataclass(frozen=True)
class Cost:
    """What one kind did."""

    outcome: str
    seconds: float  # of the clock
    cpu: float  # seconds of all our processes
    memory: int  # bytes: the most that one process grew to
    delay: float  # seconds that an ordinary feed waited beside it


@dataclass
class Stand:
    """Everything that an input is played against."""

    place: Path
    answers: dict[str, bytes] = field(default_factory=dict)
    trapped: int = 0  # connections to the forbidden address

    def __enter__(self) -> Self:
        with contextlib.ExitStack() as stack:
            self.trap = stack.enter_context(_listening(self))
            self.server = stack.enter_context(HostileWeb(self._say))
            allowed = [ip_network("127.0.0.1/32")]
            pace = Pace(per_host=8, gap=timedelta(0), at_once=8, connect=timedelta(seconds=2), total=timedelta(seconds=5))
            self.web = stack.enter_context(Web(pace, allowed))
            self.children = stack.enter_context(Children(2))
            self._open = stack.pop_all()
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        self._open.close()

    def _say(self, _web: HostileWeb, connection: socket.socket, path: str) -> None:
        said = self.answers.get(path.partition("?")[0], reply(b"not here", "404 Not Found"))
        connection.sendall(said)
        with contextlib.suppress(OSError):
            connection.shutdown(socket.SHUT_RDWR)

    # what may be played

    def ask(self, url: str, kind: FeedKind = FeedKind.FEED) -> str:
        """Poll an address as a feed, and say how that went."""
        feed = Feed(1, FeedSettings(url=url, name="hostile", publisher="Hostile", kind=kind, fields={"title": "title"}))
        try:
            heard = hear(feed, self.web.get(Request(url)), NOW)
        except FetchError as error:
            heard = hear(feed, error, NOW)
        if isinstance(heard, Body):
            tools = Tools(self.web.fetch, self.children.run_all, timedelta(minutes=5))
            ((_, heard),) = read_bodies(tools, lambda: NOW, [heard], {})
        assert heard is not None
        return self._told(heard)

    def _told(self, answer: Answer) -> str:
        for entry, *_ in answer.found:
            check_entry(entry)
        check_text(answer.error or "")
        return f"{answer.state} {len(answer.found)}" + (" damaged" if answer.found and answer.error else "")

    def feed(self, body: bytes, content_type: str = "application/rss+xml", kind: FeedKind = FeedKind.FEED) -> str:
        """Serve a body as a feed and poll it."""
        self.answers["/feed"] = reply(body, content_type=content_type)
        return self.ask(f"{self.server.url}/feed", kind)

    def raw(self, answer: bytes) -> str:
        """Answer a poll with these very bytes."""
        self.answers["/feed"] = answer
        return self.ask(f"{self.server.url}/feed")

    def page(self, body: bytes, content_type: str = "text/html; charset=utf-8") -> str:
        """Serve a body as the page of an article and read it."""
        self.answers["/page"] = reply(body, content_type=content_type)
        try:
            got = self.web.get(Request(f"{self.server.url}/page"))
            page = self.children.run(read_page, got.body, got.headers, got.final_url, "en")
        except OutsideError as error:
            check_text(str(error))
            return "no page"
        for text in (page.title, page.text, page.author or "", page.url or ""):
            check_text(text)
        return "page"

    # what it costs

    def measure(self, kind: Kind) -> Cost:
        """Play a kind beside an ordinary feed, and say what that cost."""
        for pid in family():
            with contextlib.suppress(OSError):
                Path(f"/proc/{pid}/clear_refs").write_text("5")  # the peak of memory is counted anew
        before, sizes = _cpu(), {pid: _memory(pid, "VmRSS") for pid in family()}
        waited: list[float] = []
        neighbour = threading.Thread(target=self._neighbour, args=(waited,))
        began = time.monotonic()
        neighbour.start()
        outcome = kind.play(self)
        seconds = time.monotonic() - began
        neighbour.join()
        # A child that took the place of one that died is measured from nothing.
        wait_until_own(set(family()) - sizes.keys())
        grown = max(_memory(pid, "VmHWM") - sizes.get(pid, 0) for pid in family())
        return Cost(outcome, seconds, _cpu() - before, grown, waited[0])

    def _neighbour(self, waited: list[float]) -> None:
        time.sleep(0.02)  # so that the hostile one comes first
        began = time.monotonic()
        parsed = self.children.run(parse_feed, GOOD, {}, FeedSettings(url="http://good.example/", name="good", publisher="Good"))
        assert len(parsed.entries) == 1
        waited.append(time.monotonic() - began)


@contextlib.contextmanager
def _listening(stand: Stand) -> Iterator[int]:
    """Count who knocks at the forbidden address."""
    with socket.create_server((TRAP, 0)) as trap:

        def count() -> None:
            while True:
                try:
                    trap.accept()[0].close()
                except OSError:
                    return
                stand.trapped += 1

        threading.Thread(target=count, daemon=True).start()
        yield trap.getsockname()[1]
        with contextlib.suppress(OSError):
            trap.shutdown(socket.SHUT_RDWR)


def check_text(text: str) -> None:
    """Text that was let in is clean: no database, mail, log or terminal stumbles over it."""
    assert not DIRT.search(text), ascii(DIRT.findall(text)[:5])
    json.dumps(text, ensure_ascii=False).encode()


def check_entry(entry: Entry) -> None:
    """An entry that was let in is clean and within its bounds."""
    for text in (entry.guid, entry.link, entry.title, entry.summary, entry.content, entry.author, entry.publisher, entry.publisher_url):
        check_text(text or "")
    assert len(entry.title) <= 500
    assert len(entry.guid or "") <= 4096
    assert len(entry.link or "") <= 4096
    assert max(len(entry.summary), len(entry.content)) <= 200_000
    assert not entry.link or entry.link.startswith(("http://", "https://"))
    assert entry.published is None or entry.published.tzinfo


def family(eldest: int | None = None) -> list[int]:
    """A process, our own if none is named, and its children."""
    found = [eldest or os.getpid()]
    for parent in found:
        with contextlib.suppress(OSError):
            for task in Path(f"/proc/{parent}/task").iterdir():
                found += [int(pid) for pid in (task / "children").read_text().split()]
    return found


def wait_until_own(pids: Iterable[int]) -> None:
    """Wait until processes that were just begun are programs of their own: until then each is a copy of ours, and as large."""
    end = time.monotonic() + 60
    while any(words_of_process(pid) == words_of_process(os.getpid()) for pid in pids) and time.monotonic() < end:
        time.sleep(0.01)  # of another process: there is nothing to wait on but time


def words_of_process(pid: int) -> bytes:
    """Say by which words a process was begun; nothing where it has ended."""
    with contextlib.suppress(OSError):
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    return b""


def _cpu() -> float:
    """Seconds of work of our own process, its children, and those of them that have died."""
    dead = resource.getrusage(resource.RUSAGE_CHILDREN)
    return dead.ru_utime + dead.ru_stime + sum(_cpu_of(pid) for pid in family())


def _cpu_of(pid: int) -> float:
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _memory(pid: int, which: str) -> int:
    with contextlib.suppress(OSError):
        found = re.search(rf"{which}:\s+(\d+) kB", Path(f"/proc/{pid}/status").read_text())
        return int(found[1]) * 1024 if found else 0
    return 0
