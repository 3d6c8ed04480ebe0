"""Files as answers: whole, or the stretch that a player asks for, read piece by piece."""

from __future__ import annotations

import os
import re
from contextlib import closing
from email.utils import formatdate
from http import HTTPStatus
from pathlib import Path
from typing import BinaryIO
from urllib.parse import quote

from anyio.to_thread import run_sync
from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from omnisight_desktop.api.problems import Problem
from omnisight_desktop.core.errors import NotFound

_PIECE = 256 * 1024
_RANGE = re.compile(r"bytes=\s*(\d{0,18})-(\d{0,18})\s*", re.ASCII | re.IGNORECASE)
_TYPES = {
    ".mp4": "video/mp4",
    ".mkv": "video/x-matroska",
    ".json": "application/json",
    ".zip": "application/zip",
    ".jpg": "image/jpeg",
}


class FileAnswer(Response):
    """A file that is open already, so that nobody can take it away while it is sent."""

    def __init__(self, path: Path, *, called: str = "", tag: str = "", inline: bool = True) -> None:
        try:
            self._file: BinaryIO = path.open("rb")
        except OSError as error:
            raise NotFound(
                f"The file {path.name} is gone.", fix="See 'omnisight db check'."
            ) from error
        state = os.fstat(self._file.fileno())
        self._size = state.st_size
        how, name = "inline" if inline else "attachment", quote(called or path.name, safe="")
        super().__init__(
            headers={
                "content-type": _TYPES.get(path.suffix.casefold(), "application/octet-stream"),
                "content-disposition": f"{how}; filename*=utf-8''{name}",
                "accept-ranges": "bytes",
                "etag": f'"{tag or f"{state.st_mtime_ns:x}-{state.st_size:x}"}"',
                "last-modified": formatdate(state.st_mtime, usegmt=True),
                "cache-control": "private, no-cache",
            }
        )

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        with closing(self._file):
            asked = Headers(scope=scope)
            if self._is_known(asked):
                self.status_code = HTTPStatus.NOT_MODIFIED
                del self.headers["content-length"]
                await self._send_head(send, 0)
                await send({"type": "http.response.body", "body": b""})
                return
            first, length = 0, self._size
            stretch = self._wanted(asked)
            if stretch is not None:
                first, length = stretch
                if length <= 0:
                    await self._unsatisfiable()(scope, receive, send)
                    return
                self.status_code = HTTPStatus.PARTIAL_CONTENT
                last = first + length - 1
                self.headers["content-range"] = f"bytes {first}-{last}/{self._size}"
            self.headers["content-length"] = str(length)
            await self._send_head(send, length)
            await self._send_body(send, first, 0 if scope["method"] == "HEAD" else length)

    async def _send_head(self, send: Send, _: int) -> None:
        head = {"status": self.status_code, "headers": self.raw_headers}
        await send({"type": "http.response.start", **head})

    async def _send_body(self, send: Send, first: int, length: int) -> None:
        self._file.seek(first)
        while length > 0:
            piece = await run_sync(self._file.read, min(_PIECE, length))
            if not piece:
                raise OSError("the file became shorter while it was sent")
            length -= len(piece)
            await send({"type": "http.response.body", "body": piece, "more_body": True})
        await send({"type": "http.response.body", "body": b""})

    def _is_known(self, asked: Headers) -> bool:
        """Whether who asks has exactly this file already."""
        held = asked.get("if-none-match")
        if held is None:
            return False
        tags = {tag.strip().removeprefix("W/") for tag in held.split(",")}
        return "*" in tags or self.headers["etag"] in tags

    def _wanted(self, asked: Headers) -> tuple[int, int] | None:
        """The first byte and how many; None for all of it.

        Several stretches at once, or what is none at all, are answered with the whole, as is allowed.
        """
        wanted = _RANGE.fullmatch(asked.get("range", ""))
        if wanted is None or wanted[0].strip().endswith("=-") or not self._still(asked):
            return None
        if not wanted[1] and not wanted[2]:
            return None
        if not wanted[1]:
            length = min(int(wanted[2]), self._size)
            return self._size - length, length
        first = int(wanted[1])
        last = min(int(wanted[2]), self._size - 1) if wanted[2] else self._size - 1
        if wanted[2] and int(wanted[2]) < first:
            return None
        return first, last - first + 1

    def _still(self, asked: Headers) -> bool:
        """Whether the file is the one of which somebody has the beginning."""
        condition = asked.get("if-range")
        return condition is None or condition in (
            self.headers["etag"],
            self.headers["last-modified"],
        )

    def _unsatisfiable(self) -> Response:
        return Problem(
            HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE,
            "range_not_satisfiable",
            f"The file has {self._size} bytes.",
            "Ask for bytes that it has.",
            {"Content-Range": f"bytes */{self._size}", "Accept-Ranges": "bytes"},
        ).response()
