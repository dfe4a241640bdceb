"""What can go wrong with a child process, as its parent sees it."""

from __future__ import annotations

from signoff.core.errors import SignoffError


class ChildDied(SignoffError):
    """The child process ended, or had to be ended, before it answered."""


class ChildTimedOut(ChildDied):
    """A call took longer than its limit and was stopped; the child may live on."""


class ChildOutOfMemory(ChildDied):
    """A call needed more memory than the child may have."""


class ChildFault(Exception):
    """A bug in the child's code: carries the child's own traceback, for the report."""
