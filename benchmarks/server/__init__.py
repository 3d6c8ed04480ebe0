"""The server: what twenty viewers cost the walk, what one who never reads does to the others, and how
many bytes a picture takes."""

from __future__ import annotations

import sys
from statistics import median

from benchmarks.film import active
from benchmarks.headless import Program, free_port, watching
from benchmarks.measure import Row, load, row
from benchmarks.server.forms import Forms, measured
from benchmarks.server.looking import Seen, looking, ready, resting

_VIEWERS = 20
_CAMERAS = 2
_LEAST_SHARE = 0.95
_MOST_BYTES = 0.76
_MOST_FPS = 10.0


def rows(quick: bool) -> list[Row]:
    """The table: the walk with and without viewers, the viewers with and without a deaf one, the bytes."""
    seconds, rounds = (4.0, 1) if quick else (12.0, 5)
    port = free_port()
    alone: list[float] = []
    watched: list[float] = []
    fine: list[Seen] = []
    beside: list[Seen] = []
    settings = {"server.port": port, "detection.most_fps": _MOST_FPS}
    with watching(active(20), _CAMERAS, settings) as program:
        cameras = ready(program, port)
        # Nobody looks, twenty look, twenty look and one of them never reads: in turn, each as often.
        for turn in range(rounds):
            alone.append(_looks_a_second(program, lambda: resting(seconds)))
            for deaf, into in ((0, fine), (1, beside)):
                seen: list[Seen] = []

                def look(deaf: int = deaf, seen: list[Seen] = seen) -> float:
                    seen.append(looking(port, cameras, _VIEWERS - deaf, deaf, seconds))
                    return seen[0].seconds

                rate = _looks_a_second(program, look)
                into.append(seen[0])
                if not deaf:
                    watched.append(rate)
            print(
                f"server, round {turn + 1}: {alone[-1]:.1f} looks/s alone, {watched[-1]:.1f} with "
                f"{_VIEWERS} viewers; {load()}",
                file=sys.stderr,
                flush=True,
            )
    return _table(alone, watched, fine, beside, measured(_VIEWERS, quick))


def _looks_a_second(program: Program, pass_time: object) -> float:
    """How often the cameras are looked at meanwhile, all together."""
    assert callable(pass_time)
    before = _looks(program)
    passed_s = pass_time()
    return (_looks(program) - before) / float(passed_s)


def _looks(program: Program) -> float:
    return sum(value for name, value in program.readings().items() if name.endswith(".looks"))


def _table(
    alone: list[float], watched: list[float], fine: list[Seen], beside: list[Seen], forms: Forms
) -> list[Row]:
    without, with_ = median(alone), median(watched)
    usual, next_to = (median([s.pictures / s.seconds for s in some]) for some in (fine, beside))
    well = all(seen.whole and seen.pictures > 0 for seen in (*fine, *beside))
    smaller = forms.binary_bytes / forms.json_bytes
    share = next_to / usual * _VIEWERS / (_VIEWERS - 1)
    return [
        row(
            f"looks a second with {_VIEWERS} viewers, of {_CAMERAS} cameras",
            with_,
            limit=without,
            ratio=with_ / without,
            unit="looks/s",
            goal=f">= {_LEAST_SHARE} of the limit: nobody looks",
            met=with_ / without >= _LEAST_SHARE and well,
        ),
        row(
            "pictures a second that they got together, each of them whole",
            usual,
            limit=_VIEWERS * 10.0,
            ratio=usual / (_VIEWERS * 10.0),
            unit="pictures/s",
            goal="10 each were asked for",
            met=well,
        ),
        row(
            "the same for each of the others, beside one who never reads",
            next_to / (_VIEWERS - 1),
            limit=usual / _VIEWERS,
            ratio=share,
            unit="pictures/s",
            goal=f">= {_LEAST_SHARE} of the limit: none such",
            met=share >= _LEAST_SHARE and well,
        ),
        row(
            "bytes of a picture, binary beside base64 in JSON, the same JPEG",
            forms.binary_bytes,
            peer=forms.json_bytes,
            limit=forms.jpeg_bytes,
            ratio=smaller,
            unit="bytes",
            goal=f"<= {_MOST_BYTES}",
            met=smaller <= _MOST_BYTES and forms.same,
        ),
        row(
            f"one picture made for {_VIEWERS} viewers, binary",
            forms.binary_ms,
            peer=forms.each_ms,
            limit=forms.encode_ms,
            ratio=forms.binary_ms / forms.each_ms,
            unit="ms",
            goal="the peer encodes for each of them",
            met=forms.same,
        ),
        row(
            f"one picture made for {_VIEWERS} viewers, JSON",
            forms.json_ms,
            peer=forms.each_ms,
            limit=forms.encode_ms,
            ratio=forms.json_ms / forms.each_ms,
            unit="ms",
            goal="told only",
        ),
    ]
