"""The place where a page ends, as a word to hand out and to take back."""

from __future__ import annotations

import base64
import json

from omnisight_desktop.core.errors import UsageError

_LONGEST = 200


def write_cursor(place: tuple[int, ...]) -> str:
    """A place as a word that can stand in an address."""
    return base64.urlsafe_b64encode(json.dumps(place).encode()).decode().rstrip("=")


def read_cursor(cursor: str, parts: int) -> tuple[int, ...]:
    """The place in a word; ``UsageError`` when it is none of this list."""
    try:
        if len(cursor) > _LONGEST:
            raise ValueError("too long")
        place = json.loads(
            base64.b64decode(cursor + "=" * (-len(cursor) % 4), b"-_", validate=True)
        )
    except ValueError as error:
        raise _bad() from error
    if not isinstance(place, list) or len(place) != parts:
        raise _bad()
    if not all(type(part) is int and -(2**63) <= part < 2**63 for part in place):
        raise _bad()
    return tuple(place)


def _bad() -> UsageError:
    return UsageError(
        "That cursor belongs to no page of this list.", fix="Use 'next' of the page before."
    )
