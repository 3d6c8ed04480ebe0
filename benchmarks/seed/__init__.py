"""The figures that the program was first drawn with, beside what it does now.

``python -m benchmarks.seed [--quick] [--json]``. The drawing looked at every picture, so this does as
well: 30 looks a second, as fast as the machine can; and once as the program runs, which looks at five.
What has no code yet says so.
"""

from __future__ import annotations

from statistics import median

from benchmarks.film import FPS, active
from benchmarks.machine import machine
from benchmarks.material import material
from benchmarks.measure import Row, row
from benchmarks.speed.job import Job, Taken, ask

_LOOKS_HZ = 5.0
_FPS, _OVERHEAD_MS, _GB = 15.0, 100.0, 5.5
_DAYS, _STORIES_A_DAY, _EVENTS_A_STORY = 30, 100, 2
_CLIP_S = 10  # the longest that a usual clip is
_LATER = (
    "faces: known people named at a likeness of 0.6",
    "gestures: taught ones recognised at a confidence of 0.7",
    "chat: a question over all footage, within 500 ms of searching",
)


def rows(quick: bool) -> list[Row]:
    """Everything that is measured here, and what cannot be yet."""
    film = active(20)
    weights = material("models", "yolov8n-dq.onnx")
    taken, least, usual = list[Taken](), list[Taken](), list[Taken]()
    every = float(FPS)
    for _ in range(1 if quick else 3):
        for arm, looks_hz, into in (
            ("ours, analyze", every, taken),
            ("decode, then model", every, least),
            ("ours, analyze", _LOOKS_HZ, usual),
        ):
            into.append(ask(Job(arm, str(film), str(weights), 0.0, looks_hz=looks_hz)))
    later = [row(f"{name}: not yet built", None, goal="later") for name in _LATER]
    rates = [_rate("every one looked at", taken), _rate(f"{_LOOKS_HZ:g} of {FPS} looked at", usual)]
    return [*machine(), *rates, _overhead(taken, least), _disk(taken[0]), *later]


def _rate(name: str, taken: list[Taken]) -> Row:
    fps = median(one.frames / one.wall_s for one in taken)
    return row(
        f"pictures a second with {name} ({taken[0].looks} looks, each at {_megapixels(taken[0])} Mpx)",
        fps,
        limit=_FPS,
        ratio=fps / _FPS,
        unit="/s",
        goal=f"> {_FPS:g}",
        met=fps > _FPS,
    )


def _megapixels(one: Taken) -> str:
    return f"{one.shown_px / max(1, one.looks):.2f}"


def _overhead(taken: list[Taken], least: list[Taken]) -> Row:
    """Time by the clock, which is what a person waits for."""
    ms = median(
        one.wall_s / one.looks * 1000 - other.wall_s / other.looks * 1000
        for one, other in zip(taken, least, strict=True)
    )
    return row(
        "a picture beside decoding and the network",
        ms,
        limit=_OVERHEAD_MS,
        ratio=_OVERHEAD_MS / max(1e-3, ms),
        unit="ms",
        goal=f"< {_OVERHEAD_MS:g}",
        met=ms < _OVERHEAD_MS,
    )


def _disk(one: Taken) -> Row:
    clip_mb = one.told["MB of clips"] / (one.frames / FPS) * _CLIP_S
    other_mb = (one.told["MB of pictures"] + one.told["MB of rows"]) / max(1.0, one.told["events"])
    gigabytes = _DAYS * _STORIES_A_DAY * (clip_mb + _EVENTS_A_STORY * other_mb) / 1000
    return row(
        f"{_DAYS} days of {_STORIES_A_DAY} stories, a clip of {clip_mb:.2f} MB and "
        f"{_EVENTS_A_STORY} events of {other_mb * 1000:.0f} kB each",
        gigabytes,
        limit=_GB,
        ratio=_GB / gigabytes,
        unit="GB",
        goal=f"<= {_GB}",
        met=gigabytes <= _GB,
    )
