"""What a poll costs, side by side with lemon24's reader: CPU milliseconds a feed, and the ratio of the two within one run.

python benchmarks/polling.py [--feeds 200] [--rounds 3]

Both ask the same server (local_web.py) for the same feeds, in turn within each round, after a warm-up; the ratio told is the median over
the rounds, with the least and the greatest beside it. Numbers of different runs, or machines, do not compare; ratios do.
"""

import argparse
import json
import math
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

from local_web import local_web, set_mode

HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Case:
    """Something that is measured: how the server answers, and what is asked of the contestants."""

    key: str
    told: str
    mode: str
    order: str
    target: float | None  # of the ratio
    dear: bool = True  # a round takes seconds; of the others, three times as many are made


CASES = (
    Case("poll_cold", "cold import", "honest", "import", 0.6),
    Case("poll_304", "unchanged, 304", "honest", "update", 0.25, dear=False),
    Case("poll_5pct", "5 % changed", "changed", "update", 0.3, dear=False),
    Case("poll_same_body", "unchanged, full body sent", "full", "update", 0.1),
    Case("poll_volatile", "only the date of building differs", "volatile", "update", None),
)
QUICK = ("poll_304", "poll_same_body", "poll_5pct", "poll_cold")


class Driven:
    """A contestant in its process."""

    def __init__(self, child: "subprocess.Popen[str]") -> None:
        self._child = child
        self._line()

    def round(self, order: str) -> dict[str, float]:
        """Let it do something; say what that cost."""
        assert self._child.stdin is not None
        self._child.stdin.write(order + "\n")
        self._child.stdin.flush()
        told: dict[str, float] = json.loads(self._line())
        return told

    def _line(self) -> str:
        assert self._child.stdout is not None
        line = self._child.stdout.readline()
        if not line:
            raise RuntimeError(f"a contestant ended with exit code {self._child.wait()}")
        return line


@contextmanager
def contestant(name: str, address: str, feeds: int) -> Iterator[Driven]:
    """Start one; it ends with the block."""
    command = [sys.executable, str(HERE / "contestants.py"), name, address, str(feeds)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as child:
        yield Driven(child)
        assert child.stdin is not None
        child.stdin.close()


@dataclass(frozen=True, slots=True)
class Compared:
    """What a case cost the two, in CPU milliseconds a feed, round by round."""

    case: Case
    ours: list[float]
    reader: list[float]

    @property
    def ratios(self) -> list[float]:
        """Ours against reader, round by round, the least first."""
        return sorted(one / other for one, other in zip(self.ours, self.reader, strict=True))

    def as_json(self) -> dict[str, Any]:
        """Plain values."""
        low, high = self.ratios[0], self.ratios[-1]
        ratio = {"ratio": round(median(self.ratios), 4), "low": round(low, 4), "high": round(high, 4), "target": self.case.target}
        return ratio | {"ours_ms": round(median(self.ours), 3), "reader_ms": round(median(self.reader), 3), "rounds": len(self.ours)}

    def as_row(self) -> str:
        """A line of the table."""
        ratio, target = median(self.ratios), self.case.target
        verdict = "" if target is None else f"≤ {target:g}{'' if ratio <= target else ', missed'}"
        spread = f"{self.ratios[0]:.3f}–{self.ratios[-1]:.3f}"
        return f"| {self.case.told} | {median(self.ours):.2f} | {median(self.reader):.2f} | {ratio:.3f} ({spread}) | {verdict} |"


HEAD = "| poll | ours, CPU ms a feed | reader | ratio (spread) | target |\n|---|---|---|---|---|"


def compare(feeds: int, rounds: int, keys: tuple[str, ...] = (), seconds: float = math.inf) -> Iterator[Compared]:
    """Measure every case, or those named; the two take turns within a round.

    Where the machine is so busy that `seconds` are not enough, each case has its share of them and makes fewer rounds, but one at least.
    """
    begun = time.monotonic()
    cases = [case for case in CASES if not keys or case.key in keys]
    with ExitStack() as stack:
        address = stack.enter_context(local_web())
        ours, reader = (stack.enter_context(contestant(name, address, feeds)) for name in ("ours", "reader"))
        for number, case in enumerate(cases, 1):
            set_mode(address, case.mode)
            if case.order == "update":  # a round that is not measured: what it finds new is not what the case is about
                ours.round("update")
                reader.round("update")
            one: list[float] = []
            other: list[float] = []
            while len(one) < (rounds if case.dear else 3 * rounds):
                set_mode(address, case.mode)
                one.append(_one_round(ours, case, feeds))
                other.append(_one_round(reader, case, feeds))
                if time.monotonic() - begun > seconds * number / len(cases):
                    break
            yield Compared(case, one, other)


def _one_round(who: Driven, case: Case, feeds: int) -> float:
    return 1000 * who.round(case.order)["cpu"] / feeds


def main() -> int:
    """Print the table."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--feeds", type=int, default=200)
    options.add_argument("--rounds", type=int, default=3, help="how often each case is measured")
    given = options.parse_args()
    print(f"{given.feeds} feeds\n\n{HEAD}", flush=True)
    for compared in compare(given.feeds, given.rounds):
        print(compared.as_row(), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
