from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from omnisight_desktop.core.instruments import Histogram, Instruments

_times = st.floats(0, 50_000, allow_nan=False)


@given(st.lists(st.integers(0, 1000)))
def test_a_counter_adds_up(amounts: list[int]) -> None:
    counter = Instruments().counter("frames")
    for amount in amounts:
        counter.add(amount)
    assert counter.value == sum(amounts)


@given(st.lists(_times, min_size=1, max_size=50))
def test_a_histogram_counts_everything_once(times: list[float]) -> None:
    histogram = Histogram("walk")
    for value in times:
        histogram.observe(value)
    assert histogram.count == len(times)
    assert histogram.total == pytest.approx(sum(times))


@given(st.lists(_times, min_size=1, max_size=50), st.floats(0.01, 1))
def test_a_quantile_is_the_bound_right_above_the_true_one(times: list[float], share: float) -> None:
    histogram = Histogram("walk")
    for value in times:
        histogram.observe(value)
    true = sorted(times)[math.ceil(share * len(times)) - 1]
    bounds = [0.0, *histogram.bounds, float("inf")]
    shown = histogram.quantile(share)
    assert true <= shown
    assert bounds[bounds.index(shown) - 1] < true or shown == histogram.bounds[0]


def test_a_measurement_on_a_bound_belongs_below_it() -> None:
    histogram = Histogram("walk", (1, 2))
    histogram.observe(1)
    assert histogram.counts == [1, 0, 0]
    assert histogram.quantile(1.0) == 1


def test_an_idle_histogram_shows_nothing() -> None:
    assert Histogram("walk").quantile(0.99) == 0.0


def test_the_same_name_is_the_same_instrument_and_of_one_kind() -> None:
    instruments = Instruments()
    assert instruments.counter("a") is instruments.counter("a")
    with pytest.raises(ValueError, match="already a Counter"):
        instruments.gauge("a")


def test_readings_show_every_instrument_by_name() -> None:
    instruments = Instruments()
    instruments.gauge("queue").set(3)
    instruments.counter("frames").add(7)
    instruments.histogram("walk").observe(4)
    shown = {reading.name: (reading.value, reading.unit) for reading in instruments.readings()}
    assert shown == {
        "frames": (7, ""),
        "queue": (3.0, ""),
        "walk.count": (1, ""),
        "walk.p50": (5, "ms"),
        "walk.p99": (5, "ms"),
    }
    assert list(shown) == sorted(shown)
