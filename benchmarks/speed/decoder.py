"""A child that decodes a film and hands every n-th picture on through a pipe, as ffmpeg would.

It is built on the same FFmpeg as ours, which the system's own ffmpeg seldom is.
``python -m benchmarks.speed.decoder FILM STEP real|once``
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.speed.least import frames, paced


def main(film: Path, step: int, *, once: bool) -> None:
    """Planes of brightness and colour, one picture after the other; then wait to be dismissed."""
    pictures: Iterator[Any] = frames(film, 1) if once else paced(film, 1)
    try:
        for index, frame in enumerate(pictures):
            if index % step == 0:
                sys.stdout.buffer.write(frame.to_ndarray().data)
                sys.stdout.buffer.flush()
        sys.stdout.buffer.close()
        sys.stdin.read()
    except BrokenPipeError:
        sys.stderr.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), once=sys.argv[3] == "once")
