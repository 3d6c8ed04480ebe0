"""What went wrong with a source, in words for a person, with what to do about it.

FFmpeg often knows no more than "input/output error". Then the address is looked at once more, step
by step: does the name exist, does anybody answer, does the encryption work.
"""

from __future__ import annotations

import errno
import socket
import ssl
from collections.abc import Callable
from contextlib import closing
from urllib.parse import urlsplit

import av

from omnisight_desktop.capture.address import Kind, kind_of, login_of, plain, shown
from omnisight_desktop.core.errors import (
    PasswordRefused,
    SourceBroken,
    SourceError,
    SourceRefused,
    SourceUnreachable,
)

#: Seconds to wait for a stream to open, and for its next packet.
OPEN_S, SILENT_S = 5.0, 3.0
_LOOK_S = 2.0  # to find out which step it is that fails
_PORTS = {"rtsp": 554, "rtsps": 322, "http": 80, "https": 443, "rtmp": 1935, "rtmps": 443}
_SECURE = ("rtsps", "https", "rtmps")
_REACH = "Check that the camera is on and in the same network, and that the address is right."


def in_words(
    error: Exception, address: str, *, opened: bool = False, silent: bool = False
) -> SourceError:
    """What an error of the vendor's means for whoever looks after the camera.

    ``silent``: nothing had come for as long as a camera is waited for, whatever the vendor calls it.
    """
    if kind_of(address) is Kind.FILE:
        return _of_file(error, shown(address))
    for types, words in _NETWORK:
        if isinstance(error, types):
            return words(address, opened)
    if opened:
        silent = silent or _reset(error)
        return fallen_silent(address, opened) if silent else broke_off(error, address)
    found = looked_into(address)
    if found is not None:
        return found
    return not_video(address) if isinstance(error, ValueError) else broke_off(error, address)


def refused_password(address: str, _opened: bool = False) -> PasswordRefused:
    """The camera wants a name and a password, or others than those that it was given."""
    if login_of(address) is None:
        return PasswordRefused(
            f"The camera at {shown(address)} wants a name and a password.",
            fix="Give them with the camera, or write NAME:PASSWORD@ before the host in its address.",
        )
    return PasswordRefused(
        f"The camera at {shown(address)} refused the name and password.",
        fix="Check both, and whether the camera's user may view video.",
    )


def fallen_silent(address: str, opened: bool = True) -> SourceUnreachable:
    """Nothing more came, although nobody hung up."""
    if opened:
        return SourceUnreachable(
            f"{shown(address)} has fallen silent: nothing came for {SILENT_S:.0f} seconds.",
            fix="Check that the camera is on and reachable.",
        )
    return looked_into(address) or SourceUnreachable(
        f"{shown(address)} did not send any pictures within {OPEN_S:.0f} seconds.",
        fix="Check that the camera is not overloaded; with RTSP, try the other transport.",
    )


def nothing_there(address: str, _opened: bool = False) -> SourceUnreachable:
    """Somebody answers, but knows no such path."""
    return SourceUnreachable(
        f"The camera answers, but has nothing at {shown(address)}.",
        fix="Check the path behind the host; the camera's manual names it.",
    )


def camera_fails(address: str, _opened: bool = False) -> SourceUnreachable:
    """The device has trouble of its own."""
    return SourceUnreachable(
        f"The camera at {shown(address)} reports a fault of its own.",
        fix="Restart the camera; it may also serve too many viewers at once.",
    )


def looked_into(address: str) -> SourceUnreachable | None:
    """Which step towards an address fails; None where all of them work."""
    try:
        parts = urlsplit(plain(address))
        host, port = parts.hostname, parts.port or _PORTS.get(parts.scheme.lower())
    except ValueError:
        return no_address(address)
    if not host:
        return no_address(address)
    if port is None or parts.scheme.lower() not in _PORTS:
        return None  # nobody has to answer there
    try:
        with closing(socket.create_connection((host, port), _LOOK_S)) as connection:
            if parts.scheme.lower() in _SECURE:
                _shake_hands(connection, host)
    except (OSError, UnicodeError) as error:
        return _unreachable(error, address, host)
    return None


def _of_file(error: Exception, name: str) -> SourceError:
    if isinstance(error, PermissionError):
        return SourceRefused(f"{name} may not be read.", fix="Check the file's permissions.")
    if isinstance(error, FileNotFoundError):
        return SourceUnreachable(f"There is no file {name}.", fix="Check the path.")
    if isinstance(error, av.error.DecoderNotFoundError):
        return no_decoder(name)
    if isinstance(error, (av.error.InvalidDataError, av.error.EOFError)):
        return SourceBroken(f"{name} is damaged or no video.", fix="Try to play it elsewhere.")
    return SourceBroken(f"{name} cannot be read: {_said(error)}.", fix="Check the disk it lies on.")


