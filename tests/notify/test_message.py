"""What is said, in words that fit on a telephone."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from omnisight_desktop.core.event import Event
from omnisight_desktop.core.redaction import remember
from omnisight_desktop.notify.message import Occasion, compose, trial
from tests.fakes.redaction import knowing_no_secret

NOON = datetime(2026, 5, 3, 12, 4, 5, tzinfo=UTC)


def event(**told: Any) -> Event:
    return Event(
        **{
            "id": "E1",
            "camera": "front",
            "type": "appeared",
            "start": NOON,
            "label": "person",
            **told,
        }  # fmt: skip
    )


@pytest.mark.parametrize(
    ("told", "around", "title"),
    [
        ({}, {}, "Person at Front door"),
        ({}, {"person": "Anna"}, "Anna at Front door"),
        ({}, {"seen": 3}, "3 × person at Front door"),
        ({"label": None}, {}, "Something at Front door"),
        ({"type": "stationary", "label": "car"}, {}, "Car stays at Front door"),
        ({"type": "loud", "label": None}, {}, "Loud sound at Front door"),
        ({"type": "camera_down", "label": None}, {}, "Camera Front door is down"),
        ({"type": "gesture", "label": "wave"}, {}, "Gesture wave at Front door"),
        ({"type": "delivery"}, {}, "Delivery at Front door"),
    ],
)
def test_the_title_says_what_and_where(
    told: dict[str, Any], around: dict[str, Any], title: str
) -> None:
    assert compose(Occasion(event(**told), "Front door", **around), UTC).title == title


def test_the_words_say_when_in_local_time_and_what_else_is_known() -> None:
    occasion = Occasion(event(zone="Drive", text="It is  dark.\n\x1b[31m"), "Front", held=2)
    body = compose(occasion, ZoneInfo("Europe/Berlin")).body.split("\n")
    assert body == [
        "14:04:05, 2026-05-03",
        "Zone: Drive",
        "It is dark. [31m",
        "2 stories were not told since the message before.",
    ]


def test_long_texts_and_secrets_do_not_go_out() -> None:
    with knowing_no_secret():
        remember("hunter2-hunter2")
        message = compose(
            Occasion(event(text="it was hunter2-hunter2 " + "x" * 5000), "F" * 500), UTC
        )
    assert "hunter2" not in message.body
    assert len(message.body) < 400
    assert len(message.title) < 100


def test_its_size_counts_the_picture_as_long_as_it_is_there(tmp_path: Path) -> None:
    picture = tmp_path / "p.jpg"
    picture.write_bytes(b"x" * 1000)
    message = compose(Occasion(event(), "Front", picture=picture), UTC)
    words = len(message.title) + len(message.body)
    assert message.size_bytes() == words + 1000
    picture.unlink()
    assert message.size_bytes() == words


def test_a_trial_says_that_it_is_one() -> None:
    assert "trial of 'phone'" in trial("phone", NOON, UTC).body
