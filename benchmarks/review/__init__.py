"""Review: what the timeline of an hour, a day and a year costs, and how soon a moment is on the screen.

``python -m benchmarks.review [--quick] [--json]``. Of the timeline the peer counts the events
themselves, with plain sqlite3 along the same index, and the limit reads the sums and does nothing with
them; both must count the same. Of playing back the peer is OpenCV's own way to a moment in the same
file, and the limit decodes from the key picture and shows nothing; both must show the same picture.
"""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.measure import Row
from benchmarks.review.seek import seek
from benchmarks.review.sums import sums


def rows(quick: bool) -> list[Row]:
    """Everything that is measured here."""
    with TemporaryDirectory(prefix="omnisight-bench-") as folder:
        place = Path(folder)
        return [*sums(place, quick), *seek(place, quick)]
