with bookings as (

    select *
    from {{ ref('stg_hotel__booking') }}

), guests as (

    select *
    from {{ ref('stg_hotel__guest') }}

)

select
    bookings.booking_id,
    bookings.guest_id,
    guests.guest_name,
    coalesce(bookings.price, 0) as price,
    bookings.channel
from bookings
left join guests
    on guests.guest_id = bookings.guest_id
where not coalesce(ends_with(guests.guest_name, 'Test'), false)
