with versions as (
    select
        *,
        count(*) over (partition by CARD_NO) as VERS_CNT,
        row_number() over (partition by CARD_NO order by CHG_TS desc) as newest
    from CARD
)

select
    CARD_NO,
    '****' || right(CARD_NO, 4) as CARD_MASK,
    case HOLDER_TYPE when 'AD' then 'Adult' when 'CH' then 'Child' when 'SR' then 'Senior' when 'ST' then 'Student'
        else 'Other' end as HOLDER_GRP,
    case HOLDER_TYPE when 'CH' then 50 when 'SR' then 30 when 'ST' then 25 else 0 end as DISC_PCT,
    ISSUED_DT,
    strftime(ISSUED_DT, '%Y-%m') as ISSUE_MTH,
    coalesce(BLOCKED, 'N') as BLOCKED_YN,
    VERS_CNT
from versions
where newest = 1
