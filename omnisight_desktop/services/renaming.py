"""What is told about a camera goes on being told when it gets another name: settings follow it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from omnisight_desktop.config import save
from omnisight_desktop.config.accept import plain
from omnisight_desktop.config.load import load
from omnisight_desktop.config.paths import Paths
from omnisight_desktop.core.camera import Camera

_CHANNELS = "notify.channels"
_PICTURES = "privacy.pictures_of"


def follow_names(paths: Paths) -> Callable[[str, Camera], None]:
    """What puts the new name of a camera wherever the settings file says the old one."""

    def renamed(before: str, camera: Camera) -> None:
        settings, changes = load(paths), dict[str, object]()
        channels = [
            {**plain(rule), "cameras": _renamed(rule.cameras, before, camera.name)}
            for rule in settings.notify.channels
        ]
        if channels != [plain(rule) for rule in settings.notify.channels]:
            changes[_CHANNELS] = channels
        pictures = _renamed(settings.privacy.pictures_of, before, camera.name)
        if pictures != list(settings.privacy.pictures_of):
            changes[_PICTURES] = pictures
        if changes:
            save.change_all(paths, changes)

    return renamed


def _renamed(names: Sequence[str], before: str, after: str) -> list[str]:
    return [after if name.casefold() == before.casefold() else name for name in names]
