with bookings as (

    select *
    from {{ ref('stg_hotel__booking') }}

), guests as (

    select *
    from {{ ref('stg_hotel__guest') }}

), stg_hotel__contact as (

    select
        booking_id,
        count(case when contact_type = 'CALL' then 1 end) as call_count
    from {{ ref('stg_hotel__contact') }}
    group by booking_id

)

select
    bookings.booking_id,
    bookings.guest_id,
    guests.guest_name,
    bookings.price,
    bookings.price * coalesce(guests.discount, 0) as fee,
    cast(null as varchar) as note_text,
    coalesce(stg_hotel__contact.call_count, 0) as call_count
from bookings
left join guests
    on guests.guest_id = bookings.guest_id
left join stg_hotel__contact
    on stg_hotel__contact.booking_id = bookings.booking_id
