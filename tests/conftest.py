"""What holds for every test."""

from __future__ import annotations

from hypothesis import settings

# Two busy cores make any deadline a coin toss; the same examples on every machine make a failure repeatable.
settings.register_profile("signoff", deadline=None, derandomize=True, print_blob=True)
settings.load_profile("signoff")
