"""The text in which a device lists its parameters: a name, an equals sign and a value in each line."""

from __future__ import annotations

import re
from collections.abc import Mapping

_LINE = re.compile(r"(?:root\.)?(?P<name>[A-Za-z0-9_.]+)=(?P<value>[^\r\n]*)")


def parse_parameters(text: str) -> dict[str, str]:
    """Values by name; lines that say something else, such as what went wrong, are passed over."""
    found = (_LINE.fullmatch(line.strip()) for line in text.splitlines())
    return {line["name"]: line["value"].strip() for line in found if line}


def words(text: str) -> tuple[str, ...]:
    """The parts between commas."""
    return tuple(word.strip() for word in text.split(",") if word.strip())


def numbers(text: str) -> tuple[int, ...]:
    """The whole numbers between commas; nothing where one of them is none."""
    parts = words(text)
    return tuple(map(int, parts)) if all(p.isascii() and p.isdigit() for p in parts) else ()


def named(parameters: Mapping[str, str], stem: str) -> list[dict[str, str]]:
    """The members of a numbered group, in their order: ``StreamProfile.S0.Name`` and its like."""
    found: dict[int, dict[str, str]] = {}
    for name, value in parameters.items():
        number, dot, rest = name.removeprefix(stem).partition(".")
        if name.startswith(stem) and dot and number.isascii() and number.isdigit():
            found.setdefault(int(number), {})[rest] = value
    return [found[number] for number in sorted(found)]
