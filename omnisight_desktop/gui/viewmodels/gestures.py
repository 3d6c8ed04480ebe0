"""The library of gestures: which are known, how they look, how often they are made, and sharing them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from zlib import crc32

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from omnisight_desktop.core.errors import OmniSightError, UsageError
from omnisight_desktop.core.event import EventType
from omnisight_desktop.core.gesture import Gesture
from omnisight_desktop.gui.desk import Desk
from omnisight_desktop.gui.tongue import noted, tr
from omnisight_desktop.gui.viewmodels.faults import words_of
from omnisight_desktop.gui.viewmodels.figures import Figure, falling, figure_of, raised
from omnisight_desktop.gui.viewmodels.mirror import MirrorViewModel
from omnisight_desktop.gui.viewmodels.teaching import TeachingViewModel
from omnisight_desktop.gui.viewmodels.trying import TryingViewModel
from omnisight_desktop.gui.words import clock_time, date, named
from omnisight_desktop.perception.gesture.activities import ACTIVITIES, FALL, RAISED_HANDS
from omnisight_desktop.perception.gesture.confusion import Confusion
from omnisight_desktop.rules.trigger import Gestured
from omnisight_desktop.rules.trigger import Sequence as Steps
from omnisight_desktop.services.gesture_file import load_gestures, save_gestures
from omnisight_desktop.services.gestures.library import activities_in
from omnisight_desktop.services.gestures.statistics import Statistics
from omnisight_desktop.services.house import House
from omnisight_desktop.services.settings import Preferences
from omnisight_desktop.storage.events import EventFilter

_SETTINGS = {FALL: "gestures.falls", RAISED_HANDS: "gestures.raised_hands"}
_ABOUT = {
    FALL: noted("Somebody falls and stays down."),
    RAISED_HANDS: noted("Somebody holds up both hands."),
}


@dataclass(frozen=True, slots=True)
class RuleUse:
    """A rule that is about a gesture."""

    camera: str
    camera_name: str
    rule: str
    name: str


@dataclass(frozen=True, slots=True, eq=False)
class GestureCard:
    """One gesture as the wall shows it. ``taught`` is empty for what nobody had to teach."""

    label: str
    words: str
    on: bool
    figure: Figure | None
    taught: str
    made: str
    about: str = ""
    activity: bool = False

    @property
    def told(self) -> str:
        """All of it for who listens."""
        return ". ".join(part for part in (self.words, self.about, self.taught, self.made) if part)


@dataclass(frozen=True, slots=True, eq=False)
class GesturePage:
    """All that is known of one gesture."""

    gesture: Gesture
    figures: tuple[Figure | None, ...]
    statistics: Statistics
    cameras: tuple[tuple[str, int], ...]
    people: tuple[tuple[str, int], ...]
    last: str
    taught: str
    rules: tuple[RuleUse, ...]


@dataclass(frozen=True, slots=True)
class _Known:
    """What was read."""

    gestures: tuple[Gesture, ...] = ()
    figures: dict[str, tuple[Figure | None, ...]] = field(default_factory=dict)
    prints: dict[str, tuple[int, ...]] = field(default_factory=dict)  # of takes, to tell them apart
    statistics: dict[str, Statistics] = field(default_factory=dict)
    rules: dict[str, tuple[RuleUse, ...]] = field(default_factory=dict)
    cameras: dict[str, str] = field(default_factory=dict)
    people: dict[str, str] = field(default_factory=dict)
    activities: frozenset[str] = frozenset()

    @property
    def compared(self) -> list[tuple[object, ...]]:
        """All that decides what is taken for what."""
        return [(g.id, g.label, g.enabled, g.mirrored, self.prints[g.id]) for g in self.gestures]


class GesturesViewModel(QObject):
    """State and verbs of the gestures panel; it knows no widget."""

    changed = Signal()
    compared = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.mirror = MirrorViewModel(desk)
        self.teaching = TeachingViewModel(desk, self.mirror)
        self.trying = TryingViewModel(desk, self.mirror)
        self.cards: list[GestureCard] = []
        self.activities: list[GestureCard] = []
        self.loaded = False
        self.trouble = ""
        self.opened = ""  # the gesture whose page is shown
        self.confusion: Confusion | None = None
        self.comparing = self.stale = False
        self.threshold = desk.house.gestures.threshold
        self._known = _Known()
        self._loading = self._again = False
        self.teaching.kept.connect(lambda _: self.load())

    def load(self) -> None:
        """Read the library anew; calls that come meanwhile are answered by one more."""
        if self._loading:
            self._again = True
            return
        self._loading = True
        house, known = self._desk.house, self._known
        self._desk.ops.run(lambda: _read(house, known), self._read, self._not_read)

    def open(self, label: str) -> None:
        """Show all about one gesture."""
        self.opened = label
        self.changed.emit()

    def leave(self) -> None:
        """Show the whole library."""
        self.opened = ""
        self.changed.emit()

    @property
    def page(self) -> GesturePage | None:
        """All that is known of the gesture that is open."""
        known = self._known
        gesture = next((one for one in known.gestures if one.label == self.opened), None)
        if gesture is None:
            return None
        counted = known.statistics.get(gesture.label, Statistics())
        now = self._desk.house.clock.now()
        return GesturePage(
            gesture,
            known.figures[gesture.id],
            counted,
            tuple((known.cameras.get(one, one), count) for one, count in counted.cameras),
            tuple((known.people.get(one, one), count) for one, count in counted.people),
            clock_time(counted.last, now) if counted.last is not None else "",
            self._taught(gesture),
            known.rules.get(gesture.label, ()),
        )

    def switch(self, label: str, *, on: bool) -> None:
        """Look for a gesture, or no longer."""
        gestures = self._desk.house.gestures
        if label in _SETTINGS:
            self._switch_activity(label, on=on)
        else:
            self._do(lambda: gestures.switch(label, on=on))

    def mirror_too(self, label: str, *, on: bool) -> None:
        """Let it count with left and right changed over, too."""
        gestures = self._desk.house.gestures
        self._do(lambda: gestures.mirror(label, on=on))

    def delete(self, label: str) -> None:
        """Forget a gesture; for a while it can be had back."""
        gestures = self._desk.house.gestures

        def done(gone: Gesture) -> None:
            if self.opened == gone.label:
                self.opened = ""
            self.load()
            self._offer_back(tr("{gesture} was forgotten.", gesture=gone.label), gone)

        self._desk.ops.run(lambda: gestures.delete(label), done, self._tell)

    def remove_take(self, label: str, number: int) -> None:
        """Forget one take of it; for a while it can be had back."""
        gestures = self._desk.house.gestures

        def work() -> Gesture:
            before = gestures.get(label)
            gestures.remove_take(label, number)
            return before

        def done(before: Gesture) -> None:
            self.load()
            self._offer_back(tr("Take {number} was removed.", number=number + 1), before)

        self._desk.ops.run(work, done, self._tell)

    def teach_more(self, label: str) -> None:
        """Add takes to one that is known."""
        self.teaching.begin(label)

    def export(self, target: Path, label: str = "") -> None:
        """Write one gesture, or all of them, to a file to share."""
        gestures = self._desk.house.gestures

        def work() -> int:
            wanted = [gestures.get(label)] if label else gestures.all()
            if not wanted:
                raise UsageError(tr("There is no gesture to export."), fix=tr("Teach one first."))
            save_gestures(wanted, target)
            return len(wanted)

        def done(count: int) -> None:
            words = (
                tr("1 gesture is in {file}.", file=target.name)
                if count == 1
                else tr("{count} gestures are in {file}.", count=count, file=target.name)
            )
            folder = str(target.parent)
            show = QUrl.fromLocalFile(folder)
            self._desk.offer(words, tr("Show folder"), lambda: QDesktopServices.openUrl(show))

        self._desk.ops.run(work, done, self._tell)

    def take_in(self, file: Path, *, replacing: bool = False) -> None:
        """Take in gestures that somebody shared: all of them, or none where a name is taken."""
        gestures = self._desk.house.gestures

        def work() -> tuple[list[Gesture], list[Gesture]]:
            fresh = load_gestures(file)
            names = {one.label.casefold() for one in fresh}
            before = [one for one in gestures.all() if one.label.casefold() in names]
            if before and not replacing:
                return [], before
            return gestures.take_in(fresh, replacing=replacing), before

        def done(came: tuple[list[Gesture], list[Gesture]]) -> None:
            kept, before = came
            self.load()
            if not kept and before:
                names = ", ".join(one.label for one in before)
                words = tr("You have {names} already. Nothing was taken in.", names=names)
                self._desk.offer(words, tr("Replace"), lambda: self.take_in(file, replacing=True))
                return
            names = ", ".join(one.label for one in kept)
            self._desk.offer(
                tr("Known from now on: {names}", names=names),
                tr("Undo"),
                lambda: self._take_back(kept, before),
            )

        self._desk.ops.run(work, done, self._tell)

    def compare(self) -> None:
        """See which gestures are taken for which."""
        if self.comparing:
            return
        self.comparing, self.stale = True, False
        gestures = self._desk.house.gestures

        def done(found: Confusion | None) -> None:
            self.comparing, self.confusion = False, found
            self.compared.emit()

        def failed(error: OmniSightError) -> None:
            self.comparing = False
            self._desk.say(words_of(error))
            self.compared.emit()

        self._desk.ops.run(gestures.confusion, done, failed)
        self.compared.emit()

    def make_rule(self, label: str) -> None:
        """Go to where it is said what happens when somebody makes it, and for whom, where and when."""
        self._desk.go("rules", f"gesture/{label}")

    def show_rule(self, use: RuleUse) -> None:
        """Go to a rule."""
        self._desk.go("rules", f"{use.camera}/{use.rule}")

    def show_last(self, label: str) -> None:
        """Show when it was made last."""
        house = self._desk.house

        def work() -> str | None:
            wanted = EventFilter(types=(EventType.GESTURE,), labels=(label,))
            found = house.events.page(wanted, limit=1).events
            return found[0].id if found else None

        def done(event: str | None) -> None:
            if event is not None:
                self._desk.go("review", event)

        self._desk.ops.run(work, done, self._tell)

    def close(self) -> None:
        """The program ends."""
        self.mirror.close()

    def _switch_activity(self, label: str, *, on: bool) -> None:
        house = self._desk.house
        preferences = Preferences(house.paths)

        def work() -> None:
            preferences.set(_SETTINGS[label], on)
            house.gestures.activities = activities_in(preferences.current())

        self._do(work)

    def _offer_back(self, words: str, gesture: Gesture) -> None:
        gestures = self._desk.house.gestures

        def back() -> None:
            self._do(lambda: gestures.keep(gesture))

        self._desk.offer(words, tr("Undo"), back)

    def _take_back(self, kept: list[Gesture], before: list[Gesture]) -> None:
        gestures = self._desk.house.gestures
        names = {one.label.casefold() for one in before}

        def work() -> None:
            for one in kept:
                if one.label.casefold() not in names:
                    gestures.delete(one.label)
            if before:
                gestures.keep(*before)

        self._do(work)

    def _do(self, work: Callable[[], object]) -> None:
        self._desk.ops.run(work, lambda _: self.load(), self._tell)

    def _tell(self, error: OmniSightError) -> None:
        self._desk.say(words_of(error))
        self.load()

    def _read(self, known: _Known) -> None:
        changed = known.compared != self._known.compared
        self.stale = self.stale or changed or self.confusion is None
        self._loading, self.loaded, self._known, self.trouble = False, True, known, ""
        self.cards = [self._card(one) for one in known.gestures]
        self.activities = [self._activity(label) for label in ACTIVITIES]
        self.changed.emit()
        if self._again:
            self._again = False
            self.load()

    def _not_read(self, error: OmniSightError) -> None:
        self._loading = self._again = False
        self.trouble = words_of(error)
        self.changed.emit()

    def _card(self, gesture: Gesture) -> GestureCard:
        figures = self._known.figures[gesture.id]
        figure = next((one for one in figures if one is not None), None)
        made = self._made(gesture.label)
        return GestureCard(
            gesture.label, gesture.label, gesture.enabled, figure, self._taught(gesture), made
        )

    def _activity(self, label: str) -> GestureCard:
        take = falling() if label == FALL else raised()
        words = named(label)
        return GestureCard(
            label,
            words[:1].upper() + words[1:],
            label in self._known.activities,
            figure_of(take),
            "",
            self._made(label),
            tr(_ABOUT[label]),
            activity=True,
        )

    def _made(self, label: str) -> str:
        counted = self._known.statistics.get(label)
        if counted is None or counted.last is None:
            return tr("not made in 30 days")
        now = self._desk.house.clock.now()
        last = clock_time(counted.last, now)
        return tr("{count} ×, last {time}", count=counted.count, time=last)

    def _taught(self, gesture: Gesture) -> str:
        count = len(gesture.takes)
        takes = tr("1 take") if count == 1 else tr("{count} takes", count=count)
        if gesture.created_by:
            return tr("{takes} by {name}", takes=takes, name=gesture.created_by)
        return tr("{takes}, {day}", takes=takes, day=date(gesture.created))


def _read(house: House, before: _Known) -> _Known:
    gestures = tuple(house.gestures.all())
    prints = {one.id: tuple(crc32(take.points.tobytes()) for take in one.takes) for one in gestures}
    figures = {}
    for one in gestures:
        same = before.prints.get(one.id) == prints[one.id]
        known = before.figures.get(one.id) if same else None
        figures[one.id] = known or tuple(figure_of(take) for take in one.takes)
    cameras = house.cameras.names()
    on = activities_in(Preferences(house.paths).current())
    return _Known(
        gestures,
        figures,
        prints,
        house.gestures.statistics(),
        _rules(house),
        cameras,
        house.people.names(),
        frozenset(on),
    )


def _rules(house: House) -> dict[str, tuple[RuleUse, ...]]:
    """The rules that are about each gesture."""
    found: dict[str, tuple[RuleUse, ...]] = {}
    for camera in house.cameras.present():
        try:
            book = house.rules.book(camera.id)
        except OmniSightError:
            continue  # the rules themselves say what is wrong with them
        for rule in book.rules:
            steps = rule.when.steps if isinstance(rule.when, Steps) else (rule.when,)
            for label in {step.label for step in steps if isinstance(step, Gestured)}:
                use = RuleUse(camera.id, camera.name, rule.id, rule.name or rule.id)
                found[label] = (*found.get(label, ()), use)
    return found
