"""Rules in plain words as they most likely mean: read whole, as conditions, values and what is said beside them.

`reading` is the place to begin. Nothing is taken of a rule that has a clause nobody understands.
"""
