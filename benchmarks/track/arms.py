"""Ours and the peers: each runs in a process and an environment of its own, over the same files."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from omnisight_desktop.core.errors import BackendUnavailable

HOUSE = Path(__file__).parents[2]
_HERE, _PEERS, _NORFAIR = (
    Path(sys.executable),
    HOUSE / ".venv-peers" / "bin" / "python",
    HOUSE / ".venv-norfair" / "bin" / "python",
)
# One thread each: what is compared is the work, not who takes more cores.
_ALONE = {name: "1" for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")}

Walks = list[dict[str, object]]


@dataclass(frozen=True, slots=True)
class Arm:
    """One tracker: which Python runs which program, and what it is called there."""

    name: str
    python: Path
    module: str

    def run(self, walks: Walks, place: Path) -> list[list[float]]:
        """Track every file; the milliseconds of every frame of each."""
        job = place / "job.json"
        job.write_text(json.dumps({"arm": self.name, "walks": walks}))
        return list(_ask(self.python, f"benchmarks.track.{self.module}", job))


OURS = Arm("ours", _HERE, "ours")
ULTRALYTICS = Arm("ByteTrack (ultralytics)", _HERE, "peers.ultra")
#: Those that the goals name come first.
PEERS = (
    Arm("SORT (Bewley)", _PEERS, "peers.sort"),
    Arm("ByteTrack (trackers)", _PEERS, "peers.roboflow"),
    ULTRALYTICS,
    Arm("BoT-SORT (ultralytics)", _HERE, "peers.ultra"),
    Arm("norfair", _NORFAIR, "peers.nor"),
    Arm("SORT (trackers)", _PEERS, "peers.roboflow"),
    Arm("OC-SORT (trackers)", _PEERS, "peers.roboflow"),
    Arm("C-BIoU (trackers)", _PEERS, "peers.roboflow"),
    Arm("BoT-SORT (trackers)", _PEERS, "peers.roboflow"),
    Arm("OC-SORT (ultralytics)", _HERE, "peers.ultra"),
    Arm("FastTracker (ultralytics)", _HERE, "peers.ultra"),
    Arm("TrackTrack (ultralytics)", _HERE, "peers.ultra"),
)


def available(arms: Iterable[Arm]) -> list[Arm]:
    """The arms whose environment is there; of the others it is said that they are missing."""
    there = []
    for arm in arms:
        if arm.python.exists():
            there.append(arm)
        else:
            say(f"left out: {arm.name}, for there is no {arm.python}; 'make peers' makes it")
    return there


def judge(walks: Mapping[str, Walks], place: Path, *, hota: bool = True) -> dict[str, Any]:
    """What trackeval says of each arm's files: by sequence, and pooled."""
    if not _PEERS.exists():
        raise BackendUnavailable("The judge, trackeval, is not installed.", fix="Run 'make peers'.")
    job = place / "judge.json"
    job.write_text(json.dumps({"hota": hota, "arms": walks}))
    return dict(_ask(_PEERS, "benchmarks.track.peers.judge", job))


def say(text: str) -> None:
    """Tell how it goes, beside the result."""
    print(text, file=sys.stderr, flush=True)


def _ask(python: Path, module: str, job: Path) -> Any:
    done = subprocess.run(
        [str(python), "-m", module, str(job)],
        cwd=HOUSE,
        env={**os.environ, **_ALONE},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise BackendUnavailable(f"{module} failed: {done.stderr[-600:]}", fix="Run 'make peers'.")
    return json.loads(done.stdout)
