"""Paints for a while and says what came of it: ``python -m benchmarks.gui.painting ours|labels TILES SECONDS``."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks.film import FPS, active
from benchmarks.gui.arm import Painted, told
from benchmarks.gui.pictures import Show
from omnisight_desktop.app.build import owned
from omnisight_desktop.app.run import watching
from omnisight_desktop.config.load import forget_foreign_qt
from omnisight_desktop.config.paths import Paths
from omnisight_desktop.config.schema import Settings
from omnisight_desktop.core.camera import Camera, CameraState, CameraStatus
from omnisight_desktop.services.live import Live
from omnisight_desktop.storage.owner import own

forget_foreign_qt()

from PySide6.QtCore import QEvent, QObject, QSettings, Qt, QTimer  # noqa: E402
from PySide6.QtGui import QImage, QPixmap  # noqa: E402
from PySide6.QtWidgets import QApplication, QGridLayout, QLabel, QWidget  # noqa: E402

from omnisight_desktop.gui import theme  # noqa: E402
from omnisight_desktop.gui.bridge import Bridge  # noqa: E402
from omnisight_desktop.gui.desk import Desk  # noqa: E402
from omnisight_desktop.gui.look import Look  # noqa: E402
from omnisight_desktop.gui.ops import Ops  # noqa: E402
from omnisight_desktop.gui.panels.live import LivePanel  # noqa: E402
from omnisight_desktop.gui.viewmodels.live import LiveViewModel  # noqa: E402
from omnisight_desktop.gui.widgets.tile import Tile  # noqa: E402

_WARM_MS = 1500
_TICK_MS = 33


class Counted(QObject):
    """Counts pictures that were painted: each once, however often it was painted."""

    def __init__(self, serial_of: Callable[[QWidget], int]) -> None:
        super().__init__()
        self._serial_of = serial_of
        self._last: dict[QWidget, int] = {}
        self.painted = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.Paint and isinstance(watched, QWidget):
            serial = self._serial_of(watched)
            if serial > 0 and serial != self._last.get(watched):
                self._last[watched] = serial
                self.painted += 1
        return False


def main() -> None:
    """Paint, then print one line."""
    arm, tiles, seconds = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    application = QApplication([])
    show = Show(active(20))
    with (_ours if arm == "ours" else _labels)(show, tiles) as (window, painted_by, serial_of):
        window.resize(1920, 1080)
        window.show()
        counted = Counted(serial_of)
        QTimer.singleShot(_WARM_MS, application.exit)  # to quit would close the window
        application.exec()
        widgets = painted_by()
        if len(widgets) != tiles:
            raise SystemExit(f"there are {len(widgets)} tiles, not {tiles}")
        for widget in widgets:
            widget.installEventFilter(counted)
        began, spent = time.perf_counter(), time.process_time()
        QTimer.singleShot(seconds * 1000, application.exit)
        application.exec()
        passed_s, spent_s = time.perf_counter() - began, time.process_time() - spent
        due = round(passed_s * FPS) * tiles
        colour = _colour(widgets[0])
        print(told(Painted(counted.painted, due, spent_s / passed_s, colour)), flush=True)


Arm = tuple[QWidget, Callable[[], list[Any]], Callable[[QWidget], int]]


@contextmanager
def _ours(show: Show, tiles: int) -> Iterator[Arm]:
    """The live panel over a house whose cameras show the film."""
    with TemporaryDirectory(prefix="omnisight-bench-") as folder:
        paths = Paths(Path(folder)).make()
        with (
            own(paths.root),
            owned(paths, Settings()) as house,
            watching(house, (f"{folder}/none.mp4",)) as live,
        ):
            _dress(live, show, tiles)
            memory = QSettings(f"{folder}/window.ini", QSettings.Format.IniFormat)
            application = QApplication.instance()
            if isinstance(application, QApplication):
                theme.apply(application, theme.DARK)
            ops, bridge = Ops(), Bridge(house.bus)
            desk = Desk(house, live, ops, bridge, memory, lambda _: None, lambda *_: None)
            panel = LivePanel(LiveViewModel(desk), Look(theme.DARK))
            yield panel, lambda: panel.findChildren(Tile), lambda tile: int(tile.serial)  # type: ignore[attr-defined]
            panel.close_down()
            bridge.close()
            ops.close()


def _dress(live: Live, show: Show, tiles: int) -> None:
    """Have it tell of so many cameras that show the film."""
    cameras = [Camera(f"camera-{number}", f"Camera {number}", "demo:") for number in range(tiles)]
    now = live.statuses()[0].since
    statuses = [CameraStatus(camera.id, CameraState.LIVE, now) for camera in cameras]
    told: dict[str, Any] = {
        "cameras": lambda: cameras,
        "statuses": lambda: statuses,
        "view": show.view,
    }
    for name, answer in told.items():
        setattr(live, name, answer)


@contextmanager
def _labels(show: Show, tiles: int) -> Iterator[Arm]:
    """As little as it takes: a label for each, and a timer."""
    window = QWidget()
    grid = QGridLayout(window)
    columns = max(1, round(tiles**0.5))
    labels = [QLabel() for _ in range(tiles)]
    for number, label in enumerate(labels):
        label.setScaledContents(True)
        label.setMinimumSize(1, 1)
        grid.addWidget(label, number // columns, number % columns)
    serial = 0

    def paint() -> None:
        nonlocal serial
        if show.serial() == serial:
            return
        serial = show.serial()
        for number, label in enumerate(labels):
            image = show.image(serial, number)
            height, width = image.shape[:2]
            form = QImage.Format.Format_BGR888
            picture = QImage(image.data, width, height, image.strides[0], form)
            label.setPixmap(QPixmap.fromImage(picture))

    timer = QTimer(window)
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.timeout.connect(paint)
    timer.start(_TICK_MS)
    yield window, lambda: list(labels), lambda _: serial
    timer.stop()


def _colour(widget: QWidget) -> tuple[float, float, float]:
    """The mean colour of the middle of what it shows."""
    whole = widget.grab().toImage()
    width, height = whole.width(), whole.height()
    middle = whole.copy(width // 4, height // 4, width // 2, height // 2)
    one = middle.scaled(1, 1, mode=Qt.TransformationMode.SmoothTransformation).pixelColor(0, 0)
    return float(one.red()), float(one.green()), float(one.blue())


if __name__ == "__main__":
    main()
