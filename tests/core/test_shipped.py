"""Files that came with the program are found wherever it runs from."""

from __future__ import annotations

import sys
import tomllib
from pathlib import Path

import pytest

from omnisight_desktop.core import shipped as module
from omnisight_desktop.core.errors import OmniSightError
from omnisight_desktop.core.shipped import shipped

HOUSE = Path(__file__).parents[2]


def test_in_a_checkout() -> None:
    assert shipped("models", "manifest.toml") == HOUSE / "models" / "manifest.toml"


def test_in_a_bundle_its_own_come_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "models").mkdir()
    (tmp_path / "models" / "manifest.toml").touch()
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert shipped("models", "manifest.toml") == tmp_path / "models" / "manifest.toml"


@pytest.mark.parametrize("place", ["prefix", "prefix/lib"])
def test_in_an_installation(place: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "__file__", str(tmp_path / "prefix/lib/package/core/shipped.py"))
    monkeypatch.setattr(sys, "prefix", str(tmp_path / "prefix"))
    monkeypatch.setattr(module, "files", lambda _: [])
    with pytest.raises(OmniSightError, match="models/manifest.toml is missing"):
        shipped("models", "manifest.toml")
    file = tmp_path / place / "share" / "omnisight-desktop" / "models" / "manifest.toml"
    file.parent.mkdir(parents=True)
    file.touch()
    assert shipped("models", "manifest.toml") == file


def test_the_build_carries_what_is_looked_for() -> None:
    with (HOUSE / "pyproject.toml").open("rb") as file:
        carried = tomllib.load(file)["tool"]["setuptools"]["data-files"]
    assert "models/manifest.toml" in carried["share/omnisight-desktop/models"]
