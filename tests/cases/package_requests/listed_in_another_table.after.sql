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
where not exists (select 1 from {{ ref('stg_hotel__moved_booking') }} as stg_hotel__moved_booking_there where stg_hotel__moved_booking_there.moved_booking_id = bookings.booking_id)
