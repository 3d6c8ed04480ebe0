"""The first steps: something to watch, the models, what is kept; everything else stays off."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Event
from typing import Any, cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from omnisight_desktop.config.load import load
from omnisight_desktop.core.camera import Camera
from omnisight_desktop.core.errors import Cancelled, ModelError, SourceRefused
from omnisight_desktop.gui import theme
from omnisight_desktop.gui.bridge import Bridge
from omnisight_desktop.gui.desk import Desk
from omnisight_desktop.gui.dialogs.welcome import Welcome
from omnisight_desktop.gui.greeting import DONE, is_first
from omnisight_desktop.gui.look import Look
from omnisight_desktop.gui.ops import Ops
from omnisight_desktop.gui.viewmodels.adding import Found
from omnisight_desktop.gui.viewmodels.pulling import PullingViewModel
from omnisight_desktop.gui.viewmodels.welcome import Choice, WelcomeViewModel, Wish
from omnisight_desktop.perception.manifest import Entry, load_manifest
from omnisight_desktop.services.cameras import Cameras
from omnisight_desktop.services.house import House
from omnisight_desktop.services.launcher import Folders, Launcher
from omnisight_desktop.services.live import Live
from omnisight_desktop.services.models.progress import Doing, Step, Tell
from omnisight_desktop.services.models.shelf import Standing, State
from omnisight_desktop.services.models.store import Outcome, Pulled, Store
from omnisight_desktop.services.trial import CameraTest
from tests.gui.conftest import Told
from tests.home import furnished

PATIENCE_MS = 10_000
WEBCAM = Found("Front", "webcam:0")


class Watching:
    """What the first steps ask of who watches."""

    renewed = 0

    def disk_free_gb(self) -> float:
        return 64.4

    def renew_detector(self) -> None:
        self.renewed += 1


@dataclass
class Shop:
    """A store of models that has what the test wants."""

    fails: ModelError | None = None
    hangs: bool = False
    manifest = load_manifest()

    def standings(self) -> list[Standing]:
        names = ("yolov8n", "facenet512", "whisper-base")
        return [Standing(self.manifest.get(name), State.MISSING) for name in names]

    def pull(self, entries: Sequence[Entry], *, tell: Tell, stop: Event) -> Iterator[Pulled]:
        for entry in entries:
            tell(Step(entry.name, Doing.DOWNLOAD, 500_000, 1_000_000))
            if self.hangs and stop.wait(30):
                raise Cancelled("Stopped.")
            if self.fails is not None:
                yield Pulled(entry, Outcome.FAILED, error=self.fails)
            else:
                yield Pulled(entry, Outcome.PULLED)


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    with furnished(tmp_path / "data") as house:
        yield house


@pytest.fixture
def desk(house: House, told: Told, qapp: QApplication) -> Iterator[Desk]:
    from PySide6.QtCore import QSettings

    memory = QSettings(str(house.paths.root / "window.ini"), QSettings.Format.IniFormat)
    ops, bridge = Ops(), Bridge(house.bus)
    live = cast("Live", Watching())
    yield Desk(house, live, ops, bridge, memory, told.said.append, told.go, told.offer)
    bridge.close()
    ops.close()


@pytest.fixture
def shop() -> Shop:
    return Shop()


@pytest.fixture
def model(
    desk: Desk, shop: Shop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[WelcomeViewModel]:
    monkeypatch.setattr(
        "omnisight_desktop.gui.viewmodels.adding.webcams", lambda: [_Webcam(0, "Front")]
    )
    folders = Folders(tmp_path / "config", tmp_path / "share", tmp_path / "home")
    made = WelcomeViewModel(desk, Launcher(["omnisight"], "linux", folders))
    made.pulling = PullingViewModel(desk, lambda: cast("Store", shop))
    made.pulling.changed.connect(made.changed)
    yield made
    made.close()


@dataclass(frozen=True)
class _Webcam:
    index: int
    name: str


@pytest.fixture
def page(model: WelcomeViewModel, qtbot: QtBot) -> Welcome:
    page = Welcome(model, Look(theme.DARK))
    qtbot.addWidget(page)
    page.resize(1280, 760)
    page.show()
    model.begin()
    return page


def button(page: Welcome, text: str) -> QPushButton:
    return next(b for b in page.findChildren(QPushButton) if b.text() == text and b.isVisible())


def has(page: Welcome, text: str) -> bool:
    return any(b.text() == text and b.isVisible() for b in page.findChildren(QPushButton))


def said(page: Welcome) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def answer(monkeypatch: pytest.MonkeyPatch, test: Callable[..., Any]) -> None:
    """What comes of trying a camera."""
    monkeypatch.setattr(Cameras, "test", lambda *_: [test()])


def test_somebody_with_cameras_or_who_was_here_before_is_not_greeted(
    house: House, desk: Desk
) -> None:
    assert is_first(house, desk.memory)
    house.keeper.commit(Camera("demo", "Demo", "demo:"))
    assert is_first(house, desk.memory)  # it stands in until there is a camera
    house.keeper.commit(Camera("porch", "Porch", "rtsp://porch"))
    assert not is_first(house, desk.memory)
    house.keeper.commit(replace(Camera("porch", "Porch", "")))
    assert is_first(house, desk.memory)
    desk.memory.setValue(DONE, True)
    assert not is_first(house, desk.memory)


def test_a_webcam_that_was_found_is_tried_and_added(
    page: Welcome,
    model: WelcomeViewModel,
    house: House,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    answer(monkeypatch, lambda: CameraTest("webcam:0", ()))
    qtbot.waitUntil(lambda: has(page, "Front"), timeout=PATIENCE_MS)
    button(page, "Front").click()
    qtbot.waitUntil(lambda: "It works." in said(page), timeout=PATIENCE_MS)
    button(page, "Continue").click()
    qtbot.waitUntil(lambda: model.step == 1, timeout=PATIENCE_MS)
    assert [camera.uri for camera in house.cameras.enabled()] == ["webcam:0"]


def test_a_camera_that_is_denied_is_named_with_its_fix_and_a_retry(
    page: Welcome, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    refusal = SourceRefused("This user may not use the camera.", fix="Run 'sudo usermod'.")
    answer(monkeypatch, lambda: CameraTest("webcam:0", (), trouble=refusal))
    qtbot.waitUntil(lambda: has(page, "Front"), timeout=PATIENCE_MS)
    button(page, "Front").click()
    qtbot.waitUntil(lambda: "may not use" in said(page), timeout=PATIENCE_MS)
    assert "Run 'sudo usermod'." in said(page)
    answer(monkeypatch, lambda: CameraTest("webcam:0", ()))
    button(page, "Retry").click()
    qtbot.waitUntil(lambda: "It works." in said(page), timeout=PATIENCE_MS)


def test_an_address_is_typed_and_added(
    page: Welcome, model: WelcomeViewModel, house: House, qtbot: QtBot
) -> None:
    button(page, "A camera in the network").click()
    assert not button(page, "Continue").isEnabled()
    field = next(line for line in page.findChildren(QLineEdit) if line.isVisible())
    field.setText("rtsp://192.0.2.7/stream")
    button(page, "Continue").click()
    qtbot.waitUntil(lambda: model.step == 1, timeout=PATIENCE_MS)
    assert [camera.uri for camera in house.cameras.enabled()] == ["rtsp://192.0.2.7/stream"]


def test_with_the_demo_everything_can_be_left_as_it_is_by_the_keyboard_alone(
    page: Welcome, model: WelcomeViewModel, house: House, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(model.finished, timeout=PATIENCE_MS):
        button(page, "The demo: people who walk by").setFocus()
        QTest.keyClick(page, Qt.Key.Key_Space)
        demo = button(page, "The demo: people who walk by")
        QTest.keyClick(demo, Qt.Key.Key_Space)
        QTest.keyClick(demo, Qt.Key.Key_Return)
        QTest.keyClick(page, Qt.Key.Key_Return)
        QTest.keyClick(page, Qt.Key.Key_Return)
    assert house.cameras.enabled() == []
    settings = load(house.paths)
    assert not settings.people.recognise_faces
    assert not settings.hearing.enabled


def test_the_models_are_offered_with_their_sizes_and_got(
    page: Welcome, model: WelcomeViewModel, desk: Desk, qtbot: QtBot
) -> None:
    model.choose(Choice.DEMO)
    model.go_on()
    qtbot.waitUntil(lambda: len(model.pulling.rows) == 3, timeout=PATIENCE_MS)
    people, *others = model.pulling.rows
    assert (people.size, people.wanted) == ("6.5 MB", True)
    assert not any(row.wanted for row in others)  # faces and speech are off
    button(page, "Get them now").click()
    qtbot.waitUntil(lambda: model.pulling.rows[0].here, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: not model.pulling.running, timeout=PATIENCE_MS)
    assert cast("Watching", desk.live).renewed == 1  # it is used at once
    assert not model.pulling.complete


def test_getting_models_can_be_stopped(model: WelcomeViewModel, shop: Shop, qtbot: QtBot) -> None:
    shop.hangs = True
    model.pulling.load()
    qtbot.waitUntil(lambda: model.pulling.loaded, timeout=PATIENCE_MS)
    model.pulling.start()
    qtbot.waitUntil(lambda: "500 kB of 1.0 MB" in model.pulling.rows[0].words, timeout=PATIENCE_MS)
    assert model.pulling.rows[0].share == 0.5
    model.pulling.stop()
    qtbot.waitUntil(lambda: not model.pulling.running, timeout=PATIENCE_MS)
    assert model.pulling.rows[0].words == ""


def test_a_model_that_cannot_be_had_says_why(
    page: Welcome, model: WelcomeViewModel, shop: Shop, qtbot: QtBot
) -> None:
    shop.fails = ModelError("This machine cannot reach github.com.")
    model.choose(Choice.DEMO)
    model.go_on()
    qtbot.waitUntil(lambda: bool(model.pulling.rows), timeout=PATIENCE_MS)
    model.pulling.start()
    qtbot.waitUntil(lambda: "cannot reach github.com" in said(page), timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: not model.pulling.running, timeout=PATIENCE_MS)
    assert button(page, "Continue").isEnabled()


def test_what_is_kept_is_said_and_what_is_wanted_is_switched_on(
    page: Welcome, model: WelcomeViewModel, house: House, tmp_path: Path, qtbot: QtBot
) -> None:
    model.choose(Choice.DEMO)
    model.go_on()
    model.skip()
    assert str(house.paths.root) in said(page)
    assert "Clips of what happened: 30 days" in said(page)
    assert "has not agreed" in said(page)
    boxes = {box.text(): box for box in page.findChildren(QCheckBox) if box.isVisible()}
    assert not any(box.isChecked() for box in boxes.values())
    for text in ("Recognise the faces of people I name", "Start when I log in"):
        boxes[text].click()
    button(page, "Show me live pictures").click()
    autostart = tmp_path / "config" / "autostart" / "omnisight.desktop"
    qtbot.waitUntil(autostart.is_file, timeout=PATIENCE_MS)
    settings = load(house.paths)
    assert settings.people.recognise_faces
    assert not settings.hearing.enabled
    assert model.wishes == {Wish.FACES, Wish.LOGIN}


def test_faces_are_recognised_at_once_and_speech_says_from_when(
    model: WelcomeViewModel, house: House, told: Told, qtbot: QtBot
) -> None:
    model.begin()
    model.choose(Choice.DEMO)
    model.go_on()
    qtbot.waitUntil(lambda: model.pulling.loaded, timeout=PATIENCE_MS)
    model.pulling.get_missing()
    qtbot.waitUntil(lambda: model.pulling.complete, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: model.can_go_on, timeout=PATIENCE_MS)
    model.go_on()
    model.wish(Wish.FACES, True)
    model.wish(Wish.SPEECH, True)
    model.go_on()
    qtbot.waitUntil(lambda: bool(told.offered), timeout=PATIENCE_MS)
    assert house.people.recognition.on
    assert told.said == ["Faces are recognised from now on."]
    (offered,) = told.offered
    assert offered[0].startswith("From the next start, speech is written down")
    assert offered[1] == "Restart now"


def test_a_wish_whose_model_is_missing_says_so_and_has_it_ticked_one_step_back(
    page: Welcome, model: WelcomeViewModel, told: Told, qtbot: QtBot
) -> None:
    model.choose(Choice.DEMO)
    model.go_on()
    qtbot.waitUntil(lambda: len(model.pulling.rows) == 3, timeout=PATIENCE_MS)
    model.skip()
    assert "one step back" not in said(page)
    model.wish(Wish.FACES, True)
    assert "one step back" in said(page)
    assert [row.wanted for row in model.pulling.rows] == [True, True, False]
    model.go_on()
    qtbot.waitUntil(lambda: bool(told.offered), timeout=PATIENCE_MS)
    assert told.said == []
    told.offered[0][2]()
    assert told.gone == [("preferences", "models")]


def test_who_comes_back_to_the_first_step_goes_on_with_the_same_camera(
    page: Welcome, model: WelcomeViewModel, house: House, qtbot: QtBot
) -> None:
    model.choose(Choice.ADDRESS)
    model.adding.fill(address="rtsp://192.0.2.7/stream")
    model.go_on()
    qtbot.waitUntil(lambda: model.step == 1, timeout=PATIENCE_MS)
    model.go_back()
    model.go_on()
    assert (model.step, model.adding.trouble) == (1, "")
    assert len(house.cameras.enabled()) == 1
