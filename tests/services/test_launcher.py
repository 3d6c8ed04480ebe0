"""An entry among the programs and a start at login are written when asked for, and taken away again."""

from __future__ import annotations

import plistlib
from pathlib import Path

import pytest

from omnisight_desktop.services.launcher import Folders, Launcher, command_of

COMMAND = ["/opt/Omni Sight/python", "-m", "omnisight_desktop", "--data", "/home/a/50% $HOME"]


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    return Folders(tmp_path / "config", tmp_path / "share", tmp_path / "home")


def read(file: Path) -> dict[str, str]:
    head, *lines = file.read_text("utf-8").splitlines()
    assert head == "[Desktop Entry]"
    pairs = (line.partition("=") for line in lines)
    return {name: value for name, _, value in pairs}


def test_on_linux_it_is_listed_with_its_icon(folders: Folders) -> None:
    launcher = Launcher(COMMAND, "linux", folders)
    states = [launcher.is_listed]
    launcher.list_it(True)
    states.append(launcher.is_listed)
    entry = read(folders.data / "applications" / "omnisight.desktop")
    assert (entry["Type"], entry["Icon"], entry["Name"]) == (
        "Application",
        "omnisight",
        "OmniSight",
    )
    assert (folders.data / "icons/hicolor/scalable/apps/omnisight.svg").is_file()
    launcher.list_it(False)
    states.append(launcher.is_listed)
    assert states == [False, True, False]


def test_what_a_shell_would_take_for_something_else_is_quoted(folders: Folders) -> None:
    launcher = Launcher(COMMAND, "linux", folders)
    launcher.list_it(True)
    entry = read(folders.data / "applications" / "omnisight.desktop")
    python, *_, data = entry["Exec"].partition(" -m omnisight_desktop --data ")
    assert python == '"/opt/Omni Sight/python"'
    assert data == '"/home/a/50%% \\$HOME"'


def test_on_linux_it_starts_at_login_without_a_window(folders: Folders) -> None:
    launcher = Launcher(["omnisight"], "linux", folders)
    launcher.start_at_login(True)
    assert launcher.starts_at_login
    entry = read(folders.config / "autostart" / "omnisight.desktop")
    assert entry["Exec"] == "omnisight --set interface.start_minimised=true"
    launcher.start_at_login(False)
    launcher.start_at_login(False)  # twice does no harm
    assert not launcher.starts_at_login


def test_on_a_mac_an_agent_starts_it(folders: Folders) -> None:
    launcher = Launcher(COMMAND, "darwin", folders)
    assert not launcher.can_be_listed
    launcher.start_at_login(True)
    (agent,) = (folders.home / "Library" / "LaunchAgents").glob("*.plist")
    told = plistlib.loads(agent.read_bytes())
    assert told["ProgramArguments"][: len(COMMAND)] == COMMAND
    assert told["RunAtLoad"] is True
    launcher.start_at_login(False)
    assert not launcher.starts_at_login


def test_the_command_names_a_data_folder_only_where_it_is_not_the_usual_one(tmp_path: Path) -> None:
    assert command_of(tmp_path, tmp_path)[1:] == ["-m", "omnisight_desktop"]
    assert command_of(tmp_path, tmp_path / "other")[-2:] == ["--data", str(tmp_path)]
