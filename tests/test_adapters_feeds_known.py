"""Entries that stood in a feed before are not read again, and the others come out as if all had been read."""

import random
import tarfile
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from monitor.adapters.feeds import parse_feed
from monitor.adapters.feeds.apart import take_apart
from monitor.adapters.feeds.charset import decode
from monitor.domain.feeds.feed import FeedSettings
from monitor.domain.feeds.listing import Listing
from monitor.errors import FeedError

SUITES = Path(__file__).parents[2] / "shared" / "data" / "feeds"
FEED = FeedSettings("https://news.example/rss.xml", "news", "News")


def read(text, before=None):
    return parse_feed(text.encode("utf-8", "ignore"), {"content-type": "application/xml; charset=utf-8"}, FEED, before)


def kept(parsed, *, only=slice(None)):
    """The listing as it is once its entries have ids: the first is entry 1."""
    listing = parsed.listing.keep(range(1, len(parsed.listing.rows) + 1))
    return Listing(listing.context, listing.rows[only])


def agree(text, first, before):
    """Hold what is read beside a listing to what is read without it; say how many entries were not read again.

    `first` is the feed as it was read first, from which `before` was kept.
    """
    whole, quick = read(text), read(text, before)
    assert (quick.title, quick.language, quick.ttl, quick.damage) == (whole.title, whole.language, whole.ttl, whole.damage)
    named = {one[0]: one for one in whole.found()}
    stood = [first.entries[one - 1] if isinstance(one, int) else one[0] for one in quick.found()]
    assert list(dict.fromkeys(stood)) == list(named)
    for one in quick.found():
        assert isinstance(one, int) or one == named[one[0]]
    return sum(isinstance(one, int) for one in quick.found())


# ── feeds of our own ──────────────────────────────────────────────────────────


@dataclass(frozen=True)
class Told:
    """What an entry says; few words, so that guids and links are shared at times."""

    guid: int
    link: int
    words: str


TOLD = st.builds(
    Told,
    st.integers(0, 3),
    st.integers(0, 3),
    st.sampled_from(["One", "Two", "]]&gt; &amp;", "<![CDATA[<item>x</item>]]>", "<!-- <entry> -->"]),
)


def as_rss(entries):
    items = "".join(
        f"<item><guid>{e.guid}</guid><link>https://news.example/{e.link}</link><title>{e.words}</title></item>" for e in entries
    )
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>News</title>{items}</channel></rss>'


def as_atom(entries):
    told = "".join(f"<entry><id>{e.guid}</id><link href='https://n{e.link}.example/7'/><title>{e.words}</title></entry>" for e in entries)
    return f"<feed xmlns='http://www.w3.org/2005/Atom' xml:lang='kk'><title>News</title>{told}</feed>"


def as_rdf(entries):
    listed = "".join(f"<rdf:li rdf:resource='{e.link}'/>" for e in entries)
    told = "".join(f"<item rdf:about='{e.link}'><link>https://news.example/{e.link}</link><title>{e.words}</title></item>" for e in entries)
    spaces = "xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/'"
    return f"<rdf:RDF {spaces}><channel><items>{listed}</items></channel>{told}</rdf:RDF>"


@given(st.sampled_from([as_rss, as_atom, as_rdf]), st.lists(TOLD, min_size=1, max_size=6), st.lists(TOLD, max_size=4), st.randoms())
@settings(max_examples=200, deadline=None)
def test_what_stood_there_before_changes_nothing_about_what_is_new(write, then, more, chance):
    first = read(write(then))
    now = [*more, *chance.sample(then, chance.randrange(len(then) + 1))]
    if first.listing and now:
        agree(write(now), first, kept(first))


def test_only_what_is_new_is_read():
    old = [Told(n, n, f"Story {n}") for n in range(30)]
    first = read(as_rss(old))
    assert agree(as_rss([Told(30, 30, "Story 30"), *old[:-1]]), first, kept(first)) == 29
    again = read(as_rss(old), kept(first))
    assert (again.entries, again.found()) == ((), list(range(1, 31)))


