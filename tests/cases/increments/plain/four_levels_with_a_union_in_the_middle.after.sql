with clicks as (
    select event_id, recipient, device from email_click
),
all_events as (
    select event_id, recipient, 'click' as kind, device from clicks
    union all
    select event_id, recipient, 'open', device from email_open
    union all
    select event_id, recipient, 'bounce', cast(null as varchar) as device from email_bounce
),
ranked as (
    select
        event_id,
        recipient,
        kind,
        row_number() over (partition by recipient order by event_id) as event_number,
        device
    from all_events
),
final as (
    select
        event_id,
        lower(recipient) as recipient,
        kind,
        event_number,
        device as device_type
    from ranked
)
select * from final
