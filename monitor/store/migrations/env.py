"""Runs the migrations on the connection that `monitor.store.migrate` hands in."""

from alembic import context

from monitor.store.migrate import is_ours
from monitor.store.tables import metadata

connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=metadata,
    include_object=is_ours,
    render_as_batch=True,
    compare_type=True,
    user_module_prefix="database.",
)
with context.begin_transaction():
    context.run_migrations()
