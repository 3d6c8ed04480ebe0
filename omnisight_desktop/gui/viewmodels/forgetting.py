"""Forgetting somebody: what goes, what stays out of reach, and what came of it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from omnisight_desktop.core.errors import OmniSightError
from omnisight_desktop.gui.desk import Desk
from omnisight_desktop.gui.tongue import tr
from omnisight_desktop.gui.viewmodels.faults import words_of
from omnisight_desktop.gui.viewmodels.people_words import called
from omnisight_desktop.services.forgetting import Erased, Reach


class ForgettingViewModel(QObject):
    """State and verbs of the sheet on which somebody is forgotten; it knows no widget."""

    changed = Signal()
    forgotten = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._person = ""
        self.name = ""
        self.goes: tuple[str, ...] = ()  # one line each
        self.stays: tuple[str, ...] = ()
        self.has_clips = False
        self.busy = False
        self.trouble = ""
        self.done = False
        self.left: tuple[str, ...] = ()  # what still names or shows them afterwards

    def begin(self, person: str) -> None:
        """See what it would come to."""
        self._person, self.name = person, ""
        self.goes = self.stays = self.left = ()
        self.busy = self.done = self.has_clips = False
        self.trouble = ""
        people = self._desk.house.people

        def work() -> tuple[str, Reach]:
            known = people.get(person)
            return called(known), people.reach(person)

        self.changed.emit()
        self._desk.ops.run(work, self._take, self._fail)

    def forget(self, clips: str) -> None:
        """For good; clips that show them: ``keep``, ``veil`` or ``remove`` them."""
        if self.busy or self.done or not self.name:
            return
        self.busy = True
        self.changed.emit()
        people, person = self._desk.house.people, self._person
        self._desk.ops.run(lambda: people.forget(person, clips), self._gone, self._fail)

    def _take(self, read: tuple[str, Reach]) -> None:
        self.name, reach = read
        self.has_clips = bool(reach.clips)
        self.goes = (
            tr("{count} looks at the face, with their pictures", count=reach.faces),
            tr("the pictures of {count} times they were followed", count=reach.tracks),
            tr(
                "the name in {count} events, and wherever it was said or written",
                count=reach.events,
            ),
        )
        stays = [tr("what was exported or handed out before")]
        stays += [tr("continuous footage, until its time is over")]
        if reach.backups:
            count = len(reach.backups)
            known = tr("1 backup of the database") if count == 1 else ""
            stays += [known or tr("{count} backups of the database", count=count)]
        self.stays = tuple(stays)
        self.changed.emit()

    def _gone(self, erased: Erased) -> None:
        self.busy, self.done = False, True
        left = [tr("Backup: {file}", file=Path(path).name) for path in erased.backups]
        left += [tr("Still named in {file}", file=Path(path).name) for path in erased.named_in]
        if erased.clips_left:
            left.append(tr("{count} clips that show them", count=len(erased.clips_left)))
        self.left = tuple(left)
        self.changed.emit()
        self.forgotten.emit()

    def _fail(self, error: OmniSightError) -> None:
        self.busy, self.trouble = False, words_of(error)
        self.changed.emit()
