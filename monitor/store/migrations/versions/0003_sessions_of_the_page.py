"""sessions of the page, pauses of feeds, and articles by the time they arrived."""

import sqlalchemy as sa
from alembic import op

from monitor.store import database

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "sessions",
        sa.Column("token_hash", sa.Text(), nullable=False),
        sa.Column("password", sa.Text(), nullable=False),
        sa.Column("made_at", database.UtcTime(timezone=True), nullable=False),
        sa.Column("seen_at", database.UtcTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("token_hash", name=op.f("pk_sessions")),
    )
    op.create_index(op.f("ix_sessions_seen_at"), "sessions", ["seen_at"])
    op.create_index("ix_articles_seen", "articles", ["first_seen_at", "id"])
    op.add_column("feeds", sa.Column("paused_at", database.UtcTime(timezone=True), nullable=True))


def downgrade() -> None:
    op.drop_column("feeds", "paused_at")
    op.drop_index("ix_articles_seen", "articles")
    op.drop_table("sessions")
