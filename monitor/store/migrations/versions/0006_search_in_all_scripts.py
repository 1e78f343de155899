"""The search finds words whatever their script, language and ending: the index is made anew."""

import logging

from alembic import op

from monitor.store import search_index

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

log = logging.getLogger("monitor.store.migrate")


def upgrade() -> None:
    op.execute("DROP TABLE search_texts")
    tx = op.get_bind()
    search_index.create(tx)
    search_index.rebuild(tx, _tell)


def _tell(done: int, total: int) -> None:
    if done % 5_000 < search_index.BATCH or done == total:
        log.warning("indexing the archive for the search: %d of %d articles", done, total)


def downgrade() -> None:
    op.execute("DROP TABLE search_texts")
    if op.get_bind().dialect.name == "sqlite":
        op.execute("CREATE VIRTUAL TABLE search_texts USING fts5(words, tokenize='unicode61 remove_diacritics 0')")
        return
    op.execute("CREATE TABLE search_texts (rowid INTEGER PRIMARY KEY, words TEXT NOT NULL)")
    op.execute("CREATE INDEX ix_search_texts_words ON search_texts USING gin (to_tsvector('simple', words))")
