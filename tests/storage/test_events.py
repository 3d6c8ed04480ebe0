from __future__ import annotations

import base64
import json
import re
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from omnisight_desktop.core.errors import UsageError
from omnisight_desktop.core.event import Event
from omnisight_desktop.storage import finding, wanted
from omnisight_desktop.storage.engine import Database
from omnisight_desktop.storage.events import EventArchive, EventFilter
from tests.storage.store import NOON, Store, event

HOUR = timedelta(hours=1)


def ids(events: list[Event] | tuple[Event, ...]) -> list[str]:
    return [one.id for one in events]


def pages(archive: EventArchive, filter_: EventFilter, limit: int) -> Iterator[list[str]]:
    cursor: str | None = None
    while True:
        page = archive.page(filter_, cursor=cursor, limit=limit)
        yield ids(page.events)
        if page.next is None:
            return
        assert len(page.events) == limit
        cursor = page.next


def everything(archive: EventArchive, filter_: EventFilter, limit: int = 7) -> list[str]:
    return [name for page in pages(archive, filter_, limit) for name in page]


# --- one, all, and those since ----------------------------------------------------------------


def test_an_event_comes_back_as_it_was(store: Store) -> None:
    full = event(
        "E",
        end=NOON + timedelta(seconds=3.25),
        person="Person_0000000A",
        zone="porch",
        text="a parcel",
        track="T",
        clip="C",
        score=0.75,
    )
    store.fill(full, event("plain", label=None))
    assert store.events.get("E") == full
    assert store.events.get("plain") == event("plain", label=None)
    assert store.events.get("nobody") is None


def test_times_are_kept_to_the_millisecond_and_in_utc(store: Store) -> None:
    there = datetime.fromisoformat("2026-05-03T14:00:00.123456+02:00")
    store.fill(event("E", start=there))
    found = store.events.get("E")
    assert found is not None
    assert found.start == NOON + timedelta(milliseconds=123)
    assert found.start.tzinfo is UTC


def test_what_was_stored_since_comes_in_that_order(store: Store) -> None:
    store.fill(event("B", 10), event("A", 5), event("C", 1))
    assert [(n, e.id) for n, e in store.events.since(0)] == [(1, "B"), (2, "A"), (3, "C")]
    assert [e.id for _, e in store.events.since(1, limit=1)] == ["A"]
    assert store.events.since(store.events.newest_seq()) == []


def test_events_of_a_track_and_of_a_clip_come_in_their_order(store: Store) -> None:
    store.fill(
        event("A", 9, track="T1", clip="C1"),
        event("B", 3, track="T1"),
        event("C", 5, track="T2", clip="C1"),
        event("D", 1),
    )
    assert [one.id for one in store.events.of_track("T1")] == ["A", "B"]
    assert [one.id for one in store.events.of_clip("C1")] == ["A", "C"]
    assert store.events.of_track("T9") == store.events.of_clip("C9") == []


def test_of_nothing_there_is_nothing(store: Store) -> None:
    archive, all_ = store.events, EventFilter()
    assert archive.page(all_).events == ()
    assert archive.page(all_).next is None
    assert archive.first(all_) is None
    assert archive.search("word") == archive.search("word", ranked=True) == []
    assert archive.count(all_) == 0
    assert archive.count_by_hour(all_, NOON, NOON + HOUR) == []
    assert archive.labels() == []
    assert archive.newest_seq() == 0


# --- pages ------------------------------------------------------------------------------------


def test_pages_go_from_the_newest_to_the_oldest_and_miss_nothing(store: Store) -> None:
    store.fill(*(event(f"E{n:02}", after_s=n) for n in range(20)))
    assert list(pages(store.events, EventFilter(), 7)) == [
        [f"E{n:02}" for n in range(19, 12, -1)],
        [f"E{n:02}" for n in range(12, 5, -1)],
        [f"E{n:02}" for n in range(5, -1, -1)],
    ]


