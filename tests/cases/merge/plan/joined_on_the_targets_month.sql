select
    cast(date_trunc('month', spending.spent_on) as date) as month,
    spending.channel as channel,
    sum(spending.amount) as spent,
    any_value(coalesce(orders.revenue_total, 0)) as revenue
from spending
left join (
    select
        orders.channel as channel,
        orders.closed_month as closed_month,
        sum(orders.revenue) as revenue_total
    from orders
    group by orders.channel, orders.closed_month
) as orders
    on orders.channel = spending.channel and orders.closed_month = CAST(date_trunc('month', spending.spent_on) as date)
group by
    cast(date_trunc('month', spending.spent_on) as date),
    spending.channel
