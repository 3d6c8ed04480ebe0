"""A folder of pictures is a recording, at the speed and with the boxes that lie beside it."""

from __future__ import annotations

from pathlib import Path

import pytest

from omnisight_desktop.capture.folder import FolderSource, pictures_in
from omnisight_desktop.capture.open import open_source
from omnisight_desktop.core.errors import SourceBroken
from omnisight_desktop.core.frame import ToldPicture
from tests.fakes.pictures import folder, jpeg
from tests.material import need


@pytest.mark.parametrize("suffix", [".jpg", ".png", ".bmp"])
def test_pictures_come_in_the_order_in_which_a_person_counts(tmp_path: Path, suffix: str) -> None:
    source = open_source(f"{folder(tmp_path / 'yard', suffix=suffix)}?fps=5")
    shots = list(source.shots())
    shades = [round(float(s.picture.bgr().mean()) / 10) for s in shots if s.picture]
    assert shades == list(range(1, 13))
    assert [round(shot.at_s, 3) for shot in shots] == [round(i / 5, 3) for i in range(12)]
    assert source.info.length_s == pytest.approx(2.4)
    assert source.info.fps == 5
    assert sum(len(shot.packets) for shot in shots) == 12


def test_jpegs_become_packets_as_they_are_and_others_are_encoded(tmp_path: Path) -> None:
    jpegs = FolderSource(folder(tmp_path / "a"))
    first = next(jpegs.shots())
    assert first.packets[0].data == (tmp_path / "a" / "1.jpg").read_bytes()
    assert jpegs.template.codec_context.name == "mjpeg"
    assert FolderSource(folder(tmp_path / "b", suffix=".png")).info.codec == "h264"


def test_names_are_sorted_as_numbers_count(tmp_path: Path) -> None:
    for name in ("img10.jpg", "img9.jpg", "IMG2.JPG", "notes.txt", ".hidden.jpg"):
        (tmp_path / name).write_bytes(b"")
    assert [file.name for file in pictures_in(tmp_path)] == ["IMG2.JPG", "img9.jpg", "img10.jpg"]


def test_a_damaged_picture_is_a_hole_and_a_change_of_size_another_stream(tmp_path: Path) -> None:
    place = folder(tmp_path / "yard", 4)
    (place / "2.jpg").write_bytes(b"")
    (place / "3.jpg").write_bytes(jpeg(0, 320, 180))
    source = FolderSource(place, 10)
    before = source.template
    shots = list(source.shots())
    assert [round(shot.at_s, 1) for shot in shots] == [0.0, 0.2, 0.3]
    assert [s.picture.width for s in shots if s.picture] == [64, 320, 64]
    assert source.template is not before


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("notes.txt", b"hello", "no pictures in"),
        ("1.jpg", b"", "can be read"),
        ("1.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\xea\x60\0\0\xea\x60", "60000x60000"),
    ],
)
def test_what_holds_no_picture_is_said_in_words(
    tmp_path: Path, name: str, content: bytes, words: str
) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(SourceBroken, match=words):
        open_source(str(tmp_path))


def test_a_sequence_says_how_fast_it_goes_and_what_was_found_in_it(tmp_path: Path) -> None:
    folder(tmp_path / "SEQ" / "img1", 3)
    (tmp_path / "SEQ" / "seqinfo.ini").write_text(
        "[Sequence]\nname=SEQ\nimDir=img1\nframeRate=14\nseqLength=3\n"
    )
    (tmp_path / "SEQ" / "det").mkdir()
    (tmp_path / "SEQ" / "det" / "det.txt").write_text(
        "1,-1,10,20,5,8,0.9,-1,-1,-1\n1,-1,30,20,5,8,64.5\n3,-1,1,2,3,4,0.5\nrubbish\n"
    )
    for address in (tmp_path / "SEQ", tmp_path / "SEQ" / "img1"):
        source = open_source(str(address))
        pictures = [shot.picture for shot in source.shots()]
        assert source.info.fps == 14
        told = [p.found for p in pictures if isinstance(p, ToldPicture)]
        assert [len(found) for found in told] == [2, 0, 1]
        assert told[0].boxes.tolist() == [[10, 20, 15, 28], [30, 20, 35, 28]]
        assert told[0].scores.tolist() == pytest.approx([0.9, 1.0])
        assert told[0].name_of(0) == "person"


def test_boxes_without_scores_are_certain(tmp_path: Path) -> None:
    folder(tmp_path, 1)
    (tmp_path / "det").mkdir()
    (tmp_path / "det" / "det.txt").write_text("1,-1,10,20,5,8,-1,-1,-1,-1\n")
    (shot,) = open_source(str(tmp_path)).shots()
    assert isinstance(shot.picture, ToldPicture)
    assert shot.picture.found.scores.tolist() == [1.0]


def test_a_real_sequence_is_read_with_its_boxes() -> None:
    sequences = sorted(need("truth", "mot", "MOT17-mini").rglob("img1"))
    if not sequences:
        pytest.skip("no test material: no pictures in MOT17-mini")
    source = open_source(str(sequences[0]))
    shots = list(source.shots())
    assert shots
    assert shots[0].picture is not None
    assert shots[0].picture.bgr().shape == (source.info.height, source.info.width, 3)
