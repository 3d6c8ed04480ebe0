"""The recordings with known truth that tracks are judged on; they are not part of the project."""

from __future__ import annotations

import configparser
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from benchmarks.material import material

_TUD_FPS = 25.0  # nothing beside those files says so
_TUD = ("TUD-Campus", "TUD-Stadtmitte")


@dataclass(frozen=True, slots=True)
class Sequence:
    """One recording: what was detected in it, and the truth."""

    name: str
    benchmark: str
    detections: Path
    truth: Path
    length: int
    fps: float

    def walk(self, out: Path) -> dict[str, object]:
        """How a peer's program and the judge are told of it."""
        return {
            "name": self.name,
            "benchmark": self.benchmark,
            "det": str(self.detections),
            "truth": str(self.truth),
            "length": self.length,
            "fps": self.fps,
            "out": str(out / f"{self.name}.txt"),
        }


def known_sequences() -> list[Sequence]:
    """All of them, those of MOT17 first."""
    folder = material("truth", "mot")
    found = [_of_mot17(path) for path in sorted((folder / "MOT17").iterdir())]
    return found + [_of_tud(folder / "MOT15" / name) for name in _TUD]


def _of_mot17(folder: Path) -> Sequence:
    told = configparser.ConfigParser()
    told.read(folder / "seqinfo.ini")
    about = told["Sequence"]
    length, fps = int(about["seqLength"]), float(about["frameRate"])
    name = folder.name.removesuffix("-FRCNN")
    det, truth = folder / "det" / "det.txt", folder / "gt" / "gt.txt"
    return Sequence(name, "MOT17", det, truth, length, fps)


def _of_tud(folder: Path) -> Sequence:
    det, truth = folder / "det" / "det.txt", folder / "gt" / "gt.txt"
    frames = np.loadtxt(truth, delimiter=",", usecols=0)
    return Sequence(folder.name, "MOT15", det, truth, int(frames.max()), _TUD_FPS)
