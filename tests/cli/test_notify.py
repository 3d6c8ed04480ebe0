"""Channels from the command line: what was told of them, and that nobody sees their addresses."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from omnisight_desktop.app.build import owned
from omnisight_desktop.app.notify import notifying
from omnisight_desktop.config.load import load
from omnisight_desktop.config.paths import Paths
from omnisight_desktop.core.camera import Camera
from omnisight_desktop.core.clock import SystemClock
from omnisight_desktop.core.event import Event
from omnisight_desktop.core.identity import Person
from omnisight_desktop.flow.worker import Worker
from omnisight_desktop.storage.owner import own
from tests.cli.conftest import Omnisight
from tests.fakes.keyrings import MemoryKeyring, NoKeyring, using
from tests.fakes.post import free_port, web_hook
from tests.fakes.redaction import knowing_no_secret

Type = Callable[[str], None]


@pytest.fixture(autouse=True)
def keyring() -> Iterator[MemoryKeyring]:
    held = MemoryKeyring()
    with using(held), knowing_no_secret():
        yield held


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> Type:
    return lambda text: monkeypatch.setattr(sys, "stdin", io.StringIO(text))


def address(port: int) -> str:
    return f"json://anna:correct-horse-9@127.0.0.1:{port}/deep/path"


def test_a_channel_is_added_listed_tried_and_removed(
    omnisight: Omnisight, typed: Type, keyring: MemoryKeyring, tmp_path: Path
) -> None:
    assert omnisight("notify", "list").out.startswith("No channels")
    with web_hook() as server:
        typed(address(server.port))
        added = omnisight(
            "notify", "add", "phone", "--kind", "person", "--kind", "loud", "--quiet", "22:00-07:00",
            "--cool-down", "90", "--most-per-hour", "5", "--no-picture", "--json",
        )  # fmt: skip
        assert added.code == 0, added.err
        expected = {
            "name": "phone",
            "destination": "json://127.0.0.1",
            "address": "keyring:notify-phone",
            "kinds": ["person", "loud"],
            "cameras": [],
            "people": [],
            "quiet": {"from": "22:00", "until": "07:00"},
            "cool_down_s": 90.0,
            "most_per_hour": 5,
            "picture": False,
        }
        assert added.json["channel"] == expected
        assert omnisight("notify", "list", "--json").json == {"channels": [expected]}
        assert "json://127.0.0.1" in omnisight("notify", "list").out
        tried = omnisight("notify", "test", "phone", "--json")
        assert tried.json == {"sent": "phone", "to": "json://127.0.0.1"}
    assert "trial of 'phone'" in server.messages[0]["message"]
    assert list(keyring.held.values()) == [address(server.port)]
    settings = (tmp_path / "data" / "settings.toml").read_text()
    assert "correct-horse" not in settings + omnisight("settings", "list", "--json").out
    assert "phone" in omnisight("settings", "list").out
    away = omnisight("notify", "test", "phone")
    assert away.code == 1
    assert "did not take the message" in away.err
    assert "correct-horse" not in away.err + away.out
    assert omnisight("notify", "remove", "PHONE").code == 0
    assert keyring.held == {}
    assert omnisight("notify", "list", "--json").json == {"channels": []}


@pytest.mark.parametrize(
    ("arguments", "text", "said"),
    [
        (["two words"], "json://h", "notify.channels, number 1, name"),
        (["x"], "nonsense", "Nobody understands"),
        (["x"], "", "No address came in"),
        (["x", "--quiet", "22"], "json://h", "no quiet hours"),
        (["x", "--quiet", "22:00-25:00"], "json://h", "number 1, quiet_until"),
        (["x", "--camera", "nowhere"], "json://h", "no camera 'nowhere'"),
        (["x", "--most-per-hour", "0"], "json://h", "most_per_hour"),
    ],
)
def test_what_makes_no_sense_is_refused_and_leaves_nothing_behind(
    omnisight: Omnisight,
    typed: Type,
    keyring: MemoryKeyring,
    arguments: list[str],
    text: str,
    said: str,
) -> None:
    typed(text)
    refused = omnisight("notify", "add", *arguments)
    assert refused.code == 2
    assert said in refused.err
    assert keyring.held == {}
    assert omnisight("notify", "list", "--json").json == {"channels": []}


def test_a_name_is_given_once_and_asked_for_in_vain_otherwise(
    omnisight: Omnisight, typed: Type
) -> None:
    typed("json://h")
    assert omnisight("notify", "add", "phone").code == 0
    typed("json://h")
    twice = omnisight("notify", "add", "Phone")
    assert (twice.code, "already" in twice.err) == (2, True)
    for verb in ("remove", "test"):
        assert "no channel 'other'" in omnisight("notify", verb, "other").err


def test_an_address_whose_keyring_is_gone_is_said_to_be(omnisight: Omnisight, typed: Type) -> None:
    typed("json://h")
    omnisight("notify", "add", "phone")
    with using(NoKeyring()):
        assert omnisight("notify", "list", "--json").json["channels"][0]["destination"] is None
        assert "cannot be read from the keyring" in omnisight("notify", "test", "phone").err


def test_the_program_tells_a_channel_that_was_added_while_it_runs(
    omnisight: Omnisight, typed: Type, tmp_path: Path
) -> None:
    paths = Paths(tmp_path / "data").make()
    now = SystemClock().now()
    with web_hook() as server, own(paths.root), owned(paths, load(paths)) as house:
        house.keeper.commit(Camera("porch", "Porch", ""))
        with notifying(house) as notifier:
            notifier.step()
            worker = Worker("notify", notifier.run)
            worker.start()
            try:
                typed(address(server.port))
                assert omnisight("notify", "add", "phone").code == 0
                typed(address(free_port()))
                assert omnisight("notify", "add", "broken").code == 0
                house.keeper.commit(Event("E1", "porch", "appeared", now, label="person"))
                assert server.arrived.wait(20)
            finally:
                worker.stop()
                assert worker.join()
        assert worker.failure == ""
        told = omnisight("notify", "log", "--json").json["messages"]
    assert [one["title"] for one in server.messages] == ["Person at Porch"]
    states = {one["channel"]: one["state"] for one in told}
    assert states == {"phone": "sent", "broken": "waiting"}
    assert all(one["event"] == "E1" for one in told)
    assert "correct-horse" not in omnisight("notify", "log").out


def test_people_are_told_of_by_whatever_they_are_called(
    omnisight: Omnisight, typed: Type, tmp_path: Path
) -> None:
    paths = Paths(tmp_path / "data").make()
    with own(paths.root), owned(paths, load(paths)) as house:
        house.keeper.commit(Person("Person_AAAAAAAA", "Anna"))
    typed("json://127.0.0.1:9/x")
    wrong = omnisight("notify", "add", "phone", "--person", "Ana")
    assert wrong.code == 2
    assert "Nobody is called 'Ana'" in wrong.err
    typed("json://127.0.0.1:9/x")
    people = ("--person", "anna", "--person", "strangers")
    added = omnisight("notify", "add", "phone", *people, "--json")
    assert added.json["channel"]["people"] == ["Anna", "strangers"]
    assert load(paths).notify.channels[0].people == ("Person_AAAAAAAA", "strangers")
    assert omnisight("people", "name", "Anna", "Anna Berg").code == 0
    assert omnisight("notify", "list", "--json").json["channels"][0]["people"][0] == "Anna Berg"
