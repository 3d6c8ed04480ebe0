"""A small Axis device for tests: it tells what it is, checks passwords as real ones do, and misbehaves."""

from __future__ import annotations

import base64
import json
import re
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import md5
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from tests.fakes.http_camera import BOUNDARY
from tests.fakes.pictures import jpeg

MODEL = "AXIS P3265-LVE Dome Camera"
_FIELD = re.compile(r'(\w+)="?([^",]*)"?')

#: What the motors of a dome understand.
DOME = ("continuouspantiltmove", "continuouszoommove", "gotoserverpresetname")

_PARAMETERS = {
    "Brand.Brand": "AXIS",
    "Brand.ProdFullName": MODEL,
    "Brand.ProdNbr": "P3265-LVE",
    "Brand.ProdType": "Dome Camera",
    "Properties.Firmware.Version": "11.8.64",
    "Properties.System.SerialNumber": "ACCC8E000001",
    "Properties.Image.Format": "jpeg,mjpeg,h264,h265",
    "Properties.Image.Resolution": "1920x1080,1280x720,4CIF",
    "Properties.Audio.Audio": "yes",
    "Audio.A0.Enabled": "yes",
    "StreamProfile.MaxGroups": "26",
    "StreamProfile.S1.Name": "Quality",
    "StreamProfile.S1.Description": "Best",
    "StreamProfile.S1.Parameters": "resolution=1920x1080&fps=30",
    "StreamProfile.S0.Name": "Mobile",
    "StreamProfile.S0.Parameters": "resolution=480x270&fps=10",
}


@dataclass
class AxisDevice:
    """The device while it runs. Change what it is like, and see what was asked of it."""

    login: tuple[str, str] | None = None
    methods: tuple[str, ...] = ("digest", "basic")
    old: bool = False  # without the interfaces that speak JSON
    private: bool = False  # tells nobody what it is who has no password
    viewer: bool = False  # the user may look, and not read parameters
    starting: bool = False
    most_wrong: int = 3  # passwords; after that nobody is let in
    rtsp_port: int | None = None  # none: switched off
    faults: dict[str, str] = field(default_factory=dict)  # by path: garbage, cut, silent, broken
    parameters: dict[str, str] = field(default_factory=lambda: dict(_PARAMETERS))
    moves: tuple[str, ...] = ()  # what its motors understand
    places: tuple[str, ...] = ()  # that were set up on it
    steered: list[dict[str, str]] = field(default_factory=list)
    pictures: int = 12  # how many a stream has
    moved_to: str = ""
    port: int = 0
    wrong: int = 0  # passwords that were tried and were not right
    asked: list[str] = field(default_factory=list)
    told: list[str] = field(default_factory=list)  # by which method the password came
    stop: threading.Event = field(default_factory=threading.Event)

    @property
    def host(self) -> str:
        """Where it is."""
        return f"127.0.0.1:{self.port}"

    @property
    def locked(self) -> bool:
        """Whether too many wrong passwords were tried."""
        return self.wrong >= self.most_wrong

    def listed(self) -> Mapping[str, str]:
        """Its parameters as they are now."""
        rtsp = {"Network.RTSP.Enabled": "no"}
        if self.rtsp_port is not None:
            rtsp = {"Network.RTSP.Enabled": "yes", "Network.RTSP.Port": str(self.rtsp_port)}
        return {**self.parameters, **rtsp}


