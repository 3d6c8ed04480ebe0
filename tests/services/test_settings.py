"""The verbs over settings, as a screen or a program uses them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from omnisight_desktop.config.accept import Origin
from omnisight_desktop.config.keys import keys
from omnisight_desktop.config.paths import Paths
from omnisight_desktop.config.secrets import Secret
from omnisight_desktop.core.errors import SettingsError
from omnisight_desktop.services.settings import Preferences
from omnisight_desktop.storage.owner import own
from tests.fakes.keyrings import NoKeyring, using
from tests.fakes.redaction import knowing_no_secret


@pytest.fixture(autouse=True)
def _alone() -> Iterator[None]:
    with using(NoKeyring()), knowing_no_secret():
        yield


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return Paths(tmp_path)


def test_describe_has_all_that_a_screen_needs(paths: Paths) -> None:
    found = Preferences(paths, env={}).describe()
    assert [one.key.name for one in found] == list(keys())
    shape = {"key", "title", "description", "type", "default", "value", "source", "where"}
    shape |= {"choices", "least", "most"}
    for one in found:
        row = one.to_json()
        assert set(row) == shape
        assert json.loads(json.dumps(row)) == row
        assert row["value"] == row["default"]
        assert row["source"] == "default"
        assert (row["type"] == "choice") == bool(row["choices"])


def test_every_source_is_named(paths: Paths) -> None:
    paths.settings_file.write_text("[server]\nport = 8001\n[clips]\nmax_s = 11.0\n")
    env = {"LLM_MODEL": "m", "OMNISIGHT_CLIPS__MAX_S": "12"}
    preferences = Preferences(paths, flags={"detection.score": "0.3"}, env=env)
    where = {one.key.name: (one.value, one.source, one.where) for one in preferences.describe()}
    assert where["server.port"] == (8001, Origin.FILE, f"{paths.settings_file}, line 2")
    assert where["clips.max_s"][:2] == (12.0, Origin.ENVIRONMENT)
    assert "OMNISIGHT_CLIPS__MAX_S" in where["clips.max_s"][2]
    assert where["chat.model"][:2] == ("m", Origin.ENVIRONMENT)
    assert where["detection.score"] == (0.3, Origin.FLAG, "--set detection.score")
    assert where["hearing.enabled"] == (False, Origin.DEFAULT, "")
    assert preferences.show()["server.port"] == 8001


def test_set_get_and_reset(paths: Paths) -> None:
    preferences = Preferences(paths, env={})
    assert preferences.set("detection.labels", ["person", "dog"]).value == ["person", "dog"]
    assert preferences.set("hearing.enabled", "yes").value is True
    assert preferences.get("hearing.enabled").source is Origin.FILE
    now = preferences.reset("hearing.enabled")
    assert now is not None
    assert (now.value, now.source) == (False, Origin.DEFAULT)
    with pytest.raises(SettingsError, match="no setting"):
        preferences.get("hearing.enable")


def test_what_wins_over_the_file_is_seen_after_setting(paths: Paths) -> None:
    preferences = Preferences(paths, env={"OMNISIGHT_SERVER__PORT": "9000"})
    now = preferences.set("server.port", 8001)
    assert (now.value, now.source) == (9000, Origin.ENVIRONMENT)
    assert Preferences(paths, env={}).get("server.port").value == 8001


def test_a_name_that_is_none_can_be_taken_out(paths: Paths) -> None:
    paths.settings_file.write_text("[server]\nprot = 1\n")
    preferences = Preferences(paths, env={})
    with pytest.raises(SettingsError):
        preferences.describe()
    assert preferences.reset("server.prot") is None
    assert preferences.get("server.port").value == 8000


def test_no_secret_is_in_what_is_shown(paths: Paths) -> None:
    env = {"ANTHROPIC_API_KEY": "sk-ant-nobody-sees-it"}
    preferences = Preferences(paths, env=env)
    kept = preferences.keep_secret("camera-porch", Secret("hunter22-of-the-porch"))
    shown = json.dumps([one.to_json() for one in preferences.describe()])
    for text in (shown, repr(preferences.show()), repr(preferences.describe()), repr(kept)):
        assert "nobody-sees-it" not in text
        assert "hunter22" not in text
    assert preferences.get("chat.key").value == "env:ANTHROPIC_API_KEY"
    assert preferences.forget_secret("camera-porch")
    assert not preferences.forget_secret("camera-porch")


def test_a_running_program_is_noticed(paths: Paths) -> None:
    preferences = Preferences(paths, env={})
    assert not preferences.needs_restart()
    with own(paths.root):
        assert preferences.needs_restart()
