"""What somebody is about to export, how far an export is, and what came of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QImage

from omnisight_desktop.core.errors import OmniSightError
from omnisight_desktop.core.track import TrackPath
from omnisight_desktop.gui.desk import Desk
from omnisight_desktop.gui.tongue import tr
from omnisight_desktop.gui.viewmodels.pictures import small
from omnisight_desktop.gui.words import length, thing
from omnisight_desktop.services.evidence.account import account
from omnisight_desktop.services.export.jobs import ExportJob, JobState
from omnisight_desktop.services.export.orders import FilmsOrder
from omnisight_desktop.services.export.request import Draw, ExportRequest, Hide

__all__ = ["Course", "ExportViewModel", "Hide", "Outlook", "Plan", "Seen"]

_LOOK_MS = 200
_TELLING = 0.05  # sooner nobody can say how long it takes
_SOON_MS = 250
_MOST_KEPT = 60  # of whom one can choose whom to keep
_LONGEST_ASKED = timedelta(hours=6)  # of longer stretches nobody is listed
_FACE = 72  # pixels


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be exported; moments are aware."""

    since: datetime
    until: datetime
    cameras: tuple[str, ...]
    boxes: bool = False
    names: bool = False
    time: bool = False
    hide: Hide = Hide.NOBODY
    keep: tuple[str, ...] = ()
    sound: bool = True
    evidence: bool = False
    by: str = ""
    folder: Path = Path()


@dataclass(frozen=True, slots=True)
class Seen:
    """Somebody who was followed in that time, and may stay recognisable."""

    track: str
    words: str
    picture: QImage | None


@dataclass(frozen=True, slots=True)
class Outlook:
    """What there is of a plan, before it is done."""

    seconds: dict[str, float]  # recorded, by camera
    seen: tuple[Seen, ...]
    more: int  # who were there besides those


@dataclass(frozen=True, slots=True)
class Course:
    """How far an export is, in words."""

    state: JobState
    share: float
    words: str
    files: tuple[Path, ...] = ()
    place: Path | None = None

    @property
    def over(self) -> bool:
        """Whether nothing more becomes of it."""
        return self.state not in (JobState.WAITING, JobState.RUNNING)


