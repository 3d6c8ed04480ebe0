"""Files of earlier formats are brought up to date, and the old ones kept; newer ones are left alone."""

from __future__ import annotations

import sys
import tomllib
from pathlib import Path

import pytest

from omnisight_desktop.config.load import load, open_safe
from omnisight_desktop.config.paths import Paths
from omnisight_desktop.config.save import change, keep_current
from omnisight_desktop.config.schema import VERSION, Settings
from omnisight_desktop.core.errors import SettingsError

FLAT = """\
# As it was in the beginning.
LLM_MODEL = "some-model"
face_similarity_threshold = 0.55  # twins
GESTURE_CONFIDENCE_THRESHOLD = 0.8
CLIP_RETENTION_DAYS = 14
PERSON_RETENTION_DAYS = 90
EVENT_RETENTION_DAYS = 200
ARCHIVED_PERSON_RETENTION_DAYS = 400
"""


def backups(paths: Paths) -> list[Path]:
    return sorted(paths.root.glob("settings.toml.*bak*"))


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return Paths(tmp_path)


@pytest.mark.parametrize("first", ["", "version = 1\n"])
def test_a_flat_file_becomes_sections_and_is_kept(paths: Paths, first: str) -> None:
    paths.settings_file.write_text(first + FLAT)
    settings = load(paths, env={})
    assert settings.chat.model == "some-model"
    assert settings.people.face_similarity == 0.55
    assert settings.gestures.confidence == 0.8
    kept = settings.retention
    assert (kept.clip_days, kept.person_days) == (14, 90)
    assert (kept.event_days, kept.archived_person_days) == (200, 400)
    new = paths.settings_file.read_text()
    assert tomllib.loads(new)["version"] == VERSION
    assert tomllib.loads(new)["retention"]["clip_days"] == 14
    assert "# As it was in the beginning." in new
    assert "# twins" in new
    assert [one.read_text() for one in backups(paths)] == [first + FLAT]
    assert load(paths, env={}) == settings
    assert len(backups(paths)) == 1


def test_what_stands_in_a_section_wins_over_its_old_name(paths: Paths) -> None:
    paths.settings_file.write_text("clip_retention_days = 3\n[retention]\nclip_days = 4\n")
    assert load(paths, env={}).retention.clip_days == 4
    assert "clip_retention_days" not in paths.settings_file.read_text()


def test_a_file_without_a_version_but_with_sections_is_of_this_format(paths: Paths) -> None:
    text = "[retention]\nclip_days = 4\n"
    paths.settings_file.write_text(text)
    assert not keep_current(paths)
    assert load(paths, env={}).retention.clip_days == 4
    assert paths.settings_file.read_text() == text
    change(paths, "retention.clip_days", 5)
    assert tomllib.loads(paths.settings_file.read_text())["version"] == VERSION


def test_a_wrong_value_is_told_at_its_old_line_and_nothing_is_written(paths: Paths) -> None:
    text = "# mine\nCLIP_RETENTION_DAYS = 0\n"
    paths.settings_file.write_text(text)
    with pytest.raises(SettingsError, match=r"line 2: retention\.clip_days is 0"):
        load(paths, env={})
    assert paths.settings_file.read_text() == text
    assert backups(paths) == []


def test_a_newer_file_is_refused_in_words_and_left_alone(paths: Paths) -> None:
    text = f"version = {VERSION + 1}\n[hologram]\nx = 1\n"
    paths.settings_file.write_text(text)
    for verb in (
        lambda: load(paths, env={}),
        lambda: keep_current(paths),
        lambda: change(paths, "server.port", 8123),
    ):
        with pytest.raises(SettingsError, match="newer OmniSight"):
            verb()
    assert paths.settings_file.read_text() == text
    assert [one.name for one in paths.root.iterdir()] == ["settings.toml"]


def test_a_key_in_plain_sight_moves_to_the_safe_and_stays_nowhere_else(paths: Paths) -> None:
    paths.settings_file.write_text(FLAT + 'anthropic_api_key = "sk-ant-in-plain-sight"\n')
    settings = load(paths, env={})
    assert settings.chat.key == "keyring:anthropic"
    secret = open_safe(paths, {}).read(settings.chat.key)
    assert secret is not None
    assert secret.reveal() == "sk-ant-in-plain-sight"
    assert len(backups(paths)) == 1
    for file in (paths.settings_file, *backups(paths)):
        assert "sk-ant-in-plain-sight" not in file.read_text()
    assert "CLIP_RETENTION_DAYS = 14" in backups(paths)[0].read_text()


def test_an_old_backup_is_not_overwritten(paths: Paths) -> None:
    paths.settings_file.write_text(FLAT)
    keep_current(paths)
    paths.settings_file.write_text("llm_model = 'second'\n")
    keep_current(paths)
    assert {one.read_text() for one in backups(paths)} == {FLAT, "llm_model = 'second'\n"}


@pytest.mark.skipif(sys.platform == "win32", reason="there it is no plain permission")
def test_where_nothing_can_be_written_the_old_format_still_holds(
    paths: Paths, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    paths.settings_file.write_text(FLAT)

    def read_only(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("tempfile.mkstemp", read_only)
    assert load(paths, env={}).retention.clip_days == 14
    assert "old format" in caplog.text
    assert paths.settings_file.read_text() == FLAT


def test_an_installation_without_a_file_has_nothing_to_upgrade(paths: Paths) -> None:
    assert not keep_current(paths)
    assert load(paths, env={}) == Settings()
