"""Writing settings: the user's own words stay, and a file is whole or as it was."""

from __future__ import annotations

import errno
import os
import stat
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn

import pytest

from omnisight_desktop.config import file
from omnisight_desktop.config.accept import plain
from omnisight_desktop.config.keys import keys
from omnisight_desktop.config.load import load
from omnisight_desktop.config.paths import Paths
from omnisight_desktop.config.save import change, reset, save
from omnisight_desktop.config.schema import VERSION, Settings
from omnisight_desktop.core.errors import DiskFull, SettingsError, StorageError

OWN_WORDS = """\
# My house.
version = 2

# The porch is dark.
[detection]
labels = [
    "person",  # the postman
    "dog",
]
score = 0.4  # lower at night

[clips]   # longer ones
max_s = 20.0
"""


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return Paths(tmp_path / "data")


def put(paths: Paths, text: str) -> None:
    paths.root.mkdir(parents=True, exist_ok=True)
    paths.settings_file.write_text(text, encoding="utf-8")


def text_of(paths: Paths) -> str:
    return paths.settings_file.read_text(encoding="utf-8")


def test_only_what_differs_is_written_with_the_version(paths: Paths) -> None:
    settings = Settings.model_validate({"detection": {"score": 0.25}})
    save(paths, settings)
    lines = [line for line in text_of(paths).splitlines() if line and not line.startswith("#")]
    assert lines == [f"version = {VERSION}", "[detection]", "score = 0.25"]
    assert load(paths, env={}) == settings


def test_everything_that_can_be_set_survives_the_way_out_and_in(
    paths: Paths, tmp_path: Path
) -> None:
    tree: dict[str, dict[str, Any]] = {}
    for key in keys().values():
        tree.setdefault(key.section, {})[key.field] = _another(key.name, plain(key.default))
    tree["models"]["dir"] = str(tmp_path)
    tree["footage"]["slow_dir"] = str(tmp_path)
    tree["footage"]["hours"] = ["mon-fri 08:00-18:00"]
    tree["hearing"]["language"] = "de"
    settings = Settings.model_validate(tree)
    save(paths, settings)
    assert load(paths, env={}) == settings
    save(paths, Settings())
    assert load(paths, env={}) == Settings()


def _another(name: str, value: Any) -> Any:
    key = keys()[name]
    if isinstance(value, bool):
        return not value
    if isinstance(value, int | float):
        return value + (type(value)(1) if (key.most or 0) >= value + 1 else -value / 2)
    if key.choices:
        return key.choices[-1]
    others: dict[str, Any] = {
        "chat.key": "env:ELSEWHERE",
        "chat.server": "http://127.0.0.1:11434/v1",
        "chat.server_key": "keyring:local",
        "privacy.pictures_of": ["Porch", "é \"'\\"],
        "server.names": ["localhost", "cams.example"],
        "detection.labels": ["cat", "é \"'\\"],
        "notify.channels": [
            {"name": "phone", "address": "keyring:notify-phone", "kinds": ["person", "é \"'\\"]},
            {"name": "mail", "address": "env:MAIL", "quiet_from": "22:00", "quiet_until": "07:00"},
        ],
    }
    return others.get(name, "other")


def test_comments_and_order_stay(paths: Paths) -> None:
    put(paths, OWN_WORDS)
    change(paths, "detection.score", 0.3)
    change(paths, "server.port", "8123")
    change(paths, "detection.fps", 2)
    text = text_of(paths)
    expected = OWN_WORDS.replace("score = 0.4", "score = 0.3")
    lines = iter(text.splitlines())
    assert all(line in lines for line in expected.splitlines() if line)
    settings = load(paths, env={})
    assert (settings.server.port, settings.detection.fps) == (8123, 2.0)
    reset(paths, "server.port")
    reset(paths, "detection.fps")
    assert load(paths, env={}).server.port == 8000
    save(paths, load(paths, env={}))
    assert '"dog",' in text_of(paths)
    assert "# the postman" in text_of(paths)


def test_saving_what_is_there_changes_no_letter(paths: Paths) -> None:
    put(paths, OWN_WORDS)
    save(paths, load(paths, env={}))
    assert text_of(paths) == OWN_WORDS


def test_a_value_that_does_not_fit_is_not_written(paths: Paths) -> None:
    put(paths, OWN_WORDS)
    for name, value in (
        ("detection.score", 7),
        ("detection.score", "high"),
        ("clips.min_s", 30),
        ("detection.labels", ""),
        ("detection.scor", 1),
        ("chat.key", "sk-ant-pasted-key"),
        ("server.port", None),
        ("version", 3),
    ):
        if value is None:
            continue
        with pytest.raises(SettingsError) as caught:
            change(paths, name, value)
        assert "sk-ant" not in str(caught.value)
    assert text_of(paths) == OWN_WORDS


