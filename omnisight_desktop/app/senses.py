"""What the walk is made of, as the settings and each camera want it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta, tzinfo
from functools import partial

from omnisight_desktop.config.schema import Settings
from omnisight_desktop.core.camera import Camera
from omnisight_desktop.core.event import Event
from omnisight_desktop.core.ports.vision import Detector
from omnisight_desktop.core.segment import RecordMode
from omnisight_desktop.flow.worker import Backoff
from omnisight_desktop.perception.detect.choose import Wish, choose_detector
from omnisight_desktop.perception.detect.lighter import Shelf
from omnisight_desktop.perception.detect.wanted import Wanted
from omnisight_desktop.perception.hearing.loudness import Loudness
from omnisight_desktop.perception.hearing.voice import voice_detector
from omnisight_desktop.perception.identify.gallery import Gallery
from omnisight_desktop.perception.identify.mouth import MouthReader
from omnisight_desktop.perception.manifest import load_manifest
from omnisight_desktop.perception.pose.choose import ChosenFinder
from omnisight_desktop.perception.track.steady import SteadyTracker
from omnisight_desktop.perception.track.tuning import DEFAULT
from omnisight_desktop.perception.weights import Weights, search_order
from omnisight_desktop.pipeline.ear import Listen
from omnisight_desktop.pipeline.eye import Rates
from omnisight_desktop.pipeline.feed import Heard
from omnisight_desktop.pipeline.filming import Filming
from omnisight_desktop.pipeline.gesturing import GestureSense
from omnisight_desktop.pipeline.glimpsing import Glimpsing
from omnisight_desktop.pipeline.hearing import HearingSense
from omnisight_desktop.pipeline.identify import Identify
from omnisight_desktop.pipeline.recogniser import Acquainted, Recogniser
from omnisight_desktop.pipeline.recorder import ClipLengths
from omnisight_desktop.pipeline.stages import Stages
from omnisight_desktop.pipeline.supervisor import Habits, Senses
from omnisight_desktop.rules.hours import schedule_of
from omnisight_desktop.rules.judge import Judge
from omnisight_desktop.rules.loud import LoudJudge
from omnisight_desktop.rules.ruled import Ruled
from omnisight_desktop.rules.settings import JudgeSettings
from omnisight_desktop.services.house import House
from omnisight_desktop.services.live import DetectorChoice


def detector_of(house: House) -> DetectorChoice:
    """The detector that the settings ask for, loaded when it is first needed."""
    return _choice(house, house.settings.detection.backend)


def _choice(house: House, backend: str) -> DetectorChoice:
    wanted, weights = house.settings.detection, _weights(house)
    # What is less certain than it has to be helps to follow what was found before.
    lighter = Shelf(house.paths.lighter) if wanted.int8 else None
    wish = Wish(backend, wanted.model, DEFAULT.doubtful, wanted.detail, lighter)
    return DetectorChoice(lambda: choose_detector(wish, weights.find), house.clock)


def recogniser_of(house: House) -> Recogniser:
    """What recognises faces while that is wanted; kept up to date with what humans say."""
    settings, people = house.settings.people, house.people

    def gallery() -> Gallery:
        people.refresh()
        return people.recognition.gallery()

    recogniser = Recogniser(
        Acquainted(
            people.recognition.reader,
            gallery,
            people.recognition.recall,
            people.newest_visitor,
            settings.meet_strangers,
            people.names,
            people.named,
            lambda: people.recognition.on,
            people.recognition.bodies,
            people.handovers,
        )
    )
    people.when_changed(recogniser.amend)
    return recogniser


def finder_of(house: House) -> ChosenFinder:
    """What finds poses, as the settings ask for it; loaded when it is first needed."""
    how = house.settings.gestures
    return ChosenFinder(how.backend, _weights(house).find, hands=how.hands)


def _gestures(house: House, finder: ChosenFinder) -> GestureSense:
    """How people's movements are watched; it costs nothing as long as no gesture was taught."""
    how = house.settings.gestures
    return GestureSense(
        finder.load,
        house.gestures.newest,
        how.confidence,
        how.fps,
        how.people,
        how.cool_down_s,
        lambda: house.gestures.activities,
    )


def senses_of(house: House, choice: DetectorChoice, finder: ChosenFinder | None = None) -> Senses:
    """How cameras are looked at and listened to."""
    settings = house.settings
    own: dict[str, DetectorChoice] = {}
    gestures = _gestures(house, finder_of(house) if finder is None else finder)
    recogniser, budget = recogniser_of(house), settings.people.faces_a_look
    hearing = _hearing(house) if settings.hearing.enabled else None

    def detector(camera: Camera) -> Callable[[], Detector]:
        name = camera.options.detector
        if not name or name == settings.detection.backend:
            return choice.load
        return own.setdefault(name, _choice(house, name)).load

    def stages(camera: Camera) -> Stages:
        wanted = _wanted(settings, camera)

        def judge() -> Judge:
            made = Judge(camera.id, JudgeSettings(stationary_s=settings.tracking.still_s))
            made.recall(house.events.rested(camera.id))
            return made

        def ruled() -> Ruled:
            return Ruled(
                house.rules.newest_of(camera.id),
                house.rules.zone,
                house.people.last_seen,
                spend=house.rules.spend,
            )

        def tracker() -> SteadyTracker:
            return _tracker(settings, wanted)

        mistaken = house.mistakes.of(camera.id)
        identify = partial(Identify, camera.id, recogniser, budget)
        glimpsing = None
        if hearing is not None and camera.options.listen:
            glimpsing = Glimpsing(camera.id, recogniser, hearing.company)
        engine = detector(camera)
        return Stages(
            *(engine, tracker, judge, wanted, ruled, mistaken, gestures, identify, glimpsing)
        )

    loud = _listener if settings.hearing.loud_sounds else None
    return Senses(stages, loud, hearing)


def _hearing(house: House) -> HearingSense:
    """How what is said is listened to, at the cameras where that is wanted."""

    def mouths() -> MouthReader | None:
        found = _weights(house).look("face-landmarks")
        return MouthReader(found) if found is not None else None

    return HearingSense(voice_detector, house.heard.scribe, house.heard.ears, mouths)


def _tracker(settings: Settings, wanted: Wanted) -> SteadyTracker:
    how = settings.tracking
    return SteadyTracker(
        confirm=how.confirm,
        lost_s=how.lost_s,
        still_s=how.still_s,
        hold_s=how.hold_s,
        sure=wanted.sure,
    )


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


def recording_habits_of(house: House) -> Habits:
    """The same, with what is recorded without a break."""
    settings, home = house.settings, house.rules.zone
    return replace(
        habits_of(settings),
        filming=lambda camera: _filming(settings, camera, home),
        owed=house.footage.owed,
    )


def _filming(settings: Settings, camera: Camera, home: tzinfo) -> Filming:
    """When a camera is recorded without a break, as it wants it itself or as all are."""
    footage, own = settings.footage, camera.options
    return Filming(
        RecordMode(own.recording or footage.mode),
        schedule_of(own.record_hours or footage.hours),
        home,
        timedelta(seconds=footage.segment_s),
        timedelta(seconds=settings.clips.pre_roll_s),
        timedelta(seconds=footage.motion_after_s),
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
