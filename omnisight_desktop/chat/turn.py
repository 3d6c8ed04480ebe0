"""One turn with a language model: it asks the house, is answered, and says what holds."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from functools import partial
from typing import Protocol

from omnisight_desktop.chat.account import Account
from omnisight_desktop.chat.proof import Sentence, Sieve
from omnisight_desktop.chat.providers.port import (
    Ending,
    LanguageModel,
    Part,
    Prompt,
    Reply,
    Result,
    Role,
    Traffic,
)
from omnisight_desktop.chat.toolbox import Toolbox
from omnisight_desktop.chat.tools import TOOLS
from omnisight_desktop.core.errors import LanguageModelBusy, LanguageModelError
from omnisight_desktop.flow.errand import aside
from omnisight_desktop.flow.worker import Backoff

_MOST_ROUNDS = 10
_TRIES = 4
_LONGEST_WAIT_S = 20.0
_PATIENCE = Backoff(first_s=0.5, most_s=8.0)
_AGAIN = (
    "Nothing of that can be shown: {why}. Say it again, each sentence with the marks of what it "
    "rests on, such as [E1] or [S1], and with nothing else in it."
)


class Listener(Protocol):
    """Whoever waits for an answer."""

    def step(self, tool: str) -> object:
        """The house looks something up."""
        ...

    def sentence(self, sentence: Sentence) -> object:
        """Something that holds was said."""
        ...

    def anew(self) -> object:
        """What was said so far is said again from the beginning."""
        ...


@dataclass
class Silent:
    """Somebody who waits for the whole answer."""

    def step(self, tool: str) -> None:
        """Takes no notice."""

    def sentence(self, sentence: Sentence) -> None:
        """Takes no notice."""

    def anew(self) -> None:
        """Takes no notice."""


@dataclass
class Exchange:
    """A turn as it goes on. ``before`` are the turns of the conversation up to here."""

    model: LanguageModel
    box: Toolbox
    account: Account
    system: str
    parts: list[Part]
    asked: str
    listener: Listener = field(default_factory=Silent)
    patience: Backoff = _PATIENCE
    sieve: Sieve = field(init=False)

    def __post_init__(self) -> None:
        self.sieve = Sieve(self.box.shown, self.asked, self.box.called)

    async def go(self) -> None:
        """Until there is an answer that holds, or it is clear that there will be none."""
        warned = False
        for _ in range(_MOST_ROUNDS):
            reply = await self._reply()
            if reply.calls:
                self.sieve.forget()
                await self._do(reply)
                continue
            if reply.ending is Ending.DECLINED:
                raise LanguageModelError(f"{self.model.name} declined to answer.")
            if self.sieve.told or self.sieve.questions:
                return
            if warned:
                break
            warned = True
            why = self.sieve.refused[0].why if self.sieve.refused else "there were no words in it"
            self.parts.append(Part(Role.MODEL, reply.text or "-", own=reply.own or None))
            self.parts.append(Part(Role.USER, _AGAIN.format(why=why)))
        raise LanguageModelError(f"{self.model.name} came to no answer that it could prove.")

    async def _do(self, reply: Reply) -> None:
        results: list[Result] = []
        for call in reply.calls:
            self.listener.step(call.tool)
            # A search may take seconds, and the turn may be stopped meanwhile.
            results.append(await aside(partial(self.box.do, call)))
        self.parts.append(Part(Role.MODEL, reply.text, reply.calls, own=reply.own))
        self.parts.append(Part(Role.USER, results=tuple(results)))

    async def _reply(self) -> Reply:
        """One reply; a line that is busy or cut is tried again, for a while."""
        for failures in range(1, _TRIES + 1):
            try:
                return await self._once()
            except LanguageModelBusy as busy:
                wait_s = self.patience.wait_s(failures) if busy.after_s is None else busy.after_s
                if failures == _TRIES or wait_s > _LONGEST_WAIT_S:
                    raise
                if self.sieve.told or self.sieve.refused:
                    self.sieve = Sieve(self.box.shown, self.asked, self.box.called)
                    self.listener.anew()
                self.sieve.forget()
                await asyncio.sleep(wait_s)
        raise AssertionError("unreachable")

    async def _once(self) -> Reply:
        prompt = Prompt(self.system, TOOLS, tuple(self.parts))
        self.account.insist(prompt)
        traffic, outcome = Traffic(), "cut"
        pictures = sum(r.picture is not None for part in self.parts for r in part.results)
        try:
            reply = await self.model.reply(prompt, self._hear, traffic)
            outcome = "answered"
        except LanguageModelError:
            outcome = "failed"
            raise
        finally:
            self.account.note(traffic, pictures, outcome, prompt)
        if not reply.calls:
            self._tell(self.sieve.close())
        return reply

    def _hear(self, text: str) -> None:
        self._tell(self.sieve.hear(text))

    def _tell(self, fresh: list[Sentence]) -> None:
        for sentence in fresh:
            self.listener.sentence(sentence)
