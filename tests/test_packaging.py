"""What is packed and how it is started: wheel, locks, declared packages, image and compose file."""

import ast
import json
import re
import sys
import tomllib
import zipfile
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner
from hatchling.builders.wheel import WheelBuilder

from monitor.cli import COMMANDS, cli
from monitor.settings.load import load
from monitor.settings.places import seeds_folder
from monitor.store import migrate, notes
from monitor.store.database import open_database
from monitor.wiring import utc_now

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
DOCKERFILE = (ROOT / "Dockerfile").read_text(encoding="utf-8")
COMPOSE = yaml.safe_load((ROOT / "docker-compose.yml").read_text(encoding="utf-8"))
SERVICES = COMPOSE["services"]
SERVICE = SERVICES["monitor"]
OURS = ("monitor", "web", "worker")

# Needed though nothing of ours imports them.
UNSEEN = {
    "lxml-html-clean",  # trafilatura's justext
    "tzdata",  # time zones where the system has none
    "psycopg",  # what SQLAlchemy speaks to PostgreSQL with
}
PARTS = {"pydantic-core": "pydantic", "markupsafe": "jinja2"}  # comes with the other, in the one version that fits
LINGUISTIC = {"ahocorasick", "Stemmer", "regex", "py3langid"}  # what domain/ may import beside the standard library


# ── packages ──────────────────────────────────────────────────────────────────


