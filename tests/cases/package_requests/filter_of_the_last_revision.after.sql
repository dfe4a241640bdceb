with bookings as (

    select *
    from {{ ref('stg_hotel__booking') }}

), guests as (

    select *
    from {{ ref('stg_hotel__guest') }}

), joined as (

    select
        bookings.booking_id,
        bookings.guest_id,
        guests.guest_name,
        bookings.nights,

        {% for column in var('hotel__extra_columns', []) %}
        bookings.{{ column }},
        {% endfor %}

        coalesce(bookings.price, 0) as price,
        bookings.channel
    from bookings
    left join guests
        on guests.guest_id = bookings.guest_id
    where not coalesce(bookings.is_test is true, false)

)

select *
from joined
