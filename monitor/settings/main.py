"""monitor.yaml: where things lie, how fast the monitor works, when it may disturb where a channel says nothing else."""

from dataclasses import dataclass, field
from datetime import timedelta
from ipaddress import IPv4Network, IPv6Network
from pathlib import Path
from typing import Annotated, Literal
from zoneinfo import ZoneInfo

from pydantic import Field, model_validator

from monitor import __version__
from monitor.domain.alerts.channel import UPDATE_WITHIN
from monitor.settings.listen import Listen, PasswordHash, is_loopback, split_listen
from monitor.settings.times import DigestSection, QuietSection
from monitor.settings.values import Clock, Line, Network, Proxy, SecretAddress, SecretFile, Section, Variable, Within, Zone

SECOND, MINUTE, HOUR, DAY = timedelta(seconds=1), timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
KEEP_TEXTS = 400 * DAY


class DatabaseSection(Section):
    """Which database holds the archive."""

    url: SecretAddress | None = Field(default=None, description="Its SQLAlchemy address, such as postgresql+psycopg://monitor@db/monitor.")
    url_env: Variable | None = Field(
        default=None, description="The environment variable that holds the address, where a password is in it."
    )
    url_file: SecretFile | None = Field(default=None, description="The file that holds the address, where a password is in it.")

    @model_validator(mode="after")
    def _is_said_once(self) -> "DatabaseSection":
        if sum(one is not None for one in (self.url, self.url_env, self.url_file)) != 1:
            raise ValueError("must have exactly one of url, url_env and url_file")
        return self


class BackupSection(Section):
    """A copy of the archive each day, made by the daemon and read through; SQLite only."""

    at: Clock = Field(default="03:30", validate_default=True, description="The time of day, by the clock of `zone`.")
    keep: int = Field(default=7, ge=1, le=1000, description="How many of these copies stay, the newest.")
    folder: Line | None = Field(
        default=None,
        description="Where they go, better on another disk; a relative path begins at the data folder. Default: backups there.",
    )


class LogSection(Section):
    """What is logged, to standard error."""

    level: Literal["debug", "info", "warning", "error"] = Field(default="info", description="How much is logged.")
    format: Literal["text", "json"] = Field(default="text", description="Lines for people, or one JSON object a line for machines.")


class NetworkSection(Section):
    """How the monitor appears to the web, and which addresses of your own network it may reach."""

    allow_addresses: list[Network] = Field(
        default=[], description="Private or loopback addresses and ranges that feeds and pages may lie on; all such are refused otherwise."
    )
    user_agent: Line | None = Field(default=None, description="What the monitor calls itself; a feed may have its own.")
    contact: Line | None = Field(default=None, description="A mail or web address that publishers can write to; added to the user agent.")
    proxy: Proxy = Field(
        default="none", description="A proxy for all feeds and pages, such as http://127.0.0.1:3128; a feed may have its own."
    )


class PaceSection(Section):
    """How fast the web is asked."""

    per_host: int = Field(default=2, ge=1, le=20, description="Requests to one host at the same time.")
    gap: Annotated[timedelta, Within(timedelta(0), MINUTE)] = Field(
        default=SECOND, description="The least time between the starts of two requests to one host."
    )
    at_once: int = Field(default=32, ge=1, le=500, description="Requests at the same time in all.")
    connect: Annotated[timedelta, Within(SECOND, 2 * MINUTE)] = Field(
        default=10 * SECOND, description="How long a connection may take to be made."
    )
    total: Annotated[timedelta, Within(SECOND, 10 * MINUTE)] = Field(default=30 * SECOND, description="How long a request may take in all.")
    fastest: Annotated[timedelta, Within(SECOND, DAY)] = Field(
        default=MINUTE, description="A busy feed is asked more often than `every` says, never more often than this."
    )


class WebSection(Section):
    """The page for reading and correcting the archive."""

    enabled: bool = Field(default=True, description="false: `monitor run` serves no page; `monitor web` still does.")
    listen: Listen = Field(
        default="127.0.0.1:8787", description="Address and port it is served on. Another address than loopback needs a password."
    )
    hosts: list[Line] = Field(default=[], description="Names, beside loopback and bare addresses, under which browsers reach it.")
    trusted_proxies: list[Line] = Field(
        default=[], description="Addresses of reverse proxies whose word on a visitor's address and on HTTPS is taken."
    )
    password_hash: PasswordHash | None = Field(default=None, description="Made by `monitor web --make-password`.")
    password_hash_env: Variable | None = Field(default=None, description="The environment variable that holds it.")
    password_hash_file: SecretFile | None = Field(default=None, description="The file that holds it.")

    @model_validator(mode="after")
    def _is_said_once(self) -> "WebSection":
        said = sum(one is not None for one in (self.password_hash, self.password_hash_env, self.password_hash_file))
        if said > 1:
            raise ValueError("must have at most one of password_hash, password_hash_env and password_hash_file")
        if not said and not is_loopback(self.listen):
            raise ValueError(
                f"listen: {self.listen} can be reached by others, so a password is needed; make one with `monitor web --make-password`"
            )
        return self


