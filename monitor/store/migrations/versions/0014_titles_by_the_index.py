"""PostgreSQL finds words of titles by its index alone: each has a form of its own there."""

import logging

import sqlalchemy as sa
from alembic import op

from monitor.store import search_index

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

log = logging.getLogger("monitor.store.migrate")


def upgrade() -> None:
    tx = op.get_bind()
    if tx.dialect.name == "sqlite":
        return  # its index knows columns
    last = 0
    while rows := search_index.rows_of(tx, list(tx.execute(sa.text(_NEXT), {"last": last, "batch": search_index.BATCH}).scalars())):
        search_index.write(tx, rows, anew=True)
        last = max(row.id for row in rows)
        log.warning("indexing titles for the search: as far as article %d", last)
    search_index.optimize(tx)


_NEXT = "SELECT rowid FROM search_texts WHERE rowid > :last ORDER BY rowid LIMIT :batch"


def downgrade() -> None:
    """Leave it: what an earlier version asks for is still there, but for the weights of titles."""
