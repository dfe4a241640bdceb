"""The worker's side of a child process: answers calls, one at a time, until its input ends.

The main thread runs the methods; a second thread reads the parent's messages, so that a cancel reaches
running work, and ends the process as soon as the parent is gone.
"""

from __future__ import annotations

import os
import sys
import threading
import traceback
from collections.abc import Callable, Mapping
from queue import SimpleQueue
from typing import Any, BinaryIO

from signoff.core.domain.sentences import code_of, say
from signoff.core.errors import Cancelled, SignoffError
from signoff.core.isolation.wire import TooLong, WireError, encode, read
from signoff.core.progress import CancelToken

_STDIN, _STDOUT, _STDERR = 0, 1, 2


class WorkerContext:
    """All that running work knows of its caller in the parent process."""

    def __init__(self, send: Callable[[dict[str, Any]], None], call: int) -> None:
        self._send = send
        self._lock = threading.Lock()
        self._callback: Callable[[], None] | None = None
        self.call = call
        """Number of the call."""
        self.token = CancelToken()
        """Set when the parent cancels; give it to code that takes one."""

    def emit(self, event: Mapping[str, Any]) -> None:
        """Send one piece of news to the parent's ``on_event``."""
        self._send({"id": self.call, "event": dict(event)})

    @property
    def cancelled(self) -> bool:
        """Whether the parent asked to stop."""
        return self.token.cancelled

    def on_cancel(self, callback: Callable[[], None] | None) -> None:
        """Run `callback` when the parent cancels, on the reading thread; at once when it has."""
        with self._lock:
            self._callback = callback
            late = callback is not None and self.token.cancelled
        if late and callback is not None:
            callback()

    def cancel(self) -> None:
        """Mark the call as cancelled and run the callback; called on the reading thread."""
        with self._lock:
            self.token.cancel()
            callback = self._callback
        if callback is not None:
            callback()


Method = Callable[[dict[str, Any], WorkerContext], Any]
"""Takes the call's parameters; returns what JSON can hold; raises SignoffError, Cancelled, or it is a bug."""


class _Desk:
    """The two pipes to the parent, and the call that is running."""

    def __init__(self) -> None:
        self.arguments: dict[str, Any] = {}
        self.held: tuple[str, ...] = ()
        self._requests: SimpleQueue[dict[str, Any]] = SimpleQueue()
        self._write_lock = threading.Lock()
        self._state_lock = threading.Lock()
        self._running: WorkerContext | None = None
        self._cancelled_early: set[int] = set()
        self._input: BinaryIO | None = None
        self._output: BinaryIO | None = None

    def take_pipes(self) -> None:
        """Keep both pipes for messages: libraries that print then reach stderr, and read nothing."""
        self._input = os.fdopen(os.dup(_STDIN), "rb")
        self._output = os.fdopen(os.dup(_STDOUT), "wb")
        nothing = os.open(os.devnull, os.O_RDONLY)
        os.dup2(nothing, _STDIN)
        os.close(nothing)
        os.dup2(_STDERR, _STDOUT)

    def send(self, message: dict[str, Any]) -> None:
        """Write one message; the process ends when nobody listens any more."""
        line = encode(message)
        assert self._output is not None
        with self._write_lock:
            try:
                self._output.write(line)
                self._output.flush()
            except OSError:
                os._exit(0)

    def listen(self) -> None:
        """Read the parent's messages until they end, then end the process at once."""
        assert self._input is not None
        try:
            while (message := read(self._input)) is not None:
                if "cancel" in message:
                    self._cancel(int(message["cancel"]))
                else:
                    self._requests.put(message)
        except (WireError, ValueError) as error:
            print(f"unreadable message from the parent: {error}", file=sys.stderr, flush=True)
        finally:
            os._exit(0)

    def _cancel(self, call: int) -> None:
        with self._state_lock:
            running = self._running
            if running is None or running.call != call:
                self._cancelled_early.add(call)
                return
        running.cancel()

    def next_call(self) -> tuple[dict[str, Any], WorkerContext]:
        """Wait for a request and open its context."""
        request = self._requests.get()
        context = WorkerContext(self.send, int(request["id"]))
        with self._state_lock:
            self._running = context
            early = context.call in self._cancelled_early
            self._cancelled_early = {call for call in self._cancelled_early if call > context.call}
        if early:
            context.cancel()
        return request, context

    def close_call(self) -> None:
        """Forget the running call: a cancel that comes now is late."""
        with self._state_lock:
            self._running = None


_desk = _Desk()


def prepare(held: tuple[str, ...], arguments: Mapping[str, Any]) -> None:
    """Take over the pipes and keep the start's facts; `boot` calls it before the worker."""
    _desk.held = held
    _desk.arguments = dict(arguments)
    _desk.take_pipes()


def arguments() -> dict[str, Any]:
    """The arguments the parent gave this child."""
    return _desk.arguments


def serve(methods: Mapping[str, Method]) -> None:
    """Answer calls until the parent closes the pipe; never returns."""
    threading.Thread(target=_desk.listen, name="parent", daemon=True).start()
    _desk.send({"ready": list(_desk.held)})
    while True:
        request, context = _desk.next_call()
        answer = _answer(methods, request, context)
        _desk.close_call()
        _reply(context.call, answer)


def _reply(call: int, answer: dict[str, Any]) -> None:
    try:
        _desk.send({"id": call, **answer})
    except TooLong as error:
        _desk.send({"id": call, "error": say("child.answer_too_large", reason=error)})
    except WireError as error:
        _desk.send({"id": call, "fault": f"the answer {error}"})


def _answer(methods: Mapping[str, Method], request: dict[str, Any], context: WorkerContext) -> dict[str, Any]:
    """Run one call; the child's outermost handler, so it catches everything."""
    try:
        context.token.check()
        return {"result": methods[request["method"]](request["params"], context)}
    except Cancelled:
        return {"cancelled": True}
    except SignoffError as error:
        return {"error": str(error), "code": code_of(error), "kind": type(error).__name__}
    except MemoryError:
        return {"memory": True}
    except TooLong as error:
        return {"error": say("child.news_too_large", reason=error), "kind": "SignoffError"}
    except Exception:
        return {"fault": traceback.format_exc()}
