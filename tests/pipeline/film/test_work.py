"""Films of pieces: every picture that was wanted, at its own time, and nothing made up."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest

from omnisight_desktop.core.errors import DiskFull
from omnisight_desktop.pipeline.film.order import Cut, FilmMade, FilmOrder, Marks, Veil
from omnisight_desktop.pipeline.film.trail import Trail
from omnisight_desktop.pipeline.film.work import FilmWork
from tests.fakes.files import small_files
from tests.fakes.films import FPS, SIZE, brightness, film, greys, numbers
from tests.home import NOON


def cut(path: Path, start_s: float, since_s: float, until_s: float) -> Cut:
    """What of a file that begins so many seconds after noon is wanted."""
    start, since, until = (NOON + timedelta(seconds=s) for s in (start_s, since_s, until_s))
    return Cut(path, start, since, until)


def made(order: FilmOrder, target: Path) -> FilmMade:
    """Work until it is done."""
    work = FilmWork(order, target)
    while (along := work.work(60.0)).made is None:
        pass
    return along.made


@pytest.fixture(scope="module")
def six(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Six seconds, with sound."""
    return film(tmp_path_factory.mktemp("films") / "six.mp4", greys(range(60)), sound=True)


@pytest.fixture(scope="module")
def silent(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two seconds without sound."""
    return film(tmp_path_factory.mktemp("films") / "silent.mp4", greys(range(20)))


def test_a_copy_begins_on_the_key_picture_before_and_ends_when_it_should(
    six: Path, tmp_path: Path
) -> None:
    done = made(FilmOrder((cut(six, 0, 2.5, 4.0),)), tmp_path / "out")
    assert numbers(tmp_path / "out") == list(range(20, 40))
    times = [at for at, _ in brightness(tmp_path / "out")]
    assert times == pytest.approx([n / FPS for n in range(20)], abs=1e-3)
    (shown,) = done.stretches
    assert shown.start == NOON + timedelta(seconds=2)
    assert shown.end == NOON + timedelta(seconds=4)


def test_a_copy_is_the_same_to_the_bit(six: Path, tmp_path: Path) -> None:
    made(FilmOrder((cut(six, 0, 0, 9),)), tmp_path / "out")
    with av.open(str(six)) as ours, av.open(str(tmp_path / "out")) as theirs:
        for was, now in zip(ours.decode(video=0), theirs.decode(video=0), strict=True):
            assert (was.to_ndarray() == now.to_ndarray()).all()


def test_sound_stays_with_its_pictures(six: Path, tmp_path: Path) -> None:
    for number, marks in enumerate((Marks(), Marks(time=True))):
        target = tmp_path / f"{number}"
        made(FilmOrder((cut(six, 0, 1, 3), cut(six, 100, 104, 106)), marks), target)
        with av.open(str(target)) as container:
            length_s = sum(frame.samples for frame in container.decode(audio=0)) / 8000
        assert length_s == pytest.approx(4.0, abs=0.4)
    made(FilmOrder((cut(six, 0, 1, 3),), sound=False), tmp_path / "mute")
    with av.open(str(tmp_path / "mute")) as container:
        assert not container.streams.audio


def test_pieces_that_follow_each_other_run_on(six: Path, tmp_path: Path) -> None:
    done = made(FilmOrder((cut(six, 0, 4, 6.05), cut(six, 6.02, 6.02, 8))), tmp_path / "out")
    assert numbers(tmp_path / "out") == [*range(40, 60), *range(20)]
    assert len(done.stretches) == 1
    times = np.asarray([at for at, _ in brightness(tmp_path / "out")])
    assert np.diff(times).min() > 0.09
    assert np.diff(times).max() < 0.13


def test_a_pause_is_closed_up_and_told_in_chapters(six: Path, tmp_path: Path) -> None:
    order = FilmOrder((cut(six, 0, 0, 2), cut(six, 60, 61, 63)))
    done = made(order, tmp_path / "out")
    assert numbers(tmp_path / "out") == [*range(20), *range(10, 30)]
    assert [(one.at_s, (one.start - NOON).total_seconds()) for one in done.stretches] == [
        (0.0, 0.0),
        (2.0, 61.0),
    ]
    with av.open(str(tmp_path / "out")) as container:
        titles = [chapter["metadata"]["title"] for chapter in container.chapters()]
        starts = [c["start"] * float(c["time_base"] or 0) for c in container.chapters()]
    second = NOON + timedelta(seconds=61)
    assert titles[1] == f"{second.astimezone():%Y-%m-%d %H:%M:%S}"
    assert starts == [0.0, 2.0]


def test_a_drawn_film_holds_exactly_what_was_wanted_and_a_card_for_each_pause(
    six: Path, tmp_path: Path
) -> None:
    order = FilmOrder((cut(six, 0, 2.5, 4), cut(six, 60, 61, 62)), Marks(time=True, place="Tür"))
    done = made(order, tmp_path / "out")
    shown = brightness(tmp_path / "out")
    assert len(shown) == 15 + 1 + 10
    assert [at for at, _ in shown[:15]] == pytest.approx([n / FPS for n in range(15)], abs=1e-3)
    assert shown[16][0] == pytest.approx(1.5 + 2.0, abs=1e-3)
    assert shown[15][1] < 60  # the card is dark
    assert numbers(tmp_path / "out")[:15] == list(range(25, 40))
    assert numbers(tmp_path / "out")[16:] == list(range(10, 20))
    assert done.stretches[0].start == NOON + timedelta(seconds=2.5)


def test_a_file_that_is_gone_or_damaged_is_told_and_the_rest_is_shown(
    six: Path, tmp_path: Path
) -> None:
    torn = tmp_path / "torn.mp4"
    torn.write_bytes(b"no film at all" * 100)
    gone = tmp_path / "gone.mp4"
    order = FilmOrder(
        (cut(gone, -20, -20, -10), cut(six, 0, 0, 1), cut(torn, 10, 10, 20), cut(six, 30, 30, 31))
    )
    done = made(order, tmp_path / "out")
    assert numbers(tmp_path / "out") == [*range(10), *range(10)]
    assert [(lost.path, lost.reason) for lost in done.lost] == [
        (gone, "it is gone"),
        (torn, "it cannot be read: Invalid data found when processing input"),
    ]
    assert done.used == 4


def test_nothing_to_show_is_no_film(tmp_path: Path) -> None:
    done = made(FilmOrder((cut(tmp_path / "gone.mp4", 0, 0, 1),)), tmp_path / "out")
    assert done.stretches == ()


def test_another_kind_of_picture_is_another_film(six: Path, tmp_path: Path) -> None:
    large = film(tmp_path / "large.mp4", greys(range(10), (640, 360)))
    order = FilmOrder((cut(six, 0, 0, 1), cut(large, 1, 1, 2), cut(six, 2, 2, 3)))
    done = made(order, tmp_path / "out")
    assert (done.used, numbers(tmp_path / "out")) == (1, list(range(10)))


@pytest.mark.parametrize("codec", ["libx264", "libx265", "libvpx"])
def test_a_copy_is_an_mp4_wherever_that_can_be(tmp_path: Path, codec: str) -> None:
    source = tmp_path / "source.mkv"
    with av.open(str(source), "w") as out:
        stream: Any = out.add_stream(codec, rate=FPS)
        stream.width, stream.height, stream.pix_fmt = *SIZE, "yuv420p"
        stream.options = {"x265-params": "log-level=none"} if codec == "libx265" else {}
        for image in greys(range(20)):
            out.mux(stream.encode(av.VideoFrame.from_ndarray(image, format="bgr24")))
        out.mux(stream.encode(None))
    done = made(FilmOrder((cut(source, 0, 0, 2),)), tmp_path / "out")
    assert done.matroska == (codec == "libvpx")
    assert len(brightness(tmp_path / "out")) == 20
    with av.open(str(tmp_path / "out")) as container:
        assert ("mp4" in container.format.name) == (codec != "libvpx")
        if codec == "libx265":
            assert container.streams.video[0].codec_context.codec_tag == "hvc1"


def test_sound_that_comes_later_is_there_from_then_on(
    six: Path, silent: Path, tmp_path: Path
) -> None:
    order = FilmOrder((cut(silent, 0, 0, 2), cut(six, 2, 2, 4)), Marks(time=True))
    done = made(order, tmp_path / "out")
    assert done.used == 2
    with av.open(str(tmp_path / "out")) as container:
        first = next(container.decode(audio=0))
        assert float(first.time or 0.0) == pytest.approx(2.0, abs=0.2)


def test_boxes_and_names_are_where_the_trail_is(six: Path, tmp_path: Path) -> None:
    times = np.asarray([NOON.timestamp(), NOON.timestamp() + 2.0])
    boxes = np.asarray([(0.1, 0.3, 0.3, 0.7), (0.6, 0.3, 0.8, 0.7)], np.float32)
    order = FilmOrder(
        (cut(six, 0, 0, 2),), Marks(boxes=True), (Trail("Jürgen 東京", 0, times, boxes),)
    )
    made(order, tmp_path / "out")
    made(FilmOrder((cut(six, 0, 0, 2),)), tmp_path / "plain")
    with av.open(str(tmp_path / "out")) as drawn, av.open(str(tmp_path / "plain")) as plain:
        pairs = zip(drawn.decode(video=0), plain.decode(video=0), strict=True)
        for number, (ours, was) in enumerate(pairs):
            apart = np.abs(
                ours.to_ndarray(format="bgr24").astype(int)
                - was.to_ndarray(format="bgr24").astype(int)
            ).max(axis=2)
            columns = np.flatnonzero((apart > 40).any(axis=0)) / SIZE[0]
            left = 0.1 + 0.5 * number / 20
            assert columns.min() == pytest.approx(left, abs=0.02)
            assert columns.max() == pytest.approx(left + 0.2, abs=0.02)


def test_who_is_hidden_gets_no_sharp_pixel(tmp_path: Path) -> None:
    chance = np.random.default_rng(4)
    noise = chance.integers(0, 255, (SIZE[1], SIZE[0], 3), np.uint8)
    busy = film(tmp_path / "busy.mp4", [noise] * 10)
    times = np.asarray([NOON.timestamp(), NOON.timestamp() + 1.0])
    box = np.asarray([(0.25, 0.25, 0.5, 0.75)] * 2, np.float32)
    hidden = Veil((Trail("", 0, times, box),))
    made(FilmOrder((cut(busy, 0, 0, 1),), veil=hidden), tmp_path / "out")
    with av.open(str(tmp_path / "out")) as container:
        for frame in container.decode(video=0):
            light = frame.to_ndarray(format="gray")
            assert light[45:135, 80:160].std() < 12
            assert light[45:135, 240:].std() > 30


def test_a_full_disk_is_said_in_words(six: Path, tmp_path: Path) -> None:
    order = FilmOrder((cut(six, 0, 0, 6),))
    with small_files(2000), pytest.raises(DiskFull, match="No room is left"):
        made(order, tmp_path / "out")
