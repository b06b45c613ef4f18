"""Run by Alembic: on the connection it is given, inside its transaction, leaving no table of its own behind."""

from __future__ import annotations

from alembic import context

connection = context.config.attributes["connection"]
connection.exec_driver_sql("CREATE TEMP TABLE alembic_version (version_num TEXT PRIMARY KEY)")
context.configure(connection=connection, transactional_ddl=False)
context.run_migrations()
connection.exec_driver_sql("DROP TABLE temp.alembic_version")
