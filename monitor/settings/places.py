"""Where settings and seeds are looked for."""

from collections.abc import Mapping
from pathlib import Path

from monitor.errors import SettingsError

FILES = ("monitor.yaml", "feeds.yaml", "topic.yaml", "channels.yaml")
_PACKAGE = Path(__file__).resolve().parents[1]


def shipped(name: str) -> Path:
    """Find a folder that came with the program: beside the code in a wheel, else at the top of the repository."""
    packed = _PACKAGE / "_files" / name
    return packed if packed.is_dir() else _PACKAGE.parent / name


def config_folder(given: Path | None, environ: Mapping[str, str]) -> Path:
    """Find the folder of the settings: the one given, MONITOR_CONFIG, ./config, else the shipped one."""
    return own_folder(given, environ) or shipped("config")


def own_folder(given: Path | None, environ: Mapping[str, str]) -> Path | None:
    """Find the folder of the user's own settings; None where there is none."""
    named = given or (Path(environ["MONITOR_CONFIG"]) if environ.get("MONITOR_CONFIG") else None)
    if named is not None:
        return _checked(named)
    local = Path("config")
    return local if any((local / file).is_file() for file in FILES) else None


def _checked(folder: Path) -> Path:
    if folder.is_dir():
        return folder
    if folder.exists():
        raise SettingsError(f"{folder}: is a file; --config names the folder that holds {', '.join(FILES)}")
    raise SettingsError(f"{folder}: there is no such folder; `monitor init {folder}` writes one with editable settings")


def seeds_folder(config: Path) -> Path | None:
    """Find the seeds that belong to the settings: inside their folder, or beside it; None where there are none."""
    places = (config / "seeds", config.resolve().parent / "seeds")
    return next((place for place in places if place.is_dir()), None)