def test_a_page_that_is_just_full_is_the_last(store: Store) -> None:
    store.fill(*(event(f"E{n}", after_s=n) for n in range(5)))
    assert store.events.page(EventFilter(), limit=5).next is None


def test_events_that_began_together_are_each_on_one_page(store: Store) -> None:
    names = [f"E{n:02}" for n in range(30)]
    store.fill(*(event(name, text="same") for name in names))
    assert everything(store.events, EventFilter()) == names[::-1]
    assert everything(store.events, EventFilter(cameras=("front", "back"))) == names[::-1]
    assert everything(store.events, EventFilter(labels=("person",))) == names[::-1]
    assert everything(store.events, EventFilter(text="same")) == names[::-1]


@pytest.mark.parametrize("text", [None, "parcel"])
def test_pages_stay_as_they_were_while_more_is_stored(store: Store, text: str | None) -> None:
    filter_ = EventFilter(text=text)
    store.fill(*(event(f"E{n:02}", after_s=n // 3, text="a parcel") for n in range(30)))
    expected = everything(store.events, filter_, 4)
    with store.writing() as writer:
        seen: list[str] = []
        for number, page in enumerate(pages(store.events, filter_, 4)):
            seen += page
            # One that is newer than all, and one that began together with the newest.
            writer.commit(
                event(f"new{number}", after_s=100, text="a parcel"),
                event(f"late{number}", after_s=9, text="a parcel"),
            )
    assert seen == expected


def test_pages_hold_while_somebody_writes_at_the_same_time(store: Store) -> None:
    store.fill(*(event(f"E{n:03}", after_s=n) for n in range(100)))
    done = threading.Event()
    with store.writing() as writer:

        def write() -> None:
            number = 0
            while not done.is_set():
                assert writer.keep(event(f"new{number}", after_s=1000 + number))
                number += 1

        busy = threading.Thread(target=write)
        busy.start()
        try:
            for _ in range(5):
                seen = everything(store.events, EventFilter(until=NOON + HOUR / 6), 9)
                assert seen == [f"E{n:03}" for n in range(99, -1, -1)]
        finally:
            done.set()
            busy.join(10)


@pytest.mark.parametrize("limit", [0, -1, 1001, 10**12])
def test_a_page_of_no_sensible_size_is_refused(store: Store, limit: int) -> None:
    for ask in (
        lambda: store.events.page(EventFilter(), limit=limit),
        lambda: store.events.since(0, limit=limit),
        lambda: store.events.search("word", limit=limit),
        lambda: store.events.search("word", ranked=True, limit=limit),
    ):
        with pytest.raises(UsageError, match="1 to 1000"):
            ask()


def forged(value: object) -> str:
    return base64.urlsafe_b64encode(json.dumps(value).encode()).decode().rstrip("=")


@pytest.mark.parametrize(
    "cursor",
    ["", "x", "not a cursor", "=" * 8, "ä", "🦊", "\ud800", "A" * 100_000, "W1tb" * 40]
    + [
        forged(value)
        for value in (
            None, 5, [], [1], [1, 2, 3], ["1", "2"], [1.5, 2], [True, 1], {"a": 1}, [[1], 2],
            [2**63, 1], [1, -(2**64)],
        )
    ],
)  # fmt: skip
def test_a_cursor_that_nobody_gave_is_refused(store: Store, cursor: str) -> None:
    with pytest.raises(UsageError, match="cursor"):
        store.events.page(EventFilter(), cursor=cursor)
    if cursor != forged([1]):
        with pytest.raises(UsageError, match="cursor"):
            store.events.page(EventFilter(text="word"), cursor=cursor)


def test_the_cursor_of_another_list_is_refused(store: Store) -> None:
    store.fill(event("A", text="word"), event("B", text="word"))
    plain = store.events.page(EventFilter(), limit=1).next
    words = store.events.page(EventFilter(text="word"), limit=1).next
    with pytest.raises(UsageError):
        store.events.page(EventFilter(text="word"), cursor=plain)
    with pytest.raises(UsageError):
        store.events.page(EventFilter(), cursor=words)


@pytest.mark.parametrize("place", [[2**63 - 1, 2**63 - 1], [-(2**63), -(2**63)], [0, 0]])
@pytest.mark.parametrize("filter_", [EventFilter(), EventFilter(labels=("person",))])
def test_a_cursor_beyond_everything_does_no_harm(
    store: Store, place: list[int], filter_: EventFilter
) -> None:
    store.fill(event("A"))
    try:
        shown = ids(store.events.page(filter_, cursor=forged(place)).events)
    except UsageError:
        return
    assert shown == (["A"] if place[0] > 0 else [])


# --- filters ----------------------------------------------------------------------------------


@dataclass(frozen=True)
class Case:
    """A filter, and which events it leaves."""

    name: str
    filter: EventFilter
    keeps: Callable[[Event], bool]


def variety() -> list[Event]:
    made = []
    for number in range(240):
        made.append(
            event(
                f"E{number:03}",
                after_s=(number * 7919) % 240 * 900,  # not in the order in which they are stored
                camera=("front", "back", "hall")[number % 3],
                type=("appeared", "left")[number % 2],
                label=("person", "car", None, "dog")[number % 4],
                person=("Ada", "Bob", None)[number % 5 % 3],
                zone=("porch", None)[number // 7 % 2],
                text=(f"word{number % 6} the", None)[number // 11 % 2],
            )
        )
    return made


SINCE, UNTIL = NOON + 7 * HOUR, NOON + 31 * HOUR + timedelta(seconds=900)
CASES = [
    Case("all", EventFilter(), lambda _: True),
    Case("a camera", EventFilter(cameras=("back",)), lambda e: e.camera == "back"),
    Case("cameras", EventFilter(cameras=("back", "hall", "back")), lambda e: e.camera != "front"),
    Case("no such camera", EventFilter(cameras=("roof",)), lambda _: False),
    Case("a camera without a name", EventFilter(cameras=("",)), lambda _: False),
    Case("a person", EventFilter(people=("Ada",)), lambda e: e.person == "Ada"),
    Case("people", EventFilter(people=("Ada", "Bob")), lambda e: e.person is not None),
    Case("a type", EventFilter(types=("left",)), lambda e: e.type == "left"),
    Case("types", EventFilter(types=("left", "appeared")), lambda _: True),
    Case("a label", EventFilter(labels=("dog",)), lambda e: e.label == "dog"),
    Case("labels", EventFilter(labels=("dog", "car")), lambda e: e.label in ("dog", "car")),
    Case("no such label", EventFilter(labels=("bear",)), lambda _: False),
    Case("a zone", EventFilter(zone="porch"), lambda e: e.zone == "porch"),
    Case("since", EventFilter(since=SINCE), lambda e: e.start >= SINCE),
    Case("until", EventFilter(until=UNTIL), lambda e: e.start < UNTIL),
    Case("between", EventFilter(since=SINCE, until=UNTIL), lambda e: SINCE <= e.start < UNTIL),
    Case("never", EventFilter(since=UNTIL, until=SINCE), lambda _: False),
    Case("words", EventFilter(text="word3"), lambda e: "word3" in (e.text or "")),
    Case(
        "words and a person",
        EventFilter(text="the", people=("Bob",)),
        lambda e: e.person == "Bob" and e.text is not None,
    ),
    Case(
        "words between",
        EventFilter(text="the", since=SINCE, until=UNTIL),
        lambda e: SINCE <= e.start < UNTIL and e.text is not None,
    ),
    Case("words never", EventFilter(text="the", since=UNTIL, until=SINCE), lambda _: False),
    Case(
        "a camera and a type",
        EventFilter(cameras=("hall",), types=("left",)),
        lambda e: e.camera == "hall" and e.type == "left",
    ),
    Case(
        "nearly everything",
        EventFilter(("front", "hall"), ("Ada", "Bob"), ("left",), ("car",), None, None, SINCE),
        lambda e: (
            e.camera != "back"
            and e.person is not None
            and e.type == "left"
            and e.label == "car"
            and e.start >= SINCE
        ),
    ),
]


@pytest.fixture(scope="module")
def various(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    made = Store.at(tmp_path_factory.mktemp("various"))
    made.fill(*variety())
    yield made
    made.database.close()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_each_filter_leaves_what_is_wanted_and_nothing_else(
    various: Store, case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    # So few that it takes several goes here, too.
    monkeypatch.setattr(finding, "_FIRST_GO", 3)
    monkeypatch.setattr(finding, "_HOURS", 2)
    left = [one for one in variety() if case.keeps(one)]
    by_time = sorted(left, key=lambda e: (e.start, e.id), reverse=True)
    expected = ids(left)[::-1] if case.filter.text else ids(by_time)
    assert everything(various.events, case.filter) == expected
    assert everything(various.events, case.filter, 1000) == expected
    first = various.events.first(case.filter)
    assert (first.id if first else None) == (by_time[-1].id if by_time else None)
    assert various.events.count(case.filter) == len(left)
    if case.filter.since is None and case.filter.until is None:
        hours = Counter(e.start.replace(minute=0, second=0) for e in left)
        counted = various.events.count_by_hour(case.filter, NOON, NOON + 90 * HOUR)
        assert [(c.hour, c.events) for c in counted] == sorted(hours.items())


def test_the_first_of_a_label_may_be_in_any_hour(store: Store) -> None:
    store.fill(
        *(event(f"E{n:03}", after_s=n * 1800) for n in range(200)),
        event("bear", after_s=150_000, label="bear"),
        event("late bear", after_s=250_000, label="bear", zone="porch"),
    )
    assert [
        first.id if first else None
        for first in (
            store.events.first(EventFilter(labels=("bear",))),
            store.events.first(EventFilter(labels=("bear",), zone="porch")),
            store.events.first(EventFilter(labels=("bear",), zone="gate")),
            store.events.first(EventFilter(labels=("bear",), since=NOON + 42 * HOUR)),
            store.events.first(EventFilter(labels=("bear",), until=NOON + 40 * HOUR)),
        )
    ] == ["bear", "late bear", None, "late bear", None]


def test_the_first_of_a_common_word_is_the_same_however_it_is_found(
    various: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(finding, "_COMMON", 5)
    for filter_ in (EventFilter(text="the"), EventFilter(text="the", people=("Bob", "Ada"))):
        with_words = [e for e in variety() if e.text and (not filter_.people or e.person)]
        first = various.events.first(filter_)
        assert first is not None
        assert first.id == min(with_words, key=lambda e: e.start).id


def test_a_long_stretch_of_time_changes_nothing_in_what_is_found(
    various: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(finding, "_MOST_IN_STRETCH", 5)
    filter_ = EventFilter(text="the", since=SINCE, until=UNTIL)
    left = [e for e in variety() if SINCE <= e.start < UNTIL and e.text]
    assert everything(various.events, filter_) == ids(left)[::-1]


def test_more_people_than_one_would_name_are_found_as_well(
    various: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(wanted, "_MOST_WAYS", 1)
    left = sorted((e for e in variety() if e.person), key=lambda e: e.start, reverse=True)
    assert everything(various.events, EventFilter(people=("Ada", "Bob"))) == ids(left)


def test_a_filter_is_narrowed_by_what_is_said() -> None:
    wide = EventFilter(types=("left",), text="parcel")
    assert wide.narrowed(type="loud", zone="porch") == replace(wide, types=("loud",), zone="porch")
    assert wide.narrowed(label="dog", text="ball") == replace(wide, labels=("dog",), text="ball")
    assert wide.narrowed() == wide


# --- counting ---------------------------------------------------------------------------------

_TIMES = st.one_of(
    st.integers(-40 * 3_600_000, 40 * 3_600_000),
    st.sampled_from([hours * 3_600_000 + ms for hours in (-30, -1, 0, 1, 7) for ms in (-1, 0, 1)]),
)
_CAMERAS, _TYPES, _LABELS, _PEOPLE = (
    ("a", "b", ""),
    ("x", "y"),
    ("car", "dog", None, ""),
    ("P", None),
)
_EVENTS = st.tuples(
    st.sampled_from(_CAMERAS),
    st.sampled_from(_TYPES),
    st.sampled_from(_LABELS),
    st.sampled_from(_PEOPLE),
    _TIMES,
)


def moment(ms: int) -> datetime:
    return datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=ms)


def some(values: tuple[str, ...]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(values), max_size=2, unique=True).map(tuple)


_FILTERS = st.builds(
    EventFilter,
    cameras=some(_CAMERAS),
    types=some(_TYPES),
    labels=some(("car", "dog", "")),
    people=some(("P", "Q")),
    since=st.none() | _TIMES.map(moment),
    until=st.none() | _TIMES.map(moment),
)


def keeps(filter_: EventFilter, one: Event) -> bool:
    return (
        (not filter_.cameras or one.camera in filter_.cameras)
        and (not filter_.types or one.type in filter_.types)
        and (not filter_.labels or one.label in filter_.labels)
        and (not filter_.people or one.person in filter_.people)
        and (filter_.since is None or one.start >= filter_.since)
        and (filter_.until is None or one.start < filter_.until)
    )


@settings(max_examples=40)
@given(
    drawn=st.lists(_EVENTS, max_size=40),
    filters=st.lists(_FILTERS, min_size=5, max_size=5),
    gone=st.integers(0, 5),
    moved=st.integers(0, 5),
)
def test_counts_are_those_of_looking_at_every_event(
    tmp_path_factory: pytest.TempPathFactory,
    drawn: list[tuple[Any, ...]],
    filters: list[EventFilter],
    gone: int,
    moved: int,
) -> None:
    store = Store.at(tmp_path_factory.mktemp("counts"))
    events = [
        Event(f"E{n}", camera, kind, moment(ms), label=label, person=person)
        for n, (camera, kind, label, person, ms) in enumerate(drawn)
    ]
    with store.writing() as writer:
        writer.commit(*events)
        writer.erase("event", ids(events[:gone]))
        events = events[gone:]
        again = [
            replace(one, start=one.start - HOUR, label="cat", camera="b") for one in events[:moved]
        ]
        writer.commit(*again)
    events = again + events[moved:]
    for filter_ in filters:
        left = [one for one in events if keeps(filter_, one)]
        assert store.events.count(filter_) == len(left), filter_
        assert sorted(everything(store.events, filter_, 9)) == sorted(ids(left)), filter_
        since, until = moment(-40 * 3_600_000), moment(41 * 3_600_000)
        plain = replace(filter_, since=None, until=None)
        hours = Counter(
            one.start.replace(minute=0, second=0, microsecond=0)
            for one in events
            if keeps(plain, one)
        )
        counted = store.events.count_by_hour(plain, since - HOUR, until)
        assert [(c.hour, c.events) for c in counted] == sorted(hours.items()), filter_
    store.database.close()


def test_hours_that_are_only_touched_are_counted_whole(store: Store) -> None:
    store.fill(event("A", 10), event("B", 3590), event("C", 3600), event("D", 7200))
    counted = store.events.count_by_hour(
        EventFilter(), NOON + timedelta(minutes=30), NOON + timedelta(minutes=61)
    )
    assert [(c.hour, c.events) for c in counted] == [(NOON, 2), (NOON + HOUR, 1)]


def test_time_has_no_edge_that_counting_trips_over(store: Store) -> None:
    store.fill(event("A"))
    begin, end = datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC)
    for filter_ in (
        EventFilter(since=begin),
        EventFilter(until=end),
        EventFilter(since=begin, until=end),
    ):
        assert store.events.count(filter_) == 1
        assert ids(store.events.page(filter_).events) == ["A"]
    assert store.events.count(EventFilter(since=end)) == 0
    assert store.events.count(EventFilter(until=begin)) == 0


def test_a_time_without_a_zone_is_refused(store: Store) -> None:
    with pytest.raises(UsageError, match="no time zone"):
        store.events.count(EventFilter(since=NOON.replace(tzinfo=None)))
    with pytest.raises(UsageError, match="no time zone"):
        store.events.page(EventFilter(until=NOON.replace(tzinfo=None)))


def test_labels_are_those_of_events_that_are_there(store: Store) -> None:
    with store.writing() as writer:
        writer.commit(event("A", label="dog"), event("B", label=None), event("C", label="cat"))
        assert store.events.labels() == ["cat", "dog"]
        writer.erase("event", ["A"])
        assert store.events.labels() == ["cat"]


# --- words ------------------------------------------------------------------------------------


def test_text_label_and_zone_are_searched(store: Store) -> None:
    store.fill(
        event("A", text="a parcel was left"),
        event("B", label="parcel"),
        event("C", zone="parcel"),
        event("D", text="parcels"),
    )
    assert store.finds("parcel") == ["C", "B", "A"]
    assert store.finds("parcel left") == ["A"]
    assert store.finds("person parcel") == ["C", "A"]


@pytest.mark.parametrize(
    ("written", "asked"),
    [
        ("Müller an der Tür", "muller tur"),
        ("Muller an der Tur", "Müller TÜR"),
        ("Grüße aus Köln", "GRÜßE köln"),
        ("l'élève à l'école", "eleve ecole"),
        ("Ångström", "angstrom"),
        ("Łódź", "łodz"),
        ("ПРИВЕТ мир", "привет"),
        ("東京 駅", "東京"),
        ("e\u0301cole", "école"),
        ("it's 5 o'clock", "it's"),
        ("gate-3 opened", "gate-3"),
        ("snake_case_word", "case"),
    ],
)
def test_accents_and_capitals_make_no_difference(store: Store, written: str, asked: str) -> None:
    store.fill(event("A", text=written), event("B", text="something else"))
    assert store.finds(asked) == ["A"]
    assert ids(store.events.search(asked, ranked=True)) == ["A"]


HOSTILE = [
    "", " ", "\n", '"', '""', "'", "*", "a*", '"a', 'a"b', "a AND", "OR", "NOT a", "a NEAR b",
    "NEAR(a b, 3)", "text:a", "-a", "^a", "a + b", "(a", "a)", "{a b}: c", "%", "_", "__", ";",
    "'; DROP TABLE person_events; --", "\0", "a\0b", "🦊", "👩‍👩‍👧", "\u202e", "½", "a" * 100_000,
    "word " * 10_000, " ".join(f"w{n}" for n in range(10_000)), "\u0301", "١٢٣", "ﬁ", "\ufffe",
]  # fmt: skip


@pytest.mark.parametrize("words", HOSTILE, ids=lambda words: repr(words[:20]))
def test_whatever_is_typed_is_looked_for_and_nothing_breaks(various: Store, words: str) -> None:
    for ranked in (False, True):
        various.events.search(words, ranked=ranked)
    various.events.page(EventFilter(text=words, people=("Ada",)))
    various.events.count(EventFilter(text=words))
    various.events.first(EventFilter(text=words))
    various.events.count_by_hour(EventFilter(text=words), NOON, NOON + HOUR)


@given(words=st.text(max_size=40))
def test_any_text_can_be_looked_for(various: Store, words: str) -> None:
    if not any("\ud800" <= letter <= "\udfff" for letter in words):
        for found in various.events.search(words):
            assert found.text or found.label or found.zone


def test_half_a_letter_is_a_question_that_makes_no_sense(various: Store) -> None:
    # Not a letter to the search, so that nothing is left of it.
    assert various.events.search("\ud800") == []
    with pytest.raises(UsageError):
        various.events.page(EventFilter(zone="\ud800"))


def test_operators_are_words_like_others(store: Store) -> None:
    store.fill(event("A", text="this or that"), event("B", text="this and that"))
    assert store.finds("this OR that") == ["A"]
    assert store.finds("NOT this") == []


def test_blank_words_do_not_narrow_a_page_and_find_nothing_by_themselves(store: Store) -> None:
    store.fill(event("A", text="word"))
    assert everything(store.events, EventFilter(text="  ")) == ["A"]
    assert store.events.search("  ") == []
    assert everything(store.events, EventFilter(text="?!")) == []


def test_what_fits_best_comes_first_and_the_newer_where_alike(store: Store) -> None:
    store.fill(
        event("long", text="parcel " + "and many other words " * 20, label=None),
        event("alike", text="the parcel came", label=None),
        event("twice", text="parcel upon parcel", label=None),
        event("newer", text="the parcel came", label=None),
    )
    found = ids(store.events.search("parcel", ranked=True))
    assert found == ["twice", "newer", "alike", "long"]
    assert ids(store.events.search("parcel", ranked=True, limit=2)) == ["twice", "newer"]


def test_ranking_looks_at_the_newest_only(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("omnisight_desktop.storage.events.RANKED_AMONG", 2)
    store.fill(
        event("best", text="parcel", label=None),
        event("old", text="a parcel and more", label=None),
        event("new", text="one more parcel by the door", label=None),
    )
    assert ids(store.events.search("parcel", ranked=True)) == ["old", "new"]


# --- how it is found --------------------------------------------------------------------------


def plans(store: Store, ask: Callable[[EventArchive], object]) -> list[str]:
    """What SQLite says about the way it goes for each statement of a question."""
    statements: list[str] = []
    other = Database.open(store.database.path)
    with other.read() as connection:  # the one connection that is there will be used again
        plain = connection.connection.driver_connection
    assert plain is not None
    plain.set_trace_callback(statements.append)
    ask(EventArchive(other))
    other.close()
    return [
        str(detail)
        for statement in statements
        if statement.startswith(("SELECT", "WITH"))
        for *_, detail in store.sql(f"EXPLAIN QUERY PLAN {statement}")
    ]


QUESTIONS: dict[str, tuple[Callable[[EventArchive], object], str]] = {
    "newest": (lambda a: a.page(EventFilter()), "USING INDEX ix_person_events_start_ms"),
    "person and camera": (
        lambda a: a.page(EventFilter(people=("Ada",), cameras=("front",), since=SINCE)),
        "ix_person_events_person_id_start_ms (person_id=? AND start_ms>?)",
    ),
    "cameras": (
        lambda a: a.page(EventFilter(cameras=("front", "back"))),
        "ix_person_events_camera_id_start_ms (camera_id=?)",
    ),
    "words": (lambda a: a.search("the"), "VIRTUAL TABLE INDEX"),
    "words of a person": (
        lambda a: a.page(EventFilter(text="the", people=("Ada",))),
        "USING INTEGER PRIMARY KEY (rowid=?)",
    ),
    "hours": (
        lambda a: a.count_by_hour(EventFilter(), SINCE, UNTIL),
        "PRIMARY KEY (camera_id=? AND hour_ms>? AND hour_ms<?)",
    ),
    "zones": (lambda a: a.zones(), "INDEX ix_person_events_zone_start_ms (zone>?)"),
}


@pytest.mark.parametrize("name", QUESTIONS)
def test_nothing_is_sorted_or_looked_through_that_nobody_asked_for(
    various: Store, name: str
) -> None:
    ask, way = QUESTIONS[name]
    steps = plans(various, ask)
    assert any(way in step for step in steps), steps
    assert not any("TEMP B-TREE" in step for step in steps), steps
    # "SEARCH" without an index, too, goes through all of them: for a least or a greatest value.
    assert not any(re.fullmatch(r"(SCAN|SEARCH) person_events", step) for step in steps), steps
    assert not any(step.startswith("SCAN person_events") and "INDEX" not in step for step in steps)


def test_an_archive_of_a_folder_that_is_gone_says_so(tmp_path: Path) -> None:
    store = Store.at(tmp_path / "data")
    archive = store.events
    store.database.close()
    for file in store.folder.iterdir():
        file.unlink()
    with pytest.raises(Exception, match="cannot be used"):
        archive.page(EventFilter())
