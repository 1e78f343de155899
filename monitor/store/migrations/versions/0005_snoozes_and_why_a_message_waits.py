"""snoozes, and why a message waits."""

import sqlalchemy as sa
from alembic import op

from monitor.store import database

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "snoozes",
        sa.Column("storyline_id", sa.Integer(), nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("until", database.UtcTime(timezone=True), nullable=False),
        sa.Column("made_at", database.UtcTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["storyline_id"], ["storylines.id"], name=op.f("fk_snoozes_storyline_id_storylines")),
        sa.PrimaryKeyConstraint("storyline_id", "channel", name=op.f("pk_snoozes")),
    )
    with op.batch_alter_table("deliveries", schema=None) as batch_op:
        batch_op.add_column(sa.Column("reason", sa.Text(), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("deliveries", schema=None) as batch_op:
        batch_op.drop_column("reason")
    op.drop_table("snoozes")
