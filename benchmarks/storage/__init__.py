"""The memory: how fast events go in, how soon one is safe, how fast a year of them answers, and what
it costs to let the oldest go.

``python -m benchmarks.storage [--quick] [--json]``. The peer is Python's own sqlite3 over the same
tables, indexes, triggers and pragmas in the same run; both must hold and answer the same.
"""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.measure import Row
from benchmarks.storage.commit import commit
from benchmarks.storage.insert import insert
from benchmarks.storage.query import query
from benchmarks.storage.retention import retention


def rows(quick: bool) -> list[Row]:
    """Everything that is measured here."""
    with TemporaryDirectory(prefix="omnisight-bench-") as folder:
        place = Path(folder)
        return [
            *insert(place, quick),
            *commit(place, quick),
            *query(place, quick),
            *retention(place, quick),
        ]
