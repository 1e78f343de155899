"""The world around the program: feeds and pages that are served, targets that accept, refuse, or die in the middle."""

import re
import threading
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from json import loads
from socket import SHUT_RDWR
from types import TracebackType
from typing import Any, Self

TOKEN = re.compile(r"tok\d+k")

# What a target does with one message. The first are answers; the others record the message first.
ACCEPT, REFUSE, BUSY, NEVER = "accept", "refuse", "busy", "refuse for ever"
DROP, FAIL = "accept, then drop the connection", "accept, then answer 500"
DIE_BEFORE, DIE_AFTER = "the sender dies before we have it", "the sender dies when we have it"

CANARY = "canary-secret-5d1c"  # the password of every target: it may stand in no output

FACTS = ("opens a plant", "names an engineer", "sells its mill", "delays a launch", "wins a contract", "recalls a pump", "hires a crew")


@dataclass(frozen=True)
class Story:
    """One entry of a feed; the token in its title tells it from all others."""

    token: str
    edition: int = 0
    guid: str = ""

    @property
    def title(self) -> str:
        number = int(self.token[3:-1])
        return f"Acmecorp {FACTS[number % len(FACTS)]} {self.token}" + (f", edition {self.edition}" if self.edition else "")

    def item(self, site: str) -> str:
        return (
            f"<item><guid isPermaLink='false'>{self.guid or self.token}</guid><title>{self.title}</title>"
            f"<link>{site}/page/{self.token}</link>"
            f"<description>{self.title}; the company said so {int(self.token[3:-1]) * 7 + 3} days ago.</description></item>"
        )


def stories(first: int, count: int) -> list[Story]:
    """Make stories numbered from `first`."""
    return [Story(f"tok{number}k") for number in range(first, first + count)]


@dataclass(frozen=True)
class Received:
    """One message that a target took, whether or not it said so."""

    target: str
    key: str
    kind: str  # alert, digest, baseline, operations
    tokens: frozenset[str]
    at: float
    answer: str
    idempotency: str | None


@dataclass
class World:
    """A server for feeds (/feed/NAME), pages (/page/TOKEN) and web-hooks (/hook/TARGET); `feeds` and `answers` are set as a test goes."""

    feeds: dict[str, list[Story]] = field(default_factory=dict)
    served: set[str] = field(default_factory=set)  # every token that ever stood in a feed
    asked: list[str] = field(default_factory=list)
    received: list[Received] = field(default_factory=list)
    refused: int = 0
    answers: dict[str, Callable[[int], str]] = field(default_factory=dict)  # by target: the number of the message → what it does
    kill: Callable[[], None] = lambda: None  # how the sender dies
    moved: dict[str, str] = field(default_factory=dict)  # feeds that redirect for good to another
    before_page: Callable[[], None] = lambda: None  # called before a page is answered
    before_feed: Callable[[], None] = lambda: None  # called before a feed is answered
    guids_change: bool = False
    besides: Callable[[str], str] = lambda _: ""  # what the page of a token says besides

    def __post_init__(self) -> None:
        self._lock = threading.Lock()
        self.numbers: dict[str, int] = {}
        self._server = _Server(("127.0.0.1", 0), _handler(self))
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True)

    def reset(self) -> None:
        """Forget everything but the address."""
        with self._lock:
            self.feeds = {name: [] for name in self.feeds}
            self.served, self.asked, self.received, self.answers = set(), [], [], {}
            self.refused, self.guids_change = 0, False
            self.numbers.clear()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_port}"

    def feed(self, name: str) -> str:
        """The address of a feed."""
        self.feeds.setdefault(name, [])
        return f"{self.url}/feed/{name}"

    def hook(self, target: str) -> str:
        """The Apprise address of a target."""
        return f"json://monitor:{CANARY}@{self.url[7:]}/hook/{target}"

    def add(self, name: str, new: Iterable[Story]) -> None:
        """List new stories on top of a feed."""
        self.feeds[name] = [*reversed(list(new)), *self.feeds[name]]

    def edit(self, name: str, edition: int) -> None:
        """Change the words of every story of a feed."""
        self.feeds[name] = [replace(story, edition=edition) for story in self.feeds[name]]

    def listed(self) -> set[str]:
        """Every token that stands in a feed now."""
        return {story.token for listed in self.feeds.values() for story in listed}

    def xml(self, name: str) -> tuple[str, str]:
        """A feed's text and its ETag."""
        with self._lock:
            listed = list(self.feeds[name])
            if self.guids_change:
                listed = [replace(story, guid=f"{story.token}-{len(self.asked)}") for story in listed]
            self.served |= {story.token for story in listed}
        items = "".join(story.item(self.url) for story in listed)
        channel = f"<channel><title>{name}</title><link>{self.url}/</link>{items}</channel>"
        text = f"<?xml version='1.0' encoding='utf-8'?><rss version='2.0'>{channel}</rss>"
        return text, f'"{hash(text):x}"'

    def take(self, target: str, body: bytes, idempotency: str | None) -> str:
        """Decide what a target does with a message, and remember it where it took it."""
        with self._lock:
            self.numbers[target] = number = self.numbers.get(target, 0) + 1
        answer = self.answers.get(target, lambda _: ACCEPT)(number)  # may take its time
        with self._lock:
            if answer in (REFUSE, BUSY, NEVER):
                self.refused += 1
            elif answer != DIE_BEFORE:
                self.remember(target, loads(body), answer, idempotency)
        return answer

    def remember(self, target: str, told: dict[str, Any], answer: str, idempotency: str | None) -> None:
        """Keep a message that a target took."""
        # An alert may name other stories too, as what it compares with: its own is the one of its article.
        own = told["article"]["title"] if "article" in told else [one["url"] for one in told.get("developments", [])] or told
        tokens = frozenset(TOKEN.findall(str(own)))
        self.received.append(
            Received(target, str(told.get("key")), str(told.get("message_kind")), tokens, time.monotonic(), answer, idempotency)
        )

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join(5)


