"""Adding a camera: what was found, what somebody typed, whether it works, and why not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from enum import StrEnum

from PySide6.QtCore import QObject, Signal

from omnisight_desktop.capture.address import Kind, kind_of, name_of, shown, with_login
from omnisight_desktop.capture.devices import webcams
from omnisight_desktop.core.camera import CameraOptions, Transport
from omnisight_desktop.core.errors import OmniSightError, UsageError
from omnisight_desktop.core.frame import Image
from omnisight_desktop.gui.desk import Desk
from omnisight_desktop.gui.ops import Ops
from omnisight_desktop.gui.tongue import told, tr
from omnisight_desktop.gui.viewmodels.faults import fix_of, words_of
from omnisight_desktop.services.trial import CameraTest


class Sort(StrEnum):
    """What somebody wants to add."""

    WEBCAM = "webcam"
    ADDRESS = "address"
    FILE = "file"


@dataclass(frozen=True, slots=True)
class Found:
    """A camera that was found by itself, and where."""

    name: str
    address: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What stands in the form."""

    sort: Sort = Sort.WEBCAM
    address: str = ""
    name: str = ""
    user: str = ""
    password: str = field(default="", repr=False)
    again: bool = True  # a file comes again and again, like a camera
    udp: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Trial:
    """What came of trying: words, a fix, and the first picture."""

    ok: bool
    words: str
    fix: str = ""
    image: Image | None = None


#: Looks for cameras somewhere, and tells those it found; may take a while.
Finder = Callable[[], list[Found]]


class AddingViewModel(QObject):
    """State and verbs of adding a camera; it knows no widget.

    ``finders`` are the places where cameras are looked for, by their headings.
    """

    changed = Signal()
    found_changed = Signal()
    added = Signal(str)  # the id of the new camera

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._calls = Ops(threads=1)  # a camera that does not answer keeps nobody else waiting
        self.finders: dict[str, Finder] = {tr("On this computer"): _webcams}
        self.found: dict[str, list[Found]] = {}
        self.looking = False
        self.wanted = Wanted()
        self.trial: Trial | None = None
        self.trying = False
        self.saving = False
        self.trouble = ""
        self._asked = 0

    def begin(self) -> None:
        """An empty form, and a look around."""
        self._asked += 1
        self.wanted, self.trial, self.trouble = Wanted(), None, ""
        self.trying = self.saving = False
        self.changed.emit()
        self.look_around()

    def look_around(self) -> None:
        """See which cameras there are by themselves."""
        if self.looking:
            return
        self.looking = True
        self.found_changed.emit()
        finders = dict(self.finders)

        def look() -> dict[str, list[Found]]:
            return {where: finder() for where, finder in finders.items()}

        def done(found: dict[str, list[Found]]) -> None:
            self.looking, self.found = False, found
            self.found_changed.emit()

        def failed(error: OmniSightError) -> None:
            self.looking, self.trouble = False, words_of(error)
            self.found_changed.emit()
            self.changed.emit()

        self._desk.ops.run(look, done, failed)

    def fill(self, **told: object) -> None:
        """Change what stands in the form; what was tried is no news any more."""
        wanted = replace(self.wanted, **told)  # type: ignore[arg-type]
        if wanted == self.wanted:
            return
        named = {"name"} >= set(told)
        self.wanted = wanted
        if not named:
            self._asked += 1
            self.trial, self.trying = None, False
        self.trouble = ""
        self.changed.emit()

    def take(self, found: Found) -> None:
        """Fill in what was found, and try it."""
        name = self.wanted.name or found.name
        sort = Sort.WEBCAM if kind_of(found.address) is Kind.WEBCAM else Sort.ADDRESS
        self.fill(sort=sort, address=found.address, name=name)
        self.test()

    @property
    def ready(self) -> bool:
        """Whether enough is said to be tried."""
        return bool(self.wanted.address.strip())

    @property
    def usual_name(self) -> str:
        """What it is called where nobody says anything else."""
        return name_of(self.wanted.address.strip()) if self.ready else ""

    @property
    def asks_for_login(self) -> bool:
        """Whether somebody may have to log in there."""
        return self.wanted.sort is Sort.ADDRESS

    def test(self) -> None:
        """Call it once and say what comes. A password is tried once."""
        if not self.ready:
            return
        self._asked += 1
        asked, self.trying, self.trial, self.trouble = self._asked, True, None, ""
        self.changed.emit()
        cameras, wanted = self._desk.house.cameras, self.wanted

        def call() -> Trial:
            transport = Transport.UDP if wanted.udp else Transport.TCP
            (tried,) = cameras.test(_whole(wanted), transport)
            return told_of(tried)

        def done(trial: Trial) -> None:
            if asked == self._asked:
                self.trying, self.trial = False, trial
                self.changed.emit()

        def failed(error: OmniSightError) -> None:
            done(Trial(False, told(error.reason), fix_of(error)))

        self._calls.run(call, done, failed)

    def stop(self) -> None:
        """Wait for the test no longer."""
        self._asked += 1
        self.trying = False
        self.changed.emit()

    def save(self) -> None:
        """Watch it from now on; its password goes to where secrets are kept."""
        if not self.ready or self.saving:
            return
        self.saving, self.trouble = True, ""
        self.changed.emit()
        cameras, wanted = self._desk.house.cameras, self.wanted

        def add() -> str:
            options = CameraOptions(transport=Transport.UDP if wanted.udp else Transport.TCP)
            saved = cameras.add(_whole(wanted), wanted.name.strip() or None, options)
            return saved.camera.id

        def done(camera: str) -> None:
            self.saving = False
            self.changed.emit()
            self.added.emit(camera)

        def failed(error: OmniSightError) -> None:
            self.saving, self.trouble = False, words_of(error)
            self.changed.emit()

        self._desk.ops.run(add, done, failed)

    def close(self) -> None:
        """Wait for what still runs."""
        self._calls.close()


