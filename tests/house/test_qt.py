"""A version of PySide6 that loses a reference to None at each call without a result kills the app."""

from __future__ import annotations

import os
import subprocess
import sys
import textwrap
from importlib.metadata import version


def test_the_installed_pyside_is_older_than_the_one_that_aborts() -> None:
    major, minor, *_ = version("PySide6").split(".")
    assert (int(major), int(minor)) < (6, 12)


def test_tens_of_thousands_of_calls_and_repaints_lose_no_reference() -> None:
    script = textwrap.dedent(
        """
        import sys
        from PySide6.QtGui import QPainter
        from PySide6.QtWidgets import QApplication, QWidget

        class Canvas(QWidget):
            painted = 0
            def paintEvent(self, event):
                painter = QPainter(self)
                painter.drawLine(0, 0, 9, 9)
                painter.end()
                Canvas.painted += 1

        app = QApplication([])
        canvas = Canvas()
        canvas.resize(16, 16)
        canvas.show()
        app.processEvents()
        for _ in range(100):
            canvas.repaint()
        before = sys.getrefcount(None)
        for _ in range(20_000):
            canvas.setEnabled(True)
            canvas.update()
        for _ in range(10_000):
            canvas.repaint()
        assert Canvas.painted >= 10_000, Canvas.painted
        sys.stdout.write(f"{sys.getrefcount(None) - before}")
        """
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    assert done.returncode == 0, done.stderr
    assert abs(int(done.stdout)) < 500
