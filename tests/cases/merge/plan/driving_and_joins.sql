select
    c.contract_id as contract_id,
    s.name as "supplier name",
    ba.city as city
from contract as c
left join supplier as s
    on c.supplier_id = s.supplier_id
inner join address as ba
    on ba.address_id = c.billing_address_id and ba.kind = 'B'
where
    (c.status <> 'X' or c.status is null)
    and c.contract_id > 0
