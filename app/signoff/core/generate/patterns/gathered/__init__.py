"""A grammar of rules about several rows: what is taken of them, whose they are, which of them, and what is said of it.

`heads` is the place to begin: a rule is a head over rows, with what `sayings` takes off its end. `rows` reads which
rows are meant, `clauses` each clause that narrows them. Whatever a clause may be may stand in every rule.

Of rules that compare rows, `window_parts` takes out what is said of the window, and `window_cores` reads the rest.
"""
