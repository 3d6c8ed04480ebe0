from __future__ import annotations

import sys
from pathlib import Path

import pytest

from omnisight_desktop.core.errors import BackendUnavailable, NotFound
from omnisight_desktop.core.registry import Health, Registry

HOUSE = Registry("detector", {"json": "json:loads", "gone": "no_such_module_anywhere:make"})


@pytest.fixture
def strangers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of installed packages that offer backends of their own."""
    info = tmp_path / "stranger-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: stranger\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text(
        "[omnisight_desktop.detector]\n"
        "hedgehog = stranger_backend:make [spines]\n"
        "json = stranger_backend:make\n"
        "angry = stranger_angry:make\n"
        "[omnisight_desktop.tracker]\n"
        "other = stranger_backend:make\n"
    )
    (tmp_path / "stranger_backend.py").write_text("def make():\n    return 'hedgehog'\n")
    (tmp_path / "stranger_angry.py").write_text("raise OSError('libangry.so is missing')\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.delitem(sys.modules, "stranger_backend", raising=False)
    return tmp_path


def test_a_known_backend_is_loaded() -> None:
    assert HOUSE.load("json")("[1]") == [1]
    assert HOUSE.check("json").state is Health.OK


def test_an_unknown_name_is_answered_with_the_known_ones() -> None:
    with pytest.raises(NotFound, match="no detector called 'yolo'") as caught:
        HOUSE.load("yolo")
    assert "json, gone" in caught.value.fix


@pytest.mark.parametrize(
    "address", ["no_such_module_anywhere:make", "json:no_such_thing", "json", ""]
)
def test_what_cannot_be_loaded_is_a_status_and_no_crash(address: str) -> None:
    registry = Registry("detector", {"broken": address or "  :"})
    check = registry.check("broken")
    assert check.state is Health.FAILED
    assert "cannot be loaded" in check.reason
    assert check.fix
    with pytest.raises(BackendUnavailable):
        registry.load("broken")


@pytest.mark.usefixtures("strangers")
def test_strangers_join_through_entry_points() -> None:
    assert HOUSE.names() == ["json", "gone", "hedgehog", "angry"]
    assert HOUSE.load("hedgehog")() == "hedgehog"


@pytest.mark.usefixtures("strangers")
def test_a_stranger_cannot_take_the_place_of_ours() -> None:
    assert HOUSE.load("json")("[1]") == [1]


@pytest.mark.usefixtures("strangers")
def test_a_stranger_that_fails_while_it_is_imported_is_a_status() -> None:
    check = HOUSE.check("angry")
    assert check.state is Health.FAILED
    assert "libangry.so is missing" in check.reason
