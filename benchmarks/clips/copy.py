"""A clip by copying, a clip by encoding, and a plain copy of a file, in turns."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from fractions import Fraction
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any

import av
import numpy as np

from benchmarks.clips.footage import FPS, FRAMES, SECONDS, Reel, made, reel_of, say
from benchmarks.measure import Row, load
from omnisight_desktop.capture.packets import PacketRing
from omnisight_desktop.core.clip import Clip
from omnisight_desktop.core.clock import ManualClock
from omnisight_desktop.core.event import Event
from omnisight_desktop.pipeline.recorder import ClipLengths, Recorder, RecordOrder

_START = datetime(2026, 5, 3, 12, tzinfo=UTC)
_STEP = FPS // 4  # the recorder is given its turn so often, in pictures
_GOAL = 100.0
_LEAST_PSNR = 30.0


@dataclass(frozen=True, slots=True)
class Cost:
    """What one clip took."""

    cpu_ms: float
    wall_ms: float


def copy(place: Path, quick: bool) -> list[Row]:
    """Processor time of a clip of ten seconds, and how long it takes."""
    reel = reel_of(made(place))
    costs: dict[str, list[Cost]] = {"ours": [], "sound": [], "peer": [], "limit": []}
    rounds = 3 if quick else 9
    ours = sound = encoded = place / "none"
    for turn in range(rounds):
        cost, ours = _timed(partial(_copied, reel, place / f"ours-{turn}", sound=False))
        costs["ours"].append(cost)
        cost, sound = _timed(partial(_copied, reel, place / f"sound-{turn}", sound=True))
        costs["sound"].append(cost)
        cost, encoded = _encoded(reel, place / f"peer-{turn}.mp4")
        costs["peer"].append(cost)
        cost, _ = _timed(partial(shutil.copyfile, ours, place / f"copy-{turn}.mp4"))
        costs["limit"].append(cost)
    gate = _gate(reel, ours, sound, encoded)
    said = ", ".join(f"{name} {_cpu(taken):.2f} ms" for name, taken in costs.items())
    say(f"clip of {SECONDS} s, {rounds} rounds: {said}; {gate}; {load()}")
    return [
        _row("a clip of 10 s 720p, processor time", costs, "ours", _cpu),
        _row("the same with G.711 sound made AAC", costs, "sound", _cpu),
        _row("the clip of 10 s, until it is safe on disk", costs, "ours", _wall),
    ]


def _row(
    name: str, costs: dict[str, list[Cost]], ours: str, of: Callable[[list[Cost]], float]
) -> Row:
    ratio = of(costs["peer"]) / of(costs[ours])
    goal = of is _cpu and ours == "ours"
    return {
        "name": name,
        "ours": of(costs[ours]),
        "peer": of(costs["peer"]),
        "limit": of(costs["limit"]),
        "ratio": ratio,
        "unit": "ms",
        "goal": f">= {_GOAL:.0f} times cheaper" if goal else "told beside",
        "met": ratio >= _GOAL if goal else None,
        "peer_is": "x264 ultrafast on one thread over the same pictures, decoding not counted",
        "limit_is": "a copy of the finished file",
        "rounds": len(costs["ours"]),
    }


def _cpu(costs: list[Cost]) -> float:
    return median(cost.cpu_ms for cost in costs)


def _wall(costs: list[Cost]) -> float:
    return median(cost.wall_ms for cost in costs)


def _timed(do: Callable[[], Path]) -> tuple[Cost, Path]:
    cpu, wall = time.process_time(), time.perf_counter()
    path = do()
    return Cost((time.process_time() - cpu) * 1e3, (time.perf_counter() - wall) * 1e3), path


def _copied(reel: Reel, media: Path, *, sound: bool) -> Path:
    """Ours: every packet through the ring, a step of the recorder every quarter of a second."""
    kept: list[Any] = []
    lengths = ClipLengths(pre_roll_s=5, longest_s=60)
    recorder = Recorder(media, lengths, kept.append, ManualClock(_START))
    ring, sound_ring = PacketRing(20, 10**8), PacketRing(20, 10**7)
    ring.begin(reel.video)
    if sound:
        sound_ring.begin(reel.sound)
    heard = iter(reel.sound_packets if sound else ())
    waiting = next(heard, None)
    for index, packet in enumerate(reel.packets):
        ring.add(packet, _START + timedelta(seconds=packet.at_s))
        while waiting is not None and waiting.at_s <= packet.at_s:
            sound_ring.add(waiting, _START + timedelta(seconds=waiting.at_s))
            waiting = next(heard, None)
        if index == FPS * 5:
            event = Event("E1", "street", "appeared", _START + timedelta(seconds=5))
            recorder.obey(RecordOrder(event, ring, sound_ring))
        if index % _STEP == 0:
            recorder.step()
    recorder.close()
    clip = next(value for value in kept if isinstance(value, Clip))
    return media / clip.path


def _encoded(reel: Reel, path: Path) -> tuple[Cost, Path]:
    """The peer: only what the encoder and the muxer take is counted."""
    cpu = wall = 0.0
    decoder: Any = av.CodecContext.create("h264", "r")
    decoder.extradata = reel.video.codec_context.extradata
    with av.open(str(path), "w", format="mp4") as out:
        stream: Any = out.add_stream("libx264", rate=FPS)
        stream.width, stream.height = reel.video.width, reel.video.height
        stream.pix_fmt = "yuv420p"
        stream.options = {"preset": "ultrafast", "threads": "1"}
        frames = [frame for packet in reel.packets[:1] for frame in decoder.decode(_av(packet))]
        for packet in [*reel.packets[1:], None]:
            frames += decoder.decode(None if packet is None else _av(packet))
            for frame in frames:
                frame.pict_type = 0
                began, begun = time.process_time(), time.perf_counter()
                out.mux(stream.encode(frame))
                cpu += time.process_time() - began
                wall += time.perf_counter() - begun
            frames = []
        began, begun = time.process_time(), time.perf_counter()
        out.mux(stream.encode(None))
        out.close()
        cpu += time.process_time() - began
        wall += time.perf_counter() - begun
    return Cost(cpu * 1e3, wall * 1e3), path


def _av(packet: Any) -> Any:
    made = av.Packet(packet.data)
    made.pts, made.dts = round(packet.at_s * 90_000), round(packet.decode_at_s * 90_000)
    made.time_base = Fraction(1, 90_000)
    return made


def _gate(reel: Reel, ours: Path, sound: Path, encoded: Path) -> str:
    """Both did the work: every picture is there, ours to the bit, the peer's to the eye."""
    source = list(_lumas(Path(reel.holder.name)))
    copied, peers = list(_lumas(ours)), list(_lumas(encoded))
    if not len(source) == len(copied) == len(peers) == FRAMES:
        raise SystemExit(f"{len(source)}, {len(copied)} and {len(peers)} pictures are there")
    if any((a != b).any() for a, b in zip(source, copied, strict=True)):
        raise SystemExit("a picture of the copied clip is another one")
    psnr = min(_psnr(a, b) for a, b in zip(source[::30], peers[::30], strict=True))
    if psnr < _LEAST_PSNR:
        raise SystemExit(f"the encoded clip does not look like its source: {psnr:.1f} dB")
    with av.open(str(sound)) as container:
        codec = container.streams.audio[0].codec_context.name
        samples = sum(frame.samples for frame in container.decode(audio=0))
        length_s = samples / container.streams.audio[0].codec_context.sample_rate
    if codec != "aac" or abs(length_s - SECONDS) > 0.3:
        raise SystemExit(f"the sound is {codec} of {length_s:.1f} s")
    return f"{FRAMES} pictures each, ours the same to the bit, the peer's {psnr:.1f} dB"


def _lumas(path: Path) -> Any:
    """Every picture, a quarter of its brightness in each direction."""
    with av.open(str(path)) as container:
        for frame in container.decode(video=0):
            yield np.asarray(frame.to_ndarray(format="gray")[::4, ::4]).copy()


def _psnr(a: Any, b: Any) -> float:
    error = float(((a.astype(np.float32) - b.astype(np.float32)) ** 2).mean())
    return 99.0 if error == 0 else float(10 * np.log10(255**2 / error))
