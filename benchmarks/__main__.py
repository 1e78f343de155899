"""Measure everything, and print one table of ratios: `python -m benchmarks`.

    python -m benchmarks                    the whole table: a quarter of an hour
    python -m benchmarks --quick --json     the ratios of polling alone, in under a minute

Everything is measured side by side with what it is compared to, in one run, after a warm-up: the machine's own mood cancels out.
"""

import argparse
import json
import subprocess
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))  # the scripts import each other by name

import polling

# What is measured beside polling, each by a script of its own: how its part of the table is called, and what it is given.
PARTS = (
    ("A slow net, and memory", "large.py"),
    ("Extraction", "extraction.py"),
    ("Matching and placing", "growth.py"),
    ("Searching", "search.py"),
    ("From feed to target", "latency.py"),
)
QUICK_SECONDS = 40  # for the rounds of the quick form: a busy machine makes fewer
STARTED = (
    ("python", ["-c", "pass"]),
    ("monitor --version", ["-m", "monitor", "--version"]),
    ("import reader", ["-c", "import reader"]),
)


def start_up(rounds: int = 5) -> str:
    """Say how long programs take to start, the least of some rounds."""
    told = {name: min(_seconds([sys.executable, *given]) for _ in range(rounds)) for name, given in STARTED}
    return "\n".join(["| start | seconds |", "|---|---|", *(f"| {name} | {took:.2f} |" for name, took in told.items())])


def _seconds(command: list[str]) -> float:
    begun = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - begun


def the_rest() -> int:
    """Run the other scripts; say how many failed or missed their target."""
    missed = 0
    for title, script in PARTS:
        print(f"\n## {title}\n", flush=True)
        missed += bool(subprocess.run([sys.executable, str(Path(__file__).parent / script)], check=False).returncode)
    print(f"\n## Start\n\n{start_up()}", flush=True)
    return missed


def main() -> int:
    """Measure and print."""
    options = argparse.ArgumentParser(
        prog="python -m benchmarks", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--quick", action="store_true", help="polling alone, with few feeds")
    options.add_argument("--json", action="store_true", help="print JSON in place of a table")
    options.add_argument("--feeds", type=int, help="how many feeds are polled; default: 200, quick: 80")
    options.add_argument("--rounds", type=int, help="how often each case is measured; default: 5, quick: 2")
    given = options.parse_args()
    feeds, rounds = given.feeds or (80 if given.quick else 200), given.rounds or (2 if given.quick else 5)
    compared = []
    if not given.json:
        print(f"{feeds} feeds, {rounds} rounds\n\n{polling.HEAD}", flush=True)
    for one in polling.compare(feeds, rounds, *((polling.QUICK, QUICK_SECONDS) if given.quick else ())):
        compared.append(one)
        if not given.json:
            print(one.as_row(), flush=True)
    if given.json:
        ratios = {one.case.key: one.as_json()["ratio"] for one in compared}
        print(json.dumps(ratios | {"details": {one.case.key: one.as_json() for one in compared}}))
    return 0 if given.quick or given.json else the_rest()


if __name__ == "__main__":
    sys.exit(main())
