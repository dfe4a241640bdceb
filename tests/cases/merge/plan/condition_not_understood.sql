select
    o.order_id as order_id,
    cast(null as VARCHAR) as country
from orders as o
