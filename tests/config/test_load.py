"""Defaults, then the file, the environment, and flags; and a clear word for what does not fit."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from omnisight_desktop.config.accept import Origin
from omnisight_desktop.config.keys import keys
from omnisight_desktop.config.load import (
    environment,
    forget_foreign_qt,
    gather,
    has_display,
    load,
    open_safe,
)
from omnisight_desktop.config.paths import Paths
from omnisight_desktop.config.schema import Settings
from omnisight_desktop.core.errors import SettingsError
from omnisight_desktop.core.redaction import redact


def written(folder: Path, text: str | bytes) -> Paths:
    """A data folder with these settings."""
    paths = Paths(folder)
    raw = text.encode() if isinstance(text, str) else text
    paths.settings_file.write_bytes(raw)
    return paths


def refused(
    paths: Paths, flags: dict[str, Any] | None = None, env: dict[str, str] | None = None
) -> SettingsError:
    """What is said when these settings are not accepted."""
    with pytest.raises(SettingsError) as caught:
        load(paths, flags=flags, env=env or {})
    return caught.value


def test_an_empty_installation_has_the_defaults_and_writes_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "not-there-yet"
    assert load(Paths(folder), env={}) == Settings()
    assert not folder.exists()


LAYERS = ("default", "file", "alias", "environment", "flag")


@pytest.mark.parametrize("top", range(len(LAYERS)))
@pytest.mark.parametrize("bottom", range(len(LAYERS)))
def test_the_later_layer_wins(tmp_path: Path, bottom: int, top: int) -> None:
    present = set(range(bottom, top + 1)) if bottom <= top else {bottom, top}
    text = "[people]\nface_similarity = 0.11\n" if 1 in present else ""
    env = {"FACE_SIMILARITY_THRESHOLD": "0.22"} if 2 in present else {}
    if 3 in present:
        env["OMNISIGHT_PEOPLE__FACE_SIMILARITY"] = "0.33"
    flags = {"people.face_similarity": "0.44"} if 4 in present else {}
    settings = load(written(tmp_path, text), flags=flags, env=env)
    assert settings.people.face_similarity == (0.6, 0.11, 0.22, 0.33, 0.44)[max(present)]


NUMBERS = [key for key in keys().values() if key.least is not None and key.section != "clips"]
NUMBERS = [key for key in NUMBERS if not key.field.startswith("reconnect")]


@given(st.data())
def test_layers_do_not_disturb_each_other(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    layers: list[dict[str, int]] = []
    for _ in range(3):
        layer = {}
        for key in data.draw(st.lists(st.sampled_from(NUMBERS), unique=True, max_size=4)):
            assert key.most is not None
            low = max(1, int(key.least or 0))
            layer[key.name] = data.draw(st.integers(low, int(max(low, key.most))))
        layers.append({name: value for name, value in layer.items() if value <= _most(name)})
    file, env, flags = layers
    lines = [f"{name} = {value}" for name, value in file.items()]
    paths = written(tmp_path_factory.mktemp("layers"), "\n".join(lines))
    spelled = {
        f"OMNISIGHT_{name.replace('.', '__').upper()}": str(value) for name, value in env.items()
    }
    settings = load(paths, flags=flags, env=spelled)
    wanted = {**file, **env, **flags}
    for key in keys().values():
        assert key.of(settings) == wanted.get(key.name, key.default)


def _most(name: str) -> float:
    most = keys()[name].most
    assert most is not None
    return most


@pytest.mark.parametrize(
    ("variable", "text", "name", "value"),
    [
        ("LLM_MODEL", "some-model", "chat.model", "some-model"),
        ("FACE_SIMILARITY_THRESHOLD", "0.45", "people.face_similarity", 0.45),
        ("GESTURE_CONFIDENCE_THRESHOLD", "0.9", "gestures.confidence", 0.9),
        ("CLIP_RETENTION_DAYS", "7", "retention.clip_days", 7),
        ("PERSON_RETENTION_DAYS", "8", "retention.person_days", 8),
        ("EVENT_RETENTION_DAYS", "9", "retention.event_days", 9),
        ("ARCHIVED_PERSON_RETENTION_DAYS", "10", "retention.archived_person_days", 10),
        ("ANTHROPIC_API_KEY", "sk-ant-of-a-test", "chat.key", "env:ANTHROPIC_API_KEY"),
        ("OMNISIGHT_MODELS_DIR", "/some/models", "models.dir", Path("/some/models")),
    ],
)
def test_original_names_are_understood_and_prefixed_ones_win(
    tmp_path: Path, variable: str, text: str, name: str, value: object
) -> None:
    key, paths = keys()[name], Paths(tmp_path)
    assert key.of(load(paths, env={variable: text})) == value
    assert gather(paths, env={variable: text})[name].origin is Origin.ENVIRONMENT
    assert variable in gather(paths, env={variable: text})[name].where
    prefixed = {f"OMNISIGHT_{name.replace('.', '__').upper()}": _other(value)}
    assert key.of(load(paths, env={variable: text, **prefixed})) != value


def _other(value: object) -> str:
    if isinstance(value, Path):
        return "/other"
    if isinstance(value, str):
        return "env:OTHER"
    return "1"


def test_the_key_of_the_environment_is_referred_to_and_not_held(tmp_path: Path) -> None:
    env = {"ANTHROPIC_API_KEY": "looks-like-nothing-nobody-must-see"}
    settings = load(Paths(tmp_path), env=env)
    for text in (repr(settings), str(settings), settings.model_dump_json(), str(settings.chat)):
        assert "nobody-must-see" not in text
    assert "nobody-must-see" not in redact("it says looks-like-nothing-nobody-must-see")
    secret = open_safe(Paths(tmp_path), env).read(settings.chat.key)
    assert secret is not None
    assert secret.reveal() == "looks-like-nothing-nobody-must-see"


@pytest.mark.parametrize(
    ("variable", "text", "value"),
    [
        ("OMNISIGHT_DETECTION__SCORE", "0.25", 0.25),
        ("OMNISIGHT_DETECTION__SCORE", "", 0.5),
        ("OMNISIGHT_DETECTION__SCORE", " 1 ", 1.0),
        ("OMNISIGHT_DETECTION__LABELS", "person, car", ("person", "car")),
        ("OMNISIGHT_DETECTION__LABELS", '["dog"]', ("dog",)),
        ("OMNISIGHT_HEARING__ENABLED", "yes", True),
        ("OMNISIGHT_HEARING__ENABLED", "OFF", False),
        ("OMNISIGHT_SERVER__PORT", "81", 81),
        ("OMNISIGHT_INTERFACE__THEME", "dark", "dark"),
    ],
)
def test_texts_of_the_environment_become_values(
    tmp_path: Path, variable: str, text: str, value: object
) -> None:
    name = variable.removeprefix("OMNISIGHT_").lower().replace("__", ".")
    assert keys()[name].of(load(Paths(tmp_path), env={variable: text})) == value


@pytest.mark.parametrize(
    ("variable", "text", "said"),
    [
        ("OMNISIGHT_DETECTION__SCOR", "1", "OMNISIGHT_DETECTION__SCORE"),
        ("OMNISIGHT_SCORE", "1", "OMNISIGHT_DETECTION__SCORE"),
        ("OMNISIGHT_DETECTION__SCORE", "high", "a number from 0 to 1"),
        ("OMNISIGHT_DETECTION__SCORE", "nan", "a number from 0 to 1"),
        ("OMNISIGHT_DETECTION__SCORE", "1.5", "a number from 0 to 1"),
        ("OMNISIGHT_SERVER__PORT", "80.5", "a whole number from 1 to 65535"),
        ("OMNISIGHT_SERVER__PORT", "9" * 5000, "a whole number from 1 to 65535"),
        ("OMNISIGHT_HEARING__ENABLED", "perhaps", "true or false"),
        ("OMNISIGHT_INTERFACE__THEME", "pink", "one of system, light, dark"),
        ("OMNISIGHT_DETECTION__LABELS", ",", "a list of words"),
        ("OMNISIGHT_DETECTION__LABELS", "[" * 50_000, "a list of words"),
        ("OMNISIGHT_CHAT__MODEL", "a\udc80b", "a short text"),
        ("CLIP_RETENTION_DAYS", "0", "a whole number from 1 to 36500"),
    ],
)
def test_a_wrong_variable_is_named_with_what_is_allowed(
    tmp_path: Path, variable: str, text: str, said: str
) -> None:
    error = refused(Paths(tmp_path), env={variable: text})
    assert variable in error.reason
    assert said in str(error)
    assert len(str(error)) < 400
    str(error).encode()


def test_the_documented_single_names_are_no_unknown_settings(tmp_path: Path) -> None:
    env = {"OMNISIGHT_DATA": "/x", "OMNISIGHT_MODELS_DIR": "", "OTHERS_DATA": "1"}
    assert load(Paths(tmp_path), env=env) == Settings()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[detection]\n\nscor = 1\n", ["line 3", "'detection.scor'", "detection.score"]),
        ("[detektion]\nscore = 1\n", ["line 1", "'detektion'", "[detection]"]),
        ("score = 0.3\n", ["line 1", "'score'", "detection.score"]),
        ("detection = 5\n", ["line 1", "detection is a section", "[detection]"]),
        ("[detection]\nscore = 1.5\n", ["line 2", "detection.score is 1.5", "from 0 to 1"]),
        ("[detection]\nscore = true\n", ["detection.score is true", "a number"]),
        ('[detection]\nscore = "0.5"\n', ["detection.score is '0.5'", "a number"]),
        ("[detection]\nscore = nan\n", ["detection.score is nan", "a number"]),
        ("[detection]\nscore = 2020-01-01\n", ["a date", "a number"]),
        ("[detection.score]\nx = 1\n", ["detection.score is a table", "a number"]),
        ("[detection]\nlabels = [1]\n", ["line 2", "a list", "words"]),
        ('[detection]\nlabels = [""]\n', ["line 2", "a list", "words"]),
        ("detection.labels = []\n", ["line 1", "detection.labels is a list", "at least one"]),
        ("[retention]\nclip_days = 30.0\n", ["retention.clip_days is 30.0", "whole number"]),
        ("[retention]\nclip_days = 0\n", ["retention.clip_days is 0", "from 1"]),
        (f"[server]\nport = {'9' * 400}\n", ["server.port is a number beyond", "65535"]),
        (f"[server]\nport = {'9' * 9000}\n", ["a number that is too long"]),
        ('[interface]\ntheme = "pink"\n', ["'pink'", "one of system, light, dark"]),
        ('[models]\ndir = "a\\u0000b"\n', ["models.dir", "a folder"]),
        ("[clips]\nmin_s = 12\n", ["line 2", "clips.min_s is longer than clips.max_s"]),
        ("[detection\nscore = 1\n", ["line 1", "not TOML"]),
        ("a = 1\na = 2\n", ["line 2", "not TOML"]),
        ("x = " + "[" * 20_000, ["not TOML", "nested too deeply"]),
        (b"\n\n\xff\xfe\n", ["line 3", "not UTF-8"]),
        (b"\x00", ["line 1", "not TOML"]),
        ("#" * 1_100_000, ["larger than a settings file can be"]),
        ('version = "2"\n', ["'version' must be a whole number"]),
        ("version = true\n", ["'version' must be a whole number"]),
        ("version = 0\n", ["'version' must be a whole number"]),
        ("version = 99\n", ["a newer OmniSight", "99", "newer version"]),
        (f"version = {'9' * 300}\n", ["a newer OmniSight"]),
    ],
)
def test_a_wrong_file_is_named_with_line_key_finding_and_what_is_allowed(
    tmp_path: Path, text: str | bytes, said: list[str]
) -> None:
    paths = written(tmp_path, text)
    before = paths.settings_file.read_bytes()
    error = refused(paths)
    assert str(paths.settings_file) in error.reason
    for words in said:
        assert words in str(error)
    assert len(str(error)) < 600
    assert paths.settings_file.read_bytes() == before


def test_a_folder_in_the_place_of_the_file_is_told(tmp_path: Path) -> None:
    paths = Paths(tmp_path)
    paths.settings_file.mkdir()
    assert "is no file" in refused(paths).reason


def test_an_unknown_flag_is_refused_with_the_nearest_name(tmp_path: Path) -> None:
    error = refused(Paths(tmp_path), flags={"detection.scr": "1"})
    assert "'detection.scr'" in error.reason
    assert "detection.score" in error.fix
    error = refused(Paths(tmp_path), flags={"detection.score": 7})
    assert "--set detection.score" in error.reason


def test_flags_may_be_values_as_well_as_texts(tmp_path: Path) -> None:
    flags = {"detection.labels": ("dog",), "models.dir": tmp_path, "hearing.enabled": True}
    settings = load(Paths(tmp_path), flags=flags, env={})
    assert settings.detection.labels == ("dog",)
    assert settings.models.dir == tmp_path
    assert settings.hearing.enabled is True


def test_a_folder_is_meant_from_where_it_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    paths = written(tmp_path, '[models]\ndir = "weights"\n')
    assert load(paths, env={}).models.dir == tmp_path / "weights"
    env = {"OMNISIGHT_MODELS_DIR": "weights"}
    assert load(paths, env=env).models.dir == tmp_path / "elsewhere" / "weights"
    assert load(paths, flags={"models.dir": ""}, env={}).models.dir is None


def test_a_file_from_windows_is_read(tmp_path: Path) -> None:
    paths = written(tmp_path, b"\xef\xbb\xbf[detection]\r\nscore = 0.25\r\n")
    assert load(paths, env={}).detection.score == 0.25


@pytest.mark.parametrize("place", ["file", "environment", "flag"])
def test_a_key_in_the_place_of_its_reference_is_refused_and_not_repeated(
    tmp_path: Path, place: str
) -> None:
    key = "AbCdEf0123456789-pasted-by-mistake"
    paths = written(tmp_path, f'[chat]\nkey = "{key}"\n' if place == "file" else "")
    flags = {"chat.key": key} if place == "flag" else {}
    env = {"OMNISIGHT_CHAT__KEY": key} if place == "environment" else {}
    error = refused(paths, flags, env)
    assert key not in str(error) + repr(error) + repr(error.__context__)
    assert "omnisight settings secret set" in error.fix


def test_the_environment_of_the_process_counts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OMNISIGHT_SERVER__PORT", "8123")
    assert load(Paths(tmp_path)).server.port == 8123
    assert environment()["OMNISIGHT_SERVER__PORT"] == "8123"


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="there is always a display there")
def test_a_display_is_what_the_environment_says() -> None:
    assert not has_display({"PATH": "/bin"})
    assert has_display({"DISPLAY": ":0"})
    assert has_display({"WAYLAND_DISPLAY": "wayland-0"})
    assert has_display({"QT_QPA_PLATFORM": "offscreen"})


def test_the_plug_ins_of_another_qt_are_forgotten_and_the_users_own_are_not(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    foreign = str(Path("site-packages", "cv2", "qt", "plugins"))
    monkeypatch.setenv("QT_QPA_PLATFORM_PLUGIN_PATH", foreign)
    monkeypatch.setenv("QT_QPA_FONTDIR", "/usr/share/fonts")
    forget_foreign_qt()
    assert "QT_QPA_PLATFORM_PLUGIN_PATH" not in os.environ
    assert os.environ["QT_QPA_FONTDIR"] == "/usr/share/fonts"
