"""One camera: its live picture, what is drawn on it, and its settings; saved, and in force at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from PySide6.QtCore import QObject, Signal

from omnisight_desktop.capture.address import Kind as Place
from omnisight_desktop.capture.address import kind_of
from omnisight_desktop.core.camera import Camera, CameraOptions, Role
from omnisight_desktop.core.errors import OmniSightError, UsageError
from omnisight_desktop.core.frame import Image
from omnisight_desktop.core.track import Track, TrackState
from omnisight_desktop.gui.desk import Desk
from omnisight_desktop.gui.ops import Ops
from omnisight_desktop.gui.tongue import told, tr
from omnisight_desktop.gui.viewmodels.adding import Trial, told_of
from omnisight_desktop.gui.viewmodels.drawing import DrawingViewModel
from omnisight_desktop.gui.viewmodels.faults import fix_of, words_of
from omnisight_desktop.gui.viewmodels.particulars import (
    FieldError,
    Form,
    form_of,
    options_of,
    refused_by,
)
from omnisight_desktop.gui.viewmodels.sketch import (
    Kind,
    Sketch,
    masks_of,
    sketch_of,
    trouble_of,
)
from omnisight_desktop.gui.viewmodels.tiles import fit_into
from omnisight_desktop.perception.detect import DETECTORS
from omnisight_desktop.rules.drawn import Line, Zone
from omnisight_desktop.rules.redrawn import lines_of, redrawn, zones_of
from omnisight_desktop.rules.rule import Rulebook
from omnisight_desktop.services.house import House

_COUNT_SHARE = 20  # counting may take so small a share of the time


@dataclass(frozen=True, slots=True)
class Usual:
    """What holds for all cameras, to be said where a camera has nothing of its own."""

    labels: tuple[str, ...]
    fps: float
    score: float
    recording: str
    detectors: tuple[str, ...]
    keep_days: float


@dataclass(frozen=True, slots=True, eq=False)
class Shown:
    """A picture to draw on, who is in it, and how much smaller it is than the camera's own."""

    serial: int
    pixels: Image
    tracks: tuple[Track, ...]
    scale: float


@dataclass(frozen=True, slots=True)
class _State:
    """A camera as it is kept: in the database, among the secrets and in its rulebook."""

    camera: Camera
    book: Rulebook
    addresses: Mapping[Role, str] = field(default_factory=dict, repr=False)


