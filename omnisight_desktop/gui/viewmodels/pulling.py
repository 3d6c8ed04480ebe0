"""Getting model files: what is missing, how large it is, how far it has come, and stopping it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
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
from omnisight_desktop.services.models.store import Outcome, Pulled, Store

_LOOK_MS = 150

#: Used only by what is off until somebody wants it.
_FACES = ("yunet", "facenet512")
_SPEECH = ("whisper-base", "names-english")


@dataclass(frozen=True, slots=True)
class Row:
    """One model file that the program needs and does not have."""

    name: str
    role: str
    size: str
    wanted: bool = True
    words: str = ""  # how it stands with getting it
    share: float | None = None  # how much of it is here; none where nobody knows
    failed: bool = False
    here: bool = False
    now: bool = False  # it is this one's turn


class PullingViewModel(QObject):
    """State and verbs of getting models; it knows no widget."""

    changed = Signal()
    finished = Signal()

    def __init__(self, desk: Desk, open_store: Callable[[], Store]) -> None:
        super().__init__()
        self._desk = desk
        self._open = open_store
        self.rows: list[Row] = []
        self.loaded = False
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
        return self.loaded and all(row.here for row in self.rows)

    def load(self) -> None:
        """See what is missing."""
        settings = self._desk.house.settings
        left: tuple[str, ...] = () if settings.people.recognise_faces else _FACES
        left += () if settings.hearing.enabled else _SPEECH
        self._desk.ops.run(lambda: _missing(self._open(), left), self._loaded, self._not_loaded)

    def want(self, name: str, on: bool) -> None:
        """Have one got, or left away."""
        self._change(name, wanted=on)

    def start(self) -> None:
        """Get what is wanted, one after the other."""
        names = [row.name for row in self.rows if row.wanted and not row.here]
        if self.running or not names:
            return
        self._stop.clear()
        self._done, self._told, self._step = [], 0, None
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
        for pulled in self._done[self._told :]:
            self._note(pulled)
            self._told += 1
        if worker is not None and not worker.alive:
            self._timer.stop()
            worker.join()
            self._worker = None
            for row in self.rows:
                if not row.here and not row.failed:
                    self._change(row.name, words="", share=None, now=False)
            self._desk.live.renew_detector()
            self.finished.emit()
        self.changed.emit()

    def _note(self, pulled: Pulled) -> None:
        name = pulled.entry.name
        if pulled.error is None:
            self._change(name, words=tr("is here"), share=1.0, here=True, now=False)
        elif name:
            self._change(name, words=words_of(pulled.error), share=None, failed=True, now=False)
        else:
            self._desk.say(words_of(pulled.error))

    def _change(self, name: str, **news: object) -> None:
        self.rows = [
            replace(row, **news) if row.name == name else row  # type: ignore[arg-type]
            for row in self.rows
        ]
        self.changed.emit()

    def _loaded(self, rows: list[Row]) -> None:
        self.loaded, self.rows = True, rows
        self.changed.emit()

    def _not_loaded(self, error: OmniSightError) -> None:
        self.loaded = True
        self._desk.say(words_of(error))
        self.changed.emit()


def _missing(store: Store, left: tuple[str, ...]) -> list[Row]:
    needed = (one for one in store.standings() if one.entry.needed)
    return [_row(one, store.manifest, left) for one in needed if not _there(one)]


def _there(standing: Standing) -> bool:
    return standing.state in (State.PRESENT, State.UNPINNED)


def _row(standing: Standing, manifest: Manifest, left: tuple[str, ...]) -> Row:
    entry = standing.entry
    known = _size_of(entry, manifest)
    said = amount(known) if known else tr("size not known yet")
    return Row(entry.name, told(entry.role), said, entry.name not in left)


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
