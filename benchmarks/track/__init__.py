"""Following: whose ids hold best on known recordings, how fast, and how small a path is kept.

``python -m benchmarks.track [--quick] [--json]``. Peers get the very same detections in the same run,
each in a process of its own (``make peers``), and one judge, trackeval, scores all. What a peer's own
figure is worth is checked: SORT, written anew here, has to score what is known of it.
"""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.measure import Row


def rows(quick: bool) -> list[Row]:
    """Everything that is measured here."""
    # The peers' processes import this package, too, where ours is not to be had.
    from benchmarks.track.quality import quality
    from benchmarks.track.rate import rate
    from benchmarks.track.size import size

    with TemporaryDirectory(prefix="omnisight-bench-") as folder:
        place = Path(folder)
        return [*quality(place, quick), *rate(place, quick), *size(place)]
