"""The model files: which are here, what is missing without the others, and getting them."""

from __future__ import annotations

import threading
from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from omnisight_desktop.core.errors import Cancelled, OmniSightError
from omnisight_desktop.gui.desk import Desk
from omnisight_desktop.gui.ops import Ops
from omnisight_desktop.gui.tongue import tr
from omnisight_desktop.gui.viewmodels.faults import words_of
from omnisight_desktop.gui.words import amount
from omnisight_desktop.services.models.progress import Step
from omnisight_desktop.services.models.shelf import Standing, State
from omnisight_desktop.services.models.store import Pulled, Store, open_store


@dataclass(frozen=True, slots=True)
class ModelCard:
    """One model file."""

    name: str
    role: str
    here: bool
    needed: bool
    size: str
    licence: str
    words: str  # how it stands, or what is missing without it


class ModelsViewModel(QObject):
    """Looks at the files and gets those that are wanted, one round at a time."""

    changed = Signal()
    progressed = Signal()
    _told = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._house = desk.house
        self._say = desk.say
        self._ops = Ops(threads=1)  # getting files may take many minutes
        self._stop = threading.Event()
        self._store: Store | None = None
        self.models: tuple[ModelCard, ...] = ()
        self.loaded = False
        self.getting = False
        self.share = 0.0
        self.doing = ""
        self.trouble = ""
        self._told.connect(self._tell)

    def load(self) -> None:
        """Look again which files are there."""
        self._ops.run(self._look, self._looked, self._failed)

    def get(self, names: Iterable[str]) -> None:
        """Get these files; nothing goes out but requests for them."""
        wanted = tuple(names)
        if self.getting or not wanted:
            return
        self.getting, self.trouble, self.share, self.doing = True, "", 0.0, ""
        self._stop.clear()
        self.changed.emit()
        self._ops.run(lambda: self._pull(wanted), self._got, self._failed)

    def get_needed(self) -> None:
        """Get everything that the program wants and does not find."""
        self.get(self.missing())

    def missing(self) -> list[str]:
        """What the program wants and does not find."""
        return [one.name for one in self.models if one.needed and not one.here]

    def cancel(self) -> None:
        """Stop; what has come of a file already is kept for the next time."""
        self._stop.set()

    def close(self) -> None:
        """Stop what runs, and wait for it."""
        self._stop.set()
        self._ops.close()

    def _look(self) -> list[ModelCard]:
        store = self._opened()
        standings = [_quickly(store, entry.name) for entry in store.manifest.entries]
        return sorted((_card(one) for one in standings), key=lambda c: (not c.needed, c.here))

    def _opened(self) -> Store:
        if self._store is None:
            chosen = self._house.settings.models.dir
            self._store = open_store(chosen, self._house.paths.models)
        return self._store

    def _pull(self, names: tuple[str, ...]) -> list[Pulled]:
        store = self._opened()
        entries = store.manifest.select(list(names))
        return list(store.pull(entries, tell=self._told.emit, stop=self._stop))

    def _tell(self, step: Step) -> None:
        self.share = step.done / step.total if step.total else 0.0
        size = amount(step.done)
        if step.total:
            size = tr("{done} of {total}", done=amount(step.done), total=amount(step.total))
        self.doing = f"{step.name} · {size}"
        self.progressed.emit()

    def _looked(self, models: list[ModelCard]) -> None:
        self.models, self.loaded = tuple(models), True
        self.changed.emit()

    def _got(self, pulled: list[Pulled]) -> None:
        self.getting = False
        faults = [words_of(one.error) for one in pulled if one.error is not None]
        self.trouble = " ".join(dict.fromkeys(faults))
        if not faults:
            self._say(tr("The models are here. They are used from the next start."))
        self.load()

    def _failed(self, error: OmniSightError) -> None:
        self.getting = False
        self.trouble = "" if isinstance(error, Cancelled) else words_of(error)
        self.changed.emit()


def _quickly(store: Store, name: str) -> Standing:
    """Whether a file is there; reading it through is for ``omnisight models verify``."""
    entry = store.manifest.get(name)
    path = store.shelf.weights.look(name)
    if path is None:
        return Standing(entry, State.MISSING, reason=entry.without)
    return Standing(entry, State.PRESENT, path, path.stat().st_size)


def _card(one: Standing) -> ModelCard:
    entry, here = one.entry, one.state is State.PRESENT
    size = one.size if one.size is not None else entry.size
    words = tr("Here.") if here else tr(one.reason)
    return ModelCard(
        entry.name,
        tr(entry.role),
        here,
        entry.needed,
        "" if size is None else amount(size),
        entry.licence,
        words,
    )
