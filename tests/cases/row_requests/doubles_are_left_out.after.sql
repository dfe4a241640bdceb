with events as (

    select *
    from {{ source('tracker', 'events') }}
    where event_type is not null
    qualify row_number() over (partition by event_id order by received_at asc nulls last) = 1

), final as (

    select
        event_id,
        user_id,
        event_type,
        happened_at,
        hour(happened_at) as event_hour
    from events

)

select * from final
