"""Each setting as a key: its name, what it means, and what it may be."""

from __future__ import annotations

import difflib
import types
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any, Literal, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from omnisight_desktop.config.schema import ORIGINAL_NAMES, Settings
from omnisight_desktop.config.sections import Section
from omnisight_desktop.core.errors import SettingsError

_LONGEST_NAME = 100


class Kind(StrEnum):
    """What sort of value a setting has."""

    SWITCH = "switch"
    WHOLE = "whole number"
    NUMBER = "number"
    TEXT = "text"
    CHOICE = "choice"
    LIST = "list"
    TABLES = "list of tables"
    FOLDER = "folder"
    SECRET = "secret"  # where a secret lies


#: Settings that say where a secret lies.
_SECRETS = ("chat.key", "chat.server_key")


@dataclass(frozen=True, slots=True)
class Key:
    """One setting: ``section.field``, what it means, and what it may be."""

    name: str
    title: str
    description: str
    kind: Kind
    default: Any
    choices: tuple[str, ...] = ()
    least: float | None = None
    most: float | None = None

    @property
    def section(self) -> str:
        """The part before the dot."""
        return self.name.partition(".")[0]

    @property
    def field(self) -> str:
        """The part behind the dot."""
        return self.name.partition(".")[2]

    @property
    def unit(self) -> str:
        """What its number counts, as the end of its name says; nothing where it is a bare number."""
        if self.field == "fps" or self.field.endswith("_fps"):
            return "/s"
        ending = self.field.rpartition("_")[2]
        return _UNITS.get(ending, "") if self.kind in (Kind.WHOLE, Kind.NUMBER) else ""

    @property
    def allowed(self) -> str:
        """What it may be, in words."""
        if self.kind is Kind.CHOICE:
            return f"one of {', '.join(self.choices)}"
        if self.kind in (Kind.WHOLE, Kind.NUMBER):
            return f"a {self.kind.value} from {self.least:g} to {self.most:g}"
        return _ALLOWED[self.kind]

    def of(self, settings: Settings) -> Any:
        """Its value in these settings."""
        return getattr(getattr(settings, self.section), self.field)


_UNITS = {"s": "s", "days": "days", "gb": "GB", "percent": "%", "usd": "$"}

_ALLOWED = {
    Kind.SWITCH: "true or false",
    Kind.TEXT: "a short text without blanks at its ends",
    Kind.LIST: "a list of words, at least one",
    Kind.TABLES: "a list of tables, such as 'omnisight notify add' writes",
    Kind.FOLDER: "the path of a folder",
    Kind.SECRET: "a place: keyring:NAME, file:NAME or env:NAME",
}


@dataclass(frozen=True, slots=True)
class Group:
    """A section of the settings: its name, its title, and what it is about."""

    name: str
    title: str
    description: str


@cache
def groups() -> Mapping[str, Group]:
    """Every section by name, in its order."""
    found = {}
    for name, info in Settings.model_fields.items():
        about = (type(getattr(Settings(), name)).__doc__ or "").strip().splitlines()[0]
        found[name] = Group(name, info.title or name, about)
    return types.MappingProxyType(found)


@cache
def keys() -> Mapping[str, Key]:
    """Every setting by name, in the order of the sections."""
    found = {}
    for section, holder in Settings():
        for name, info in type(holder).model_fields.items():
            key = _key(f"{section}.{name}", info)
            found[key.name] = key
    return types.MappingProxyType(found)


def find_key(name: str) -> Key:
    """The setting of that name; a name that is none is refused with the nearest one."""
    key = keys().get(name)
    if key is None:
        raise unknown(name)
    return key


def unknown(name: str, where: str = "") -> SettingsError:
    """The refusal of a name that no setting has."""
    reason = f"{where}: there is" if where else "There is"
    return SettingsError(
        f"{reason} no setting {shown(name)}.", fix=f"The nearest is {nearest(name, keys())}."
    )


def shown(name: str) -> str:
    """A name that somebody made up, fit to be printed."""
    short = name if len(name) <= _LONGEST_NAME else f"{name[:_LONGEST_NAME]}…"
    return f"'{short}'" if short.isprintable() else ascii(short)


def nearest(name: str, among: Iterable[str]) -> str:
    """The name that somebody probably meant."""
    wanted = name[:_LONGEST_NAME].lower()
    known = {one.lower(): one for one in among}
    original = ORIGINAL_NAMES.get(wanted.upper(), "")
    if original in known:
        return known[original]
    hits = difflib.get_close_matches(wanted, known, n=1, cutoff=0.0)
    tails = {one.rpartition(".")[2]: one for one in known}
    if wanted in tails:  # 'score' says enough
        return known[tails[wanted]]
    return known[hits[0]] if hits else next(iter(known.values()))


def _key(name: str, info: FieldInfo) -> Key:
    bounds = {type(limit).__name__: limit for limit in info.metadata}
    least, most = bounds.get("Ge"), bounds.get("Le")
    return Key(
        name=name,
        title=info.title or name,
        description=info.description or "",
        kind=Kind.SECRET if name in _SECRETS else _kind(info.annotation),
        default=info.default,
        choices=get_args(info.annotation) if get_origin(info.annotation) is Literal else (),
        least=None if least is None else least.ge,
        most=None if most is None else most.le,
    )


def _kind(annotation: Any) -> Kind:
    origin = get_origin(annotation)
    if origin is Literal:
        return Kind.CHOICE
    if origin is tuple:
        inner = get_args(annotation)[0]
        return Kind.TABLES if isinstance(inner, type) and issubclass(inner, Section) else Kind.LIST
    if origin in (Union, types.UnionType) and Path in get_args(annotation):
        return Kind.FOLDER
    return {bool: Kind.SWITCH, int: Kind.WHOLE, float: Kind.NUMBER, str: Kind.TEXT}[annotation]
