"""Notifications on the desktop of this computer, over a real message bus."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from omnisight_desktop.core.errors import DeliveryFailed
from omnisight_desktop.notify.channel import AppriseChannel
from omnisight_desktop.notify.desktop import DesktopChannel
from omnisight_desktop.notify.message import Message
from omnisight_desktop.notify.open import open_channel
from tests.fakes.desktop import desktop, message_bus
from tests.fakes.redaction import knowing_no_secret

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="desktops elsewhere have no D-Bus")

BUS = "DBUS_SESSION_BUS_ADDRESS"
TOLD = Message("Person at Porch", "14:04 <b>Anna</b> & somebody")


@pytest.fixture(autouse=True)
def _forgetful() -> Iterator[None]:
    with knowing_no_secret():
        yield


def test_the_desktop_shows_words_and_picture(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    picture = tmp_path / "Tür 1.jpg"
    picture.write_bytes(b"jpeg")
    with desktop() as shown:
        monkeypatch.setenv(BUS, shown.address)
        open_channel("desktop://").send(Message(TOLD.title, TOLD.body, picture))
    ((who, _, _, title, body, actions, hints, _),) = shown.shown
    assert (who, title, body, actions) == ("OmniSight", TOLD.title, TOLD.body, [])
    assert hints["image-path"] == ("s", picture.as_uri())


def test_what_a_camera_read_is_no_markup(monkeypatch: pytest.MonkeyPatch) -> None:
    with desktop("body", "body-markup") as shown:
        monkeypatch.setenv(BUS, shown.address)
        DesktopChannel().send(TOLD)
    assert shown.shown[0][4] == "14:04 &lt;b&gt;Anna&lt;/b&gt; &amp; somebody"


def test_a_desktop_that_refuses_says_why(monkeypatch: pytest.MonkeyPatch) -> None:
    with desktop(shows=False) as shown:
        monkeypatch.setenv(BUS, shown.address)
        with pytest.raises(DeliveryFailed, match="too many of them"):
            DesktopChannel().send(TOLD)


def test_where_nobody_shows_anything_that_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    with message_bus() as address:
        monkeypatch.setenv(BUS, address)
        with pytest.raises(DeliveryFailed, match="no desktop here"):
            DesktopChannel().send(TOLD)
    monkeypatch.setenv(BUS, "unix:path=/nowhere/at/all")
    with pytest.raises(DeliveryFailed, match="no desktop here"):
        DesktopChannel().send(TOLD)


@pytest.mark.parametrize("address", ["desktop://", "desktop:", " DESKTOP:// "])
def test_the_desktop_has_an_address(address: str) -> None:
    assert isinstance(open_channel(address), DesktopChannel)
    assert isinstance(open_channel("json://127.0.0.1"), AppriseChannel)