class CameraViewModel(QObject):
    """State and verbs of one camera's page; it knows no widget."""

    changed = Signal()
    opened = Signal()
    counted = Signal()
    saved = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._calls = Ops(threads=1)
        self.drawing = DrawingViewModel()
        self.drawing.changed.connect(self._drawn)
        self.camera: Camera | None = None
        self.form = Form()
        self.refused: tuple[str, str] = ("", "")
        self.trouble = ""
        self.saving = False
        self.trials: list[tuple[str, Trial]] = []
        self.trying = False
        self.counts: dict[str, tuple[int, int]] = {}
        self.used_by: dict[tuple[Kind, str], tuple[str, ...]] = {}
        self._kept: _State | None = None
        self._size = (16.0, 9.0)
        self._drafts: dict[str, tuple[Form, Sketch]] = {}
        self._asked = 0
        self._counting = False
        self._rested_mono = 0.0

    @property
    def usual(self) -> Usual:
        """What holds where the camera has nothing of its own."""
        told = self._desk.house.settings
        return Usual(
            told.detection.labels,
            told.detection.fps,
            told.detection.score,
            told.footage.mode,
            tuple(DETECTORS.names()),
            told.retention.footage_days,
        )

    @property
    def dirty(self) -> bool:
        """Whether there is something that is not saved yet."""
        kept = self._kept
        if kept is None:
            return False
        return self.form != form_of(kept.camera) or _plain(self.drawing.sketch) != _plain(
            _sketch(kept)
        )

    @property
    def drawing_trouble(self) -> tuple[int, str] | None:
        """What is wrong with the drawing, and with which shape."""
        return trouble_of(self.drawing.sketch)

    def open(self, camera: str) -> None:
        """Show a camera; what was left unsaved there is still there."""
        self.keep_draft()
        self._asked += 1
        asked = self._asked
        house = self._desk.house

        def done(state: _State) -> None:
            if asked == self._asked:
                self._show(state)
                self.opened.emit()

        self._desk.ops.run(lambda: _read(house, camera), done, self._tell)

    def keep_draft(self) -> None:
        """Remember what is not saved yet until the camera is opened again."""
        if self._kept is None:
            return
        if self.dirty:
            self._drafts[self._kept.camera.id] = (self.form, self.drawing.sketch)
        else:
            self._drafts.pop(self._kept.camera.id, None)

    def has_draft(self, camera: str) -> bool:
        """Whether something about a camera was changed and not saved."""
        return camera in self._drafts

    def fill(self, **told: object) -> None:
        """Change what stands in the form."""
        form = replace(self.form, **told)  # type: ignore[arg-type]
        if form != self.form:
            self.form = form
            self.refused, self.trouble = ("", ""), ""
            self.changed.emit()

    def discard(self) -> None:
        """Back to what was saved."""
        if self._kept is not None:
            self._drafts.pop(self._kept.camera.id, None)
            self._show(self._kept)

    def save(self) -> None:
        """Keep it; what runs takes it up at once."""
        kept, wrong = self._kept, self.drawing_trouble
        if kept is None or self.saving:
            return
        if wrong is not None:
            self.drawing.choose(wrong[0])
            self._refuse("", wrong[1])
            return
        try:
            options = options_of(self.form, kept.camera.options)
        except FieldError as error:
            self._refuse(error.name, told(error.reason))
            return
        self.saving, self.trouble = True, ""
        self.changed.emit()
        house, form, sketch = self._desk.house, self.form, self.drawing.sketch

        def work() -> tuple[_State, _State]:
            before = _read(house, kept.camera.id)
            return before, _save(
                house, before, form, replace(options, masks=masks_of(sketch)), sketch
            )

        def done(states: tuple[_State, _State]) -> None:
            self.saving = False
            self._drafts.pop(kept.camera.id, None)
            if self._kept is kept:
                self._show(states[1], keep_choice=True)
            self.saved.emit()
            words = tr("{camera} is saved; it holds from now on.", camera=states[1].camera.name)
            self._desk.offer(words, tr("Undo"), lambda: self._put_back(states[0]))

        def failed(error: OmniSightError) -> None:
            self.saving = False
            where = refused_by(error) if isinstance(error, UsageError) else ""
            self._refuse(where, words_of(error))

        self._desk.ops.run(work, done, failed)

    def test(self) -> None:
        """Call every stream of the camera, as it is saved, and say what comes."""
        kept = self._kept
        if kept is None or self.trying:
            return
        self.trying, self.trials = True, []
        self.changed.emit()
        cameras, words = self._desk.house.cameras, _roles()

        def call() -> list[tuple[str, Trial]]:
            return [
                (", ".join(words[role] for role in one.roles), told_of(one))
                for one in cameras.test(kept.camera)
            ]

        def done(trials: list[tuple[str, Trial]]) -> None:
            self.trying, self.trials = False, trials
            self.changed.emit()

        def failed(error: OmniSightError) -> None:
            done([("", Trial(False, told(error.reason), fix_of(error)))])

        self._calls.run(call, done, failed)

    def picture(self, after: int, room: tuple[int, int]) -> Shown | None:
        """The newest picture as large as there is room, if it is newer than the one that is shown."""
        if self.camera is None:
            return None
        view = self._desk.live.view(self.camera.id)
        if view.frame is None or view.serial == after:
            return None
        self._size = (float(view.frame.size[0]), float(view.frame.size[1]))
        seen = tuple(track for track in view.tracks() if track.state is TrackState.ACTIVE)
        size = fit_into(room, view.frame.size)
        picture = view.frame.picture.fitted(*size)
        return Shown(view.serial, picture, seen, size[0] / view.frame.size[0])

    def count(self) -> None:
        """Count who went over the lines today, in the paths that are stored; not too often."""
        kept, clock = self._kept, self._desk.house.clock
        if kept is None or self._counting or clock.mono() < self._rested_mono:
            return
        if not kept.book.lines:
            self._show_counts({})
            return
        self._counting = True
        house, size, now = self._desk.house, self._size, clock.now()
        began_mono = clock.mono()

        def done(counts: dict[str, tuple[int, int]]) -> None:
            self._counting = False
            self._rested_mono = clock.mono() + _COUNT_SHARE * (clock.mono() - began_mono)
            if self._kept is not None and self._kept.camera.id == kept.camera.id:
                self._show_counts(counts)

        def failed(_: OmniSightError) -> None:
            self._counting = False

        self._desk.ops.run(lambda: _count(house, kept.camera.id, now, size), done, failed)

    def retry(self) -> None:
        """Call the camera again now."""
        if self.camera is not None:
            self._desk.live.retry(self.camera.id)

    def close(self) -> None:
        """Wait for what still runs."""
        self._calls.close()

    def _put_back(self, before: _State) -> None:
        """As it was before it was saved."""
        house = self._desk.house

        def done(state: _State) -> None:
            if self._kept is not None and self._kept.camera.id == state.camera.id:
                self._show(state)
            self.saved.emit()

        self._desk.ops.run(lambda: _put_back(house, before), done, self._tell)

    def _show(self, state: _State, *, keep_choice: bool = False) -> None:
        self._kept, self.camera = state, state.camera
        form, sketch = self._drafts.get(state.camera.id, (form_of(state.camera), _sketch(state)))
        chosen = self.drawing.shape if keep_choice else -1
        self.form, self.refused, self.trouble = form, ("", ""), ""
        if not keep_choice:
            self.trials = []
        self.used_by = _used_by(state.book)
        self._rested_mono = 0.0
        if not keep_choice:
            self.counts = {}
        self.drawing.begin(sketch)
        if 0 <= chosen < len(sketch.shapes):
            self.drawing.choose(chosen)
        self.changed.emit()
        self.count()

    def _show_counts(self, counts: dict[str, tuple[int, int]]) -> None:
        if counts != self.counts:
            self.counts = counts
            self.counted.emit()

    def _drawn(self) -> None:
        self.trouble = ""
        self.changed.emit()

    def _refuse(self, name: str, words: str) -> None:
        self.refused, self.trouble = (name, words), words
        self.changed.emit()

    def _tell(self, error: OmniSightError) -> None:
        self._desk.say(words_of(error))


