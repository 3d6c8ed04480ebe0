"""Values from anywhere become settings, or one clear word on which of them does not fit and why."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from types import NoneType
from typing import Any

from pydantic import ValidationError

from omnisight_desktop.config.keys import Key, Kind, keys
from omnisight_desktop.config.schema import Settings
from omnisight_desktop.config.sections import Section
from omnisight_desktop.core.errors import SettingsError
from omnisight_desktop.core.redaction import redact

_LONGEST_SHOWN = 60
_VAST = 10**15
_SWITCHES = {
    **dict.fromkeys(("true", "yes", "on", "1"), True),
    **dict.fromkeys(("false", "no", "off", "0"), False),
}
_WHOLE = re.compile(r"[+-]?[0-9]{1,18}", re.ASCII)

#: A place for the key is asked for, and people paste the key itself.
KEY_FIX = "Keep the key with 'omnisight settings secret set {name}'; settings say only where."

#: What the secret of a setting is called where nobody says anything else.
USUAL_NAMES = {"chat.key": "anthropic", "chat.server_key": "chat-server"}


class Origin(StrEnum):
    """Who says that a setting is as it is; each wins over those before it."""

    DEFAULT = "default"
    FILE = "file"
    ENVIRONMENT = "environment"
    FLAG = "flag"


@dataclass(frozen=True, slots=True)
class Given:
    """A value that somebody gave, and where they gave it."""

    value: Any
    origin: Origin
    where: str


def accept(given: Mapping[str, Given]) -> Settings:
    """The settings with these values and defaults for the rest."""
    tree: dict[str, dict[str, Any]] = {}
    for name, one in given.items():
        section, _, field = name.partition(".")
        tree.setdefault(section, {})[field] = one.value
    try:
        return Settings.model_validate(tree)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False, include_context=False)[0]
    # Raised here, not above: the first error would drag every value along.
    raise _refusal(given, first["loc"], first["msg"])


def from_text(key: Key, text: str) -> Any:
    """The value that a text from the command line or the environment means.

    A text that means nothing is handed on as it is, and refused where values are judged.
    """
    text = text.strip()
    match key.kind:
        case Kind.SWITCH:
            return _SWITCHES.get(text.lower(), text)
        case Kind.WHOLE:
            return int(text) if _WHOLE.fullmatch(text) else text
        case Kind.NUMBER:
            return _number(text)
        case Kind.LIST | Kind.TABLES:
            return _list(text)
        case Kind.FOLDER:
            return _folder(text)
    return text


def plain(value: Any) -> Any:
    """A value of the program as the file and JSON have it."""
    if isinstance(value, Path):
        return str(value)
    if isinstance(value, Section):  # one of several; what is not said has its default
        return {name: plain(one) for name, one in value.model_dump(exclude_defaults=True).items()}
    return [plain(one) for one in value] if isinstance(value, tuple | set | frozenset) else value


def found(key: Key, value: Any) -> str:
    """What was found instead, in words; never what might be a secret."""
    if key.kind is Kind.SECRET:
        return "something else"
    match value:
        case bool():
            words = str(value).lower()
        case int() if abs(value) >= _VAST:
            words = "a number beyond all bounds"
        case int() | float():
            words = str(value)
        case str():
            words = _quoted(redact(value))
        case list():
            words = (
                "a list with something else in it" if value and key.kind is Kind.LIST else "a list"
            )
        case _:
            words = {dict: "a table", NoneType: "nothing"}.get(type(value), "a date or a time")
    return words


def _quoted(text: str) -> str:
    short = text if len(text) <= _LONGEST_SHOWN else f"{text[:_LONGEST_SHOWN]}…"
    return f"'{short}'" if short.isprintable() else ascii(short)


def _refusal(given: Mapping[str, Given], loc: tuple[int | str, ...], words: str) -> SettingsError:
    name = ".".join(str(part) for part in loc[:2])
    key, one = keys().get(name), given.get(name)
    if key is None or one is None:  # a whole section that does not fit together
        reason = words.removeprefix("Value error, ")
        places = dict.fromkeys(g.where for n, g in given.items() if n in reason)
        return SettingsError(f"{', '.join(places)}: {reason}.", fix="Change one of the two.")
    if key.kind is Kind.TABLES and len(loc) > 2:
        inside = ", ".join(str(part + 1 if isinstance(part, int) else part) for part in loc[2:])
        words = words.removeprefix("Value error, ")
        return SettingsError(
            f"{one.where}: {name}, number {inside}: {words[:1].lower()}{words[1:]}.",
            fix="Write it anew with 'omnisight notify add', or mend it in a text editor.",
        )
    reason = f"{one.where}: {name} is {found(key, one.value)}, but must be {key.allowed}."
    return SettingsError(
        reason, fix=KEY_FIX.format(name=USUAL_NAMES[key.name]) if key.kind is Kind.SECRET else ""
    )


def _number(text: str) -> float | str:
    try:
        return float(text)
    except ValueError:
        return text


def _list(text: str) -> Any:
    if text.startswith("["):
        try:
            return json.loads(text)
        except (ValueError, RecursionError):
            return text
    return [word.strip() for word in text.split(",") if word.strip()]


def _folder(text: str) -> str:
    if not text or "\0" in text:
        return text
    try:
        return str(Path(text).expanduser().absolute())
    except (RuntimeError, OSError):  # '~nobody', or no current folder
        return text
