"""Rules in ordinary sentences as they most likely mean: values by cases, and a value with what is said of it.

`branches` is the place to begin for the first kind, `said` for the second.
"""
