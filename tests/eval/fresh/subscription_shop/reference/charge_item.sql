with items as (
    select charge_id, line_no, 'charge line' as item_type, title, price as amount
    from charge_line
    union all
    select cd.charge_id, cd.line_no, 'discount', case when d.id is null then 'unknown code' else d.code end, -1 * cd.amount
    from charge_discount cd
    left join discount d on d.id = cd.discount_id
    union all
    select charge_id, line_no, 'shipping', title, price
    from charge_shipping
    union all
    select charge_id, line_no, 'tax', title, price
    from charge_tax
    union all
    select id, 0, 'refund', 'total refunds', -1 * refunds
    from charge
    where refunds > 0
),
numbered as (
    select
        i.*,
        row_number() over (partition by i.charge_id order by i.item_type, i.line_no) as row_no,
        c.customer_id,
        c.created_at
    from items i
    join charge c on c.id = i.charge_id
    where not coalesce(c.deleted_flag, false)
)
select
    charge_id || '-' || row_no as item_key,
    charge_id,
    row_no,
    item_type,
    line_no as source_line_no,
    title,
    cast(amount as decimal(10,2)) as amount,
    customer_id,
    created_at as charge_created_at
from numbered
