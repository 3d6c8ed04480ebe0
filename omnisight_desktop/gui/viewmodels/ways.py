"""The usual ways of telling somebody, and what each has to know; written as an address in the end."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote

from omnisight_desktop.core.errors import UsageError
from omnisight_desktop.gui.tongue import tr


@dataclass(frozen=True, slots=True)
class Blank:
    """One thing that has to be filled in."""

    name: str
    label: str
    sample: str = ""
    secret: bool = False
    needed: bool = True


@dataclass(frozen=True, slots=True)
class Way:
    """One way of telling somebody; ``pattern`` is its address with the blanks in it."""

    name: str
    words: str
    hint: str
    blanks: tuple[Blank, ...]
    pattern: str


def ways() -> tuple[Way, ...]:
    """Those that have a form of their own, and the one for all others."""
    return (
        Way(
            "desktop",
            tr("This desktop"),
            tr("As a notification on this computer. Nothing leaves it."),
            (),
            "desktop://",
        ),
        Way(
            "ntfy",
            tr("Telephone (ntfy)"),
            tr("The free ntfy app shows what is sent to a topic. Choose one that nobody guesses."),
            (Blank("topic", tr("Topic"), "my-house-7f3a", secret=True),),
            "ntfys://{topic}",
        ),
        Way(
            "mail",
            tr("E-mail"),
            tr("Sent by your own mail server, with a password for apps where it wants one."),
            (
                Blank("host", tr("Mail server"), "smtp.example.com"),
                Blank("user", tr("User name"), "me@example.com"),
                Blank("password", tr("Password"), secret=True),
                Blank("to", tr("To"), "me@example.com"),
            ),
            "mailtos://{user}:{password}@{host}?to={to}&from={user}",
        ),
        Way(
            "telegram",
            tr("Telegram"),
            tr("Made by talking to @BotFather; the chat is a number."),
            (
                Blank("token", tr("Token of the bot"), "123456:ABC…", secret=True),
                Blank("chat", tr("Chat"), "987654321"),
            ),
            "tgram://{token}/{chat}",
        ),
        Way(
            "mqtt",
            tr("MQTT"),
            tr("For Home Assistant and other programs in the house."),
            (
                Blank("host", tr("Broker"), "192.168.1.5:1883"),
                Blank("topic", tr("Topic"), "omnisight"),
                Blank("user", tr("User name"), needed=False),
                Blank("password", tr("Password"), secret=True, needed=False),
            ),
            "mqtt://{login}{host}/{topic}",
        ),
        Way(
            "hook",
            tr("Web hook"),
            tr("A POST with JSON to an address of yours."),
            (Blank("url", tr("Address"), "https://example.com/hook", secret=True),),
            "{url}",
        ),
        Way(
            "other",
            tr("Something else"),
            tr("Any of the hundred services of Apprise, by its address."),
            (Blank("address", tr("Address"), "matrixs://…", secret=True),),
            "{address}",
        ),
    )


def address_of(way: Way, filled: Mapping[str, str]) -> str:
    """The address that was filled in; says what is missing."""
    told = {blank.name: filled.get(blank.name, "").strip() for blank in way.blanks}
    for blank in way.blanks:
        if blank.needed and not told[blank.name]:
            raise UsageError(tr("{field} is empty.", field=blank.label), fix=tr("Fill it in."))
    if way.name == "other":
        return told["address"]
    if way.name == "hook":
        return _hook(told["url"])
    safe = {
        name: quote(value, safe=":@" if name == "token" else "") for name, value in told.items()
    }
    if "host" in told:
        safe["host"] = told["host"]
    if way.name == "mqtt":
        login = f"{safe['user']}:{safe['password']}@" if told["user"] else ""
        return way.pattern.format(**safe, login=login)
    return way.pattern.format(**safe)


def _hook(url: str) -> str:
    scheme, mark, rest = url.partition("://")
    kinds = {"https": "jsons", "http": "json"}
    if not mark or scheme.casefold() not in kinds:
        raise UsageError(
            tr("'{address}' is no web address.", address=url),
            fix=tr("Write it as https://HOST/PATH."),
        )
    return f"{kinds[scheme.casefold()]}://{rest}"
