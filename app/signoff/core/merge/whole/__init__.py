"""Texts on rows read as a whole: from all sentences together, how tables are joined, which rows stay, which of several.

The second opinion where other readers left a sentence open: they go from sentence to sentence and shape to shape, this
one asks of each clause which tables, columns and values it names and what it says becomes of rows. All of it is an
assumption to be confirmed.
"""