def foreign_imports(folder: Path) -> set[str]:
    """Name the foreign modules that the files below a folder import."""
    found: set[str] = set()
    for path in folder.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                found |= {alias.name.split(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                found.add(node.module.split(".")[0])
    scripts = [*folder.rglob("*.py"), *(ROOT / "benchmarks").glob("*.py")]
    beside = {path.stem for path in scripts} - set(packages_distributions())  # scripts are found by their bare names
    own = {"monitor", "tests", *beside}
    return found - set(sys.stdlib_module_names) - own


def plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", re.split(r"[\s<>=!~\[;]", name, maxsplit=1)[0]).lower()


def declared(*extras: str) -> set[str]:
    listed = list(PROJECT["project"]["dependencies"])
    for extra in extras:
        listed += PROJECT["project"]["optional-dependencies"][extra]
    return {plain(one) for one in listed} - {"monitor"}


def distributions(modules: set[str]) -> set[str]:
    owners = packages_distributions()
    return {PARTS.get(name, name) for name in (plain(owners[module][0]) for module in modules)}


def test_every_package_that_the_program_imports_is_declared_and_no_other():
    assert declared("postgres") - UNSEEN == distributions(foreign_imports(ROOT / "monitor"))


def test_every_package_that_the_tests_import_is_declared():
    used = distributions(foreign_imports(ROOT / "tests") | foreign_imports(ROOT / "benchmarks"))
    assert used <= declared("test", "dev", "lock")


def test_decisions_use_nothing_foreign_but_the_linguistic_packages():
    assert foreign_imports(ROOT / "monitor" / "domain") <= LINGUISTIC


# ── locks ─────────────────────────────────────────────────────────────────────


def locked(name: str) -> dict[str, str]:
    """Read a lock: package and version, each with at least one hash."""
    text = (ROOT / name).read_text(encoding="utf-8").replace("\\\n", " ")
    rows = [line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#")]
    assert [row for row in rows if "--hash=sha256:" not in row] == []
    return {plain(row): row.split("==")[1].split()[0] for row in rows}


@pytest.mark.parametrize(
    ("name", "extras"), [("requirements.lock", ("lock", "postgres")), ("requirements-dev.lock", ("lock", "test", "dev"))]
)
def test_every_declared_package_is_locked(name, extras):
    assert declared(*extras) - set(locked(name)) == set(), "run: make lock"


def test_tests_run_on_the_versions_that_are_installed_without_them():
    assert locked("requirements.lock").items() <= locked("requirements-dev.lock").items()


# ── wheel ─────────────────────────────────────────────────────────────────────


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    (built,) = WheelBuilder(str(ROOT)).build(directory=str(tmp_path_factory.mktemp("wheel")), versions=["standard"])
    return zipfile.ZipFile(built)


def test_the_wheel_holds_settings_seeds_demo_and_migrations(wheel):
    names = set(wheel.namelist())
    for folder in ("config", "seeds"):
        expected = {f"monitor/_files/{path.relative_to(ROOT)}" for path in (ROOT / folder).rglob("*") if path.is_file()}
        assert expected <= names
    for data in (ROOT / "monitor").rglob("*"):
        if data.is_file() and "__pycache__" not in data.parts and data.suffix != ".pyc":
            assert str(data.relative_to(ROOT)) in names


def test_the_wheel_holds_nothing_else(wheel):
    strangers = [name for name in wheel.namelist() if not re.match(r"monitor/|monitor-[\d.]+\.dist-info/", name)]
    assert strangers == []


# ── image and compose ─────────────────────────────────────────────────────────


def instructions(name: str) -> Iterator[str]:
    """Give what follows a word of the Dockerfile, line by line."""
    joined = re.sub(r"\\\n\s*", " ", DOCKERFILE)
    return (line.split(maxsplit=1)[1] for line in joined.splitlines() if line.split(maxsplit=1)[:1] == [name])


def test_the_image_runs_as_the_user_that_compose_names_and_that_user_owns_the_archive():
    (user,) = instructions("USER")
    assert {SERVICES[name]["user"] for name in OURS} == {user}
    number, group = user.split(":")
    making = " ".join(instructions("RUN"))
    assert f"--uid {number} --gid {group}" in making
    assert "chown monitor:monitor /data" in making
    assert number != "0"


def test_what_the_image_copies_is_let_through_and_exists():
    ignored = (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
    for line in instructions("COPY"):
        if not line.startswith("--from"):
            for source in line.split()[:-1]:
                assert (ROOT / source.rstrip("/")).exists()
                assert f"!{source.rstrip('/')}" in ignored


@pytest.mark.parametrize(
    ("name", "archive"),
    [("monitor", ["archive:/data"]), ("web", []), ("worker", []), ("postgres", ["database:/var/lib/postgresql"])],
)
def test_a_container_has_no_privileges_and_can_write_into_its_archive_only(name, archive):
    service = SERVICES[name]
    assert service["user"].split(":")[0] not in ("0", "root")
    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]
    assert service["security_opt"] == ["no-new-privileges:true"]
    assert [volume for volume in service.get("volumes", []) if not volume.endswith(":ro")] == archive
    assert "MONITOR_DATA=/data" in DOCKERFILE


def test_one_container_is_the_default_and_the_others_are_for_scale():
    assert {name: service.get("profiles") for name, service in SERVICES.items()} == {
        "monitor": None,
        "web": ["scale"],
        "worker": ["scale"],
        "postgres": ["scale"],
    }


@pytest.mark.parametrize("name", ["web", "worker"])
def test_what_scales_waits_for_a_healthy_database_and_reads_its_address_from_a_file(name, tmp_path):
    service = SERVICES[name]
    assert service["depends_on"] == {"postgres": {"condition": "service_healthy"}}
    assert "pg_isready" in SERVICES["postgres"]["healthcheck"]["test"]
    assert service["environment"]["MONITOR_DATABASE_URL_FILE"] == f"/run/secrets/{service['secrets'][0]}"
    assert service["command"][0] in COMMANDS
    held = tmp_path / "database_url"
    held.write_text("postgresql://monitor:secret@postgres/monitor\n")
    settings = load(None, tmp_path, {"MONITOR_DATABASE_URL_FILE": str(held)})
    assert settings.database_url == "postgresql://monitor:secret@postgres/monitor"


def test_a_worker_is_given_no_settings_and_who_has_them_publishes_them():
    assert "volumes" not in SERVICES["worker"]
    assert set(SERVICES["worker"]["environment"]) == {"MONITOR_DATABASE_URL_FILE"}
    assert [volume.split(":")[0] for volume in SERVICES["web"]["volumes"]] == ["./config", "./seeds"]


def test_secrets_are_files_and_the_database_is_reached_from_inside_only():
    assert all(set(secret) == {"file"} for secret in COMPOSE["secrets"].values())
    assert {name for service in SERVICES.values() for name in service.get("secrets", ())} == set(COMPOSE["secrets"])
    assert SERVICES["postgres"]["networks"] == ["inside"]
    assert "ports" not in SERVICES["postgres"]
    assert COMPOSE["networks"]["inside"] == {"internal": True}
    assert "/secrets/" in (ROOT / ".gitignore").read_text().splitlines()


def test_the_seeds_that_compose_mounts_are_found_from_the_settings_that_it_mounts(tmp_path):
    mounted = dict(volume.split(":")[:2] for volume in SERVICE["volumes"])
    assert SERVICE["environment"]["MONITOR_CONFIG"] == mounted["./config"]
    config, seeds = (tmp_path / mounted[name].strip("/") for name in ("./config", "./seeds"))
    config.mkdir(parents=True)
    seeds.mkdir()
    assert seeds_folder(config) == seeds


def test_the_container_stops_later_than_the_daemon_needs():
    assert all(int(SERVICES[name]["stop_grace_period"].rstrip("s")) > 10 for name in OURS)


def test_the_health_check_tells_a_living_daemon_from_a_dead_one(tmp_path):
    (check,) = instructions("HEALTHCHECK")
    command = json.loads(check[check.index("CMD") + 3 :])
    assert command[0] == PROJECT["project"]["scripts"]["monitor"].split(".")[0]
    flags = ["--data", str(tmp_path)]
    assert CliRunner().invoke(cli, [*flags, *command[1:]]).exit_code == 1

    db = open_database(f"sqlite:///{tmp_path / 'monitor.db'}")
    migrate.upgrade(db)
    with db.begin() as tx:
        notes.write(tx, "pulse", {"at": utc_now().isoformat()}, utc_now())
    db.dispose()
    assert CliRunner().invoke(cli, [*flags, *command[1:]]).exit_code == 0
