"""Clips: what it costs to copy the packets of ten seconds into a file, beside encoding them.

``python -m benchmarks.clips [--quick] [--json]``. The peer is x264 at its fastest over the same
pictures, the limit a plain copy of the finished file. Costs are processor time of all threads; both
files must show every picture, and the encoded one look like its source.
"""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.clips.copy import copy
from benchmarks.measure import Row


def rows(quick: bool) -> list[Row]:
    """Everything that is measured here."""
    with TemporaryDirectory(prefix="omnisight-bench-") as folder:
        return copy(Path(folder), quick)
