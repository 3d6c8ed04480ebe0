"""Whether the API can be had: switched on, its port free or ours, and locked where others reach it."""

from __future__ import annotations

import socket
from collections.abc import Callable, Mapping
from typing import Any

from omnisight_desktop.config.paths import Paths
from omnisight_desktop.config.sections import Server
from omnisight_desktop.core.errors import OmniSightError, OwnerAbsent
from omnisight_desktop.core.registry import Check, Health
from omnisight_desktop.flow.door import knock
from omnisight_desktop.services.access import Access, is_exposed

_PATIENCE_S = 5.0
_NAME = "api"

#: What the program that watches says of its server; raises ``OwnerAbsent`` where none watches.
Ask = Callable[[Paths], Mapping[str, Any]]


def api(paths: Paths, settings: Server, ask: Ask | None = None) -> Check:
    """How the API stands. Nobody calls it: that would load it into a program that only watches."""
    if not settings.enabled:
        return Check(_NAME, Health.OK, "switched off (server.enabled)")
    how = ""
    if is_exposed(settings):
        try:
            Access(paths).load()
        except OmniSightError as error:
            return Check(_NAME, Health.DEGRADED, error.reason, error.fix)
        how = ", for whoever has the token"
    try:
        told = (ask or _of_the_owner)(paths)
    except OwnerAbsent:
        return _port(settings, how)
    if told.get("up"):
        return Check(_NAME, Health.OK, f"served at {settings.host}:{settings.port}{how}")
    return Check(
        _NAME, Health.DEGRADED, str(told.get("words") or "the running program serves none")
    )


def _of_the_owner(paths: Paths) -> Mapping[str, Any]:
    answer = knock(paths.door, "server.where", {}, _PATIENCE_S)
    return answer if isinstance(answer, dict) else {}


def _port(settings: Server, how: str) -> Check:
    """Whether the port is there for the next start."""
    where = f"{settings.host}:{settings.port}"
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    try:
        socket.create_server((settings.host, settings.port), family=family).close()
    except OSError as error:
        return Check(
            _NAME,
            Health.DEGRADED,
            f"{where} cannot be had, so the API will not be served: {error.strerror or error}",
            "Choose another port: 'omnisight settings set server.port 8001'.",
        )
    return Check(_NAME, Health.OK, f"{where} is free; served while OmniSight runs{how}")
