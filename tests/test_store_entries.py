"""An entry that was served is kept once, whatever its feed changes about it."""

import random
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from monitor.adapters.feeds import parse_feed
from monitor.domain.feeds.feed import Entry, FeedSettings
from monitor.domain.feeds.identity import usable_keys
from monitor.store import entries, feeds, listings

NOON = datetime(2026, 11, 9, 12, tzinfo=UTC)
URL = "https://example.org/feed"
ENTRY = Entry("https://example.org/?p=7", "https://example.org/news/7", "A pad is ready", "The pad at Site 45 is ready.")


@pytest.fixture
def feed(db):
    with db.begin() as tx:
        feeds.sync(tx, [FeedSettings(URL, "example", "Example")], NOON)
        return replace(feeds.list_feeds(tx)[0], baseline_at=NOON)


def keep(db, feed, *found, at=NOON):
    with db.begin() as tx:
        (kept,) = entries.save(tx, [entries.Listed(feed, usable_keys(URL, list(found)))], at)
        return kept


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param({}, id="nothing"),
        pytest.param({"guid": "tag:new-software,2026:7"}, id="its guid"),
        pytest.param({"guid": "http://example.org/?p=7", "link": "http://example.org/news/7"}, id="https to http"),
        pytest.param({"link": "https://example.org/news/7?utm_source=rss&utm_medium=feed"}, id="tracking parameters"),
        pytest.param({"title": "A pad is nearly ready"}, id="its title"),
        pytest.param({"summary": "Edited."}, id="its summary"),
        pytest.param({"published": NOON + timedelta(days=4)}, id="its date"),
        pytest.param({"guid": None}, id="that it has a guid"),
        pytest.param({"link": None}, id="that it has a link"),
    ],
)
def test_an_entry_stays_the_same_when_its_feed_changes(db, feed, changes):
    keep(db, feed, ENTRY)
    kept = keep(db, feed, ENTRY._replace(**changes))
    assert (len(kept.new), kept.known) == (0, 1)
    with db.begin() as tx:
        assert len(entries.export(tx)[URL]["entries"]) == 1


def test_entries_with_a_guid_of_their_own_are_two_even_under_one_link(db, feed):
    twins = [ENTRY._replace(guid="1", title="One"), ENTRY._replace(guid="2", title="Two")]
    assert len(keep(db, feed, *twins).new) == 2
    assert len(keep(db, feed, *twins).new) == 0


def test_entries_that_share_a_guid_are_told_apart_by_their_links(db, feed):
    twins = [ENTRY._replace(guid="same", link=f"https://example.org/{n}", title=f"Story {n}") for n in range(3)]
    assert len(keep(db, feed, *twins).new) == 3
    assert len(keep(db, feed, *twins).new) == 0


def test_an_edit_is_looked_at_again_but_a_feed_that_flips_is_not(db, feed):
    first, second = ENTRY, ENTRY._replace(title="A pad is burning")
    assert keep(db, feed, first).edited == 0
    assert keep(db, feed, second).edited == 1
    assert keep(db, feed, first).edited == 0
    assert keep(db, feed, second).edited == 0


def test_the_oldest_entry_of_a_poll_comes_first_in_the_export(db, feed):
    keep(db, feed, ENTRY._replace(guid="b", link="https://example.org/b", title="new"), ENTRY._replace(title="old"))
    with db.begin() as tx:
        assert [one["title"] for one in entries.export(tx)[URL]["entries"]] == ["old", "new"]


def test_an_entry_is_claimed_by_one_and_given_back_when_its_lease_ends(db, feed):
    keep(db, feed, ENTRY)
    with db.begin() as tx:
        mine = entries.claim_unread(tx, NOON, 10)
        assert len(mine) == 1
        assert entries.claim_unread(tx, NOON, 10) == []
        theirs = entries.claim_unread(tx, NOON + timedelta(minutes=6), 10)
        assert len(theirs) == 1
        assert not entries.settle(tx, mine[0], entries.READ, note=None, due_at=NOON), "whoever comes late is refused"
        assert entries.settle(tx, theirs[0], entries.READ, note=None, due_at=NOON)


def written(entries):
    told = "".join(
        f"<item><guid>{guid}</guid><link>https://example.org/{link}</link><title>{words}</title></item>" for guid, link, words in entries
    )
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>News</title>{told}</channel></rss>'.encode()


def test_what_is_kept_does_not_hang_on_what_was_read_again(sqlite):
    twice = [FeedSettings(f"{URL}/{name}", name, "Example") for name in ("whole", "quick")]
    with sqlite.begin() as tx:
        feeds.sync(tx, twice, NOON)
        whole, quick = (replace(feed, baseline_at=NOON) for feed in feeds.list_feeds(tx))
        chance, stands, skipped = random.Random(4), [], 0
        for poll in range(120):
            fresh = [(chance.randrange(9), chance.randrange(9), chance.choice("abc")) for _ in range(chance.randrange(3))]
            stands = [*fresh, *(one for one in stands if chance.random() < 0.8)][:8]
            kept = []
            for feed, before in ((whole, None), (quick, listings.load(tx, [quick.id]).get(quick.id))):
                parsed = parse_feed(written(stands), {}, replace(feed.settings, url=URL), before)
                kept += entries.save(tx, [entries.Listed(feed, parsed.found())], NOON + timedelta(hours=poll))
                if feed is quick and parsed.listing and kept[-1].ids:
                    listings.save(tx, {feed.id: parsed.listing.keep(kept[-1].ids)})
                skipped += sum(isinstance(one, int) for one in parsed.found())
            assert (len(kept[0].new), kept[0].edited) == (len(kept[1].new), kept[1].edited)
        told = entries.export(tx)
    assert skipped > 100
    one, other = (
        [{k: v for k, v in entry.items() if k != "id"} for entry in told[feed.settings.url]["entries"]] for feed in (whole, quick)
    )
    assert one == other
