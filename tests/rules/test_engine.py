"""What sets off a rule, and what does not. Each case is played live and tried on the past."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

import pytest

from omnisight_desktop.core.event import Gap
from omnisight_desktop.core.track import Track, TrackPath, TrackState
from omnisight_desktop.rules.drawn import Line, Zone
from omnisight_desktop.rules.engine import Engine
from omnisight_desktop.rules.hit import Counted, Hit
from omnisight_desktop.rules.rule import Rule, Rulebook
from omnisight_desktop.rules.simulate import Watched, simulate
from omnisight_desktop.rules.trigger import (
    Cross,
    Direction,
    Enter,
    Leave,
    Loiter,
    Presence,
    Trigger,
    What,
)
from omnisight_desktop.rules.trigger import (
    Sequence as Order,
)
from tests.rules.walkers import NOON, SIZE, Foot, hidden, live, path, stand, walk

BOX = Zone("box", ((0.4, 0.4), (0.6, 0.4), (0.6, 0.8), (0.4, 0.8)))
GATE = Zone("gate", ((0.0, 0.4), (0.2, 0.4), (0.2, 1.0), (0.0, 1.0)))
LINE = Line("line", ((0.5, 0.3), (0.5, 0.9)))  # drawn downwards: who goes left goes in
EDGE = Line("edge", ((0.35, 0.3), (0.35, 0.9)))

LEFT, IN_BOX, RIGHT = (0.3, 0.6), (0.5, 0.6), (0.7, 0.6)


def play(
    rule: Rule, *paths: TrackPath, until_s: float = 60.0, gaps: Sequence[Gap] = ()
) -> tuple[list[Hit], Counted | None]:
    """The hits of one rule: the same live as on the past."""
    book = Rulebook("yard", (BOX, GATE), (LINE, EDGE), (rule,))
    hits, counted = live(book, paths, until_s=until_s, gaps=gaps)
    watched = Watched(NOON, NOON + timedelta(seconds=until_s), gaps)
    outcome = simulate(book, paths, SIZE, watched=watched)
    assert list(outcome.hits) == hits
    assert outcome.counted == counted
    return hits, counted.get(rule.id)


def whats(when: Trigger, *paths: TrackPath) -> list[tuple[str | None, What]]:
    hits, _ = play(Rule("rule", when), *paths)
    return [(hit.track, hit.what) for hit in hits]


def seconds(hit: Hit) -> float:
    return (hit.at - NOON).total_seconds()


THROUGH = walk(LEFT, IN_BOX, RIGHT)
GRAZE: list[Foot] = walk((0.3, 0.79), (0.39, 0.79), looks=5) + [
    (0.41, 0.81),
    (0.42, 0.79),
    (0.43, 0.81),
    (0.44, 0.79),
    (0.45, 0.82),
    (0.46, 0.81),
    (0.5, 0.83),
]
DIP = [*walk(LEFT, (0.38, 0.6)), (0.43, 0.6), (0.44, 0.6), *walk((0.38, 0.6), LEFT)]
ON_THE_BORDER: list[Foot] = [*stand(*LEFT, 2), (0.38, 0.6)] + [
    (x, 0.6) for x in (0.397, 0.403) * 4 for _ in range(5)
]
FLICKER: list[Foot] = [*stand(*IN_BOX, 4), (0.3, 0.6), (0.3, 0.6), *stand(*IN_BOX, 4)]


@pytest.mark.parametrize(
    ("feet", "entered", "left"),
    [
        pytest.param(THROUGH, 1, 1, id="through"),
        pytest.param(GRAZE, 0, 0, id="graze"),
        pytest.param(DIP, 0, 0, id="a dip of two sightings"),
        pytest.param(ON_THE_BORDER, 0, 0, id="sways on the border"),
        pytest.param(FLICKER, 1, 1, id="two bad boxes"),
        pytest.param(walk(LEFT, IN_BOX), 1, 1, id="vanishes inside"),
        pytest.param(stand(*IN_BOX, 3), 1, 1, id="appears inside"),
        pytest.param([*THROUGH, *walk(RIGHT, IN_BOX, LEFT)], 2, 2, id="there and back"),
        pytest.param(
            [*walk(LEFT, IN_BOX), *hidden(4), *stand(*IN_BOX, 3)], 1, 1, id="hidden for 4 s"
        ),
        pytest.param(
            [*walk(LEFT, IN_BOX), *hidden(9), *stand(*IN_BOX, 3)], 2, 2, id="away for 9 s"
        ),
        pytest.param([IN_BOX, IN_BOX], 0, 0, id="a flicker"),
        pytest.param([*stand(*LEFT, 2), *stand(*IN_BOX, 2)], 1, 1, id="teleport into it"),
    ],
)
def test_who_enters_and_leaves(feet: list[Foot], entered: int, left: int) -> None:
    someone = path("T1", feet)
    assert whats(Enter("box"), someone) == [("T1", What.ENTERED)] * entered
    assert whats(Leave("box"), someone) == [("T1", What.LEFT)] * left


def test_who_appears_or_vanishes_can_be_left_out() -> None:
    appears, comes = path("T1", stand(*IN_BOX, 3)), path("T2", walk(LEFT, IN_BOX), start_s=20)
    assert whats(Enter("box", appearing=False), appears, comes) == [("T2", What.ENTERED)]
    assert whats(Leave("box", vanishing=False), appears, comes) == []
    through = path("T3", THROUGH)
    assert whats(Leave("box", vanishing=False), through) == [("T3", What.LEFT)]


def test_a_box_is_judged_by_its_foot() -> None:
    head_inside = path("T1", walk((0.3, 0.95), (0.7, 0.95), looks=20))
    assert whats(Enter("box"), head_inside) == []


def test_who_stands_at_the_frame_of_the_picture_is_in_the_zone_there() -> None:
    at_the_frame = path("T1", walk((0.4, 1.0), (0.005, 1.0), looks=20))
    assert whats(Enter("gate", appearing=False), at_the_frame) == [("T1", What.ENTERED)]


def test_one_who_is_found_again_under_another_id_has_not_come_anew() -> None:
    before = path("T1", [*walk(LEFT, IN_BOX), *stand(*IN_BOX, 4)])
    after = path("T2", [*stand(*IN_BOX, 8), *walk(IN_BOX, RIGHT)], start_s=8)
    assert whats(Enter("box"), before, after) == [("T1", What.ENTERED)]
    assert whats(Leave("box"), before, after) == [("T2", What.LEFT)]
    ((track, _),) = whats(Loiter("box", 12), before, after)
    assert track == "T2"


def test_somebody_else_comes_anew() -> None:
    before = path("T1", [*walk(LEFT, IN_BOX), *stand(*IN_BOX, 4)])
    car = path("T2", stand(*IN_BOX, 4), start_s=8, label="car")
    assert [track for track, _ in whats(Enter("box"), before, car)] == ["T1", "T2"]


@pytest.mark.parametrize(
    ("feet", "hits"),
    [
        pytest.param([*walk(LEFT, IN_BOX), *stand(*IN_BOX, 12)], 1, id="stays"),
        pytest.param([*walk(LEFT, IN_BOX), *stand(*IN_BOX, 7)], 0, id="too short"),
        pytest.param(
            [*stand(*IN_BOX, 6), *hidden(4), *stand(*IN_BOX, 2)], 1, id="hidden meanwhile"
        ),
        pytest.param([*stand(*IN_BOX, 6), *hidden(7), *stand(*IN_BOX, 6)], 0, id="was away"),
        pytest.param(
            [*stand(*IN_BOX, 6), *stand(*LEFT, 2), *stand(*IN_BOX, 6)], 0, id="stepped out"
        ),
        pytest.param(
            [*stand(*IN_BOX, 12), *stand(*LEFT, 2), *stand(*IN_BOX, 12)], 2, id="comes again"
        ),
        pytest.param([*stand(*IN_BOX, 9), *hidden(4)], 0, id="lost before it was long enough"),
    ],
)
def test_loitering(feet: list[Foot], hits: int) -> None:
    assert whats(Loiter("box", 10), path("T1", feet)) == [("T1", What.LOITERED)] * hits


def test_loitering_is_counted_from_when_it_began() -> None:
    (hit,), _ = play(Rule("rule", Loiter("box", 10)), path("T1", stand(*IN_BOX, 20), start_s=3))
    assert seconds(hit) == 13
    assert hit.since == NOON + timedelta(seconds=3)


CLEAR_LEFT, CLEAR_RIGHT = (0.42, 0.6), (0.58, 0.6)
JITTER = [(0.5 + 0.02 * (-1) ** n, 0.6) for n in range(20)]


@pytest.mark.parametrize(
    ("feet", "inward", "outward"),
    [
        pytest.param(walk(RIGHT, LEFT), 1, 0, id="in"),
        pytest.param(walk(LEFT, RIGHT), 0, 1, id="out"),
        pytest.param(walk(RIGHT, LEFT, RIGHT), 1, 1, id="in and out"),
        pytest.param([*stand(*RIGHT, 1), *JITTER, *stand(*CLEAR_LEFT, 2)], 1, 0, id="jitter, in"),
        pytest.param([*stand(*RIGHT, 1), *JITTER, *stand(*CLEAR_RIGHT, 2)], 0, 0, id="jitter"),
        pytest.param(walk((0.7, 0.95), (0.3, 0.95)), 0, 0, id="past its end"),
        pytest.param(
            walk(RIGHT, CLEAR_LEFT, (0.42, 0.97), (0.58, 0.97), RIGHT), 1, 0, id="and back around"
        ),
        pytest.param([*stand(*RIGHT, 2), *stand(0.05, 0.6, 2)], 0, 0, id="teleport"),
        pytest.param(
            [*walk(RIGHT, (0.52, 0.6)), *hidden(2), *walk((0.48, 0.6), LEFT)], 1, 0, id="hidden"
        ),
        pytest.param(
            [*walk(RIGHT, (0.52, 0.6)), *hidden(7), *walk((0.48, 0.6), LEFT)], 0, 0, id="away"
        ),
        pytest.param([*walk(RIGHT, (0.52, 0.6)), (0.47, 0.6)], 1, 0, id="vanishes beyond"),
        pytest.param([(0.502, 0.6), (0.503, 0.6), *stand(*CLEAR_LEFT, 2)], 0, 0, id="begins on it"),
    ],
)
def test_who_crosses_a_line(feet: list[Foot], inward: int, outward: int) -> None:
    hits, counted = play(Rule("rule", Cross("line")), path("T1", feet))
    assert counted == Counted(inward, outward)
    assert [hit.what for hit in hits] == [What.WENT_IN] * inward + [What.WENT_OUT] * outward


def test_a_new_id_on_the_other_side_has_not_crossed() -> None:
    before, after = path("T1", walk(RIGHT, (0.53, 0.6))), path("T2", walk((0.47, 0.6), LEFT))
    after = replace(after, start=NOON + timedelta(seconds=3))
    assert play(Rule("rule", Cross("line")), before, after) == ([], Counted())


def test_two_who_change_places_both_cross() -> None:
    one, other = path("T1", walk(RIGHT, LEFT)), path("T2", walk(LEFT, RIGHT))
    hits, counted = play(Rule("rule", Cross("line")), one, other)
    assert counted == Counted(1, 1)
    assert {(hit.track, hit.what) for hit in hits} == {
        ("T1", What.WENT_IN),
        ("T2", What.WENT_OUT),
    }


def mixed_up(looks: int) -> tuple[TrackPath, TrackPath]:
    """Two who stand far apart, one in the box; for so many looks each has the other's id."""
    inside, outside = stand(*IN_BOX, 20), stand(0.05, 0.6, 20)
    ends = min(len(inside), 20 + looks)
    one = [*inside[:20], *outside[20:ends], *inside[ends:]]
    other = [*outside[:20], *inside[20:ends], *outside[ends:]]
    return path("T1", one), path("T2", other)


