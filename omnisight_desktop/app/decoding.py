"""Hardware decoding wired up: tried once at start, beside everything else; until then software decodes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from omnisight_desktop.capture.decoding import Hardware
from omnisight_desktop.capture.trial import Trial
from omnisight_desktop.config.schema import Settings
from omnisight_desktop.flow.worker import Worker


@contextmanager
def trying_hardware(settings: Settings) -> Iterator[Hardware]:
    """What decodes beside the processor; nobody waits for the trial, and where nothing is to be tried
    there is none."""
    if settings.capture.hardware_decoding == "off":
        yield Hardware(wanted=False)
        return
    hardware, trial = Hardware(), Trial()
    if trial.empty:
        hardware.tried({}, trial.verdict().words)
        yield hardware
        return
    worker = Worker("decoding", trial.run(hardware), on_stop=trial.stop)
    worker.start()
    try:
        yield hardware
    finally:
        worker.stop()
        worker.join()
