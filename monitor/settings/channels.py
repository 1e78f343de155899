"""channels.yaml: named places that messages go to."""

import os
import stat
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, model_validator

from monitor.domain.alerts.channel import TERMINAL, Channel
from monitor.errors import SettingsError
from monitor.settings.main import MainFile
from monitor.settings.routes import RouteEntry
from monitor.settings.secret import Secret
from monitor.settings.times import QuietSection, quiet_from, schedules_from
from monitor.settings.values import (
    Cron,
    Crons,
    Language,
    Name,
    SecretAddress,
    SecretFile,
    Section,
    Variable,
    WebAddress,
    Within,
    Zone,
    check_web_address,
    near,
)

_PROGRAMS = ("json", "xml", "form")
LARGEST_BURST = 10_000  # pushes, as good as no limit
LONGEST_SECRET = 4_000  # bytes of a file that holds one


def _check_address(value: str) -> str:
    scheme, found, rest = value.partition("://")
    if not found or not rest or not scheme.replace("+", "").replace("-", "").isalnum():
        raise ValueError("is no address of a channel; write one such as json://host/path or mailto://…, as Apprise has them")
    return value


class ChannelEntry(Section):
    """A place that messages go to: its address, and which messages it takes."""

    url: Annotated[SecretAddress, AfterValidator(_check_address)] | None = Field(
        default=None, description="Its Apprise address, where there is no secret in it, such as json://127.0.0.1:8001/hook."
    )
    url_env: Variable | None = Field(
        default=None, description="The environment variable that holds the address; NAME_FILE may name a file instead."
    )
    url_file: SecretFile | None = Field(
        default=None, description="The file that holds the address; a relative path begins at the settings folder."
    )
    levels: list[Literal["push", "digest"]] = Field(
        default=["push", "digest"], min_length=1, description="What it takes: push (at once), digest (on schedule). Default: both."
    )

    language: Literal["en", "ru", "kk"] = Field(
        default="en", description="The language of the fixed words in its messages; quotes stay in their own."
    )
    zone: Zone | None = Field(default=None, description="Its time zone. Default: that of monitor.yaml.")
    format: Literal["auto", "text", "short"] = Field(
        default="auto", description="auto: what suits the service; text: plain text alone; short: the fact and its link, for small screens."
    )
    quiet_hours: QuietSection | None = Field(default=None, description="When no push goes there. Default: as in monitor.yaml.")
    push_budget: int | None = Field(
        default=None, ge=1, le=10_000, description="Pushes a day; the rest goes to its digest. Default: as in monitor.yaml."
    )
    burst: int | None = Field(
        default=None,
        ge=1,
        le=LARGEST_BURST,
        description="Pushes that come singly within ten minutes; the rest together. Default: as in monitor.yaml; web-hooks: no limit.",
    )
    digest: Crons | None = Field(
        default=None, description="Its digests, as cron schedules by its clock, such as 0 15 * * fri. Default: as in monitor.yaml."
    )
    languages: list[Language] = Field(default=[], description="Languages of the articles whose alerts it takes. Default: all.")

    @model_validator(mode="after")
    def _is_said_once(self) -> "ChannelEntry":
        if sum(one is not None for one in (self.url, self.url_env, self.url_file)) != 1:
            raise ValueError("must have exactly one of url, url_env and url_file")
        if self.digest == [] and self.levels == ["digest"]:
            raise ValueError("takes digests alone and has no digest, so it would get nothing; give it a schedule, or levels: [push]")
        return self


class ChannelsFile(Section):
    """channels.yaml: without any channel, alerts go to the terminal and the log."""

    channels: dict[Name, ChannelEntry] = Field(default={}, description="Each channel under its name.")
    routes: list[RouteEntry] = Field(
        default=[], description="Which alerts go to which channels. A channel that no route names takes everything."
    )
    fallback: Name | None = Field(
        default=None,
        description="The channel for messages that were given up, and for alerts that no route leads anywhere. Default: the terminal.",
    )
    operations: Name | None = Field(
        default=None, description="The channel that hears of the monitor's own troubles. Default: the fallback."
    )
    pages: WebAddress | None = Field(
        default=None,
        description="The address under which readers reach the page (see `web`): messages then lead to it.",
    )
    feedback: Annotated[timedelta, Within(timedelta(hours=1), timedelta(days=90))] | None = Field(
        default=None,
        description="How long readers may answer from a message, once and without login, such as 14d. Needs `pages`.",
    )
    heartbeat: Cron | None = Field(
        default=None, description="When it hears that the monitor lives, as a cron schedule such as 0 8 * * *. Default: never."
    )
    ping: WebAddress | None = Field(
        default=None, description="An address that is asked as long as all is well, for a watcher outside that misses it when it stops."
    )
    ping_env: Variable | None = Field(default=None, description="The environment variable that holds it, where it is a secret.")
    ping_file: SecretFile | None = Field(default=None, description="The file that holds it.")
    ping_every: Annotated[timedelta, Within(timedelta(seconds=30), timedelta(days=1))] = Field(
        default=timedelta(minutes=5), description="How often it is asked."
    )

    @model_validator(mode="after")
    def _names_are_known(self) -> "ChannelsFile":
        if TERMINAL in self.channels:
            raise ValueError(f"{TERMINAL} is the name of the built-in channel; choose another")
        known = [*self.channels, TERMINAL]
        if sum(one is not None for one in (self.ping, self.ping_env, self.ping_file)) > 1:
            raise ValueError("must have at most one of ping, ping_env and ping_file")
        if self.feedback is not None and self.pages is None:
            raise ValueError("feedback: needs pages, the address under which readers reach the page")
        for key, name in self._named():
            if name not in known:
                raise ValueError(f"{key}: {name} is not among the channels{near(name, known)}")
        return self

    def _named(self) -> Iterator[tuple[str, str]]:
        yield from ((key, name) for key, name in (("fallback", self.fallback), ("operations", self.operations)) if name is not None)


