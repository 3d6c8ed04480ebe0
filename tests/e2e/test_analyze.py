"""A recording on the command line becomes events, clips and an answer."""

from __future__ import annotations

from datetime import datetime, timedelta
from fractions import Fraction
from pathlib import Path

import av
import pytest

from omnisight_desktop.capture.demo import FPS, HEIGHT, WIDTH, scene_at
from tests.e2e.program import PATIENCE_S, Home

START = "2026-03-01T08:00:00+00:00"


@pytest.fixture(scope="module")
def recording(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Eleven seconds of the demo yard: somebody walks through it."""
    path = tmp_path_factory.mktemp("film") / "Yard door.mp4"
    with av.open(str(path), "w") as out:
        stream = out.add_stream("libx264", rate=int(FPS))
        stream.width, stream.height, stream.pix_fmt = WIDTH, HEIGHT, "yuv420p"
        stream.options = {"preset": "ultrafast"}
        for index in range(int(11 * FPS)):
            frame = av.VideoFrame.from_ndarray(scene_at(index / FPS), format="bgr24")
            frame.pts, frame.time_base = index, Fraction(1, int(FPS))
            out.mux(stream.encode(frame))
        out.mux(stream.encode())
    return path


def test_a_recording_is_analysed_and_can_be_asked_about(recording: Path, tmp_path: Path) -> None:
    home = Home(tmp_path)
    (row,) = home.call("analyze", str(recording), "--start", START, "--json")["recordings"]
    assert row["footage_s"] == pytest.approx(11, abs=0.2)
    assert row["tracks"] >= 1
    events = home.call("events", "list", "--json")["events"]
    appeared = [event for event in events if event["type"] == "appeared"]
    assert appeared
    assert {event["camera"] for event in events} == {"Yard door"}
    begun = datetime.fromisoformat(START)
    for event in appeared:
        at = datetime.fromisoformat(event["start"])
        assert begun <= at <= begun + timedelta(seconds=11)
        assert event["end"]
        assert event["clip"]
    evening = "2026-03-01T20:00:00+00:00"
    answer = home.call("ask", "what happened today?", "--now", evening, "--json")
    assert set(answer["events"]) & {event["id"] for event in appeared}


def test_what_has_no_end_cannot_be_analysed(tmp_path: Path) -> None:
    process = Home(tmp_path).start("analyze", "demo:")
    _, said = process.communicate(timeout=PATIENCE_S)
    assert process.returncode == 2
    assert "has no end" in said
