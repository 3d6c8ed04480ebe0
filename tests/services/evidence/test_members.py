"""A zip that is made to do harm is refused before anything in it is read."""

from __future__ import annotations

import struct
import zipfile
from pathlib import Path

import pytest

from omnisight_desktop.core.errors import StorageError
from omnisight_desktop.services.evidence.check import check
from omnisight_desktop.services.evidence.members import members_of


@pytest.mark.parametrize(
    "name",
    ["../out.txt", "/etc/x", "a/../../x", "C:\\x", "a\\..\\..\\x", "c:x", "a//x", "./x", "../x/"],
)
def test_a_name_that_leads_out_of_the_folder_is_refused(packed: Path, name: str) -> None:
    spoiled = packed.with_name("slip.zip")
    spoiled.write_bytes(packed.read_bytes())
    with zipfile.ZipFile(spoiled, "a") as archive:
        archive.writestr(zipfile.ZipInfo(name), b"" if name.endswith("/") else b"x")
    try:
        with pytest.raises(StorageError, match="leads out of its folder"):
            check(spoiled)
    finally:
        spoiled.unlink()


def test_a_bomb_is_refused_unread(tmp_path: Path) -> None:
    bomb = tmp_path / "bomb.zip"
    with (
        zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open("manifest.json", "w") as file,
    ):
        for _ in range(100):
            file.write(bytes(1 << 20))
    assert bomb.stat().st_size < 1 << 20
    with pytest.raises(StorageError, match="would swell"):
        check(bomb)


def test_files_that_lie_in_each_other_are_refused(tmp_path: Path) -> None:
    bomb = tmp_path / "bomb.zip"
    with zipfile.ZipFile(bomb, "w") as archive:
        archive.writestr("a", bytes(100_000))
        archive.writestr("b", bytes(100_000))
        second = archive.infolist()[1]
        second.header_offset = 0
    data = bytearray(bomb.read_bytes())
    # The first of the two entries of the table claims the bytes of both.
    at = data.rfind(b"PK\x01\x02", 0, data.rfind(b"PK\x01\x02"))
    struct.pack_into("<L", data, at + 20, 180_000)
    bomb.write_bytes(data)
    with pytest.raises(StorageError, match="in each other|no zip"):
        check(bomb)


@pytest.mark.parametrize("large", [False, True])
def test_a_table_that_would_fill_the_memory_is_refused(tmp_path: Path, large: bool) -> None:
    size = 64 << 20
    file = tmp_path / "table.zip"
    end_64 = struct.pack("<4sQ2H2L4Q", b"PK\x06\x06", 44, 45, 45, 0, 0, 1, 1, size, 0)
    locator = struct.pack("<4sLQL", b"PK\x06\x07", 0, size, 1)
    told = 0xFFFFFFFF if large else size
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 1, 1, told, 0, 0)
    with file.open("wb") as out:
        out.seek(size)
        out.write((end_64 + locator if large else b"") + end)
    with pytest.raises(StorageError, match="far more files"):
        check(file)


def test_a_file_that_is_there_twice_is_named(packed: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.zip"
    copy.write_bytes(packed.read_bytes())
    with zipfile.ZipFile(copy, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("events.json", archive.read("events.json"))
    report = check(copy)
    assert [(str(one.fault), one.file) for one in report.findings] == [("added", "events.json")]
    assert "twice" in report.findings[0].reason


def test_a_comment_put_into_the_zip_is_said(packed: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.zip"
    copy.write_bytes(packed.read_bytes())
    with zipfile.ZipFile(copy, "a") as archive:
        archive.comment = b"buy now"
    assert [one.file for one in check(copy).findings] == ["copy.zip"]


def test_names_that_a_mac_wrote_otherwise_are_the_same(tmp_path: Path) -> None:
    (tmp_path / "Tu\u0308r.mp4").write_bytes(b"film")
    with members_of(tmp_path) as members:
        assert dict(members.listing.sizes) == {"T\u00fcr.mp4": 4}
        assert b"".join(members.blocks("T\u00fcr.mp4")) == b"film"
