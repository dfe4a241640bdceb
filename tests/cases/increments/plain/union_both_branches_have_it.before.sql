with events as (
    select event_id, page as place from web_event
    union all
    select event_id, screen as place from app_event
),

final as (
    select
        event_id,
        place
    from events
)

select * from final
order by event_id
