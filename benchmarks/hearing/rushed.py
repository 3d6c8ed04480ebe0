"""Speech that comes four times as fast as people talk: what waits, what is written, what is let go."""

from __future__ import annotations

import time
from datetime import timedelta
from typing import Any

from benchmarks.material import material
from benchmarks.measure import Row, row
from omnisight_desktop.capture.soundfile import sounds_of
from omnisight_desktop.core.clock import SystemClock
from omnisight_desktop.flow.worker import Worker
from omnisight_desktop.perception.hearing.remote import RemoteScribe
from omnisight_desktop.perception.hearing.voice import voice_detector
from omnisight_desktop.pipeline.feed import Heard
from omnisight_desktop.pipeline.hearing import Hearing, HearingSense

_TIMES = 4.0


def rushed(quick: bool) -> list[Row]:
    """One recording over and over, handed in at four times its own speed."""
    pieces = list(sounds_of(material("footage", "audio", "katiesteve_mono.wav")))
    kept: list[Any] = []
    sense = HearingSense(voice_detector, lambda: RemoteScribe("pocketsphinx", "", "", ""))
    clock = SystemClock()
    hearing = Hearing(sense, kept.append, lambda _: (), clock)
    worker = Worker("scribe", hearing.run, on_stop=hearing.stop)
    worker.start()
    most_waiting_s, footage_s, listen = 0.0, 0.0, hearing.ear("porch")
    began, start = time.monotonic(), clock.now()
    while footage_s < (60 if quick else 240):
        for piece in pieces:
            listen(Heard("porch", start + timedelta(seconds=footage_s), piece))
            footage_s += len(piece.samples) / piece.rate_hz
            most_waiting_s = max(most_waiting_s, hearing.speech.load / 1000)
            time.sleep(max(0.0, footage_s / _TIMES - (time.monotonic() - began)))
    listen(None)
    took_s, figures = time.monotonic() - began, hearing.readings()
    values = {one.name: one.value for one in figures}
    offered = hearing.speech.offered
    worker.stop()
    worker.join()
    accounted = hearing.speech.delivered + hearing.speech.dropped + len(hearing.speech)
    return [
        row("rushed: times as fast as people talk", footage_s / took_s, goal="about 4"),
        row(
            "rushed: most seconds of speech that waited",
            most_waiting_s,
            limit=60,
            unit="s",
            goal="at most 60",
            met=most_waiting_s <= 60,
        ),
        row("rushed: utterances let go, and counted", values["speech.dropped"], limit=offered),
        row(
            "rushed: written, let go and waiting are all there were",
            float(accounted),
            limit=offered,
            goal="equal",
            met=accounted == offered,
        ),
    ]
