"""Networks in whole numbers (int8) that were made on this computer, and whether one may be used.

One is kept only behind a check, and the check holds for what was checked: these very weights, this
engine in this version, and this processor. Where any of them is another, the full network runs.
"""

from __future__ import annotations

import hashlib
import json
import platform
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from omnisight_desktop.perception.weights import is_there

#: The packages whose version the check holds for.
_PACKAGES = {"openvino": "openvino", "onnx": "onnxruntime"}
_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Passed:
    """How a lighter network did beside the full one, on frames that it was not made from."""

    frames: int
    boxes: int  # that the full network finds in them
    agreement: float  # share of all boxes, of either, that both find
    overlap: float  # of those boxes, in the mean
    shift: float  # of their certainty, in the mean
    quicker: float  # so many times


@dataclass(frozen=True, slots=True)
class Lighter:
    """A lighter network, what it was made from, and for what the check holds."""

    weights: str  # the file's name
    sha256: str  # of the weights
    file: str  # the lighter network, beside this note
    engine: str
    engine_version: str
    machine: str
    at: str
    labels: tuple[str, ...]
    passed: Passed


class Shelf:
    """The lighter networks of one installation, each with its note."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def all(self) -> list[Lighter]:
        """Every one that there is."""
        found = [read(note) for note in sorted(self.folder.glob("*.json"))]
        return [one for one in found if one is not None]

    def note_of(self, weights: Path, engine: str) -> Path:
        """Where the note on one lies."""
        return self.folder / f"{weights.name}.{engine}.json"

    def find(self, weights: Path, engine: str) -> tuple[Path | None, str]:
        """The lighter network for these weights, or why one that there is may not be used."""
        known = read(self.note_of(weights, engine))
        if known is None:
            return None, ""
        why = self.why_not(known, weights)
        return (None, why) if why else (self.folder / known.file, "")

    def why_not(self, known: Lighter, weights: Path) -> str:
        """Why one may not be used, in words; nothing where it may."""
        if not is_there(self.folder / known.file):
            return "its file is gone"
        if known.machine != this_machine():
            return "it was checked on another processor"
        if known.engine_version != version_of(known.engine):
            return f"it was checked with {known.engine} {known.engine_version}"
        if known.sha256 != sum_of(weights):
            return "it was made from other weights"
        return ""


def read(note: Path) -> Lighter | None:
    """What a note says; what is no note counts as none."""
    with suppress(OSError, ValueError, TypeError, KeyError):
        told = json.loads(note.read_text("utf-8"))
        passed, labels = Passed(**told.pop("passed")), tuple(told.pop("labels"))
        known = Lighter(**told, labels=labels, passed=passed)
        # A name and no path: it lies beside its note.
        return known if Path(known.file).name == known.file else None
    return None


def written(known: Lighter) -> str:
    """A note as it is stored."""
    return json.dumps(asdict(known), indent=2) + "\n"


def unused(folder: Path, known: Sequence[Lighter]) -> list[Path]:
    """Networks that no note speaks of."""
    named = {one.file for one in known}
    return [path for path in folder.glob("*.onnx") if path.name not in named]


def version_of(engine: str) -> str:
    """Which version of an engine is installed."""
    try:
        return version(_PACKAGES.get(engine, engine))
    except PackageNotFoundError:
        return ""


def sum_of(path: Path) -> str:
    """The SHA-256 sum of a file; of what cannot be read, none."""
    digest = hashlib.sha256()
    try:
        with path.open("rb") as file:
            while block := file.read(_CHUNK):
                digest.update(block)
    except OSError:
        return ""
    return digest.hexdigest()


@cache
def this_machine() -> str:
    """The processor, in words that another one would not go by."""
    name, able = platform.processor(), ""
    with suppress(OSError):
        for line in reversed(Path("/proc/cpuinfo").read_text("utf-8", "replace").splitlines()):
            what, _, told = line.partition(":")
            if what.strip() == "model name":
                name = told.strip()
            elif what.strip() in ("flags", "Features"):
                able = f"({hashlib.sha256(told.encode()).hexdigest()[:8]})"
    return " ".join(word for word in (platform.machine(), name, able) if word)
