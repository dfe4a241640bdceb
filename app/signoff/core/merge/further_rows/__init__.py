"""Rules over the rows that a further table has for each row of a query, which need not read that table.

By what such rows belong, what a rule makes of them, which of them count; and how an update writes their tables.
"""
