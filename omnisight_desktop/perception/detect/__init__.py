"""Finding things in one picture."""

from omnisight_desktop.core.registry import Registry

#: Every detector there is; the packaged program reads the same table.
DETECTORS = Registry(
    "detector",
    {
        "openvino": "omnisight_desktop.perception.detect.openvino:open_detector",
        "onnx": "omnisight_desktop.perception.detect.onnx:open_detector",
        "ultralytics": "omnisight_desktop.perception.detect.trained:open_detector",
        "camera": "omnisight_desktop.perception.detect.told:open_detector",
        "hog": "omnisight_desktop.perception.detect.hog:open_detector",
    },
)
