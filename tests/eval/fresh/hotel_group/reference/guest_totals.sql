with stayed as (
    select
        guest_no,
        count(*) as stay_count,
        sum(room_revenue + other_revenue) as total_spent,
        arg_max(hotel_name, (arrival, booking_no)) as latest_hotel
    from stays
    group by guest_no
),

cancelled as (
    select
        guest_no,
        count(*) as cancelled_count
    from bookings
    where status_name = 'Cancelled'
    group by guest_no
)

select
    g.guest_no,
    g.full_name,
    coalesce(s.stay_count, 0) as stay_count,
    coalesce(s.total_spent, 0) as total_spent,
    coalesce(c.cancelled_count, 0) as cancelled_count,
    s.latest_hotel,
    case coalesce(s.stay_count, 0)
        when 0 then 'Prospect'
        when 1 then 'First-timer'
        else 'Returning'
    end as loyalty_group
from guests as g
left join stayed as s on s.guest_no = g.guest_no
left join cancelled as c on c.guest_no = g.guest_no
