"""The way from every earlier format of the settings file to this one, step by step."""

from __future__ import annotations

from collections.abc import Callable, Mapping, MutableMapping
from pathlib import Path
from typing import Any

from omnisight_desktop.config.schema import ORIGINAL_KEY, ORIGINAL_NAMES, VERSION
from omnisight_desktop.core.errors import SettingsError

#: A file as plain dictionaries, or as a document that keeps its comments: steps do for both.
Tree = MutableMapping[str, Any]

_FLAT = 1  # the names of the original design, without sections
_SECTIONS = 2

#: Where the key goes that a flat file held in plain sight.
KEY_NAME = "anthropic"


def version_of(tree: Mapping[str, Any], path: Path) -> int:
    """The format that a file is written in; a file of a newer program is refused."""
    version = tree.get("version")
    if version is None:
        return _FLAT if any(_original(name) for name in tree) else _SECTIONS
    if isinstance(version, bool) or not isinstance(version, int) or version < _FLAT:
        raise SettingsError(
            f"{path}: 'version' must be a whole number from {_FLAT} to {VERSION}.",
            fix=f"Write version = {VERSION}.",
        )
    if version > VERSION:
        raise SettingsError(
            f"{path} was written by a newer OmniSight: its format is"
            f" {_short(version)}, and this one knows formats up to {VERSION}.",
            fix="Start the newer version, or choose another data folder with --data.",
        )
    return version


def upgrade(tree: Tree, path: Path) -> None:
    """Bring a file to this version's format, in place."""
    for version in range(version_of(tree, path), VERSION):
        _STEPS[version](tree)
        tree["version"] = version + 1


def plain_key(tree: Mapping[str, Any]) -> str | None:
    """The secret that a flat file holds in plain sight, if it does."""
    for name, value in tree.items():
        if name.upper() == ORIGINAL_KEY and isinstance(value, str):
            return value if value.strip() and value.isprintable() else None
    return None


def _into_sections(tree: Tree) -> None:
    """1 -> 2: ``clip_retention_days`` became ``clip_days`` in the section ``retention``."""
    for name in [name for name in tree if _original(name)]:
        section, _, field = _original(name).partition(".")
        table = tree.get(section)
        if table is not None and not isinstance(table, MutableMapping):
            continue  # no section at all; who reads the file says so
        value = tree.pop(name)
        if table is None:
            tree[section] = {}
        if name.upper() == ORIGINAL_KEY:
            value = f"keyring:{KEY_NAME}"
        if field not in tree[section]:
            tree[section][field] = value


def _original(name: str) -> str:
    """What one of the original names is called now, or nothing."""
    return "chat.key" if name.upper() == ORIGINAL_KEY else ORIGINAL_NAMES.get(name.upper(), "")


def _short(number: int) -> str:
    return str(number) if number < 10**9 else "far beyond"


_STEPS: Mapping[int, Callable[[Tree], None]] = {_FLAT: _into_sections}
