select
    s.name as name,
    p.name as parent_name,
    a2.city as visit_city
from supplier as s
left join supplier as p
    on p.id = s.parent_id
left join address as a1
    on a1.id = s.billing_address
left join address as a2
    on a2.id = s.visit_address
