"""How long an answer takes when a year of events is remembered: the same questions, a million events more."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from random import Random

from benchmarks.ask.asking import living
from benchmarks.ask.home import CAMERAS, NOW, PEOPLE, ZONE, ZONES, home
from benchmarks.ask.oracle import Question
from benchmarks.measure import Row, Spread, load, row
from omnisight_desktop.chat.assistant import Assistant
from omnisight_desktop.core.event import Event, EventType

_BATCH = 2000
_PATIENCE_S = 600.0
_P50_MS, _P99_MS = 100.0, 500.0
_LABELS = ("person", "person", "person", "car", "car", "truck", "cat", "dog", "bicycle")
_TEXTS = (None, None, "a blue car", "a red car", "a black cat", "a yellow van", "I forgot my keys.")
_DAYS = 365


@dataclass(frozen=True, slots=True)
class Asked:
    """A question, how long its answer took by the clock, and how long the processor worked on it."""

    question: str
    ms: float
    processor_ms: float


def rows(questions: list[Question], events: int) -> list[Row]:
    """By the clock, and by the processor's time, which says more on a machine that others use."""
    asked = ask_over(questions, events)
    wall = Spread(tuple(one.ms for one in asked))
    busy = Spread(tuple(one.processor_ms for one in asked))
    size = f"{events:,} events, {len(asked)} questions"
    table = [row(f"{size}: {load()}", None)]
    for name, value, limit in (
        ("time of an answer, p50", wall.p50, _P50_MS),
        ("time of an answer, p99", wall.p99, _P99_MS),
        ("processor time, p50", busy.p50, _P50_MS),
        ("processor time, p99", busy.p99, _P99_MS),
    ):
        table.append(
            row(f"{size}: {name}", value, limit=limit, unit="ms", goal=f"<= {limit:g}", met=value <= limit)
        )  # fmt: skip
    slow = sorted(asked, key=lambda one: -one.processor_ms)[:5]
    table += [row(f"slowest: {one.question[:48]}", one.processor_ms, unit="ms") for one in slow]
    return table


def ask_over(questions: list[Question], events: int) -> list[Asked]:
    """Every question once, each in a conversation of its own, after two that warm up."""
    with living(home()) as house:
        batch: list[Event] = []
        for event in crowd(events):
            batch.append(event)
            if len(batch) == _BATCH:
                house.keeper.commit(*batch, timeout_s=_PATIENCE_S)
                batch.clear()
        if batch:
            house.keeper.commit(*batch, timeout_s=_PATIENCE_S)
        for warm in questions[:2]:
            Assistant(house, ZONE).ask(warm.q, NOW)
        return [_timed(Assistant(house, ZONE), question) for question in questions]


def crowd(events: int, seed: int = 11) -> Iterator[Event]:
    """So many events over the year until now, by day more than by night."""
    dice = Random(seed)
    people, cameras = tuple(PEOPLE), tuple(CAMERAS)
    step = timedelta(days=_DAYS) / events
    for number in range(events):
        at = NOW - timedelta(days=_DAYS) + step * number
        camera = dice.choice(cameras)
        label = dice.choice(_LABELS)
        kind = EventType.SPOKEN if dice.random() < 0.02 else EventType.APPEARED
        yield Event(
            f"X{number:08}",
            camera,
            kind,
            at,
            at + timedelta(seconds=dice.randint(2, 60)),
            label,
            dice.choice(people) if label == "person" and dice.random() < 0.4 else None,
            dice.choice((None, *ZONES[camera])),
            dice.choice(_TEXTS),
            story=f"X{number:08}",
        )


def _timed(assistant: Assistant, question: Question) -> Asked:
    if question.after is not None:
        assistant.ask(question.after, NOW)
    began, began_busy = time.perf_counter(), time.process_time()
    assistant.ask(question.q, NOW)
    return Asked(
        question.q,
        (time.perf_counter() - began) * 1000,
        (time.process_time() - began_busy) * 1000,
    )


def questions_of(folder: Path) -> list[Question]:
    """Every question of every bank."""
    from benchmarks.ask.oracle import read_bank

    return [question for file in sorted(folder.glob("*.jsonl")) for question in read_bank(file)]
