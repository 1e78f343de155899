"""What editors and newcomers get: schemas that are fresh, examples that load, settings of one's own."""

import json
import re
import stat
from collections.abc import Iterator

import pytest
from pydantic import BaseModel

from monitor.errors import SettingsError
from monitor.settings import load
from monitor.settings.mistakes import models_in
from monitor.settings.places import FILES, shipped
from monitor.settings.schemas import MODELS, schemas, write_schemas
from monitor.settings.write import init, zone_here

SECRETS = ("DESK_MAIL", "TELEGRAM", "SLACK", "DISCORD", "MATRIX", "HOOK")


@pytest.mark.parametrize("name", list(MODELS))
def test_the_shipped_schema_is_the_one_that_the_models_make(name):
    written = (shipped("config") / "schemas" / f"{name}.schema.json").read_text(encoding="utf-8")
    assert written == schemas()[f"{name}.schema.json"], "run: python -m monitor.settings.schemas"


def test_schemas_are_written_where_they_are_wanted(tmp_path):
    assert [path.name for path in write_schemas(tmp_path / "schemas")] == [f"{name}.schema.json" for name in MODELS]
    assert json.loads((tmp_path / "schemas" / "feeds.schema.json").read_text())["additionalProperties"] is False


@pytest.mark.parametrize("name", FILES)
def test_each_shipped_file_names_its_schema(name):
    first = (shipped("config") / name).read_text(encoding="utf-8").splitlines()[0]
    assert first == f"# yaml-language-server: $schema=schemas/{name.removesuffix('.yaml')}.schema.json"


def all_models(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    yield model
    for field in model.model_fields.values():
        for inner in models_in(field.annotation):
            yield from all_models(inner)


@pytest.mark.parametrize("name", list(MODELS))
def test_every_setting_is_explained(name):
    unexplained = [
        f"{one.__name__}.{key}" for one in all_models(MODELS[name]) for key, field in one.model_fields.items() if not field.description
    ]
    assert unexplained == []


def keys_of(model: type[BaseModel]) -> set[str]:
    return {field.alias or key for one in all_models(model) for key, field in one.model_fields.items()}


@pytest.mark.parametrize("name", list(MODELS))
def test_every_setting_stands_in_the_shipped_file(name):
    text = (shipped("config") / f"{name}.yaml").read_text(encoding="utf-8")
    assert [key for key in sorted(keys_of(MODELS[name])) if not re.search(rf"\b{key}\b", text)] == []


def uncommented(text: str) -> str:
    """Bring every example to life: what looks like a setting behind a number sign."""
    return "".join(f"{found[1]}\n" for found in re.finditer(r"(?m)^# ?( *(?:- \{.*\}|[a-z_]+:(?: .*)?))$", text))


def test_every_example_in_the_shipped_files_loads(tmp_path):
    init(tmp_path / "config")
    config = tmp_path / "config"
    for name in ("monitor.yaml", "channels.yaml"):
        text = uncommented((config / name).read_text(encoding="utf-8"))
        one_database = re.sub(r"  url_env: ARCHIVE_URL.*\n  url_file: /run/secrets/archive_url.*\n|(?m:^backup:\n(  .*\n)+)", "", text)
        (config / name).write_text(one_database, encoding="utf-8")
    (config / "secrets").mkdir()
    (config / "secrets" / "ntfy").write_text("ntfys://ntfy.example.org/topic\n")

    loaded = load(config, None, dict.fromkeys(SECRETS, "json://127.0.0.1/"))
    assert [one.name for one in loaded.channels] == ["desk", "telegram", "slack", "discord", "matrix", "phone", "hook", "local"]
    assert loaded.delivery.fallback == "desk"
    assert len(loaded.delivery.routes) == 2
    assert [one.budget for one in loaded.delivery.channels[:2]] == [3, 20]
    assert loaded.database_url == "postgresql+psycopg://monitor@localhost/monitor"
    assert loaded.network.user_agent.endswith("; +desk@example.org)")


def test_the_examples_name_the_defaults(tmp_path):
    init(tmp_path / "config")
    plain = load(tmp_path / "config", None, {})
    text = uncommented((tmp_path / "config" / "monitor.yaml").read_text(encoding="utf-8"))
    kept = re.sub(r"(?m)^(database|backup):\n(  .*\n)+|^quiet_hours:\n(  .*\n)+|^push_budget.*\n|^  (contact|user_agent).*\n", "", text)
    (tmp_path / "config" / "monitor.yaml").write_text(kept, encoding="utf-8")
    assert "fastest: 1m" in kept
    assert load(tmp_path / "config", None, {}) == plain


# ── settings of one's own ─────────────────────────────────────────────────────


def test_settings_of_ones_own_load_like_those_shipped(tmp_path):
    written = init(tmp_path / "mine")
    assert {path.name for path in written} >= {*FILES, "storylines.yaml", "feeds.schema.json"}
    assert all(path.is_file() for path in written)
    mine, theirs = load(tmp_path / "mine", None, {}), load(shipped("config"), None, {})
    assert (mine.feeds, mine.topic, mine.dossiers, mine.seeds) == (theirs.feeds, theirs.topic, theirs.dossiers, theirs.seeds)
    assert mine.seeds_folder == tmp_path / "mine" / "seeds"


@pytest.mark.parametrize(
    ("environ", "link", "zone"),
    [
        pytest.param({"TZ": "Asia/Almaty"}, "Europe/Berlin", "Asia/Almaty", id="the environment says it"),
        pytest.param({}, "/usr/share/zoneinfo/Europe/Berlin", "Europe/Berlin", id="the machine says it"),
        pytest.param({"TZ": "Europe/London"}, "", "Europe/London", id="one that is UTC in winter"),
        pytest.param({"TZ": "UTC"}, "/usr/share/zoneinfo/Europe/Berlin", None, id="UTC is the default"),
        pytest.param({"TZ": "Mars/Olympus"}, "", None, id="one that is none"),
        pytest.param({}, "", None, id="nobody says it"),
    ],
)
def test_the_time_zone_is_not_asked_where_it_can_be_known(tmp_path, environ, link, zone):
    localtime = tmp_path / "localtime"
    if link:
        localtime.symlink_to(link)
    assert zone_here(environ, localtime) == zone


def test_the_known_time_zone_stands_in_the_new_settings(tmp_path):
    init(tmp_path / "mine", "Asia/Almaty")
    assert str(load(tmp_path / "mine", None, {}).delivery.zone) == "Asia/Almaty"


def test_the_file_for_channels_is_the_users_alone(tmp_path):
    init(tmp_path)
    assert stat.S_IMODE((tmp_path / "channels.yaml").stat().st_mode) == 0o600


def test_nothing_of_the_users_is_overwritten(tmp_path):
    (tmp_path / "feeds.yaml").write_text("mine")
    with pytest.raises(SettingsError, match="is not empty; nothing was written"):
        init(tmp_path)
    assert [(one.name, one.read_text()) for one in tmp_path.iterdir()] == [("feeds.yaml", "mine")]
    with pytest.raises(SettingsError, match="is a file; nothing was written"):
        init(tmp_path / "feeds.yaml")