def told_of(tried: CameraTest) -> Trial:
    """What came of trying one stream, for a person."""
    image = tried.picture.bgr() if tried.picture is not None else None
    if tried.trouble is not None:
        return Trial(False, told(tried.trouble.reason), fix_of(tried.trouble), image)
    parts = []
    if tried.picture is not None:
        size = f"{tried.picture.width} × {tried.picture.height}"
        codec = (tried.info.codec or "").upper() if tried.info else ""
        parts.append(f"{size} {codec}".strip())
    if tried.fps:
        parts.append(tr("{fps} pictures a second", fps=f"{tried.fps:.0f}"))
    sound = tried.info.sound if tried.info else None
    parts.append(tr("with sound") if sound else tr("no sound"))
    if tried.latency_s is not None:
        parts.append(tr("the first after {seconds} s", seconds=f"{tried.latency_s:.1f}"))
    return Trial(True, " · ".join(parts), "", image)


def _whole(wanted: Wanted) -> str:
    address = wanted.address.strip()
    if wanted.sort is Sort.FILE:
        plain = kind_of(address) is Kind.FILE
        return f"replay:{address}" if plain and wanted.again else address
    if wanted.sort is Sort.ADDRESS and kind_of(address) is Kind.FILE and address[0] not in "/~":
        raise UsageError(
            tr("'{address}' is no address.", address=shown(address)),
            fix=tr("Write it as rtsp://HOST/PATH, http://HOST/PATH or axis://HOST."),
        )
    if wanted.user:
        if kind_of(address) not in (Kind.STREAM, Kind.AXIS):
            raise UsageError(tr("Nobody logs in there."), fix=tr("Leave the user name empty."))
        return with_login(address, wanted.user, wanted.password)
    return address


def _webcams() -> list[Found]:
    return [
        Found(one.name or tr("Webcam {number}", number=one.index), f"webcam:{one.index}")
        for one in webcams()
    ]