def test_when_the_feed_was_built_is_no_reason_to_read_it_again():
    told = [Told(n, n, f"Story {n}") for n in range(3)]
    first = as_rss(told).replace("<title>News", "<lastBuildDate>Sat, 28 Nov 2026 05:00:00 GMT</lastBuildDate><title>News", 1)
    assert agree(first.replace("05:00", "06:00"), read(first), kept(read(first))) == 3


@pytest.mark.parametrize(
    "changed",
    [
        pytest.param(lambda text: text.replace("<channel>", "<channel><language>ru</language>"), id="another language"),
        pytest.param(lambda text: text.replace("<rss ", "<rss xmlns:dc='http://purl.org/dc/elements/1.1/' "), id="another namespace"),
        pytest.param(lambda text: text.replace("<rss ", "<!DOCTYPE rss [<!ENTITY a 'b'>]><rss "), id="names with a meaning"),
        pytest.param(lambda text: text.replace("</channel>", ""), id="it breaks off"),
        pytest.param(lambda text: text.replace("<title>Story 0", "<item><title>Story 0"), id="nested"),
    ],
)
def test_what_may_change_the_meaning_of_an_entry_has_all_of_them_read(changed):
    told = as_rss([Told(n, n, f"Story {n}") for n in range(3)])
    assert agree(changed(told), read(told), kept(read(told))) == 0


def test_a_key_that_is_shared_no_longer_is_kept_at_once():
    twins = [Told(0, 1, "One"), Told(0, 2, "Two")]
    first = read(as_rss(twins))
    assert agree(as_rss(twins), first, kept(first)) == 2
    alone = read(as_rss(twins[:1]), kept(first))
    assert [keys[0] for _, keys, _ in alone.found()] == ["guid:0"], "as long as the guid meant two entries, it was no key of either"


# ── the suites of others ──────────────────────────────────────────────────────


def suites():
    for packed in sorted(SUITES.glob("*.tar.gz")):
        with tarfile.open(packed) as archive:
            for member in archive:
                if member.isfile() and (file := archive.extractfile(member)):
                    yield f"{packed.name}: {member.name}", decode(file.read(), {})


@pytest.mark.skipif(not SUITES.exists(), reason=f"{SUITES} is not there: the conformance suites of other readers")
def test_every_feed_of_the_suites_reads_the_same_beside_a_listing_of_it():
    chance, quick, apart = random.Random(7), 0, defaultdict(dict)
    for name, text in suites():
        try:
            whole = read(text)
        except FeedError:
            continue
        if whole.listing is None:
            continue
        pieces = take_apart(text)
        apart[pieces.context].update({raw: (pieces, span) for raw, span in zip(pieces.raws, pieces.spans, strict=True)})
        for part in (slice(None), slice(chance.randrange(2), None, 2)):
            try:
                quick += agree(text, whole, kept(whole, only=part))
            except AssertionError as wrong:
                raise AssertionError(name) from wrong
    assert quick > 1000
    assert sum(_shuffled(list(entries.values()), chance) for entries in apart.values()) > 300


def _shuffled(entries, chance):
    """Put entries of several feeds, between the same tags, into one: what they mean must not hang on who stands beside them."""
    met = 0
    for _ in range(min(len(entries), 60) // 2):
        some = chance.sample(entries, min(len(entries), 6))
        then, now = (_joined(some[0][0], part) for part in (some[:4], some[2:]))
        first = read(then)
        if first.listing:
            met += agree(now, first, kept(first))
    return met


def _joined(frame, some):
    (start, _), (_, end) = frame.spans[0], frame.spans[-1]
    return frame.text[:start] + "".join(pieces.text[slice(*span)] for pieces, span in some) + frame.text[end:]
