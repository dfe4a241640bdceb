select c.id, c.name, c.segment
from customers c
where not exists (
    select 1 from orders o where o.customer_id = c.id and o.status = 'PAID'
)
and c.id not in (select parent_id from customers where parent_id is not null)
and coalesce(c.credit, 0) < 900
