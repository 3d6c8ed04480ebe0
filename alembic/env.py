"""Where Alembic meets the database: over the connection, and in the transaction, that it is handed.

``omnisight db upgrade`` and every start come here through ``storage/migrate.py``.
"""

from __future__ import annotations

from alembic import context
from sqlalchemy import Connection

from omnisight_desktop.storage.tables import metadata


def migrate(connection: Connection) -> None:
    """Run what was asked for; whoever opened the transaction commits it."""
    context.configure(
        connection=connection,
        target_metadata=metadata,
        transactional_ddl=True,
        render_as_batch=True,
    )
    context.run_migrations()


migrate(context.config.attributes["connection"])