def test_two_whose_ids_are_mixed_up_for_a_moment_have_not_moved() -> None:
    for when in (Enter("box", appearing=False), Leave("box", vanishing=False), Cross("line")):
        assert whats(when, *mixed_up(2)) == []


def test_two_whose_ids_are_swapped_for_good_cross_nothing() -> None:
    swapped = mixed_up(1000)
    assert whats(Enter("box", appearing=False), *swapped) == [("T2", What.ENTERED)]
    assert whats(Leave("box", vanishing=False), *swapped) == [("T1", What.LEFT)]
    assert whats(Cross("line"), *swapped) == []
    assert whats(Cross("edge"), *swapped) == []


def test_one_direction_alone_can_be_counted() -> None:
    back_and_forth = path("T1", walk(RIGHT, LEFT, RIGHT, LEFT))
    hits, counted = play(Rule("rule", Cross("line", Direction.IN)), back_and_forth)
    assert [hit.count for hit in hits] == [1, 2]
    assert counted == Counted(2, 0)


def test_every_so_many_crossings_can_be_a_hit_and_a_cool_down_loses_no_count() -> None:
    ways = [path(f"T{n}", walk(RIGHT, LEFT), start_s=6 * n) for n in range(6)]
    hits, counted = play(Rule("rule", Cross("line"), least=3), *ways)
    assert [hit.count for hit in hits] == [3, 6]
    hits, counted = play(Rule("rule", Cross("line"), cool_down_s=3600), *ways)
    assert ([hit.count for hit in hits], counted) == ([1], Counted(6, 0))


