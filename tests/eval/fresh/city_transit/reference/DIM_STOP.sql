select
    s.STOP_CD,
    upper(trim(s.STOP_NM)) as STOP_NM,
    s.ZONE_NO,
    coalesce(z.ZONE_NM, 'No zone') as ZONE_NM,
    coalesce(z.BASE_FARE, 0) as BASE_FARE,
    case when upper(s.WHEELCHAIR) in ('Y', 'YES', '1') then 'Y' else 'N' end as WHEELCHAIR_YN,
    case when s.CLOSED_DT is not null then 'N' else 'Y' end as OPEN_YN,
    s.STOP_CD || ' - ' || upper(trim(s.STOP_NM)) as STOP_LABEL
from STOP as s
left join ZONE as z on z.ZONE_NO = s.ZONE_NO
