"""A furnished house for tests: a real database, a real writer, a clock that stands still."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from omnisight_desktop.app.build import owned
from omnisight_desktop.chat.embedders.letters import Letters
from omnisight_desktop.chat.retrieval.hybrid import Engines, HybridSearch
from omnisight_desktop.config.paths import Paths
from omnisight_desktop.config.schema import Settings
from omnisight_desktop.core.clock import ManualClock
from omnisight_desktop.core.errors import ModelMissing
from omnisight_desktop.core.event import Event
from omnisight_desktop.core.ports.language import PictureEmbedder
from omnisight_desktop.services.house import House
from omnisight_desktop.storage.migrate import upgrade
from omnisight_desktop.storage.owner import own

NOON = datetime(2026, 5, 3, 12, tzinfo=UTC)


@contextmanager
def furnished(folder: Path, now: datetime = NOON) -> Iterator[House]:
    """A house of its own in a folder, with its writer running."""
    paths = Paths(folder).make()
    if not paths.database.exists():
        paths.database.write_bytes(_fresh())
    with own(paths.root), owned(paths, Settings()) as house:
        search = searching(house)
        house.people.when_forgotten(search.let_go)
        clock = ManualClock(now)
        house.people._clock = clock
        yield replace(house, clock=clock, search=search)


def searching(
    house: House, pictures: Callable[[], PictureEmbedder] | None = None, *, keeps: bool = True
) -> HybridSearch:
    """What finds by meaning, without any weights; pictures only where something is given for them."""

    def none() -> PictureEmbedder:
        raise ModelMissing("There is no model for pictures.", fix="Get one.")

    engines = Engines(lambda: (Letters(), ""), pictures or none)
    assert isinstance(house.search, HybridSearch)
    return HybridSearch(house.search.stored, engines, house.paths.vectors, keeps=keeps)


@lru_cache(maxsize=1)
def _fresh() -> bytes:
    """A database as the first start leaves it. Made once: that takes longer than most tests."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / "omnisight.db"
        upgrade(file, Path(folder))
        return file.read_bytes()


def event(name: str, minutes_ago: float, **told: Any) -> Event:
    """An event so many minutes before noon that lasted half a minute."""
    start = NOON - timedelta(minutes=minutes_ago)
    seen = Event(name, "porch", "appeared", start, start + timedelta(seconds=30), label="person")
    return replace(seen, **told)
