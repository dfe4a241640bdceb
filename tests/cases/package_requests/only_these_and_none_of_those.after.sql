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
    bookings.price,
    bookings.channel
from bookings
left join guests
    on guests.guest_id = bookings.guest_id
where bookings.is_paid = true
    and not coalesce(guests.is_staff is true, false)
