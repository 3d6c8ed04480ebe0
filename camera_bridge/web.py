"""One conversation with a device's web server: who we are is told only to a device that asks, and once.

Every call asks first without a password and answers the device's own question, so a call tries a
password once at most; after it was refused, this conversation never tries it again.
"""

from __future__ import annotations

import json
import time
from abc import ABC, abstractmethod
from collections.abc import Callable, Generator, Mapping
from dataclasses import dataclass, replace
from types import TracebackType
from typing import Any, Self

import httpx

from camera_bridge.errors import (
    AbsentError,
    BadAnswerError,
    BridgeError,
    DeviceFaultError,
    ForbiddenError,
    LoginRefusedError,
    LoginWantedError,
    NotAxisError,
    NotOfferedError,
    SilentError,
)
from camera_bridge.place import Login, Place

_MOST_BYTES = 16 * 1024 * 1024
_UNAUTHORIZED, _FORBIDDEN, _BAD = 401, 403, 400
_NOT_THERE = (404, 405, 501)
_MOVED = (301, 302, 303, 307, 308)


@dataclass(frozen=True, slots=True)
class Patience:
    """Seconds to wait: for a connection, for the next bytes, and for a whole answer."""

    connect_s: float = 4.0
    silent_s: float = 4.0
    answer_s: float = 10.0


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back."""

    status: int
    kind: str
    body: bytes
    moved_to: str = ""

    def text(self) -> str:
        """The answer as text; what is no text in it is shown as a question mark."""
        return self.body.decode("utf-8", "replace")


class Talk(ABC):
    """Something that is talked to until it is closed, with ``with`` or without."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @abstractmethod
    def close(self) -> None:
        """End the conversation."""


