"""What an engine says of a stage that failed."""

import logging

from apscheduler.events import JobExecutionEvent

from monitor.errors import StoreError

log = logging.getLogger(__name__)


def log_error(event: JobExecutionEvent) -> None:
    """Log what APScheduler caught; the next tick tries again."""
    # A bad disk fails every stage every second: a line each says enough, and does not fill the disk further.
    trace = None if isinstance(event.exception, StoreError) else event.exception
    log.error("stage=%s failed and will be tried again: %s", event.job_id, event.exception, exc_info=trace)
