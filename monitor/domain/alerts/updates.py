"""Update, do not repeat: what a further fact of a development that has alerted is worth."""

from dataclasses import replace
from datetime import timedelta

from monitor.domain.alerts.alert import Alert, Earlier


def placed_among(alert: Alert, before: tuple[Alert, Earlier] | None, within: timedelta) -> Alert:
    """Relate an alert to an earlier one of its development: does it correct that, add to it, or stand for itself?

    What is added within a short while of a push is told by the digest, unless the storyline's watch list names it, or it changes a value
    that was told. A correction is told wherever the alert was that it corrects.
    """
    if before is None or before[1].key == alert.key:
        return alert
    told, earlier = before
    if "correction" in alert.kinds:
        return replace(alert, corrects=earlier, level=told.level, why=(*alert.why, f"it corrects our alert of {earlier.key}"))
    # What added to it before is no push of its own: the clock runs from the alert that all of them add to.
    first = told.updates or earlier
    if alert.made_at - first.made_at > within:
        return alert
    added = replace(alert, updates=first)
    if alert.level != "push" or (told.level != "push" and not told.updates):
        return added
    if any(novelty.old for novelty in alert.novelties):
        return added
    if alert.watched:
        return replace(added, why=(*alert.why, f"on the watch list: {', '.join(alert.watched)}"))
    return replace(
        added, level="digest", why=(*alert.why, f"it adds to {first.key}, which was pushed {_ago(alert.made_at - first.made_at)} before")
    )


def _ago(wait: timedelta) -> str:
    minutes = int(wait.total_seconds() // 60)
    return f"{minutes // 60} h" if minutes >= 60 else f"{minutes} min"