@dataclass(frozen=True, slots=True)
class ChannelSettings:
    """A channel with its address, which must not be seen."""

    name: str
    url: Secret
    levels: frozenset[str] = frozenset({"push", "digest"})


@dataclass(frozen=True, slots=True)
class PingSettings:
    """An address that is asked as long as all is well, and how often."""

    url: Secret
    every: timedelta


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Where secrets may come from."""

    folder: Path
    environ: Mapping[str, str]


def channel_from(name: str, entry: ChannelEntry, around: Surroundings) -> ChannelSettings:
    """Make plain values of an entry; SettingsError where its secret is not to be had."""
    url = entry.url or secret_from(entry.url_env, entry.url_file, around)
    try:
        _check_address(url)
    except ValueError as error:
        raise SettingsError(f"what {entry.url_env or entry.url_file} holds {error}") from None
    return ChannelSettings(name, Secret(url), frozenset(entry.levels))


def common_channel(own: MainFile) -> Channel:
    """Say how messages go out as long as no channel says otherwise."""
    return Channel(TERMINAL, zone=own.zone, quiet=quiet_from(own.quiet_hours), budget=own.push_budget, digests=schedules_from(own.digest))


def is_for_programs(address: str) -> bool:
    """Say whether a web-hook has the address: no service's key stands in it, and a program that reads it is not drowned by many."""
    return address.partition("://")[0].lower().rstrip("s") in _PROGRAMS


def plain_channel(name: str, entry: ChannelEntry, own: MainFile, url: Secret | None) -> Channel:
    """Say how messages go to a channel, whose address others may have: what it leaves open is as for all."""
    for_programs = url is not None and is_for_programs(url.reveal())
    return replace(
        common_channel(own),
        name=name,
        levels=frozenset(entry.levels),
        language=entry.language,
        zone=entry.zone or own.zone,
        format=entry.format,
        quiet=quiet_from(entry.quiet_hours or own.quiet_hours),
        budget=entry.push_budget or own.push_budget,
        burst=entry.burst or (None if for_programs else own.burst),
        digests=tuple(entry.digest) if entry.digest is not None else schedules_from(own.digest),
        languages=frozenset(entry.languages),
    )


def ping_from(file: ChannelsFile, around: Surroundings) -> PingSettings | None:
    """Make plain values of the ping; SettingsError where its secret is not to be had."""
    if not (file.ping or file.ping_env or file.ping_file):
        return None
    url = file.ping or secret_from(file.ping_env, file.ping_file, around)
    try:
        check_web_address(url)
    except ValueError as error:
        raise SettingsError(f"what {file.ping_env or file.ping_file} holds {error}") from None
    return PingSettings(Secret(url), file.ping_every)


def secret_from(variable: str | None, file: str | None, around: Surroundings) -> str:
    """Fetch a secret from an environment variable, from the file that NAME_FILE names, or from a file."""
    if variable:
        if around.environ.get(variable):
            return around.environ[variable].strip()
        file = around.environ.get(f"{variable}_FILE")
        if not file:
            raise SettingsError(f"the environment variable {variable} is not set, and neither is {variable}_FILE")
    return _read_secret(around.folder / (file or ""))


def _read_secret(path: Path) -> str:
    try:
        with path.open("rb") as stream:
            text = stream.read(LONGEST_SECRET + 1).decode("utf-8").strip()
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8 text"
        raise SettingsError(f"the file {path} cannot be read: {reason}") from None
    if not text or len(text) > LONGEST_SECRET or not text.isprintable():
        raise SettingsError(f"the file {path} must hold one line with the address and nothing else")
    return text


def warn_of_readers(file: Path, shown: str, entries: Mapping[str, ChannelEntry], around: Surroundings) -> Iterator[str]:
    """Name the files with addresses of channels that other users of this machine can read."""
    literal = [name for name, entry in entries.items() if entry.url]
    if literal and (mode := open_to_others(file)):
        what = "the addresses of channels " if len(literal) > 1 else "the address of channel "
        yield (
            f"{shown}: other users of this machine can read it (mode {mode:o}), and it holds {what}{', '.join(literal)}; "
            f"chmod 600 {shown}, or use url_env or url_file"
        )
    for name, entry in entries.items():
        if entry.url_file and (mode := open_to_others(around.folder / entry.url_file)):
            yield f"{shown}: channels.{name}.url_file: other users of this machine can read {entry.url_file} (mode {mode:o}); chmod 600 it"


def open_to_others(path: Path) -> int:
    """Give the mode of a file that group or others may read, else 0."""
    try:
        mode = stat.S_IMODE(path.stat().st_mode)
    except OSError:
        return 0
    return mode if os.name == "posix" and mode & 0o044 else 0
