with base as (
    select c.id, c.name, c.segment, c.country, c.created, c.credit, c.parent_id
    from customers c
    where c.country <> 'XX' and c.created >= date '2023-01-01'
),
latest as (
    select o.customer_id, o.status, o.amount, o.ordered_at,
        row_number() over (partition by o.customer_id order by o.ordered_at desc, o.id desc) as place
    from orders o
)
select
    b.id as customer_id,
    upper(trim(b.name)) as customer_name,
    coalesce(b.segment, 'UNKNOWN') as segment,
    p.name as parent_name,
    l.status as last_status,
    case l.status when 'PAID' then 1 when 'OPEN' then 2 else 9 end as status_code,
    extract(year from b.created) as since_year,
    nullif(b.credit, 0) as credit,
    b.credit * 1.2 + 5 as limit_amount
from base b
left join customers p on p.id = b.parent_id
left join latest l on l.customer_id = b.id and l.place = 1
