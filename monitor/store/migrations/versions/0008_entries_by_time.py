"""entries by the time they were first seen, for each feed's volume."""

from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index("ix_entries_seen", "entries", ["first_seen_at", "feed_id"])


def downgrade() -> None:
    op.drop_index("ix_entries_seen", "entries")
