"""Every request to a language model: asked for within the budget, written to the ledger with its bytes."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import tzinfo

from omnisight_desktop.chat.budget import FREE, Price, day_began, price_of
from omnisight_desktop.chat.providers.port import LanguageModel, Prompt, Traffic
from omnisight_desktop.core.errors import LanguageModelError
from omnisight_desktop.services.house import House
from omnisight_desktop.storage.records import LedgerEntry

PURPOSE = "chat"


@dataclass(frozen=True, slots=True)
class Left:
    """What left this computer for an answer, and where it went."""

    to: str = ""
    requests: int = 0
    bytes_out: int = 0
    bytes_in: int = 0
    pictures: int = 0
    micro_usd: int = 0


@dataclass
class Account:
    """What one answer takes; ``left`` is what left this computer for it so far."""

    house: House
    model: LanguageModel
    zone: tzinfo
    left: Left = field(default_factory=Left)

    def __post_init__(self) -> None:
        chat = self.house.settings.chat
        self._price: Price = FREE if self.model.is_here else price_of(self.model.name, chat)
        self._most = round(chat.daily_budget_usd * 1_000_000)
        self._held: str | None = None

    def insist(self, prompt: Prompt) -> None:
        """Set aside what a request can cost at most; refuse it where the budget of the day is not
        enough for that beside all others that are on their way."""
        needed = self._price.most_micro_usd(prompt)
        if not needed:
            return
        began = day_began(self.house.clock.now(), self.zone)
        self._held = self.house.talks.hold(needed, self._most, began)
        if self._held is None:
            raise LanguageModelError(
                "The budget of today is used up.",
                fix="It begins anew at midnight; or raise chat.daily_budget_usd.",
            )

    def note(self, traffic: Traffic, pictures: int, outcome: str, prompt: Prompt) -> None:
        """Write down what went over the line, and free what was set aside for it; where that cannot
        be done, nothing more is sent."""
        if traffic.bytes_out:
            self._write(traffic, pictures, outcome, prompt)
        if self._held is not None:
            self.house.talks.release(self._held)
            self._held = None

    def _write(self, traffic: Traffic, pictures: int, outcome: str, prompt: Prompt) -> None:
        usage = traffic.usage
        cost = self._price.micro_usd(usage)
        if not usage.total_read and (traffic.begun or outcome == "cut"):
            # It was read over there, and nobody told us how much that was.
            cost = self._price.most_micro_usd(prompt)
        left = self.left
        self.left = Left(
            self.model.host,
            left.requests + 1,
            left.bytes_out + traffic.bytes_out,
            left.bytes_in + traffic.bytes_in,
            left.pictures + pictures,
            left.micro_usd + cost,
        )
        detail = (
            f"{self.model.name}: {usage.total_read} tokens read, "
            f"{usage.written} written, {pictures} pictures, {outcome}"
        )
        now = self.house.clock.now()
        self.house.talks.note(
            LedgerEntry(
                now, self.model.host, PURPOSE, traffic.bytes_out, traffic.bytes_in, detail, cost
            )
        )
