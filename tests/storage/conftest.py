"""A database for a test, and an eye on threads that outlive it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from omnisight_desktop.storage import writer
from tests.storage.store import Store


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    # Whether somebody else holds the database is plain at once here.
    monkeypatch.setattr(writer, "PATIENCE_MS", 20)
    before = set(threading.enumerate())
    made = Store.at(tmp_path)
    yield made
    made.database.close()
    assert [t.name for t in threading.enumerate() if t not in before] == []
