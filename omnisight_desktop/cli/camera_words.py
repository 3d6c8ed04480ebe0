"""How cameras are written on the command line, and how they are told there."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields
from typing import TYPE_CHECKING, Annotated, Any

import typer

from omnisight_desktop.core.camera import Area, CameraOptions, Role, Transport
from omnisight_desktop.core.errors import UsageError

if TYPE_CHECKING:  # heavy, and not needed to print help
    from omnisight_desktop.services.trial import CameraTest

Record = Annotated[
    str | None, typer.Option("--record", metavar="URI", help="A better stream, for clips.")
]
Audio = Annotated[
    str | None, typer.Option("--audio", metavar="URI", help="Where its sound is, if elsewhere.")
]
LoginName = Annotated[
    str | None,
    typer.Option(
        "--login",
        metavar="NAME",
        help="Log in by this name; the password is asked for, or read from standard input.",
    ),
]
Way = Annotated[
    Transport | None, typer.Option("--transport", help="How RTSP travels; tcp unless told.")
]
Listen = Annotated[
    bool | None,
    typer.Option(
        "--listen/--deaf",
        help="Write down what is said there, if hearing.enabled is on. Off unless you say so: whoever "
        "is there should know.",
    ),
]
KeysWhenIdle = Annotated[
    bool | None,
    typer.Option(
        "--keys-when-idle/--all-pictures",
        help="While nothing happens, decode key frames only. It saves work and costs attention: what "
        "happens is noticed up to one key-frame interval later (often 2 to 10 seconds), and what is "
        "over before that is missed.",
    ),
]
Fps = Annotated[
    float | None, typer.Option("--fps", metavar="RATE", help="Looks a second, 0.1 to 60.")
]
Labels = Annotated[
    list[str] | None,
    typer.Option("--label", metavar="LABEL", help="What to look for here; may be repeated."),
]
Scores = Annotated[
    list[str] | None,
    typer.Option("--score", metavar="LABEL=0.4", help="How sure to be of it; may be repeated."),
]
Smallest = Annotated[
    list[str] | None,
    typer.Option(
        "--smallest",
        metavar="LABEL=0.1",
        help="How high it is at least, as a share of the picture.",
    ),
]
Masks = Annotated[
    list[str] | None,
    typer.Option(
        "--mask",
        metavar="'X,Y X,Y X,Y'",
        help="An area that nobody sees and nothing stores, by corners from 0,0 (upper left) to 1,1.",
    ),
]
DetectorName = Annotated[
    str | None, typer.Option("--detector", metavar="NAME", help="Such as openvino, onnx or hog.")
]

#: What '--clear' may name, and the option that is as usual again.
CLEARABLE: Mapping[str, str] = {
    "record": "record_uri",
    "audio": "audio_uri",
    "transport": "transport",
    "fps": "fps",
    "labels": "labels",
    "scores": "scores",
    "smallest": "smallest",
    "masks": "masks",
    "detector": "detector",
}

_USUAL = CameraOptions()
_ROLES = {Role.DETECT: "seen", Role.RECORD: "recorded", Role.AUDIO: "heard"}
_LONGEST = 2_000


def told_options(told: Mapping[str, Any]) -> dict[str, Any]:
    """What was said on the command line, by the names of the options; what was not said is left out."""
    return {
        name: _READERS[name](value) if name in _READERS else value
        for name, value in told.items()
        if value is not None
    }


def cleared(names: Iterable[str]) -> dict[str, Any]:
    """Options as usual again."""
    unknown = [name for name in names if name not in CLEARABLE]
    if unknown:
        raise UsageError(
            f"There is no '{unknown[0]}' to clear.", fix=f"There are: {', '.join(CLEARABLE)}."
        )
    usual = {field.name: getattr(_USUAL, field.name) for field in fields(CameraOptions)}
    return {CLEARABLE[name]: usual[CLEARABLE[name]] for name in names}


def password_for(name: str) -> str:
    """The password, from a person who types unseen, or from a program's pipe."""
    if sys.stdin.isatty():
        return str(typer.prompt(f"Password of {name}", hide_input=True, err=True))
    try:
        password = sys.stdin.readline(_LONGEST).rstrip("\r\n")
    except UnicodeDecodeError:
        password = ""
    if not password:
        raise UsageError("No password came in.", fix="Type it, or hand it in with < FILE.")
    return password


