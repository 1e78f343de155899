"""Loads all settings at once, and names all mistakes of all files at once."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path
from typing import TypeVar

from monitor.domain.alerts.channel import TERMINAL, UNNAMED, DeliveryRules
from monitor.domain.articles.seed import Seed
from monitor.domain.feeds.feed import FeedSettings
from monitor.domain.judging.storyline import Dossier
from monitor.domain.matching.gazetteer import TopicDefinition
from monitor.errors import SettingsError
from monitor.settings import main, topic
from monitor.settings.channels import (
    ChannelSettings,
    ChannelsFile,
    PingSettings,
    Surroundings,
    channel_from,
    common_channel,
    open_to_others,
    ping_from,
    plain_channel,
    secret_from,
    warn_of_readers,
)
from monitor.settings.feeds import FeedsFile, feeds_from, find_doubles
from monitor.settings.main import SECOND, BackupSettings, LogSettings, MainFile, NetworkSettings, PaceSettings, WebSettings
from monitor.settings.mistakes import check
from monitor.settings.places import config_folder, seeds_folder
from monitor.settings.routes import route_from, unknown_in, warn_of_topics
from monitor.settings.seeds import SeedFolder, load_seeds
from monitor.settings.values import Section
from monitor.settings.yaml import Document, read

File = TypeVar("File", bound=Section | topic.TopicFile)


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything the user has said, as plain values."""

    config: Path  # the folder the settings came from
    data: Path  # the folder of the archive
    database_url: str = field(repr=False)  # may hold a password
    topic: TopicDefinition = field(repr=False)
    feeds: tuple[FeedSettings, ...] = field(repr=False)  # those that are asked
    feeds_off: tuple[FeedSettings, ...] = field(repr=False)  # those switched off
    channels: tuple[ChannelSettings, ...]
    delivery: DeliveryRules
    ping: PingSettings | None
    seeds_folder: Path | None
    seeds: tuple[Seed, ...] = field(repr=False)
    dossiers: tuple[Dossier, ...] = field(repr=False)
    log: LogSettings = field(default_factory=LogSettings)
    network: NetworkSettings = field(default_factory=NetworkSettings)
    pace: PaceSettings = field(default_factory=PaceSettings)
    workers: int = 2
    keep_texts: timedelta | None = main.KEEP_TEXTS  # None: for ever
    lease: timedelta = 10 * SECOND
    backup: BackupSettings | None = None
    web: WebSettings = field(default_factory=WebSettings)
    warnings: tuple[str, ...] = ()  # what is allowed but unwise
    number: int | None = None  # under which they were published; None: they came from a folder


def load(config: Path | None, data: Path | None, environ: Mapping[str, str], *, elsewhere: bool = False) -> Settings:
    """Load the settings; SettingsError with every mistake of every file.

    `elsewhere`: they were made on another machine, which may have secrets that are not to be had here: that is no mistake then.
    """
    around = Surroundings(config_folder(config, environ), environ)
    loading = _Loading(around, elsewhere=elsewhere)
    files = loading.files()
    parts = loading.parts(files)
    if loading.mistakes:
        raise SettingsError(loading.mistakes)
    joined = _joined(files, parts, around, data)
    return replace(joined, warnings=(*joined.warnings, *loading.missing))


def database_from(around: Surroundings) -> str | None:
    """Take the address of the database from the environment; None where none stands there."""
    named = around.environ.get("MONITOR_DATABASE_URL") or around.environ.get("MONITOR_DATABASE_URL_FILE")
    return secret_from("MONITOR_DATABASE_URL", None, around) if named else None


@dataclass(frozen=True, slots=True)
class _Files:
    """What stands in the four files."""

    main: MainFile
    feeds: FeedsFile
    topic: topic.TopicFile | None  # None: a mistake, already noted
    channels: ChannelsFile


