"""A gesture as a trigger: only this one, only of this person, only there, only then."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta

import pytest

from omnisight_desktop.core.errors import UsageError
from omnisight_desktop.core.event import Event
from omnisight_desktop.core.gesture import Made
from omnisight_desktop.core.identity import Identity
from omnisight_desktop.core.track import Track, TrackState
from omnisight_desktop.rules.drawn import Zone
from omnisight_desktop.rules.rule import Rule, Rulebook
from omnisight_desktop.rules.ruled import Ruled
from omnisight_desktop.rules.schedule import Hours, Schedule
from omnisight_desktop.rules.trigger import Enter, Gestured, Sequence, Trigger
from omnisight_desktop.rules.written import rulebook_from_dict, rulebook_to_dict

NOON = datetime(2026, 5, 3, 12, tzinfo=UTC)
SIZE = (1000.0, 500.0)
ANNA = Identity("Person_A47B8C12", "Anna")
LAWN = Zone("Lawn", ((0.5, 0.0), (1.0, 0.0), (1.0, 1.0), (0.5, 1.0)))


def book(when: Trigger, schedule: Schedule | None = None, cool_down_s: float = 0.0) -> Rulebook:
    rule = Rule("R", when, "Disarm", schedule=schedule or Schedule(), cool_down_s=cool_down_s)
    return Rulebook("hall", (LAWN,), (), (rule,))


def fired(
    rules: Rulebook,
    *labels: str,
    identity: Identity | None = None,
    x: float = 800.0,
    begun: datetime = NOON,
) -> list[Event]:
    """What somebody sets off who comes, stands there, and then makes gestures, a second apart."""
    ruled = Ruled(iter([rules]), UTC)
    events: list[Event] = []
    for look in range(15 + 5 * len(labels)):
        at = begun + timedelta(seconds=look * 0.2)
        box = (x - 20, 200.0, x + 20, 400.0)
        track = Track("T1", "person", box, 0.9, TrackState.ACTIVE, begun, at, identity)
        events += ruled.judge((track,), at, SIZE, {"T1": "visit"}.get)
        number, rest = divmod(look - 15, 5)
        if number >= 0 and rest == 0:
            made = Made("T1", labels[number], at - timedelta(seconds=1), at, 0.9, identity)
            events += ruled.made((made,), at + timedelta(milliseconds=50), {"T1": "visit"}.get)
    return events


def test_a_gesture_sets_off_its_rule_and_no_other() -> None:
    [event] = fired(book(Gestured("Wave")), "nod", "wave", "bow")
    assert (event.type, event.text) == ("rule", "Disarm: wave in the picture")
    assert (event.track, event.story) == ("T1", "visit")
    assert event.end is not None
    assert event.start < event.end


@pytest.mark.parametrize("asked", ["Anna", "anna", "Person_A47B8C12"])
def test_only_the_person_who_is_meant_sets_it_off(asked: str) -> None:
    rules = book(Gestured("wave", person=asked))
    assert len(fired(rules, "wave", identity=ANNA)) == 1
    assert fired(rules, "wave") == []
    assert fired(rules, "wave", identity=Identity("Person_00000001", "Ben")) == []


def test_only_in_its_zone() -> None:
    rules = book(Gestured("wave", zone="Lawn"))
    [event] = fired(rules, "wave", x=800)
    assert event.zone == "Lawn"
    assert event.text == "Disarm: wave in Lawn"
    assert fired(rules, "wave", x=100) == []


def test_only_in_its_hours() -> None:
    night = Schedule((Hours(time(22), time(6)),))
    assert fired(book(Gestured("wave"), night), "wave") == []
    midnight = NOON + timedelta(hours=12)
    assert len(fired(book(Gestured("wave"), night), "wave", begun=midnight)) == 1


def test_a_rule_rests_as_long_as_it_is_told_to() -> None:
    assert len(fired(book(Gestured("wave")), "wave", "wave")) == 2
    assert len(fired(book(Gestured("wave"), cool_down_s=30), "wave", "wave")) == 1


def test_a_gesture_may_be_a_step_of_a_sequence() -> None:
    rules = book(Sequence((Enter("Lawn"), Gestured("wave"), Gestured("bow")), within_s=60))
    assert len(fired(rules, "wave", "bow")) == 1
    assert fired(rules, "bow", "wave") == []


def test_a_gesture_of_somebody_whom_the_rules_do_not_follow_is_passed_over() -> None:
    ruled = Ruled(iter([book(Gestured("wave"))]), UTC)
    assert ruled.judge((), NOON, SIZE) == ()
    made = Made("T9", "wave", NOON, NOON, 0.9)
    assert ruled.made((made,), NOON + timedelta(seconds=1)) == ()


def test_written_down_and_read_again_it_is_the_same() -> None:
    rules = book(Gestured("wave", person="Anna", zone="Lawn"))
    assert rulebook_from_dict(rulebook_to_dict(rules)) == rules
    with pytest.raises(UsageError, match="'label' of 'when' of"):
        rulebook_from_dict({"camera": "hall", "rules": [{"id": "R", "when": {"type": "gesture"}}]})
    with pytest.raises(UsageError, match="zone 'Roof'"):
        Rulebook("hall", rules=(Rule("R", Gestured("wave", zone="Roof")),))
