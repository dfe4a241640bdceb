"""The two exceptions every part of Signoff may raise on purpose."""

from __future__ import annotations


class SignoffError(Exception):
    """Something the user can mend: one sentence that ends in the next step, shown as it stands."""


class Cancelled(Exception):
    """The work was cancelled by whoever asked for it. Never shown to anyone."""
