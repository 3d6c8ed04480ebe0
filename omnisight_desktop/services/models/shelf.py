"""The model files that are there: which, where, and whether each is the right one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from omnisight_desktop.core.clock import Clock, SystemClock
from omnisight_desktop.core.errors import Cancelled, OmniSightError
from omnisight_desktop.perception.manifest import Entry, Manifest
from omnisight_desktop.perception.weights import Weights
from omnisight_desktop.services.models.part import disk_faults_in_words, sum_of
from omnisight_desktop.services.models.progress import Job
from omnisight_desktop.services.models.record import Arrival, Record

#: Beside the model files: what is remembered of each, and beginnings of files.
NOTES = ".store"


class State(StrEnum):
    """How it is with one model file."""

    PRESENT = "present"
    MISSING = "missing"
    WRONG = "wrong sum"
    UNPINNED = "unpinned"


@dataclass(frozen=True, slots=True)
class Standing:
    """One entry and the file that was found for it."""

    entry: Entry
    state: State
    path: Path | None = None
    size: int | None = None
    sha256: str | None = None
    reason: str = ""


class Shelf:
    """Looks at model files where they lie; writes nothing but its own notes."""

    def __init__(self, weights: Weights, own: Path, clock: Clock | None = None) -> None:
        self.weights = weights
        self.own = own
        self._clock = clock or SystemClock()

    @property
    def manifest(self) -> Manifest:
        """The list of what there could be."""
        return self.weights.manifest

    def record(self, entry: Entry) -> Record:
        """What is remembered of a model."""
        return Record(self.own / NOTES / entry.name)

    def standing(self, entry: Entry, job: Job | None = None, *, again: bool = False) -> Standing:
        """How it is with one model; a sum found earlier holds while the file is the same."""
        path = self.weights.look(entry.name)
        if path is None:
            return Standing(entry, State.MISSING, reason=entry.without)
        try:
            return self._looked_at(entry, path, job or Job(entry.name), again)
        except Cancelled:
            raise
        except OmniSightError as error:
            return Standing(entry, State.WRONG, path, reason=error.reason)

    def arrived(self, entry: Entry, sha256: str, size: int, source: str) -> None:
        """Remember a file that has just come, where nobody states its sum."""
        if sha256 not in entry.sums:
            at = self._clock.now().isoformat(timespec="seconds")
            self.record(entry).arrived(Arrival(sha256, size, source, at))

    def _looked_at(self, entry: Entry, path: Path, job: Job, again: bool) -> Standing:
        record = self.record(entry)
        with disk_faults_in_words(path):
            size = path.stat().st_size
        found = None if again else record.checked(path)
        if found is None:
            found = sum_of(path, job)
            record.note(path, found)
        state, reason = _judge(entry, path, found, record.arrival)
        return Standing(entry, state, path, size, found, reason)


def _judge(entry: Entry, path: Path, found: str, arrival: Arrival | None) -> tuple[State, str]:
    if found in entry.sums:
        others = [other for other in entry.also if other.sha256 == found]
        return State.PRESENT, others[0].note if others else ""
    if not entry.by_name_alone(path.name):
        return State.WRONG, f"{path.name} is not the file that it should be."
    if arrival is None:
        return State.UNPINNED, "Nobody states its sum, and it was not got by this program."
    if arrival.sha256 == found:
        return State.UNPINNED, f"Nobody states its sum; it is as it came {_day(arrival.at)}."
    if path.name != entry.file:
        return State.UNPINNED, "Nobody states its sum."
    return State.WRONG, f"{path.name} is not what came {_day(arrival.at)}."


def _day(at: str) -> str:
    try:
        return f"on {datetime.fromisoformat(at).astimezone():%Y-%m-%d}"
    except ValueError:
        return "first"
