"""What goes wrong on the way to a camera is said in words, with a fix, and without the password."""

from __future__ import annotations

import errno
import socket
import traceback
from collections.abc import Iterator
from contextlib import closing

import av
import pytest

from omnisight_desktop.capture import faults
from omnisight_desktop.capture.open import open_source
from omnisight_desktop.core.errors import (
    OmniSightError,
    PasswordRefused,
    SourceBroken,
    SourceError,
    SourceUnreachable,
)
from tests.fakes.http_camera import body, served

ADDRESS = "rtsp://admin:hunter2@127.0.0.1/stream"


@pytest.fixture
def closed_port() -> int:
    """A port at which nobody listens."""
    with closing(socket.socket()) as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


@pytest.fixture
def silent_port() -> Iterator[int]:
    """A port at which somebody takes the call and says nothing."""
    with closing(socket.create_server(("127.0.0.1", 0))) as server:
        yield int(server.getsockname()[1])


@pytest.mark.parametrize("scheme", ["rtsp", "http", "rtsps", "https"])
def test_nobody_listens(scheme: str, closed_port: int) -> None:
    address = ADDRESS.replace("rtsp", scheme).replace("127.0.0.1", f"127.0.0.1:{closed_port}")
    with pytest.raises(SourceUnreachable, match="refuses the connection") as caught:
        open_source(address)
    assert "port" in caught.value.fix
    told = "".join(traceback.format_exception(caught.value)) + repr(caught.value)
    assert "hunter2" not in told


@pytest.mark.parametrize("scheme", ["rtsps", "https"])
def test_no_encryption_is_spoken(scheme: str) -> None:
    with (
        served({"/": body(b"hello", "text/plain")}) as camera,
        pytest.raises(SourceUnreachable, match="No encrypted connection"),
    ):
        open_source(f"{scheme}://127.0.0.1:{camera.port}/stream")


def test_somebody_takes_the_call_and_says_nothing(
    silent_port: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("omnisight_desktop.capture.faults.OPEN_S", 0.3)
    with pytest.raises(SourceError, match="sends no video|did not send"):
        open_source(f"rtsp://127.0.0.1:{silent_port}/stream")


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (socket.gaierror(-2, "Name or service not known"), "no host called '127.0.0.1'"),
        (TimeoutError(), "Nobody answers"),
        (OSError(errno.EHOSTUNREACH, "No route to host"), "no way through the network"),
        (ConnectionRefusedError(), "refuses the connection"),
    ],
    ids=["name", "timeout", "route", "refused"],
)
def test_each_step_towards_a_camera_has_its_own_words(
    error: OSError, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(place: tuple[str, int], timeout: float) -> socket.socket:
        assert place == ("127.0.0.1", 554)
        raise error

    monkeypatch.setattr(socket, "create_connection", refuse)
    found = faults.in_words(av.error.OSError(5, "Input/output error", ADDRESS), ADDRESS)
    assert isinstance(found, SourceUnreachable)
    assert words in found.reason
    assert found.fix


def _vendor(name: str, code: int = 1) -> Exception:
    made: Exception = getattr(av.error, name)(code, "words of the vendor", ADDRESS)
    return made


@pytest.mark.parametrize(
    ("name", "kind", "words"),
    [
        ("HTTPUnauthorizedError", PasswordRefused, "refused the name and password"),
        ("HTTPForbiddenError", PasswordRefused, "refused the name and password"),
        ("HTTPNotFoundError", SourceUnreachable, "has nothing at"),
        ("HTTPServerError", SourceUnreachable, "a fault of its own"),
        ("ExitError", SourceUnreachable, "fallen silent"),
        ("TimeoutError", SourceUnreachable, "fallen silent"),
        ("DecoderNotFoundError", SourceBroken, "cannot be decoded here"),
        ("ConnectionResetError", SourceUnreachable, "ended the stream"),
        ("BrokenPipeError", SourceUnreachable, "ended the stream"),
        ("UnknownError", SourceUnreachable, "broke off: words of the vendor"),
    ],
)
def test_the_vendors_errors_in_mid_stream_have_words_and_a_fix(
    name: str, kind: type[SourceError], words: str
) -> None:
    found = faults.in_words(_vendor(name), ADDRESS, opened=True)
    assert type(found) is kind
    assert words in found.reason
    assert found.fix
    assert "hunter2" not in f"{found!r} {found} {found.fix}"


def test_a_camera_that_wants_a_password_says_so_when_none_was_given() -> None:
    found = faults.refused_password("rtsp://127.0.0.1/stream")
    assert "wants a name and a password" in found.reason


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("rtsp:///stream", "no address that can be called"),
        ("rtsp://cam:notaport/stream", "no address that can be called"),
        ("gopher://127.0.0.1:1/x", "of no kind that is known"),
        ("/videos/none.mp4", "no recording or camera"),
        ("folder\0name", "no recording or camera"),
    ],
)
def test_what_is_no_address_is_said_to_be_none(address: str, words: str) -> None:
    with pytest.raises(OmniSightError, match=words) as caught:
        open_source(address)
    assert caught.value.fix
