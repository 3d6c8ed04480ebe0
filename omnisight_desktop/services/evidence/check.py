"""Whether evidence is what was sealed, to the byte, and by whose key; if not, what is wrong with it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from omnisight_desktop.core.errors import Cancelled, UsageError
from omnisight_desktop.services.evidence.manifest import (
    KEY,
    LONGEST_BYTES,
    MANIFEST,
    SIGNATURE,
    UNLISTED,
    Entry,
    Manifest,
    read_manifest,
)
from omnisight_desktop.services.evidence.members import Members, UnreadableError, members_of
from omnisight_desktop.services.evidence.seal import SIGNATURE_BYTES, PublicKey
from omnisight_desktop.services.playback import Tell

_LONGEST_KEY = 4096


class Fault(StrEnum):
    """What can be wrong with evidence."""

    CHANGED = "changed"
    MISSING = "missing"
    ADDED = "added"
    UNREADABLE = "unreadable"
    UNSIGNED = "unsigned"  # the manifest is not what the signature is over
    OTHER_KEY = "other_key"


class Signer(StrEnum):
    """Whose key it is, as far as that can be told here."""

    GIVEN = "given"  # the one that was asked for
    OURS = "ours"  # this installation's own
    UNKNOWN = "unknown"  # to be compared by its words
    NONE = "none"  # no signature holds


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong, in words."""

    fault: Fault
    file: str
    reason: str


@dataclass(frozen=True, slots=True)
class Report:
    """What was found in one piece of evidence."""

    path: Path
    findings: tuple[Finding, ...]
    manifest: Manifest | None
    key: PublicKey | None  # that the signature was held against
    signer: Signer

    @property
    def ok(self) -> bool:
        """Whether everything is as it was sealed, by the key that was asked for if one was."""
        return not self.findings


def check(
    path: Path,
    *,
    key: PublicKey | None = None,
    own: Sequence[PublicKey] = (),
    tell: Tell = lambda _: True,
) -> Report:
    """Look at every byte of a folder or zip of evidence.

    Without ``key`` it is held against the key that lies with it, which says that nothing was changed
    since; by whom it was sealed says only a key that came another way, or the words of this one.
    """
    with members_of(path) as members:
        return _Looking(members, key, own, tell).report(path)


