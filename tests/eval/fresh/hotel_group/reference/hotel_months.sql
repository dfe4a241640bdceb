with months as (
    select cast(month_start as date) as month_start
    from generate_series(timestamp '2024-01-01', timestamp '2024-06-01', interval 1 month) as s (month_start)
),

filled as (
    select
        h.hotel_code,
        m.month_start,
        count(s.booking_no) as arrivals,
        coalesce(sum(s.nights), 0) as nights_sold,
        coalesce(sum(s.room_revenue + s.other_revenue), 0) as revenue
    from hotel as h
    cross join months as m
    left join stays as s
        on s.hotel_code = h.hotel_code
        and date_trunc('month', s.arrival) = m.month_start
    group by h.hotel_code, m.month_start
)

select
    hotel_code,
    month_start,
    arrivals,
    nights_sold,
    revenue,
    sum(revenue) over (partition by hotel_code order by month_start) as revenue_so_far,
    lag(revenue) over (partition by hotel_code order by month_start) as revenue_month_before,
    rank() over (partition by month_start order by revenue desc) as place_in_month
from filled
