"""Who asked to be told is told: once, whatever happens to servers, to the clock and to the program."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from omnisight_desktop.config.telling import Channel as Rule
from omnisight_desktop.core.camera import Camera
from omnisight_desktop.core.clock import ManualClock, SystemClock
from omnisight_desktop.core.errors import DatabaseBusy
from omnisight_desktop.core.event import Event
from omnisight_desktop.core.track import TrackPicture
from omnisight_desktop.flow.worker import Worker
from omnisight_desktop.notify.channel import AppriseChannel, Channel
from omnisight_desktop.rules.rule import Act, Rulebook
from omnisight_desktop.rules.rule import Rule as OwnRule
from omnisight_desktop.rules.trigger import Enter, Gestured
from omnisight_desktop.services.arming import Arming, Silence
from omnisight_desktop.services.courier import Memory, Ways
from omnisight_desktop.services.house import House
from omnisight_desktop.services.notifications import Notifier
from omnisight_desktop.storage.engine import Database
from omnisight_desktop.storage.events import EventArchive
from omnisight_desktop.storage.notifications import NotificationArchive
from omnisight_desktop.storage.records import LedgerEntry, Notification, NotificationState
from omnisight_desktop.storage.tracks import TrackArchive
from tests.fakes.post import free_port, mail_server, mqtt_broker, silent_server, web_hook
from tests.home import NOON, furnished

JPEG = b"\xff\xd8\xff\xe0" + bytes(500) + b"\xff\xd9"


@dataclass
class Stage:
    """A house in which things happen, and channels that lead to servers of the test."""

    house: House
    database: Database
    addresses: dict[str, str]
    rules: list[Rule]

    @property
    def clock(self) -> ManualClock:
        assert isinstance(self.house.clock, ManualClock)
        return self.house.clock

    @property
    def notes(self) -> NotificationArchive:
        return NotificationArchive(self.database)

    def lead(self, name: str, address: str, **options: Any) -> None:
        """Add a channel."""
        self.addresses[name] = address
        told = {"name": name, "address": "env:X", "cool_down_s": 0.0, **options}
        self.rules.append(Rule.model_validate(told))

    def notifier(self, keeper: Any = None, clock: Any = None) -> Notifier:
        """As after a start of the program."""
        memory = Memory(
            EventArchive(self.database),
            self.notes,
            TrackArchive(self.database),
            self.house.events.names,
            self.house.paths.media,
        )
        rules = self.house.rules
        ways = Ways(
            lambda: tuple(self.rules),
            self.open,
            UTC,
            told_by=rules.told_by,
            act_of=rules.act_of,
            arming=self.house.arming,
        )
        return Notifier(
            memory,
            keeper or self.house.keeper,
            ways,
            clock or self.clock,
            self.house.bus,
        )

    def open(self, rule: Rule) -> Channel:
        return AppriseChannel(self.addresses[rule.name])

    def happen(self, *events: Event) -> None:
        self.house.keeper.commit(*events)

    def states(self) -> dict[str, str]:
        return {note.id: note.state.value for note in self.notes.newest(limit=1000)}

    def sql(self, statement: str) -> list[Any]:
        with self.database.read() as connection:
            return [tuple(row) for row in connection.exec_driver_sql(statement)]


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[Stage]:
    with furnished(tmp_path) as house:
        house.keeper.commit(Camera("porch", "Porch", ""), Camera("yard", "Yard", ""))
        database = Database.open(house.paths.database)
        try:
            yield Stage(house, database, {}, [])
        finally:
            database.close()


def seen(name: str, after_s: float = 0.0, **told: Any) -> Event:
    start = NOON + timedelta(seconds=after_s)
    return replace(Event(name, "porch", "appeared", start, label="person", story=name), **told)


def visit(name: str, events: int, **told: Any) -> list[Event]:
    """A story of so many events."""
    rest = [
        seen(f"{name}-{i}", i, story=name, type=("appeared", "stationary", "left")[i % 3])
        for i in range(1, events)
    ]
    return [seen(name, **told), *rest]


def hook(port: int) -> str:
    return f"json://127.0.0.1:{port}"


def titles(messages: list[Any]) -> list[str]:
    return [one["title"] for one in messages]


def test_a_story_of_twenty_events_is_one_message(stage: Stage) -> None:
    with web_hook() as server:
        stage.lead("phone", hook(server.port))
        stage.lead("people", hook(server.port), kinds=["person"])
        notifier = stage.notifier()
        notifier.step()
        for event in visit("a", 20):
            stage.happen(event)
            stage.clock.advance(5)
            notifier.step()
        stage.happen(*visit("b", 20))
        notifier.step()
    assert titles(server.messages)[:2] == ["Person at Porch"] * 2
    assert len(server.messages) == 4
    assert stage.states() == {f"{s}@{c}": "sent" for s in "ab" for c in ("phone", "people")}


def test_a_rule_has_those_told_whom_it_names_once_for_each_time_it_is_set_off(stage: Stage) -> None:
    rule = Rulebook("porch", rules=(OwnRule("r", Enter(), "Night", tell=("phone",)),))
    stage.house.rules.keep(rule)
    with web_hook() as server:
        stage.lead("phone", hook(server.port), cameras=["Yard"])
        stage.lead("people", hook(server.port), kinds=["person"])
        stage.lead("quiet", hook(server.port), kinds=["only_rules"])
        notifier = stage.notifier()
        notifier.step()
        hit = {"type": "rule", "story": "a", "text": "Night: entered the picture"}
        stage.happen(seen("a"), seen("h1", 5, **hit), seen("h2", 400, **hit))
        stage.happen(seen("h3", 500, **{**hit, "text": "Day: entered the picture"}))
        notifier.step()
    assert stage.states() == {"a@people": "sent", "h1@phone": "sent", "h2@phone": "sent"}
    assert titles(server.messages).count("Night: entered the picture at Porch") == 2


def wished(act: Act, after_s: float) -> Event:
    """What a rule makes of somebody's wish to be left in peace, or to be told again."""
    name = {Act.DISARM: "Bye", Act.ARM: "Hello"}[act]
    return seen(f"{act}{after_s:g}", after_s, type="rule", text=f"{name}: wave in the picture")


