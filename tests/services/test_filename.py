"""Names of files say what is in them, and every system takes them."""

from __future__ import annotations

import unicodedata
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from omnisight_desktop.core.clip import Clip
from omnisight_desktop.core.errors import UsageError
from omnisight_desktop.services.filename import USUAL, Template, fit, told_of, untaken
from tests.home import NOON

CLIP = Clip("C1", "porch", "clips/C1.mp4", NOON, NOON + timedelta(seconds=5), 1)


def test_a_template_tells_of_the_clip_and_leaves_no_hole() -> None:
    start = NOON.astimezone()
    told = told_of(CLIP, "Porch / north", "appeared", "person")
    assert USUAL.filled(told, "C1") == f"Porch - north {start:%Y-%m-%d %H-%M-%S} appeared"
    full = Template.parse("{date}_{time} {id} {label} {{x}}").filled(told, "C1")
    assert full == f"{start:%Y-%m-%d_%H-%M-%S} C1 person {{x}}"
    assert Template.parse("{camera} {type} {id}").filled(told_of(CLIP, "Yard"), "C1") == "Yard C1"


@pytest.mark.parametrize(
    "text",
    ["", "all the same", "{camera.__class__}", "{0}", "{}", "{camera", "{camera!r}", "{id:9}"],
)
def test_a_template_that_names_no_files_is_refused_in_words(text: str) -> None:
    with pytest.raises(UsageError, match="does not name files") as caught:
        Template.parse(text)
    assert "{camera}" in caught.value.fix


def test_a_long_name_of_a_camera_leaves_the_time_its_place() -> None:
    told = told_of(CLIP, "東" * 300, "appeared")
    name = USUAL.filled(told, "C1")
    assert f"{NOON.astimezone():%Y-%m-%d %H-%M-%S} appeared" in name
    assert len(name.encode()) <= 180


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Tür Ängström 東京 🦊", "Tür Ängström 東京 🦊"),
        ("../../etc/passwd", "etc-passwd"),
        ("CON", "_CON"),
        ("nul.tar", "_nul.tar"),
        ("Lpt1 ", "_Lpt1"),
        ("con 2", "con 2"),
        ("ends with a dot. ", "ends with a dot"),
        ("clip\u202e4pm.exe", "clip4pm.exe"),
        ("a\n\tb", "a-b"),
        ("???", "C1"),
        ("", "C1"),
        ("u\u0308", "ü"),
    ],
)
def test_what_no_name_may_hold_is_taken_out_and_the_rest_kept(text: str, name: str) -> None:
    assert fit(text, "C1") == name


@given(st.text())
def test_any_text_becomes_a_name_that_can_be_written(text: str) -> None:
    name = fit(text, "C1")
    assert name
    assert name == name.strip(" .")
    assert len(name.encode("utf-8")) <= 181
    assert not set(name) & set('<>:"/\\|?*')
    assert not any(unicodedata.category(sign) in ("Cc", "Cs") and sign < "\x80" for sign in name)
    assert Path(name).name == name


def test_what_is_taken_is_numbered_also_where_case_does_not_count() -> None:
    taken: set[str] = set()
    names = [untaken(name, ".mp4", taken) for name in ("Hof", "hof", "HOF", "Straße", "Hof 2")]
    assert names == ["Hof.mp4", "hof 2.mp4", "HOF 3.mp4", "Straße.mp4", "Hof 2 2.mp4"]