class _Answer(BaseHTTPRequestHandler):
    """One request to the device."""

    device: AxisDevice
    protocol_version = "HTTP/1.1"
    timeout = 5

    def do_GET(self) -> None:
        self._serve(b"")

    def do_POST(self) -> None:
        self._serve(self.rfile.read(int(self.headers.get("Content-Length", "0"))))

    def _serve(self, body: bytes) -> None:
        device, path = self.device, urlsplit(self.path).path
        device.asked.append(self.path)
        if device.moved_to:
            self._say(302, b"", Location=device.moved_to)
        elif device.faults.get(path):
            self._misbehave(device.faults[path])
        elif not self._open(path, body) and not self._let_in():
            self._challenge()
        elif path == "/axis-cgi/mjpg/video.cgi":
            self._stream()
        else:
            self._answer(path, body)

    def _answer(self, path: str, body: bytes) -> None:
        answers = {
            "/axis-cgi/basicdeviceinfo.cgi": self._info,
            "/axis-cgi/systemready.cgi": self._ready,
            "/axis-cgi/streamprofile.cgi": self._profiles,
            "/axis-cgi/param.cgi": self._list,
            "/axis-cgi/usergroup.cgi": self._groups,
            "/axis-cgi/jpg/image.cgi": self._picture,
            "/axis-cgi/com/ptz.cgi": self._steer,
        }
        answer = answers.get(path)
        if answer is None or (self.device.old and self.command == "POST"):
            self._say(404, b"no such thing")
        else:
            answer(body)

    def _open(self, path: str, body: bytes) -> bool:
        """Whether that is told to anybody, too."""
        device = self.device
        if device.login is None or path == "/axis-cgi/systemready.cgi":
            return True
        told = b"getAllUnrestrictedProperties" in body
        return path == "/axis-cgi/basicdeviceinfo.cgi" and told and not device.private

    def _let_in(self) -> bool:
        device, told = self.device, self.headers.get("Authorization", "")
        method, _, rest = told.partition(" ")
        if not told or device.login is None:
            return False
        device.told.append(method.lower())
        right = self._digest(rest) if method.lower() == "digest" else self._basic(rest)
        if not right or method.lower() not in device.methods:
            device.wrong += 1
            return False
        return not device.locked

    def _basic(self, rest: str) -> bool:
        return base64.b64decode(rest).decode() == ":".join(self.device.login or ())

    def _digest(self, rest: str) -> bool:
        told = dict(_FIELD.findall(rest))
        name, password = self.device.login or ("", "")
        if told.get("username") != name or told.get("nonce") != self._nonce():
            return False
        who = _md5(f"{name}:{told['realm']}:{password}")
        what = _md5(f"{self.command}:{self.path}")
        middle = f"{told['nonce']}:{told['nc']}:{told['cnonce']}:auth"
        right = _md5(f"{who}:{middle}:{what}")
        return bool(told["uri"] == self.path and told["response"] == right)

    def _nonce(self) -> str:
        return _md5(f"of {self.device.port}")

    def _challenge(self) -> None:
        self.send_response(401)
        for method in self.device.methods:
            realm = f'{method.capitalize()} realm="AXIS_ACCC8E000001"'
            more = f', nonce="{self._nonce()}", algorithm=MD5, qop="auth"'
            self.send_header("WWW-Authenticate", realm + (more if method == "digest" else ""))
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _info(self, body: bytes) -> None:
        listed = self.device.parameters
        self._json(
            propertyList={
                "Brand": "AXIS",
                "ProdFullName": listed["Brand.ProdFullName"],
                "ProdNbr": listed["Brand.ProdNbr"],
                "ProdType": listed["Brand.ProdType"],
                "SerialNumber": listed["Properties.System.SerialNumber"],
                "Version": listed["Properties.Firmware.Version"],
            }
        )

    def _ready(self, body: bytes) -> None:
        self._json(systemready="no" if self.device.starting else "yes", needsetup="no")

    def _profiles(self, body: bytes) -> None:
        parameters = "resolution=1280x720&fps=15"
        profile = {"name": "Quality", "description": "Best", "parameters": parameters}
        self._json(streamProfile=[profile], maxProfiles=26)

    def _list(self, body: bytes) -> None:
        if self.device.viewer:  # some devices say so in the words for a wrong password
            self._challenge()
            return
        wanted = dict(parse_qsl(urlsplit(self.path).query)).get("group", "").split(",")
        lines = []
        for group in wanted:
            found = [
                f"root.{name}={value}"
                for name, value in self.device.listed().items()
                if name == group or name.startswith(group + ".")
            ]
            lines += found or [f"# Error: Error -1 getting param in group '{group}'"]
        self._say(200, "\n".join(lines).encode(), "text/plain")

    def _groups(self, body: bytes) -> None:
        name = (self.device.login or ("root", ""))[0]
        groups = "viewer" if self.device.viewer else "admin operator ptz viewer"
        self._say(200, f"{name}\n{groups}\n".encode(), "text/plain")

    def _picture(self, body: bytes) -> None:
        self._say(200, jpeg(0), "image/jpeg")

    def _steer(self, body: bytes) -> None:
        device, asked = self.device, dict(parse_qsl(urlsplit(self.path).query))
        if not device.moves:
            self._say(200, b"Error: PTZ driver not installed\r\n")
        elif asked.get("info"):
            lines = ["Available commands", ":", "{camera=[n]}", "whoami=yes", ""]
            lines += [f"{name}=[speed]" for name in device.moves]
            self._say(200, "\r\n".join(lines).encode())
        elif asked.get("query") == "presetposall":
            lines = [f"presetposno{at}={name}" for at, name in enumerate(device.places, 1)]
            said = "\r\n".join(["Preset Positions for camera 1", *lines])
            self._say(200, said.encode())
        elif set(asked) - set(device.moves):
            self._say(200, b"Error: unknown command\r\n")
        else:
            device.steered.append(asked)
            self._say(204, b"")

    def _stream(self) -> None:
        self.close_connection = True
        self.send_response(200)
        self.send_header("Content-Type", f"multipart/x-mixed-replace; boundary={BOUNDARY}")
        self.end_headers()
        for index in range(self.device.pictures):
            data = jpeg(index)
            head = (
                f"--{BOUNDARY}\r\nContent-Type: image/jpeg\r\nContent-Length: {len(data)}\r\n\r\n"
            )
            self.wfile.write(head.encode() + data + b"\r\n")

    def _json(self, **data: Any) -> None:
        text = json.dumps({"apiVersion": "1.0", "data": data})
        self._say(200, text.encode(), "application/json")

    def _misbehave(self, fault: str) -> None:
        self.close_connection = True
        if fault == "garbage":
            self._say(200, b"<html>\xff\xfe welcome to my router", "text/html")
        elif fault == "cut":
            self.send_response(200)
            self.send_header("Content-Length", "5000")
            self.end_headers()
            self.wfile.write(b'{"data": {"prop')
        elif fault == "silent":
            self.device.stop.wait()
        elif fault == "noise":
            self.wfile.write(b"\x00\x01\x02\x03 what?\r\n\r\n")
        else:
            self._say(503, b"busy")

    def _say(self, status: int, body: bytes, kind: str = "text/plain", **headers: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def handle_one_request(self) -> None:
        """As ever; whoever hangs up in the middle is no trouble."""
        try:
            super().handle_one_request()
        except OSError:
            self.close_connection = True

    def log_message(self, format: str, *args: object) -> None:
        """Nothing on the test's output."""


@contextmanager
def device(**told: Any) -> Iterator[AxisDevice]:
    """Run a device; afterwards no thread of it is left."""
    axis = AxisDevice(**told)
    answer = type("Answer", (_Answer,), {"device": axis})
    server = ThreadingHTTPServer(("127.0.0.1", 0), answer)
    server.daemon_threads = False
    axis.port = server.server_address[1]
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    try:
        yield axis
    finally:
        axis.stop.set()
        server.shutdown()
        thread.join()
        server.server_close()


def _md5(text: str) -> str:
    return md5(text.encode(), usedforsecurity=False).hexdigest()
