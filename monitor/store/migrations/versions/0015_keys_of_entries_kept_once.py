"""The keys of entries lie in one place only, in their order: nobody looks them up by their entry, and most of an archive are such keys."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.drop_index("ix_entry_keys_entry_id", "entry_keys", if_exists=True)
    if op.get_bind().dialect.name == "sqlite":
        _rewrite(with_rowid=False)


def downgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        _rewrite(with_rowid=True)
    op.create_index("ix_entry_keys_entry_id", "entry_keys", ["entry_id"], unique=False)


def _rewrite(*, with_rowid: bool) -> None:
    op.create_table(
        "entry_keys_anew",
        sa.Column("feed_id", sa.Integer(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("entry_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["entry_id"], ["entries.id"], name=op.f("fk_entry_keys_entry_id_entries")),
        sa.ForeignKeyConstraint(["feed_id"], ["feeds.id"], name=op.f("fk_entry_keys_feed_id_feeds")),
        sa.PrimaryKeyConstraint("feed_id", "key", name=op.f("pk_entry_keys")),
        sqlite_with_rowid=with_rowid,
    )
    op.execute("INSERT INTO entry_keys_anew SELECT feed_id, key, entry_id FROM entry_keys ORDER BY feed_id, key")
    op.drop_table("entry_keys")
    op.rename_table("entry_keys_anew", "entry_keys")