@dataclass(frozen=True, slots=True)
class _Parts:
    """What had to be fetched from elsewhere."""

    topic: TopicDefinition
    channels: tuple[ChannelSettings, ...]
    database_url: str | None
    seeds: SeedFolder
    seeds_folder: Path | None
    password_hash: str | None = field(repr=False)
    ping: PingSettings | None


class _Loading:
    """Goes on after a mistake, so that one start shows them all."""

    def __init__(self, around: Surroundings, *, elsewhere: bool) -> None:
        self.mistakes: list[str] = []
        self.missing: list[str] = []  # what others have
        self._elsewhere = elsewhere
        self._around = around
        self._folder = around.folder
        self._documents: dict[str, Document] = {}

    @contextmanager
    def _may_be_missing(self, what: str) -> Iterator[None]:
        try:
            yield
        except SettingsError as error:
            if self._elsewhere:
                self.missing.append(f"{what} is left to workers that know the address: {error}")
            else:
                self.mistakes += [f"{self._folder / 'channels.yaml'}: {what}: {mistake}" for mistake in error.mistakes]

    @contextmanager
    def _noting(self, before: str = "") -> Iterator[None]:
        try:
            yield
        except SettingsError as error:
            self.mistakes += [before + mistake for mistake in error.mistakes]

    def files(self) -> _Files:
        return _Files(
            main=self._file("monitor.yaml", MainFile) or MainFile(),
            feeds=self._file("feeds.yaml", FeedsFile, needed=True) or FeedsFile(),
            topic=self._file("topic.yaml", topic.TopicFile, needed=True),
            channels=self._file("channels.yaml", ChannelsFile) or ChannelsFile(),
        )

    def _file(self, name: str, model: type[File], *, needed: bool = False) -> File | None:
        path = self._folder / name
        if not path.exists():
            if needed:
                self.mistakes.append(f"{path}: is missing; `monitor init DIR` writes a folder with one to start from")
            return None
        with self._noting():
            document = read(path)
            checked = check(document, model)
            if isinstance(checked, FeedsFile):
                self.mistakes += find_doubles(checked, document)
            self._documents[name] = document
            return checked
        return None

    def parts(self, files: _Files) -> _Parts:
        definition = TopicDefinition()
        with self._noting():
            definition = topic.to_definition(files.topic, self._folder) if files.topic else definition
        folder = seeds_folder(self._folder)
        seeds = SeedFolder()
        with self._noting():
            seeds = load_seeds(folder, self._entities(definition)) if folder else seeds
        database = self._database(files.main)
        if files.main.backup and database and not database.startswith("sqlite"):
            why = "is for an SQLite file; let a nightly cron job run `monitor backup --keep 7` for this database"
            self.mistakes.append(self._documents["monitor.yaml"].mistake(("backup",), why))
        self._check_routes(files, {dossier.slug for dossier in seeds.dossiers}, self._entities(definition) or set())
        return _Parts(
            definition,
            tuple(self._channels(files.channels)),
            database,
            seeds,
            folder,
            self._password_hash(files.main),
            self._ping(files.channels),
        )

    def _ping(self, file: ChannelsFile) -> PingSettings | None:
        with self._may_be_missing("ping"):
            return ping_from(file, self._around)
        return None

    def _check_routes(self, files: _Files, storylines: set[str], entities: set[str]) -> None:
        known, topic_name = {*files.channels.channels, TERMINAL}, _topic_name(files)
        for number, route in enumerate(files.channels.routes):
            for key, why in unknown_in(route, known, topic_name, storylines, entities):
                self.mistakes.append(self._documents["channels.yaml"].mistake(("routes", number, key), why))

    def _entities(self, definition: TopicDefinition) -> set[str] | None:
        return {entity.id for entity in definition.entities} or None

    def _channels(self, file: ChannelsFile) -> Iterator[ChannelSettings]:
        for name, entry in file.channels.items():
            with self._may_be_missing(f"channels.{name}"):
                yield channel_from(name, entry, self._around)

    def _database(self, file: MainFile) -> str | None:
        own = file.database
        with self._noting():
            if named := database_from(self._around):
                return named
        if own is None or own.url:
            return own.url if own else None
        with self._noting(f"{self._folder / 'monitor.yaml'}: database: "):
            return secret_from(own.url_env, own.url_file, self._around)
        return None

    def _password_hash(self, file: MainFile) -> str | None:
        own = file.web
        if own.password_hash or not (own.password_hash_env or own.password_hash_file):
            return own.password_hash
        with self._noting(f"{self._folder / 'monitor.yaml'}: web: "):
            found = secret_from(own.password_hash_env, own.password_hash_file, self._around)
            if not found.startswith("$argon2id$"):
                raise SettingsError(["what holds the password's hash must begin with $argon2id$; `monitor web --make-password` makes one"])
            return found
        return None


