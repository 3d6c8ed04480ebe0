"""Secrets are kept where only their owner reads them, and show themselves to nobody by accident."""

from __future__ import annotations

import copy
import json
import logging
import pickle
import stat
import subprocess
import sys
import traceback
from dataclasses import dataclass
from pathlib import Path

import pytest
from keyring.backend import KeyringBackend

from omnisight_desktop.config.paths import Paths
from omnisight_desktop.config.secrets import Place, Reference, Safe, Secret
from omnisight_desktop.core.errors import SecretError, UsageError
from tests.fakes.keyrings import (
    LockedKeyring,
    MemoryKeyring,
    NoKeyring,
    NullKeyring,
    RudeKeyring,
    using,
)

VALUE = "sesame-open-4711"


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return Paths(tmp_path)


@dataclass(frozen=True)
class Holder:
    """Something that has a secret among its fields."""

    secret: Secret


def test_a_secret_shows_itself_only_to_who_asks() -> None:
    secret = Secret(VALUE)
    assert secret.reveal() == VALUE
    texts = [
        repr(secret),
        str(secret),
        f"{secret}",
        f"{secret!r:>40}",
        f"{secret:>40}",
        "{}".format(secret),  # noqa: UP032 - another way in
    ]
    texts += [str([secret]), repr({"a": secret}), repr(Holder(secret)), f"{Holder(secret)}"]
    texts += [logging.LogRecord("n", 10, "p", 1, "%s", (secret,), None).getMessage()]
    texts += [json.dumps({"a": secret}, default=str), ascii(secret), str(dir(secret))]
    assert all(VALUE not in text for text in texts)
    assert not hasattr(secret, "__dict__")


def test_a_secret_cannot_be_written_down() -> None:
    secret = Secret(VALUE)
    for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
        with pytest.raises(TypeError) as caught:
            pickle.dumps(Holder(secret), protocol)
        assert VALUE not in str(caught.value)
    with pytest.raises(TypeError):
        json.dumps(secret)
    assert copy.deepcopy(Holder(secret)).secret.reveal() == VALUE
    assert copy.copy(secret) == secret


def test_secrets_are_compared_but_not_counted() -> None:
    assert Secret(VALUE) == Secret(VALUE)
    assert Secret(VALUE) != Secret("another")
    assert Secret(VALUE) != VALUE
    with pytest.raises(TypeError):
        hash(Secret(VALUE))


def test_a_working_keyring_keeps_it_and_no_file_is_made(paths: Paths) -> None:
    with using(MemoryKeyring()):
        safe = Safe(paths, {})
        kept = safe.keep("anthropic", Secret(VALUE))
        assert kept.reference == Reference(Place.KEYRING, "anthropic")
        assert safe.read("keyring:anthropic") == Secret(VALUE)
        assert not paths.secrets_file.exists()
        assert safe.forget("anthropic")
        assert safe.read("keyring:anthropic") is None
        assert not safe.forget("anthropic")


@pytest.mark.parametrize(
    ("backend", "words"),
    [
        (NoKeyring(), "no keyring"),
        (NullKeyring(), "no keyring"),
        (LockedKeyring(), "KeyringLocked"),
        (RudeKeyring(), "ZeroDivisionError"),
    ],
)
def test_without_a_keyring_a_private_file_keeps_it_and_says_so(
    paths: Paths, backend: KeyringBackend, words: str
) -> None:
    with using(backend):
        safe = Safe(paths, {})
        kept = safe.keep("anthropic", Secret(VALUE))
        assert str(kept.reference) == "file:anthropic"
        assert words in kept.words
        assert str(paths.secrets_file) in kept.words
        assert VALUE not in kept.words
        for reference in ("file:anthropic", "keyring:anthropic"):
            assert safe.read(reference) == Secret(VALUE)
        if sys.platform != "win32":
            assert stat.S_IMODE(paths.secrets_file.stat().st_mode) == 0o600
        assert safe.forget("anthropic")
        assert VALUE not in paths.secrets_file.read_text()
        assert safe.read("keyring:anthropic") is None


def test_a_keyring_that_forgets_at_once_is_not_believed(paths: Paths) -> None:
    class Forgetful(MemoryKeyring):
        def get_password(self, service: str, username: str) -> str | None:
            return None

    with using(Forgetful()):
        kept = Safe(paths, {}).keep("anthropic", Secret(VALUE))
        assert kept.reference.place is Place.FILE
        assert "forgot" in kept.words


def test_a_keyring_that_came_later_takes_over(paths: Paths) -> None:
    safe = Safe(paths, {})
    with using(NoKeyring()):
        safe.keep("anthropic", Secret("first-secret"))
        safe.keep("camera-porch", Secret("porch-secret"))
    with using(MemoryKeyring()):
        safe.keep("anthropic", Secret(VALUE))
        assert safe.read("keyring:anthropic") == Secret(VALUE)
        assert safe.read("file:anthropic") is None
        assert safe.read("keyring:camera-porch") == Secret("porch-secret")


