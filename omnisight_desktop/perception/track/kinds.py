"""What a detector may take one thing for, now this and now that: a van is a car today, a truck tomorrow.

Labels of one kind may continue each other's tracks; a person never goes on as a car.
"""

from __future__ import annotations

from omnisight_desktop.core.kinds import is_alive, kind_of

_LEAD = 1.2  # so much more than its present label another must have been seen


class Kinds:
    """Numbers for labels and their kinds, the same number for the same word every time."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    def label(self, word: str) -> int:
        """The number of a label."""
        return self._numbers.setdefault(word, len(self._numbers))

    def kind(self, word: str) -> int:
        """The number of its kind; a word that nobody knows is a kind of its own."""
        return self.label(kind_of(word))


def walks_off(word: str) -> bool:
    """Whether something so called goes when it likes: what of it is unseen for long has left."""
    return is_alive(kind_of(word))


class Votes:
    """What a track was taken for, weighted by how sure the detector was each time."""

    __slots__ = ("_sums", "winner")

    def __init__(self, label: str, score: float) -> None:
        self.winner = label
        self._sums = {label: score}

    def add(self, label: str, score: float) -> None:
        """One more sighting; the label changes only for one that clearly leads."""
        sums = self._sums
        total = sums[label] = sums.get(label, 0.0) + score
        if label != self.winner and total > _LEAD * sums[self.winner]:
            self.winner = label
