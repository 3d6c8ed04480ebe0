"""No test here reaches for the keyring of the computer it runs on, nor for another test's secrets."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.fakes.keyrings import NoKeyring, using
from tests.fakes.redaction import knowing_no_secret


@pytest.fixture(autouse=True)
def _alone() -> Iterator[None]:
    with using(NoKeyring()), knowing_no_secret():
        yield
