"""Several rankings made into one."""

from __future__ import annotations

from collections.abc import Sequence

_DAMPING = 60  # so much less the first places count than they would alone


def fused(rankings: Sequence[Sequence[str]], weights: Sequence[float] = ()) -> list[str]:
    """Reciprocal rank fusion: who stands high in one of them, or well in several, comes first."""
    scores: dict[str, float] = {}
    for place, ranking in enumerate(rankings):
        weight = weights[place] if weights else 1.0
        for rank, one in enumerate(dict.fromkeys(ranking)):
            scores[one] = scores.get(one, 0.0) + weight / (_DAMPING + rank + 1)
    return sorted(scores, key=lambda one: -scores[one])
