select
    KND_NR as customer_no,
    case upper(KND_ART)
        when 'N' then 'person'
        when 'J' then 'company'
        when 'G' then 'joint'
        else 'unknown'
    end as party_type,
    TITEL as title,
    VORNAME as first_name,
    NACHNAME as last_name,
    FIRMA as company_name,
    case
        when upper(KND_ART) = 'J' then FIRMA
        else concat_ws(' ', nullif(trim(TITEL), ''), nullif(trim(VORNAME), ''), nullif(trim(NACHNAME), ''))
    end as display_name,
    cast(try_strptime(GEB_DAT, '%d.%m.%Y') as date) as birth_date,
    cast(date_sub('year', cast(try_strptime(GEB_DAT, '%d.%m.%Y') as date), date '2024-12-31') as integer)
        as age_at_cutover,
    PLZ as postal_code,
    ORT as city,
    case LAND when 'D' then 'DE' when 'A' then 'AT' when 'CH' then 'CH' when 'DE' then 'DE' else 'ZZ' end
        as country_iso,
    nullif(regexp_replace(TEL, '[^0-9]', '', 'g'), '') as phone_digits,
    case when contains(MAIL, '@') then lower(trim(MAIL)) end as email,
    case
        when EK_JAHR is null then 'n/a'
        when cast(replace(replace(EK_JAHR, '.', ''), ',', '.') as decimal(14, 2)) < 25000 then 'low'
        when cast(replace(replace(EK_JAHR, '.', ''), ',', '.') as decimal(14, 2)) < 60000 then 'medium'
        else 'high'
    end as income_band,
    make_timestamp(ANL_SEK * 1000000) as created_at,
    FIL_NR as home_branch_no,
    'KBS' as src_sys,
    cast(now() as timestamp) as load_ts
from KND_STAMM
