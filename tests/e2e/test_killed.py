"""Killed in the middle of a clip: nothing that was seen is lost, and the footage plays."""

from __future__ import annotations

from pathlib import Path

import av

from tests.e2e.program import PATIENCE_S, Home, until


def test_after_a_kill_the_next_start_puts_everything_in_order(tmp_path: Path) -> None:
    home = Home(tmp_path / "data")
    watching = home.start("run", "--headless", "--source", "demo:")
    list(until(watching, "person appeared"))
    while not list(home.data.rglob("*.mp4.part")):
        home.call("events", "list", "--json")
    watching.kill()
    watching.communicate(timeout=PATIENCE_S)
    (seen,) = home.call("events", "list", "--json")["events"]
    assert seen["end"] is None

    again = home.start("run", "--headless", "--source", "demo:", "--for", "1")
    _, said = again.communicate(timeout=PATIENCE_S)
    assert again.returncode == 0
    assert "not closed in order" in said
    events = {e["id"]: e for e in home.call("events", "list", "--json")["events"]}
    assert events[seen["id"]]["end"] is not None
    clips = home.call("clips", "list", "--json")["clips"]
    rescued = [c for c in clips if c["path"].endswith(".mp4")]
    assert rescued
    for clip in rescued:
        with av.open(str(home.data / "media" / clip["path"])) as film:
            assert sum(1 for _ in film.decode(video=0)) > 5
    assert not list(home.data.rglob("*.part"))

    once_more = home.start("run", "--headless", "--source", "demo:", "--for", "1")
    _, said = once_more.communicate(timeout=PATIENCE_S)
    assert "not closed in order" not in said
