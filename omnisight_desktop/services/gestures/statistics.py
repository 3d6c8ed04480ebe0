"""How often gestures are made: day by day, in front of which cameras, and by whom."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from omnisight_desktop.core.clock import from_ms
from omnisight_desktop.storage.gestures import Performance

DAYS = 30


@dataclass(frozen=True, slots=True)
class Statistics:
    """Of one gesture, or of all. ``days`` are counts, today last; people and cameras the most first."""

    count: int = 0
    last: datetime | None = None
    days: tuple[int, ...] = (0,) * DAYS
    cameras: tuple[tuple[str, int], ...] = ()
    people: tuple[tuple[str, int], ...] = ()
    sure: float | None = None  # on average, how certain it was


def since(now: datetime) -> datetime:
    """Where the first of the days begins by the clock of this place."""
    midnight = now.astimezone().replace(hour=0, minute=0, second=0, microsecond=0)
    return midnight - timedelta(days=DAYS - 1)


def statistics_of(made: Iterable[Performance], now: datetime) -> Statistics:
    """What some performances add up to, newest first or not."""
    days, cameras, people = [0] * DAYS, Counter[str](), Counter[str]()
    sure: list[float] = []
    last_ms: int | None = None
    today = now.astimezone().date()
    for one in made:
        at = (today - from_ms(one.start_ms).astimezone().date()).days
        if not 0 <= at < DAYS:
            continue
        days[DAYS - 1 - at] += 1
        cameras[one.camera] += 1
        last_ms = one.start_ms if last_ms is None else max(last_ms, one.start_ms)
        if one.person is not None:
            people[one.person] += 1
        if one.score is not None:
            sure.append(one.score)
    return Statistics(
        sum(days),
        from_ms(last_ms) if last_ms is not None else None,
        tuple(days),
        tuple(cameras.most_common()),
        tuple(people.most_common()),
        sum(sure) / len(sure) if sure else None,
    )
