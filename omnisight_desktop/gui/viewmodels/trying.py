"""Trying gestures out: how sure it is of each while somebody moves, and what counted; nothing is kept."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from omnisight_desktop.core.errors import OmniSightError
from omnisight_desktop.gui.desk import Desk
from omnisight_desktop.gui.viewmodels.faults import words_of
from omnisight_desktop.gui.viewmodels.mirror import MirrorViewModel
from omnisight_desktop.gui.words import named
from omnisight_desktop.perception.gesture.activities import ACTIVITIES
from omnisight_desktop.perception.gesture.lexicon import Lexicon
from omnisight_desktop.services.gestures.sitting import Sitting, Tried


@dataclass(frozen=True, slots=True)
class Sureness:
    """How sure it is of a gesture just now, and how sure it ever was."""

    label: str
    now: float
    best: float


@dataclass(frozen=True, slots=True)
class Recognised:
    """A gesture that counted."""

    words: str
    confidence: float
    seconds: float


class TryingViewModel(QObject):
    """State of trying out; it knows no widget. Whoever shows it calls ``pull`` now and then."""

    changed = Signal()

    def __init__(self, desk: Desk, mirror: MirrorViewModel) -> None:
        super().__init__()
        self._desk = desk
        self.mirror = mirror
        self.bars: tuple[Sureness, ...] = ()
        self.made: tuple[Recognised, ...] = ()
        self.threshold = desk.house.gestures.threshold
        self.trouble = ""
        self.ready = False  # what is looked for was made ready
        self._lexicon: Lexicon | None = None
        self._tried: Tried | None = None
        self._asked_of: Sitting | None = None
        self._open = False

    @property
    def knows_any(self) -> bool:
        """Whether a gesture is known that can be tried."""
        return self._lexicon is not None

    def open(self) -> None:
        """Look which gestures are made, from now on."""
        self._open, self._asked_of = True, None
        self.bars, self.made, self.trouble = (), (), ""
        gestures = self._desk.house.gestures

        def done(lexicon: Lexicon | None) -> None:
            self.ready, self._lexicon, self._asked_of = True, lexicon, None
            labels = lexicon.labels if lexicon is not None else ()
            self.bars = tuple(Sureness(label, 0.0, 0.0) for label in labels)
            self.changed.emit()

        def failed(error: OmniSightError) -> None:
            self.ready, self.trouble = True, words_of(error)
            self.changed.emit()

        self._desk.ops.run(gestures.lexicon, done, failed)
        self.changed.emit()

    def shut(self) -> None:
        """Look no longer."""
        if self._open and self.mirror.sitting is not None:
            self.mirror.sitting.enough()
        self._open = False

    def again(self) -> None:
        """Forget what was made up to now; a film begins anew."""
        self.made, self._asked_of = (), None
        if self.mirror.is_film:
            self.mirror.play(self.mirror.films[0], None)
        self.changed.emit()

    def pull(self) -> None:
        """Look what was recognised."""
        sitting = self.mirror.sitting
        if not self._open or sitting is None or not self.ready:
            return
        if sitting is not self._asked_of:
            self._asked_of, self._tried = sitting, None
            sitting.try_out(self._lexicon, self.threshold, ACTIVITIES)
        if sitting.tried is not None and sitting.tried is not self._tried:
            self._show(sitting.tried)

    def _show(self, tried: Tried) -> None:
        self._tried = tried
        self.bars = tuple(
            Sureness(label, sure, tried.best.get(label, 0.0)) for label, sure in tried.now.items()
        ) or tuple(Sureness(one.label, 0.0, one.best) for one in self.bars)
        self.made = tuple(
            Recognised(_said(one.label), one.confidence, one.end_s - one.start_s)
            for one in reversed(tried.made)
        )
        self.changed.emit()


def _said(label: str) -> str:
    return named(label) if label in ACTIVITIES else label
