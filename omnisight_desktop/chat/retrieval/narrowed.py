"""The nearest of those that are wanted: it is looked deeper until enough of them fit, or none is left."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from omnisight_desktop.chat.retrieval.nearest import NearestCache
from omnisight_desktop.core.face import Vector

_FIRST_GO = 200
_PAGE = 1000
#: So few that are wanted are all compared, instead of all that are near being asked whether they are.
FEW = 20_000

_One = TypeVar("_One")
Near = Sequence[tuple[str, float]]


@dataclass(frozen=True, slots=True)
class Wanted(Generic[_One]):
    """What is wanted of all that is near: ``fits`` tells for some keys what is behind those that are
    wanted, ``few`` names the keys that may be, where they are few."""

    fits: Callable[[Sequence[str]], Mapping[str, _One]]
    few: Callable[[], Collection[str] | None]


def nearest_wanted(
    cache: NearestCache, probe: Vector, least: float, wanted: Wanted[_One], count: int
) -> list[tuple[_One, float]]:
    """So many that are wanted, no farther than the ``least`` cosine, the nearest first."""
    near = cache.nearest(probe, max(count, _FIRST_GO))
    above = _above(near, least)
    found = _fitting(above, wanted, count)
    if len(found) >= count or len(above) < len(near) or len(near) >= len(cache):
        return found
    few = wanted.few()
    near = cache.nearest(probe, len(cache)) if few is None else cache.among(probe, few)
    return _fitting(_above(near, least), wanted, count)


def _above(near: Near, least: float) -> dict[str, float]:
    above: dict[str, float] = {}  # what was taken in twice counts once
    for key, cosine in near:
        if cosine >= least:
            above.setdefault(key, cosine)
    return above


def _fitting(
    above: Mapping[str, float], wanted: Wanted[_One], count: int
) -> list[tuple[_One, float]]:
    keys, found = list(above), list[tuple[_One, float]]()
    for begin in range(0, len(keys), _PAGE):
        page = keys[begin : begin + _PAGE]
        there = wanted.fits(page)
        found += [(there[key], above[key]) for key in page if key in there]
        if len(found) >= count:
            break
    return found[:count]
