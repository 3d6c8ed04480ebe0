"""The page of models: what is here, what is missing without the rest, and getting it."""

from __future__ import annotations

from collections.abc import Iterator
from types import SimpleNamespace
from typing import cast

import pytest
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton
from pytestqt.qtbot import QtBot

from omnisight_desktop.core.errors import ModelError
from omnisight_desktop.gui import theme
from omnisight_desktop.gui.look import Look
from omnisight_desktop.gui.viewmodels.pulling import PullingViewModel
from omnisight_desktop.gui.widgets.models import ModelsView
from omnisight_desktop.perception.manifest import Manifest, load_manifest
from omnisight_desktop.services.models.store import Store
from tests.gui.conftest import Quiet
from tests.gui.test_welcome import Shop

PATIENCE_MS = 20_000


class _Empty:
    """A shelf with nothing on it."""

    weights = SimpleNamespace(look=lambda _: None)


class Small(Shop):
    """A shop that has few models, none of them here."""

    shelf = _Empty()

    def __init__(self) -> None:
        super().__init__()
        whole = load_manifest()
        names = ("yolov8n", "facenet512", "whisper-base", "yolov8n-weights")
        self.manifest = Manifest(tuple(whole.get(name) for name in names))


@pytest.fixture
def shop() -> Shop:
    return Small()


@pytest.fixture
def model(quiet: Quiet, shop: Shop, qtbot: QtBot) -> Iterator[PullingViewModel]:
    model = PullingViewModel(quiet.desk, lambda: cast("Store", shop), everything=True)
    with qtbot.waitSignal(model.changed, timeout=PATIENCE_MS):
        model.load()
    yield model
    model.close()


@pytest.fixture
def view(model: PullingViewModel, qtbot: QtBot) -> ModelsView:
    view = ModelsView(model, Look(theme.DARK))
    qtbot.addWidget(view)
    view.show()
    return view


def button(view: ModelsView, words: str) -> QPushButton:
    named = [b for b in view.findChildren(QPushButton) if words in (b.text(), b.accessibleName())]
    return next(b for b in named if b.isVisible())


def said(view: ModelsView) -> str:
    return "\n".join(label.text() for label in view.findChildren(QLabel) if label.isVisible())


def test_everything_is_listed_what_is_needed_first(quiet: Quiet, qtbot: QtBot) -> None:
    model = PullingViewModel(quiet.desk, everything=True)
    with qtbot.waitSignal(model.changed, timeout=PATIENCE_MS):
        model.load()
    missing = [one for one in model.rows if not one.here]
    assert all(one.without and one.licence for one in missing)
    needed = [one.needed for one in model.rows]
    assert needed == sorted(needed, reverse=True)
    assert {one.name for one in model.rows if one.needed and not one.here} == set(model.missing)
    model.close()


def test_what_cannot_be_looked_at_is_not_said_to_be_here(quiet: Quiet, qtbot: QtBot) -> None:
    def locked() -> Store:
        raise ModelError("The folder of models cannot be read.")

    model = PullingViewModel(quiet.desk, locked, everything=True)
    view = ModelsView(model, Look(theme.DARK))
    qtbot.addWidget(view)
    view.show()
    with qtbot.waitSignal(model.changed, timeout=PATIENCE_MS):
        model.load()
    assert not model.complete
    assert "The folder of models cannot be read." in said(view)
    assert "is here" not in said(view)
    model.close()


def test_one_is_got_and_the_others_stay_missing(
    view: ModelsView, model: PullingViewModel, qtbot: QtBot
) -> None:
    assert "3 models that the program wants are missing." in said(view)
    button(view, "Get yolov8n").click()
    qtbot.waitUntil(lambda: not model.running, timeout=PATIENCE_MS)
    assert "2 models that the program wants are missing." in said(view)
    assert [one.name for one in model.rows if one.here] == ["yolov8n"]


def test_how_far_it_has_come_is_shown_and_it_can_be_stopped(
    view: ModelsView, model: PullingViewModel, shop: Shop, qtbot: QtBot
) -> None:
    shop.hangs = True
    button(view, "Get what is missing").click()
    qtbot.waitUntil(lambda: "500 kB of 1.0 MB" in said(view), timeout=PATIENCE_MS)
    bar = view.findChild(QProgressBar)
    assert bar is not None
    assert bar.value() == bar.maximum() // 2
    button(view, "Cancel").click()
    qtbot.waitUntil(lambda: not model.running, timeout=PATIENCE_MS)
    assert len(model.missing) == 3
    assert not bar.isVisible()


def test_what_could_not_be_had_says_why(
    view: ModelsView, model: PullingViewModel, shop: Shop, qtbot: QtBot
) -> None:
    shop.fails = ModelError("This machine cannot reach github.com.", fix="Connect it.")
    button(view, "Get what is missing").click()
    qtbot.waitUntil(lambda: not model.running, timeout=PATIENCE_MS)
    assert "This machine cannot reach github.com. Connect it." in said(view)
    assert button(view, "Get what is missing").isEnabled()
