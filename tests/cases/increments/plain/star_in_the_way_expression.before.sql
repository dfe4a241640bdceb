with tickets as (
    select
        ticket_id,
        opened_on,
        closed_on
    from ticket
),
final as (
    select
        tickets.*,
        closed_on is null as is_open
    from tickets
)
select * from final
