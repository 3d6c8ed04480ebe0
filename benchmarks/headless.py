"""The program itself, without a window, in a process of its own, over cameras made of one film."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import psutil

from benchmarks.material import material
from omnisight_desktop.config.paths import Paths
from omnisight_desktop.core.errors import OmniSightError
from omnisight_desktop.flow.door import knock

_PATIENCE_S = 60.0
MB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Size:
    """How large the program and its children are together."""

    rss_mb: float  # pages in memory; those that two of them share count twice
    uss_mb: float  # pages that nobody else uses now; other programs come and go, and with them this
    anon_mb: (
        float  # pages that it made itself, no libraries; where the system does not tell, as above
    )
    threads: int
    files: int


class Program:
    """The running program, as seen from outside."""

    def __init__(self, process: psutil.Popen, paths: Paths, log: Path) -> None:
        self._process = process
        self._log = log
        self.paths = paths

    @property
    def alive(self) -> bool:
        """Whether it runs."""
        return self._process.poll() is None

    @property
    def last_words(self) -> str:
        """What it said last."""
        return "\n".join(self._log.read_text(errors="replace").splitlines()[-5:])

    def size(self) -> Size:
        """How large it is now."""
        rss = uss = anon = threads = files = 0
        for one in [self._process, *self._process.children(recursive=True)]:
            with suppress(psutil.NoSuchProcess):
                info = one.memory_full_info()
                threads, files = threads + one.num_threads(), files + one.num_fds()
                rss, uss = rss + info.rss, uss + info.uss
                anon += _anonymous(one.pid) or info.uss
        return Size(rss / MB, uss / MB, anon / MB, threads, files)

    def cpu_s(self) -> float:
        """Processor seconds of it and its children so far."""
        times = self._process.cpu_times()
        return float(times.user + times.system + times.children_user + times.children_system)

    def readings(self) -> dict[str, float]:
        """What it says of its queues and cameras; nothing while it does not answer."""
        try:
            answer = knock(self.paths.door, "status", {}, 10.0)
        except OmniSightError:
            return {}
        return {str(k): float(v) for k, v in answer["readings"].items()}


@contextmanager
def watching(film: Path, cameras: int, settings: Mapping[str, object]) -> Iterator[Program]:
    """``omnisight run --headless`` over so many replays of a film; ended as a person would end it."""
    with TemporaryDirectory(prefix="omnisight-bench-") as folder:
        place = Path(folder)
        command = [sys.executable, "-m", "omnisight_desktop", "--data", str(place / "data")]
        # The usual port may belong to a program that is really used, whose callers would call here.
        for name, value in {"server.port": free_port(), **settings}.items():
            command += ["--set", f"{name}={value}"]
        command += ["run", "--headless"]
        for number in range(cameras):
            camera = place / f"camera{number + 1}.mp4"
            camera.symlink_to(film)
            command += ["--source", f"replay:{camera}"]
        with (place / "log").open("w") as log:
            process = psutil.Popen(
                command,
                stdout=log,
                stderr=subprocess.STDOUT,
                env={**os.environ, "OMNISIGHT_MODELS_DIR": str(material("models"))},
                cwd=Path(__file__).parents[1],
            )
            try:
                yield Program(process, Paths(place / "data"), place / "log")
            finally:
                process.terminate()
                try:
                    process.wait(_PATIENCE_S)
                except psutil.TimeoutExpired:
                    process.kill()
                    process.wait(_PATIENCE_S)


def free_port() -> int:
    """A port that nobody has just now."""
    with closing(socket.create_server(("127.0.0.1", 0))) as one:
        return int(one.getsockname()[1])


def _anonymous(pid: int) -> int:
    """Bytes that belong to no file; 0 where the system does not tell."""
    try:
        lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    except OSError:
        return 0
    found = next((line for line in lines if line.startswith("RssAnon:")), "RssAnon: 0 kB")
    return int(found.split()[1]) * 1024
