"""Who answers: Claude with its key, a server of one's own, or this computer alone, and why."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, replace

from omnisight_desktop.chat.providers.port import LanguageModel
from omnisight_desktop.config.load import open_safe
from omnisight_desktop.config.paths import Paths
from omnisight_desktop.config.secrets import Secret
from omnisight_desktop.config.sections import Chat
from omnisight_desktop.core.clock import Clock, SystemClock
from omnisight_desktop.core.errors import KeyRefused, OmniSightError, SecretError, UsageError

OFFLINE = "offline"
_REFUSED_S = 600.0  # an account may be paid meanwhile, or a model be pulled
_KEPT_S = 30.0  # a keyring takes its time, and may ask its owner
#: What may be asked for instead of what the settings say.
WAYS = ("claude", "server", OFFLINE)


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who would answer now; ``open`` makes a line to a model, and is none for this computer alone.
    ``why`` says why no model answers, where one was wanted; ``resting`` why none is asked for a while,
    where that was said before."""

    name: str
    host: str = ""
    open: Callable[[], LanguageModel] | None = None
    why: str = ""
    is_here: bool = True
    resting: str = ""


class Choice:
    """Chooses anew for each question; a key that was refused is not tried again until it
    changes, or a while has passed."""

    def __init__(
        self,
        paths: Paths,
        chat: Callable[[], Chat],
        address: str = "",
        clock: Clock | None = None,
    ) -> None:
        self._paths = paths
        self._chat = chat
        self._address = address
        self._lock = threading.Lock()
        self._refused: tuple[object, float, str] | None = None  # which, when, and why
        self._clock = clock or SystemClock()
        self._read: dict[str, tuple[float, Secret | None]] = {}

    def speaker(self, wish: str = "") -> Speaker:
        """Who answers; ``wish`` is one of the ``WAYS``, or the name of a model of Claude's."""
        found = self._chosen(wish)
        # Who asks for one by its name is told each time why it does not answer.
        return replace(found, why=found.resting) if wish and found.resting else found

    def _chosen(self, wish: str) -> Speaker:
        chat = self._chat()
        way = wish or {"anthropic": "claude"}.get(chat.provider, chat.provider)
        if way == OFFLINE:
            return Speaker(OFFLINE)
        if way == "server" or (way == "auto" and chat.server and not self._key(chat, quiet=True)):
            return self._server(chat)
        if way == "auto":
            key = self._key(chat, quiet=True)
            return self._claude(chat, chat.model, key) if key else Speaker(OFFLINE)
        if way != "claude" and not way.startswith("claude-"):
            raise UsageError(f"Nobody here is called {way}.", fix=f"There are: {', '.join(WAYS)}.")
        try:
            key = self._key(chat)
        except OmniSightError as error:
            return Speaker(OFFLINE, why=str(error))
        if key is None:
            why = "There is no key for Claude. Set one: omnisight settings secret set anthropic"
            return Speaker(OFFLINE, why=why)
        return self._claude(chat, chat.model if way == "claude" else way, key)

    def refuse(self, speaker: Speaker, error: KeyRefused) -> str:
        """A key was refused: what to say of it, the first time, and nothing after that."""
        chat = self._chat()
        with self._lock:
            known = self._refused is not None and self._refused[0] == self._mark(speaker, chat)
            self._refused = (self._mark(speaker, chat), self._clock.mono(), str(error))
        return "" if known else str(error)

    def _mark(self, speaker: Speaker, chat: Chat) -> tuple[object, ...]:
        """What would have to change before it is worth another try."""
        key = self._key(chat, quiet=True)
        return (speaker.host, speaker.name, key, chat.key, chat.server_key)

    def _or_rest(self, speaker: Speaker, chat: Chat) -> Speaker:
        """The same, or this computer alone, as long as it was refused."""
        with self._lock:
            if self._refused is None or self._refused[0] != self._mark(speaker, chat):
                return speaker
            since, why = self._refused[1:]
        resting = self._clock.mono() - since < _REFUSED_S
        return Speaker(OFFLINE, resting=why) if resting else speaker

    def _claude(self, chat: Chat, model: str, key: Secret) -> Speaker:
        from omnisight_desktop.chat.providers.claude import ADDRESS, Claude

        address = self._address or ADDRESS
        host = address.split("//")[-1].split("/")[0].split(":")[0]
        speaker = Speaker(model, host, lambda: Claude(model, key, address), is_here=False)
        return self._or_rest(speaker, chat)

    def _server(self, chat: Chat) -> Speaker:
        from omnisight_desktop.chat.providers.openai_compatible import OpenAICompatible

        if not chat.server:
            why = "No server is set. Set one: omnisight settings set chat.server http://…/v1"
            return Speaker(OFFLINE, why=why)
        try:
            key = open_safe(self._paths).read(chat.server_key) if chat.server_key else None
        except SecretError as error:
            return Speaker(OFFLINE, why=str(error))
        model, address = chat.server_model, chat.server
        try:
            line = OpenAICompatible(model, address, key)
        except ValueError:
            why = f"{address} is no address. Look at chat.server in the settings."
            return Speaker(OFFLINE, why=why)
        speaker = Speaker(
            model, line.host, lambda: OpenAICompatible(model, address, key), is_here=line.is_here
        )
        return self._or_rest(speaker, chat)

    def _key(self, chat: Chat, *, quiet: bool = False) -> Secret | None:
        now, known = self._clock.mono(), self._read.get(chat.key)
        if known is not None and now - known[0] < _KEPT_S and (known[1] is not None or quiet):
            return known[1]
        try:
            key = open_safe(self._paths).read(chat.key) if chat.key else None
        except SecretError:
            self._read[chat.key] = (now, None)
            if quiet:
                return None
            raise
        self._read[chat.key] = (now, key)
        return key
