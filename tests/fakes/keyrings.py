"""Keyrings of every temper, put in the place of the computer's own while a test runs."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import keyring
from keyring.backend import KeyringBackend
from keyring.backends import fail, null
from keyring.errors import KeyringLocked

__all__ = ["LockedKeyring", "MemoryKeyring", "NoKeyring", "NullKeyring", "RudeKeyring", "using"]


class NoKeyring(fail.Keyring):
    """What a computer without a keyring has."""

    def __init__(self) -> None:
        """Looks for nothing in the environment."""


class NullKeyring(null.Keyring):
    """What somebody has who switched the keyring off."""

    def __init__(self) -> None:
        """Looks for nothing in the environment."""


class MemoryKeyring(KeyringBackend):
    """A keyring that works and is gone afterwards."""

    priority = 1

    def __init__(self) -> None:
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