def test_a_line_of_several_parts_is_crossed_once() -> None:
    bent = Line("bent", ((0.5, 0.3), (0.5, 0.6), (0.45, 0.9)))
    book = Rulebook("yard", lines=(bent,), rules=(Rule("rule", Cross("bent")),))
    for y in (0.4, 0.6, 0.8):
        outcome = simulate(book, [path("T1", walk((0.7, y), (0.3, y)))], SIZE)
        assert outcome.counted["rule"] == Counted(1, 0)


def test_only_who_was_in_the_gate_before() -> None:
    rule = Rule("rule", Enter("box"), been_in=("gate",))
    from_the_gate = path("T1", walk((0.1, 0.6), IN_BOX, looks=20))
    from_elsewhere = path("T2", walk(RIGHT, IN_BOX))
    hits, _ = play(rule, from_the_gate, from_elsewhere)
    assert [hit.track for hit in hits] == ["T1"]


def test_labels_kinds_and_numbers() -> None:
    person = path("T1", [*walk(LEFT, IN_BOX), *stand(*IN_BOX, 20)])
    truck = path("T2", [*walk(RIGHT, IN_BOX), *stand(0.58, 0.7, 10)], start_s=4, label="truck")
    hits, _ = play(Rule("rule", Enter("box"), labels=("vehicle",)), person, truck)
    assert [hit.track for hit in hits] == ["T2"]
    hits, _ = play(Rule("rule", Enter("box"), labels=("car",)), person, truck)
    assert hits == []
    hits, _ = play(Rule("rule", Enter("box"), least=2), person, truck)
    assert [(hit.track, hit.count) for hit in hits] == [("T2", 2)]
    hits, _ = play(Rule("rule", Loiter("box", 5), least=2), person, truck)
    assert [hit.count for hit in hits] == [2]


