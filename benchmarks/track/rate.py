"""How long a step takes with 10, 50 and 200 moving boxes, and how often ids are mixed up then."""

from __future__ import annotations

from pathlib import Path
from statistics import median

import numpy as np

from benchmarks.measure import Row, load
from benchmarks.track.arms import OURS, PEERS, ULTRALYTICS, Arm, available, judge, say

_COUNTS = (10, 50, 200)
_FPS = 30.0
_SETTLED = 30  # frames before which nobody is timed
_NAMED = 5  # the peers that are timed


def rate(place: Path, quick: bool) -> list[Row]:
    """Milliseconds a step, ours against ultralytics in the same rounds; the others are told beside."""
    length, rounds = (120, 2) if quick else (300, 5)
    arms = available([OURS, *PEERS[:_NAMED]])
    rows: list[Row] = []
    for count in _COUNTS:
        scene = place / f"scene-{count}"
        scene.mkdir()
        _write_scene(scene, count, length)
        walks = {arm.name: [_walk(scene, arm, length)] for arm in arms}
        times: dict[str, list[float]] = {arm.name: [] for arm in arms}
        for turn in range(rounds):
            # Who goes first changes from round to round.
            for arm in arms if turn % 2 == 0 else arms[::-1]:
                (steps,) = arm.run(walks[arm.name], place)
                times[arm.name].append(median(steps[_SETTLED:]))
        scores = judge(walks, place, hota=False)
        for arm in arms:
            of = scores[arm.name]["pooled"]
            took = median(times[arm.name])
            say(
                f"{count:4} boxes  {arm.name:28} {took:8.2f} ms a step   switches "
                f"{of['switches']:4}   IDF1 {of['idf1']:5.1f}   MOTA {of['mota']:5.1f}; {load()}"
            )
        pooled = {name: of["pooled"] for name, of in scores.items()}
        rows.append(_row(count, times, pooled[OURS.name]["idf1"]))
        rows.append(_switches(count, pooled))
    return rows


def _switches(count: int, pooled: dict[str, dict[str, float]]) -> Row:
    """Ids that changed hands: fewer is better, and who shows fewer boxes has fewer to mix up."""
    best = min((name for name in pooled if name != OURS.name), key=lambda n: pooled[n]["switches"])
    ours, peer = pooled[OURS.name]["switches"], pooled[best]["switches"]
    return {
        "name": f"switches with {count} boxes",
        "ours": ours,
        "peer": peer,
        "limit": 0,
        "ratio": peer / ours if ours else None,
        "unit": "switches",
        "goal": f"no goal; best: {best}",
        "met": None,
    }


def _row(count: int, times: dict[str, list[float]], idf1: float) -> Row:
    ours, peer = times[OURS.name], times[ULTRALYTICS.name]
    ratio = median(p / o for o, p in zip(ours, peer, strict=True))
    return {
        "name": f"a step with {count} boxes (our IDF1 there: {idf1:.1f})",
        "ours": median(ours),
        "peer": median(peer),
        "limit": None,
        "ratio": ratio,
        "unit": "ms",
        "goal": "as fast as ultralytics' ByteTrack, or faster",
        "met": ratio >= 1 and idf1 > 50,  # what lost everybody would be fast, too
    }


def _walk(scene: Path, arm: Arm, length: int) -> dict[str, object]:
    return {
        "name": "scene",
        "benchmark": "MOT15",
        "det": str(scene / "det.txt"),
        "truth": str(scene / "gt.txt"),
        "length": length,
        "fps": _FPS,
        "out": str(scene / f"{arm.name}.txt"),
    }


def _write_scene(folder: Path, count: int, length: int) -> None:
    """Boxes that wander over a picture and turn at its edges; some frames miss some of them."""
    chance = np.random.default_rng(count)
    room = np.asarray([1920.0, 1080.0])
    size = chance.uniform(40, 110, count)[:, None] * np.asarray([0.4, 1.0])
    place = chance.uniform(0, 1, (count, 2)) * (room - size)
    pace = chance.normal(0, 2.5, (count, 2))
    truth, found = [], []
    for frame in range(1, length + 1):
        pace += chance.normal(0, 0.08, (count, 2))
        place += pace
        beyond = (place < 0) | (place > room - size)
        pace[beyond] *= -1
        place = np.clip(place, 0, room - size)
        scores = np.where(chance.random(count) < 0.1, 0.35, chance.uniform(0.6, 0.98, count))
        seen = place + chance.normal(0, 1.2, (count, 2))
        extent = size * chance.normal(1, 0.02, (count, 2))
        missed = chance.random(count) < 0.07
        for number in range(count):
            truth.append(_line(frame, number + 1, place[number], size[number], 1.0))
            if not missed[number]:
                found.append(_line(frame, -1, seen[number], extent[number], scores[number]))
    (folder / "gt.txt").write_text("".join(truth))
    (folder / "det.txt").write_text("".join(found))


def _line(
    frame: int,
    track: int,
    corner: np.ndarray[tuple[int], np.dtype[np.float64]],
    size: np.ndarray[tuple[int], np.dtype[np.float64]],
    score: float,
) -> str:
    cells = [*corner.tolist(), *size.tolist()]
    return f"{frame},{track},{','.join(f'{c:.2f}' for c in cells)},{score:.3f},-1,-1,-1\n"
