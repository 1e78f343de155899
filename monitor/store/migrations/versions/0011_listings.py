"""How entries stood in their feeds, so that known ones are not read again; the rhythm of a feed beside it."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "listings",
        sa.Column("feed_id", sa.Integer(), nullable=False),
        sa.Column("told", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["feed_id"], ["feeds.id"], name=op.f("fk_listings_feed_id_feeds")),
        sa.PrimaryKeyConstraint("feed_id", name=op.f("pk_listings")),
    )
    op.add_column("feeds", sa.Column("gap", sa.Float(), nullable=True))
    op.drop_column("entries", "last_seen_at")


def downgrade() -> None:
    op.add_column("entries", sa.Column("last_seen_at", sa.DateTime(timezone=True), server_default="1970-01-01 00:00:00", nullable=False))
    op.drop_column("feeds", "gap")
    op.drop_table("listings")