class ExportViewModel(QObject):
    """State and verbs of the export sheet."""

    changed = Signal()  # the plan, what there is of it, or how far it is
    opened = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        now = desk.house.clock.now()
        folder = str(desk.memory.value("export/folder", "")) or str(_usual_folder())
        self.plan = Plan(now - timedelta(minutes=1), now, (), folder=Path(folder))
        self.cameras: tuple[tuple[str, str], ...] = ()
        self.outlook: Outlook | None = None
        self.course: Course | None = None
        self.trouble = ""
        self._job = ""
        self._began_mono = 0.0
        self._asking = self._again = False
        self._looking = QTimer(self)
        self._looking.setInterval(_LOOK_MS)
        self._looking.timeout.connect(self._look)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON_MS)
        self._soon.timeout.connect(self._ask)

    @property
    def running(self) -> bool:
        """Whether an export is on its way."""
        return self.course is not None and not self.course.over

    def open(
        self,
        stretch: tuple[datetime, datetime],
        cameras: Sequence[str],
        known: Sequence[tuple[str, str]],
    ) -> None:
        """Plan an export of a stretch of some of the known cameras."""
        self.cameras = tuple(known)
        if not self.running:
            self.course = None
            since, until = stretch
            self.plan = replace(
                self.plan, since=since, until=until, cameras=tuple(cameras), keep=()
            )
            self._ask_soon()
        self.opened.emit()
        self.changed.emit()

    def change(self, plan: Plan) -> None:
        """Plan another one."""
        before, self.plan = self.plan, plan
        if plan.folder != before.folder:
            self._desk.memory.setValue("export/folder", str(plan.folder))
        asked = (before.since, before.until, before.cameras)
        if (plan.since, plan.until, plan.cameras) != asked:
            self._ask_soon()
        self.changed.emit()

    def hindrance(self) -> str:
        """Why it cannot begin as it is planned; nothing if it can."""
        plan, outlook = self.plan, self.outlook
        if plan.until <= plan.since:
            return tr("The end lies before the beginning.")
        if not plan.cameras:
            return tr("Choose a camera.")
        if outlook is not None and not any(outlook.seconds.values()):
            return tr("Nothing was recorded at these cameras in that time.")
        return ""

    def summary(self) -> str:
        """What it will come to."""
        if self.outlook is None:
            return tr("Looking what there is…")
        total = sum(self.outlook.seconds.get(camera, 0.0) for camera in self.plan.cameras)
        asked = (self.plan.until - self.plan.since).total_seconds() * len(self.plan.cameras)
        if total >= asked - 1:
            return tr("{time} of film", time=length(total))
        return tr(
            "{time} of film; {gap} are missing", time=length(total), gap=length(asked - total)
        )

    def start(self) -> None:
        """Begin."""
        if self.running or self.hindrance():
            return
        plan = self.plan
        self.course = Course(JobState.WAITING, 0.0, tr("It begins…"))
        self.changed.emit()
        self._desk.ops.run(lambda: self._ordered(plan), self._follow, self._refused)

    def cancel(self) -> None:
        """Stop it; nothing of it is left behind."""
        if self._job:
            self._desk.house.jobs.cancel(self._job)

    def done_with(self) -> None:
        """What came of it has been seen."""
        if not self.running:
            self.course = None
            self.changed.emit()

    def _ordered(self, plan: Plan) -> ExportJob:
        house = self._desk.house
        request = ExportRequest(
            plan.cameras,
            plan.since,
            plan.until,
            draw=_drawn(plan),
            hide=plan.hide,
            keep=plan.keep if plan.hide is not Hide.NOBODY else (),
            sound=plan.sound,
            by=plan.by,
        )
        if plan.evidence and not plan.by:
            request = replace(request, by=account())
        return house.jobs.start(FilmsOrder(request, plan.evidence), self._target(plan))

    def _target(self, plan: Plan) -> Path:
        """One film is a file; several, or evidence, a folder of their own."""
        local = plan.since.astimezone()
        when = f"{local:%Y-%m-%d %H-%M-%S}"
        if plan.evidence:
            return _free(plan.folder / f"{tr('Evidence')} {when}")
        if len(plan.cameras) > 1:
            return _free(plan.folder / f"{tr('Export')} {when}")
        name = dict(self.cameras).get(plan.cameras[0], plan.cameras[0])
        safe = "".join(one if one.isalnum() or one in " -_" else "_" for one in name).strip()
        return _free(plan.folder / f"{safe or 'camera'} {when}.mp4")

    def _follow(self, job: ExportJob) -> None:
        self._job = job.id
        self._began_mono = self._desk.house.clock.mono()
        self._looking.start()
        self._look()

    def _refused(self, error: OmniSightError) -> None:
        self.course = Course(JobState.FAILED, 0.0, str(error))
        self.changed.emit()

    def _look(self) -> None:
        job = self._desk.house.jobs.get(self._job)
        course = _course(job, self._desk.house.clock.mono() - self._began_mono)
        if course != self.course:
            self.course = course
            self.changed.emit()
        if course.over:
            self._looking.stop()
            if course.files:
                file = course.files[0]
                self._desk.offer(course.words, tr("Open"), lambda: _open(file))
            elif course.state is not JobState.CANCELLED:
                self._desk.say(course.words)

    def _ask_soon(self) -> None:
        self.outlook = None
        self._soon.start()

    def _ask(self) -> None:
        if self._asking:
            self._again = True
            return
        plan = self.plan
        if plan.until <= plan.since:
            return
        self._asking = True
        cameras = [camera for camera, _ in self.cameras]
        self._desk.ops.run(
            lambda: self._look_ahead(plan, cameras), self._take_outlook, self._no_outlook
        )

    def _look_ahead(self, plan: Plan, cameras: Sequence[str]) -> Outlook:
        recordings, house = self._desk.house.recordings, self._desk.house
        seconds = {}
        for camera in cameras:
            strips = recordings.strips(camera, plan.since, plan.until)
            spans = (min(s.until, plan.until) - max(s.since, plan.since) for s in strips)
            seconds[camera] = sum(max(0.0, span.total_seconds()) for span in spans)
        if not plan.cameras or plan.until - plan.since > _LONGEST_ASKED:
            return Outlook(seconds, (), 0)
        request = ExportRequest(plan.cameras, plan.since, plan.until)
        followed = house.exports.followed(request)
        shown = followed[:_MOST_KEPT]
        portraits = house.review.portraits(path.track for path in shown)
        people = house.events.names().people
        seen = [
            Seen(
                path.track,
                _called(path, people),
                small(portraits[path.track], _FACE) if path.track in portraits else None,
            )
            for path in shown
        ]
        return Outlook(seconds, tuple(seen), len(followed) - len(seen))

    def _take_outlook(self, outlook: Outlook) -> None:
        self._asking, self.trouble = False, ""
        if self._again:
            self._again = False
            self._ask()
            return
        self.outlook = outlook
        known = {one.track for one in outlook.seen}
        self.plan = replace(self.plan, keep=tuple(k for k in self.plan.keep if k in known))
        self.changed.emit()

    def _no_outlook(self, error: OmniSightError) -> None:
        self._asking = self._again = False
        self.trouble = str(error)
        self.changed.emit()


