"""A lighter network is kept if it finds what the full one finds, and nothing half is ever left."""

from __future__ import annotations

import itertools
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from omnisight_desktop.core.clock import ManualClock
from omnisight_desktop.core.errors import ModelError, NotFound, UsageError
from omnisight_desktop.perception.detect.choose import Wish
from omnisight_desktop.perception.detect.lighter import Passed, Shelf
from omnisight_desktop.services.lighten import make as making
from omnisight_desktop.services.lighten.make import Outcome, Wanted, forget, make, why_not
from omnisight_desktop.services.lighten.pictures import Split, Stretch, split
from tests.cli.conftest import Omnisight, omnisight  # noqa: F401 - a fixture
from tests.fakes.films import film
from tests.fakes.lamps import lamp_clips, lamps
from tests.fakes.networks import bright_finder
from tests.home import NOON

GOOD = Passed(64, 100, 0.99, 0.95, 0.0, 1.3)


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(tmp_path / "int8")


@pytest.fixture
def weights(tmp_path: Path) -> Path:
    return bright_finder(tmp_path / "models" / "bright.onnx")


@pytest.fixture
def stretches(tmp_path: Path) -> list[Stretch]:
    names = ("one", "two")
    films = [film(tmp_path / f"{name}.mp4", lamps(200)) for name in names]
    return [Stretch("yard", str(path), 0, 20) for path in films]


def ticks(full: float, light: float) -> Callable[[], float]:
    """Effort as it is spent: so much for each look of the full network, so much for the other's."""
    steps = itertools.accumulate(itertools.chain([0.0], itertools.cycle((full, 0, light, 0))))
    return lambda: next(steps)


def made(shelf: Shelf, weights: Path, parts: Split, **told: object) -> Outcome:
    effort = told.get("effort") or ticks(2, 1)
    assert callable(effort)
    wanted = Wanted(Wish("onnx", "bright", 0.1), ("person",), 0.5, effort)
    return make(shelf, wanted, lambda _: weights, lambda *_: parts, ManualClock(NOON))


def left(shelf: Shelf) -> list[str]:
    return sorted(path.name for path in shelf.folder.iterdir() if path.name != "owner.lock")


def test_what_finds_as_much_is_kept_and_used_and_can_be_taken_back(
    shelf: Shelf, weights: Path, stretches: list[Stretch]
) -> None:
    outcome = made(shelf, weights, split(stretches))
    assert outcome.kept
    assert outcome.passed.agreement > 0.95
    assert outcome.passed.boxes >= 30
    assert outcome.passed.quicker == 2.0
    (known,) = shelf.all()
    assert left(shelf) == [known.file, "bright.onnx.onnx.json"]
    assert shelf.find(weights, "onnx") == (shelf.folder / known.file, "")
    assert [one.file for one in forget(shelf, "bright")] == [known.file]
    assert shelf.find(weights, "onnx") == (None, "")
    assert left(shelf) == []
    with pytest.raises(NotFound, match="no lighter network"):
        forget(shelf, "bright")


def test_what_finds_less_is_refused_in_words_and_what_was_kept_stays(
    shelf: Shelf, weights: Path, stretches: list[Stretch], tmp_path: Path
) -> None:
    made(shelf, weights, split(stretches))
    before = left(shelf)
    # Made from the dark, it takes every lamp for no more than the brightest thing that it knew.
    dark = Stretch("yard", str(film(tmp_path / "dark.mp4", lamps(200, bright=60))), 0, 20)
    outcome = made(shelf, weights, Split((dark,), tuple(stretches)))
    assert not outcome.kept
    assert "agrees with the full network on" in outcome.why_not
    assert left(shelf) == before


def test_what_is_not_quicker_here_is_refused(
    shelf: Shelf, weights: Path, stretches: list[Stretch]
) -> None:
    outcome = made(shelf, weights, split(stretches), effort=ticks(1, 1))
    assert "not quicker on this computer" in outcome.why_not
    assert left(shelf) == []


@pytest.mark.parametrize(
    ("passed", "of_all", "said"),
    [
        (GOOD, 0.95, ""),
        (Passed(64, 100, 0.94, 0.95, 0.0, 1.3), 0.95, "94.0% of what is looked for"),
        (GOOD, 0.8, "80.0% of everything"),
        (Passed(64, 100, 0.99, 0.7, 0.0, 1.3), 0.95, "overlap"),
        (Passed(64, 100, 0.99, 0.95, -0.1, 1.3), 0.95, "certainties are off by -0.10"),
        (Passed(64, 100, 0.99, 0.95, 0.0, 0.9), 0.95, "not quicker"),
    ],
)
def test_each_way_of_being_worse_has_its_words(passed: Passed, of_all: float, said: str) -> None:
    assert said in why_not(passed, of_all)
    assert bool(said) == bool(why_not(passed, of_all))


