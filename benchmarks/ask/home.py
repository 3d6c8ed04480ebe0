"""A home that never was: four weeks of what its cameras would have noted, the same for each seed.

Nothing here asks the program; what a question should be answered with is worked out from these lists.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

from omnisight_desktop.core.camera import Camera
from omnisight_desktop.core.clip import Clip
from omnisight_desktop.core.event import Event, EventType, Gap
from omnisight_desktop.core.identity import Person

ZONE = ZoneInfo("Europe/Berlin")
FIRST_DAY = date(2026, 10, 5)  # a Monday; the clocks go back in the night to the 25th
NOW = datetime(2026, 11, 1, 18, 30, tzinfo=ZONE)  # a Sunday evening
SEED = 7

CAMERAS = {"front": "Front Door", "hall": "Hall", "drive": "Driveway", "garden": "Garden"}
PEOPLE = {
    "Person_A0000001": "Anna Berg",
    "Person_A0000002": "Ben",
    "Person_A0000003": "Clara",
    "Person_A0000004": "John",
    "Person_A0000005": "Anna Novak",
    "Person_A0000006": "Courier",
    "Person_A0000007": "Visitor 7",
    "Person_A0000012": "Visitor 12",
}
ZONES = {
    "front": ("Doormat", "Steps"),
    "hall": ("Stairs",),
    "drive": ("Parking", "Gate"),
    "garden": ("Lawn", "Shed"),
}

ANNA, BEN, CLARA, JOHN, TUTOR, COURIER, SEVEN, TWELVE = PEOPLE
_MONDAY, _TUESDAY, _WEDNESDAY, _THURSDAY, _FRIDAY, _SATURDAY, _SUNDAY = range(7)
_AT_THE_DOOR = (
    "A parcel for Berg, please sign here.",
    "I leave the parcel with the neighbours.",
    "Nobody home? I will come again tomorrow.",
    "I put it behind the shed.",
)
_GREETINGS = ("I'm home.", "Did anybody feed the cat?", "I forgot my keys.", "See you tonight.")


@dataclass(slots=True)
class Home:
    """Everything that was noted, in the order in which it began."""

    events: list[Event] = field(default_factory=list)
    gaps: list[Gap] = field(default_factory=list)
    clips: list[Clip] = field(default_factory=list)
    cameras: tuple[Camera, ...] = tuple(Camera(i, name, "") for i, name in CAMERAS.items())
    people: tuple[Person, ...] = tuple(Person(i, name) for i, name in PEOPLE.items())


class _Days:
    """Lets one day after the other happen."""

    def __init__(self, seed: int) -> None:
        self._chance = Random(seed)
        self._home = Home()
        self._number = 0

    def all(self) -> Home:
        day = FIRST_DAY
        while day <= NOW.date():
            self._day(day)
            day += timedelta(days=1)
        home = self._home
        home.events = sorted((e for e in home.events if e.start < NOW), key=lambda e: e.start)
        home.gaps = sorted((g for g in home.gaps if g.start < NOW), key=lambda g: g.start)
        there = {event.clip for event in home.events}
        home.clips = [clip for clip in home.clips if clip.id in there]
        return home

    def _day(self, day: date) -> None:
        weekday = day.weekday()
        if weekday < _SATURDAY:
            self._goes_and_comes(day, ANNA, time(7, 40), time(17, 20), "a blue car")
            self._goes_and_comes(day, BEN, time(8, 30), time(18, 10), None)
        if weekday in (_TUESDAY, _FRIDAY):
            self._comes_in(day, CLARA, time(10), 180)
        if weekday == _WEDNESDAY:
            self._comes_in(day, TUTOR, time(16), 90)
        if weekday == _SATURDAY and day.day != 17:
            self._comes_in(day, JOHN, time(19), 200)
        if weekday != _SUNDAY and self._chance.random() < 0.6:
            self._courier(day)
        if weekday == _THURSDAY:
            self._seen(
                day, time(6, 30), "drive", label="truck", zone="Gate", text="a garbage truck"
            )
        self._animals(day)
        self._strangers(day)
        self._faults(day)

    def _goes_and_comes(
        self, day: date, who: str, goes: time, comes: time, car: str | None
    ) -> None:
        left = self._about(day, goes, 15)
        back = self._about(day, comes, 40)
        self._note(left, "hall", person=who, lasts_s=20)
        self._note(left + timedelta(seconds=40), "front", person=who, zone="Steps", lasts_s=15)
        self._note(back, "front", person=who, zone="Doormat", lasts_s=25)
        self._note(back + timedelta(seconds=35), "hall", person=who, lasts_s=30)
        if car:
            self._note(left + timedelta(minutes=2), "drive", label="car", text=car, lasts_s=40)
            self._note(back - timedelta(minutes=2), "drive", label="car", text=car, lasts_s=60)
        chance = self._chance.random()
        if chance < 0.3:
            words = self._chance.choice(_GREETINGS)
            self._note(
                back + timedelta(seconds=45), "hall", EventType.SPOKEN, person=who, text=words
            )
        elif chance < 0.5:
            sign = "wave" if who == ANNA else "thumbs up"
            self._note(
                back + timedelta(seconds=50), "hall", EventType.GESTURE, person=who, label=sign
            )

    def _comes_in(self, day: date, who: str, at: time, stays_min: int) -> None:
        came = self._about(day, at, 12)
        went = came + timedelta(minutes=stays_min + self._chance.randint(-10, 10))
        self._note(came, "front", person=who, zone="Doormat", lasts_s=40)
        self._note(came + timedelta(seconds=50), "hall", person=who, lasts_s=30)
        self._note(went, "hall", person=who, lasts_s=25)
        self._note(went + timedelta(seconds=40), "front", person=who, zone="Steps", lasts_s=20)

    def _courier(self, day: date) -> None:
        came = self._about(day, time(11, 30), 90)
        self._note(
            came - timedelta(seconds=40), "drive", label="truck", text="a yellow van", lasts_s=240
        )
        self._note(came, "front", person=COURIER, zone="Doormat", lasts_s=55)
        if self._chance.random() < 0.5:
            words = self._chance.choice(_AT_THE_DOOR)
            self._note(
                came + timedelta(seconds=20), "front", EventType.SPOKEN, person=COURIER, text=words
            )

    def _animals(self, day: date) -> None:
        for _ in range(self._chance.randint(0, 3)):
            at = time(self._chance.randint(20, 23), self._chance.randint(0, 59))
            self._seen(day, at, "garden", label="cat", zone="Lawn", text="a black cat")
        if self._chance.random() < 0.7:
            self._seen(day, time(6, 45), "garden", label="dog", zone="Lawn", text="a brown dog")
        if self._chance.random() < 0.25:
            self._seen(day, time(14), "drive", label="bicycle", zone="Gate")

    def _strangers(self, day: date) -> None:
        if day.day in (7, 14, 20, 29):
            self._note(
                self._about(day, time(21, 30), 20), "front", person=SEVEN, zone="Steps", lasts_s=70
            )
        if day == date(2026, 10, 23):
            at = self._about(day, time(2, 40), 2)
            seen = self._note(at, "garden", person=TWELVE, zone="Shed", lasts_s=190)
            self._note(
                at + timedelta(seconds=20), "garden", EventType.RULE, zone="Shed",
                text="Somebody at the shed at night", story=seen.id,
            )  # fmt: skip
        if day == date(2026, 10, 31):
            self._seen(day, time(22, 15), "drive", label="car", zone="Parking", text="a red car")
            for minute in (5, 12, 26, 40):
                self._seen(day, time(18, minute), "front", label="person", zone="Doormat")
        if day.day % 9 == 0:
            self._seen(day, time(15, 20), "drive", label="person", zone="Gate")

    def _faults(self, day: date) -> None:
        if day == date(2026, 10, 19):
            self._off("garden", datetime.combine(day, time(9), ZONE), 8 * 60, "no power")
        if day in (date(2026, 10, 12), date(2026, 10, 28)):
            self._off("front", datetime.combine(day, time(2), ZONE), 40, "the network was away")
        if day in (date(2026, 10, 10), date(2026, 10, 30)):
            self._note(
                self._about(day, time(3, 20), 10), "drive", EventType.LOUD,
                label=None, text="breaking glass", lasts_s=2,
            )  # fmt: skip

    def _off(self, camera: str, begin: datetime, minutes: int, why: str) -> None:
        since = begin.astimezone(UTC)
        until = since + timedelta(minutes=minutes)
        self._home.gaps.append(Gap(camera, since, until, why))
        self._note(since, camera, EventType.CAMERA_DOWN, label=None, text=why, lasts_s=minutes * 60)
        self._note(until, camera, EventType.CAMERA_UP, label=None)

    def _seen(self, day: date, at: time, camera: str, **told: Any) -> Event:
        return self._note(self._about(day, at, 9), camera, lasts_s=45, **told)

    def _about(self, day: date, at: time, give_min: int) -> datetime:
        exact = datetime.combine(day, at, ZONE).astimezone(UTC)
        return exact + timedelta(seconds=self._chance.randint(-give_min * 60, give_min * 60))

    def _note(  # noqa: PLR0913 - what makes an event
        self,
        at: datetime,
        camera: str,
        kind: EventType = EventType.APPEARED,
        *,
        label: str | None = "person",
        person: str | None = None,
        zone: str | None = None,
        text: str | None = None,
        lasts_s: float = 0,
        story: str | None = None,
    ) -> Event:
        self._number += 1
        id = f"E{self._number:05}"
        clip = None
        end = at + timedelta(seconds=lasts_s)
        if kind is EventType.APPEARED:
            clip = f"C{self._number:05}"
            self._home.clips.append(Clip(clip, camera, f"clips/{clip}.mp4", at, end, 1000))
        event = Event(
            id, camera, kind, at, end, label, person, zone, text, f"T{self._number:05}", clip,
            story=story or id,
        )  # fmt: skip
        self._home.events.append(event)
        return event


def home(seed: int = SEED) -> Home:
    """The home of a seed."""
    return _Days(seed).all()
