"""What the peer does, in a process of its own: validates weights on a folder, and prints JSON.

``python -m benchmarks.detect.framework WEIGHTS IMAGES LABELS WORK``
"""

from __future__ import annotations

import contextlib
import io
import json
import shutil
import sys
from pathlib import Path
from typing import Any

from omnisight_desktop.perception.detect.trained import stand_in_for_torchvision


def main() -> None:
    """Validate as the framework does by itself."""
    weights, images, labels, work = (Path(argument) for argument in sys.argv[1:5])
    stand_in_for_torchvision()
    from ultralytics.models.yolo.model import YOLO

    data = work / "data"
    for name in ("images", "labels"):
        (data / name).mkdir(parents=True)
    for label in labels.glob("*.txt"):
        rows = [" ".join(line.split()[:5]) for line in label.read_text().splitlines() if line]
        (data / "labels" / label.name).write_text("\n".join(rows))
        shutil.copy(images / f"{label.stem}.jpg", data / "images")
    model = YOLO(str(weights))
    names = "\n".join(f"  {key}: {name}" for key, name in model.names.items())
    told = data / "data.yaml"
    told.write_text(f"path: {data}\ntrain: images\nval: images\nnames:\n{names}\n")
    with contextlib.redirect_stdout(io.StringIO()):
        result: Any = model.val(
            data=str(told), device="cpu", plots=False, verbose=False, workers=0, batch=1,
            project=str(work), name="val",
        )  # fmt: skip
    ms = sum(result.speed[part] for part in ("preprocess", "inference", "postprocess"))
    print(json.dumps({"map50": float(result.box.map50), "ms": ms}))


if __name__ == "__main__":
    main()
