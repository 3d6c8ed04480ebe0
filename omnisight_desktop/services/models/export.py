"""Detection weights as ONNX: made from the training framework's file by its maker's own exporter.

The framework is large and stays in a process of its own.
"""

from __future__ import annotations

import importlib.util
import logging
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from omnisight_desktop.flow.process import Child
from omnisight_desktop.services.models.part import disk_faults_in_words
from omnisight_desktop.services.models.progress import Doing, FetchError, Job

_OPSET = 17
_SIDE_PX = 640
_MOST_S = 900.0


def export(weights: Path, target: Path, job: Job) -> None:
    """Bring the ONNX form of weights to the target."""
    job = replace(job, where=f"export of {weights.name}")
    if importlib.util.find_spec("onnx") is None:
        raise FetchError(
            job.where,
            f"Making {job.name} from {weights.name} needs the package 'onnx'.",
            fix="Install it with 'pip install onnx', or copy the file here and run"
            " 'omnisight models import DIR'.",
        )
    job.step(Doing.EXPORT)
    # The exporter writes beside what it reads, so it reads a copy of its own.
    copy = target.with_name(weights.name)
    child: Child[Path, Path] = Child(
        "model export", "omnisight_desktop.services.models.export:exporter"
    )
    try:
        with disk_faults_in_words(target):
            shutil.copyfile(weights, copy)
        made = child.ask(copy, timeout_s=_MOST_S)
        with disk_faults_in_words(target):
            made.replace(target)
    finally:
        child.stop()
        copy.unlink(missing_ok=True)
        copy.with_suffix(".onnx").unlink(missing_ok=True)


def exporter() -> Callable[[Path], Path]:
    """What answers in the child process: the path of weights, for the path of their ONNX form."""
    from ultralytics.models.yolo.model import YOLO

    logging.getLogger("ultralytics").setLevel(logging.ERROR)

    def make(weights: Path) -> Path:
        return Path(
            YOLO(weights).export(
                format="onnx", opset=_OPSET, imgsz=_SIDE_PX, simplify=False, device="cpu"
            )
        )

    return make
