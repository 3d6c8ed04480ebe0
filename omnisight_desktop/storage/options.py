"""The options of a camera as JSON: what is as usual is left out, what is unknown is passed over."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Mapping
from typing import Any

from omnisight_desktop.core.camera import Area, CameraOptions, Transport

log = logging.getLogger(__name__)

_USUAL = CameraOptions()
_NAMES = tuple(CameraOptions.__slots__)

#: Covers the whole picture.
_EVERYTHING: Area = ((0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0))


def written(options: CameraOptions) -> str:
    """Options as they are stored."""
    told = {name: getattr(options, name) for name in _NAMES}
    changed = {name: value for name, value in told.items() if value != getattr(_USUAL, name)}
    return json.dumps(changed, ensure_ascii=False, sort_keys=True, default=dict)


def read(text: str) -> CameraOptions:
    """Options as they were stored; by an older or a newer version, too.

    One that cannot be read is as usual, and the others hold. Only masks that cannot be read cover
    everything: rather nothing is seen than what nobody may see.
    """
    try:
        told = json.loads(text)
    except ValueError:
        told = None
    if not isinstance(told, dict):
        log.warning("the options of a camera cannot be read, the usual ones hold")
        return CameraOptions(masks=(_EVERYTHING,)) if "masks" in text else _USUAL
    known: dict[str, Any] = {}
    for name in _NAMES:
        if name not in told:
            continue
        try:
            read_one: Callable[[Any], Any] = _READERS.get(name, _word)
            known[name] = read_one(told[name])
        except (ValueError, TypeError):
            log.warning("'%s' of a camera cannot be read, the usual holds", name)
            if name == "masks":
                known[name] = (_EVERYTHING,)
    return CameraOptions(**known)


def _word(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError("no text")
    return value


def _yes(value: Any) -> bool:
    if not isinstance(value, bool):
        raise TypeError("neither yes nor no")
    return value


def _words(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise TypeError("no list")
    return tuple(_word(one) for one in value)


def _numbers(value: Any) -> Mapping[str, float]:
    return {_word(name): float(number) for name, number in dict(value).items()}


def _masks(value: Any) -> tuple[Area, ...]:
    return tuple(tuple((float(x), float(y)) for x, y in area) for area in value)


def _transport(value: Any) -> Transport:
    return Transport(value)


def _rate(value: Any) -> float | None:
    return None if value is None else float(value)


_READERS: Mapping[str, Callable[[Any], Any]] = {
    "transport": _transport,
    "only_keys_when_idle": _yes,
    "listen": _yes,
    "fps": _rate,
    "labels": _words,
    "scores": _numbers,
    "smallest": _numbers,
    "record_hours": _words,
    "keep_days": _rate,
    "keep_gb": _rate,
    "masks": _masks,
}
