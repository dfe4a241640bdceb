select top (100) percent
    o.order_id,
    len(o.status) as letters,
    isnull(o.amount, 0) as amount
from dbo.orders o
order by o.order_id
