"""Cameras that speak HTTP: moving pictures as JPEGs one after the other, or one for each request."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from contextlib import closing
from typing import Any

import httpx

from omnisight_desktop.capture import faults
from omnisight_desktop.capture.address import login_of, plain, shown
from omnisight_desktop.capture.jpegs import JpegSource
from omnisight_desktop.core.clock import Clock, SystemClock
from omnisight_desktop.core.errors import SourceBroken, SourceError
from omnisight_desktop.core.ports.capture import Wants

_MOST_BYTES = 16 * 1024 * 1024  # of one picture
_HEAD_BYTES = 16 * 1024
_PICTURE_S = 10.0  # bytes that never make a picture are silence as well
_ASKED_MOST_HZ = 5.0  # single pictures are dear for a camera
_LENGTH = re.compile(rb"^content-length:\s*(\d{1,9})\s*$", re.IGNORECASE | re.MULTILINE)


def open_pictures(address: str, wants: Wants, clock: Clock | None = None) -> JpegSource | None:
    """A camera's JPEGs, if that is what it sends at the address; None if it sends something else."""
    clock = clock or SystemClock()
    caller = _Caller(address)
    try:
        response = caller.call()
        kind, _, rest = response.headers.get("content-type", "").partition(";")
        if kind.strip().lower() == "multipart/x-mixed-replace":
            boundary = re.search(r'boundary="?([^";]+)', rest, re.IGNORECASE)
            jpegs = _told(address, _parts(response, boundary[1] if boundary else "", clock))
        elif kind.strip().lower() in ("image/jpeg", "image/jpg"):
            jpegs = _told(
                address, _asked(caller, response, min(max(1.0, wants.fps), _ASKED_MOST_HZ))
            )
        else:
            caller.close()
            return None
    except httpx.HTTPError as error:
        caller.close()
        raise _in_words(error, address) from None
    except BaseException:
        caller.close()
        raise
    return JpegSource(jpegs, shown(address), clock, caller.close)


class JpegParts:
    """Takes pictures out of a stream of parts, however it is cut into pieces; bounded in memory."""

    def __init__(self, boundary: str) -> None:
        core = re.escape(boundary.strip().lstrip("-").encode())
        self._edge = re.compile(rb"\r?\n-+" + core if core else rb"\r?\n--")
        self._held = bytearray()
        self._length: int | None = None  # of the part whose head has been read
        self._in_part = False
        self._looked = 0  # up to here, no end was found

    def feed(self, piece: bytes) -> Iterator[bytes]:
        """The pictures that are complete after one more piece."""
        self._held += piece
        while (part := self._next()) is not None:
            if part:
                yield part
        if len(self._held) > _MOST_BYTES:
            raise SourceBroken(
                "What the camera sends has no end: no picture is that large.",
                fix="Check that the address is that of the video stream.",
            )

    def _next(self) -> bytes | None:
        if not self._in_part and not self._read_head():
            return None
        if self._length is not None:
            return self._cut(self._length) if len(self._held) >= self._length else None
        edge = self._edge.search(self._held, self._looked)
        if edge is None:
            self._looked = max(0, len(self._held) - 256)
            return None
        return self._cut(edge.start())

    def _read_head(self) -> bool:
        end = self._held.find(b"\r\n\r\n")
        width = 4
        if end < 0:
            end, width = self._held.find(b"\n\n"), 2
        if end < 0:
            if len(self._held) > _HEAD_BYTES:  # no head at all: look for the next one
                del self._held[: len(self._held) - 256]
            return False
        length = _LENGTH.search(bytes(self._held[:end]).replace(b"\r\n", b"\n"))
        self._length = min(int(length[1]), _MOST_BYTES) if length else None
        del self._held[: end + width]
        self._in_part, self._looked = True, 0
        return True

    def _cut(self, length: int) -> bytes:
        part = bytes(self._held[:length])
        del self._held[:length]
        self._in_part = False
        # A picture that was cut short would be half grey, and grey looks like something that moves.
        whole = part.startswith(b"\xff\xd8\xff") and b"\xff\xd9" in part[-64:]
        return part if whole else b""


