"""What holds for every test: cases that hypothesis finds do not depend on how busy the machine is."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

import tests.material  # noqa: F401 - before anything else reads the environment

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # windows without a screen

settings.register_profile(
    "house", deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("house")
