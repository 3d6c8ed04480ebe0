"""The program that watches: owns the data folder, runs the pipeline, shows the window or goes without."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager, suppress
from dataclasses import replace
from typing import Any

from omnisight_desktop.app.build import owned
from omnisight_desktop.app.decoding import trying_hardware
from omnisight_desktop.app.headless import headless as go_headless
from omnisight_desktop.app.headless import told_to_stop
from omnisight_desktop.app.notify import notifying
from omnisight_desktop.app.senses import detector_of, finder_of, recording_habits_of, senses_of
from omnisight_desktop.app.serve import serving
from omnisight_desktop.capture.address import DEMO
from omnisight_desktop.config.load import forget_foreign_qt, load
from omnisight_desktop.config.paths import Paths
from omnisight_desktop.config.schema import Settings
from omnisight_desktop.core.camera import Camera
from omnisight_desktop.core.clock import SystemClock, parse_time
from omnisight_desktop.core.errors import DataFolderOwned, OmniSightError
from omnisight_desktop.core.registry import Health
from omnisight_desktop.flow.door import Door, knock
from omnisight_desktop.flow.heap import few_heaps, give_back
from omnisight_desktop.flow.worker import Worker
from omnisight_desktop.observability.crash import Crashes
from omnisight_desktop.observability.logs import set_up
from omnisight_desktop.perception.pose.choose import ChosenFinder
from omnisight_desktop.pipeline.room import Room
from omnisight_desktop.pipeline.supervisor import Pipeline
from omnisight_desktop.services.arming import VERB as ARMING
from omnisight_desktop.services.awake import Awake
from omnisight_desktop.services.house import House
from omnisight_desktop.services.live import DetectorChoice, Live
from omnisight_desktop.services.particulars import status_json
from omnisight_desktop.services.pause import Pause
from omnisight_desktop.services.sight import SIGHTS, sights, sights_json
from omnisight_desktop.storage.migrate import upgrade
from omnisight_desktop.storage.owner import own

log = logging.getLogger(__name__)

_KNOCK_S = 5.0
_KEEP_S = 10.0


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


def run(  # noqa: PLR0913 - each is a choice of its own
    paths: Paths,
    settings: Settings,
    *,
    sources: Sequence[str] = (),
    headless: bool = False,
    seconds: float | None = None,
    serve: bool = False,
    say: Callable[[str], None],
    window: Callable[[Callable[[str], None]], bool] = lambda _: False,
) -> int:
    """Watch until the window is closed, the program is told to stop, or the time is over.

    ``window`` says whether there can be one, and tells people why not. To ``serve`` is to insist
    on the API, which is otherwise there if nothing stands in its way.
    """
    few_heaps()
    paths.make()
    set_up(paths, verbose=False)
    say = _heard_or_not(say)
    with ExitStack() as stack:
        try:
            ownership = stack.enter_context(own(paths.root))
        except DataFolderOwned:
            if serve:
                raise
            return _raise_the_other(paths, say)
        crashes = Crashes(paths, SystemClock())
        last = crashes.begin(untidy=ownership.untidy)
        stack.callback(crashes.end)
        stop = stack.enter_context(told_to_stop())
        tidy = not ownership.untidy or _tidy_files(paths, settings, say)
        house = stack.enter_context(owned(paths, settings))
        if ownership.untidy:
            house.events.close_unfinished()
        ownership.untidy = True  # until all that begins here has come to its end

        def ended(in_order: bool) -> None:
            ownership.untidy = not (in_order and tidy)

        live = stack.enter_context(watching(house, sources, ended))
        house.mistakes.look_at(lambda camera: live.view(camera).scene)
        house.cameras.when_changed(follower(house, live, stands_in=not sources))
        for name, body in (
            ("retention", house.retention.run),
            ("tiers", house.tiers.run),
            ("search", house.search.run),
            ("heap", give_back),
            ("awake", Awake(lambda: _stays_awake(paths, live)).run),
            ("passwords", live.unlock),
            ("time", live.keep_time),
        ):
            stack.enter_context(_working(name, body))
        stack.enter_context(_working("notify", stack.enter_context(notifying(house)).run))
        served = stack.enter_context(serving(house, live, insist=serve))
        bell = Bell()
        verbs = {**_verbs(house, live, bell), **served.verbs}
        stack.enter_context(Door(paths.door, verbs))
        if headless or not window(say):
            go_headless(house, live, stop, seconds, say, served.words)
            return 0
        if served.words:
            say(served.words)
        forget_foreign_qt()
        from omnisight_desktop.gui.again import AGAIN
        from omnisight_desktop.gui.application import show

        code = show(
            house,
            live,
            bell.answer_with,
            stop,
            seconds,
            first=not sources,
            crashes=crashes,
            last=last,
        )
    return _anew() if code == AGAIN else code


@contextmanager
def watching(
    house: House, sources: Sequence[str], ended: Callable[[bool], None] = lambda _: None
) -> Iterator[Live]:
    """The pipeline over the wanted cameras, or over those that were added, or the demo.

    ``ended`` is told whether everything came to its end in order.
    """
    choice, finder, room = detector_of(house), finder_of(house), _room(house)
    with trying_hardware(house.settings) as hardware, closing(finder):
        pipeline = Pipeline(
            senses_of(house, choice, finder),
            _keeping(house),
            house.paths.media,
            replace(recording_habits_of(house), hardware=hardware),
            house.clock,
            room.trouble,
        )
        room.trouble()  # looked at once before anybody asks how much is free
        pipeline.start()
        yield from _at_work(house, sources, (pipeline, choice, finder, room), ended)


def _at_work(
    house: House,
    sources: Sequence[str],
    parts: tuple[Pipeline, DetectorChoice, ChosenFinder, Room],
    ended: Callable[[bool], None],
) -> Iterator[Live]:
    pipeline, choice, finder, room = parts
    try:
        pause = Pause(house.paths.pause, house.keeper.keep, house.clock)
        live = Live(pipeline, choice, room, house.cameras.addresses, pause, house.clock)
        live.poses = finder
        for address in sources:
            live.watch(house.cameras.remember(address), address)
        if not sources:
            for camera in house.cameras.enabled() or [house.cameras.remember(DEMO)]:
                live.watch(camera)
        yield live
        live.close()
    finally:
        ended(pipeline.stop())


def _room(house: House) -> Room:
    """Whether the disk has room for footage."""
    floor = house.settings.retention
    return Room(house.paths.media, floor.free_disk_percent, floor.free_disk_gb, house.clock)


def follower(house: House, live: Live, *, stands_in: bool) -> Callable[[Camera], None]:
    """Takes up at once what was changed about a camera.

    One that is watched for this run only goes on being watched, though no other start would.
    """

    def follow(camera: Camera) -> None:
        known = next((c for c in live.cameras() if c.id == camera.id), None)
        switched_off = known is not None and known.enabled and not camera.enabled
        if not camera.uri or switched_off:
            live.leave(camera.id)
        elif camera.enabled or known is not None:
            live.watch(camera)
        demo = house.cameras.find("Demo") if camera.enabled and stands_in else None
        if demo is not None and not demo.enabled and demo.uri == DEMO:
            live.leave(demo.id)  # it stood in until there was a camera

    return follow


def _anew() -> int:
    """Start the program again in the place of this one, the same way as it was started."""
    os.execv(sys.executable, [sys.executable, *sys.orig_argv[1:]])


@contextmanager
def _working(name: str, body: Callable[[Worker], None]) -> Iterator[None]:
    """Keeps at a work of its own while the program runs."""
    worker = Worker(name, body)
    worker.start()
    try:
        yield
    finally:
        worker.stop()
        worker.join()


def _keeping(house: House) -> Callable[..., None]:
    """How the walk hands over what it saw: it waits a while, but a full disk must not stop it."""

    def keep(*values: Any) -> None:
        if not house.keeper.keep(*values, timeout_s=_KEEP_S):
            lost.add(len(values))
            log.error("neither database nor journal takes in what is seen; %d lost", lost.value)

    lost = house.instruments.counter("walk.not_kept")
    return keep


def _stays_awake(paths: Paths, live: Live) -> bool:
    """Whether the computer is to be kept awake now."""
    if live.paused is not None or not live.cameras():
        return False
    with suppress(OmniSightError):  # while the settings are being edited
        return load(paths).interface.keep_awake
    return False


def _heard_or_not(say: Callable[[str], None]) -> Callable[[str], None]:
    """Says it; whoever listened may be gone, and that is no reason to stop watching."""

    def tell(text: str) -> None:
        with suppress(OSError):
            say(text)

    return tell


def _tidy_files(paths: Paths, settings: Settings, say: Callable[[str], None]) -> bool:
    """Make rows and files agree again after the program was killed; False where that failed."""
    from omnisight_desktop.storage.check import check  # only who was killed needs it

    say("OmniSight was not closed in order the last time; looking after its files.")
    if not paths.database.exists():
        return True
    upgrade(paths.database, paths.backups)
    slow = settings.footage.slow_place(paths.root)
    found = check(paths.database, paths.media, slow, repair=True)
    for finding in found:
        if finding.state is not Health.OK:
            say(f"{finding.name}: {finding.reason} {finding.fix}".rstrip())
    return all(finding.state is not Health.FAILED for finding in found)


def _verbs(house: House, live: Live, bell: Bell) -> dict[str, Callable[[Any], Any]]:
    """What other programs may ask of the one that runs."""

    def import_lines(payload: Any) -> Any:
        report = house.events.import_lines(payload["lines"], atomic=payload.get("atomic", False))
        problems = [{"line": p.line, "reason": p.reason} for p in report.problems]
        return {"imported": report.imported, "problems": problems}

    def pause(payload: Any) -> Any:
        until = payload["until"]
        live.resume() if until is None else live.pause(parse_time(until))
        rest = live.paused
        return {"paused_until": None if rest is None else rest.until.isoformat()}

    return {
        "pause": pause,
        ARMING: house.arming.answer,
        "raise": lambda _: {"raised": bell.ring()},
        "status": lambda _: _status(live),
        SIGHTS: lambda _: sights_json(sights(live)),
        "events.import": import_lines,
        "cleanup": house.retention.answer,
        "cameras.keep": house.cameras.answer,
        "people": house.people.answer,
        "heard": house.heard.answer,
        "talks": house.talks.answer,
        "gestures.keep": house.gestures.answer,
        "mistakes.mark": house.mistakes.answer_mark,
        "mistakes.unmark": house.mistakes.answer_unmark,
    }


def _status(live: Live) -> dict[str, Any]:
    return {
        "cameras": [s.camera for s in live.statuses()],
        "states": {s.camera: status_json(s) for s in live.statuses()},
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
