"""Some indexes are over some rows only, in every database that can do so."""

from __future__ import annotations

import pytest
import sqlalchemy as sa

from omnisight_desktop.storage.tables import metadata


@pytest.mark.parametrize("address", ["sqlite://", "postgresql+psycopg2://"])
def test_indexes_leave_out_what_is_not_given(address: str) -> None:
    said: list[str] = []

    def keep(statement: sa.schema.ExecutableDDLElement, *_: object, **__: object) -> None:
        said.append(str(statement.compile(dialect=engine.dialect)))

    name = sa.make_url(address).get_dialect().name
    engine = sa.create_mock_engine(f"{name}://", keep)
    metadata.create_all(engine, checkfirst=False)
    partial = [one for one in said if "ix_person_events_zone_start_ms" in one]
    assert len(partial) == 1
    assert "WHERE zone IS NOT NULL" in partial[0]
