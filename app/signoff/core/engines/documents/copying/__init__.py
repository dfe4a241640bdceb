"""Writes into a copy of a workbook by editing its parts; runs in the child process that reads documents."""
