"""The computer is kept awake while that is wanted, and no longer than we live."""

from __future__ import annotations

from collections.abc import Sequence

from omnisight_desktop.services.awake import Awake, Hold, command


class Held:
    """A program that keeps the computer awake."""

    def __init__(self) -> None:
        self.ended = False

    def terminate(self) -> None:
        self.ended = True

    def wait(self, timeout: float | None = None) -> int:
        return 0


def test_it_is_held_while_wanted_and_let_go_after() -> None:
    started: list[Held] = []
    wanted = True

    def start(_: Sequence[str]) -> Hold:
        started.append(Held())
        return started[-1]

    awake = Awake(lambda: wanted, "linux", start)
    awake.look()
    awake.look()
    assert [held.ended for held in started] == [False]
    wanted = False
    awake.look()
    assert started[0].ended
    wanted = True
    awake.look()
    awake.let_go()
    assert [held.ended for held in started] == [True, True]


def test_where_nothing_can_hold_it_the_watching_goes_on() -> None:
    awake = Awake(lambda: True, "linux", lambda _: None)
    awake.look()
    awake.look()
    awake.let_go()


def test_the_program_that_holds_it_ends_when_ours_is_killed() -> None:
    assert "--pid=7" in command("linux", 7)
    assert command("darwin", 7) == ["caffeinate", "-i", "-w", "7"]
    assert command("win32", 7) == []  # asked of the system itself
