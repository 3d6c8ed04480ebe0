"""Whether pieces and gaps add up: every second is recorded or told as missing, and none twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

Span = tuple[datetime, datetime]


@dataclass(frozen=True, slots=True)
class Account:
    """What became of the time of one camera, in seconds."""

    whole_s: float  # from its first picture to its last
    recorded_s: float
    missing_s: float  # and told so
    untold: tuple[float, ...]  # the lengths of what is neither
    doubled: tuple[float, ...]  # of what two pieces claim
    excused_s: float  # told as missing, and recorded all the same

    @property
    def apart_s(self) -> float:
        """By how much the sum differs from the whole."""
        return abs(self.whole_s - self.recorded_s - self.missing_s)


def account(pieces: Iterable[Span], gaps: Iterable[Span]) -> Account:
    """Add up what was recorded and what was told as missing."""
    recorded, missing = sorted(pieces), sorted(gaps)
    if not recorded:
        return Account(0, 0, 0, (), (), 0)
    begin, end = recorded[0][0], max(until for _, until in recorded)
    joined, told = list(_joined(recorded)), list(_joined(missing))
    told = [(max(a, begin), min(b, end)) for a, b in told if a < end and b > begin]
    everything = list(_joined(sorted([*joined, *told])))
    untold = tuple(
        (b[0] - a[1]).total_seconds() for a, b in zip(everything, everything[1:], strict=False)
    )
    doubled = tuple(
        (min(a[1], b[1]) - b[0]).total_seconds()
        for a, b in zip(recorded, recorded[1:], strict=False)
        if b[0] < a[1]
    )
    excused_s = _length_s(joined) + _length_s(told) - _length_s(everything)
    whole_s = (end - begin).total_seconds()
    return Account(whole_s, _length_s(joined), _length_s(told), untold, doubled, excused_s)


def _joined(spans: Sequence[Span]) -> Iterator[Span]:
    """Spans in their order, those that touch as one."""
    open_span: Span | None = None
    for start, end in spans:
        if open_span is None:
            open_span = (start, end)
        elif start <= open_span[1]:
            open_span = (open_span[0], max(open_span[1], end))
        else:
            yield open_span
            open_span = (start, end)
    if open_span is not None:
        yield open_span


def _length_s(spans: Sequence[Span]) -> float:
    return sum((end - start).total_seconds() for start, end in spans)
