"""A process that writes events until it is killed, and says of each when it was stored for good."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from itertools import count
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from omnisight_desktop.core.clock import SystemClock
from omnisight_desktop.core.event import Event
from omnisight_desktop.core.instruments import Instruments
from omnisight_desktop.flow.bus import Bus
from omnisight_desktop.storage.engine import Database
from omnisight_desktop.storage.writer import Writer

START = datetime(2026, 5, 3, 12, tzinfo=UTC)
PRODUCERS = 3


def event(name: str, number: int) -> Event:
    """One of many."""
    start = START + timedelta(seconds=number)
    return Event(name, "front", "appeared", start, label="person", text=f"event number {number}")


@contextmanager
def writing(folder: Path) -> Iterator[Writer]:
    """The one writer over the database of a folder."""
    database = Database.open(folder / "omnisight.db")
    writer = Writer(
        database,
        folder / "journal",
        bus=Bus(),
        clock=SystemClock(),
        instruments=Instruments(),
    )
    writer.start()
    try:
        yield writer
    finally:
        writer.stop()
        database.close()


def write_until_killed(folder: Path, round_name: str, tell: Connection[Any, Any]) -> None:
    """Several producers commit small batches; each id is told after its commit returned."""
    telling = threading.Lock()
    with writing(folder) as writer:

        def produce(producer: int) -> None:
            for number in count():
                names = [f"{round_name}-{producer}-{number}-{n}" for n in range(1 + number % 4)]
                writer.commit(*(event(name, number) for name in names), timeout_s=60.0)
                with telling:
                    tell.send_bytes(" ".join(names).encode())

        threads = [threading.Thread(target=produce, args=(n,)) for n in range(PRODUCERS)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
