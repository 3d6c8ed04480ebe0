"""Warping: the same distances as the library that everybody knows, and the same neighbour, sooner."""

from __future__ import annotations

import numpy as np
import pytest
from dtaidistance import dtw_ndim
from hypothesis import given, settings
from hypothesis import strategies as st

from omnisight_desktop.core.errors import NotFound
from omnisight_desktop.perception.gesture.distance import Rows, Templates
from omnisight_desktop.perception.gesture.engines import COMPARERS, open_comparer
from omnisight_desktop.perception.gesture.product import product


def walk(chance: np.random.Generator, rows: int, columns: int) -> Rows:
    return np.asarray(np.cumsum(chance.normal(0, 0.2, (rows, columns)), axis=0), np.float32)


def oracle(query: Rows, templates: list[Rows], window: int | None) -> list[float]:
    return [
        dtw_ndim.distance_fast(query.astype(np.double), one.astype(np.double), window=window)
        for one in templates
    ]


@settings(max_examples=40, deadline=None)
@given(
    seed=st.integers(0, 10_000),
    rows=st.integers(1, 25),
    lengths=st.lists(st.integers(1, 25), min_size=1, max_size=12),
    columns=st.integers(1, 7),
    window=st.none() | st.integers(1, 12),
)
def test_distances_are_those_of_the_oracle(
    seed: int, rows: int, lengths: list[int], columns: int, window: int | None
) -> None:
    chance = np.random.default_rng(seed)
    query = walk(chance, rows, columns)
    templates = [walk(chance, length, columns) for length in lengths]
    expected = oracle(query, templates, window)
    found = Templates(templates, window).distances(query)
    assert np.allclose(found, expected, rtol=1e-3, atol=2e-2)


@pytest.mark.parametrize("alike", [0.1, 1.0, 5.0])
def test_the_nearest_is_the_nearest_of_all(alike: float) -> None:
    chance = np.random.default_rng(3)
    kinds = [walk(chance, 30, 20) for _ in range(6)]
    templates = [kinds[n % 6] + alike * walk(chance, 30, 20) for n in range(300)]
    ours = Templates(templates)
    for n in range(6):
        query = kinds[n] + alike * walk(chance, 30, 20)
        expected = oracle(query, templates, None)
        found = ours.nearest(query)
        assert found.index == int(np.argmin(expected))
        assert found.distance == pytest.approx(min(expected), rel=1e-3)


def test_of_many_kinds_most_templates_are_never_followed() -> None:
    chance = np.random.default_rng(4)
    kinds = [walk(chance, 30, 40) * 3 for _ in range(12)]
    templates = [kinds[n % 12] + 0.2 * walk(chance, 30, 40) for n in range(1200)]
    found = Templates(templates).nearest(kinds[5] + 0.2 * walk(chance, 30, 40))
    assert found.index % 12 == 5
    assert found.compared < 400


def test_templates_that_are_all_alike_strange_are_all_compared() -> None:
    chance = np.random.default_rng(5)
    noise = list(chance.normal(0, 1, (60, 12, 30)).astype(np.float32))
    found = Templates(noise).nearest(noise[17] * np.float32(0.9))
    assert found.index == 17
    assert Templates(noise).nearest(walk(chance, 12, 30)).compared == 60


@pytest.mark.parametrize("name", COMPARERS.names())
def test_every_engine_says_the_same(name: str) -> None:
    chance = np.random.default_rng(6)
    templates = [walk(chance, 20 + n, 5) for n in range(4)]
    query = walk(chance, 22, 5)
    found = open_comparer(name)(templates).distances(query)
    assert np.allclose(found, oracle(query, templates, None), rtol=1e-3)


def test_an_engine_that_nobody_knows_is_named() -> None:
    with pytest.raises(NotFound, match="no warping called 'abacus'"):
        open_comparer("abacus")


def test_a_product_in_portions_is_the_product() -> None:
    chance = np.random.default_rng(8)
    for rows, middle, columns in ((1, 3, 2), (30, 99, 400), (5000, 48, 120), (7, 4000, 90)):
        a = chance.normal(0, 1, (rows, middle)).astype(np.float32)
        b = chance.normal(0, 1, (middle, columns)).astype(np.float32)
        assert np.allclose(product(a, b), a @ b, rtol=1e-3, atol=1e-2)
