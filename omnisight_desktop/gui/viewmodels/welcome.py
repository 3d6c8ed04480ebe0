"""The first steps: what is watched, the models, and what is kept where, for how long."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QObject, Signal

from omnisight_desktop.config.paths import Paths
from omnisight_desktop.core.errors import OmniSightError
from omnisight_desktop.gui.again import start_again
from omnisight_desktop.gui.desk import Desk
from omnisight_desktop.gui.tongue import tr
from omnisight_desktop.gui.viewmodels.adding import AddingViewModel, Found
from omnisight_desktop.gui.viewmodels.faults import words_of
from omnisight_desktop.gui.viewmodels.pulling import FACES, SPEECH, PullingViewModel
from omnisight_desktop.gui.words import days, number
from omnisight_desktop.services.launcher import Launcher, command_of
from omnisight_desktop.services.settings import Preferences

STEPS = 3


class Choice(StrEnum):
    """What somebody wants to see first."""

    WEBCAM = "webcam"
    ADDRESS = "address"
    DEMO = "demo"


class Wish(StrEnum):
    """What is off until somebody wants it."""

    FACES = "faces"
    SPEECH = "speech"
    LOGIN = "login"
    LISTED = "listed"
    AWAKE = "awake"
    TRAY = "tray"


#: The settings that wishes stand for; the others are entries of the desktop.
_SETTINGS = {
    Wish.FACES: "people.recognise_faces",
    Wish.SPEECH: "hearing.enabled",
    Wish.AWAKE: "interface.keep_awake",
    Wish.TRAY: "interface.close_to_tray",
}

#: The models without which a wish stays one.
_MODELS = {Wish.FACES: FACES, Wish.SPEECH: SPEECH}


@dataclass(frozen=True, slots=True)
class Kept:
    """What is kept where, and for how long."""

    place: str
    lines: tuple[str, ...]


class WelcomeViewModel(QObject):
    """State and verbs of the first steps; it knows no widget."""

    changed = Signal()
    finished = Signal()

    def __init__(self, desk: Desk, launcher: Launcher | None = None) -> None:
        super().__init__()
        self._desk = desk
        paths = desk.house.paths
        self._launcher = launcher or Launcher(command_of(paths.root, Paths.default().root))
        self.step = 0
        self.choice: Choice | None = None
        self.found: Found | None = None
        self.wishes: set[Wish] = set()
        self._watched = ""  # the address that was added in these steps
        self.adding = AddingViewModel(desk)
        self.pulling = PullingViewModel(desk)
        self.adding.changed.connect(self.changed)
        self.adding.added.connect(self._added)
        self.pulling.changed.connect(self.changed)

    def begin(self) -> None:
        """Look which cameras there are, and which models are missing."""
        self.step, self.choice, self.found = 0, None, None
        self.adding.begin()
        self.pulling.load()
        self.changed.emit()

    def choose(self, choice: Choice, found: Found | None = None) -> None:
        """This is what is to be watched; a webcam is tried at once."""
        self.choice, self.found = choice, found
        if choice is Choice.WEBCAM and found is not None:
            self.adding.fill(name="")
            self.adding.take(found)
        elif choice is Choice.ADDRESS:
            self.adding.fill(address="", name="")
        self.changed.emit()

    @property
    def offered(self) -> tuple[Wish, ...]:
        """What this computer can be asked for."""
        listed = (Wish.LISTED,) if self._launcher.can_be_listed else ()
        return (Wish.FACES, Wish.SPEECH, Wish.LOGIN, *listed, Wish.AWAKE, Wish.TRAY)

    @property
    def can_go_on(self) -> bool:
        """Whether enough is said for the next step."""
        if self.step == 0:
            if self.adding.saving or self.adding.trying:
                return False
            return self.choice is Choice.DEMO or (self.choice is not None and self.adding.ready)
        return not self.pulling.running

    def go_on(self) -> None:
        """The next step; what was chosen in this one is done."""
        if not self.can_go_on:
            return
        if self.step == 0 and self.choice is not Choice.DEMO:
            if self._watched and self.adding.wanted.address.strip() == self._watched:
                self._turn(1)  # who came back finds it watched
            else:
                self.adding.save()
        elif self.step == STEPS - 1:
            self._finish()
        else:
            self._turn(self.step + 1)

    def skip(self) -> None:
        """The next step, without this one; the last is the end."""
        if self.step == STEPS - 1:
            self._close()
        else:
            self.pulling.stop()
            self._turn(self.step + 1)

    def go_back(self) -> None:
        """The step before."""
        self._turn(max(0, self.step - 1))

    def wish(self, wish: Wish, on: bool) -> None:
        """Have it, or have it not."""
        (self.wishes.add if on else self.wishes.discard)(wish)
        for model in _MODELS.get(wish, ()):  # who goes back a step finds them ticked
            self.pulling.want(model, on)
        self.changed.emit()

    def lacks_models(self, wish: Wish) -> bool:
        """Whether files are missing without which a wish cannot be granted."""
        return wish in self.wishes and bool(set(_MODELS.get(wish, ())) & set(self.pulling.missing))

    def kept(self) -> Kept:
        """What is kept where, for how long, as it is set."""
        house, keep = self._desk.house, self._desk.house.settings.retention
        free = self._desk.live.disk_free_gb()
        lines = [
            tr("Clips of what happened: {time}", time=days(keep.clip_days)),
            tr("Pictures of who was seen: {time}", time=days(keep.picture_days)),
            tr("What happened, in words: {time}", time=days(keep.event_days)),
            tr("At least {gb} GB of the disk stay free.", gb=number(keep.free_disk_gb)),
        ]
        if free is not None:
            lines.append(tr("{gb} GB are free now.", gb=number(free)))
        return Kept(str(house.paths.root), tuple(lines))

    def close(self) -> None:
        """Wait for what still runs."""
        self.pulling.close()
        self.adding.close()

    def _added(self, _: str) -> None:
        self._watched = self.adding.wanted.address.strip()
        if self.step == 0:
            self._turn(1)

    def _turn(self, step: int) -> None:
        self.step = step
        self.changed.emit()

    def _finish(self) -> None:
        wishes, house, launcher = frozenset(self.wishes), self._desk.house, self._launcher

        def do() -> None:
            preferences = Preferences(house.paths)
            for wish, name in _SETTINGS.items():
                if wish in wishes:
                    preferences.set(name, True)
            if Wish.FACES in wishes:
                house.people.recognition.switch(True)
            if Wish.LOGIN in wishes:
                launcher.start_at_login(True)
            if Wish.LISTED in wishes:
                launcher.list_it(True)

        self._desk.ops.run(do, lambda _: self._told_of(wishes), self._tell)
        self._close()

    def _told_of(self, wishes: frozenset[Wish]) -> None:
        """Say what holds now, what does from the next start, and what is missing for it."""
        offer = self._desk.offer
        if self.lacks_models(Wish.FACES) or self.lacks_models(Wish.SPEECH):
            words = tr("What you switched on needs models that are not here yet.")
            offer(words, tr("Get them"), lambda: self._desk.go("preferences", "models"))
        elif Wish.FACES in wishes:
            self._desk.say(tr("Faces are recognised from now on."))
        if Wish.SPEECH in wishes:
            words = tr("From the next start, speech is written down at cameras that may listen.")
            offer(words, tr("Restart now"), start_again)

    def _close(self) -> None:
        self.pulling.stop()
        self.finished.emit()

    def _tell(self, error: OmniSightError) -> None:
        self._desk.say(words_of(error))
