"""The nearest of many looks: our codes beside one product of numpy."""

from __future__ import annotations

import sys
from functools import partial

import numpy as np
from numpy.typing import NDArray

from benchmarks.measure import Row, Spread, load, row, timed_ms
from omnisight_desktop.core.face import Vector
from omnisight_desktop.storage.vectors import CodeIndex

_SIZE = 512
_VIEWS = 5  # of each person
_VIEW = 0.8  # of cosine, from a look to the middle of all looks at somebody
_LOOK_ALIKE = 0.6  # of cosine, between the middles of two people; half of all have such a double
_PROBES = 400
_RATIO, _RECALL = 15.0, 0.999
_AT_ONCE = 50_000


def search(count: int, rounds: int) -> list[Row]:
    """One face against so many looks; probes are views that nobody has stored."""
    index, middles = _gallery(count)
    probes = _seen(middles, np.random.default_rng(3), _PROBES)
    index.nearest(probes[0], 1)  # compiled, and the codes made
    ours: list[float] = []
    peer: list[float] = []
    limit: list[float] = []
    for number in range(rounds):
        probe = probes[number % len(probes)]
        ours.append(timed_ms(partial(index.nearest, probe, 1)))
        peer.append(timed_ms(partial(_by_product, index.vectors, probe)))
        limit.append(timed_ms(index.codes.max))
    print(f"gallery of {count:,}: {rounds} rounds, {load()}", file=sys.stderr, flush=True)
    mine, theirs = Spread(tuple(ours)).p50, Spread(tuple(peer)).p50
    recall = _recall(index, probes)
    ratio = theirs / mine
    looks = f"{count:,} looks"
    return [
        row(
            f"one face against {looks}, median",
            mine,
            peer=theirs,
            limit=Spread(tuple(limit)).p50,
            ratio=ratio,
            unit="ms",
            goal=f"{_RATIO:.0f} times as fast",
            met=ratio >= _RATIO,
        ),
        row(
            f"  p99 of it, over {rounds} rounds",
            Spread(tuple(ours)).p99,
            peer=Spread(tuple(peer)).p99,
            unit="ms",
            goal="told only",
        ),
        row(
            f"  the same nearest one, of {_PROBES} unseen views",
            recall,
            peer=1.0,
            unit="recall@1",
            goal=f"{_RECALL}",
            met=recall >= _RECALL,
        ),
        row(
            "  memory: codes, beside the vectors",
            index.code_bytes / 1e6,
            peer=index.vector_bytes / 1e6,
            unit="MB",
            goal="told only",
        ),
    ]


def _by_product(vectors: Vector, probe: Vector) -> int:
    return int((vectors @ probe).argmax())


def _gallery(count: int) -> tuple[CodeIndex, Vector]:
    """Everybody with some views; half of them have somebody who looks much like them."""
    dice = np.random.default_rng(1)
    people = count // _VIEWS
    middles = _unit(dice.standard_normal((people, _SIZE), np.float32))
    half = people // 2
    aside = np.sqrt(1 - _LOOK_ALIKE**2)
    doubles = _LOOK_ALIKE * middles[:half] + aside * middles[half : 2 * half]
    middles[half : 2 * half] = _unit(doubles)
    index = CodeIndex(_SIZE, room=count)
    for begin in range(0, count, _AT_ONCE):
        rows = np.arange(begin, min(begin + _AT_ONCE, count))
        whose = middles[rows // _VIEWS % people]
        index.add([str(one) for one in rows], _views(whose, dice))
    return index, middles


def _seen(middles: Vector, dice: np.random.Generator, count: int) -> Vector:
    return _views(middles[dice.integers(0, len(middles), count)], dice)


def _views(middles: Vector, dice: np.random.Generator) -> Vector:
    noise = _unit(dice.standard_normal(middles.shape, np.float32))
    return _unit(_VIEW * middles + np.sqrt(1 - _VIEW**2) * noise)


def _recall(index: CodeIndex, probes: Vector) -> float:
    best = np.full(len(probes), -2.0, np.float32)
    place = np.zeros(len(probes), np.int64)
    for begin in range(0, len(index), _AT_ONCE):
        cosines = probes @ index.vectors[begin : begin + _AT_ONCE].T
        here = cosines.max(axis=1)
        better = here > best
        place[better] = begin + cosines.argmax(axis=1)[better]
        best = np.maximum(best, here)
    found = [int(index.nearest(probe, 1)[0][0]) for probe in probes]
    return float((np.asarray(found) == place).mean())


def _unit(vectors: NDArray[np.float32]) -> NDArray[np.float32]:
    return np.asarray(vectors / np.linalg.norm(vectors, axis=-1, keepdims=True), np.float32)
