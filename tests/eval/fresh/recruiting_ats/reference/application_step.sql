with steps as (
    select
        a.application_id,
        a.candidate_id,
        h.changed_ts,
        h.new_status_cd,
        h.new_stage_id,
        row_number() over (partition by h.application_id order by h.changed_ts) as step_no,
        lead(h.changed_ts) over (partition by h.application_id order by h.changed_ts) as next_ts
    from app_history h
    join application_info a on a.application_id = cast(h.application_id as varchar)
),
bounded as (
    select *, coalesce(next_ts, timestamp '2024-12-31 00:00:00') as valid_until
    from steps
)
select
    b.application_id,
    b.step_no,
    b.changed_ts as valid_from,
    b.valid_until,
    case upper(b.new_status_cd) when 'A' then 'active' when 'H' then 'hired' when 'R' then 'rejected' when 'C' then 'converted' else 'unknown' end as status,
    coalesce(s.stage_nm, 'n/a') as stage_name,
    date_diff('day', cast(b.changed_ts as date), cast(b.valid_until as date)) as days_in_step,
    (
        select count(*)
        from activity x
        where cast(x.candidate_id as varchar) = b.candidate_id
          and x.occurred_ts >= b.changed_ts
          and x.occurred_ts < b.valid_until
    ) as activity_count,
    b.next_ts is null as is_current
from bounded b
left join stage s on s.stage_id = b.new_stage_id
