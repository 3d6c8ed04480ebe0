"""The process-wide memory of secrets, empty while a test runs."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from omnisight_desktop.core import redaction


@contextmanager
def knowing_no_secret() -> Iterator[None]:
    """Forget what other tests called a secret, and afterwards what this one did."""
    fresh = redaction.Redactor()
    with pytest.MonkeyPatch.context() as patched:
        for name, value in vars(fresh).items():
            patched.setattr(redaction._OURS, name, value)
        yield
