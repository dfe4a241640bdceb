"""Lint: what is wrong or doubtful in a spec, found before anything is drafted."""

from __future__ import annotations

from signoff.core.lint.context import Samples
from signoff.core.lint.filewide import FileRule, file_rules
from signoff.core.lint.readiness import Level, Readiness, readiness, unused_of
from signoff.core.lint.run import lint

__all__ = ["FileRule", "Level", "Readiness", "Samples", "file_rules", "lint", "readiness", "unused_of"]
