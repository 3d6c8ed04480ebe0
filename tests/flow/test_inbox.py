"""The inbox holds the newest item of each sender and takes the senders in turn."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from omnisight_desktop.flow.inbox import LatestInbox


def test_a_newer_item_replaces_the_older_one_of_the_same_sender() -> None:
    inbox: LatestInbox[int] = LatestInbox("frames")
    inbox.put("porch", 1)
    inbox.put("porch", 2)
    assert inbox.take(0) == 2
    assert inbox.take(0) is None
    assert (inbox.offered, inbox.delivered, inbox.dropped) == (2, 1, 1)


def test_a_busy_sender_does_not_push_out_a_quiet_one() -> None:
    inbox: LatestInbox[str] = LatestInbox("frames")
    inbox.put("busy", "b1")
    inbox.put("quiet", "q1")
    inbox.put("busy", "b2")
    assert [inbox.take(0), inbox.take(0)] == ["b2", "q1"]


def test_closing_wakes_and_takes_in_nothing_more() -> None:
    inbox: LatestInbox[int] = LatestInbox("frames")
    inbox.put("porch", 1)
    inbox.close()
    inbox.put("porch", 2)
    assert inbox.take() == 1
    assert inbox.take() is None


@given(st.lists(st.one_of(st.none(), st.integers(0, 4)), max_size=200))
def test_counts_add_up_and_nobody_waits_twice(steps: list[int | None]) -> None:
    inbox: LatestInbox[tuple[int, int]] = LatestInbox("frames")
    waiting: dict[int, int] = {}  # what each sender's newest item is, in the order of waiting
    for number, sender in enumerate(steps):
        if sender is None:
            taken = inbox.take(0)
            expected = next(iter(waiting.items()), None)
            assert taken == expected
            if expected:
                del waiting[expected[0]]
        else:
            inbox.put(str(sender), (sender, number))
            waiting[sender] = number
        assert len(inbox) == len(waiting) <= 5
        assert inbox.offered == inbox.delivered + inbox.dropped + len(inbox)