class MainFile(Section):
    """monitor.yaml: every setting may be left out."""

    database: DatabaseSection | None = Field(default=None, description="Default: an SQLite file in the data folder.")
    data: Line | None = Field(default=None, description="The folder of the archive; --data and MONITOR_DATA go before it. Default: ./data")
    backup: BackupSection | None = Field(
        default=None, description="A copy of the archive each day, made by the daemon and read through. Default: none is made."
    )
    log: LogSection = Field(default=LogSection(), description="What is logged.")
    network: NetworkSection = Field(default=NetworkSection(), description="How the web sees us, and what of your network may be reached.")
    pace: PaceSection = Field(default=PaceSection(), description="How fast the web is asked.")
    workers: int = Field(default=2, ge=1, le=64, description="Child processes that parse feeds and read pages.")
    lease: Annotated[timedelta, Within(SECOND, 10 * MINUTE)] = Field(
        default=10 * SECOND, description="With several machines: how long a worker may be silent before others take over its work."
    )
    zone: Zone = Field(
        default=ZoneInfo("UTC"),
        description="Your time zone; a channel may have its own. Quiet hours, digests and push budget go by its clock.",
    )
    quiet_hours: QuietSection | None = Field(default=None, description="When no push goes out; a channel may have its own. Default: never.")
    push_budget: int | None = Field(
        default=None,
        ge=1,
        le=10_000,
        description="Pushes a day to one channel, which may have its own; the rest goes to its digest. Default: no limit.",
    )
    burst: int = Field(
        default=20,
        ge=1,
        le=10_000,
        description="Pushes that come singly to one channel within ten minutes, or while it takes none; the rest comes together, a "
        "message a minute. A channel may have its own. Web-hooks for programs (json, xml, form) get each singly, unless they have.",
    )
    digest: DigestSection = Field(default=DigestSection(), description="When digests go out; a channel may have schedules of its own.")
    update_within: Annotated[timedelta, Within(timedelta(0), 7 * DAY)] = Field(
        default=UPDATE_WITHIN, description="How long a further fact of a development that was pushed goes to the digest, not out at once."
    )
    give_up_after: Annotated[timedelta, Within(HOUR, 60 * DAY)] = Field(
        default=7 * DAY, description="How long a message that its target refuses is tried again."
    )
    keep_texts: Annotated[timedelta | None, Within(30 * DAY, 3650 * DAY, endless="forever")] = Field(
        default=KEEP_TEXTS,
        description="How long the texts of articles are kept; or forever. Titles, hashes, facts, quotes and decisions always are,"
        " and the texts of seeds and of articles that told a development.",
    )
    web: WebSection = Field(default=WebSection(), description="The page for reading and correcting the archive.")
    instance: Line = Field(
        default="monitor.local",
        pattern=r"^[A-Za-z0-9.-]+$",
        description="Stands in the ids of mails. Give two monitors that write to one mailbox different names, and then leave them.",
    )


# ── plain values for the other floors ─────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class LogSettings:
    """What is logged."""

    level: str = "info"
    format: str = "text"


@dataclass(frozen=True, slots=True)
class BackupSettings:
    """When the archive is copied, and where to."""

    schedule: str
    folder: Path
    keep: int


@dataclass(frozen=True, slots=True)
class NetworkSettings:
    """How the web sees us, and what of the own network may be reached."""

    allow_addresses: tuple[IPv4Network | IPv6Network, ...] = ()
    user_agent: str = f"Mozilla/5.0 (compatible; monitor/{__version__})"
    proxy: str | None = None


@dataclass(frozen=True, slots=True)
class PaceSettings:
    """How fast the web is asked."""

    per_host: int = 2
    gap: timedelta = SECOND
    at_once: int = 32
    connect: timedelta = 10 * SECOND
    total: timedelta = 30 * SECOND
    fastest: timedelta = MINUTE


@dataclass(frozen=True, slots=True)
class WebSettings:
    """Where the page is served, and who may see it."""

    enabled: bool = True
    host: str = "127.0.0.1"
    port: int = 8787
    hosts: tuple[str, ...] = ()
    trusted_proxies: tuple[str, ...] = ()
    password_hash: str | None = field(default=None, repr=False)  # None: whoever reaches it may read and correct


def web_from(section: WebSection, password_hash: str | None) -> WebSettings:
    """Make plain values of the section; the hash may have been fetched from elsewhere."""
    host, port = split_listen(section.listen)
    return WebSettings(section.enabled, host, port, tuple(section.hosts), tuple(section.trusted_proxies), password_hash)


def backup_from(section: BackupSection | None, data: Path) -> BackupSettings | None:
    """Make plain values of the section."""
    if section is None:
        return None
    return BackupSettings(f"{section.at.minute} {section.at.hour} * * *", data / (section.folder or "backups"), section.keep)


def network_from(section: NetworkSection) -> NetworkSettings:
    """Make plain values of the section; a contact becomes part of the user agent."""
    plain = section.user_agent or NetworkSettings().user_agent
    agent = f"{plain.removesuffix(')')}; +{section.contact})" if section.contact and plain.endswith(")") else plain
    agent = f"{plain} (+{section.contact})" if section.contact and not plain.endswith(")") else agent
    return NetworkSettings(tuple(section.allow_addresses), agent, None if section.proxy == "none" else section.proxy)


def pace_from(section: PaceSection) -> PaceSettings:
    """Make plain values of the section."""
    return PaceSettings(section.per_host, section.gap, section.at_once, section.connect, section.total, section.fastest)
