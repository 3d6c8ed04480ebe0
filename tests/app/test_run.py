"""Starting: what is said when something is missing, and that nothing is lost on the way."""

from __future__ import annotations

from pathlib import Path

import pytest

from omnisight_desktop.app import run as app
from omnisight_desktop.config.paths import Paths
from omnisight_desktop.config.schema import Settings
from omnisight_desktop.core.clip import Clip
from omnisight_desktop.core.errors import DataFolderOwned
from omnisight_desktop.services.keeper import OwnersKeeper
from omnisight_desktop.services.shape import Names
from tests.home import NOON


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
    app.run(Paths(tmp_path), Settings(), sources=("demo:",), seconds=0.1, say=said.append)
    assert said[0].startswith("There is no display here")


def test_a_display_that_does_not_answer_is_no_reason_to_break(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("QT_QPA_PLATFORM", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setenv("DISPLAY", ":4711")
    said: list[str] = []
    app.run(Paths(tmp_path), Settings(), sources=("demo:",), seconds=0.1, say=said.append)
    assert said[0].startswith("The display does not answer")


def test_a_second_start_in_the_same_folder_says_so(tmp_path: Path) -> None:
    from omnisight_desktop.flow.door import Door
    from omnisight_desktop.storage.owner import own

    paths = Paths(tmp_path).make()
    with own(paths.root), Door(paths.door, {"raise": lambda _: {"raised": True}}):
        said: list[str] = []
        assert app.run(paths, Settings(), say=said.append) == 0
    assert said == ["OmniSight runs already; its window is in front now."]


def test_what_cannot_travel_to_the_owner_is_refused_not_dropped() -> None:
    asked: list[object] = []

    def knock(verb: str, payload: object) -> dict[str, object]:
        asked.append((verb, payload))
        return {}

    keeper = OwnersKeeper(knock, lambda: Names({}, {}))
    with pytest.raises(DataFolderOwned):
        keeper.commit(Clip("C1", "porch", "clips/c1.mp4", NOON, NOON, 1))
    assert asked == []
