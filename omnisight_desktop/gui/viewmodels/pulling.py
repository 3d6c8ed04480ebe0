"""Getting model files: what is missing, how large it is, how far it has come, and stopping it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import partial
from threading import Event

from PySide6.QtCore import QObject, QTimer, Signal

from omnisight_desktop.core.errors import Cancelled, OmniSightError
from omnisight_desktop.flow.worker import Worker
from omnisight_desktop.gui.desk import Desk
from omnisight_desktop.gui.tongue import told, tr
from omnisight_desktop.gui.viewmodels.faults import words_of
from omnisight_desktop.gui.words import amount
from omnisight_desktop.perception.manifest import Entry, Export, Manifest
from omnisight_desktop.services.models.progress import Doing, Step
from omnisight_desktop.services.models.shelf import Standing, State
from omnisight_desktop.services.models.store import Outcome, Pulled, Store, open_store

_LOOK_MS = 150

#: Used only by what is off until somebody wants it.
FACES = ("yunet", "facenet512")
SPEECH = ("whisper-base", "names-english")


@dataclass(frozen=True, slots=True)
class Row:
    """One model file."""

    name: str
    role: str
    size: str
    licence: str = ""
    without: str = ""  # what is missing without it
    needed: bool = True
    wanted: bool = True
    words: str = ""  # how it stands with getting it
    share: float | None = None  # how much of it is here; none where nobody knows
    failed: bool = False
    here: bool = False
    now: bool = False  # it is this one's turn


class PullingViewModel(QObject):
    """State and verbs of getting models; it knows no widget.

    What is missing and needed is listed, or ``everything`` there is.
    """

    changed = Signal()
    progressed = Signal()  # the one whose turn it is has come further
    finished = Signal()

    def __init__(
        self, desk: Desk, open_store: Callable[[], Store] | None = None, *, everything: bool = False
    ) -> None:
        super().__init__()
        self._desk = desk
        self._open = open_store or partial(_opened, desk)
        self._everything = everything
        self.rows: list[Row] = []
        self.loaded = False
        self.known = False  # what there is; looking may fail
        self.trouble = ""
        self._stop = Event()
        self._step: Step | None = None
        self._done: list[Pulled] = []
        self._told = 0
        self._worker: Worker | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self._look)

    @property
    def running(self) -> bool:
        """Whether something is being got."""
        return self._worker is not None

    @property
    def complete(self) -> bool:
        """Whether nothing is missing."""
        return self.known and not self.missing

    @property
    def missing(self) -> list[str]:
        """What the program needs and does not find."""
        return [row.name for row in self.rows if row.needed and not row.here]

    @property
    def now(self) -> Row | None:
        """The one whose turn it is."""
        return next((row for row in self.rows if row.now), None)

    def load(self) -> None:
        """See what is here and what is missing."""
        house = self._desk.house
        left: tuple[str, ...] = () if house.people.recognition.on else FACES
        left += () if house.settings.hearing.enabled else SPEECH
        look = partial(_listed, self._open, left, everything=self._everything)
        self._desk.ops.run(look, self._loaded, self._not_loaded)

    def want(self, name: str, on: bool) -> None:
        """Have one got, or left away."""
        self._change(name, wanted=on)
        self.changed.emit()

    def start(self) -> None:
        """Get what is wanted, one after the other."""
        self.get([row.name for row in self.rows if row.wanted])

    def get_missing(self) -> None:
        """Get all that the program needs and does not find."""
        self.get(self.missing)

    def get(self, wanted: Iterable[str]) -> None:
        """Get these; nothing goes out but requests for them."""
        here = {row.name for row in self.rows if row.here}
        names = [name for name in wanted if name not in here]
        if self.running or not names:
            return
        self._stop.clear()
        self._done, self._told, self._step, self.trouble = [], 0, None, ""
        for name in names:
            self._change(name, words=tr("waits its turn"), share=None, failed=False)
        self._worker = Worker("models", lambda _: self._pull(names))
        self._worker.start()
        self._timer.start()
        self.changed.emit()

    def stop(self) -> None:
        """Leave off; what has come so far is kept for another time."""
        self._stop.set()

    def close(self) -> None:
        """Leave off, and wait for that."""
        self._stop.set()
        self._timer.stop()
        if self._worker is not None:
            self._worker.stop()
            self._worker.join()
            self._worker = None

    def _pull(self, names: list[str]) -> None:
        """In a thread of its own."""
        try:
            store = self._open()
            entries = [store.manifest.get(name) for name in names]
            for pulled in store.pull(entries, tell=self._tell, stop=self._stop):
                self._done.append(pulled)
        except Cancelled:
            return
        except OmniSightError as error:
            entry = Entry("", "", "", "", "", ())
            self._done.append(Pulled(entry, Outcome.FAILED, error=error))

    def _tell(self, step: Step) -> None:
        self._step = step

    def _look(self) -> None:
        """What the thread has come to."""
        step, worker = self._step, self._worker
        if step is not None:
            share = step.done / step.total if step.total else None
            name = next((row.name for row in self.rows if step.name.startswith(row.name)), "")
            self.rows = [replace(row, now=row.name == name) for row in self.rows]
            self._change(name, words=_words(step), share=share)
        told = self._told
        for pulled in self._done[told:]:
            self._note(pulled)
            self._told += 1
        over = worker is not None and not worker.alive
        if worker is not None and over:
            worker.join()
            self._end()
        (self.changed if over or self._told > told else self.progressed).emit()

    def _end(self) -> None:
        self._timer.stop()
        self._worker = None
        for row in self.rows:
            if not row.here and not row.failed:
                self._change(row.name, words="", share=None, now=False)
        self._desk.live.renew_detector()
        self.finished.emit()

    def _note(self, pulled: Pulled) -> None:
        name = pulled.entry.name
        if pulled.error is None:
            self._change(name, words=tr("is here"), share=1.0, here=True, now=False)
            return
        words = words_of(pulled.error)
        self.trouble = words
        if name:
            self._change(name, words=words, share=None, failed=True, now=False)
        else:
            self._desk.say(words)

    def _change(self, name: str, **news: object) -> None:
        self.rows = [
            replace(row, **news) if row.name == name else row  # type: ignore[arg-type]
            for row in self.rows
        ]

    def _loaded(self, rows: list[Row]) -> None:
        self.loaded = self.known = True
        self.rows, self.trouble = rows, ""
        self.changed.emit()

    def _not_loaded(self, error: OmniSightError) -> None:
        self.loaded, self.known, self.trouble = True, False, words_of(error)
        self._desk.say(self.trouble)
        self.changed.emit()


def _opened(desk: Desk) -> Store:
    house = desk.house
    return open_store(house.settings.models.dir, house.paths.models)


def _listed(opened: Callable[[], Store], left: tuple[str, ...], *, everything: bool) -> list[Row]:
    store = opened()
    if everything:  # reading them all through is for ``omnisight models verify``
        found = [_glance(store, entry) for entry in store.manifest.entries]
        rows = [_row(one, store.manifest, left) for one in found]
        return sorted(rows, key=lambda row: (not row.needed, row.here))
    rows = [_row(one, store.manifest, left) for one in store.standings()]
    return [row for row in rows if row.needed and not row.here]


def _glance(store: Store, entry: Entry) -> Standing:
    """Whether a file is there."""
    path = store.shelf.weights.look(entry.name)
    if path is None:
        return Standing(entry, State.MISSING, reason=entry.without)
    return Standing(entry, State.PRESENT, path, path.stat().st_size)


def _there(standing: Standing) -> bool:
    return standing.state in (State.PRESENT, State.UNPINNED)


def _row(standing: Standing, manifest: Manifest, left: tuple[str, ...]) -> Row:
    entry = standing.entry
    known = standing.size or _size_of(entry, manifest)
    return Row(
        entry.name,
        told(entry.role),
        amount(known) if known else tr("size not known yet"),
        entry.licence,
        told(entry.without),
        entry.needed,
        entry.name not in left,
        here=_there(standing),
    )


def _size_of(entry: Entry, manifest: Manifest) -> int | None:
    """How much is to be got, where that is known beforehand."""
    if entry.size:
        return entry.size
    sizes: Iterable[int | None] = (
        _size_of(manifest.get(source.of), manifest) if isinstance(source, Export) else source.size
        for source in entry.sources
    )
    return next((one for one in sizes if one), None)


def _words(step: Step) -> str:
    doing = {
        Doing.DOWNLOAD: tr("is being got"),
        Doing.PACKAGE: tr("is being got"),
        Doing.ASSEMBLE: tr("is being put together"),
        Doing.EXPORT: tr("is being made ready; that takes a minute"),
        Doing.CHECK: tr("is being checked"),
        Doing.COPY: tr("is being copied"),
        Doing.WAIT: tr("waits before another try"),
    }[step.doing]
    if step.doing in (Doing.DOWNLOAD, Doing.PACKAGE) and step.done:
        done = amount(step.done)
        come = tr("{done} of {all}", done=done, all=amount(step.total)) if step.total else done
        return f"{doing} · {come}"
    return doing
