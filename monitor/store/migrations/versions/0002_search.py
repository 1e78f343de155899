"""The archive's search: an index of folded words."""

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        op.execute("CREATE VIRTUAL TABLE search_texts USING fts5(words, tokenize='unicode61 remove_diacritics 0')")
        return
    op.execute("CREATE TABLE search_texts (rowid INTEGER PRIMARY KEY, words TEXT NOT NULL)")
    op.execute("CREATE INDEX ix_search_texts_words ON search_texts USING gin (to_tsvector('simple', words))")


def downgrade() -> None:
    op.execute("DROP TABLE search_texts")
