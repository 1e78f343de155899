"""Does it stay the same for days? The whole program against a busy, partly hostile world, with a clock that runs as fast as it can.

    python benchmarks/soak.py [--minutes 60] [--leak MB]

Each step of the clock is ten minutes: stories come, change and vanish, guids change, targets refuse, hang up and take again. The program is
a process of its own: what is measured is it and its children, never the world. Each simulated day prints a line: memory (the median of the
day), open files, threads.

The first third of the days is for warming up: caches fill, the first rows of everything are written. Fails where the rest grows: memory by
more than 1 MB an hour of running (the median of the slopes between all pairs of days, and chance ruled out at 95 %) or, if that begins
late, by more than 6 MB from the first fifth of the rest to the last; files or threads by more than four. `--leak` plants a leak of so many
MB a simulated day, to see that it is found.
"""

import argparse
import contextlib
import itertools
import math
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).parents[1]))

from fast_clock import BEGIN
from growth import Language

from tests.faults.program import ROOT, Home, environment
from tests.faults.world import ACCEPT, BUSY, DROP, FAIL, NEVER, REFUSE, World, stories
from tests.hostile.stand import family

STEP = timedelta(minutes=10)
STEPS = timedelta(days=1) // STEP
FEEDS = ("wire", "blog", "paper", "agency")
TARGETS = ("desk", "pager", "room")
KEPT = 40  # stories that a feed lists
SENTENCES, SAID = 20_000, 10  # that there are, and that a page says
LISTS, LISTED = 500, 50  # pages that list names and numbers, and how many of each
FIFTHS = 5
MOST, LATE = 1.0, 6.0  # MB an hour; MB from beginning to end


@dataclass(frozen=True)
class Sample:
    """How large the program is at one moment, or in the middle of a day."""

    seconds: float
    memory: float  # MB, of all its processes
    files: int
    threads: int


class Program:
    """The program, which lives as long as its clock is set."""

    def __init__(self, home: Home, leak: int) -> None:
        words = [sys.executable, str(ROOT / "benchmarks" / "fast_clock.py"), str(home.place / "config"), str(home.data), str(leak)]
        self._process = subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment())
        self.time = BEGIN

    def live(self) -> None:
        """Let a step of time pass, and wait until all that was due is done."""
        assert self._process.stdin
        assert self._process.stdout
        self.time += STEP
        print(self.time.isoformat(), file=self._process.stdin, flush=True)
        if not self._process.stdout.readline():
            raise RuntimeError(f"the program ended with exit code {self._process.wait()}")

    def sample(self, seconds: float) -> Sample:
        """Measure the program and its children."""
        memory = files = threads = 0
        for pid in family(self._process.pid):
            with contextlib.suppress(OSError):
                memory += int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
                files += sum(1 for _ in Path(f"/proc/{pid}/fd").iterdir())
                threads += sum(1 for _ in Path(f"/proc/{pid}/task").iterdir())
        return Sample(seconds, memory / 2**20, files, threads)

    def close(self) -> None:
        """End it, as it ends by itself when nobody sets its clock."""
        self._process.communicate()


def main(arguments: Sequence[str]) -> int:
    """Run for so many minutes, and say whether anything grew."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--leak", type=float, default=0, help="MB a simulated day")
    given = parser.parse_args(arguments)
    end = time.monotonic() + 60 * given.minutes
    samples, messages = [], 0
    with prepared(int(given.leak * 2**20) // STEPS) as (program, world):
        for day in days(program, world, end):
            samples.append(day)
            messages += len(world.received)
            world.received.clear()
            told = f"{len(samples):4} days  {day.seconds:6.0f} s  {day.memory:7.1f} MB  {day.files:4} files  {day.threads:3} threads"
            print(told, f" {messages:6} messages", flush=True)
    return verdict(samples)


@contextlib.contextmanager
def prepared(leak: int) -> Iterator[tuple[Program, World]]:
    """The program with a world around it; it loses so many bytes with each step."""
    with contextlib.ExitStack() as stack:
        place = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        world, home = stack.enter_context(World(besides=wordy())), Home(place / "home")
        home.settle([world.feed(name) for name in FEEDS], {name: world.hook(name) for name in TARGETS}, every="30m")
        with (home.place / "config" / "channels.yaml").open("a") as channels:
            channels.write("fallback: desk\n")
        yield stack.enter_context(contextlib.closing(Program(home, leak))), world


def wordy() -> Callable[[str], str]:
    """Let each page say something in a language of thousands of words, the first ones more: else what is kept of words fills for weeks."""
    chance = random.Random(7)
    language = Language(chance)
    sentences = [language.sentence() for _ in range(SENTENCES)]
    lists = [_list(chance.sample(language.names, LISTED), chance.sample(range(1_000, 100_000), LISTED)) for _ in range(LISTS)]

    def say(token: str) -> str:
        number = int(token[3:-1])
        first = number * SAID % SENTENCES
        return f"<p>{' '.join(sentences[first : first + SAID])}</p>{lists[number] if number < LISTS else ''}"

    return say


def _list(names: Sequence[str], numbers: Sequence[int]) -> str:
    return f"<p>It began with {' with '.join(names)}; {', '.join(map(str, numbers))}.</p>"


def days(program: Program, world: World, end: float) -> Iterator[Sample]:
    """Live one day after the other until the time is over."""
    dice, began, number = random.Random(7), time.monotonic(), 0
    while time.monotonic() < end:
        disturb(world, dice)
        day = []
        for _ in range(STEPS):
            number = happen(world, dice, number)
            program.live()
            day.append(program.sample(time.monotonic() - began))
        yield Sample(day[-1].seconds, median(one.memory for one in day), day[-1].files, day[-1].threads)


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


def verdict(samples: Sequence[Sample]) -> int:
    """Say whether anything grew after the first third."""
    rest = samples[len(samples) // 3 :]
    if len(rest) < FIFTHS:
        print("too short to say anything: give it more minutes")
        return 1
    (least, slope), more = growth(rest), rise([one.memory for one in rest])
    files, threads = (max(getattr(one, name) for one in rest) - getattr(rest[0], name) for name in ("files", "threads"))
    print(f"{len(samples)} simulated days; after the first {len(samples) - len(rest)}:", end=" ")
    print(f"memory {slope:+.2f} MB an hour (at least {least:+.2f}), {more:+.1f} MB in all, files {files:+}, threads {threads:+}")
    return int((slope > MOST and least > 0) or more > LATE or files > 4 or threads > 4)


def growth(samples: Sequence[Sample]) -> tuple[float, float]:
    """Say by how many MB an hour memory grows at least (95 %), and most likely: by the slopes between all pairs of days.

    Their median is swayed neither by a child that comes or goes nor by one step, and their spread tells chance (Theil, Sen).
    """
    pairs = itertools.combinations(samples, 2)
    slopes = sorted((later.memory - one.memory) / (later.seconds - one.seconds) * 3600 for one, later in pairs)
    days = len(samples)
    spread = 1.645 * math.sqrt(days * (days - 1) * (2 * days + 5) / 18)
    return slopes[max(int((len(slopes) - spread) / 2), 0)], median(slopes)


def rise(memory: Sequence[float]) -> float:
    """Say by how many MB the last fifth lies above the first."""
    part = len(memory) // FIFTHS
    return median(memory[-part:]) - median(memory[:part])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
