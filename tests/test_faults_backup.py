"""Killed while the archive is copied, put back, or brought to a newer form: the copy is whole or is not there, and nothing is lost."""

import json
import shutil

import alembic.command
import pytest

from monitor.store import migrate
from monitor.store.database import open_database
from tests.faults.invariants import Expected, violations
from tests.faults.program import Point, Zygote
from tests.faults.progress import with_progress
from tests.faults.scenarios import BASELINE, FEED, SCENARIOS, TARGETS, Stage, settle_down
from tests.faults.world import World, stories


@pytest.fixture(scope="module")
def zygote():
    with Zygote() as ready:
        yield ready


@pytest.fixture(scope="module")
def world():
    with World() as ready:
        yield ready


@pytest.fixture(scope="module")
def stage(zygote, world, tmp_path_factory):
    return Stage(tmp_path_factory.mktemp("stage"), zygote, world)


@pytest.fixture(scope="module")
def fresh_home(stage, world, tmp_path_factory):
    """Make a home after its baseline, with two stories that alerted: played once, copied for each trial."""
    played = stage.home(SCENARIOS["one new story"])
    world.add(FEED, stories(200, 2))
    settle_down(world, played)
    feeds, served, received = dict(world.feeds), set(world.served), list(world.received)

    def fresh():
        world.reset()
        world.feeds, world.served, world.received = dict(feeds), set(served), list(received)
        return played.copy_to(tmp_path_factory.mktemp("trial") / "home")

    return fresh


@pytest.fixture
def home(fresh_home):
    """One such home."""
    return fresh_home()


def lose(home):
    shutil.rmtree(home.data)


def copied(home, point, report=None):
    """Die while the archive is copied; then lose it, and put back what the copy holds."""
    copy = home.place / "copies" / "copy.db"
    home.run("backup", str(copy), point=point, report=report)
    if not copy.exists():
        home.run("backup", str(copy))
    assert [path.name for path in copy.parent.iterdir()] == [copy.name], "what was begun is left lying about"
    lose(home)
    home.run("restore", str(copy))


def put_back(home, point, report=None):
    """Die while a copy is put in the place of the archive that was lost."""
    copy = home.place / "copy.db"
    home.run("backup", str(copy))
    lose(home)
    home.run("restore", str(copy), point=point, report=report)
    if not (home.data / "monitor.db").exists():
        home.run("restore", str(copy))


def migrated(home, point, report=None):
    """Die while an older archive is brought to the form of today."""
    db = open_database(f"sqlite:///{home.data / 'monitor.db'}")
    with db.begin() as tx:
        alembic.command.downgrade(migrate.config_for(tx), "0001")
    db.dispose()
    home.run("status", "--json", point=point, report=report)


def trial(world, home, fault, point, report=None):
    """Play a fault, go on as the user would, and say what does not hold."""
    fault(home, point, report)
    world.add(FEED, stories(400, 2))
    settle_down(world, home)
    return violations(world, home, Expected(BASELINE, TARGETS))


@pytest.mark.parametrize(
    ("fault", "point"),
    [
        pytest.param(copied, Point("copy", 2), id="while it is copied"),
        pytest.param(put_back, Point("rename", 1), id="before what was put back has its name"),
        pytest.param(migrated, Point("write", 2), id="in the middle of a migration"),
    ],
)
def test_a_kill_leaves_a_whole_archive_or_a_whole_copy(home, world, fault, point):
    assert trial(world, home, fault, point) == []
    assert any(f"{point} → -9" in line for line in home.log), "the point was not reached: choose an earlier one"


@pytest.mark.torture
@pytest.mark.timeout(14400)
@pytest.mark.parametrize("fault", [copied, put_back, migrated])
def test_a_kill_at_any_point_leaves_a_whole_archive_or_a_whole_copy(fresh_home, world, fault, tmp_path):
    report = tmp_path / "points.json"
    assert trial(world, fresh_home(), fault, Point("nothing", 0), report) == []
    points = [Point(kind, number) for kind, total in json.loads(report.read_text()).items() for number in range(1, total + 1)]
    assert points
    every = with_progress(fault.__name__, points)
    assert {str(point): found for point in every if (found := trial(world, fresh_home(), fault, point))} == {}


def test_an_archive_that_was_lost_an_hour_after_its_copy_loses_nothing_and_repeats_only_what_came_since(home, world):
    """What came after the copy comes again from the feeds; told again in the same order, it has the keys that its receivers know."""
    copy = home.place / "copy.db"
    home.run("backup", str(copy))
    world.add(FEED, stories(300, 1))
    settle_down(world, home)
    lose(home)
    home.run("restore", str(copy))
    settle_down(world, home)
    assert violations(world, home, Expected(BASELINE, TARGETS, kills=1)) == []
