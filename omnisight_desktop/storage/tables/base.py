"""What all tables share: their list, how constraints are named, and how times are kept.

A moment is a whole number of milliseconds since 1970, UTC: exact, small, and sorted alike in every
database.
"""

from __future__ import annotations

import sqlalchemy as sa

metadata = sa.MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)

#: A key that SQLite counts up by itself is an INTEGER there; elsewhere 64 bits are wanted.
Serial = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


#: Where an index keeps which rows it is over.
_WHERE = "where"


def moment(name: str, *, optional: bool = False) -> sa.Column[int]:
    """A column for a moment; its name ends in ``_ms``."""
    return sa.Column(name, sa.BigInteger(), nullable=optional)


def word(name: str, *, optional: bool = False) -> sa.Column[str]:
    """A column for words."""
    return sa.Column(name, sa.Text(), nullable=optional)


def flag(name: str, *, default: bool) -> sa.Column[bool]:
    """A column for yes or no."""
    chosen = sa.text("1" if default else "0")
    return sa.Column(name, sa.Boolean(), nullable=False, server_default=chosen)


def partial(name: str, *columns: str, given: str) -> sa.Index:
    """An index over the rows in which that column holds something."""
    where = f"{given} IS NOT NULL"
    return sa.Index(name, *columns, sqlite_where=sa.text(where), info={_WHERE: where})


@sa.event.listens_for(metadata, "before_create")
def _elsewhere(target: sa.MetaData, connection: sa.Connection, **_: object) -> None:
    """Partial for PostgreSQL, too; said as late as here, for saying so loads all that belongs to it."""
    if connection.dialect.name != "postgresql":
        return
    for table in target.tables.values():
        for index in table.indexes:
            if _WHERE in index.info:
                index.dialect_options["postgresql"]["where"] = sa.text(index.info[_WHERE])
