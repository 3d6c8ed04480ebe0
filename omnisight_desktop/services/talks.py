"""Conversations as they are remembered, and what left this computer for them."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import datetime
from typing import Any

from omnisight_desktop.core.clock import Clock, from_ms, to_ms
from omnisight_desktop.core.errors import NotFound, UsageError
from omnisight_desktop.core.ids import IdSource
from omnisight_desktop.services.keeper import Keeper
from omnisight_desktop.storage.records import Conversation, LedgerEntry, Message
from omnisight_desktop.storage.talks import TalkArchive

_PURPOSE = "chat"
_LONGEST_TITLE = 80
_HELD_S = 900.0  # what was set aside for a request that nobody heard of again is free after that


class Talks:
    """The conversations of one installation."""

    def __init__(self, archive: TalkArchive, keeper: Keeper, clock: Clock) -> None:
        self._archive = archive
        self._keeper = keeper
        self._clock = clock
        self._ask: Callable[[str, Any], Any] | None = None
        self._lock = threading.Lock()
        self._holds: dict[str, tuple[int, float]] = {}  # how much, and since when

    def through(self, ask: Callable[[str, Any], Any]) -> None:
        """Have the owner of the data folder keep things, who answers to ``talks``."""
        self._ask = ask

    def newest(self, limit: int = 50) -> list[Conversation]:
        """The conversations that began last, first."""
        return self._archive.newest(limit)

    def get(self, conversation: str) -> Conversation:
        """One conversation."""
        found = self._archive.get(conversation)
        if found is None:
            raise NotFound(f"There is no conversation '{conversation}'.")
        return found

    def messages(self, conversation: str) -> list[Message]:
        """What was said in it, in its order."""
        return self._archive.messages(conversation)

    def spent(self, since: datetime) -> int:
        """What answers have cost since then, in millionths of a US dollar."""
        return self._archive.spent(_PURPOSE, since)

    def hold(self, micro_usd: int, most: int, since: datetime) -> str | None:
        """Set so much aside for a request, so that several at once do not spend the same money; none
        where no more than ``most`` may be spent since then and that would be more."""
        if self._ask is not None:
            told = {"hold": micro_usd, "most": most, "since": to_ms(since)}
            return self._ask("talks", told)["held"] or None
        with self._lock:
            now = self._clock.mono()
            self._holds = {k: v for k, v in self._holds.items() if now - v[1] < _HELD_S}
            aside = sum(amount for amount, _ in self._holds.values())
            if self.spent(since) + aside + micro_usd > most:
                return None
            held = IdSource("H").next(to_ms(self._clock.now()))
            self._holds[held] = (micro_usd, now)
            return held

    def release(self, held: str) -> None:
        """What was set aside is free again: it was not needed, or stands in the ledger by now."""
        if self._ask is not None:
            self._ask("talks", {"release": held})
            return
        with self._lock:
            self._holds.pop(held, None)

    def ledger(self, limit: int = 100) -> list[LedgerEntry]:
        """The newest requests that left for an answer."""
        return self._archive.ledger(_PURPOSE, limit)

    def note(self, entry: LedgerEntry) -> None:
        """Write down what left this computer, before this returns."""
        if self._ask is not None:
            self._ask("talks", {"ledger": _entry_json(entry)})
            return
        self._keeper.commit(entry)

    def keep_turn(self, conversation: str | None, question: Message, answer: Message) -> str:
        """Keep a question and its answer, both or neither; the conversation they belong to."""
        if self._ask is not None:
            told = {
                "conversation": conversation,
                "turn": [_message_json(question), _message_json(answer)],
            }
            return str(self._ask("talks", told)["conversation"])
        fresh: list[Any] = []
        now_ms = to_ms(self._clock.now())
        if conversation is None:
            conversation = IdSource("T").next(now_ms)
            title = question.text.strip()[:_LONGEST_TITLE] or "?"
            fresh.append(Conversation(conversation, title, question.at))
        ids, turn = IdSource("M"), []
        for place, message in enumerate((question, answer)):
            turn.append(
                Message(
                    ids.next(now_ms), conversation, message.role, message.text, message.at,
                    message.cited, message.told, place,
                )
            )  # fmt: skip
        self._keeper.commit(*fresh, *turn, together=True)
        return conversation

    def forget(self, conversation: str) -> None:
        """Erase a conversation and all that was said in it."""
        self.get(conversation)
        if self._ask is not None:
            self._ask("talks", {"forget": conversation})
            return
        said = [message.id for message in self.messages(conversation)]
        self._keeper.erase("message", said)
        self._keeper.erase("conversation", [conversation])

    def answer(self, told: Any) -> dict[str, Any]:
        """Do what another program asks of the owner."""
        if "ledger" in told:
            self.note(_entry(told["ledger"]))
            return {}
        if "hold" in told:
            held = self.hold(int(told["hold"]), int(told["most"]), from_ms(told["since"]))
            return {"held": held or ""}
        if "release" in told:
            self.release(str(told["release"]))
            return {}
        if "forget" in told:
            self.forget(str(told["forget"]))
            return {}
        if "turn" in told:
            question, answer = (_message(one) for one in told["turn"])
            return {"conversation": self.keep_turn(told.get("conversation"), question, answer)}
        raise UsageError("Nobody knows how to keep that.")


def _entry_json(e: LedgerEntry) -> dict[str, Any]:
    return {
        "at": to_ms(e.at),
        "destination": e.destination,
        "purpose": e.purpose,
        "bytes_out": e.bytes_out,
        "bytes_in": e.bytes_in,
        "detail": e.detail,
        "micro_usd": e.micro_usd,
    }


def _entry(told: dict[str, Any]) -> LedgerEntry:
    return LedgerEntry(**{**told, "at": from_ms(told["at"])})


def _message_json(m: Message) -> dict[str, Any]:
    return {"role": m.role, "text": m.text, "at": to_ms(m.at), "cited": m.cited, "told": m.told}


def _message(told: dict[str, Any]) -> Message:
    at, cited = from_ms(told["at"]), tuple(told["cited"])
    return Message("", "", told["role"], told["text"], at, cited, told["told"])
