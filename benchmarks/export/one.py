"""One whole export in a process of its own: prints how much memory it took, and how far it told."""

from __future__ import annotations

import json
import resource
import shutil
import sys
import time
from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.export.footage import PIECE_S, START, pieces
from omnisight_desktop.app.build import owned
from omnisight_desktop.config.paths import Paths
from omnisight_desktop.config.schema import Settings
from omnisight_desktop.core.camera import Camera
from omnisight_desktop.core.clock import SystemClock
from omnisight_desktop.core.event import Gap
from omnisight_desktop.services.export.footage import Piece
from omnisight_desktop.services.export.request import Draw, ExportRequest
from omnisight_desktop.services.export.write import Exports
from omnisight_desktop.storage.owner import own


class Reel:
    """Every camera recorded the same, all of the time."""

    def __init__(self, film: Path, minutes: int) -> None:
        self._film, self._count = film, minutes * 60 // PIECE_S

    def pieces(self, camera: str, since: datetime, until: datetime) -> Sequence[Piece]:
        every = pieces(self._film, self._count, camera)
        return [one for one in every if one.start < until and one.end > since]

    def gaps(self, camera: str, since: datetime, until: datetime) -> Sequence[Gap]:  # noqa: ARG002
        return ()


def main(film: Path, target: Path, cameras: int, minutes: int, how: str) -> None:
    """Export it, and print what it took."""
    names = tuple(f"camera-{number}" for number in range(cameras))
    shares: list[float] = []

    def tell(share: float) -> bool:
        shares.append(share)
        return True

    with TemporaryDirectory(prefix="omnisight-bench-") as folder:
        paths = Paths(Path(folder)).make()
        with own(paths.root), owned(paths, Settings()) as house:
            house.keeper.commit(*(Camera(name, name, "file:reel") for name in names))
            exports = Exports(
                Reel(film, minutes), house.exports.tracks, house.events, SystemClock()
            )
            draw = frozenset(Draw) if how == "draw" else frozenset[Draw]()
            request = ExportRequest(names, START, START + timedelta(minutes=minutes), draw)
            began = time.perf_counter()
            done = exports.export(request, target, tell=tell)
            took_s = time.perf_counter() - began
    told = {
        "own_mb": _own_mb(),
        # Told to be no less than ours, for a child begins as our own process.
        "child_mb": round(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024, 1),
        "shares": len(shares),
        "films": len(done.films),
        "out_mb": round(sum(film.size_bytes for film in done.films) / 1e6, 1),
        "seconds": round(took_s, 1),
    }
    shutil.rmtree(target)
    print(json.dumps(told))


def _own_mb() -> float:
    """The most that this process held; rusage would count in what it was started from."""
    lines = Path("/proc/self/status").read_text().splitlines()
    told = next(line for line in lines if line.startswith("VmHWM:"))
    return round(int(told.split()[1]) / 1024, 1)


if __name__ == "__main__":
    _, film, target, cameras, minutes, how = sys.argv
    main(Path(film), Path(target), int(cameras), int(minutes), how)
