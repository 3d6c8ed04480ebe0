"""Pulling a file from servers good and bad: the right bytes in place, or nothing and a clear word."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from threading import Event
from types import SimpleNamespace

import pytest

from omnisight_desktop.core.errors import Cancelled, DiskFull, ModelCorrupt, OmniSightError
from omnisight_desktop.perception.manifest import Address, Entry
from omnisight_desktop.services.models.progress import Doing, Step
from omnisight_desktop.services.models.shelf import State
from omnisight_desktop.services.models.store import Outcome, Pulled, Store
from tests.services.models.conftest import HASTE, MakeStore, entry
from tests.services.models.server import (
    BODY,
    SUM,
    Web,
    answers,
    cuts,
    fine,
    ignores_ranges,
    leads_to,
    says_length,
    stalls,
    tag,
    web_page,
    without_length,
    wrong_place,
)

HUGE = 10**15
OTHER = b"another file" * 30_000


def pull(store: Store, wanted: Entry) -> Pulled:
    (one,) = store.pull([wanted])
    return one


def got(one: Pulled) -> bytes:
    """What is in place; nothing else lies around."""
    assert one.error is None, one.error
    assert one.outcome is Outcome.PULLED
    assert one.path is not None
    assert leftovers(one.path.parent) == []
    return one.path.read_bytes()


def leftovers(folder: Path) -> list[str]:
    return sorted(p.name for p in folder.rglob("*") if ".part" in p.name)


def why_not(store: Store, wanted: Entry) -> OmniSightError:
    """The reason why there is nothing in place."""
    one = pull(store, wanted)
    assert one.outcome is Outcome.FAILED
    assert one.error is not None
    assert not (store.shelf.own / wanted.file).exists()
    return one.error


def test_a_file_comes_and_is_not_asked_for_again(web: Web, make_store: MakeStore) -> None:
    wanted = entry(web.give("/m"))
    store = make_store(wanted)
    assert got(pull(store, wanted)) == BODY
    assert store.shelf.standing(wanted).state is State.PRESENT
    assert pull(store, wanted).outcome is Outcome.ALREADY
    assert len(web.asked) == 1


def test_nothing_but_the_request_goes_out(web: Web, make_store: MakeStore) -> None:
    wanted = entry(web.give("/m"))
    pull(make_store(wanted), wanted)
    ((path, headers),) = web.asked
    assert path == "/m"
    known = {"Host", "Accept", "Accept-Encoding", "Connection", "User-Agent"}
    assert set(headers) <= known
    assert headers["Accept-Encoding"] == "identity"


def test_what_breaks_off_goes_on_where_it_stopped(web: Web, make_store: MakeStore) -> None:
    wanted = entry(web.give("/m", cuts(100_000), cuts(100_000), fine), sha256=None)
    assert got(pull(make_store(wanted), wanted)) == BODY
    assert web.ranges("/m") == ["", "bytes=100000-", "bytes=200000-"]
    assert web.asked[1][1]["If-Range"] == tag(BODY)


def test_a_file_that_changed_meanwhile_is_taken_from_its_start(
    web: Web, make_store: MakeStore
) -> None:
    wanted = entry(web.give("/m", cuts(100_000), fine), sha256=None)
    store = make_store(wanted, patience=replace(HASTE, tries=1))
    assert "broke off" in why_not(store, wanted).reason
    web.give("/m", body=OTHER)
    assert got(pull(store, wanted)) == OTHER


def test_without_a_mark_of_the_version_only_a_known_sum_lets_it_go_on(
    web: Web, make_store: MakeStore
) -> None:
    wanted = entry(web.give("/m", cuts(100_000, mark=False), fine), sha256=None)
    assert got(pull(make_store(wanted), wanted)) == BODY
    assert web.ranges("/m") == ["", ""]
    wanted = entry(web.give("/n", cuts(100_000, mark=False), fine), name="other")
    assert got(pull(make_store(wanted), wanted)) == BODY
    assert web.ranges("/n") == ["", "bytes=100000-"]


def test_a_wrong_beginning_is_thrown_away_and_the_file_comes_anew(
    web: Web, make_store: MakeStore
) -> None:
    wanted = entry(web.give("/m", cuts(100_000, mark=False)))
    store = make_store(wanted, patience=replace(HASTE, tries=1))
    why_not(store, wanted)
    (part,) = store.shelf.own.rglob("*.part")
    part.write_bytes(b"x" * 1000)
    web.give("/m", cuts(len(BODY), mark=False))
    assert got(pull(store, wanted)) == BODY
    assert web.ranges("/m") == ["", "bytes=1000-", ""]


def test_a_beginning_that_is_whole_already_is_kept(web: Web, make_store: MakeStore) -> None:
    wanted = entry(web.give("/m", cuts(100_000)))
    store = make_store(wanted, patience=replace(HASTE, tries=1))
    why_not(store, wanted)
    (part,) = store.shelf.own.rglob("*.part")
    part.write_bytes(BODY)
    web.give("/m", fine)
    assert got(pull(store, wanted)) == BODY
    assert web.ranges("/m")[-1] == f"bytes={len(BODY)}-"


def test_a_server_without_ranges_gives_it_all_again(web: Web, make_store: MakeStore) -> None:
    wanted = entry(web.give("/m", cuts(100_000), ignores_ranges))
    assert got(pull(make_store(wanted), wanted)) == BODY


def test_a_server_that_goes_on_elsewhere_is_not_believed(web: Web, make_store: MakeStore) -> None:
    wanted = entry(web.give("/m", wrong_place, wrong_place, fine))
    assert got(pull(make_store(wanted), wanted)) == BODY
    assert web.ranges("/m") == ["", "bytes=100000-", ""]


def test_a_server_that_always_breaks_off_at_the_same_place_is_given_up(
    web: Web, make_store: MakeStore
) -> None:
    wanted = entry(web.give("/m", cuts(100_000, ranges=False)))
    assert "broke off" in why_not(make_store(wanted), wanted).reason
    assert len(web.asked) == HASTE.tries


def test_a_server_that_falls_silent_is_asked_again(web: Web, make_store: MakeStore) -> None:
    wanted = entry(web.give("/m", stalls(120_000), fine))
    assert got(pull(make_store(wanted), wanted)) == BODY
    assert web.ranges("/m") == ["", "bytes=120000-"]


def test_a_length_that_is_too_long_does_no_harm_where_the_sum_is_known(
    web: Web, make_store: MakeStore
) -> None:
    wanted = entry(web.give("/m", says_length(len(BODY) + 5000)))
    assert got(pull(make_store(wanted), wanted)) == BODY
    assert len(web.asked) == 1


def test_a_length_that_is_too_long_is_refused_where_nothing_is_known(
    web: Web, make_store: MakeStore
) -> None:
    wanted = entry(web.give("/m", says_length(len(BODY) + 5000)), sha256=None)
    assert "broke off" in why_not(make_store(wanted), wanted).reason


def test_a_length_that_is_too_short_is_found_out(web: Web, make_store: MakeStore) -> None:
    wanted = entry(web.give("/m", says_length(1000)))
    store = make_store(wanted)
    error = why_not(store, wanted)
    assert isinstance(error, ModelCorrupt)
    assert leftovers(store.shelf.own) == []
    sized = entry(web.give("/m", says_length(1000)), size=len(BODY), name="sized")
    assert f"the file has {len(BODY)}" in why_not(make_store(sized), sized).reason


def test_a_huge_length_is_refused_before_a_byte_is_kept(web: Web, make_store: MakeStore) -> None:
    wanted = entry(web.give("/m", says_length(HUGE)), sha256=None)
    store = make_store(wanted)
    assert "no model has" in why_not(store, wanted).reason
    assert sum(p.stat().st_size for p in store.shelf.own.rglob("*.part")) == 0


def test_an_endless_body_is_cut_short(web: Web, make_store: MakeStore) -> None:
    wanted = entry(web.give("/m", without_length), sha256=None)
    store = make_store(wanted, patience=replace(HASTE, most_bytes=10_000))
    assert "sends more" in why_not(store, wanted).reason
    assert leftovers(store.shelf.own) == []


def test_a_body_without_a_length_is_fine(web: Web, make_store: MakeStore) -> None:
    wanted = entry(web.give("/m", without_length))
    assert got(pull(make_store(wanted), wanted)) == BODY


def test_the_wrong_file_never_gets_in_place(web: Web, make_store: MakeStore) -> None:
    wanted = entry(web.give("/m", body=OTHER))
    store = make_store(wanted)
    error = why_not(store, wanted)
    assert isinstance(error, ModelCorrupt)
    assert "another file" in error.reason
    assert leftovers(store.shelf.own) == []


def test_the_next_source_is_asked_when_one_has_nothing(web: Web, make_store: MakeStore) -> None:
    wanted = entry(web.give("/gone", answers(404)), web.give("/wrong", body=OTHER), web.give("/m"))
    one = pull(make_store(wanted), wanted)
    assert got(one) == BODY
    assert one.source.endswith("/m")
    assert [path for path, _ in web.asked] == ["/gone", "/wrong", "/m"]


def test_a_missing_file_is_not_asked_for_twice(web: Web, make_store: MakeStore) -> None:
    wanted = entry(web.give("/m", answers(404)))
    assert "404" in why_not(make_store(wanted), wanted).reason
    assert len(web.asked) == 1


def test_a_server_in_trouble_is_asked_again(web: Web, make_store: MakeStore) -> None:
    wanted = entry(web.give("/m", answers(500), answers(503), fine))
    assert got(pull(make_store(wanted), wanted)) == BODY
    assert len(web.asked) == 3


def test_a_redirect_is_followed_and_a_ring_of_them_is_not(web: Web, make_store: MakeStore) -> None:
    wanted = entry(web.give("/m", leads_to("/real")))
    web.give("/real")
    assert got(pull(make_store(wanted), wanted)) == BODY
    ring = entry(web.give("/ring", leads_to("/ring")), name="ring")
    assert "redirect" in why_not(make_store(ring), ring).reason


def test_a_sign_in_page_is_not_taken_for_a_model(web: Web, make_store: MakeStore) -> None:
    wanted = entry(web.give("/m", web_page), sha256=None)
    assert "sign-in" in why_not(make_store(wanted), wanted).reason


@pytest.mark.parametrize(
    "notice",
    [b"", b"version https://git-lfs.github.com/spec/v1\noid sha256:00\n", b"<?xml version='1.0'?>"],
)
def test_a_notice_in_place_of_the_file_is_refused(
    notice: bytes, web: Web, make_store: MakeStore
) -> None:
    wanted = entry(web.give("/m", ignores_ranges, body=notice), sha256=None)
    assert isinstance(why_not(make_store(wanted), wanted), ModelCorrupt)


def test_an_unpinned_file_is_recorded_and_compared_later(web: Web, make_store: MakeStore) -> None:
    wanted = entry(web.give("/m"), sha256=None)
    store = make_store(wanted)
    one = pull(store, wanted)
    assert one.sha256 == SUM
    standing = store.shelf.standing(wanted)
    assert (standing.state, standing.sha256) == (State.UNPINNED, SUM)
    path = store.shelf.own / wanted.file
    path.unlink()
    web.give("/m", body=OTHER)
    error = why_not(store, wanted)
    assert "another file than on" in error.reason
    assert "--accept" in error.fix
    (accepted,) = store.pull([wanted], accept=True)
    assert got(accepted) == OTHER
    path.unlink()
    assert got(pull(store, wanted)) == OTHER


def test_an_unpinned_file_that_was_changed_on_disk_is_wrong(
    web: Web, make_store: MakeStore
) -> None:
    wanted = entry(web.give("/m"), sha256=None)
    store = make_store(wanted)
    pull(store, wanted)
    (store.shelf.own / wanted.file).write_bytes(OTHER)
    assert store.shelf.standing(wanted).state is State.WRONG


def test_offline_is_said_in_words(nobody: str, web: Web, make_store: MakeStore) -> None:
    assert web.asked == []
    wanted = entry(nobody)
    error = why_not(make_store(wanted), wanted)
    assert error.reason == "This machine cannot reach 127.0.0.1."
    assert "omnisight models import DIR" in error.fix


def test_one_source_out_of_reach_is_no_reason_to_stop(
    nobody: str, web: Web, make_store: MakeStore
) -> None:
    wanted = entry(nobody, web.give("/m"))
    assert got(pull(make_store(wanted), wanted)) == BODY


def test_one_file_that_cannot_be_had_does_not_keep_the_others_away(
    web: Web, make_store: MakeStore
) -> None:
    bad, good = entry(web.give("/a", answers(404)), name="a"), entry(web.give("/b"), name="b")
    outcomes = [one.outcome for one in make_store(bad, good).pull([bad, good])]
    assert outcomes == [Outcome.FAILED, Outcome.PULLED]


def test_a_source_may_have_a_sum_of_its_own(web: Web, make_store: MakeStore) -> None:
    own_sum = sha256(OTHER).hexdigest()
    second = Address(web.give("/b", body=OTHER), sha256=own_sum)
    wanted = entry(web.give("/a", answers(404)), second)
    store = make_store(wanted)
    assert got(pull(store, wanted)) == OTHER
    assert store.shelf.standing(wanted).state is State.PRESENT


def test_what_was_in_place_before_is_kept_aside(web: Web, make_store: MakeStore) -> None:
    wanted = entry(web.give("/m"))
    store = make_store(wanted)
    store.shelf.own.mkdir()
    (store.shelf.own / wanted.file).write_bytes(b"my own weights")
    assert store.shelf.standing(wanted).state is State.WRONG
    assert got(pull(store, wanted)) == BODY
    assert (store.shelf.own / "model.onnx.old").read_bytes() == b"my own weights"


def test_a_wrong_file_in_the_chosen_folder_is_named_and_left_alone(
    web: Web, make_store: MakeStore, tmp_path: Path
) -> None:
    chosen = tmp_path / "chosen"
    chosen.mkdir()
    (chosen / "model.onnx").write_bytes(b"wrong")
    wanted = entry(web.give("/m"))
    one = pull(make_store(wanted, chosen=chosen), wanted)
    assert one.error is not None
    assert str(chosen / "model.onnx") in one.error.fix
    assert sorted(p.name for p in chosen.iterdir()) == ["model.onnx"]


def test_stopping_leaves_a_beginning_to_go_on_from(web: Web, make_store: MakeStore) -> None:
    wanted = entry(web.give("/m", fine))
    store, stop = make_store(wanted), Event()

    def tell(step: Step) -> None:
        if step.doing is Doing.DOWNLOAD and step.done >= 60_000:
            stop.set()

    with pytest.raises(Cancelled, match="model"):
        list(store.pull([wanted], tell=tell, stop=stop))
    (part,) = store.shelf.own.rglob("*.part")
    kept = part.stat().st_size
    assert 0 < kept < len(BODY)
    assert got(pull(store, wanted)) == BODY
    assert web.ranges("/m") == ["", f"bytes={kept}-"]


def test_two_pulls_of_one_file_do_not_get_in_each_others_way(
    web: Web, make_store: MakeStore
) -> None:
    wanted = entry(web.give("/m"))
    store = make_store(wanted)
    second: list[Pulled] = []

    def tell(step: Step) -> None:
        if step.done and not second:
            second.append(pull(store, wanted))

    (first,) = store.pull([wanted], tell=tell)
    assert got(first) == BODY
    assert second[0].error is not None
    assert "being pulled already" in second[0].error.reason


def test_no_room_is_said_before_it_is_used_up(
    web: Web, make_store: MakeStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=1000))
    wanted = entry(web.give("/m"))
    error = why_not(make_store(wanted), wanted)
    assert isinstance(error, DiskFull)
    assert "1000 are free" in error.reason


CHILD = """
import resource, sys
from pathlib import Path
from omnisight_desktop.perception.manifest import Manifest
from omnisight_desktop.services.models.progress import Step
from tests.services.models.conftest import HASTE, entry
from omnisight_desktop.perception.weights import Weights
from omnisight_desktop.services.models.shelf import Shelf
from omnisight_desktop.services.models.store import Store
from dataclasses import replace

