from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest

from omnisight_desktop.core.errors import BackendUnavailable, ChildDied, OmniSightError
from omnisight_desktop.core.registry import Health
from omnisight_desktop.observability.doctor import engines, inside
from omnisight_desktop.observability.doctor.probe import Probe


class Answers(Probe):
    """Says what it was given to say."""

    def __init__(self, **answers: Any) -> None:
        super().__init__()
        self._answers = answers

    def ask(self, name: str, argument: Any = None) -> Any:
        answer = self._answers[str(argument or name)]
        if isinstance(answer, Exception):
            raise answer
        return answer


def test_engines_are_loaded_over_there_and_not_here() -> None:
    before = set(sys.modules)
    with Probe() as probe:
        found = engines.engines(probe)
        warping = engines.warping(probe)
    assert [check.name for check in found] == ["onnxruntime", "openvino", "numba"]
    assert [check.state for check in [*found, warping]] == [Health.OK] * 4
    assert "CPU" in found[0].reason
    assert "Azure" not in found[0].reason
    assert {"openvino", "dtaidistance"} & (set(sys.modules) - before) == set()


def test_an_engine_that_cannot_be_loaded_costs_what_it_costs() -> None:
    probe = Answers(openvino=BackendUnavailable("It cannot be loaded: no libtbb.so."), numba=[])
    check = engines.engine(probe, "openvino")
    assert check.state is Health.DEGRADED
    assert "no libtbb.so" in check.reason
    assert "slower" in check.reason
    assert "openvino" in check.fix
    assert engines.engine(probe, "numba").state is Health.DEGRADED


def test_warping_without_its_c_library_is_told_loudly() -> None:
    check = engines.warping(Answers(dtw=False))
    assert check.state is Health.FAILED
    assert "ITS C LIBRARY IS MISSING" in check.reason
    assert "dtaidistance" in check.fix


def test_a_probe_that_nobody_asks_costs_no_process() -> None:
    with Probe() as probe:
        assert probe._child is None


def test_the_probe_leaves_nothing_behind() -> None:
    with Probe() as probe:
        probe.ask("library", "/nowhere")
        folder, child = probe._folder, probe._child
        assert folder is not None
        assert (folder / "inside.log").exists()
    assert child is not None
    assert not child.alive
    assert not folder.exists()


def test_a_library_that_does_not_load_says_why(tmp_path: Path) -> None:
    broken = tmp_path / "libbroken.so"
    broken.write_bytes(b"nothing of the kind")
    assert "libbroken.so" in inside.library(str(broken))
    assert inside.library(str(tmp_path / "libabsent.so")) == ""


def test_only_codecs_that_exist_are_found() -> None:
    with Probe() as probe:
        found = probe.ask("codecs", [("h264", "r"), ("h264_of_the_future", "r")])
    assert found == [("h264", "r")]


def test_a_question_it_does_not_know_is_an_error_in_words() -> None:
    with Probe() as probe, pytest.raises(OmniSightError, match="The probe failed with KeyError"):
        probe.ask("weather")


def test_a_module_that_is_not_there_is_told_in_words() -> None:
    with Probe() as probe, pytest.raises(BackendUnavailable, match="no_such_engine"):
        probe.ask("engine", "no_such_engine")


def test_a_probe_that_died_comes_back_for_the_next_question() -> None:
    with Probe() as probe:
        probe.ask("library", "/nowhere")
        child = probe._child
        assert child is not None
        life = child._life
        assert life is not None
        life.process.kill()
        try:
            probe.ask("library", "/nowhere")
        except ChildDied:
            probe.ask("library", "/nowhere")
        assert child.starts == 2
