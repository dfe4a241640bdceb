with latest as (
    select *
    from subscription_log
    qualify row_number() over (partition by sub_id order by updated_at desc, log_no desc) = 1
),
counted as (
    select s.sub_id, count(distinct c.id) as n
    from latest s
    join charge c
        on c.customer_id = s.customer_id
        and c.address_id = s.address_id
        and lower(c.charge_type) = 'recurring'
        and lower(c.status) = 'success'
        and not coalesce(c.deleted_flag, false)
        and c.created_at >= s.created_at
        and (s.cancelled_at is null or c.created_at <= s.cancelled_at)
    join charge_line l on l.charge_id = c.id and l.product_ref = s.product_ref
    group by s.sub_id
),
joined as (
    select s.*, coalesce(n.n, 0) as successful_charges
    from latest s
    left join counted n on n.sub_id = s.sub_id
)
select
    sub_id as subscription_id,
    customer_id,
    product_ref,
    product_title || coalesce(' - ' || variant_title, '') as item_title,
    try_cast(price as decimal(10,2)) as unit_price,
    quantity,
    lower(status) as status,
    cast(case lower(freq_unit)
        when 'month' then freq * 30
        when 'week' then freq * 7
        when 'day' then freq
    end as integer) as interval_days,
    created_at,
    cancelled_at,
    cast(next_charge_at as date) as next_charge_on,
    successful_charges,
    case
        when next_charge_at is null then null
        when expire_after - successful_charges < 0 then null
        else expire_after - successful_charges
    end as charges_left
from joined
