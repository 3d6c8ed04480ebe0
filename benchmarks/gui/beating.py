"""A heartbeat in the window, while everything happens at once or nothing does."""

from __future__ import annotations

import faulthandler
import json
import re
import sys
import threading
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryFile, mkdtemp
from typing import Any

from omnisight_desktop.app.start import start
from omnisight_desktop.config.load import forget_foreign_qt, load
from omnisight_desktop.config.paths import Paths
from omnisight_desktop.services.export.request import Draw, ExportRequest
from omnisight_desktop.storage.events import EventFilter

forget_foreign_qt()

from PySide6.QtCore import QObject, Qt, QTimer  # noqa: E402
from PySide6.QtWidgets import QApplication, QWidget  # noqa: E402

from omnisight_desktop.gui.widgets.tile import Tile  # noqa: E402
from omnisight_desktop.gui.window import Window  # noqa: E402

_BEAT_MS = 5
_BEGUN_MS = 12_000  # until all cameras are there and the detector is loaded
_ROUND_MS = 400
_MORE_S = 90.0
_WORDS = ("parcel", "the parcel", "umbrella", "dog barked", "neighbour", "dinner ready late")
_KINDS = (("appeared",), ("left",), ("spoken",), ("loud",), ())
_FILMED = datetime(2026, 5, 3, 12, tzinfo=UTC)


_LATE_S = 0.04  # from here on it is noted what the window is at
_DEEP = 4  # calls that are told
# For whoever seeks the cause, not where it is measured: looking may end the program.
_LOOKS = "--look" in sys.argv
_CALL = re.compile(r'File ".*?([^/]+)\.py", line (\d+) in (\S+)')


class Heart(QObject):
    """Notes how late each beat comes: so long the window answered nobody, and what it was at."""

    def __init__(self) -> None:
        super().__init__()
        self.late_ms: list[float] = []
        self._own_ms: list[float] = []
        self._last = self._spent = 0.0
        self._main = f"0x{threading.get_ident():016x}"
        self._places: list[tuple[float, float, str]] = []
        self._noted = TemporaryFile("w+", encoding="utf-8")  # noqa: SIM115 - open as long as it beats
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)

    def start(self) -> None:
        """Beat from now on."""
        self._last, self._spent = time.perf_counter(), time.thread_time()
        self._timer.start(_BEAT_MS)

    def _beat(self) -> None:
        now, spent = time.perf_counter(), time.thread_time()
        late_s, own_ms = now - self._last, (spent - self._spent) * 1000
        late_ms = max(0.0, late_s * 1000 - _BEAT_MS)
        self.late_ms.append(late_ms)
        self._own_ms.append(own_ms)
        if _LOOKS and late_s > _LATE_S:
            self._places.append((late_ms, own_ms, self._at()))
        if _LOOKS:
            # By the system's own thread: one of Python's would keep alive what the window let go of.
            faulthandler.dump_traceback_later(_LATE_S, file=self._noted)
        self._last, self._spent = time.perf_counter(), time.thread_time()

    def _at(self) -> str:
        """What was noted of the window since the last time."""
        self._noted.seek(0)
        threads = self._noted.read().split("\n\n")
        self._noted.seek(0)
        self._noted.truncate()
        own = next((one for one in threads if self._main in one), "")
        calls = [f"{file}.{name}:{line}" for file, line, name in _CALL.findall(own)]
        return " < ".join(calls[:_DEEP]) or "(not seen)"

    def told(self) -> dict[str, Any]:
        """What it noted. Late while it did little itself, it waited for a processor, or for others."""
        faulthandler.cancel_dump_traceback_later()
        self._timer.stop()
        self._noted.close()
        ordered = sorted(self.late_ms)
        worst = sorted(self._places, reverse=True)[:5]
        return {
            "beats": len(ordered),
            "most_ms": ordered[-1],
            "p99_ms": ordered[int(len(ordered) * 0.99)],
            "own_ms": max(self._own_ms),
            "at": [f"{late:.0f} ms late, {own:.0f} ms of it at {at}" for late, own, at in worst],
        }


class Busy:
    """Filters and exports, again and again, through the window's own means."""

    def __init__(self, window: Window) -> None:
        desk = window._desk
        if desk is None:
            raise SystemExit("the window is not furnished")
        self._desk = desk
        self._rounds = 0
        self._exporting = False
        self.filtered = 0
        self.exported = 0

    def go_on(self) -> None:
        """One more filter, and another export as soon as the last one is done."""
        at, self._rounds = self._rounds, self._rounds + 1
        text = _WORDS[at % len(_WORDS)] if at % 2 else None
        wanted = EventFilter(types=_KINDS[at % len(_KINDS)], text=text)
        house = self._desk.house

        def look() -> int:
            house.events.stories(wanted, limit=60)
            return house.events.count(wanted)

        self._desk.ops.run(look, self._filtered, self._failed)
        if not self._exporting:
            self._exporting = True
            target = Path(mkdtemp(prefix="omnisight-bench-"))
            request = ExportRequest(
                ("camera-0",),
                _FILMED,
                _FILMED + timedelta(seconds=30),
                draw=frozenset({Draw.BOXES, Draw.NAMES, Draw.TIME}),
            )
            self._desk.ops.run(
                lambda: house.exports.export(request, target), self._exported, self._failed
            )

    def _filtered(self, count: int) -> None:
        self.filtered += count > 0

    def _exported(self, _: object) -> None:
        self.exported += 1
        self._exporting = False

    def _failed(self, error: Exception) -> None:
        raise SystemExit(str(error))


def _steps(heart: Heart, seconds: float, told: dict[str, Any]) -> Iterator[int]:
    window = None
    while window is None:
        yield 100
        found = [one for one in QApplication.topLevelWidgets() if isinstance(one, Window)]
        window = found[0] if found and found[0].isVisible() else None
    window.go("live")
    yield _BEGUN_MS
    busy = Busy(window)
    heart.start()
    until = time.perf_counter() + seconds
    before = sum(tile.serial for tile in window.findChildren(Tile))
    # On a slow machine until an export was done at all, but not for ever.
    while (now := time.perf_counter()) < until or (not busy.exported and now < until + _MORE_S):
        busy.go_on()
        yield _ROUND_MS
    painted = sum(tile.serial for tile in window.findChildren(Tile)) - before
    told.update(
        heart.told(), filtered=busy.filtered, exported=busy.exported, painted=float(painted)
    )


def _busy(data: Path, seconds: float) -> dict[str, Any]:
    application = QApplication(sys.argv[:1])
    told: dict[str, Any] = {}
    steps = _steps(Heart(), seconds, told)

    def step() -> None:
        pause_ms = next(steps, None)
        if pause_ms is None:
            application.quit()
        else:
            QTimer.singleShot(pause_ms, step)

    QTimer.singleShot(0, step)
    paths = Paths(data)
    start(paths, load(paths), say=lambda text: print(text, file=sys.stderr))
    return told


def _nothing(seconds: float) -> dict[str, Any]:
    application = QApplication(sys.argv[:1])
    window = QWidget()
    window.show()
    heart = Heart()
    heart.start()
    QTimer.singleShot(round(seconds * 1000), application.quit)
    application.exec()
    return {**heart.told(), "filtered": 0, "exported": 0, "painted": 0}


def main() -> None:
    """Print what was noted, as one line."""
    asked, place, long_s = sys.argv[1], Path(sys.argv[2]), float(sys.argv[3])
    print(json.dumps(_busy(place, long_s) if asked == "busy" else _nothing(long_s)), flush=True)
