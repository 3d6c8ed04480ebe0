"""DeepFace at work in a process of its own: each line that comes in, one face represented and verified."""

from __future__ import annotations

import importlib
import json
import sys
import time
from typing import Any


def main() -> None:
    """Answer until nobody asks any more."""
    deepface: Any = importlib.import_module("deepface.DeepFace")
    image: Any = importlib.import_module("cv2").imread(sys.argv[1])

    def once() -> dict[str, Any]:
        began = time.perf_counter()
        (found,) = deepface.represent(image, model_name="Facenet512", detector_backend="yunet")
        deepface.verify(
            found["embedding"], found["embedding"], model_name="Facenet512", silent=True
        )
        taken = (time.perf_counter() - began) * 1000
        return {"ms": taken, "area": found["facial_area"], "embedding": found["embedding"]}

    once()  # everything is loaded
    for _ in sys.stdin:
        print(json.dumps(once()), flush=True)


if __name__ == "__main__":
    main()
