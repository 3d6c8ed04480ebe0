"""Has the system forget what it keeps of files in memory, as far as nobody else uses them."""

from __future__ import annotations

import ctypes
import mmap
import os
import sys
import sysconfig
from collections.abc import Iterator
from pathlib import Path

_HOUSE = Path(__file__).parents[2] / "omnisight_desktop"
_LIBC = ctypes.CDLL(None, use_errno=True)
_MB = 1024 * 1024

#: What a start loads of the libraries; looked for beside each other.
_PACKAGES = (
    *("PySide6", "shiboken6", "numpy", "numpy.libs", "cv2", "av", "av.libs", "sqlalchemy"),
    *("alembic", "pydantic", "pydantic_core", "typer", "rich", "openvino", "onnxruntime", "mako"),
    *("opencv_contrib_python_headless.libs", "opencv_contrib_python.libs", "opencv_python.libs"),
)


def forget() -> float:
    """Let go of every file; how many megabytes stayed nevertheless."""
    if not hasattr(os, "posix_fadvise"):
        return 0.0
    files = list(_files())
    for file in files:
        _drop(file)
    return sum(map(_resident, files)) * mmap.PAGESIZE / _MB


def _files() -> Iterator[Path]:
    libraries = Path(sysconfig.get_paths()["purelib"])
    places = [_HOUSE, Path(sysconfig.get_paths()["stdlib"]), *(libraries / p for p in _PACKAGES)]
    yield Path(os.path.realpath(sys.executable))
    for place in places:
        for folder, folders, names in os.walk(place):
            folders[:] = [name for name in folders if name not in ("site-packages", "test")]
            yield from (path for name in names if (path := Path(folder, name)).is_file())


def _drop(file: Path) -> None:
    with file.open("rb") as stream:
        os.posix_fadvise(stream.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def _resident(file: Path) -> int:
    """How many pages of a file are in memory."""
    size = file.stat().st_size
    if not size:
        return 0
    with file.open("rb") as stream, mmap.mmap(stream.fileno(), size, access=mmap.ACCESS_COPY) as m:
        pages = (ctypes.c_ubyte * (-(-size // mmap.PAGESIZE)))()
        address = ctypes.addressof(ctypes.c_char.from_buffer(m))
        found = _LIBC.mincore(ctypes.c_void_p(address), ctypes.c_size_t(size), pages)
        return sum(page & 1 for page in pages) if found == 0 else 0
