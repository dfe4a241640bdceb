with joined as (
    select
        issue.issue_id,
        issue.kind,
        issue.closed_on,
        issue.points / sum(issue.points) over () as share
    from issue
),

metrics as (
    select
        *,
        closed_on is not null as is_closed
    from joined
)

select * from metrics
