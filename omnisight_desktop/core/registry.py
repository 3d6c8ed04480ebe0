"""Backends by name, loaded only when asked for; one that cannot load is a status, not a crash."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from importlib.metadata import entry_points
from typing import Any

from omnisight_desktop.core.errors import BackendUnavailable, NotFound, OmniSightError


class Health(StrEnum):
    """How something is doing, in one word."""

    OK = "ok"
    DEGRADED = "degraded"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Check:
    """One line of the truth about this machine: its name, its state, why, and what to do."""

    name: str
    state: Health
    reason: str
    fix: str = ""


@dataclass(frozen=True, slots=True)
class Registry:
    """The backends of one port: names to ``"module:attribute"`` addresses of their factories.

    Strangers join through the entry point group ``omnisight_desktop.<port>``.
    """

    port: str
    built_in: Mapping[str, str]

    def names(self) -> list[str]:
        """Every known backend, ours first."""
        return [*self.built_in, *(n for n in self._foreign() if n not in self.built_in)]

    def load(self, name: str) -> Callable[..., Any]:
        """The factory of a backend."""
        address = self.built_in.get(name) or self._foreign().get(name)
        if address is None:
            known = ", ".join(self.names())
            raise NotFound(f"There is no {self.port} called '{name}'.", fix=f"Known are: {known}.")
        module, _, attribute = address.partition(":")
        try:
            factory: Callable[..., Any] = getattr(importlib.import_module(module), attribute)
        except Exception as error:  # importing runs whatever stands in the module
            raise BackendUnavailable(
                f"The {self.port} '{name}' cannot be loaded: {error}.",
                fix="Reinstall the program's packages, or choose another in the settings.",
            ) from error
        return factory

    def check(self, name: str) -> Check:
        """Whether a backend can be loaded here."""
        try:
            self.load(name)
        except OmniSightError as error:
            return Check(f"{self.port} {name}", Health.FAILED, error.reason, error.fix)
        return Check(f"{self.port} {name}", Health.OK, "can be loaded")

    def _foreign(self) -> dict[str, str]:
        return {
            p.name: p.value.partition("[")[0].strip()
            for p in entry_points(group=f"omnisight_desktop.{self.port}")
        }
