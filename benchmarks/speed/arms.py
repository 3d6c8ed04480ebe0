"""Runs one arm and prints what it took: ``python -m benchmarks.speed.arms '{"arm": …}'``."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from importlib import import_module

from benchmarks.speed.job import Job

#: In modules of their own, so that no arm pays for what another one imports.
ARMS = {
    "decode": "benchmarks.speed.least:decode",
    "decode, then model": "benchmarks.speed.least:decode_and_look",
    "ours, analyze": "benchmarks.speed.ours:analyze",
    "ours, live": "benchmarks.speed.ours:watch",
    "pipe": "benchmarks.speed.pipe:pipe",
    "pipe, lean child": "benchmarks.speed.pipe:lean_pipe",
    "pipe, our views": "benchmarks.speed.pipe:whole_pipe",
    "pipe of the system's ffmpeg": "benchmarks.speed.pipe:system_pipe",
}

if __name__ == "__main__":
    job = Job(**json.loads(sys.argv[1]))
    module, _, name = ARMS[job.arm].partition(":")
    print(json.dumps(asdict(getattr(import_module(module), name)(job))))
