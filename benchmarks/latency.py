"""How long it takes from an entry's appearance in a feed to the accepted push: the real daemon, a real feed and web-hook on loopback.

python benchmarks/latency.py [--entries 12] [--every 10]

An entry is put into the feed at a moment that has nothing to do with the polls; told is the median time to the web-hook, and what of it
remains beyond one poll interval. The target is one interval and 60 s.
"""

import argparse
import os
import random
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import median

FIRST = ("zero", "Weather stays fine")


class Wire(ThreadingHTTPServer):
    """A feed that grows, and the web-hook that hears of it."""

    daemon_threads = True

    def __init__(self) -> None:
        self.entries = [FIRST]
        self.heard: dict[str, float] = {}
        self.polls = 0
        super().__init__(("127.0.0.1", 0), Answers)

    def feed(self) -> bytes:
        """Write the feed as it is now."""
        listed = "".join(
            f"<item><guid isPermaLink='false'>{name}</guid><title>{title}</title><link>https://news.example/{name}</link></item>"
            for name, title in self.entries
        )
        head = "<?xml version='1.0'?><rss version='2.0'><channel><title>Wire</title><link>https://news.example/</link>"
        return f"{head}{listed}</channel></rss>".encode()


class Answers(BaseHTTPRequestHandler):
    """Serves the feed, and takes the pushes."""

    server: Wire

    def do_GET(self) -> None:
        """Serve the feed."""
        self.server.polls += 1
        self._answer(self.server.feed(), "application/rss+xml")

    def do_POST(self) -> None:
        """Take a push, and note when."""
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        for name, _ in self.server.entries:
            if f"token-{name}-" in body:
                self.server.heard.setdefault(name, time.monotonic())
        self._answer(b"ok", "text/plain")

    def _answer(self, body: bytes, kind: str) -> None:
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def daemon(home: Path, port: int, every: int) -> Iterator[None]:
    """Run the daemon with the smallest settings."""
    config = home / "config"
    config.mkdir()
    (config / "monitor.yaml").write_text('network: {allow_addresses: ["127.0.0.1/32"]}\nweb: {enabled: false}\n')
    (config / "feeds.yaml").write_text(f'feeds: [{{url: "http://127.0.0.1:{port}/a.xml", every: {every}s}}]\n')
    (config / "topic.yaml").write_text("words: [acmecorp]\nalert_on: matches\n")
    (config / "channels.yaml").write_text(f'channels: {{desk: {{url: "json://127.0.0.1:{port}/hook"}}}}\n')
    words = [sys.executable, "-m", "monitor", "--config", str(config), "--data", str(home / "data"), "run"]
    with (home / "log").open("wb") as log, subprocess.Popen(words, stdout=log, stderr=log, env=os.environ) as running:
        try:
            yield
        finally:
            running.send_signal(signal.SIGTERM)
            running.wait(20)


def wait_until(done: threading.Event, wire: Wire, polls: int) -> None:
    """Wait until the feed was asked so often."""
    while wire.polls < polls:
        done.wait(0.1)


def waits(entries: int, every: int) -> list[float]:
    """Publish entries one after the other, and say how long each took to the web-hook."""
    pause, found = threading.Event(), []
    with Wire() as wire, tempfile.TemporaryDirectory(prefix="monitor-latency-") as folder:
        threading.Thread(target=wire.serve_forever, args=(0.02,), daemon=True).start()
        with daemon(Path(folder), wire.server_port, every):
            wait_until(pause, wire, 2)
            for number in range(entries):
                pause.wait(random.uniform(0, every))
                name, began = f"e{number}", time.monotonic()
                wire.entries.insert(0, (name, f"Acmecorp says token-{name}-{number * 7919} of chapter {number}"))
                while name not in wire.heard and time.monotonic() - began < every + 120:
                    pause.wait(0.02)
                found.append(wire.heard.get(name, time.monotonic()) - began)
        wire.shutdown()
    return found


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--entries", type=int, default=12)
    parser.add_argument("--every", type=int, default=10, help="seconds between two polls")
    asked = parser.parse_args()
    found = waits(asked.entries, asked.every)
    print(f"{len(found)} entries, polled every {asked.every} s: median {median(found):.1f} s, longest {max(found):.1f} s")
    print(f"beyond one interval: median {max(median(found) - asked.every, 0):.1f} s (target ≤ 60 s)")
