"""Value rules in everyday words, read piece by piece: a value, its cases, what stands for a missing one.

A piece that is none of these leaves the rule.
"""