@pytest.fixture
def acting(stage: Stage) -> Stage:
    """A house with a gesture to disarm it and one to arm it."""
    bye = OwnRule("bye", Gestured("wave", "Anna"), "Bye", act=Act.DISARM)
    hello = OwnRule("hello", Gestured("bow", "Anna"), "Hello", act=Act.ARM)
    stage.house.rules.keep(Rulebook("porch", rules=(bye, hello)))
    return stage


def test_a_rule_disarms_the_house_and_another_arms_it_over_a_new_start(acting: Stage) -> None:
    stage = acting
    with web_hook() as server:
        stage.lead("phone", hook(server.port))
        stage.notifier().step()
        stage.clock.advance(10)
        stage.happen(seen("a"), wished(Act.DISARM, 5), seen("b", 6))
        notifier = stage.notifier()
        notifier.step()
        assert not stage.house.arming.armed
        found = Arming(stage.house.paths.arming, stage.house.keeper.keep)  # as after a new start
        assert found.silence == Silence(NOON + timedelta(seconds=5), rule="Bye")
        stage.clock.advance(20)
        stage.happen(wished(Act.ARM, 25), seen("c", 26), seen("b2", 27, story="b"))
        notifier.step()
    assert stage.states() == {
        "a@phone": "sent",
        "disarm5@phone": "sent",  # that it is disarmed is told itself
        "b@phone": "held",
        "arm25@phone": "sent",
        "c@phone": "sent",
    }
    reasons = {note.reason for note in stage.notes.newest() if note.state == "held"}
    assert reasons == {"the house was disarmed"}
    rows = stage.sql("SELECT actor, action, detail FROM audit_log ORDER BY seq")
    assert rows == [("rule", "disarm", "Bye"), ("rule", "arm", "Hello")]


def test_what_waited_when_the_house_was_disarmed_goes_out_when_it_is_armed(stage: Stage) -> None:
    port = free_port()
    stage.lead("phone", hook(port))
    notifier = stage.notifier()
    notifier.step()
    stage.happen(seen("a"))
    notifier.step()
    with web_hook(port) as server:
        stage.clock.advance(30)
        stage.house.arming.do(Act.DISARM, stage.clock.now())
        stage.clock.advance(300)
        notifier.step()
        assert server.messages == []
        stage.house.arming.do(Act.ARM, stage.clock.now())
        notifier.step()
        assert len(server.messages) == 1


def test_a_wish_to_be_left_in_peace_is_not_obeyed_late(acting: Stage) -> None:
    stage = acting
    notifier = stage.notifier()
    notifier.step()
    arming = stage.house.arming

    def armed() -> bool:
        return arming.armed

    stage.clock.advance(600)
    stage.happen(wished(Act.DISARM, 1))  # read ten minutes later: a database was locked, or so
    notifier.step()
    assert armed()
    arming.do(Act.DISARM, stage.clock.now())
    stage.happen(wished(Act.ARM, 300))  # before somebody disarmed it by hand
    notifier.step()
    assert not armed()
    stage.happen(wished(Act.ARM, 600))
    notifier.step()
    assert armed()


