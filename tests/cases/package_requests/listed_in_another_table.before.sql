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
    bookings.price
from bookings
left join guests
    on guests.guest_id = bookings.guest_id
