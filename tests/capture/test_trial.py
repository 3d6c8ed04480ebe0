"""Hardware is tried in a process of its own: what it does there, up to dying, is a finding and no fault."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any

import av
import pytest

from omnisight_desktop.capture.decoding import Hardware
from omnisight_desktop.capture.trial import Question, Trial, examine
from omnisight_desktop.core.errors import BackendUnavailable
from omnisight_desktop.flow.worker import Worker
from tests.fakes.chips import Chip

MINE = "tests.capture.test_trial:"


def drivers() -> Callable[[Question], float]:
    """Over there: one kind takes the process with it, one does not know the codec, one works."""

    def answer(question: Question) -> float:
        codec, kind = question
        if kind == "deadly":
            os._exit(139)
        if kind == "old" and codec == "hevc":
            raise BackendUnavailable("It does not decode hevc.")
        return 0.0

    return answer


@pytest.mark.parametrize("codec", ["h264", "hevc"])
def test_sound_hardware_passes(codec: str) -> None:
    assert examine(codec, "cuda", Chip().open) == 0.0


@pytest.mark.parametrize(
    ("chip", "said"),
    [
        (Chip(green=True), "pictures are wrong"),
        (Chip(breaks_at=5), "Generic error in an external library"),
        (Chip(mute=True), "0 came out"),
        (Chip(unfit=True), "does not decode"),
    ],
)
def test_hardware_that_fails_says_how(chip: Chip, said: str) -> None:
    with pytest.raises(BackendUnavailable, match=said):
        examine("h264", "cuda", chip.open)


def test_a_kind_that_is_not_in_this_computer_is_refused_in_words() -> None:
    missing = "d3d11va" if os.name == "posix" else "vaapi"
    with pytest.raises((BackendUnavailable, av.error.FFmpegError)):
        examine("h264", missing)


def test_a_driver_that_kills_its_process_costs_nobody_anything() -> None:
    kinds = {"h264": ["deadly", "old"], "hevc": ["old", "good"]}
    verdict = Trial(lambda codec: kinds[codec], MINE + "drivers").verdict()
    assert verdict.works == {"h264": "old", "hevc": "good"}
    assert [fault.split(":")[0] for fault in verdict.faults] == [
        "deadly fails at h264",
        "old fails at hevc",
    ]
    assert "old decodes h264" in verdict.words


def test_what_was_found_is_known_to_all_cameras_afterwards() -> None:
    hardware, trial = Hardware(), Trial(lambda _: ["good"], MINE + "drivers")
    worker = Worker("decoding", trial.run(hardware), on_stop=trial.stop)
    assert hardware.kind_for("h264") == ""
    worker.start()
    assert worker.join(20)
    assert hardware.kind_for("h264") == "good"


def test_who_leaves_meanwhile_does_not_wait_for_it() -> None:
    hardware, trial = Hardware(), Trial(lambda _: ["good"], MINE + "drivers")
    worker = Worker("decoding", trial.run(hardware), on_stop=trial.stop)
    worker.stop()
    worker.start()
    assert worker.join(20)
    assert hardware.kind_for("h264") == ""


def test_where_there_is_nothing_to_try_no_process_is_started() -> None:
    trial = Trial(lambda _: [])
    assert trial.empty
    assert "no graphics device" in trial.verdict().words


def test_no_camera_waits_for_a_kind_that_another_codec_needs() -> None:
    hardware: Any = Hardware()
    hardware.tried({"hevc": "cuda"}, "cuda decodes hevc")
    assert hardware.kind_for("h264") == ""
