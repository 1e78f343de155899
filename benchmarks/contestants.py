"""Those who are compared: each polls the same feeds in a process of its own and says what a round cost it.

python benchmarks/contestants.py NAME ADDRESS FEEDS      (driven by polling.py: a line in, a line out)

A contestant knows two orders: `import` takes all feeds into a fresh archive, `update` asks all of them again. Neither start-up nor the
adding of addresses is counted. CPU time is that of the process and all below it.
"""

import json
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from ipaddress import ip_network
from pathlib import Path
from typing import Protocol

from processes import cpu_of_children, peak_megabytes, resident_megabytes

WARM = 24  # feeds that are read before anything is measured


class Contestant(Protocol):
    """Who polls."""

    def close(self) -> None:
        """Stop."""

    def begin(self, urls: list[str]) -> None:
        """Make a fresh archive with these feeds."""

    def update(self) -> int:
        """Ask all of them; say how many entries are kept now."""


class Ours:
    """The poll stage as the daemon runs it: fetching, reading in child processes, keeping, deciding when to ask again."""

    def __init__(self, folder: Path) -> None:
        from monitor.adapters.children import Children
        from monitor.adapters.http import Pace, Web

        self._folder = folder
        self._web = Web(
            Pace(per_host=32, gap=timedelta(0)),
            [  # as if each feed were on a host of its own
                ip_network("127.0.0.0/8")
            ],
        )
        self._children = Children(2)
        self._now = datetime(2026, 2, 1, tzinfo=UTC)
        self._archives = 0

    def close(self) -> None:
        """End the network's thread and the children."""
        self._web.close()
        self._children.close()

    def begin(self, urls: list[str], file: Path | None = None) -> None:
        """Make a fresh archive, or take the one in a file."""
        from monitor.domain.feeds.feed import FeedSettings
        from monitor.heap import keep_what_is_loaded
        from monitor.store import feeds, migrate

        self._archives += 1
        keep_what_is_loaded()  # as the daemon does before it begins
        self.archive = migrate.open_archive(f"sqlite:///{file or self._folder / f'ours-{self._archives}.db'}")
        with self.archive.begin() as tx:
            feeds.sync(tx, [FeedSettings(url, f"feed-{n}", f"Publisher {n}") for n, url in enumerate(urls)], self._now)

    def update(self) -> int:
        """Poll until nothing is due, as the daemon does."""
        import sqlalchemy as sa

        from monitor.pipeline.poll import Tools, poll
        from monitor.store.tables import entries, feeds

        self._now += timedelta(hours=1)
        tools = Tools(self._web.fetch, self._children.run_all, fastest=timedelta(minutes=5))
        while poll(self.archive, tools, lambda: self._now):
            pass
        with self.archive.connect() as tx:
            bad = tx.execute(sa.select(feeds.c.name, feeds.c.last_error).where(feeds.c.last_error.is_not(None))).all()
            if bad:
                raise RuntimeError(f"{len(bad)} feeds failed: {bad[:3]}")
            return int(tx.execute(sa.select(sa.func.count()).select_from(entries)).scalar_one())


class Reader:
    """lemon24's reader, a library for Python programs: https://github.com/lemon24/reader."""

    def __init__(self, folder: Path) -> None:
        from feedparser.sgml import sgmllib

        sys.modules.setdefault("sgmllib", sgmllib)  # its own copy of feedparser asks for it by the name it had before
        self._folder = folder
        self._archives = 0

    def close(self) -> None:
        """Hold nothing that lives on."""

    def begin(self, urls: list[str]) -> None:
        """Make a fresh archive."""
        from reader import make_reader

        self._archives += 1
        self._reader = make_reader(str(self._folder / f"reader-{self._archives}.sqlite"))
        for url in urls:
            self._reader.add_feed(url)

    def update(self) -> int:
        """Update all feeds, due or not."""
        self._reader.update_feeds(scheduled=False)
        return self._reader.get_entry_counts().total or 0


CONTESTANTS: dict[str, Callable[[Path], Contestant]] = {"ours": Ours, "reader": Reader}


def drive(name: str, address: str, count: int) -> None:
    """Warm up, then do what each line says, and tell what it cost."""
    urls = [f"{address}/feed/{number}" for number in range(count)]
    with tempfile.TemporaryDirectory(prefix="monitor-measure-") as folder, closing(CONTESTANTS[name](Path(folder))) as one:
        one.begin(urls[:WARM])
        for _ in range(2):
            one.update()
        print("ready", flush=True)
        for order in map(str.strip, sys.stdin):
            if order == "import":
                one.begin(urls)
            below = cpu_of_children()
            cpu, wall = time.process_time(), time.perf_counter()
            kept = one.update()
            cpu, wall = time.process_time() - cpu, time.perf_counter() - wall
            cpu += cpu_of_children() - below
            told = {"cpu": cpu, "wall": wall, "kept": kept, "resident": resident_megabytes(), "peak": peak_megabytes()}
            print(json.dumps(told), flush=True)


if __name__ == "__main__":
    drive(sys.argv[1], sys.argv[2], int(sys.argv[3]))
