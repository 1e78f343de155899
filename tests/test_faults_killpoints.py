"""The program killed at its n-th commit, write, connect, send and message, in every scenario; and the harness tried on planted bugs."""

import shutil
import subprocess
import sys

import pytest

from tests.faults.mutations import MUTATIONS, NO_FENCE, plant
from tests.faults.program import ROOT, Point, Zygote, environment
from tests.faults.progress import with_progress
from tests.faults.scenarios import POLL, SCENARIOS, Stage
from tests.faults.world import World

LARGE = {"fifty new stories": 7}  # of these, each so-many-th point
SHORT = [  # where it hurts most: before and after what is decided is written, and around the target's acceptance
    ("first start and first poll", Point("committed", 12)),
    ("migration", Point("write", 30)),
    ("one new story", Point("committed", 7)),
    ("one new story", Point("connect", 2)),
    ("one new story", Point("taken", 1)),
    ("refused", Point("commit", 24)),
    ("digest", Point("committed", 3)),
]


@pytest.fixture(scope="module")
def zygote():
    with Zygote() as ready:
        yield ready


@pytest.fixture(scope="module")
def stage(zygote, tmp_path_factory):
    with World() as world:
        yield Stage(tmp_path_factory.mktemp("stage"), zygote, world)


@pytest.mark.parametrize(("name", "point"), [pytest.param(name, point, id=f"{name}, {point}") for name, point in SHORT])
def test_a_kill_loses_nothing_and_repeats_nothing_without_a_reason(stage, name, point):
    assert stage.trial(SCENARIOS[name], point) == []
    assert stage.killed, "the point was not reached: choose an earlier one"


@pytest.mark.torture
@pytest.mark.timeout(14400)
@pytest.mark.parametrize("name", SCENARIOS)
def test_no_kill_at_any_point_loses_anything_or_repeats_it_without_a_reason(stage, name):
    counted = stage.count(SCENARIOS[name])
    if SCENARIOS[name].command == POLL and not SCENARIOS[name].fresh:
        counted |= {"message": 2, "taken": 2}
    points = [Point(kind, number) for kind, total in counted.items() for number in range(1, total + 1, LARGE.get(name, 1))]
    assert {str(point): found for point in with_progress(name, points) if (found := stage.trial(SCENARIOS[name], point))} == {}


@pytest.mark.parametrize("mutation", [*MUTATIONS, NO_FENCE], ids=lambda mutation: mutation.name)
def test_a_bug_to_be_planted_still_fits_the_code(mutation, tmp_path):
    assert plant(mutation, tmp_path / "copy").exists()


QUICK = ("a message is marked as sent before it is sent", "one row stands for all targets")


@pytest.mark.timeout(600)
@pytest.mark.parametrize(
    "mutation", [pytest.param(one, id=one.name, marks=[] if one.name in QUICK else [pytest.mark.torture]) for one in MUTATIONS]
)
def test_the_harness_finds_a_planted_bug(mutation, tmp_path):
    """A harness that finds nothing is worth something only if it would find something."""
    with Zygote(plant(mutation, tmp_path / "copy")) as zygote, World() as world:
        stage = Stage(tmp_path, zygote, world)
        found = (stage.trial(SCENARIOS[mutation.scenario], point) for point in mutation.points)
        assert any(line.startswith(mutation.falls) for lines in found for line in lines)


@pytest.mark.torture
def test_the_test_of_leases_finds_one_without_a_fence(tmp_path):
    copy = plant(NO_FENCE, tmp_path / "copy")
    shutil.copytree(ROOT / "tests", copy / "tests", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", copy)
    words = [sys.executable, "-m", "pytest", "-n", "0", "-p", "no:cacheprovider", "-k", "stalls", "tests/test_faults_storage.py"]
    done = subprocess.run(words, cwd=copy, env=environment() | {"PYTHONPATH": str(copy)}, capture_output=True, text=True, check=False)
    assert done.returncode == 1, done.stdout
    assert "1 failed" in done.stdout
