"""What the settings file says, key by key, with the line that says it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from omnisight_desktop.config import file
from omnisight_desktop.config.accept import Given, Origin
from omnisight_desktop.config.keys import Key, Kind, keys, nearest, shown, unknown
from omnisight_desktop.config.schema import ORIGINAL_KEY, ORIGINAL_NAMES, Settings
from omnisight_desktop.config.upgrade import plain_key, upgrade
from omnisight_desktop.core.errors import SettingsError
from omnisight_desktop.core.redaction import remember


def from_file(path: Path) -> dict[str, Given]:
    """What a settings file says, in whatever format it is; nothing when there is no file."""
    return from_written(file.read(path), path)


def from_written(text: str, path: Path) -> dict[str, Given]:
    """The same for a text that is not in the file yet."""
    tree = file.parse(text, path)
    secret = plain_key(tree)
    if secret is not None:
        remember(secret)
    upgrade(tree, path)
    lines = _lines(text)
    given: dict[str, Given] = {}
    for section, fields in tree.items():
        if section == "version":
            continue
        _insist_section(section, fields, _where(path, lines, section))
        for field, value in fields.items():
            name = f"{section}.{field}"
            key, where = keys().get(name), _where(path, lines, name)
            if key is None:
                raise unknown(name, where)
            given[name] = Given(_anchored(key, value, path), Origin.FILE, where)
    return given


def _insist_section(section: str, fields: Any, where: str) -> None:
    if section not in Settings.model_fields:
        if not isinstance(fields, dict):
            raise unknown(section, where)
        raise SettingsError(
            f"{where}: there is no section {shown(section)}.",
            fix=f"The nearest is [{nearest(section, Settings.model_fields)}].",
        )
    if not isinstance(fields, dict):
        first = next(key.field for key in keys().values() if key.section == section)
        raise SettingsError(
            f"{where}: {section} is a section, not a single setting.",
            fix=f"Write [{section}] and under it lines such as {first} = ….",
        )


def _anchored(key: Key, value: Any, path: Path) -> Any:
    """A folder in the file is meant from where the file lies, wherever the program starts."""
    if key.kind is not Kind.FOLDER or not isinstance(value, str) or not value or "\0" in value:
        return value
    try:
        return str(path.parent / Path(value).expanduser())
    except RuntimeError:  # '~nobody'
        return value


def _lines(text: str) -> Mapping[str, int]:
    """The lines by today's names, also of settings that are written by their original ones."""
    lines = file.lines_of(text)
    for written, line in tuple(lines.items()):
        original = ORIGINAL_NAMES.get(written.upper())
        if written.upper() == ORIGINAL_KEY:
            original = "chat.key"
        if original is not None:
            lines.setdefault(original, line)
        lines.setdefault(written.partition(".")[0], line)
    return lines


def _where(path: Path, lines: Mapping[str, int], name: str) -> str:
    return f"{path}, line {lines[name]}" if name in lines else str(path)
