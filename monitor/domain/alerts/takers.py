"""Who takes an alert: which channels, at which level, and why."""

from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase

from monitor.domain.alerts.alert import Alert
from monitor.domain.alerts.channel import Channel, ChannelRoute, DeliveryRules
from monitor.domain.judging.storyline import Level


@dataclass(frozen=True, slots=True)
class Taking:
    """Whether a channel takes an alert."""

    channel: Channel
    level: Level | None  # at which it does; None: it does not
    why: str


def takings(alert: Alert, rules: DeliveryRules) -> list[Taking]:
    """Say of each channel whether it takes an alert; one that the routes lead nowhere goes to the fallback."""
    told = [_taking(alert, channel, rules) for channel in rules.all_channels]
    lost = alert.level in ("push", "digest") and not any(_leads_to(alert, channel, rules)[0] for channel in rules.all_channels)
    if not lost:
        return told
    fallback = rules.channel(rules.fallback)
    kept = [one for one in told if one.channel != fallback]
    # The terminal beside other channels makes no digest: what falls to it is told at once.
    level = _level(alert, fallback) if fallback in rules.all_channels else "push"
    return [*kept, Taking(fallback, level, "the fallback: neither routes nor languages lead it anywhere else")]


def takers(alert: Alert, rules: DeliveryRules) -> dict[str, Level]:
    """Name the channels that take an alert, each with the level at which it does."""
    return {one.channel.name: one.level for one in takings(alert, rules) if one.level}


def _taking(alert: Alert, channel: Channel, rules: DeliveryRules) -> Taking:
    led, why = _leads_to(alert, channel, rules)
    level = _level(alert, channel) if led else None
    if led and level is None:
        why = f"{why}; it takes no {alert.level}"
    elif led and level != alert.level:
        why = f"{why}; it takes no {alert.level}, so it stands in its digest"
    return Taking(channel, level, why)


def _level(alert: Alert, channel: Channel) -> Level | None:
    if alert.level == "push" and channel.takes("push"):
        return "push"
    return "digest" if alert.level in ("push", "digest") and channel.takes("digest") else None


def _leads_to(alert: Alert, channel: Channel, rules: DeliveryRules) -> tuple[bool, str]:
    if channel.languages and (alert.language or "") not in channel.languages:
        return (
            False,
            f"it takes articles in {', '.join(sorted(channel.languages))}, and this one is in {alert.language or 'an unknown language'}",
        )
    named = [(number, route) for number, route in enumerate(rules.routes, start=1) if channel.name in route.to]
    if not named:
        return True, "no route names it, so it takes everything"
    refused = []
    for number, route in named:
        against = next(_against(alert, route, rules.topic), None)
        if against is None:
            return True, f"route {number} leads it there"
        refused.append(f"route {number} wants {against}")
    return False, "; ".join(refused)


def _against(alert: Alert, route: ChannelRoute, topic: str) -> Iterator[str]:
    """Say what of a route an alert is not."""
    if not route.is_of(topic):
        yield f"topic {_any(route.topics)}, not {topic}"
    if route.storylines and not any(fnmatchcase(alert.storyline, pattern) for pattern in route.storylines):
        yield f"storyline {_any(route.storylines)}, not {alert.storyline or 'none'}"
    asked = (
        ("entity", route.entities, frozenset(alert.entities)),
        ("level", route.levels, frozenset({alert.level})),
        ("language", route.languages, frozenset({alert.language or ""})),
        ("kind", route.kinds, alert.kinds),
        ("trust", route.trust, frozenset({alert.trust})),
    )
    for name, wanted, found in asked:
        if wanted and not wanted & found:
            yield f"{name} {_any(wanted)}, not {', '.join(sorted(one for one in found if one)) or 'none'}"


def _any(wanted: frozenset[str] | tuple[str, ...]) -> str:
    return " or ".join(sorted(wanted))
