"""Finding things in one picture."""

from omnisight_desktop.core.registry import Registry

#: Every detector there is; the packaged program reads the same table.
DETECTORS = Registry(
    "detector",
    {
        "onnx": "omnisight_desktop.perception.detect.onnx:open_detector",
        "hog": "omnisight_desktop.perception.detect.hog:open_detector",
    },
)
