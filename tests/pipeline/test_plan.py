"""From when to when a clip goes."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from omnisight_desktop.core.event import Event
from omnisight_desktop.pipeline.plan import ClipLengths, ClipPlan

START = datetime(2026, 5, 3, 12, tzinfo=UTC)
USUAL = ClipLengths()


def at(seconds: float) -> datetime:
    return START + timedelta(seconds=seconds)


def event(start: float, end: float | None = None, name: str = "E1") -> Event:
    return Event(name, "porch", "appeared", at(start), None if end is None else at(end))


def planned(start: float, end: float | None, lengths: ClipLengths = USUAL) -> ClipPlan:
    return ClipPlan(event(start, end), lengths, at(start))


def test_a_short_event_gives_nine_or_ten_seconds() -> None:
    assert planned(20, 21).begin == at(15)
    assert planned(20, 21).until(None) == at(24)  # three seconds more
    assert planned(20, 23).until(None) == at(25)  # as far as there are ten in all
    assert planned(20, 27).until(None) == at(28)  # a second more in any case


def test_an_event_that_lasts_is_followed_to_the_limit() -> None:
    plan = planned(20, None)
    assert plan.until(None) == at(75)
    plan.join(event(20, 50))
    assert plan.until(None) == at(51)
    assert planned(20, None, ClipLengths(longest_s=120)).until(None) == at(135)


def test_a_camera_that_had_just_begun_gives_the_shortest_clip_still() -> None:
    assert planned(20, 20).until(at(19.5)) == at(24.5)
    assert planned(20, 20, ClipLengths(pre_roll_s=0, min_s=8)).until(None) == at(28)


def test_all_events_are_shown_to_their_ends() -> None:
    plan = planned(20, None)
    plan.join(event(24, None, "E2"))
    plan.join(event(20, 26))
    assert plan.until(None) == at(75)
    plan.join(event(24, 30, "E2"))
    assert plan.until(None) == at(31)
    assert set(plan.events) == {"E1", "E2"}


def test_who_comes_too_late_does_not_fit() -> None:
    plan = planned(20, None)
    assert plan.fits(event(60, None, "E2"))
    assert not plan.fits(event(73, None, "E2"))
    assert not plan.fits(event(30, 90, "E2"))


lengths = st.builds(
    ClipLengths,
    pre_roll_s=st.floats(0, 60),
    min_s=st.floats(1, 10),
    max_s=st.floats(10, 600),
    longest_s=st.floats(5, 600),
)


@given(lengths, st.lists(st.tuples(st.floats(0, 40), st.floats(0, 40)), min_size=1, max_size=6))
def test_a_clip_covers_what_fits_and_is_bounded(
    wanted: ClipLengths, told: list[tuple[float, float]]
) -> None:
    told.sort()
    plan = ClipPlan(event(told[0][0], None, "E0"), wanted, at(told[0][0]))
    limit = plan.until(None)
    for number, (start, lasts) in enumerate(told):
        plan.join(event(start, start + lasts, f"E{number}"))
    until = plan.until(None)
    last = max(start + lasts for start, lasts in told)
    assert plan.begin == at(told[0][0]) - timedelta(seconds=wanted.pre_roll_s)
    assert until >= min(at(last) + timedelta(seconds=1), limit)
    assert until <= limit
    longest_s = max(wanted.longest_s, wanted.max_s, wanted.pre_roll_s + wanted.min_s)
    assert (limit - plan.begin).total_seconds() <= longest_s + 1e-3
