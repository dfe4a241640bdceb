"""Verify: one draft bound, run and counted on the samples."""
