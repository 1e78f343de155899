"""For those who watch the monitor by machine: is it alive, is it ready, and its numbers for Prometheus."""

from collections.abc import Iterator, Mapping

from prometheus_client import CollectorRegistry, generate_latest
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, Metric
from prometheus_client.registry import Collector
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from monitor import __version__
from monitor.counts import counted
from monitor.errors import StoreError
from monitor.store import gauges, notes
from monitor.web.desk import Desk
from monitor.web.guard import open_to_all

WITHIN = 5.0  # seconds


@open_to_all
def healthz(_request: Request) -> Response:
    """Say that this process answers; nothing else is looked at."""
    return PlainTextResponse("ok\n")


@open_to_all
def readyz(request: Request) -> Response:
    """Say whether the archive can be read and the stages are at work: 503 with the reason where not."""
    desk: Desk = request.app.state.desk
    try:
        with desk.reading(WITHIN) as tx:
            beat = notes.pulse(tx)
    except StoreError:
        return PlainTextResponse("the archive cannot be read\n", 503)  # why, tells the log: this answer is anybody's
    if not notes.is_alive(beat, desk.now()):
        return PlainTextResponse("no daemon is at work\n", 503)
    return PlainTextResponse("ready\n")


def metrics(request: Request) -> Response:
    """Write the numbers in the text format of Prometheus."""
    desk: Desk = request.app.state.desk
    registry = CollectorRegistry()
    registry.register(Numbers(desk))
    return Response(generate_latest(registry), media_type="text/plain; version=0.0.4; charset=utf-8")


class Numbers(Collector):
    """All numbers, as they stand when asked."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def collect(self) -> Iterator[Metric]:
        """Give each family."""
        with self._desk.reading(WITHIN) as tx:
            told = gauges.read(tx, self._desk.now())
        yield from _of_archive(told)
        overdue = {stage: late.total_seconds() for stage, late in told.overdue.items()}
        yield _gauges("overdue_seconds", "How long the oldest item of a stage has waited beyond its time", "stage", overdue)
        age = (self._desk.now() - told.pulse).total_seconds() if told.pulse else float("nan")
        yield GaugeMetricFamily("monitor_pulse_age_seconds", "Since the daemon last noted that it is alive", value=age)
        yield _counter("polls", "Polls of this process", "state", counted("poll"))
        yield _counter("new_entries", "Entries that this process saw first", "kind", counted("new entry"))
        yield _counter("child_ends", "Child processes that were ended or died in the middle of a task", "why", counted("child ended"))
        yield _gauges("info", "The version that runs", "version", {__version__: 1})


def _of_archive(told: gauges.Gauges) -> Iterator[Metric]:
    yield _gauges("feeds", "Feeds that are asked", "state", told.feeds)
    for name, number in (("entries", told.entries), ("articles", told.articles), ("developments", told.developments)):
        yield CounterMetricFamily(f"monitor_{name}", f"All {name} of the archive", value=number)
    yield _gauges("matches", "Judged articles", "kind", told.matches)
    yield _gauges("placements", "Placed matches", "placement", told.placements)
    yield _gauges("alerts", "Alerts", "level", told.alerts)
    yield _gauges("deliveries", "Messages to channels", "state", told.deliveries)
    yield GaugeMetricFamily("monitor_database_bytes", "What the archive takes", value=told.bytes)


def _gauges(name: str, told: str, label: str, numbers: Mapping[str, float]) -> Metric:
    family = GaugeMetricFamily(f"monitor_{name}", told, labels=[label])
    for kind, number in sorted(numbers.items()):
        family.add_metric([kind], number)
    return family


def _counter(name: str, told: str, label: str, numbers: Mapping[str, float]) -> Metric:
    family = CounterMetricFamily(f"monitor_{name}", told, labels=[label])
    for kind, number in sorted(numbers.items()):
        family.add_metric([kind], number)
    return family


routes = [Route("/healthz", healthz), Route("/readyz", readyz), Route("/metrics", metrics)]
