"""The table of workers, what lies between them, how much it holds, and what a full one lets go."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from omnisight_desktop.flow.channel import Channel, DropPolicy


@dataclass(frozen=True, slots=True)
class Pipe:
    """One queue of the house: from whom to whom, and its bound."""

    name: str
    source: str
    sink: str
    capacity: int
    policy: DropPolicy

    def channel(self, weigh: Callable[[Any], int] = lambda _: 1) -> Channel[Any]:
        """A channel as declared; ``weigh`` tells what each counts for, where not each counts for one."""
        return Channel(self.name, self.capacity, self.policy, weigh)


#: Between a camera and the eye lies a `LatestInbox`: one frame per camera, the newest wins.
#: Between a camera and its viewers lies a `LatestSlot`: one view, the newest wins.
#: Between a camera and the recorder lies a `PacketRing`, bounded in seconds and bytes, oldest go.
#: Between the writer and each channel of notifications lies a bell that rings once, however often.
#: Between everybody and the writer lies the writer's own channel: full means wait, for what was
#: seen must not be lost.
FRAMES = "frames"
RECORD_ORDERS = Pipe("record_orders", "eye", "recorder", 256, DropPolicy.OLDEST)
#: Cameras that are watched no longer; the eye, who owns their state, brings it to its end.
LEAVING = Pipe("leaving", "any", "eye", 64, DropPolicy.WAIT)

#: Cameras that are heard no longer.
SILENCED = Pipe("silenced", "any", "ear", 64, DropPolicy.WAIT)

#: Pieces of sound on their way to the ear.
SOUNDS = Pipe("sounds", "capture", "ear", 512, DropPolicy.OLDEST)
#: Speech on its way to the one who writes it down, in milliseconds of it: a minute may wait.
SPEECH = Pipe("speech", "ear", "scribe", 60_000, DropPolicy.OLDEST)
#: How people looked at their best, a megabyte each; a picture less is no loss, an order for a clip
#: would be.
PORTRAITS = Pipe("portraits", "eye", "recorder", 16, DropPolicy.OLDEST)

#: Cameras that are to be recorded without a break, or no longer.
SPOOLS = Pipe("spools", "any", "recorder", 64, DropPolicy.WAIT)
#: What was seen and heard while footage was recorded.
NOTICED = Pipe("noticed", "eye, ear", "recorder", 4096, DropPolicy.OLDEST)

#: People about whom somebody changed something. Where one is lost, everybody is read anew.
AMENDED = Pipe("amended", "any", "eye", 256, DropPolicy.OLDEST)

RING_EXTRA_S = 15.0  # what the ring holds beyond the pre-roll, so that a slow disk loses nothing
REPLAY_S = 30.0  # what it holds at least, so that it can be shown again at once
RING_MOST_BYTES = 48 * 1024 * 1024
SOUND_RING_MOST_BYTES = 4 * 1024 * 1024

WORKERS = {
    "capture": "one per stream of a camera: reads, rings, hands on the newest frame",
    "eye": "one per inference device: looks at the newest frame of each camera in turn",
    "ear": "one: listens to the sound of all cameras",
    "scribe": "one: has written down what was said, where that is wanted",
    "recorder": "one: writes clips and continuous footage from the rings, and the pictures of tracks",
    "notify": "one, and one per channel: tells people what was stored",
    "writer": "one: the only one who writes to the database",
}