def _read(house: House, camera: str) -> _State:
    known = house.cameras.get(camera)
    return _State(known, house.rules.book(known.id))


def _save(
    house: House, before: _State, form: Form, options: CameraOptions, sketch: Sketch
) -> _State:
    camera = before.camera
    told = form_of(camera)
    changed = form.name != told.name or form.address != told.address or options != camera.options
    if changed or form.user:
        address = form.address.strip() if form.address != told.address else None
        if form.user and kind_of(form.address.strip()) not in (Place.STREAM, Place.AXIS):
            raise UsageError(tr("Nobody logs in there."), fix=tr("Leave the user name empty."))
        camera = house.cameras.change(
            camera,
            name=form.name if form.name != told.name else None,
            address=address,
            login=(form.user, form.password) if form.user else None,
            options=options,
        ).camera
    book = _book(before.book, sketch)
    if book != before.book:
        house.rules.keep(book)
    return _State(camera, book)


def _book(before: Rulebook, sketch: Sketch) -> Rulebook:
    zones = [(shape.was, Zone(shape.name, shape.points)) for shape in sketch.of(Kind.ZONE)]
    lines = [(shape.was, Line(shape.name, shape.points)) for shape in sketch.of(Kind.LINE)]
    return redrawn(before, zones, lines)


def _put_back(house: House, before: _State) -> _State:
    now = house.cameras.get(before.camera.id)
    if now != before.camera:
        house.cameras.change(
            now,
            name=before.camera.name,
            address=before.camera.uri if before.camera.uri != now.uri else None,
            options=before.camera.options,
        )
    house.rules.keep(before.book)
    return _read(house, before.camera.id)


def _count(
    house: House, camera: str, now: datetime, size: tuple[float, float]
) -> dict[str, tuple[int, int]]:
    midnight = now.astimezone().replace(hour=0, minute=0, second=0, microsecond=0)
    counted = house.rules.crossings(camera, midnight, now, size)
    return {line: (ways.inward, ways.outward) for line, ways in counted.items()}


def _sketch(state: _State) -> Sketch:
    return sketch_of(state.book.zones, state.book.lines, state.camera.options.masks)


def _plain(sketch: Sketch) -> Sequence[tuple[str, str, str, object]]:
    return [(s.kind, s.name, s.was, s.points) for s in sketch.shapes]


def _used_by(book: Rulebook) -> dict[tuple[Kind, str], tuple[str, ...]]:
    """The rules that speak of each zone and line."""
    found: dict[tuple[Kind, str], tuple[str, ...]] = {}
    for rule in book.rules:
        named = [(Kind.ZONE, name) for name in zones_of(rule)]
        for place in named + [(Kind.LINE, name) for name in lines_of(rule)]:
            found[place] = (*found.get(place, ()), rule.name or rule.id)
    return found


def _roles() -> dict[Role, str]:
    return {Role.DETECT: tr("seen"), Role.RECORD: tr("recorded"), Role.AUDIO: tr("heard")}
