"""Carrying out a plan of retention in small steps; it may be left off, or killed, after any of them.

Files first lose their names, then the rows go through the one writer, then the files go. What was
interrupted in between is told apart by whether the row is still there (see ``storage.aside``).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from omnisight_desktop.core.errors import DiskFull
from omnisight_desktop.core.identity import Person, PersonState
from omnisight_desktop.core.segment import Tier
from omnisight_desktop.services.keeper import Keeper
from omnisight_desktop.storage import aside, lease
from omnisight_desktop.storage.people import PersonArchive
from omnisight_desktop.storage.plan import Act, Item, Line, Plan
from omnisight_desktop.storage.retention import Outdated
from omnisight_desktop.storage.shelves import ORDER, SHELVES, Kind

#: So many at a time: a few milliseconds of the writer's.
_ROWS = 250
_FILES = 50
_WITH_FILES = (Kind.FOOTAGE, Kind.CLIPS, Kind.PICTURES)


@dataclass(frozen=True, slots=True)
class Report:
    """What was done of a plan."""

    lines: tuple[Line, ...]
    complete: bool

    @property
    def count(self) -> int:
        """How many things in all."""
        return sum(line.count for line in self.lines)


@dataclass(slots=True)
class Done:
    """What was done so far, line by line."""

    lines: dict[tuple[Any, ...], Line] = field(default_factory=dict)

    def add(self, items: list[Item]) -> None:
        """Count items that are done."""
        for item in items:
            one = Line(item.kind, item.reason, 1, item.size_bytes, item.at, item.at, item.act)
            self.join(one)

    def join(self, line: Line) -> None:
        """Count a line that is done."""
        place = (line.kind, line.reason, line.act)
        known = self.lines.get(place)
        if known is not None:
            line = replace(
                line,
                count=known.count + line.count,
                size_bytes=known.size_bytes + line.size_bytes,
                oldest=min(known.oldest, line.oldest),
                newest=max(known.newest, line.newest),
            )
        self.lines[place] = line

    def report(self, *, complete: bool) -> Report:
        """As it stands."""
        return Report(tuple(self.lines.values()), complete)


class Sweep:
    """One plan on its way."""

    def __init__(
        self,
        outdated: Outdated,
        people: PersonArchive,
        keeper: Keeper,
        media: Path,
        plan: Plan,
        slow: Path | None = None,
    ) -> None:
        self.settled = True  # whether no file is left that was set aside
        self._outdated = outdated
        self._people = people
        self._keeper = keeper
        self._folders = {Tier.FAST: media, Tier.SLOW: slow}
        self._plan = plan

    def steps(self) -> Iterator[list[Item]]:
        """Do one step after the other; gives what is done with each, which may be nothing yet."""
        self._remember_people()
        for kind in ORDER:
            size = _FILES if kind in _WITH_FILES else _ROWS
            for page in self._outdated.pages(self._plan, kind, size):
                if kind is Kind.PEOPLE:
                    yield self._say_farewell(page)
                elif kind in _WITH_FILES:
                    yield from self._remove_files(kind, page)
                else:
                    self._keeper.erase(SHELVES[kind].kind, [item.key for item in page])
                    yield page

    def _remember_people(self) -> None:
        """Keep in mind when people were last seen, for the events that tell so go."""
        sightings = self._outdated.sightings(self._plan)
        if sightings:
            known = [p for p in self._people.all() if p.id in sightings]
            self._keeper.commit(*(_only(p, last_seen=sightings[p.id]) for p in known))

    def _remove_files(self, kind: Kind, page: list[Item]) -> Iterator[list[Item]]:
        going = [item for item in page if self._set_aside(item)]
        self.settled = False
        yield []
        if not going:
            self.settled = True
            return
        stored = self._erase(kind, going)
        yield []
        left = self._outdated.left(kind, [item.key for item in going])
        gone = [i for i in going if i.key not in left or not (stored or left[i.key])]
        for item in going:
            if left.get(item.key):  # somebody protected it meanwhile
                self._take_back(item)
        for folder, path in self._places(gone):
            aside.discard(folder, path)
        for folder in filter(None, self._folders.values()):
            paths = {path for place, path in self._places(gone) if place == folder}
            aside.clear_empty(folder, paths, self._plan.now)
        self.settled = not any(aside.is_aside(*place) for place in self._places(going))
        yield gone

    def _places(self, items: list[Item]) -> list[tuple[Path, str]]:
        """Every file of these, with the folder of its disk."""
        found = []
        for item in items:
            folder = self._folders[item.tier]
            found += [(folder, path) for path in item.files] if folder is not None else []
        return found

    def _set_aside(self, item: Item) -> bool:
        places = self._places([item])
        if len(places) == len(item.files) and all(_freed(item, *place) for place in places):
            return True
        self._take_back(item)
        return False

    def _take_back(self, item: Item) -> None:
        for place in self._places([item]):
            aside.take_back(*place)

    def _erase(self, kind: Kind, items: list[Item]) -> bool:
        """Have the rows removed; False where the disk is too full even for that."""
        try:
            self._keeper.erase(SHELVES[kind].kind, [item.key for item in items])
        except DiskFull:
            # The writer does it once there is room; there is none until files have gone.
            return False
        return True

    def _say_farewell(self, page: list[Item]) -> list[Item]:
        archived = {item.id for item in page if item.act is Act.ARCHIVE}
        known = [person for person in self._people.all() if person.id in archived]
        if known:
            self._keeper.commit(*(_only(p, state=PersonState.ARCHIVED) for p in known))
        gone = [item.key for item in page if item.act is Act.REMOVE]
        if gone:
            self._keeper.erase("person", gone)
        return page


def _freed(item: Item, folder: Path, path: str) -> bool:
    """Set a file aside; what somebody reads or exports just now stays for this time."""
    if item.kind is Kind.PICTURES or not aside.inside(path):
        return aside.set_aside(folder, path)
    with lease.alone(folder / path) as alone:
        return alone and aside.set_aside(folder, path)


def _only(person: Person, **changed: Any) -> Person:
    """Word of one change, that leaves open what somebody may have told of a person meanwhile."""
    return replace(person, **{"name": None, "first_seen": None, "last_seen": None, **changed})


def plan_json(plan: Plan) -> dict[str, Any]:
    """A plan in the shape that programs rely on."""
    return {
        "now": _iso(plan.now),
        "lines": [line_json(line) for line in plan.lines],
        "count": plan.count,
        "bytes": plan.size_bytes,
        "short_bytes": plan.short_bytes,
        "note": plan.note,
    }


def line_json(line: Line) -> dict[str, Any]:
    """One line of a plan or a report."""
    return {
        "kind": line.kind.value,
        "reason": line.reason.value,
        "act": line.act.value,
        "count": line.count,
        "bytes": line.size_bytes,
        "oldest": _iso(line.oldest),
        "newest": _iso(line.newest),
    }


def item_json(item: Item) -> dict[str, Any]:
    """One thing that is to go."""
    return {
        "kind": item.kind.value,
        "reason": item.reason.value,
        "act": item.act.value,
        "id": item.id,
        "at": _iso(item.at),
        "bytes": item.size_bytes,
    }


def _iso(moment: datetime) -> str:
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")
