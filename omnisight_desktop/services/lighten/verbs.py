"""What can be asked about lighter networks: make one, list them, go back to the full ones."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from omnisight_desktop.core.errors import UsageError
from omnisight_desktop.perception.detect.choose import Wish
from omnisight_desktop.perception.detect.lighter import Lighter, Shelf
from omnisight_desktop.perception.track.tuning import DEFAULT
from omnisight_desktop.services.house import House
from omnisight_desktop.services.lighten import make
from omnisight_desktop.services.lighten.make import Outcome, Wanted
from omnisight_desktop.services.lighten.pictures import Split, Tell, live, split, stored
from omnisight_desktop.services.models.store import open_store


class Lightening:
    """The lighter networks of one installation."""

    def __init__(self, house: House) -> None:
        self._house = house
        self._shelf = Shelf(house.paths.lighter)
        store = open_store(house.settings.models.dir, house.paths.models)
        self._weights = store.shelf.weights

    def make(
        self, model: str | None = None, live_s: int = 0, tell: Tell = lambda *_: None
    ) -> Outcome:
        """Make one of the network that the settings name, or of another, and keep it if it passes.

        ``live_s`` are seconds for which every camera is looked at now, besides what is stored.
        """
        house, detection = self._house, self._house.settings.detection
        named = model or detection.model
        if detection.backend == "hog" and model is None:
            raise UsageError(
                "People are found without any network here, so there is none to make lighter.",
                fix="Name one, or 'omnisight settings reset detection.backend'.",
            )
        wish = Wish(detection.backend, named, DEFAULT.doubtful, detection.detail)
        own = [camera.options.labels for camera in house.cameras.enabled()]
        labels = tuple(sorted({*detection.labels, *(label for some in own for label in some)}))
        return make.make(
            self._shelf,
            Wanted(wish, labels, detection.score),
            self._weights.find,
            partial(self._pictures, live_s),
            house.clock,
            tell,
        )

    def all(self) -> Sequence[tuple[Lighter, str]]:
        """Every one that there is, with why it is not used, if it is not."""
        told = []
        for one, why in make.stale(self._shelf, self._weights.look):
            off = "" if self._house.settings.detection.int8 else "detection.int8 is off"
            told.append((one, off or why))
        return told

    def forget(self, name: str | None = None) -> list[Lighter]:
        """Remove one, or all of them; the full networks run again."""
        return make.forget(self._shelf, name)

    def _pictures(self, live_s: int, folder: Path, tell: Tell) -> Split:
        found = stored(self._house)
        if live_s:
            found += live(self._house, folder, live_s, tell)
        return split(found)
