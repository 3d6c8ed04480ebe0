"""A real RTSP server for tests, run by the system's Python, which has GStreamer.

It makes its pictures itself and burns the time of day into each, as ``burned_clock`` reads it; its
sound is a tone in the first tenth of every second. It is told what to do by lines on
standard input: ``stall``, ``go``, ``size W H``, ``corrupt PROBABILITY``; each is answered by ``ok``.
It knows nothing of the house and needs nothing but GStreamer.
"""

from __future__ import annotations

import argparse
import math
import mmap
import struct
import sys
import time
from pathlib import Path
from typing import Any

import gi

gi.require_version("Gst", "1.0")
gi.require_version("GstRtsp", "1.0")
gi.require_version("GstRtspServer", "1.0")
from gi.repository import GLib, Gst, GstRtsp, GstRtspServer  # noqa: E402

#: The clock lies in the upper left quarter: 24 bits of milliseconds, and 8 to check them.
COLUMNS, ROWS, DARK, BRIGHT = 8, 4, b"\x18", b"\xe8"

VIDEO = {
    "h264": (
        "x264enc {tune} threads=1 bitrate=2000 key-int-max={gop} ! video/x-h264,profile={profile},stream-format=byte-stream"
        " ! breakmydata name=vandal skip=4000 probability=0 ! rtph264pay config-interval=-1"
    ),
    "h265": (
        "x265enc tune=zerolatency speed-preset=ultrafast key-int-max={gop}"
        " ! breakmydata name=vandal skip=4000 probability=0 ! rtph265pay config-interval=-1"
    ),
    "mjpeg": "jpegenc ! rtpjpegpay",
}
SOUND = {
    "pcma": (8000, "alawenc ! rtppcmapay pt=8"),
    "aac": (16000, "avenc_aac ! rtpmp4gpay pt=97"),
    "opus": (48000, "opusenc ! rtpopuspay pt=97"),
}


