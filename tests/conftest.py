"""What holds for every test."""

from __future__ import annotations

import pytest
from hypothesis import settings

from signoff.core.generate.store import GeneratorFile, locate

# Two busy cores make any deadline a coin toss; the same examples on every machine make a failure repeatable.
settings.register_profile("signoff", deadline=None, derandomize=True, print_blob=True)
settings.load_profile("signoff")


@pytest.fixture(scope="session")
def generator_file() -> GeneratorFile:
    """The default language model's file, its digest checked; a run without it fails in a sentence."""
    return locate()
