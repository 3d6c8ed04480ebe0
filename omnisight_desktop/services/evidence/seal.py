"""The key of an installation, with which it seals evidence, and the keys of others.

The private half lies with the secrets and never leaves them. The public half lies in the data folder:
it tells when the private one was lost, so that no other takes its place unnoticed.
"""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass
from pathlib import Path

from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    PublicFormat,
    load_pem_public_key,
)

from omnisight_desktop.config.paths import Paths
from omnisight_desktop.config.secrets import Safe, Secret
from omnisight_desktop.core.errors import SecretError, UsageError
from omnisight_desktop.services.evidence.words import spoken
from omnisight_desktop.services.handout import whole_file
from omnisight_desktop.storage.file import faults_in_words

SIGNATURE_BYTES = 64

_SECRET = "evidence-key"
_REFERENCE = f"keyring:{_SECRET}"
_LONGEST_PEM = 4096
_RENEW = (
    "Unlock the keyring, or make a new key with 'omnisight clips key --new' and tell its words to "
    "those who get evidence from you."
)


@dataclass(frozen=True, slots=True)
class PublicKey:
    """The half of a key that anybody may have: it tells what the other half has sealed."""

    pem: bytes  # as it lies in a file

    @classmethod
    def parse(cls, pem: bytes) -> PublicKey:
        """The key in a file; a UsageError where that is none."""
        try:
            if len(pem) > _LONGEST_PEM:
                raise ValueError("too long")
            key = load_pem_public_key(pem)
        except (ValueError, TypeError, UnsupportedAlgorithm) as error:
            raise UsageError("This is no public key.") from error
        if not isinstance(key, Ed25519PublicKey):
            raise UsageError("This public key is of another kind than Ed25519.")
        return cls(_pem(key))

    @classmethod
    def read(cls, path: Path) -> PublicKey:
        """The key that a person gives as a file."""
        with faults_in_words(path), path.open("rb") as file:
            pem = file.read(_LONGEST_PEM + 1)
        try:
            return cls.parse(pem)
        except UsageError as error:
            fix = "It begins with BEGIN PUBLIC KEY; 'omnisight clips key --out FILE' writes one."
            raise UsageError(f"{path} holds no key: {error.reason}", fix=fix) from error

    @property
    def sha256(self) -> str:
        """The sum of the key as DER, as other programs count it, too."""
        return self._digest().hex()

    @property
    def words(self) -> str:
        """Its fingerprint, for people to compare."""
        return spoken(self._digest())

    def sealed(self, data: bytes, signature: bytes) -> bool:
        """Whether the other half of this key made the signature, over exactly that."""
        key = load_pem_public_key(self.pem)
        if not isinstance(key, Ed25519PublicKey):
            return False
        try:
            key.verify(signature, data)
        except InvalidSignature:
            return False
        return True

    def _digest(self) -> bytes:
        key = load_pem_public_key(self.pem)
        der = key.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
        return hashlib.sha256(der).digest()


class Seal:
    """The whole key: what it signs was sealed by this installation."""

    __slots__ = ("__private", "public")

    def __init__(self, private: Ed25519PrivateKey) -> None:
        self.__private = private
        self.public = PublicKey(_pem(private.public_key()))

    def __repr__(self) -> str:
        return f"Seal({self.public.words})"

    def sign(self, data: bytes) -> bytes:
        """The signature, detached from what it is over."""
        return self.__private.sign(data)


class Keys:
    """The keys of one installation: the one it seals with, and those it has sealed with before."""

    def __init__(self, paths: Paths, safe: Safe) -> None:
        self._folder = paths.root
        self._safe = safe

    @property
    def public_file(self) -> Path:
        """Where the public half lies."""
        return self._folder / "evidence-key.pem"

    def seal(self) -> Seal:
        """The key to seal with, made when it is asked for first."""
        known = self.public_file.exists()
        secret = self._safe.read(_REFERENCE)
        if secret is None and known:
            raise SecretError("The key that evidence is sealed with cannot be read.", fix=_RENEW)
        if secret is None:
            return self._made()
        seal = _of(secret)
        if not known:
            self._publish(seal)
        elif PublicKey.read(self.public_file) != seal.public:
            raise SecretError(
                f"The key that evidence is sealed with does not belong to {self.public_file}.",
                fix=_RENEW,
            )
        return seal

    def renew(self) -> Seal:
        """Make a new key; what the old one has sealed stays known as sealed here."""
        if self.public_file.exists():
            with faults_in_words(self.public_file):
                old = hashlib.sha256(self.public_file.read_bytes()).hexdigest()[:12]
                self.public_file.replace(self._folder / f"evidence-key-{old}.pem")
        return self._made()

    def _made(self) -> Seal:
        private = base64.b64encode(Ed25519PrivateKey.generate().private_bytes_raw()).decode("ascii")
        self._safe.keep(_SECRET, Secret(private))
        kept = self._safe.read(_REFERENCE)
        if kept is None:
            raise SecretError("The key that evidence is sealed with could not be kept.")
        seal = _of(kept)  # as it was kept: what cannot be read again must not seal anything
        self._publish(seal)
        return seal

    def _publish(self, seal: Seal) -> None:
        with whole_file(self.public_file) as part:
            part.write_bytes(seal.public.pem)


def own_keys(paths: Paths) -> list[PublicKey]:
    """The public keys of an installation, former ones included; no secret is opened for them."""
    keys = []
    for path in sorted(paths.root.glob("evidence-key*.pem")):
        try:
            keys.append(PublicKey.read(path))
        except UsageError:  # damaged: then it is known as nobody's
            continue
    return keys


def _of(secret: Secret) -> Seal:
    try:
        raw = base64.b64decode(secret.reveal(), validate=True)
        return Seal(Ed25519PrivateKey.from_private_bytes(raw))
    except ValueError:
        pass
    # Raised here, not above: the first error would drag the secret along.
    raise SecretError("The key that evidence is sealed with is damaged.", fix=_RENEW)


def _pem(key: Ed25519PublicKey) -> bytes:
    return key.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
