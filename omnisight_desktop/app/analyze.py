"""Analysing recordings: the whole walk over files, into the database."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import ExitStack, closing
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import cache, partial
from typing import Any

import numpy as np
from numpy.typing import NDArray

from omnisight_desktop.app.build import owned
from omnisight_desktop.app.senses import detector_of, finder_of, habits_of, senses_of
from omnisight_desktop.capture.address import Kind, file_of, is_demo, is_stream, kind_of, shown
from omnisight_desktop.capture.began import recorded_at
from omnisight_desktop.capture.open import open_source
from omnisight_desktop.config.paths import Paths
from omnisight_desktop.config.schema import Settings
from omnisight_desktop.core.camera import Camera
from omnisight_desktop.core.errors import SourceBroken, SourceError, UsageError
from omnisight_desktop.core.frame import Image
from omnisight_desktop.core.ports.capture import Source, Wants
from omnisight_desktop.core.speech import Said
from omnisight_desktop.pipeline.analyze import Analysis, Tally
from omnisight_desktop.pipeline.room import Room
from omnisight_desktop.pipeline.supervisor import Senses
from omnisight_desktop.services.house import House
from omnisight_desktop.storage.owner import own

#: Told after each second of footage: the source, its length and how far it has come; says whether
#: to go on.
Tell = Callable[[str, float | None, Tally], bool]


#: A recording as it may be shown, what it gave, and why that is not all, if so.
Analysed = tuple[str, Tally, SourceError | None]


def analyze(
    paths: Paths,
    settings: Settings,
    *,
    sources: Sequence[str],
    camera: str | None = None,
    start: datetime | None = None,
    tell: Tell,
) -> list[Analysed]:
    """Analyse recordings one after the other; what each of them gave.

    One that cannot be opened, or breaks off, does not keep the others from their turn.
    """
    for address in sources:
        if is_demo(address) or is_stream(address):
            raise UsageError(
                f"'{shown(address)}' has no end.", fix="Watch it with 'omnisight run --source'."
            )
    paths.make()
    with ExitStack() as stack:
        stack.enter_context(own(paths.root))
        house = stack.enter_context(owned(paths, settings))
        choice = detector_of(house)
        finder = finder_of(house)
        stack.callback(finder.close)
        senses, habits = _sparing(senses_of(house, choice, finder), stack), habits_of(settings)
        floor = settings.retention
        room = Room(paths.media, floor.free_disk_percent, floor.free_disk_gb, house.clock)
        wants = Wants(sound=senses.listener is not None or senses.hearing is not None)

        def work(address: str) -> tuple[Tally, SourceError | None, datetime]:
            """What it gave, why that is not all, and when it ended."""
            trouble = None
            with closing(open_source(address, wants)) as source:
                known, length_s = _camera(house, address, camera), source.info.length_s
                known = _listening(known)
                analysis = Analysis(known, senses, house.keeper.keep, room, habits, house.clock)
                begun = start or _begun(address, source)
                try:
                    analysis.run(source, begun, partial(tell, address, length_s))
                except SourceError as error:
                    trouble = error
            tally = analysis.tally
            return tally, trouble, begun + timedelta(seconds=max(tally.footage_s, length_s or 0.0))

        done: list[Analysed] = []
        lost = False
        for address in sources:
            try:
                if lost:
                    raise _lost(address)
                tally, trouble, end = work(address)
                start = end if start is not None else None  # the next one goes on where this ended
            except SourceError as error:
                tally, trouble, lost = Tally(), error, start is not None
            done.append((shown(address), tally, trouble))
        return done


def _camera(house: House, address: str, name: str | None) -> Camera:
    known = house.cameras.find(name) if name else None
    return known or house.cameras.remember(address, name)


def _listening(camera: Camera) -> Camera:
    """Whoever gives a recording wants it heard, if the house listens; a real camera has its own say."""
    if kind_of(camera.uri) is not Kind.FILE:
        return camera
    return replace(camera, options=replace(camera.options, listen=True))


@dataclass(frozen=True, slots=True)
class _Borrowed:
    """An engine that writes or watches mouths; whoever borrows it leaves it running for the next."""

    engine: Any

    def write(self, samples: NDArray[np.float32]) -> Said:
        written: Said = self.engine.write(samples)
        return written

    def openings(self, faces: Sequence[Image]) -> tuple[float | None, ...]:
        told: tuple[float | None, ...] = self.engine.openings(faces)
        return told

    def close(self) -> None:
        """It is not theirs."""


def _sparing(senses: Senses, stack: ExitStack) -> Senses:
    """The same with engines that are loaded once for all recordings, and end with the last."""
    hearing = senses.hearing
    if hearing is None:
        return senses

    @cache
    def scribe() -> _Borrowed:
        return _Borrowed(stack.enter_context(closing(hearing.scribe())))

    @cache
    def mouths() -> _Borrowed | None:
        made = hearing.mouths()
        return _Borrowed(stack.enter_context(closing(made))) if made is not None else None

    return replace(senses, hearing=replace(hearing, scribe=scribe, mouths=mouths))


def _begun(address: str, source: Source) -> datetime:
    return recorded_at(file_of(address), source.info.length_s or 0.0)


def _lost(address: str) -> SourceBroken:
    """Recordings that follow one another can be placed in time only as far as they can be opened."""
    return SourceBroken(
        f"When {shown(address)} began cannot be told, since one before it cannot be opened.",
        fix="Analyse it by itself, and say with --start when it began.",
    )
