"""An installation seals with one key, which it never shows and never changes unnoticed."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from omnisight_desktop.config.paths import Paths
from omnisight_desktop.config.secrets import Safe
from omnisight_desktop.core.errors import NotFound, SecretError, StorageError, UsageError
from omnisight_desktop.core.redaction import redact
from omnisight_desktop.services.evidence.seal import Keys, PublicKey, Seal, own_keys
from omnisight_desktop.services.evidence.words import WORDS, spoken
from tests.fakes.keyrings import LockedKeyring, MemoryKeyring, NoKeyring, using
from tests.services.evidence.conftest import OTHER, SEAL


@pytest.fixture(autouse=True)
def keyring() -> Iterator[MemoryKeyring]:
    """A keyring that works."""
    backend = MemoryKeyring()
    with using(backend):
        yield backend


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return Paths(tmp_path)


def keys(paths: Paths) -> Keys:
    """The keys as a program that is just started has them."""
    return Keys(paths, Safe(paths, {}))


def test_the_key_is_made_once_and_kept_with_the_secrets(
    paths: Paths, keyring: MemoryKeyring
) -> None:
    first = keys(paths).seal()
    again = keys(paths).seal()
    assert again.public == first.public
    assert first.public.sealed(b"text", again.sign(b"text"))
    assert [name for _, name in keyring.held] == ["evidence-key"]
    assert [one.name for one in paths.root.iterdir()] == ["evidence-key.pem"]
    assert PublicKey.read(keys(paths).public_file) == first.public
    assert own_keys(paths) == [first.public]


def test_without_a_keyring_a_file_keeps_it_for_its_owner_only(paths: Paths) -> None:
    with using(NoKeyring()):
        seal = keys(paths).seal()
        assert keys(paths).seal().public == seal.public
    assert paths.secrets_file.stat().st_mode & 0o077 == 0


def test_two_installations_have_keys_of_their_own(tmp_path: Path) -> None:
    one, other = (Paths(tmp_path / name) for name in ("one", "other"))
    assert keys(one).seal().public != keys(other).seal().public


def test_the_private_half_is_shown_to_nobody(paths: Paths, keyring: MemoryKeyring) -> None:
    seal = keys(paths).seal()
    (private,) = keyring.held.values()
    assert private not in repr(seal)
    assert private not in redact(f"it is {private}")
    assert private.encode() not in (paths.root / "evidence-key.pem").read_bytes()


def test_a_lost_or_locked_key_is_not_replaced_unnoticed(
    paths: Paths, keyring: MemoryKeyring
) -> None:
    first = keys(paths).seal()
    with using(LockedKeyring()), pytest.raises(SecretError, match="cannot be read") as caught:
        keys(paths).seal()
    assert "clips key --new" in caught.value.fix
    assert keys(paths).seal().public == first.public
    keyring.held.clear()
    with pytest.raises(SecretError, match="cannot be read"):
        keys(paths).seal()
    fresh = keys(paths).renew()
    assert fresh.public != first.public
    assert keys(paths).seal().public == fresh.public
    assert set(own_keys(paths)) == {first.public, fresh.public}


def test_a_key_that_is_not_the_one_shown_does_not_seal(
    paths: Paths, keyring: MemoryKeyring
) -> None:
    keys(paths).seal()
    keys(paths).public_file.write_bytes(OTHER.public.pem)
    with pytest.raises(SecretError, match="does not belong"):
        keys(paths).seal()
    keys(paths).public_file.unlink()
    where = next(iter(keyring.held))
    for damaged in (
        "damaged-0815",
        base64.b64encode(b"far too short").decode(),
        "verdorbener-schlüssel",
    ):
        keyring.held[where] = damaged
        with pytest.raises(SecretError, match="is damaged") as caught:
            keys(paths).seal()
        assert caught.value.__context__ is None


def test_a_key_is_read_from_what_people_hand_on(tmp_path: Path) -> None:
    file = tmp_path / "key.pem"
    file.write_bytes(b"Anna's key:\r\n" + SEAL.public.pem.replace(b"\n", b"\r\n"))
    assert PublicKey.read(file) == SEAL.public
    others = X25519PrivateKey.generate().public_key()
    pem = others.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    for none in (b"", b"\xff" * 99, pem, SEAL.public.pem[:60], b"x" * 9999):
        file.write_bytes(none)
        with pytest.raises(UsageError, match="holds no key"):
            PublicKey.read(file)
    with pytest.raises((NotFound, StorageError)):
        PublicKey.read(tmp_path / "none.pem")


def test_only_the_right_key_over_the_right_text_fits() -> None:
    signature = SEAL.sign(b"text")
    assert SEAL.public.sealed(b"text", signature)
    assert not SEAL.public.sealed(b"test", signature)
    assert not OTHER.public.sealed(b"text", signature)
    for none in (b"", signature[:-1], signature + b"\0", bytes(64)):
        assert not SEAL.public.sealed(b"text", none)


def test_words_tell_keys_apart_and_stay_what_they_are() -> None:
    assert len(WORDS) == len(set(WORDS)) == 256
    assert len({word[:4] for word in WORDS}) == 256  # heard badly, they still differ
    assert spoken(bytes(range(32))) == " ".join(WORDS[:10])
    made = {Seal(Ed25519PrivateKey.generate()).public.words for _ in range(20)}
    assert len(made) == 20
    # What was written down once must be found again by every later version.
    assert SEAL.public.words == "motor donkey jewel island jungle apple angle jelly puzzle tomato"