class Web(Talk):
    """Asks a device's web server; use it with ``with``."""

    def __init__(
        self, place: Place, login: Login | None = None, patience: Patience | None = None
    ) -> None:
        self.place = place
        self._login = login
        self._patience = patience or Patience()
        self._auth = _WhenAsked(login) if login is not None else None
        self._welcome = False  # the device has taken the password before
        self._refused = False
        # Cameras sign their own certificates; and a proxy has no business between them and us.
        self._client = httpx.Client(
            verify=False,
            trust_env=False,
            follow_redirects=False,
            timeout=httpx.Timeout(self._patience.silent_s, connect=self._patience.connect_s),
        )

    def close(self) -> None:
        """End the conversation."""
        self._client.close()

    def get(self, path: str, params: Mapping[str, str] | None = None) -> Answer:
        """Ask for what lies at a path."""
        return self._ask(lambda: self._request("GET", path, params=dict(params or {})))

    def post(self, path: str, message: Mapping[str, Any]) -> dict[str, Any]:
        """Say something in JSON, and hear what is answered in JSON."""
        answer = self._ask(lambda: self._request("POST", path, json=dict(message)))
        try:
            told = json.loads(answer.body)
        except (ValueError, RecursionError):
            told = None
        if not isinstance(told, dict):
            raise BadAnswerError(f"What {self.place} answers makes no sense.")
        return told

    def _request(self, method: str, path: str, **more: Any) -> httpx.Request:
        try:
            return self._client.build_request(method, self.place.web + path, **more)
        except (httpx.InvalidURL, ValueError, UnicodeError):
            raise AbsentError(f"'{self.place}' is no address of a device.") from None

    def _ask(self, request: Callable[[], httpx.Request]) -> Answer:
        if self._refused and self._login is not None:
            raise self._not_let_in()
        answer = self._send(request())
        if answer.status in _MOVED:
            self._follow(answer)
            answer = self._send(request())
        told = self._auth is not None and self._auth.told
        self._welcome = self._welcome or (told and answer.status != _UNAUTHORIZED)
        self._insist(answer.status)
        return answer

    def _send(self, request: httpx.Request) -> Answer:
        until = time.monotonic() + self._patience.answer_s
        auth: Any = self._auth if self._auth is not None else None
        try:
            response = self._client.send(request, auth=auth, stream=True)
            try:
                return self._read(response, until)
            finally:
                response.close()
        except httpx.TimeoutException as error:
            raise self._silent(error) from None
        except httpx.ConnectError:
            raise AbsentError(f"Nobody answers at {self.place}.") from None
        except httpx.RemoteProtocolError:
            raise BadAnswerError(f"The answer of {self.place} breaks off or is no HTTP.") from None
        except httpx.HTTPError:  # its own words may repeat the address
            raise AbsentError(f"The connection to {self.place} broke off.") from None

    def _read(self, response: httpx.Response, until: float) -> Answer:
        body = bytearray()
        for piece in response.iter_bytes():
            body += piece
            if len(body) > _MOST_BYTES:
                raise BadAnswerError(f"The answer of {self.place} has no end.")
            if time.monotonic() > until:
                raise self._silent(None)
        kind = response.headers.get("content-type", "").partition(";")[0].strip().lower()
        moved_to = response.headers.get("location", "")
        return Answer(response.status_code, kind, bytes(body), moved_to)

    def _silent(self, error: httpx.TimeoutException | None) -> AbsentError:
        if isinstance(error, httpx.ConnectTimeout):
            return AbsentError(f"Nobody answers at {self.place}.")
        return SilentError(f"{self.place} does not answer in time.")

    def _follow(self, answer: Answer) -> None:
        """A device may insist on encryption; nobody else is told the password."""
        try:
            there = httpx.URL(answer.moved_to)
        except httpx.InvalidURL:
            there = httpx.URL("")
        if there.scheme != "https" or there.host != self.place.host or self.place.secure:
            raise NotAxisError(f"{self.place} sends whoever asks elsewhere.")
        self.place = replace(self.place, port=there.port, secure=True)

    def _insist(self, status: int) -> None:
        """Raise what a status means, unless it means that all is well."""
        if status == _UNAUTHORIZED and not self._welcome:
            self._refused = True
            raise self._not_let_in()
        if status in (_UNAUTHORIZED, _FORBIDDEN):
            raise ForbiddenError(f"The user may not see this at {self.place}.")
        if status in _NOT_THERE:
            raise NotOfferedError(f"{self.place} has nothing of that kind.")
        if status >= httpx.codes.INTERNAL_SERVER_ERROR:
            raise DeviceFaultError(f"{self.place} reports a fault of its own ({status}).")
        if status >= _BAD or status in _MOVED:
            raise BadAnswerError(f"{self.place} does not take the question ({status}).")

    def _not_let_in(self) -> BridgeError:
        if self._login is None:
            return LoginWantedError(f"{self.place} wants a name and a password.")
        if self._auth is not None and not self._auth.told:
            return BadAnswerError(f"{self.place} asks for a password in an unknown way.")
        return LoginRefusedError(f"{self.place} refused the name and password.")


class _WhenAsked(httpx.Auth):
    """Answers a device's question for a password, by the better of the ways that it offers."""

    def __init__(self, login: Login) -> None:
        self._login = login
        self.told = False

    def auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        response = yield request
        if response.status_code != _UNAUTHORIZED:
            return
        asked = [line.lower() for line in response.headers.get_list("www-authenticate")]
        pair = (self._login.name, self._login.password)
        if any(line.startswith("digest") for line in asked):
            answer = _digest(pair, request, response)
        elif any(line.startswith("basic") for line in asked):
            answer = next(httpx.BasicAuth(*pair).auth_flow(request))
        else:
            answer = None
        if answer is not None:
            self.told = True
            yield answer


def _digest(
    pair: tuple[str, str], request: httpx.Request, response: httpx.Response
) -> httpx.Request | None:
    """The request again with the answer to this very question; None for a senseless question."""
    flow = httpx.DigestAuth(*pair).auth_flow(request)
    next(flow)
    try:
        return flow.send(response)
    except (httpx.HTTPError, ValueError, LookupError, StopIteration):
        return None
