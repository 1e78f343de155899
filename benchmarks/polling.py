"""What a poll costs: CPU milliseconds a feed, our process and its children together, against a server of our own on loopback.

python benchmarks/polling.py [--feeds 200] [--rounds 3]

Feeds are RSS and Atom of 20 to 50 entries, 30 to 130 kB, with ETag and Last-Modified. Measured is the poll stage as the daemon runs it:
fetching, reading in child processes, keeping, deciding when to ask again. The server is another process and not counted.
"""

import argparse
import os
import random
import re
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import blake2b
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_network
from pathlib import Path
from statistics import median

import sqlalchemy as sa
from measuring import scratch_archive

from monitor.adapters.children import Children
from monitor.adapters.feeds import parse_feed
from monitor.adapters.http import Pace, Web
from monitor.domain.feed import FeedSettings
from monitor.pipeline.poll import Tools, poll
from monitor.store import feeds, tables

EVERY = timedelta(minutes=30)
BEGIN = datetime(2026, 1, 5, 12, tzinfo=UTC)
TICK = os.sysconf("SC_CLK_TCK")
_WORDS = re.findall(r"\w+", "the pad rocket launch of agency said on its first new crew plan for station in date after test week state")
_PACE = Pace(per_host=32, gap=timedelta(0))


# ── the server ────────────────────────────────────────────────────────────────


@dataclass
class Web200:
    """What the server says of its feeds at the moment."""

    mode: str = "honest"  # honest: 304 where nothing changed; full: the same bytes again; volatile: only a date differs
    generation: int = 0  # how often one feed in twenty has got a new entry
    asked: int = 0


def feed_body(number: int, generation: int, built: str) -> bytes:
    """Write feed `number`; one in twenty has one more entry for each generation."""
    chance = random.Random(number)
    own = generation if number % 20 == 0 else 0
    count = chance.randrange(20, 51)
    stories = [_story(number, n, 100 * chance.randrange(6, 22)) for n in range(count + own, own, -1)]
    return (_rss if number % 2 else _atom)(stories, built).encode()


@dataclass(frozen=True, slots=True)
class Story:
    """An entry to be written down."""

    link: str
    title: str
    text: str
    at: datetime


