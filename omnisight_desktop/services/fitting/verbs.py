"""What can be asked about the detector that fits this computer: try all there are, and set the best."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from omnisight_desktop.perception.detect.choose import AUTO, first_engine
from omnisight_desktop.perception.detect.lighter import Shelf
from omnisight_desktop.services.fitting.decide import Choice, Need, Tried, decide
from omnisight_desktop.services.fitting.measure import Field, Tell, measured, pictures_to_try
from omnisight_desktop.services.house import House
from omnisight_desktop.services.lighten.pictures import pictures_of, stored
from omnisight_desktop.services.models.store import open_store
from omnisight_desktop.services.settings import Preferences

_PICTURES, _QUICK = 24, 8
_ROLE = "finds people and things in a picture"


@dataclass(frozen=True, slots=True)
class Fitting:
    """What was tried on which pictures, what could not be, and what to use."""

    tried: tuple[Tried, ...]
    need: Need
    choice: Choice
    pictures: str
    troubles: tuple[str, ...]

    @property
    def settings(self) -> dict[str, Any]:
        """The choice as settings."""
        arm = self.choice.best.arm
        rivals = [one.arm for one in self.tried if one.arm.model == arm.model]
        # Where there is no lighter network yet, one that is made later is to be used.
        lighter = {"detection.int8": arm.int8} if any(one.int8 for one in rivals) else {}
        return {
            # By itself it takes the same, and something else should that ever fail.
            "detection.backend": AUTO if arm.engine == first_engine() else arm.engine,
            "detection.model": arm.model,
            "detection.detail": arm.detail,
            **lighter,
        }

    def rows(self) -> list[dict[str, Any]]:
        """What was tried, in the shape of a benchmark: the ratio is the share that was found."""
        budget = self.need.budget_ms
        ordered = sorted(self.tried, key=lambda one: one.look_ms)
        rows = [
            _row(f"{one.arm.words} ({one.computes_on})", one.look_ms, budget, one.found)
            for one in ordered
        ]
        best = self.choice.best
        told = f"use {best.arm.words}: {self.choice.why} (tried on {self.pictures})"
        return [*rows, _row(told, best.look_ms, budget, best.found)]


@dataclass(frozen=True, slots=True)
class Change:
    """A setting that was changed, what it was, and whether that was its default."""

    name: str
    before: Any
    now: Any
    was_default: bool
    overruled: str = ""  # what wins over the settings file

    @property
    def way_back(self) -> str:
        """The command that takes it back."""
        if self.was_default:
            return f"omnisight settings reset {self.name}"
        shown = str(self.before).lower() if isinstance(self.before, bool) else self.before
        return f"omnisight settings set {self.name} {shown}"


def fit(house: House, *, quick: bool = False, tell: Tell = lambda _: None) -> Fitting:
    """Try every detector there is on this computer, and say which to use."""
    detection, cameras = house.settings.detection, house.cameras.enabled()
    most = _QUICK if quick else _PICTURES
    pictures, whose = pictures_to_try(pictures_of(stored(house), most), most)
    own = [camera.options.labels for camera in cameras]
    labels = sorted({*detection.labels, *(label for some in own for label in some)})
    field = Field(_models(house), Shelf(house.paths.lighter), labels, detection.score)
    tried, troubles = measured(field, pictures, house.clock, tell)
    need = Need(max(1, len(cameras)), detection.fps)
    return Fitting(tuple(tried), need, decide(tried, need), whose, tuple(troubles))


def apply(preferences: Preferences, wanted: Mapping[str, Any]) -> list[Change]:
    """Write settings, all at once, and say what each was; what is so already is left alone."""
    before = {name: preferences.get(name) for name in wanted}
    changed = {name: value for name, value in wanted.items() if before[name].value != value}
    preferences.set_all(changed)
    changes = []
    for name, value in changed.items():
        was, now = before[name], preferences.get(name)
        overruled = "" if now.value == value else now.where
        default = was.value == was.to_json()["default"]
        changes.append(Change(name, was.value, value, default, overruled))
    return changes


def _models(house: House) -> list[tuple[str, Path]]:
    """Every network for finding people that is here, the one that is set first."""
    store = open_store(house.settings.models.dir, house.paths.models)
    roles = [entry for entry in store.manifest.entries if entry.role.startswith(_ROLE)]
    found: dict[str, Path] = {}
    for name in (house.settings.detection.model, *(entry.name for entry in roles)):
        path = store.shelf.weights.look(name)
        if path is not None and path.suffix == ".onnx" and path not in found.values():
            found[name] = path
    return list(found.items())


def _row(name: str, ms: float, budget_ms: float, found: float) -> dict[str, Any]:
    return {
        "name": name,
        "ours": ms,
        "peer": None,
        "limit": budget_ms,
        "ratio": found,
        "unit": "ms a look",
        "goal": "",
        "met": None,
    }
