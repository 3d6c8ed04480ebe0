"""A picture that somebody keeps as a file."""

from __future__ import annotations

from pathlib import Path

from omnisight_desktop.core.frame import Frame
from omnisight_desktop.services.filename import fit


def place_of(folder: Path, frame: Frame, name: str) -> Path:
    """What the picture of a camera is called: by the camera, and by its time to the millisecond."""
    at = frame.at.astimezone()
    moment = f"{at:%Y-%m-%d %H-%M-%S}-{at.microsecond // 1000:03}"
    return folder / f"{fit(f'{name} {moment}', frame.camera)}.jpg"
