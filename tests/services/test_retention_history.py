"""Random histories: nothing protected goes, nothing expired stays, nothing young goes, kill or no kill."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from omnisight_desktop.config.sections import Retention as Limits
from omnisight_desktop.core.clock import to_ms
from omnisight_desktop.services.retention import Retention
from omnisight_desktop.services.sweep import Sweep
from omnisight_desktop.storage.disk import Floor
from omnisight_desktop.storage.migrate import upgrade
from omnisight_desktop.storage.people import PersonArchive
from omnisight_desktop.storage.retention import Outdated
from tests.storage.history import NOW, Past, days_ago

_MOST_PASSES = 80

ages = st.one_of(
    st.floats(0.01, 60), st.floats(0.01, 900), st.sampled_from([29.9, 30.1, 364.9, 365.1])
)
cameras = st.sampled_from(["front", "back"])
few = st.integers(0, 5)
maybe = st.one_of(st.none(), few)


@dataclass(frozen=True)
class History:
    """What there is, by the ages of things in days, and how it is kept."""

    clips: list[tuple[float, int, bool, str]]
    events: list[tuple[float, float | None, int | None, int | None, int | None, int | None, str]]
    tracks: list[tuple[float, float, int | None, str]]
    loners: list[tuple[float, float, str]]
    people: list[tuple[float | None, bool]]
    limits: dict[str, Any]
    others: float  # what other programs put on the disk
    kills: list[tuple[int, bool]] = field(default_factory=list)


@st.composite
def histories(draw: st.DrawFn) -> History:
    """Any of them."""

    def some(*parts: st.SearchStrategy[Any]) -> list[Any]:
        return draw(st.lists(st.tuples(*parts), max_size=8))

    size = st.integers(0, 2000)
    limits = {
        "clip_days": draw(st.sampled_from([1, 10, 30, 60])),
        "picture_days": draw(st.sampled_from([5, 30, 400])),
        "event_days": draw(st.sampled_from([20, 365])),
        "person_days": draw(st.sampled_from([30, 180])),
        "archived_person_days": draw(st.sampled_from([100, 730])),
        "media_gb": draw(st.sampled_from([0.0, 0.0, 2e-6, 5e-6])),
        "free_disk_percent": draw(st.sampled_from([0.0, 5.0, 90.0])),
        "free_disk_gb": draw(st.sampled_from([0.0, 5e-6, 5e-5])),
    }
    return History(
        clips=some(ages, size, st.booleans(), cameras),
        events=some(
            ages, st.one_of(st.none(), st.floats(0, 90)), maybe, maybe, maybe, maybe, cameras
        ),
        tracks=some(ages, st.floats(0, 2), st.one_of(st.none(), size), cameras),
        loners=some(ages, st.floats(0, 3), cameras),
        people=some(st.one_of(st.none(), ages), st.booleans()),
        limits=limits,
        others=draw(st.floats(0, 1)),
        kills=draw(st.lists(st.tuples(st.integers(1, 6), st.booleans()), max_size=3)),
    )


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database to copy."""
    folder = tmp_path_factory.mktemp("empty")
    upgrade(folder / "omnisight.db", folder / "backups")
    return folder / "omnisight.db"


@contextmanager
def lived(empty: Path, history: History) -> Iterator[Past]:
    with TemporaryDirectory() as folder:
        shutil.copy(empty, folder)
        past = Past.at(Path(folder))
        try:
            _live(past, history)
            yield past
        finally:
            past.database.close()


def _live(past: Past, history: History) -> None:
    for number, (age, size, protected, camera) in enumerate(history.clips):
        past.clip(f"C{number}", age, size, protected=protected, camera=camera)
    for number, (age, lasted, picture, camera) in enumerate(history.tracks):
        past.track(f"T{number}", age, lasted * 86_400, camera)
        if picture is not None:
            past.picture(f"T{number}", age, picture, camera)
    for number, (age, lasted, camera) in enumerate(history.loners):
        past.gap(age, lasted * 86_400, camera)
        past.said(f"S{number}", age, camera)
    for number, (last, archived) in enumerate(history.people):
        past.person(f"P{number}", last, archived=archived)
    for number, (age, length, clip, track, story, person, camera) in enumerate(history.events):
        end = None if length is None else NOW - timedelta(days=max(0.0, age - length))
        past.event(
            f"E{number}",
            age,
            camera=camera,
            end=end,
            clip=_called("C", clip),
            track=_called("T", track),
            story=_called("E", story),
            person=_called("P", person),
        )
    ours = past.disk - past.usage(past.media)[2]
    past.disk = 100_000
    past.others = round(history.others * (past.disk - ours))


