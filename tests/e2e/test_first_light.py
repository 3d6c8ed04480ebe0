"""The whole product, thin from end to end, as a process: somebody walks by, and it can prove it."""

from __future__ import annotations

import json
import signal
from pathlib import Path

import av
import pytest

from tests.e2e.program import PATIENCE_S, Home, until


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Home:
    """A home after the demo camera was watched until somebody had come and gone."""
    home = Home(tmp_path_factory.mktemp("home") / "data")
    watching = home.start("run", "--headless", "--source", "demo:")
    try:
        said = list(until(watching, "person appeared"))
        assert any("Watching Demo" in line for line in said)
        _check_while_it_runs(home)
        _until_a_clip(home)
    finally:
        watching.send_signal(signal.SIGINT)
        out, err = watching.communicate(timeout=PATIENCE_S)
    assert watching.returncode == 0, err
    assert "Traceback" not in err
    assert out == ""
    return home


def _check_while_it_runs(home: Home) -> None:
    """Others may read, write through the owner, and a second start raises the first."""
    second = home.start("run", "--headless")
    _, err = second.communicate(timeout=PATIENCE_S)
    assert second.returncode == 0
    assert "runs already" in err
    lines = home.data.parent / "lines.jsonl"
    event = {"id": "told", "camera": "Gate", "type": "appeared", "start": "2026-05-03T10:00:00Z"}
    lines.write_text(json.dumps(event))
    assert home.call("events", "import", str(lines), "--json")["imported"] == 1
    assert home.call("events", "list", "--camera", "gate", "--json")["events"][0]["id"] == "told"


def _until_a_clip(home: Home) -> None:
    """Each look takes a while of its own, so this is no busy loop; the demo repeats every 30 s."""
    for _ in range(200):
        if home.call("clips", "list", "--json")["clips"]:
            return
    pytest.fail("no clip was written")


def test_somebody_appeared_and_the_event_has_its_clip(home: Home) -> None:
    events = home.call("events", "list", "--camera", "Demo", "--json")["events"]
    seen = [e for e in events if e["type"] == "appeared" and e["label"] == "person"]
    assert seen
    assert all(e["track"] for e in seen)
    assert all(e["end"] for e in seen)  # stopping ended what was open
    assert any(e["clip"] for e in seen)


def test_the_question_is_answered_from_the_database(home: Home) -> None:
    answer = home.call("ask", "what happened today?", "--camera", "demo", "--json")
    assert answer["status"] == "answered"
    assert answer["events"]
    assert answer["clips"]
    assert "a person on Demo" in answer["answer"]


def test_an_exported_clip_plays_and_shows_the_demo(home: Home, tmp_path: Path) -> None:
    clip = home.call("clips", "list", "--json")["clips"][0]
    path = Path(home.call("clips", "export", clip["id"], str(tmp_path), "--json")["path"])
    with av.open(str(path)) as film:
        pictures = sum(1 for _ in film.decode(video=0))
        stream = film.streams.video[0]
        assert (stream.codec_context.name, stream.width) == ("h264", 768)
    assert pictures == pytest.approx(clip["seconds"] * 15, abs=2)


def test_the_database_and_its_files_agree_afterwards(home: Home) -> None:
    checks = home.call("db", "check", "--json")
    assert "failed" not in json.dumps(checks)
