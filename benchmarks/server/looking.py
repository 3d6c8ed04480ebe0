"""Viewers of the running program, in a process of their own, as browsers would be."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import httpx

from benchmarks.headless import Program

_PATIENCE_S = 60.0
_WARM_S = 2.0


@dataclass(frozen=True, slots=True)
class Seen:
    """What all viewers got together; ``whole`` where each picture that was looked into is one."""

    pictures: int
    seconds: float
    whole: bool


def ready(program: Program, port: int) -> list[str]:
    """The ids of the cameras, once all of them are live."""
    until = time.monotonic() + _PATIENCE_S
    while time.monotonic() < until and program.alive:
        try:
            answer = httpx.get(f"http://127.0.0.1:{port}/api/v1/cameras", trust_env=False)
        except httpx.HTTPError:
            time.sleep(0.5)
            continue
        cameras = answer.json()["cameras"]
        if cameras and all((one["live"] or {}).get("state") == "live" for one in cameras):
            time.sleep(_WARM_S)
            return [one["id"] for one in cameras]
        time.sleep(0.5)
    raise RuntimeError(f"the program does not serve: {program.last_words}")


def resting(seconds: float) -> float:
    """Let time pass while nobody looks; how much did."""
    began = time.monotonic()
    time.sleep(seconds + _WARM_S)
    return time.monotonic() - began


def looking(port: int, cameras: list[str], viewers: int, deaf: int, seconds: float) -> Seen:
    """Have so many look for so long, and some more who never read."""
    order = {"port": port, "cameras": cameras, "viewers": viewers, "deaf": deaf, "seconds": seconds}
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.server.viewers", json.dumps(order)],
        stdout=subprocess.PIPE,
        text=True,
        check=True,
        cwd=Path(__file__).parents[2],
        timeout=seconds + _PATIENCE_S,
    )
    told = json.loads(done.stdout)
    return Seen(told["pictures"], told["seconds"], told["whole"])
