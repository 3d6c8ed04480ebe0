"""A batch of recordings: one that cannot be read takes nothing away from the others."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pytest

from omnisight_desktop.app import analyze as app
from omnisight_desktop.capture.soundfile import sounds_of
from omnisight_desktop.config.paths import Paths
from omnisight_desktop.config.schema import Settings
from omnisight_desktop.core.errors import SourceBroken, SourceError, SourceUnreachable
from omnisight_desktop.pipeline.analyze import Analysis
from tests.cli.conftest import Omnisight, omnisight
from tests.fakes.burned_clock import Film, write
from tests.material import need
from tests.pipeline.films import yard_with_a_walker

__all__ = ["omnisight"]

NOON = datetime(2026, 5, 3, 12, tzinfo=UTC)


@pytest.fixture
def film(tmp_path: Path) -> Path:
    return write(tmp_path / "film.mp4", Film(seconds=1.0, fps=10))


@pytest.fixture
def cut(tmp_path: Path, film: Path) -> Path:
    """A recording of which the end is missing, and with it what tells how to read it."""
    path = tmp_path / "cut.mp4"
    path.write_bytes(film.read_bytes()[:2000])
    return path


def analysed(folder: Path, *films: Path, start: datetime | None = None) -> list[app.Analysed]:
    return app.analyze(
        Paths(folder / "data"),
        Settings(),
        sources=[str(film) for film in films],
        start=start,
        tell=lambda *_: True,
    )


def test_one_that_cannot_be_opened_does_not_keep_the_others_from_their_turn(
    tmp_path: Path, film: Path, cut: Path
) -> None:
    gone, broken, well = analysed(tmp_path, tmp_path / "gone.mp4", cut, film)
    assert isinstance(gone[2], SourceUnreachable)
    assert isinstance(broken[2], SourceError)
    assert well[0] == str(film)
    assert well[1].frames == 10
    assert well[2] is None


def test_of_one_that_breaks_off_counts_what_came_before(
    tmp_path: Path, film: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = Analysis.run

    def break_off(self: Analysis, *told: object) -> object:
        monkeypatch.setattr(Analysis, "run", whole)
        whole(self, *told)  # type: ignore[arg-type]
        raise SourceBroken("It broke off.")

    monkeypatch.setattr(Analysis, "run", break_off)
    (_, first, trouble), (_, second, well) = analysed(tmp_path, film, film)
    assert isinstance(trouble, SourceBroken)
    assert (first.frames, second.frames) == (10, 10)
    assert well is None


def test_what_follows_one_that_cannot_be_opened_is_not_placed_at_a_wrong_time(
    tmp_path: Path, film: Path, cut: Path
) -> None:
    first, broken, after = analysed(tmp_path, film, cut, film, start=NOON)
    assert first[2] is None
    assert broken[2] is not None
    assert after[1].frames == 0
    assert "--start" in str(after[2])


def test_the_command_tells_what_came_of_the_others_and_fails(
    omnisight: Omnisight, film: Path, cut: Path
) -> None:
    said = omnisight("analyze", str(cut), str(film), "--json")
    assert said.code == 1
    broken, well = said.json["recordings"]
    assert broken["trouble"]["reason"] in said.err
    assert well["trouble"] is None
    assert said.json["total"]["frames"] == well["frames"] == 10
    assert omnisight("analyze", str(film)).code == 0


def test_what_is_said_in_recordings_is_found_afterwards(
    omnisight: Omnisight, tmp_path: Path
) -> None:
    said = [
        piece.samples for piece in sounds_of(need("footage", "audio", "whatstheweatherlike.wav"))
    ]
    sound = np.concatenate([np.zeros(8000, np.float32), *said, np.zeros(16000, np.float32)])
    film = str(yard_with_a_walker(tmp_path / "talk.mkv", seconds=4, sound=sound))
    on = ("--set", "hearing.enabled=true", "--set", "hearing.engine=pocketsphinx")
    total = omnisight(*on, "analyze", film, film, "--json").json["total"]
    assert (total["heard"], total["unheard"]) == (2, 0)
    found = omnisight("heard", "weather", "--json").json["heard"]
    assert [one["camera"] for one in found] == ["talk", "talk"]
    assert omnisight("cameras", "add", "rtsp://127.0.0.1:9/porch", "--name", "Porch").code == 0
    porch = omnisight(*on, "analyze", film, "--camera", "Porch", "--json")
    assert porch.json["total"]["heard"] == 0  # nobody said that it may be listened to
