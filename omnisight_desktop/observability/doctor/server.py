"""Whether the API can be had: switched on, its port free or ours, and locked where others reach it."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import closing
from http.client import HTTPConnection, HTTPException

from omnisight_desktop.config.paths import Paths
from omnisight_desktop.config.sections import Server
from omnisight_desktop.core.errors import OmniSightError
from omnisight_desktop.core.registry import Check, Health
from omnisight_desktop.services.access import Access, is_exposed

_PATIENCE_S = 1.0
_NAME = "api"
_MOST_BYTES = 2000

#: Asks a host and a port whether OmniSight answers there; raises ``ConnectionRefusedError`` for nobody.
Ask = Callable[[str, int], bool]


def api(paths: Paths, settings: Server, ask: Ask | None = None) -> Check:
    """How the API stands."""
    if not settings.enabled:
        return Check(_NAME, Health.OK, "switched off (server.enabled)")
    how = ""
    if is_exposed(settings):
        try:
            Access(paths).load()
        except OmniSightError as error:
            return Check(_NAME, Health.DEGRADED, error.reason, error.fix)
        how = ", for whoever has the token"
    where = f"{settings.host}:{settings.port}"
    try:
        ours = (ask or answers)(_called(settings.host), settings.port)
    except ConnectionRefusedError:
        return Check(_NAME, Health.OK, f"{where} is free; served while OmniSight runs{how}")
    except OSError as error:
        reason = f"{where} cannot be reached: {error.strerror or error}"
        return Check(_NAME, Health.DEGRADED, reason, "Set server.host to 127.0.0.1.")
    if ours:
        return Check(_NAME, Health.OK, f"served at {where}{how}")
    return Check(
        _NAME,
        Health.DEGRADED,
        f"{where} belongs to another program, so the API is not served",
        "Choose another port: 'omnisight settings set server.port 8001'.",
    )


def answers(host: str, port: int) -> bool:
    """Whether OmniSight answers there; False for any other program."""
    with closing(HTTPConnection(host, port, timeout=_PATIENCE_S)) as line:
        try:
            line.connect()
        except TimeoutError:
            raise OSError("nobody answers") from None
        try:
            line.request("GET", "/api/v1/health/live", headers={"Host": f"localhost:{port}"})
            told = json.loads(line.getresponse().read(_MOST_BYTES))
        except (OSError, HTTPException, ValueError):
            return False
    return isinstance(told, dict) and told.get("status") == "live"


def _called(host: str) -> str:
    """Where to ask: who listens everywhere listens here, too."""
    return {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)
