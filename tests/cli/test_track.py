"""``omnisight track``: boxes in, the same boxes with ids out."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Omnisight


def test_a_file_is_tracked_and_the_counts_are_told(omnisight: Omnisight, tmp_path: Path) -> None:
    source, target = tmp_path / "det.txt", tmp_path / "out.txt"
    source.write_text("".join(f"{i},-1,{10 + i},20,40,100,0.9\n" for i in range(1, 31)))
    said = omnisight("track", str(source), str(target), "--fps", "25", "--json")
    assert said.code == 0
    assert said.json == {
        **{"frames": 30, "boxes": 30, "tracks": 1, "lines": 29, "fps": 25.0},
        "out": str(target),
    }
    assert target.read_text().splitlines()[0].startswith("2,1,")
    assert omnisight("track", str(source), str(target), "--fill").code == 0
    assert target.read_text().splitlines()[0].startswith("1,1,")


def test_a_broken_line_is_exit_2_with_its_number(omnisight: Omnisight, tmp_path: Path) -> None:
    (tmp_path / "det.txt").write_text("1,-1,1,1,9,9,0.9\nso what\n")
    said = omnisight("track", str(tmp_path / "det.txt"), str(tmp_path / "out.txt"))
    assert said.code == 2
    assert said.out == ""
    assert "line 2" in said.err
    assert not (tmp_path / "out.txt").exists()


def test_an_absent_file_is_exit_2(omnisight: Omnisight, tmp_path: Path) -> None:
    said = omnisight("track", str(tmp_path / "no.txt"), str(tmp_path / "out.txt"))
    assert said.code == 2
    assert "no.txt" in said.err
