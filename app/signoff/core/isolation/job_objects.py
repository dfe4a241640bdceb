"""Job Objects: what Windows holds a process to, for as long as somebody keeps the object open.

A child puts itself into one that caps its memory and lets it start no other program; its parent puts it into another
one that ends it when the parent is gone, however that came. Both hold at once (Windows 8 and later).
"""

from __future__ import annotations

import ctypes
from ctypes import wintypes
from typing import Any

_EXTENDED_LIMITS = 9
"""JobObjectExtendedLimitInformation."""
PROCESSES, MEMORY = 0x8, 0x100
NO_ERROR_DIALOG, END_WITH_OWNER = 0x400, 0x2000
"""JOB_OBJECT_LIMIT_…: active processes, memory of a process, die on an unhandled exception, kill on job close."""
_PUT_INTO_JOB = 0x0001 | 0x0100
"""PROCESS_TERMINATE and PROCESS_SET_QUOTA."""


class _BasicLimits(ctypes.Structure):
    _fields_ = (
        ("PerProcessUserTimeLimit", ctypes.c_int64),
        ("PerJobUserTimeLimit", ctypes.c_int64),
        ("LimitFlags", ctypes.c_uint32),
        ("MinimumWorkingSetSize", ctypes.c_size_t),
        ("MaximumWorkingSetSize", ctypes.c_size_t),
        ("ActiveProcessLimit", ctypes.c_uint32),
        ("Affinity", ctypes.c_size_t),
        ("PriorityClass", ctypes.c_uint32),
        ("SchedulingClass", ctypes.c_uint32),
    )


class ExtendedLimits(ctypes.Structure):
    """JOBOBJECT_EXTENDED_LIMIT_INFORMATION."""

    _fields_ = (
        ("Basic", _BasicLimits),
        ("IoCounters", ctypes.c_uint64 * 6),
        ("ProcessMemoryLimit", ctypes.c_size_t),
        ("JobMemoryLimit", ctypes.c_size_t),
        ("PeakProcessMemoryUsed", ctypes.c_size_t),
        ("PeakJobMemoryUsed", ctypes.c_size_t),
    )


class JobObject:
    """One object; what it holds processes to ends when it is closed, or they do."""

    def __init__(self, flags: int, *, memory_bytes: int = 0, kernel: Any = None) -> None:
        """Make it.

        Args:
            flags: which limits hold.
            memory_bytes: for `MEMORY`.
            kernel: kernel32; Windows' own when left out.

        Raises:
            OSError: Windows refused.
        """
        self._kernel = kernel if kernel is not None else _kernel32()
        self._handle = self._kernel.CreateJobObjectW(None, None)
        if not self._handle:
            raise OSError("Windows made no Job Object")
        limits = ExtendedLimits()
        limits.Basic.LimitFlags = flags
        limits.Basic.ActiveProcessLimit = 1 if flags & PROCESSES else 0
        limits.ProcessMemoryLimit = memory_bytes if flags & MEMORY else 0
        done = self._kernel.SetInformationJobObject(
            self._handle, _EXTENDED_LIMITS, ctypes.byref(limits), ctypes.sizeof(limits)
        )
        if not done:
            self.close()
            raise OSError("Windows took no limits for a Job Object")

    def take_this_process(self) -> None:
        """Hold the process that calls.

        Raises:
            OSError: Windows refused.
        """
        if not self._kernel.AssignProcessToJobObject(self._handle, self._kernel.GetCurrentProcess()):
            raise OSError("Windows put this process into no Job Object")

    def take(self, pid: int) -> None:
        """Hold another process.

        Raises:
            OSError: it is gone, or Windows refused.
        """
        process = self._kernel.OpenProcess(_PUT_INTO_JOB, False, pid)
        if not process:
            raise OSError(f"Windows does not open process {pid}")
        try:
            if not self._kernel.AssignProcessToJobObject(self._handle, process):
                raise OSError(f"Windows put process {pid} into no Job Object")
        finally:
            self._kernel.CloseHandle(process)

    def close(self) -> None:
        """Let go; with `END_WITH_OWNER` the processes end."""
        if self._handle:
            self._kernel.CloseHandle(self._handle)
            self._handle = None


def _kernel32() -> Any:
    """kernel32 with the types of what is called: a handle is as wide as an address."""
    kernel = ctypes.WinDLL("kernel32", use_last_error=True)  # type: ignore[attr-defined]
    handle = wintypes.HANDLE
    for name, result, arguments in (
        ("CreateJobObjectW", handle, (ctypes.c_void_p, wintypes.LPCWSTR)),
        ("SetInformationJobObject", wintypes.BOOL, (handle, ctypes.c_int, ctypes.c_void_p, wintypes.DWORD)),
        ("AssignProcessToJobObject", wintypes.BOOL, (handle, handle)),
        ("OpenProcess", handle, (wintypes.DWORD, wintypes.BOOL, wintypes.DWORD)),
        ("GetCurrentProcess", handle, ()),
        ("CloseHandle", wintypes.BOOL, (handle,)),
    ):
        function = getattr(kernel, name)
        function.restype, function.argtypes = result, arguments
    return kernel
