"""Pictures found by words: the two networks of a CLIP model in ONNX, and its way to cut words.

A model is a folder with ``clip.json`` (what its vectors are called, how long they are, how large pictures
must be, the floor), ``pictures.onnx``, ``words.onnx``, ``vocab.json`` and ``merges.txt``.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from omnisight_desktop.core.errors import BackendUnavailable, ModelCorrupt
from omnisight_desktop.core.face import Vector
from omnisight_desktop.core.frame import Image
from omnisight_desktop.perception.onnx import open_session

_MEAN = np.array([0.48145466, 0.4578275, 0.40821073], np.float32)
_SPREAD = np.array([0.26862954, 0.26130258, 0.27577711], np.float32)
_FILES = ("clip.json", "pictures.onnx", "words.onnx", "vocab.json", "merges.txt")
_BEGIN, _END = "<|startoftext|>", "<|endoftext|>"
_TOKEN = re.compile(r"'s|'t|'re|'ve|'m|'ll|'d|[^\W\d_]+|\d|[^\s\w]+")


@dataclass(frozen=True, slots=True)
class ClipShape:
    """What must be known of a model beside its networks."""

    name: str
    dimensions: int
    side: int
    words: int
    floor: float


class Clip:
    """A CLIP model; its floor is its own, for every model has cosines of another size."""

    def __init__(
        self,
        shape: ClipShape,
        pictures: Any,
        words: Any,
        pieces: tuple[Mapping[str, int], list[str]],
    ) -> None:
        self._shape = shape
        self._pictures, self._words = pictures, words
        self._ids = pieces[0]
        self._ranks = {tuple(line.split()): rank for rank, line in enumerate(pieces[1])}

    @property
    def name(self) -> str:
        return self._shape.name

    @property
    def dimensions(self) -> int:
        return self._shape.dimensions

    @property
    def floor(self) -> float:
        return self._shape.floor

    def of_words(self, words: str) -> Vector:
        ids = np.full((1, self._shape.words), self._ids[_END], np.int64)
        cut = [self._ids[_BEGIN], *self._cut(words)][: self._shape.words - 1]
        ids[0, : len(cut)] = cut
        return _unit(self._words.run(None, {self._words.get_inputs()[0].name: ids})[0])[0]

    def of_pictures(self, pictures: Sequence[Image]) -> Vector:
        if not pictures:
            return np.zeros((0, self.dimensions), np.float32)
        ready = np.stack([prepared(picture, self._shape.side) for picture in pictures])
        return _unit(self._pictures.run(None, {self._pictures.get_inputs()[0].name: ready})[0])

    def _cut(self, words: str) -> list[int]:
        unknown = self._ids[_END]
        return [
            self._ids.get(piece, unknown)
            for word in _TOKEN.findall(" ".join(words.lower().split()))
            for piece in self._pieces("".join(_LETTERS[byte] for byte in word.encode()))
        ]

    def _pieces(self, word: str) -> list[str]:
        """The letters of a word, joined as often as the model has learnt to."""
        parts = [*word[:-1], f"{word[-1]}</w>"]
        while len(parts) > 1:
            ranked = [
                (self._ranks[pair], place)
                for place, pair in enumerate(zip(parts, parts[1:], strict=False))
                if pair in self._ranks
            ]
            if not ranked:
                break
            _, place = min(ranked)
            parts[place : place + 2] = ["".join(parts[place : place + 2])]
        return parts


def open_clip(folder: Path) -> Clip:
    """The model in that folder."""
    missing = [name for name in _FILES if not (folder / name).is_file()]
    if missing:
        raise BackendUnavailable(
            f"There is no model that finds pictures by words: {', '.join(missing)} is missing.",
            fix=f"Put a CLIP model in ONNX into {folder}.",
        )
    try:
        told = json.loads((folder / "clip.json").read_text("utf-8"))
        shape = ClipShape(**told)
        ids = json.loads((folder / "vocab.json").read_text("utf-8"))
        merges = (folder / "merges.txt").read_text("utf-8").splitlines()
        if not {_BEGIN, _END} <= set(ids):
            raise ValueError("vocab.json knows no beginning and no end")
    except (ValueError, TypeError) as error:
        raise ModelCorrupt(
            f"The CLIP model in {folder} cannot be read: {error}.", fix="Put its files there again."
        ) from error
    merges = [line for line in merges if line and not line.startswith("#version")]
    networks = (open_session(folder / name) for name in ("pictures.onnx", "words.onnx"))
    return Clip(shape, *networks, (ids, merges))


def prepared(picture: Image, side: int) -> NDArray[np.float32]:
    """As the model was taught: the shorter side fitted, the middle cut out, red first, evened."""
    height, width = picture.shape[:2]
    scale = side / min(height, width)
    size = (max(side, round(width * scale)), max(side, round(height * scale)))
    fitted = cv2.resize(picture, size, interpolation=cv2.INTER_CUBIC)
    top, left = (fitted.shape[0] - side) // 2, (fitted.shape[1] - side) // 2
    middle = fitted[top : top + side, left : left + side, ::-1].astype(np.float32) / 255
    even: NDArray[np.float32] = ((middle - _MEAN) / _SPREAD).transpose(2, 0, 1)
    return np.ascontiguousarray(even)


def _unit(rows: NDArray[Any]) -> Vector:
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    scaled: Vector = (rows / np.maximum(lengths, 1e-9)).astype(np.float32)
    return scaled


def _letters() -> list[str]:
    """A letter that can be seen for each byte, as the model's vocabulary writes them."""
    plain = [*range(33, 127), *range(161, 173), *range(174, 256)]
    letters, more = [""] * 256, 0
    for byte in range(256):
        if byte in plain:
            letters[byte] = chr(byte)
        else:
            letters[byte] = chr(256 + more)
            more += 1
    return letters


_LETTERS = _letters()
