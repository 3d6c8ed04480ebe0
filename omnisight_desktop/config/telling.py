"""Who is told what, and when not: the channels by which messages leave the house."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, Strict, StringConstraints, model_validator

from omnisight_desktop.config.sections import Section

_TIME = r"^$|^([01][0-9]|2[0-3]):[0-5][0-9]$"
_PLACE = r"^(keyring|file):[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$|^env:[A-Za-z_][A-Za-z0-9_]{0,127}$"
_WORD = r"^[^\s\x00-\x1f\x7f]([^\x00-\x1f\x7f]*[^\s\x00-\x1f\x7f])?$"

#: So that the name of its secret is none too long.
NAME = r"^[A-Za-z0-9][A-Za-z0-9_.-]{0,47}$"

_Word = Annotated[str, StringConstraints(pattern=_WORD, max_length=100)]
_Words = Annotated[tuple[_Word, ...], Strict(False)]


class Channel(Section):
    """One way out: where it leads, what goes by it, and when nothing does."""

    name: str = Field(description="A short name.", pattern=NAME)
    address: str = Field(
        description="Where its address lies, for that holds a password; never the address itself.",
        pattern=_PLACE,
    )
    kinds: _Words = Field(
        (), description="Kinds of events and of things; nothing for each story's beginning."
    )
    cameras: _Words = Field((), description="Cameras, by name or id; nothing for all of them.")
    people: _Words = Field(
        (), description="People, by name or id, or 'strangers'; nothing for whoever it is."
    )
    quiet_from: str = Field("", description="Nothing is told from this time, 22:00.", pattern=_TIME)
    quiet_until: str = Field("", description="Until this time, 07:00.", pattern=_TIME)
    cool_down_s: float = Field(
        60.0,
        description="Seconds for which the same kind of thing at the same camera is not told again.",
        ge=0,
        le=86_400,
    )
    most_per_hour: int = Field(
        20, description="So many messages go in any hour at most.", ge=1, le=1000
    )
    picture: bool = Field(True, description="Whether a picture of what was seen goes along.")

    @model_validator(mode="after")
    def _quiet_hours_have_two_ends(self) -> Channel:
        if bool(self.quiet_from) != bool(self.quiet_until):
            raise ValueError("quiet hours need both quiet_from and quiet_until")
        if self.quiet_from and self.quiet_from == self.quiet_until:
            raise ValueError("quiet_from and quiet_until are the same")
        return self


class Notify(Section):
    """Messages about what happens, to telephones and other programs."""

    channels: Annotated[tuple[Channel, ...], Strict(False)] = Field(
        (),
        title="Channels",
        description="Who is told; see 'omnisight notify'.",
        max_length=50,
    )

    @model_validator(mode="after")
    def _names_differ(self) -> Notify:
        names = [channel.name.casefold() for channel in self.channels]
        if len(set(names)) < len(names):
            raise ValueError("notify.channels has two of the same name")
        return self
