"""What could not be seen of a feed, what its polls bring day by day, and since when it leads elsewhere."""

import sqlalchemy as sa
from alembic import op

from monitor.store import database

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "troubles",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("feed_id", sa.Integer(), nullable=False),
        sa.Column("ailment", sa.Text(), nullable=False),
        sa.Column("told", sa.Text(), nullable=False),
        sa.Column("usual", sa.Float(), nullable=True),
        sa.Column("began_at", database.UtcTime(timezone=True), nullable=False),
        sa.Column("ended_at", database.UtcTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["feed_id"], ["feeds.id"], name=op.f("fk_troubles_feed_id_feeds")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_troubles")),
    )
    op.create_index(op.f("ix_troubles_feed_id"), "troubles", ["feed_id"])
    standing = sa.text("ended_at IS NULL")
    op.create_index(
        "uq_troubles_standing", "troubles", ["feed_id", "ailment"], unique=True, sqlite_where=standing, postgresql_where=standing
    )
    op.add_column("feeds", sa.Column("moved_since", database.UtcTime(timezone=True), nullable=True))
    op.add_column("feeds", sa.Column("moved_times", sa.Integer(), server_default="0", nullable=False))
    op.add_column("feeds", sa.Column("days", sa.JSON(), nullable=True))


def downgrade() -> None:
    for column in ("days", "moved_times", "moved_since"):
        op.drop_column("feeds", column)
    op.drop_table("troubles")
