"""Cameras that send by the clock on the wall, and stall and break off when they are told to."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from fractions import Fraction
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import av

from benchmarks.endure.pictures import FPS, GOP, LAP

_TICKS = 90_000
_AT_ONCE_S = 0.02


@dataclass(frozen=True, slots=True)
class Trouble:
    """A time in which a camera sends nothing; where it breaks off, it does not answer either."""

    start_s: float
    end_s: float
    breaks_off: bool = False


@dataclass(slots=True)
class ServedCamera:
    """One camera: what troubles it has, and which pictures it really sent, by their number."""

    name: str
    troubles: Sequence[Trouble]
    sent: set[int] = field(default_factory=set)

    def trouble_at(self, second: float) -> Trouble | None:
        """What keeps it from sending, if anything does."""
        return next((t for t in self.troubles if t.start_s <= second < t.end_s), None)


class CameraServer:
    """Serves cameras as MPEG-TS over HTTP. Picture n is made n / FPS seconds after ``began``."""

    def __init__(self, lap: Path, cameras: Sequence[ServedCamera]) -> None:
        self.cameras = {camera.name: camera for camera in cameras}
        self.began = 0.0  # time.time() of the first picture
        self._lap_path = lap
        with av.open(str(lap)) as film:
            self._lap = [(bytes(p), bool(p.is_keyframe)) for p in film.demux(video=0) if p.size]
        if len(self._lap) != LAP:
            raise RuntimeError(f"the lap has {len(self._lap)} pictures")
        server = self

        class Handler(BaseHTTPRequestHandler):
            """One viewer of one camera."""

            def do_GET(self) -> None:
                server.serve(self)

            def log_message(self, *_: object) -> None:
                """Says nothing."""

        self._http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._http.daemon_threads = True
        self._stop = threading.Event()

    def address(self, name: str) -> str:
        """Where a camera is to be called."""
        return f"http://127.0.0.1:{self._http.server_address[1]}/{name}.ts"

    @contextmanager
    def running(self) -> Iterator[None]:
        """Answer as long as the block lasts."""
        self.began = time.time()
        thread = threading.Thread(target=self._http.serve_forever, daemon=True)
        thread.start()
        try:
            yield
        finally:
            self._stop.set()
            self._http.shutdown()
            self._http.server_close()
            thread.join()

    def second(self) -> float:
        """How long it has been running."""
        return time.time() - self.began

    def serve(self, request: BaseHTTPRequestHandler) -> None:
        """Send what the camera sees from now on, until somebody goes or it breaks off."""
        camera = self.cameras.get(request.path.strip("/").removesuffix(".ts"))
        trouble = camera.trouble_at(self.second()) if camera else None
        if camera is None or (trouble is not None and trouble.breaks_off):
            request.send_error(503)
            return
        request.send_response(200)
        request.send_header("Content-Type", "video/mp2t")
        request.end_headers()
        with suppress(OSError, av.error.FFmpegError):
            self._send(camera, request.wfile)

    def _send(self, camera: ServedCamera, out: Any) -> None:
        options = {"flush_packets": "1"}
        with (
            av.open(str(self._lap_path)) as lap,
            av.open(_Plain(out), "w", format="mpegts", options=options) as film,
        ):
            stream = film.add_stream_from_template(lap.streams.video[0])
            for number in self._numbers(camera):
                data, key = self._lap[number % LAP]
                packet = av.Packet(data)
                packet.stream, packet.time_base = stream, Fraction(1, _TICKS)
                packet.pts = packet.dts = number * (_TICKS // FPS)
                packet.duration = _TICKS // FPS
                packet.is_keyframe = key
                film.mux(packet)
                camera.sent.add(number)

    def _numbers(self, camera: ServedCamera) -> Iterator[int]:
        """The pictures as they are made; after a stall it goes on with a key picture."""
        number = self._next_key()
        while not self._stop.is_set():
            ahead_s = number / FPS - self.second()
            if ahead_s > 0:
                self._stop.wait(min(ahead_s, 1.0) if ahead_s > _AT_ONCE_S else _AT_ONCE_S)
                continue
            trouble = camera.trouble_at(number / FPS)
            if trouble is None:
                yield number
                number += 1
            elif trouble.breaks_off:
                return
            else:
                self._stop.wait(max(0.0, trouble.end_s - self.second()))
                number = self._next_key()

    def _next_key(self) -> int:
        return -(-int(self.second() * FPS + 1) // GOP) * GOP


class _Plain:
    """Nothing but a place to write to: who writes must not think that it could go back."""

    def __init__(self, out: Any) -> None:
        self._out = out

    def write(self, data: bytes) -> int:
        """Pass it on at once."""
        self._out.write(data)
        self._out.flush()
        return len(data)
