from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from omnisight_desktop.core.ids import IdSource, is_person_id, new_person_id, slug

_NOW_MS = 1_790_000_000_000
_moments = st.lists(
    st.one_of(st.integers(_NOW_MS - 5000, _NOW_MS + 5000), st.integers(0, 253_402_300_799_000)),
    min_size=2,
    max_size=60,
)
_RESERVED_ON_WINDOWS = {"con", "prn", "aux", "nul"} | {
    f"{port}{number}" for port in ("com", "lpt") for number in range(10)
}


@given(_moments, st.booleans())
def test_ids_only_ever_grow_whatever_the_clock_does(moments: list[int], salt: bool) -> None:
    source = IdSource("e", salt=salt)
    ids = [source.next(now_ms) for now_ms in moments]
    assert all(earlier < later for earlier, later in zip(ids, ids[1:], strict=False))
    assert len({len(one) for one in ids}) == 1
    assert all(re.fullmatch("e[0-9A-HJKMNP-TV-Z]+", one) for one in ids)


@given(st.integers(_NOW_MS, _NOW_MS + 10**9), st.integers(1, 10**9))
def test_ids_of_two_sources_sort_by_time_of_birth(now_ms: int, later_ms: int) -> None:
    assert IdSource("e").next(now_ms) < IdSource("e").next(now_ms + later_ms)


def test_many_ids_in_one_millisecond_stay_in_order() -> None:
    source = IdSource("t")
    ids = [source.next(_NOW_MS) for _ in range(10_000)]
    assert ids == sorted(set(ids))
    assert source.next(_NOW_MS + 10_000) > ids[-1]


def test_two_sources_differ_by_their_salt() -> None:
    assert len({IdSource("e").next(_NOW_MS)[-3:] for _ in range(64)}) > 32


def test_person_ids_look_as_they_always_did() -> None:
    person = new_person_id()
    assert re.fullmatch(r"Person_[0-9A-F]{8}", person)
    assert is_person_id(person)
    assert is_person_id("Person_A47B8C12")
    assert len({new_person_id() for _ in range(100)}) == 100


@given(st.text())
def test_names_are_not_taken_for_person_ids(text: str) -> None:
    assert is_person_id(text) == bool(re.search(r"\APerson_[0-9A-F]{8}\Z", text))
    assert not is_person_id(f"Person_A47B8C12{text}x")


@given(st.text())
def test_a_slug_is_safe_anywhere_and_slugging_it_changes_nothing(name: str) -> None:
    short = slug(name)
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", short)
    assert len(short) <= 66
    assert short not in _RESERVED_ON_WINDOWS
    assert slug(short) == short


@given(st.lists(st.sampled_from("ab- é中Con"), max_size=90).map("".join))
def test_long_names_and_odd_ends_too(name: str) -> None:
    assert slug(slug(name)) == slug(name)
    assert not slug(name).endswith("-")


def test_slugs_of_familiar_names() -> None:
    assert slug("Front Dör 2") == "front-dor-2"
    assert slug("  ") == "camera"
    assert slug("玄関") == "camera-7384-95a2"
    assert slug("NUL") == "nul-x"
    assert slug("Garage/../etc") == "garage-etc"
