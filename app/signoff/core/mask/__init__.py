"""Mask: every business term is replaced before a rule becomes a prompt, and put back in the answer."""
