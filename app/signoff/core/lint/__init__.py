"""Lint: what is wrong or doubtful in a spec, found before anything is drafted."""

from __future__ import annotations

from signoff.core.lint.run import lint

__all__ = ["lint"]
