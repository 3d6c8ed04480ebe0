"""The wired house as the faces see it: one bundle of verbs."""

from __future__ import annotations

from dataclasses import dataclass

from omnisight_desktop.config.paths import Paths
from omnisight_desktop.config.schema import Settings
from omnisight_desktop.core.clock import Clock
from omnisight_desktop.core.instruments import Instruments
from omnisight_desktop.flow.bus import Bus
from omnisight_desktop.services.arming import Arming
from omnisight_desktop.services.cameras import Cameras
from omnisight_desktop.services.channels import Channels
from omnisight_desktop.services.clips import Clips
from omnisight_desktop.services.events import Events
from omnisight_desktop.services.export.jobs import ExportJobs
from omnisight_desktop.services.export.write import Exports
from omnisight_desktop.services.footage import Footage
from omnisight_desktop.services.gestures.library import Gestures
from omnisight_desktop.services.heard import Heard
from omnisight_desktop.services.keeper import Keeper
from omnisight_desktop.services.mistakes import Mistakes
from omnisight_desktop.services.people import People
from omnisight_desktop.services.recordings import Recordings
from omnisight_desktop.services.retention import Retention
from omnisight_desktop.services.review import Review
from omnisight_desktop.services.rules import Rules
from omnisight_desktop.services.searcher import Searcher
from omnisight_desktop.services.talks import Talks
from omnisight_desktop.services.tiers import Tiers
from omnisight_desktop.services.timeline import Timeline


@dataclass(frozen=True, slots=True)
class House:
    """Everything that works whether or not cameras are watched."""

    paths: Paths
    settings: Settings
    clock: Clock
    bus: Bus
    instruments: Instruments
    keeper: Keeper
    arming: Arming
    cameras: Cameras
    channels: Channels
    events: Events
    people: People
    heard: Heard
    clips: Clips
    exports: Exports
    jobs: ExportJobs
    footage: Footage
    recordings: Recordings
    gestures: Gestures
    retention: Retention
    review: Review
    rules: Rules
    talks: Talks
    tiers: Tiers
    timeline: Timeline
    mistakes: Mistakes
    search: Searcher
