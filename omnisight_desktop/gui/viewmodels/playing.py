"""What is played back: the moment, the cameras, how fast, and the marks of a stretch to export."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from PySide6.QtCore import QObject, Signal

from omnisight_desktop.core.clock import from_ms, to_ms
from omnisight_desktop.core.frame import Image
from omnisight_desktop.gui.desk import Desk
from omnisight_desktop.gui.tongue import tr
from omnisight_desktop.gui.words import clock_time, named
from omnisight_desktop.pipeline.replay.moved import Body
from omnisight_desktop.pipeline.replay.values import Marked, Shown

#: How fast one may play, either way.
SPEEDS = (0.25, 0.5, 1.0, 2.0, 4.0, 8.0, 16.0)
_MOST_CAMERAS = 9
_JUMP_S = 0.001  # to the first picture behind a pause, not to the last moment of the pause
_MOVED_S = 0.0005
_NEAR_S = 5.0


@dataclass(frozen=True, slots=True, eq=False)
class ScreenPicture:
    """What one camera shows, to be painted; without an image the sentence says why."""

    serial: int
    image: Image | None
    marked: tuple[Marked, ...]
    sentence: str
    bodies: tuple[Body, ...] = ()


@dataclass(frozen=True, slots=True)
class Marks:
    """The stretch that is marked; either end may be open."""

    begin_s: float | None = None
    end_s: float | None = None

    @property
    def stretch(self) -> tuple[datetime, datetime] | None:
        """From when to when, where both are set."""
        if self.begin_s is None or self.end_s is None or self.end_s <= self.begin_s:
            return None
        return from_ms(round(self.begin_s * 1000)), from_ms(round(self.end_s * 1000))


class PlayingViewModel(QObject):
    """Pulled by the panel, a few dozen times a second; what decodes never waits for it."""

    changed = Signal()  # cameras, speed or marks
    moved = Signal(float)  # the moment, in seconds since 1970

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._player = desk.house.recordings.player()
        self._names: dict[str, str] = {}
        self._at_s = 0.0
        self._stays = False
        self._usual = 1.0  # how fast it plays on after a pause
        self.marks = Marks()
        self.heard = str(desk.memory.value("review/sound", "false")) == "true"
        self._player.listen(self.heard)

    @property
    def cameras(self) -> tuple[str, ...]:
        """Those that are shown, the leading one first."""
        return self._player.cameras

    @property
    def speed(self) -> float:
        """How fast time goes on; 0 stands still."""
        return self._player.speed

    @property
    def at_s(self) -> float:
        """The moment that is shown."""
        return self._player.now_s

    @property
    def anything(self) -> bool:
        """Whether there is a moment to show."""
        return bool(self._player.cameras) and self._player.course.order > 0

    def call_them(self, names: dict[str, str]) -> None:
        """What cameras are called."""
        self._names = names

    def name_of(self, camera: str) -> str:
        """What a camera is called."""
        return self._names.get(camera, camera)

    def show(self, cameras: Sequence[str], at_s: float, *, play: bool, stay: bool = False) -> None:
        """These cameras at a moment; to ``stay`` is not to go on to what was recorded much later."""
        self._player.choose(list(cameras)[:_MOST_CAMERAS])
        self._player.seek(at_s)
        self._player.play(1.0 if play else 0.0)
        self._usual = 1.0
        self._stays = stay
        self.changed.emit()

    def show_also(self, camera: str) -> None:
        """One camera more, or no longer; one stays."""
        now = list(self._player.cameras)
        if camera in now and len(now) > 1:
            now.remove(camera)
        elif camera not in now:
            if len(now) == _MOST_CAMERAS:
                self._desk.say(tr("At most {count} cameras play together.", count=_MOST_CAMERAS))
                return
            now.append(camera)
        self._player.choose(now)
        self._player.again()
        self.changed.emit()

    def show_only(self, camera: str) -> None:
        """One camera and no other."""
        self._player.choose([camera])
        self._player.again()
        self.changed.emit()

    def seek(self, at_s: float) -> None:
        """Go to a moment."""
        self._player.seek(at_s)
        self.tick()

    def play_or_pause(self) -> None:
        """The one or the other."""
        self.play(0.0 if self.speed else self._usual)

    def play(self, speed: float) -> None:
        """Play so fast from here on."""
        if self.anything:
            self._stays = False
            if speed:  # after playing back it goes on as people walk
                self._usual = speed if speed > 0 else 1.0
            self._player.play(speed)
            self.changed.emit()

    def faster(self, way: int) -> None:
        """Onwards (1) or back (-1); each time twice as fast."""
        now = self.speed
        same = now * way > 0
        self.play(way * (min(SPEEDS[-1], abs(now) * 2) if same else 1.0))

    def step(self, pictures: int) -> None:
        """So many pictures further, or back."""
        self._player.step(pictures)
        self.changed.emit()

    def skip(self, seconds: float) -> None:
        """So many seconds further, or back."""
        self.seek(self.at_s + seconds)

    def mark(self, *, begin: bool) -> None:
        """The stretch begins, or ends, here."""
        at_s = self.at_s
        if begin:
            end_s = self.marks.end_s
            self.marks = Marks(at_s, end_s if end_s is not None and end_s > at_s else None)
        else:
            begin_s = self.marks.begin_s
            self.marks = Marks(begin_s if begin_s is not None and begin_s < at_s else None, at_s)
        self.changed.emit()

    def mark_stretch(self, begin_s: float | None, end_s: float | None) -> None:
        """Mark from when to when; None takes the marks away."""
        self.marks = Marks(begin_s, end_s)
        self.changed.emit()

    def hear(self, on: bool, trouble: str = "") -> None:
        """Whether sound is played; ``trouble`` says why it cannot be."""
        self.heard = on and not trouble
        self._desk.memory.setValue("review/sound", "true" if self.heard else "false")
        self._player.listen(self.heard)
        if trouble:
            self._desk.say(trouble)
        self.changed.emit()

    def sound(self, most: int) -> bytes:
        """What is to be heard next, so many bytes at the most."""
        return self._player.sound(most)

    def fit(self, camera: str, width: int) -> None:
        """How wide a camera is painted, in pixels of the screen."""
        self._player.fit(camera, width)

    def again(self) -> None:
        """Show the moment once more, at the size that is wanted now."""
        self._player.again()

    def tick(self) -> None:
        """Look where one is; pauses in what was recorded are passed over while it plays."""
        if self._player.speed:
            self._pass_over_nothing()
        at_s = self._player.now_s
        if abs(at_s - self._at_s) > _MOVED_S:
            self._at_s = at_s
            self.moved.emit(at_s)

    def picture(self, camera: str, after: int) -> ScreenPicture | None:
        """What a camera shows, if it is newer than what is painted."""
        serial, shown = self._player.shown(camera)
        if shown is None or serial == after:
            return None
        if shown.image is None and shown.order != self._player.course.order:
            return None  # nobody wants to know any more what is missing there
        marked = tuple(_said(one) for one in shown.marked)
        return ScreenPicture(serial, shown.image, marked, self._sentence(shown), shown.bodies)

    def stop(self) -> None:
        """Nobody looks on."""
        if self._player.speed:
            self.play(0.0)

    def close(self) -> None:
        """Let go of all files."""
        self._player.close()

    def _sentence(self, shown: Shown) -> str:
        if shown.image is not None:
            return ""
        if shown.trouble:
            return tr("This recording cannot be shown: {reason}.", reason=shown.trouble)
        moment = clock_time(from_ms(round(shown.wanted_s * 1000)), self._desk.house.clock.now())
        return tr("Nothing was recorded at {time}.", time=moment)

    def _pass_over_nothing(self) -> None:
        course = self._player.course
        now = to_ms(self._desk.house.clock.now()) / 1000
        shown = [self._player.shown(camera)[1] for camera in self._player.cameras]
        if any(s is None or s.order != course.order or s.image is not None for s in shown):
            if course.speed > 0 and self._player.now_s > now:
                self._end()
            self._stays = self._stays and all(s is None or s.image is None for s in shown)
            return
        nexts = [s.next_s for s in shown if s is not None and s.next_s is not None]
        ended = [s.until_s for s in shown if s is not None and s.trouble]
        if any(self._player.now_s < until_s for until_s in ended):
            return
        far = not nexts or abs(min(nexts) - self._player.now_s) > _NEAR_S
        if self._stays and far:
            self.play(0.0)
        elif not nexts:
            self._end()
        elif course.speed > 0:
            self._player.seek(min(nexts) + _JUMP_S)
        else:
            self._player.seek(max(nexts) - _JUMP_S)

    def _end(self) -> None:
        back = self._player.speed < 0
        self.play(0.0)
        self._desk.say(
            tr("Nothing was recorded before that.")
            if back
            else tr("Nothing more was recorded after that.")
        )


def _said(one: Marked) -> Marked:
    """Whoever has no name is called what they are, in the language of the window."""
    return one if one.name else replace(one, name=named(one.label))
