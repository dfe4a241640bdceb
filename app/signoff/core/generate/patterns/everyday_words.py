"""Words that everyday rules call a column by."""

THING = r"(?:(?:the|its|their|this|that|our|an?)\s+)?(?:\w+\s+)?(?:no\.|\w+)"
"""``the flag``, ``card no.``."""
