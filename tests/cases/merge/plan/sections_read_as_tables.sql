select
    g.guest_id as guest_id,
    m.month_on as month_on,
    r.rides as rides,
    l.fee as last_fee
from guest as g
cross join (
    select month as month_on
    from (
    select cast(unnest(generate_series(date_trunc('month', date '2023-01-01'), date_trunc('month', date '2023-03-01'), interval 1 month)) as date) as month
    ) as made_rows
) as m
left join (
    select
        rent.guest_id as guest_id,
        min(rent.started_on) as first_on,
        count(rent.rent_id) as rides
    from rent
    where rent.state is distinct from 'void'
    group by rent.guest_id
) as r
    on g.guest_id = r.guest_id
left join (
    select
        rent.rent_id as rent_id,
        rent.guest_id as guest_id,
        rent.started_on as started_on,
        rent.fee as fee,
        rent.state as state
    from rent
    qualify row_number() over (partition by rent.guest_id order by rent.started_on desc nulls last) = 1
) as l
    on g.guest_id = l.guest_id
where not coalesce(g.is_staff, false)
