"""The options of a camera as JSON: what is as usual is left out, what is unknown is passed over."""

from __future__ import annotations

import json
import logging
from typing import Any

from omnisight_desktop.core.camera import CameraOptions, Transport

log = logging.getLogger(__name__)

_USUAL = CameraOptions()
_NAMES = tuple(CameraOptions.__slots__)


def written(options: CameraOptions) -> str:
    """Options as they are stored."""
    told = {name: getattr(options, name) for name in _NAMES}
    changed = {name: value for name, value in told.items() if value != getattr(_USUAL, name)}
    return json.dumps(changed, ensure_ascii=False, sort_keys=True)


def read(text: str) -> CameraOptions:
    """Options as they were stored; by an older or a newer version, too."""
    try:
        told = json.loads(text)
        known: dict[str, Any] = {name: told[name] for name in _NAMES if name in told}
        if "transport" in known:
            known["transport"] = Transport(known["transport"])
        known["labels"] = tuple(known.get("labels", ()))
        known["masks"] = tuple(
            tuple((float(x), float(y)) for x, y in area) for area in known.get("masks", ())
        )
        return CameraOptions(**known)
    except (ValueError, TypeError) as error:
        log.warning("the options of a camera cannot be read, the usual ones hold: %s", error)
        return _USUAL
