"""What the program is killed in: each scenario sets a scene, runs one command that may die, and brings the world to rest again."""

import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.faults.invariants import Expected, violations
from tests.faults.program import Home, Point, Zygote
from tests.faults.world import ACCEPT, DIE_AFTER, DIE_BEFORE, DROP, FAIL, REFUSE, World, stories

TARGETS = ("desk", "pager")
FEED = "wire"
OLD = stories(100, 4)
BASELINE = frozenset(story.token for story in OLD)
POLL = ("poll",)
DIGEST = ("digest",)
DEATHS = {
    "message": DIE_BEFORE,
    "taken": DIE_AFTER,
}  # kinds of points that the target counts: dead before it has the n-th message, or right after
ROUNDS = 8  # how often we try to come to rest


@dataclass(frozen=True)
class Scenario:
    """One command under fault."""

    name: str
    fresh: bool  # begins with an empty folder; the others begin after the baseline
    set_up: Callable[[World], None]
    command: tuple[str, ...] = POLL
    after: tuple[str, ...] | None = None  # a command that has run to its end before


def _first(world: World) -> None:
    world.add(FEED, OLD)


def _one(world: World) -> None:
    world.add(FEED, stories(200, 1))


def _fifty(world: World) -> None:
    world.add(FEED, stories(200, 50))


def _edited(world: World) -> None:
    world.edit(FEED, 2)
    world.add(FEED, stories(200, 2))


def _refused(world: World) -> None:
    world.add(FEED, stories(200, 2))
    world.answers["desk"] = lambda number: REFUSE if number == 1 else ACCEPT


def _ambiguous(world: World) -> None:
    world.add(FEED, stories(200, 2))
    world.answers["desk"] = lambda number: {1: DROP, 3: FAIL}.get(number, ACCEPT)


def _guids(world: World) -> None:
    world.guids_change = True
    world.add(FEED, stories(200, 2))


SCENARIOS = {
    one.name: one
    for one in (
        Scenario("first start and first poll", fresh=True, set_up=_first),
        Scenario("one new story", fresh=False, set_up=_one),
        Scenario("fifty new stories", fresh=False, set_up=_fifty),
        Scenario("edited stories", fresh=False, set_up=_edited),
        Scenario("refused", fresh=False, set_up=_refused),
        Scenario("ambiguous", fresh=False, set_up=_ambiguous),
        Scenario("guids that change at every poll", fresh=False, set_up=_guids),
        Scenario("digest", fresh=False, set_up=_one, command=DIGEST, after=POLL),
        Scenario("migration", fresh=True, set_up=_first, command=("status",)),
    )
}


class Stage:
    """One world and a folder with the state after the baseline, from which each trial starts anew."""

    def __init__(self, place: Path, zygote: Zygote, world: World) -> None:
        self._place, self._zygote, self.world = place, zygote, world
        world.kill = zygote.kill
        self._trials = 0
        self.killed = False  # whether the last trial came to its point
        self._rested: Home | None = None  # after the baseline

    def count(self, scenario: Scenario) -> dict[str, int]:
        """Run a scenario without a fault, check it, and count its points."""
        report = self._place / f"points-{self._trials}.json"
        found = self.trial(scenario, Point("nothing", 0), report)
        assert found == [], found
        counted: dict[str, int] = json.loads(report.read_text())
        return counted

    def trial(self, scenario: Scenario, point: Point, report: Path | None = None) -> list[str]:
        """Play a scenario with a fault, bring it to rest, and say what does not hold."""
        world = self.world
        home = self.home(scenario)
        scenario.set_up(world)
        if point.kind in DEATHS:
            world.answers["desk"] = lambda number: DEATHS[point.kind] if number == point.number else ACCEPT
        if scenario.after:
            home.run(*scenario.after, *_now(world))
        ended = home.run(*scenario.command, *(_now(world) if scenario.command == POLL else ()), point=point, report=report, fine=False)
        self.killed = ended.killed
        if not ended.killed and ended.code:
            return [f"the command failed by itself: {ended.code} {ended.err[-2000:]}"]
        settle_down(world, home)
        if scenario.fresh:  # what comes after the baseline must alert, whatever happened in the baseline
            world.add(FEED, stories(300, 2))
            settle_down(world, home)
        if scenario.command == DIGEST:
            home.run(*DIGEST)
            settle_down(world, home)
        found = violations(world, home, Expected(BASELINE, TARGETS, kills=int(ended.killed), digests=scenario.command == DIGEST))
        shutil.rmtree(home.place)
        return found

    def home(self, scenario: Scenario) -> Home:
        """Make the folder that a scenario begins with."""
        self._trials += 1
        self.world.reset()
        place = self._place / f"trial-{self._trials}"
        if scenario.fresh:
            return self._settled(place)
        if self._rested is None:
            self._rested = self._settled(self._place / "rested")
            self.world.add(FEED, OLD)
            self._rested.run("poll")
            self.world.reset()
        self.world.add(FEED, OLD)
        self.world.xml(FEED)  # these were served
        return self._rested.copy_to(place)

    def _settled(self, place: Path) -> Home:
        home = Home(place, self._zygote)
        home.settle([self.world.feed(FEED)], {target: self.world.hook(target) for target in TARGETS})
        return home


def _now(world: World) -> list[str]:
    return [word for name in world.feeds for word in ("--feed", world.feed(name))]


def settle_down(world: World, home: Home) -> None:
    """Run the program as its user would until nothing more happens."""
    before = -1
    for _ in range(ROUNDS):
        home.run("poll", *_now(world))
        failed = home.told("alerts", "failed")
        if not failed and before == len(world.received):
            return
        before = len(world.received)
        if failed:
            home.run("alerts", "retry")
