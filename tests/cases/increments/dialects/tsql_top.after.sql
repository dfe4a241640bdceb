select top (100) percent
    o.order_id,
    len(o.status) as letters,
    isnull(o.amount, 0) as amount,
    o.status + '-' + cast(o.order_id as varchar(MAX)) as label
from dbo.orders o
order by o.order_id
