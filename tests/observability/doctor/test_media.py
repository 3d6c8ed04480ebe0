from __future__ import annotations

import pytest

from omnisight_desktop.core.registry import Health
from omnisight_desktop.observability.doctor import media
from omnisight_desktop.observability.doctor.probe import Probe


def test_the_codecs_of_this_machine_read_and_write_footage() -> None:
    with Probe() as probe:
        check = media.codecs(probe)
    assert check.state is Health.OK
    assert "libx264" in check.reason


@pytest.mark.parametrize(
    ("lost", "state", "words"),
    [
        ([("h264", "r")], Health.FAILED, "watching almost every camera"),
        ([("libx264", "w")], Health.FAILED, "exporting clips"),
        ([("hevc", "r")], Health.DEGRADED, "H.265"),
        ([("aac", "w"), ("aac", "r")], Health.DEGRADED, "sound in exported clips"),
    ],
)
def test_a_missing_codec_is_told_by_what_is_lost(
    lost: list[tuple[str, str]], state: Health, words: str
) -> None:
    check = media.judge([codec for codec in media.USES if codec not in lost])
    assert check.state is state
    assert words in check.reason
    assert "av" in check.fix


def test_no_codecs_at_all_fail() -> None:
    check = media.judge([])
    assert check.state is Health.FAILED
    assert check.reason.count("is missing for") == len(media.USES)
