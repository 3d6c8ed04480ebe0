"""Messages over a local socket: length-prefixed JSON between two who hold the same key.

(``multiprocessing.connection`` would do, but its handshake and its reads cannot time out: one
silent guest would keep everybody else outside.)
"""

from __future__ import annotations

import hmac
import json
import secrets
import socket
import struct
import time
from typing import Any, TypeAlias

from omnisight_desktop.core import errors
from omnisight_desktop.core.errors import OmniSightError, UsageError

Json: TypeAlias = Any

#: No message is longer; who has more to say says it in several.
MOST_BYTES = 16 * 1024 * 1024

_NONCE_BYTES = 32
_PIECE_BYTES = 1 << 16


class Wire:
    """One end of a connection. Whatever it waits for ends at its deadline with ``TimeoutError``."""

    def __init__(self, end: socket.socket, timeout_s: float) -> None:
        self._end = end
        self._deadline = 0.0
        self.extend(timeout_s)

    def extend(self, timeout_s: float) -> None:
        """A new deadline, from now on."""
        self._deadline = time.monotonic() + timeout_s

    def greet(self, key: bytes, *, ours: bytes, theirs: bytes) -> None:
        """Prove that we hold the key and see the other side prove it, without saying the key.

        Each side signs the other's nonce together with its own role, so that nobody can be made
        to answer for somebody else.
        """
        nonce = secrets.token_bytes(_NONCE_BYTES)
        self._send(nonce)
        challenge = self._receive(_NONCE_BYTES)
        self._send(_proof(key, ours, challenge))
        if not hmac.compare_digest(self._receive(_NONCE_BYTES), _proof(key, theirs, nonce)):
            raise ConnectionRefusedError("the other side does not hold the key")

    def say(self, message: Json) -> None:
        """Send one message; ``UsageError`` when JSON or one message cannot hold it."""
        try:
            text = json.dumps(message, allow_nan=False).encode()
        except (TypeError, ValueError, RecursionError) as error:
            raise UsageError(f"That cannot be said in JSON: {error}.") from error
        if len(text) > MOST_BYTES:
            raise UsageError(
                f"That is too long for one message: {len(text)} bytes.", fix="Ask for less at once."
            )
        self._send(struct.pack("!I", len(text)))
        self._send(text)

    def hear(self) -> Json:
        """Receive one message; ``ValueError`` when it is none."""
        (length,) = struct.unpack("!I", self._receive(4))
        if length > MOST_BYTES:
            raise ValueError(f"a message of {length} bytes was announced")
        try:
            return json.loads(self._receive(length))
        except RecursionError as error:
            raise ValueError("the message is nested too deeply") from error

    def _send(self, data: bytes) -> None:
        self._end.settimeout(self._left_s())
        self._end.sendall(data)

    def _receive(self, length: int) -> bytes:
        data = bytearray()
        while len(data) < length:
            self._end.settimeout(self._left_s())
            piece = self._end.recv(min(_PIECE_BYTES, length - len(data)))
            if not piece:
                raise ConnectionResetError("the other side left")
            data += piece
        return bytes(data)

    def _left_s(self) -> float:
        left = self._deadline - time.monotonic()
        if left <= 0:
            raise TimeoutError("the time is over")
        return left


def in_words(error: OmniSightError) -> Json:
    """An error as it travels."""
    words = {"kind": type(error).__name__, "reason": error.reason, "fix": error.fix}
    return {"error": words}


def out_of_words(words: Json) -> OmniSightError:
    """The error that travelled, of the same class; an unknown kind becomes the plain one."""
    if not isinstance(words, dict):
        return OmniSightError("The running program gave an answer that nobody understands.")
    kind = vars(errors).get(str(words.get("kind")))
    if not (isinstance(kind, type) and issubclass(kind, OmniSightError)):
        kind = OmniSightError
    return kind(str(words.get("reason", "")), fix=str(words.get("fix", "")))


def _proof(key: bytes, role: bytes, nonce: bytes) -> bytes:
    return hmac.digest(key, role + nonce, "sha256")
