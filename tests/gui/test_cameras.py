"""Cameras are added, drawn on, set, removed and put back in the window, and it all holds at once."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from omnisight_desktop.app.run import follower
from omnisight_desktop.core.camera import Camera, CameraOptions, CameraState, Role, Transport
from omnisight_desktop.core.clock import SystemClock
from omnisight_desktop.gui import theme
from omnisight_desktop.gui.desk import Desk
from omnisight_desktop.gui.look import Look
from omnisight_desktop.gui.panels.cameras import CamerasPanel
from omnisight_desktop.gui.viewmodels.adding import AddingViewModel, Found, Sort
from omnisight_desktop.gui.viewmodels.camera import CameraViewModel
from omnisight_desktop.gui.viewmodels.cameras import CamerasViewModel
from omnisight_desktop.gui.viewmodels.sketch import Kind, Shape, Sketch
from omnisight_desktop.gui.widgets.camera_card import CameraTile
from omnisight_desktop.rules.drawn import Line, Zone
from omnisight_desktop.rules.rule import Rule, Rulebook
from omnisight_desktop.rules.trigger import Cross, Enter
from tests.fakes.burned_clock import Film, write
from tests.fakes.post import free_port
from tests.gui.conftest import Quiet
from tests.rules.walkers import path, walk

PATIENCE_MS = 20_000
SQUARE = ((0.1, 0.1), (0.5, 0.1), (0.5, 0.5))
LAWN, GATE = Zone("Lawn", SQUARE), Line("Gate", ((0.0, 0.5), (1.0, 0.5)))
BOOK = Rulebook(
    "yard",
    (LAWN,),
    (GATE,),
    (Rule("in", Enter("Lawn"), "Keep off"), Rule("over", Cross("Gate"), "Visitors")),
)


def yard(quiet: Quiet, **options: object) -> Camera:
    told = replace(CameraOptions(), **options)  # type: ignore[arg-type]
    return quiet.house.cameras.add("rtsp://10.0.0.5/small", "Yard", told).camera


@pytest.fixture
def one(quiet: Quiet, qtbot: QtBot) -> CameraViewModel:
    """The page of a camera that has a zone, a line and two rules."""
    yard(quiet)
    quiet.house.rules.keep(BOOK)
    model = CameraViewModel(quiet.desk)
    with qtbot.waitSignal(model.opened, timeout=PATIENCE_MS):
        model.open("yard")
    return model


def saved(model: CameraViewModel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(model.saved, timeout=PATIENCE_MS):
        model.save()


def test_what_is_drawn_is_kept_for_rules_and_rules_follow_names(
    one: CameraViewModel, quiet: Quiet, qtbot: QtBot
) -> None:
    one.drawing.rename(0, "Grass")
    one.drawing.choose(1, 0)
    one.drawing.move_point((0.0, 0.6))
    assert one.dirty
    saved(one, qtbot)
    book = quiet.house.rules.book("yard")
    assert book.zones == (Zone("Grass", SQUARE),)
    assert book.lines[0].points == ((0.0, 0.6), (1.0, 0.5))
    assert book.rules[0].when == Enter("Grass")
    assert not one.dirty


def test_a_line_that_goes_takes_its_rules_along_and_all_of_it_can_be_had_back(
    one: CameraViewModel, quiet: Quiet, qtbot: QtBot
) -> None:
    assert one.used_by[(Kind.LINE, "Gate")] == ("Visitors",)
    one.drawing.remove_shape(1)
    saved(one, qtbot)
    assert [rule.id for rule in quiet.house.rules.book("yard").rules] == ["in"]
    with qtbot.waitSignal(one.saved, timeout=PATIENCE_MS):
        quiet.answer()
    assert quiet.house.rules.book("yard") == BOOK
    assert len(one.drawing.sketch.shapes) == 2


def test_what_another_changed_in_the_rules_meanwhile_stays(
    one: CameraViewModel, quiet: Quiet, qtbot: QtBot
) -> None:
    quiet.house.rules.keep(replace(BOOK, rules=(*BOOK.rules, Rule("new", Enter()))))
    one.drawing.rename(0, "Grass")
    saved(one, qtbot)
    assert [rule.id for rule in quiet.house.rules.book("yard").rules] == ["in", "over", "new"]


def test_masks_and_settings_go_to_the_camera(
    one: CameraViewModel, quiet: Quiet, qtbot: QtBot
) -> None:
    one.drawing.begin(Sketch((*one.drawing.sketch.shapes, Shape(Kind.MASK, "", SQUARE))))
    one.fill(name="Back yard", labels=("person", "dog"), fps="2,5", scores={"dog": "40"})
    one.fill(recording="schedule", hours="mon,wed 08:00-18:00, 22:00-06:00", keep_days="3")
    saved(one, qtbot)
    camera = quiet.house.cameras.get("yard")
    assert camera.name == "Back yard"
    assert camera.options == CameraOptions(
        fps=2.5,
        labels=("person", "dog"),
        scores={"dog": 0.4},
        recording="schedule",
        record_hours=("mon,wed 08:00-18:00", "22:00-06:00"),
        keep_days=3.0,
        masks=(SQUARE,),
    )


NONSENSE: tuple[tuple[dict[str, object], str, str], ...] = (
    ({"fps": "often"}, "fps", "no number"),
    ({"fps": "900"}, "fps", "make no sense"),
    ({"scores": {"person": "140"}}, "scores", "0 to 100"),
    ({"recording": "schedule", "hours": "at night"}, "hours", "no hours"),
    ({"keep_days": "-1"}, "keep_days", "cannot be kept"),
    ({"name": "  "}, "name", "needs a name"),
    ({"detector": "crystal ball"}, "detector", "no detector"),
)


def test_what_makes_no_sense_is_said_at_its_field_and_nothing_is_changed(
    one: CameraViewModel, quiet: Quiet, qtbot: QtBot
) -> None:
    before = quiet.house.cameras.get("yard")
    for typed, field, said in NONSENSE:
        one.fill(**typed)
        one.save()
        qtbot.waitUntil(lambda: bool(one.trouble) and not one.saving, timeout=PATIENCE_MS)
        assert one.refused[0] == field
        assert said in one.trouble
        one.discard()
    assert quiet.house.cameras.get("yard") == before
    assert quiet.told.offered == []


def test_a_drawing_that_crosses_itself_is_not_kept(
    one: CameraViewModel, quiet: Quiet, qtbot: QtBot
) -> None:
    bow = Shape(Kind.ZONE, "Bow", ((0, 0), (1, 1), (1, 0), (0, 0.5)))
    one.drawing.begin(Sketch((*one.drawing.sketch.shapes, bow)))
    one.save()
    assert "crosses itself" in one.trouble
    assert one.drawing.shape == 2
    assert quiet.house.rules.book("yard") == BOOK


def test_what_was_not_saved_is_still_there_when_it_is_opened_again(
    one: CameraViewModel, quiet: Quiet, qtbot: QtBot
) -> None:
    quiet.house.cameras.add("rtsp://10.0.0.6/small", "Hall")
    one.drawing.rename(0, "Half done")
    for camera in ("hall", "yard"):
        with qtbot.waitSignal(one.opened, timeout=PATIENCE_MS):
            one.open(camera)
    assert one.drawing.sketch.shapes[0].name == "Half done"
    assert one.dirty
    one.discard()
    assert one.drawing.sketch.shapes[0].name == "Lawn"
    assert quiet.house.rules.book("yard") == BOOK


def test_who_went_over_a_line_today_is_counted_from_stored_paths(
    one: CameraViewModel, quiet: Quiet, qtbot: QtBot
) -> None:
    down, up = walk((0.5, 0.2), (0.5, 0.8), looks=20), walk((0.3, 0.9), (0.3, 0.3), looks=20)
    quiet.house.keeper.commit(
        path("T1", down, start_s=-600), path("T2", down, start_s=-300), path("T3", up, start_s=-200)
    )
    qtbot.waitUntil(lambda: not one._counting, timeout=PATIENCE_MS)
    quiet.house.clock.advance(60)  # type: ignore[attr-defined]
    one.count()
    qtbot.waitUntil(lambda: one.counts == {"Gate": (2, 1)}, timeout=PATIENCE_MS)


@pytest.fixture
def adding(quiet: Quiet, qtbot: QtBot) -> AddingViewModel:
    return AddingViewModel(quiet.desk)


def tried(adding: AddingViewModel, qtbot: QtBot) -> None:
    adding.test()
    qtbot.waitUntil(lambda: not adding.trying, timeout=PATIENCE_MS)


def test_a_recording_is_tried_and_added(
    adding: AddingViewModel, quiet: Quiet, qtbot: QtBot, tmp_path: Path
) -> None:
    film = write(tmp_path / "porch.mp4", Film(seconds=1.0))
    adding.fill(sort=Sort.FILE, address=str(film))
    assert adding.usual_name == "porch"
    tried(adding, qtbot)
    assert adding.trial is not None
    assert adding.trial.ok
    assert "320 × 192 H264 · 25 pictures a second · no sound" in adding.trial.words
    assert adding.trial.image is not None
    with qtbot.waitSignal(adding.added, timeout=PATIENCE_MS) as blocker:
        adding.save()
    (camera,) = quiet.house.cameras.enabled()
    assert blocker.args == [camera.id] == ["porch"]
    assert camera.uri == f"replay:{film.resolve()}"


def test_an_address_nobody_answers_at_is_diagnosed_in_words(
    adding: AddingViewModel, quiet: Quiet, qtbot: QtBot
) -> None:
    adding.fill(sort=Sort.ADDRESS, address=f"rtsp://127.0.0.1:{free_port()}/stream", name="Gate")
    tried(adding, qtbot)
    assert adding.trial is not None
    assert not adding.trial.ok
    assert "nothing listens on that port" in adding.trial.words
    assert adding.trial.fix
    assert quiet.house.cameras.present() == []


def test_what_is_no_address_is_said_before_anybody_is_called(
    adding: AddingViewModel, qtbot: QtBot
) -> None:
    for address in ("porch", "rtsp://", "gopher://host/x"):
        adding.fill(sort=Sort.ADDRESS, address=address)
        tried(adding, qtbot)
        assert adding.trial is not None
        assert not adding.trial.ok
        assert "rtsp://HOST/PATH" in adding.trial.fix


def test_a_password_goes_to_the_secrets_and_nowhere_else(
    adding: AddingViewModel, quiet: Quiet, qtbot: QtBot
) -> None:
    adding.fill(sort=Sort.ADDRESS, address="rtsp://10.0.0.5/small", name="Yard", udp=True)
    adding.fill(user="admin", password="p@ss word")
    with qtbot.waitSignal(adding.added, timeout=PATIENCE_MS):
        adding.save()
    camera = quiet.house.cameras.get("yard")
    assert camera.uri == "rtsp://10.0.0.5/small"
    assert camera.options.transport is Transport.UDP
    addresses = quiet.house.cameras.addresses(camera)
    assert addresses[Role.DETECT] == "rtsp://admin:p%40ss%20word@10.0.0.5/small"
    assert "p@ss" not in repr(adding.wanted)
    assert b"p%40ss" not in quiet.house.paths.database.read_bytes()


def test_a_webcam_that_was_found_is_one_click_away(adding: AddingViewModel, qtbot: QtBot) -> None:
    adding.finders = {"On this computer": lambda: [Found("Integrated Camera", "webcam:7")]}
    with qtbot.waitSignals([adding.found_changed] * 2, timeout=PATIENCE_MS):
        adding.begin()
    (found,) = adding.found["On this computer"]
    adding.take(found)
    qtbot.waitUntil(lambda: not adding.trying, timeout=PATIENCE_MS)
    assert (adding.wanted.address, adding.wanted.name) == ("webcam:7", "Integrated Camera")
    assert adding.trial is not None
    assert not adding.trial.ok  # there is none on this machine, and the fix is named
    assert adding.trial.fix


def test_what_is_typed_while_a_test_runs_makes_its_answer_old(
    adding: AddingViewModel, qtbot: QtBot, tmp_path: Path
) -> None:
    film = write(tmp_path / "porch.mp4", Film(seconds=1.0))
    adding.fill(sort=Sort.FILE, address=str(film))
    adding.test()
    adding.fill(address=f"{film}2")
    adding.close()
    assert adding.trial is None
    assert not adding.trying


def test_a_camera_is_removed_and_put_back_with_its_password_and_its_drawing(
    quiet: Quiet, qtbot: QtBot
) -> None:
    house = quiet.house
    house.cameras.add("rtsp://admin:hunter2@10.0.0.5/small", "Yard", CameraOptions(fps=2.0))
    house.rules.keep(BOOK)
    before, addresses = (
        house.cameras.get("yard"),
        house.cameras.addresses(house.cameras.get("yard")),
    )
    model = CamerasViewModel(quiet.desk)
    model.remove("yard")
    qtbot.waitUntil(lambda: len(quiet.told.offered) == 1, timeout=PATIENCE_MS)
    assert house.cameras.present() == []
    quiet.answer()
    qtbot.waitUntil(lambda: house.cameras.present() != [], timeout=PATIENCE_MS)
    back = house.cameras.get("yard")
    assert back == before
    assert house.cameras.addresses(back) == addresses
    assert house.rules.book("yard") == BOOK


def test_an_empty_house_says_what_will_be_here(quiet: Quiet, qtbot: QtBot) -> None:
    panel = CamerasPanel(CamerasViewModel(quiet.desk), Look(theme.LIGHT))
    qtbot.addWidget(panel)
    panel.show()

    def said() -> bool:
        labels = [label for label in panel.findChildren(QLabel) if label.isVisible()]
        return any(label.text().startswith("No camera yet") for label in labels)

    qtbot.waitUntil(said, timeout=PATIENCE_MS)
    panel.close_down()


def test_every_control_of_the_pages_can_be_named_aloud(quiet: Quiet, qtbot: QtBot) -> None:
    yard(quiet)
    quiet.house.rules.keep(BOOK)
    panel = CamerasPanel(CamerasViewModel(quiet.desk), Look(theme.DARK))
    qtbot.addWidget(panel)
    panel.show()
    panel.open("yard")
    qtbot.waitUntil(lambda: panel._model.one.camera is not None, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: panel.findChild(CameraTile) is not None, timeout=PATIENCE_MS)
    for control in (*panel.findChildren(QAbstractButton), *panel.findChildren(QLineEdit)):
        text = control.text() if isinstance(control, QAbstractButton) else ""
        assert control.accessibleName() or text, f"{control} has no name"
    panel.close_down()


def test_the_wall_shows_live_pictures_and_a_switch_is_obeyed_at_once(
    desk: Desk, qtbot: QtBot
) -> None:
    house = replace(desk.house, clock=SystemClock())
    house.cameras.when_changed(follower(house, desk.live, stands_in=False))
    panel = CamerasPanel(CamerasViewModel(desk), Look(theme.DARK))
    qtbot.addWidget(panel)
    panel.resize(1208, 760)
    panel.show()

    def painted() -> bool:
        tile = panel.findChild(CameraTile)
        return tile is not None and tile.thumbnail.has_picture

    qtbot.waitUntil(painted, timeout=PATIENCE_MS)
    card = panel._model.card("demo")
    assert card is not None
    assert (card.state, card.chip, card.on) == (CameraState.LIVE, "Live", True)
    panel._model.switch("demo", on=False)  # it was watched for this run only
    qtbot.waitUntil(lambda: desk.live.cameras() == [], timeout=PATIENCE_MS)
    panel._model.switch("demo", on=True)
    qtbot.waitUntil(lambda: len(desk.live.cameras()) == 1, timeout=PATIENCE_MS)
    assert house.cameras.get("demo").enabled
    panel.close_down()


def test_a_line_is_drawn_with_the_mouse_on_the_page_and_saved_with_a_key(
    quiet: Quiet, qtbot: QtBot
) -> None:
    yard(quiet)
    panel = CamerasPanel(CamerasViewModel(quiet.desk), Look(theme.DARK))
    qtbot.addWidget(panel)
    panel.resize(1208, 760)
    panel.show()
    panel.show_this("yard")
    one = panel._model.one
    with qtbot.waitSignal(one.opened, timeout=PATIENCE_MS):
        pass
    panel._one.draw(Kind.LINE)
    board = panel._one.board
    for point in ((0.2, 0.5), (0.8, 0.5)):
        place = board.place_of(point).toPoint()
        QTest.mouseClick(board, Qt.MouseButton.LeftButton, pos=place)
    QTest.keyClick(board, Qt.Key.Key_Return)
    assert one.dirty
    save = next(a for a in panel.actions_here() if a.name == "cameras.save")
    with qtbot.waitSignal(one.saved, timeout=PATIENCE_MS):
        save.run()
    (line,) = quiet.house.rules.book("yard").lines
    assert line.name == "Line 1"
    assert line.points[0] == pytest.approx((0.2, 0.5), abs=0.01)
    panel.close_down()
