with events as (

    select *
    from {{ source('tracker', 'events') }}
    where event_type is not null

), final as (

    select
        event_id,
        user_id,
        event_type,
        happened_at
    from events

)

select * from final
