"""The program that watches: owns the data folder, runs the pipeline, shows the window or goes without."""

from __future__ import annotations

import logging
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from typing import Any

from omnisight_desktop.app.build import owned
from omnisight_desktop.app.senses import detector_of, habits_of, senses_of
from omnisight_desktop.capture.address import DEMO
from omnisight_desktop.config.load import forget_foreign_qt, has_display
from omnisight_desktop.config.paths import Paths
from omnisight_desktop.config.schema import Settings
from omnisight_desktop.core.camera import Camera
from omnisight_desktop.core.errors import DataFolderOwned
from omnisight_desktop.core.event import Committed
from omnisight_desktop.core.registry import Health
from omnisight_desktop.flow.door import Door, knock
from omnisight_desktop.flow.worker import Worker
from omnisight_desktop.observability.doctor.probe import Probe
from omnisight_desktop.observability.logs import set_up
from omnisight_desktop.pipeline.feed import one_for_all
from omnisight_desktop.pipeline.room import Room
from omnisight_desktop.pipeline.supervisor import Pipeline
from omnisight_desktop.services.house import House
from omnisight_desktop.services.live import Live
from omnisight_desktop.storage.check import check
from omnisight_desktop.storage.migrate import upgrade
from omnisight_desktop.storage.owner import own, was_killed

log = logging.getLogger(__name__)

_KNOCK_S = 5.0
_KEEP_S = 10.0
_ROUND_S = 0.5


class Bell:
    """Rung from the door when the program is started a second time; the window answers it."""

    def __init__(self) -> None:
        self._answer: Callable[[], None] | None = None

    def answer_with(self, answer: Callable[[], None]) -> None:
        """What to do when it rings."""
        self._answer = answer

    def ring(self) -> bool:
        """Ring; False when nobody answers, because there is no window."""
        if self._answer is None:
            return False
        self._answer()
        return True


def run(
    paths: Paths,
    settings: Settings,
    *,
    sources: Sequence[str] = (),
    headless: bool = False,
    seconds: float | None = None,
    say: Callable[[str], None],
) -> int:
    """Watch until the window is closed, the program is told to stop, or the time is over."""
    paths.make()
    set_up(paths, verbose=False)
    with ExitStack() as stack:
        killed = was_killed(paths.root)
        try:
            stack.enter_context(own(paths.root))
        except DataFolderOwned:
            return _raise_the_other(paths, say)
        if killed:
            _tidy_files(paths, say)
        house = stack.enter_context(owned(paths, settings))
        if killed:
            house.events.close_unfinished()
        live = stack.enter_context(watching(house, sources))
        house.cameras.when_changed(_follower(house, live))
        stack.enter_context(_tidying(house))
        bell = Bell()
        stack.enter_context(Door(paths.door, _verbs(house, live, bell)))
        if headless or not _window_possible(say):
            return _headless(house, live, seconds, say)
        forget_foreign_qt()
        from omnisight_desktop.gui.application import show

        return show(house, live, bell.answer_with, seconds)


@contextmanager
def watching(house: House, sources: Sequence[str]) -> Iterator[Live]:
    """The pipeline over the wanted cameras, or over those that were added, or the demo."""
    choice = detector_of(house)
    pipeline = Pipeline(
        senses_of(house, choice),
        _keeping(house),
        house.paths.media,
        habits_of(house.settings),
        house.clock,
        _room(house).trouble,
    )
    pipeline.start()
    try:
        for address in sources:
            pipeline.add(house.cameras.remember(address), one_for_all(address))
        if not sources:
            for camera in house.cameras.enabled() or [house.cameras.remember(DEMO)]:
                pipeline.add(camera, house.cameras.addresses(camera))
        yield Live(pipeline, choice, house.paths.media)
    finally:
        pipeline.stop()


def _room(house: House) -> Room:
    """Whether the disk has room for footage."""
    floor = house.settings.retention
    return Room(house.paths.media, floor.free_disk_percent, floor.free_disk_gb, house.clock)


def _follower(house: House, live: Live) -> Callable[[Camera], None]:
    """Takes up at once what was changed about a camera."""

    def follow(camera: Camera) -> None:
        if not camera.enabled:
            live.leave(camera.id)
            return
        live.watch(camera, house.cameras.addresses(camera))
        demo = house.cameras.find("Demo")
        if demo is not None and not demo.enabled and demo.uri == DEMO:
            live.leave(demo.id)  # it stood in until there was a camera

    return follow


@contextmanager
def _tidying(house: House) -> Iterator[None]:
    """Keeps the memory within its bounds while the program runs."""
    worker = Worker("retention", house.retention.run)
    worker.start()
    try:
        yield
    finally:
        worker.stop()
        worker.join()


