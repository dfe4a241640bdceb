with produced as (
    select
        AptNum,
        sum(ProcFee) as production
    from PROCEDURELOG
    where ProcStatus = 2
    group by AptNum
),

timed as (
    select
        a.*,
        p.Abbr as provider,
        coalesce(f.production, 0) as production,
        case
            when a.SeatedAt >= a.ArrivedAt then date_diff('minute', a.ArrivedAt, a.SeatedAt)
        end as wait_minutes,
        date_diff('minute', a.SeatedAt, a.DismissedAt) as chair_minutes,
        lag(cast(a.AptDateTime as date)) over (partition by a.PatNum order by a.AptDateTime) as previous_date
    from APPOINTMENT as a
    left join PROVIDER as p on p.ProvNum = a.ProvNum
    left join produced as f on f.AptNum = a.AptNum
    where a.AptDateTime >= timestamp '2024-01-01 00:00:00' and a.AptStatus is distinct from 6
)

select
    AptNum as appointment_id,
    PatNum as patient_id,
    provider,
    cast(AptDateTime as date) as appointment_date,
    strftime(AptDateTime, '%H:%M') as start_time,
    case AptStatus when 1 then 'Scheduled' when 2 then 'Complete' when 5 then 'Broken' else 'Other' end as status,
    wait_minutes,
    chair_minutes,
    case
        when chair_minutes is null then 'Unknown'
        when chair_minutes <= 30 then 'Short'
        when chair_minutes <= 60 then 'Standard'
        else 'Long'
    end as chair_category,
    production,
    cast(AptDateTime as date) - previous_date as days_since_previous
from timed