def test_what_was_there_before_the_first_start_is_no_news(stage: Stage) -> None:
    stage.happen(seen("old"))
    with web_hook() as server:
        stage.lead("phone", hook(server.port))
        notifier = stage.notifier()
        notifier.step()
        stage.happen(seen("new"), seen("imported", -90_000, story=None))
        notifier.step()
    assert list(stage.states()) == ["new@phone"]
    assert len(server.messages) == 1


def test_a_server_that_is_away_for_a_minute_gets_it_exactly_once(stage: Stage) -> None:
    port = free_port()
    stage.lead("phone", hook(port))
    notifier = stage.notifier()
    notifier.step()
    stage.happen(*visit("a", 3))
    for _ in range(60):
        notifier.step()
        stage.clock.advance(1)
    (waiting,) = stage.notes.waiting("phone")
    assert 2 <= waiting.attempts <= 4  # at first, and after about 15 and 45 seconds
    assert "json://127.0.0.1 did not take the message" in waiting.reason
    with web_hook(port) as server:
        for _ in range(300):
            notifier.step()
            stage.clock.advance(1)
    assert titles(server.messages) == ["Person at Porch"]
    (sent,) = stage.notes.newest()
    assert sent.state is NotificationState.SENT
    assert sent.attempts == waiting.attempts + 1
    assert sent.reason == ""
    ledger = stage.sql("SELECT destination, purpose, bytes_out, detail FROM ledger ORDER BY seq")
    assert len(ledger) == sent.attempts
    assert {(to, why) for to, why, *_ in ledger} == {("json://127.0.0.1", "notification")}
    assert ledger[-1][2] > 20
    assert ledger[-1][3].endswith("taken")


def test_a_broker_that_is_away_for_a_minute_gets_it_exactly_once(
    stage: Stage, tmp_path: Path
) -> None:
    port = free_port()
    stage.lead("house", f"mqtt://127.0.0.1:{port}/house/told?qos=1")
    notifier = stage.notifier()
    notifier.step()
    stage.happen(*visit("a", 20))
    for _ in range(60):
        notifier.step()
        stage.clock.advance(1)
    (waiting,) = stage.notes.waiting("house")
    assert "mqtt://127.0.0.1" in waiting.reason
    with mqtt_broker(tmp_path, port) as server:
        for _ in range(300):
            notifier.step()
            stage.clock.advance(1)
        assert server.arrived.wait(10.0)
    assert [topic for topic, _ in server.messages] == ["house/told"]
    assert stage.states() == {"a@house": "sent"}


def test_who_cannot_be_told_for_a_day_is_given_up_and_that_is_logged(
    stage: Stage, caplog: pytest.LogCaptureFixture
) -> None:
    stage.lead("phone", hook(free_port()))
    notifier = stage.notifier()
    notifier.step()
    stage.happen(seen("a"))
    tries = []
    for _ in range(26 * 12):
        notifier.step()
        tries.append(stage.notes.newest()[0].attempts)
        stage.clock.advance(300)
    (note,) = stage.notes.newest()
    assert note.state is NotificationState.GIVEN_UP
    assert 10 <= note.attempts <= 25
    assert tries[-1] == tries[-12]
    assert "was not told of event a" in caplog.text


def test_one_that_is_refused_keeps_no_other_back(stage: Stage) -> None:
    """A message that a server will never take stands in nobody's way."""

    with web_hook() as good, web_hook() as bad:
        bad.refuses = True
        stage.lead("phone", "")

        def by_place(rule: Rule) -> Channel:
            return Split(AppriseChannel(hook(bad.port)), AppriseChannel(hook(good.port)))

        stage.open = by_place  # type: ignore[method-assign]
        notifier = stage.notifier()
        notifier.step()
        stage.happen(seen("a", camera="yard"), seen("b"), seen("c", 1), seen("d", 2, camera="yard"))
        notifier.step()
    assert len(good.messages) == 2
    assert stage.states() == {
        "a@phone": "waiting", "b@phone": "sent", "c@phone": "sent", "d@phone": "waiting",
    }  # fmt: skip


