with leads as (
    select lead_id, state, score from lead
),
scored as (
    select
        lead_id,
        state,
        score * 10 as score
    from leads
)
select *
from scored
where state = 'open'
order by score desc
