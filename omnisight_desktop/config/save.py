"""Settings out to the file: whole or not at all, and the user's comments and order stay."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Mapping, MutableMapping
from pathlib import Path
from typing import Any

from omnisight_desktop.config import file
from omnisight_desktop.config.accept import Given, Origin, accept, from_text, plain
from omnisight_desktop.config.keys import find_key, keys
from omnisight_desktop.config.paths import Paths
from omnisight_desktop.config.schema import ORIGINAL_KEY, VERSION, Settings
from omnisight_desktop.config.secrets import Safe, Secret
from omnisight_desktop.config.upgrade import KEY_NAME, Tree, plain_key, upgrade, version_of
from omnisight_desktop.config.written import from_written
from omnisight_desktop.core.errors import SettingsError

_BEGINNING = f"""\
# OmniSight's settings. Whatever is not listed has its default value;
# 'omnisight settings list' shows all there is.
version = {VERSION}
"""
_MOVED = "moved to where secrets are kept"


def save(paths: Paths, settings: Settings) -> None:
    """Write settings: what differs from the default, and what the file lists already."""

    def put_all(tree: Tree) -> None:
        for name, key in keys().items():
            value = plain(key.of(settings))
            if _held(tree, name) or value != plain(key.default):
                _put(tree, name, value)

    keep_current(paths)
    _write(paths, put_all)


def change(paths: Paths, name: str, value: Any) -> None:
    """Write one setting; a text is taken to mean what it would on the command line."""
    change_all(paths, {name: value})


def change_all(paths: Paths, values: Mapping[str, Any]) -> None:
    """Write several settings at once: all of them, or none where one of them may not be so."""
    wanted: dict[str, Any] = {}
    for name, value in values.items():
        key = find_key(name)
        wanted[name] = plain(from_text(key, value) if isinstance(value, str) else value)
    keep_current(paths)

    def put(tree: Tree) -> None:
        for name, value in wanted.items():
            _put(tree, name, value)

    given = {name: Given(value, Origin.FILE, "Not changed") for name, value in wanted.items()}
    _write(paths, put, given)


def reset(paths: Paths, name: str) -> bool:
    """Take a setting out of the file, known or not, so that its default holds; False if absent."""
    text = file.read(paths.settings_file)
    if not _held(file.parse(text, paths.settings_file), name):
        keep_current(paths)
        text = file.read(paths.settings_file)
    if not _held(file.parse(text, paths.settings_file), name):
        find_key(name)
        return False
    new = _edit(text, paths.settings_file, lambda tree: _put(tree, name, None))
    if _is_sound(text, paths.settings_file):  # else this may be one of several repairs
        accept(from_written(new, paths.settings_file))
    file.write_private(paths.settings_file, new.encode())
    return True


def keep_current(paths: Paths) -> bool:
    """Bring the file to this version's format and keep the old one beside it; False if it is."""
    path = paths.settings_file
    text = file.read(path)
    tree = file.parse(text, path)
    old = version_of(tree, path)
    if old == VERSION:
        return False
    new, kept = _edit(text, path, lambda tree: upgrade(tree, path)), text
    secret = plain_key(tree)
    if secret is not None:
        Safe(paths, {}).keep(KEY_NAME, Secret(secret))
        kept = _edit(text, path, _without_key)
    file.write_private(_free(path.with_name(f"{path.name}.v{old}.bak")), kept.encode())
    file.write_private(path, new.encode())
    return True


def _write(
    paths: Paths, step: Callable[[Tree], None], instead: dict[str, Given] | None = None
) -> None:
    path = paths.settings_file
    text = file.read(path) or _BEGINNING
    if "version" not in file.parse(text, path):
        text = f"version = {VERSION}\n{text}"
    new = _edit(text, path, step)
    accept({**from_written(new, path), **(instead or {})})
    file.write_private(path, new.encode())


def _edit(text: str, path: Path, step: Callable[[Tree], None]) -> str:
    """The text after a step, with everything around it left alone."""
    import tomlkit  # only who writes settings waits for it
    from tomlkit.exceptions import TOMLKitError

    expected = file.parse(text, path)
    step(expected)
    with contextlib.suppress(TOMLKitError, ValueError, LookupError, TypeError, AttributeError):
        document = tomlkit.parse(text)
        step(document)
        new = tomlkit.dumps(document)
        if _filled(file.parse(new, path)) == _filled(expected):
            return new
    # Something so unusual that the comment-keeping editor would damage it.
    raise SettingsError(
        f"{path} is written in a way that cannot be changed by the program.",
        fix="Change it in a text editor; plain 'name = value' lines under [section] always work.",
    )


def _filled(tree: Tree) -> dict[str, Any]:
    """What a file says; a section without anything in it says nothing."""
    return {name: value for name, value in tree.items() if value != {}}


def _put(tree: Tree, name: str, value: Any) -> None:
    section, _, field = name.partition(".")
    if value is None:
        holder = tree.get(section)
        if not field:
            tree.pop(section, None)
        elif isinstance(holder, MutableMapping):
            holder.pop(field, None)
        return
    if section not in tree:
        tree[section] = {}
    if not isinstance(tree[section], MutableMapping):
        return  # no section at all; who reads the file says so
    if tree[section].get(field) != value:
        tree[section][field] = value


def _held(tree: Tree, name: str) -> bool:
    section, _, field = name.partition(".")
    holder = tree.get(section)
    if not field:
        return section in tree
    return isinstance(holder, MutableMapping) and field in holder


def _without_key(tree: Tree) -> None:
    for name in [name for name in tree if name.upper() == ORIGINAL_KEY]:
        tree[name] = _MOVED


def _is_sound(text: str, path: Path) -> bool:
    try:
        accept(from_written(text, path))
    except SettingsError:
        return False
    return True


def _free(path: Path) -> Path:
    """The path, or one like it that nothing lies at yet."""
    number, free = 1, path
    while free.exists():
        number += 1
        free = path.with_name(f"{path.name}{number}")
    return free
