"""Identifiers: short, sortable by time of birth, readable over the telephone."""

from __future__ import annotations

import re
import secrets
import unicodedata

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford: no I, L, O, U
_EPOCH_MS = 1_577_836_800_000  # 2020-01-01, so that 41 bits of milliseconds last until 2089
_SEQUENCE_BITS = 12
_WIDTH = 11  # 55 bits in base 32 hold the 53 bits of a stamp
_LATEST = 1 << 54  # a clock beyond this is wrong; ids go on growing from here

_RESERVED = re.compile(r"con|prn|aux|nul|com[0-9]|lpt[0-9]")  # no files on Windows
_PERSON_ID = re.compile(r"Person_[0-9A-F]{8}")


class IdSource:
    """Hands out ids that only ever grow, also when the clock steps back.

    Not for several threads at once: each worker that needs one owns one, with a prefix or a
    salt of its own.
    """

    def __init__(self, prefix: str, *, salt: bool = True) -> None:
        self._prefix = prefix
        self._salt = salt
        self._last = 0

    def next(self, now_ms: int) -> str:
        """An id greater than every one this source gave before."""
        stamp = min(max(0, now_ms - _EPOCH_MS) << _SEQUENCE_BITS, _LATEST)
        self._last = max(self._last + 1, stamp)
        tail = _base32(secrets.randbits(15), 3) if self._salt else ""
        return f"{self._prefix}{_base32(self._last, _WIDTH)}{tail}"


def new_person_id() -> str:
    """An automatic id for somebody who has no name yet, such as ``Person_A47B8C12``."""
    return f"Person_{secrets.token_hex(4).upper()}"


def is_person_id(text: str) -> bool:
    """Whether the text is an automatic person id rather than a name."""
    return _PERSON_ID.fullmatch(text) is not None


def slug(name: str) -> str:
    """A name as a stable id for files, addresses and columns: ``Front Dör 2`` -> ``front-dor-2``."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode("ascii")
    words = re.findall(r"[a-z0-9]+", plain.lower())
    if not words:
        words = ["camera", *(f"{ord(letter):x}" for letter in name.strip()[:8])]
    short = "-".join(words)[:64].rstrip("-")
    return f"{short}-x" if _RESERVED.fullmatch(short) else short


def _base32(number: int, width: int) -> str:
    digits = []
    for _ in range(width):
        digits.append(_ALPHABET[number & 31])
        number >>= 5
    return "".join(reversed(digits))
