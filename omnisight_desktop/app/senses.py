"""What the walk is made of, as the settings and each camera want it."""

from __future__ import annotations

from collections.abc import Callable

from omnisight_desktop.config.schema import Settings
from omnisight_desktop.core.camera import Camera
from omnisight_desktop.core.event import Event
from omnisight_desktop.core.ports.vision import Detector, Tracker
from omnisight_desktop.flow.worker import Backoff
from omnisight_desktop.perception.detect.choose import choose_detector
from omnisight_desktop.perception.detect.wanted import Wanted
from omnisight_desktop.perception.hearing.loudness import Loudness
from omnisight_desktop.perception.manifest import load_manifest
from omnisight_desktop.perception.track.steady import SteadyTracker
from omnisight_desktop.perception.weights import Weights, search_order
from omnisight_desktop.pipeline.ear import Listen
from omnisight_desktop.pipeline.eye import Rates
from omnisight_desktop.pipeline.feed import Heard
from omnisight_desktop.pipeline.recorder import ClipLengths
from omnisight_desktop.pipeline.stages import Stages
from omnisight_desktop.pipeline.supervisor import Habits, Senses
from omnisight_desktop.rules.judge import Judge
from omnisight_desktop.rules.loud import LoudJudge
from omnisight_desktop.rules.settings import JudgeSettings
from omnisight_desktop.services.house import House
from omnisight_desktop.services.live import DetectorChoice


def detector_of(house: House) -> DetectorChoice:
    """The detector that the settings ask for, loaded when it is first needed."""
    wanted, weights = house.settings.detection, _weights(house)

    def choose() -> tuple[str, Detector, str]:
        return choose_detector(wanted.backend, wanted.model, wanted.score, weights.find)

    return DetectorChoice(choose, house.clock)


def senses_of(house: House, choice: DetectorChoice) -> Senses:
    """How cameras are looked at and listened to."""
    settings, weights = house.settings, _weights(house)
    own: dict[str, Detector] = {}

    def detector(camera: Camera) -> Callable[[], Detector]:
        name = camera.options.detector
        if not name or name == settings.detection.backend:
            return choice.load

        def load() -> Detector:
            if name not in own:
                wanted = settings.detection
                _, own[name], _ = choose_detector(name, wanted.model, wanted.score, weights.find)
            return own[name]

        return load

    def tracker() -> Tracker:
        chosen = settings.tracking
        return SteadyTracker(
            confirm=chosen.confirm,
            lost_s=chosen.lost_s,
            still_s=chosen.still_s,
            hold_s=chosen.hold_s,
        )

    def stages(camera: Camera) -> Stages:
        return Stages(
            detector(camera),
            tracker,
            lambda: Judge(camera.id, JudgeSettings(stationary_s=settings.tracking.still_s)),
            _wanted(settings, camera),
        )

    return Senses(stages, _listener if settings.hearing.loud_sounds else None)


def _listener(camera: str) -> Listen:
    """Notices at one camera when it becomes loud."""
    loudness, judge = Loudness(), LoudJudge(camera)

    def listen(heard: Heard | None) -> tuple[Event, ...]:
        if heard is None:
            return judge.judge(loudness.close()) + judge.close()
        return judge.judge(loudness.hear(heard.sound, heard.at))

    return listen


def habits_of(settings: Settings) -> Habits:
    """How cameras are watched and recorded."""
    detection, capture, clips = settings.detection, settings.capture, settings.clips
    return Habits(
        Rates(detection.fps, max(detection.fps, detection.most_fps)),
        ClipLengths(clips.pre_roll_s, clips.min_s, clips.max_s, clips.longest_s),
        capture.offline_after_s,
        Backoff(capture.reconnect_first_s, capture.reconnect_most_s),
    )


def _weights(house: House) -> Weights:
    return Weights(search_order(house.settings.models.dir, house.paths.models), load_manifest())


def _wanted(settings: Settings, camera: Camera) -> Wanted:
    labels = camera.options.labels or settings.detection.labels
    return Wanted(
        score=settings.detection.score,
        labels=frozenset(labels),
        scores=camera.options.scores,
        smallest=camera.options.smallest,
    )