def _window_possible(say: Callable[[str], None]) -> bool:
    """Whether Qt can open a window; asked in a child, for Qt ends a program that it cannot serve."""
    if not has_display():
        say("There is no display here, so there is no window; watching goes on without.")
        return False
    with Probe() as probe:
        platform, _ = probe.window_system()
    if not platform:
        say("The display does not answer, so there is no window; watching goes on without.")
        say("  'omnisight doctor' tells more.")
    return bool(platform)


def _keeping(house: House) -> Callable[..., None]:
    """How the walk hands over what it saw: it waits a while, but a full disk must not stop it."""

    def keep(*values: Any) -> None:
        if not house.keeper.keep(*values, timeout_s=_KEEP_S):
            lost.add(len(values))
            log.error("neither database nor journal takes in what is seen; %d lost", lost.value)

    lost = house.instruments.counter("walk.not_kept")
    return keep


def _tidy_files(paths: Paths, say: Callable[[str], None]) -> None:
    """Make rows and files agree again after the program was killed."""
    say("OmniSight was not closed in order the last time; looking after its files.")
    if not paths.database.exists():
        return
    upgrade(paths.database, paths.backups)
    for finding in check(paths.database, paths.media, repair=True):
        if finding.state is not Health.OK:
            say(f"{finding.name}: {finding.reason} {finding.fix}".rstrip())


def _verbs(house: House, live: Live, bell: Bell) -> dict[str, Callable[[Any], Any]]:
    """What other programs may ask of the one that runs."""

    def import_lines(payload: Any) -> Any:
        report = house.events.import_lines(payload["lines"], atomic=payload.get("atomic", False))
        problems = [{"line": p.line, "reason": p.reason} for p in report.problems]
        return {"imported": report.imported, "problems": problems}

    return {
        "raise": lambda _: {"raised": bell.ring()},
        "status": lambda _: _status(live),
        "events.import": import_lines,
        "cleanup": house.retention.answer,
        "cameras.keep": house.cameras.answer,
    }


def _status(live: Live) -> dict[str, Any]:
    return {
        "cameras": [s.camera for s in live.statuses()],
        "states": {
            s.camera: {
                "state": s.state,
                "since": s.since.isoformat(),
                "reason": s.reason,
                "fix": s.fix,
                "quality": s.quality,
            }
            for s in live.statuses()
        },
        "readings": {r.name: r.value for r in live.readings()},
    }


def _raise_the_other(paths: Paths, say: Callable[[str], None]) -> int:
    answer = knock(paths.door, "raise", {}, _KNOCK_S)
    raised = isinstance(answer, dict) and answer.get("raised")
    say(
        "OmniSight runs already"
        + ("; its window is in front now." if raised else ", without a window.")
    )
    return 0


def _headless(house: House, live: Live, seconds: float | None, say: Callable[[str], None]) -> int:
    stop = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: stop.set())
    names = ", ".join(camera.name for camera in live.cameras())
    say(f"Watching {names}. What happens is listed here; Ctrl+C ends it.")
    rings = house.bus.listen(Committed, "headless", capacity=64)
    trouble = quiet = ""
    until = None if seconds is None else house.clock.mono() + seconds
    seen = house.events.newest_seq()
    told: dict[str, str] = {}
    while not stop.wait(_ROUND_S) and not live.idle():
        _tell_states(live, told, say)
        found = live.detector_trouble()
        if found is not None and str(found) != trouble:
            trouble = str(found)
            say(f"Nobody can be found just now. {trouble}")
        unfilmed = live.recording_trouble()
        if str(unfilmed or "") != quiet:
            quiet = str(unfilmed or "")
            say(f"Nothing is recorded just now. {quiet}" if quiet else "Clips are recorded again.")
        if rings.drain():
            seen = _tell_events(house, seen, say)
        if until is not None and house.clock.mono() >= until:
            break
    return 0


def _tell_states(live: Live, told: dict[str, str], say: Callable[[str], None]) -> None:
    for status in live.statuses():
        if told.get(status.camera) != status.state:
            told[status.camera] = status.state
            say(f"{status.camera}: {status.state} {status.reason} {status.fix}".rstrip())


def _tell_events(house: House, seen: int, say: Callable[[str], None]) -> int:
    names = house.events.names()
    for seq, event in house.events.since(seen):
        seen = seq
        if event.story not in (None, event.id):
            continue  # it belongs to what was said already
        place = names.cameras.get(event.camera, event.camera)
        what = " ".join(w for w in (event.label, event.type) if w)
        say(f"{event.start.astimezone():%H:%M:%S}  {place}: {what}")
    return seen