def _joined(files: _Files, parts: _Parts, around: Surroundings, data: Path | None) -> Settings:
    network = main.network_from(files.main.network)
    on, off = feeds_from(files.feeds, network.proxy)
    place = data or Path(around.environ.get("MONITOR_DATA") or files.main.data or "data")
    return Settings(
        config=around.folder,
        data=place,
        database_url=parts.database_url or f"sqlite:///{place / 'monitor.db'}",
        topic=parts.topic,
        feeds=on,
        feeds_off=off,
        channels=parts.channels,
        delivery=_delivery(files, parts),
        ping=parts.ping,
        seeds_folder=parts.seeds_folder,
        seeds=parts.seeds.seeds,
        dossiers=parts.seeds.dossiers,
        log=LogSettings(files.main.log.level, files.main.log.format),
        network=network,
        pace=main.pace_from(files.main.pace),
        workers=files.main.workers,
        keep_texts=files.main.keep_texts,
        lease=files.main.lease,
        backup=main.backup_from(files.main.backup, place),
        web=main.web_from(files.main.web, parts.password_hash),
        warnings=tuple(_warnings(files, around, on)),
    )


def _delivery(files: _Files, parts: _Parts) -> DeliveryRules:
    own, channels = files.main, files.channels
    urls = {channel.name: channel.url for channel in parts.channels}
    listed = tuple(plain_channel(name, entry, own, urls.get(name)) for name, entry in channels.channels.items())
    return DeliveryRules(
        channels=listed or (common_channel(own),),
        routes=tuple(route_from(entry) for entry in channels.routes),
        topic=_topic_name(files),
        instance=own.instance,
        zone=own.zone,
        give_up_after=own.give_up_after,
        update_within=own.update_within,
        fallback=channels.fallback or TERMINAL,
        operations=channels.operations,
        pages=channels.pages,
        feedback=channels.feedback,
        heartbeat=channels.heartbeat,
    )


def _topic_name(files: _Files) -> str:
    return (files.topic.name if files.topic else None) or UNNAMED


def _warnings(files: _Files, around: Surroundings, feeds: tuple[FeedSettings, ...]) -> Iterator[str]:
    path = around.folder / "channels.yaml"
    if not feeds:
        yield f"{around.folder / 'feeds.yaml'}: no feed is switched on, so nothing is watched"
    if not files.channels.channels:
        yield f"{path}: no channel is set up, so alerts go to the terminal and the log"
    yield from warn_of_topics(str(path), files.channels.routes, _topic_name(files))
    yield from warn_of_readers(path, str(path), files.channels.channels, around)
    own, file = files.main.database, around.folder / "monitor.yaml"
    if own and own.url and _has_password(own.url) and (mode := open_to_others(file)):
        yield f"{file}: other users of this machine can read it (mode {mode:o}), and database.url holds a password; use url_env or url_file"


def _has_password(url: str) -> bool:
    return ":" in url.partition("://")[2].rpartition("@")[0]
