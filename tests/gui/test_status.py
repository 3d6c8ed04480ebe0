"""The status line says how things are, what is off and why, and never waits for a disk."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, cast

import pytest
from pytestqt.qtbot import QtBot

from omnisight_desktop.app.run import watching
from omnisight_desktop.core.camera import Camera, CameraState, CameraStatus
from omnisight_desktop.core.clock import SystemClock
from omnisight_desktop.core.errors import DiskFull, ModelMissing, OmniSightError
from omnisight_desktop.core.instruments import Reading
from omnisight_desktop.gui.ops import Ops
from omnisight_desktop.gui.shelf import PANELS
from omnisight_desktop.gui.viewmodels.status import StatusViewModel, Tone
from omnisight_desktop.rules.rule import Act
from omnisight_desktop.services.house import House
from omnisight_desktop.services.live import DetectorInUse, Live
from omnisight_desktop.services.pause import Rest
from tests.gui.conftest import Watched
from tests.home import NOON, furnished


@dataclass
class Seen:
    """What is seen, as the test wants it."""

    states: dict[str, CameraState] = field(default_factory=lambda: {"porch": CameraState.LIVE})
    free_gb: float | None = 120.0
    looking: OmniSightError | None = None
    recording: OmniSightError | None = None
    using: DetectorInUse | None = None
    paused: Rest | None = None
    lost: int = 0

    def cameras(self) -> list[Camera]:
        return [Camera(id_, id_.capitalize(), "demo:") for id_ in self.states]

    def statuses(self) -> list[CameraStatus]:
        why = "It does not answer."
        return [
            CameraStatus(id_, state, NOON, why if state is CameraState.OFFLINE else "")
            for id_, state in self.states.items()
        ]

    def readings(self) -> list[Reading]:
        lost = Reading("speech.dropped", self.lost)
        return [lost, *(Reading(f"{id_}.fps", 30.0, "fps") for id_ in self.states)]

    def detector(self) -> DetectorInUse | None:
        return self.using

    def detector_trouble(self) -> OmniSightError | None:
        return self.looking

    def recording_trouble(self) -> OmniSightError | None:
        return self.recording

    def disk_free_gb(self) -> float | None:
        return self.free_gb

    def stuck(self) -> list[str]:
        return []


@pytest.fixture
def seen() -> Seen:
    return Seen()


@pytest.fixture
def house(tmp_path: Any) -> Iterator[House]:
    with furnished(tmp_path) as house:
        yield house


@pytest.fixture
def status(qtbot: QtBot, house: House, seen: Seen) -> Iterator[StatusViewModel]:
    model = StatusViewModel(house, cast("Live", seen))
    yield model
    model.close()


def words(status: StatusViewModel) -> list[str]:
    status.refresh()
    return [part.words for part in (status.lead, *status.parts)]


def test_all_well(status: StatusViewModel) -> None:
    assert words(status) == [
        "all well",
        "1 of 1 up · 30 fps",
        "120 GB free",
        "faces off",
        "speech off",
    ]
    assert status.lead.tone is Tone.GOOD


def test_speech_that_was_let_go_is_said(house: House, seen: Seen) -> None:
    hearing = house.settings.hearing.model_copy(update={"enabled": True})
    settings = house.settings.model_copy(update={"hearing": hearing})
    model = StatusViewModel(replace(house, settings=settings), cast("Live", seen))
    assert words(model)[-1] == "speech on"
    seen.lost = 4
    assert words(model)[-1] == "speech: 4 lost"
    assert model.parts[-1].tone is Tone.WARNING
    model.close()


@pytest.mark.parametrize(
    ("change", "lead", "why"),
    [
        ({"states": {}}, "no camera", "Add one"),
        ({"states": {"yard": CameraState.OFFLINE}}, "Yard offline", "It does not answer."),
        ({"looking": ModelMissing("The model is gone.")}, "nobody is found", "The model is gone."),
        ({"recording": DiskFull("The disk is full.")}, "nothing is recorded", "The disk is full."),
        ({"free_gb": None}, "the place for footage is gone", "Is a disk unplugged?"),
        ({"paused": Rest(NOON, NOON + timedelta(hours=1))}, "Paused until", "Nothing is seen"),
    ],
)
def test_trouble_leads_with_its_reason(
    status: StatusViewModel, seen: Seen, change: dict[str, Any], lead: str, why: str
) -> None:
    for name, value in change.items():
        setattr(seen, name, value)
    status.refresh()
    assert status.lead.words.startswith(lead)
    assert why in status.lead.more
    assert status.lead.tone in (Tone.WARNING, Tone.FAILED)


def test_a_disarmed_house_says_so_and_since_when(house: House, status: StatusViewModel) -> None:
    changes: list[bool] = []
    status.armed.connect(changes.append)
    house.arming.do(Act.DISARM, NOON, "Bye")
    assert any(said.startswith("disarmed since") for said in words(status))
    part = status.parts[0]
    assert (part.tone, "The rule Bye did it." in part.more) == (Tone.WARNING, True)
    assert status.is_silent
    house.arming.do(Act.ARM, NOON)
    assert not any("disarmed" in said for said in words(status))
    assert changes == [False, True]


def test_a_poorer_detector_is_named_with_its_reason(status: StatusViewModel, seen: Seen) -> None:
    seen.using = DetectorInUse("hog", "The model yolov8n is not here.")
    assert "people found without weights" in words(status)
    part = next(part for part in status.parts if "weights" in part.words)
    assert (part.more, part.panel) == ("The model yolov8n is not here.", "health")


def test_a_camera_that_goes_away_is_told_once_and_again_when_it_goes_again(
    qtbot: QtBot, status: StatusViewModel, seen: Seen
) -> None:
    told: list[tuple[str, str]] = []
    status.camera_lost.connect(lambda name, why: told.append((name, why)))
    for state in (CameraState.OFFLINE, CameraState.OFFLINE, CameraState.LIVE, CameraState.OFFLINE):
        seen.states = {"porch": state}
        status.refresh()
    assert told == [("Porch", "It does not answer.")] * 2


def test_it_is_told_how_long_the_disk_lasts(
    qtbot: QtBot, house: House, seen: Seen, monkeypatch: pytest.MonkeyPatch
) -> None:
    ops = Ops()
    monkeypatch.setattr(
        type(house.retention), "disk_lasts", lambda _: timedelta(days=9, hours=9, minutes=36)
    )
    model = StatusViewModel(house, cast("Live", seen), ops)
    qtbot.waitUntil(lambda: "9.4 days of disk" in words(model))
    model.close()
    ops.close()


def test_the_window_never_waits_for_the_disk(
    house: House, seen: Seen, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    def hang(*_: object) -> None:
        pytest.fail("the window asked the disk itself")

    monkeypatch.setattr(shutil, "disk_usage", hang)
    model = StatusViewModel(house, cast("Live", seen))
    assert "120 GB free" in words(model)
    model.close()


def test_a_pause_lets_the_cameras_go_and_comes_to_its_end(demo: Watched, qtbot: QtBot) -> None:
    live, now = demo.live, datetime.now(UTC)

    def state() -> CameraState:
        return live.statuses()[0].state

    qtbot.waitUntil(lambda: state() is CameraState.LIVE, timeout=20_000)
    live.pause(now + timedelta(hours=1))
    assert state() is CameraState.PAUSED
    assert live.view("demo").frame is None
    live.watch(replace(live.cameras()[0], name="Other"))  # a change does not wake it
    assert state() is CameraState.PAUSED
    live.resume()
    qtbot.waitUntil(lambda: state() is CameraState.LIVE, timeout=20_000)
    assert live.paused is None


def test_a_pause_holds_over_a_new_start(tmp_path: Path) -> None:
    now = datetime.now(UTC)
    with furnished(tmp_path, now) as still:
        house = replace(still, clock=SystemClock())
        until = (now + timedelta(hours=1)).isoformat()
        house.paths.pause.write_text(f'{{"until": "{until}"}}')
        with watching(house, ("demo:",)) as live:
            assert [s.state for s in live.statuses()] == [CameraState.PAUSED]
            assert not live.record("demo")
            assert live.replay("demo") is None
        assert house.paths.pause.is_file()


def test_what_is_on_but_lacks_its_model_says_so_and_leads_to_where_it_is_got(
    house: House, seen: Seen, qtbot: QtBot
) -> None:
    listening = house.settings.hearing.model_copy(update={"enabled": True})
    settings = house.settings.model_copy(update={"hearing": listening})
    house = replace(house, settings=settings)
    house.people.recognition.switch(True)
    ops = Ops()
    status = StatusViewModel(house, cast("Live", seen), ops)
    expected = {"faces off (model missing)", "speech off (model missing)"}
    qtbot.waitUntil(lambda: expected <= set(words(status)), timeout=10_000)
    parts = [part for part in status.parts if part.words in expected]
    assert [(part.panel, part.wanted) for part in parts] == [("preferences", "models")] * 2
    status.close()
    ops.close()


def test_every_part_leads_to_a_panel_that_is_there(status: StatusViewModel) -> None:
    words(status)
    panels = {entry.name for entry in PANELS}
    assert {part.panel for part in (status.lead, *status.parts)} <= panels
    speech = status.parts[-1]
    assert (speech.words, speech.panel, speech.wanted) == (
        "speech off",
        "preferences",
        "hearing.enabled",
    )
