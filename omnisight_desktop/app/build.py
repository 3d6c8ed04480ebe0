"""Settings go in, a wired house comes out. The one place that knows who needs whom."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from omnisight_desktop.chat.retrieval.hybrid import Engines, HybridSearch, Stored
from omnisight_desktop.config.load import open_safe
from omnisight_desktop.config.paths import Paths
from omnisight_desktop.config.schema import Settings
from omnisight_desktop.core.clock import SystemClock
from omnisight_desktop.core.errors import DataFolderOwned
from omnisight_desktop.core.instruments import Instruments
from omnisight_desktop.flow.bus import Bus
from omnisight_desktop.flow.door import knock
from omnisight_desktop.perception.hearing.remote import RemoteScribe, ScribeWish, choose_scribe
from omnisight_desktop.perception.hearing.sounds import Ears, YamNet
from omnisight_desktop.perception.manifest import load_manifest
from omnisight_desktop.perception.weights import Weights, search_order
from omnisight_desktop.services.album import Album
from omnisight_desktop.services.arming import Arming
from omnisight_desktop.services.cameras import Cameras
from omnisight_desktop.services.channels import Channels
from omnisight_desktop.services.clips import Clips
from omnisight_desktop.services.events import Events
from omnisight_desktop.services.export.finished import FinishedExports
from omnisight_desktop.services.export.footage import AllFootage, ClipFootage, ContinuousFootage
from omnisight_desktop.services.export.jobs import ExportJobs
from omnisight_desktop.services.export.orders import Handing
from omnisight_desktop.services.export.write import Exports
from omnisight_desktop.services.footage import Footage
from omnisight_desktop.services.forgetting import Forgetting
from omnisight_desktop.services.gestures.library import Gestures, activities_in
from omnisight_desktop.services.heard import Heard
from omnisight_desktop.services.house import House
from omnisight_desktop.services.keeper import Changer, OwnersKeeper, ReadOnly
from omnisight_desktop.services.logins import Logins
from omnisight_desktop.services.mistakes import Archives, Mistakes
from omnisight_desktop.services.people import People
from omnisight_desktop.services.recognition import Recognition
from omnisight_desktop.services.recordings import Recordings
from omnisight_desktop.services.redacting import Redaction
from omnisight_desktop.services.renaming import follow_names
from omnisight_desktop.services.retention import Retention
from omnisight_desktop.services.review import Review
from omnisight_desktop.services.rules import Rules
from omnisight_desktop.services.talks import Talks
from omnisight_desktop.services.tiers import SlowPlace, Tiers
from omnisight_desktop.services.timeline import Timeline
from omnisight_desktop.services.whom import Mentions
from omnisight_desktop.storage.cameras import CameraArchive
from omnisight_desktop.storage.clips import ClipArchive
from omnisight_desktop.storage.counts import CountArchive
from omnisight_desktop.storage.disk import Floor
from omnisight_desktop.storage.engine import Database
from omnisight_desktop.storage.events import EventArchive
from omnisight_desktop.storage.faces import FaceArchive
from omnisight_desktop.storage.gestures import GestureArchive
from omnisight_desktop.storage.heard import HeardArchive
from omnisight_desktop.storage.migrate import current, head, upgrade
from omnisight_desktop.storage.mistakes import MistakeArchive
from omnisight_desktop.storage.notifications import NotificationArchive
from omnisight_desktop.storage.owner import own
from omnisight_desktop.storage.people import PersonArchive
from omnisight_desktop.storage.recorded import RecordedArchive
from omnisight_desktop.storage.reviews import ReviewArchive
from omnisight_desktop.storage.segments import SegmentArchive
from omnisight_desktop.storage.spans import SpanArchive
from omnisight_desktop.storage.talks import TalkArchive
from omnisight_desktop.storage.tracks import TrackArchive
from omnisight_desktop.storage.writer import Writer

if TYPE_CHECKING:
    from omnisight_desktop.core.ports.language import PictureEmbedder, SentenceEmbedder
    from omnisight_desktop.services.evidence.seal import Seal

_KNOCK_S = 60.0


@contextmanager
def reading(paths: Paths, settings: Settings) -> Iterator[House]:
    """The house for verbs that only read; a running program is not disturbed."""
    paths.make()
    if not paths.database.exists() or current(paths.database) != head():
        with own(paths.root):
            upgrade(paths.database, paths.backups)
    with _database(paths) as database:
        yield _house(paths, settings, database, ReadOnly())


@contextmanager
def writing(paths: Paths, settings: Settings) -> Iterator[House]:
    """The house for verbs that write: as the owner, or through the one who is."""
    paths.make()
    with ExitStack() as stack:
        try:
            stack.enter_context(own(paths.root))
        except DataFolderOwned:
            with _database(paths) as database:
                yield _house_of_owner(paths, settings, database)
            return
        yield stack.enter_context(owned(paths, settings))


@contextmanager
def owned(paths: Paths, settings: Settings) -> Iterator[House]:
    """The house with its one writer, for whoever holds the data folder."""
    upgrade(paths.database, paths.backups)
    bus, clock, instruments = Bus(), SystemClock(), Instruments()
    with _database(paths) as database:
        writer = Writer(database, paths.journal, bus=bus, clock=clock, instruments=instruments)
        writer.start()
        house = _house(paths, settings, database, writer, bus, instruments)
        try:
            yield house
        finally:
            house.jobs.close()
            writer.stop()
            bus.close()


def _house(
    paths: Paths,
    settings: Settings,
    database: Database,
    keeper: Changer,
    bus: Bus | None = None,
    instruments: Instruments | None = None,
) -> House:
    slow, segments = settings.footage.slow_place(paths.root), SegmentArchive(database)
    cameras, people, clock = CameraArchive(database), PersonArchive(database), SystemClock()
    clips, tracks = ClipArchive(database), TrackArchive(database)
    stored = EventArchive(database)
    events = Events(stored, cameras, people, tracks, keeper)
    marks, days = Archives(MistakeArchive(database), stored, tracks), settings.detection.mark_days
    footage = Footage(segments, keeper, paths.media, slow)
    films = AllFootage(ContinuousFootage(footage), ClipFootage(clips, paths.media))
    exports, handed = Exports(films, tracks, events, clock), Clips(clips, paths.media)
    handing = Handing(exports, handed, events, clock, lambda: _seal(paths))
    reviews, who = ReviewArchive(database), (cameras, people)
    retention = Retention(database, keeper, paths.media, settings.retention, clock)
    known = _people(paths, settings, database, events, keeper)
    search = _search(paths, settings, events, tracks, keeps=bus is not None)
    known.when_forgotten(search.let_go)
    watched = Cameras(cameras, keeper, Logins(open_safe(paths)), clock)
    watched.when_renamed(follow_names(paths))
    house = House(
        paths=paths,
        settings=settings,
        clock=clock,
        bus=bus or Bus(),
        instruments=instruments or Instruments(),
        keeper=keeper,
        arming=Arming(paths.arming, keeper.keep),
        cameras=watched,
        channels=Channels(paths, NotificationArchive(database), keeper, clock),
        events=events,
        people=known,
        heard=_heard(paths, settings, database, known, keeper),
        clips=handed,
        exports=exports,
        jobs=ExportJobs(handing, paths.exports, clock),
        footage=footage,
        recordings=Recordings(
            films, RecordedArchive(database), tracks, events, GestureArchive(database), clock
        ),
        gestures=Gestures(
            GestureArchive(database),
            keeper,
            clock,
            settings.gestures.confidence,
            activities_in(settings),
        ),
        retention=retention.also_in(slow)
        .and_of(FinishedExports(paths.exports))
        .and_then(known.forget_expired),
        review=Review(events, reviews, tracks, who, keeper, (paths.media, clock)),
        rules=Rules(paths.rules, tracks, CountArchive(database), gestures=GestureArchive(database)),
        talks=Talks(TalkArchive(database), keeper, clock),
        tiers=Tiers(segments, keeper, paths.media, _slow_place(paths, settings), clock),
        timeline=Timeline(SpanArchive(database)),
        mistakes=Mistakes(marks, keeper, clock, days),
        search=search,
    )
    house.rules.know(known.visitors)
    mentions = Mentions(house.cameras, house.rules, house.channels)
    known.when_known_otherwise(mentions.follow)
    return house


def _people(
    paths: Paths, settings: Settings, database: Database, events: Events, keeper: Changer
) -> People:
    faces, clock = FaceArchive(database), SystemClock()

    def weights() -> Weights:
        return Weights(search_order(settings.models.dir, paths.models), load_manifest())

    recognition = Recognition(faces, settings.people, weights, clock)
    redaction = Redaction(TrackArchive(database), events, keeper, paths.media, clock)
    people, clips = PersonArchive(database), ClipArchive(database)
    forgetting = Forgetting(keeper, paths, clips, redaction, people.extent, clock)
    album = Album(people, faces, events, HeardArchive(database))
    return People(people, faces, keeper, recognition, forgetting, album)


def _heard(
    paths: Paths, settings: Settings, database: Database, people: People, keeper: Changer
) -> Heard:
    how, weights = (
        settings.hearing,
        Weights(search_order(settings.models.dir, paths.models), load_manifest()),
    )

    def scribe() -> RemoteScribe:
        return choose_scribe(ScribeWish(how.engine, how.model, how.language), weights.look)

    def ears() -> Ears | None:
        found = weights.look("yamnet")
        return YamNet(found) if how.sounds and found is not None else None

    return Heard(HeardArchive(database), people, keeper, scribe, ears)


def _search(
    paths: Paths, settings: Settings, events: Events, tracks: TrackArchive, *, keeps: bool
) -> HybridSearch:
    """What finds by meaning; its engines are heavy, and opened when they are first needed."""

    def find(name: str) -> Path:
        return Weights(search_order(settings.models.dir, paths.models), load_manifest()).find(name)

    def sentences() -> tuple[SentenceEmbedder, str]:
        from omnisight_desktop.chat.embedders.choose import choose_embedder

        return choose_embedder(find, paths.ready)

    def pictures() -> PictureEmbedder:
        from omnisight_desktop.chat.embedders.clip import open_clip

        return open_clip(find)

    stored = Stored(events, tracks, paths.media)
    return HybridSearch(stored, Engines(sentences, pictures), paths.vectors, keeps=keeps)


def _seal(paths: Paths) -> Seal:
    """The key that evidence is sealed with; keys are heavy, and seldom wanted."""
    from omnisight_desktop.services.evidence.seal import Keys

    return Keys(paths, open_safe(paths)).seal()


def _slow_place(paths: Paths, settings: Settings) -> SlowPlace | None:
    """Where older footage goes, if anywhere."""
    folder, keep = settings.footage.slow_place(paths.root), settings.retention
    if folder is None:
        return None
    floor = Floor(keep.free_disk_percent, keep.free_disk_gb)
    return SlowPlace(folder, timedelta(days=settings.footage.slow_after_days), floor)


def _house_of_owner(paths: Paths, settings: Settings, database: Database) -> House:
    """Reads by itself, writes by asking the owner."""

    def ask_owner(verb: str, payload: Any) -> Any:
        return knock(paths.door, verb, payload, _KNOCK_S)

    keeper = OwnersKeeper(ask_owner, lambda: house.events.names())
    house = _house(paths, settings, database, keeper)
    house.retention.through(ask_owner)
    house.mistakes.through(ask_owner)
    house.people.through(ask_owner)
    house.heard.through(ask_owner)
    house.talks.through(ask_owner)
    house.arming.through(ask_owner)
    return house


@contextmanager
def _database(paths: Paths) -> Iterator[Database]:
    database = Database.open(paths.database)
    try:
        yield database
    finally:
        database.close()
