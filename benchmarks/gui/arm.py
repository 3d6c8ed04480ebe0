"""One arm of the painting: the live panel or bare labels, in a process of its own on a given screen."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import asdict, dataclass
from pathlib import Path

from benchmarks.screen import Screen

_ROOT = Path(__file__).parents[2]
_PATIENCE_S = 180.0


@dataclass(frozen=True, slots=True)
class Painted:
    """What one run painted, out of how many pictures, and what that took."""

    painted: int
    due: int
    cores: float
    colour: tuple[float, float, float]  # of the middle of the first tile, at the end

    @property
    def dropped(self) -> float:
        """The share of the pictures that nobody saw."""
        return max(0.0, 1 - self.painted / max(1, self.due))


def ask(seen: Screen, arm: str, tiles: int, seconds: int) -> Painted:
    """Run it once."""
    command = [sys.executable, "-m", "benchmarks.gui.painting", arm, str(tiles), str(seconds)]
    done = subprocess.run(
        command,
        cwd=_ROOT,
        env=dict(seen.env),
        capture_output=True,
        text=True,
        check=False,
        timeout=_PATIENCE_S,
    )
    if done.returncode:
        raise RuntimeError(done.stderr[-2000:])
    told = json.loads(done.stdout.splitlines()[-1])
    return Painted(**{**told, "colour": tuple(told["colour"])})


def told(painted: Painted) -> str:
    """The same as one line."""
    return json.dumps(asdict(painted))
