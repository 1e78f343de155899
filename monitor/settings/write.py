"""Writes editable settings: copies of what is shipped, in a folder of the user's own."""

import re
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from zoneinfo import available_timezones

from monitor.errors import SettingsError
from monitor.settings.places import shipped

_UTC = frozenset({"UTC", "UCT", "GMT", "Zulu", "Universal", "Greenwich"})
PRIVATE = frozenset({"channels.yaml"})  # may hold secrets one day


def init(folder: Path, zone: str | None = None) -> list[Path]:
    """Write settings, schemas and seeds into a new or empty folder, and say which files; SettingsError for any other folder.

    `zone` is the time zone of the user, where it is known.
    """
    if folder.exists() and not folder.is_dir():
        raise SettingsError(f"{folder}: is a file; nothing was written. Name a new folder")
    if folder.is_dir() and any(folder.iterdir()):
        raise SettingsError(f"{folder}: is not empty; nothing was written. Name a new folder, and nothing of yours is lost")
    try:
        written = [_copy(source, folder / place) for source, place in _plan()]
        _set_zone(folder / "monitor.yaml", zone)
        return written
    except OSError as error:
        raise SettingsError(f"{folder}: cannot be written: {error.strerror or error}") from error


def zone_here(environ: Mapping[str, str], link: Path = Path("/etc/localtime")) -> str | None:
    """Say in which time zone this machine is; None where it is not told by name, or is UTC, which needs no setting."""
    told = environ.get("TZ", "").lstrip(":")
    if not told:
        try:
            told = str(link.readlink()).partition("zoneinfo/")[2]
        except OSError:
            return None
    return told if told in available_timezones() and told.rpartition("/")[2] not in _UTC else None


def _set_zone(file: Path, zone: str | None) -> None:
    if zone is not None:
        text = file.read_text(encoding="utf-8")
        file.write_text(re.sub(r"(?m)^# zone: UTC.*$", f"zone: {zone}    # as on this machine", text), encoding="utf-8")


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
