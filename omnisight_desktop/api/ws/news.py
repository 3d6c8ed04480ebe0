"""What happens, for who must not miss any of it: read from the memory when the bell has rung."""

from __future__ import annotations

from itertools import islice
from typing import Any

from anyio.to_thread import run_sync

from omnisight_desktop.core.event import Committed
from omnisight_desktop.services.house import House

_AT_ONCE = 100


class News:
    """Tells whether something new was stored, without asking the database."""

    def __init__(self, house: House) -> None:
        self._house = house
        self._rings = house.bus.listen(Committed, "server", capacity=64)
        self._newest = house.events.newest_seq()

    @property
    def newest(self) -> int:
        """The number of what was stored last."""
        for ring in self._rings.drain():
            self._newest = max(self._newest, ring.newest_seq)
        return self._newest

    async def since(self, seq: int, camera: str) -> tuple[int, list[tuple[int, dict[str, Any]]]]:
        """Some of what was stored after that number at one camera, and the number to go on from."""
        return await run_sync(self._read, seq, camera)

    def close(self) -> None:
        """Listen no more."""
        self._rings.close()

    def _read(self, seq: int, camera: str) -> tuple[int, list[tuple[int, dict[str, Any]]]]:
        page = list(islice(self._house.events.since(seq), _AT_ONCE))
        if not page:
            return max(seq, self._newest), []
        here = [(number, event) for number, event in page if event.camera == camera]
        rows = self._house.events.as_json(event for _, event in here) if here else []
        return page[-1][0], list(zip((number for number, _ in here), rows, strict=True))
