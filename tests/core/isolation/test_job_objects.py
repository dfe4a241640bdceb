"""Job Objects against a stand-in for Windows: what is asked of it, and what is said where it refuses."""

from __future__ import annotations

import ctypes
from typing import Any

import pytest

from signoff.core.isolation import caps_windows, job_objects
from signoff.core.isolation.job_objects import (
    END_WITH_OWNER,
    MEMORY,
    NO_ERROR_DIALOG,
    PROCESSES,
    ExtendedLimits,
    JobObject,
)

SELF, JOB, OTHER = -1, 41, 77


class FakeKernel:
    """kernel32 as far as it is called; `refuses` names the function that fails."""

    def __init__(self, refuses: str = "") -> None:
        self.refuses = refuses
        self.limits: list[tuple[int, int, int]] = []
        self.put: list[tuple[int, int]] = []
        self.opened: list[tuple[int, int]] = []
        self.open = 0

    def _made(self, name: str, handle: int) -> int:
        if name == self.refuses:
            return 0
        self.open += 1
        return handle

    def CreateJobObjectW(self, _security: None, _name: None) -> int:
        return self._made("create", JOB)

    def SetInformationJobObject(self, job: int, kind: int, data: Any, size: int) -> bool:
        assert (job, kind, size) == (JOB, 9, ctypes.sizeof(ExtendedLimits))
        given = ctypes.cast(data, ctypes.POINTER(ExtendedLimits)).contents
        told = (given.Basic.LimitFlags, given.Basic.ActiveProcessLimit, given.ProcessMemoryLimit)
        self.limits.append(told)
        return self.refuses != "limit"

    def AssignProcessToJobObject(self, job: int, process: int) -> bool:
        self.put.append((job, process))
        return self.refuses != "assign"

    def OpenProcess(self, rights: int, _inherits: bool, pid: int) -> int:
        self.opened.append((rights, pid))
        return self._made("open", OTHER)

    def GetCurrentProcess(self) -> int:
        return SELF

    def CloseHandle(self, _handle: int) -> bool:
        self.open -= 1
        return True


@pytest.fixture
def kernel(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> FakeKernel:
    made = FakeKernel(getattr(request, "param", ""))
    monkeypatch.setattr(job_objects, "_kernel32", lambda: made)
    monkeypatch.setattr(caps_windows, "_held", [])
    return made


def test_the_limits_are_laid_out_as_windows_reads_them() -> None:
    assert ctypes.sizeof(ExtendedLimits) == 144  # of 64-bit Windows
    assert ExtendedLimits.ProcessMemoryLimit.offset == 112


def test_a_child_caps_its_memory_and_starts_no_other_program(kernel: FakeKernel) -> None:
    assert caps_windows.apply_caps(2 << 30, sockets=False) == ("programs", "memory")
    assert kernel.limits == [(PROCESSES | MEMORY | NO_ERROR_DIALOG, 1, 2 << 30)]
    assert kernel.put == [(JOB, SELF)] and kernel.open == 1  # held as long as the process lives


def test_without_a_cap_on_memory_none_is_set_and_none_is_claimed(kernel: FakeKernel) -> None:
    assert caps_windows.apply_caps(None, sockets=True) == ("programs",)
    assert kernel.limits == [(PROCESSES | NO_ERROR_DIALOG, 1, 0)]


def test_a_parent_ties_its_child_to_itself_and_lets_go(kernel: FakeKernel) -> None:
    tie = caps_windows.tied(4711)
    assert tie is not None
    assert kernel.limits == [(END_WITH_OWNER, 0, 0)] and kernel.put == [(JOB, OTHER)]
    assert kernel.opened == [(0x101, 4711)] and kernel.open == 1  # the child's handle is closed again
    tie.close()
    tie.close()
    assert kernel.open == 0


@pytest.mark.parametrize("kernel", ["create", "limit", "assign"], indirect=True)
def test_what_windows_refuses_is_not_claimed_and_no_handle_stays(kernel: FakeKernel) -> None:
    assert caps_windows.apply_caps(1 << 30, sockets=False) == ()
    assert caps_windows.tied(4711) is None


@pytest.mark.parametrize("kernel", ["create", "limit", "open", "assign"], indirect=True)
def test_a_tie_that_fails_leaves_no_handle(kernel: FakeKernel) -> None:
    assert caps_windows.tied(4711) is None and kernel.open == 0


def test_doctor_says_what_windows_enforces_and_what_not(kernel: FakeKernel) -> None:
    told = caps_windows.enforcement()
    assert kernel.open == 0
    assert [sentence for sentence in told if "Job Object" in sentence] == list(told[:3])
    assert "not refused" in told[3]


@pytest.mark.parametrize("kernel", ["create"], indirect=True)
def test_doctor_says_that_nothing_is_enforced_where_there_are_no_job_objects(kernel: FakeKernel) -> None:
    told = " ".join(caps_windows.enforcement())
    assert "not capped" in told and "nothing in Windows enforces it" in told and "not refused" in told


def test_a_job_object_may_be_made_of_any_kernel() -> None:
    kernel = FakeKernel()
    JobObject(MEMORY, memory_bytes=5, kernel=kernel).close()
    assert kernel.limits == [(MEMORY, 0, 5)] and kernel.open == 0
