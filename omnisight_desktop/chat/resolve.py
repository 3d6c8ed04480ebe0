"""Names, zones and times as a model writes them, to what exists here; what does not is said in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, timedelta, tzinfo

from omnisight_desktop.chat.understanding.language import fold, language_of, normal
from omnisight_desktop.chat.understanding.link import distance
from omnisight_desktop.chat.understanding.query import Known, Span
from omnisight_desktop.chat.understanding.times import read_times
from omnisight_desktop.core.clock import utc
from omnisight_desktop.core.errors import UsageError

_SHORT = 4


class Resolver:
    """Knows what there is, what time it is, and where."""

    def __init__(self, known: Known, now: datetime, zone: tzinfo) -> None:
        self._known = known
        self._now = now
        self._zone = zone

    def people(self, names: Iterable[str]) -> tuple[str, ...]:
        """Their ids."""
        return self._ids(names, self._known.people, "nobody called", "Known are")

    def cameras(self, names: Iterable[str]) -> tuple[str, ...]:
        """Their ids."""
        return self._ids(names, self._known.cameras, "no camera called", "There are")

    def zones(self, names: Iterable[str]) -> tuple[str, ...]:
        """As they are written here."""
        there = {zone: zone for zone in self._known.zones}
        return self._ids(names, there, "no zone called", "There are")

    def labels(self, names: Iterable[str]) -> tuple[str, ...]:
        """Kinds of things, whether or not any was ever seen."""
        there = {_even(label): label for label in self._known.labels | self._known.gestures}
        told = (_even(name) for name in names if name.strip())
        return tuple(dict.fromkeys(there.get(name, name) for name in told))

    def span(self, when: str, since: str = "", until: str = "") -> Span | None:
        """A stretch of time: words such as 'last night', or two moments; None for always."""
        if since or until:
            first = self.moment(since) if since else datetime(2, 1, 3, tzinfo=UTC)
            last = self.moment(until) if until else self._now
            return self._insist_past(Span(first, last, _between(since, until)))
        if not when.strip():
            return None
        spoken = language_of(when)
        text = normal(when, spoken)
        told = read_times(text, self._now.astimezone(self._zone), spoken)
        if told.span is None and (told.trouble or told.rest.strip(" #")):
            raise UsageError(
                f"'{when}' is no time that can be looked up.",
                fix="Give since and until as ISO moments, such as 2026-05-03T14:00.",
            )
        return self._insist_past(told.span) if told.span else None

    def moment(self, text: str) -> datetime:
        """An ISO moment; where it names no zone, it is one of the home's."""
        try:
            moment = datetime.fromisoformat(text.strip())
            return utc(moment if moment.tzinfo else moment.replace(tzinfo=self._zone))
        except (ValueError, OverflowError) as error:  # the first and the last year end elsewhere
            raise UsageError(
                f"'{text}' is no moment.", fix="Write it as 2026-05-03T14:00."
            ) from error

    def _insist_past(self, span: Span) -> Span:
        if span.since > self._now:
            raise UsageError("That lies in the future, and nobody has seen it yet.")
        first = self._known.first
        if first is not None and span.until <= first - timedelta(days=1):
            local = first.astimezone(self._zone)
            raise UsageError(f"Nothing was recorded before {local:%Y-%m-%d}.")
        if span.since >= span.until:
            raise UsageError("That time ends before it begins.")
        return span

    def _ids(
        self, names: Iterable[str], there: Mapping[str, str], none: str, known: str
    ) -> tuple[str, ...]:
        found: list[str] = []
        for name in names:
            if not name.strip():
                continue
            if name in there.values():
                found.append(name)
                continue
            found.append(_one(name, there, f"I have {none} {name}", known))
        return tuple(dict.fromkeys(found))


def _even(label: str) -> str:
    return fold(label).strip().replace(" ", "_")


def _one(name: str, there: Mapping[str, str], none: str, known: str) -> str:
    wanted = fold(name).strip()
    folded = {fold(one): key for one, key in there.items()}
    if wanted in folded:
        return folded[wanted]
    near = {key: one for one, key in there.items() if wanted in fold(one).split()}
    if not near and len(wanted) >= _SHORT:
        near = {key: one for one, key in there.items() if distance(wanted, fold(one)) <= 1}
    if len(near) == 1:
        return next(iter(near))
    if near:
        raise UsageError(f"Several are called {name}: {', '.join(sorted(near.values()))}.")
    raise UsageError(f"{none}. {known}: {', '.join(sorted(there)) or 'none yet'}.")


def _between(since: str, until: str) -> str:
    return " ".join(
        filter(None, (f"from {since}" if since else "", f"until {until}" if until else ""))
    )
