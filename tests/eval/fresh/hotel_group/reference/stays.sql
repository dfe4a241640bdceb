with money as (
    select
        booking_no,
        sum(amount) filter (where department = 'Rooms') as room_revenue,
        sum(amount) filter (where department <> 'Rooms') as other_revenue
    from charges
    group by booking_no
)

select
    b.booking_no,
    b.guest_no,
    coalesce(g.full_name, 'Unknown guest') as guest_name,
    b.hotel_code,
    h.hotel_name,
    b.arrival,
    b.nights,
    coalesce(m.room_revenue, 0) as room_revenue,
    coalesce(m.other_revenue, 0) as other_revenue,
    round(coalesce(m.room_revenue, 0) / b.nights, 2) as revenue_per_night,
    case
        when b.nights = 1 then 'Stopover'
        when b.nights < 7 then 'Short stay'
        else 'Long stay'
    end as length_of_stay,
    case
        when b.guest_no is not null
            then row_number() over (partition by b.guest_no order by b.arrival, b.booking_no)
    end as visit_no
from bookings as b
inner join hotel as h on h.hotel_code = b.hotel_code
left join guests as g on g.guest_no = b.guest_no
left join money as m on m.booking_no = b.booking_no
where b.status_name in ('Checked out', 'In house')
