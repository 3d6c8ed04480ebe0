"""Settings files as no person writes them, the same ones at every run."""

from __future__ import annotations

import random
from collections.abc import Iterator

from omnisight_desktop.config.accept import plain
from omnisight_desktop.config.keys import keys
from omnisight_desktop.config.schema import ORIGINAL_NAMES

COUNT = 200

_ODD = (
    *("true", "-1", "0", "0.5", "1e400", "nan", "-inf", "9" * 30, "9" * 5000, "0x1F", "1_000"),
    *('""', '"auto"', '"dark"', '"\\u0000"', '"keyring:x"', '"""a\nb"""', "'''x'''", '"é"'),
    *("[]", '["person"]', "[1, 'a', []]", "{}", "{a = 1}", "[" * 200 + "]" * 200, "[[1], [2.0]]"),
    *("1979-05-27", "07:32:00", "1979-05-27T07:32:00Z", "1979-13-45", "", "=", "'", "nothing"),
)
_PIECES = (b"=", b"[", b"]", b'"', b"'", b"\n", b"\r", b"#", b".", b"\x00", b"\xff", b"\xc3", b" ")
_NAMES = (*keys(), "version", "detection", "nobody", "chat.key.more", '"quoted.name"', "''", "é")


def files() -> Iterator[bytes]:
    """As many files as are asked for, of every kind in turn."""
    dice = random.Random(20260503)
    makers = (_noise, _random_toml, _mutated, _flat, _spliced, _unusual)
    for number in range(COUNT):
        yield makers[number % len(makers)](dice)


def valid() -> bytes:
    """A file that sets everything to its default."""
    lines = ["# everything", "version = 2"]
    section = ""
    for key in keys().values():
        if key.section != section:
            section = key.section
            lines.append(f"\n[{section}]  # {key.title}")
        value = plain(key.default)
        if value is not None:
            spelled = str(value).lower() if isinstance(value, bool) else repr(value)
            lines.append(f"{key.field} = {spelled}")
    return "\n".join(lines).encode()


def _noise(dice: random.Random) -> bytes:
    return dice.randbytes(dice.randrange(400))


def _random_toml(dice: random.Random) -> bytes:
    lines = []
    for _ in range(dice.randrange(1, 8)):
        name = dice.choice(_NAMES)
        if dice.random() < 0.3:
            lines.append(dice.choice((f"[{name}]", f"[[{name}]]", f"[{name}.x]")))
        lines.append(f"{dice.choice((name, name.rpartition('.')[2]))} = {dice.choice(_ODD)}")
    return "\n".join(lines).encode()


def _mutated(dice: random.Random) -> bytes:
    text = bytearray(valid())
    for _ in range(dice.randrange(1, 6)):
        place = dice.randrange(len(text) + 1)
        match dice.randrange(4):
            case 0:
                del text[place : place + dice.randrange(1, 9)]
            case 1:
                text[place:place] = dice.choice(_PIECES)
            case 2:
                text[place : place + 1] = dice.randbytes(1)
            case _:
                del text[place:]
    return bytes(text)


def _flat(dice: random.Random) -> bytes:
    names = dice.sample([*ORIGINAL_NAMES, "ANTHROPIC_API_KEY", "people", "extra"], 4)
    cases = (str.lower, str.upper)
    lines = [f"{dice.choice(cases)(name)} = {dice.choice(_ODD)}" for name in names]
    return "\n".join([*lines, *dice.sample(["version = 1", "[people]", "x = 1"], 1)]).encode()


def _unusual(dice: random.Random) -> bytes:
    """A file that is right, and written as hardly anybody would."""
    lines, sections = ["version = 2"] * dice.randrange(2), []
    named = dice.sample([key for key in keys().values() if key.default is not None], 6)
    for key in sorted(named, key=lambda key: key.name):
        value = plain(key.default)
        spelled = str(value).lower() if isinstance(value, bool) else repr(value)
        if isinstance(value, int | float) and not isinstance(value, bool):
            spelled = dice.choice(
                (spelled, f"+{spelled}", f"{value}e0"[: None if "." in spelled else -2])
            )
        if key.section in sections:
            continue
        sections.append(key.section)
        lines.append(
            dice.choice(
                (
                    f"{key.section}.{key.field} = {spelled}",
                    f"\"{key.section}\" . '{key.field}'= {spelled} # {key.title}",
                    f"{key.section} = {{ {key.field} = {spelled} }}",
                    f"\t{key.section}\t.\t{key.field}\t=\t{spelled}\t",
                    f"\n# {key.description}\n{key.section}.{key.field}={spelled}\n\n",
                )
            )
        )
    return dice.choice(("\n", "\r\n")).join(lines).encode()


def _spliced(dice: random.Random) -> bytes:
    lines = valid().decode().split("\n")
    for _ in range(dice.randrange(1, 4)):
        line = dice.randrange(len(lines))
        name = lines[line].partition("=")[0] or "[x]"
        lines[line] = f"{name}= {dice.choice(_ODD)}"
    return "\n".join(lines).encode()
