"""Carrying out a plan: small steps, left off anywhere; by itself, and through the owner."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from omnisight_desktop.app.build import writing
from omnisight_desktop.config.paths import Paths
from omnisight_desktop.config.schema import Settings
from omnisight_desktop.config.sections import Retention as Limits
from omnisight_desktop.core.clock import ManualClock
from omnisight_desktop.core.errors import (
    DiskFull,
    NotFound,
    OmniSightError,
    StorageError,
    UsageError,
)
from omnisight_desktop.core.identity import Person
from omnisight_desktop.flow.door import Door
from omnisight_desktop.flow.worker import Worker
from omnisight_desktop.services import retention as module
from omnisight_desktop.services.retention import Retention
from omnisight_desktop.services.sweep import Sweep
from omnisight_desktop.storage.clips import ClipArchive
from omnisight_desktop.storage.migrate import upgrade
from omnisight_desktop.storage.people import PersonArchive
from omnisight_desktop.storage.plan import Item, Plan, Reason
from omnisight_desktop.storage.records import AuditEntry
from omnisight_desktop.storage.retention import Outdated
from tests.home import furnished
from tests.storage.history import NOW, Hand, Past, days_ago


@pytest.fixture
def past(tmp_path: Path) -> Iterator[Past]:
    upgrade(tmp_path / "omnisight.db", tmp_path / "backups")
    made = Past.at(tmp_path)
    yield made
    made.database.close()


def keeping(past: Past, hand: Hand | None = None, **limits: Any) -> Retention:
    told = Limits(**{"free_disk_percent": 0.0, "free_disk_gb": 0.0, **limits})
    hand = hand or past.hand
    return Retention(past.database, hand, past.media, told, past.clock, past.usage)


def sweep(past: Past, plan: Plan, hand: Hand | None = None) -> Iterator[list[Item]]:
    """The bare steps."""
    people = PersonArchive(past.database)
    return Sweep(Outdated(past.database), people, hand or past.hand, past.media, plan).steps()


# --- what goes, goes with everything ----------------------------------------------------------


def test_rows_files_search_and_counts_agree_afterwards(past: Past) -> None:
    past.clip("old", 40)
    past.clip("new", 3)
    past.picture("T1", 40)
    past.event("E1", 40, clip="old", track="T1")
    past.event("E2", 400, track="T2", text="a letter")
    past.track("T2", 400)
    past.said("S", 400)
    past.gap(400)
    past.person("away", 200)
    report = keeping(past).carry_out(keeping(past).plan())
    assert report.complete
    assert report.count == 7
    assert past.names("event_clips") == past.films() == {"new"}
    assert past.sql("SELECT id, clip_id FROM person_events") == [("E1", None)]
    assert past.sql("SELECT name, state, note FROM persons") == [
        ("called away", "archived", "a friend")
    ]
    for table in ("tracks", "track_pictures", "transcripts", "coverage_gaps"):
        assert past.sql(f"SELECT count(*) FROM {table}") == [(0,)]
    assert past.sql("SELECT rowid FROM event_words WHERE event_words MATCH 'letter'") == []
    assert {row[0] for row in past.sql("SELECT sum(events) FROM event_counts")} == {2}
    assert past.wrong() == {}
    assert keeping(past).plan().count == 0


def test_folders_of_past_days_do_not_stay_empty(past: Past) -> None:
    past.clip("old", 40)
    past.clip("other", 40.001)
    past.clip("kept", 41, protected=True)
    keeping(past).carry_out(keeping(past).plan())
    assert [f.name for f in (past.media / "clips" / "front").iterdir()] == [
        f"{days_ago(41):%Y-%m-%d}"
    ]


def test_it_is_noted_where_nobody_can_take_it_back(past: Past) -> None:
    past.clip("old", 40, 2_500_000)
    past.person("away", 200)
    keeping(past).carry_out(keeping(past).plan())
    keeping(past).carry_out(keeping(past).plan())
    assert past.sql("SELECT actor, action, detail FROM audit_log") == [
        (
            "retention",
            "clean up",
            "1 clips removed for their age (2.5 MB); 1 people archived not seen for long",
        )
    ]


def test_when_somebody_was_last_seen_is_remembered_when_the_event_goes(past: Past) -> None:
    past.hand.commit(replace(past.person("Ada", None), name="Ada"))
    past.event("E", 50, person="Ada")
    keeping(past, event_days=40).carry_out(keeping(past, event_days=40).plan())
    (ada,) = PersonArchive(past.database).all()
    assert ada.last_seen == days_ago(50)
    assert past.names("person_events") == set()


class Meanwhile(Hand):
    """Somebody gives people other names just before the first word of them is taken in."""

    def commit(self, *values: Any, timeout_s: float = 10.0, together: bool = False) -> None:
        if not self.kept:
            people = [value for value in values if isinstance(value, Person)]
            super().commit(*(replace(p, name=f"Ada {p.id}") for p in people))
        super().commit(*values)


def test_another_name_that_is_given_meanwhile_stays(past: Past) -> None:
    for name, days in (("gone", 200), ("here", None)):
        past.person(name, days)
    past.event("E", 50, person="here")
    people = PersonArchive(past.database)
    some: list[dict[str, Any]] = [{"person_days": 100}, {"event_days": 40}]
    for limits in some:
        hand = Meanwhile(past.database)
        keeping(past, hand, **limits).carry_out(keeping(past, **limits).plan())
    assert {p.id: (p.name, p.state.value, p.last_seen, p.note) for p in people.all()} == {
        "gone": ("Ada gone", "archived", days_ago(200), "a friend"),
        "here": ("Ada here", "active", days_ago(50), "a friend"),
    }


def test_many_more_than_fit_in_one_step_all_go(past: Past) -> None:
    for number in range(130):
        past.clip(f"C{number}", 40 + number / 100, 10)
    past.hand.commit(*(replace(past.event("E", 400), id=f"E{n}") for n in range(700)))
    report = keeping(past).carry_out(keeping(past).plan())
    assert report.count == 130 + 701
    assert past.films() == past.names("person_events") == set()


# --- what is protected, out of reach, or not ours ---------------------------------------------


def test_who_protects_a_clip_at_the_last_moment_keeps_it(past: Past) -> None:
    clip = past.clip("C", 40)
    past.event("E", 40, clip="C")
    steps = sweep(past, keeping(past).plan())
    assert next(steps) == []  # the file was set aside
    assert past.films() == set()
    past.hand.commit(replace(clip, protected=True))
    assert [item for done in steps for item in done] == []
    assert past.films() == {"C"}
    assert past.sql("SELECT clip_id FROM person_events") == [("C",)]
    assert past.wrong() == {}


def test_who_protects_a_clip_whose_row_went_keeps_its_file(past: Past) -> None:
    clip = past.clip("C", 40)
    steps = sweep(past, keeping(past).plan())
    next(steps), next(steps)  # set aside, and its row removed
    past.hand.commit(replace(clip, protected=True))
    assert [item for done in steps for item in done] == []
    assert past.films() == {"C"}


def test_a_disk_that_is_not_there_loses_no_clip(past: Past) -> None:
    past.clip("C", 40)
    shutil.rmtree(past.media / "clips")
    report = keeping(past).carry_out(keeping(past).plan())
    assert report.count == 0
    assert past.names("event_clips") == {"C"}


def test_a_file_that_somebody_deleted_is_no_hindrance(past: Past) -> None:
    past.clip("C", 40)
    past.clip("new", 1)
    (file,) = past.media.rglob("*-C.mp4")
    file.unlink()
    assert keeping(past).carry_out(keeping(past).plan()).count == 1
    assert past.names("event_clips") == {"new"}


@pytest.mark.parametrize("path", ["../secret.mp4", "clips/../../secret.mp4", "/{root}/secret.mp4"])
def test_what_lies_outside_the_media_folder_is_never_touched(past: Past, path: str) -> None:
    secret = past.root / "secret.mp4"
    secret.write_bytes(b"secret")
    past.clip("C", 40)
    past.sql("UPDATE event_clips SET path = ?", path.format(root=str(past.root).lstrip("/")))
    keeping(past).carry_out(keeping(past).plan())
    assert secret.read_bytes() == b"secret"
    assert past.names("event_clips") == set()


# --- killed -----------------------------------------------------------------------------------


def test_killed_before_the_row_went_the_next_start_goes_on(past: Past) -> None:
    past.clip("C", 40)
    next(sweep(past, keeping(past).plan()))
    assert past.films() == set()
    assert past.check()["files on their way out"].fix
    assert past.check()["clips"].reason == "every clip has its file"
    assert keeping(past).carry_out(keeping(past).plan()).count == 1
    assert past.names("event_clips") == set()
    assert past.wrong() == {}


def test_killed_before_the_row_went_and_kept_longer_since_the_file_is_back(past: Past) -> None:
    past.clip("C", 40)
    next(sweep(past, keeping(past).plan()))
    later = keeping(past, clip_days=100)
    assert later.carry_out(later.plan()).count == 0
    assert past.films() == past.names("event_clips") == {"C"}


def test_killed_after_the_row_went_the_file_follows(past: Past) -> None:
    past.clip("C", 40)
    past.picture("T", 40)
    steps = sweep(past, keeping(past).plan())
    next(steps), next(steps)
    assert past.names("event_clips") == set()
    assert list(past.media.rglob("*.going"))
    mended = past.check(repair=True)["files on their way out"]
    assert "1 were removed" in mended.reason
    assert not list(past.media.rglob("*.going"))
    assert list(past.media.rglob("T.jpg"))


# --- a disk that is too full even to forget ---------------------------------------------------


class Full(Hand):
    """No room in the database either."""

    def erase(
        self, kind: str, ids: Sequence[str | tuple[Any, ...]], timeout_s: float = 30.0
    ) -> None:
        raise DiskFull("No room is left.")


def test_on_a_full_disk_the_files_go_first(past: Past) -> None:
    past.clip("C", 40)
    past.clip("kept", 50, protected=True)
    steps = sweep(past, keeping(past).plan(), Full(past.database))
    assert [item.id for done in steps for item in done] == ["C"]
    assert past.films() == {"kept"}
    assert keeping(past).carry_out(keeping(past).plan()).count == 1
    assert past.names("event_clips") == {"kept"}
    assert past.wrong() == {}


# --- by itself --------------------------------------------------------------------------------


class Noted(Hand):
    """Says when something was done."""

    def __init__(self, past: Past) -> None:
        super().__init__(past.database)
        self.done = threading.Event()

    def keep(self, *values: Any, timeout_s: float | None = None) -> bool:
        super().keep(*values)
        if any(isinstance(value, AuditEntry) for value in values):
            self.done.set()
        return True


class Halting(Noted):
    """Goes on with the next pass only when told to."""

    def __init__(self, past: Past) -> None:
        super().__init__(past)
        self.go_on = threading.Event()

    def keep(self, *values: Any, timeout_s: float | None = None) -> bool:
        super().keep(*values)
        return self.go_on.wait(20)


class Quick(ManualClock):
    """Hours pass while somebody looks."""

    def mono(self) -> float:
        self.advance(60.0)
        return super().mono()


@contextmanager
def working(keeper: Retention, monkeypatch: pytest.MonkeyPatch) -> Iterator[Worker]:
    monkeypatch.setattr(module, "_ROUND_S", 0.001)
    worker = Worker("retention", keeper.run)
    worker.start()
    try:
        yield worker
    finally:
        worker.stop()
        assert worker.join()


def test_the_worker_cleans_up_by_itself(past: Past, monkeypatch: pytest.MonkeyPatch) -> None:
    past.clip("C", 40)
    hand = Noted(past)
    past.clock = Quick(NOW)
    with working(keeping(past, hand), monkeypatch) as worker:
        assert hand.done.wait(20)
        assert worker.failure == ""
    assert past.films() == set()


def test_a_worker_that_is_told_to_stop_leaves_off_between_steps(past: Past) -> None:
    for number in range(120):
        past.clip(f"C{number}", 40 + number / 100, 10)
    asked: list[float] = []

    def rest(seconds: float) -> bool:
        asked.append(seconds)
        return len(asked) == 3

    report = keeping(past).carry_out(keeping(past).plan(), rest)
    assert not report.complete
    assert report.count == 50
    assert len(past.films()) == 70
    assert past.wrong() == {}


@pytest.mark.parametrize("asked_at", [1, 2, 3])
def test_who_is_told_to_stop_leaves_no_listed_clip_without_its_file(
    past: Past, asked_at: int
) -> None:
    for number in range(120):
        past.clip(f"C{number}", 40 + number / 100, 10)
    asked: list[float] = []

    def rest(seconds: float) -> bool:
        asked.append(seconds)
        return len(asked) >= asked_at

    report = keeping(past).carry_out(keeping(past).plan(), rest)
    assert not report.complete
    assert past.films() == past.names("event_clips")
    assert len(past.films()) == 70
    assert not list(past.media.rglob("*.going"))


def test_what_a_kill_interrupted_is_finished_at_the_next_start_although_nothing_is_to_go(
    past: Past, monkeypatch: pytest.MonkeyPatch
) -> None:
    past.clip("C", 40)
    next(sweep(past, keeping(past).plan()))
    assert past.films() == set()
    looked = threading.Event()
    keeper = keeping(past, clip_days=100)
    monkeypatch.setattr(keeper, "_crowded", looked.set)  # no first pass: that comes minutes later
    with working(keeper, monkeypatch):
        for _ in range(1000):
            past.clock.advance(0.2)
            if looked.wait(0.01):
                break
    assert past.films() == past.names("event_clips") == {"C"}


def table(past: Past, newest: datetime | None = None) -> module._Timetable:
    return module._Timetable(past.clock, newest)


def never() -> bool:
    raise AssertionError("nobody has to look at the disk")


def test_the_first_time_comes_after_minutes_then_every_hour(past: Past) -> None:
    times = table(past)
    past.clock.advance(299)
    assert not times.due(lambda: False)
    past.clock.advance(1)
    assert times.due(never)
    times.passed(keeping(past).plan())
    past.clock.advance(3599)
    assert not times.due(lambda: False)
    past.clock.advance(1)
    assert times.due(never)


def test_a_disk_that_fills_up_is_seen_to_at_once(past: Past) -> None:
    times = table(past)
    past.clock.advance(9)
    assert not times.due(never)
    past.clock.advance(1)
    assert times.due(lambda: True)
    past.clip("C", 1, protected=True)
    past.others = past.disk - 10**6
    plan = keeping(past, free_disk_percent=5.0).plan()
    assert plan.short_bytes
    times.passed(plan)  # nothing more may go: there is no use in looking every few seconds
    past.clock.advance(3599)
    assert not times.due(never)


def test_what_the_clock_leapt_by_is_believed_an_hour_later(
    past: Past, caplog: pytest.LogCaptureFixture
) -> None:
    times = table(past)
    past.clock.advance(300)
    past.clock.set(NOW + timedelta(days=700))
    assert abs(times.now() - NOW) < timedelta(hours=1)
    assert "went ahead by 700 days" in caplog.text
    past.clock.advance(3599)
    assert abs(times.now() - NOW) < timedelta(hours=2)
    past.clock.advance(1)
    assert times.now() == past.clock.now()


def test_time_that_passes_as_it_should_is_believed_at_once(past: Past) -> None:
    times = table(past, NOW - timedelta(hours=20))
    assert times.now() == NOW
    past.clock.advance(7 * 86_400)
    assert times.now() == past.clock.now()
    past.clock.set(NOW)
    assert times.now() == NOW


def test_a_clock_that_is_years_ahead_at_the_start_empties_nothing_at_once(
    past: Past, monkeypatch: pytest.MonkeyPatch
) -> None:
    past.clip("new", 0.1)
    past.clip("old", 40)
    past.event("E", 0.1)
    hand = Halting(past)
    past.clock = Quick(NOW + timedelta(days=3650))
    with working(keeping(past, hand), monkeypatch):
        assert hand.done.wait(20)
        assert past.films() == {"new"}  # it went by the time of day that is known to have been
        assert past.names("person_events") == {"E"}
        hand.done.clear()
        hand.go_on.set()
        assert hand.done.wait(20)  # who has really been away for so long has waited for an hour
    assert past.films() == set()


def test_a_full_disk_is_seen_to_although_the_clock_leapt(past: Past) -> None:
    for number in range(8):
        past.clip(f"C{number}", 1 + number / 10, 10**6)
    past.others = past.disk - 5 * 10**7
    keeper = keeping(past, free_disk_gb=0.05)
    times = table(past, NOW - timedelta(days=1))
    past.clock.set(NOW + timedelta(days=700))
    past.clock.advance(10)
    assert times.due(keeper._crowded)
    plan = keeper.plan(now=times.now())
    assert {line.reason for line in plan.lines} == {Reason.DISK}
    assert 0 < plan.count < 8


# --- through the owner ------------------------------------------------------------------------


def test_another_program_has_the_owner_do_it(tmp_path: Path) -> None:
    with furnished(tmp_path, NOW) as house:
        fill(house.paths, house.keeper)
        verbs = {"cleanup": house.retention.answer}
        with Door(house.paths.door, verbs), writing(Paths(tmp_path), limits(2)) as guest:
            plan = guest.retention.plan()
            report = guest.retention.clean(plan)
        assert report.complete
        assert [(x.kind.value, x.count) for x in report.lines] == [("clips", 3)]
        assert report.lines == plan.lines
        assert ClipArchive(house.retention._outdated._database).newest() == []


def test_an_owner_who_does_not_know_how_refuses_clearly(tmp_path: Path) -> None:
    with furnished(tmp_path, NOW) as house:
        fill(house.paths, house.keeper)
        with Door(house.paths.door, {}), writing(Paths(tmp_path), limits(2)) as guest:
            plan = guest.retention.plan()
            with pytest.raises(NotFound, match="cleanup"):
                guest.retention.clean(plan)


def test_an_owner_is_not_asked_for_nothing(past: Past) -> None:
    def owner(verb: str, payload: Any) -> Any:
        raise AssertionError("there is nothing to be done")

    through = keeping(past).through(owner)
    assert through.clean(through.plan()).complete


def test_an_owner_who_is_at_it_already_says_so(past: Past, monkeypatch: pytest.MonkeyPatch) -> None:
    past.clip("C", 40)
    monkeypatch.setattr(module, "_ANSWER_S", 0.01)
    keeper = keeping(past)
    refused: list[str] = []

    def ask_meanwhile(_: float) -> bool:
        with pytest.raises(StorageError, match="just now") as caught:
            keeper.answer({})
        refused.append(caught.value.fix)
        return False

    assert keeper.carry_out(keeper.plan(), ask_meanwhile).count == 1
    assert refused[0] == "Ask again in a minute."
    past.clip("D", 40)
    assert keeper.answer({})["complete"]
    assert past.films() == set()


def test_an_owner_is_asked_until_everything_is_done(past: Past) -> None:
    past.clip("C", 40)
    line = {"kind": "clips", "reason": "age", "act": "remove", "count": 2, "bytes": 7}
    line |= {"oldest": "2026-01-01T00:00:00Z", "newest": "2026-01-02T00:00:00Z"}
    answers = [{"lines": [line], "complete": False}, {"lines": [line], "complete": True}]
    asked: list[tuple[str, Any]] = []

    def owner(verb: str, payload: Any) -> Any:
        asked.append((verb, payload["clip_days"]))
        return answers.pop(0)

    through = keeping(past, clip_days=9).through(owner)
    report = through.clean(through.plan())
    assert asked == [("cleanup", 9)] * 2
    assert [(x.count, x.size_bytes) for x in report.lines] == [(4, 14)]
    assert past.films() == {"C"}


def test_nonsense_is_refused_in_words(past: Past) -> None:
    with pytest.raises(UsageError, match="cannot be understood"):
        keeping(past).answer({"clip_days": "all"})
    past.clip("C", 40)
    through = keeping(past).through(lambda *_: {"lines": [{"kind": "dust"}], "complete": True})
    with pytest.raises(OmniSightError, match="nobody understands"):
        through.clean(through.plan())


def fill(paths: Paths, keeper: Any) -> None:
    """Three clips of real age: other programs look at the computer's own clock."""
    from datetime import UTC, datetime

    from omnisight_desktop.core.clip import Clip

    for number in range(3):
        start = datetime.now(UTC) - timedelta(days=5, hours=number)
        path = f"clips/front/{start:%Y-%m-%d}/{start:%H%M%S}-C{number}.mp4"
        file = paths.media / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(b"film")
        keeper.commit(Clip(f"C{number}", "front", path, start, start + timedelta(seconds=9), 4))


def limits(clip_days: int) -> Settings:
    return Settings(retention=Limits(clip_days=clip_days, free_disk_gb=0.0, free_disk_percent=0.0))


def test_it_is_told_how_long_the_disk_lasts_at_the_rate_of_the_last_days(past: Past) -> None:
    past.disk, kept = 1_000_000, keeping(past)
    assert kept.disk_lasts() is None  # nothing was recorded yet
    past.clip("C1", 2, size=100_000)
    lasts = kept.disk_lasts()
    assert lasts is not None
    assert lasts / timedelta(days=18) == pytest.approx(1, abs=0.01)
    assert keeping(past, clip_days=10, footage_days=10).disk_lasts() is None  # it goes for its age
