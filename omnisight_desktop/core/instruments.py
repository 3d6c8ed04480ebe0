"""Counters and gauges that cost less than a microsecond; each has one writer and any readers."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TypeVar


class Counter:
    """How often something happened."""

    __slots__ = ("name", "value")

    def __init__(self, name: str) -> None:
        self.name = name
        self.value = 0

    def add(self, amount: int = 1) -> None:
        """Count some more."""
        self.value += amount


class Gauge:
    """How much of something there is now."""

    __slots__ = ("name", "value")

    def __init__(self, name: str) -> None:
        self.name = name
        self.value = 0.0

    def set(self, value: float) -> None:
        """Note the present value."""
        self.value = value


class Histogram:
    """How long something takes: counts per bucket, so that quantiles cost no memory."""

    __slots__ = ("bounds", "counts", "name", "total")

    #: Upper bounds in milliseconds; the last bucket is everything slower.
    BOUNDS_MS = (0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000)

    def __init__(self, name: str, bounds: tuple[float, ...] = BOUNDS_MS) -> None:
        self.name = name
        self.bounds = bounds
        self.counts = [0] * (len(bounds) + 1)
        self.total = 0.0

    def observe(self, value: float) -> None:
        """Note one measurement."""
        self.counts[bisect_left(self.bounds, value)] += 1
        self.total += value

    @property
    def count(self) -> int:
        """How many measurements there were."""
        return sum(self.counts)

    def quantile(self, share: float) -> float:
        """The upper bound of the bucket in which the share of measurements is reached."""
        wanted = share * self.count
        seen = 0
        for bound, count in zip((*self.bounds, float("inf")), self.counts, strict=True):
            seen += count
            if count and seen >= wanted:
                return bound
        return 0.0


@dataclass(frozen=True, slots=True)
class Reading:
    """One instrument at one moment."""

    name: str
    value: float
    unit: str = ""


_Kind = TypeVar("_Kind", Counter, Gauge, Histogram)


class Instruments:
    """All instruments of one installation, by name."""

    def __init__(self) -> None:
        self._all: dict[str, Counter | Gauge | Histogram] = {}

    def counter(self, name: str) -> Counter:
        """The counter of that name, made at first use."""
        return self._get(name, Counter)

    def gauge(self, name: str) -> Gauge:
        """The gauge of that name, made at first use."""
        return self._get(name, Gauge)

    def histogram(self, name: str) -> Histogram:
        """The histogram of that name, made at first use."""
        return self._get(name, Histogram)

    def readings(self) -> list[Reading]:
        """What every instrument shows now, in order of their names."""
        found: list[Reading] = []
        for name, instrument in sorted(self._all.copy().items()):
            if isinstance(instrument, Histogram):
                found += [
                    Reading(f"{name}.count", instrument.count),
                    Reading(f"{name}.p50", instrument.quantile(0.5), "ms"),
                    Reading(f"{name}.p99", instrument.quantile(0.99), "ms"),
                ]
            else:
                found.append(Reading(name, instrument.value))
        return found

    def _get(self, name: str, kind: type[_Kind]) -> _Kind:
        instrument = self._all.setdefault(name, kind(name))
        if not isinstance(instrument, kind):
            raise ValueError(f"{name} is already a {type(instrument).__name__}")
        return instrument
