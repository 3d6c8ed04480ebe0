"""Analysing recordings: the whole walk over files, into the database."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from datetime import datetime, timedelta

from omnisight_desktop.app.build import owned
from omnisight_desktop.app.senses import detector_of, habits_of, senses_of
from omnisight_desktop.capture.address import file_of, is_demo, is_stream, shown
from omnisight_desktop.capture.began import recorded_at
from omnisight_desktop.capture.open import open_source
from omnisight_desktop.config.paths import Paths
from omnisight_desktop.config.schema import Settings
from omnisight_desktop.core.camera import Camera
from omnisight_desktop.core.errors import UsageError
from omnisight_desktop.core.ports.capture import Source, Wants
from omnisight_desktop.pipeline.analyze import Analysis, Tally
from omnisight_desktop.services.house import House
from omnisight_desktop.storage.owner import own

#: Told after each second of footage: the source, its length and how far it has come; says whether
#: to go on.
Tell = Callable[[str, float | None, Tally], bool]


def analyze(
    paths: Paths,
    settings: Settings,
    *,
    sources: Sequence[str],
    camera: str | None = None,
    start: datetime | None = None,
    tell: Tell,
) -> list[tuple[str, Tally]]:
    """Analyse recordings one after the other; what each of them gave."""
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
        senses, habits = senses_of(house, choice), habits_of(settings)
        done: list[tuple[str, Tally]] = []
        for address in sources:
            source = open_source(address, Wants(sound=senses.listener is not None))
            known = _camera(house, address, camera)
            analysis = Analysis(known, senses, house.keeper.keep, paths.media, habits, house.clock)
            begun = start or _begun(address, source)
            length_s = source.info.length_s

            def told(tally: Tally, address: str = address, length: float | None = length_s) -> bool:
                return tell(address, length, tally)

            tally = analysis.run(source, begun, told)
            done.append((shown(address), tally))
            if start is not None:  # the next recording goes on where this one ended
                start = begun + timedelta(seconds=max(tally.footage_s, length_s or 0.0))
        return done


def _camera(house: House, address: str, name: str | None) -> Camera:
    known = house.cameras.find(name) if name else None
    return known or house.cameras.remember(address, name)


def _begun(address: str, source: Source) -> datetime:
    return recorded_at(file_of(address), source.info.length_s or 0.0)
