"""What can be done wherever one is: pausing, the theme, the language, the data folder."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from omnisight_desktop.gui.action import Action
from omnisight_desktop.gui.appearance import Appearance
from omnisight_desktop.gui.theme import ACCENTS
from omnisight_desktop.gui.tongue import tr
from omnisight_desktop.gui.viewmodels.watching import Watching
from omnisight_desktop.rules.rule import Act
from omnisight_desktop.services.pause import Span


def pauses(watching: Watching) -> list[Action]:
    """Being left alone for a while."""

    def pause(span: Span) -> Callable[[], None]:
        return partial(watching.pause, span)

    return [
        Action("pause.quarter", tr("Pause for 15 minutes"), pause(Span.QUARTER), "Ctrl+P", "pause"),
        Action("pause.hour", tr("Pause for an hour"), pause(Span.HOUR), "Ctrl+Shift+P", "pause"),
        Action(
            "pause.tomorrow",
            tr("Pause until tomorrow"),
            pause(Span.TOMORROW),
            "Ctrl+Alt+P",
            "pause",
        ),
        Action("pause.end", tr("Watch again"), watching.resume, "Ctrl+R", "play"),
    ]


def armings(watching: Watching) -> list[Action]:
    """Having nobody told what happens, and everybody again."""
    disarm, arm = partial(watching.arm, Act.DISARM), partial(watching.arm, Act.ARM)
    return [
        Action("arming.disarm", tr("Disarm: tell nobody"), disarm, "Ctrl+Alt+A", "bell-off"),
        Action("arming.arm", tr("Arm: tell people again"), arm, "Ctrl+Shift+A", "bell"),
    ]


def looks(appearance: Appearance) -> list[Action]:
    """How the window looks and speaks."""
    themes = {
        "light": (tr("Theme: light"), "sun", "Ctrl+Alt+L"),
        "dark": (tr("Theme: dark"), "moon", "Ctrl+Alt+D"),
        "system": (tr("Theme: as the system has it"), "screen", "Ctrl+Alt+S"),
    }
    accents = {
        "teal": tr("Accent: teal"),
        "blue": tr("Accent: blue"),
        "violet": tr("Accent: violet"),
        "pink": tr("Accent: pink"),
        "green": tr("Accent: green"),
    }
    languages = {
        "en": ("Language: English", "Ctrl+Alt+1"),
        "de": ("Sprache: Deutsch", "Ctrl+Alt+2"),
        "system": (tr("Language: that of the system"), "Ctrl+Alt+0"),
    }
    chosen = [
        Action(f"theme.{name}", words, partial(appearance.set, "theme", name), keys, icon)
        for name, (words, icon, keys) in themes.items()
    ]
    chosen += [
        Action(
            f"accent.{name}",
            accents[name],
            partial(appearance.set, "accent", name),
            f"Ctrl+Shift+F{at}",  # with Alt they lead to the consoles of Linux
            "palette",
        )
        for at, name in enumerate(ACCENTS, 1)
    ]
    chosen += [
        Action(
            f"language.{name}", words, partial(appearance.set, "language", name), keys, "language"
        )
        for name, (words, keys) in languages.items()
    ]
    return chosen


def places(data: Path) -> list[Action]:
    """Where things lie."""

    def show(folder: Path) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

    return [
        Action("folder", tr("Open the data folder"), partial(show, data), "Ctrl+Alt+O", "folder")
    ]