@dataclass(slots=True)
class _Looking:
    """One look at one piece of evidence."""

    members: Members
    asked: PublicKey | None
    own: Sequence[PublicKey]
    tell: Tell
    found: list[Finding] = field(default_factory=list)

    def report(self, path: Path) -> Report:
        data = self._whole(MANIFEST, LONGEST_BYTES)
        enclosed = self._enclosed_key()
        key = self.asked or enclosed
        signed = data is not None and self._signed(data, key)
        manifest = self._manifest(data, signed=signed)
        for shown, reason in self.members.listing.odd:
            self._note(Fault.ADDED, shown, reason)
        if manifest is not None:
            self._compare_keys(manifest, enclosed)
            self._compare_files(manifest)
        self.tell(1.0)
        signer = self._signer(key) if signed else Signer.NONE
        return Report(path, tuple(self.found), manifest, key, signer)

    def _signed(self, data: bytes, key: PublicKey | None) -> bool:
        signature = self._whole(SIGNATURE, SIGNATURE_BYTES)
        if signature is None or key is None:
            return False
        if key.sealed(data, signature):
            return True
        other = next((one for one in self._known() if one.sealed(data, signature)), None)
        if other is not None:
            reason = f"It was sealed with another key: {other.words}."
            self._note(Fault.OTHER_KEY, SIGNATURE, reason)
        else:
            reason = "Its signature does not fit: it was changed, or another key has signed it."
            self._note(Fault.UNSIGNED, MANIFEST, reason)
        return False

    def _known(self) -> Iterator[PublicKey]:
        yield from self.own
        if (enclosed := self._parsed_key()) is not None:
            yield enclosed

    def _enclosed_key(self) -> PublicKey | None:
        if KEY not in self.members.listing.sizes:
            if self.asked is None:
                self._note(Fault.MISSING, KEY, "The key that it was sealed with is gone.")
            return None
        key = self._parsed_key()
        if key is None and self.asked is None:
            self._note(Fault.CHANGED, KEY, "It holds no key any more.")
        return key

    def _parsed_key(self) -> PublicKey | None:
        try:
            pem = b"".join(self.members.blocks(KEY)) if self._fits(KEY, _LONGEST_KEY) else b""
            return PublicKey.parse(pem)
        except (UnreadableError, UsageError):
            return None

    def _manifest(self, data: bytes | None, *, signed: bool) -> Manifest | None:
        if data is None:
            return None
        try:
            return read_manifest(data)
        except UsageError as error:
            self._note(Fault.CHANGED if not signed else Fault.UNREADABLE, MANIFEST, error.reason)
            return None

    def _compare_keys(self, manifest: Manifest, enclosed: PublicKey | None) -> None:
        if enclosed is None:
            return
        told = (manifest.key_sha256, manifest.key_words)
        if told != (enclosed.sha256, enclosed.words):
            reason = f"It is not the key that the manifest names: {manifest.key_words}."
            self._note(Fault.OTHER_KEY, KEY, reason)

    def _compare_files(self, manifest: Manifest) -> None:
        sizes = self.members.listing.sizes
        listed = {entry.path for entry in manifest.files}
        noted = {finding.file for finding in self.found}
        total = max(1, sum(sizes.get(entry.path, 0) for entry in manifest.files))
        done = 0
        for entry in manifest.files:
            if entry.path in noted:
                continue
            if entry.path in sizes:
                self._compare(entry, done, total)
                done += sizes[entry.path]
            else:
                self._note(Fault.MISSING, entry.path, "It was sealed, and is gone.")
        for name in sorted(sizes.keys() - listed - set(UNLISTED)):
            self._note(Fault.ADDED, name, "It was not there when it was sealed.")

    def _compare(self, entry: Entry, done: int, total: int) -> None:
        size = self.members.listing.sizes[entry.path]
        if size != entry.size_bytes:
            reason = f"It has {size} bytes; {entry.size_bytes} were sealed."
            self._note(Fault.CHANGED, entry.path, reason)
            return
        digest, read = hashlib.sha256(), 0
        try:
            for block in self.members.blocks(entry.path):
                digest.update(block)
                read += len(block)
                self._go_on((done + read) / total)
                if read > size:  # it grows while it is read
                    break
        except UnreadableError as error:
            self._note(Fault.UNREADABLE, entry.path, f"It cannot be read: {error}.")
            return
        if digest.hexdigest() != entry.sha256:
            self._note(Fault.CHANGED, entry.path, "Its content is not what was sealed.")

    def _whole(self, name: str, longest: int) -> bytes | None:
        """A small file in one piece; None, and why, where there is none such."""
        if name not in self.members.listing.sizes:
            self._note(Fault.MISSING, name, "It is gone; without it nothing can be told for sure.")
            return None
        if not self._fits(name, longest):
            self._note(Fault.CHANGED, name, "It is far larger than it ever was.")
            return None
        try:
            return b"".join(self.members.blocks(name))
        except UnreadableError as error:
            self._note(Fault.UNREADABLE, name, f"It cannot be read: {error}.")
            return None

    def _fits(self, name: str, longest: int) -> bool:
        return self.members.listing.sizes.get(name, 0) <= longest

    def _signer(self, key: PublicKey | None) -> Signer:
        if self.asked is not None:
            return Signer.GIVEN
        return Signer.OURS if key in self.own else Signer.UNKNOWN

    def _go_on(self, share: float) -> None:
        if not self.tell(min(0.999, share)):
            raise Cancelled("The check was stopped.")

    def _note(self, fault: Fault, file: str, reason: str) -> None:
        self.found.append(Finding(fault, file, reason))
