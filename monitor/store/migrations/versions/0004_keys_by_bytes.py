"""Keys of developments are compared by bytes, whatever language PostgreSQL's server sorts by."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    if op.get_bind().dialect.name == "postgresql":
        op.alter_column("developments", "key", type_=sa.Text(collation="C"))


def downgrade() -> None:
    if op.get_bind().dialect.name == "postgresql":
        op.alter_column("developments", "key", type_=sa.Text())
