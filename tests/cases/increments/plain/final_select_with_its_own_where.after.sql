with leads as (
    select lead_id, state, score, campaign from lead
),
scored as (
    select
        lead_id,
        state,
        score * 10 as score,
        campaign
    from leads
)
select *
from scored
where state = 'open'
order by score desc
