"""Writes editable settings: copies of what is shipped, in a folder of the user's own."""

import shutil
from collections.abc import Iterator
from pathlib import Path

from monitor.errors import SettingsError
from monitor.settings.places import shipped

PRIVATE = frozenset({"channels.yaml"})  # may hold secrets one day


def init(folder: Path) -> list[Path]:
    """Write settings, schemas and seeds into a new or empty folder, and say which files; SettingsError for any other folder."""
    if folder.exists() and not folder.is_dir():
        raise SettingsError(f"{folder}: is a file; nothing was written. Name a new folder")
    if folder.is_dir() and any(folder.iterdir()):
        raise SettingsError(f"{folder}: is not empty; nothing was written. Name a new folder, and nothing of yours is lost")
    try:
        return [_copy(source, folder / place) for source, place in _plan()]
    except OSError as error:
        raise SettingsError(f"{folder}: cannot be written: {error.strerror or error}") from error


def _plan() -> Iterator[tuple[Path, Path]]:
    """Name each shipped file, and where it goes."""
    config, seeds = shipped("config"), shipped("seeds")
    for source in sorted(config.rglob("*")):
        if source.is_file() and source.suffix in (".yaml", ".json"):
            yield source, source.relative_to(config)
    for source in sorted(seeds.glob("*")):
        if source.is_file() and source.suffix in (".yaml", ".md"):
            yield source, Path("seeds") / source.name


def _copy(source: Path, target: Path) -> Path:
    target.parent.mkdir(parents=True, exist_ok=True)
    target.touch(mode=0o600 if target.name in PRIVATE else 0o644)
    shutil.copyfile(source, target)
    return target
