"""Cameras and microphones at this machine: absent, busy, denied, or ready."""

from __future__ import annotations

import errno
import os
import re
import struct
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from omnisight_desktop.core.errors import OmniSightError
from omnisight_desktop.core.registry import Check, Health
from omnisight_desktop.observability.doctor.probe import Probe

# From linux/videodev2.h.
_QUERYCAP = 0x80685600
_REQBUFS = 0xC0145608
_CAPTURES = 0x0000_0001 | 0x0000_1000
_OF_THIS_NODE = 0x8000_0000
_CAPTURE_TYPE, _IN_MEMORY = 1, 1

_DENIED = "denied"
_BUSY = "busy"


@dataclass(frozen=True, slots=True)
class Webcam:
    """A device that delivers pictures, and what is in the way, if anything."""

    node: str
    name: str = ""
    trouble: str = ""


def cameras(
    folder: Path = Path("/dev"), ask: Callable[[Path], Webcam | None] | None = None
) -> Check:
    """The webcams of this machine; cameras in the network need none of this."""
    if sys.platform != "linux":
        return Check(
            "cameras",
            Health.OK,
            "not looked at: here a webcam shows itself only to a program that opens it",
            "Try it with 'omnisight run --source webcam:0', and allow the camera when asked.",
        )
    nodes = sorted(folder.glob("video*"), key=lambda node: (len(node.name), node.name))
    seen = [webcam for node in nodes if (webcam := (ask or look_at)(node)) is not None]
    return judge_cameras(seen)


def judge_cameras(seen: Sequence[Webcam]) -> Check:
    """What was seen of the webcams, in a sentence."""
    if not seen:
        return Check(
            "cameras",
            Health.DEGRADED,
            "no webcam is attached",
            "Attach one, or add a camera of your network; the demo and recordings work anyway.",
        )
    ready = [webcam for webcam in seen if not webcam.trouble]
    words = ", ".join(_shown(webcam) for webcam in seen)
    if len(ready) == len(seen):
        return Check("cameras", Health.OK, words)
    fixes = []
    if any(webcam.trouble == _DENIED for webcam in seen):
        fixes.append("Allow it: sudo usermod -aG video $USER, then log in again.")
    if any(webcam.trouble == _BUSY for webcam in seen):
        fixes.append("Close the program that uses the camera.")
    return Check("cameras", Health.DEGRADED, words, " ".join(fixes) or "Attach it anew.")


def look_at(node: Path) -> Webcam | None:
    """Ask a device of Linux what it is and whether it is free; None if it takes no pictures."""
    try:
        handle = os.open(node, os.O_RDWR | os.O_NONBLOCK)
    except OSError as error:
        return Webcam(str(node), trouble=_in_words(error))
    try:
        return _interview(node, handle)
    finally:
        os.close(handle)


def microphones(probe: Probe, folder: Path = Path("/dev/snd")) -> Check:
    """The microphones of this machine."""
    try:
        found = [(str(name), str(trouble)) for name, trouble in probe.ask("microphones")]
    except OmniSightError as error:
        return Check("microphones", Health.DEGRADED, error.reason, error.fix)
    return judge_microphones(found, denied=not found and _shut(folder.glob("pcm*c")))


def judge_microphones(found: Sequence[tuple[str, str]], denied: bool) -> Check:
    """What was found of the microphones, in a sentence."""
    if denied:
        return Check(
            "microphones",
            Health.DEGRADED,
            "there is a microphone, but this user may not use it",
            "Allow it: sudo usermod -aG audio $USER, then log in again.",
        )
    if not found:
        return Check(
            "microphones", Health.DEGRADED, "no microphone is attached", "Attach one to be heard."
        )
    ready = [name for name, trouble in found if not trouble]
    if ready:
        return Check("microphones", Health.OK, ", ".join(ready))
    words = ", ".join(f"{name}: {trouble}" for name, trouble in found)
    fix = "Close the program that uses it, or choose another in the system's sound settings."
    return Check("microphones", Health.DEGRADED, words, fix)


def _interview(node: Path, handle: int) -> Webcam | None:
    from fcntl import ioctl  # not on every system

    answer = bytearray(104)
    try:
        ioctl(handle, _QUERYCAP, answer)
    except OSError:
        return None  # something else that is called video
    name = bytes(answer[16:48]).partition(b"\0")[0].decode(errors="replace")
    whole, own = struct.unpack_from("<II", answer, 84)
    if not (own if whole & _OF_THIS_NODE else whole) & _CAPTURES:
        return None  # the node of the same camera that carries what is not pictures
    try:  # who streams holds the buffers; asking for one and giving it back disturbs nobody
        ioctl(handle, _REQBUFS, _request(1))
        ioctl(handle, _REQBUFS, _request(0))
    except OSError as error:
        if error.errno == errno.EBUSY:
            return Webcam(str(node), name, _BUSY)
    return Webcam(str(node), name)


def _request(buffers: int) -> bytearray:
    return bytearray(struct.pack("<5I", buffers, _CAPTURE_TYPE, _IN_MEMORY, 0, 0))


def _in_words(error: OSError) -> str:
    if error.errno in (errno.EACCES, errno.EPERM):
        return _DENIED
    if error.errno == errno.EBUSY:
        return _BUSY
    return error.strerror or "cannot be opened"


def _shown(webcam: Webcam) -> str:
    name = re.sub(r"[^\x20-\x7e]", "?", webcam.name)
    shown = f"{name} ({webcam.node})" if name else webcam.node
    return f"{shown} is {webcam.trouble}" if webcam.trouble else shown


def _shut(nodes: Iterable[Path]) -> bool:
    return any(not os.access(node, os.R_OK | os.W_OK) for node in nodes)
