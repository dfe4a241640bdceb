"""What of the machine the generator may use."""

from __future__ import annotations

import os

from signoff.core.engines.llama.machine import memory_cap, physical_cores


def test_at_least_one_core_and_no_more_than_there_are() -> None:
    assert 1 <= physical_cores() <= (os.cpu_count() or 1)


def test_the_cap_is_twice_the_file_and_room_for_the_context() -> None:
    assert memory_cap(1 << 30) > (2 << 30) + (1 << 30)
