"""Can a window be shown, and if not: is there no display, or is something missing?"""

from __future__ import annotations

import importlib.util
import re
from dataclasses import dataclass
from pathlib import Path

from omnisight_desktop.core.registry import Check, Health
from omnisight_desktop.observability.doctor.probe import Probe

#: They draw where nobody looks.
_UNSEEN = ("offscreen", "minimal")

#: What Debian and Ubuntu call the libraries that Qt's plug-in for X11 is linked with.
_DEBIAN = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-xinerama.so.0": "libxcb-xinerama0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
}


@dataclass(frozen=True, slots=True)
class Finding:
    """What Qt came up with here (empty: nothing), what it said, and whether drawing unseen works."""

    platform: str
    said: str = ""
    unseen_works: bool = True
    missing: str = ""


def window(probe: Probe) -> Check:
    """Whether the window can be shown on this machine."""
    platform, said = probe.window_system()
    if platform and platform not in _UNSEEN:
        return judge(Finding(platform))
    unseen, complaint = probe.window_system("offscreen")
    return judge(Finding(platform, said or complaint, bool(unseen), _missing_library(probe)))


def judge(found: Finding) -> Check:
    """What a finding means, and what to do about it."""
    if found.platform and found.platform not in _UNSEEN:
        return Check("window", Health.OK, f"Qt shows windows through {found.platform}")
    library = _library_in(found.missing) or _library_in(found.said)
    if library:
        package = _DEBIAN.get(library, library)
        return Check(
            "window",
            Health.DEGRADED if found.unseen_works else Health.FAILED,
            f"the system library {library} is missing, without which Qt shows no window",
            f"Install it; on Debian and Ubuntu: sudo apt install {package}",
        )
    if not found.unseen_works:
        return Check(
            "window",
            Health.FAILED,
            f"Qt does not start at all: {_first_line(found.said)}",
            "Reinstall PySide6; '--headless' works without it.",
        )
    if found.platform:
        return Check(
            "window",
            Health.DEGRADED,
            f"Qt is told to draw where nobody sees it ({found.platform})",
            "Unset QT_QPA_PLATFORM to see the window.",
        )
    if re.search(r"could not connect to display|Failed to create wl_display", found.said):
        return Check(
            "window",
            Health.DEGRADED,
            "there is no display here, so the program runs headless",
            "Start it in a graphical session, or use 'omnisight run --headless'.",
        )
    return Check(
        "window",
        Health.DEGRADED,
        f"Qt cannot show a window: {_first_line(found.said)}",
        "Use 'omnisight run --headless', or mend what Qt complains of.",
    )


def _missing_library(probe: Probe) -> str:
    """Why Qt's plug-in for X11 cannot be loaded, if that is so."""
    spec = importlib.util.find_spec("PySide6")
    if spec is None or spec.origin is None:
        return ""
    plugin = Path(spec.origin).parent / "Qt" / "plugins" / "platforms" / "libqxcb.so"
    return str(probe.ask("library", str(plugin)))


def _library_in(words: str) -> str:
    """The name of a library that the system's loader did not find."""
    found = re.search(r"(lib[\w.+-]+\.so[.\d]*): cannot open shared object file", words)
    return found.group(1) if found else ""


def _first_line(words: str) -> str:
    return next((line.strip() for line in words.splitlines() if line.strip()), "it says nothing")