class _Caller:
    """One conversation with a camera; name and password are told only to who asks for them."""

    def __init__(self, address: str) -> None:
        self._address = address
        self._stop = threading.Event()
        # Cameras sign their own certificates; and a proxy has no business between them and us.
        self._client = httpx.Client(
            verify=False,
            trust_env=False,
            follow_redirects=True,
            timeout=httpx.Timeout(faults.SILENT_S, connect=faults.OPEN_S),
            headers={"Accept-Encoding": "identity"},
        )
        self._auth: httpx.Auth | None = None

    def call(self) -> httpx.Response:
        """Ask for what lies at the address; the answer is still to be read."""
        response = self._ask()
        login = login_of(self._address)
        if response.status_code == httpx.codes.UNAUTHORIZED and login and self._auth is None:
            challenge = response.headers.get("www-authenticate", "").lower()
            response.close()
            digest = challenge.startswith("digest") or "digest " in challenge
            self._auth = httpx.DigestAuth(*login) if digest else httpx.BasicAuth(*login)
            response = self._ask()
        fault = _of_status(response.status_code, self._address)
        if fault is not None:
            response.close()
            raise fault
        return response

    def pause(self, seconds: float) -> bool:
        """Wait; True if the conversation was ended meanwhile."""
        return self._stop.wait(seconds)

    def close(self) -> None:
        """End the conversation."""
        self._stop.set()
        self._client.close()

    def _ask(self) -> httpx.Response:
        try:
            request = self._client.build_request("GET", plain(self._address))
        except (httpx.InvalidURL, ValueError):
            raise faults.no_address(self._address) from None
        auth: Any = self._auth if self._auth is not None else httpx.USE_CLIENT_DEFAULT
        return self._client.send(request, stream=True, auth=auth)


def _parts(response: httpx.Response, boundary: str, clock: Clock) -> Iterator[bytes]:
    parts, newest_mono = JpegParts(boundary), clock.mono()
    with closing(response):
        for piece in response.iter_raw():
            for jpeg in parts.feed(piece):
                newest_mono = clock.mono()
                yield jpeg
            if clock.mono() - newest_mono > _PICTURE_S:
                raise httpx.ReadTimeout("bytes come, and no picture")


def _asked(caller: _Caller, response: httpx.Response, rate_hz: float) -> Iterator[bytes]:
    while True:
        yield _body(response)
        if caller.pause(1 / rate_hz):
            return
        response = caller.call()


def _body(response: httpx.Response) -> bytes:
    with closing(response):
        body = bytearray()
        for piece in response.iter_raw():
            body += piece
            if len(body) > _MOST_BYTES:
                return b""
        return bytes(body)


def _told(address: str, jpegs: Iterator[bytes]) -> Iterator[bytes]:
    """The same pictures; what goes wrong is said in words."""
    try:
        yield from jpegs
    except httpx.HTTPError as error:
        raise _in_words(error, address, opened=True) from None


def _of_status(status: int, address: str) -> SourceError | None:
    if status in (httpx.codes.UNAUTHORIZED, httpx.codes.FORBIDDEN):
        return faults.refused_password(address)
    if status >= httpx.codes.INTERNAL_SERVER_ERROR:
        return faults.camera_fails(address)
    return faults.nothing_there(address) if status >= httpx.codes.BAD_REQUEST else None


def _in_words(error: httpx.HTTPError, address: str, *, opened: bool = False) -> SourceError:
    if isinstance(error, httpx.TimeoutException):
        return faults.fallen_silent(address, opened)
    if not opened:
        found = faults.looked_into(address)
        if found is not None:
            return found
    return faults.ended(address, opened)
