select
    t.TRIP_ID as trip_id,
    nullif(trim(t.VEH_ID), '') as veh_id,
    nullif(trim(v.PLATE), '') as plate,
    t.DRIVER_NO as driver_no,
    t.FROM_SITE as from_site_id,
    case when t.FROM_SITE is null then 'on the road' else coalesce(s1.SITE_NM, '?') end as from_site,
    t.TO_SITE as to_site_id,
    case when t.TO_SITE is null then 'on the road' else coalesce(s2.SITE_NM, '?') end as to_site,
    make_timestamp(t.START_EP * 1000000) as started_at,
    cast(floor((nullif(t.END_EP, 0) - t.START_EP) / 60) as integer) as duration_min,
    t.DIST_M as dist_m,
    case
        when s1.REG_CD is null or s2.REG_CD is null then 'n/a'
        when s1.REG_CD = s2.REG_CD then 'local'
        else 'transfer'
    end as trip_kind
from LND_TRIP as t
inner join LND_VEHICLE as v on t.VEH_ID = v.VEH_ID
left join LND_SITE as s1 on t.FROM_SITE = s1.SITE_ID
left join LND_SITE as s2 on t.TO_SITE = s2.SITE_ID
where v.KIND is distinct from 'TEST'
