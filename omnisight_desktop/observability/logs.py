"""The program's diary: to standard error for people, to a file that turns over, and without secrets.

Every line is made by one formatter, and that one takes secrets out of all it makes: message,
arguments, exception and traceback alike.
"""

from __future__ import annotations

import copy
import io
import logging
import os
import sys
import threading
from datetime import UTC, datetime
from logging.handlers import RotatingFileHandler
from types import TracebackType
from typing import TextIO

from omnisight_desktop.config.paths import Paths
from omnisight_desktop.core.errors import StorageError
from omnisight_desktop.core.redaction import redact

log = logging.getLogger(__name__)

FILE_NAME = "omnisight.log"

_OURS = "omnisight_desktop"
_MOST_BYTES = 2_000_000
_KEPT = 5
_LINE = "%(asctime)s %(levelname)-7s %(threadName)s %(name)s: %(message)s"
_BRIEF = "%(levelname)s: %(message)s"

#: What was seen or heard may be in a message; it must not look like a line of its own, nor steer
#: the terminal.
_UNPRINTABLE = {n: f"\\x{n:02x}" for n in (*range(32), *range(127, 160)) if n not in (9, 10)}


class RedactingFormatter(logging.Formatter):
    """Makes lines that hold no secret, with times in UTC."""

    def format(self, record: logging.LogRecord) -> str:
        text = redact(super().format(record)).translate(_UNPRINTABLE)
        return text.replace("\n", "\n    ")

    def formatException(  # noqa: N802 - the library's name
        self,
        ei: tuple[type[BaseException], BaseException, TracebackType | None]
        | tuple[None, None, None],
    ) -> str:
        # The record keeps this text and shows it to other handlers, so it is cleaned here, too.
        return redact(super().formatException(ei))

    def formatTime(  # noqa: N802 - the library's name
        self,
        record: logging.LogRecord,
        datefmt: str | None = None,  # noqa: ARG002
    ) -> str:
        return f"{datetime.fromtimestamp(record.created, UTC):%Y-%m-%dT%H:%M:%S.%f}"[:-3] + "Z"


class BriefFormatter(RedactingFormatter):
    """The same for a person: what went wrong in a line, and no traceback."""

    def format(self, record: logging.LogRecord) -> str:
        short = copy.copy(record)
        short.exc_info = short.exc_text = short.stack_info = None
        text = super().format(short)
        if record.exc_info and record.exc_info[1] is not None:
            error = record.exc_info[1]
            text += redact(f" ({type(error).__name__}: {error})").translate(_UNPRINTABLE)
        return " ".join(text.split())


class Logs:
    """The diary as it is set up; ``close`` puts everything back as it was."""

    def __init__(self, handlers: list[logging.Handler], *, verbose: bool) -> None:
        self._handlers = handlers
        self._root = logging.getLogger()
        self._ours = logging.getLogger(_OURS)
        self._before = (self._root.level, self._ours.level, sys.excepthook, threading.excepthook)
        for handler in handlers:
            self._root.addHandler(handler)
        self._root.setLevel(logging.INFO if verbose else logging.WARNING)
        self._ours.setLevel(logging.DEBUG if verbose else logging.INFO)
        logging.captureWarnings(True)
        sys.excepthook = _fell
        threading.excepthook = _fell_in_thread

    def close(self) -> None:
        """Stop writing; doing it twice does no harm."""
        handlers, self._handlers = self._handlers, []
        if not handlers:
            return
        logging.captureWarnings(False)
        root_level, our_level, sys.excepthook, threading.excepthook = self._before
        self._root.setLevel(root_level)
        self._ours.setLevel(our_level)
        for handler in handlers:
            self._root.removeHandler(handler)
            handler.close()


_current: list[Logs] = []


def set_up(paths: Paths, *, verbose: bool) -> Logs:
    """Write the diary from now on; whatever was set up before is closed."""
    while _current:
        _current.pop().close()
    screen = _Screen()
    screen.setLevel(logging.DEBUG if verbose else logging.WARNING)
    screen.setFormatter(RedactingFormatter(_LINE))
    handlers: list[logging.Handler] = [screen]
    fault: StorageError | None = None
    try:
        handlers.append(_file(paths))
        if not verbose:  # the traceback is in the file
            screen.setFormatter(BriefFormatter(_BRIEF))
    except StorageError as error:
        fault = error
    logs = Logs(handlers, verbose=verbose)
    _current.append(logs)
    if fault is not None:
        log.warning("%s", fault)
    return logs


class _Silent(logging.Handler):
    """What a handler does about its own faults: one line, once, and never the record itself."""

    _told = False

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802, ARG002 - the library's
        if self._told:
            return
        self._told = True
        error = sys.exc_info()[1]
        reason = redact(f"{type(error).__name__}: {error}")
        stderr = sys.stderr
        if stderr is not None:
            stderr.write(f"omnisight: the log cannot be written ({reason}); work goes on.\n")


class _Screen(_Silent, logging.StreamHandler[TextIO]):
    """Standard error as it is at the moment, which may be replaced or absent."""

    def __init__(self) -> None:
        super().__init__(sys.stderr or io.StringIO())

    def emit(self, record: logging.LogRecord) -> None:
        self.stream = sys.stderr or io.StringIO()  # a windowed program on Windows has none
        super().emit(record)


class _Diary(_Silent, RotatingFileHandler):
    """The file, for its owner's eyes only."""

    def _open(self) -> io.TextIOWrapper:
        descriptor = os.open(self.baseFilename, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        return os.fdopen(descriptor, "a", encoding="utf-8", errors="backslashreplace")


def _file(paths: Paths) -> logging.Handler:
    path = paths.logs / FILE_NAME
    try:
        paths.logs.mkdir(mode=0o700, parents=True, exist_ok=True)
        diary = _Diary(path, maxBytes=_MOST_BYTES, backupCount=_KEPT)
    except OSError as error:
        raise StorageError(
            f"The log {path} cannot be written: {error.strerror or error}.",
            fix="See whether the disk is there and whether you may write in this folder.",
        ) from error
    diary.setFormatter(RedactingFormatter(_LINE))
    return diary


def _fell(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """A fault that nobody caught: into the diary, without its secrets, instead of onto the screen."""
    if issubclass(kind, KeyboardInterrupt):
        sys.__excepthook__(kind, error, trace)
        return
    log.critical("the program ends because of a fault", exc_info=(kind, error, trace))


def _fell_in_thread(fault: threading.ExceptHookArgs) -> None:
    if fault.exc_type is SystemExit or fault.exc_value is None:
        return
    name = fault.thread.name if fault.thread is not None else "a thread"
    log.critical(
        "%s ends because of a fault",
        name,
        exc_info=(fault.exc_type, fault.exc_value, fault.exc_traceback),
    )
