{{ config(materialized='view', tags=['travel']) }}

with bookings as (

    select *
    from {{ ref('stg_bookings') }}
    where status <> 'cancelled'
      and is_test = false

), hotels as (

    select *
    from {{ ref('stg_hotels') }}

)

select
    b.booking_id,
    b.guest_name,
    h.hotel_name,
    b.nights
from bookings as b
left join hotels as h
    on h.hotel_id = b.hotel_id
