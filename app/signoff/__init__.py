"""Signoff: from a mapping document to dbt models that a subject-matter expert has signed off."""

__version__ = "0.1.0"