def no_decoder(name: str, codec: str = "") -> SourceBroken:
    """The video is there, and nothing here can read it."""
    kind = f" ({codec})" if codec else ""
    return SourceBroken(
        f"The video of {name} is of a kind{kind} that cannot be decoded here.",
        fix="Have the camera send H.264 or H.265, or convert the recording.",
    )


def unreadable(name: str) -> SourceBroken:
    """It says that it is video, and no picture can be made of it."""
    return SourceBroken(
        f"No picture of {name} can be decoded: it is damaged.", fix="Try to play it elsewhere."
    )


def no_video(name: str) -> SourceBroken:
    """It opens, but shows nothing."""
    return SourceBroken(
        f"There is no video in {name}.", fix="Give a recording or stream that has pictures."
    )


def _unreachable(error: Exception, address: str, host: str) -> SourceUnreachable:
    if isinstance(error, (socket.gaierror, UnicodeError)):
        return SourceUnreachable(
            f"There is no host called '{host}' in the network.",
            fix="Check the name, or write the camera's IP address instead.",
        )
    if isinstance(error, ssl.SSLError):
        return _no_encryption(address)
    if isinstance(error, TimeoutError):
        return _nobody_answers(address)
    if isinstance(error, ConnectionRefusedError):
        return _hung_up(address, False)
    return _no_route(address, False)


def _hung_up(address: str, _opened: bool) -> SourceUnreachable:
    return SourceUnreachable(
        f"The host of {shown(address)} refuses the connection: nothing listens on that port.",
        fix="Check the port, and that the camera's streaming service is switched on.",
    )


def _no_route(address: str, _opened: bool) -> SourceUnreachable:
    return SourceUnreachable(
        f"There is no way through the network to {shown(address)}.", fix=_REACH
    )


def _nobody_answers(address: str) -> SourceUnreachable:
    return SourceUnreachable(f"Nobody answers at {shown(address)}.", fix=_REACH)


def _no_encryption(address: str) -> SourceUnreachable:
    return SourceUnreachable(
        f"No encrypted connection to {shown(address)} can be made.",
        fix="Check the port, or try the address without the s: rtsp:// or http://.",
    )


def no_address(address: str) -> SourceUnreachable:
    """Nothing can be called by such an address."""
    return SourceUnreachable(
        f"'{shown(address)}' is no address that can be called.",
        fix="Write it as rtsp://HOST/PATH or http://HOST/PATH.",
    )


def not_video(address: str) -> SourceBroken:
    """Somebody answers, with something else."""
    return SourceBroken(
        f"{shown(address)} answers, but sends no video.",
        fix="Check that the address is that of the stream, not of a web page; or restart the camera.",
    )


def no_protocol(address: str, _opened: bool = False) -> SourceUnreachable:
    """Nothing here speaks what the address asks for."""
    return SourceUnreachable(
        f"'{shown(address)}' is of no kind that is known here.",
        fix="Give a file, an rtsp:// or http:// address, 'webcam:0' or 'demo:'.",
    )


def broke_off(error: Exception, address: str) -> SourceUnreachable:
    """It stopped for a reason that only the vendor's words tell."""
    return SourceUnreachable(
        f"The stream of {shown(address)} broke off: {_said(error)}.",
        fix="Check that the camera is on and reachable.",
    )


def ended(address: str, opened: bool) -> SourceUnreachable:
    """The other side hung up."""
    when = "" if opened else " before the first picture"
    return SourceUnreachable(
        f"The camera at {shown(address)} ended the stream{when}.",
        fix="It may serve too many viewers at once, or be restarting.",
    )


def _reset(error: Exception) -> bool:
    return getattr(error, "errno", None) == errno.ETIMEDOUT


def _said(error: Exception) -> str:
    # Never str(error): FFmpeg's errors carry the address with its password.
    return getattr(error, "strerror", None) or type(error).__name__


def _unreadable(address: str, _opened: bool) -> SourceBroken:
    return no_decoder(shown(address))


_Words = Callable[[str, bool], SourceError]
_NETWORK: tuple[tuple[tuple[type[Exception], ...], _Words], ...] = (
    ((av.error.HTTPUnauthorizedError, av.error.HTTPForbiddenError), refused_password),
    ((av.error.HTTPNotFoundError,), nothing_there),
    ((av.error.HTTPServerError,), camera_fails),
    ((av.error.HTTPClientError,), nothing_there),
    ((av.error.ExitError, av.error.TimeoutError), fallen_silent),
    ((av.error.ConnectionRefusedError,), _hung_up),
    ((av.error.ProtocolNotFoundError, av.error.DemuxerNotFoundError), no_protocol),
    ((av.error.DecoderNotFoundError,), _unreadable),
    ((av.error.EOFError, av.error.ConnectionResetError, av.error.BrokenPipeError), ended),
)


def _shake_hands(connection: socket.socket, host: str) -> None:
    # Cameras sign their own certificates, so whether it works is asked here, not by whom it is.
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    with context.wrap_socket(connection, server_hostname=host):
        pass
