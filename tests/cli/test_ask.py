"""Asking from the command line: follow-ups, watch jobs, and who answers."""

from __future__ import annotations

import pytest

from tests.cli.conftest import Omnisight
from tests.fakes.keyrings import NoKeyring, using

NOON = "2026-05-03T12:00:00Z"
LINES = """{"id": "a1", "camera": "Porch", "type": "appeared", "label": "person", "start": "2026-05-03T11:50:00Z"}
{"id": "a2", "camera": "Yard", "type": "appeared", "label": "car", "start": "2026-05-02T10:00:00Z"}
"""
DESCRIBED = """{"id": "d1", "camera": "Yard", "type": "appeared", "label": "person", "start": "2026-05-03T09:00:00Z", "text": "a man with a ladder"}
"""


@pytest.fixture
def home(omnisight: Omnisight, tmp_path: object) -> Omnisight:
    from pathlib import Path

    file = Path(str(tmp_path)) / "events.jsonl"
    file.write_text(LINES)
    assert omnisight("events", "import", str(file)).code == 0
    return omnisight


def test_a_question_can_lean_on_the_one_before(home: Omnisight) -> None:
    with using(NoKeyring()):
        first = home(
            "ask", "how many people yesterday?", "--follow", "new", "--now", NOON, "--json"
        )
        assert (first.json["value"], first.json["model"]) == (0, "offline")
        again = home(
            "ask", "and cars?", "--follow", first.json["conversation"], "--now", NOON, "--json"
        )
        assert (again.json["value"], again.json["events"]) == (1, ["a2"])
        last = home("ask", "and today?", "--follow", "last", "--now", NOON, "--json")
        assert last.json["conversation"] == first.json["conversation"]
        assert last.json["left"]["bytes_out"] == 0


def test_a_question_that_stands_alone_keeps_nothing(home: Omnisight) -> None:
    with using(NoKeyring()):
        assert home("ask", "what happened today?", "--now", NOON, "--json").json["events"] == ["a1"]
        assert home("ask", "and yesterday?", "--follow", "last", "--now", NOON).code == 2


def test_a_watch_is_proposed_and_kept_only_with_a_yes(home: Omnisight) -> None:
    with using(NoKeyring()):
        refused = home("ask", "tell me when a person comes on yard", "--json").json
        assert (refused["status"], refused["proposal"]) == ("refused", None)
        assert home("cameras", "add", "demo:", "--name", "Porch").code == 0
        asked = home("ask", "tell me when a person comes on porch", "--json")
        assert asked.json["status"] == "clarify"
        assert asked.json["proposal"]["cameras"] == ["porch"]
        done = home("ask", "tell me when a person comes on porch", "--yes")
        assert "Watching on Porch" in done.err
        (rule,) = home("rules", "show", "porch", "--json").json["rules"]
        assert (rule["labels"], rule["when"]["type"]) == (["person"], "enter")
        assert rule["until"]


def test_a_model_without_a_key_is_said_and_this_computer_answers(home: Omnisight) -> None:
    with using(NoKeyring()):
        said = home("ask", "what happened today?", "--model", "claude", "--now", NOON)
        assert said.code == 0
        assert "1 event today" in said.out
        assert "no key" in said.err
        assert home("ask", "what?", "--model", "hal9000").code == 2


def test_a_description_is_found_without_any_weights_and_what_lacks_is_said(
    home: Omnisight, tmp_path: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    from pathlib import Path

    monkeypatch.setattr("omnisight_desktop.chat.embedders.minilm.find_spec", lambda _: None)
    file = Path(str(tmp_path)) / "more.jsonl"
    file.write_text(DESCRIBED)
    assert home("events", "import", str(file)).code == 0
    with using(NoKeyring()):
        exact = home("ask", "did you see a man with a ladder?", "--now", NOON, "--json").json
        assert (exact["status"], exact["events"]) == ("answered", ["d1"])
        near = home("ask", "did you see a man with a laddder?", "--now", NOON, "--json").json
        assert (near["status"], near["events"]) == ("nothing", ["d1"])
        assert "Close to it" in near["answer"]
        assert "letters only" in near["note"]
        assert "minilm" in near["note"]
        assert home("events", "like", "d1", "--json").json["events"] == []
        assert home("events", "like", "nobody").code != 0
        none = home("ask", "did you see a zeppelin?", "--now", NOON, "--json").json
        assert (none["status"], none["events"]) == ("refused", [])
        assert "No match for 'zeppelin'." in none["answer"]
