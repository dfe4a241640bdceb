"""Refuse internet sockets to this process for good, through libseccomp.

Only sockets inside the machine (AF_UNIX) stay possible. io_uring goes too, since it opens sockets without the
``socket`` call. The filter holds for every later thread and child of the process and cannot be taken off.
"""

from __future__ import annotations

import ctypes
import errno

_ALLOW = 0x7FFF0000
_ERRNO = 0x00050000
_NOT_EQUAL = 1
_AF_UNIX = 1
_LIBRARY = "libseccomp.so.2"


class _Comparison(ctypes.Structure):
    """``struct scmp_arg_cmp`` of libseccomp."""

    _fields_ = (
        ("argument", ctypes.c_uint),
        ("operator", ctypes.c_int),
        ("first", ctypes.c_uint64),
        ("second", ctypes.c_uint64),
    )


def _library() -> ctypes.CDLL | None:
    try:
        library = ctypes.CDLL(_LIBRARY, use_errno=True)
    except OSError:
        return None
    library.seccomp_init.restype = ctypes.c_void_p
    library.seccomp_init.argtypes = [ctypes.c_uint32]
    library.seccomp_load.argtypes = [ctypes.c_void_p]
    library.seccomp_release.argtypes = [ctypes.c_void_p]
    library.seccomp_syscall_resolve_name.argtypes = [ctypes.c_char_p]
    library.seccomp_rule_add_array.argtypes = [
        ctypes.c_void_p,
        ctypes.c_uint32,
        ctypes.c_int,
        ctypes.c_uint,
        ctypes.POINTER(_Comparison),
    ]
    return library


def available() -> bool:
    """Whether libseccomp is on this machine."""
    return _library() is not None


def refuse_sockets() -> bool:
    """Refuse every socket but AF_UNIX from now on; False when this machine cannot.

    Call it before the process has a second thread: only the calling thread and those it starts are bound.
    """
    library = _library()
    if library is None:
        return False
    filters = library.seccomp_init(_ALLOW)
    if not filters:
        return False
    refused = _ERRNO | errno.EACCES
    internet = _Comparison(0, _NOT_EQUAL, _AF_UNIX, 0)
    try:
        socket_call = library.seccomp_syscall_resolve_name(b"socket")
        ring_call = library.seccomp_syscall_resolve_name(b"io_uring_setup")
        failed = library.seccomp_rule_add_array(filters, refused, socket_call, 1, ctypes.byref(internet))
        if ring_call >= 0:
            failed = failed or library.seccomp_rule_add_array(filters, refused, ring_call, 0, None)
        return not failed and library.seccomp_load(filters) == 0
    finally:
        library.seccomp_release(filters)
