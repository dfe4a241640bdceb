"""Children that misbehave: the parent gets a sentence, and the next call works."""

from __future__ import annotations

import os
import select
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from signoff.core.domain.sentences import code_of
from signoff.core.errors import Cancelled, SignoffError
from signoff.core.isolation import (
    Child,
    ChildDied,
    ChildFault,
    ChildOutOfMemory,
    ChildTimedOut,
    Limits,
    enforcement,
)
from signoff.core.progress import CancelToken

HERE = Path(__file__).parent
LIMITS = Limits(memory_bytes=2 << 30, grace_seconds=0.2)


@pytest.fixture(autouse=True)
def worker_importable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(HERE))


@pytest.fixture
def child() -> Iterator[Child]:
    with Child("misbehaving_worker", LIMITS, "test child", {"size": 3}, {"WANTED": "yes"}) as started:
        yield started


def gone(pid: int) -> bool:
    return not Path(f"/proc/{pid}").exists()


def test_answers_and_stays_warm(child: Child) -> None:
    first = child.call("echo", {"text": "ä\n\x00", "none": None})
    pid = child.pid
    assert first == {"params": {"text": "ä\n\x00", "none": None}, "arguments": {"size": 3}, "call": 1}
    assert child.call("echo", {})["call"] == 2
    assert child.pid == pid and child.starts == 1


def test_environment_is_cleaned(child: Child, monkeypatch: pytest.MonkeyPatch) -> None:
    hostile = ["GGML_BACKEND_PATH", "LLAMA_CPP_LIB_PATH", "PYTHONSTARTUP", "LD_PRELOAD", "PYTHONPATH"]
    for name in hostile:
        monkeypatch.setenv(name, "")
    seen = child.call("facts", {"names": [*hostile, "WANTED"]})
    assert seen == {**dict.fromkeys(hostile), "WANTED": "yes"}


def test_memory_is_capped(child: Child) -> None:
    with pytest.raises(ChildOutOfMemory, match="test child ran out of the memory"):
        child.call("hog", {})
    assert child.call("echo", {})["params"] == {}
    assert "memory" in child.held


@pytest.mark.parametrize(
    ("method", "words"),
    [
        ("abort", "GGML_ASSERT: tensor is broken"),
        ("crash", "stopped unexpectedly"),
        ("leave", "ends in the middle"),
        ("garbage", "is not JSON"),
    ],
)
def test_death_is_told_and_survived(child: Child, method: str, words: str) -> None:
    child.start()
    pid = child.pid
    assert pid is not None
    with pytest.raises(ChildDied, match=words):
        child.call(method, {})
    assert gone(pid)
    assert child.call("echo", {})["params"] == {}
    assert child.starts == 2


def test_errors_cross_as_their_sentence(child: Child) -> None:
    with pytest.raises(SignoffError, match=r"^The table is empty; add a row\.$") as refused:
        child.call("refuse", {})
    assert code_of(refused.value) == "tests.empty"
    with pytest.raises(ChildFault, match="KeyError"):
        child.call("bug", {})
    with pytest.raises(ChildFault, match="JSON"):
        child.call("no_json", {})
    with pytest.raises(ChildFault, match="JSON"):
        child.call("echo", {"a set": {1}})
    assert child.call("echo", {"still": "there"})["params"] == {"still": "there"}
    assert child.starts == 1


def test_events_arrive_in_order(child: Child) -> None:
    events: list[int] = []
    assert child.call("count", {"to": 500}, on_event=lambda event: events.append(event["number"])) == 500
    assert events == list(range(500))


@pytest.mark.parametrize(("method", "starts"), [("wait_politely", 1), ("wait_deaf", 2)])
def test_cancel_reaches_the_work(child: Child, method: str, starts: int) -> None:
    token = CancelToken()
    with pytest.raises(Cancelled):
        child.call(method, {}, on_event=lambda _event: token.cancel(), cancel=token)
    assert child.call("echo", {})["params"] == {}
    assert child.starts == starts


def test_a_cancelled_token_starts_nothing(child: Child) -> None:
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        child.call("echo", {}, cancel=token)
    assert child.starts == 0


def test_a_call_has_its_time() -> None:
    limits = Limits(call_seconds=0.2, grace_seconds=0.2)
    with Child("misbehaving_worker", limits, "test child") as child:
        with pytest.raises(ChildTimedOut, match=r"more than 0\.2 seconds"):
            child.call("wait_politely", {})
        assert child.running
        with pytest.raises(ChildTimedOut):
            child.call("wait_deaf", {})
        assert not child.running


def test_a_worker_that_cannot_start_is_told() -> None:
    with (
        Child("no_such_worker_module", LIMITS, "test child") as child,
        pytest.raises(ChildDied, match="No module"),
    ):
        child.start()


def test_kill_from_elsewhere_is_seen_by_the_caller(child: Child) -> None:
    with pytest.raises(ChildDied):
        child.call("wait_deaf", {}, on_event=lambda _event: child.kill())


def test_a_stopped_child_is_replaced(child: Child) -> None:
    token = CancelToken()

    def stop(_event: object) -> None:
        os.kill(child.pid or 0, signal.SIGSTOP)
        token.cancel()

    with pytest.raises(Cancelled):
        child.call("wait_politely", {}, on_event=stop, cancel=token)
    assert child.call("echo", {})["params"] == {}
    assert child.starts == 2


def test_no_orphan_after_close(child: Child) -> None:
    child.start()
    pid = child.pid
    assert pid is not None
    child.close()
    assert gone(pid) and not child.running


def test_no_orphan_after_the_parents_death() -> None:
    """A parent killed in the middle of a call: its child notices the end of its input."""
    program = (
        f"import sys; sys.path[:0] = {[str(HERE), *sys.path]!r}\n"
        "from signoff.core.isolation import Child, Limits\n"
        "child = Child('misbehaving_worker', Limits(), 'test child')\n"
        "child.call('wait_deaf', {}, on_event=lambda event: print(child.pid, flush=True))\n"
    )
    with subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout is not None
        orphan = int(parent.stdout.readline())
        watch = os.pidfd_open(orphan)
        parent.kill()
    try:
        readable, _, _ = select.select([watch], [], [], 10)
    finally:
        os.close(watch)
    assert readable


def test_internet_sockets_are_refused(child: Child) -> None:
    child.start()
    if "sockets" not in child.held:
        pytest.skip("libseccomp is not on this machine")
    assert child.call("connect", {"unix": False}) == "refused"
    assert child.call("connect", {"unix": True}) == "opened"


def test_enforcement_is_said_in_words() -> None:
    sentences = enforcement()
    assert any("network" in each.lower() for each in sentences)
    assert all(each.endswith(".") for each in sentences)
