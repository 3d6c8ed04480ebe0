"""Where a question is about: words for places, as far as a camera or a zone is named after them."""

from __future__ import annotations

import re

from omnisight_desktop.chat.understanding.draft import Draft
from omnisight_desktop.chat.understanding.language import fold
from omnisight_desktop.chat.understanding.link import parts
from omnisight_desktop.chat.understanding.query import Doubt

_NAMED = re.compile(r"\b(?:camera|kamera) (?:called |named |namens )?(?P<name>[\w-]+)")
_ON_CAMERA = re.compile(
    r"\b(?:on|at|in|from|of|auf|an|bei) (?:the |der )?(?:camera|kamera) (?P<name>[\w-]+)"
)


def unknown_camera(draft: Draft) -> Doubt | None:
    for pattern in (_ON_CAMERA, _NAMED):
        for found in pattern.finditer(draft.whole):
            name = found["name"]
            if any(
                name in fold(camera) or fold(camera).startswith(name)
                for camera in draft.known.cameras
            ):
                continue
            ahead = draft.whole[: found.start()].split()[-1:]
            told_apart = "called" in found.group() or "named" in found.group()
            if pattern is _NAMED and not told_apart and _is_place(draft, ahead):
                continue  # the garden camera, and what it did
            if not draft.spoken.knows(name):
                return no_camera(draft, name)
    return None


def _is_place(draft: Draft, words: list[str]) -> bool:
    """Whether a word names a camera, a zone, or a place that one may be named after."""
    named = parts({**draft.known.cameras, **{zone: zone for zone in draft.known.zones}})
    places = draft.spoken.patterns("places").values()
    return any(
        word in named or any(one.search(word) for some in places for one in some) for word in words
    )


def no_camera(draft: Draft, word: str) -> Doubt:
    there = ", ".join(sorted((*draft.known.cameras, *map(str.lower, draft.known.zones)))) or "-"
    return Doubt(draft.spoken.say("no_camera", word=word, there=there))


def places(draft: Draft) -> Doubt | None:
    """Words for places, as far as something is named after them."""
    for place, patterns in draft.spoken.patterns("places").items():
        found = [pattern for pattern in patterns if pattern.search(draft.rest)]
        if not found or ((draft.cameras or draft.zones) and place == "front door"):
            continue
        cameras = [key for name, key in draft.known.cameras.items() if fold(name) == place]
        zones = [zone for zone in draft.known.zones if fold(zone) == place]
        cameras = cameras or [k for n, k in draft.known.cameras.items() if place in fold(n).split()]
        if cameras or zones:
            for pattern in found:
                draft.cut(pattern)
            draft.cameras = tuple(dict.fromkeys((*draft.cameras, *cameras)))
            draft.zones = tuple(dict.fromkeys((*draft.zones, *zones)))
        elif not (draft.cameras or draft.zones) and not _is_vague(draft, found):
            return no_camera(draft, place)
    return None


def _is_vague(draft: Draft, patterns: list[re.Pattern[str]]) -> bool:
    """Whether the words for a place may mean no place at all: to go inside."""
    vague = draft.spoken.words("vague", "words")
    found = [one.search(draft.rest) for one in patterns]
    return all(one is None or vague.fullmatch(one.group()) for one in found)


def elsewhere(draft: Draft) -> Doubt | None:
    """Places of which every home could have one, and this one has none."""
    found = draft.spoken.words("elsewhere", "words").search(draft.rest)
    if found is None:
        return None
    words = set(found.group().split())
    if any(words <= set(fold(name).split()) for name in (*draft.known.cameras, *draft.known.zones)):
        return None
    return no_camera(draft, found.group())
