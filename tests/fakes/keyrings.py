"""Keyrings of every temper, put in the place of the computer's own while a test runs."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import keyring
from keyring.backend import KeyringBackend
from keyring.backends.fail import Keyring as NoKeyring
from keyring.backends.null import Keyring as NullKeyring
from keyring.errors import KeyringLocked

__all__ = ["LockedKeyring", "MemoryKeyring", "NoKeyring", "NullKeyring", "RudeKeyring", "using"]


class MemoryKeyring(KeyringBackend):
    """A keyring that works and is gone afterwards."""

    priority = 1  # type: ignore[assignment]  # the library declares a property of the class

    def __init__(self) -> None:
        super().__init__()
        self.held: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.held.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.held[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.held[service, username]


class LockedKeyring(MemoryKeyring):
    """A keyring whose owner does not unlock it."""

    def get_password(self, service: str, username: str) -> str | None:
        raise KeyringLocked("locked")

    def set_password(self, service: str, username: str, password: str) -> None:
        raise KeyringLocked(f"will not keep {password}")


class RudeKeyring(MemoryKeyring):
    """A keyring that breaks in a way nobody foresaw, and tells everybody what it was told."""

    def get_password(self, service: str, username: str) -> str | None:
        raise ZeroDivisionError("out of order")

    def set_password(self, service: str, username: str, password: str) -> None:
        raise ZeroDivisionError(f"out of order: {password}")


@contextmanager
def using(backend: KeyringBackend) -> Iterator[None]:
    """Have the program find this keyring."""
    before = keyring.get_keyring()
    keyring.set_keyring(backend)
    try:
        yield
    finally:
        keyring.set_keyring(before)
