"""The review panel: the player on top, the timeline below it, the stories beside them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QHBoxLayout,
    QLabel,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from omnisight_desktop.core.clock import from_ms
from omnisight_desktop.gui.action import Action
from omnisight_desktop.gui.look import Look
from omnisight_desktop.gui.speaker import Speaker
from omnisight_desktop.gui.theme import Size
from omnisight_desktop.gui.tongue import tr
from omnisight_desktop.gui.viewmodels.playing import SPEEDS
from omnisight_desktop.gui.viewmodels.review import ListState, ReviewViewModel
from omnisight_desktop.gui.viewmodels.wanted import Facet
from omnisight_desktop.gui.widgets.exportsheet import ExportSheet
from omnisight_desktop.gui.widgets.glimpse import Glimpse
from omnisight_desktop.gui.widgets.grid import TileGrid
from omnisight_desktop.gui.widgets.panel import Panel
from omnisight_desktop.gui.widgets.screen import OVERLAYS, Screen
from omnisight_desktop.gui.widgets.sieve import Group, Sieve
from omnisight_desktop.gui.widgets.storydrawer import StoryDrawer
from omnisight_desktop.gui.widgets.timeline import Stretch, Timeline
from omnisight_desktop.gui.widgets.transport import Transport, Verbs

_PICTURES_MS = 25  # the panel asks for pictures at its own pace
_FIT_MS = 120
_WIDE_WINDOW = 1500
_WIDE_DRAWER = 400
_SKIP_S = 10.0
_PAN = 0.25  # of what is in view
_CLOSER, _FURTHER = 0.6, 1 / 0.6


class ReviewPanel(Panel):
    """Shows what was recorded; it pulls, and nobody waits for it."""

    def __init__(self, model: ReviewViewModel, look: Look) -> None:
        super().__init__()
        self._model = model
        self._playing = model.playing
        self._look = look
        self._screens: dict[str, Screen] = {}
        self._overlays = OVERLAYS
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._sieve = Sieve(tr("Review"), look, self._groups)
        self._wall = TileGrid()
        self._nothing = QLabel()
        self._transport = Transport(look, self._verbs(), SPEEDS)
        self._timeline = Timeline(look)
        self._timeline.setAccessibleName(tr("Timeline"))
        self._unread = QLabel()
        self._drawer = StoryDrawer(model.stories, look)
        self._sheet = ExportSheet(look)
        self._side = QStackedWidget()
        self._lay_out()
        self._glimpse = Glimpse(self, look)
        self._speaker = Speaker()
        self._ticking = _timer(self, _PICTURES_MS, self._tick)
        self._fitting = _timer(self, _FIT_MS, self._fit)
        self._fitting.setSingleShot(True)
        self._listen()

    # What the window asks.

    def actions_here(self) -> Sequence[Action]:
        """Everything has a key."""
        model, playing, lanes = self._model, self._playing, self._model.lanes

        def act(name: str, words: str, run: Callable[[], object], keys: str, icon: str) -> Action:
            return Action(f"review.{name}", words, run, keys, icon)

        return (
            act("play", tr("Play or pause"), self._play, "Space", "play"),
            act(
                "forward", tr("Play on, faster each time"), lambda: playing.faster(1), "L", "speed"
            ),
            act(
                "back", tr("Play back, faster each time"), lambda: playing.faster(-1), "J", "speed"
            ),
            act("pause", tr("Pause"), lambda: playing.play(0), "K", "pause"),
            act("later", tr("Next story"), lambda: model.go_by_event(True), "Right", "next"),
            act(
                "earlier", tr("Story before"), lambda: model.go_by_event(False), "Left", "previous"
            ),
            act("on", tr("One picture further"), lambda: playing.step(1), ".", "step-forward"),
            act("off", tr("One picture back"), lambda: playing.step(-1), ",", "step-back"),
            act("skip", tr("Ten seconds further"), lambda: self._skip(_SKIP_S), "Shift+Right", ""),
            act("skipback", tr("Ten seconds back"), lambda: self._skip(-_SKIP_S), "Shift+Left", ""),
            act("sound", tr("Sound on or off"), self._turn_sound, "M", "sound"),
            act("in", tr("Mark the beginning"), lambda: playing.mark(begin=True), "I", "mark-in"),
            act("out", tr("Mark the end"), lambda: playing.mark(begin=False), "O", "mark-out"),
            act("unmark", tr("Take the marks away"), self._unmark, "Shift+I", ""),
            act("export", tr("Export"), model.plan_export, "E", "export"),
            act("leave", tr("Back to the stories"), self._leave_sheet, "Esc", "back"),
            act("reviewed", tr("Reviewed, or not"), model.review, "R", "check"),
            act("reviewall", tr("Everything listed is reviewed"), model.review_all, "Shift+R", ""),
            act("search", tr("Search in stories"), self._sieve.search.setFocus, "Ctrl+F", "search"),
            act("sheet", tr("Stories as list or as pictures"), self._turn_sheet, "V", "grid"),
            act("group", tr("Group events to stories"), self._turn_groups, "G", "layers"),
            act("clear", tr("Take all filters away"), model.clear, "Shift+F", "filter"),
            act("closer", tr("Timeline: closer"), lambda: lanes.zoom(_CLOSER), "+", "zoom-in"),
            act("further", tr("Timeline: further"), lambda: lanes.zoom(_FURTHER), "-", "zoom-out"),
            act("sooner", tr("Timeline: earlier"), lambda: self._pan(-_PAN), "Ctrl+Left", ""),
            act("later_on", tr("Timeline: later"), lambda: self._pan(_PAN), "Ctrl+Right", ""),
            act("all", tr("Timeline: everything"), lanes.show_all, "0", "maximise"),
        )

    def show_this(self, wanted: str) -> None:
        self._model.choose(wanted)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        super().showEvent(event)
        self._model.come_forward()
        self._ticking.start()
        self.setFocus()
        self._focus_list()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        super().hideEvent(event)
        self._ticking.stop()
        self._speaker.stop()
        self._model.go_away()

    def close_down(self) -> None:
        self._ticking.stop()
        self._fitting.stop()
        self._speaker.stop()
        self._model.close()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        wide = self.width() >= _WIDE_WINDOW
        self._side.setFixedWidth(_WIDE_DRAWER if wide else Size.DRAWER)

    # How it is put together.

    def _lay_out(self) -> None:
        self._nothing.setProperty("role", "muted")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.setWordWrap(True)
        left = QVBoxLayout()
        left.setContentsMargins(Size.ROOM, Size.PAD, Size.ROOM, Size.ROOM)
        left.setSpacing(Size.PAD)
        left.addWidget(self._sieve)
        left.addWidget(self._wall, 1)
        left.addWidget(self._nothing, 1)
        left.addWidget(self._transport)
        self._unread.setProperty("role", "failed")
        self._unread.setWordWrap(True)
        self._unread.setTextFormat(Qt.TextFormat.PlainText)
        self._unread.hide()
        left.addWidget(self._unread)
        left.addWidget(self._timeline)
        self._side.setObjectName("drawer")
        self._side.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._side.setFixedWidth(Size.DRAWER)
        self._side.addWidget(self._drawer)
        self._side.addWidget(self._sheet)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(left, 1)
        row.addWidget(self._side)

    def _listen(self) -> None:
        model, playing, lanes = self._model, self._playing, self._model.lanes
        model.state_changed.connect(self._show_state)
        model.wanted_changed.connect(self._show_wanted)
        model.chosen_changed.connect(self._show_chosen)
        playing.changed.connect(self._show_playing)
        playing.moved.connect(self._show_moment)
        lanes.changed.connect(self._show_range)
        lanes.loaded.connect(self._show_lanes)
        lanes.glimpsed.connect(self._show_glimpse)
        self._sieve.searched.connect(lambda text: model.narrow(Facet.TEXT, text))
        self._sieve.chosen.connect(lambda facet, value: model.narrow(Facet(facet), value))
        self._sieve.taken.connect(model.widen)
        self._sieve.cleared.connect(model.clear)
        self._drawer.list.wanted.connect(model.choose)
        self._drawer.sheet_wanted.connect(model.show_sheet)
        self._drawer.groups_wanted.connect(model.group)
        self._drawer.helped.connect(model.help)
        export, sheet = model.export, self._sheet
        export.opened.connect(self._open_sheet)
        export.changed.connect(self._show_export)
        sheet.changed.connect(export.change)
        sheet.started.connect(export.start)
        sheet.cancelled.connect(export.cancel)
        sheet.finished_with.connect(export.done_with)
        sheet.closed.connect(self._leave_sheet)
        timeline = self._timeline
        timeline.zoomed.connect(lanes.zoom)
        timeline.panned.connect(lanes.pan)
        timeline.sought.connect(self._go_to)
        timeline.scrubbed.connect(lambda ms: self._go_to(ms, ""))
        timeline.marked.connect(lambda a, b: playing.mark_stretch(a / 1000, b / 1000))
        timeline.toggled.connect(playing.show_also)
        timeline.hovered.connect(self._hover)
        self._hovered = ("", -1.0, 0.0)
        self._show_wanted()
        self._show_state()
        self._show_chosen()
        self._show_playing()
        self._show_range()

    def _verbs(self) -> Verbs:
        model, playing = self._model, self._playing
        return Verbs(
            before=lambda: model.go_by_event(False),
            back=lambda: playing.step(-1),
            play=playing.play_or_pause,
            on=lambda: playing.step(1),
            after=lambda: model.go_by_event(True),
            speed=playing.play,
            mark_in=lambda: playing.mark(begin=True),
            mark_out=lambda: playing.mark(begin=False),
            export=model.plan_export,
            review=model.review,
            overlays=self._draw,
            camera=playing.show_also,
            sound=self._turn_sound,
        )

    # What is shown.

    def _tick(self) -> None:
        self._playing.tick()
        self._play_sound()
        for camera, screen in self._screens.items():
            picture = self._playing.picture(camera, screen.serial)
            if picture is not None:
                overlays = picture.marked, picture.bodies
                screen.show_picture(picture.serial, picture.image, overlays, picture.sentence)

    def _play_sound(self) -> None:
        """As much as the loudspeakers take; they are opened when there is something to be heard."""
        if not self._playing.heard or self._playing.speed != 1.0:
            self._speaker.stop()
            return
        if not self._speaker.on and (trouble := self._speaker.start()):
            self._playing.hear(False, trouble)
            return
        self._speaker.put(self._playing.sound(self._speaker.room()))

    def _show_state(self) -> None:
        state = self._model.state
        self._show_nothing()
        if state is ListState.READY:
            self._drawer.show_list()
            self._focus_list()
        elif state is ListState.LOADING:
            self._drawer.show_words(tr("Looking…"))
        elif state is ListState.FAILED:
            self._drawer.show_words(self._model.trouble, tr("Try again"))
        elif state is ListState.NOTHING_FITS:
            self._drawer.show_words(tr("Nothing fits all of these filters."), tr("Show everything"))
        else:
            self._drawer.show_words(
                tr(
                    "Nothing has happened yet. Whoever comes by will be listed here, "
                    "with their picture and a clip."
                ),
                tr("Add a camera"),
            )

    def _show_wanted(self) -> None:
        model = self._model
        self._sieve.show_chips(model.wanted.text, [(chip.words, chip) for chip in model.chips()])
        self._drawer.show_modes(sheet=model.as_sheet, grouped=model.grouped)
        self._show_cameras()

    def _show_chosen(self) -> None:
        entry = self._model.entry()
        self._transport.show_reviewed(None if entry is None else entry.reviewed)
        for camera, screen in self._screens.items():
            mine = entry is not None and entry.camera == camera
            screen.point_out(entry.tracks if mine and entry is not None else ())
        row = self._model.stories.row_of(self._model.chosen)
        if row >= 0:
            index = self._model.stories.index(row)
            if self._drawer.list.currentIndex().row() != row:
                self._drawer.list.setCurrentIndex(index)
            self._drawer.list.scrollTo(index)

    def _show_playing(self) -> None:
        playing = self._playing
        cameras = playing.cameras
        if tuple(self._screens) != cameras:
            self._screens = {c: self._screens.get(c) or self._screen(c) for c in cameras}
            self._wall.show_tiles(list(self._screens.values()))
            self._fitting.start()
        for camera, screen in self._screens.items():
            screen.call_it(playing.name_of(camera))
        self._wall.setVisible(bool(cameras))
        self._nothing.setVisible(not cameras)
        self._transport.let(playing.anything)
        self._transport.show_sound(playing.heard)
        self._show_nothing()
        self._transport.show_speed(playing.speed)
        marks = playing.marks
        begin = None if marks.begin_s is None else marks.begin_s * 1000
        end = None if marks.end_s is None else marks.end_s * 1000
        self._timeline.show_stretch(Stretch(begin, end))
        self._show_cameras()
        self._show_moment(playing.at_s)

    def _show_nothing(self) -> None:
        empty = self._model.state in (ListState.EMPTY, ListState.LOADING)
        self._nothing.setText(
            tr("What is recorded can be played here.")
            if empty
            else tr("Choose a story, or a moment on the timeline, to see it here.")
        )

    def _show_cameras(self) -> None:
        cameras = self._model.lane_cameras()
        self._timeline.show_cameras(cameras, self._playing.cameras)
        self._transport.show_cameras(cameras, self._playing.cameras)

    def _show_moment(self, at_s: float) -> None:
        if not self._playing.anything:
            self._transport.show_moment(None)
            self._timeline.show_moment(None)
            return
        if self._playing.speed:
            self._model.lanes.follow(at_s)
        self._transport.show_moment(from_ms(round(at_s * 1000)))
        self._timeline.show_moment(at_s * 1000)

    def _show_lanes(self) -> None:
        self._timeline.show_lanes(self._model.lanes.drawn)
        trouble = self._model.lanes.trouble
        self._unread.setText(tr("The timeline cannot be read. {why}", why=trouble))
        self._unread.setVisible(bool(trouble))

    def _show_range(self) -> None:
        lanes = self._model.lanes
        self._timeline.show_range(lanes.since_ms, lanes.until_ms)

    def _show_export(self) -> None:
        export = self._model.export
        words = export.trouble or export.summary(), export.hindrance()
        self._sheet.show_course(export.course)
        self._sheet.show_plan(export.plan, export.cameras, export.outlook, words)

    def _screen(self, camera: str) -> Screen:
        screen = Screen(self._playing.name_of(camera), self._look)
        screen.show_overlays(self._overlays)
        screen.double_clicked.connect(lambda: self._alone_or_together(camera))
        screen.resized.connect(self._fitting.start)
        return screen

    def _fit(self) -> None:
        """Pictures are made as wide as they are painted, once that has settled."""
        for camera, screen in self._screens.items():
            self._playing.fit(camera, round(screen.width() * self.devicePixelRatioF()))
        if self._playing.anything and not self._playing.speed:
            self._playing.again()

    # What somebody does.

    def _play(self) -> None:
        focus = QApplication.focusWidget()
        if isinstance(focus, QAbstractButton) and self.isAncestorOf(focus):
            focus.click()  # who tabbed to a button means that button
        else:
            self._playing.play_or_pause()

    def _pan(self, share: float) -> None:
        """Look at what lies beside it on the timeline."""
        self._model.lanes.pan(share * self._model.lanes.span_ms)

    def _skip(self, seconds: float) -> None:
        """Further, or back; the timeline goes along, also where nothing plays."""
        self._playing.skip(seconds)
        self._model.lanes.follow(self._playing.at_s)

    def _go_to(self, at_ms: float, camera: str) -> None:
        playing = self._playing
        if camera and camera not in playing.cameras:
            playing.show([camera], at_ms / 1000, play=playing.speed != 0)
        elif playing.cameras:
            playing.seek(at_ms / 1000)

    def _alone_or_together(self, camera: str) -> None:
        if len(self._playing.cameras) > 1:
            self._playing.show_only(camera)

    def _draw(self, overlays: frozenset[str]) -> None:
        self._overlays = overlays
        for screen in self._screens.values():
            screen.show_overlays(overlays)

    def _focus_list(self) -> None:
        """The keys of this panel work where its list, or it itself, has the keyboard."""
        if self.hasFocus() and self._drawer.list.isVisible():
            self._drawer.list.setFocus()

    def _open_sheet(self) -> None:
        self._side.setCurrentWidget(self._sheet)
        self._sheet.take_keyboard()

    def _leave_sheet(self) -> None:
        self._side.setCurrentWidget(self._drawer)
        self._drawer.list.setFocus()

    def _turn_sound(self) -> None:
        self._playing.hear(not self._playing.heard)

    def _unmark(self) -> None:
        self._playing.mark_stretch(None, None)

    def _turn_sheet(self) -> None:
        self._model.show_sheet(not self._model.as_sheet)

    def _turn_groups(self) -> None:
        self._model.group(not self._model.grouped)

    def _hover(self, camera: str, at_ms: float, x: float) -> None:
        self._hovered = camera, at_ms, x
        self._show_glimpse()

    def _show_glimpse(self) -> None:
        camera, at_ms, x = self._hovered
        if at_ms < 0:
            self._glimpse.hide()
            return
        image = self._model.lanes.glimpse(camera, at_ms) if camera else None
        place = self._timeline.mapTo(self, self._timeline.rect().topLeft())
        words = self._model.pointed_at(camera, at_ms)
        self._glimpse.show_at(place.x() + round(x), place.y() - Size.GAP, words, image)

    def _groups(self) -> Sequence[Group]:
        return [Group(words, facet.value, choices) for words, facet, choices in self._model.menu()]


def _timer(parent: QWidget, interval_ms: int, call: Callable[[], object]) -> QTimer:
    timer = QTimer(parent)
    timer.setInterval(interval_ms)
    timer.timeout.connect(call)
    return timer