def _called(letter: str, number: int | None) -> str | None:
    return None if number is None else f"{letter}{number}"


@dataclass
class Expected:
    """What must stay and what must go, worked out the slow and plain way."""

    stay: dict[str, set[str]]
    go: dict[str, set[str]]
    early: dict[str, list[str]]  # what may go early, oldest first
    archived: set[str]


@dataclass(frozen=True)
class Happened:
    """One event, as far as it matters here."""

    name: str
    began: float
    ended: float
    clip: str | None
    track: str | None
    story: str | None
    person: str | None


def expected(history: History) -> Expected:
    limits = Limits(**history.limits)
    protected = {f"C{n}" for n, clip in enumerate(history.clips) if clip[2]}
    events = _events(history)
    hit = [e for e in events if e.clip in protected]
    stories, on_tracks = {e.story for e in hit} - {None}, {e.track for e in hit} - {None}
    guarded = [e for e in events if e in hit or e.story in stories or e.track in on_tracks]
    staying = [e for e in events if e in guarded or e.ended <= limits.event_days]
    found = Expected({"events": {e.name for e in staying}}, {}, {}, set())
    found.go["events"] = {e.name for e in events} - found.stay["events"]
    _expect_clips(found, history, limits, protected)
    _expect_tracks(found, history, limits, {e.track for e in staying})
    _expect_pictures(found, history, limits, {e.track for e in guarded})
    found.go["transcripts"] = {
        f"S{n}" for n, x in enumerate(history.loners) if x[0] - 5 / 86_400 > limits.event_days
    }
    found.stay["transcripts"] = {f"S{n}" for n in range(len(history.loners))}
    found.stay["transcripts"] -= found.go["transcripts"]
    gaps = {  # of the same start at the same camera, the last one counts
        f"{camera} {to_ms(days_ago(age))}": age - lasted for age, lasted, camera in history.loners
    }
    found.go["gaps"] = {name for name, ended in gaps.items() if ended > limits.event_days}
    found.stay["gaps"] = set(gaps) - found.go["gaps"]
    _expect_people(found, history, limits, events, {e.person for e in staying})
    return found


def _events(history: History) -> list[Happened]:
    return [
        Happened(
            f"E{number}",
            age,
            age if length is None else max(0.0, age - length),
            _called("C", clip),
            _called("T", track),
            _called("E", story),
            _called("P", person),
        )
        for number, (age, length, clip, track, story, person, _) in enumerate(history.events)
    ]


def _expect_clips(found: Expected, history: History, limits: Limits, protected: set[str]) -> None:
    ages = {f"C{number}": clip[0] for number, clip in enumerate(history.clips)}
    in_order = sorted(ages, key=lambda name: (-ages[name], name))
    found.go["clips"] = {n for n in ages if ages[n] > limits.clip_days} - protected
    found.stay["clips"] = protected
    found.early["clips"] = [n for n in in_order if n not in protected | found.go["clips"]]


def _expect_tracks(
    found: Expected, history: History, limits: Limits, spoken_of: set[str | None]
) -> None:
    names = {f"T{number}" for number in range(len(history.tracks))}
    found.go["tracks"] = {
        f"T{number}"
        for number, (age, length, _, _) in enumerate(history.tracks)
        if age - length > limits.event_days and f"T{number}" not in spoken_of
    }
    found.stay["tracks"] = names - found.go["tracks"]


def _expect_pictures(
    found: Expected, history: History, limits: Limits, guarded: set[str | None]
) -> None:
    ages = {f"T{n}": track[0] for n, track in enumerate(history.tracks) if track[2] is not None}
    most = min(limits.picture_days, limits.event_days)
    found.stay["pictures"] = {name for name in ages if name in guarded}
    rest = sorted(set(ages) - found.stay["pictures"], key=lambda name: (-ages[name], name))
    found.go["pictures"] = {name for name in rest if ages[name] > most}
    found.early["pictures"] = [name for name in rest if name not in found.go["pictures"]]