def test_a_cool_down_keeps_a_rule_quiet() -> None:
    visits = [path(f"T{n}", walk(LEFT, IN_BOX, RIGHT), start_s=8 * n) for n in range(5)]
    assert len(play(Rule("rule", Enter("box")), *visits)[0]) == 5
    hits, _ = play(Rule("rule", Enter("box"), cool_down_s=12), *visits)
    assert [hit.track for hit in hits] == ["T0", "T2", "T4"]


def test_somebody_is_there_whoever_it_is() -> None:
    relay = [
        path("T1", stand(0.45, 0.6, 8)),
        path("T2", stand(0.57, 0.75, 8), start_s=6, label="dog"),
    ]
    hits, _ = play(Rule("rule", Presence("box", 10)), *relay)
    assert [(hit.what, hit.track, seconds(hit)) for hit in hits] == [(What.SOMEBODY, "T2", 10)]
    assert play(Rule("rule", Presence("box", 10), labels=("person",)), *relay)[0] == []
    hits, _ = play(Rule("rule", Presence("box", 1), least=2), *relay)
    assert [(seconds(hit), hit.count) for hit in hits] == [(7, 2)]


def test_nobody_is_there() -> None:
    rule = Rule("rule", Presence("box", 10, somebody=False))
    assert [seconds(hit) for hit in play(rule)[0]] == [10]
    stays = path("T1", stand(*IN_BOX, 20), start_s=4)
    hits, _ = play(rule, stays)
    assert [(hit.what, hit.track, seconds(hit)) for hit in hits] == [(What.NOBODY, None, 33.8)]
    comes_late = path("T1", stand(*LEFT, 30))
    assert [seconds(hit) for hit in play(rule, comes_late)[0]] == [10]


def test_nobody_can_say_that_nobody_is_there_while_the_camera_is_down() -> None:
    rule = Rule("rule", Presence("box", 10, somebody=False))
    down = Gap("yard", NOON + timedelta(seconds=5), NOON + timedelta(seconds=30), "no power")
    assert [seconds(hit) for hit in play(rule, gaps=[down])[0]] == [40]


