select
    order_id,
    count(*) as item_lines,
    sum(qty) as quantity,
    count(distinct sku) as distinct_products,
    cast(sum(qty * unit_price_cents) / 100 as decimal(12, 2)) as gross_amount,
    cast(round(sum(qty * unit_price_cents * coalesce(discount_pct, 0) / 100) / 100, 2) as decimal(12, 2))
        as discount_amount,
    cast(max(unit_price_cents) / 100 as decimal(10, 2)) as dearest_item
from raw_order_items
group by order_id
