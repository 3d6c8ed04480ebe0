"""Starting: what is said when something is missing, and that nothing is lost on the way."""

from __future__ import annotations

from pathlib import Path

import pytest

from omnisight_desktop.app import run as app
from omnisight_desktop.app.build import reading, writing
from omnisight_desktop.app.start import start
from omnisight_desktop.config.paths import Paths
from omnisight_desktop.config.schema import Settings
from omnisight_desktop.core.clip import Clip
from omnisight_desktop.core.errors import DataFolderOwned
from omnisight_desktop.core.registry import Check, Health
from omnisight_desktop.pipeline.supervisor import Pipeline
from omnisight_desktop.services.keeper import OwnersKeeper
from omnisight_desktop.services.shape import Names
from omnisight_desktop.storage.owner import LOCK_NAME
from tests.home import NOON, event, furnished


def started(folder: Path, **options: object) -> list[str]:
    """What the program says when it runs for a moment without a window."""
    said: list[str] = []
    settings = options.pop("settings", Settings())
    assert isinstance(settings, Settings)
    code = app.run(
        Paths(folder), settings, sources=("demo:",), seconds=0.1, say=said.append, headless=True
    )
    assert code == 0
    return said


def test_without_a_window_it_says_what_it_watches(tmp_path: Path) -> None:
    assert started(tmp_path)[0].startswith("Watching Demo")


def test_where_no_display_is_there_is_no_window_and_it_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    said: list[str] = []
    start(Paths(tmp_path), Settings(), sources=("demo:",), seconds=0.1, say=said.append)
    assert said[0].startswith("There is no display here")


def test_a_display_that_does_not_answer_is_no_reason_to_break(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("QT_QPA_PLATFORM", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setenv("DISPLAY", ":4711")
    said: list[str] = []
    start(Paths(tmp_path), Settings(), sources=("demo:",), seconds=0.1, say=said.append)
    assert said[0].startswith("The display does not answer")


def test_a_second_start_in_the_same_folder_says_so(tmp_path: Path) -> None:
    from omnisight_desktop.flow.door import Door
    from omnisight_desktop.storage.owner import own

    paths = Paths(tmp_path).make()
    with own(paths.root), Door(paths.door, {"raise": lambda _: {"raised": True}}):
        said: list[str] = []
        assert app.run(paths, Settings(), say=said.append) == 0
    assert said == ["OmniSight runs already; its window is in front now."]


def killed(folder: Path) -> None:
    """As if a program had been killed in that folder while something was open."""
    with furnished(folder) as house:
        house.keeper.commit(event("e1", 5, end=None, track="T1"))
    (folder / LOCK_NAME).write_text("4711\n")


def tidied(said: list[str]) -> bool:
    return any("not closed in order" in line for line in said)


def ended(folder: Path) -> bool:
    with reading(Paths(folder), Settings()) as house:
        return house.events.get("e1").end is not None


def test_after_a_kill_it_tidies_whatever_was_done_between(tmp_path: Path) -> None:
    killed(tmp_path)
    with writing(Paths(tmp_path), Settings()) as house:
        house.cameras.remember("rtsp://cam/x")
    assert not ended(tmp_path)
    assert tidied(started(tmp_path))
    assert ended(tmp_path)
    assert not tidied(started(tmp_path))


def test_where_it_could_not_tidy_the_next_start_tries_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    killed(tmp_path)
    failed = Check("database", Health.FAILED, "it is damaged", "Restore a backup.")
    monkeypatch.setattr("omnisight_desktop.storage.check.check", lambda *_, **__: [failed])
    assert "database: it is damaged Restore a backup." in started(tmp_path)
    monkeypatch.undo()
    assert tidied(started(tmp_path))
    assert not tidied(started(tmp_path))


def test_what_did_not_end_in_time_is_looked_after_at_the_next_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stop = Pipeline.stop

    def stuck(self: Pipeline) -> bool:
        stop(self)
        return False

    monkeypatch.setattr(Pipeline, "stop", stuck)
    started(tmp_path)
    monkeypatch.undo()
    assert tidied(started(tmp_path))
    assert not tidied(started(tmp_path))


def test_what_cannot_travel_to_the_owner_is_refused_not_dropped() -> None:
    asked: list[object] = []

    def knock(verb: str, payload: object) -> dict[str, object]:
        asked.append((verb, payload))
        return {}

    keeper = OwnersKeeper(knock, lambda: Names({}, {}))
    with pytest.raises(DataFolderOwned):
        keeper.commit(Clip("C1", "porch", "clips/c1.mp4", NOON, NOON, 1))
    assert asked == []
