"""Warping templates onto a stream: what comes out is what its definition says, for all at once."""

from __future__ import annotations

import numpy as np
import pytest

from omnisight_desktop.perception.gesture.features import Features
from omnisight_desktop.perception.gesture.warp import Sheet, Warp

Table = list[list[tuple[float, int]]]


def by_definition(template: Features, stream: Features) -> list[tuple[float, int]]:
    """The cost and the age of what ends with each row of the stream, cell by cell."""
    apart = ((stream[:, None].astype(float) - template[None].astype(float)) ** 2).sum(axis=2)
    table: Table = []
    for now in range(len(stream)):
        column: list[tuple[float, int]] = []
        for m in range(len(template)):
            ways = [(apart[now, 0], 1)] if m == 0 else []
            if now >= 1 and m >= 1:
                cost, age = table[now - 1][m - 1]
                ways.append((cost + apart[now, m], age + 1))
            if now >= 1 and m >= 2:
                cost, age = table[now - 1][m - 2]
                ways.append((cost + apart[now, m] + apart[now, m - 1], age + 1))
            if now >= 2 and m >= 1:
                cost, age = table[now - 2][m - 1]
                ways.append((cost + (apart[now, m] + apart[now - 1, m]) / 2, age + 2))
            column.append(min(ways, default=(np.inf, 0)))
        table.append(column)
    return [(column[-1][0] / len(template), column[-1][1]) for column in table]


@pytest.fixture(scope="module")
def templates() -> list[Features]:
    """Some of several lengths, the shortest first and last."""
    chance = np.random.default_rng(1)
    return [walk(chance, length) for length in (2, 9, 5, 12, 3)]


def walk(chance: np.random.Generator, rows: int) -> Features:
    return np.cumsum(chance.normal(0, 1, (rows, 4)), axis=0).astype(np.float32)


def test_all_templates_at_once_are_what_each_is_by_definition(templates: list[Features]) -> None:
    chance = np.random.default_rng(2)
    stream = np.concatenate([walk(chance, 20), templates[3][::2], templates[1].repeat(2, axis=0)])
    warp = Warp(Sheet.of(templates))
    fits = [warp.step(row) for row in stream]
    for number, template in enumerate(templates):
        for fit, (cost, age) in zip(fits, by_definition(template, stream), strict=True):
            if cost == np.inf:
                assert fit.costs[number] > 1e6
            else:
                assert fit.costs[number] == pytest.approx(cost, rel=1e-3, abs=1e-3)
                assert fit.began[number] == age


def test_the_same_at_half_or_twice_the_pace_fits_and_tells_when_it_began(
    templates: list[Features],
) -> None:
    smooth = np.repeat(np.linspace(0, 4, 21, dtype=np.float32)[:, None], 4, axis=1)
    for stream, rows in ((smooth, 21), (smooth[::2], 11), (smooth.repeat(2, axis=0), 41)):
        warp = Warp(Sheet.of([smooth, *templates]))
        fit = [warp.step(row) for row in stream][-1]
        assert fit.costs[0] < 0.1
        assert fit.began[0] == pytest.approx(rows, abs=1)


def test_each_template_may_have_a_stream_of_its_own(templates: list[Features]) -> None:
    chance = np.random.default_rng(3)
    streams = np.stack([walk(chance, 15) for _ in templates], axis=1)
    together = Warp(Sheet.of(templates))
    alone = [Warp(Sheet.of([template])) for template in templates]
    for rows in streams:
        fit = together.step(rows)
        single = [warp.step(row).costs[0] for warp, row in zip(alone, rows, strict=True)]
        assert fit.costs == pytest.approx(single, rel=1e-3, abs=1e-3)


def test_what_was_told_of_a_row_stays_as_it_was(templates: list[Features]) -> None:
    warp = Warp(Sheet.of(templates))
    rows = walk(np.random.default_rng(4), 30)
    first = warp.step(rows[0])
    costs, began = first.costs.copy(), first.began.copy()
    for row in rows[1:]:
        warp.step(row)
    assert np.array_equal(first.costs, costs)
    assert np.array_equal(first.began, began)
