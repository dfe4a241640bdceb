with invoiced as (
    select
        sub_ref,
        count(*) as invoice_count,
        sum(amount) filter (where paid_on is not null) as paid_total
    from invoices
    where state is distinct from 'void'
    group by sub_ref
)

select
    s.sub_ref as subscription_ref,
    s.cust_ref as customer_ref,
    coalesce(c.name, 'Unknown customer') as customer_name,
    upper(split_part(s.plan, '-', 1)) as plan_family,
    s.started as start_date,
    s.ended as end_date,
    case when s.ended is null or s.ended > date '2025-06-30' then 'active' else 'ended' end as status,
    cast(
        round(case s.cycle when 'yearly' then s.price / 12 when 'quarterly' then s.price / 3 else s.price end, 2)
        as decimal(10, 2)
    ) as monthly_price,
    s.cycle as billing_cycle,
    'EUR' as currency,
    coalesce(i.invoice_count, 0) as invoice_count,
    coalesce(i.paid_total, 0) as paid_total,
    lag(s.plan) over (partition by s.cust_ref order by s.started) as previous_plan
from subs as s
left join customers as c on c.cust_ref = s.cust_ref
left join invoiced as i on i.sub_ref = s.sub_ref
where s.cust_ref not like 'TEST%'
