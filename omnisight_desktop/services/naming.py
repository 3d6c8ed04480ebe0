"""How things are named in sentences: one of them, or several."""

from __future__ import annotations

_ALWAYS_SEVERAL = ("raised hands", "scissors")
_SEVERAL = {"person": "people", "sheep": "sheep", "deer": "deer", "mouse": "mice"}


def one(label: str) -> str:
    """One of such things: ``a person``, ``an umbrella``, ``a traffic light``."""
    thing = label.replace("_", " ")
    if thing in _ALWAYS_SEVERAL:
        return thing
    return f"{'an' if thing[:1].lower() in set('aeiou') else 'a'} {thing}"


def several(count: int, label: str) -> str:
    """So many of such things: ``1 car``, ``3 buses``, ``2 people``."""
    thing = label.replace("_", " ")
    if count == 1:
        return f"1 {thing}"
    if thing in _SEVERAL:
        return f"{count} {_SEVERAL[thing]}"
    return f"{count} {thing}{'es' if thing.endswith(('s', 'x', 'ch', 'sh')) else 's'}"
