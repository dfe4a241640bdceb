"""Lines and cells that tell joins table by table, each with its kind, its keys and what else is said of it.

``left: card on vault_id, transaction_at >= valid_from and < valid_to`` or ``order_line summed up per order (left join
on order_id); charge on charge_id (left join)``. An item is read piece by piece: its kind, its table, its keys, spans
between columns of both sides, tests of the table's own rows, how its rows are put together first.
"""
