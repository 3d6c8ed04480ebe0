"""The walk: what a camera costs, beside the least that anybody pays and beside a walk through pipes.

``python -m benchmarks.speed [--quick] [--json]``. The peer is written after the public description of
Frigate: an ffmpeg child, raw pictures through a pipe, motion, regions of 320, the same network. The
limit is decoding alone. All arms take turns in one run, each in a process of its own, and what each of
them found is told beside what it cost.
"""

from __future__ import annotations

from pathlib import Path

from benchmarks.film import active, empty, fingerprint, still
from benchmarks.machine import machine
from benchmarks.material import material
from benchmarks.measure import Row, row
from benchmarks.speed.cameras import cameras, memory
from benchmarks.speed.recording import recording
from benchmarks.speed.scene import Scene, scene

_FILM_S = 20  # what is replayed is as long, over and over


def rows(quick: bool) -> list[Row]:
    """Everything that is measured here."""
    weights = material("models", "yolov8n-dq.onnx")
    small = material("models", "yolov8n_int8_openvino_model", "yolov8n.xml")
    walking, standing, nobody = active(_FILM_S), still(_FILM_S), empty(_FILM_S)
    made = [*machine(), _films([walking, standing, nobody])]
    made += recording(active(20 if quick else 60), weights, 2 if quick else 5)
    rounds, seconds = (1, 10.0) if quick else (3, 20.0)
    made += scene(Scene("people walk", walking, 1.0), weights, rounds, seconds)
    made += scene(Scene("nobody is there", nobody, 1.2), weights, rounds, seconds)
    made += scene(Scene("people stand", standing, None, settle_s=16), weights, rounds, seconds)
    if not quick:
        made += scene(Scene("people walk, int8", walking, None), small, rounds, seconds)
    made += cameras(walking, weights, (1, 2) if quick else (1, 2, 4), seconds)
    return [*made, *memory(walking, 20.0 if quick else 90.0)]


def _films(films: list[Path]) -> Row:
    sums = ", ".join(f"{film.stem} {fingerprint(film)}" for film in films)
    return row(f"films: h264 1280x720, 30 a second, a key frame every 60; {sums}", None)
