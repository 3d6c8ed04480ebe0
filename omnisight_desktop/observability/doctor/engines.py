"""What computes: the engines of inference, the compiler of the hot loops, and the warping in C."""

from __future__ import annotations

from collections.abc import Mapping

from omnisight_desktop.core.errors import OmniSightError
from omnisight_desktop.core.registry import Check, Health
from omnisight_desktop.observability.doctor.packages import is_in_one_folder
from omnisight_desktop.observability.doctor.probe import Probe

#: Each engine, and what is lost without it.
LOSSES: Mapping[str, str] = {
    "onnxruntime": "no model runs; only the weightless detector is left",
    "openvino": "on Intel processors models run slower",
    "numba": "speech cannot be written down",
}


#: A compiler has no place in a program that was built as one folder.
_COMPILER = "numba"


def engines_wanted(*, one_folder: bool) -> list[str]:
    """The engines that the program looks for, built as one folder or not."""
    return [name for name in LOSSES if not (one_folder and name == _COMPILER)]


def engines(probe: Probe) -> list[Check]:
    """Each engine with what it can compute on."""
    return [engine(probe, name) for name in engines_wanted(one_folder=is_in_one_folder())]


def engine(probe: Probe, name: str) -> Check:
    """Whether an engine can be loaded here, and what it finds to compute on."""
    try:
        found = [str(one) for one in probe.ask("engine", name)]
    except OmniSightError as error:
        fix = f"Install it anew: pip install --force-reinstall --no-deps {name}"
        return Check(name, Health.DEGRADED, f"{error.reason} Without it {LOSSES[name]}.", fix)
    if not found:
        return Check(name, Health.DEGRADED, f"it finds nothing to compute on: {LOSSES[name]}")
    return Check(name, Health.OK, ", ".join(found))


def warping(probe: Probe) -> Check:
    """Whether gestures are compared in C; in plain Python nobody can wait for them."""
    if probe.ask("dtw"):
        return Check("dtaidistance", Health.OK, "compares gestures in C")
    return Check(
        "dtaidistance",
        Health.FAILED,
        "ITS C LIBRARY IS MISSING: comparing gestures takes many times as long",
        "Install a build that has it: pip install --force-reinstall --no-deps dtaidistance",
    )
