"""What opens doors is told apart from what may be stored."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from omnisight_desktop.config.load import open_safe
from omnisight_desktop.config.paths import Paths
from omnisight_desktop.config.secrets import Secret
from omnisight_desktop.core.camera import Role
from omnisight_desktop.core.errors import SecretError
from omnisight_desktop.core.redaction import redact
from omnisight_desktop.services.logins import Logins, has_secrets, lend_login, open_part
from tests.fakes.keyrings import LockedKeyring, MemoryKeyring, NoKeyring, using
from tests.fakes.redaction import knowing_no_secret


@pytest.fixture(autouse=True)
def _alone() -> Iterator[None]:
    with using(NoKeyring()), knowing_no_secret():
        yield


@pytest.fixture
def logins(tmp_path: Path) -> Logins:
    return Logins(open_safe(Paths(tmp_path).make(), {}))


@pytest.mark.parametrize(
    ("address", "stored"),
    [
        ("rtsp://me:pw@cam:8554/x", "rtsp://cam:8554/x"),
        ("rtsp://me:p%40ss@cam/x?channel=1&subtype=0", "rtsp://cam/x?channel=1&subtype=0"),
        ("rtsp://me:p@ss/?x@cam/y", "rtsp://cam/y"),
        ("http://cam/x?user=me&pwd=pw&channel=2", "http://cam/x?channel=2"),
        ("http://cam/x?channel=aGVsbG8gd29ybGQ/hello=", "http://cam/x"),
        ("http://cam/x?id=7", "http://cam/x"),
        ("http://cam/x#token", "http://cam/x"),
        ("axis://root:pw@cam/?resolution=640x360", "axis://cam/?resolution=640x360"),
    ],
)
def test_what_opens_doors_is_not_stored(address: str, stored: str) -> None:
    assert open_part(address) == stored
    assert has_secrets(address)
    assert open_part(stored) == stored
    assert not has_secrets(stored)


@pytest.mark.parametrize(
    "address", ["RTSP://Cam/x?channel=1", "webcam:0", "demo:", "/films/a@b.mp4"]
)
def test_what_opens_none_is_stored(address: str) -> None:
    assert not has_secrets(address)


def test_an_address_whose_path_looks_like_a_login_is_kept_whole(logins: Logins) -> None:
    kept = logins.keep("porch", {Role.DETECT: "rtsp://cam/live@hd"})
    assert kept is not None
    assert logins.read(str(kept.reference)) == {Role.DETECT: "rtsp://cam/live@hd"}


@pytest.mark.parametrize("keyring", [NoKeyring, MemoryKeyring])
def test_addresses_come_back_so_that_any_vendor_can_read_them(
    logins: Logins, keyring: type[NoKeyring | MemoryKeyring], tmp_path: Path
) -> None:
    with using(keyring()):
        whole = {
            Role.DETECT: "rtsp://me:p@ss:w/rd@cam/x?tok=abcdefgh",
            Role.RECORD: "rtsp://cam/y",
        }
        kept = logins.keep("porch", whole)
        assert kept is not None
        assert kept.reference.name == "camera-porch"
        assert logins.read(str(kept.reference)) == {
            Role.DETECT: "rtsp://me:p%40ss%3Aw%2Frd@cam/x?tok=abcdefgh"
        }
        logins.forget(str(kept.reference))
        with pytest.raises(SecretError):
            logins.read(str(kept.reference))
    assert not any(b"ss:w" in file.read_bytes() for file in tmp_path.rglob("*.json"))


def test_where_nothing_opens_doors_nothing_is_kept(logins: Logins, tmp_path: Path) -> None:
    assert logins.keep("porch", {Role.DETECT: "rtsp://cam/x?channel=1"}) is None
    assert not (tmp_path / "secrets.json").exists()


def test_from_then_on_no_text_shows_it(logins: Logins) -> None:
    logins.keep("porch", {Role.DETECT: "http://me:hunter2/3@cam/x?sid=1&tok=abcdefgh"})
    said = redact("said hunter2/3 and hunter2%2F3 and abcdefgh, 1 time")
    assert "hunter2" not in said
    assert "abcdefgh" not in said
    assert "1 time" in said  # a single letter is no secret


def test_where_it_cannot_be_read_nobody_goes_on_without(logins: Logins, tmp_path: Path) -> None:
    def refused(reference: str) -> str:
        with pytest.raises(SecretError) as caught:
            logins.read(reference)
        assert caught.value.__context__ is None
        return str(caught.value)

    assert logins.read("") == {}
    assert "file:camera-gone" in refused("file:camera-gone")
    open_safe(Paths(tmp_path), {}).keep("camera-odd", Secret("no json"))
    assert "no json" not in refused("file:camera-odd")
    (tmp_path / "secrets.json").write_text("damaged")
    assert "damaged" in refused("file:camera-odd")
    (tmp_path / "secrets.json").unlink()
    with using(LockedKeyring()):
        assert "Unlock" in refused("keyring:camera-x")


def test_long_ids_have_secrets_of_their_own(logins: Logins) -> None:
    long = "x" * 64
    one = logins.keep(long[:-1] + "1", {Role.DETECT: "rtsp://me:one@cam/x"})
    two = logins.keep(long[:-1] + "2", {Role.DETECT: "rtsp://me:two@cam/x"})
    assert one is not None
    assert two is not None
    assert logins.read(str(one.reference)) == {Role.DETECT: "rtsp://me:one@cam/x"}


def test_streams_of_one_device_share_a_login() -> None:
    lender = "rtsp://me:p%40ss@cam/sub"
    assert lend_login("rtsp://CAM:8554/main", lender) == "rtsp://me:p%40ss@CAM:8554/main"
    assert lend_login("http://other/x", lender) == "http://other/x"
    assert lend_login("rtsp://you:pw@cam/main", lender) == "rtsp://you:pw@cam/main"
    assert lend_login("microphone:", lender) == "microphone:"
