with joined as (
    select
        issue.issue_id,
        coalesce(issue.kind, 'task') as kind,
        issue.closed_on,
        case when (issue.points / sum(issue.points) over ()) is null then 0 else (issue.points / sum(issue.points) over ()) end as share,
        case when issue.spent > issue.planned then 'over' else 'within' end as effort
    from issue
),

metrics as (
    select
        *,
        closed_on is not null as is_closed
    from joined
)

select * from metrics
