"""answers from messages."""

import sqlalchemy as sa
from alembic import op

from monitor.store import database

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "answers",
        sa.Column("token", sa.Text(), nullable=False),
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("made_at", database.UtcTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["article_id"], ["articles.id"], name=op.f("fk_answers_article_id_articles")),
        sa.PrimaryKeyConstraint("token", name=op.f("pk_answers")),
    )


def downgrade() -> None:
    op.drop_table("answers")
