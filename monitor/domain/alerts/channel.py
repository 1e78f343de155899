"""Where messages go: channels with their own clock, words and times, and the routes that lead to them."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, time, timedelta, tzinfo
from typing import Literal

from monitor.domain.judging.storyline import Level

TERMINAL = "terminal"  # the built-in channel: plain text on the standard output
BOTH = frozenset({"push", "digest"})
EVERY_MORNING = "0 7 * * *"
UPDATE_WITHIN = timedelta(hours=6)
UNNAMED = "topic"  # what a topic is called that the user gave no name

Words = Literal["en", "ru", "kk"]
Format = Literal["auto", "text", "short"]
MessageKind = Literal["alert", "correction", "released", "digest", "baseline", "operations", "heartbeat", "sample"]


@dataclass(frozen=True, slots=True)
class QuietHours:
    """From when to when no push goes out, by the channel's clock; may go over midnight."""

    start: time
    end: time
    but: frozenset[str] = frozenset()  # what goes out all the same: kinds of novelty, "critical"


@dataclass(frozen=True, slots=True)
class Channel:
    """A named place that messages go to; its address is known to the adapter alone."""

    name: str
    levels: frozenset[str] = BOTH
    language: Words = "en"  # of the fixed words; quotes stay in their own
    zone: tzinfo = UTC  # by which it has its night, its day and its digests
    format: Format = "auto"  # auto: what suits the service; text: no HTML; short: the fact and its link, for small screens
    quiet: QuietHours | None = None
    budget: int | None = None  # pushes a day; None: as many as there are
    burst: int | None = None  # pushes that come singly within ten minutes, the rest comes together; None: all come singly
    digests: tuple[str, ...] = (EVERY_MORNING,)  # cron schedules; none: no digest
    languages: frozenset[str] = frozenset()  # of the articles whose alerts it takes; empty: any

    def takes(self, level: Level) -> bool:
        """Whether messages of a level go there: one without a schedule has no digest."""
        return level in self.levels and (level != "digest" or bool(self.digests))


@dataclass(frozen=True, slots=True)
class ChannelRoute:
    """Which alerts go to which channels; what is left empty says nothing."""

    to: tuple[str, ...]
    topics: frozenset[str] = frozenset()  # where several installations share their channels
    storylines: tuple[str, ...] = ()  # slugs, or patterns such as `leo*`
    entities: frozenset[str] = frozenset()  # ids of the gazetteer that the article names
    levels: frozenset[str] = frozenset()
    languages: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()  # of novelty
    trust: frozenset[str] = frozenset()  # of the feed that brought it

    def is_of(self, topic: str) -> bool:
        """Whether it may lead alerts of a topic anywhere."""
        return not self.topics or topic in self.topics


@dataclass(frozen=True, slots=True)
class DeliveryRules:
    """What the user says about messages as a whole."""

    channels: tuple[Channel, ...] = (Channel(TERMINAL),)
    routes: tuple[ChannelRoute, ...] = ()
    topic: str = UNNAMED  # the one that this installation follows
    instance: str = "monitor.local"  # the right half of thread ids; must stay the same for ever
    zone: tzinfo = UTC  # the user's clock, where no channel is meant
    give_up_after: timedelta = timedelta(days=7)
    update_within: timedelta = UPDATE_WITHIN  # how long a further fact of a development that has alerted is an update
    fallback: str = TERMINAL  # hears of messages that were given up, and of alerts that no other channel takes
    operations: str | None = None  # hears of the monitor's own troubles; None: the fallback
    pages: str | None = None  # the address under which readers reach the page, for links in messages
    feedback: timedelta | None = None  # how long a reader may answer from a message without logging in; None: not at all
    heartbeat: str | None = None  # when it hears that the monitor lives: a cron schedule by its clock

    def channel(self, name: str) -> Channel:
        """Look a channel up; the terminal, and one that is no longer in the settings, are plain ones."""
        return next((channel for channel in self.all_channels if channel.name == name), Channel(name))

    def ear(self, deaf: Collection[str] = ()) -> Channel:
        """Choose the channel that hears of the monitor's own troubles: one that takes nothing is no ear for that, if there is another."""
        wanted = (self.operations or self.fallback, self.fallback)
        return self.channel(next((name for name in wanted if name not in deaf), wanted[0]))

    @property
    def all_channels(self) -> tuple[Channel, ...]:
        """Those of the settings; without any, the terminal."""
        return self.channels or (Channel(TERMINAL),)

    @property
    def own_channels(self) -> tuple[Channel, ...]:
        """Those that messages of this topic may go to: not where all routes that name a channel are of other topics."""
        return tuple(one for one in self.all_channels if one.name == self.fallback or self._is_own(one))

    def _is_own(self, channel: Channel) -> bool:
        named = [route for route in self.routes if channel.name in route.to]
        return not named or any(route.is_of(self.topic) for route in named)
