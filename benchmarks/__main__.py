"""Measure everything, and print one table of ratios: `python -m benchmarks`.

    python -m benchmarks                    the whole table: a quarter of an hour
    python -m benchmarks --quick --json     the ratios of polling alone, in under a minute

Everything is measured side by side with what it is compared to, in one run, after a warm-up: the machine's own mood cancels out.
"""

import argparse
import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))  # the scripts import each other by name

import polling


def main() -> int:
    """Measure and print."""
    options = argparse.ArgumentParser(
        prog="python -m benchmarks", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--quick", action="store_true", help="polling alone, with few feeds")
    options.add_argument("--json", action="store_true", help="print JSON in place of a table")
    options.add_argument("--feeds", type=int, help="how many feeds are polled; default: 200, quick: 80")
    options.add_argument("--rounds", type=int, help="how often each case is measured; default: 5, quick: 3")
    given = options.parse_args()
    feeds, rounds = given.feeds or (80 if given.quick else 200), given.rounds or (3 if given.quick else 5)
    compared = []
    if not given.json:
        print(f"{feeds} feeds, {rounds} rounds\n\n{polling.HEAD}", flush=True)
    for one in polling.compare(feeds, rounds, polling.QUICK if given.quick else ()):
        compared.append(one)
        if not given.json:
            print(one.as_row(), flush=True)
    if given.json:
        ratios = {one.case.key: one.as_json()["ratio"] for one in compared}
        print(json.dumps(ratios | {"details": {one.case.key: one.as_json() for one in compared}}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
