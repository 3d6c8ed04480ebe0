"""The review can be read in both languages, whatever it shows just now."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from omnisight_desktop.gui import theme, tongue
from omnisight_desktop.gui.appearance import words_of
from omnisight_desktop.gui.desk import Desk
from omnisight_desktop.gui.look import Look
from omnisight_desktop.gui.panels.review import ReviewPanel
from omnisight_desktop.gui.viewmodels.exporting import Hide
from omnisight_desktop.gui.viewmodels.review import ReviewViewModel
from omnisight_desktop.gui.viewmodels.wanted import Facet
from tests.gui.walk import faults, unnamed

PATIENCE_MS = 15_000
#: What the window leaves to a panel, at 1280x800.
WIDTH, HEIGHT = 1208, 760


@pytest.fixture(params=["en", "de"])
def panel(
    request: pytest.FixtureRequest, desk: Desk, qapp: QApplication, qtbot: QtBot
) -> Iterator[ReviewPanel]:
    tongue.speak(words_of(request.param))
    theme.apply(qapp, theme.DARK)
    panel = ReviewPanel(ReviewViewModel(desk), Look(theme.DARK))
    qtbot.addWidget(panel)
    panel.resize(WIDTH, HEIGHT)
    panel.show()
    qtbot.waitUntil(lambda: len(panel._model.stories.entries) == 3, timeout=PATIENCE_MS)
    yield panel
    panel.close_down()
    qapp.setStyleSheet("")
    tongue.speak(None)


def insist_readable(panel: ReviewPanel, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not panel._model._desk.ops._waiting, timeout=PATIENCE_MS)
    for _ in range(3):
        QApplication.processEvents()
    panel.repaint()
    assert [str(fault) for fault in faults(panel)] == []
    assert unnamed(panel) == []


def test_many_filters(panel: ReviewPanel, qtbot: QtBot) -> None:
    for facet, value in (
        (Facet.CAMERA, "porch"),
        (Facet.CAMERA, "yard"),
        (Facet.TYPE, "camera_down"),
        (Facet.LABEL, "traffic_light"),
        (Facet.TIME, "30"),
        (Facet.STATE, "fresh"),
        (Facet.TEXT, "somebody with a bag"),
    ):
        panel._model.narrow(facet, value)
    insist_readable(panel, qtbot)


def test_the_export_sheet_planned_running_and_done(panel: ReviewPanel, qtbot: QtBot) -> None:
    model = panel._model
    model.choose("E1", play=False)
    model.plan_export()
    export = model.export
    export.change(replace(export.plan, hide=Hide.OTHERS, evidence=True))
    qtbot.waitUntil(lambda: export.outlook is not None, timeout=PATIENCE_MS)
    insist_readable(panel, qtbot)
    bar = panel._sheet._scroll.verticalScrollBar()
    bar.setValue(bar.maximum())
    insist_readable(panel, qtbot)


def test_a_sheet_of_pictures(panel: ReviewPanel, qtbot: QtBot) -> None:
    panel._model.show_sheet(True)
    panel._model.group(False)
    insist_readable(panel, qtbot)
