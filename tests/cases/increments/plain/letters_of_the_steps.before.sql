with bookings as (

    select *
    from booking

),

guests as (

    select *
    from guest

)

select
    bookings.booking_id,
    guests.full_name as guest_name,
    bookings.nights
from bookings
join guests
    on guests.guest_id = bookings.guest_id
