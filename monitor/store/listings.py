"""Listings: how the entries of the last poll stood in their feeds."""

from collections.abc import Collection, Mapping

import sqlalchemy as sa

from monitor.domain.feeds.listing import Listing, listing_from_json, listing_to_json
from monitor.store.database import upsert
from monitor.store.tables import listings


def load(tx: sa.Connection, feed_ids: Collection[int]) -> dict[int, Listing]:
    """Bring the listings of some feeds to mind; not each has one."""
    rows = tx.execute(sa.select(listings).where(listings.c.feed_id.in_(feed_ids)))
    return {row.feed_id: listing_from_json(row.told) for row in rows}


def save(tx: sa.Connection, newest: Mapping[int, Listing]) -> None:
    """Keep the newest listing of each feed."""
    upsert(tx, listings, ["feed_id"], *({"feed_id": feed_id, "told": listing_to_json(listing)} for feed_id, listing in newest.items()))
