"""One running child process with the threads that serve its three pipes."""

from __future__ import annotations

import contextlib
import json
import subprocess
import sys
import threading
from collections import deque
from collections.abc import Mapping
from pathlib import Path
from queue import SimpleQueue
from typing import Any, BinaryIO, cast

from signoff.core.isolation.environment import cleaned_environment
from signoff.core.isolation.limits import Limits
from signoff.core.isolation.wire import WireError, read

if sys.platform == "win32":
    from signoff.core.isolation.caps_windows import tied
else:
    from signoff.core.isolation.caps_linux import tied

_BOOT = Path(__file__).with_name("boot.py")
CHILD_SWITCH = "--child-process"
"""First argument by which the installed program, which has no Python beside it, is started as a child of itself."""
_LAST_WORDS = 4000
"""Characters kept of what the child last wrote to stderr."""
_END_SECONDS = 2.0
"""Time a child has to end after its input ended, before it is killed."""


class Process:
    """A child process, its last words, and a queue of what it said."""

    def __init__(
        self, worker: str, limits: Limits, arguments: Mapping[str, Any], environment: Mapping[str, str]
    ) -> None:
        self.said: SimpleQueue[dict[str, Any] | WireError | None] = SimpleQueue()
        """Messages in order; a `WireError` for garbage; None when its output ended."""
        self.ended = False
        self._to_write: SimpleQueue[bytes | None] = SimpleQueue()
        self._words: deque[str] = deque(maxlen=200)
        self._popen = subprocess.Popen(
            _command(worker, limits, arguments),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=cleaned_environment(environment),
            cwd=Path(sys.executable).anchor or None,
            close_fds=True,
        )
        self._tie = tied(self._popen.pid)
        jobs = (("say", self._write), ("hear", self._hear), ("words", self._listen_to_words))
        self._threads = [
            threading.Thread(target=job, name=f"{worker} {name}", daemon=True) for name, job in jobs
        ]
        for thread in self._threads:
            thread.start()

    @property
    def pid(self) -> int:
        """Number of the process."""
        return self._popen.pid

    def send(self, line: bytes) -> None:
        """Queue one line for the child; never blocks."""
        self._to_write.put(line)

    def next_message(self, seconds: float) -> dict[str, Any] | WireError | None:
        """What the child says next.

        Raises:
            queue.Empty: nothing came within `seconds`.
        """
        return self.said.get(timeout=seconds)

    def alive(self) -> bool:
        """Whether the process runs and may be called."""
        return not self.ended and self._popen.poll() is None

    def end(self, at_once: bool) -> int:
        """End the process: by closing its input, or killing it; returns its exit code, all threads gone."""
        if not self.ended:
            self.ended = True
            if at_once:
                self._popen.kill()
            self._to_write.put(None)
            try:
                self._popen.wait(_END_SECONDS)
            except subprocess.TimeoutExpired:
                self._popen.kill()
            self._popen.wait()
            for thread in self._threads:
                thread.join()
            for pipe in (self._popen.stdout, self._popen.stderr):
                cast(BinaryIO, pipe).close()
            if self._tie is not None:
                self._tie.close()
        return self._popen.wait()

    def strike(self) -> None:
        """Kill the process and nothing else: whoever waits for its answer sees its end."""
        self._popen.kill()

    def last_words(self) -> str:
        """What the child last wrote to stderr, at most some thousand characters."""
        return "".join(self._words)[-_LAST_WORDS:].strip()

    def _write(self) -> None:
        pipe = cast(BinaryIO, self._popen.stdin)
        with contextlib.suppress(OSError):
            while (line := self._to_write.get()) is not None:
                pipe.write(line)
                pipe.flush()
        with contextlib.suppress(OSError):
            pipe.close()

    def _hear(self) -> None:
        pipe = cast(BinaryIO, self._popen.stdout)
        try:
            while (message := read(pipe)) is not None:
                self.said.put(message)
        except (WireError, OSError) as error:
            self.said.put(error if isinstance(error, WireError) else WireError(str(error)))
        self.said.put(None)

    def _listen_to_words(self) -> None:
        pipe = cast(BinaryIO, self._popen.stderr)
        while words := pipe.readline(_LAST_WORDS):
            self._words.append(words.decode("utf-8", "replace"))


def _command(worker: str, limits: Limits, arguments: Mapping[str, Any]) -> list[str]:
    start = {
        "worker": worker,
        "path": [place for place in sys.path if place and Path(place).is_absolute()],
        "memory_bytes": limits.memory_bytes,
        "sockets": limits.sockets,
        "arguments": dict(arguments),
    }
    if getattr(sys, "frozen", False):
        return [sys.executable, CHILD_SWITCH, json.dumps(start)]
    return [sys.executable, "-I", "-X", "utf8", str(_BOOT), json.dumps(start)]