@dataclass
class Split:
    """Leads to one server for the yard and to another for all else."""

    yard: Channel
    rest: Channel
    destination: str = "split"

    def send(self, message: Any) -> None:
        (self.yard if "Yard" in message.title else self.rest).send(message)


def test_in_quiet_hours_nobody_is_told_and_afterwards_it_is_said_how_much(stage: Stage) -> None:
    with web_hook() as server:
        stage.lead("phone", hook(server.port), quiet_from="22:00", quiet_until="07:00")
        notifier = stage.notifier()
        notifier.step()
        night = 11 * 3600
        stage.clock.set(NOON + timedelta(seconds=night))
        stage.happen(seen("n1", night), seen("n2", night))
        notifier.step()
        assert server.messages == []
        morning = 20 * 3600
        stage.clock.set(NOON + timedelta(seconds=morning))
        stage.happen(seen("m", morning))
        notifier.step()
    assert len(server.messages) == 1
    assert "2 stories were not told" in server.messages[0]["message"]
    assert stage.states() == {"m@phone": "sent", "n1@phone": "held", "n2@phone": "held"}
    assert {note.reason for note in stage.notes.newest()} == {"", "these are its quiet hours"}


def test_who_stays_until_the_quiet_hours_are_over_is_told_of_then(stage: Stage) -> None:
    with web_hook() as server:
        stage.lead(
            "phone",
            hook(server.port),
            quiet_from="11:00",
            quiet_until="12:01",
            kinds=["person"],
            picture=False,
        )
        notifier = stage.notifier()
        notifier.step()
        stage.happen(seen("a", track="T1"))
        notifier.step()
        stage.clock.advance(90)
        stage.happen(seen("a2", 90, story="a", track="T1"))
        notifier.step()
    assert titles(server.messages) == ["Person at Porch"]
    assert stage.states() == {"a@phone": "sent"}


def test_what_waits_when_quiet_hours_begin_goes_out_when_they_are_over(stage: Stage) -> None:
    port = free_port()
    stage.lead("phone", hook(port), quiet_from="12:01", quiet_until="13:00")
    notifier = stage.notifier()
    notifier.step()
    stage.happen(seen("a"))
    notifier.step()
    with web_hook(port) as server:
        stage.clock.advance(120)
        notifier.step()
        assert server.messages == []
        stage.clock.advance(3600)
        notifier.step()
        assert len(server.messages) == 1


def test_the_same_thing_is_not_told_at_every_turn_nor_more_than_the_limit(stage: Stage) -> None:
    with web_hook() as server:
        stage.lead("calm", hook(server.port), cool_down_s=60)
        stage.lead("few", hook(server.port), most_per_hour=2)
        notifier = stage.notifier()
        notifier.step()
        for i, minutes in enumerate((0, 0.5, 1.5, 2)):
            stage.clock.set(NOON + timedelta(minutes=minutes))
            stage.happen(seen(f"s{i}", minutes * 60))
            notifier.step()
            if i == 1:  # what was told is known after a start as well
                notifier = stage.notifier()
    sent = {name for name, state in stage.states().items() if state == "sent"}
    assert sent == {"s0@calm", "s2@calm", "s0@few", "s1@few"}


def test_a_message_takes_the_picture_along_as_soon_as_there_is_one(stage: Stage) -> None:
    folder = stage.house.paths.media / "tracks"
    folder.mkdir(parents=True)
    (folder / "T1.jpg").write_bytes(JPEG)
    picture = TrackPicture("T1", "porch", NOON, "tracks/T1.jpg", "tracks/T1-scene.jpg", len(JPEG))
    with web_hook() as server:
        stage.lead("phone", hook(server.port))
        stage.lead("words", hook(server.port), picture=False)
        notifier = stage.notifier()
        notifier.step()
        stage.happen(seen("a", track="T1"))
        notifier.step()
        assert [len(m["attachments"]) for m in server.messages] == [0]  # only words
        stage.clock.advance(1)
        stage.house.keeper.commit(picture)
        notifier.step()
        assert [len(m["attachments"]) for m in server.messages] == [0, 1]
        stage.happen(seen("b", 1, track="T2"))  # no picture of it comes
        notifier.step()
        stage.clock.advance(5)
        notifier.step()
    assert [len(m["attachments"]) for m in server.messages] == [0, 1, 0, 0]


