{% set with_rates = var('with_rates', true) %}

with bookings as (

    select * from {{ ref('stg_bookings') }}

), rooms as (

    select room_id, room_kind, room_name from {{ ref('stg_rooms') }}

), joined as (

    select
        bookings.booking_id,
        bookings.state,
        rooms.room_kind as kind,
        {% if with_rates %}
        rates.rate,
        {% endif %}
        bookings.guests,
        bookings.channel
    from bookings
    join rooms
        on rooms.room_id = bookings.room_id
    {% if with_rates %}
    left join {{ ref('stg_rates') }} as rates
        on rates.booking_id = bookings.booking_id
    {% endif %}

)

select * from joined
