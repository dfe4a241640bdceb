with tickets as (
    select
        ticket_id,
        opened_on,
        closed_on,
        lower(priority) as priority_key
    from ticket
),
final as (
    select
        tickets.*,
        closed_on is null as is_open
    from tickets
)
select * from final
