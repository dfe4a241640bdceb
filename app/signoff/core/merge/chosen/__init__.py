"""Texts that choose one row of several by more than one column, or in several steps, put into SQL.

``Per order_no keep the latest changed_at; with the same changed_at the highest line_no``. A sentence is read piece by
piece and only counts where every piece of it is known: what there is one row of, what the rows are ordered by, and
words that change nothing.
"""
