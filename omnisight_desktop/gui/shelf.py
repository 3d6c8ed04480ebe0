"""The panels of the rail, each opened when it is first looked at."""

from __future__ import annotations

import importlib
from dataclasses import dataclass
from typing import Any

from omnisight_desktop.gui.action import Actions
from omnisight_desktop.gui.desk import Desk
from omnisight_desktop.gui.look import Look
from omnisight_desktop.gui.widgets.panel import Panel


@dataclass(frozen=True, slots=True)
class Entry:
    """One panel: its lasting name, its title, its icon, and where panel and view-model are made."""

    name: str
    title: str
    icon: str
    panel: str
    model: str


_GUI = "omnisight_desktop.gui"

#: The rail, from top to bottom. A panel is made as ``panel(model(desk), look)``.
PANELS = (
    Entry(
        "live",
        "Live",
        "live",
        f"{_GUI}.panels.live:LivePanel",
        f"{_GUI}.viewmodels.live:LiveViewModel",
    ),
    Entry(
        "review",
        "Review",
        "review",
        f"{_GUI}.panels.review:ReviewPanel",
        f"{_GUI}.viewmodels.review:ReviewViewModel",
    ),
    Entry(
        "chat",
        "Chat",
        "chat",
        f"{_GUI}.panels.chat:ChatPanel",
        f"{_GUI}.viewmodels.chat:ChatViewModel",
    ),
    Entry(
        "cameras",
        "Cameras",
        "cameras",
        f"{_GUI}.panels.cameras:CamerasPanel",
        f"{_GUI}.viewmodels.cameras:CamerasViewModel",
    ),
    Entry(
        "people",
        "People",
        "people",
        f"{_GUI}.panels.people:PeoplePanel",
        f"{_GUI}.viewmodels.people:PeopleViewModel",
    ),
    Entry(
        "rules",
        "Rules",
        "rules",
        f"{_GUI}.panels.rules:RulesPanel",
        f"{_GUI}.viewmodels.rules:RulesViewModel",
    ),
    Entry(
        "gestures",
        "Gestures",
        "gestures",
        f"{_GUI}.panels.gestures:GesturesPanel",
        f"{_GUI}.viewmodels.gestures:GesturesViewModel",
    ),
    Entry(
        "health",
        "Health",
        "health",
        f"{_GUI}.panels.health:HealthPanel",
        f"{_GUI}.viewmodels.health:HealthViewModel",
    ),
    Entry(
        "preferences",
        "Settings",
        "settings",
        f"{_GUI}.panels.preferences:PreferencesPanel",
        f"{_GUI}.viewmodels.preferences:PreferencesViewModel",
    ),
)


def opened(entry: Entry, desk: Desk, look: Look, actions: Actions) -> Panel:
    """The panel over its view-model, its actions brought in."""
    panel: Panel = _made(entry.panel)(_made(entry.model)(desk), look)
    actions.bring(panel, panel.actions_here())
    panel.actions_changed.connect(lambda: actions.bring(panel, panel.actions_here()))
    return panel


def _made(address: str) -> Any:
    module, _, attribute = address.partition(":")
    return getattr(importlib.import_module(module), attribute)
