"""Export: joining footage, drawing into it and hiding people, and how much memory four cameras take.

``python -m benchmarks.export [--quick] [--json]``. Joining is held against FFmpeg's own program, with a
plain copy of the bytes as the limit; drawing against that program encoding without drawing anything, with
the same decoder and encoder as ours as the limit. Costs are processor time of all processes; every film
must hold every picture.
"""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.export.arms import drawn, joined
from benchmarks.export.memory import memory
from benchmarks.machine import machine
from benchmarks.measure import Row


def rows(quick: bool) -> list[Row]:
    """Everything that is measured here."""
    with TemporaryDirectory(prefix="omnisight-bench-") as folder:
        place = Path(folder)
        return [*machine(), *joined(place, quick), *drawn(place, quick), *memory(place, quick)]
