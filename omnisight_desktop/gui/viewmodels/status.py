"""The status line: how things are in a word, and what is off and why."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from PySide6.QtCore import QObject, QTimer, Signal

from omnisight_desktop.core.camera import CameraState, CameraStatus
from omnisight_desktop.gui.action import Action
from omnisight_desktop.gui.ops import Ops
from omnisight_desktop.gui.tongue import tr
from omnisight_desktop.gui.viewmodels.pulling import FACES, SPEECH
from omnisight_desktop.gui.viewmodels.saying import speech_lost
from omnisight_desktop.gui.words import clock_time, number
from omnisight_desktop.perception.manifest import load_manifest
from omnisight_desktop.perception.weights import Weights, search_order
from omnisight_desktop.services.house import House
from omnisight_desktop.services.live import Live

_INTERVAL_MS = 1000
_DISK_EVERY = 60  # looks
_LONG_DAYS = 365


class Tone(StrEnum):
    """How good the news is."""

    GOOD = "good"
    WARNING = "warning"
    FAILED = "failed"
    PLAIN = "muted"


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the line, what it says when it is clicked, and the panel where more is known."""

    words: str
    more: str
    panel: str = ""
    wanted: str = ""  # what is shown there
    tone: Tone = Tone.PLAIN


class StatusViewModel(QObject):
    """Looks at the house once a second, without ever waiting for a disk."""

    changed = Signal()
    camera_lost = Signal(str, str)  # its name, and why
    paused = Signal(bool)
    armed = Signal(bool)

    def __init__(self, house: House, live: Live, ops: Ops | None = None) -> None:
        super().__init__()
        self._house = house
        self._live = live
        self._ops = ops
        self._looks = 0
        self._asking = False
        self._lasts: timedelta | None = None
        self._lacking: frozenset[str] = frozenset()  # models of what is switched on
        self._down: set[str] | None = None
        self._was_paused = False
        self._was_armed = True
        self.lead = Part("", "")
        self.parts: tuple[Part, ...] = ()
        self._timer = QTimer(self)
        self._timer.setInterval(_INTERVAL_MS)
        self._timer.timeout.connect(self.refresh)
        self._timer.start()
        self.refresh()

    @property
    def is_paused(self) -> bool:
        """Whether nothing is watched just now, by somebody's wish."""
        return self._was_paused

    @property
    def is_silent(self) -> bool:
        """Whether nobody is told anything outside of the window."""
        return not self._was_armed

    def is_possible(self, action: Action) -> bool:
        """Whether it makes sense now: who watches can pause, who paused can watch again."""
        if action.name.startswith("arming."):
            return (action.name == "arming.disarm") is self._was_armed
        return (action.name == "pause.end") is self._was_paused

    def refresh(self) -> None:
        """Look again."""
        statuses = self._live.statuses()
        self._ask_disk()
        lead, parts = self._lead(statuses), self._read(statuses)
        if (lead, parts) != (self.lead, self.parts):
            self.lead, self.parts = lead, parts
            self.changed.emit()
        self._tell_losses(statuses)
        is_paused = self._live.paused is not None
        if is_paused != self._was_paused:
            self._was_paused = is_paused
            self.paused.emit(is_paused)
        is_armed = self._house.arming.armed
        if is_armed != self._was_armed:
            self._was_armed = is_armed
            self.armed.emit(is_armed)

    def close(self) -> None:
        """Look no more."""
        self._timer.stop()

    def _lead(self, statuses: list[CameraStatus]) -> Part:
        rest = self._live.paused
        if rest is not None:
            when = clock_time(rest.until, self._house.clock.now())
            more = tr("Nothing is seen, heard or recorded until then.")
            return Part(tr("Paused until {when}", when=when), more, "live", tone=Tone.WARNING)
        if not statuses:
            return Part(tr("no camera"), tr("Add one to begin."), "cameras", tone=Tone.WARNING)
        well = Part(tr("all well"), tr("Every camera is seen."), "health", tone=Tone.GOOD)
        return self._trouble(statuses) or well

    def _trouble(self, statuses: list[CameraStatus]) -> Part | None:
        """What is worst of all that is wrong."""
        down = [s for s in statuses if s.state is CameraState.OFFLINE]
        if down:
            names = self._names()
            words = ", ".join(names.get(s.camera, s.camera) for s in down)
            more = f"{down[0].reason} {down[0].fix}".strip()
            return Part(tr("{cameras} offline", cameras=words), more, "live", tone=Tone.FAILED)
        trouble = self._live.detector_trouble() or self._live.recording_trouble()
        if trouble is not None:
            found = self._live.detector_trouble() is not None
            words = tr("nobody is found just now") if found else tr("nothing is recorded")
            return Part(words, str(trouble), "health", tone=Tone.FAILED)
        if self._live.disk_free_gb() is None:
            return Part(
                tr("the place for footage is gone"), self._gone(), "health", tone=Tone.FAILED
            )
        stuck = self._live.stuck()
        if stuck:
            return Part(tr("something is stuck"), ", ".join(stuck), "health", tone=Tone.FAILED)
        return None

    def _read(self, statuses: list[CameraStatus]) -> tuple[Part, ...]:
        parts = (self._cameras(statuses), self._disk(), self._detector(), self._faces())
        all_parts = (self._arming(), *parts, self._speech())
        return tuple(part for part in all_parts if part is not None)

    def _arming(self) -> Part | None:
        silence = self._house.arming.silence
        if silence is None:
            return None
        when = clock_time(silence.since, self._house.clock.now())
        more = tr("Nobody is told anything until it is armed again; recording goes on.")
        if silence.rule:
            more += " " + tr("The rule {name} did it.", name=silence.rule)
        return Part(tr("disarmed since {when}", when=when), more, "rules", tone=Tone.WARNING)

    def _cameras(self, statuses: list[CameraStatus]) -> Part | None:
        if not statuses or self._live.paused is not None:
            return None
        up = [s.camera for s in statuses if s.state is CameraState.LIVE]
        rates = {r.name: r.value for r in self._live.readings()}
        fps = [rates.get(f"{camera}.fps", 0.0) for camera in up]
        words = tr("{up} of {all} up", up=len(up), all=len(statuses))
        if any(fps):
            words += " · " + tr("{fps} fps", fps=round(sum(fps) / len(fps)))
        names = self._names()
        each = [f"{names.get(c, c)}: {rate:.0f} fps" for c, rate in zip(up, fps, strict=True)]
        return Part(words, "\n".join(each), "live")

    def _disk(self) -> Part:
        place, free = str(self._house.paths.media), self._live.disk_free_gb()
        if free is None:
            return Part(tr("no disk"), self._gone(), "health", tone=Tone.FAILED)
        room = tr("{gb} GB free in {place}", gb=f"{free:.0f}", place=place)
        if self._lasts is None or self._lasts.days >= _LONG_DAYS:
            return Part(tr("{gb} GB free", gb=f"{free:.0f}"), room, "health")
        days = self._lasts / timedelta(days=1)
        said = number(days, 0 if days >= 10 else 1)
        more = tr("Then the oldest footage goes to make room. {room}", room=room)
        tone = Tone.WARNING if days < 1 else Tone.PLAIN
        return Part(tr("{days} days of disk", days=said), more, "health", tone=tone)

    def _detector(self) -> Part | None:
        trouble, how = self._live.detector_trouble(), self._live.detector()
        if trouble is not None:
            return Part(tr("no detector"), str(trouble), "health", tone=Tone.FAILED)
        if how is None:
            return None
        if how.name == "hog":
            return Part(tr("people found without weights"), how.reason, "health", tone=Tone.WARNING)
        more = how.reason or tr("The detector runs on this computer.")
        return Part(tr("detector {name}", name=how.name), more, "health")

    def _faces(self) -> Part:
        if not self._house.people.recognition.on:
            more = tr("Nobody is recognised by their face. Switch it on under People.")
            return Part(tr("faces off"), more, "people")
        if self._lacking & set(FACES):
            return self._without_model(tr("faces off (model missing)"))
        return Part(tr("faces on"), tr("Faces are compared with people you named."), "people")

    def _speech(self) -> Part:
        if not self._house.settings.hearing.enabled:
            more = tr("Nothing that is said is written down. Switch it on in the settings.")
            return Part(tr("speech off"), more, "preferences", "hearing.enabled")
        if self._lacking & set(SPEECH[:1]):  # without the names it is written down all the same
            return self._without_model(tr("speech off (model missing)"))
        lost = sum(r.value for r in self._live.readings() if r.name == "speech.dropped")
        if lost:
            words = tr("speech: {count} lost", count=number(lost, 0))
            return Part(words, speech_lost(lost), "health", tone=Tone.WARNING)
        return Part(tr("speech on"), tr("What is said is written down."), "preferences", "hearing")

    @staticmethod
    def _without_model(words: str) -> Part:
        more = tr("It is switched on, but its model is not on this computer. Get it there.")
        return Part(words, more, "preferences", "models", Tone.WARNING)

    def _gone(self) -> str:
        place = str(self._house.paths.media)
        return tr("{place} is not there. Is a disk unplugged?", place=place)

    def _names(self) -> dict[str, str]:
        return {camera.id: camera.name for camera in self._live.cameras()}

    def _ask_disk(self) -> None:
        self._looks += 1
        if self._ops is None or self._asking or self._looks % _DISK_EVERY != 1:
            return
        self._asking = True
        self._ops.run(self._house.retention.disk_lasts, self._answered, lambda _: self._told())
        if self._house.people.recognition.on or self._house.settings.hearing.enabled:
            house = self._house
            self._ops.run(lambda: _lacking(house), self._take_lacking, lambda _: None)

    def _answered(self, lasts: timedelta | None) -> None:
        self._lasts = lasts
        self._told()

    def _take_lacking(self, names: frozenset[str]) -> None:
        self._lacking = names

    def _told(self) -> None:
        self._asking = False

    def _tell_losses(self, statuses: list[CameraStatus]) -> None:
        """Say once that a camera went away; not those that were away when the window came up."""
        down = {s.camera: s for s in statuses if s.state is CameraState.OFFLINE}
        before, self._down = self._down, set(down)
        if before is None:
            return
        names = self._names()
        for camera in sorted(set(down) - before):
            self.camera_lost.emit(names.get(camera, camera), down[camera].reason)


def _lacking(house: House) -> frozenset[str]:
    """The models of faces and speech that are not here."""
    weights = Weights(search_order(house.settings.models.dir, house.paths.models), load_manifest())
    return frozenset(name for name in (*FACES, *SPEECH) if weights.look(name) is None)