def test_nothing_is_lost_or_told_twice_by_starting_again(stage: Stage) -> None:
    with web_hook() as server:
        stage.lead("phone", hook(server.port))
        stage.notifier().step()
        stage.happen(seen("a"))
        stage.notifier().plan()  # killed before anything was sent
        stage.notifier().step()
        stage.happen(seen("b", 1))  # nobody looks
        stage.notifier().step()
        stage.notifier().step()
    assert len(server.messages) == 2
    assert stage.states() == {"a@phone": "sent", "b@phone": "sent"}


class Killed(BaseException):
    """The program is gone at this very moment."""


@dataclass
class Doomed:
    """A keeper who is killed when he is to note that something was sent."""

    real: Any

    def commit(self, *values: Any, timeout_s: float = 10.0, together: bool = False) -> None:
        if any(isinstance(value, LedgerEntry) for value in values):
            raise Killed
        self.real.commit(*values, timeout_s=timeout_s, together=together)


def test_a_kill_between_sending_and_noting_tells_it_again_once(stage: Stage) -> None:
    with web_hook() as server:
        stage.lead("phone", hook(server.port))
        stage.notifier().step()
        stage.happen(seen("a"))
        with pytest.raises(Killed):
            stage.notifier(Doomed(stage.house.keeper)).step()
        for _ in range(3):
            stage.notifier().step()
    assert len(server.messages) == 2  # at least once, and no more than once again


@dataclass
class Busy:
    """A keeper whose database is held by somebody else now and then."""

    real: Any
    held: bool = False

    def commit(self, *values: Any, timeout_s: float = 10.0, together: bool = False) -> None:
        if self.held and any(isinstance(value, LedgerEntry) for value in values):
            raise DatabaseBusy("Another program holds it.")
        self.real.commit(*values, timeout_s=timeout_s, together=together)


def test_what_was_sent_while_the_database_was_held_is_not_sent_again(stage: Stage) -> None:
    keeper = Busy(stage.house.keeper, held=True)
    with web_hook() as server:
        stage.lead("phone", hook(server.port))
        notifier = stage.notifier(keeper)
        notifier.step()
        stage.happen(seen("a"))
        for _ in range(3):
            notifier.step()
        keeper.held = False
        notifier.step()
    assert len(server.messages) == 1
    assert stage.states() == {"a@phone": "sent"}
    assert len(stage.sql("SELECT seq FROM ledger")) == 1


def test_a_channel_that_is_added_later_is_told_of_what_comes_then(stage: Stage) -> None:
    with web_hook() as server:
        stage.lead("phone", hook(server.port))
        notifier = stage.notifier()
        notifier.step()
        stage.happen(seen("a"))
        notifier.step()
        stage.lead("second", hook(server.port))
        notifier.step()
        stage.happen(seen("b", 1))
        notifier.step()
        stage.rules.clear()
        stage.happen(seen("c", 2))
        notifier.step()
    assert set(stage.states()) == {"a@phone", "b@phone", "b@second"}


def test_messages_of_long_ago_are_forgotten(stage: Stage) -> None:
    old = datetime(2026, 3, 1, tzinfo=UTC)
    stage.house.keeper.commit(
        *(
            Notification(f"o{i}@x", f"o{i}", "x", NotificationState.SENT, "", old)
            for i in range(1200)
        )
    )
    stage.notifier().step()
    assert stage.states() == {}


@contextmanager
def at_work(notifier: Notifier) -> Iterator[None]:
    worker = Worker("notify", notifier.run)
    worker.start()
    try:
        yield
    finally:
        worker.stop()
        assert worker.join()
        assert worker.failure == ""


def test_a_channel_that_hangs_keeps_no_other_waiting(stage: Stage) -> None:
    now = SystemClock().now()
    with silent_server() as silent, mail_server() as post, web_hook() as server:
        stage.lead("hangs", f"mailto://127.0.0.1:{silent.port}?from=a@example.org&to=b@example.org")
        stage.lead("refused", hook(free_port()))
        stage.lead("phone", hook(server.port))
        stage.lead("mail", f"mailto://127.0.0.1:{post.port}?from=a@example.org&to=b@example.org")
        notifier = stage.notifier(clock=SystemClock())
        notifier.step()
        with at_work(notifier):
            stage.happen(seen("a", start=now))
            assert silent.reached.wait(30)
            assert server.arrived.wait(30)
            assert post.arrived.wait(30)
            assert stage.states()["a@hangs"] == "waiting"
            silent.hang_up()
    assert [letter["Subject"] for letter in post.messages] == ["Person at Porch"]
    assert stage.states() == {
        "a@hangs": "waiting", "a@refused": "waiting", "a@phone": "sent", "a@mail": "sent",
    }  # fmt: skip
