with kept as (
    select p.*
    from pat as p
    where p.merged_into is null
        and coalesce(upper(p.surname) not like 'ZZTEST%', true)
        and not exists (select 1 from optout as o where o.pat_no = p.pat_no and o.revoked_on is null)
)
select
    cast(row_number() over (order by k.pat_no) as integer) as person_id,
    k.pat_no as person_source_value,
    k.surname as surname,
    coalesce(c.concept_id, 0) as gender_concept_id,
    k.sex as gender_source_value,
    case
        when trim(k.born) = '' then null
        when k.born like '00.00.%' then make_date(cast(right(k.born, 4) as integer), 7, 1)
        else cast(strptime(k.born, '%d.%m.%Y') as date)
    end as birth_date,
    k.nation as nationality,
    case
        when coalesce(trim(k.marital), '') = '' then 'unknown'
        when upper(trim(k.marital)) = 'S' then 'single'
        when upper(trim(k.marital)) in ('M', 'P') then 'married'
        when upper(trim(k.marital)) = 'D' then 'divorced'
        when upper(trim(k.marital)) = 'W' then 'widowed'
        else 'other'
    end as marital_status,
    case
        when length(regexp_replace(k.tel, '\D', '', 'g')) >= 4
            then '***' || right(regexp_replace(k.tel, '\D', '', 'g'), 4)
    end as phone_masked,
    k.gp_id as gp_source_value,
    g.provider_id as provider_id,
    k.upd_ts as source_updated_datetime,
    current_timestamp as load_datetime
from kept as k
left join codes as c on c.list_nm = 'SEX' and c.code = upper(k.sex)
left join provider as g on g.provider_id = k.gp_id
