"""OmniSight among the programs of this computer: an entry in its menu, and a start at login."""

from __future__ import annotations

import plistlib
import shlex
import sys
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import platformdirs

from omnisight_desktop.core.errors import StorageError
from omnisight_desktop.core.shipped import shipped
from omnisight_desktop.services.handout import whole_file

_NAME = "omnisight"
_MAC_NAME = "net.omnisight.desktop"
_RUN_KEY = r"Software\Microsoft\Windows\CurrentVersion\Run"


@dataclass(frozen=True, slots=True)
class Folders:
    """Where a user's own entries lie."""

    config: Path
    data: Path
    home: Path

    @classmethod
    def usual(cls) -> Folders:
        """Those of this user."""
        return cls(platformdirs.user_config_path(), platformdirs.user_data_path(), Path.home())


class Launcher:
    """Writes and removes the entries of one installation. Nothing is written unless asked for."""

    def __init__(
        self,
        command: Sequence[str],
        platform: str = sys.platform,
        folders: Folders | None = None,
    ) -> None:
        self._command = tuple(command)
        self._platform = platform
        self._folders = folders or Folders.usual()

    @property
    def can_be_listed(self) -> bool:
        """Whether it can put itself among the programs; elsewhere an installer does that."""
        return self._platform.startswith("linux")

    @property
    def is_listed(self) -> bool:
        """Whether it stands among the programs."""
        return self.can_be_listed and self._entry.is_file()

    @property
    def starts_at_login(self) -> bool:
        """Whether it starts when its user logs in."""
        if self._platform == "win32":
            return _run_value() is not None
        return self._at_login.is_file()

    def list_it(self, on: bool) -> None:
        """Put it among the programs, or take it away."""
        if on:
            icon = self._folders.data / "icons" / "hicolor" / "scalable" / "apps"
            _write(icon / f"{_NAME}.svg", shipped("resources/icons", "omnisight.svg").read_text())
            _write(self._entry, self._desktop_file(hidden=False))
        else:
            self._entry.unlink(missing_ok=True)

    def start_at_login(self, on: bool) -> None:
        """Start when its user logs in, without a window; or not any more."""
        if self._platform == "win32":
            _set_run_value(self._windows_line() if on else None)
        elif not on:
            self._at_login.unlink(missing_ok=True)
        elif self._platform == "darwin":
            _write(self._at_login, self._agent())
        else:
            _write(self._at_login, self._desktop_file(hidden=True))

    @property
    def _entry(self) -> Path:
        return self._folders.data / "applications" / f"{_NAME}.desktop"

    @property
    def _at_login(self) -> Path:
        if self._platform == "darwin":
            return self._folders.home / "Library" / "LaunchAgents" / f"{_MAC_NAME}.plist"
        return self._folders.config / "autostart" / f"{_NAME}.desktop"

    def _desktop_file(self, *, hidden: bool) -> str:
        lines = [
            "[Desktop Entry]",
            "Type=Application",
            "Name=OmniSight",
            "Comment=Sees, remembers and answers; stays home",
            "Comment[de]=Sieht, merkt sich und antwortet; bleibt zu Hause",
            f"Exec={' '.join(_quoted(part) for part in self._parts(hidden=hidden))}",
            f"Icon={_NAME}",
            "Terminal=false",
            "Categories=AudioVideo;Video;Security;",
            "StartupWMClass=omnisight",
        ]
        if hidden:
            lines.append("X-GNOME-Autostart-enabled=true")
        return "\n".join(lines) + "\n"

    def _agent(self) -> str:
        told = {
            "Label": _MAC_NAME,
            "ProgramArguments": self._parts(hidden=True),
            "RunAtLoad": True,
            "ProcessType": "Interactive",
        }
        return plistlib.dumps(told).decode()

    def _windows_line(self) -> str:
        return " ".join(f'"{part}"' for part in self._parts(hidden=True))

    def _parts(self, *, hidden: bool) -> list[str]:
        """The command; at login the window stays away where it can wait beside the clock."""
        if not hidden:
            return list(self._command)
        return [*self._command, "--set", "interface.start_minimised=true"]


def command_of(data: Path, usual: Path) -> list[str]:
    """How this very program is started over a data folder."""
    frozen = getattr(sys, "frozen", False)
    command = [sys.executable] if frozen else [sys.executable, "-m", "omnisight_desktop"]
    return command if data == usual else [*command, "--data", str(data)]


def _quoted(part: str) -> str:
    """One argument as desktop files have it."""
    if part and shlex.quote(part) == part:
        return part
    for letter in ("\\", '"', "`", "$"):
        part = part.replace(letter, f"\\{letter}")
    return f'"{part}"'.replace("%", "%%")


def _write(file: Path, text: str) -> None:
    try:
        with whole_file(file) as part:
            part.write_text(text, "utf-8")
    except StorageError as error:
        raise StorageError(
            f"{file} cannot be written: {error.reason}",
            fix="Ask your system to start OmniSight instead.",
        ) from error


def _run_value() -> str | None:
    """What Windows starts at login under our name."""
    import winreg  # type: ignore[import-not-found,unused-ignore]

    with suppress(OSError), winreg.OpenKey(winreg.HKEY_CURRENT_USER, _RUN_KEY) as key:  # type: ignore[attr-defined,unused-ignore]
        return str(winreg.QueryValueEx(key, _NAME)[0])  # type: ignore[attr-defined,unused-ignore]
    return None


def _set_run_value(line: str | None) -> None:
    import winreg  # type: ignore[import-not-found,unused-ignore]

    access = winreg.KEY_SET_VALUE  # type: ignore[attr-defined,unused-ignore]
    with winreg.OpenKey(winreg.HKEY_CURRENT_USER, _RUN_KEY, 0, access) as key:  # type: ignore[attr-defined,unused-ignore]
        if line is not None:
            winreg.SetValueEx(key, _NAME, 0, winreg.REG_SZ, line)  # type: ignore[attr-defined,unused-ignore]
        else:
            with suppress(OSError):
                winreg.DeleteValue(key, _NAME)  # type: ignore[attr-defined,unused-ignore]
