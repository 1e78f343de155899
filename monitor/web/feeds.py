"""Feeds: how each is, how often it brings something, what its last poll said; adding, testing, pausing."""

import os
from collections import defaultdict
from collections.abc import Mapping
from datetime import timedelta
from typing import Any

import sqlalchemy as sa
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from monitor.domain.feeds.feed import Feed
from monitor.domain.words.text import clean_line
from monitor.errors import MonitorError, SettingsError
from monitor.pipeline.probe import Finding
from monitor.settings import load
from monitor.settings.edit import NewFeed, add_feeds
from monitor.store import coverage, entries, feed_volume, feeds
from monitor.web.desk import Desk, desk_of, missing, number_in, page, part_of, text_in
from monitor.web.reviews import Form, back_to, posted
from monitor.wiring import export_opml, probe_new

NEWEST = 25  # entries of a feed that are shown
SHOWN = 60


def listed(request: Request) -> Response:
    """List the feeds: those in trouble first."""
    desk, at, wanted = desk_of(request), number_in(request, "page", 1, 1000), text_in(request, "q").casefold()[:200]
    with desk.reading() as tx:
        known = feeds.list_feeds(tx)
        volumes = feed_volume.volumes(tx, desk.now())
        troubles = _troubles(tx)
    rows: list[dict[str, Any]] = [
        {"feed": feed, "state": state_of(feed), "volume": volumes.get(feed.id), "troubles": troubles[feed.id]}
        for feed in known
        if wanted in f"{feed.settings.name} {feed.settings.publisher}".casefold()
    ]
    rows.sort(key=lambda row: (row["state"] in ("ok", "paused") and not row["troubles"], row["feed"].settings.name.casefold()))
    shown, more = part_of(rows, at, SHOWN)
    told = {"known": len(known), "unseen": sum(state_of(feed) != "ok" for feed in known), "off": len(desk.settings.feeds_off)}
    return page(request, "feeds.html", rows=shown, at=at, more=more, **told)


def state_of(feed: Feed) -> str:
    """Say in a word how a feed is."""
    return "paused" if feed.paused_at else feed.state.value


def one(request: Request) -> Response:
    """Show a feed with its newest entries."""
    desk = desk_of(request)
    number = request.path_params["number"]
    with desk.reading() as tx:
        feed = _found(tx, number)
        newest = entries.newest_of_feed(tx, number, NEWEST)
        gap = feeds.usual_gap(tx, number)
        troubles = _troubles(tx)[number]
        volume = feed_volume.volumes(tx, desk.now(), feed=number).get(number)
    told: dict[str, Any] = {"feed": feed, "state": state_of(feed), "newest": newest, "rhythm": _in_words(gap), "volume": volume}
    return page(request, "feed.html", **told, every=_in_words(feed.settings.every), troubles=troubles)


def _troubles(tx: sa.Connection) -> Mapping[int, list[coverage.Standing]]:
    """Gather by feed what cannot be seen: silence, gaps, walls."""
    found: dict[int, list[coverage.Standing]] = defaultdict(list)
    for one in coverage.standing(tx):
        found[one.feed_id].append(one)
    return found


def _found(tx: sa.Connection, number: int) -> Feed:
    feed = feeds.find(tx, number)
    if feed is None:
        raise missing("feed of that number")
    return feed


def _in_words(span: timedelta | None) -> str:
    """Write a span of time roughly."""
    if span is None:
        return "not known yet"
    minutes = span.total_seconds() / 60
    if minutes < 100:
        return f"{minutes:.0f} minutes"
    return f"{minutes / 60:.0f} hours" if minutes < 60 * 48 else f"{minutes / 60 / 24:.0f} days"


# ── acting ────────────────────────────────────────────────────────────────────


def test(request: Request, form: Form) -> Response:
    """Ask a feed once, and keep nothing."""
    desk = desk_of(request)
    with desk.reading() as tx:
        feed = _found(tx, request.path_params["number"])
    finding = _probe(desk, feed.settings.url)
    return back_to(form, f"{feed.settings.name} {'answers' if finding.fine else 'does not answer as a feed'}: {finding.told}.", "/feeds")


def pause(request: Request, form: Form) -> Response:
    """Leave a feed alone, or ask it again."""
    desk, paused = desk_of(request), form.get("paused") == "yes"
    with desk.writing() as tx:
        feed = _found(tx, request.path_params["number"])
        feeds.pause(tx, feed.id, desk.now(), paused=paused)
    return back_to(form, f"{feed.settings.name} is {'paused' if paused else 'asked again'}.", "/feeds")


def add(request: Request, form: Form) -> Response:
    """Add a feed to feeds.yaml, after asking it once; the daemon takes it up at its next turn."""
    desk, url = desk_of(request), clean_line(form.get("url", ""), 2000)
    finding = _probe(desk, url)
    if not finding.fine:
        return back_to({}, f"Not added: {url} does not answer as a feed: {finding.told}.", "/feeds")
    try:
        add_feeds(desk.settings.config, [NewFeed(url, clean_line(form.get("name", ""), 60) or None, form.get("every") or None)])
        wanted = load(desk.settings.config, desk.settings.data, os.environ).feeds
    except SettingsError as error:
        return back_to({}, f"Not added: {'; '.join(error.mistakes)}.", "/feeds")
    with desk.writing() as tx:
        feeds.sync(tx, wanted, desk.now())
    return back_to({}, f"Added {url}: {finding.told}. Its first poll is a baseline.", "/feeds")


def _probe(desk: Desk, url: str) -> Finding:
    try:
        return probe_new(desk.settings, url)
    except MonitorError as error:
        return Finding("feed", url, False, str(error))


def opml(request: Request) -> Response:
    """Give the feeds of the settings as OPML."""
    name = {"Content-Disposition": 'attachment; filename="feeds.opml"'}
    return Response(export_opml(desk_of(request).settings)[0], media_type="text/x-opml", headers=name)


routes = [
    Route("/feeds", listed),
    Route("/feeds", posted(add), methods=["POST"]),
    Route("/feeds/{number:int}", one),
    Route("/feeds/{number:int}/test", posted(test), methods=["POST"]),
    Route("/feeds/{number:int}/pause", posted(pause), methods=["POST"]),
    Route("/export/feeds.opml", opml),
]
