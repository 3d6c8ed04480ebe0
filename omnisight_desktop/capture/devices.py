"""The webcams of this computer: their numbers and their names."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from omnisight_desktop.capture.denied import CAMERA, absent

_ASK_S = 10.0
_MAC = ("system_profiler", "-json", "SPCameraDataType")
_WINDOWS = (
    *("powershell", "-NoProfile", "-NonInteractive", "-Command"),
    "Get-PnpDevice -Class Camera,Image -Status OK -ErrorAction SilentlyContinue"
    " | Select-Object FriendlyName | ConvertTo-Json",
)

#: Runs a command and gives what it wrote; nothing where it cannot be run.
Ask = Callable[[Sequence[str]], str]


@dataclass(frozen=True, slots=True)
class Webcam:
    """A webcam as OpenCV counts them, with the name that its maker gave it."""

    index: int
    name: str


def webcams(
    platform: str = sys.platform, system: Path = Path("/sys"), ask: Ask | None = None
) -> list[Webcam]:
    """Those that are there. Outside Linux the order of the names is the system's best guess."""
    ask = ask or _ask
    if platform == "darwin":
        cameras = _json(ask(_MAC)).get("SPCameraDataType", [])
        return [Webcam(i, str(one.get("_name", ""))) for i, one in enumerate(_dicts(cameras))]
    if platform == "win32":
        return [
            Webcam(i, str(one.get("FriendlyName", "")))
            for i, one in enumerate(_dicts(_loads(ask(_WINDOWS))))
        ]
    return _linux(system)


def chosen(which: str, there: Sequence[Webcam]) -> Webcam:
    """The one of that number or name; a part of the name is enough where only one has it."""
    if which.isdecimal() or not which:
        index = int(which or 0)
        known = next((one for one in there if one.index == index), None)
        return known or Webcam(index, "")  # there may be devices that the system does not list
    wanted = which.casefold()
    same = [one for one in there if one.name.casefold() == wanted]
    alike = same or [one for one in there if wanted in one.name.casefold()]
    if not alike or len({one.name for one in alike}) > 1:
        raise absent(CAMERA, f"'{which}'", [f"{one.index} ({one.name})" for one in there])
    return alike[0]


def _linux(system: Path) -> list[Webcam]:
    found = []
    for node in (system / "class" / "video4linux").glob("video*"):
        number = node.name.removeprefix("video")
        # A webcam has a second node that gives no pictures, only words about them.
        if number.isdecimal() and _text(node / "index") in ("", "0"):
            found.append(Webcam(int(number), _text(node / "name")))
    return sorted(found, key=lambda one: one.index)


def _text(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8", errors="replace").strip()
    except OSError:
        return ""


def _ask(command: Sequence[str]) -> str:
    try:
        done = subprocess.run(command, capture_output=True, timeout=_ASK_S, check=False)
    except (OSError, subprocess.SubprocessError):
        return ""
    return done.stdout.decode("utf-8", "replace")


def _loads(text: str) -> Any:
    try:
        return json.loads(text)
    except ValueError:
        return None


def _json(text: str) -> dict[str, Any]:
    value = _loads(text)
    return value if isinstance(value, dict) else {}


def _dicts(value: Any) -> list[dict[str, Any]]:
    some = value if isinstance(value, list) else [value]  # one alone comes without its list
    return [one for one in some if isinstance(one, dict)]
