"""Several machines: PostgreSQL gets the queue's tables, and entries say which host their page is asked from."""

import sqlalchemy as sa
from alembic import op

from monitor.store import queue

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("entries", sa.Column("host", sa.Text(), nullable=False, server_default=""))
    if op.get_bind().dialect.name == "postgresql":
        queue.prepare(op.get_bind())


def downgrade() -> None:
    op.drop_column("entries", "host")
