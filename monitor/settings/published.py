"""Settings for machines that have none of their own: the files as documents, without what belongs to one machine or may be a secret.

What stands in the database is read by whoever reads a dump of it. So a channel's address is left out wherever a secret may stand in it: it
goes by the variable or file that holds it, which a worker may have or not.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from urllib.parse import urlsplit

from monitor.domain.feeds.address import mask_url
from monitor.settings.channels import LARGEST_BURST, is_for_programs
from monitor.settings.load import Settings, load
from monitor.settings.places import seeds_folder
from monitor.settings.yaml import read

Documents = dict[str, Any]  # file → what stands in it, or its text

_OF_ONE_MACHINE = {"monitor.yaml": ("database", "data", "web"), "feeds.yaml": (), "topic.yaml": (), "channels.yaml": ()}
_GAZETTEER = "gazetteer.yaml"
_LONG = re.compile(r"[\w-]{16,}|\d{6,}")  # parts of a path that nobody would guess


def documents_of(settings: Settings) -> Documents:
    """Read what workers elsewhere need once more from the folder that settings came from."""
    config = settings.config
    told: Documents = {
        name: {key: value for key, value in (read(config / name).data or {}).items() if key not in left_out}
        for name, left_out in _OF_ONE_MACHINE.items()
        if (config / name).exists()
    }
    if "channels.yaml" in told:
        told["channels.yaml"] = _without_secrets(told["channels.yaml"], settings)
    if gazetteer := told["topic.yaml"].get("gazetteer"):
        told[_GAZETTEER] = (config / gazetteer).read_text(encoding="utf-8")
        told["topic.yaml"]["gazetteer"] = _GAZETTEER
    if seeds := seeds_folder(config):
        listed = [*sorted(seeds.glob("*.md")), *seeds.glob("storylines.yaml")]
        told |= {f"seeds/{file.name}": file.read_text(encoding="utf-8") for file in listed}
    return told


def kept_back(documents: Documents) -> Mapping[str, str]:
    """Say which channels are published without their address, and by which variable or file each may be given to a worker."""
    channels = documents.get("channels.yaml", {}).get("channels") or {}
    return {name: entry.get("url_env") or entry["url_file"] for name, entry in channels.items() if "url" not in entry}


def load_published(number: int, documents: Documents, data: Path | None, environ: Mapping[str, str]) -> Settings:
    """Load settings that were published; a channel whose address is not to be had here is left to those who have it."""
    with TemporaryDirectory(prefix="monitor-settings-") as folder:  # mode 0700
        for name, told in documents.items():
            file = Path(folder, *(["seeds"] if name.startswith("seeds/") else []), Path(name).name)
            file.parent.mkdir(exist_ok=True)
            file.touch(mode=0o600)
            file.write_text(told if isinstance(told, str) else json.dumps(told, ensure_ascii=False), encoding="utf-8")
        return replace(load(Path(folder), data, environ, elsewhere=True), number=number)


def _without_secrets(file: dict[str, Any], settings: Settings) -> dict[str, Any]:
    channels = {name: _by_reference(name, entry, settings) for name, entry in (file.get("channels") or {}).items()}
    ping = file.get("ping")
    kept = {key: value for key, value in file.items() if key != "ping" or _is_open(value)}
    return kept | {"channels": channels} | ({"ping_env": "MONITOR_PING"} if ping and "ping" not in kept else {})


def _by_reference(name: str, entry: dict[str, Any], settings: Settings) -> dict[str, Any]:
    # In the address of any service but a web-hook stands its key.
    if entry.get("url") and is_for_programs(entry["url"]) and _is_open(entry["url"]):
        return entry
    if settings.delivery.channel(name).burst is None:  # who lacks the address cannot see that it is a program's
        entry = {**entry, "burst": LARGEST_BURST}
    if "url" not in entry:
        return entry
    variable = "MONITOR_CHANNEL_" + re.sub(r"\W", "_", name, flags=re.ASCII).upper()
    return {key: value for key, value in entry.items() if key != "url"} | {"url_env": variable}


def _is_open(url: str) -> bool:
    """Say whether no secret can stand in an address: no login, no query, and nothing in its path that nobody would guess."""
    parts = urlsplit(url)
    return mask_url(url) == url and "@" not in parts.netloc and not parts.query and not _LONG.search(parts.path)
