with events as (
    select event_id, page as place, campaign from web_event
    union all
    select event_id, screen as place, campaign from app_event
),

final as (
    select
        event_id,
        place,
        campaign
    from events
)

select * from final
order by event_id
