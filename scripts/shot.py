"""Screenshots of every panel of the real program, in both themes and two sizes.

``make shot`` writes them to ``shots/``. The program runs on a screen of its own (Xvfb) over a sample
household, is driven from panel to panel as a person would, and what the screen shows is kept.
``--empty`` shows how it looks before anything has happened.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # Qt is told where its screen is before it is loaded
    from omnisight_desktop.gui.window import Window

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

SIZES = ("1280x800", "1920x1080")
THEMES = ("dark", "light")
LANGUAGES = ("en",)

#: What else is worth a picture in a panel, as ``Panel.show_this`` understands it.
VIEWS: dict[str, tuple[str, ...]] = {
    "chat": ("today", "watch"),
    "gestures": ("help", "teach", "try", "compare"),
    "preferences": ("detection", "retention", "models", "computer"),
}
#: How far down a panel is looked at as well.
DEEP = ("health",)

#: What takes longer than the rest until there is something to see.
_SLOW_MS = {
    "gestures-teach": 9000,
    "gestures-try": 6000,
    "health": 12_000,
    "preferences-computer": 15_000,
}
_SETTLE_MS = 1500
_FIRST_MS = 6000


def main() -> None:
    """Make them all, or those that were asked for."""
    asked = _arguments()
    if asked.inside:
        _drive(asked)
        return
    if shutil.which("xvfb-run") is None:
        raise SystemExit("There is no xvfb-run here; on Debian and Ubuntu: sudo apt install xvfb")
    with tempfile.TemporaryDirectory(prefix="omnisight-shot-") as folder:
        data = asked.data or _sample(Path(folder), empty=asked.empty)
        for size in asked.sizes:
            for language in asked.languages:
                _on_a_screen(asked, data, size, language)
    found = sorted(path.name for path in asked.out.glob("*.png"))
    sys.stdout.write(f"{asked.out}: {len(found)} pictures\n")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=ROOT / "shots", help="where they go")
    parser.add_argument("--data", type=Path, help="this household instead of the sample")
    parser.add_argument("--empty", action="store_true", help="before anything has happened")
    parser.add_argument("--panels", nargs="*", default=[], help="these only")
    parser.add_argument("--sizes", nargs="*", default=list(SIZES))
    parser.add_argument("--themes", nargs="*", default=list(THEMES))
    parser.add_argument("--languages", nargs="*", default=list(LANGUAGES))
    parser.add_argument("--inside", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    asked.out = asked.out.absolute()
    return asked


def _sample(folder: Path, *, empty: bool) -> Path:
    from scripts.sample import furnish

    data = folder / "data"
    data.mkdir()
    if not empty:
        furnish(data, folder)
    return data


def _on_a_screen(asked: argparse.Namespace, data: Path, size: str, language: str) -> None:
    """Run this script again on a screen of that size, and that is all there is on it."""
    asked.out.mkdir(parents=True, exist_ok=True)
    command = ["xvfb-run", "-a", "-s", f"-screen 0 {size}x24", sys.executable, __file__]
    command += ["--inside", size, "--data", str(data), "--out", str(asked.out)]
    command += ["--languages", language, "--themes", *asked.themes]
    command += ["--panels", *asked.panels] if asked.panels else []
    command += ["--empty"] if asked.empty else []
    # The material of the tests is no setting of the program.
    env = {name: told for name, told in os.environ.items() if name != "OMNISIGHT_TEST_MATERIAL"}
    subprocess.run(command, cwd=ROOT, env=env, check=True)


def _drive(asked: argparse.Namespace) -> None:
    """The program itself, with somebody at its keyboard."""
    from omnisight_desktop.app.start import start
    from omnisight_desktop.config.load import forget_foreign_qt, load
    from omnisight_desktop.config.paths import Paths

    forget_foreign_qt()
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    paths = Paths(asked.data).make()
    language = asked.languages[0]
    settings = load(paths, flags={"interface.language": language})
    application = QApplication(sys.argv[:1])
    steps = _steps(asked, language)

    def step() -> None:
        try:
            pause_ms = next(steps)
        except StopIteration:
            application.quit()
            return
        QTimer.singleShot(pause_ms, step)

    QTimer.singleShot(0, step)
    start(paths, settings, say=_say)


def _say(text: str) -> None:
    sys.stderr.write(f"{text}\n")


def _steps(asked: argparse.Namespace, language: str) -> Iterator[int]:
    """Do something, then wait for so many milliseconds, and so on."""
    from omnisight_desktop.gui.shelf import PANELS

    window = None
    while window is None:
        yield 200
        window = _window()
    window.resize(*map(int, asked.inside.split("x")))
    window.move(0, 0)
    yield _FIRST_MS
    for theme in asked.themes:
        _choose(asked.data, theme)
        yield _SETTLE_MS
        keep = _keeper(asked, theme, language)
        if asked.empty and "welcome" in (asked.panels or ["welcome"]):
            keep("welcome")
    if asked.empty:
        window.welcome(None)  # as whoever has taken the first steps
    for theme in asked.themes:
        _choose(asked.data, theme)
        yield _SETTLE_MS
        keep = _keeper(asked, theme, language)
        for entry in PANELS:
            if not asked.panels or entry.name in asked.panels:
                yield from _panel(window, entry.name, keep)


def _panel(window: Window, name: str, keep: Callable[[str], None]) -> Iterator[int]:
    from PySide6.QtWidgets import QScrollArea

    window.go(name)
    yield _SLOW_MS.get(name, 2 * _SETTLE_MS)
    keep(name)
    for view in VIEWS.get(name, ()):
        window.go(name, view)
        yield _SLOW_MS.get(f"{name}-{view}", 2 * _SETTLE_MS)
        keep(f"{name}-{view}")
    areas = [area for area in window.findChildren(QScrollArea) if area.isVisible()]
    if name in DEEP and areas:
        bar = max(areas, key=lambda area: area.height()).verticalScrollBar()
        bar.setValue(bar.maximum())
        yield _SETTLE_MS
        keep(f"{name}-below")
        bar.setValue(0)


def _window() -> Window | None:
    from PySide6.QtWidgets import QApplication

    from omnisight_desktop.gui.window import Window

    found = [one for one in QApplication.topLevelWidgets() if isinstance(one, Window)]
    return found[0] if found and found[0].isVisible() else None


def _choose(data: Path, theme: str) -> None:
    """As in the preferences: written down, and the window follows."""
    from omnisight_desktop.config.paths import Paths
    from omnisight_desktop.services.settings import Preferences

    Preferences(Paths(data)).set("interface.theme", theme)


def _keeper(asked: argparse.Namespace, theme: str, language: str) -> Callable[[str], None]:
    from PySide6.QtWidgets import QApplication

    kind = "-empty" if asked.empty else ""

    def keep(name: str) -> None:
        """What is on the screen now, toasts and all."""
        picture = QApplication.primaryScreen().grabWindow(0)
        file = asked.out / f"{name}{kind}-{theme}-{language}-{asked.inside}.png"
        if picture.isNull() or not picture.save(str(file)):
            raise SystemExit(f"{file} cannot be written")

    return keep


if __name__ == "__main__":
    main()
