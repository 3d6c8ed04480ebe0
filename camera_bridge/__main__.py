"""``python -m camera_bridge``: what a device is, or a picture of what it sees."""

from __future__ import annotations

import argparse
import getpass
import json
import sys
from dataclasses import asdict
from pathlib import Path

from camera_bridge.device import Device
from camera_bridge.errors import BridgeError
from camera_bridge.place import Login, Place
from camera_bridge.streams import mjpeg_address, rtsp_address

DONE, FAILED, USAGE = 0, 1, 2


def main(arguments: list[str] | None = None) -> int:
    """Do what the command line says; the exit code."""
    told = _parser().parse_args(arguments)
    try:
        place, login = Place.parse(told.address)
        if login is not None and login.password:
            _note(
                "A password does not belong on the command line: write NAME@HOST, it is asked for."
            )
            return USAGE
        if login is not None:
            login = Login(login.name, _password(f"Password of {login.name} at {place}: "))
        with Device(place, login) as device:
            if told.verb == "info":
                _tell(device)
            else:
                _save(told.file, device.snapshot())
    except BridgeError as error:
        _note(error.reason)
        return FAILED
    except OSError as error:
        _note(f"{told.file} cannot be written: {error.strerror}.")
        return FAILED
    return DONE


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m camera_bridge", description=__doc__)
    verbs = parser.add_subparsers(dest="verb", required=True)
    where = (
        "[NAME@]HOST[:PORT]; with a name, the password is asked for, or read from standard input"
    )
    info = verbs.add_parser("info", help="what the device is and what it can send, as JSON")
    info.add_argument("address", help=where)
    snapshot = verbs.add_parser("snapshot", help="what it sees now, as a JPEG file")
    snapshot.add_argument("address", help=where)
    snapshot.add_argument("file", type=Path)
    return parser


def _password(question: str) -> str:
    if sys.stdin.isatty():
        return getpass.getpass(question)
    return sys.stdin.readline().rstrip("\r\n")


def _tell(device: Device) -> None:
    info, rights = device.info(), device.rights()
    streams, profiles = device.streams(), device.profiles()
    told = {
        "device": asdict(info),
        "rights": rights,
        "streams": asdict(streams),
        "profiles": [asdict(profile) for profile in profiles],
        "rtsp": rtsp_address(device.place, {}, streams.rtsp_port),
        "mjpeg": mjpeg_address(device.place, {}),
    }
    sys.stdout.write(json.dumps(told, ensure_ascii=False, indent=2) + "\n")


def _save(file: Path, picture: bytes) -> None:
    beside = file.with_name(f"{file.name}.part")
    try:
        beside.write_bytes(picture)
        beside.replace(file)
    finally:
        beside.unlink(missing_ok=True)


def _note(text: str) -> None:
    sys.stderr.write(f"camera_bridge: {text}\n")


if __name__ == "__main__":
    sys.exit(main())
