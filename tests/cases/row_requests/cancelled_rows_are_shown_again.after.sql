{{ config(materialized='view', tags=['travel']) }}

with bookings as (

    select *
    from {{ ref('stg_bookings') }}
    where is_test = false

), hotels as (

    select *
    from {{ ref('stg_hotels') }}

)

select
    b.booking_id,
    b.guest_name,
    h.hotel_name,
    b.nights,
    case when b.status = 'cancelled' then true else false end as is_cancelled
from bookings as b
left join hotels as h
    on h.hotel_id = b.hotel_id
