"""Names in utterances somebody wrote down, and in tweets, where nearly nobody introduces anybody."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

from benchmarks.material import material
from benchmarks.measure import Row, row
from omnisight_desktop.perception.hearing.names import names_in

_HERE = Path(__file__).parent
_NAIVE = re.compile(r"(?i:i'm|i am|my name is|this is|he's called|she's called)\s+([A-Z][\w'-]+)")
_PRECISION, _RECALL = 0.97, 0.9

#: Who is introduced in a text of a language, and whether they speak themselves.
Read = Callable[[str, str], set[tuple[str, str]]]


def ours(text: str, language: str) -> set[tuple[str, str]]:
    """The forms of the language."""
    return {(one.name.casefold(), one.whom.value) for one in names_in(text, language)}


def naive(text: str, _: str) -> set[tuple[str, str]]:
    """The original drawing."""
    found = {(match.group(), match.group(1)) for match in _NAIVE.finditer(text)}
    return {
        (name.casefold(), "self" if form.lower().startswith(("i", "my")) else "present")
        for form, name in found
    }


def on_text() -> list[Row]:
    """Precision and recall on each set."""
    table: list[Row] = []
    for path in sorted(_HERE.glob("*.jsonl")):
        lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        for measure, goal in (("precision", _PRECISION), ("recall", _RECALL)):
            mine, peer = (_scored(lines, read)[measure] for read in (ours, naive))
            table.append(
                row(
                    f"{path.stem}: {measure} on {len(lines)} utterances",
                    mine,
                    peer=peer,
                    goal=f"at least {goal}",
                    met=mine >= goal,
                )
            )
    return table


def _scored(lines: list[dict[str, object]], read: Read) -> dict[str, float]:
    right = wrong = missed = 0
    for line in lines:
        names = line["names"]
        assert isinstance(names, list)
        wanted = {(one["name"].casefold(), one["whom"]) for one in names}
        found = read(str(line["text"]), str(line["lang"]))
        right, wrong = right + len(wanted & found), wrong + len(found - wanted)
        missed += len(wanted - found)
    return {
        "precision": right / max(1, right + wrong),
        "recall": right / max(1, right + missed),
    }


def on_tweets() -> list[Row]:
    """Of the names that are read out of WNUT-17, how many are names of people at all."""
    texts = list(_tweets(material("truth", "names", "wnut17", "emerging.test.annotated")))
    texts += _tweets(material("truth", "names", "wnut17", "wnut17train.conll"))
    figures: list[tuple[int, int]] = []
    for read in (ours, naive):
        right = said = 0
        for text, people in texts:
            for name, _ in read(text, "en"):
                said += 1
                right += name.split()[0] in people
        figures.append((right, said))
    (right, said), (peer_right, peer_said) = figures
    return [
        row(
            f"WNUT-17: precision on {len(texts)} texts, {said} names (peer {peer_said})",
            right / max(1, said),
            peer=peer_right / max(1, peer_said),
            goal="printed",
        )
    ]


def _tweets(path: Path) -> Iterator[tuple[str, set[str]]]:
    """Each text with the words that stand for people in it."""
    words: list[str] = []
    people: set[str] = set()
    for line in [*path.read_text(encoding="utf-8", errors="replace").splitlines(), ""]:
        word, _, tag = line.partition("\t")
        if not word.strip():
            if words:
                yield " ".join(words).replace(" 's", "'s").replace(" n't", "n't"), people
            words, people = [], set()
            continue
        words.append(word)
        if tag.strip().endswith("person"):
            people.add(word.casefold())
