"""What can be set for one camera, as it stands in the form, and back into options."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from omnisight_desktop.core.camera import Camera, CameraOptions, Transport
from omnisight_desktop.core.errors import UsageError
from omnisight_desktop.gui.tongue import tr


@dataclass(frozen=True, slots=True)
class Form:
    """The form of one camera. A number that is left out is as for all cameras."""

    name: str = ""
    address: str = ""
    user: str = ""  # only where the login is to be another
    password: str = field(default="", repr=False)
    record: str = ""
    audio: str = ""
    udp: bool = False
    keys_when_idle: bool = False
    detector: str = ""
    fps: str = ""
    labels: tuple[str, ...] = ()
    scores: Mapping[str, str] = field(default_factory=dict)  # in per cent
    smallest: Mapping[str, str] = field(default_factory=dict)  # in per cent of the height
    recording: str = ""
    hours: str = ""
    keep_days: str = ""
    keep_gb: str = ""


class FieldError(UsageError):
    """A field of the form that nobody can understand, and why."""

    def __init__(self, name: str, words: str) -> None:
        super().__init__(words)
        self.name = name


def form_of(camera: Camera) -> Form:
    """What is particular about a camera, to be changed."""
    told = camera.options
    return Form(
        name=camera.name,
        address=camera.uri,
        record=told.record_uri,
        audio=told.audio_uri,
        udp=told.transport is Transport.UDP,
        keys_when_idle=told.only_keys_when_idle,
        detector=told.detector,
        fps=_number(told.fps),
        labels=told.labels,
        scores={label: _percent(share) for label, share in told.scores.items()},
        smallest={label: _percent(share) for label, share in told.smallest.items()},
        recording=told.recording,
        hours=", ".join(told.record_hours),
        keep_days=_number(told.keep_days),
        keep_gb=_number(told.keep_gb),
    )


def options_of(form: Form, before: CameraOptions) -> CameraOptions:
    """The options that a form means; raises ``FieldError`` where one cannot be understood."""
    return replace(
        before,
        record_uri=form.record.strip(),
        audio_uri=form.audio.strip(),
        transport=Transport.UDP if form.udp else Transport.TCP,
        only_keys_when_idle=form.keys_when_idle,
        detector=form.detector,
        fps=_read("fps", form.fps),
        labels=form.labels,
        scores=_shares("scores", form.scores),
        smallest=_shares("smallest", form.smallest),
        recording=form.recording,
        record_hours=hours_in(form.hours),
        keep_days=_read("keep_days", form.keep_days),
        keep_gb=_read("keep_gb", form.keep_gb),
    )


def hours_in(text: str) -> tuple[str, ...]:
    """The spans in a text, one behind the other: a comma parts them, but not the days of one."""
    spans: list[str] = []
    for part in text.replace(";", ",").split(","):
        words = part.strip()
        if not words:
            continue
        if spans and ":" not in spans[-1]:
            spans[-1] = f"{spans[-1]},{words}"  # mon,wed 08:00-18:00
        else:
            spans.append(words)
    return tuple(spans)


def _read(name: str, text: str) -> float | None:
    if not text.strip():
        return None
    try:
        return float(text.strip().replace(",", "."))
    except ValueError:
        raise FieldError(name, tr("'{text}' is no number.", text=text.strip())) from None


def _shares(name: str, told: Mapping[str, str]) -> dict[str, float]:
    found = {}
    for label, text in told.items():
        percent = _read(name, text.replace("%", ""))
        if percent is not None:
            if not 0 <= percent <= 100:
                raise FieldError(name, tr("Give a number from 0 to 100."))
            found[label] = percent / 100
    return found


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:g}"


def _percent(share: float) -> str:
    return f"{share * 100:g}"


def refused_by(error: UsageError) -> str:
    """Where in the form a mistake lies that the house found."""
    words = error.reason.casefold()
    for word, name in (
        ("detector", "detector"),
        ("looks a second", "fps"),
        ("hours", "hours"),
        ("days", "keep_days"),
        ("gigabytes", "keep_gb"),
        ("name", "name"),
        ("called", "name"),
    ):
        if word in words:
            return name
    return ""
