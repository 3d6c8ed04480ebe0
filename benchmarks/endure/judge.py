"""What the house says it recorded, held against the files, and against what cameras really sent."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from benchmarks.endure.account import Account, account
from benchmarks.endure.pictures import FPS, LAP, numbers_in
from omnisight_desktop.core.segment import Segment, Unrecorded


@dataclass(slots=True)
class Verdict:
    """What was found about one camera."""

    account: Account
    wrong_files: list[str] = field(default_factory=list)  # and what is wrong with them
    reasons: dict[str, float] = field(default_factory=dict)  # seconds, by why they are missing
    sent: int = 0
    kept: int = 0  # pictures that were sent, and lie in a file
    twice: int = 0  # pictures that lie in two places
    strange: int = 0  # pictures in files that were never sent
    unexplained_s: list[float] = field(default_factory=list)  # sent, not kept, and not told
    off_s: list[float] = field(
        default_factory=list
    )  # of each piece: from when its pictures were made


@dataclass(frozen=True, slots=True)
class Evidence:
    """What there is of one camera."""

    segments: Sequence[Segment]
    gaps: Sequence[Unrecorded]
    media: Path
    sent: frozenset[int]
    began: datetime  # when picture 0 was made


def judged(there: Evidence, slack_s: float) -> Verdict:
    """Add everything up; a second is told if a gap that is longer by ``slack_s`` each way holds it."""
    spans = [(one.start, one.end) for one in there.segments]
    gaps = [(one.start, one.end) for one in there.gaps if one.end > one.start]
    verdict = Verdict(account(spans, gaps), sent=len(there.sent))
    for gap in there.gaps:
        before_s = verdict.reasons.get(gap.reason, 0.0)
        verdict.reasons[gap.reason] = before_s + (gap.end - gap.start).total_seconds()
    shown: Counter[int] = Counter()
    for segment in there.segments:
        _look_into(segment, there, verdict, shown)
    verdict.kept = sum(1 for number in there.sent if shown[number])
    verdict.twice = sum(count - 1 for count in shown.values())
    verdict.strange = sum(1 for number in shown if number not in there.sent)
    verdict.unexplained_s = list(_unexplained(there, shown, gaps, slack_s))
    return verdict


def _look_into(segment: Segment, there: Evidence, verdict: Verdict, shown: Counter[int]) -> None:
    path = there.media / segment.path
    if not path.is_file():
        verdict.wrong_files.append(f"{segment.path}: it is gone")
        return
    data = path.read_bytes()
    if len(data) != segment.size_bytes or hashlib.sha256(data).hexdigest() != segment.sha256:
        verdict.wrong_files.append(f"{segment.path}: it is not what was listed")
    begun_s = (segment.start - there.began).total_seconds()
    last_s = off_s = 0.0
    for at_s, lap_number in numbers_in(path):
        number = _nearest(lap_number, (begun_s + at_s) * FPS)
        shown[number] += 1
        last_s = max(last_s, at_s)
        off_s = max(off_s, abs(number / FPS - begun_s - at_s))
    verdict.off_s.append(off_s)
    if abs(segment.duration_s - last_s - 1 / FPS) > 1:
        verdict.wrong_files.append(
            f"{segment.path}: {segment.duration_s:.1f} s are listed, and it shows {last_s:.1f} s"
        )


def _nearest(lap_number: int, about: float) -> int:
    """The picture of that number of a lap that was made nearest to a moment."""
    return lap_number + round((about - lap_number) / LAP) * LAP


def _unexplained(
    there: Evidence,
    shown: Counter[int],
    gaps: Iterable[tuple[datetime, datetime]],
    slack_s: float,
) -> Iterable[float]:
    """Pictures that were sent between the first and the last one kept, and of which nothing is said."""
    kept = sorted(shown)
    if not kept:
        return
    slack = timedelta(seconds=slack_s)
    told = [(start - slack, end + slack) for start, end in gaps]
    for number in sorted(there.sent):
        if kept[0] < number < kept[-1] and not shown[number]:
            moment = there.began + timedelta(seconds=number / FPS)
            if not any(start <= moment <= end for start, end in told):
                yield number / FPS


def moment_of(seconds: float) -> datetime:
    """Seconds since 1970 as a moment."""
    return datetime.fromtimestamp(seconds, UTC)
