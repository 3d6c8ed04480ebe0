"""YOLO through OpenVINO: the quickest way on an x86 processor."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import Any

from omnisight_desktop.core.errors import BackendUnavailable, ModelCorrupt, ModelMissing
from omnisight_desktop.core.frame import Image
from omnisight_desktop.flow.child import report_nothing
from omnisight_desktop.perception.detect.heads import (
    BINS,
    Rows,
    anchors_in,
    rows_of_parts,
    rows_of_whole,
)
from omnisight_desktop.perception.detect.network import NetworkDetector


class OpenVinoEngine:
    """One network; compiled anew for each size of canvas, of which there are few."""

    computes_on = "CPU"

    def __init__(self, weights: Path, *, every_label: bool = False) -> None:
        self._every_label = every_label
        self._openvino = _library()
        self._core = self._openvino.Core()
        self._file = _file_of(weights)
        model = self._read()
        self._shape = _input_shape(model, weights)
        self.own_size = self._shape[1], self._shape[0]
        self.side = max(self._shape)
        self._parts = _parts(model, self.own_size)
        self.bends = self._parts is not None
        self.names = _names(model)
        self._compiled: dict[tuple[int, int], Any] = {}

    def run(self, canvas: Image, floor: float) -> Rows:
        size = canvas.shape[1], canvas.shape[0]
        request = self._compiled.get(size)
        if request is None:
            request = self._compiled[size] = self._compile(size)
        request.infer([canvas[None]], share_inputs=True)
        first = request.get_output_tensor(0).data[0]
        if not self.bends:
            return rows_of_whole(first, floor, every_label=self._every_label)
        second = request.get_output_tensor(1).data[0]
        return rows_of_parts(first, second, size, floor, every_label=self._every_label)

    def _read(self) -> Any:
        try:
            return self._core.read_model(str(self._file))
        except RuntimeError as error:
            raise ModelCorrupt(
                f"{self._file.name} cannot be loaded as a network: {_first_line(error)}",
                fix=f"Check it with 'omnisight models verify {self._file.stem}'.",
            ) from error

    def _compile(self, size: tuple[int, int]) -> Any:
        ov = self._openvino
        model = self._read()
        if self._parts is not None:
            ops = {op.get_friendly_name(): op for op in model.get_ordered_ops()}
            model = ov.Model([ops[name].output(0) for name in self._parts], model.get_parameters())
            model.reshape([1, 3, size[1], size[0]])
        steps = ov.preprocess.PrePostProcessor(model)
        steps.input().tensor().set_element_type(ov.Type.u8).set_layout(ov.Layout("NHWC"))
        steps.input().tensor().set_color_format(ov.preprocess.ColorFormat.BGR)
        steps.input().model().set_layout(ov.Layout("NCHW"))
        doing = steps.input().preprocess().convert_element_type(ov.Type.f32)
        doing.convert_color(ov.preprocess.ColorFormat.RGB).scale(255.0)
        wishes = {"PERFORMANCE_HINT": "LATENCY", "ENABLE_CPU_PINNING": False}
        return self._core.compile_model(
            steps.build(), self.computes_on, wishes
        ).create_infer_request()


def open_detector(weights: Path | None, score: float) -> NetworkDetector:
    """The network in that file, an ONNX file or a folder in OpenVINO's own form."""
    if weights is None or not weights.exists():
        raise ModelMissing(
            "There are no detection weights.", fix="Get them with 'omnisight models pull yolov8n'."
        )
    return NetworkDetector(OpenVinoEngine(weights), score)


def _library() -> Any:
    report_nothing()
    try:
        import openvino
        import openvino.preprocess
    except ImportError as error:
        raise BackendUnavailable(
            f"OpenVINO cannot be loaded: {error}.",
            fix="pip install --force-reinstall openvino",
        ) from error
    return openvino


def _file_of(weights: Path) -> Path:
    if not weights.is_dir():
        return weights
    for file in sorted(weights.glob("*.xml")):
        return file
    raise ModelMissing(f"There is no network in the folder {weights.name}.")


def _input_shape(model: Any, weights: Path) -> tuple[int, int]:
    shape = model.inputs[0].get_partial_shape()
    if len(shape) != 4 or shape.is_dynamic:
        raise ModelCorrupt(
            f"{weights.name} has no fixed input size.",
            fix="Export it with a fixed size: yolo export format=onnx dynamic=False.",
        )
    return int(shape[2].get_length()), int(shape[3].get_length())


def _parts(model: Any, size: tuple[int, int]) -> tuple[str, str] | None:
    """The two places where a network of the v8 and v11 kind can be cut, so that its size is free."""
    anchors = anchors_in(size)
    sides, classes = [], []
    for op in model.get_ordered_ops():
        shape = op.output(0).get_partial_shape() if op.get_output_size() else None
        if shape is None or op.get_type_name() != "Concat" or shape.is_dynamic:
            continue
        if list(shape.to_shape())[:1] != [1] or len(shape) != 3 or shape.to_shape()[2] != anchors:
            continue
        takers = {taker.get_node().get_type_name() for taker in op.output(0).get_target_inputs()}
        if shape.to_shape()[1] == 4 * BINS and "Reshape" in takers:
            sides.append(op.get_friendly_name())
        elif "Sigmoid" in takers:
            classes.append(op.get_friendly_name())
    return (sides[0], classes[0]) if len(sides) == len(classes) == 1 else None


def _names(model: Any) -> tuple[str, ...]:
    """The names of the classes as the file tells them; numbers where it does not."""
    if model.has_rt_info(["framework", "names"]):  # what the exporter wrote into an ONNX file
        names = ast.literal_eval(str(model.get_rt_info(["framework", "names"]).value))
        return tuple(str(names[key]) for key in sorted(names))
    if model.has_rt_info(["model_info", "labels"]):
        told = str(model.get_rt_info(["model_info", "labels"]).value).split()
        return tuple(name.replace("_", " ") for name in told)
    shape = model.outputs[0].get_partial_shape()
    count = int(shape[1].get_length()) - 4 if shape[1].is_static else 80
    return tuple(f"class {i}" for i in range(max(count, 1)))


def _first_line(error: Exception) -> str:
    return str(error).strip().splitlines()[-1] if str(error).strip() else type(error).__name__
