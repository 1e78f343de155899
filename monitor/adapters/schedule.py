"""Schedules: APScheduler's cron expressions as moments."""

from datetime import UTC, datetime, timedelta, tzinfo
from functools import lru_cache

from apscheduler.triggers.cron import CronTrigger


def next_time(schedule: str, after: datetime, zone: tzinfo) -> datetime | None:
    """Say when a schedule, "0 15 * * fri", comes next after a moment by a clock; None where it never does.

    A time of day that the clock shows twice in the night that gains an hour has come with the first.
    """
    trigger, moment = _trigger(schedule, zone), after
    while True:
        found: datetime | None = trigger.get_next_fire_time(None, moment + timedelta(microseconds=1))
        if found is None:
            return None
        if found > after and not found.astimezone(UTC).astimezone(zone).fold:
            return found
        # In that hour the trigger may also answer a time that has passed: the search goes on behind it.
        moment = _full_hour_after(max(found, moment)) - timedelta(microseconds=1)


def _full_hour_after(moment: datetime) -> datetime:
    return moment.astimezone(UTC).replace(minute=0, second=0, microsecond=0) + timedelta(hours=1)


@lru_cache(maxsize=100)
def _trigger(schedule: str, zone: tzinfo) -> CronTrigger:
    return CronTrigger.from_crontab(schedule, timezone=zone)
