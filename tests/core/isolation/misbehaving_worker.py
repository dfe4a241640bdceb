"""A worker that does everything a child process must not do, on request."""

from __future__ import annotations

import ctypes
import os
import signal
import socket
import threading
from typing import Any

from signoff.core.domain.sentences import Sentence
from signoff.core.errors import SignoffError
from signoff.core.isolation.serve import WorkerContext, arguments, serve


def echo(params: dict[str, Any], context: WorkerContext) -> Any:
    print("libraries print", flush=True)
    return {"params": params, "arguments": arguments(), "call": context.call}


def facts(params: dict[str, Any], _context: WorkerContext) -> Any:
    return {name: os.environ.get(name) for name in params["names"]}


def hog(_params: dict[str, Any], _context: WorkerContext) -> Any:
    return len(bytearray(4 << 30))


def abort(_params: dict[str, Any], _context: WorkerContext) -> Any:
    os.write(2, b"GGML_ASSERT: tensor is broken\n")
    ctypes.CDLL(None).abort()


def crash(_params: dict[str, Any], _context: WorkerContext) -> None:
    os.kill(os.getpid(), signal.SIGSEGV)


def leave(_params: dict[str, Any], context: WorkerContext) -> Any:
    raw = f'{{"id":{context.call},"resu'.encode()
    _raw_out(raw)
    os._exit(0)


def garbage(_params: dict[str, Any], _context: WorkerContext) -> Any:
    _raw_out(b"\x80\x04pickle, not JSON\n")
    return 1


def no_json(_params: dict[str, Any], _context: WorkerContext) -> Any:
    return {"a set": {1, 2}}


def count(params: dict[str, Any], context: WorkerContext) -> Any:
    for number in range(params["to"]):
        context.emit({"number": number})
    return params["to"]


def wait_politely(_params: dict[str, Any], context: WorkerContext) -> Any:
    woken = threading.Event()
    context.on_cancel(woken.set)
    context.emit({"waiting": True})
    woken.wait()
    context.token.check()


def wait_deaf(_params: dict[str, Any], context: WorkerContext) -> Any:
    context.emit({"waiting": True})
    threading.Event().wait()


def refuse(_params: dict[str, Any], _context: WorkerContext) -> Any:
    raise SignoffError(Sentence("The table is empty; add a row.", "tests.empty", {}))


def bug(_params: dict[str, Any], _context: WorkerContext) -> Any:
    return {}["nothing"]


def connect(params: dict[str, Any], _context: WorkerContext) -> Any:
    family = socket.AF_UNIX if params["unix"] else socket.AF_INET
    try:
        socket.socket(family, socket.SOCK_STREAM).close()
    except PermissionError:
        return "refused"
    return "opened"


def _raw_out(raw: bytes) -> None:
    """Write to the parent's pipe without making a message of it."""
    from signoff.core.isolation import serve as desk

    output = desk._desk._output
    assert output is not None
    output.write(raw)
    output.flush()


METHODS = (
    echo,
    facts,
    hog,
    abort,
    crash,
    leave,
    garbage,
    no_json,
    count,
    wait_politely,
    wait_deaf,
    refuse,
    bug,
    connect,
)

if __name__ == "__main__":
    serve({each.__name__: each for each in METHODS})
