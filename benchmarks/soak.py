"""Does it stay the same for days? The whole program against a busy, partly hostile world, with a clock that runs as fast as it can.

    python benchmarks/soak.py [--minutes 60]

Each step of the clock is ten minutes: stories come, change and vanish, guids change, targets refuse, hang up and take again. Each simulated
day prints a line: memory of all processes, open files, threads. Fails where these grow: memory by more than 1 MB an hour of running
(over the second half), files or threads by more than four.
"""

import argparse
import contextlib
import logging
import os
import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import linear_regression

sys.path.insert(0, str(Path(__file__).parents[1]))

from monitor.heap import keep_what_is_loaded, share_heaps
from monitor.settings import load
from monitor.wiring import Monitor, build, sole
from tests.faults.program import Home, Zygote
from tests.faults.world import ACCEPT, BUSY, DROP, FAIL, NEVER, REFUSE, World, stories
from tests.hostile.stand import family

STEP = timedelta(minutes=10)
FEEDS = ("wire", "blog", "paper", "agency")
TARGETS = ("desk", "pager", "room")
KEPT = 40  # stories that a feed lists


@dataclass(frozen=True)
class Sample:
    """How large the program is at one moment."""

    seconds: float
    memory: int  # bytes, of all processes
    files: int
    threads: int


class Clock:
    """A clock that is set by whoever has it."""

    def __init__(self) -> None:
        self.time = datetime(2026, 3, 1, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.time


def main(arguments: Sequence[str]) -> int:
    """Run for so many minutes, and say whether anything grew."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--minutes", type=float, default=60)
    end = time.monotonic() + 60 * parser.parse_args(arguments).minutes
    logging.getLogger("monitor").setLevel(logging.CRITICAL)
    share_heaps()  # as the daemon does
    samples, messages = [], 0
    with prepared() as (monitor, world, clock):
        for day in days(monitor, world, clock, end):
            samples.append(day)
            messages += len(world.received)
            world.received.clear()  # the world lives in this process: what it keeps would count as ours
            told = (
                f"{len(samples):4} days  {day.seconds:6.0f} s  {day.memory / 2**20:6.0f} MB  {day.files:4} files  {day.threads:3} threads"
            )
            print(told, f" {messages:6} messages", flush=True)
    return verdict(samples)


@contextlib.contextmanager
def prepared() -> Iterator[tuple[Monitor, World, Clock]]:
    """The program in this process, with a world and a clock."""
    clock = Clock()
    with contextlib.ExitStack() as stack:
        place = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        world, zygote = stack.enter_context(World()), stack.enter_context(Zygote())
        home = Home(place / "home", zygote)
        home.settle([world.feed(name) for name in FEEDS], {name: world.hook(name) for name in TARGETS}, every="30m")
        with (home.place / "config" / "channels.yaml").open("a") as channels:
            channels.write("fallback: desk\n")
        monitor = stack.enter_context(build(load(home.place / "config", home.data, {}), clock))
        stack.enter_context(sole(monitor))
        monitor.start()
        keep_what_is_loaded()
        yield monitor, world, clock


def days(monitor: Monitor, world: World, clock: Clock, end: float) -> Iterator[Sample]:
    """Live one day after the other until the time is over."""
    dice, began, number = random.Random(7), time.monotonic(), 0
    while time.monotonic() < end:
        disturb(world, dice)
        for _ in range(timedelta(days=1) // STEP):
            number = happen(world, dice, number)
            clock.time += STEP
            monitor.watch()
            monitor.river()
        yield sample(time.monotonic() - began)


def disturb(world: World, dice: random.Random) -> None:
    """Let each target have its moods for a day."""
    moods: tuple[Callable[[int], str], ...] = (
        lambda _: ACCEPT,
        lambda _: dice.choice((ACCEPT, REFUSE, BUSY)),
        lambda _: dice.choice((ACCEPT, DROP, FAIL)),
        lambda _: dice.choice((ACCEPT, ACCEPT, NEVER)),
    )
    for target in TARGETS:
        world.answers[target] = dice.choice(moods)


def happen(world: World, dice: random.Random, number: int) -> int:
    """Let something happen in ten minutes; answer how many stories there are by now."""
    if dice.random() < 0.5:
        name, new = dice.choice(FEEDS), dice.choice((1, 1, 2, 5))
        world.add(name, stories(number, new))
        number += new
    if dice.random() < 0.05:
        world.edit(dice.choice(FEEDS), number)
    for name in FEEDS:
        world.feeds[name] = world.feeds[name][:KEPT]
    world.guids_change = dice.random() < 0.1
    world.served &= {story.token for listed in world.feeds.values() for story in listed}
    return number


def sample(seconds: float) -> Sample:
    """Measure all our processes."""
    pids = family()
    memory = files = threads = 0
    for pid in pids:
        with contextlib.suppress(OSError):
            memory += int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
            files += sum(1 for _ in Path(f"/proc/{pid}/fd").iterdir())
            threads += sum(1 for _ in Path(f"/proc/{pid}/task").iterdir())
    return Sample(seconds, memory, files, threads)


def verdict(samples: Sequence[Sample]) -> int:
    """Say whether anything grew over the second half."""
    half = samples[len(samples) // 2 :]
    if len(half) < 3:
        print("too short to say anything: give it more minutes")
        return 1
    slope = linear_regression([one.seconds / 3600 for one in half], [one.memory / 2**20 for one in half]).slope
    files, threads = (max(getattr(one, name) for one in half) - getattr(half[0], name) for name in ("files", "threads"))
    print(f"{len(samples)} simulated days: memory {slope:+.2f} MB an hour, files {files:+}, threads {threads:+}")
    return int(slope > 1 or files > 4 or threads > 4)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
