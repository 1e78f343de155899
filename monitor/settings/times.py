"""When messages go out: quiet hours and digests, as monitor.yaml has them for all channels and channels.yaml for one."""

from typing import Literal

from pydantic import Field

from monitor.domain.alerts.channel import QuietHours
from monitor.settings.values import Clock, Section

Weekday = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
WEEK: tuple[Weekday, ...] = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
NoveltyKind = Literal["figure", "money", "date", "person", "status", "event", "quote-claim", "correction", "denial", "conflict"]


class QuietSection(Section):
    """When no push goes out; what comes meanwhile is sent as one message when the quiet hours end."""

    from_: Clock = Field(alias="from", description="When they begin, by the clock of `zone`.")
    to: Clock = Field(description="When they end; may be on the next day.")
    but: list[Literal["critical"] | NoveltyKind] = Field(
        default=[], description="What goes out all the same: `critical` (something broke, somebody died), or kinds of novelty."
    )


class DigestSection(Section):
    """When digests go out."""

    at: Clock = Field(default="07:00", validate_default=True, description="The time of day, by the clock of `zone`.")
    days: list[Weekday] = Field(default=list(WEEK), min_length=1, description="The days of the week.")
    enabled: bool = Field(default=True, description="false: no digest is made.")


def quiet_from(section: QuietSection | None) -> QuietHours | None:
    """Make plain values of the section."""
    return QuietHours(section.from_, section.to, frozenset(section.but)) if section else None


def schedules_from(section: DigestSection) -> tuple[str, ...]:
    """Write the section as schedules; none where no digest is wanted."""
    days = "*" if len(set(section.days)) == len(WEEK) else ",".join(day for day in WEEK if day in section.days)
    return (f"{section.at.minute} {section.at.hour} * * {days}",) if section.enabled else ()