def test_installations_do_not_share_secrets(tmp_path: Path) -> None:
    with using(MemoryKeyring()):
        Safe(Paths(tmp_path / "a"), {}).keep("anthropic", Secret(VALUE))
        other = Safe(Paths(tmp_path / "b"), {})
        assert other.read("keyring:anthropic") is None
        assert not other.forget("anthropic")
        assert Safe(Paths(tmp_path / "a"), {}).read("keyring:anthropic") == Secret(VALUE)


def test_the_environment_is_read_as_it_was_handed_in(paths: Paths) -> None:
    safe = Safe(paths, {"MY_KEY": f" {VALUE}\n", "EMPTY": " "})
    assert safe.read("env:MY_KEY") == Secret(VALUE)
    assert safe.read("env:EMPTY") is None
    assert safe.read("env:ABSENT") is None


@pytest.mark.parametrize(
    "text", ["", VALUE, "keyring:", "file:../../etc/passwd", "env:A B", "vault:x", "keyring:a\n"]
)
def test_what_is_no_reference_is_refused_and_not_repeated(paths: Paths, text: str) -> None:
    with pytest.raises(UsageError) as caught:
        Safe(paths, {}).read(text)
    assert VALUE not in str(caught.value)


@pytest.mark.parametrize("name", ["", "a b", "../x", "x" * 65, "é", "a:b", "-x"])
def test_names_are_short_and_plain(paths: Paths, name: str) -> None:
    with pytest.raises(UsageError):
        Safe(paths, {}).keep(name, Secret(VALUE))
    with pytest.raises(UsageError):
        Safe(paths, {}).forget(name)
    assert not paths.secrets_file.exists()


@pytest.mark.parametrize("value", ["", "  ", "a\0b", "x" * 10_001])
def test_what_cannot_be_a_secret_is_refused(paths: Paths, value: str) -> None:
    with pytest.raises(UsageError):
        Safe(paths, {}).keep("anthropic", Secret(value))
    assert not paths.secrets_file.exists()


@pytest.mark.parametrize(
    "text",
    [
        "{",
        "[]",
        '{"version": 1}',
        '{"secrets": {"a": 1}}',
        '{"secrets": ["' + VALUE + '"]}',
        '{"secrets": {"a": "' + VALUE,
        "[" * 100_000,
        "\udcff",
    ],
)
def test_a_damaged_file_is_told_without_what_is_in_it(paths: Paths, text: str) -> None:
    paths.secrets_file.write_bytes(text.encode("utf-8", "surrogateescape"))
    before = paths.secrets_file.read_bytes()
    safe = Safe(paths, {})
    with pytest.raises(SecretError, match="damaged") as caught:
        safe.read("file:a")
    with pytest.raises(SecretError, match="damaged"):
        safe.keep("b", Secret("other-secret"))
    chain: BaseException | None = caught.value
    while chain is not None:
        assert VALUE not in f"{chain!r} {vars(chain)} {getattr(chain, 'doc', '')}"
        chain = chain.__cause__ or chain.__context__
    assert VALUE not in "".join(traceback.format_exception(caught.value))
    assert paths.secrets_file.read_bytes() == before


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps permissions another way")
def test_a_file_that_others_could_read_is_closed_again(paths: Paths) -> None:
    safe = Safe(paths, {})
    safe.keep("a", Secret(VALUE))
    paths.secrets_file.chmod(0o644)
    assert safe.read("file:a") == Secret(VALUE)
    assert stat.S_IMODE(paths.secrets_file.stat().st_mode) == 0o600


def test_a_secret_that_cannot_be_written_is_an_error_without_it(paths: Paths) -> None:
    paths.secrets_file.mkdir()
    with pytest.raises(SecretError) as caught:
        Safe(paths, {}).keep("a", Secret(VALUE))
    assert VALUE not in "".join(traceback.format_exception(caught.value))


def test_importing_and_refusing_does_not_wake_the_keyring() -> None:
    code = (
        "import sys\n"
        "from pathlib import Path\n"
        "from omnisight_desktop.config.paths import Paths\n"
        "from omnisight_desktop.config.load import load, open_safe\n"
        "load(Paths(Path('/nonexistent')), env={})\n"
        "open_safe(Paths(Path('/nonexistent')), {}).read('env:X')\n"
        "heavy = {'keyring', 'tomlkit', 'torch', 'cv2', 'numpy', 'sqlalchemy', 'PySide6'}\n"
        "print(sorted(heavy & set(sys.modules)))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=Path.cwd()
    )
    assert done.stdout.strip() == "[]"
