"""A gesture is taught in the window, tried, and made in front of a camera: an event, its clip, its rule."""

from __future__ import annotations

import json
import subprocess
import sys
from fractions import Fraction
from pathlib import Path

import av
import cv2
import numpy as np
import pytest

from tests.e2e.program import Home
from tests.e2e.screen import need_tools, screen
from tests.material import need

DRIVER = Path(__file__).with_name("show_and_tell.py")
PATIENCE_S = 300
LABEL = "help"


def copied(film: Path, target: Path, *, pace: float = 1.0, scale: float = 1.0) -> Path:
    """Another take of the same: at another pace, nearer or farther, a little darker, encoded anew."""
    with av.open(str(film)) as source, av.open(str(target), "w") as out:
        taken = source.streams.video[0]
        rate = float(taken.average_rate or 30)
        stream = out.add_stream("libx264", rate=90, options={"preset": "veryfast", "crf": "23"})
        stream.pix_fmt, stream.time_base = "yuv420p", Fraction(1, 90_000)
        stream.codec_context.time_base = Fraction(1, 90_000)
        stream.width = int(taken.width * scale) // 2 * 2
        stream.height = int(taken.height * scale) // 2 * 2
        for number, frame in enumerate(source.decode(taken)):
            plain = frame.to_ndarray(format="bgr24")
            image = cv2.resize(plain, (stream.width, stream.height), interpolation=cv2.INTER_AREA)
            fresh = av.VideoFrame.from_ndarray(
                np.asarray(image * (0.85 if pace != 1.0 else 1.0), np.uint8), format="bgr24"
            )
            fresh.pts = round(number / (rate * pace) * 90_000)
            fresh.time_base = Fraction(1, 90_000)
            out.mux(stream.encode(fresh))
        out.mux(stream.encode(None))
    return target


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path / "data")


def test_taught_in_the_window_and_made_in_front_of_a_camera(home: Home, tmp_path: Path) -> None:
    need_tools()
    film = need("footage", "gestures", f"{LABEL}.mkv")
    models = need("models", "pose_landmarker_full.task").parent
    takes = [
        copied(film, tmp_path / "slower.mp4", pace=0.9),
        film,
        copied(film, tmp_path / "farther.mp4", pace=1.1, scale=0.75),
    ]
    other = copied(film, tmp_path / "other.mp4", pace=1.2, scale=0.8)
    seen = copied(film, tmp_path / "seen.mp4", pace=0.8, scale=0.7)
    added = home.start("cameras", "add", f"replay:{seen}", "--name", "Hall")
    assert added.communicate(timeout=PATIENCE_S)[1] is not None
    assert added.returncode == 0
    with screen() as shown:
        command = [sys.executable, str(DRIVER), str(home.data), str(models)]
        done = subprocess.run(
            [*command, *map(str, takes), "--other", str(other)],
            env=shown.environment,
            capture_output=True,
            text=True,
            timeout=PATIENCE_S,
            check=False,
        )
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout.splitlines()[-1])
    assert "waited in vain" not in told, told
    assert told["teacher"] == "Hall"
    assert told["takes"] == ["Good"] * 3
    assert LABEL in told["tried"]
    assert LABEL in told["rule"]
    assert "Traceback" not in done.stderr
    events = home.call("events", "list", "--camera", "Hall", "--json")["events"]
    made = [one for one in events if one["type"] == "gesture" and one["label"] == LABEL]
    assert made
    assert all(one["score"] >= 0.7 for one in made)
    filmed = [one for one in made if one["clip"]]
    assert filmed
    fired = [one for one in events if one["type"] == "rule"]
    assert {one["track"] for one in fired} & {one["track"] for one in made}
    [known] = home.call("gestures", "list", "--json")["gestures"]
    assert (known["label"], known["takes"]) == (LABEL, 3)
