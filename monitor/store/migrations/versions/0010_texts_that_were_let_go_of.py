"""Texts that were let go of."""

import sqlalchemy as sa
from alembic import op

from monitor.store import database

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("articles", sa.Column("emptied_at", database.UtcTime(timezone=True), nullable=True))


def downgrade() -> None:
    op.drop_column("articles", "emptied_at")
