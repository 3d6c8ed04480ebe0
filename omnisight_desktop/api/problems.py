"""What went wrong as every answer says it: a word for programs, a reason and a fix for people."""

from __future__ import annotations

import logging
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request, WebSocket
from fastapi.exceptions import RequestValidationError, WebSocketRequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from omnisight_desktop.core.errors import (
    BackendUnavailable,
    Cancelled,
    DatabaseBusy,
    DiskFull,
    ModelError,
    ModelMissing,
    NotFound,
    NotRunning,
    OmniSightError,
    OwnerAbsent,
    OwnerSilent,
    SourceError,
    UsageError,
)
from omnisight_desktop.core.redaction import redact

log = logging.getLogger(__name__)

#: The first that fits tells the status; what none of them is, is our own fault.
_STATUSES: Sequence[tuple[type[OmniSightError], HTTPStatus]] = (
    (NotFound, HTTPStatus.NOT_FOUND),
    (UsageError, HTTPStatus.BAD_REQUEST),
    (Cancelled, HTTPStatus.CONFLICT),
    (DiskFull, HTTPStatus.INSUFFICIENT_STORAGE),
    (DatabaseBusy, HTTPStatus.SERVICE_UNAVAILABLE),
    (OwnerAbsent, HTTPStatus.SERVICE_UNAVAILABLE),
    (OwnerSilent, HTTPStatus.SERVICE_UNAVAILABLE),
    (NotRunning, HTTPStatus.SERVICE_UNAVAILABLE),
    (SourceError, HTTPStatus.SERVICE_UNAVAILABLE),
    (BackendUnavailable, HTTPStatus.SERVICE_UNAVAILABLE),
    # Asking again does not help; getting the model does.
    (ModelMissing, HTTPStatus.FAILED_DEPENDENCY),
    (ModelError, HTTPStatus.SERVICE_UNAVAILABLE),
)
_LONGEST = 200
_SEE_DOCS = "See /api/docs."


@dataclass(frozen=True, slots=True)
class Problem:
    """One refusal or failure, on its way to whoever asked."""

    status: int
    error: str
    reason: str
    fix: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)

    def to_json(self) -> dict[str, str]:
        """The shape that is always the same."""
        return {"error": self.error, "reason": self.reason, "fix": self.fix}

    def response(self) -> JSONResponse:
        """The whole answer."""
        return JSONResponse(self.to_json(), self.status, headers=dict(self.headers))


def of(error: OmniSightError) -> Problem:
    """What is told of an error that the house knows."""
    status = next((s for kind, s in _STATUSES if isinstance(error, kind)), None)
    word = re.sub(r"(?<!^)(?=[A-Z])", "_", type(error).__name__).lower()
    return Problem(status or HTTPStatus.INTERNAL_SERVER_ERROR, word, error.reason, error.fix)


def unforeseen() -> Problem:
    """What is told of a fault of our own; what it was stands in the log."""
    return Problem(
        HTTPStatus.INTERNAL_SERVER_ERROR,
        "unforeseen",
        "Something unforeseen happened.",
        "The log in the data folder tells more; please report it.",
    )


def answer_problems(app: FastAPI) -> None:
    """Have every error that leaves a route become an answer in that shape."""
    app.add_exception_handler(OmniSightError, _known)
    app.add_exception_handler(RequestValidationError, _misread)
    app.add_exception_handler(WebSocketRequestValidationError, _misheard)  # type: ignore[arg-type]
    app.add_exception_handler(HTTPException, _refused)
    app.add_exception_handler(Exception, _unknown)


def _known(_: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, OmniSightError)
    problem = of(error)
    if problem.status == HTTPStatus.INTERNAL_SERVER_ERROR:
        log.error("an answer failed: %s", error)
    return problem.response()


def _misread(_: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, RequestValidationError)
    return _misfit(error.errors()[0]).response()


async def _misheard(socket: WebSocket, error: WebSocketRequestValidationError) -> None:
    await socket.send_denial_response(_misfit(error.errors()[0]).response())


def _misfit(first: Mapping[str, Any]) -> Problem:
    """Only where it is wrong and what is asked for: the value itself is not repeated."""
    where = ".".join(str(part) for part in first["loc"][1:]) or str(first["loc"][0])
    words = str(first["msg"]).removeprefix("Value error, ").rstrip(".")
    reason = redact(f"{where[:_LONGEST]}: {words[:1].lower()}{words[1:_LONGEST]}.")
    return Problem(HTTPStatus.UNPROCESSABLE_ENTITY, "bad_request", reason, _SEE_DOCS)


def _refused(_: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, HTTPException)
    status = HTTPStatus(error.status_code)
    reasons = {
        HTTPStatus.NOT_FOUND: "There is nothing at that address.",
        HTTPStatus.METHOD_NOT_ALLOWED: "That cannot be done with what lies at that address.",
    }
    reason = reasons.get(status, f"{error.detail or status.phrase}".rstrip(".") + ".")
    word = status.phrase.lower().replace(" ", "_").replace("-", "_")
    return Problem(status, word, reason, _SEE_DOCS, error.headers or {}).response()


def _unknown(_: Request, error: Exception) -> JSONResponse:  # noqa: ARG001 - the server logs it
    return unforeseen().response()