class _Server(ThreadingHTTPServer):
    block_on_close = False

    def handle_error(self, *_: object) -> None:
        """Say nothing: clients die here all the time."""


def _handler(world: World) -> type[BaseHTTPRequestHandler]:  # noqa: C901 (one short method for each kind of request)
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        timeout = 30

        def do_GET(self) -> None:
            world.asked.append(self.path)
            _, kind, name = self.path.split("/", 2)
            if kind == "feed" and name in world.moved:
                self.send_response(301)
                self.send_header("Location", world.feed(world.moved[name]))
                self.send_header("Content-Length", "0")
                return self.end_headers()
            if kind == "feed" and name in world.feeds:
                world.before_feed()
                text, etag = world.xml(name)
                if self.headers.get("If-None-Match") == etag:
                    return self._say(304, b"", etag)
                return self._say(200, text.encode(), etag, "application/rss+xml")
            if kind == "page":
                world.before_page()
                return self._say(200, _page(name, world.besides).encode(), kind="text/html")
            return self._say(404, b"nothing here")

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers.get("content-length", "0")))
            answer = world.take(self.path.rpartition("/")[2], body, self.headers.get("Idempotency-Key"))
            if answer in (DIE_BEFORE, DIE_AFTER):
                world.kill()
            if answer in (DROP, DIE_BEFORE, DIE_AFTER):
                self.close_connection = True
                self.connection.shutdown(SHUT_RDWR)
                return
            self._say({REFUSE: 429, BUSY: 503, NEVER: 400, FAIL: 500}.get(answer, 200), b"{}", kind="application/json")

        def _say(self, status: int, body: bytes, etag: str | None = None, kind: str = "text/plain") -> None:
            self.send_response(status)
            self.send_header("Content-Type", kind)
            if etag:
                self.send_header("ETag", etag)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    return Handler


def _page(token: str, besides: Callable[[str], str]) -> str:
    if not TOKEN.fullmatch(token):
        return "<html><body>nothing</body></html>"
    title = Story(token).title
    text = "".join(
        f"<p>{title}: the company's paragraph {n} on chapter {token} says what it does and when it does it.</p>" for n in range(6)
    )
    return f"<html><head><title>{title}</title></head><body><article><h1>{title}</h1>{text}{besides(token)}</article></body></html>"