def state_of(told: Mapping[str, Any]) -> str:
    """How a camera is doing, in a word or two."""
    if not told["enabled"] and told["live"] is None:
        return "removed" if told["address"] is None else "off"
    if told["live"] is None:
        return "on"
    state, reason = str(told["live"].get("state", "")), str(told["live"].get("reason", ""))
    return f"{state}: {reason}" if reason and state != "live" else state


def particulars_of(told: Mapping[str, Any]) -> str:
    """What is particular about a camera, for a person."""
    options, roles = told["options"], told["roles"]
    words = [f"{name} at {roles[role]}" for role, name in _ELSEWHERE if _elsewhere(roles, role)]
    words += [f"by {options['transport']}"] if options["transport"] != "tcp" else []
    words += ["key frames only when idle"] if options["keys_when_idle"] else []
    words += [f"{options['fps']:g} looks a second"] if options["fps"] else []
    words += [f"detector {options['detector']}"] if options["detector"] else []
    words += [" ".join(options["labels"])] if options["labels"] else []
    words += [f"{label} from {share:g}" for label, share in options["scores"].items()]
    words += [f"{label} {share:.0%} high" for label, share in options["smallest"].items()]
    words += [f"recording {options['recording']}"] if options["recording"] else []
    decoding = (told["live"] or {}).get("decoding", "")
    words += [f"decoded by {decoding}"] if decoding not in ("", "software") else []
    count = len(options["masks"])
    words += [f"{count} mask{'s' if count > 1 else ''}"] if count else []
    return ", ".join(words)


def tried_json(test: CameraTest) -> dict[str, Any]:
    """What came of trying one stream, for programs."""
    info, picture = test.info, test.picture
    return {
        "address": test.address,
        "roles": [str(role) for role in test.roles],
        "ok": test.ok,
        "width": picture.width if picture else None,
        "height": picture.height if picture else None,
        "codec": (info.codec or None) if info else None,
        "fps": round(test.fps, 2) if test.fps else None,
        "sound": (info.sound or None) if info else None,
        "heard": test.heard,
        "latency_s": round(test.latency_s, 3) if test.latency_s is not None else None,
        "reason": test.trouble.reason if test.trouble else "",
        "fix": test.trouble.fix if test.trouble else "",
    }


def tried_line(told: Mapping[str, Any]) -> str:
    """What came of trying one stream, for a person."""
    for_ = ", ".join(_ROLES[Role(role)] for role in told["roles"])
    head = f"{told['address']} ({for_})"
    if not told["ok"]:
        return f"{head}\n  does not work: {told['reason']}\n  {told['fix']}".rstrip()
    words = []
    if told["width"]:
        words.append(f"{told['width']}x{told['height']} {told['codec'] or 'pictures'}")
    if told["fps"]:
        words.append(f"{told['fps']:g} pictures a second")
    words.append(f"sound: {told['sound'] or 'none'}")
    words.append(f"the first after {told['latency_s']:.1f} s")
    return f"{head}\n  works: {', '.join(words)}"


def _labels(texts: list[str]) -> tuple[str, ...]:
    return tuple(text.strip() for text in texts)


_ELSEWHERE = (("record", "recorded"), ("audio", "heard"))


def _elsewhere(roles: Mapping[str, str], role: str) -> bool:
    before = "detect" if role == "record" else "record"
    return role in roles and roles[role] != roles[before]


def _shares(texts: list[str]) -> dict[str, float]:
    found = {}
    for text in texts:
        label, sign, share = text.rpartition("=")
        try:
            if not sign or not label.strip():
                raise ValueError
            found[label.strip()] = float(share)
        except ValueError:
            raise UsageError(
                f"'{text}' says nothing of a label.", fix="Write it as person=0.4."
            ) from None
    return found


def _masks(texts: list[str]) -> tuple[Area, ...]:
    return tuple(area_of(text) for text in texts)


def area_of(text: str) -> Area:
    """The area of which somebody wrote the corners."""
    try:
        corners = [corner.split(",") for corner in text.split()]
        return tuple((float(x), float(y)) for x, y in corners)
    except ValueError:
        raise UsageError(
            f"'{text}' is no area.", fix="Write its corners as '0,0 0.5,0 0.5,0.5'."
        ) from None


_READERS: Mapping[str, Callable[[list[str]], Any]] = {
    "labels": _labels,
    "scores": _shares,
    "smallest": _shares,
    "masks": _masks,
}
