"""Pictures found by words: the two networks of a CLIP model in ONNX, and its way to cut words."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from omnisight_desktop.core.errors import ModelCorrupt
from omnisight_desktop.core.face import Vector
from omnisight_desktop.core.frame import Image
from omnisight_desktop.perception.onnx import open_session

_MEAN = np.array([0.48145466, 0.4578275, 0.40821073], np.float32)
_SPREAD = np.array([0.26862954, 0.26130258, 0.27577711], np.float32)
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


#: The usual one. Its floor is a careful guess until pictures of a house were judged by people.
VIT_B32 = ClipShape("clip-vit-base-patch32", 512, side=224, words=77, floor=0.22)


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
        there = (np.arange(self._shape.words) <= len(cut))[None].astype(np.int64)
        # Some builds of the network want to be told where the words end, others find it themselves.
        fed = {one.name: there if "mask" in one.name else ids for one in self._words.get_inputs()}
        return _unit(self._words.run(None, fed)[0])[0]

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


def open_clip(find: Callable[[str], Path], shape: ClipShape = VIT_B32) -> Clip:
    """The model; ``find`` knows where its files are, or says how to get them."""
    tokens = find("clip-tokens")
    try:
        told = json.loads(tokens.read_text("utf-8"))["model"]
        ids, merges = told["vocab"], told["merges"]
        if not {_BEGIN, _END} <= set(ids):
            raise ValueError("it knows no beginning and no end")
        pairs = [" ".join(one) if isinstance(one, list) else str(one) for one in merges]
    except (ValueError, KeyError, TypeError) as error:
        raise ModelCorrupt(
            f"{tokens.name} cannot be read: {error}.",
            fix="Check it with 'omnisight models verify clip-tokens'.",
        ) from error
    networks = (open_session(find(name)) for name in ("clip-images", "clip-words"))
    return Clip(shape, *networks, (ids, pairs))


def prepared(picture: Image, side: int) -> NDArray[np.float32]:
    """As the model was taught: the shorter side fitted, the middle cut out, red first, evened."""
    height, width = picture.shape[:2]
    scale = side / min(height, width)
    size = (max(side, round(width * scale)), max(side, round(height * scale)))
    fitted = cv2.resize(picture, size, interpolation=cv2.INTER_CUBIC)
    top, left = (fitted.shape[0] - side) // 2, (fitted.shape[1] - side) // 2
    middle = fitted[top : top + side, left : left + side, ::-1].astype(np.float32) / 255
    even = ((middle - _MEAN) / _SPREAD).transpose(2, 0, 1)
    return np.ascontiguousarray(even, np.float32)


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