def _open(file: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(file)))


def _under_way(share: float, since_s: float) -> str:
    """How far it is, and how long it will take as fast as it went until now."""
    if share < _TELLING:
        return tr("Exporting: {share} %", share=round(share * 100))
    left = length(since_s * (1 - share) / share)
    return tr("Exporting: {share} % · about {time} left", share=round(share * 100), time=left)


def _course(job: ExportJob, since_s: float = 0.0) -> Course:
    if job.state is JobState.DONE and job.exported is not None:
        target = job.exported.target
        films = (film.file for film in job.exported.films)
        files = tuple(f if f.is_absolute() else target / "films" / f for f in films)
        missing = len(job.exported.unshown)
        words = tr("Saved to {place}.", place=target)
        if job.exported.key_words:
            words += " " + tr("Sealed with the key: {words}.", words=job.exported.key_words)
        if missing:
            words += " " + tr("{count} recordings could not be shown.", count=missing)
        return Course(job.state, 1.0, words, files, target)
    if job.state is JobState.FAILED:
        return Course(job.state, job.share, str(job.trouble or ""))
    said = {
        JobState.WAITING: tr("It waits for its turn."),
        JobState.RUNNING: _under_way(job.share, since_s),
        JobState.CANCELLED: tr("The export was cancelled; nothing is left behind."),
    }
    return Course(job.state, job.share, said.get(job.state, ""))


def _drawn(plan: Plan) -> frozenset[Draw]:
    wanted = ((Draw.BOXES, plan.boxes), (Draw.NAMES, plan.names), (Draw.TIME, plan.time))
    return frozenset(draw for draw, on in wanted if on)


def _called(path: TrackPath, people: Mapping[str, str]) -> str:
    at = f"{path.start.astimezone():%H:%M:%S}"
    return f"{people.get(path.person or '') or thing(path.label)} · {at}"


def _free(target: Path) -> Path:
    number, free = 1, target
    while free.exists():
        number += 1
        free = target.with_name(f"{target.stem} {number}{target.suffix}")
    return free


def _usual_folder() -> Path:
    movies = QStandardPaths.StandardLocation.MoviesLocation
    return Path(QStandardPaths.writableLocation(movies) or Path.home()) / "OmniSight"
