"""Run deeply recursive Python in a thread that has the stack for it."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

_T = TypeVar("_T")

_STACK_BYTES = 256 * 1024 * 1024
"""Address space only: pages are used as the recursion reaches them."""
_FRAMES = 12_000
"""Python frames allowed meanwhile; sqlglot 30.30 takes about 30 for one level of nesting (measured)."""

_lock = threading.Lock()
_users = 0
_usual_frames = 0


def run_deep(work: Callable[[], _T]) -> _T:
    """What `work` returns or raises, run in a thread with a large stack and a high recursion limit."""
    outcome: list[_T] = []
    failure: list[BaseException] = []

    def run() -> None:
        try:
            outcome.append(work())
        except BaseException as error:
            failure.append(error)

    with _high_recursion_limit(), _large_stacks():
        thread = threading.Thread(target=run, name="large stack")
        thread.start()
        thread.join()
    if failure:
        raise failure[0]
    return outcome[0]


@contextmanager
def _high_recursion_limit() -> Iterator[None]:
    """The limit is one for all threads: the last one out puts the usual one back."""
    global _users, _usual_frames
    with _lock:
        if _users == 0:
            _usual_frames = sys.getrecursionlimit()
            sys.setrecursionlimit(max(_FRAMES, _usual_frames))
        _users += 1
    try:
        yield
    finally:
        with _lock:
            _users -= 1
            if _users == 0:
                sys.setrecursionlimit(_usual_frames)


@contextmanager
def _large_stacks() -> Iterator[None]:
    usual = threading.stack_size(_STACK_BYTES)
    try:
        yield
    finally:
        threading.stack_size(usual)
