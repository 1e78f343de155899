"""One machine with much to do: how long 1,000 feeds take over a slow net, and how much memory the daemon holds.

python benchmarks/large.py [--feeds 1000] [--delay 0.2] [--articles 100000] [--folder DIR]

The server answers each request after `--delay` seconds. Memory is that of the main process of `monitor run`, on an archive that was filled
with remembered articles before (growth.py says how), after it has polled all feeds twice and placed some articles of its topic, with the
page served; its children are not counted.
"""

import argparse
import json
import multiprocessing
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path

import growth
from latency import Wire
from local_web import local_web, set_mode
from measuring import ROOT, SEED, topic_of
from polling import contestant
from processes import resident_megabytes

from monitor.pipeline import seed
from monitor.settings.seeds import load_seeds
from monitor.store import migrate

WALL, MEMORY = 12.0, 250.0  # the targets: seconds, megabytes
PLACED = 40  # articles of the topic that the daemon is given
PATIENCE = 1800  # seconds


def over_a_slow_net(feeds: int, delay: float) -> dict[str, float]:
    """Poll many feeds that have not changed, each answer late; say how long that took."""
    with local_web(delay) as address, contestant("ours", address, feeds) as ours:
        ours.round("import")
        set_mode(address, "honest")
        told = [ours.round("update") for _ in range(3)]
        return {"seconds": min(one["wall"] for one in told), "cpu_ms_a_feed": 1000 * min(one["cpu"] for one in told) / feeds}


def fill(file: Path, articles: int) -> None:
    """Make an archive with so many remembered articles."""
    chance, given = random.Random(SEED), load_seeds(ROOT / "seeds")
    db = migrate.open_archive(f"sqlite:///{file}")
    seed.take_in(db, given.seeds, given.dossiers, topic_of(), lambda: growth.BEGIN)
    growth.fill(db, growth.Readings(growth.Language(chance), chance), articles)
    db.dispose()


def memory(file: Path, feeds: int) -> float:
    """Let the daemon poll many feeds twice into a large archive, place what concerns the topic, and say how much memory it holds then."""
    with local_web() as address, Wire() as wire:
        threading.Thread(target=wire.serve_forever, args=(0.02,), daemon=True).start()
        wire.entries = [(f"e{n}", f"Soyuz number {n * 37} leaves Baikonur with {n + 3} tonnes on board") for n in range(PLACED)]
        urls = [f"http://127.0.0.1:{wire.server_port}/a.xml", *(f"{address}/feed/{number}" for number in range(feeds))]
        with daemon(file, urls) as running:
            wait_until(running, file, f"SELECT count(baseline_at) > {feeds} FROM feeds")
            begun = datetime.now(UTC).replace(tzinfo=None)
            set_mode(address, "changed")
            wait_until(running, file, f"SELECT count(*) > {feeds} FROM feeds WHERE polled_at > '{begun}'")
            wait_until(running, file, f"SELECT count(*) >= {PLACED} FROM entries JOIN placements USING (article_id)")
            return resident_megabytes(running.pid)


@contextmanager
def daemon(file: Path, urls: list[str]) -> Iterator["subprocess.Popen[bytes]"]:
    """Run the daemon on an archive, with the shipped topic and these feeds."""
    config = file.parent / "config"
    shutil.copytree(ROOT / "config", config)
    shutil.copytree(ROOT / "seeds", file.parent / "seeds")
    network = "network: {allow_addresses: ['127.0.0.0/8']}\npace: {gap: 0s, per_host: 20, fastest: 30s}\n"
    (config / "monitor.yaml").write_text(f"{network}web: {{listen: '127.0.0.1:0'}}\nlog: {{level: error}}\n")
    (config / "feeds.yaml").write_text("feeds:\n" + "".join(f"  - {{url: '{url}', every: 1m}}\n" for url in urls))
    (config / "channels.yaml").write_text("channels: {}\n")
    words = [sys.executable, "-m", "monitor", "--config", str(config), "--data", str(file.parent), "run"]
    with subprocess.Popen(words, stdout=subprocess.DEVNULL, env=os.environ) as running:
        try:
            yield running
        finally:
            running.send_signal(signal.SIGTERM)
            running.wait(30)


def wait_until(running: "subprocess.Popen[bytes]", file: Path, question: str) -> None:
    """Wait until the archive answers yes."""
    end = time.monotonic() + PATIENCE
    while True:
        with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as archive:
            if archive.execute(question).fetchone()[0]:
                return
        if running.poll() is not None or time.monotonic() > end:
            raise SystemExit(f"the daemon did not get so far: {question}")
        time.sleep(0.5)


def main() -> int:
    """Print both as JSON, with whether the targets are met."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--feeds", type=int, default=1000)
    options.add_argument("--delay", type=float, default=0.2, help="seconds before the server answers")
    options.add_argument("--articles", type=int, default=100_000)
    options.add_argument("--folder", type=Path, help="where the archive is made: a disk with room")
    given = options.parse_args()
    slow = over_a_slow_net(given.feeds, given.delay)
    with tempfile.TemporaryDirectory(prefix="monitor-measure-", dir=given.folder) as folder:
        file = Path(folder) / "monitor.db"
        process = multiprocessing.get_context("spawn")
        with process.Pool(1) as pool:  # what filling leaves in memory is not part of the answer
            pool.apply(fill, (file, given.articles))
        held = memory(file, given.feeds)
    told = {"slow_net": slow | {"target_seconds": WALL}, "memory": {"resident_mb": held, "target_mb": MEMORY}}
    print(json.dumps(told, indent=1))
    return 0 if slow["seconds"] <= WALL and held <= MEMORY else 1


if __name__ == "__main__":
    sys.exit(main())
