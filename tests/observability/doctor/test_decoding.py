"""The doctor says honestly who decodes: no hardware is no fault, hardware that fails is."""

from __future__ import annotations

from pathlib import Path

from omnisight_desktop.capture.trial import Verdict
from omnisight_desktop.config.paths import Paths
from omnisight_desktop.config.sections import Capture
from omnisight_desktop.core.registry import Health
from omnisight_desktop.flow.door import Door
from omnisight_desktop.observability.doctor.decoding import cameras, decoding, judge


def test_a_computer_without_is_as_well_as_one_with() -> None:
    without = judge(Verdict({}))
    assert without.state is Health.OK
    assert "the processor decodes" in without.reason
    able = judge(Verdict({"h264": "cuda"}, ("cuda fails at hevc: it does not know it",)))
    assert able.state is Health.OK
    assert "cuda decodes h264" in able.reason
    assert "fails at hevc" in able.reason


def test_hardware_that_is_there_and_fails_is_told_with_what_helps() -> None:
    check = judge(Verdict({}, ("vaapi fails at h264: the process ended",)))
    assert check.state is Health.DEGRADED
    assert "the process ended" in check.reason
    assert "driver" in check.fix
    assert "capture.hardware_decoding off" in check.fix


def test_switched_off_nothing_is_tried(tmp_path: Path) -> None:
    (check,) = decoding(Paths(tmp_path), Capture(hardware_decoding="off"))
    assert check.state is Health.OK
    assert "switched off" in check.reason


def test_cameras_that_hardware_let_down_are_told_by_the_running_program(tmp_path: Path) -> None:
    states = {
        "yard": {"decoding": "software, since cuda failed: its pictures are wrong"},
        "porch": {"decoding": "cuda"},
        "old": {},
    }
    (check,) = cameras(states)
    assert (check.name, check.state) == ("decoding of yard", Health.DEGRADED)
    paths = Paths(tmp_path).make()
    with Door(paths.door, {"status": lambda _: {"states": states}}):
        told = decoding(paths, Capture(hardware_decoding="off"))
    assert [one.name for one in told] == ["hardware decoding", "decoding of yard"]
