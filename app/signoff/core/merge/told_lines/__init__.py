"""Labelled lines above a grid that tell its rows: where they come from, what is joined, what there is one row per.

``Rows from | orders (not cancelled) with their lines order_line, order_id = id`` and ``Joins | customer on customer_id,
left`` become steps; several tables put below one another, and several rows of one, become parts of a union. A line is
followed where every piece of it is understood, else it stays as it is for other readers.
"""