def _expect_people(
    found: Expected,
    history: History,
    limits: Limits,
    events: list[Happened],
    named: set[str | None],
) -> None:
    forgotten = max(limits.archived_person_days, limits.person_days)
    found.go["people"], found.stay["people"] = set(), set()
    for number, (last, was_archived) in enumerate(history.people):
        name = f"P{number}"
        seen = [e.began for e in events if e.person == name] + ([] if last is None else [last])
        unseen = min(seen, default=0.0)
        if unseen > forgotten and name not in named:
            found.go["people"].add(name)
            continue
        found.stay["people"].add(name)
        if was_archived or unseen > limits.person_days:
            found.archived.add(name)


TABLES = {
    "clips": ("event_clips", "id"),
    "pictures": ("track_pictures", "track_id"),
    "events": ("person_events", "id"),
    "tracks": ("tracks", "id"),
    "transcripts": ("transcripts", "id"),
    "gaps": ("coverage_gaps", "camera_id || ' ' || start_ms"),
    "people": ("persons", "id"),
}


def there(past: Past) -> dict[str, set[str]]:
    return {kind: past.names(*place) for kind, place in TABLES.items()}


def retention(past: Past, limits: Limits) -> Retention:
    """As a program that was just started has it."""
    return Retention(past.database, past.hand, past.media, limits, past.clock, past.usage)


def killed(past: Past, limits: Limits, steps: int) -> None:
    """Begin to carry out a plan and leave off after so many steps."""
    plan = retention(past, limits).plan()
    people = PersonArchive(past.database)
    sweep = Sweep(Outdated(past.database), people, past.hand, past.media, plan).steps()
    for _, _ in zip(range(steps), sweep, strict=False):
        pass


@given(history=histories())
def test_whatever_happened_and_whenever_it_is_killed(empty: Path, history: History) -> None:
    limits, told = Limits(**history.limits), expected(history)
    with lived(empty, history) as past:
        before = there(past)
        for steps, mended in history.kills:
            killed(past, limits, steps)
            if mended:
                past.check(repair=True)
            found = there(past)
            for kind, names in told.stay.items():
                assert names <= found[kind], kind
        for _ in range(_MOST_PASSES):
            keeping = retention(past, limits)
            plan = keeping.plan()
            if not plan.count:
                break
            assert keeping.carry_out(plan).complete
        else:
            pytest.fail("it never comes to an end")
        retention(past, limits).carry_out(plan)  # what a kill left is seen to by the next start

        found = there(past)
        for kind, names in told.stay.items():
            assert names <= found[kind], f"{kind} that stay"
        for kind, names in told.go.items():
            assert not names & found[kind], f"{kind} that are past their time"
        assert archived(past) == told.archived
        assert found["clips"] <= before["clips"]
        early_goes_in_order(past, told, found, limits)
        assert past.films() == found["clips"]
        assert past.wrong() == {}
        assert not list(past.media.rglob("*.going"))


def archived(past: Past) -> set[str]:
    rows = past.sql("SELECT id FROM persons WHERE state = 'archived'")
    return {row[0] for row in rows}


def early_goes_in_order(
    past: Past, told: Expected, found: dict[str, set[str]], limits: Limits
) -> None:
    """What went before its time was the oldest, and there was a reason for it."""
    total, _, free = past.usage(past.media)
    floor = Floor(limits.free_disk_percent, limits.free_disk_gb)
    footage = sum(
        past.sql(f"SELECT coalesce(sum(size_bytes), 0) FROM {table}")[0][0]
        for table in ("event_clips", "track_pictures")
    )
    reachable = floor.reachable(total)
    for kind, names in told.early.items():
        left = [name for name in names if name in found[kind]]
        assert left == names[len(names) - len(left) :], f"the oldest {kind} go first"
        if len(left) < len(names):
            crowded = kind == "clips" and reachable and floor.of(total) > 0
            assert limits.media_gb or crowded, f"{kind} went without a reason"
    clips_left = [name for name in told.early["clips"] if name in found["clips"]]
    pictures_left = [name for name in told.early["pictures"] if name in found["pictures"]]
    if limits.media_gb and (clips_left or pictures_left):
        assert footage <= round(limits.media_gb * 1e9)
    if reachable and clips_left:
        assert free >= floor.clear_of(total)