def test_too_little_is_told_before_anybody_waits(
    shelf: Shelf, weights: Path, stretches: list[Stretch], tmp_path: Path
) -> None:
    with pytest.raises(ModelError, match="0 pictures to check with"):
        made(shelf, weights, Split(tuple(stretches), ()))
    with pytest.raises(ModelError, match="0 pictures to learn from"):
        made(shelf, weights, Split((), tuple(stretches)))
    assert left(shelf) == []


def test_a_check_without_anybody_in_it_is_no_check(
    shelf: Shelf, weights: Path, stretches: list[Stretch], tmp_path: Path
) -> None:
    dark = Stretch("yard", str(film(tmp_path / "dark.mp4", lamps(90, bright=50))), 0, 9)
    with pytest.raises(ModelError, match="finds person 0 times"):
        made(shelf, weights, Split(tuple(stretches), (dark,)))
    assert left(shelf) == []


def test_only_networks_that_can_be_made_lighter_are(shelf: Shelf, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="only networks in ONNX form"):
        made(shelf, tmp_path / "bright.pt", Split((), ()))


KILLED = """
import sys
from pathlib import Path
from omnisight_desktop.core.clock import SystemClock
from omnisight_desktop.perception.detect.choose import Wish
from omnisight_desktop.perception.detect.lighter import Shelf
from omnisight_desktop.services.lighten.make import Wanted, make
from omnisight_desktop.services.lighten.pictures import Stretch, split

def tell(doing, done, total):
    if doing == "making it lighter":
        print("half", flush=True)
        sys.stdin.read()

if __name__ == "__main__":
    int8, weights, *films = map(Path, sys.argv[1:])
    parts = split([Stretch("yard", str(path), 0, 20) for path in films])
    wanted = Wanted(Wish("onnx", "bright", 0.1), ("person",), 0.5)
    make(Shelf(int8), wanted, lambda _: weights, lambda *_: parts, SystemClock(), tell)
"""


@pytest.mark.skipif(os.name != "posix", reason="kills as POSIX does")
def test_a_kill_in_the_middle_leaves_nothing_that_is_used_and_the_next_call_tidies_up(
    shelf: Shelf, weights: Path, stretches: list[Stretch]
) -> None:
    program = [sys.executable, "-c", KILLED, str(shelf.folder), str(weights)]
    films = [one.address for one in stretches]
    with subprocess.Popen(
        [*program, *films], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == "half\n"
        child.send_signal(signal.SIGKILL)
        child.wait(20)
    assert (shelf.folder / "making" / "canvases.npy").is_file()
    assert shelf.all() == []
    assert shelf.find(weights, "onnx") == (None, "")
    forget(shelf)
    assert left(shelf) == []


def test_two_at_a_time_are_refused(shelf: Shelf, weights: Path) -> None:
    with making._workplace(shelf), pytest.raises(ModelError, match="being made just now"):
        forget(shelf)


@pytest.fixture
def watched(tmp_path: Path, weights: Path) -> Path:
    """A data folder with two clips of the lamp."""
    lamp_clips(tmp_path / "data")
    return weights


def test_the_command_makes_shows_and_goes_back(omnisight: Omnisight, watched: Path) -> None:  # noqa: F811
    places = ("--set", f"models.dir={watched.parent}", "--set", f"detection.model={watched}")
    chosen = (*places, "--set", "detection.backend=onnx")
    assert "There is none" in omnisight(*chosen, "models", "int8", "show").out
    said = omnisight(*chosen, "models", "int8", "make", "--json")
    assert said.json["agreement"] > 0.95
    assert said.json["engine"] == "onnx"
    # Whether so small a network is quicker in whole numbers depends on the machine.
    assert said.code == (0 if said.json["kept"] else 1)
    rows = omnisight(*chosen, "models", "int8", "show", "--json").json["networks"]
    assert len(rows) == said.json["kept"]
    gone = omnisight(*chosen, "models", "int8", "reset", "--json").json["networks"]
    assert len(gone) == len(rows)
    assert omnisight(*chosen, "models", "int8", "reset", "nothing").code == 2
