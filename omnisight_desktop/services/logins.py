"""Names, passwords and tokens in addresses of cameras: kept with the secrets, never in the database."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from hashlib import sha256
from typing import Any
from urllib.parse import urlsplit

from omnisight_desktop.capture.address import (
    Kind,
    callable_of,
    kept,
    kind_of,
    login_of,
    plain,
    shown,
    with_login,
)
from omnisight_desktop.config.secrets import Kept, Place, Reference, Safe, Secret
from omnisight_desktop.core.camera import Role
from omnisight_desktop.core.errors import SecretError
from omnisight_desktop.core.redaction import remember

_PREFIX = "camera-"
_SHORTEST_TOKEN = 6
_LONGEST_ID = 57  # a secret is called by 64 letters at most

#: What may stand behind a question mark and opens no door; anything else is kept with the secrets.
_HARMLESS = frozenset(
    (
        *("audio", "camera", "channel", "chn", "codec", "compression", "fps", "height", "profile"),
        *("proto", "quality", "resolution", "rtspport", "stream", "streamprofile", "streamtype"),
        *("subtype", "transport", "transportmode", "unicast", "videocodec", "width"),
    )
)
_PLAIN_VALUE = re.compile(r"[A-Za-z0-9_.,x:-]{0,40}", re.ASCII)


def open_part(address: str) -> str:
    """As much of an address as anybody may see, and as it may be stored."""
    if not _on_network(address):
        return kept(address)
    query = _query(address)
    harmless = [pair for pair in query if _is_harmless(pair)]
    return shown(address) + (f"?{'&'.join(harmless)}" if harmless else "")


def has_secrets(address: str) -> bool:
    """Whether there is more to the address than may be stored."""
    if not _on_network(address):
        return False
    scheme, mark, rest = address.partition("://")
    return open_part(address) != f"{scheme.lower()}{mark}{rest}"


def same_host(one: str, other: str) -> bool:
    """Whether two addresses lead to the same device."""
    return _on_network(one) and _on_network(other) and _host(one) == _host(other) != ""


def lend_login(address: str, lender: str) -> str:
    """The address with the login of another one, where both lead to the same device."""
    login = login_of(lender)
    if login is None or login_of(address) is not None or not same_host(address, lender):
        return address
    return with_login(address, *login)


class Logins:
    """The addresses of cameras that hold secrets, in the safe of this installation."""

    def __init__(self, safe: Safe) -> None:
        self._safe = safe

    def keep(self, camera: str, addresses: Mapping[Role, str]) -> Kept | None:
        """Keep those that hold secrets; None where none does."""
        private = {str(r): callable_of(a) for r, a in addresses.items() if has_secrets(a)}
        if not private:
            return None
        _forbid_telling(private)
        return self._safe.keep(_name(camera), Secret(json.dumps(private, sort_keys=True)))

    def read(self, reference: str) -> dict[Role, str]:
        """The whole addresses that were kept there; a SecretError where they cannot be read."""
        if not reference:
            return {}
        secret = self._safe.read(reference)
        try:
            told: Any = json.loads(secret.reveal()) if secret is not None else None
            private = {str(role): str(address) for role, address in dict(told).items()}
            _forbid_telling(private)
            return {Role(role): address for role, address in private.items()}
        except (ValueError, TypeError):
            pass
        # Raised here, not above: the first error would drag the secrets along.
        where = "the keyring" if reference.startswith(Place.KEYRING) else reference
        raise SecretError(
            f"Its password cannot be read from {where}: that is locked, or has it no more.",
            fix="Unlock it, or give the password anew with 'omnisight cameras edit NAME --login USER'.",
        )

    def forget(self, reference: str) -> None:
        """Erase what was kept there."""
        self._safe.forget(Reference.parse(reference).name)

    def forget_of(self, camera: str) -> None:
        """Erase whatever was kept for a camera."""
        self._safe.forget(_name(camera))


def _name(camera: str) -> str:
    short = camera
    if len(camera) > _LONGEST_ID:
        short = f"{camera[: _LONGEST_ID - 13]}-{sha256(camera.encode()).hexdigest()[:12]}"
    return f"{_PREFIX}{short}"


def _forbid_telling(addresses: Mapping[str, str]) -> None:
    """From now on no text of this program shows what opens a door."""
    for address in addresses.values():
        login = login_of(address)
        if login is not None:
            remember(login[1])
        for pair in _query(address):
            value = pair.partition("=")[2]
            if not _is_harmless(pair) and len(value) >= _SHORTEST_TOKEN:
                remember(value)


def _on_network(address: str) -> bool:
    return kind_of(address) in (Kind.STREAM, Kind.AXIS)


def _query(address: str) -> list[str]:
    parts: list[str] = re.split(r"[?#]", plain(address), maxsplit=1)
    return [pair for pair in re.split(r"[&?#]", parts[-1]) if pair] if len(parts) > 1 else []


def _is_harmless(pair: str) -> bool:
    name, _, value = pair.partition("=")
    return name.lower() in _HARMLESS and _PLAIN_VALUE.fullmatch(value) is not None


def _host(address: str) -> str:
    try:
        return urlsplit(plain(address)).hostname or ""
    except ValueError:
        return ""