def test_another_fault_in_the_file_is_told_with_its_line(paths: Paths) -> None:
    put(paths, "[detection]\nscore = 7\n[clips]\nmax_s = 0\n")
    with pytest.raises(SettingsError, match=r"detection\.score is 7"):
        change(paths, "server.port", 8123)


def test_a_broken_file_can_be_repaired_step_by_step(paths: Paths) -> None:
    put(paths, "[detection]\nscore = 7\nscor = 1\n[nobody]\nx = 1\n[clips]\nmax_s = 20.0\n")
    assert reset(paths, "detection.scor")
    assert reset(paths, "nobody")
    change(paths, "detection.score", 0.7)
    assert load(paths, env={}).detection.score == 0.7
    assert not reset(paths, "hearing.enabled")
    with pytest.raises(SettingsError, match="nobody"):
        reset(paths, "nobody.x")


def test_a_reset_that_would_leave_a_contradiction_is_refused(paths: Paths) -> None:
    put(paths, "[clips]\nmin_s = 12.0\nmax_s = 20.0\n")
    with pytest.raises(SettingsError, match=r"clips\.min_s is longer"):
        reset(paths, "clips.max_s")
    assert load(paths, env={}).clips.max_s == 20


@pytest.mark.parametrize(
    "text",
    [
        "detection.score = 0.4\n",
        "detection = { score = 0.4 } # here\n",
        '"detection" . "score" = 0.4\n',
        "[detection]\nscore = 0.4\n[clips]\nmax_s = 30.0\n[detection.more]\n",
        "\ufeff[detection]\r\nscore = 0.4\r\n",
    ],
)
def test_every_way_to_write_it_can_be_changed_or_is_left_alone(paths: Paths, text: str) -> None:
    put(paths, text)
    raw = paths.settings_file.read_bytes()
    try:
        change(paths, "detection.score", 0.3)
        change(paths, "detection.fps", 1)
    except SettingsError:
        assert paths.settings_file.read_bytes() == raw
    else:
        settings = load(paths, env={})
        assert (settings.detection.score, settings.detection.fps) == (0.3, 1.0)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps permissions another way")
def test_only_the_owner_may_read_it(paths: Paths) -> None:
    change(paths, "server.port", 8123)
    assert stat.S_IMODE(paths.settings_file.stat().st_mode) == 0o600
    assert stat.S_IMODE(paths.root.stat().st_mode) == 0o700


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights on Windows")
def test_a_link_to_the_file_stays_a_link(paths: Paths, tmp_path: Path) -> None:
    put(paths, "")
    real = tmp_path / "dotfiles.toml"
    paths.settings_file.rename(real)
    paths.settings_file.symlink_to(real)
    change(paths, "server.port", 8123)
    assert paths.settings_file.is_symlink()
    assert "8123" in real.read_text()


def _full(*_: object, **__: object) -> NoReturn:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def _broken(*_: object, **__: object) -> NoReturn:
    raise OSError(errno.EIO, os.strerror(errno.EIO))


@pytest.mark.parametrize(
    ("verb", "fault", "said"),
    [
        ("os.fsync", _full, DiskFull),
        ("os.fsync", _broken, StorageError),
        ("tempfile.mkstemp", _full, DiskFull),
        ("pathlib.Path.replace", _broken, StorageError),
    ],
)
def test_a_write_that_fails_leaves_the_old_file_and_nothing_else(
    paths: Paths,
    monkeypatch: pytest.MonkeyPatch,
    verb: str,
    fault: Callable[..., NoReturn],
    said: type[StorageError],
) -> None:
    put(paths, OWN_WORDS)
    with monkeypatch.context() as patched:
        patched.setattr(verb, fault)
        with pytest.raises(said):
            change(paths, "server.port", 8123)
    assert text_of(paths) == OWN_WORDS
    assert [one.name for one in paths.root.iterdir()] == ["settings.toml"]
    change(paths, "server.port", 8123)
    assert load(paths, env={}).server.port == 8123


def test_a_data_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises((StorageError, SettingsError), match="file"):
        change(Paths(tmp_path / "file" / "data"), "server.port", 8123)


def test_lines_are_found_in_plain_writing() -> None:
    lines = file.lines_of(OWN_WORDS)
    assert lines["version"] == 2
    assert lines["detection"] == 5
    assert lines["detection.score"] == 10
    assert lines["clips.max_s"] == 13
