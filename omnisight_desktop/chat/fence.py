"""What cameras saw and microphones heard goes to a model fenced as data, which nothing in it can leave."""

from __future__ import annotations

import json
import secrets
from typing import Any

_LONGEST = 400  # letters of one text that somebody said or wrote


class Fence:
    """One for each turn of a conversation; its key is made up anew and known to nobody before."""

    def __init__(self) -> None:
        self._key = secrets.token_hex(6)

    def around(self, told: Any) -> str:
        """The same as JSON between tags; no text in it can hold a tag of its own."""
        text = json.dumps(_short(told), ensure_ascii=False)
        text = text.replace("<", "\\u003c").replace(">", "\\u003e")
        return f'<data key="{self._key}">{text}</data key="{self._key}">'


def _short(told: Any) -> Any:
    if isinstance(told, str):
        return told if len(told) <= _LONGEST else f"{told[:_LONGEST]}…"
    if isinstance(told, dict):
        return {key: _short(value) for key, value in told.items()}
    if isinstance(told, list | tuple):
        return [_short(one) for one in told]
    return told
