"""What a request may cost and has cost: the day's budget holds before anything is sent."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, tzinfo

from omnisight_desktop.chat.providers.port import Prompt, Usage
from omnisight_desktop.config.sections import Chat

_MILLION = 1_000_000
#: US dollars for a million tokens read and written, by the family of a model.
_PRICES = (("haiku", (1.0, 5.0)), ("sonnet", (3.0, 15.0)), ("opus", (5.0, 25.0)))
#: Of a family that is not known here, no less is taken to be spent.
_DEAREST = (15.0, 75.0)
_FROM_CACHE, _TO_CACHE = 0.1, 1.25  # of the price of what is read
_LETTERS_A_TOKEN = 2.5  # fewer than there mostly are: what is guessed is no less than the truth
_PICTURE = 1600  # tokens


@dataclass(frozen=True, slots=True)
class Price:
    """US dollars for a million tokens."""

    read: float
    written: float

    def micro_usd(self, usage: Usage) -> int:
        """What a request has cost, in millionths of a dollar."""
        read = usage.read + _FROM_CACHE * usage.from_cache + _TO_CACHE * usage.to_cache
        return round(read * self.read + usage.written * self.written)

    def most_micro_usd(self, prompt: Prompt) -> int:
        """What a request can cost at most."""
        read = guessed(prompt)
        return round(_TO_CACHE * read * self.read + prompt.most_words * self.written)


FREE = Price(0.0, 0.0)


def price_of(model: str, settings: Chat) -> Price:
    """The price of a model: as the settings say, as it is known here, or else a careful guess."""
    read, written = next((p for family, p in _PRICES if family in model), _DEAREST)
    return Price(settings.usd_read or read, settings.usd_written or written)


def guessed(prompt: Prompt) -> int:
    """How many tokens a prompt is, rather more than fewer."""
    letters = len(prompt.system)
    pictures = 0
    for tool in prompt.tools:
        letters += len(tool.words) + len(str(tool.schema))
    for part in prompt.parts:
        letters += len(part.text) + sum(len(str(call.arguments)) for call in part.calls)
        letters += sum(len(result.text) for result in part.results) + len(str(part.own or ""))
        pictures += sum(result.picture is not None for result in part.results)
    return round(letters / _LETTERS_A_TOKEN) + pictures * _PICTURE


def day_began(now: datetime, zone: tzinfo) -> datetime:
    """The midnight before, as the wall shows it."""
    return now.astimezone(zone).replace(hour=0, minute=0, second=0, microsecond=0)
