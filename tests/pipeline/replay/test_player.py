"""Several cameras show one moment together, however one gets there."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from omnisight_desktop.core.clock import ManualClock
from omnisight_desktop.pipeline.film.trail import Trail
from omnisight_desktop.pipeline.replay.moved import Moved
from omnisight_desktop.pipeline.replay.player import Player
from omnisight_desktop.pipeline.replay.values import Followed, Shown, Strip
from tests.fakes.films import film, greys, numbered, path_of
from tests.home import NOON

T0 = NOON.timestamp()
PATIENCE_S = 10.0


class Shelf:
    """The porch from noon on for four seconds and, after two of nothing, for two; the yard for three."""

    def __init__(self, folder: Path) -> None:
        first = film(folder / "a.mp4", greys(range(40)))
        second = film(folder / "b.mp4", greys(range(40, 60)))
        yard = film(folder / "c.mp4", greys(range(30)))
        self.strips_of = {
            "porch": [_strip(first, 0, 4), _strip(second, 6, 8)],
            "yard": [_strip(yard, 0, 3)],
            "torn": [_strip(folder / "gone.mp4", 0, 4)],
        }

    def strips(self, camera: str, since: datetime, until: datetime) -> Sequence[Strip]:
        return [s for s in self.strips_of[camera] if s.until > since and s.since < until]

    def next_start(self, camera: str, after: datetime) -> datetime | None:
        return min((s.since for s in self.strips_of[camera] if s.since > after), default=None)

    def last_end(self, camera: str, before: datetime) -> datetime | None:
        ends = [min(s.until, before) for s in self.strips_of[camera] if s.since < before]
        return max(ends, default=None)

    def moved(self, camera: str, since: datetime, until: datetime) -> Sequence[Moved]:
        return ()

    def followed(self, camera: str, since: datetime, until: datetime) -> Sequence[Followed]:
        if camera != "porch":
            return ()
        path = path_of("T1", camera, NOON, [(1, (0.1, 0.1, 0.2, 0.2)), (2, (0.3, 0.1, 0.4, 0.2))])
        times_s = path.start.timestamp() + path.offsets_ms / 1000
        return [Followed("T1", "person", "Anna", Trail("Anna", 0, times_s, path.boxes))]


def _strip(path: Path, since_s: float, until_s: float) -> Strip:
    start, end = NOON + timedelta(seconds=since_s), NOON + timedelta(seconds=until_s)
    return Strip(path, start, start, end)


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Shelf:
    return Shelf(tmp_path_factory.mktemp("films"))


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock(NOON)


@pytest.fixture
def player(shelf: Shelf, clock: ManualClock) -> Iterator[Player]:
    player = Player(shelf, clock)
    yield player
    player.close()


def shown_at(player: Player, camera: str, fits: Callable[[Shown], bool]) -> Shown:
    """What a camera shows as soon as it is what was wanted."""
    for _ in range(round(PATIENCE_S / 0.01)):
        shown = player.shown(camera)[1]
        if shown is not None and shown.order == player.course.order and fits(shown):
            return shown
        player._seats[camera].worker.pause(0.01)
    raise AssertionError(f"{camera} shows {player.shown(camera)[1]}")


def settled(player: Player, camera: str) -> Shown:
    return shown_at(player, camera, lambda shown: not player.course.step)


def number_of(shown: Shown) -> int:
    assert shown.image is not None
    return numbered(shown.image)


def test_every_camera_shows_the_moment_that_is_wanted(player: Player) -> None:
    player.choose(["porch", "yard"])
    player.seek(T0 + 2.34)
    assert number_of(settled(player, "porch")) == 23
    assert number_of(settled(player, "yard")) == 23


def test_the_newest_wish_wins(player: Player) -> None:
    player.choose(["porch"])
    for tenth in range(40):
        player.seek(T0 + tenth / 10)
    assert number_of(settled(player, "porch")) == 39


def test_steps_add_up_and_the_others_follow(player: Player) -> None:
    player.choose(["porch", "yard"])
    player.seek(T0 + 1.0)
    settled(player, "porch")
    for _ in range(3):
        player.step(1)
    assert number_of(settled(player, "porch")) == 13
    assert number_of(settled(player, "yard")) == 13
    player.step(-2)
    assert number_of(settled(player, "porch")) == 11
    assert player.now_s == pytest.approx(T0 + 1.1)


def test_a_step_goes_over_a_pause_in_what_was_recorded(player: Player) -> None:
    player.choose(["porch"])
    player.seek(T0 + 3.9)
    settled(player, "porch")
    player.step(1)
    assert number_of(settled(player, "porch")) == 40
    player.step(-1)
    assert number_of(settled(player, "porch")) == 39


def test_at_the_very_beginning_a_step_back_stays(player: Player) -> None:
    player.choose(["yard"])
    player.seek(T0)
    settled(player, "yard")
    player.step(-1)
    assert number_of(settled(player, "yard")) == 0


def test_time_goes_on_at_the_speed_that_was_chosen(player: Player, clock: ManualClock) -> None:
    player.choose(["porch"])
    player.seek(T0 + 1.0)
    player.play(2.0)
    settled(player, "porch")
    clock.advance(0.5)
    assert player.now_s == pytest.approx(T0 + 2.0)
    assert number_of(shown_at(player, "porch", lambda s: (s.at_s or 0) > T0 + 1.95)) == 20


def test_time_goes_back_as_well(player: Player, clock: ManualClock) -> None:
    player.choose(["porch"])
    player.seek(T0 + 2.0)
    player.play(-1.0)
    settled(player, "porch")
    clock.advance(1.05)
    assert number_of(shown_at(player, "porch", lambda s: (s.at_s or T0 + 9) < T0 + 1)) == 9


def test_speeds_are_kept_within_what_can_be_followed(player: Player) -> None:
    player.play(0.01)
    assert player.speed == 0.25
    player.play(-100)
    assert player.speed == -16


def test_where_nothing_was_recorded_it_says_when_something_is_again(player: Player) -> None:
    player.choose(["porch"])
    player.seek(T0 + 5.0)
    shown = settled(player, "porch")
    assert shown.image is None
    assert shown.next_s == T0 + 6.0
    player.play(-1.0)
    assert shown_at(player, "porch", lambda s: s.next_s is not None).next_s == T0 + 4.0


def test_whoever_was_there_is_marked_where_they_were(player: Player) -> None:
    player.choose(["porch"])
    player.seek(T0 + 1.5)
    (marked,) = settled(player, "porch").marked
    assert (marked.name, marked.label) == ("Anna", "person")
    assert marked.box == pytest.approx((0.2, 0.1, 0.3, 0.2))
    player.seek(T0 + 3.5)
    assert settled(player, "porch").marked == ()


def test_a_file_that_is_gone_says_so_and_the_others_play_on(player: Player) -> None:
    player.choose(["torn", "yard"])
    player.seek(T0 + 1)
    assert settled(player, "torn").trouble == "it is gone"
    assert number_of(settled(player, "yard")) == 10


def test_pictures_are_made_no_larger_than_they_are_painted(player: Player) -> None:
    player.fit("porch", 160)
    player.choose(["porch"])
    player.seek(T0 + 1)
    image = settled(player, "porch").image
    assert image is not None
    assert image.shape == (90, 160, 3)
    player.fit("porch", 0)
    player.again()
    whole = settled(player, "porch").image
    assert whole is not None
    assert whole.shape == (180, 320, 3)


def test_quick_speeds_show_key_pictures(player: Player, clock: ManualClock) -> None:
    player.choose(["porch"])
    player.seek(T0)
    player.play(16)
    settled(player, "porch")
    clock.advance(0.11)
    assert number_of(shown_at(player, "porch", lambda s: (s.at_s or 0) >= T0 + 1)) == 10


def test_a_camera_that_is_shown_no_longer_lets_go(player: Player) -> None:
    player.choose(["porch", "yard"])
    worker = player._seats["porch"].worker
    player.choose(["yard"])
    assert worker.join(PATIENCE_S)
    assert player.shown("porch") == (0, None)
