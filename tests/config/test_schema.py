"""Every setting has a name, a meaning and a range, and its default is the one that was agreed on."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from omnisight_desktop.config.accept import plain
from omnisight_desktop.config.keys import Kind, find_key, keys, nearest
from omnisight_desktop.config.schema import ORIGINAL_NAMES, Settings
from omnisight_desktop.core.errors import SettingsError


@pytest.mark.parametrize(
    ("name", "default"),
    [
        ("capture.fps", 30.0),
        ("detection.backend", "auto"),
        ("detection.score", 0.5),
        ("detection.fps", 5.0),
        ("people.face_similarity", 0.6),
        ("people.recognise_faces", False),
        ("gestures.confidence", 0.7),
        ("gestures.frames", 30),
        ("hearing.enabled", False),
        ("hearing.model", "base"),
        ("clips.pre_roll_s", 5.0),
        ("clips.min_s", 5.0),
        ("clips.max_s", 10.0),
        ("retention.clip_days", 30),
        ("retention.picture_days", 30),
        ("retention.media_gb", 0.0),
        ("retention.event_days", 365),
        ("retention.person_days", 180),
        ("retention.archived_person_days", 730),
        ("retention.free_disk_percent", 5.0),
        ("retention.free_disk_gb", 10.0),
        ("chat.provider", "auto"),
        ("server.host", "127.0.0.1"),
        ("server.port", 8000),
        ("privacy.send_pictures", False),
    ],
)
def test_defaults(name: str, default: object) -> None:
    assert keys()[name].of(Settings()) == default == keys()[name].default


def test_every_key_says_what_it_is() -> None:
    for key in keys().values():
        assert key.title[0].isupper(), key.name
        assert key.description.endswith("."), key.name
        assert len(key.description) <= 100, key.name
        assert key.allowed, key.name
        if key.kind in (Kind.WHOLE, Kind.NUMBER):
            assert key.least is not None
            assert key.most is not None
            assert key.least <= key.default <= key.most
    assert len({(key.section, key.title) for key in keys().values()}) == len(keys())


def test_settings_do_not_change_under_anybodys_hands() -> None:
    settings = Settings()
    with pytest.raises(ValidationError):
        settings.clips = settings.clips  # type: ignore[misc]
    with pytest.raises(ValidationError):
        settings.clips.max_s = 3.0  # type: ignore[misc]
    assert hash(settings) == hash(Settings())


def test_defaults_are_accepted_by_their_own_rules() -> None:
    tree: dict[str, dict[str, object]] = {}
    for key in keys().values():
        tree.setdefault(key.section, {})[key.field] = plain(key.default)
    assert Settings.model_validate(tree) == Settings()


@pytest.mark.parametrize(
    ("meant", "written"),
    [
        ("detection.score", "detection.scor"),
        ("detection.score", "score"),
        ("detection.score", "DETECTION.SCORE"),
        ("retention.clip_days", "retension.clip_day"),
        ("clips.max_s", "clips.max"),
        ("interface.theme", "theme"),
        ("people.face_similarity", "face_similarity_threshold"),
        ("chat.daily_budget_usd", "chat.budget"),
        ("server.port", "server.prot"),
    ],
)
def test_the_nearest_name_is_the_one_that_was_meant(meant: str, written: str) -> None:
    assert nearest(written, keys()) == meant


def test_a_field_without_its_section_leads_to_one_of_that_name() -> None:
    for key in keys().values():
        assert keys()[nearest(key.field, keys())].field == key.field


@pytest.mark.parametrize("name", ["detection.scor", "", "\x1b[31m", "x" * 10_000, "ä.ö"])
def test_an_unknown_name_is_refused_in_printable_words(name: str) -> None:
    with pytest.raises(SettingsError) as caught:
        find_key(name)
    assert caught.value.reason.isprintable()
    assert len(caught.value.reason) < 500
    assert any(known in caught.value.fix for known in keys())


def test_the_original_names_lead_to_settings_that_exist() -> None:
    assert set(ORIGINAL_NAMES.values()) <= set(keys())
