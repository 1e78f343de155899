"""A web of our own for measuring: a server in a process of its own that lists feeds of 20 to 50 entries with ETag and Last-Modified.

python benchmarks/local_web.py [--delay 0.2]       (prints its port, and serves until standard input is closed)

Feeds are RSS 2.0, Atom and RSS 1.0 (RDF) in turn, 25 to 110 kB. `GET /mode/NAME` says how the server answers from then on:
honest: 304 to who has the newest; changed: the same, and one feed in twenty has got a new entry; full: the same bytes again, whatever was
asked; volatile: bytes that differ in nothing but when they were built.
"""

import argparse
import asyncio
import random
import re
import subprocess
import sys
import threading
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cache
from hashlib import blake2b

EVERY = timedelta(minutes=30)
BEGIN = datetime(2026, 1, 5, 12, tzinfo=UTC)
SHARE = 20  # one feed in so many changes
_WORDS = re.findall(r"\w+", "the pad rocket launch of agency said on its first new crew plan for station in date after test week state")


# ── the feeds ─────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Story:
    """An entry to be written down."""

    link: str
    title: str
    text: str
    at: datetime


def feed_body(number: int, generation: int, built: str) -> bytes:
    """Write feed `number`; one in twenty has one more entry for each generation."""
    own = generation if number % SHARE == 0 else 0
    count = random.Random(number).randrange(20, 51)
    stories = [_story(number, n) for n in range(count + own, own, -1)]
    return (_rss, _atom, _rdf)[number % 3](stories, built).encode()


@cache
def _story(number: int, n: int) -> Story:
    chance = random.Random(1000 * number + n)
    words = " ".join(chance.choices(_WORDS, k=20 * chance.randrange(6, 22)))
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


def _rdf(stories: list[Story], built: str) -> str:
    listed = "".join(f'<rdf:li rdf:resource="{s.link}"/>' for s in stories)
    told = "".join(
        f'<item rdf:about="{s.link}"><title>{s.title}</title><link>{s.link}</link><dc:date>{s.at:%Y-%m-%dT%H:%M:%SZ}</dc:date>'
        f"<description><![CDATA[{s.text}]]></description></item>"
        for s in stories
    )
    return (
        '<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://news.example/"><title>News</title>'
        f"<description>{built}</description><items><rdf:Seq>{listed}</rdf:Seq></items></channel>{told}</rdf:RDF>"
    )


# ── the server ────────────────────────────────────────────────────────────────


@dataclass
class LocalWeb:
    """What the server says of its feeds at the moment."""

    delay: float = 0.0  # seconds before it answers
    mode: str = "honest"
    generation: int = 0  # how often one feed in twenty has got a new entry
    asked: int = 0
    written: dict[tuple[int, int], tuple[bytes, str]] = field(default_factory=dict)

    async def talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Answer the requests of one connection."""
        try:
            while head := await reader.readuntil(b"\r\n\r\n"):
                if self.delay:
                    await asyncio.sleep(self.delay)
                writer.write(self._answer(head.decode("latin-1")))
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        finally:
            writer.close()

    def _answer(self, head: str) -> bytes:
        path = head.split(" ", 2)[1]
        if path.startswith("/mode/"):
            self.mode = path.removeprefix("/mode/")
            self.generation += self.mode == "changed"
            return b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"
        body, etag = self._feed(int(path.rsplit("/", 1)[1]))
        known = re.search(r"^if-none-match: *(\S+)", head, re.IGNORECASE | re.MULTILINE)
        unchanged = self.mode in ("honest", "changed") and known is not None and known[1] == etag
        status, body = ("304 Not Modified", b"") if unchanged else ("200 OK", body)
        said = f"Content-Type: application/xml\r\nETag: {etag}\r\nLast-Modified: Mon, 05 Jan 2026 12:00:00 GMT"
        return f"HTTP/1.1 {status}\r\n{said}\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body

    def _feed(self, number: int) -> tuple[bytes, str]:
        if self.mode == "volatile":
            self.asked += 1
            return feed_body(number, self.generation, f"built {self.asked}"), f'"{self.asked}"'
        at = (number, self.generation if number % SHARE == 0 else 0)
        if at not in self.written:
            body = feed_body(number, self.generation, "Mon, 05 Jan 2026 12:00:00 GMT")
            self.written[at] = body, f'"{blake2b(body, digest_size=8).hexdigest()}"'
        return self.written[at]


async def serve(delay: float) -> None:
    """Serve until standard input is closed; the first line printed is the port."""
    web = LocalWeb(delay)
    server = await asyncio.start_server(web.talk, "127.0.0.1", 0, backlog=512)
    print(server.sockets[0].getsockname()[1], flush=True)
    ended = asyncio.Event()
    loop = asyncio.get_running_loop()
    threading.Thread(target=lambda: (sys.stdin.read(), loop.call_soon_threadsafe(ended.set)), daemon=True).start()
    await ended.wait()


@contextmanager
def local_web(delay: float = 0.0) -> Iterator[str]:
    """Let the server run in a process of its own; give its address."""
    command = [sys.executable, __file__, "--delay", str(delay)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdin is not None
        assert child.stdout is not None
        yield f"http://127.0.0.1:{int(child.stdout.readline())}"
        child.stdin.close()


def set_mode(address: str, mode: str) -> None:
    """Say how the server answers from now on."""
    urllib.request.urlopen(f"{address}/mode/{mode}").close()


if __name__ == "__main__":
    given = argparse.ArgumentParser()
    given.add_argument("--delay", type=float, default=0.0)
    asyncio.run(serve(given.parse_args().delay))
