"""The rules that people made: kept as one file a camera, and tried on what is stored."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import datetime, tzinfo
from pathlib import Path

import numpy as np

from omnisight_desktop.core.clock import LocalZone
from omnisight_desktop.core.errors import StorageError, UsageError
from omnisight_desktop.core.event import Event, EventType
from omnisight_desktop.core.gesture import Made
from omnisight_desktop.core.track import TrackPath, TrackPicture
from omnisight_desktop.rules.hit import Counted
from omnisight_desktop.rules.rule import Act, Rule, Rulebook, steps_of
from omnisight_desktop.rules.ruled import called, rule_behind
from omnisight_desktop.rules.simulate import Outcome, Watched, simulate
from omnisight_desktop.rules.trigger import Cross, Gestured
from omnisight_desktop.rules.written import rulebook_from_dict, rulebook_to_dict
from omnisight_desktop.services.handout import whole_file
from omnisight_desktop.storage.counts import CountArchive, Crossings
from omnisight_desktop.storage.file import disk_fault
from omnisight_desktop.storage.gestures import GestureArchive
from omnisight_desktop.storage.tracks import TrackArchive

_SIGHTINGS = 10
_LARGEST = 1_000_000  # bytes; nobody draws as much


class Rules:
    """The rulebooks of one installation. A file may be edited by hand; what is in it holds at once."""

    def __init__(
        self,
        folder: Path,
        tracks: TrackArchive,
        counts: CountArchive,
        zone: tzinfo | None = None,
        gestures: GestureArchive | None = None,
    ) -> None:
        self._folder = folder
        self._spending = threading.Lock()
        self._tracks = tracks
        self._counts = counts
        self._gestures = gestures
        self._visitors: Callable[[], Collection[str]] = frozenset
        self.zone = zone or LocalZone()

    def know(self, visitors: Callable[[], Collection[str]]) -> None:
        """Learn who has no name yet, for rules about strangers that are tried on the past."""
        self._visitors = visitors

    def file_of(self, camera: str) -> Path:
        """Where the rulebook of a camera lies."""
        return self._folder / f"{camera}.json"

    def book(self, camera: str) -> Rulebook:
        """The rulebook of a camera; an empty one where nothing was written yet."""
        with suppress(FileNotFoundError):
            return read_book(self.file_of(camera), camera)
        return Rulebook(camera)

    def keep(self, book: Rulebook) -> None:
        """From now on this is the rulebook of its camera."""
        written = rulebook_to_dict(book)
        del written["camera"]  # the file is called so
        with whole_file(self.file_of(book.camera)) as part:
            part.write_text(json.dumps(written, indent=2, ensure_ascii=False) + "\n", "utf-8")

    def drop(self, camera: str) -> bool:
        """Forget the rulebook of a camera; whether there was one."""
        file = self.file_of(camera)
        try:
            file.unlink()
        except FileNotFoundError:
            return False
        except OSError as error:
            raise disk_fault(error, file) from error
        return True

    def spend(self, rule_id: str) -> bool:
        """Take a rule out of all rulebooks; whether it was in any. Of several cameras that see the same
        at once, one is told yes."""
        spent = False
        with self._spending:
            for file in sorted(self._folder.glob("*.json")):
                with suppress(UsageError, StorageError, FileNotFoundError):
                    book = read_book(file, file.stem)
                    left = tuple(rule for rule in book.rules if rule.id != rule_id)
                    if len(left) < len(book.rules):
                        self.keep(replace(book, rules=left))
                        spent = True
        return spent

    def simulate(
        self, book: Rulebook, since: datetime, until: datetime, shape: tuple[float, float]
    ) -> Outcome:
        """What a rulebook would have done over what is stored of its camera, whose pictures have that
        shape: paths, and the gestures that were made. It is decided by what decides live."""
        paths = self._tracks.between(book.camera, since, until)
        gaps = self._tracks.gaps(book.camera, since, until)
        made = self._made(book, since, until)
        watched = Watched(since, until, gaps, made, self._visitors())
        if all(isinstance(rule.when, Gestured) and _is_anywhere(rule) for rule in book.rules):
            known = {path.track for path in paths}
            paths += [_stood(one, book.camera) for one in made if one.track not in known]
        return simulate(book, paths, shape, home=self.zone, watched=watched)

    def _made(self, book: Rulebook, since: datetime, until: datetime) -> list[Made]:
        """The gestures that were made, where a rule is about one."""
        steps = [step for rule in book.rules for step in steps_of(rule.when)]
        if self._gestures is None or not any(isinstance(step, Gestured) for step in steps):
            return []
        return self._gestures.made_between(book.camera, since, until)

    def crossings(
        self, camera: str, since: datetime, until: datetime, shape: tuple[float, float]
    ) -> dict[str, Counted]:
        """Who went over each line of a camera, as it is drawn now, in the paths that are stored."""
        book = self.book(camera)
        if not book.lines:
            return {}
        each = tuple(Rule(line.name, Cross(line.name)) for line in book.lines)
        counting = Rulebook(camera, (), book.lines, each)
        return self.simulate(counting, since, until, shape).counted

    def told_by(self, event: Event) -> tuple[str, ...]:
        """The channels that the rule behind an event wants told; none where no rule is."""
        rule = self.behind(event)
        return rule.tell if rule is not None else ()

    def act_of(self, event: Event) -> tuple[Act, str] | None:
        """What the rule behind an event does to the house, and what that rule is called."""
        rule = self.behind(event)
        return (rule.act, called(rule)) if rule is not None and rule.act is not None else None

    def behind(self, event: Event) -> Rule | None:
        """The rule that an event was made by, if it can be told."""
        if event.type != EventType.RULE:
            return None
        try:
            return rule_behind(event, self.book(event.camera))
        except (UsageError, StorageError):
            return None

    def pictures(self, tracks: Iterable[str]) -> dict[str, TrackPicture]:
        """How those looked at their best who set rules off, by their tracks."""
        return self._tracks.pictures(tracks)

    def counted(self, camera: str, since: datetime, until: datetime) -> list[Crossings]:
        """How often lines of a camera were crossed, by the hour, oldest first; restarts do not matter."""
        return self._counts.hours(camera, since, until)

    def newest_of(self, camera: str) -> Iterator[Rulebook | None]:
        """The rulebook of a camera whenever it was changed, and None in between; it never ends.

        What cannot be read leaves the last that could be in force.
        """
        file, known = self.file_of(camera), object()
        while True:
            try:
                found = file.stat()
                stamp: object = (found.st_mtime_ns, found.st_size)
            except OSError:
                stamp = None
            if stamp == known:
                yield None
                continue
            known = stamp
            try:
                yield self.book(camera)
            except (UsageError, StorageError):
                yield None


def _is_anywhere(rule: Rule) -> bool:
    return not rule.been_in and not any(getattr(step, "zone", "") for step in steps_of(rule.when))


def _stood(made: Made, camera: str) -> TrackPath:
    """Who made a gesture and whose path is not stored: there, but nobody knows where."""
    length_ms = max(1, round((made.end - made.start).total_seconds() * 1000))
    offsets_ms = np.linspace(0, length_ms, _SIGHTINGS).astype(np.int64)
    boxes = np.tile(np.asarray((0.25, 0.0, 0.75, 1.0), np.float32), (_SIGHTINGS, 1))
    return TrackPath(made.track, camera, "person", made.start, offsets_ms, boxes)


def read_book(file: Path, camera: str) -> Rulebook:
    """The rulebook that lies in a file, for a camera; what is wrong with it, and where, is said."""
    try:
        if file.stat().st_size > _LARGEST:
            raise UsageError(f"{file.name} is far too large for a rulebook.")
        told = json.loads(file.read_text("utf-8"))
    except FileNotFoundError:
        raise
    except OSError as error:
        raise disk_fault(error, file) from error
    except (ValueError, RecursionError) as error:
        raise UsageError(
            f"{file.name} is no JSON: {error}.", fix="See 'omnisight rules show' for how it looks."
        ) from error
    if not isinstance(told, dict):
        raise UsageError(f"{file.name} holds no rulebook.", fix="See 'omnisight rules show'.")
    return rulebook_from_dict({**told, "camera": camera})
