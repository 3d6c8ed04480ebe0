"""With the database locked or gone, each panel says so in words, once, and nothing stands in the way."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import partial

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from omnisight_desktop.core.camera import Camera, CameraState, CameraStatus
from omnisight_desktop.core.errors import DatabaseBusy, DiskFull, ModelMissing, StorageError
from omnisight_desktop.gui import theme
from omnisight_desktop.gui.look import Look
from omnisight_desktop.gui.shelf import PANELS
from omnisight_desktop.gui.viewmodels.status import StatusViewModel
from omnisight_desktop.gui.window import Window
from omnisight_desktop.services.live import Live
from omnisight_desktop.storage.engine import Database
from tests.gui.conftest import Quiet
from tests.gui.test_every_panel import settle
from tests.home import NOON, event

LOCKED = DatabaseBusy("The database did not answer in time.")
GONE = StorageError("The database cannot be used: disk I/O error.")


@pytest.fixture
def window(quiet: Quiet, qtbot: QtBot) -> Iterator[Window]:
    quiet.house.keeper.commit(Camera("porch", "Porch", "rtsp://127.0.0.1:9/away"), event("e1", 5))
    status = StatusViewModel(quiet.house, quiet.desk.live)
    window = Window(Look(theme.DARK), quiet.desk.memory)
    window.furnish(quiet.desk, status)
    qtbot.addWidget(window)
    window.resize(1280, 800)
    yield window
    status.close()
    window.close()


class Closed:
    """What stands where a connection would be."""

    def __init__(self, error: Exception) -> None:
        self._error = error

    def __enter__(self) -> None:
        raise self._error

    def __exit__(self, *_: object) -> None: ...


@contextmanager
def without_database(patch: pytest.MonkeyPatch, error: Exception) -> Iterator[None]:
    with patch.context() as broken:
        broken.setattr(Database, "read", lambda _: Closed(error))
        yield


def read_out(page: QWidget) -> str:
    """All that can be read or is read aloud."""
    seen = [one for one in page.findChildren(QWidget) if one.isVisible()]
    texts = [one.text() for one in seen if isinstance(one, QLabel)]
    return "\n".join([*texts, *(one.accessibleDescription() for one in seen)])


def says(page: QWidget, words: str) -> bool:
    """Whether it can be read there."""
    return words in read_out(page)


@pytest.mark.parametrize("error", [LOCKED, GONE], ids=["locked", "gone"])
@pytest.mark.parametrize("panel", [entry.name for entry in PANELS if entry.name != "preferences"])
def test_without_a_database_every_panel_says_why(
    window: Window,
    quiet: Quiet,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    panel: str,
    error: StorageError,
) -> None:
    with without_database(monkeypatch, error):
        window.show()
        window.go(panel)
        settle(window, quiet.desk, qtbot)
        said = quiet.told.said
        assert error.reason in "\n".join([read_out(window), *said])
        assert len(set(said)) <= 1  # the same words are one message, however often they are said
        assert not [w for w in QApplication.topLevelWidgets() if isinstance(w, QDialog)]
        assert QApplication.activeModalWidget() is None


def test_it_is_as_ever_once_the_database_is_back(
    window: Window, quiet: Quiet, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    with without_database(monkeypatch, LOCKED):
        window.show()
        window.go("review")
        settle(window, quiet.desk, qtbot)
    window.go("live")
    window.go("review")
    settle(window, quiet.desk, qtbot)
    assert LOCKED.reason not in read_out(window)


@dataclass(frozen=True)
class Trouble:
    """Something that is not there, what the house says of it, and which panels say so themselves."""

    name: str
    asked: str
    answer: object
    words: str
    panels: tuple[str, ...]


AWAY = CameraStatus("porch", CameraState.OFFLINE, NOON, "It does not answer.", "Look at its plug.")
TROUBLES = (
    Trouble("camera", "statuses", [AWAY], "It does not answer.", ("live", "health")),
    Trouble("disk", "recording_trouble", DiskFull("The disk is full."), "The disk is full.", ()),
    Trouble("place", "disk_free_gb", None, "Is a disk unplugged?", ()),
    Trouble(
        "model",
        "detector_trouble",
        ModelMissing("The model 'yolov8n' is not on this machine."),
        "The model 'yolov8n' is not on this machine.",
        ("health",),
    ),
)


@pytest.mark.parametrize("trouble", TROUBLES, ids=[one.name for one in TROUBLES])
def test_whatever_is_unplugged_is_told_in_every_panel_and_stops_none(
    window: Window,
    quiet: Quiet,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    trouble: Trouble,
) -> None:
    porch = Camera("porch", "Porch", "rtsp://127.0.0.1:9/away")
    monkeypatch.setattr(Live, "cameras", lambda _: [porch])
    alive = CameraStatus("porch", CameraState.LIVE, NOON)
    monkeypatch.setattr(Live, "statuses", lambda _: [alive])
    monkeypatch.setattr(Live, trouble.asked, lambda _: trouble.answer)
    window.show()
    for entry in PANELS:
        window.go(entry.name)
        settle(window, quiet.desk, qtbot)
        if window._status is not None:
            window._status.refresh()
        assert trouble.words in read_out(window), entry.name
        if entry.name in trouble.panels:
            panel = window._panels[entry.name]
            with suppress(qtbot.TimeoutError):
                qtbot.waitUntil(partial(says, panel, trouble.words), timeout=10_000)
            assert says(panel, trouble.words), entry.name
        assert QApplication.activeModalWidget() is None
        assert not [w for w in QApplication.topLevelWidgets() if isinstance(w, QDialog)]
    assert len(set(quiet.told.said)) <= 1  # no storm of messages
