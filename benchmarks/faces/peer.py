"""DeepFace in a process of its own: whether each pair of vectors is one person, by its own threshold
for vectors of 128 numbers (SFace, cosine)."""

from __future__ import annotations

import importlib
import json
import sys
from typing import Any


def main() -> None:
    """Pairs come in as JSON; a list of answers goes out."""
    deepface: Any = importlib.import_module("deepface.DeepFace")
    answers = [
        bool(deepface.verify(one, other, model_name="SFace", silent=True)["verified"])
        for one, other in json.load(sys.stdin)
    ]
    print(json.dumps(answers))


if __name__ == "__main__":
    main()
