"""A grammar of values in plain English: whatever is a value may stand in every place where a value is asked for.

`reading` is the place to begin: a rule is a value with what is said of it behind commas, full stops and brackets.
"""
