"""The verbs over channels: which there are, adding and removing one, trying one out, what was told."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, tzinfo
from typing import Any

from omnisight_desktop.config import save
from omnisight_desktop.config.accept import plain
from omnisight_desktop.config.load import load, open_safe
from omnisight_desktop.config.paths import Paths
from omnisight_desktop.config.secrets import Kept, Place, Reference, Secret
from omnisight_desktop.config.telling import Channel as Rule
from omnisight_desktop.core.clock import Clock, LocalZone
from omnisight_desktop.core.errors import NotFound, OmniSightError, SecretError, UsageError
from omnisight_desktop.notify.channel import Channel
from omnisight_desktop.notify.message import trial
from omnisight_desktop.notify.open import open_channel
from omnisight_desktop.services.keeper import Keeper
from omnisight_desktop.storage.notifications import NotificationArchive
from omnisight_desktop.storage.records import LedgerEntry, Notification

_KEY = "notify.channels"
_PREFIX = "notify-"


@dataclass(frozen=True, slots=True)
class Added:
    """A channel that was added, and where its address lies."""

    rule: Rule
    kept: Kept


@dataclass(frozen=True, slots=True)
class Gone:
    """A channel that was removed, with what it takes to have it back."""

    rule: Rule
    address: Secret | None


class Channels:
    """The channels of one installation."""

    def __init__(
        self,
        paths: Paths,
        notes: NotificationArchive,
        keeper: Keeper,
        clock: Clock,
        zone: tzinfo | None = None,
    ) -> None:
        self._paths = paths
        self._notes = notes
        self._keeper = keeper
        self._clock = clock
        self._zone = zone or LocalZone()

    def all(self) -> tuple[Rule, ...]:
        """Every channel there is."""
        return load(self._paths).notify.channels

    def get(self, name: str) -> Rule:
        """One channel, by its name."""
        found = next((r for r in self.all() if r.name.casefold() == name.casefold()), None)
        if found is None:
            raise NotFound(f"There is no channel '{name}'.", fix="See 'omnisight notify list'.")
        return found

    def add(self, name: str, address: str, **options: Any) -> Added:
        """Tell somebody from now on. Its address goes to where secrets lie."""
        if any(rule.name.casefold() == name.casefold() for rule in self.all()):
            raise UsageError(
                f"There is a channel '{name}' already.",
                fix=f"Take another name, or first run 'omnisight notify remove {name}'.",
            )
        open_channel(address)  # refuses what nobody understands
        told = {"name": name, "address": f"{Place.KEYRING}:{_secret(name)}", **options}
        rows = [plain(rule) for rule in self.all()]
        # Once with a stand-in: what is refused must leave no secret behind.
        save.change(self._paths, _KEY, [*rows, told])
        try:
            kept = open_safe(self._paths).keep(_secret(name), Secret(address))
            told["address"] = str(kept.reference)
            save.change(self._paths, _KEY, [*rows, told])
        except OmniSightError:
            save.change(self._paths, _KEY, rows)
            raise
        return Added(self.get(name), kept)

    def change(self, name: str, **options: Any) -> Rule:
        """Change what it is told and when; its name and its address stay."""
        known = self.get(name)
        rows = [plain(rule) | (options if rule == known else {}) for rule in self.all()]
        save.change(self._paths, _KEY, rows)
        return self.get(known.name)

    def remove(self, name: str) -> Gone:
        """Tell them no more, and forget the address; what is returned can be put back."""
        gone = self.get(name)
        address: Secret | None = None
        with suppress(OmniSightError):
            address = open_safe(self._paths).read(gone.address)
        save.change(self._paths, _KEY, [plain(rule) for rule in self.all() if rule != gone])
        reference = Reference.parse(gone.address)
        if reference.place is not Place.ENVIRONMENT and reference.name == _secret(gone.name):
            open_safe(self._paths).forget(reference.name)
        return Gone(gone, address)

    def put_back(self, gone: Gone) -> Rule:
        """Tell those again who were removed."""
        told = plain(gone.rule)
        reference = Reference.parse(gone.rule.address)
        if gone.address is not None and reference.name == _secret(gone.rule.name):
            rest = {key: value for key, value in told.items() if key not in ("name", "address")}
            return self.add(gone.rule.name, gone.address.reveal(), **rest).rule
        save.change(self._paths, _KEY, [*(plain(rule) for rule in self.all()), told])
        return self.get(gone.rule.name)

    def test(self, name: str) -> str:
        """Send a message to one channel now; where it went. Raises why it was not accepted."""
        rule = self.get(name)
        return self._try(rule.name, self.open(rule))

    def try_out(self, name: str, address: str) -> str:
        """The same for an address that is not kept yet."""
        return self._try(name, open_channel(address))

    def _try(self, name: str, channel: Channel) -> str:
        now = self._clock.now()
        message = trial(name, now, self._zone)
        outcome = "taken"
        try:
            channel.send(message)
        except OmniSightError as error:
            outcome = error.reason
            raise
        finally:
            entry = LedgerEntry(
                now, channel.destination, "notification", message.size_bytes(), 0,
                f"{name}, trial: {outcome}",
            )  # fmt: skip
            # Whoever only reads cannot note it; that is no reason not to find out whether it works.
            with suppress(OmniSightError):
                self._keeper.commit(entry)
        return channel.destination

    def log(self, name: str | None = None, limit: int = 50) -> list[Notification]:
        """What was told or not, and why, newest first; also by a channel that is no more."""
        return self._notes.newest(name, limit)

    def open(self, rule: Rule) -> Channel:
        """The way that a channel's address leads."""
        secret = open_safe(self._paths).read(rule.address)
        if secret is None:
            where = "the keyring" if rule.address.startswith(Place.KEYRING) else rule.address
            raise SecretError(
                f"The address of channel '{rule.name}' cannot be read from {where}.",
                fix="Unlock it, or remove the channel and add it anew.",
            )
        return open_channel(secret.reveal())

    def destination(self, rule: Rule) -> str | None:
        """Where a channel leads, as anybody may read it; None where its address cannot be read."""
        try:
            return self.open(rule).destination
        except OmniSightError:
            return None


