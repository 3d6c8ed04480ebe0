"""A small camera that speaks HTTP, for tests: moving JPEGs, single ones, recordings and faults."""

from __future__ import annotations

import base64
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

BOUNDARY = "frame"


@dataclass
class Page:
    """What is at a path: its kind, and how it is written to whoever asks."""

    kind: str
    write: Callable[[Callable[[bytes], object], threading.Event], None]
    status: int = 200
    length: int | None = None


@dataclass
class HttpCamera:
    """The camera while it runs; ``asked`` are the headers of what was asked for."""

    pages: dict[str, Page]
    login: str = ""  # NAME:PASSWORD, asked for by the basic method
    digest: bool = False
    port: int = 0
    asked: list[dict[str, str]] = field(default_factory=list)
    stop: threading.Event = field(default_factory=threading.Event)

    def address(self, path: str, login: str = "") -> str:
        """Where one of its pages is."""
        return f"http://{login + '@' if login else ''}127.0.0.1:{self.port}{path}"


def body(data: bytes, kind: str, status: int = 200) -> Page:
    """A page that is written at once."""

    def write(out: Callable[[bytes], object], _: threading.Event) -> None:
        out(data)

    return Page(kind, write, status, len(data))


def moving(
    pictures: list[bytes], every_s: float = 0.0, *, length: bool = True, stall: bool = False
) -> Page:
    """Pictures one after the other; at the end the camera hangs up, or says nothing more."""

    def write(out: Callable[[bytes], object], stop: threading.Event) -> None:
        for data in pictures:
            told = f"Content-Length: {len(data)}\r\n" if length else ""
            head = f"--{BOUNDARY}\r\nContent-Type: image/jpeg\r\n{told}\r\n"
            out(head.encode() + data + b"\r\n")
            if stop.wait(every_s):
                return
        out(f"--{BOUNDARY}--\r\n".encode())
        if stall:
            stop.wait()

    return Page(f"multipart/x-mixed-replace; boundary={BOUNDARY}", write)


@contextmanager
def served(
    pages: dict[str, Page], login: str = "", *, digest: bool = False
) -> Iterator[HttpCamera]:
    """Run a camera with these pages; afterwards no thread of it is left."""
    camera = HttpCamera(pages, login, digest)

    class Answer(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            camera.asked.append(dict(self.headers))
            if camera.login and not self._let_in():
                return
            page = camera.pages.get(self.path.partition("?")[0])
            if page is None:
                self.send_error(404)
                return
            self.send_response(page.status)
            self.send_header("Content-Type", page.kind)
            if page.length is not None:
                self.send_header("Content-Length", str(page.length))
            self.end_headers()
            try:
                page.write(self.wfile.write, camera.stop)
            except OSError:
                return  # whoever looked has gone

        def _let_in(self) -> bool:
            told = self.headers.get("Authorization", "")
            if camera.digest:
                right = 'username="me"' in told and "response=" in told
                challenge = 'Digest realm="camera", nonce="abc", qop="auth", algorithm=MD5'
            else:
                right = told == "Basic " + base64.b64encode(camera.login.encode()).decode()
                challenge = 'Basic realm="camera"'
            if not right:
                self.send_response(401)
                self.send_header("WWW-Authenticate", challenge)
                self.send_header("Content-Length", "0")
                self.end_headers()
            return right

        def log_message(self, format: str, *args: object) -> None:
            """Nothing on the test's output."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answer)
    server.daemon_threads = False
    camera.port = server.server_address[1]
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    try:
        yield camera
    finally:
        camera.stop.set()
        server.shutdown()
        thread.join()
        server.server_close()
