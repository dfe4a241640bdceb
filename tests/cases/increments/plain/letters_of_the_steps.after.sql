with bookings as (

    select *
    from booking

),

guests as (

    select *
    from guest

),

room as (

    select *
    from room

)

select
    bookings.booking_id,
    guests.full_name as guest_name,
    bookings.nights,
    coalesce(room.nickname, room.name) as room_name,
    bookings.price / nullif(bookings.nights, 0) as price_per_night
from bookings
join guests
    on guests.guest_id = bookings.guest_id
left join room
    on room.room_no = bookings.room_no
where bookings.is_test = false
