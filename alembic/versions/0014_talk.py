"""What was asked and answered can be shown again as it was; what requests cost is counted."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

_INDEX = "ix_ledger_purpose_at_ms"


def upgrade() -> None:
    op.add_column("messages", sa.Column("told", sa.Text(), nullable=True))
    op.add_column("messages", sa.Column("place", sa.Integer(), nullable=False, server_default="0"))
    op.add_column(
        "ledger", sa.Column("micro_usd", sa.BigInteger(), nullable=False, server_default="0")
    )
    op.create_index(_INDEX, "ledger", ["purpose", "at_ms"])


def downgrade() -> None:
    op.drop_index(_INDEX, "ledger")
    op.drop_column("ledger", "micro_usd")
    op.drop_column("messages", "place")
    op.drop_column("messages", "told")
