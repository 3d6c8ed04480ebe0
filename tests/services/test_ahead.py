"""The next start asks for what the last one needed, and minds nothing that has changed since."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from omnisight_desktop.services.ahead import fetch, note

needs_advice = pytest.mark.skipif(
    not hasattr(os, "posix_fadvise"), reason="this system takes no advice on files"
)


@needs_advice
def test_what_is_loaded_now_is_noted(tmp_path: Path) -> None:
    note(tmp_path)
    noted = (tmp_path / "start.files").read_text("utf-8").splitlines()
    assert noted
    assert all(Path(name).is_file() for name in noted)
    assert [file.name for file in tmp_path.iterdir()] == ["start.files"]
    libraries = [Path(name).stat().st_size for name in noted if ".so" in Path(name).name]
    assert libraries == sorted(libraries, reverse=True)


@needs_advice
def test_it_is_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []
    monkeypatch.setattr(os, "posix_fadvise", lambda _file, _at, _many, how: asked.append(how))
    gone = tmp_path / "gone.so"
    (tmp_path / "start.files").write_text(f"{gone}\n{sys.executable}\n\0\n{tmp_path}\n", "utf-8")
    assert fetch(tmp_path).join()
    assert asked
    assert set(asked) == {os.POSIX_FADV_WILLNEED}


@pytest.mark.parametrize("noted", [None, b"\xff\xfe\x00nonsense"])
def test_without_a_note_nothing_is_asked(tmp_path: Path, noted: bytes | None) -> None:
    if noted is not None:
        (tmp_path / "start.files").write_bytes(noted)
    worker = fetch(tmp_path)
    assert worker.join()
    assert not worker.failure


def test_a_folder_that_cannot_be_written_is_no_matter(tmp_path: Path) -> None:
    note(tmp_path / "missing")
    assert not list(tmp_path.iterdir())
