"""The parent's side of a child process: start it when needed, call it, cancel it, replace it when it died."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Mapping
from queue import Empty
from types import TracebackType
from typing import Any

from signoff.core.domain.sentences import Sentence, say
from signoff.core.errors import Cancelled, SignoffError
from signoff.core.isolation.failures import ChildDied, ChildFault, ChildOutOfMemory, ChildTimedOut
from signoff.core.isolation.limits import Limits
from signoff.core.isolation.process import Process
from signoff.core.isolation.wire import TooLong, WireError, encode
from signoff.core.progress import CancelToken

_LOOK_SECONDS = 0.05
"""How often a waiting call looks at its cancel token and its deadline."""
_SHOWN_WORDS = 300
"""Characters of the child's last words that go into the sentence."""


class Child:
    """A worker module running in its own process, started at the first call and kept warm.

    One caller at a time; a second one waits. After a death the next call starts a new process that
    knows nothing of the old one: compare `starts` to notice.
    """

    def __init__(
        self,
        worker: str,
        limits: Limits,
        name: str,
        arguments: Mapping[str, Any] | None = None,
        environment: Mapping[str, str] | None = None,
    ) -> None:
        """Prepare, start nothing.

        Args:
            worker: module that calls `serve` when run as ``python -m worker``.
            limits: caps on memory and time.
            name: what a sentence calls it, such as ``SQL engine``.
            arguments: JSON values the worker reads with `serve.arguments`.
            environment: variables added to the cleaned environment. The process runs in the root folder: give
                absolute paths.
        """
        self.name = name
        self.starts = 0
        """How many processes were started so far."""
        self.held: tuple[str, ...] = ()
        """What the running process is held to: ``memory``, ``cores``, ``sockets``."""
        self._worker, self._limits = worker, limits
        self._arguments, self._environment = dict(arguments or {}), dict(environment or {})
        self._process: Process | None = None
        self._calls = 0
        self._lock = threading.Lock()

    @property
    def running(self) -> bool:
        """Whether a process is there and may be called."""
        return self._process is not None and self._process.alive()

    @property
    def pid(self) -> int | None:
        """Number of the process; None when none runs."""
        return self._process.pid if self._process is not None and self.running else None

    def start(self) -> None:
        """Start the process unless it runs.

        Raises:
            ChildDied: it ended before its first word, or said nothing in time.
        """
        with self._lock:
            self._ready_process()

    def call(
        self,
        method: str,
        params: Mapping[str, Any],
        *,
        on_event: Callable[[dict[str, Any]], None] | None = None,
        cancel: CancelToken | None = None,
    ) -> Any:
        """The worker's answer to one call.

        Args:
            method: name in the worker's table of methods.
            params: what JSON can hold.
            on_event: receives each event the worker emits, on this thread.
            cancel: looked at every 50 ms; a worker that does not stop within the grace time is killed.

        Raises:
            Cancelled: `cancel` was set.
            SignoffError: the worker raised one; its sentence as it stands.
            ChildDied: the process died, ran out of memory or of time.
            ChildFault: the worker has a bug, or `params` is no JSON.
        """
        if cancel is not None:
            cancel.check()
        with self._lock:
            process = self._ready_process()
            self._calls += 1
            try:
                process.send(encode({"id": self._calls, "method": method, "params": dict(params)}))
            except TooLong as error:
                raise SignoffError(say("child.request_too_large", reason=error)) from error
            except WireError as error:
                raise ChildFault(f"the request {method} {error}") from error
            waiting = _Waiting(self._calls, process, self._limits, cancel, self.name)
            answered = False
            try:
                answer = waiting.answer(on_event)
                answered = True
            finally:
                if not answered:
                    process.end(at_once=True)
        return _result(answer, self.name)

    def close(self) -> None:
        """End the process, if one runs; a later call starts a new one."""
        with self._lock:
            if self._process is not None:
                self._process.end(at_once=False)
                self._process = None

    def kill(self) -> None:
        """End the process at once, whatever it is doing; safe from another thread while a call waits."""
        process = self._process
        if process is not None:
            process.strike()

    def __enter__(self) -> Child:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _ready_process(self) -> Process:
        if self._process is not None and self._process.alive():
            return self._process
        if self._process is not None:
            self._process.end(at_once=True)
        process = Process(self._worker, self._limits, self._arguments, self._environment)
        self._process = process
        self.starts += 1
        try:
            ready = process.next_message(self._limits.start_seconds)
        except Empty:
            process.end(at_once=True)
            raise ChildDied(say("child.not_started", name=self.name)) from None
        if not isinstance(ready, dict) or "ready" not in ready:
            raise _death(process, self.name, "could not start")
        self.held = tuple(ready["ready"])
        return process


class _Waiting:
    """One call that waits for its answer."""

    def __init__(
        self, call: int, process: Process, limits: Limits, cancel: CancelToken | None, name: str
    ) -> None:
        self._call, self._process, self._limits = call, process, limits
        self._cancel, self._name = cancel, name
        self._deadline = None if limits.call_seconds is None else time.monotonic() + limits.call_seconds
        self._stopping: SignoffError | Cancelled | None = None
        self._kill_at = 0.0

    def answer(self, on_event: Callable[[dict[str, Any]], None] | None) -> dict[str, Any]:
        """The final message of this call; events on the way go to `on_event`."""
        while True:
            message = self._next()
            if message is None or message.get("id") != self._call:
                continue
            if "event" not in message:
                break
            if on_event is not None and self._stopping is None:
                on_event(message["event"])
        if self._stopping is not None:
            return {"stopped": self._stopping}
        return message

    def _next(self) -> dict[str, Any] | None:
        self._look()
        try:
            message = self._process.next_message(_LOOK_SECONDS)
        except Empty:
            return None
        if isinstance(message, dict):
            return message
        if self._stopping is not None:
            raise self._stopping
        how = "stopped unexpectedly" if message is None else f"sent a message that {message}, and was ended"
        raise _death(self._process, self._name, how)

    def _look(self) -> None:
        """Ask the worker to stop when it should, and lose patience when it does not."""
        now = time.monotonic()
        if self._stopping is not None:
            if now > self._kill_at:
                raise self._stopping
            return
        if self._cancel is not None and self._cancel.cancelled:
            self._stopping = Cancelled()
        elif self._deadline is not None and now > self._deadline:
            seconds = f"{self._limits.call_seconds:g} seconds"
            self._stopping = ChildTimedOut(say("child.too_slow", name=self._name, time=seconds))
        if self._stopping is not None:
            self._kill_at = now + self._limits.grace_seconds
            self._process.send(encode({"cancel": self._call}))


def _result(answer: dict[str, Any], name: str) -> Any:
    if "result" in answer:
        return answer["result"]
    if "stopped" in answer:
        raise answer["stopped"]
    if "error" in answer:
        raise SignoffError(Sentence(str(answer["error"]), str(answer.get("code", "")), {}))
    if "memory" in answer:
        raise ChildOutOfMemory(say("child.no_memory", name=name))
    if "cancelled" in answer:
        raise Cancelled
    raise ChildFault(str(answer.get("fault", answer)))


def _death(process: Process, name: str, how: str) -> ChildDied:
    """End what is left of the process and tell its last words."""
    code = process.end(at_once=True)
    words = " ".join(process.last_words().splitlines()[-3:])[-_SHOWN_WORDS:]
    told = f"; its last words: {words}" if words else f" (exit code {code})"
    return ChildDied(say("child.died", name=name, how=how, told=told))
