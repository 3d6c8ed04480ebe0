"""Who decodes: whether hardware of this computer can, and which cameras it let down."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from omnisight_desktop.config.paths import Paths
from omnisight_desktop.config.sections import Capture
from omnisight_desktop.core.errors import OmniSightError
from omnisight_desktop.core.registry import Check, Health
from omnisight_desktop.flow.door import knock

if TYPE_CHECKING:  # what decodes may be broken, and is looked at only when its turn comes
    from omnisight_desktop.capture.trial import Verdict

_NAME = "hardware decoding"
_KNOCK_S = 2.0
_SOFTWARE = "the processor decodes"
_OFF = "'omnisight settings set capture.hardware_decoding off' leaves it alone for good."


def decoding(paths: Paths, capture: Capture) -> list[Check]:
    """What a trial finds, in a process of its own, and what the running program says of its cameras."""
    return [_hardware(capture), *cameras(_running(paths))]


def judge(verdict: Verdict) -> Check:
    """What a trial means. No hardware is no fault: everything works without."""
    if verdict.works:
        return Check(_NAME, Health.OK, verdict.words)
    if not verdict.faults:
        return Check(_NAME, Health.OK, f"{verdict.words}; {_SOFTWARE}")
    fix = f"Bring the driver of the graphics device up to date. {_OFF}"
    return Check(_NAME, Health.DEGRADED, f"{verdict.words}; {_SOFTWARE}", fix)


def cameras(states: Mapping[str, Any]) -> list[Check]:
    """Cameras that hardware decoded until it failed."""
    found = []
    for camera, state in states.items():
        words = str(state.get("decoding", "")) if isinstance(state, Mapping) else ""
        if words.startswith("software, since"):
            fix = f"Start the program again to give it another try. {_OFF}"
            found.append(Check(f"decoding of {camera}", Health.DEGRADED, words, fix))
    return found


def _hardware(capture: Capture, verdict: Callable[[], Verdict] | None = None) -> Check:
    if capture.hardware_decoding == "off":
        fix = "'omnisight settings reset capture.hardware_decoding' switches it on."
        return Check(_NAME, Health.OK, f"it is switched off; {_SOFTWARE}", fix)
    from omnisight_desktop.capture.trial import Trial

    return judge((verdict or Trial().verdict)())


def _running(paths: Paths) -> Mapping[str, Any]:
    try:
        told = knock(paths.door, "status", {}, _KNOCK_S)
    except OmniSightError:
        return {}
    states = told.get("states") if isinstance(told, Mapping) else None
    return states if isinstance(states, Mapping) else {}