def _story(number: int, n: int, letters: int) -> Story:
    chance = random.Random(1000 * number + n)
    words = " ".join(chance.choices(_WORDS, k=letters // 5))
    link = f"https://news{number}.example/2026/{n}"
    return Story(
        link,
        f"Story {n}: {' '.join(chance.choices(_WORDS, k=7))}",
        f"<p>{words}.</p><p>Read <a href='{link}'>more</a></p>",
        BEGIN + n * EVERY,
    )


def _rss(stories: list[Story], built: str) -> str:
    told = "".join(
        f"<item><title>{s.title}</title><link>{s.link}</link><guid>{s.link}</guid><pubDate>{s.at:%a, %d %b %Y %H:%M:%S} GMT</pubDate>"
        f"<description><![CDATA[{s.text}]]></description></item>"
        for s in stories
    )
    return (
        f'<?xml version="1.0"?><rss version="2.0"><channel><title>News</title><lastBuildDate>{built}</lastBuildDate>{told}</channel></rss>'
    )


def _atom(stories: list[Story], built: str) -> str:
    told = "".join(
        f"<entry><id>{s.link}</id><title>{s.title}</title><link href='{s.link}'/><updated>{s.at:%Y-%m-%dT%H:%M:%SZ}</updated>"
        f"<content type='html'><![CDATA[{s.text}]]></content></entry>"
        for s in stories
    )
    return f'<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>News</title><subtitle>{built}</subtitle>{told}</feed>'


def serve() -> None:
    """Serve until standard input is closed; the first line printed is the port."""
    state = Web200()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True

        def do_GET(self) -> None:
            if self.path.startswith("/mode/"):
                state.mode = self.path.removeprefix("/mode/")
                state.generation += state.mode == "changed"
                self._answer(200, b"", "")
                return
            state.asked += 1
            built = f"{state.mode} {state.asked}" if state.mode == "volatile" else "Mon, 05 Jan 2026 12:00:00 GMT"
            body = feed_body(int(self.path.rsplit("/", 1)[1]), state.generation, built)
            etag = f'"{blake2b(body, digest_size=8).hexdigest()}"'
            known = state.mode in ("honest", "changed") and self.headers.get("If-None-Match") == etag
            self._answer(304 if known else 200, b"" if known else body, etag)

        def _answer(self, status: int, body: bytes, etag: str) -> None:
            self.send_response(status)
            self.send_header("Content-Type", "application/xml")
            self.send_header("ETag", etag)
            self.send_header("Last-Modified", "Mon, 05 Jan 2026 12:00:00 GMT")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(server.server_port, flush=True)
    sys.stdin.read()


@contextmanager
def server() -> Iterator[tuple[str, int]]:
    """Let the server run in a process of its own; give its address and process id."""
    child = subprocess.Popen([sys.executable, __file__, "--serve"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert child.stdin is not None
    assert child.stdout is not None
    try:
        yield f"http://127.0.0.1:{int(child.stdout.readline())}", child.pid
    finally:
        child.stdin.close()
        child.stdout.close()
        child.wait(10)


# ── what we used ──────────────────────────────────────────────────────────────


def cpu_seconds(apart: int) -> float:
    """Sum up the CPU time of this process and all below it, those that ended too; `apart` is not counted."""
    family = _family(apart)
    ended = _stat(os.getpid())[13:15]
    return time.process_time() + sum(ended) / TICK + sum(sum(_stat(pid)[11:15]) for pid in family) / TICK


def memory_megabytes(apart: int) -> float:
    """Sum up the most memory that each of the processes has held."""
    status = [Path(f"/proc/{pid}/status").read_text(encoding="ascii") for pid in [os.getpid(), *_family(apart)]]
    return sum(int(found[1]) for text in status if (found := re.search(r"VmHWM:\s+(\d+)", text))) / 1024


def _family(apart: int) -> list[int]:
    parents = {int(path.name): int(_stat(int(path.name))[1]) for path in Path("/proc").iterdir() if path.name.isdigit() and _lives(path)}
    found: list[int] = []
    waiting = [os.getpid()]
    while waiting:
        parent = waiting.pop()
        below = [pid for pid, of in parents.items() if of == parent and pid != apart]
        found += below
        waiting += below
    return found


def _lives(path: Path) -> bool:
    return (path / "stat").exists()


def _stat(pid: int) -> list[float]:
    """Read the numbers behind the name of a process, state first; zeros where it has just ended."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
    except (FileNotFoundError, ProcessLookupError):
        return [0.0] * 50
    return [0.0, *map(float, fields[1:])]


# ── measuring ─────────────────────────────────────────────────────────────────


class Bench:
    """Polls all feeds again and again, each time a while later."""

    def __init__(self, db: sa.Engine, web: Web, children: Children, address: str, apart: int, count: int) -> None:
        self._db, self._web, self._children = db, web, children
        self._address, self._apart, self._count = address, apart, count
        self._now = BEGIN + timedelta(days=30)
        wanted = [FeedSettings(f"{address}/feed/{n}", f"feed-{n}", f"Publisher {n}") for n in range(count)]
        with db.begin() as tx:
            feeds.sync(tx, wanted, self._now)

    def start_children(self) -> float:
        """Let every child read one feed, so that what follows measures no start; say what starting took, in CPU seconds."""
        begun = cpu_seconds(self._apart)
        rows = [(feed_body(n, 0, ""), {}, FeedSettings("http://127.0.0.1/", "warm", "warm")) for n in range(8)]
        for _ in self._children.run_all(parse_feed, rows):
            pass
        return cpu_seconds(self._apart) - begun

    def round(self, mode: str) -> float:
        """Poll every feed once, and say how many CPU milliseconds each took."""
        urllib.request.urlopen(f"{self._address}/mode/{mode}").close()
        self._now += timedelta(hours=2)
        begun = cpu_seconds(self._apart)
        tools = Tools(self._web.fetch, self._children.run, fastest=timedelta(minutes=5))
        polled = poll(self._db, tools, lambda: self._now, limit=self._count)
        if polled != self._count:
            raise RuntimeError(f"{polled} of {self._count} feeds were polled: the others were not due")
        return 1000 * (cpu_seconds(self._apart) - begun) / self._count

    def kept(self) -> tuple[int, int]:
        """Count entries, and feeds whose last poll failed."""
        with self._db.connect() as tx:
            failed = sa.select(sa.func.count()).select_from(tables.feeds).where(tables.feeds.c.last_error.is_not(None))
            return tx.execute(sa.select(sa.func.count()).select_from(tables.entries)).scalar_one(), tx.execute(failed).scalar_one()


ROWS = (("unchanged, 304", "honest"), ("5 % changed", "changed"), ("unchanged, full body sent", "full"), ("volatile bodies", "volatile"))


def run(count: int, rounds: int, tell: Callable[[str], None]) -> None:
    """Measure, and tell."""
    with server() as (address, pid), scratch_archive() as db, Web(_PACE, [ip_network("127.0.0.0/8")]) as web, Children(2) as children:
        bench = Bench(db, web, children, address, pid, count)
        started = bench.start_children()
        tell(f"| {count} feeds | CPU milliseconds a feed |\n|---|---|")
        tell(f"| cold import | {bench.round('honest'):.2f} |")
        imported, _ = bench.kept()
        for name, mode in ROWS:
            tell(f"| {name} | {median(bench.round(mode) for _ in range(rounds)):.2f} |")
        kept, failed = bench.kept()
        tell(f"\nStarting two children took {started:.1f} s of CPU, once. Peak memory, all processes: {memory_megabytes(pid):.0f} MB.")
        tell(f"{imported} entries were imported, {kept - imported} came with the changed feeds; {failed} feeds failed.")


def main() -> int:
    """Print the table."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--feeds", type=int, default=200)
    options.add_argument("--rounds", type=int, default=3, help="how often each case is measured; the median is told")
    options.add_argument("--serve", action="store_true", help=argparse.SUPPRESS)
    given = options.parse_args()
    if given.serve:
        serve()
        return 0
    if not Path("/proc/self/stat").exists():
        print("no /proc on this system, so the children's CPU time cannot be read; run it on Linux")
        return 1
    run(given.feeds, given.rounds, lambda line: print(line, flush=True))
    return 0


if __name__ == "__main__":
    sys.exit(main())
