"""One worker against two on one PostgreSQL, where the work is to wait for slow servers; and how soon the work of a killed one goes on.

    python benchmarks/workers.py            two rounds of each, in about two minutes
    python benchmarks/workers.py --json

Each feed has a host of its own (an address of the loopback network), answers after two seconds, and is asked once. The rate is taken
over the middle half of the answers, when all workers have started and none has run dry.
"""

import argparse
import json
import os
import signal
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))  # the tests' server is used here too

from tests.local_postgres import LocalPostgres

FEEDS = 192
LATENCY = 2.0  # seconds
LEASE = 10  # seconds, as shipped
PATIENCE = 180  # seconds
BODY = b"<rss version='2.0'><channel><title>Wire</title><link>http://wire.example/</link></channel></rss>"


class SlowWeb:
    """Servers on many loopback addresses, each slow; it knows when each answer went out and who is being answered."""

    def __init__(self, hosts: int) -> None:
        self.answered: list[float] = []
        self.asked: list[str] = []
        self._servers = [_Server((f"127.0.1.{number + 1}", 0), _handler(self)) for number in range(hosts)]
        self.feeds = [f"http://{server.server_address[0]}:{server.server_port}/feed" for server in self._servers]

    def __enter__(self) -> "SlowWeb":
        for server in self._servers:
            threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        for server in self._servers:
            server.shutdown()
            server.server_close()


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False

    def handle_error(self, *_: object) -> None:
        """Say nothing: workers are killed here."""


def _handler(web: SlowWeb) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            web.asked.append(str(self.server.server_address[0]))
            time.sleep(LATENCY)
            self.send_response(200)
            self.send_header("Content-Type", "application/rss+xml")
            self.send_header("Content-Length", str(len(BODY)))
            self.end_headers()
            self.wfile.write(BODY)
            web.answered.append(time.monotonic())

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    return Handler


@contextmanager
def cluster(postgres: LocalPostgres, web: SlowWeb, workers: int) -> Iterator[list[subprocess.Popen[bytes]]]:
    """Run workers on a fresh database until the block ends."""
    with ExitStack() as held, postgres.database() as url:
        home = Path(held.enter_context(tempfile.TemporaryDirectory()))
        feeds = "".join(f"  - {{url: '{feed}', every: 1d}}\n" for feed in web.feeds)
        for name, text in {
            "monitor.yaml": f"network: {{allow_addresses: ['127.0.1.0/24']}}\nworkers: 1\nlease: {LEASE}s\n",
            "feeds.yaml": f"feeds:\n{feeds}",
            "topic.yaml": "words: [acmecorp]\n",
            "channels.yaml": "{}\n",
        }.items():
            (home / name).write_text(text)
        words = [sys.executable, "-m", "monitor", "--config", str(home)]
        environment = os.environ | {"MONITOR_DATABASE_URL": url}
        running = []
        for number in range(workers):
            command = [*words, "--data", str(home / str(number)), "worker"]
            running.append(subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL))
        try:
            yield running
        finally:
            for process in running:
                process.kill()
                process.wait()


def rate(postgres: LocalPostgres, workers: int) -> float:
    """Poll every feed once, and answer how many there were a second while all workers worked."""
    with SlowWeb(FEEDS) as web, cluster(postgres, web, workers):
        wait_until(lambda: len(web.answered) >= FEEDS)
        # Workers do not start in one moment: the middle half is when all of them work.
        first, last = FEEDS // 4, 3 * FEEDS // 4
        return (last - first) / (web.answered[last] - web.answered[first])


def takeover(postgres: LocalPostgres) -> float:
    """Kill one of two workers amid its polls, and answer after how long a feed that it was asking was asked again."""
    with SlowWeb(FEEDS) as web, cluster(postgres, web, 2) as running:
        wait_until(lambda: len(web.answered) >= FEEDS // 2)
        running[0].send_signal(signal.SIGKILL)
        began = time.monotonic()
        wait_until(lambda: len(web.asked) > len(set(web.asked)))
        return time.monotonic() - began


def wait_until(condition) -> None:
    """Wait for other processes."""
    end = time.monotonic() + PATIENCE
    while not condition():
        if time.monotonic() > end:
            raise SystemExit("it did not happen in time")
        time.sleep(0.02)


def main() -> int:
    """Measure and print."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--json", action="store_true", help="print JSON in place of a table")
    options.add_argument("--rounds", type=int, default=2)
    given = options.parse_args()
    postgres = LocalPostgres(f"benchmark-{os.getpid()}")
    try:
        found = [(rate(postgres, 1), rate(postgres, 2)) for _ in range(given.rounds)]
        after = takeover(postgres)
    finally:
        postgres.close()
    ratios = [two / one for one, two in found]
    told = {"one": [round(one, 1) for one, _ in found], "two": [round(two, 1) for _, two in found]}
    told |= {"ratio": round(statistics.median(ratios), 2), "least": round(min(ratios), 2), "takeover_seconds": round(after, 1)}
    if given.json:
        print(json.dumps(told))
    else:
        print(f"feeds a second, one worker:  {told['one']}\nfeeds a second, two workers: {told['two']}")
        print(f"two against one: {told['ratio']} (least {told['least']}); wanted: at least 1.7")
        print(f"a killed worker's polls were asked again after {told['takeover_seconds']} s; wanted: at most {LEASE + 5}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
