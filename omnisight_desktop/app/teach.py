"""Teaching wired up: a camera or a video, the engine that finds poses, and the library."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from omnisight_desktop.app.build import writing
from omnisight_desktop.app.senses import finder_of
from omnisight_desktop.config.paths import Paths
from omnisight_desktop.config.schema import Settings
from omnisight_desktop.services.gestures.teaching import Teacher
from omnisight_desktop.services.house import House


@contextmanager
def teaching(paths: Paths, settings: Settings) -> Iterator[tuple[House, Teacher]]:
    """The house and who teaches; the engine is loaded by the first picture."""
    with writing(paths, settings) as house:
        finder = finder_of(house)
        try:
            yield house, Teacher(house.gestures, finder.load)
        finally:
            finder.close()
