"""The program on a screen of its own, with somebody at its keyboard who teaches it a gesture.

Run as a program: ``show_and_tell.py DATA MODELS TAKE... --other FILM``. It shows the takes, tries the other film out,
has a rule made of the gesture, waits until the camera that is watched has made it, and writes what it
saw as one line of JSON.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

sys.path.insert(0, str(Path(__file__).parents[2]))

if TYPE_CHECKING:  # Qt is told where its screen is before it is loaded
    from omnisight_desktop.gui.panels.gestures import GesturesPanel
    from omnisight_desktop.gui.window import Window

LABEL = "help"
_STEP_MS = 100
_PATIENCE = 1200  # steps that anything may take


def main() -> None:
    """Start the program, and do what a person would."""
    parser = argparse.ArgumentParser()
    parser.add_argument("data", type=Path)
    parser.add_argument("models")
    parser.add_argument("takes", nargs="+")
    parser.add_argument("--other", required=True)
    asked = parser.parse_args()
    from omnisight_desktop.app.start import start
    from omnisight_desktop.config.load import forget_foreign_qt, load
    from omnisight_desktop.config.paths import Paths

    forget_foreign_qt()
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    paths = Paths(asked.data).make()
    settings = load(paths, flags={"models.dir": asked.models, "server.enabled": False})
    application = QApplication(sys.argv[:1])
    found: dict[str, Any] = {}
    steps = _steps(asked, found)

    def step() -> None:
        try:
            next(steps)
        except StopIteration:
            application.quit()
            return
        QTimer.singleShot(_STEP_MS, step)

    QTimer.singleShot(0, step)
    start(paths, settings, say=_say)
    sys.stdout.write(json.dumps(found) + "\n")


def _say(text: str) -> None:
    sys.stderr.write(f"{text}\n")


def _until(true: Callable[[], Any], what: str, found: dict[str, Any]) -> Iterator[None]:
    """Look again and again; what never comes is said."""
    for _ in range(_PATIENCE):
        if true():
            return
        yield
    found["waited in vain"] = what
    raise WaitedInVainError(what)


class WaitedInVainError(Exception):
    """Something that was waited for never came."""


def _steps(asked: argparse.Namespace, found: dict[str, Any]) -> Iterator[None]:
    try:
        yield from _lesson(asked, found)
    except WaitedInVainError:
        return


def _lesson(asked: argparse.Namespace, found: dict[str, Any]) -> Iterator[None]:
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    yield from _until(_window, "the window", found)
    window = _window()
    assert window is not None
    window.welcome(None)
    window.go("gestures", "teach")
    panel = _panel(window)
    model = panel._model
    # The camera that is watched shows somebody, with their skeleton.
    yield from _until(lambda: _body(panel) is not None, "somebody in the mirror", found)
    found["teacher"] = model.mirror.teacher and model.mirror.teacher.words
    panel.teach()
    QTest.keyClicks(panel.teach_page._name, LABEL)
    model.mirror.choose_films(tuple(asked.takes))
    QTest.keyClick(panel.teach_page._name, Qt.Key.Key_Return)
    count = len(asked.takes)
    yield from _until(lambda: len(model.teaching.takes) == count, "the takes", found)
    yield from _until(lambda: model.teaching.can_save, "what is said of them", found)
    found["takes"] = [row.words for row in model.teaching.takes]
    panel._save()
    yield from _until(lambda: model.page is not None, "the gesture in the library", found)
    window.go("gestures", "try")
    model.mirror.choose_films((asked.other,))
    yield from _until(lambda: model.trying.made, "the gesture in another take", found)
    found["tried"] = [one.words for one in model.trying.made]
    found["sure"] = {bar.label: round(bar.best, 2) for bar in model.trying.bars}
    model.make_rule(LABEL)
    rules = window._panels["rules"]
    yield from _until(lambda: rules._model.draft is not None, "a rule of it", found)  # type: ignore[attr-defined]
    rules._save()  # type: ignore[attr-defined]
    yield from _until(lambda: rules._model.rows, "the rule in its list", found)  # type: ignore[attr-defined]
    found["rule"] = rules._model.rows[0].words  # type: ignore[attr-defined]
    events = model._desk.house.events
    yield from _until(lambda: _seen(events), "the gesture at the camera, with its clip", found)


def _seen(events: Any) -> bool:
    """Whether the camera saw the gesture, filmed it, and the rule was set off by it."""
    from omnisight_desktop.storage.events import EventFilter

    page = events.page(EventFilter(types=("gesture", "rule")), None, 50).events
    made = [one for one in page if one.type == "gesture" and one.label == LABEL and one.clip]
    return bool(made) and any(one.type == "rule" for one in page)


def _body(panel: GesturesPanel) -> Any:
    picture = panel.teach_page.stage.mirror._picture
    return picture.body if picture is not None else None


def _panel(window: Window) -> GesturesPanel:
    from omnisight_desktop.gui.panels.gestures import GesturesPanel

    panel = window._panels["gestures"]
    assert isinstance(panel, GesturesPanel)
    return panel


def _window() -> Window | None:
    from PySide6.QtWidgets import QApplication

    from omnisight_desktop.gui.window import Window

    found = [one for one in QApplication.topLevelWidgets() if isinstance(one, Window)]
    return found[0] if found and found[0].isVisible() else None


if __name__ == "__main__":
    main()
