"""What is tried on the past is what was seen live, whatever happened there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import time, timedelta

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from omnisight_desktop.core.event import Gap
from omnisight_desktop.core.track import TrackPath
from omnisight_desktop.rules import trigger as what
from omnisight_desktop.rules.drawn import Line, Zone
from omnisight_desktop.rules.measures import Measures
from omnisight_desktop.rules.rule import Rule, Rulebook
from omnisight_desktop.rules.schedule import Hours, Schedule, zone_named
from omnisight_desktop.rules.simulate import Watched, simulate
from omnisight_desktop.storage.paths import pack, unpack
from tests.rules.walkers import NOON, SIZE, Foot, live, path, walk

BERLIN = zone_named("Europe/Berlin")
_EVENING = Schedule((Hours(time(14, 1), time(14, 3)), Hours(time(23), time(1), (5, 6))))
_STEPS = (what.Enter("left"), what.Cross("middle"), what.Loiter("right", 2))
BOOK = Rulebook(
    "yard",
    zones=(
        Zone("left", ((0, 0), (0.4, 0), (0.4, 1), (0, 1))),
        Zone("right", ((0.6, 0.3), (1, 0.2), (1, 1), (0.55, 0.9))),
        Zone("small", ((0.3, 0.5), (0.34, 0.5), (0.32, 0.56))),
    ),
    lines=(Line("middle", ((0.5, 0), (0.45, 0.5), (0.5, 1))), Line("low", ((0, 0.6), (1, 0.8)))),
    rules=(
        Rule("enter", what.Enter("left")),
        Rule("appears", what.Enter(), cool_down_s=20),
        Rule("come", what.Enter("right", appearing=False), been_in=("left",)),
        Rule("two", what.Enter("left"), least=2),
        Rule("leave", what.Leave("right")),
        Rule("go", what.Leave("left", vanishing=False), labels=("person",)),
        Rule("loiter", what.Loiter("left", 3)),
        Rule("three loiter", what.Loiter("right", 2), least=2, schedule=_EVENING),
        Rule("middle", what.Cross("middle")),
        Rule("low", what.Cross("low", what.Direction.OUT), least=2, schedule=_EVENING),
        Rule("somebody", what.Presence("left", 4)),
        Rule("somebody then", what.Presence("right", 4, True), schedule=_EVENING),
        Rule("nobody", what.Presence("left", 3, somebody=False), cool_down_s=10),
        Rule("nobody then", what.Presence("right", 5, somebody=False), schedule=_EVENING),
        Rule("too few", what.Presence("left", 0, somebody=False), least=2),
        Rule("one way", what.Sequence(_STEPS, within_s=30)),
        Rule("many a way", what.Sequence(_STEPS, within_s=60, same=False)),
        Rule("small", what.Enter("small")),
    ),
)


def same(
    paths: Sequence[TrackPath], until_s: float, gaps: Sequence[Gap] = (), idle_ms: int = 700
) -> set[str]:
    """Play it and try it: both say the same. Which rules were set off."""
    hits, counted = live(BOOK, paths, until_s=until_s, home=BERLIN, gaps=gaps, idle_ms=idle_ms)
    watched = Watched(NOON, NOON + timedelta(seconds=until_s), gaps)
    outcome = simulate(BOOK, paths, SIZE, home=BERLIN, watched=watched)
    assert list(outcome.hits) == hits
    assert outcome.counted == counted
    assert [hit.at for hit in hits] == sorted(hit.at for hit in hits)
    return {hit.rule for hit in hits}


PLACES = st.tuples(st.floats(0, 1), st.floats(0, 1))
PARTS = st.one_of(
    st.lists(PLACES, min_size=2, max_size=4).map(lambda stops: walk(*stops, looks=8)),
    st.tuples(PLACES, st.integers(1, 30)).map(lambda stood: [stood[0]] * stood[1]),
    st.integers(1, 40).map(lambda looks: [None] * looks),
    st.lists(st.tuples(st.floats(0.48, 0.52), st.floats(0.4, 0.8)), max_size=10),
)
FEET = st.lists(PARTS, min_size=1, max_size=4).map(
    lambda parts: [f for part in parts for f in part]
)
WALKERS = st.lists(
    st.tuples(FEET, st.integers(0, 600), st.sampled_from(["person", "car"])), max_size=6
)
DOWN = st.lists(st.tuples(st.integers(1, 700), st.integers(1, 300)), max_size=2)


@settings(max_examples=100, deadline=None)
@given(WALKERS, DOWN)
def test_the_past_is_judged_as_the_present_was(
    walkers: list[tuple[list[Foot], int, str]], down: list[tuple[int, int]]
) -> None:
    paths = [
        path(f"T{n}", feet, start_s=start / 10, label=label)
        for n, (feet, start, label) in enumerate(walkers)
        if any(feet)
    ]
    paths = [replace(p, start=p.start + timedelta(milliseconds=100)) for p in paths]
    gaps = []
    end = 0.0
    for start, lasts in sorted(down):
        begin = max(start / 10, end + 0.3)
        end = begin + lasts / 10
        gaps.append(_gap(begin, end))
    same(paths, 120, gaps)


def _gap(begin_s: float, end_s: float) -> Gap:
    begin, end = (NOON + timedelta(seconds=round(s, 3)) for s in (begin_s, end_s))
    return Gap("yard", begin, end, "no power")


def random_week(walkers: int, seed: int) -> list[TrackPath]:
    """People who wander about in bursts through a week, some of them hidden now and then."""
    chance = np.random.default_rng(seed)
    paths = []
    week_s = 7 * 86_400
    bursts = chance.uniform(0, week_s - 600, walkers // 8)
    for number in range(walkers):
        start_s = round(float(chance.choice(bursts) + chance.uniform(0, 120)), 1)
        stops = [(float(x), float(y)) for x, y in chance.uniform(0, 1, (6, 2))]
        stops[3] = stops[2]
        feet: list[Foot] = [
            (x + float(chance.normal(0, 0.004)), y + float(chance.normal(0, 0.004)))
            for x, y in filter(None, walk(*stops, looks=int(chance.integers(5, 40))))
        ]
        if number % 3 == 0:
            hidden_from = int(chance.integers(1, len(feet)))
            for look in range(hidden_from, min(len(feet), hidden_from + number % 40)):
                feet[look] = None
        label = ("person", "car", "dog")[number % 3 if number % 4 else 0]
        paths.append(path(f"T{number:03}", feet, start_s=start_s, label=label))
    return [p for p in paths if len(p)]


def test_a_random_week() -> None:
    paths = random_week(96, 5)
    week_s = 7 * 86_400.0
    gaps = [_gap(100_000.05, 130_000.05), _gap(400_000.05, 400_100.05)]
    set_off = same(paths, week_s, gaps, idle_ms=60_000)
    assert set_off >= {rule.id for rule in BOOK.rules} - {"small", "low"}


def test_paths_as_they_are_stored_say_the_same_as_what_was_seen() -> None:
    chance = np.random.default_rng(3)
    rough: list[TrackPath] = []
    for one in random_week(24, 9):
        boxes = (one.boxes + chance.normal(0, 0.003, one.boxes.shape)).astype(np.float32)
        rough.append(replace(one, boxes=boxes, start=NOON + timedelta(seconds=len(rough))))
    stored = []
    for one in rough:
        offsets, boxes = unpack(pack(one.offsets_ms, one.boxes))
        stored.append(replace(one, offsets_ms=offsets, boxes=boxes))
    hits, _ = live(BOOK, rough, until_s=200)
    outcome = simulate(BOOK, stored, SIZE, watched=Watched(NOON, NOON + timedelta(seconds=200)))
    assert hits
    assert list(outcome.hits) == hits


def test_the_order_and_number_of_paths_make_no_difference() -> None:
    paths = random_week(40, 11)
    whole = simulate(BOOK, paths, SIZE)
    assert simulate(BOOK, paths[::-1], SIZE) == whole
    halves = [
        replace(p, offsets_ms=p.offsets_ms[part], boxes=p.boxes[part])
        for p in paths
        for part in (slice(None, len(p) // 2), slice(len(p) // 2, None))
    ]
    assert simulate(BOOK, halves, SIZE) == whole


def test_paths_of_other_cameras_and_empty_ones_are_passed_over() -> None:
    mine, other = path("T1", walk((0.2, 0.5), (0.3, 0.5))), path("T2", [(0.2, 0.5)] * 9)
    empty = path("T3", [])
    outcome = simulate(BOOK, [replace(other, camera="porch"), mine, empty], SIZE)
    assert {hit.track for hit in outcome.hits} <= {"T1", None}
    assert outcome.points == len(mine)
    assert simulate(BOOK, [], SIZE).hits == ()


def test_without_a_bound_it_waits_until_the_last_has_left() -> None:
    book = replace(BOOK, rules=(Rule("leave", what.Leave("left")),))
    (hit,) = simulate(book, [path("T1", [(0.2, 0.5)] * 6)], SIZE).hits
    assert (hit.at - NOON, hit.since - NOON) == (timedelta(seconds=6), timedelta(seconds=1))


@pytest.mark.parametrize(("patience_s", "hits"), [(2, 2), (10, 1)])
def test_measures_can_be_tried(patience_s: float, hits: int) -> None:
    book = replace(BOOK, rules=(Rule("enter", what.Enter("left")),))
    feet: list[Foot] = [*[(0.2, 0.5)] * 5, *[None] * 20, *[(0.2, 0.5)] * 5]
    measures = Measures(patience_s=patience_s)
    assert len(simulate(book, [path("T1", feet)], SIZE, measures=measures).hits) == hits
