"""Secrets by reference: the system's keyring keeps them, or a private file where there is none.

Settings say only where a secret is (``keyring:anthropic``); the secret itself has a type that
cannot be printed by accident.
"""

from __future__ import annotations

import hmac
import json
import re
import stat
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, NoReturn, Self

from omnisight_desktop.config import file
from omnisight_desktop.config.paths import Paths
from omnisight_desktop.config.sections import REFERENCE
from omnisight_desktop.core.errors import OmniSightError, SecretError, UsageError
from omnisight_desktop.core.redaction import HIDDEN, remember

_SERVICE = "omnisight"
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]{0,63}", re.ASCII)
_LONGEST = 10_000
_FILE_VERSION = 1


class Secret:
    """A text that shows itself to nobody but who asks with ``reveal()``."""

    __slots__ = ("__value",)

    def __init__(self, value: str) -> None:
        self.__value = value
        remember(value)

    def reveal(self) -> str:
        """The secret itself, to be handed to whoever it is for and to nobody else."""
        return self.__value

    def __repr__(self) -> str:
        return f"Secret({HIDDEN})"

    def __str__(self) -> str:
        return HIDDEN

    def __format__(self, spec: str) -> str:
        return format(HIDDEN, spec)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Secret):
            return NotImplemented
        mine, theirs = (one.encode("utf-8", "replace") for one in (self.__value, other.__value))
        return hmac.compare_digest(mine, theirs)

    __hash__ = None  # type: ignore[assignment]  # a hash would say something about the value

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, memo: dict[int, Any]) -> Self:
        return self

    def __reduce_ex__(self, protocol: object) -> NoReturn:
        raise TypeError("A secret is not written down; hand on where it is kept instead.")


class Place(StrEnum):
    """Where a secret may lie."""

    KEYRING = "keyring"
    FILE = "file"
    ENVIRONMENT = "env"


@dataclass(frozen=True, slots=True)
class Reference:
    """Where one secret is: ``keyring:anthropic``, ``file:anthropic`` or ``env:NAME``."""

    place: Place
    name: str

    @classmethod
    def parse(cls, text: str) -> Reference:
        """The reference that a text names."""
        if not text or re.fullmatch(REFERENCE, text) is None:
            raise UsageError(
                "This does not say where a secret is.",
                fix="Write keyring:NAME, file:NAME or env:NAME; never the secret itself.",
            )
        place, _, name = text.partition(":")
        return cls(Place(place), name)

    def __str__(self) -> str:
        return f"{self.place}:{self.name}"


@dataclass(frozen=True, slots=True)
class Kept:
    """Where a secret was put, as a reference and in words."""

    reference: Reference
    words: str


class Safe:
    """The secrets of one installation. Nothing is opened before a secret is asked for."""

    def __init__(self, paths: Paths, env: Mapping[str, str]) -> None:
        self._file = paths.secrets_file
        self._env = env
        # Two installations of one user must not take each other's keys for their own.
        usual = paths.root == Paths.default().root
        self._service = _SERVICE if usual else f"{_SERVICE} {paths.root}"

    def read(self, reference: str) -> Secret | None:
        """The secret that lies there, or None."""
        wanted = Reference.parse(reference)
        value: str | None
        if wanted.place is Place.ENVIRONMENT:
            value = self._env.get(wanted.name, "").strip()
        elif wanted.place is Place.FILE:
            value = self._read_file().get(wanted.name)
        else:  # what the keyring would not take lies in the file
            value = self._keyring("get_password", wanted.name).value
            value = value or self._read_file().get(wanted.name)
        return Secret(value) if value else None

    def keep(self, name: str, secret: Secret) -> Kept:
        """Put a secret in the system's keyring, or in a private file where there is none."""
        insist_name(name)
        value = secret.reveal()
        if not value.strip() or len(value) > _LONGEST or "\0" in value:
            raise UsageError("This cannot be a secret: it is empty, too long, or no text.")
        answer = self._keyring("set_password", name, value)
        # Some back-ends take everything and keep nothing: only what can be read back is kept.
        if answer.works and self._keyring("get_password", name).value == value:
            self._drop_from_file(name)
            return Kept(Reference(Place.KEYRING, name), f"in the keyring ({answer.backend})")
        self._write_file({**self._read_file(), name: value})
        words = f"in {self._file}, which only you may read, because {answer.reason}"
        return Kept(Reference(Place.FILE, name), words)

    def forget(self, name: str) -> bool:
        """Erase a secret wherever it lies; False when there was none."""
        insist_name(name)
        held = self._keyring("get_password", name).value
        if held:
            gone = self._keyring("delete_password", name)
            if not gone.works:
                raise SecretError(f"The keyring keeps '{name}': {gone.reason}.")
        return self._drop_from_file(name) or bool(held)

    def _keyring(self, verb: str, name: str, *more: str) -> _Answer:
        """Ask the system's keyring; back-ends fail in every way there is, and none of them stops us."""
        import keyring  # slow, and it looks around in the whole system
        from keyring.backends import fail, null

        try:
            backend = keyring.get_keyring()
            if isinstance(backend, fail.Keyring | null.Keyring):
                return _Answer(reason="this computer has no keyring")
            value = getattr(backend, verb)(self._service, name, *more)
            return _Answer(value, works=True, backend=str(getattr(backend, "name", backend)))
        except Exception as error:  # noqa: BLE001 - a stranger's code that talks to other programs
            # Only the kind of fault: its words may repeat what was asked.
            kind = type(error).__name__
        if kind == "NoKeyringError":
            return _Answer(reason="this computer has no keyring")
        return _Answer(reason=f"the keyring of this computer refused ({kind})")

    def _read_file(self) -> dict[str, str]:
        text = self._private_text()
        try:
            held = json.loads(text)["secrets"] if text else {}
            if all(isinstance(value, str) for value in held.values()):
                return dict(held)
        except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
            pass
        # Raised here, not above: the first error would drag the secrets along.
        raise SecretError(
            f"The file of secrets {self._file} is damaged.",
            fix="Move it away, and set the secrets again with 'omnisight settings secret set'.",
        )

    def _private_text(self) -> str:
        try:
            mode = stat.S_IMODE(self._file.stat().st_mode)
            if mode & 0o077:  # a copy, perhaps: close it again
                self._file.chmod(0o600)
            return self._file.read_text(encoding="utf-8")
        except FileNotFoundError:
            return ""
        except OSError as error:
            reason = error.strerror or "it cannot be opened"
        except UnicodeDecodeError:
            return "damaged"
        raise SecretError(f"The file of secrets {self._file} cannot be read: {reason}.")

    def _write_file(self, secrets: Mapping[str, str]) -> None:
        document = {"version": _FILE_VERSION, "secrets": secrets}
        try:
            file.write_private(self._file, json.dumps(document, indent=1).encode())
        except OmniSightError as error:
            raise SecretError(error.reason, fix=error.fix) from error

    def _drop_from_file(self, name: str) -> bool:
        held = self._read_file()
        if name not in held:
            return False
        del held[name]
        self._write_file(held)
        return True


@dataclass(frozen=True, slots=True)
class _Answer:
    """What the keyring said."""

    value: str | None = None
    works: bool = False
    backend: str = ""
    reason: str = "it forgot at once what it was told"


def insist_name(name: str) -> None:
    """Refuse a name that a secret cannot have."""
    if _NAME.fullmatch(name) is None:
        raise UsageError(
            "A secret is called by a short name of letters, digits, '.', '_' and '-'.",
            fix="Such as 'anthropic' or 'camera-porch'.",
        )
