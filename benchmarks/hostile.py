"""What hostile input costs: every kind of tests/hostile against the real door and children, beside an ordinary feed.

    python benchmarks/hostile.py [WORDS]      (only kinds whose name holds these words)

Prints each group's count and worst cost, then every kind that was answered wrongly or cost more than it may: 15 s of CPU, 300 MB in one
process, 15 s that the ordinary feed had to wait. Fails where there is one, or where anything reached the forbidden address.
"""

import re
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.hostile.stand import Cost, Kind, Stand

CPU, MEMORY, DELAY = 15.0, 300 << 20, 15.0


def main(words: Sequence[str]) -> int:
    """Play what is asked for and print what it cost."""
    from tests.hostile.all_kinds import KINDS  # a child loads this file too, and must not be filled with all bodies

    chosen = [kind for kind in KINDS if all(word in str(kind) for word in words)]
    with tempfile.TemporaryDirectory() as place, Stand(Path(place)) as stand:
        stand.page(b"<html><body><p>so that the children are started</p></body></html>")
        costs = [(kind, _measured(stand, kind, number, len(chosen))) for number, kind in enumerate(chosen)]
        trapped = stand.trapped
    print("\r" + " " * 78 + "\r", end="", file=sys.stderr)
    for group in dict.fromkeys(kind.group for kind in chosen):
        print(_line(group, [cost for kind, cost in costs if kind.group == group]))
    print(_line("all", [cost for _, cost in costs]), f"  requests to the forbidden address {trapped}")
    bad = [told for kind, cost in costs if (told := _told(kind, cost))]
    print("\n".join(bad) if bad else "all were answered as they must be, within bounds")
    return 1 if bad or trapped else 0


def _measured(stand: Stand, kind: Kind, number: int, of: int) -> Cost:
    print(f"\r{number + 1} of {of}: {str(kind)[:56]!a:60}", end="", file=sys.stderr, flush=True)
    return stand.measure(kind)


def _line(group: str, costs: Sequence[Cost]) -> str:
    worst = (max(cost.cpu for cost in costs), max(cost.memory for cost in costs) / (1 << 20), max(cost.delay for cost in costs))
    return (
        f"{group:10} {len(costs):4} kinds   worst: CPU {worst[0]:6.2f} s   memory {worst[1]:5.0f} MB   delay of another {worst[2]:5.2f} s"
    )


def _told(kind: Kind, cost: Cost) -> str | None:
    if not re.fullmatch(kind.right, cost.outcome):
        return f"{kind}: {cost.outcome}, not {kind.right}"
    if cost.cpu > CPU or cost.memory > MEMORY or cost.delay > DELAY:
        return f"{kind}: CPU {cost.cpu:.1f} s, memory {cost.memory >> 20} MB, delay {cost.delay:.1f} s"
    return None


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
