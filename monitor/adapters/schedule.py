"""Schedules: APScheduler's cron expressions as moments."""

from datetime import datetime, timedelta, tzinfo
from functools import lru_cache

from apscheduler.triggers.cron import CronTrigger


def next_time(schedule: str, after: datetime, zone: tzinfo) -> datetime | None:
    """Say when a schedule, "0 15 * * fri", comes next after a moment by a clock; None where it never does."""
    found: datetime | None = _trigger(schedule, zone).get_next_fire_time(None, after + timedelta(microseconds=1))
    return found


@lru_cache(maxsize=100)
def _trigger(schedule: str, zone: tzinfo) -> CronTrigger:
    return CronTrigger.from_crontab(schedule, timezone=zone)
