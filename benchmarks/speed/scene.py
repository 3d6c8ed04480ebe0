"""One camera in real time: cores, what else than decoding and the network they went to, and recall."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from benchmarks.measure import Row, load, row
from benchmarks.speed.job import Job, Taken, ask
from benchmarks.speed.truth import Recall, recall, truth

OURS, PEER, LIMIT = "ours, live", "pipe", "decode"
_BESIDE = ("pipe, our views", "pipe, lean child", "pipe of the system's ffmpeg")
_REST_MS = 5.0
_EQUAL = 0.02  # so far a share may lie below and is still equal
_ENGINE = ("network", "helpers")  # the network, in the thread that looks and in those of its engine


@dataclass(frozen=True, slots=True)
class Scene:
    """What is filmed, and how much dearer than ours the peer has to be; none: it is only told."""

    name: str
    film: Path
    goal: float | None
    settle_s: float = 3.0


def scene(what: Scene, weights: Path, rounds: int, seconds: float) -> list[Row]:
    """Ours, the peer and the limit in turns; peers of other kinds once, beside."""
    took: dict[str, list[Taken]] = {OURS: [], PEER: [], LIMIT: []}
    for turn in range(rounds):
        names = list(took)
        for name in names if turn % 2 == 0 else names[::-1]:
            took[name].append(_asked(name, what, weights, seconds))
    there = truth(
        what.film, weights.with_name("yolov8n-dq.onnx") if _is_whole(weights) else weights
    )
    seen = {
        name: recall(there, [s for one in took[name] for s in one.sightings])
        for name in (OURS, PEER)
    }
    made = [_cores(what, took, seen), *_found(what, seen), *_rest(what, took)]
    for name in _BESIDE:
        if "system" in name and shutil.which("ffmpeg") is None:
            continue
        one = _asked(name, what, weights, seconds)
        made.append(_beside(what, name, took, one, recall(there, one.sightings)))
    return made


def _asked(name: str, what: Scene, weights: Path, seconds: float) -> Taken:
    return ask(Job(name, str(what.film), str(weights), seconds, what.settle_s))


def _cores(what: Scene, took: dict[str, list[Taken]], seen: dict[str, Recall]) -> Row:
    ratio = median(p.cores / o.cores for o, p in zip(took[OURS], took[PEER], strict=True))
    equal = (
        seen[OURS].people >= seen[PEER].people - _EQUAL
        and seen[OURS].boxes >= seen[PEER].boxes - _EQUAL
    )
    looks = "; ".join(f"{name} {_shown(took[name])}" for name in (OURS, PEER))
    goal = "" if what.goal is None else f">= {what.goal} at equal recall"
    return row(
        f"{what.name}: cores for a camera ({looks}; {len(took[OURS])} rounds; {load()})",
        median(one.cores for one in took[OURS]),
        peer=median(one.cores for one in took[PEER]),
        limit=median(one.cores for one in took[LIMIT]),
        ratio=ratio,
        unit="cores",
        goal=goal,
        met=None if what.goal is None else ratio >= what.goal and equal,
    )


def _found(what: Scene, seen: dict[str, Recall]) -> list[Row]:
    ours, peer = seen[OURS], seen[PEER]
    if not ours.expected:
        return [
            row(
                f"{what.name}: boxes a look where nobody is",
                ours.false,
                peer=peer.false,
                goal=f"<= {_EQUAL}",
                met=ours.false <= _EQUAL,
            )
        ]
    goal = f">= the peer's - {_EQUAL}"
    return [
        row(
            f"{what.name}: people met, of {ours.expected} (false boxes a look: {ours.false:.2f}, "
            f"peer {peer.false:.2f})",
            ours.people,
            peer=peer.people,
            limit=1.0,
            ratio=ours.people / peer.people if peer.people else None,
            goal=goal,
            met=ours.people >= peer.people - _EQUAL,
        ),
        row(
            f"{what.name}: boxes of them found",
            ours.boxes,
            peer=peer.boxes,
            limit=1.0,
            ratio=ours.boxes / peer.boxes if peer.boxes else None,
            goal=goal,
            met=ours.boxes >= peer.boxes - _EQUAL,
        ),
    ]


def _rest(what: Scene, took: dict[str, list[Taken]]) -> list[Row]:
    """What is neither decoding nor the network."""
    frame_ms, look_ms = [], []
    for one, limit in zip(took[OURS], took[LIMIT], strict=True):
        decoding_s = limit.cpu_s / limit.frames * one.frames
        engine_s = sum(one.parts_s.get(part, 0.0) for part in _ENGINE)
        frame_ms.append((one.cpu_s - decoding_s - engine_s) / one.frames * 1000)
        look_ms.append((one.parts_s["eye"] - one.parts_s["network"]) / one.looks * 1000)
    parts = ", ".join(
        f"{name} {median(one.parts_s.get(name, 0.0) / one.wall_s for one in took[OURS]):.3f}"
        for name in ("capture", "eye", *_ENGINE, "recorder", "writer")
    )
    return [
        row(
            f"{what.name}: everything else, a frame (cores by thread: {parts})",
            median(frame_ms),
            limit=_REST_MS,
            ratio=_REST_MS / max(1e-3, median(frame_ms)),
            unit="ms",
            goal=f"<= {_REST_MS:g}",
            met=median(frame_ms) <= _REST_MS,
        ),
        row(
            f"{what.name}: the eye beside the network, a look",
            median(look_ms),
            limit=_REST_MS,
            ratio=_REST_MS / max(1e-3, median(look_ms)),
            unit="ms",
            goal="no goal",
        ),
    ]


def _beside(what: Scene, name: str, took: dict[str, list[Taken]], one: Taken, found: Recall) -> Row:
    ours = median(own.cores for own in took[OURS])
    return row(
        f"{what.name}: beside a {name} ({_shown([one])}; boxes {found.boxes:.2f}, people "
        f"{found.people:.2f})",
        ours,
        peer=one.cores,
        ratio=one.cores / ours,
        unit="cores",
        goal="no goal",
    )


def _shown(some: list[Taken]) -> str:
    looks = sum(one.looks for one in some)
    return f"{sum(one.shown for one in some) / max(1, looks):.1f} canvases a look"


def _is_whole(weights: Path) -> bool:
    return weights.suffix == ".onnx"
