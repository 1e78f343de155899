"""Write the demo's settings: its feeds on loopback, its two channels, and for all else what is shipped."""

import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

import yaml

from monitor.demo.press import LIST_FIELDS
from monitor.demo.server import Web
from monitor.demo.week import Outlet, outlets
from monitor.domain.feeds.feed import FeedKind, FeedSettings, Texts, Trust
from monitor.errors import SettingsError
from monitor.settings.write import init

MARK = "THIS-IS-THE-DEMO.txt"
NOTE = "Everything in this folder was made by `monitor demo` and is replaced when it runs again. The news in it is invented.\n"
EVERY = timedelta(minutes=15)

KINDS = {"json": FeedKind.JSON, "sitemap": FeedKind.SITEMAP}
TEXTS: Mapping[str, Texts] = {"rss-full": "full", "sitemap": "title"}


@dataclass(frozen=True, slots=True)
class Ports:
    """Where the demo's alerts are received."""

    mail: int
    hook: int


def feed_settings(outlet: Outlet, web: Web) -> FeedSettings:
    """Say about an outlet's feed what a careful user would."""
    trust: Trust = outlet.trust  # type: ignore[assignment]  # the texts' own file says one of these words; a test looks
    return FeedSettings(
        url=web.feed_url(outlet),
        name=outlet.id,
        publisher=outlet.publisher,
        kind=KINDS.get(outlet.flavour, FeedKind.FEED),
        every=EVERY,
        language=outlet.language,
        country=outlet.country,
        trust=trust,
        text=TEXTS.get(outlet.flavour, "summary"),
        fields=LIST_FIELDS if outlet.flavour == "json" else {},
    )


def make_folder(folder: Path) -> None:
    """Make the demo's folder, empty; what an earlier demo left is thrown away, what anybody else left is not."""
    if folder.exists() and any(folder.iterdir()) and not (folder / MARK).is_file():
        raise SettingsError(f"{folder}: holds files that no demo made; name another folder, as in: monitor demo --data demo")
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    (folder / MARK).write_text(NOTE, encoding="utf-8")


def write_settings(folder: Path, web: Web, ports: Ports) -> Path:
    """Write the demo's settings into its folder, and say where they lie."""
    config = folder / "config"
    init(config)  # the shipped topic, seeds and all else
    _write(config / "monitor.yaml", {"network": {"allow_addresses": ["127.0.0.1/32"]}, "pace": {"gap": "0s", "per_host": 4}})
    _write(config / "feeds.yaml", {"feeds": [_feed_row(feed_settings(outlet, web)) for outlet in outlets().values()]})
    _write(
        config / "channels.yaml",
        {
            "channels": {
                "desk": {"url": f"mailto://127.0.0.1:{ports.mail}/?from=monitor@demo.invalid&to=desk@demo.invalid"},
                "archive-hook": {"url": f"json://127.0.0.1:{ports.hook}/alerts"},
            }
        },
    )
    return config


def _feed_row(feed: FeedSettings) -> dict[str, Any]:
    """Write a feed as a user would: only what differs from the defaults."""
    row: dict[str, Any] = {"url": feed.url, "name": feed.name, "publisher": feed.publisher, "every": "15m", "trust": feed.trust}
    if feed.kind is not FeedKind.FEED:
        row["kind"] = feed.kind.value
    if feed.text != "summary":
        row["text"] = feed.text
    optional = {"language": feed.language, "country": feed.country, "fields": dict(feed.fields)}
    return row | {name: value for name, value in optional.items() if value}


def _write(path: Path, content: Mapping[str, Any]) -> None:
    path.write_text(yaml.safe_dump(dict(content), allow_unicode=True, sort_keys=False), encoding="utf-8")
