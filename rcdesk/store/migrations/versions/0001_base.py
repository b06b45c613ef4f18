"""The first tables. Rewritten in place until 1.0."""

from __future__ import annotations

from alembic import op

from rcdesk.store.migrations import statements

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make every table."""
    for statement in statements():
        op.execute(statement)
