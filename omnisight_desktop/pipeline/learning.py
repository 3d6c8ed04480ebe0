"""Which of the looks at somebody are worth remembering, once it is known who they are."""

from __future__ import annotations

import numpy as np

from omnisight_desktop.perception.identify.gallery import Decision, Gallery
from omnisight_desktop.perception.identify.spread import MOST, choose
from omnisight_desktop.perception.identify.template import Look, Template

_FIRST = 5  # of somebody who was just met
_EVIDENCE = 4  # of somebody who was not recognised
_SURELY = 0.05  # of cosine above the threshold, before anything new is learnt of a person
_THEIRS = 0.5  # of cosine to all looks together: a look that is less may show somebody else
_NEW_FIRST, _NEW_LAST = 0.92, 0.75  # the more is known, the more unlike it a look has to be


def first_looks(template: Template) -> list[Look]:
    """By what somebody is known from their first day on: good looks that differ."""
    return _some(_agreed(template), _FIRST)


def evidence(template: Template) -> list[Look]:
    """What a human is shown of somebody who was not recognised."""
    return _some(template.best(), _EVIDENCE)


def further_looks(
    template: Template, decision: Decision, gallery: Gallery, person: str
) -> list[Look]:
    """What was seen of somebody that was not known yet; nothing where it was not quite sure."""
    first = decision.ranked[0] if decision.ranked else None
    if first is None or first.person != person or first.cosine < first.threshold + _SURELY:
        return []
    known = list(gallery.looks_of(person).values())
    if not known:  # they were forgotten meanwhile
        return []
    own = len(known) - len(gallery.given(person))
    found: list[Look] = []
    for look in _agreed(template):
        if own + len(found) >= MOST:
            break
        limit = _NEW_FIRST + (_NEW_LAST - _NEW_FIRST) * (own + len(found)) / MOST
        if float((np.stack(known) @ look.vector).max()) < limit:
            found.append(look)
            known.append(look.vector)
    return found


def _agreed(template: Template) -> list[Look]:
    """The looks that surely show the one whom all of them show, best first."""
    together = template.vector
    clear = template.clarity / 2
    return [
        look
        for look in template.best()
        if look.strength >= clear and float(look.vector @ together) >= _THEIRS
    ]


def _some(looks: list[Look], most: int) -> list[Look]:
    if not looks:
        return []
    rows = choose(np.stack([look.vector for look in looks]), [look.weight for look in looks], most)
    return [looks[row] for row in rows]
