"""Teaching a gesture step by step: its name, three to five takes, what is said of each, and keeping it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum

from PySide6.QtCore import QObject, Signal

from omnisight_desktop.core.errors import OmniSightError
from omnisight_desktop.core.gesture import Gesture
from omnisight_desktop.gui.desk import Desk
from omnisight_desktop.gui.tongue import told, tr
from omnisight_desktop.gui.viewmodels.faults import words_of
from omnisight_desktop.gui.viewmodels.figures import Figure, figure_of
from omnisight_desktop.gui.viewmodels.mirror import MirrorViewModel
from omnisight_desktop.perception.gesture.compare import ALIKE
from omnisight_desktop.services.gestures.library import Lesson
from omnisight_desktop.services.gestures.teaching import Recording, usual_length_s

USUAL, MOST = 3, 5  # takes
COUNTED_S = 3.0
_REST_S = 1.5  # between a take and the next count
_FILM_S = 60.0


class Phase(StrEnum):
    """What goes on in front of the camera."""

    STILL = "still"
    RESTING = "resting"
    COUNTING = "counting"
    RECORDING = "recording"


@dataclass(frozen=True, slots=True, eq=False)
class TakeRow:
    """One take, and what is said of it; not judged yet where nothing is said."""

    recording: Recording
    figure: Figure | None
    good: bool | None = None
    words: str = ""
    fix: str = ""

    @property
    def seconds(self) -> float:
        """How long it is."""
        return self.recording.take.length_s


@dataclass(frozen=True, slots=True)
class Alike:
    """Another gesture that may be taken for it; 1 is the same."""

    label: str
    share: float


@dataclass(slots=True)
class _Going:
    """What goes on, and since when."""

    phase: Phase = Phase.STILL
    since_mono: float = 0.0
    films: list[str] = field(default_factory=list)  # that are still to be looked at


class TeachingViewModel(QObject):
    """State and verbs of teaching; it knows no widget. Whoever shows it calls ``pull`` now and then."""

    changed = Signal()
    moved_on = Signal()  # another second was counted, or a bit more recorded
    kept = Signal(str)

    def __init__(self, desk: Desk, mirror: MirrorViewModel) -> None:
        super().__init__()
        self._desk = desk
        self._clock = desk.house.clock
        self.mirror = mirror
        self.label = ""
        self.by = str(desk.memory.value("gestures/by", ""))
        self.mirrored = False
        self.more = False  # takes are added to a gesture that is there
        self.wanted = USUAL
        self.takes: list[TakeRow] = []
        self.alike: tuple[Alike, ...] = ()
        self.symmetric = False
        self.trouble = ""
        self.judging = self.saving = False
        self._gesture: Gesture | None = None
        self._going = _Going()
        self._asked = 0

    def begin(self, label: str = "") -> None:
        """A new gesture; or more takes of one that is known."""
        self.stop()
        self.label, self.more, self.mirrored = label, bool(label), False
        self.wanted = 1 if label else USUAL
        self.takes, self.trouble = [], ""
        self._forget_lesson()
        self.changed.emit()

    def call(self, label: str) -> None:
        """Give it a name."""
        if label != self.label and not self.more:
            self.label, self.trouble = label, ""
            self._judge()

    def taught_by(self, name: str) -> None:
        """Say who teaches."""
        self.by = name
        self._desk.memory.setValue("gestures/by", name)

    def mirror_too(self, on: bool) -> None:
        """Whether it counts with left and right changed over, too."""
        self.mirrored = on
        self._judge()

    @property
    def phase(self) -> Phase:
        """What goes on just now."""
        return self._going.phase

    @property
    def good(self) -> int:
        """How many takes it can be learnt from."""
        return sum(row.good is True for row in self.takes)

    @property
    def can_start(self) -> bool:
        """Whether a take can be recorded."""
        return (
            bool(self.label.strip()) and len(self.takes) < MOST and self.mirror.teacher is not None
        )

    @property
    def can_save(self) -> bool:
        """Whether there is something to be kept."""
        idle = not (self.judging or self.saving) and self.phase is Phase.STILL
        return idle and self._gesture is not None and bool(self.label.strip())

    @property
    def left_s(self) -> float:
        """Until recording begins."""
        return max(0.0, COUNTED_S - self._passed_s()) if self.phase is Phase.COUNTING else 0.0

    @property
    def share(self) -> float:
        """How much of the take is recorded."""
        sitting = self.mirror.sitting
        if self.phase is not Phase.RECORDING or sitting is None or self.mirror.is_film:
            return 0.0
        return min(1.0, (sitting.recorded_s or 0.0) / self._length_s())

    def start(self) -> None:
        """Count down and record, again and again, until there are enough takes."""
        if self.phase is not Phase.STILL or not self.can_start:
            return
        gestures, label, more = self._desk.house.gestures, self.label, self.more

        def refused(error: OmniSightError) -> None:
            self.trouble = words_of(error)
            self.changed.emit()

        def free(_: object) -> None:
            if (label, more) == (self.label, self.more):
                self._start()

        self._desk.ops.run(lambda: gestures.insist_free(label, more=more), free, refused)

    def _start(self) -> None:
        if self.phase is not Phase.STILL or not self.can_start:
            return
        self.trouble = ""
        if self.mirror.is_film:
            self._going.films = list(self.mirror.films)[: MOST - len(self.takes)]
            self._next_film()
        else:
            self.wanted = max(self.wanted, min(MOST, self.good + 1))
            self._enter(Phase.COUNTING)

    def stop(self) -> None:
        """Record no more; what was recorded up to here of a take is one."""
        sitting = self.mirror.sitting
        if self.phase is Phase.STILL:
            return
        self._going.films = []
        recording = self.phase is Phase.RECORDING
        self._enter(Phase.STILL)
        if recording and sitting is not None:
            sitting.enough()

    def toggle(self) -> None:
        """Start, or stop."""
        if self.phase is Phase.STILL:
            self.start()
        else:
            self.stop()

    def pull(self) -> None:
        """Look how far it is."""
        sitting = self.mirror.sitting
        recording = sitting.taken() if sitting is not None else None
        if recording is not None:
            self._take(recording)
        elif sitting is not None and sitting.over and self.phase is not Phase.STILL:
            if self.phase is Phase.RECORDING and self.mirror.is_film and sitting.trouble is None:
                self._next_film()
            else:
                self._enter(Phase.STILL)
        self._go_on()
        if self.phase is not Phase.STILL:
            self.moved_on.emit()

    def remove(self, number: int) -> None:
        """Throw a take away."""
        if 0 <= number < len(self.takes):
            gone = self.takes.pop(number)
            self._judge()
            self._desk.offer(
                tr("Take {number} was removed.", number=number + 1),
                tr("Undo"),
                lambda: self._put_back(number, gone),
            )

    def save(self) -> None:
        """Keep the gesture: from now on it is looked for."""
        gesture = self._gesture
        if gesture is None or not self.can_save:
            return
        self.saving = True
        self.changed.emit()
        gestures = self._desk.house.gestures
        if not self.more:
            gesture = replace(gesture, created_by=self.by.strip() or None)

        def done(_: None) -> None:
            self.saving = False
            words = tr("{gesture} is known from now on.", gesture=gesture.label)
            self._desk.offer(words, tr("Make a rule"), lambda: self._rule(gesture.label))
            self.begin()
            self.kept.emit(gesture.label)

        def failed(error: OmniSightError) -> None:
            self.saving, self.trouble = False, words_of(error)
            self.changed.emit()

        self._desk.ops.run(lambda: gestures.keep(gesture), done, failed)

    def _rule(self, label: str) -> None:
        self._desk.go("rules", f"gesture/{label}")

    def _put_back(self, number: int, row: TakeRow) -> None:
        self.takes.insert(min(number, len(self.takes)), row)
        self._judge()

    def _length_s(self) -> float:
        return usual_length_s(self._desk.house.settings)

    def _passed_s(self) -> float:
        return self._clock.mono() - self._going.since_mono

    def _enter(self, phase: Phase) -> None:
        self._going.phase, self._going.since_mono = phase, self._clock.mono()
        self.changed.emit()

    def _go_on(self) -> None:
        """From resting to counting, and from counting to recording."""
        sitting = self.mirror.sitting
        if self.phase is Phase.RESTING and self._passed_s() >= _REST_S and not self.judging:
            enough = self.good >= self.wanted or len(self.takes) >= MOST
            self._enter(Phase.STILL if enough else Phase.COUNTING)
        elif self.phase is Phase.COUNTING and self._passed_s() >= COUNTED_S:
            if sitting is None or sitting.newest is None or not sitting.newest.looked:
                return  # nobody is looked at yet
            sitting.record(self._length_s())
            self._enter(Phase.RECORDING)

    def _next_film(self) -> None:
        if not self._going.films:
            self._enter(Phase.STILL)
            return
        self.mirror.play(self._going.films.pop(0), _FILM_S)
        self._enter(Phase.RECORDING)

    def _take(self, recording: Recording) -> None:
        self.takes.append(TakeRow(recording, figure_of(recording.take)))
        if self.phase is Phase.RECORDING:
            if self.mirror.is_film:
                self._next_film()
            else:
                self._enter(Phase.RESTING)
        self._judge()

    def _forget_lesson(self) -> None:
        self._asked += 1
        self._gesture, self.alike, self.symmetric = None, (), False
        self.judging = False

    def _judge(self) -> None:
        """Have it said what would come of the takes; only the latest answer counts."""
        self._forget_lesson()
        if not self.takes or not self.label.strip():
            self.changed.emit()
            return
        self.judging = True
        asked, gestures = self._asked, self._desk.house.gestures
        takes = [row.recording.take for row in self.takes]
        faults = [row.recording.fault for row in self.takes]
        label, by, mirrored, more = self.label, self.by.strip() or None, self.mirrored, self.more

        def work() -> Lesson | None:
            if asked != self._asked:
                return None
            return gestures.lesson(
                label, takes, created_by=by, mirrored=mirrored, more=more, faults=faults
            )

        def done(lesson: Lesson | None) -> None:
            if asked == self._asked and lesson is not None:
                self._judged(lesson)

        def failed(error: OmniSightError) -> None:
            if asked == self._asked:
                self.judging, self.trouble = False, words_of(error)
                self.changed.emit()

        self._desk.ops.run(work, done, failed)
        self.changed.emit()

    def _judged(self, lesson: Lesson) -> None:
        self.judging, self.trouble = False, ""
        self.takes = [
            TakeRow(
                row.recording,
                (figure_of(verdict.take) if verdict.take is not None else None) or row.figure,
                verdict.good,
                tr("Good") if verdict.good else told(verdict.reason),
                told(verdict.fix),
            )
            for row, verdict in zip(self.takes, lesson.verdicts, strict=True)
        ]
        self._gesture, self.symmetric = lesson.gesture, lesson.symmetric
        self.alike = tuple(
            Alike(one.label, max(0.0, 1 - one.distance * ALIKE)) for one in lesson.confusable
        )
        self.changed.emit()
