with marks as (
    select PUPIL_NO, MARK_DT, MIN_LATE, upper(trim(MARK_CD)) as code
    from ATTEND_MARK
    where MARK_DT is not null and upper(trim(MARK_CD)) is distinct from 'X'
)
select
    PUPIL_NO as PUPIL_NO,
    cast(date_trunc('month', MARK_DT) as date) as MONTH_START,
    cast(count(*) as integer) as MARK_COUNT,
    cast(count(distinct MARK_DT) as integer) as DAYS_WITH_MARK,
    cast(count(*) filter (where code in ('P', 'L')) as integer) as PRESENT_COUNT,
    cast(round(avg(MIN_LATE) filter (where code = 'L'), 1) as decimal(6, 1)) as AVG_MIN_LATE,
    cast(round(100.0 * count(*) filter (where code in ('P', 'L')) / count(*), 1) as decimal(5, 1)) as PRESENCE_PCT,
    case
        when count(*) filter (where code = 'A') >= 2 then 'Y'
        when 100.0 * count(*) filter (where code in ('P', 'L')) / count(*) < 50 then 'Y'
        else 'N'
    end as ALERT_YN
from marks
group by PUPIL_NO, date_trunc('month', MARK_DT)
having count(*) >= 2
