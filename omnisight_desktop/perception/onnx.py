"""Networks in ONNX files, run by ONNX Runtime; its faults in words."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from omnisight_desktop.core.errors import BackendUnavailable, ModelCorrupt

_NEVER = ("TensorrtExecutionProvider", "AzureExecutionProvider")
_QUIET = 3  # errors only: some files make it complain about itself at length


def open_session(weights: Path) -> Any:
    """The network in that file, ready to run; it does not spin while it waits."""
    try:
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 0
        options.log_severity_level = _QUIET
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        return onnxruntime.InferenceSession(
            str(weights), options, providers=_providers(onnxruntime.get_available_providers())
        )
    except ImportError as error:
        raise BackendUnavailable(
            f"ONNX Runtime cannot be loaded: {error}.",
            fix="pip install --force-reinstall onnxruntime",
        ) from error
    except Exception as error:
        raise ModelCorrupt(
            f"{weights.name} cannot be loaded as a network: {error}.",
            fix=f"Check it with 'omnisight models verify {weights.stem}'.",
        ) from error


def _providers(there: list[str]) -> list[str]:
    """Those that begin at once, and here: one builds an engine for minutes first, one sends pictures away."""
    return [name for name in there if name not in _NEVER]
