select
    d.supplier_id as supplier_id,
    extract(year from d.delivered_on) as year,
    count(*) as deliveries,
    any_value(d.plant) as plant,
    'ERP' as system
from delivery as d
where d.delivered_on is not null
group by
    d.supplier_id,
    extract(year from d.delivered_on)
having count(*) > 2