def test_nobody_leaves_while_the_camera_is_down() -> None:
    stays = path("T1", stand(*IN_BOX, 5))
    down = Gap("yard", NOON + timedelta(seconds=5), NOON + timedelta(seconds=30), "no power")
    assert play(Rule("rule", Leave("box")), stays, gaps=[down])[0] == []


def test_one_thing_after_another() -> None:
    order = Order((Enter("gate"), Enter("box"), Cross("line", Direction.OUT)), within_s=20)
    all_the_way = path("T1", walk((0.1, 0.6), IN_BOX, RIGHT, looks=20))
    hits, _ = play(Rule("rule", order), all_the_way)
    assert [(hit.track, hit.what, hit.place) for hit in hits] == [("T1", What.SEQUENCE, "line")]
    backwards = path("T1", walk(RIGHT, IN_BOX, (0.1, 0.6), looks=20))
    assert play(Rule("rule", order), backwards)[0] == []
    too_slow = path("T1", [*stand(0.1, 0.6, 25), *walk((0.1, 0.6), IN_BOX, RIGHT, looks=20)])
    assert play(Rule("rule", order), too_slow)[0] == []


def test_a_sequence_may_be_done_by_two() -> None:
    one, other = path("T1", stand(0.1, 0.6, 4)), path("T2", walk(RIGHT, IN_BOX), start_s=5)
    steps = (Enter("gate"), Enter("box"))
    assert play(Rule("rule", Order(steps)), one, other)[0] == []
    hits, _ = play(Rule("rule", Order(steps, same=False)), one, other)
    assert [hit.track for hit in hits] == ["T2"]


def test_twice_the_same_takes_two() -> None:
    twice = Order((Enter("box"), Enter("box")), within_s=60)
    assert play(Rule("rule", twice), path("T1", THROUGH))[0] == []
    there_and_back = path("T1", [*THROUGH, *walk(RIGHT, IN_BOX, LEFT)])
    assert len(play(Rule("rule", twice), there_and_back)[0]) == 1


def test_a_rule_that_is_switched_off_says_nothing() -> None:
    assert play(Rule("rule", Enter("box"), enabled=False), path("T1", THROUGH))[0] == []


def test_what_is_lost_from_view_or_not_yet_believed_is_not_seen() -> None:
    book = Rulebook("yard", (BOX,), rules=(Rule("rule", Enter("box")),))
    for state in (TrackState.LOST, TrackState.TENTATIVE, TrackState.ENDED):
        engine = Engine(book)
        for look in range(10):
            at = NOON + timedelta(seconds=look)
            track = Track("T1", "person", (600, 300, 680, 432), 0.9, state, NOON, at)
            assert engine.judge((track,), at, SIZE) == ()


def test_a_clock_that_is_set_back_costs_no_time() -> None:
    book = Rulebook("yard", (BOX,), rules=(Rule("rule", Loiter("box", 10)),))
    engine = Engine(book)
    hits: list[Hit] = []
    for look in range(30):
        at = NOON + timedelta(seconds=look - (3600 if look >= 5 else 0))
        track = Track("T1", "person", (600, 300, 680, 432), 0.9, TrackState.ACTIVE, NOON, at)
        hits += engine.judge((track,), at, SIZE)
    assert [(hit.at - NOON).total_seconds() for hit in hits] == [11 - 3600]


def test_a_label_that_changes_is_followed() -> None:
    book = Rulebook("yard", (BOX,), rules=(Rule("rule", Loiter("box", 5), labels=("cat",)),))
    engine = Engine(book)
    hits: list[Hit] = []
    for look in range(20):
        at = NOON + timedelta(seconds=look)
        label = "dog" if look < 10 else "cat"
        track = Track("T1", label, (600, 300, 680, 432), 0.9, TrackState.ACTIVE, NOON, at)
        hits += engine.judge((track,), at, SIZE)
    assert [(hit.label, seconds(hit)) for hit in hits] == [("cat", 10)]


def test_it_forgets_who_is_gone() -> None:
    book = Rulebook("yard", (BOX,), (LINE,), (Rule("rule", Order((Enter(""), Cross("line")))),))
    engine = Engine(book)
    for number in range(300):
        at = NOON + timedelta(seconds=number)
        track = Track(f"T{number}", "dog", (9, 9, 60, 60), 0.9, TrackState.ACTIVE, at, at)
        engine.judge((track,), at, SIZE)
    assert engine.remembers <= 6
