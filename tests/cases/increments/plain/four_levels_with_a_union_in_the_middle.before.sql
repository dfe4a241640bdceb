with clicks as (
    select event_id, recipient from email_click
),
all_events as (
    select event_id, recipient, 'click' as kind from clicks
    union all
    select event_id, recipient, 'open' from email_open
    union all
    select event_id, recipient, 'bounce' from email_bounce
),
ranked as (
    select
        event_id,
        recipient,
        kind,
        row_number() over (partition by recipient order by event_id) as event_number
    from all_events
),
final as (
    select
        event_id,
        lower(recipient) as recipient,
        kind,
        event_number
    from ranked
)
select * from final
