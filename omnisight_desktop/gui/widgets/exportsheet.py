"""The export sheet: from when to when, which cameras, what is drawn, who is hidden, and how far it is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QDateTime, QSize, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QIcon, QPixmap
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QDateTimeEdit,
    QFileDialog,
    QFormLayout,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QRadioButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from omnisight_desktop.core.clock import from_ms
from omnisight_desktop.gui import icons
from omnisight_desktop.gui.look import Look
from omnisight_desktop.gui.theme import Size
from omnisight_desktop.gui.tongue import tr
from omnisight_desktop.gui.viewmodels.exporting import Course, Hide, Outlook, Plan, Seen
from omnisight_desktop.gui.widgets.scrolled import Scrolled
from omnisight_desktop.gui.words import length

_FACE = 56
_FACES = 4  # side by side


class ExportSheet(QWidget):
    """Takes the place of the stories while an export is planned; nothing else has to wait for it."""

    changed = Signal(object)  # a Plan
    started = Signal()
    cancelled = Signal()
    closed = Signal()
    finished_with = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._plan: Plan | None = None
        self._known: tuple[dict[str, QCheckBox], dict[str, QToolButton]] = {}, {}
        self._showing = False
        self._since, self._until = self._moment(tr("From")), self._moment(tr("Until"))
        self._cameras = QVBoxLayout()
        self._boxes = self._check(tr("Boxes around people and things"), "boxes")
        self._names = self._check(tr("Their names"), "names")
        self._time = self._check(tr("Camera and time"), "time")
        self._hide = self._choices()
        self._keep = QWidget()
        self._faces = QGridLayout()
        self._kept_words = _label("", "small")
        self._sound = self._check(tr("Sound"), "sound")
        self._evidence = self._check(tr("Seal it as evidence"), "evidence")
        self._by = QLineEdit()
        self._by.setPlaceholderText(tr("Handed out by"))
        self._by.setAccessibleName(tr("Who hands the evidence out"))
        self._by.textEdited.connect(lambda words: self._change(by=words))
        self._folder = QLabel()
        self._folder.setProperty("role", "small")
        self._folder.setWordWrap(True)
        self._words = _label("", "small")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._start = QPushButton(tr("Export"))
        self._start.setProperty("role", "primary")
        self._start.clicked.connect(self.started)
        self._cancel = QPushButton(tr("Cancel"))
        self._cancel.clicked.connect(self.cancelled)
        self._open = QPushButton(tr("Open"))
        self._open.clicked.connect(self._open_film)
        self._show_folder = QPushButton(tr("Show folder"))
        self._show_folder.clicked.connect(self._open_folder)
        self._again = QPushButton(tr("New export"))
        self._again.clicked.connect(self.finished_with)
        self._course: Course | None = None
        self._scroll = Scrolled()
        self._lay_out()

    def show_plan(
        self,
        plan: Plan,
        cameras: Sequence[tuple[str, str]],
        outlook: Outlook | None,
        words: tuple[str, str],
    ) -> None:
        """What is planned, what there is of it, and in words what it comes to or why it cannot be."""
        self._showing = True
        self._plan = plan
        _set_moment(self._since, plan.since)
        _set_moment(self._until, plan.until)
        self._show_cameras(plan, cameras, outlook)
        for box, on in (
            (self._boxes, plan.boxes),
            (self._names, plan.names),
            (self._time, plan.time),
            (self._sound, plan.sound),
            (self._evidence, plan.evidence),
        ):
            box.setChecked(on)
        for place, said in enumerate(_hidden(others=bool(plan.keep))):
            self._hide.button(place).setText(said)
        self._hide.button(list(Hide).index(plan.hide)).setChecked(True)
        self._by.setVisible(plan.evidence)
        self._keep.setVisible(plan.hide is not Hide.NOBODY)
        self._show_faces(plan, outlook)
        self._folder.setText(str(plan.folder))
        summary, hindrance = words
        self._start.setEnabled(not hindrance)
        if self._course is None:
            self._words.setText(hindrance or summary)
        self._showing = False

    def take_keyboard(self) -> None:
        """Whoever comes by a key goes on by keys."""
        self._start.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_course(self, course: Course | None) -> None:
        """How far it is; None while it is planned."""
        self._course = course
        running = course is not None and not course.over
        done = course is not None and bool(course.files)
        self._scroll.setEnabled(not running)
        self._bar.setVisible(running)
        self._cancel.setVisible(running)
        self._start.setVisible(course is None)
        self._open.setVisible(done)
        self._show_folder.setVisible(done)
        self._again.setVisible(course is not None and course.over)
        if course is not None:
            self._bar.setValue(round(course.share * 100))
            self._words.setText(course.words)

    # How it is put together.

    def _lay_out(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, Size.GAP, 0)
        column.setSpacing(Size.GAP)
        form = QFormLayout()
        form.setSpacing(Size.GAP)
        form.addRow(tr("From"), self._since)
        form.addRow(tr("Until"), self._until)
        column.addLayout(form)
        self._section(column, tr("Cameras"))
        self._cameras.setSpacing(0)
        column.addLayout(self._cameras)
        self._section(column, tr("Drawn on the picture"))
        for box in (self._boxes, self._names, self._time):
            column.addWidget(box)
        self._section(column, tr("Made unrecognisable"))
        for button in self._hide.buttons():
            column.addWidget(button)
        self._faces.setSpacing(Size.GAP // 2)
        kept = QVBoxLayout(self._keep)
        kept.setContentsMargins(0, 0, 0, 0)
        kept.addWidget(self._kept_words)
        kept.addLayout(self._faces)
        column.addWidget(self._keep)
        self._section(column, tr("File"))
        column.addWidget(self._sound)
        column.addWidget(self._evidence)
        column.addWidget(self._by)
        column.addLayout(self._place())
        column.addStretch(1)
        self._scroll.hold(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(Size.ROOM, Size.PAD, Size.GAP, Size.ROOM)
        whole.setSpacing(Size.GAP)
        whole.addLayout(self._head())
        whole.addWidget(self._scroll, 1)
        whole.addLayout(self._foot())
        self.show_course(None)

    def _head(self) -> QHBoxLayout:
        close = QToolButton()
        close.setProperty("role", "plain")
        close.setAccessibleName(tr("Back to the stories"))
        close.setToolTip(tr("Back to the stories") + "  Esc")
        icons.put(close, "close", self._look)
        close.clicked.connect(self.closed)
        row = QHBoxLayout()
        row.addWidget(_label(tr("Export"), "heading"))
        row.addStretch(1)
        row.addWidget(close)
        return row

    def _foot(self) -> QVBoxLayout:
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        buttons = QHBoxLayout()
        buttons.setSpacing(Size.GAP)
        for button in (self._start, self._cancel, self._open, self._show_folder):
            buttons.addWidget(button)
        foot = QVBoxLayout()
        foot.setContentsMargins(0, 0, Size.GAP, 0)
        foot.setSpacing(Size.GAP)
        foot.addWidget(self._bar)
        foot.addWidget(self._words)
        foot.addLayout(buttons)
        foot.addWidget(self._again)
        return foot

    def _place(self) -> QHBoxLayout:
        change = QPushButton(tr("Change…"))
        change.setToolTip(tr("Choose where it is saved"))
        change.clicked.connect(self._choose_folder)
        row = QHBoxLayout()
        row.addWidget(self._folder, 1)
        row.addWidget(change)
        return row

    def _section(self, column: QVBoxLayout, words: str) -> None:
        column.addSpacing(Size.GAP)
        line = QFrame()
        line.setProperty("role", "rule")
        line.setFixedHeight(1)
        column.addWidget(line)
        column.addWidget(_label(words, "strong"))

    def _moment(self, words: str) -> QDateTimeEdit:
        edit = QDateTimeEdit()
        edit.setAccessibleName(words)
        edit.setDisplayFormat(tr("yyyy-MM-dd  HH:mm:ss"))
        edit.setCalendarPopup(True)
        edit.dateTimeChanged.connect(lambda _: self._change_time())
        return edit

    def _check(self, words: str, field: str) -> QCheckBox:
        box = QCheckBox(words)
        box.toggled.connect(lambda on: self._change(**{field: on}))
        return box

    def _choices(self) -> QButtonGroup:
        group = QButtonGroup(self)
        for place, said in enumerate(_hidden(others=False)):
            group.addButton(QRadioButton(said), place)
        group.idToggled.connect(
            lambda place, on: self._change(hide=list(Hide)[place]) if on else None
        )
        return group

    # What is shown.

    def _show_cameras(
        self, plan: Plan, cameras: Sequence[tuple[str, str]], outlook: Outlook | None
    ) -> None:
        boxes = self._known[0]  # the same as before, or the keyboard would be lost
        if list(boxes) != [camera for camera, _ in cameras]:
            self._build_cameras([camera for camera, _ in cameras])
        for camera, name in cameras:
            seconds = outlook.seconds.get(camera, 0.0) if outlook else 0.0
            known = length(seconds) if seconds else tr("nothing")
            box = boxes[camera]
            box.setText(f"{name} · {known}" if outlook else name)
            box.setChecked(camera in plan.cameras)
            box.setEnabled(outlook is None or seconds > 0 or camera in plan.cameras)

    def _build_cameras(self, cameras: Sequence[str]) -> None:
        _clear(self._cameras)
        boxes = self._known[0]
        boxes.clear()
        for camera in cameras:
            box = boxes[camera] = QCheckBox()
            box.toggled.connect(lambda on, one=camera: self._choose_camera(one, on))
            self._cameras.addWidget(box)

    def _show_faces(self, plan: Plan, outlook: Outlook | None) -> None:
        if plan.hide is Hide.NOBODY:
            return
        seen: Sequence[Seen] = outlook.seen if outlook else ()
        words = tr("Choose who stays recognisable.") if seen else tr("Nobody was followed then.")
        self._kept_words.setText(words if outlook else tr("Looking what there is…"))
        faces = self._known[1]
        if outlook is not None and list(faces) != [one.track for one in seen]:
            self._build_faces(seen)
        for track, face in faces.items():
            face.setChecked(track in plan.keep)

    def _build_faces(self, seen: Sequence[Seen]) -> None:
        _clear(self._faces)
        self._known[1].clear()
        for place, one in enumerate(seen):
            face = QToolButton()
            face.setCheckable(True)
            self._known[1][one.track] = face
            face.setToolTip(one.words)
            face.setAccessibleName(tr("{who} stays recognisable", who=one.words))
            face.setFixedSize(_FACE + 8, _FACE + 8)
            face.setIconSize(QSize(_FACE, _FACE))
            if one.picture is not None:
                face.setIcon(QIcon(QPixmap.fromImage(one.picture)))
            else:
                face.setText(one.words.split(" · ")[-1])
            face.toggled.connect(lambda on, track=one.track: self._choose_face(track, on))
            self._faces.addWidget(face, place // _FACES, place % _FACES)

    # What somebody does.

    def _change(self, **fields: object) -> None:
        if self._plan is not None and not self._showing:
            change: Callable[..., Plan] = replace
            self.changed.emit(change(self._plan, **fields))

    def _change_time(self) -> None:
        self._change(since=_moment_of(self._since), until=_moment_of(self._until))

    def _choose_camera(self, camera: str, on: bool) -> None:
        if self._plan is not None:
            rest = tuple(one for one in self._plan.cameras if one != camera)
            self._change(cameras=(*rest, camera) if on else rest)

    def _choose_face(self, track: str, on: bool) -> None:
        if self._plan is not None:
            rest = tuple(one for one in self._plan.keep if one != track)
            self._change(keep=(*rest, track) if on else rest)

    def _choose_folder(self) -> None:
        plan = self._plan
        if plan is None:
            return
        begin = next((one for one in (plan.folder, *plan.folder.parents) if one.is_dir()), Path())
        chosen = QFileDialog.getExistingDirectory(self, tr("Where to save"), str(begin))
        if chosen:
            self._change(folder=Path(chosen))

    def _open_film(self) -> None:
        if self._course is not None and self._course.files:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._course.files[0])))

    def _open_folder(self) -> None:
        if self._course is not None and self._course.place is not None:
            place = self._course.place
            folder = place if place.is_dir() else place.parent
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


def _hidden(*, others: bool) -> tuple[str, str, str]:
    """Who is made unrecognisable; the others, where some people are chosen who are not."""
    if others:
        everybody = tr("Everybody else who was followed"), tr("Everything else in the picture")
    else:
        everybody = tr("Everybody who was followed"), tr("Everything in the picture")
    return (tr("Nobody"), *everybody)


def _label(words: str, role: str) -> QLabel:
    label = QLabel(words)
    label.setProperty("role", role)
    label.setWordWrap(role == "small")
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label


def _clear(layout: QVBoxLayout | QGridLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()


def _set_moment(edit: QDateTimeEdit, moment: datetime) -> None:
    wanted = QDateTime.fromMSecsSinceEpoch(round(moment.timestamp() * 1000))
    if _seconds(edit.dateTime()) != _seconds(wanted):
        edit.setDateTime(wanted)


def _seconds(moment: QDateTime) -> int:
    return moment.toMSecsSinceEpoch() // 1000


def _moment_of(edit: QDateTimeEdit) -> datetime:
    return from_ms(edit.dateTime().toMSecsSinceEpoch())
