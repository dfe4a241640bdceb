select
    id || '-' || sku as supply_key,
    id as supply_id,
    sku as product_id,
    name as supply_name,
    cast(cost / 100.0 as decimal(16, 2)) as supply_cost,
    case perishable when 'Y' then true when 'N' then false end as is_perishable
from raw_supplies
