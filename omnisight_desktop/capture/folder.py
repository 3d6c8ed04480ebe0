"""A folder of pictures as a recording, with the boxes that may lie beside them.

Folders of the MOTChallenge say in ``seqinfo.ini`` how fast they go, and in ``det/det.txt`` what a
camera's own detector found.
"""

from __future__ import annotations

import configparser
import csv
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import cv2
import numpy as np

from omnisight_desktop.capture.encode import PictureEncoder
from omnisight_desktop.capture.jpegs import JpegRoll
from omnisight_desktop.capture.picture import PlainPicture, check_size, size_of
from omnisight_desktop.core.detection import Detections
from omnisight_desktop.core.errors import SourceBroken, SourceRefused
from omnisight_desktop.core.frame import ToldPicture
from omnisight_desktop.core.ports.capture import Shot, StreamInfo, WholePictures

_KINDS = (".jpg", ".jpeg", ".png", ".bmp")
_USUAL_FPS = 10.0
_NAMES = ("person",)
_UNSCORED = -1.0  # how the format says that it knows no scores

Told = dict[int, Detections]


class FolderSource(WholePictures):
    """Pictures in the order of their names, as numbers count: 9 comes before 10.

    JPEGs become packets as they are; pictures of other kinds are encoded, which costs.
    """

    def __init__(self, folder: Path, fps: float | None = None) -> None:
        sequence = _sequence(folder)
        self._name = str(folder)
        self._files = pictures_in(_pictures_folder(folder, sequence))
        if not self._files:
            raise SourceBroken(
                f"There are no pictures in {folder}.", fix="JPEG, PNG and BMP files are read."
            )
        fps = fps or _number(sequence.get("framerate", "")) or _USUAL_FPS
        self._told = _told(folder)
        self._all_jpeg = all(f.suffix.lower() in (".jpg", ".jpeg") for f in self._files)
        self._roll = JpegRoll(self._name)
        self._encoder = PictureEncoder(fps)
        self._closed = False
        width, height = self._first_size()
        codec = "mjpeg" if self._all_jpeg else "h264"
        length_s = len(self._files) / fps
        self.info = StreamInfo(width, height, fps, codec, live=False, length_s=length_s)

    @property
    def template(self) -> Any:
        return self._roll.template if self._all_jpeg else self._encoder.template

    @property
    def sound_template(self) -> Any:
        return None

    def shots(self) -> Iterator[Shot]:
        for index, file in enumerate(self._files):
            if self._closed:
                return
            shot = self._shot(_read(file), index / self.info.fps)
            if shot is None or shot.picture is None:
                continue  # one damaged picture is a hole of one picture
            size = (shot.picture.width, shot.picture.height)
            if size != (self.info.width, self.info.height):
                self.info = replace(self.info, width=size[0], height=size[1])
            found = self._told.get(_number_of(file, index)) if self._told else None
            if self._told:
                shot = replace(
                    shot, picture=ToldPicture(shot.picture, found or Detections.none(_NAMES))
                )
            yield shot

    def close(self) -> None:
        self._closed = True

    def _shot(self, data: bytes, at_s: float) -> Shot | None:
        if self._all_jpeg:
            return self._roll.shot(data, at_s, 1 / self.info.fps)
        size = size_of(data)
        if size is None:
            return None
        check_size(*size, self._name)
        image = cv2.imdecode(np.frombuffer(data, np.uint8), cv2.IMREAD_COLOR)
        if image is None:
            return None
        picture = PlainPicture(np.asarray(image, np.uint8))
        return Shot(at_s, picture, self._encoder.encode(picture.image, at_s))

    def _first_size(self) -> tuple[int, int]:
        for file in self._files:
            data = _read(file)
            size = size_of(data)
            if size is None or not all(size):
                continue
            check_size(*size, self._name)
            if self._all_jpeg:
                self._roll.shot(data, 0.0, 0.1)
            else:
                self._encoder.begin(*size)
            return size
        raise SourceBroken(f"None of the pictures in {self._name} can be read.")


def pictures_in(folder: Path) -> list[Path]:
    """The pictures of a folder in the order in which a person would count them."""
    try:
        files = [file for file in folder.iterdir() if file.suffix.lower() in _KINDS]
    except PermissionError as error:
        raise SourceRefused(
            f"The folder {folder} may not be read.", fix="Check its permissions."
        ) from error
    return sorted((f for f in files if not f.name.startswith(".")), key=_natural)


def _natural(file: Path) -> list[tuple[int, int, str]]:
    pieces = re.findall(r"\d+|\D+", file.name)
    return [
        (0, int(piece), piece) if piece.isdecimal() else (1, 0, piece.casefold())
        for piece in pieces
    ]


def _read(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError:
        return b""  # gone, or not to be read: a hole of one picture


def _sequence(folder: Path) -> dict[str, str]:
    """What seqinfo.ini says, in the folder or beside it."""
    parser = configparser.ConfigParser(interpolation=None)
    for place in (folder, folder.parent):
        try:
            parser.read_string((place / "seqinfo.ini").read_text(encoding="utf-8"))
            return dict(parser["Sequence"])
        except (OSError, KeyError, ValueError, configparser.Error):
            continue
    return {}


def _pictures_folder(folder: Path, sequence: dict[str, str]) -> Path:
    for name in (sequence.get("imdir", ""), "img1"):
        inside = folder / name
        if name and inside.resolve().parent == folder.resolve() and inside.is_dir():
            return inside
    return folder


def _told(folder: Path) -> Told:
    """The boxes of det/det.txt by picture number, from 1."""
    for place in (folder, folder.parent):
        file = place / "det" / "det.txt"
        if file.is_file():
            return _boxes(file)
    return {}


def _boxes(file: Path) -> Told:
    rows: dict[int, list[list[float]]] = {}
    try:
        with file.open(newline="", encoding="utf-8", errors="replace") as lines:
            for row in csv.reader(lines):
                values = [_number(value) for value in row[:7]]
                if len(values) < 7 or None in values:
                    continue
                frame, _, left, top, width, height, score = (value or 0.0 for value in values)
                box = [left, top, left + width, top + height, score]
                rows.setdefault(int(frame), []).append(box)
    except OSError:
        return {}
    if all(box[4] == _UNSCORED for some in rows.values() for box in some):
        rows = {frame: [[*box[:4], 1.0] for box in some] for frame, some in rows.items()}
    return {frame: _detections(some) for frame, some in rows.items()}


def _detections(rows: list[list[float]]) -> Detections:
    table = np.asarray(rows, np.float32)
    return Detections.of(_NAMES[0], table[:, :4], table[:, 4].clip(max=1))


def _number_of(file: Path, index: int) -> int:
    return int(file.stem) if file.stem.isdecimal() else index + 1


def _number(text: str) -> float | None:
    try:
        value = float(text)
    except ValueError:
        return None
    return value if np.isfinite(value) else None
