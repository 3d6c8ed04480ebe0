"""What the doctor's probe finds out in a process of its own, where nothing can fall on the program.

Libraries are loaded here, engines asked and devices looked for; every answer is made of plain values.
"""

from __future__ import annotations

import ctypes
import importlib
import os
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from omnisight_desktop.core.errors import BackendUnavailable

#: Listed by every build, and never used here: it sends pictures away.
_IN_A_CLOUD = "AzureExecutionProvider"

#: A question and what belongs to it.
Question = tuple[str, Any]


def examine(log: str) -> Callable[[Question], Any]:
    """Answers questions; whatever libraries print meanwhile goes to the log."""
    handle = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    os.dup2(handle, 1)
    os.dup2(handle, 2)
    os.putenv("JACK_NO_START_SERVER", "1")  # looking for microphones starts no sound server
    questions: Mapping[str, Callable[[Any], Any]] = {
        "opencv": lambda _: opencv(),
        "codecs": codecs,
        "dtw": lambda _: warping_in_c(),
        "engine": engine,
        "microphones": lambda _: microphones(),
        "keyring": lambda _: keyring(),
        "library": library,
    }

    def answer(question: Question) -> Any:
        name, argument = question
        try:
            return questions[name](argument)
        except ImportError as error:
            raise BackendUnavailable(
                f"It cannot be loaded: {error}.", fix="Install the program's packages anew."
            ) from error

    return answer


def opencv() -> tuple[str, bool]:
    """The version that is really imported, and whether the weightless detector is in it."""
    import cv2

    return str(cv2.__version__), hasattr(cv2, "HOGDescriptor")


def codecs(wanted: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """Those of the wanted codecs (name, ``r`` to read or ``w`` to write) that can be had."""
    from av.codec import Codec
    from av.codec.codec import UnknownCodecError

    found: list[tuple[str, str]] = []
    for name, mode in wanted:
        try:
            Codec(name, "r" if mode == "r" else "w")
        except UnknownCodecError:
            continue
        found.append((name, mode))
    return found


def warping_in_c() -> bool:
    """Whether dtaidistance computes in C."""
    return bool(importlib.import_module("dtaidistance.dtw").try_import_c())


def engine(name: str) -> list[str]:
    """What an engine of inference can compute on."""
    module = importlib.import_module(name)
    if name == "onnxruntime":
        found = [str(one) for one in module.get_available_providers()]
        return [one for one in found if one != _IN_A_CLOUD]
    if name == "openvino":
        return [str(one) for one in module.Core().available_devices]
    if module.njit(lambda number: number + 1)(1) != 2:
        raise BackendUnavailable("numba compiles, but what it compiled computes nonsense.")
    return [f"{module.config.NUMBA_NUM_THREADS} threads"]


def microphones() -> list[tuple[str, str]]:
    """Each input, and why it cannot be used now, if so."""
    try:
        sounddevice = importlib.import_module("sounddevice")
    except ImportError as error:
        raise BackendUnavailable(
            "The package sounddevice is not installed.",
            fix="Install it with: pip install 'omnisight-desktop[microphone]'",
        ) from error
    except OSError as error:
        raise BackendUnavailable(
            "PortAudio, through which sound comes in, is not installed.",
            fix="Install it; on Debian and Ubuntu: sudo apt install libportaudio2",
        ) from error
    found: list[tuple[str, str]] = []
    for number, device in enumerate(sounddevice.query_devices()):
        if device["max_input_channels"] < 1:
            continue
        trouble = ""
        try:
            sounddevice.check_input_settings(device=number)
        except sounddevice.PortAudioError as error:
            trouble = str(error)
        found.append((str(device["name"]), trouble))
    return found


def keyring() -> tuple[str, float]:
    """The keyring of this system and how much it thinks of itself; above zero it keeps secrets."""
    found = importlib.import_module("keyring").get_keyring()
    return str(found.name), float(found.priority)


def library(path: str) -> str:
    """Why a shared library cannot be loaded, in the system's words; nothing if it can."""
    if not Path(path).exists():
        return ""
    try:
        ctypes.CDLL(path)
    except OSError as error:
        return str(error)
    return ""
