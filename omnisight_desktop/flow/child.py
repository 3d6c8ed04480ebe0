"""The other side of ``flow.process``: what runs in the child, and what the two say to each other."""

from __future__ import annotations

import importlib
import multiprocessing
import os
import pickle
import signal
import sys
import threading
import traceback
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from typing import Any

from omnisight_desktop.core.errors import BackendUnavailable, OmniSightError

#: How heavy libraries behave in here: idle spinning would starve the eye, and nothing is reported
#: to their makers, fetched or installed unasked.
_MANNERS = {"OMP_WAIT_POLICY": "PASSIVE", "YOLO_OFFLINE": "true", "YOLO_AUTOINSTALL": "false"}
#: Nothing in here has business on the network, though some libraries report each use to their makers:
#: whoever calls out is sent to where nobody answers.
_NOWHERE = "http://127.0.0.1:9"
_PROXIES = ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY")


@dataclass(frozen=True, slots=True)
class Answer:
    """The value that a request came to."""

    value: Any


@dataclass(frozen=True, slots=True)
class Fault:
    """Why there is no value; after a fatal one the process is gone."""

    error: OmniSightError
    trace: str = ""
    fatal: bool = False


@dataclass(frozen=True, slots=True)
class Farewell:
    """Nobody asked for a while, so the process went; a request that crossed this is to be sent again."""


def serve(
    connection: Connection, target: str, arguments: tuple[Any, ...], idle_s: float | None
) -> None:
    """Load, then answer until the parent lets go or, for ``idle_s``, asks nothing."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent, which then ends us
    with suppress(OSError):
        os.dup2(2, 1)  # libraries chatter; the standard output belongs to the parent's answer
    for name, value in _MANNERS.items():
        os.environ.setdefault(name, value)
    _stay_at_home()
    threading.Thread(target=_die_with_parent, name="parent-watch", daemon=True).start()
    try:
        answer = _load(target)(*arguments)
    except Exception as error:  # noqa: BLE001 - the rim: the parent is told in words
        connection.send_bytes(_packed_fault(_start_fault(error)))
        return
    with suppress(EOFError, OSError):  # the parent let go of its end
        while connection.poll(idle_s):
            connection.send_bytes(_answered(answer, connection.recv_bytes()))
        connection.send(Farewell())


def _stay_at_home() -> None:
    for name in _PROXIES:
        os.environ[name] = os.environ[name.lower()] = _NOWHERE
    for name in ("NO_PROXY", "no_proxy"):
        os.environ.pop(name, None)
    report_nothing()


def report_nothing() -> None:
    """OpenVINO tells its makers that it was loaded, from a fork of the program, which may hang for
    ever; it tells nothing where the package that it does so with cannot be loaded."""
    sys.modules.setdefault("openvino_telemetry", None)  # type: ignore[arg-type]


def _die_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)


def _load(target: str) -> Callable[..., Callable[[Any], Any]]:
    module, _, attribute = target.partition(":")
    factory: Callable[..., Callable[[Any], Any]] = getattr(
        importlib.import_module(module), attribute
    )
    return factory


def _answered(answer: Callable[[Any], Any], message: bytes) -> bytes:
    try:
        return pickle.dumps(Answer(answer(pickle.loads(message))), pickle.HIGHEST_PROTOCOL)
    except Exception as error:  # noqa: BLE001 - the rim: the parent is told in words
        return _packed_fault(_fault(error))


def _fault(error: Exception) -> Fault:
    if isinstance(error, OmniSightError):
        return Fault(error)
    words = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
    return Fault(OmniSightError(f"{_name()} failed with {words}."), trace=traceback.format_exc())


def _start_fault(error: Exception) -> Fault:
    if isinstance(error, OmniSightError):
        return Fault(error, fatal=True)
    if isinstance(error, ImportError):
        unavailable = BackendUnavailable(
            f"{_name()} cannot be loaded: {error}.", fix="Reinstall the program's packages."
        )
        return Fault(unavailable, fatal=True)
    plain = _fault(error)
    return Fault(plain.error, plain.trace, fatal=True)


def _packed_fault(fault: Fault) -> bytes:
    try:
        packed = pickle.dumps(fault, pickle.HIGHEST_PROTOCOL)
        pickle.loads(packed)
        return packed
    except Exception:  # noqa: BLE001 - an error that cannot travel is told by its words
        words = OmniSightError(fault.error.reason, fix=fault.error.fix)
        return pickle.dumps(Fault(words, fault.trace, fault.fatal), pickle.HIGHEST_PROTOCOL)


def _name() -> str:
    return multiprocessing.current_process().name


def hush() -> None:
    """What an engine says on this process's standard error is meant for its makers."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 2)
    os.close(nowhere)
