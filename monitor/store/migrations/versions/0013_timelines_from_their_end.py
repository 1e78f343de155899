"""Timelines are read from their end: developments and facts in the order in which they became known."""

from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.drop_index("ix_developments_storyline_id", table_name="developments")
    op.create_index("ix_developments_told", "developments", ["storyline_id", "known_at", "id"])
    op.create_index("ix_developments_known", "developments", ["known_at", "id"])
    op.create_index("ix_facts_told", "facts", ["storyline_id", "at", "id"])


def downgrade() -> None:
    op.drop_index("ix_facts_told", table_name="facts")
    op.drop_index("ix_developments_known", table_name="developments")
    op.drop_index("ix_developments_told", table_name="developments")
    op.create_index("ix_developments_storyline_id", "developments", ["storyline_id"])
