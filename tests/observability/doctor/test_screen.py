from __future__ import annotations

import shutil
import subprocess
import sys

import pytest

from omnisight_desktop.core.registry import Health
from omnisight_desktop.observability.doctor import screen
from omnisight_desktop.observability.doctor.probe import Probe
from omnisight_desktop.observability.doctor.screen import Finding, judge

NO_DISPLAY = (
    "could not connect to display \n"
    "From 6.5.0, xcb-cursor0 or libxcb-cursor0 is needed to load the Qt xcb platform plugin.\n"
)
NO_LIBRARY = "libxcb-cursor.so.0: cannot open shared object file: No such file or directory"


def test_a_window_on_a_display_is_well() -> None:
    for platform in ("xcb", "wayland", "windows", "cocoa"):
        check = judge(Finding(platform))
        assert check.state is Health.OK
        assert platform in check.reason


def test_no_display_is_told_as_such_and_not_as_a_missing_library() -> None:
    check = judge(Finding("", NO_DISPLAY))
    assert check.state is Health.DEGRADED
    assert "no display" in check.reason
    assert "--headless" in check.fix


@pytest.mark.parametrize(("works", "state"), [(True, Health.DEGRADED), (False, Health.FAILED)])
def test_a_missing_library_is_named_with_its_package(works: bool, state: Health) -> None:
    check = judge(Finding("", NO_DISPLAY, works, NO_LIBRARY))
    assert check.state is state
    assert "libxcb-cursor.so.0 is missing" in check.reason
    assert check.fix.endswith("sudo apt install libxcb-cursor0")


def test_qt_that_does_not_start_at_all_fails_with_its_words() -> None:
    check = judge(Finding("", "\n  The plug-ins are gone\nmore", unseen_works=False))
    assert check.state is Health.FAILED
    assert check.reason.endswith("The plug-ins are gone")
    missing = judge(Finding("", "libEGL.so.1: cannot open shared object file", False))
    assert missing.fix.endswith("libegl1")


def test_drawing_where_nobody_looks_is_no_window() -> None:
    check = judge(Finding("offscreen"))
    assert check.state is Health.DEGRADED
    assert "QT_QPA_PLATFORM" in check.fix


def test_anything_else_is_told_in_qts_words() -> None:
    assert "Something new" in judge(Finding("", "Something new happened")).reason


@pytest.mark.skipif(sys.platform != "linux", reason="a display that is closed by its address")
def test_a_closed_display_is_found_out_without_harm(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", ":4711")
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.delenv("QT_QPA_PLATFORM", raising=False)
    with Probe() as probe:
        check = screen.window(probe)
    assert check.state is Health.DEGRADED
    assert "no display" in check.reason or "is missing" in check.reason
    assert "PySide6.QtWidgets" not in sys.modules or "pytestqt" in sys.modules


@pytest.mark.skipif(sys.platform != "linux", reason="as the other one")
def test_a_platform_that_does_not_exist_is_told_in_qts_words(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "moonlight")
    with Probe() as probe:
        check = screen.window(probe)
    assert check.state is not Health.OK
    assert "moonlight" in check.reason or "is missing" in check.reason


@pytest.mark.skipif(shutil.which("Xvfb") is None, reason="needs Xvfb, a display without a screen")
def test_a_real_display_is_well(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.delenv("QT_QPA_PLATFORM", raising=False)
    command = ["Xvfb", "-displayfd", "1", "-nolisten", "tcp", "-screen", "0", "320x240x24"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as server:
        assert server.stdout is not None
        try:
            monkeypatch.setenv("DISPLAY", f":{server.stdout.readline().strip()}")
            with Probe() as probe:
                check = screen.window(probe)
        finally:
            server.terminate()
    assert check.state is Health.OK
    assert "xcb" in check.reason