def rules_of(paths: Paths, first: tuple[Rule, ...]) -> Callable[[], tuple[Rule, ...]]:
    """The channels as they stand, looked up again whenever the settings file was changed.

    A file that cannot be read leaves those of before in place.
    """
    seen: tuple[int, int] | None = _stamp(paths)
    rules = first

    def look() -> tuple[Rule, ...]:
        nonlocal seen, rules
        now = _stamp(paths)
        if now != seen:
            seen = now
            with suppress(OmniSightError):
                rules = load(paths).notify.channels
        return rules

    return look


def channel_json(rule: Rule, destination: str | None) -> dict[str, Any]:
    """A channel in the shape that programs rely on; without its address."""
    return {
        "name": rule.name,
        "destination": destination,
        "address": rule.address,
        "kinds": list(rule.kinds),
        "cameras": list(rule.cameras),
        "people": list(rule.people),
        "quiet": {"from": rule.quiet_from, "until": rule.quiet_until} if rule.quiet_from else None,
        "cool_down_s": rule.cool_down_s,
        "most_per_hour": rule.most_per_hour,
        "picture": rule.picture,
    }


def note_json(note: Notification) -> dict[str, Any]:
    """A message in the shape that programs rely on."""
    return {
        "event": note.event,
        "channel": note.channel,
        "state": note.state.value,
        "at": _iso(note.created),
        "tries": note.attempts,
        "next": _iso(note.due) if note.state == "waiting" else None,
        "sent": _iso(note.sent),
        "reason": note.reason or None,
    }


def _iso(moment: datetime | None) -> str | None:
    return None if moment is None else moment.isoformat()


def _secret(name: str) -> str:
    return f"{_PREFIX}{name}"


def _stamp(paths: Paths) -> tuple[int, int] | None:
    try:
        found = paths.settings_file.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size
