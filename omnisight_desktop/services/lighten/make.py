"""Making a lighter network: from the user's own pictures, kept only if it finds what the full one finds.

Everything is made in a folder beside the place where it is kept, and moved there when all is well;
whatever ends it before leaves nothing that is used.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import process_time
from typing import Any

import numpy as np

from omnisight_desktop.core.clock import Clock
from omnisight_desktop.core.detection import Detections
from omnisight_desktop.core.errors import DataFolderOwned, ModelError, NotFound, UsageError
from omnisight_desktop.core.ports.vision import Detector
from omnisight_desktop.perception.detect.choose import Wish, choose_detector, open_engine
from omnisight_desktop.perception.detect.lighter import (
    Lighter,
    Passed,
    Shelf,
    sum_of,
    this_machine,
    unused,
    version_of,
    written,
)
from omnisight_desktop.perception.detect.network import NetworkDetector
from omnisight_desktop.services.lighten.agreement import Agreement
from omnisight_desktop.services.lighten.network import lightened, too_few
from omnisight_desktop.services.lighten.pictures import Split, Tell, pictures_of
from omnisight_desktop.services.models.part import disk_faults_in_words
from omnisight_desktop.services.shape import written as moment
from omnisight_desktop.storage.file import put_in_place
from omnisight_desktop.storage.owner import own

_CHECKED = 64  # pictures, at most
_FEWEST_CHECKED, _FEWEST_BOXES = 16, 30
_AGREEMENT, _AGREEMENT_OF_ALL = 0.95, 0.90  # of what is looked for, and of everything
_OVERLAP, _SHIFT = 0.85, 0.06
_QUICKER = 1.05
_PROCESSORS = ("CPU", "CPUExecutionProvider")
_MAKING = "making"


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which network is to become lighter, and what it is for."""

    wish: Wish
    labels: tuple[str, ...]
    score: float
    effort: Callable[[], float] = process_time  # wall time would tell how busy others are


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of it: how it did, and whether and why not it was kept."""

    weights: Path
    engine: str
    passed: Passed
    of_all: float  # the agreement on everything that the network knows
    why_not: str = ""

    @property
    def kept(self) -> bool:
        """Whether it is used from the next start on."""
        return not self.why_not


def make(
    shelf: Shelf,
    wanted: Wanted,
    find: Callable[[str], Path],
    pictures: Callable[[Path, Tell], Split],
    clock: Clock,
    tell: Tell = lambda *_: None,
) -> Outcome:
    """Make a lighter network and keep it if it passes; raises where it cannot even be tried.

    ``pictures`` are asked for with a folder in which some may be kept meanwhile.
    """
    weights = find(wanted.wish.model)
    if weights.suffix != ".onnx":
        raise UsageError(
            f"{weights.name} cannot be made lighter: only networks in ONNX form can.",
            fix="Choose one with detection.model; 'omnisight models list' shows what there is.",
        )
    engine, full, reason = choose_detector(wanted.wish, find)
    if not isinstance(full, NetworkDetector):
        raise ModelError(f"No engine here runs {weights.name}. {reason}".strip())
    if full.computes_on not in _PROCESSORS:
        raise ModelError(
            f"{full.computes_on} runs {weights.name} here, and a lighter network gains nothing there.",
            fix="Leave it as it is.",
        )
    with _workplace(shelf) as work, disk_faults_in_words(work):
        split = pictures(work, tell)
        able = sum(one.room() for one in split.checked)
        if able < _FEWEST_CHECKED:  # told before anybody waits
            raise _few_to_check(able)
        network = lightened(weights, split.learnt, full.own_size, work, tell)
        made = _Made(weights, engine, network, split)
        judged = _judged(made, full, wanted, tell)
        if judged.kept:
            _keep(shelf, made, judged, wanted.labels, moment(clock.now()))
    return judged


def forget(shelf: Shelf, name: str | None = None) -> list[Lighter]:
    """Remove lighter networks, all of them or those of one file; the full ones run again."""
    gone = [one for one in shelf.all() if name in (None, one.weights, Path(one.weights).stem)]
    if name is not None and not gone:
        raise NotFound(
            f"There is no lighter network of '{name}'.", fix="See 'omnisight models int8 show'."
        )
    with _workplace(shelf), disk_faults_in_words(shelf.folder):
        for one in gone:
            shelf.note_of(Path(one.weights), one.engine).unlink(missing_ok=True)
            (shelf.folder / one.file).unlink(missing_ok=True)
    return gone


@dataclass(frozen=True, slots=True)
class _Made:
    weights: Path
    engine: str
    network: Path
    held_out: Split


def _judged(made: _Made, full: Detector, wanted: Wanted, tell: Tell) -> Outcome:
    """Show both networks what neither was made from, and compare."""
    light = open_engine(made.engine, made.network, wanted.wish)
    looked_for = Agreement(wanted.score, wanted.labels)
    everything = Agreement(wanted.score)
    times: tuple[list[float], list[float]] = ([], [])
    for picture in pictures_of(made.held_out.checked, _CHECKED):
        everywhere = np.asarray([[0, 0, picture.width, picture.height]], np.float32)
        found: list[Detections] = []
        for detector, spent in zip((full, light), times, strict=True):
            began = wanted.effort()
            found.append(detector.detect(picture, everywhere))
            spent.append(wanted.effort() - began)
        looked_for.add(*found)
        everything.add(*found)
        tell("checking", looked_for.frames, _CHECKED)
    if looked_for.frames < _FEWEST_CHECKED:
        raise _few_to_check(looked_for.frames)
    if looked_for.boxes < _FEWEST_BOXES:
        kinds = " or ".join(wanted.labels) or "anything"
        raise too_few(
            f"in {looked_for.frames} pictures the full network finds {kinds} {looked_for.boxes} times,"
            f" and {_FEWEST_BOXES} are needed to tell whether a lighter one finds as much"
        )
    slow, quick = (median(spent) for spent in times)
    passed = Passed(
        looked_for.frames,
        looked_for.boxes,
        round(looked_for.share, 4),
        round(looked_for.overlap, 4),
        round(looked_for.shift, 4),
        round(slow / quick, 2) if quick > 0 else 1.0,
    )
    of_all = round(everything.share, 4)
    return Outcome(made.weights, made.engine, passed, of_all, why_not(passed, of_all))


def why_not(passed: Passed, of_all: float) -> str:
    """Why a lighter network is not good enough, in words; nothing where it is."""
    if passed.agreement < _AGREEMENT:
        return (
            f"it agrees with the full network on {passed.agreement:.1%} of what is looked for,"
            f" and {_AGREEMENT:.0%} are asked"
        )
    if of_all < _AGREEMENT_OF_ALL:
        return f"it agrees on {of_all:.1%} of everything, and {_AGREEMENT_OF_ALL:.0%} are asked"
    if passed.overlap < _OVERLAP:
        return f"its boxes overlap with those of the full network by {passed.overlap:.0%} only"
    if abs(passed.shift) > _SHIFT:
        return f"its certainties are off by {passed.shift:+.2f}"
    if passed.quicker < _QUICKER:
        return f"it is not quicker on this computer ({passed.quicker:.2f} times)"
    return ""


def _keep(shelf: Shelf, made: _Made, judged: Outcome, labels: tuple[str, ...], at: str) -> None:
    """The network first, under a name of its own; the note makes it count."""
    file = f"{made.weights.stem}-{sum_of(made.network)[:12]}.onnx"
    put_in_place(made.network, shelf.folder / file)
    known = Lighter(
        weights=made.weights.name,
        sha256=sum_of(made.weights),
        file=file,
        engine=made.engine,
        engine_version=version_of(made.engine),
        machine=this_machine(),
        at=at,
        labels=labels,
        passed=judged.passed,
    )
    note = made.network.with_suffix(".json")
    note.write_text(written(known), "utf-8")
    put_in_place(note, shelf.note_of(made.weights, made.engine))


@contextmanager
def _workplace(shelf: Shelf) -> Iterator[Path]:
    """A folder to make things in, for one at a time; it is empty before and gone afterwards."""
    work = shelf.folder / _MAKING
    with disk_faults_in_words(work):
        shelf.folder.mkdir(parents=True, exist_ok=True)
    try:
        lock = own(shelf.folder)
    except DataFolderOwned as error:
        raise ModelError(
            "A lighter network is being made just now.", fix="Wait until that is done."
        ) from error
    with lock:
        try:
            _sweep(shelf, work)
            with disk_faults_in_words(work):
                work.mkdir()
            yield work
        finally:
            _sweep(shelf, work)
            lock.untidy = False


def _sweep(shelf: Shelf, work: Path) -> None:
    """Remove what was begun, here or by a program that was killed over it."""
    shutil.rmtree(work, ignore_errors=True)
    for left in unused(shelf.folder, shelf.all()):
        with suppress(OSError):
            left.unlink()


def _few_to_check(count: int) -> ModelError:
    return too_few(f"{count} pictures to check with were found, and {_FEWEST_CHECKED} are needed")


def report(outcome: Outcome) -> dict[str, Any]:
    """What came of it, in the shape that programs rely on."""
    passed = outcome.passed
    return {
        "model": outcome.weights.name,
        "engine": outcome.engine,
        "kept": outcome.kept,
        "reason": outcome.why_not,
        "frames": passed.frames,
        "boxes": passed.boxes,
        "agreement": passed.agreement,
        "agreement_of_all": outcome.of_all,
        "overlap": passed.overlap,
        "shift": passed.shift,
        "quicker": passed.quicker,
    }


def stale(shelf: Shelf, find: Callable[[str], Path | None]) -> Sequence[tuple[Lighter, str]]:
    """Every lighter network with why it is not used, if it is not."""
    told = []
    for one in shelf.all():
        weights = find(one.weights)
        why = "its full network is gone" if weights is None else shelf.why_not(one, weights)
        told.append((one, why))
    return told
