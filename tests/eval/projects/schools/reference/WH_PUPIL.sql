with register as (
    select
        PUPIL_NO, REG_EPOCH,
        nullif(trim(FIRST_NAME), '') as first_name,
        nullif(trim(LAST_NAME), '') as last_name,
        upper(trim(SEX_CD)) as sex_cd,
        case when trim(BIRTH_TXT) <> '' then BIRTH_TXT end as birth_txt,
        case when trim(BIRTH_TXT) <> '' then cast(strptime(trim(BIRTH_TXT), '%d.%m.%Y') as date) end as birth_date,
        case when trim(HOME_MUN) <> '' then HOME_MUN end as home_mun,
        case when trim(NAT_ID) <> '' then NAT_ID end as nat_id,
        regexp_replace(PHONE_1, '\D', '', 'g') as digits_1,
        regexp_replace(PHONE_2, '\D', '', 'g') as digits_2,
        case when trim(MOTHER_TONGUE) <> '' then MOTHER_TONGUE end as mother_tongue
    from PUPIL
    where upper(trim(DEL_FLAG)) is distinct from 'Y'
)
select
    PUPIL_NO as PUPIL_NO,
    md5(PUPIL_NO || ';' || coalesce(birth_txt, '')) as PUPIL_HK,
    upper(last_name) || coalesce(', ' || first_name, '') as DISPLAY_NAME,
    coalesce(upper(left(first_name, 1)) || '.', '') || coalesce(upper(left(last_name, 1)) || '.', '') as INITIALS,
    case sex_cd when 'M' then 'male' when 'F' then 'female' when 'X' then 'diverse' else 'not stated' end as SEX,
    birth_date as BIRTH_DATE,
    cast(date_sub('year', birth_date, date '2025-02-01') as integer) as AGE_YEARS,
    home_mun as HOME_MUN,
    '********' || case when length(nat_id) >= 5 then right(nat_id, 4) when nat_id is not null then '' end as ID_MASKED,
    case when length(digits_1) >= 9 then digits_1 when length(digits_2) >= 9 then digits_2 end as CONTACT_PHONE,
    mother_tongue as MOTHER_TONGUE,
    date '1970-01-01' + cast(REG_EPOCH // 86400 as integer) as REGISTERED_ON,
    localtimestamp as LOAD_TS
from register
