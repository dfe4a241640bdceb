with sums as (
    select o.customer_id, sum(o.amount) as total, count(o.discount) as discounted, min(o.ordered_at) as first_day
    from orders o
    where o.status is not null
    group by o.customer_id
),
ranked as (
    select
        s.customer_id,
        s.total,
        s.discounted,
        s.first_day,
        rank() over (order by s.total desc) as place,
        sum(s.total) over () as everything
    from sums s
)
select
    r.customer_id,
    c.country,
    r.total,
    round(100 * r.total / r.everything, 2) as share,
    r.discounted,
    r.place,
    date_diff('day', r.first_day, date '2024-12-31') as days
from ranked r
inner join customers c on r.customer_id = c.id
where r.place <= 10
