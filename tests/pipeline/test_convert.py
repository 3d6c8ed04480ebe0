"""A clip on its way into a format that plays everywhere: in small steps."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import av
import pytest

from omnisight_desktop.pipeline.convert import begin
from tests.fakes.burned_clock import Film, beeps, shown, write


class Counted:
    """A file that counts what is read of it."""

    def __init__(self, container: Any) -> None:
        self._container = container
        self.read = 0

    def __getattr__(self, name: str) -> Any:
        return getattr(self._container, name)

    def demux(self, streams: Any) -> Iterator[Any]:
        for packet in self._container.demux(streams):
            self.read += 1
            yield packet


def test_each_step_reads_no_more_than_it_needs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source, copy = write(tmp_path / "clip.mp4", Film(6, 10, sound="aac")), tmp_path / "copy.mp4"
    opened: list[Counted] = []
    really: Any = av.open

    def counted(file: Any, mode: str = "r", **more: Any) -> Any:
        container = really(file, mode, **more)
        if mode != "r":
            return container
        opened.append(Counted(container))
        return opened[-1]

    with monkeypatch.context() as patch:
        patch.setattr(av, "open", counted)
        patch.setattr(os, "nice", lambda _: 0, raising=False)  # it is this very process
        work = begin(str(source), str(copy))
    assert work(0.0) < 1.0
    assert opened[0].read < 20
    while work(1.0) < 1.0:
        pass
    assert opened[0].read > 100
    assert len(shown(copy)) == 60
    assert len(beeps(copy)) >= 5
