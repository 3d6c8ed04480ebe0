"""A real RTSP server for tests: GStreamer's, in a process of the system's Python, told what to do."""

from __future__ import annotations

import os
import selectors
import shutil
import signal
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import lru_cache
from pathlib import Path
from types import TracebackType
from typing import Self

import pytest

_SCRIPT = Path(__file__).with_name("rtsp_server.py")
_PATIENCE_S = 30.0
_NEEDS = (
    "import gi; gi.require_version('Gst', '1.0'); gi.require_version('GstRtspServer', '1.0');"
    "from gi.repository import Gst, GstRtspServer; Gst.init(None);"
    "names = 'x264enc rtph264pay avenc_aac breakmydata'.split();"
    "raise SystemExit(' '.join(n for n in names if not Gst.ElementFactory.find(n)) or 0)"
)


@dataclass(frozen=True)
class Served:
    """What the server's cameras are like; every one of them is the same."""

    width: int = 640
    height: int = 360
    fps: int = 15
    gop: int = 15
    codec: str = "h264"  # or h265, mjpeg
    bframes: int = 0
    sound: str = ""  # or pcma, aac, opus
    mute: bool = False  # sound is announced, and hardly begun it ends
    cameras: int = 1
    user: str = ""
    password: str = ""
    digest: bool = False  # instead of basic
    udp_only: bool = False
    frames: Path | None = None  # raw I420 pictures to show, one after the other, again and again
    plain: bool = False  # without the clock in the upper left quarter


class RtspServer:
    """The server while it runs; use it with ``with``. Ask ``need_server`` first."""

    def __init__(self, served: Served | None = None) -> None:
        self.served = served or Served()
        self.port = 0
        self._process: subprocess.Popen[str] | None = None

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.kill()

    def address(self, camera: int = 0, *, user: str = "", password: str = "") -> str:
        """Where one of its cameras is."""
        login = f"{user}:{password}@" if user else ""
        return f"rtsp://{login}127.0.0.1:{self.port}/cam{camera}"

    def start(self) -> None:
        """Start it; again at the same port after it was killed."""
        command = [_python(), str(_SCRIPT), *_arguments(self.served, self.port)]
        environment = {**os.environ, **_QUIET}
        self._process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            env=environment,
        )
        self.port = int(self._line().removeprefix("ready "))

    def kill(self) -> None:
        """End it at once, as a power cut does."""
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        process.communicate()

    def freeze(self) -> None:
        """Stop the whole process: the connections stay, and nobody answers."""
        self._signal(signal.SIGSTOP)

    def thaw(self) -> None:
        """Go on after it was frozen."""
        self._signal(signal.SIGCONT)

    def stall(self) -> None:
        """Send neither pictures nor sound any more, while the server lives and answers."""
        self._tell("stall")

    def go_on(self) -> None:
        """Send again after a stall."""
        self._tell("go")

    def resize(self, width: int, height: int) -> None:
        """Send pictures of another size from now on."""
        self._tell(f"size {width} {height}")

    def corrupt(self, probability: float) -> None:
        """Change each byte of the compressed video with that probability; only while it is watched."""
        self._tell(f"corrupt {probability}")

    def _tell(self, line: str) -> None:
        process = self._running()
        assert process.stdin is not None
        process.stdin.write(line + "\n")
        process.stdin.flush()
        assert self._line() == "ok"

    def _line(self) -> str:
        process = self._running()
        assert process.stdout is not None
        with selectors.DefaultSelector() as selector:
            selector.register(process.stdout, selectors.EVENT_READ)
            if not selector.select(_PATIENCE_S):
                raise TimeoutError("the RTSP server says nothing")
        line = process.stdout.readline().strip()
        if not line:
            raise RuntimeError(f"the RTSP server ended with {process.wait()}")
        return line

    def _signal(self, number: signal.Signals) -> None:
        self._running().send_signal(number)

    def _running(self) -> subprocess.Popen[str]:
        if self._process is None:
            raise RuntimeError("the RTSP server has not been started")
        return self._process


def need_server() -> None:
    """Skip the test, with the reason, where GStreamer's server is not installed."""
    missing = _missing()
    if missing:
        pytest.skip(f"no RTSP server: {missing}; see system-packages.txt")


_QUIET: Mapping[str, str] = {"GST_DEBUG": "0", "GST_REGISTRY_FORK": "no"}


@lru_cache(maxsize=1)
def _missing() -> str:
    python = shutil.which("python3", path="/usr/bin:/usr/local/bin")
    if python is None:
        return "the system has no python3"
    done = subprocess.run([python, "-c", _NEEDS], capture_output=True, text=True, check=False)
    words = done.stderr.strip().splitlines()
    return "" if done.returncode == 0 else f"GStreamer lacks {words[-1] if words else 'a part'}"


def _python() -> str:
    python = shutil.which("python3", path="/usr/bin:/usr/local/bin")
    if python is None:
        raise FileNotFoundError("the system has no python3")
    return python


def _arguments(served: Served, port: int) -> list[str]:
    words = ["--port", str(port)]
    for field in fields(served):
        value = getattr(served, field.name)
        name = f"--{field.name.replace('_', '-')}"
        if value is True:
            words.append(name)
        elif value not in (False, None, ""):
            words += [name, str(value)]
    return words
