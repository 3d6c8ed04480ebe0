"""The real program on a real screen, by the keyboard: first steps, somebody seen, their clip in hand."""

from __future__ import annotations

import json
import subprocess
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from omnisight_desktop.gui.shelf import PANELS
from tests.e2e.program import PATIENCE_S, Home
from tests.e2e.screen import Screen, need_tools, screen


@pytest.fixture(scope="module")
def shown() -> Iterator[Screen]:
    need_tools()
    with screen() as made:
        yield made


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path / "data")


@pytest.fixture
def program(home: Home, shown: Screen) -> Iterator[subprocess.Popen[str]]:
    """The program, started for the first time, with its window in front."""
    running = home.start("run", environment=shown.environment)
    shown.focus("^OmniSight$")
    yield running
    if running.poll() is None:
        running.kill()
        running.communicate(timeout=PATIENCE_S)


def wait(true: Callable[[], Any], what: str) -> Any:
    """Look once a second, for another program tells nobody when it is done."""
    rest = threading.Event()
    for _ in range(PATIENCE_S):
        found = true()
        if found:
            return found
        rest.wait(1.0)
    pytest.fail(f"waited in vain for {what}")


def remembered(home: Home, words: str) -> bool:
    """Whether the window has written this down."""
    file = home.data / "window.ini"
    return file.is_file() and words in file.read_text("utf-8")


def test_from_the_first_start_to_an_exported_clip(
    home: Home, shown: Screen, program: subprocess.Popen[str], tmp_path: Path
) -> None:
    shown.press("ctrl+d", "ctrl+Return")  # the demo
    shown.press("ctrl+Return")  # models: later
    shown.press("ctrl+Return")  # all stays off
    wait(lambda: remembered(home, "done=true"), "the end of the first steps")

    def seen() -> list[dict[str, Any]]:
        events = home.call("events", "list", "--camera", "Demo", "--json")["events"]
        return [e for e in events if e["label"] == "person" and e["clip"]]

    (somebody, *_) = wait(seen, "somebody who was seen, and filmed")
    shown.focus("^OmniSight$")
    shown.press("o")
    if any(entry.name == "review" for entry in PANELS):
        wait(lambda: remembered(home, "panel=review"), "the event in its day")
    shown.press("ctrl+1", "e")
    shown.focus("Export clip")
    target = tmp_path / "clip.mp4"
    shown.press("ctrl+a")
    shown.type(str(target))
    shown.press("Return")
    wait(target.is_file, "the exported clip")
    told = probe(target)
    (video,) = [stream for stream in told["streams"] if stream["codec_type"] == "video"]
    assert (video["codec_name"], video["width"]) == ("h264", 768)
    assert float(told["format"]["duration"]) > 3
    assert somebody["type"] == "appeared"
    shown.focus("^OmniSight$")
    shown.press("ctrl+q")
    _, err = program.communicate(timeout=PATIENCE_S)
    assert program.returncode == 0, err
    assert "Traceback" not in err


def probe(film: Path) -> Any:
    """What ffprobe says of a file, having read all its pictures."""
    done = subprocess.run(
        ["ffprobe", "-v", "error", "-count_frames", "-show_streams", "-show_format"]
        + ["-of", "json", str(film)],
        capture_output=True,
        text=True,
        check=True,
    )
    assert not done.stderr
    return json.loads(done.stdout)
