"""What is measured on: a figure without its machine and its libraries says little."""

from __future__ import annotations

import os
import platform
from importlib.metadata import version
from pathlib import Path

import av

from benchmarks.measure import Row, load, row

_SETS = ("avx2", "avx512f", "avx512_vnni", "avx_vnni", "avx512_bf16", "amx_tile", "amx_bf16")
_LIBRARIES = ("av", "openvino", "onnxruntime", "opencv-contrib-python-headless", "numpy")


def machine() -> list[Row]:
    """The processor with its instruction sets, and the versions of what does the work."""
    libraries = ", ".join(f"{name} {version(name)}" for name in _LIBRARIES)
    cores = f"{os.cpu_count()} cores, {', '.join(instruction_sets()) or 'no vector sets known'}"
    return [
        row(f"on {processor()}, {cores}; {load()}", None),
        row(
            f"Python {platform.python_version()}, {libraries}, FFmpeg {av.ffmpeg_version_info}",
            None,
        ),
    ]


def processor() -> str:
    """What the processor calls itself."""
    return _of_cpuinfo("model name") or platform.processor() or platform.machine()


def instruction_sets() -> list[str]:
    """Those that matter to networks, as far as the system tells."""
    flags = _of_cpuinfo("flags").split()
    return [name for name in _SETS if name in flags]


def _of_cpuinfo(key: str) -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text().splitlines()
    except OSError:
        return ""
    return next((line.partition(":")[2].strip() for line in lines if line.startswith(key)), "")
