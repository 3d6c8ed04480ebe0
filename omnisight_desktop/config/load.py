"""Settings as they hold for one start: defaults, then the file, the environment, and flags.

The one place that reads the environment.
"""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from omnisight_desktop.config.accept import Given, Origin, accept, from_text, plain
from omnisight_desktop.config.keys import Kind, find_key, keys, nearest, shown
from omnisight_desktop.config.paths import Paths
from omnisight_desktop.config.save import keep_current
from omnisight_desktop.config.schema import ORIGINAL_KEY, ORIGINAL_NAMES, Settings
from omnisight_desktop.config.secrets import Safe
from omnisight_desktop.config.written import from_file
from omnisight_desktop.core.errors import OmniSightError, SettingsError
from omnisight_desktop.core.redaction import remember

log = logging.getLogger(__name__)

PREFIX = "OMNISIGHT_"
DATA = "OMNISIGHT_DATA"
MODELS = "OMNISIGHT_MODELS_DIR"

#: Names with our prefix that are no ``section.field``.
_SINGLES = (DATA, MODELS)

_ALIASES: Mapping[str, str] = {**ORIGINAL_NAMES, MODELS: "models.dir"}
_SHORTEST_KEY = 16
_DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
_FOREIGN_QT = ("QT_QPA_PLATFORM_PLUGIN_PATH", "QT_QPA_FONTDIR")


def environment() -> Mapping[str, str]:
    """The environment as it is now."""
    return dict(os.environ)


def find_paths(data: Path | None = None, env: Mapping[str, str] | None = None) -> Paths:
    """The data folder: the one that was asked for, else ``OMNISIGHT_DATA``, else the system's."""
    named = environment().get(DATA, "") if env is None else env.get(DATA, "")
    wanted = data or (Path(named) if named.strip() else None)
    if wanted is None:
        return Paths.default()
    try:
        return Paths(wanted.expanduser().absolute())
    except (RuntimeError, OSError) as error:
        raise SettingsError(f"There is no folder {wanted}: {error}.") from error


def load(
    paths: Paths, *, flags: Mapping[str, Any] | None = None, env: Mapping[str, str] | None = None
) -> Settings:
    """The settings of this installation; a file in an older format is brought up to date."""
    settings = accept(gather(paths, flags=flags, env=env))
    try:
        keep_current(paths)
    except OmniSightError as error:
        log.warning("the settings keep their old format for now: %s", error)
    return settings


def gather(
    paths: Paths, *, flags: Mapping[str, Any] | None = None, env: Mapping[str, str] | None = None
) -> dict[str, Given]:
    """Every setting that somebody gave, with the value that wins and who gave it."""
    env = environment() if env is None else env
    return {**from_file(paths.settings_file), **_from_environment(env), **_from_flags(flags or {})}


def open_safe(paths: Paths, env: Mapping[str, str] | None = None) -> Safe:
    """Where the secrets of this installation lie."""
    return Safe(paths, environment() if env is None else env)


def has_display(env: Mapping[str, str] | None = None) -> bool:
    """Whether a window could be shown."""
    if sys.platform in ("win32", "darwin"):
        return True
    env = environment() if env is None else env
    return any(env.get(name) for name in _DISPLAYS)


def forget_foreign_qt() -> None:
    """Undo what importing OpenCV did: it points Qt to plug-ins of its own, older build."""
    for name in _FOREIGN_QT:
        if "cv2" in Path(os.environ.get(name, "")).parts:
            del os.environ[name]


def _from_environment(env: Mapping[str, str]) -> dict[str, Given]:
    given: dict[str, Given] = {}
    for name, key in _ALIASES.items():
        if env.get(name, "").strip():
            given[key] = _given(key, env[name], name)
    if env.get(ORIGINAL_KEY, "").strip():
        remember(env[ORIGINAL_KEY].strip())
        given["chat.key"] = _given("chat.key", f"env:{ORIGINAL_KEY}", ORIGINAL_KEY)
    for name, text in sorted(env.items()):
        if not name.startswith(PREFIX) or name in _SINGLES:
            continue
        key = name.removeprefix(PREFIX).lower().replace("__", ".", 1)
        if key not in keys():
            likely = nearest(key, keys())
            raise SettingsError(
                f"The environment variable {shown(name)} is no setting.",
                fix=f"The nearest is {PREFIX}{likely.replace('.', '__').upper()}.",
            )
        if text.strip():  # an empty variable is how shells and containers say 'not set'
            given[key] = _given(key, text, name)
    return given


def _given(name: str, text: str, variable: str) -> Given:
    key = keys()[name]
    if key.kind is Kind.SECRET and len(text) >= _SHORTEST_KEY and ":" not in text:
        remember(text.strip())  # somebody put the key itself where its place belongs
    return Given(from_text(key, text), Origin.ENVIRONMENT, f"The environment variable {variable}")


def _from_flags(flags: Mapping[str, Any]) -> dict[str, Given]:
    given = {}
    for name, value in flags.items():
        key = find_key(name)
        found = from_text(key, value) if isinstance(value, str) else plain(value)
        given[name] = Given(found, Origin.FLAG, f"--set {name}")
    return given
