"""The verbs over settings: what holds and why, what it may be, and changing it for good."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from omnisight_desktop.config import save
from omnisight_desktop.config.accept import Given, Origin, accept, plain
from omnisight_desktop.config.keys import Key, find_key, keys
from omnisight_desktop.config.load import gather, open_safe
from omnisight_desktop.config.paths import Paths
from omnisight_desktop.config.schema import Settings
from omnisight_desktop.config.secrets import Kept, Secret
from omnisight_desktop.storage.owner import owner_of

__all__ = ["Kept", "Preferences", "Secret", "Setting"]


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting as it holds now, and everything a screen needs to show it."""

    key: Key
    value: Any
    source: Origin
    where: str = ""

    def to_json(self) -> dict[str, Any]:
        """For programs and screens; every value is one that JSON and TOML know."""
        return {
            "key": self.key.name,
            "title": self.key.title,
            "description": self.key.description,
            "type": self.key.kind.value,
            "default": plain(self.key.default),
            "value": self.value,
            "source": self.source.value,
            "where": self.where,
            "choices": list(self.key.choices),
            "least": self.key.least,
            "most": self.key.most,
        }


class Preferences:
    """The settings of one installation, as one start of the program sees them."""

    def __init__(
        self,
        paths: Paths,
        *,
        flags: Mapping[str, Any] | None = None,
        env: Mapping[str, str] | None = None,
    ) -> None:
        self._paths = paths
        self._flags = flags or {}
        self._env = env

    @property
    def file(self) -> Path:
        """The settings file, whether it is there yet or not."""
        return self._paths.settings_file

    def show(self) -> dict[str, Any]:
        """Every value by name."""
        return {one.key.name: one.value for one in self.describe()}

    def describe(self) -> list[Setting]:
        """Every setting with its meaning, its range, its value and who says so."""
        given = self._gather()
        settings = accept(given)
        return [_setting(key, settings, given) for key in keys().values()]

    def current(self) -> Settings:
        """The settings as a program would take them up that started now."""
        return accept(self._gather())

    def get(self, name: str) -> Setting:
        """One setting."""
        key = find_key(name)
        given = self._gather()
        return _setting(key, accept(given), given)

    def set(self, name: str, value: Any) -> Setting:
        """Write one setting, and say how it stands now: something else may win over the file."""
        save.change(self._paths, name, value)
        return self.get(name)

    def set_all(self, values: Mapping[str, Any]) -> None:
        """Write several settings, all of them or none."""
        save.change_all(self._paths, values)

    def reset(self, name: str) -> Setting | None:
        """Let the default hold again; None for a name that was none and is out of the file now."""
        save.reset(self._paths, name)
        return self.get(name) if name in keys() else None

    def keep_secret(self, name: str, secret: Secret) -> Kept:
        """Put a secret where secrets are kept."""
        return open_safe(self._paths, self._env).keep(name, secret)

    def secret(self, reference: str) -> Secret | None:
        """The secret that lies where a setting says, if there is one."""
        return open_safe(self._paths, self._env).read(reference) if reference else None

    def forget_secret(self, name: str) -> bool:
        """Erase a secret; False when there was none."""
        return open_safe(self._paths, self._env).forget(name)

    def needs_restart(self) -> bool:
        """Whether a program runs that took its settings before they were changed."""
        return owner_of(self._paths.root) is not None

    def _gather(self) -> dict[str, Given]:
        return gather(self._paths, flags=self._flags, env=self._env)


def _setting(key: Key, settings: Settings, given: Mapping[str, Given]) -> Setting:
    one = given.get(key.name)
    source, where = (Origin.DEFAULT, "") if one is None else (one.origin, one.where)
    return Setting(key, plain(key.of(settings)), source, where)
