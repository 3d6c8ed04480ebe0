"""Several cameras played back together: one course of time, a worker for each camera, newest wins."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import replace

from omnisight_desktop.core.clock import Clock
from omnisight_desktop.flow.channel import LatestSlot
from omnisight_desktop.flow.worker import Worker
from omnisight_desktop.pipeline.replay.projector import Projector
from omnisight_desktop.pipeline.replay.values import Course, Library, Shown

_REST_S = 0.5  # standing still, a worker only says now and then that it lives
_TICK_S = 1 / 40  # pictures are not shown more often than that
_SLOWEST, _FASTEST = 1 / 4, 16.0


class _Seat:
    """One camera in the player: its orders, its worker, and what it shows."""

    def __init__(self, camera: str, player: Player, library: Library, clock: Clock) -> None:
        self.camera = camera
        self.orders: LatestSlot[Course] = LatestSlot(f"replay orders {camera}")
        self.shown: LatestSlot[Shown] = LatestSlot(f"replay {camera}")
        self._player = player
        self._library = library
        self._clock = clock
        self.worker = Worker(f"replay {camera}", self._run, on_stop=self._wake)

    def _wake(self) -> None:
        self.orders.put(self._player.course)

    def _run(self, worker: Worker) -> None:
        projector = Projector(self.camera, self._library)
        try:
            course = self._player.course
            while not worker.stopping:
                worker.beat()
                rest_s = self._show(projector, course)
                course = self.orders.take(rest_s) or course
        finally:
            projector.close()

    def _show(self, projector: Projector, course: Course) -> float:
        """Show what is wanted now; for how long that stays true."""
        mono = self._clock.mono()
        known = self.shown.peek()[1]
        if known is not None and _holds(known, course, mono):
            return self._rest_s(known, course, mono)
        shown = projector.show(course, mono, self._player.width_of(self.camera))
        self.shown.put(shown)
        if course.step:
            self._player.stepped(course, shown)
        return self._rest_s(shown, course, self._clock.mono())

    def _rest_s(self, shown: Shown, course: Course, mono: float) -> float:
        if not course.speed:
            return _REST_S
        now_s = course.now_s(mono)
        edge_s = shown.until_s if course.speed > 0 else (shown.at_s or now_s - _REST_S)
        ahead_s = (edge_s - now_s) / course.speed
        return min(_REST_S, max(_TICK_S, ahead_s))


def _holds(shown: Shown, course: Course, mono: float) -> bool:
    """Whether what is shown is still what is wanted."""
    if shown.order != course.order:
        return False
    if course.step or not course.speed:
        return True
    now_s = course.now_s(mono)
    begin_s = shown.wanted_s if shown.at_s is None else shown.at_s
    if shown.at_s is None and course.speed < 0:
        return shown.next_s is not None and now_s > shown.next_s
    return begin_s <= now_s < shown.until_s


class Player:
    """Pulled by whoever looks: it says what is wanted, and asks what is shown."""

    def __init__(self, library: Library, clock: Clock) -> None:
        self._library = library
        self._clock = clock
        self._changing = threading.Lock()
        self._seats: dict[str, _Seat] = {}
        self._widths: dict[str, int] = {}
        self._leaving: list[Worker] = []
        self.course = Course(0, 0.0, clock.mono())

    @property
    def cameras(self) -> tuple[str, ...]:
        """Those that are played, the leading one first."""
        return tuple(self._seats)

    @property
    def speed(self) -> float:
        """How fast time goes on; 0 stands still, less than 0 goes back."""
        return self.course.speed

    @property
    def now_s(self) -> float:
        """The moment that is wanted now, in seconds since 1970."""
        return self.course.now_s(self._clock.mono())

    def choose(self, cameras: Sequence[str]) -> None:
        """Play these and no others; pictures are stepped by the first one."""
        wanted = list(dict.fromkeys(cameras))
        gone = [seat for camera, seat in self._seats.items() if camera not in wanted]
        fresh = [camera for camera in wanted if camera not in self._seats]
        kept = {**self._seats, **{c: _Seat(c, self, self._library, self._clock) for c in fresh}}
        self._seats = {camera: kept[camera] for camera in wanted}
        for seat in gone:
            seat.worker.stop()
        for camera in fresh:
            self._seats[camera].worker.start()
        # One that still decodes is not waited for: whoever looks on must not stand still.
        self._leaving = [worker for worker in self._leaving if worker.alive]
        self._leaving += [seat.worker for seat in gone]

    def fit(self, camera: str, width: int) -> None:
        """How wide its pictures are painted, in pixels."""
        self._widths[camera] = width

    def width_of(self, camera: str) -> int:
        """As wide as they are painted; 0 is as wide as they are."""
        return self._widths.get(camera, 0)

    def seek(self, at_s: float) -> None:
        """Go to a moment; playing goes on from there."""
        self._sail(at_s, self.course.speed)

    def play(self, speed: float) -> None:
        """Go on from where one is at a speed; 0 stands still."""
        size = abs(speed)
        bounded = min(_FASTEST, max(_SLOWEST, size)) if size else 0.0
        self._sail(self.now_s, bounded if speed >= 0 else -bounded)

    def step(self, pictures: int) -> None:
        """So many pictures of the leading camera further, or back; steps add up."""
        lead = next(iter(self._seats.values()), None)
        if lead is None:
            return
        with self._changing:
            now = self.course
            mono = self._clock.mono()
            at_s = now.now_s(mono)
            if not now.step:
                shown = lead.shown.peek()[1]
                if shown is not None and shown.at_s is not None and shown.order == now.order:
                    at_s = shown.at_s
            self.course = Course(now.order + 1, at_s, mono, 0.0, now.step + pictures)
            lead.orders.put(self.course)

    def stepped(self, course: Course, shown: Shown) -> None:
        """The leading camera's worker found the picture; the others follow."""
        with self._changing:
            if self.course.order != course.order:
                return
            at_s = shown.wanted_s if shown.at_s is None else shown.at_s
            self.course = replace(course, at_s=at_s, step=0)
            for seat in list(self._seats.values())[1:]:
                seat.orders.put(self.course)

    def shown(self, camera: str) -> tuple[int, Shown | None]:
        """What a camera shows, with a number that grows with each picture."""
        seat = self._seats.get(camera)
        return (0, None) if seat is None else seat.shown.peek()

    def again(self) -> None:
        """Show the moment once more: at another size, or with what is known since."""
        self._sail(self.now_s, self.course.speed)

    def close(self) -> None:
        """Let go of all files."""
        self.choose(())
        for worker in self._leaving:
            worker.join()

    def _sail(self, at_s: float, speed: float) -> None:
        with self._changing:
            mono = self._clock.mono()
            self.course = Course(self.course.order + 1, at_s, mono, speed)
            for seat in self._seats.values():
                seat.orders.put(self.course)
