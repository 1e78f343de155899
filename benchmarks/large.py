"""One machine with much to do: how long 1,000 feeds take over a slow net, and how much memory the main process holds.

python benchmarks/large.py [--feeds 1000] [--delay 0.2] [--articles 100000] [--folder DIR]

The server answers each request after `--delay` seconds. Memory is that of the process that polls, matches and places, on an archive that
was filled with remembered articles before (growth.py says how); its children are not counted.
"""

import argparse
import json
import multiprocessing
import random
import sys
import tempfile
from contextlib import closing
from pathlib import Path

import growth
from contestants import Ours
from local_web import local_web, set_mode
from measuring import ROOT, SEED, topic_of
from polling import contestant
from processes import resident_megabytes

from monitor.pipeline import seed
from monitor.settings.seeds import load_seeds
from monitor.store import migrate

WALL, MEMORY = 12.0, 250.0  # the targets: seconds, megabytes


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
    """Poll many feeds into a large archive, match and place what waits, and say how much memory this process holds then."""
    with local_web() as address, closing(Ours(file.parent)) as ours:
        ours.begin([f"{address}/feed/{number}" for number in range(feeds)], file)
        for mode in ("honest", "changed", "volatile"):
            set_mode(address, mode)
            ours.update()
        bench = growth.Bench(ours.archive, topic_of(), growth.Language(random.Random(SEED)))
        for _ in range(20):
            bench.once(growth.BEGIN + 2_000_000 * growth.APART)
        return resident_megabytes()


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
        file = Path(folder) / "archive.db"
        process = multiprocessing.get_context("spawn")
        with process.Pool(1) as pool:  # what filling leaves in memory is not part of the answer
            pool.apply(fill, (file, given.articles))
        held = memory(file, given.feeds)
    told = {"slow_net": slow | {"target_seconds": WALL}, "memory": {"resident_mb": held, "target_mb": MEMORY}}
    print(json.dumps(told, indent=1))
    return 0 if slow["seconds"] <= WALL and held <= MEMORY else 1


if __name__ == "__main__":
    sys.exit(main())