class Painter:
    """Makes pictures as I420: a grey yard with a bright square that moves, or those of a file."""

    def __init__(self, width: int, height: int, frames: Path | None, plain: bool) -> None:
        self.width, self.height, self._plain = width, height, plain
        self._size = width * height * 3 // 2
        self._film: mmap.mmap | None = None
        if frames is not None:
            with frames.open("rb") as file:
                self._film = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        self._rows = [bytes([60 + 80 * y // height]) * width for y in range(height)]
        self._chroma = b"\x80" * (width * height // 2)

    def paint(self, index: int, now_ms: int) -> bytes:
        """The picture of that number with the time burned into it."""
        if self._film is not None:
            begin = index % (len(self._film) // self._size) * self._size
            whole = self._film[begin : begin + self._size]
        else:
            whole = self._yard(index)
        return whole if self._plain else self._burned(whole, now_ms)

    def _yard(self, index: int) -> bytes:
        rows = list(self._rows)
        side = self.height // 5
        left = index * 5 % (self.width - side)
        for y in range(self.height * 3 // 4 - side // 2, self.height * 3 // 4 + side // 2):
            row = rows[y]
            rows[y] = row[:left] + b"\xe6" * side + row[left + side :]
        return b"".join(rows) + self._chroma

    def _burned(self, whole: bytes, now_ms: int) -> bytes:
        check = sum(now_ms >> shift & 0xFF for shift in (0, 8, 16)) ^ 0xA5
        bits = (now_ms & 0xFFFFFF) << 8 | check & 0xFF
        cell_width, cell_height = self.width // 2 // COLUMNS, self.height // 2 // ROWS
        lines = []
        for row in range(ROWS):
            places = range(row * COLUMNS, (row + 1) * COLUMNS)
            cells = b"".join((BRIGHT if bits >> 31 - p & 1 else DARK) * cell_width for p in places)
            for y in range(row * cell_height, (row + 1) * cell_height):
                line = whole[y * self.width : (y + 1) * self.width]
                lines.append(cells + line[len(cells) :])
        return b"".join(lines) + whole[ROWS * cell_height * self.width :]


class Tone:
    """Makes sound as 16-bit samples: 440 Hz in the first tenth of a second, and then nothing."""

    def __init__(self, rate_hz: int) -> None:
        self.rate_hz = rate_hz
        wave = [round(12_000 * math.sin(2 * math.pi * 440 * i / rate_hz)) for i in range(rate_hz)]
        loud = struct.pack(f"<{rate_hz // 10}h", *wave[: rate_hz // 10])
        self._second = loud + bytes(2 * (rate_hz - rate_hz // 10))
        self._until = 0

    def since_last(self, now_s: float) -> bytes:
        """The sound from the last time this was asked until now, a quarter of a second at most."""
        until = int(now_s * self.rate_hz)
        begin = max(self._until, until - self.rate_hz // 4)
        self._until = until
        first = begin % self.rate_hz * 2
        return (self._second + self._second)[first : first + 2 * (until - begin)]


class Camera:
    """One address of the server; all who call share what it sends."""

    def __init__(self, told: argparse.Namespace) -> None:
        self._told = told
        self._painter = Painter(told.width, told.height, told.frames, told.plain)
        self._media: Any = None
        self._index = 0
        self._tone = Tone(SOUND[told.sound][0] if told.sound else 8000)
        self.stalled = False
        self.factory = GstRtspServer.RTSPMediaFactory()
        self.factory.set_launch(self._launch())
        self.factory.set_shared(True)
        self.factory.set_latency(0)
        if told.udp_only:
            self.factory.set_protocols(GstRtsp.RTSPLowerTrans.UDP)
        self.factory.connect("media-configure", self._configured)

    def _launch(self) -> str:
        told = self._told
        profile = "high" if told.bframes else "constrained-baseline"
        # One thread, so one slice a picture: the payloader would put new headers before each.
        tune = "tune=zerolatency speed-preset=ultrafast"
        if told.bframes:
            tune = f"speed-preset=veryfast rc-lookahead=0 b-adapt=false bframes={told.bframes}"
        video = VIDEO[told.codec].format(gop=told.gop, tune=tune, profile=profile)
        parts = [
            f"appsrc name=pictures is-live=true do-timestamp=true format=time caps={self._caps()}"
            f" ! {video} name=pay0" + (" pt=96" if told.codec != "mjpeg" else "")
        ]
        if told.sound:
            parts.append(
                "appsrc name=tones is-live=true do-timestamp=true format=time"
                f" caps=audio/x-raw,format=S16LE,layout=interleaved,rate={self._tone.rate_hz},"
                f"channels=1 ! audioconvert ! {SOUND[told.sound][1]} name=pay1"
            )
        return "( " + " ".join(parts) + " )"

    def _caps(self) -> str:
        p = self._painter
        return f"video/x-raw,format=I420,width={p.width},height={p.height},framerate={self._told.fps}/1"

    def _configured(self, _factory: Any, media: Any) -> None:
        self._media = media
        media.connect("unprepared", self._gone)

    def _gone(self, media: Any) -> None:
        if self._media is media:
            self._media = None

    def _element(self, name: str) -> Any:
        return self._media.get_element().get_by_name(name)

    def push(self) -> None:
        """Send one more picture to whoever looks."""
        if self._media is None or self.stalled:
            return
        pictures = self._element("pictures")
        data = self._painter.paint(self._index, time.time_ns() // 1_000_000)
        self._index += 1
        pictures.emit("push-buffer", Gst.Buffer.new_wrapped(data))
        # Without a first piece, the server would not know what sound to announce.
        if self._told.sound and (not self._told.mute or self._index < 4):
            piece = self._tone.since_last(time.time())
            self._element("tones").emit("push-buffer", Gst.Buffer.new_wrapped(piece))

    def resize(self, width: int, height: int) -> None:
        """From the next picture on they have another size."""
        told = self._told
        self._painter = Painter(width, height, None, told.plain)
        if self._media is not None:
            self._element("pictures").set_caps(Gst.Caps.from_string(self._caps()))

    def corrupt(self, probability: float) -> None:
        """Change bytes of what is sent with that probability."""
        if self._media is not None:
            self._element("vandal").set_property("probability", probability)


class Server:
    """The server with its cameras ``/cam0``, ``/cam1`` and so on; the first is an Axis device's, too."""

    def __init__(self, told: argparse.Namespace) -> None:
        self._loop = GLib.MainLoop()
        self._server = GstRtspServer.RTSPServer()
        self._server.set_address("127.0.0.1")
        self._server.set_service(str(told.port))
        self._cameras = [Camera(told) for _ in range(told.cameras)]
        if told.user:
            self._lock(told)
        mounts = self._server.get_mount_points()
        for number, camera in enumerate(self._cameras):
            mounts.add_factory(f"/cam{number}", camera.factory)
        mounts.add_factory("/axis-media/media.amp", self._cameras[0].factory)  # where Axis has it
        self._period_s = 1 / told.fps
        self._next = time.monotonic()

    def run(self) -> None:
        """Serve until standard input ends."""
        if not self._server.attach(None):
            raise SystemExit("the port is taken")
        GLib.io_add_watch(sys.stdin.fileno(), GLib.IO_IN | GLib.IO_HUP, self._heard)
        GLib.timeout_add(1, self._tick)
        say(f"ready {self._server.get_bound_port()}")
        self._loop.run()

    def _lock(self, told: argparse.Namespace) -> None:
        auth = GstRtspServer.RTSPAuth()
        token = GstRtspServer.RTSPToken()
        token.set_string("media.factory.role", "guest")
        if told.digest:
            auth.set_supported_methods(GstRtsp.RTSPAuthMethod.DIGEST)
            auth.add_digest(told.user, told.password, token)
        else:
            basic = GstRtspServer.RTSPAuth.make_basic(told.user, told.password)
            auth.add_basic(basic, token)
        self._server.set_auth(auth)
        for camera in self._cameras:
            may = ",".join(
                f"media.factory.{what}=(boolean)true" for what in ("access", "construct")
            )
            camera.factory.add_role_from_structure(Gst.Structure.from_string(f"guest,{may}")[0])

    def _tick(self) -> bool:
        now = time.monotonic()
        if now >= self._next:
            self._next = max(self._next + self._period_s, now - self._period_s)
            for camera in self._cameras:
                camera.push()
        return True

    def _heard(self, source: int, condition: int) -> bool:
        line = sys.stdin.readline()
        if not line:
            self._loop.quit()
            return False
        word, *rest = line.split()
        for camera in self._cameras:
            if word in ("stall", "go"):
                camera.stalled = word == "stall"  # the connection stays
            elif word == "size":
                camera.resize(int(rest[0]), int(rest[1]))
            elif word == "corrupt":
                camera.corrupt(float(rest[0]))
        say("ok")
        return True


def say(line: str) -> None:
    """Tell whoever started this."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def main() -> None:
    """Read what is wanted from the command line and serve."""
    parser = argparse.ArgumentParser()
    for name in ("port", "bframes"):
        parser.add_argument(f"--{name}", type=int, default=0)
    for name, usual in (
        *(("width", 640), ("height", 360), ("fps", 15), ("gop", 15)),
        ("cameras", 1),
    ):
        parser.add_argument(f"--{name}", type=int, default=usual)
    parser.add_argument("--codec", choices=sorted(VIDEO), default="h264")
    parser.add_argument("--sound", choices=["", *sorted(SOUND)], default="")
    parser.add_argument("--user", default="")
    parser.add_argument("--password", default="")
    parser.add_argument("--frames", type=Path)
    for name in ("digest", "mute", "plain", "udp-only"):
        parser.add_argument(f"--{name}", action="store_true")
    Gst.init(None)
    Server(parser.parse_args()).run()


if __name__ == "__main__":
    main()