url, folder, limit = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3])
if limit:
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
wanted = entry(url)
store = Store(Shelf(Weights((folder,), Manifest((wanted,))), folder), replace(HASTE, read_s=30))
def tell(step: Step) -> None:
    print(step.done, flush=True)
for one in store.pull([wanted], tell=tell):
    print(type(one.error).__name__, one.error.fix if one.error else "", flush=True)
"""


def child(url: str, folder: Path, limit: int = 0) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", CHILD, url, str(folder), str(limit)],
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[3],
    )


def test_kill_9_in_the_middle_loses_nothing_that_came(web: Web, make_store: MakeStore) -> None:
    url = web.give("/m", stalls(150_000), stalls(100_000), fine)
    wanted = entry(url)
    store = make_store(wanted)
    with child(url, store.shelf.own) as process:
        assert process.stdout is not None
        for line in process.stdout:
            if int(line) >= 100_000:
                break
        process.send_signal(signal.SIGKILL)
    assert process.returncode == -signal.SIGKILL
    assert store.shelf.standing(wanted).state is State.MISSING
    (part,) = store.shelf.own.rglob("*.part")
    kept = part.stat().st_size
    assert kept >= 100_000
    web.give("/m", fine)
    assert got(pull(store, wanted)) == BODY
    assert web.ranges("/m") == ["", f"bytes={kept}-"]


@pytest.mark.skipif(os.name != "posix", reason="this system knows no limit for files")
def test_a_disk_that_fills_up_keeps_what_came(web: Web, make_store: MakeStore) -> None:
    url = web.give("/m")
    wanted = entry(url)
    store = make_store(wanted)
    with child(url, store.shelf.own, limit=131_072) as process:
        assert process.stdout is not None
        last = process.stdout.read().splitlines()[-1]
    assert last.startswith("DiskFull")
    assert "goes on from there" in last
    assert got(pull(store, wanted)) == BODY
    assert web.ranges("/m")[-1].startswith("bytes=")
