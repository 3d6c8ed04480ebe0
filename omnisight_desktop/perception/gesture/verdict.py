"""What is to be said of a take as soon as it was shown: whether it can be learnt from, and if not, why."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from omnisight_desktop.core.gesture import Joint, Take
from omnisight_desktop.perception.gesture.describe import RATE_HZ
from omnisight_desktop.perception.gesture.features import body_frame, resampled

SHORTEST_S, LONGEST_S = 0.4, 10.0
_LEAST_FRAMES = 5
_MOST_FRAMES = 3000  # at whatever rate; what is more was no gesture
_LEAST_SEEN = 0.6  # of its pictures
_VISIBLE = 0.5
_LEAST_SPEED = 0.35  # trunk lengths a second; who is slower stands still
_SHARE_OF_SPEED = 0.15
_MARGIN_S = 0.15
_FARTHEST_PX = 1e6


class Fault(StrEnum):
    """What is wrong with a take, in a word for programs."""

    NOBODY = "nobody"
    SEVERAL = "several"
    SHORT = "too_short"
    LONG = "too_long"
    STILL = "still"
    HALF = "half_seen"
    ARM = "arm_not_visible"
    DIFFERS = "differs"
    BROKEN = "broken"


@dataclass(frozen=True, slots=True)
class Verdict:
    """One take, judged. ``take`` is the part of it in which something moves."""

    take: Take | None
    fault: Fault | None = None
    reason: str = ""
    fix: str = ""

    @property
    def good(self) -> bool:
        """Whether it can be learnt from."""
        return self.fault is None


def judged(take: Take) -> Verdict:
    """A take on its own."""
    for look in (_broken, _unseen, _endless):
        found = look(take)
        if found is not None:
            return found
    steady = resampled(take, RATE_HZ)
    hidden = _hidden(steady)
    if hidden is not None:
        return hidden  # and if it moves, nobody sees it
    first_s, last_s, moved = moving_part(steady)
    if not moved:
        return _bad(Fault.STILL, "Nothing moves in it.", "Make the movement larger, or quicker.")
    offset_s = _first_seen_s(take)
    part = _between(take, first_s + offset_s, last_s + offset_s)
    return _misjudged_length(part) or Verdict(part)


def moving_part(steady: Take) -> tuple[float, float, bool]:
    """From when to when something moves in a take of an even pace, and whether anything does."""
    places = body_frame(steady.points)
    arms = places[:, [Joint.LEFT_WRIST, Joint.RIGHT_WRIST, Joint.LEFT_ELBOW, Joint.RIGHT_ELBOW]]
    legs = places[:, [Joint.NOSE, Joint.LEFT_KNEE, Joint.RIGHT_KNEE]]
    if len(steady) < 3:
        return 0.0, steady.length_s, False
    step_s = float(steady.times_s[1] - steady.times_s[0])
    joints = np.concatenate([arms, legs], axis=1)[..., :2]
    speed = np.linalg.norm(np.gradient(joints, axis=0), axis=2).max(axis=1) / step_s
    calm = np.convolve(np.pad(speed, 1, mode="edge"), np.ones(3) / 3, mode="valid")
    peak = float(np.percentile(calm, 95))
    moving = np.flatnonzero(calm > max(_LEAST_SPEED / 2, _SHARE_OF_SPEED * peak))
    if peak < _LEAST_SPEED or not len(moving):
        return 0.0, steady.length_s, False
    first = max(0.0, float(steady.times_s[moving[0]]) - _MARGIN_S)
    return first, min(steady.length_s, float(steady.times_s[moving[-1]]) + _MARGIN_S), True


def _broken(take: Take) -> Verdict | None:
    """The numbers mean nothing."""
    if not len(take):
        return _bad(Fault.NOBODY, "It holds no pictures.", "Show the movement once more.")
    times = np.asarray(take.times_s)
    if not np.isfinite(times).all() or (np.diff(times) <= 0).any():
        return _bad(Fault.BROKEN, "Its times do not go forward.", "Record it anew.")
    seen = np.isfinite(take.points).all(axis=(1, 2))
    if seen.any() and np.abs(take.points[seen][..., :3]).max() > _FARTHEST_PX:
        return _bad(Fault.BROKEN, "Its points lie nowhere near a picture.", "Record it anew.")
    return None


def _unseen(take: Take) -> Verdict | None:
    """Nobody is seen, or not for long enough."""
    seen = np.isfinite(take.points).all(axis=(1, 2))
    if not seen.any():
        fix = "Stand so that head, shoulders and hands are seen."
        return _bad(Fault.NOBODY, "Nobody is seen in it.", fix)
    if len(take) == 1:
        fix = "A gesture is a movement: show it from its start."
        return _bad(Fault.SHORT, "It is a single picture.", fix)
    if seen.mean() < _LEAST_SEEN:
        return _bad(
            Fault.HALF,
            f"Somebody is seen in only {seen.mean():.0%} of its pictures.",
            "Step back, or bring more light, so that you are seen all the time.",
        )
    return None


def _endless(take: Take) -> Verdict | None:
    """So much that nobody need even look for the movement in it."""
    if take.length_s <= 6 * LONGEST_S and len(take) <= _MOST_FRAMES:
        return None
    return _bad(
        Fault.LONG,
        f"It is too long: {take.length_s:.0f} s in {len(take)} pictures.",
        f"Show the movement alone; it may last {LONGEST_S:g} s.",
    )


def _misjudged_length(part: Take) -> Verdict | None:
    """What moves is too short or too long to be a gesture."""
    if part.length_s < SHORTEST_S or len(part) < _LEAST_FRAMES:
        return _bad(
            Fault.SHORT,
            f"It is too short: {part.length_s:.1f} s in {len(part)} pictures.",
            f"Show it for {SHORTEST_S:g} s at least, in {_LEAST_FRAMES} pictures or more.",
        )
    if part.length_s > LONGEST_S:
        return _bad(
            Fault.LONG,
            f"It is too long: something moves for {part.length_s:.0f} s.",
            f"Show the movement alone; it may last {LONGEST_S:g} s.",
        )
    return None


def _hidden(steady: Take) -> Verdict | None:
    """What of the body would have to be seen and is not."""
    visible = steady.points[..., 3]
    shoulders = visible[:, [Joint.LEFT_SHOULDER, Joint.RIGHT_SHOULDER]].min(axis=1)
    if (shoulders > _VISIBLE).mean() < _LEAST_SEEN:
        return _bad(
            Fault.HALF,
            "Half of the body is out of the picture.",
            "Stand so that both shoulders are seen.",
        )
    arms = {
        "left": visible[:, [Joint.LEFT_ELBOW, Joint.LEFT_WRIST]],
        "right": visible[:, [Joint.RIGHT_ELBOW, Joint.RIGHT_WRIST]],
    }
    seen = {name: float((rows.min(axis=1) > _VISIBLE).mean()) for name, rows in arms.items()}
    # One hand that hangs below the picture is no fault while the other one makes the gesture.
    if max(seen.values()) >= _LEAST_SEEN:
        return None
    fix = "Step back until your hands are in the picture all the time."
    if max(seen.values()) < _LEAST_SEEN / 2:
        return _bad(Fault.ARM, "Neither arm is visible.", fix)
    if seen["left"] < seen["right"]:
        return _bad(Fault.ARM, "The left arm is not visible.", fix)
    return _bad(Fault.ARM, "The right arm is not visible.", fix)


def _first_seen_s(take: Take) -> float:
    seen = np.isfinite(take.points).all(axis=(1, 2))
    return float(take.times_s[int(np.argmax(seen))])


def _between(take: Take, first_s: float, last_s: float) -> Take:
    wanted = np.flatnonzero((take.times_s >= first_s) & (take.times_s <= last_s))
    return take.part(int(wanted[0]), int(wanted[-1]) + 1) if len(wanted) else take.part(0, 1)


def _bad(fault: Fault, reason: str, fix: str) -> Verdict:
    return Verdict(None, fault, reason, fix)
